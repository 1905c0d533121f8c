"""The number that says who a person is: BSN, or onderwijsnummer for who has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen
from stdnum.nl import bsn, onderwijsnummer

from register.fouten import InvoerFout
from register.velden import Soort, veld

_PROEVEN = {"burgerservicenummer": bsn.is_valid, "onderwijsnummer": onderwijsnummer.is_valid}


@frozen(kw_only=True)
class Heridentificatie:
    """The BSN of a person who was registered with an onderwijsnummer."""

    onderwijsnummer: str = veld("onderwijsnummer", Soort.CODE, patroon="[0-9]{9}", sleutel=True)
    burgerservicenummer: str = veld("BSN", Soort.CODE, patroon="[0-9]{9}")


def bezwaar(naam: str, nummer: Any) -> str:
    """Say why what is typed in a field cannot be a number that was given out, or nothing.

    A digit is wrong, or two are swapped. No text shows a number.
    """
    proef = _PROEVEN.get(naam)
    if proef is None or not nummer or proef(nummer):
        return ""
    return "klopt niet (elfproef); kijk de cijfers na"


def keuring(entiteit: Any) -> Iterator[InvoerFout]:
    """Give what is wrong with the numbers of a person, enrolment or exam that is typed in.

    Neither is given, or of one there is a `bezwaar`.
    """
    nummers = {naam: getattr(entiteit, naam) for naam in _PROEVEN}
    if not any(nummers.values()):
        yield InvoerFout(
            "BSN en onderwijsnummer ontbreken; een van beide is nodig", veld="burgerservicenummer"
        )
    for naam, nummer in nummers.items():
        if zin := bezwaar(naam, nummer):
            yield InvoerFout(zin, veld=naam)
