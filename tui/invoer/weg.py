"""The way over a sheet: which rows show, and what the next cell is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from functools import reduce
from operator import or_

from tui.invoer.cellen import Cellen, Plek, eerste_bit, laatste_bit, rijen_van


class Volgorde(StrEnum):
    """Where Enter and a finished value go."""

    OMLAAG = "omlaag, kolom voor kolom"
    RECHTS = "naar rechts, regel voor regel"


class Weg:
    """Where the keys go that leave a cell.

    Attributes:
        volgorde: where Enter goes.
        klaar: per column the rows that need no visit, while only the others show; else None.
        zichtbaar: the rows that show, in order.
    """

    def __init__(self, cellen: Cellen, volgorde: Volgorde) -> None:
        self._cellen = cellen
        self.volgorde = volgorde
        self.klaar: list[int] | None = None
        self._toon((1 << len(cellen.rijen)) - 1)

    def _toon(self, rijen: int) -> None:
        self._bits = rijen
        self.zichtbaar: Sequence[int] = list(rijen_van(rijen))

    def toont(self, rij: int) -> bool:
        """Whether a row shows."""
        return bool(self._bits >> rij & 1)

    def toon_alles(self) -> None:
        """Show every row."""
        self.klaar = None
        self._toon((1 << len(self._cellen.rijen)) - 1)

    def beperk(self, klaar: list[int], kolom: int) -> bool:
        """Show only the rows where something is not `klaar`; tell whether there are any.

        Going down it is about this column, to the right about all that has to be filled.
        """
        self.toon_alles()
        self.klaar = klaar
        omlaag = self.volgorde is Volgorde.OMLAAG
        rijen = self._open(kolom) if omlaag else reduce(or_, self._verwacht())
        if rijen:
            self._toon(rijen)
        else:
            self.klaar = None
        return bool(rijen)

    def _open(self, kolom: int) -> int:
        """The rows of a column that can be gone to."""
        rijen = self._cellen.open[kolom] & self._bits
        return rijen if self.klaar is None else rijen & ~self.klaar[kolom]

    def _verwacht(self) -> list[int]:
        """Per column the rows that can be gone to and have to be filled."""
        return [self._open(k) & self._cellen.verwacht[k] for k in self._cellen.kolommen]

    def volgende(self, plek: Plek) -> Plek | None:
        """Give the next cell in the order, without going on to another column when going down."""
        if self.volgorde is Volgorde.RECHTS:
            return _na(self._verwacht(), plek)
        rij = eerste_bit(self._open(plek.kolom), plek.rij + 1)
        return None if rij is None else Plek(rij, plek.kolom)

    def volgende_kolom(self, kolom: int) -> Plek | None:
        """Give the first cell of the next column with cells to fill; to the right there is none."""
        if self.volgorde is Volgorde.RECHTS:
            return None
        verwacht = self._verwacht()
        for verder in self._cellen.kolommen[kolom + 1 :]:
            if (rij := eerste_bit(verwacht[verder], 0)) is not None:
                return Plek(rij, verder)
        return None

    def rijen(self, kolom: int, vanaf: int) -> list[int]:
        """Give the rows of a column that can be gone to, from a row on."""
        return [vanaf + rij for rij in rijen_van(self._open(kolom) >> vanaf)]

    def begin(self) -> Plek:
        """Give the cell where typing begins."""
        return self.volgende_kolom(-1) or _na(self._verwacht(), Plek(0, -1)) or Plek(0, 0)

    def opzij(self, plek: Plek, stap: int) -> Plek:
        """Give the next open cell to the right (1) or left (-1), over the end of the row."""
        rijen = [self._open(kolom) for kolom in self._cellen.kolommen]
        return (_na if stap > 0 else _voor)(rijen, plek) or plek

    def buur(self, plek: Plek, rijen: int, kolommen: int) -> Plek:
        """Give the cell so many rows and columns away, open or not, as far as the sheet goes."""
        hier = bisect_left(self.zichtbaar, plek.rij)
        return Plek(
            self.zichtbaar[min(max(hier + rijen, 0), len(self.zichtbaar) - 1)],
            min(max(plek.kolom + kolommen, 0), len(self._cellen.kolommen) - 1),
        )


def _na(rijen: Sequence[int], plek: Plek) -> Plek | None:
    """Give the first cell after a place, row by row, of those whose bit is on."""
    kolommen = range(len(rijen))
    for kolom in kolommen[plek.kolom + 1 :]:
        if rijen[kolom] >> plek.rij & 1:
            return Plek(plek.rij, kolom)
    rij = eerste_bit(reduce(or_, rijen, 0), plek.rij + 1)
    return None if rij is None else Plek(rij, next(k for k in kolommen if rijen[k] >> rij & 1))


def _voor(rijen: Sequence[int], plek: Plek) -> Plek | None:
    """Give the last cell before a place, row by row, of those whose bit is on."""
    andersom = range(len(rijen))[::-1]
    for kolom in andersom[len(rijen) - plek.kolom :]:
        if rijen[kolom] >> plek.rij & 1:
            return Plek(plek.rij, kolom)
    rij = laatste_bit(reduce(or_, rijen, 0), plek.rij)
    return None if rij is None else Plek(rij, next(k for k in andersom if rijen[k] >> rij & 1))
