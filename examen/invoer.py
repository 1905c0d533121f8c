"""Reading examenresultaten from JSON: fields, and what one examenresultaat must be as a whole.

A volgnummer that occurs twice or a reference to a result that is not there makes the rest
unreadable, so it is an error of the input here. DUO has a signal for each. What else may be double
(a tijdvak, an opleiding, a line of a cijferlijst) is left to DUO's signals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from examen.model import Examenresultaat
from register.fouten import InvoerFout
from register.vormen.json_vorm import RecordFout, lees_regels

RESULTAATLIJSTEN = (
    "vakresultaten",
    "werkstukresultaten",
    "toetsresultaten",
    "stageresultaten",
    "combinatiecijferresultaten",
)
"""The lists that share one numbering: resultaatvolgnummer is unique over all of them."""


def lees_examenresultaten(stroom: BinaryIO) -> Iterator[tuple[int, Examenresultaat | RecordFout]]:
    """Read JSON lines: line number with the examenresultaat, or with all that is wrong with it."""
    return lees_regels(stroom, Examenresultaat, keuring)


def keuring(examenresultaat: Examenresultaat) -> Iterator[InvoerFout]:
    """Give what is wrong with the whole: no person number, double or dangling volgnummers."""
    if not (examenresultaat.burgerservicenummer or examenresultaat.onderwijsnummer):
        yield InvoerFout("BSN en onderwijsnummer ontbreken; een van beide is nodig")
    volgnummers: Counter[str] = Counter()
    for lijst in RESULTAATLIJSTEN:
        for nummer, resultaat in enumerate(getattr(examenresultaat, lijst)):
            volgnummers[resultaat.resultaatvolgnummer] += 1
            if volgnummers[resultaat.resultaatvolgnummer] == 2:
                yield InvoerFout(
                    f"{resultaat.resultaatvolgnummer} is al het volgnummer van een ander resultaat",
                    veld=f"{lijst}[{nummer}].resultaatvolgnummer",
                )
    for plaats, volgnummer in _verwijzingen(examenresultaat):
        if volgnummer not in volgnummers:
            yield InvoerFout(f"verwijst naar resultaat {volgnummer}, dat er niet is", veld=plaats)


def _verwijzingen(examenresultaat: Examenresultaat) -> Iterator[tuple[str, str]]:
    for nr, cijferlijst in enumerate(examenresultaat.cijferlijsten):
        for regelnr, regel in enumerate(cijferlijst.regels):
            plaats = f"cijferlijsten[{nr}].regels[{regelnr}].resultaatvolgnummer"
            yield plaats, regel.resultaatvolgnummer
    for nr, certificaat in enumerate(examenresultaat.certificaten):
        for lidnr, volgnummer in enumerate(certificaat.resultaatvolgnummers):
            yield f"certificaten[{nr}].resultaatvolgnummers[{lidnr}]", volgnummer
