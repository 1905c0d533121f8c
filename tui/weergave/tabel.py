"""Columns and rows as a list on screen shows them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import Any

from attrs import evolve, frozen


class Toon(Enum):
    """How a row is meant; the list gives each its own look, never by colour alone."""

    GEWOON = auto()
    KOP = auto()
    LET_OP = auto()


@frozen(kw_only=True)
class Kolom:
    """One column of a list.

    Attributes:
        kop: heading.
        breedte: cells; of the stretching column the least.
        rechts: the text stands at the right.
        rekt: takes the room that is left; one column of a list does.
        vanaf: shown from this width of the list on.
        onder: shown below this width of the list only, or 0 for always.
    """

    kop: str
    breedte: int
    rechts: bool = False
    rekt: bool = False
    vanaf: int = 0
    onder: int = 0

    def zichtbaar(self, breedte: int) -> bool:
        """Whether a list of this width shows the column."""
        return self.vanaf <= breedte and (not self.onder or breedte < self.onder)


@frozen
class Rij:
    """One row of a list.

    Attributes:
        cellen: a text per column, or one text for a row that goes over all columns.
        toon: how the row is meant.
        verwijst: what the row stands for: what opening it opens; None when it is only text.
    """

    cellen: tuple[str, ...]
    toon: Toon = Toon.GEWOON
    verwijst: Any = None


def over_alles(tekst: str, toon: Toon = Toon.GEWOON, verwijst: Any = None) -> Rij:
    """Make a row that goes over all columns."""
    return Rij((tekst,), toon, verwijst)


def breedtes(kolommen: Sequence[Kolom], totaal: int) -> list[tuple[int, int]]:
    """Divide a width over the columns that show, with one blank between.

    Returns:
        Index and width in cells of each column that shows.
    """
    zichtbaar = [(nr, kolom) for nr, kolom in enumerate(kolommen) if kolom.zichtbaar(totaal)]
    vast = sum(kolom.breedte for _, kolom in zichtbaar) + max(len(zichtbaar) - 1, 0)
    over = max(totaal - vast, 0)
    return [(nr, kolom.breedte + (over if kolom.rekt else 0)) for nr, kolom in zichtbaar]


def voluit(rijen: Iterable[Rij], kolommen: Sequence[Kolom], totaal: int) -> list[Rij]:
    """Let what is too long for the last column of a list of this width go on in more rows."""
    *eerder, (_, ruimte) = breedtes(kolommen, totaal)
    leeg = ("",) * len(eerder)
    return [
        evolve(rij, cellen=(*(leeg if nr else rij.cellen[:-1]), deel))
        for rij in rijen
        for nr, deel in enumerate(textwrap.wrap(rij.cellen[-1], ruimte) or [""])
    ]
