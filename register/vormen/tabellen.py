"""Entities as database tables: one per nested list, made from field metadata.

The tables have the names and columns of the frames in `kolommen`. Each row belongs to a stand;
`(stand, nr)` is its key. Dates are ISO text, booleans 0 and 1, marks whole tenths: what SQLite
keeps fast and any database understands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from threading import Lock
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import JSON

from register.velden import Attribuut, Soort
from register.vormen.kolommen import WAARDE, Rijen, Vorm, rijen, uit_rijen, vormen

K = TypeVar("K")

METADATA = sa.MetaData()
"""All tables of the register."""

_TYPEN: dict[Soort, type[sa.types.TypeEngine[Any]]] = {
    Soort.TEKST: sa.String,
    Soort.CODE: sa.String,
    Soort.VOLGNUMMER: sa.String,
    Soort.JAAR: sa.SmallInteger,
    Soort.GEHEEL: sa.Integer,
    Soort.CIJFER: sa.SmallInteger,
    Soort.HEEL_CIJFER: sa.SmallInteger,
    Soort.DATUM: sa.String,
    Soort.MOMENT: sa.String,
    Soort.JA_NEE: sa.SmallInteger,
}

_NAAR_OPSLAG: dict[Soort, Callable[[Any], Any]] = {
    Soort.DATUM: date.isoformat,
    Soort.MOMENT: datetime.isoformat,
}
_UIT_OPSLAG: dict[Soort, Callable[[Any], Any]] = {
    Soort.DATUM: date.fromisoformat,
    Soort.MOMENT: datetime.fromisoformat,
    Soort.JA_NEE: bool,
}

_TABELLEN: dict[type[Any], dict[str, sa.Table]] = {}
_maakt = Lock()
"""Held while tables are made; METADATA takes each table once, whoever asks first."""


def tabellen(klasse: type[Any]) -> dict[str, sa.Table]:
    """Give the tables of an entity class by name, root first."""
    if klasse not in _TABELLEN:
        with _maakt:
            if klasse not in _TABELLEN:
                _TABELLEN[klasse] = {vorm.naam: _tabel(vorm) for vorm in vormen(klasse)}
    return _TABELLEN[klasse]


def _tabel(vorm: Vorm) -> sa.Table:
    plaats = [_stand_kolom()]
    if vorm.ouder is not None:
        plaats.append(sa.Column("nr", sa.SmallInteger, primary_key=True))
        plaats.append(sa.Column("ouder", sa.SmallInteger, nullable=False))
    eigen = [_kolom(naam, attribuut) for naam, attribuut in vorm.kolommen.items()]
    return sa.Table(vorm.naam, METADATA, *plaats, *eigen, sqlite_with_rowid=False)


def _kolom(naam: str, attribuut: Attribuut) -> sa.Column[Any]:
    """Make a column; one of a nested part is empty where the part is absent."""
    van_deel = naam not in (attribuut.naam, WAARDE)
    return sa.Column(naam, _TYPEN[attribuut.veld.soort], nullable=attribuut.leeg_mag or van_deel)


def _stand_kolom() -> sa.Column[int]:
    verwijzing = sa.ForeignKey("stand.id")
    return sa.Column("stand", sa.Integer, verwijzing, primary_key=True, autoincrement=False)


def schrijf(
    verbinding: sa.Connection, klasse: type[K], entiteiten: Iterable[K], *, vanaf: int
) -> None:
    """Insert entities as consecutive standen.

    Args:
        verbinding: with a transaction open.
        klasse: their class.
        entiteiten: the entities; the n-th gets stand `vanaf + n`.
        vanaf: number of the first stand; the standen themselves exist already.
    """
    per_tabel: Rijen = rijen(klasse, entiteiten, vanaf=vanaf)
    for vorm in vormen(klasse):
        inhoud = _omgezet(vorm, per_tabel[vorm.naam], _NAAR_OPSLAG)
        if inhoud:
            verbinding.exec_driver_sql(_invoegen(tabellen(klasse)[vorm.naam]), list(inhoud))


@cache
def _invoegen(tabel: sa.Table) -> str:
    """Give the statement that inserts a row; making it takes longer than the inserting."""
    return str(sa.insert(tabel).compile(dialect=sqlite.dialect()))


def lees(verbinding: sa.Connection, klasse: type[K], standen: Iterable[int]) -> list[K]:
    """Read the entities of these standen, in order of stand."""
    gezocht = sa.func.json_each(sa.literal(list(standen), JSON)).table_valued("value")
    per_tabel = {}
    for vorm in vormen(klasse):
        tabel = tabellen(klasse)[vorm.naam]
        vraag = sa.select(tabel).where(tabel.c.stand.in_(sa.select(gezocht.c.value)))
        gevonden = [tuple(rij) for rij in verbinding.execute(vraag)]
        per_tabel[vorm.naam] = _omgezet(vorm, gevonden, _UIT_OPSLAG)
    return uit_rijen(klasse, per_tabel)


def _omgezet(
    vorm: Vorm, inhoud: Sequence[tuple[Any, ...]], omzetters: Mapping[Soort, Callable[[Any], Any]]
) -> Sequence[tuple[Any, ...]]:
    """Convert the columns whose kind needs it; rows stay as they are when none does."""
    te_doen = {
        plaats: omzetters[a.veld.soort]
        for plaats, a in enumerate(vorm.kolommen.values(), start=1 if vorm.ouder is None else 3)
        if a.veld.soort in omzetters
    }
    if not te_doen:
        return inhoud
    uit = []
    for rij in inhoud:
        nieuw = list(rij)
        for plaats, omzetter in te_doen.items():
            if nieuw[plaats] is not None:
                nieuw[plaats] = omzetter(nieuw[plaats])
        uit.append(tuple(nieuw))
    return uit
