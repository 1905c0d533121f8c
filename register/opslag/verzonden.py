"""What the register remembers of leveringen: which standen were in one, and which are still to go.

A stand that came in by a levering and one that went out in one are the same here: DUO was told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from attrs import frozen
from sqlalchemy.dialects.sqlite import JSON

from register.model.persoon import Persoon
from register.opslag import schema
from register.opslag.standen import soort_van
from register.opslag.verbinding import Deel, transactie
from register.vormen.tabellen import lees

_SAMEN = 1_000

_s, _k = schema.stand, schema.sleutel
_p, _kp = schema.stand.alias("persoonsstand"), schema.sleutel.alias("persoonssleutel")


@frozen(kw_only=True)
class TeMelden:
    """A current stand to tell DUO of.

    Attributes:
        standen: the numbers of what is told: the stand, and the person's where that is told too.
        moment: the moment of the last change.
        entiteit: the stand.
        persoon: the current person, if the register has one.
    """

    standen: tuple[int, ...]
    moment: datetime
    entiteit: Any
    persoon: Persoon | None


@frozen(kw_only=True)
class Vervallen:
    """A deletion that DUO was not told of, after a stand that DUO was told of.

    Attributes:
        stand: number of the deletion.
        moment: the moment of the deletion.
        entiteit: what was deleted.
    """

    stand: int
    moment: datetime
    entiteit: Any


class Verzendingen(Deel):
    """The leveringen of one register."""

    def leg_vast(self, standen: Iterable[int], *, op: datetime, levering: str) -> None:
        """Remember that standen were in a levering; one that was in an earlier one stays so."""
        with transactie(self._motor, schrijven=True) as verbinding:
            onthoud(verbinding, standen, op=op, levering=levering)

    def brins(self, klassen: Iterable[type[Any]]) -> list[str]:
        """Give the schools that standen of these classes are about."""
        soorten = [soort_van(klasse) for klasse in klassen]
        vraag = (
            sa.select(_k.c.brin)
            .join(_s, _s.c.sleutel == _k.c.id)
            .where(_s.c.soort.in_(soorten))
            .distinct()
        )
        with transactie(self._motor) as verbinding:
            return sorted(verbinding.execute(vraag).scalars())

    def te_melden(
        self,
        klasse: type[Any],
        *,
        brin: str,
        met_persoon: bool,
        alleen_nieuw: bool = False,
        personen: Collection[str] | None = None,
    ) -> Iterator[TeMelden]:
        """Give current standen, in order of booking.

        Args:
            klasse: their class.
            brin: of this school.
            met_persoon: the person is told of in the same message.
            alleen_nieuw: only what was not in a levering, the person counting where told of.
            personen: only of persons with these numbers, or None for all.
        """
        vraag = (
            sa.select(_s.c.id, _s.c.aangeleverd_op, _p.c.id, _p.c.aangeleverd_op)
            .select_from(_s)
            .join(_k, _k.c.id == _s.c.sleutel)
            .outerjoin(
                _kp, (_kp.c.persoon == _k.c.persoon) & (_kp.c.brin == "") & (_kp.c.volgnummer == "")
            )
            .outerjoin(
                _p,
                (_p.c.sleutel == _kp.c.id)
                & (_p.c.soort == soort_van(Persoon))
                & _p.c.vervallen_door.is_(None)
                & (_p.c.verwijderd == 0)
                & sa.literal(met_persoon),
            )
            .where(_s.c.soort == soort_van(klasse), _s.c.vervallen_door.is_(None))
            .where(_s.c.verwijderd == 0, _k.c.brin == brin)
            .order_by(_s.c.id)
        )
        if alleen_nieuw:
            vraag = vraag.where(_is_nieuw(_s.c.id) | (_p.c.id.is_not(None) & _is_nieuw(_p.c.id)))
        if personen is not None:
            gezocht = sa.func.json_each(sa.literal(list(personen), JSON)).table_valued("value")
            vraag = vraag.where(_k.c.persoon.in_(sa.select(gezocht.c.value)))
        with transactie(self._motor) as verbinding:
            gevonden = [tuple(rij) for rij in verbinding.execute(vraag)]
            for begin in range(0, len(gevonden), _SAMEN):
                yield from _te_melden(verbinding, klasse, gevonden[begin : begin + _SAMEN])

    def vervallen(self, klasse: type[Any], *, brin: str) -> Iterator[Vervallen]:
        """Give the deletions of standen of a class and school that DUO was not told of.

        What goes on under another number of the person (heridentificatie) is no deletion: DUO is
        told by the message that has both numbers.
        """
        eerder = schema.stand.alias("eerder")
        verzonden = schema.verzonden
        laatste = (
            sa.select(sa.func.max(eerder.c.id))
            .join(verzonden, verzonden.c.stand == eerder.c.id)
            .where(
                eerder.c.sleutel == _s.c.sleutel,
                eerder.c.soort == _s.c.soort,
                eerder.c.verwijderd == 0,
            )
            .scalar_subquery()
        )
        vraag = (
            sa.select(_s.c.id, _s.c.aangeleverd_op, laatste)
            .join(_k, _k.c.id == _s.c.sleutel)
            .where(
                _k.c.brin == brin, _s.c.soort == soort_van(klasse), _s.c.vervallen_door.is_(None)
            )
            .where(_s.c.verwijderd == 1, _is_nieuw(_s.c.id), laatste.is_not(None), ~_gaat_verder())
            .order_by(_s.c.id)
        )
        with transactie(self._motor) as verbinding:
            for stand, moment, was in verbinding.execute(vraag).all():
                (entiteit,) = lees(verbinding, klasse, [was])
                yield Vervallen(
                    stand=stand, moment=datetime.fromisoformat(moment), entiteit=entiteit
                )


def onthoud(
    verbinding: sa.Connection, standen: Iterable[int], *, op: datetime, levering: str
) -> None:
    """Remember that standen were in a levering, in a transaction of who calls."""
    rijen = [(stand, op.isoformat(), levering) for stand in standen]
    if rijen:
        verbinding.exec_driver_sql(
            "INSERT INTO verzonden (stand, op, levering) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            rijen,
        )


def _is_nieuw(stand: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    return stand.not_in(sa.select(schema.verzonden.c.stand))


def _gaat_verder() -> sa.ColumnElement[bool]:
    """Whether the booking that deleted a stand made it current under another number.

    And whether it is there still, or DUO was told of it there: else the deletion is one.
    """
    verder, naar = schema.stand.alias("verder"), schema.sleutel.alias("naar")
    daar = schema.stand.alias("daar")
    return (
        sa.exists()
        .where(verder.c.boeking == _s.c.boeking, verder.c.soort == _s.c.soort)
        .where(verder.c.verwijderd == 0, naar.c.id == verder.c.sleutel)
        .where(naar.c.brin == _k.c.brin, naar.c.volgnummer == _k.c.volgnummer)
        .where(daar.c.sleutel == verder.c.sleutel, daar.c.soort == verder.c.soort)
        .where(daar.c.verwijderd == 0)
        .where(daar.c.vervallen_door.is_(None) | ~_is_nieuw(daar.c.id))
        .correlate(_s, _k)
    )


def _te_melden(
    verbinding: sa.Connection, klasse: type[Any], gevonden: list[tuple[Any, ...]]
) -> Iterator[TeMelden]:
    entiteiten = lees(verbinding, klasse, [rij[0] for rij in gevonden])
    persoonsstanden = sorted({rij[2] for rij in gevonden if rij[2] is not None})
    personen = dict(zip(persoonsstanden, lees(verbinding, Persoon, persoonsstanden), strict=True))
    for (stand, moment, persoon, persoon_op), entiteit in zip(gevonden, entiteiten, strict=True):
        yield TeMelden(
            standen=(stand,) if persoon is None else (stand, persoon),
            moment=datetime.fromisoformat(max(moment, persoon_op or moment)),
            entiteit=entiteit,
            persoon=personen.get(persoon),
        )
