"""What a stand is about and who made it."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from attrs import frozen

from register.fouten import RegisterFout
from register.velden import Soort, attributen


@frozen
class Sleutel:
    """What a stand is about, within one kind of stand.

    Attributes:
        persoon: BSN, or onderwijsnummer for who has none.
        brin: the school, or "" for what is not a school's (a person).
        volgnummer: inschrijving- or examenresultaatvolgnummer, or "".
    """

    persoon: str
    brin: str = ""
    volgnummer: str = ""


def sleutel_van(entiteit: Any) -> Sleutel:
    """Give the key of an entity from its key fields.

    Raises:
        RegisterFout: it has neither BSN nor onderwijsnummer.
    """
    persoon = entiteit.burgerservicenummer or entiteit.onderwijsnummer
    if not persoon:
        raise RegisterFout("BSN en onderwijsnummer ontbreken; een van beide is nodig")
    van_school, volgnummer = _sleutelvelden(entiteit.__class__)
    return Sleutel(
        persoon,
        entiteit.brin if van_school else "",
        getattr(entiteit, volgnummer) if volgnummer else "",
    )


@cache
def _sleutelvelden(klasse: type[Any]) -> tuple[bool, str]:
    """Say whether entities of a class are a school's, and which field is their volgnummer."""
    volgnummers = [
        a.naam for a in attributen(klasse) if a.veld.sleutel and a.veld.soort is Soort.VOLGNUMMER
    ]
    van_school = any(a.naam == "brin" for a in attributen(klasse))
    return van_school, volgnummers[-1] if volgnummers else ""


def soort_van(klasse: type[Any]) -> str:
    """Give the kind of stand an entity class makes: the name of its root table."""
    return klasse.__name__.lower()


def waarover(entiteit: Any) -> tuple[str, Sleutel]:
    """Give what the stand of an entity is about: its kind and its key."""
    return soort_van(type(entiteit)), sleutel_van(entiteit)


def benaming(soort: str, volgnummer: str) -> str:
    """Name what a stand is about to a user: without the person's number."""
    return f"{'student' if soort == 'persoon' else soort} {volgnummer}".rstrip()


def tijdstip(op: datetime) -> str:
    """Give a moment as messages tell it: to the second."""
    return op.isoformat(sep=" ", timespec="seconds")


@frozen(kw_only=True)
class Boeking:
    """Who registered something, when and why."""

    op: datetime
    door: str
    reden: str


@frozen(kw_only=True)
class Stand:
    """One state of one key: asserted by a booking, perhaps lapsed by a later one.

    Attributes:
        id: number of the stand, growing in order of booking.
        aangeleverd_op: when it was delivered; decides which of two standen is the later.
        verwijderd: this stand says that there is nothing (any more).
        geboekt: the booking that asserted it.
        vervallen: the booking that made it lapse, or None for the current stand.
    """

    id: int
    soort: str
    sleutel: Sleutel
    aangeleverd_op: datetime
    verwijderd: bool
    geboekt: Boeking
    vervallen: Boeking | None

    @property
    def actueel(self) -> bool:
        """Whether this is the stand that holds now."""
        return self.vervallen is None
