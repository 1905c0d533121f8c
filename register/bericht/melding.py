"""One message of a levering: a stand to register, or a stand to delete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from attrs import frozen

from register.model.persoon import Persoon
from register.opslag.standen import Sleutel, sleutel_van, soort_van
from register.velden import Attribuut, Soort, attributen


@frozen(kw_only=True)
class Aanlevering:
    """A stand to register, whole.

    Attributes:
        nummer: place of the message in its levering, from 1.
        entiteit: the stand; it names the moment of mutation in `aangeleverd_op`.
        persoon: who it is about, where the message tells more than the number.
    """

    nummer: int
    entiteit: Any
    persoon: Persoon | None = None

    @property
    def klasse(self) -> type[Any]:
        """The class of the stand."""
        return type(self.entiteit)

    @property
    def sleutel(self) -> Sleutel:
        """What the stand is about."""
        return sleutel_van(self.entiteit)

    @property
    def aangeleverd_op(self) -> datetime:
        """The moment of mutation."""
        moment: datetime = self.entiteit.aangeleverd_op
        return moment


@frozen(kw_only=True)
class Verwijdering:
    """A stand to delete.

    Attributes:
        nummer: place of the message in its levering, from 1.
        klasse: the class of the stand.
        brin: the school.
        volgnummer: the volgnummer of the stand.
        aangeleverd_op: the moment of mutation.
    """

    nummer: int
    klasse: type[Any]
    brin: str
    burgerservicenummer: str | None = None
    onderwijsnummer: str | None = None
    volgnummer: str
    aangeleverd_op: datetime

    @property
    def sleutel(self) -> Sleutel:
        """What the stand is about."""
        persoon = self.burgerservicenummer or self.onderwijsnummer or ""
        return Sleutel(persoon, self.brin, self.volgnummer)


Melding = Aanlevering | Verwijdering


def naam_van(melding: Melding) -> str:
    """Give the name the pair of request and response share."""
    handeling = "verwijderen" if isinstance(melding, Verwijdering) else "aanleveren"
    return f"{handeling}_{soort_van(melding.klasse)}"


def volgnummerveld(klasse: type[Any]) -> Attribuut:
    """Give the field with the volgnummer that is part of the key."""
    return next(
        a for a in attributen(klasse) if a.veld.sleutel and a.veld.soort is Soort.VOLGNUMMER
    )


def sleutelvelden(klasse: type[Any]) -> Iterator[Attribuut]:
    """Give the fields of a message that deletes: the key and the moment of mutation."""
    return (a for a in attributen(klasse) if a.veld.sleutel or a.naam == "aangeleverd_op")
