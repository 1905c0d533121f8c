"""Reading single standen and their history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from register.fouten import RegisterFout
from register.model.persoon import Persoon
from register.opslag import schema
from register.opslag.standen import Boeking, Sleutel, Stand, soort_van
from register.vormen.tabellen import lees

K = TypeVar("K")

_geboekt = schema.boeking.alias("geboekt")
_vervallen = schema.boeking.alias("vervallen")


def _standen(verbinding: sa.Connection, *voorwaarden: sa.ColumnElement[bool]) -> list[Stand]:
    t, s, g, v = schema.stand, schema.sleutel, _geboekt, _vervallen
    vraag = (
        sa.select(
            t.c.id,
            t.c.soort,
            s.c.persoon,
            s.c.brin,
            s.c.volgnummer,
            t.c.aangeleverd_op,
            t.c.verwijderd,
            *(g.c.op, g.c.door, g.c.reden),
            *(v.c.op, v.c.door, v.c.reden),
        )
        .join(s, s.c.id == t.c.sleutel)
        .join(g, g.c.id == t.c.boeking)
        .outerjoin(v, v.c.id == t.c.vervallen_door)
        .where(*voorwaarden)
        .order_by(t.c.id)
    )
    return [
        Stand(
            id=nummer,
            soort=soort,
            sleutel=Sleutel(persoon, brin, volgnummer),
            aangeleverd_op=datetime.fromisoformat(op),
            verwijderd=bool(weg),
            geboekt=_boeking(*boekingen[:3]),
            vervallen=None if boekingen[3] is None else _boeking(*boekingen[3:]),
        )
        for nummer, soort, persoon, brin, volgnummer, op, weg, *boekingen in verbinding.execute(
            vraag
        )
    ]


def _boeking(op: str, door: str, reden: str) -> Boeking:
    return Boeking(op=datetime.fromisoformat(op), door=door, reden=reden)


def laatste_boeking(verbinding: sa.Connection) -> int:
    """Give the number of the last booking, 0 when there is none."""
    return verbinding.execute(sa.select(sa.func.max(schema.boeking.c.id))).scalar_one() or 0


def stand(verbinding: sa.Connection, nummer: int) -> Stand:
    """Give one stand by its number.

    Raises:
        RegisterFout: there is none.
    """
    gevonden = _standen(verbinding, schema.stand.c.id == nummer)
    if not gevonden:
        raise RegisterFout(f"stand {nummer} is onbekend in het register")
    return gevonden[0]


def historie(verbinding: sa.Connection, klasse: type[Any], sleutel: Sleutel) -> list[Stand]:
    """Give every stand of a key, oldest first."""
    return _standen(verbinding, *_over(klasse, [sleutel]))


def actuelen(
    verbinding: sa.Connection, klasse: type[K], van: str | Sequence[Sleutel]
) -> list[tuple[Stand, K]]:
    """Give the current standen of a person or of keys, in order of person, BRIN and volgnummer."""
    standen = _standen(
        verbinding,
        *_over(klasse, van),
        schema.stand.c.vervallen_door.is_(None),
        schema.stand.c.verwijderd == 0,
    )
    entiteiten = lees(verbinding, klasse, (s.id for s in standen))
    return sorted(
        zip(standen, entiteiten, strict=True),
        key=lambda paar: (
            paar[0].sleutel.persoon,
            paar[0].sleutel.brin,
            paar[0].sleutel.volgnummer,
        ),
    )


def opvolger(verbinding: sa.Connection, persoon: str) -> str | None:
    """Give the number under which a person goes on who is deleted under another.

    The booking that deleted the one made the other current, as heridentificatie does and the
    undoing of it.
    """
    weg, verder = schema.stand.alias("weg"), schema.stand.alias("verder")
    van, naar = schema.sleutel.alias("van"), schema.sleutel.alias("naar")
    vraag = (
        sa.select(naar.c.persoon)
        .select_from(weg)
        .join(van, van.c.id == weg.c.sleutel)
        .join(verder, verder.c.boeking == weg.c.boeking)
        .join(naar, naar.c.id == verder.c.sleutel)
        .where(van.c.persoon == persoon, weg.c.vervallen_door.is_(None), weg.c.verwijderd == 1)
        .where(weg.c.soort == soort_van(Persoon), verder.c.soort == weg.c.soort)
        .where(verder.c.verwijderd == 0)
    )
    return verbinding.execute(vraag).scalar()


def boekingen_per_dag(verbinding: sa.Connection, vanaf: date) -> dict[date, int]:
    """Count the bookings of each day since a day."""
    op = schema.boeking.c.op
    dag = sa.func.substr(op, 1, 10)
    vraag = sa.select(dag, sa.func.count()).where(op >= vanaf.isoformat()).group_by(dag)
    return {date.fromisoformat(dag): aantal for dag, aantal in verbinding.execute(vraag)}


def _over(klasse: type[Any], van: str | Sequence[Sleutel]) -> Iterator[sa.ColumnElement[bool]]:
    s = schema.sleutel.c
    yield schema.stand.c.soort == soort_van(klasse)
    if isinstance(van, str):
        yield s.persoon == van
    else:
        sleutels = [(een.persoon, een.brin, een.volgnummer) for een in van]
        yield sa.tuple_(s.persoon, s.brin, s.volgnummer).in_(sleutels)


def entiteit(verbinding: sa.Connection, klasse: type[K], nummer: int) -> K:
    """Give the entity of a stand, current or lapsed.

    Raises:
        RegisterFout: there is no such stand of this class, or it is a deletion.
    """
    gevonden = stand(verbinding, nummer)
    if gevonden.soort != soort_van(klasse):
        raise RegisterFout(f"stand {nummer} is geen {soort_van(klasse)} maar {gevonden.soort}")
    if gevonden.verwijderd:
        raise RegisterFout(f"stand {nummer} is een verwijdering")
    return lees(verbinding, klasse, [nummer])[0]
