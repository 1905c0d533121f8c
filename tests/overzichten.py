"""A small school for tests of the overviews, and a source of standen in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen

from register.model.persoon import Persoon
from register.opslag import sleutel_van
from register.overzicht.periode import Periode
from register.vavo.inschrijving import AanvullendeOpleiding
from tests.omgeving import SCHOON
from tests.schoon import schoon

JAAR = Periode(date(2024, 8, 1), date(2025, 7, 31))
DAG = date(2025, 8, 15)

BSN, OWN = "999990019", "100000009"
_INSCHRIJVING = SCHOON["inschrijving"]
_PERIODE = _INSCHRIJVING.perioden[0]
VREEMD = Persoon(
    onderwijsnummer=OWN,
    studentnummer="100002",
    geboortedatum="2005-11-00",
    geslacht="3",
    voornamen='Joris "de | pijp"',
    achternaam="#Duin*stra;$",
)
"""Somebody with an onderwijsnummer only, and a name with what separates and quotes fields."""

SCHOOL: list[Any] = [
    VREEMD,
    evolve(
        _INSCHRIJVING,
        burgerservicenummer=None,
        onderwijsnummer=OWN,
        administratie_oin="00000001234567890000",
        hoogste_vooropleiding="07",
        perioden=(
            evolve(_PERIODE, aanvullende_opleidingen=(AanvullendeOpleiding(opleiding="5373"),)),
            evolve(_PERIODE, begindatum=date(2025, 1, 1), opleiding="5373"),
        ),
    ),
    SCHOON["persoon"],
    _INSCHRIJVING,
    schoon("HAVO", uitslag="D"),
    evolve(
        _INSCHRIJVING,
        inschrijvingvolgnummer="OUD",
        datum_inschrijving=date(2020, 8, 1),
        datum_uitschrijving_gepland=None,
        datum_uitschrijving_werkelijk=date(2024, 7, 31),
    ),
]
"""Two students; of one an enrolment that ended the day before the studiejaar."""


@frozen
class Geheugen:
    """Standen in memory."""

    standen: Sequence[Any]

    def personen(self) -> Mapping[str, bool]:
        alleen_own: dict[str, bool] = {}
        for stand in self.standen:
            nummer = sleutel_van(stand).persoon
            alleen_own[nummer] = stand.burgerservicenummer is None and alleen_own.get(nummer, True)
        return alleen_own

    def lees(self, personen: Sequence[str]) -> Iterator[Any]:
        return (s for s in self.standen if sleutel_van(s).persoon in personen)


def als_rekenblad(regels: Iterable[str]) -> str:
    """Do to lines what a spreadsheet does that opens, sorts and saves them."""
    rijen = sorted([_als_cel(cel) for cel in regel.rstrip("\n").split("|")] for regel in regels)
    breedte = max(len(rij) for rij in rijen)
    return "".join(";".join(rij + [""] * (breedte - len(rij))) + "\r\n" for rij in rijen)


def _als_cel(cel: str) -> str:
    try:
        datum = date.fromisoformat(cel)
    except ValueError:
        if cel.isdecimal():
            return str(int(cel))
        return cel.removesuffix(",0")
    return f"{datum.day}-{datum.month}-{datum.year}"
