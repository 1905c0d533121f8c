"""One candidate in a list, and what an act would do to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Sleutel, Stand


@frozen(kw_only=True)
class Groepsregel:
    """One examenresultaat with what an administrator chooses it by.

    Attributes:
        sleutel: what it is about.
        student: studentnummer, or "".
        opleiding: code of its cijferlijsten, or "".
        opleidingsnaam: the name of it, to be found by.
        niveau: uitslagniveau of the opleiding, as it is written short.
        jaar: examenregime of the uitslag, None when nothing names one.
        teruggetrokken: the candidate was withdrawn from the exam.
        geleverd: the registered uitslag (G, A or D), or "".
        berekend: the uitslag that follows from the marks, or "".
        open: marks that are still to come.
        afkeur: findings for which DUO would reject it.
        bevindingen: all findings.
    """

    sleutel: Sleutel
    student: str
    naam: str
    opleiding: str
    opleidingsnaam: str
    niveau: str
    jaar: int | None
    teruggetrokken: bool
    geleverd: str
    berekend: str
    open: int
    afkeur: int
    bevindingen: int


@frozen(kw_only=True)
class Samenvatting:
    """What an act may change of one candidate.

    Attributes:
        uitslag: G, A or D, or "".
        eindcijfers: per volgnummer.
        combinatiecijfers: as they are written.
        certificaten: volgnummers of the results that earn one.
    """

    uitslag: str = ""
    eindcijfers: Mapping[str, int] = field(factory=dict)
    combinatiecijfers: tuple[str, ...] = ()
    certificaten: frozenset[str] = frozenset()


@frozen(kw_only=True)
class Groepsvoorstel:
    """What an act would do to one candidate.

    Attributes:
        regel: the candidate.
        voor: as it is.
        na: as it becomes.
        entiteit: what is booked, or None when nothing changes.
        stand: the stand it is based on, None when there was none.
        vakken: the name of the vak of each volgnummer.
        bezwaren: why it cannot be done, in words; then it is not.
    """

    regel: Groepsregel
    voor: Samenvatting = field(factory=Samenvatting)
    na: Samenvatting = field(factory=Samenvatting)
    entiteit: Any = field(default=None, repr=False)
    stand: Stand | None = None
    vakken: Mapping[str, str] = field(factory=dict)
    bezwaren: tuple[str, ...] = ()

    @property
    def gaat_door(self) -> bool:
        """Whether there is something to book and nothing against it."""
        return self.entiteit is not None and not self.bezwaren


@frozen(kw_only=True)
class Telling:
    """How many of some proposals go through, are refused, and change nothing."""

    goed: int
    geweigerd: int
    gelijk: int


def tel(voorstellen: Sequence[Groepsvoorstel]) -> Telling:
    """Count proposals by what becomes of them."""
    goed = sum(een.gaat_door for een in voorstellen)
    geweigerd = sum(bool(een.bezwaren) for een in voorstellen)
    return Telling(goed=goed, geweigerd=geweigerd, gelijk=len(voorstellen) - goed - geweigerd)
