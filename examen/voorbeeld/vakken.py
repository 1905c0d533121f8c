"""The subjects of a fictional candidate: a full pakket, chosen at random within the law."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from random import Random

from attrs import field, frozen

from examen.pakket import ALLE, Eis, Pakket, pakketten
from examen.vakkentabel import Indicatie, Vakregel, alle_vakregels
from examen.voorbeeld.tabellen import vakkeuze


@frozen
class Plek:
    """One eis of a pakket with the subjects that can fill it, and how often each does.

    Attributes:
        codes: vakcodes with their weights.
    """

    eis: Eis
    codes: dict[str, int]


@frozen
class Plekken:
    """The places of one or two profielen at one uitslagniveau in one examenregime.

    Attributes:
        vast: the places all profielen share.
        per_profiel: the places of each profiel; one subject may fill a place in each.
        tellend: places that a subject fills beside another place.
        vrij: places for a subject that fills no other place.
        telvak: vakcode to the subject it counts as.
    """

    vast: tuple[Plek, ...]
    per_profiel: tuple[tuple[Plek, ...], ...]
    tellend: tuple[Plek, ...]
    vrij: tuple[Plek, ...]
    telvak: dict[str, str]

    def kies(self, toeval: Random) -> list[str]:
        """Choose vakcodes that together fill every place."""
        keuze = _Keuze(toeval, self.telvak)
        vast = keuze.vul(self.vast, ())
        bezet = set(vast)
        for plekken in self.per_profiel:
            bezet |= keuze.vul(plekken, [code for code in keuze.gekozen if code not in vast])
        keuze.vul(self.tellend, tuple(keuze.gekozen))
        keuze.vul(self.vrij, [code for code in keuze.gekozen if code not in bezet])
        return keuze.gekozen

    def kies_extra(self, gekozen: list[str], toeval: Random) -> list[str]:
        """Choose one more subject beside a full pakket."""
        keuze = _Keuze(toeval, self.telvak, list(gekozen))
        keuze.vul(self.vrij[:1], ())
        return keuze.gekozen[len(gekozen) :][:1]


@frozen
class _Keuze:
    toeval: Random
    telvak: dict[str, str]
    gekozen: list[str] = field(factory=list)

    def vul(self, plekken: Iterable[Plek], bruikbaar: Iterable[str]) -> set[str]:
        """Fill places, with what is usable among what was chosen, else with a new subject."""
        over = list(bruikbaar)
        gevuld: set[str] = set()
        for plek in plekken:
            for _ in range(plek.eis.aantal):
                code = next((code for code in over if code in plek.codes), None)
                if code is None:
                    code = self._nieuw(plek)
                else:
                    over.remove(code)
                gevuld.add(code)
        return gevuld

    def _nieuw(self, plek: Plek) -> str:
        al = {self.telvak.get(code, code) for code in self.gekozen}
        vrij = [code for code in plek.codes if self.telvak.get(code, code) not in al]
        gewichten = [plek.codes[code] for code in vrij]
        code = self.toeval.choices(vrij, gewichten)[0] if len(vrij) > 1 else vrij[0]
        self.gekozen.append(code)
        return code


@cache
def vakregels(regime: int, niveau: str) -> dict[str, Vakregel]:
    """Give the vakkentabel of one examenregime and niveau, by vakcode."""
    return {regel.vakcode: regel for regel in alle_vakregels()[regime] if regel.niveau == niveau}


@cache
def plekken(uitslagniveau: str, profielen: tuple[str, ...], regime: int) -> Plekken:
    """Give the places that the subjects of a full exam fill.

    Raises:
        TabelFout: when the law has no pakket for them.
    """
    alle = [pakketten().pakket(uitslagniveau, profiel, regime) for profiel in profielen]
    niveau = uitslagniveau.partition("_")[0] if "VWO" in uitslagniveau else uitslagniveau
    codes = frozenset(
        code
        for code, regel in vakregels(regime, niveau).items()
        if regel.cijfer_se is Indicatie.VERPLICHT and regel.eindcijfer is Indicatie.VERPLICHT
    )
    eerste = alle[0]
    gemeen = [eis for eis in eerste.eisen if all(eis in ander.eisen for ander in alle[1:])]
    eigen = [[eis for eis in pakket.eisen if eis.examendeel == "P"] for pakket in alle]
    gewoon = [eis for eis in gemeen if eis.examendeel != "P" and "werkstuk" not in eis.een_van]
    return Plekken(
        vast=_plekken(eerste, (eis for eis in gewoon if ALLE not in eis.een_van), codes),
        per_profiel=tuple(
            _plekken(pakket, eisen, codes) for pakket, eisen in zip(alle, eigen, strict=True)
        ),
        tellend=_plekken(eerste, (eis for eis in gewoon if eis.ook_elders), codes),
        vrij=_plekken(
            eerste, (eis for eis in gewoon if ALLE in eis.een_van and not eis.ook_elders), codes
        ),
        telvak=dict(eerste.groepen.telvak),
    )


def _plekken(pakket: Pakket, eisen: Iterable[Eis], codes: frozenset[str]) -> tuple[Plek, ...]:
    """Give the places with the subjects for them, those with the least choice first."""
    gewichten = vakkeuze().gewichten
    uit: list[Plek] = []
    for eis in eisen:
        mogelijk = pakket.vakken(eis, codes) & codes
        gangbaar = {code: gewichten[code] for code in sorted(mogelijk) if code in gewichten}
        uit.append(Plek(eis, gangbaar or dict.fromkeys(sorted(mogelijk), 1)))
    return tuple(sorted(uit, key=lambda plek: len(plek.codes)))
