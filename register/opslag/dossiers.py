"""The current standen of a school, person by person, as they were at one moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import JSON

from register.opslag import schema
from register.opslag.standen import soort_van
from register.opslag.verbinding import open_database, transactie
from register.velden import attributen
from register.vormen.tabellen import lees, tabellen

_s, _k = schema.stand, schema.sleutel


class Dossiers:
    """What is current in a register about a school; bookings made meanwhile are not seen."""

    def __init__(self, verbinding: sa.Connection, brin: str, klassen: Sequence[type[Any]]) -> None:
        self._verbinding = verbinding
        self._brin = brin
        self._klassen = klassen

    @classmethod
    @contextmanager
    def open(cls, plaats: Path | str, *, brin: str, klassen: Sequence[type[Any]]) -> Iterator[Self]:
        """Open a register to read from, in one transaction.

        Args:
            plaats: the register.
            brin: the school.
            klassen: the classes of the standen; those without BRIN go along with the others.
        """
        motor = open_database(plaats, alleen_lezen=True)
        try:
            with transactie(motor) as verbinding:
                yield cls(verbinding, brin, klassen)
        finally:
            motor.dispose()

    def personen(self) -> Mapping[str, bool]:
        """Give the number of each person the school has something of.

        Returns:
            The BSN or, without one, the onderwijsnummer, with whether it is the latter.
        """
        uit: dict[str, bool] = {}
        for klasse in self._klassen:
            if not any(a.naam == "brin" for a in attributen(klasse)):
                continue
            wortel = tabellen(klasse)[soort_van(klasse)]
            zonder_bsn = sa.func.min(wortel.c.burgerservicenummer.is_(None))
            vraag = (
                sa.select(_k.c.persoon, zonder_bsn)
                .select_from(_s)
                .join(_k, _k.c.id == _s.c.sleutel)
                .join(wortel, wortel.c.stand == _s.c.id)
                .where(*_actueel(klasse), _k.c.brin == self._brin)
                .group_by(_k.c.persoon)
            )
            for nummer, alleen_own in self._verbinding.execute(vraag):
                uit[nummer] = bool(alleen_own) and uit.get(nummer, True)
        return uit

    def lees(self, personen: Sequence[str]) -> Iterator[Any]:
        """Give the current standen of these persons, class by class."""
        gezocht = sa.func.json_each(sa.literal(list(personen), JSON)).table_valued("value")
        for klasse in self._klassen:
            vraag = (
                sa.select(_s.c.id)
                .join(_k, _k.c.id == _s.c.sleutel)
                .where(*_actueel(klasse), _k.c.brin.in_(["", self._brin]))
                .where(_k.c.persoon.in_(sa.select(gezocht.c.value)))
                .order_by(_s.c.id)
            )
            yield from lees(self._verbinding, klasse, self._verbinding.execute(vraag).scalars())


def _actueel(klasse: type[Any]) -> Iterator[sa.ColumnElement[bool]]:
    yield _s.c.soort == soort_van(klasse)
    yield _s.c.vervallen_door.is_(None)
    yield _s.c.verwijderd == 0
