"""What makes a full eindexamen per uitslagniveau, profiel and year (data/pakket/).

A pakket is a list of eisen: places that the vakken on a cijferlijst must fill, each vak one place.
It is put together from two delen, the one that all profielen share and the profiel's own.
The conditions that columns can count are made from it in `examen.voorwaarden`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from attrs import field, frozen

from examen.model import UITSLAGNIVEAUS
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME
from register.fouten import TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_tabel

WERKSTUK = "WERKSTUK"
"""Stands among the vakcodes for the profielwerkstuk or sectorwerkstuk, which has none."""

ALLE = "*"
"""In `een_van`: every vak that is known, but for those under `behalve`."""

Zekerheid = Literal["hoog", "midden", "laag"]
Examendeel = Literal["G", "P", "V"]


@frozen(kw_only=True)
class Eis:
    """One place, or `aantal` equal places, in a pakket.

    Attributes:
        een_van: names of vakken and vakgroepen, or `ALLE`.
        behalve: the same, left out of `een_van`.
        examendeel: G, P or V; None for the werkstuk and in the vmbo, which knows no examendeel.
        ook_elders: the vakken that satisfy it may fill another place as well.
    """

    naam: str
    een_van: tuple[str, ...]
    behalve: tuple[str, ...] = ()
    aantal: int = 1
    examendeel: Examendeel | None = None
    ook_elders: bool = False


@frozen(kw_only=True)
class Pakketdeel:
    """The eisen of one profiel, or without `profiel` those of all of them, in some years.

    Attributes:
        tot: the last regime it holds for; None while it still does.
    """

    uitslagniveau: tuple[str, ...]
    vanaf: int
    bron: str
    zekerheid: Zekerheid
    eis: tuple[Eis, ...]
    profiel: str = ""
    naam: str = ""
    tot: int | None = None
    opmerking: str = ""

    def geldt(self, regime: int) -> bool:
        """Say whether the deel holds in this examenregime."""
        return self.vanaf <= regime and (self.tot is None or regime <= self.tot)


@frozen(kw_only=True)
class AlleenMet:
    """A vak that only counts when a vak of the group `met` is on the cijferlijst too."""

    vak: str
    met: str
    bron: str
    zekerheid: Zekerheid


@frozen(kw_only=True)
class _Deeltabel:
    deel: tuple[Pakketdeel, ...]


@frozen(kw_only=True)
class _Groeptabel:
    bron: str
    vak: dict[str, tuple[str, ...]]
    vakgroep: dict[str, tuple[str, ...]]
    alleen_met: tuple[AlleenMet, ...]


@frozen(kw_only=True, eq=False)
class Vakgroepen:
    """The vakken and groups of vakken by name; one object per set of tables, compared as such.

    Attributes:
        groepen: name of a vak or vakgroep to the vakcodes in it.
        telvak: vakcode to the vak it counts as; codes that are not in it count as themselves. Two
            results with the same telvak fill one place.
        alleen_met: vakken that depend on another.
    """

    groepen: Mapping[str, frozenset[str]]
    telvak: Mapping[str, str]
    alleen_met: tuple[AlleenMet, ...]

    def codes(self, namen: Iterable[str]) -> frozenset[str]:
        """Give all vakcodes in the vakken and vakgroepen of these names."""
        return frozenset().union(*(self.groepen[naam] for naam in namen))

    def telvakken(self, codes: Iterable[str]) -> frozenset[str]:
        """Give the distinct vakken that these vakcodes count as."""
        return frozenset(self.telvak.get(code, code) for code in codes)


@frozen(kw_only=True)
class Pakket:
    """What makes a full eindexamen for one uitslagniveau and profiel in one examenregime."""

    uitslagniveau: str
    profiel: str
    naam: str
    eisen: tuple[Eis, ...]
    bron: str
    zekerheid: Zekerheid
    groepen: Vakgroepen = field(repr=False)

    def vakken(self, eis: Eis, codes: frozenset[str]) -> frozenset[str]:
        """Give the vakcodes that may take the place of `eis`, with `codes` all codes known."""
        ruim = codes if ALLE in eis.een_van else self.groepen.codes(eis.een_van)
        return ruim - self.groepen.codes(eis.behalve)

    def examendelen(self, codes: frozenset[str]) -> dict[str, str]:
        """Propose per vakcode the examendeel it belongs to: G before P before V.

        Empty for the vmbo, where a cijferlijst states no examendeel (manual chapter 6).
        """
        voorstel: dict[str, str] = {}
        for deel in ("V", "P", "G"):
            for eis in self.eisen:
                if eis.examendeel == deel:
                    voorstel |= dict.fromkeys(self.vakken(eis, codes), deel)
        return voorstel


@frozen(kw_only=True)
class Pakketten:
    """All pakketten of all years."""

    delen: tuple[Pakketdeel, ...]
    groepen: Vakgroepen

    def profielen(self, uitslagniveau: str) -> dict[str, str]:
        """Give the profielen of this uitslagniveau, code to name."""
        return {
            deel.profiel: deel.naam
            for deel in self.delen
            if deel.profiel and uitslagniveau in deel.uitslagniveau
        }

    def pakket(self, uitslagniveau: str, profiel: str, regime: int) -> Pakket:
        """Give the pakket that holds for an uitslagniveau and profiel in an examenregime.

        Raises:
            TabelFout: when the tables have none, or more than one.
        """
        samen = self._deel(uitslagniveau, "", regime)
        eigen = self._deel(uitslagniveau, profiel, regime)
        return Pakket(
            uitslagniveau=uitslagniveau,
            profiel=profiel,
            naam=eigen.naam,
            eisen=samen.eis + eigen.eis,
            bron="; ".join(dict.fromkeys(f"{samen.bron}; {eigen.bron}".split("; "))),
            zekerheid=laagste_zekerheid((samen.zekerheid, eigen.zekerheid)),
            groepen=self.groepen,
        )

    def _deel(self, uitslagniveau: str, profiel: str, regime: int) -> Pakketdeel:
        geldig = [
            deel
            for deel in self.delen
            if uitslagniveau in deel.uitslagniveau
            and deel.profiel == profiel
            and deel.geldt(regime)
        ]
        if len(geldig) != 1:
            raise TabelFout(
                f"pakket/*.toml: {uitslagniveau} {profiel or 'alle profielen'}: "
                f"{len(geldig) or 'geen'} delen voor examenregime {regime}, één verwacht"
            )
        return geldig[0]


def laagste_zekerheid(zekerheden: Iterable[Zekerheid]) -> Zekerheid:
    """Give the least certain of some certainties."""
    volgorde: tuple[Zekerheid, ...] = ("laag", "midden", "hoog")
    return min(zekerheden, key=volgorde.index)


@cache
def pakketten() -> Pakketten:
    """Give the pakketten of the law, read once.

    Raises:
        TabelFout: see `lees_pakketten`.
    """
    return lees_pakketten(gegevensmap() / "pakket")


def lees_pakketten(map_: Path) -> Pakketten:
    """Read the pakketten from a folder: vakgroepen.toml and one file per level.

    Raises:
        TabelFout: for an unknown name, a vakcode in two vakken, or a year with no or two delen for
            a profiel; the text names file, rule and year.
    """
    groepen = _lees_vakgroepen(map_ / "vakgroepen.toml")
    delen: list[Pakketdeel] = []
    for pad in sorted(map_.glob("*.toml")):
        if pad.stem != "vakgroepen":
            gelezen = lees_tabel(pad, _Deeltabel).deel
            for fout in _fouten(gelezen, groepen):
                raise TabelFout(f"{pad.name}: {fout}")
            delen.extend(gelezen)
    alles = Pakketten(delen=tuple(delen), groepen=groepen)
    for uitslagniveau in UITSLAGNIVEAUS:
        for profiel in alles.profielen(uitslagniveau):
            for regime in range(EERSTE_REGIME, LAATSTE_REGIME + 1):
                alles.pakket(uitslagniveau, profiel, regime)
    return alles


def _lees_vakgroepen(pad: Path) -> Vakgroepen:
    tabel = lees_tabel(pad, _Groeptabel)
    telvak: dict[str, str] = {}
    for vak, codes in tabel.vak.items():
        for code in codes:
            if not _is_code(code):
                raise TabelFout(f"{pad.name}: {code} in vak {vak} is geen vakcode")
            if code in telvak:
                raise TabelFout(f"{pad.name}: vakcode {code} staat in {telvak[code]} én in {vak}")
            telvak[code] = vak
    groepen = {vak: frozenset(codes) for vak, codes in tabel.vak.items()}
    for groep, leden in tabel.vakgroep.items():
        if groep in groepen:
            raise TabelFout(f"{pad.name}: de naam {groep} komt twee keer voor")
        for lid in leden:
            if lid not in groepen and not _is_code(lid):
                raise TabelFout(f"{pad.name}: onbekend vak {lid} in vakgroep {groep}")
        groepen[groep] = frozenset().union(*(groepen.get(lid, {lid}) for lid in leden))
    for regel in tabel.alleen_met:
        for naam in (regel.vak, regel.met):
            if naam not in groepen:
                raise TabelFout(f"{pad.name}: onbekend vak {naam} in alleen_met")
    return Vakgroepen(groepen=groepen, telvak=telvak, alleen_met=tabel.alleen_met)


def _is_code(naam: str) -> bool:
    return naam == WERKSTUK or (len(naam) == 4 and naam.isdigit())


def _fouten(delen: Iterable[Pakketdeel], groepen: Vakgroepen) -> Iterator[str]:
    """Give what is wrong in the delen of one file, apart from the years."""
    for deel in delen:
        wie = f"{'/'.join(deel.uitslagniveau)} {deel.profiel or 'alle profielen'}"
        if deel.tot is not None and deel.tot < deel.vanaf:
            yield f"{wie}: tot {deel.tot} ligt vóór vanaf {deel.vanaf}"
        for niveau in deel.uitslagniveau:
            if niveau not in UITSLAGNIVEAUS:
                yield f"{wie}: onbekend uitslagniveau {niveau}"
        for eis in deel.eis:
            if eis.aantal < 1:
                yield f"{wie}, {eis.naam}: aantal {eis.aantal} is te laag"
            for naam in (*eis.een_van, *eis.behalve):
                if naam != ALLE and naam not in groepen.groepen:
                    yield f"{wie}, {eis.naam}: onbekend vak {naam}"
