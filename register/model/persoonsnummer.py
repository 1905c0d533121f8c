"""The number that says who a person is: BSN, or onderwijsnummer for who has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stdnum.nl import bsn, onderwijsnummer

from register.fouten import InvoerFout

_PROEVEN = {"burgerservicenummer": bsn.is_valid, "onderwijsnummer": onderwijsnummer.is_valid}


def keuring(entiteit: Any) -> Iterator[InvoerFout]:
    """Give what is wrong with the numbers of a person, enrolment or exam that is typed in.

    Neither is given, or one cannot be a number that was given out: a digit is wrong. No text shows
    a number.
    """
    nummers = {naam: getattr(entiteit, naam) for naam in _PROEVEN}
    if not any(nummers.values()):
        yield InvoerFout(
            "BSN en onderwijsnummer ontbreken; een van beide is nodig", veld="burgerservicenummer"
        )
    for naam, nummer in nummers.items():
        if nummer and not _PROEVEN[naam](nummer):
            yield InvoerFout("klopt niet (elfproef); kijk de cijfers na", veld=naam)
