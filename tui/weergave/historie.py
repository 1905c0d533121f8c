"""The standen of one key on screen, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from register.vormen.verschil import ERBIJ, WEG, Wijziging
from tui.weergave.berichten import antwoord, kort
from tui.weergave.details import Paar
from tui.weergave.notatie import met_data, moment
from tui.weergave.tabel import Kolom, Rij, over_alles

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Stand
    from register.opslag.leveringen import Bericht

KOLOMMEN = (
    Kolom(kop="", breedte=1),
    Kolom(kop="stand", breedte=7, rechts=True),
    Kolom(kop="geboekt", breedte=16),
    Kolom(kop="door", breedte=10),
    Kolom(kop="waarom", breedte=14, rekt=True),
    Kolom(kop="toestand", breedte=10),
    Kolom(kop="bericht", breedte=12),
)

VERSCHILKOLOMMEN = (
    Kolom(kop="wat", breedte=30, rekt=True),
    Kolom(kop="oud", breedte=14, onder=100),
    Kolom(kop="nieuw", breedte=14, onder=100),
    Kolom(kop="oud", breedte=24, vanaf=100),
    Kolom(kop="nieuw", breedte=24, vanaf=100),
)


@frozen(kw_only=True)
class Historieregel:
    """One stand, with the last message about it, if there was one."""

    stand: Stand
    bericht: Bericht | None = None


def rijen(regels: Iterable[Historieregel], gekozen: int | None) -> list[Rij]:
    """One row per stand, the newest first; `gekozen` is the stand to compare with."""
    return [
        Rij(
            (
                ">" if regel.stand.id == gekozen else "",
                str(regel.stand.id),
                moment(regel.stand.geboekt.op),
                regel.stand.geboekt.door,
                regel.stand.geboekt.reden,
                _toestand(regel.stand),
                kort(regel.bericht) if regel.bericht else "",
            ),
            verwijst=regel,
        )
        for regel in sorted(regels, key=lambda regel: -regel.stand.id)
    ]


def _toestand(stand: Stand) -> str:
    if stand.verwijderd:
        return "verwijderd"
    return "actueel" if stand.actueel else "vervallen"


def toelichting(regel: Historieregel) -> str:
    """Say what the columns have no room for."""
    stand = regel.stand
    delen = [f"stand van {moment(stand.aangeleverd_op)}", stand.geboekt.reden]
    if stand.vervallen:
        delen.append(f"vervallen op {moment(stand.vervallen.op)} door {stand.vervallen.door}")
    if regel.bericht:
        delen.append(antwoord(regel.bericht))
    return " · ".join(delen)


def vergeleken(
    regels: Sequence[Historieregel], regel: Historieregel, gekozen: int | None = None
) -> tuple[Stand | None, Stand]:
    """Give a stand and what it is compared with, the earlier first; None is that it was the first.

    Args:
        regels: the history, oldest first.
        regel: the stand.
        gekozen: number of the stand to compare with, or None for the one before.
    """
    standen = [een.stand for een in regels if een.stand.id != regel.stand.id]
    ander = [stand for stand in standen if stand.id == gekozen]
    ander = ander or [stand for stand in standen if stand.id < regel.stand.id][-1:]
    if not ander:
        return None, regel.stand
    oud, nieuw = sorted([*ander, regel.stand], key=lambda stand: stand.id)
    return oud, nieuw


def kruim(oud: Stand | None, nieuw: Stand) -> str:
    """Name the two standen, or the one that was the first."""
    return f"{oud.id} → {nieuw.id}" if oud else str(nieuw.id)


def verschilrijen(wijzigingen: Sequence[Wijziging]) -> Iterator[Rij]:
    """One row per difference; what came or went is said in words."""
    if not wijzigingen:
        yield over_alles("Er is geen verschil.")
    for een in wijzigingen:
        leeg = "" if een.nieuw in (ERBIJ, WEG) else "–"
        oud, nieuw = (met_data(tekst) or leeg for tekst in (een.oud, een.nieuw))
        yield Rij((met_data(een.plaats), oud, nieuw, oud, nieuw), verwijst=een)


def verschildetails(een: Wijziging) -> list[Paar]:
    """One difference in full."""
    return [
        (naam, met_data(tekst) or "–")
        for naam, tekst in (("wat", een.plaats), ("oud", een.oud), ("nieuw", een.nieuw))
    ]
