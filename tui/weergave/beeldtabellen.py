"""Pictures as numbers alone: the same counts as `tui.weergave.beelden` draws, to be read out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tui.groep.regel import Groepsregel
from tui.weergave.beelden import DAGEN, Cijfers, OpenVak, slagingen, vaknaam
from tui.weergave.namen import Namen
from tui.weergave.notatie import datum, geheel
from tui.weergave.tabel import Kolom, Rij

_WAT = Kolom(kop="", breedte=30, rekt=True)

SLAGINGKOLOMMEN = (
    _WAT,
    *(Kolom(kop=kop, breedte=12) for kop in ("geslaagd", "afgewezen", "deelexamen")),
    Kolom(kop="slagingspercentage", breedte=18),
)
OPENKOLOMMEN = (_WAT, Kolom(kop="SE open", breedte=8), Kolom(kop="CE open", breedte=8))
DAGKOLOMMEN = (_WAT, Kolom(kop="boekingen", breedte=10))


def verdelingkolommen(soorten: Sequence[Cijfers]) -> tuple[Kolom, ...]:
    """Give a column per kind of mark."""
    return (_WAT, *(Kolom(kop=soort.soort, breedte=12) for soort in soorten))


def verdelingrijen(soorten: Sequence[Cijfers]) -> list[Rij]:
    """Say how marks are spread: first how many, then the whole marks, the highest first."""
    tellingen = [soort.per_cijfer for soort in soorten]
    return [
        Rij(("aantal", *(str(len(soort.tienden)) for soort in soorten))),
        Rij(("gemiddelde", *(soort.gemiddelde for soort in soorten))),
        Rij(("onder 5,5", *(soort.onvoldoende for soort in soorten))),
        *(
            Rij((f"cijfer {waarde}", *(str(telling[waarde]) for telling in tellingen)))
            for waarde in range(10, 0, -1)
        ),
    ]


def slagingrijen(regels: Iterable[Groepsregel]) -> list[Rij]:
    """Say which part of who did a full exam passed, per examenjaar and opleiding."""
    return [
        Rij(
            (
                f"examenjaar {een.wat}" if een.heel_jaar else een.wat,
                *(str(een.uitslagen[uitslag]) for uitslag in "GAD"),
                een.deel if een.volledig else "",
            )
        )
        for een in slagingen(regels)
    ]


def openrijen(vakken: Iterable[OpenVak], namen: Namen) -> list[Rij]:
    """Say what is still to be entered; of a vak only what it waits for."""
    return [
        Rij((vaknaam(vak, namen), geheel(vak.se or None), geheel(vak.ce or None))) for vak in vakken
    ]


def dagrijen(per_dag: Iterable[tuple[date, int]]) -> list[Rij]:
    """Say how many bookings there were on each day, the newest first."""
    return [Rij((f"{DAGEN[dag.weekday()]} {datum(dag)}", str(aantal))) for dag, aantal in per_dag]
