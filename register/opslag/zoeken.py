"""Finding a student by number or name: a narrow table over the current persons."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import sqlalchemy as sa

from register.model.persoon import Persoon
from register.opslag import schema
from register.vormen.tabellen import lees


def neem_op(
    verbinding: sa.Connection,
    sleutels: Sequence[int],
    standen: Sequence[int],
    personen: Sequence[Persoon],
) -> None:
    """Put the current standen of persons in the index, or replace what stood there."""
    verbinding.exec_driver_sql(
        "INSERT OR REPLACE INTO student (sleutel, stand, studentnummer, burgerservicenummer,"
        " onderwijsnummer, zoeknaam) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                sleutel,
                stand,
                p.studentnummer,
                p.burgerservicenummer,
                p.onderwijsnummer,
                zoekvorm(p.naam),
            )
            for sleutel, stand, p in zip(sleutels, standen, personen, strict=True)
        ],
    )


def haal_weg(verbinding: sa.Connection, sleutel: int) -> None:
    """Take a person out of the index (not out of the register)."""
    verbinding.execute(sa.delete(schema.student).where(schema.student.c.sleutel == sleutel))


def zoekvorm(tekst: str) -> str:
    """Give text in the form in which names are compared: no accents, no capitals."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def zoek(verbinding: sa.Connection, tekst: str, limiet: int) -> list[Persoon]:
    """Find students whose number begins with the text or whose name has all its words.

    Names that begin with the text come first, then the others, in order of name.
    """
    t = schema.student
    gezocht = zoekvorm(tekst.strip())
    nummers = (t.c.studentnummer, t.c.burgerservicenummer, t.c.onderwijsnummer)
    begint = sa.func.substr(t.c.zoeknaam, 1, len(gezocht)) == gezocht
    in_naam = sa.and_(
        sa.true(), *(sa.func.instr(t.c.zoeknaam, woord) > 0 for woord in gezocht.split())
    )
    op_nummer = sa.or_(
        *(sa.func.lower(sa.func.substr(n, 1, len(gezocht))) == gezocht for n in nummers)
    )
    vraag = (
        sa.select(t.c.stand)
        .where(in_naam | op_nummer)
        .order_by(begint.desc(), t.c.zoeknaam, t.c.sleutel)
        .limit(limiet)
    )
    standen = list(verbinding.execute(vraag).scalars())
    personen = dict(zip(sorted(standen), lees(verbinding, Persoon, standen), strict=True))
    return [personen[stand] for stand in standen]
