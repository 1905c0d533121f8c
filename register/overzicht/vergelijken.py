"""What differs between two sources of standen, and the list of that in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any

from attrs import evolve, frozen

from register.model.persoon import Persoon
from register.overzicht.bron import Bron, Standen, dossiers
from register.overzicht.indeling import Overzichtsoort
from register.overzicht.schrijven import recordschrijver
from register.velden import attributen
from register.vormen.verschil import ERBIJ, WEG, Wijziging, verschil

KOLOMMEN = (
    "Recordsoort",
    "BSN",
    "OWN",
    "Volgnummer",
    "Wijziging",
    "Gegeven",
    "Oud",
    "Nieuw",
)
"""The columns of a verschillenlijst."""

GEWIJZIGD = "gewijzigd"

PERSOONSNUMMERS = frozenset(a.veld.label for a in attributen(Persoon) if a.veld.sleutel)
"""The fields, as a difference names them, whose values are only written to a file."""


@frozen(kw_only=True)
class Verschil:
    """One difference.

    Attributes:
        code: the record of the stand it is in.
        soort: the kind of stand in a word ("inschrijving").
        burgerservicenummer: of the person, or None.
        onderwijsnummer: of the person, or None.
        studentnummer: of the person, where a source knows it.
        volgnummer: of the stand, or "" (a person has none).
        wat: "erbij", "weg" or "gewijzigd".
        wijziging: of a stand that was changed: which field, and how.
    """

    code: str
    soort: str
    burgerservicenummer: str | None
    onderwijsnummer: str | None
    studentnummer: str | None
    volgnummer: str
    wat: str
    wijziging: Wijziging = Wijziging(plaats="", oud="", nieuw="")


def vergelijk(
    oud: Bron,
    nieuw: Bron,
    soort: Overzichtsoort,
    gedaan: Callable[[int], None] = lambda _: None,
) -> Iterator[Verschil]:
    """Give every difference, person by person.

    Args:
        oud: the one.
        nieuw: the other.
        soort: the kind of overview; says which standen and in which order.
        gedaan: is told how many persons were compared since it was last told.
    """
    for voor, na in dossiers([oud, nieuw], gedaan):
        student = next(
            (s.studentnummer for s in (*na.values(), *voor.values()) if isinstance(s, Persoon)),
            None,
        )
        for een in _van_persoon(voor, na, soort):
            yield evolve(een, studentnummer=student)


def _van_persoon(voor: Standen, na: Standen, soort: Overzichtsoort) -> Iterator[Verschil]:
    for rubriek in soort.rubrieken:
        sleutels = {sleutel for klasse, sleutel in (*voor, *na) if klasse is rubriek.klasse}
        code = rubriek.recordsoorten[0].code
        for sleutel in sorted(sleutels, key=lambda s: s.volgnummer):
            oud, nieuw = (d.get((rubriek.klasse, sleutel)) for d in (voor, na))
            een: Any = nieuw if nieuw is not None else oud
            gevonden = Verschil(
                code=code,
                soort=rubriek.recordsoorten[0].vorm.naam,
                burgerservicenummer=een.burgerservicenummer,
                onderwijsnummer=een.onderwijsnummer,
                studentnummer=None,
                volgnummer=sleutel.volgnummer,
                wat=GEWIJZIGD,
            )
            if oud is None or nieuw is None:
                yield evolve(gevonden, wat=ERBIJ if oud is None else WEG)
            else:
                for wijziging in verschil(oud, nieuw):
                    yield evolve(gevonden, wijziging=wijziging)


def regel(een: Verschil) -> Sequence[Any]:
    """Give the cells of a difference in a verschillenlijst."""
    return (
        een.code,
        een.burgerservicenummer or "",
        een.onderwijsnummer or "",
        een.volgnummer,
        een.wat,
        een.wijziging.plaats,
        een.wijziging.oud,
        een.wijziging.nieuw,
    )


def verschillenschrijver(stroom: IO[str]) -> Callable[[Verschil], None]:
    """Write the head of a verschillenlijst, and give what writes a difference under it."""
    schrijver = recordschrijver(stroom)
    schrijver.writerow(KOLOMMEN)
    return lambda een: schrijver.writerow(regel(een))
