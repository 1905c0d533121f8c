"""Writing an overview: records in a stream, person by person."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any

from attrs import define, field

from register.overzicht.bron import Standen
from register.overzicht.indeling import VOORLOOP, Overzichtsoort, Recordsoort, Voorloop
from register.velden import attributen
from register.vormen.kolommen import rijen
from register.vormen.waarden import naar_tekst

SCHEIDING = "|"


@define
class Tellingen:
    """What the last record of an overview says: records of each kind, and totals."""

    records: Counter[str] = field(factory=Counter)
    totalen: Counter[tuple[str, str]] = field(factory=Counter)

    def tel(self, soort: Overzichtsoort, code: str, waarden: Mapping[str, Any]) -> None:
        """Count a record."""
        self.records[code] += 1
        for totaal in soort.totalen:
            if totaal[0] == code:
                self.totalen[totaal] += int(waarden[totaal[1]])

    def sluitrecord(self, soort: Overzichtsoort) -> list[str]:
        """Give the last record."""
        aantallen = [self.records[code] for code in soort.recordsoorten]
        totalen = [self.totalen[totaal] for totaal in soort.totalen]
        return [soort.sluitcode, *map(str, (*aantallen, *totalen))]


def schrijf_overzicht(
    stroom: IO[str], soort: Overzichtsoort, voorloop: Voorloop, dossiers: Iterable[Standen]
) -> dict[str, int]:
    """Write an overview.

    Args:
        stroom: where to.
        soort: which kind.
        voorloop: the first record.
        dossiers: what belongs in it, person by person in order of the overview.

    Returns:
        The number of records of each kind, by code in order.
    """
    schrijver = recordschrijver(stroom)
    schrijver.writerow([VOORLOOP, *_cellen(voorloop)])
    tellingen = Tellingen()
    for standen in dossiers:
        for recordsoort, waarden in records(soort, standen):
            tellingen.tel(soort, recordsoort.code, waarden)
            cellen = (naar_tekst(v.veld, waarden[v.naam]) for v in recordsoort.velden)
            schrijver.writerow([recordsoort.code, *cellen])
    schrijver.writerow(tellingen.sluitrecord(soort))
    return {code: tellingen.records[code] for code in soort.recordsoorten}


def recordschrijver(stroom: IO[str]) -> Any:
    """Give a writer of records; a field that has the separator or a quote in it is quoted."""
    return csv.writer(stroom, delimiter=SCHEIDING, lineterminator="\n")


def records(
    soort: Overzichtsoort, standen: Standen
) -> Iterator[tuple[Recordsoort, dict[str, Any]]]:
    """Give the records of one person, each with its values by name of the field."""
    for rubriek in soort.rubrieken:
        eigen = {s.volgnummer: stand for (k, s), stand in standen.items() if k is rubriek.klasse}
        for _, stand in sorted(eigen.items()):
            per_vorm = rijen(rubriek.klasse, [stand])
            for recordsoort in rubriek.recordsoorten:
                for rij in per_vorm[recordsoort.vorm.naam]:
                    yield recordsoort, _waarden(recordsoort, stand, rij)


def _waarden(recordsoort: Recordsoort, stand: Any, rij: Sequence[Any]) -> dict[str, Any]:
    waarden = {v.naam: getattr(stand, v.naam) for v in recordsoort.sleutel}
    if recordsoort.is_wortel:
        plaats, inhoud = {}, rij[1:]
    else:
        plaats, inhoud = {"nr": rij[1] + 1, "ouder": rij[2] + 1}, rij[3:]
    return waarden | plaats | dict(zip(recordsoort.vorm.kolommen, inhoud, strict=True))


def _cellen(entiteit: Any) -> list[str]:
    return [naar_tekst(a.veld, getattr(entiteit, a.naam)) for a in attributen(type(entiteit))]
