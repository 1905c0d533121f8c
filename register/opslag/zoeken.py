"""Finding a student by number or name: a narrow table over the current persons."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import sqlalchemy as sa
from attrs import frozen

from register.model.persoon import Persoon
from register.opslag import schema


@frozen(kw_only=True)
class Student:
    """A student as a list of search results shows one.

    Attributes:
        persoon: BSN or onderwijsnummer, the number that leads to the dossier.
    """

    persoon: str
    studentnummer: str | None
    naam: str
    geboortedatum: str


def neem_op(
    verbinding: sa.Connection, sleutels: Sequence[int], personen: Sequence[Persoon]
) -> None:
    """Put current persons in the index, or replace what stood there."""
    verbinding.exec_driver_sql(
        "INSERT OR REPLACE INTO student (sleutel, studentnummer, naam, geboortedatum, zoektekst)"
        " VALUES (?, ?, ?, ?, ?)",
        [
            (sleutel, p.studentnummer, p.naam, p.geboortedatum, _zoektekst(p))
            for sleutel, p in zip(sleutels, personen, strict=True)
        ],
    )


def haal_weg(verbinding: sa.Connection, sleutels: Sequence[int]) -> None:
    """Take persons out of the index (not out of the register)."""
    verbinding.exec_driver_sql(
        "DELETE FROM student WHERE sleutel = ?", [(sleutel,) for sleutel in sleutels]
    )


def _zoektekst(persoon: Persoon) -> str:
    """Give all that one can search a person by, each on a line of its own after a line break."""
    delen = (
        persoon.naam,
        persoon.studentnummer,
        persoon.burgerservicenummer,
        persoon.onderwijsnummer,
    )
    return "".join(f"\n{zoekvorm(deel)}" for deel in delen if deel)


def zoekvorm(tekst: str) -> str:
    """Give text in the form in which names are compared: no accents, no capitals."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def zoek(verbinding: sa.Connection, tekst: str, limiet: int) -> list[Student]:
    """Find students who have every word of the text, in the name or as beginning of a number.

    Names and numbers that begin with the whole text come first, then the others, in order of name.
    """
    t = schema.student
    gezocht = zoekvorm(tekst.strip())
    woorden = (
        f"\n{woord}" if any(teken.isdigit() for teken in woord) else woord
        for woord in gezocht.split()
    )
    vraag = (
        sa.select(schema.sleutel.c.persoon, t.c.studentnummer, t.c.naam, t.c.geboortedatum)
        .join(schema.sleutel, schema.sleutel.c.id == t.c.sleutel)
        .where(*(sa.func.instr(t.c.zoektekst, woord) > 0 for woord in woorden))
        .order_by(
            (sa.func.instr(t.c.zoektekst, f"\n{gezocht}") > 0).desc(), t.c.zoektekst, t.c.sleutel
        )
        .limit(limiet)
    )
    return [
        Student(persoon=persoon, studentnummer=nummer, naam=naam, geboortedatum=datum)
        for persoon, nummer, naam, datum in verbinding.execute(vraag)
    ]
