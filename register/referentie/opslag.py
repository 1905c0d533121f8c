"""Reference tables in and out of the register."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from itertools import islice
from typing import Any

import polars as pl
import sqlalchemy as sa
from attrs import astuple, frozen
from sqlalchemy.dialects.sqlite import JSON

from register.opslag import Boeking
from register.opslag.schema import boeking as boekingen
from register.opslag.verbinding import Deel, transactie
from register.referentie import schema
from register.referentie.referentie import Referentie, ingebouwd, schema_van
from register.referentie.tabellen import TABELLEN, Referentietabel

_SAMEN = 10_000


@frozen(kw_only=True)
class Lading:
    """What a table holds now.

    Attributes:
        tabel: name of the table.
        bestand: name of the file it came from.
        regels: number of rows.
        volledig: it has all that DUO knows, not a part.
        geboekt: who took it over, when and why.
    """

    tabel: str
    bestand: str
    regels: int
    volledig: bool
    geboekt: Boeking


class Referentieopslag(Deel):
    """The reference tables of one register."""

    def vervang(
        self,
        tabel: Referentietabel,
        rijen: Iterable[Any],
        *,
        bestand: str,
        geboekt: Boeking,
        volledig: bool = True,
        gedaan: Callable[[int], None] = lambda _: None,
    ) -> int:
        """Put these rows in the place of all of a table, or change nothing; give their number.

        Args:
            tabel: which.
            rijen: of its class; taken one by one.
            bestand: name of the file they come from.
            geboekt: who does this, when and why.
            volledig: these are all that DUO knows, not a part.
            gedaan: is told how many rows were written since it was last told.
        """
        doel = schema.tabellen[tabel.naam]
        opdracht = sa.insert(doel)
        kolommen = [kolom.name for kolom in doel.c if kolom.name != "regel"]
        aantal = 0
        with transactie(self._motor, schrijven=True) as verbinding:
            verbinding.execute(sa.delete(doel))
            stroom = iter(rijen)
            while samen := list(islice(stroom, _SAMEN)):
                waarden = [
                    dict(zip(kolommen, map(_bewaard, astuple(rij)), strict=True)) for rij in samen
                ]
                verbinding.execute(opdracht, waarden)
                aantal += len(samen)
                gedaan(len(samen))
            self._teken_op(
                verbinding,
                Lading(
                    tabel=tabel.naam,
                    bestand=bestand,
                    regels=aantal,
                    volledig=volledig,
                    geboekt=geboekt,
                ),
            )
        return aantal

    def _teken_op(self, verbinding: sa.Connection, lading: Lading) -> None:
        """Write down what a table holds now."""
        t, geboekt = schema.lading, lading.geboekt
        nieuw = sa.insert(boekingen).values(
            op=geboekt.op.isoformat(), door=geboekt.door, reden=geboekt.reden
        )
        nummer = verbinding.execute(nieuw.returning(boekingen.c.id)).scalar_one()
        verbinding.execute(sa.delete(t).where(t.c.tabel == lading.tabel))
        verbinding.execute(
            sa.insert(t).values(
                tabel=lading.tabel,
                bestand=lading.bestand,
                regels=lading.regels,
                volledig=int(lading.volledig),
                boeking=nummer,
            )
        )

    def ladingen(self) -> dict[str, Lading]:
        """Give what each table holds, by its name; one that was never filled is absent."""
        t, b = schema.lading, boekingen
        kolommen = (t.c.tabel, t.c.bestand, t.c.regels, t.c.volledig, b.c.op, b.c.door, b.c.reden)
        vraag = sa.select(*kolommen).join(b, b.c.id == t.c.boeking)
        with transactie(self._motor) as verbinding:
            return {
                tabel: Lading(
                    tabel=tabel,
                    bestand=bestand,
                    regels=regels,
                    volledig=bool(volledig),
                    geboekt=Boeking(op=datetime.fromisoformat(op), door=door, reden=reden),
                )
                for tabel, bestand, regels, volledig, op, door, reden in verbinding.execute(vraag)
            }

    def lees(self, tabel: Referentietabel, waarden: Collection[Any] | None = None) -> pl.DataFrame:
        """Give the rows of a table as a frame.

        Args:
            tabel: which.
            waarden: only rows with one of these in the column `zoekkolom`; None for all.
        """
        bron = schema.tabellen[tabel.naam]
        vraag = sa.select(*(kolom for kolom in bron.c if kolom.name != "regel"))
        if waarden is not None and tabel.zoekkolom is not None:
            gezocht = sa.func.json_each(sa.literal(list(waarden), JSON)).table_valued("value")
            vraag = vraag.where(bron.c[tabel.zoekkolom].in_(sa.select(gezocht.c.value)))
        with transactie(self._motor) as verbinding:
            rijen = [tuple(rij) for rij in verbinding.execute(vraag.order_by(bron.c.regel))]
        return _frame(tabel, rijen)

    def referentie(self, postcodes: Collection[str] | None = None) -> Referentie:
        """Give all reference data that controls may ask.

        A table that was never filled is absent, unless it comes with the program.

        Args:
            postcodes: of the addresses only those with one of these; None for all.
        """
        gevuld = [lading for lading in self.ladingen().values() if lading.regels]
        eigen = {lading.tabel: self.lees(TABELLEN[lading.tabel], postcodes) for lading in gevuld}
        return Referentie(
            {**ingebouwd(), **eigen},
            delen=frozenset(lading.tabel for lading in gevuld if not lading.volledig),
        )


def _bewaard(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _frame(tabel: Referentietabel, rijen: list[tuple[Any, ...]]) -> pl.DataFrame:
    """Make a frame of rows as they are stored: dates as ISO text, yes and no as 1 and 0."""
    opslag = {pl.Date(): pl.String(), pl.Boolean(): pl.Int8()}
    soorten = schema_van(tabel)
    ruw = pl.DataFrame(
        rijen, schema={k: opslag.get(s, s) for k, s in soorten.items()}, orient="row"
    )
    return ruw.with_columns(
        pl.col(naam).str.to_date("%Y-%m-%d") if soort == pl.Date() else pl.col(naam).cast(soort)
        for naam, soort in soorten.items()
    )
