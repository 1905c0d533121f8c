"""The vakken in which marks can be entered, as a list to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from tui.weergave.examenresultaat import KORTE_NIVEAUS
from tui.weergave.namen import Namen
from tui.weergave.tabel import Kolom, Rij

KOLOMMEN = (
    Kolom(kop="jaar", breedte=4),
    Kolom(kop="niv", breedte=4),
    Kolom(kop="code", breedte=4),
    Kolom(kop="vak", breedte=20, rekt=True),
    Kolom(kop="kandidaten", breedte=10, rechts=True),
    Kolom(kop="met SE", breedte=8, rechts=True),
    Kolom(kop="met CE", breedte=8, rechts=True),
)


@frozen(kw_only=True)
class Vakgroep:
    """All candidates with one vak of a niveau and examenregime; how many, where it was counted."""

    regime: int
    niveau: str
    vak: str
    kandidaten: int = 0
    met_se: int = 0
    met_ce: int = 0


def rijen(groepen: Iterable[Vakgroep], namen: Namen, gezocht: str = "") -> list[Rij]:
    """One row per vak that has every word of what is looked for, in any column."""
    woorden = gezocht.casefold().split()
    alle = (Rij(_cellen(groep, namen), verwijst=groep) for groep in groepen)
    return [rij for rij in alle if all(w in " ".join(rij.cellen[:4]).casefold() for w in woorden)]


def naam(groep: Vakgroep, namen: Namen) -> str:
    """Name a vak with its niveau and year."""
    vak = namen.vak(groep.vak, groep.niveau, groep.regime)
    return f"{vak} {KORTE_NIVEAUS.get(groep.niveau, groep.niveau)} {groep.regime}"


def _cellen(groep: Vakgroep, namen: Namen) -> tuple[str, ...]:
    return (
        str(groep.regime),
        KORTE_NIVEAUS.get(groep.niveau, groep.niveau),
        groep.vak,
        namen.vak(groep.vak, groep.niveau, groep.regime),
        str(groep.kandidaten),
        str(groep.met_se),
        str(groep.met_ce),
    )
