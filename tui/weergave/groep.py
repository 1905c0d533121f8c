"""A list of candidates, and what an act would do to them, on screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from examen.model import UITSLAGEN
from tui.groep.lijst import Groepslijst
from tui.groep.regel import Groepsregel, Groepsvoorstel, tel
from tui.weergave.details import Paar
from tui.weergave.notatie import geheel, meervoud
from tui.weergave.tabel import Kolom, Rij, Toon, over_alles

KOLOMMEN = (
    Kolom(kop="", breedte=1),
    Kolom(kop="student", breedte=8),
    Kolom(kop="naam", breedte=14, rekt=True),
    Kolom(kop="nummer", breedte=10, vanaf=100),
    Kolom(kop="niv", breedte=4),
    Kolom(kop="jaar", breedte=4),
    Kolom(kop="uitsl", breedte=5, onder=100),
    Kolom(kop="uitslag", breedte=10, vanaf=100),
    Kolom(kop="berek", breedte=5, onder=100),
    Kolom(kop="berekend", breedte=10, vanaf=100),
    Kolom(kop="open", breedte=4, rechts=True),
    Kolom(kop="afkeur", breedte=6, rechts=True),
    Kolom(kop="bev", breedte=3, rechts=True),
    Kolom(kop="opl", breedte=9, onder=120),
    Kolom(kop="opleiding", breedte=30, vanaf=120),
)

VOORSTELKOLOMMEN = (
    Kolom(kop="student", breedte=8),
    Kolom(kop="naam", breedte=18, rekt=True),
    Kolom(kop="uitslag", breedte=7),
    Kolom(kop="eindcijfers", breedte=20),
    Kolom(kop="comb", breedte=7),
    Kolom(kop="certificaten", breedte=12),
)

GEKOZEN = "*"


class Kandidaatrijen(Sequence[Rij]):
    """The rows of who shows, each made when it is drawn: there may be very many."""

    def __init__(self, lijst: Groepslijst) -> None:
        self._lijst = lijst
        self._zichtbaar = lijst.zichtbaar

    def __len__(self) -> int:
        return len(self._zichtbaar)

    @overload
    def __getitem__(self, plaats: int) -> Rij: ...
    @overload
    def __getitem__(self, plaats: slice) -> list[Rij]: ...
    def __getitem__(self, plaats: int | slice) -> Rij | list[Rij]:
        if isinstance(plaats, slice):
            return [self._rij(regel) for regel in self._zichtbaar[plaats]]
        return self._rij(self._zichtbaar[plaats])

    def _rij(self, regel: Groepsregel) -> Rij:
        gekozen = regel.sleutel in self._lijst.gekozen
        return Rij(
            (
                GEKOZEN if gekozen else "",
                regel.student,
                regel.naam,
                regel.sleutel.volgnummer,
                regel.niveau,
                geheel(regel.jaar),
                *_uitslagen(regel),
                geheel(regel.open or None),
                geheel(regel.afkeur or None),
                geheel(regel.bevindingen or None),
                regel.opleiding,
                f"{regel.opleiding} {regel.opleidingsnaam}",
            ),
            Toon.KOP if gekozen else Toon.GEWOON,
            regel,
        )


def _uitslagen(regel: Groepsregel) -> tuple[str, str, str, str]:
    """Write the registered and the computed uitslag, each as a letter and as a word."""
    if regel.teruggetrokken:
        return "terug", "teruggetr.", "–", "–"
    return (
        regel.geleverd or "–",
        UITSLAGEN.get(regel.geleverd, "–"),
        regel.berekend or "–",
        UITSLAGEN.get(regel.berekend, "–"),
    )


def voorstelrijen(voorstellen: Sequence[Groepsvoorstel]) -> Iterator[Rij]:
    """Who is refused with the reasons first, then who changes, then who stays as it was."""
    telling = tel(voorstellen)
    if telling.geweigerd:
        yield over_alles(f"Kan niet ({telling.geweigerd})", Toon.KOP, telling)
    for een in voorstellen:
        if een.bezwaren:
            wie = f"{een.regel.student} {een.regel.naam}".strip()
            yield over_alles(f"  {wie}: {'; '.join(een.bezwaren)}", Toon.LET_OP, een)
    if telling.goed:
        yield over_alles(f"Wordt vastgelegd ({telling.goed})", Toon.KOP, telling)
    yield from (_voorstelrij(een) for een in voorstellen if een.gaat_door)
    if telling.gelijk:
        yield over_alles(f"Blijft zoals het is ({telling.gelijk})", Toon.KOP, telling)
    yield from (_voorstelrij(een) for een in voorstellen if not een.gaat_door and not een.bezwaren)


def voorsteltelling(voorstellen: Sequence[Groepsvoorstel]) -> str:
    """Say how many go through, are refused and stay."""
    telling = tel(voorstellen)
    return " · ".join(
        (
            f"{meervoud(telling.goed, 'kandidaat', 'kandidaten')} vastleggen",
            meervoud(telling.geweigerd, "kan niet", "kunnen niet"),
            meervoud(telling.gelijk, "blijft zoals het is", "blijven zoals ze zijn"),
        )
    )


def voorsteldetails(een: Groepsvoorstel) -> list[Paar]:
    """All that a proposal changes for one candidate, and why not."""
    voor, na = een.voor, een.na
    nummers = dict.fromkeys([*voor.eindcijfers, *na.eindcijfers])

    def naam(nummer: str) -> str:
        return een.vakken.get(nummer, f"resultaat {nummer}")

    cijfers = {
        nummer: _van_naar(geheel(voor.eindcijfers.get(nummer)), geheel(na.eindcijfers.get(nummer)))
        for nummer in nummers
    }
    certificaten = (
        ", ".join(naam(nummer) for nummer in nummers if nummer in samenvatting.certificaten)
        for samenvatting in (voor, na)
    )
    return [
        ("kandidaat", f"{een.regel.student} {een.regel.naam}".strip()),
        ("examenresultaat", een.regel.sleutel.volgnummer),
        *(("kan niet", bezwaar) for bezwaar in een.bezwaren),
        ("uitslag", _van_naar(_woord(voor.uitslag), _woord(na.uitslag))),
        ("combinatiecijfer", _van_naar(*(" en ".join(s.combinatiecijfers) for s in (voor, na)))),
        ("certificaten voor", _van_naar(*certificaten)),
        ("Eindcijfers", ""),
        *((f"  {naam(nummer)}", cijfer) for nummer, cijfer in cijfers.items()),
    ]


def _voorstelrij(een: Groepsvoorstel) -> Rij:
    voor, na = een.voor, een.na
    return Rij(
        (
            een.regel.student,
            een.regel.naam,
            _van_naar(voor.uitslag, na.uitslag),
            _eindcijfers(een),
            _van_naar(" ".join(voor.combinatiecijfers), " ".join(na.combinatiecijfers)),
            _van_naar(str(len(voor.certificaten)), str(len(na.certificaten))),
        ),
        verwijst=een,
    )


def _eindcijfers(een: Groepsvoorstel) -> str:
    """Say how many eindcijfers come and go, and which change."""
    voor, na = een.voor, een.na
    erbij = len(na.eindcijfers.keys() - voor.eindcijfers.keys())
    eraf = len(voor.eindcijfers.keys() - na.eindcijfers.keys())
    anders = [
        f"{een.vakken.get(nummer, nummer)} {oud} → {na.eindcijfers[nummer]}"
        for nummer, oud in voor.eindcijfers.items()
        if na.eindcijfers.get(nummer, oud) != oud
    ]
    delen = [*anders, f"{erbij} erbij" if erbij else "", f"{eraf} eraf" if eraf else ""]
    return ", ".join(deel for deel in delen if deel) or "="


def _van_naar(oud: str, nieuw: str) -> str:
    return (oud or "–") if oud == nieuw else f"{oud or '–'} → {nieuw or '–'}"


def _woord(uitslag: str) -> str:
    return UITSLAGEN.get(uitslag, "")
