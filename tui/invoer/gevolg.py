"""What a key does to a sheet, as far as others must know: the screen and the storage."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from attrs import define, frozen

from register.velden import Veld
from tui.invoer.cel import Waarde
from tui.invoer.cellen import Plek


@frozen(kw_only=True)
class Vastlegging:
    """A value that changed and has to be booked."""

    plek: Plek
    oud: Waarde
    nieuw: Waarde


@frozen(kw_only=True)
class Gevolg:
    """What one key did.

    Attributes:
        cellen: the cells that look different.
        alles: other rows show, or all cells look different.
        verplaatst: the cursor is on another cell.
        vastlegging: what the storage must book, if anything.
        melding: one line for the user, or empty.
        bel: the melding deserves a sound.
    """

    cellen: tuple[Plek, ...] = ()
    alles: bool = False
    verplaatst: bool = False
    vastlegging: Vastlegging | None = None
    melding: str = ""
    bel: bool = False


class Waarom(Enum):
    """Why a sheet takes no more characters until the user shows that the melding was seen."""

    TEKEN = auto()
    """The last key cannot be here."""
    EINDE = auto()
    """There is no next cell in this direction."""
    VERSCHIL = auto()
    """The second reading differs."""
    CONFLICT = auto()
    """The value could not be booked, or was changed by somebody else."""
    NIEUWS = auto()
    """Somebody else changed another cell of the row."""


@define(kw_only=True)
class Wacht:
    """The sheet holds.

    Attributes:
        gemist: characters came in since, so whoever types has not seen it yet.
        voorstel: of a VERSCHIL, the value of the second reading.
    """

    waarom: Waarom
    zin: str
    voorstel: Waarde = None
    gemist: bool = False


@frozen(kw_only=True)
class Omzetting:
    """What is typed in a column instead of its value, such as a score for a mark."""

    veld: Veld
    waarde_van: Callable[[int], int]


@frozen(kw_only=True)
class Telling:
    """How far a sheet is.

    Attributes:
        ingevoerd: cells that have to be filled and are.
        verwacht: cells that have to be filled.
        nagezien: cells that a second reading found the same, or changed.
        afwijking: cells where the second reading differed.
    """

    ingevoerd: int
    verwacht: int
    nagezien: int
    afwijking: int

    def __str__(self) -> str:
        delen = [
            f"ingevoerd {self.ingevoerd}/{self.verwacht}",
            f"leeg {self.verwacht - self.ingevoerd}",
        ]
        if self.nagezien or self.afwijking:
            delen += [f"nagezien {self.nagezien}", f"afwijking {self.afwijking}"]
        return " · ".join(delen)
