"""The cells of a sheet: what each holds, which are open, and which is the next.

Per column the rows that are open, filled and so on are the bits of one integer, so that the next
one is a shift away and a count is a count of bits, however long the sheet is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from attrs import frozen

from register.velden import Veld
from tui.invoer.cel import Waarde


class Plek(NamedTuple):
    """The place of a cell: row and column, from 0."""

    rij: int
    kolom: int


@frozen(kw_only=True)
class Cel:
    """What can stand in one cell; rows that are alike share their cells.

    Attributes:
        veld: the declaration of the value.
        verwijst: what the value is of, for who makes the sheet; None when nothing ever stands here.
        dicht: why nothing can be typed here; empty for an open cell.
        verwacht: the cell has to be filled in the end.
        wijkt_voor: the column that closes this cell as soon as it is filled, or None.
        uitleg: what the value is, or empty.
        bron: where it stands that the cell is open or has to be filled, or empty.
    """

    veld: Veld
    verwijst: Any = None
    dicht: str = ""
    verwacht: bool = False
    wijkt_voor: int | None = None
    uitleg: str = ""
    bron: str = ""


@frozen(kw_only=True)
class Bladrij:
    """One row of a sheet.

    Attributes:
        koppen: texts before the cells, such as a name.
        cellen: one per column.
        waarden: what the cells hold at first.
        verwijst: what the row stands for, for who makes the sheet.
    """

    koppen: tuple[str, ...]
    cellen: tuple[Cel, ...]
    waarden: tuple[Waarde, ...]
    verwijst: Any = None


class Cellen:
    """The values of a sheet with, per column, the rows that are open, expected and filled.

    Attributes:
        waarden: per row what its cells hold; changed by `leg_neer` only.
        open: per column the rows where something can be typed.
        verwacht: per column the rows that have to be filled, as long as they are open.
        gevuld: per column the rows that hold a value.
    """

    def __init__(self, rijen: Sequence[Bladrij]) -> None:
        self.rijen = tuple(rijen)
        self.waarden: list[list[Waarde]] = [list(rij.waarden) for rij in self.rijen]
        breedte = len(self.rijen[0].cellen) if self.rijen else 0
        self.kolommen = range(breedte)
        paren = list(zip(self.rijen, self.waarden, strict=True))
        self.open = [bits([_is_open(rij.cellen[k], w) for rij, w in paren]) for k in self.kolommen]
        self.verwacht = [
            bits([rij.cellen[k].verwacht for rij in self.rijen]) for k in self.kolommen
        ]
        self.gevuld = [bits([w[k] is not None for w in self.waarden]) for k in self.kolommen]
        self._sluiters = {cel.wijkt_voor for rij in self.rijen for cel in rij.cellen} - {None}

    def cel(self, plek: Plek) -> Cel:
        """What can stand in a cell."""
        return self.rijen[plek.rij].cellen[plek.kolom]

    def waarde(self, plek: Plek) -> Waarde:
        """What a cell holds."""
        return self.waarden[plek.rij][plek.kolom]

    def dicht(self, plek: Plek) -> str:
        """Say why nothing can be typed in a cell; empty when something can."""
        cel = self.cel(plek)
        if cel.dicht or cel.wijkt_voor is None or _is_open(cel, self.waarden[plek.rij]):
            return cel.dicht
        reden = str(self.waarden[plek.rij][cel.wijkt_voor])
        veld = self.rijen[plek.rij].cellen[cel.wijkt_voor].veld
        waarom = (veld.waarden or {}).get(reden, reden)
        return f"{waarom.capitalize()}: hier hoort geen {cel.veld.label}."

    def leg_neer(self, plek: Plek, waarde: Waarde) -> tuple[Plek, ...]:
        """Let a cell hold a value; give the cells that look different for it."""
        rij, kolom = plek
        self.waarden[rij][kolom] = waarde
        zet_bit(self.gevuld, plek, aan=waarde is not None)
        if kolom not in self._sluiters:
            return (plek,)
        geraakt = tuple(Plek(rij, ander) for ander in self.kolommen)
        for ander in geraakt:
            zet_bit(self.open, ander, aan=_is_open(self.cel(ander), self.waarden[rij]))
        return geraakt


def _is_open(cel: Cel, waarden: Sequence[Waarde]) -> bool:
    """Whether something can be typed in a cell, given what its row holds."""
    return not cel.dicht and (cel.wijkt_voor is None or waarden[cel.wijkt_voor] is None)


def bits(feiten: Sequence[bool]) -> int:
    """Make one integer of many facts, the first in the lowest bit."""
    tekst = "".join(["1" if feit else "0" for feit in reversed(feiten)])
    return int(tekst or "0", 2)


def zet_bit(kolommen: list[int], plek: Plek, *, aan: bool) -> None:
    """Change the bit of one cell."""
    bit = 1 << plek.rij
    kolommen[plek.kolom] = kolommen[plek.kolom] | bit if aan else kolommen[plek.kolom] & ~bit


def eerste_bit(rijen: int, vanaf: int) -> int | None:
    """Give the first row at or after `vanaf`, or None."""
    rest = rijen >> vanaf
    return vanaf + (rest & -rest).bit_length() - 1 if rest else None


def laatste_bit(rijen: int, tot: int) -> int | None:
    """Give the last row before `tot`, or None."""
    rest = rijen & ((1 << tot) - 1)
    return rest.bit_length() - 1 if rest else None


def rijen_van(rijen: int) -> Iterator[int]:
    """Give the rows of which the bit is on, in order."""
    tekst = f"{rijen:b}"[::-1]
    return (nummer for nummer, teken in enumerate(tekst) if teken == "1")
