"""Booking: a new stand replaces the whole current one of its key, or nothing happens.

Everything here runs inside a transaction that the caller opened for writing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import count
from typing import Any

import sqlalchemy as sa
from attrs import frozen
from sqlalchemy.dialects.sqlite import JSON

from register.fouten import ConflictFout, RegisterFout
from register.model.persoon import Persoon
from register.opslag import schema, zoeken
from register.opslag.standen import Boeking, Sleutel, benaming, sleutel_van, soort_van, tijdstip
from register.vormen.tabellen import schrijf

PARTIJ = 2000
"""Entities per transaction when many are booked."""


@frozen
class Huidig:
    """The current stand of a key, as booking needs to know it."""

    sleutel: int
    stand: int | None
    aangeleverd_op: str | None
    verwijderd: bool


def partijen(entiteiten: Iterable[Any], grootte: int = PARTIJ) -> Iterator[list[Any]]:
    """Cut entities into batches of one class in which no key occurs twice."""
    partij: list[Any] = []
    gezien: set[Sleutel] = set()
    for entiteit in entiteiten:
        sleutel = sleutel_van(entiteit)
        vol = len(partij) == grootte or sleutel in gezien
        if partij and (vol or type(entiteit) is not type(partij[0])):
            yield partij
            partij, gezien = [], set()
        partij.append(entiteit)
        gezien.add(sleutel)
    if partij:
        yield partij


def boek_partij(
    verbinding: sa.Connection,
    entiteiten: Sequence[Any],
    boeking: Boeking,
    verwacht: Sequence[int | None] | None = None,
) -> list[int | None]:
    """Book a batch from `partijen`.

    Args:
        verbinding: with a transaction open for writing.
        entiteiten: of one class, with different keys.
        boeking: who, when and why.
        verwacht: the stand each entity is based on (None: there was none), or no expectation.

    Returns:
        The new stand of each entity, or None where a later delivery is current already
        ("ingehaald").

    Raises:
        ConflictFout: the current stand of an entity is not the expected one; nothing is booked.
    """
    klasse = type(entiteiten[0])
    sleutels = [sleutel_van(entiteit) for entiteit in entiteiten]
    huidig = huidige_standen(verbinding, soort_van(klasse), sleutels)
    if verwacht is not None:
        eis_verwacht(verbinding, huidig, verwacht)
    momenten = [
        (getattr(entiteit, "aangeleverd_op", None) or boeking.op).isoformat()
        for entiteit in entiteiten
    ]
    te_boeken = [
        plaats
        for plaats, (nu, moment) in enumerate(zip(huidig, momenten, strict=True))
        if nu.aangeleverd_op is None
        or moment > nu.aangeleverd_op
        or (verwacht is not None and moment == nu.aangeleverd_op)
    ]
    uit: list[int | None] = [None] * len(entiteiten)
    if te_boeken:
        standen = vervang(
            verbinding,
            [huidig[plaats] for plaats in te_boeken],
            [entiteiten[plaats] for plaats in te_boeken],
            [momenten[plaats] for plaats in te_boeken],
            leg_vast(verbinding, boeking),
        )
        for plaats, stand in zip(te_boeken, standen, strict=True):
            uit[plaats] = stand
    return uit


def boek_verwijdering(
    verbinding: sa.Connection,
    klasse: type[Any],
    sleutel: Sleutel,
    boeking: Boeking,
    verwacht: Sequence[int | None] | None = None,
) -> int | None:
    """Book a stand that says there is nothing any more.

    Returns:
        The new stand, or None when a later delivery is current.

    Raises:
        RegisterFout: there is nothing to delete.
        ConflictFout: the current stand is not the expected one.
    """
    (nu,) = huidige_standen(verbinding, soort_van(klasse), [sleutel])
    if nu.stand is None or nu.verwijderd:
        raise RegisterFout(f"te verwijderen {soort_van(klasse)} is onbekend in het register")
    if verwacht is not None:
        eis_verwacht(verbinding, [nu], verwacht)
    moment = boeking.op.isoformat()
    if nu.aangeleverd_op is not None and moment < nu.aangeleverd_op:
        return None
    (stand,) = verwijder(verbinding, klasse, [nu], [moment], leg_vast(verbinding, boeking))
    return stand


def leg_vast(
    verbinding: sa.Connection,
    boeking: Boeking,
    *,
    handeling: str | None = None,
    maakt_ongedaan: int | None = None,
) -> int:
    """Make the row of a booking and give its number; see `schema.boeking`."""
    return verbinding.exec_driver_sql(
        "INSERT INTO boeking (op, door, reden, handeling, maakt_ongedaan) VALUES (?, ?, ?, ?, ?)",
        (boeking.op.isoformat(), boeking.door, boeking.reden, handeling, maakt_ongedaan),
    ).lastrowid


def eis_verwacht(
    verbinding: sa.Connection, huidig: Sequence[Huidig], verwacht: Sequence[int | None]
) -> None:
    """Refuse to go on from standen that are no longer current.

    Raises:
        ConflictFout: one is not the expected one; says who made it and when.
    """
    for nu, toen in zip(huidig, verwacht, strict=True):
        if nu.stand != toen and not (nu.verwijderd and toen is None):
            raise _conflict(verbinding, nu.stand)


def vervang(
    verbinding: sa.Connection,
    huidig: Sequence[Huidig],
    entiteiten: Sequence[Any],
    momenten: Sequence[str],
    boeking: int,
) -> list[int]:
    """Make entities of one class the current standen of their keys, each from its moment on."""
    klasse = type(entiteiten[0])
    standen = _boek_standen(verbinding, soort_van(klasse), huidig, momenten, boeking)
    schrijf(verbinding, klasse, entiteiten, vanaf=standen[0])
    if klasse is Persoon:
        zoeken.neem_op(verbinding, [nu.sleutel for nu in huidig], entiteiten)
    return standen


def verwijder(
    verbinding: sa.Connection,
    klasse: type[Any],
    huidig: Sequence[Huidig],
    momenten: Sequence[str],
    boeking: int,
) -> list[int]:
    """Make "there is nothing any more" the current stand of keys."""
    standen = _boek_standen(
        verbinding, soort_van(klasse), huidig, momenten, boeking, verwijderd=True
    )
    if klasse is Persoon:
        zoeken.haal_weg(verbinding, [nu.sleutel for nu in huidig])
    return standen


def huidige_standen(
    verbinding: sa.Connection, soort: str, sleutels: Sequence[Sleutel]
) -> list[Huidig]:
    """Give key number and current stand of each key, making the keys that are new."""
    rijen = [(s.persoon, s.brin, s.volgnummer) for s in sleutels]
    verbinding.exec_driver_sql(
        "INSERT INTO sleutel (persoon, brin, volgnummer) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        rijen,
    )
    gevraagd = sa.func.json_each(sa.literal(rijen, JSON)).table_valued("key", "value")
    deel = [sa.func.json_extract(gevraagd.c.value, f"$[{plaats}]") for plaats in range(3)]
    t, s = schema.sleutel, schema.stand
    vraag = (
        sa.select(t.c.id, s.c.id, s.c.aangeleverd_op, s.c.verwijderd)
        .select_from(gevraagd)
        .join(t, (t.c.persoon == deel[0]) & (t.c.brin == deel[1]) & (t.c.volgnummer == deel[2]))
        .outerjoin(s, (s.c.sleutel == t.c.id) & (s.c.soort == soort) & s.c.vervallen_door.is_(None))
        .order_by(gevraagd.c.key)
    )
    return [
        Huidig(nummer, stand, op, bool(weg)) for nummer, stand, op, weg in verbinding.execute(vraag)
    ]


def _boek_standen(
    verbinding: sa.Connection,
    soort: str,
    huidig: Sequence[Huidig],
    momenten: Sequence[str],
    boeking: int,
    *,
    verwijderd: bool = False,
) -> list[int]:
    """Make the rows in stand, and let the current standen lapse."""
    vervalt = [(boeking, nu.stand) for nu in huidig if nu.stand is not None]
    if vervalt:
        verbinding.exec_driver_sql("UPDATE stand SET vervallen_door = ? WHERE id = ?", vervalt)
    laatste = verbinding.execute(sa.select(sa.func.max(schema.stand.c.id))).scalar_one() or 0
    standen = [stand for stand, _ in zip(count(laatste + 1), huidig, strict=False)]
    verbinding.exec_driver_sql(
        "INSERT INTO stand (id, soort, sleutel, boeking, aangeleverd_op, verwijderd)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (stand, soort, nu.sleutel, boeking, moment, int(verwijderd))
            for stand, nu, moment in zip(standen, huidig, momenten, strict=True)
        ],
    )
    return standen


def _conflict(verbinding: sa.Connection, stand: int | None) -> ConflictFout:
    t, s, b = schema.stand, schema.sleutel, schema.boeking
    vraag = (
        sa.select(t.c.soort, s.c.volgnummer, b.c.door, b.c.op)
        .join(s, s.c.id == t.c.sleutel)
        .join(b, b.c.id == t.c.boeking)
        .where(t.c.id == stand)
    )
    gevonden = verbinding.execute(vraag).first()
    if gevonden is None:
        return ConflictFout("deze stand is er nog niet of niet meer; lees hem opnieuw")
    soort, volgnummer, door, op = gevonden
    return ConflictFout(
        f"{benaming(soort, volgnummer)} is intussen gewijzigd door {door} op "
        f"{tijdstip(datetime.fromisoformat(op))}; lees de stand opnieuw"
    )
