"""Reading many standen at once, straight into columns.

SQLite gathers each column into one JSON text and Polars parses that, column by column in
parallel. No cell becomes a Python object, so this takes less time than fetching the same rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import polars as pl
import sqlalchemy as sa

from register.opslag import schema
from register.opslag.standen import soort_van
from register.vormen.kolommen import Frames, Vorm, vormen
from register.vormen.tabellen import tabellen

PARTITIE = 20_000
"""Standen per partition: large enough to be fast, small enough for memory."""


def partities(verbinding: sa.Connection, klasse: type[Any], grootte: int) -> list[range]:
    """Divide the current standen of a class over ranges of stand numbers, `grootte` in each."""
    t = schema.stand
    plaats = (sa.func.row_number().over(order_by=t.c.id) - 1).label("plaats")
    actueel = sa.select(t.c.id, plaats).where(*_actueel(klasse)).subquery()
    vraag = sa.select(actueel.c.id).where(actueel.c.plaats % grootte == 0)
    starts = list(verbinding.execute(vraag.order_by(actueel.c.id)).scalars())
    if not starts:
        return []
    laatste = verbinding.execute(sa.select(sa.func.max(t.c.id))).scalar_one()
    return [range(van, tot) for van, tot in zip(starts, [*starts[1:], laatste + 1], strict=True)]


def aantal(verbinding: sa.Connection, klasse: type[Any]) -> int:
    """Count the current standen of a class."""
    vraag = sa.select(sa.func.count()).select_from(schema.stand).where(*_actueel(klasse))
    return verbinding.execute(vraag).scalar_one()


def _actueel(klasse: type[Any]) -> Iterator[sa.ColumnElement[bool]]:
    t = schema.stand
    yield t.c.soort == soort_van(klasse)
    yield t.c.vervallen_door.is_(None)
    yield t.c.verwijderd == 0


def kolommen(
    verbinding: sa.Connection,
    klasse: type[Any],
    standen: range | None,
    waar: Mapping[str, Any],
    alleen: Collection[str] | None,
    *,
    alleen_raak: bool,
) -> Frames:
    """Read the current standen of a class as the frames of `register.vormen.kolommen`.

    Args:
        verbinding: a connection to the register.
        klasse: the entity class.
        standen: only stand numbers in this range, or None for all.
        waar: "table.column" (or "column" of the root) to the value it must have. The stand has at
            least one row with all values asked of that table.
        alleen: only these frames, or None for all.
        alleen_raak: of a list in `waar` only the rows that have the values, with what is under
            them; of everything else all rows of those standen.
    """
    gevraagd = [vorm for vorm in vormen(klasse) if alleen is None or vorm.naam in alleen]
    stukken = [standen] if standen is not None else partities(verbinding, klasse, PARTITIE)
    return {
        vorm.naam: pl.concat(
            [
                pl.DataFrame(schema=vorm.schema()),
                *(
                    _lees(verbinding, klasse, vorm, stuk, waar, alleen_raak=alleen_raak)
                    for stuk in stukken
                ),
            ]
        )
        for vorm in gevraagd
    }


def sleutelnummers(
    verbinding: sa.Connection, klasse: type[Any], standen: range | None
) -> pl.DataFrame:
    """Give `stand` and `sleutel` (UInt32) of the current standen, in order of stand.

    Standen of different kinds about the same key share its number.
    """
    t = schema.stand
    vraag = sa.select(
        sa.func.json_group_array(t.c.id), sa.func.json_group_array(t.c.sleutel)
    ).where(*_actueel(klasse))
    if standen is not None:
        vraag = vraag.where(t.c.id.between(standen.start, standen.stop - 1))
    rij = verbinding.execute(vraag).one()
    return _ontleed({"stand": pl.UInt32(), "sleutel": pl.UInt32()}, tuple(rij)).sort("stand")


def _lees(
    verbinding: sa.Connection,
    klasse: type[Any],
    vorm: Vorm,
    standen: range,
    waar: Mapping[str, Any],
    *,
    alleen_raak: bool,
) -> pl.DataFrame:
    tabel = tabellen(klasse)[vorm.naam]
    vervallen = sa.select(schema.stand.c.id).where(
        schema.stand.c.vervallen_door.is_not(None),
        schema.stand.c.id.between(standen.start, standen.stop - 1),
    )
    vraag = (
        sa.select(*map(sa.func.json_group_array, tabel.c))
        .select_from(tabel)
        .where(
            tabel.c.stand.between(standen.start, standen.stop - 1),
            tabel.c.stand.not_in(vervallen),
        )
    )
    for naam, eisen in _per_tabel(klasse, waar).items():
        ander = tabellen(klasse)[naam]
        raak = (
            ander.c.stand.between(standen.start, standen.stop - 1),
            *(ander.c[kolom] == waarde for kolom, waarde in eisen.items()),
        )
        if alleen_raak and ander is tabel:
            vraag = vraag.where(*raak)
        elif alleen_raak and vorm.ouder == naam:
            boven = sa.and_(ander.c.stand == tabel.c.stand, ander.c.nr == tabel.c.ouder)
            vraag = vraag.join(ander, boven).where(*raak)
        else:
            vraag = vraag.where(tabel.c.stand.in_(sa.select(ander.c.stand).where(*raak)))
    frame = _ontleed(vorm.schema(), tuple(verbinding.execute(vraag).one()))
    volgorde = [naam for naam in ("stand", "nr") if naam in frame.columns]
    return frame if frame["stand"].is_sorted() else frame.sort(volgorde)


def _per_tabel(klasse: type[Any], waar: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Divide conditions over the tables they are about, each with its columns and values."""
    eisen: dict[str, dict[str, Any]] = defaultdict(dict)
    for plaats, waarde in waar.items():
        naam, _, kolom = plaats.rpartition(".")
        eisen[naam or soort_van(klasse)][kolom] = waarde
    return eisen


def _ontleed(schema_: Mapping[str, pl.DataType], teksten: tuple[str, ...]) -> pl.DataFrame:
    """Parse one JSON array per column."""
    tekst = pl.DataFrame(dict(zip(schema_, ([t] for t in teksten), strict=True)))
    return tekst.select(_kolom(naam, soort) for naam, soort in schema_.items())


def _kolom(naam: str, soort: pl.DataType) -> pl.Expr:
    opslag = {pl.Boolean(): pl.Int8(), pl.Date(): pl.String(), pl.Datetime("us"): pl.String()}
    lijst = pl.col(naam).str.json_decode(pl.List(opslag.get(soort, soort)))
    waarden = lijst.explode(empty_as_null=False)
    if soort == pl.Datetime("us"):
        return waarden.str.to_datetime("%Y-%m-%dT%H:%M:%S%.f", time_unit="us")
    if soort == pl.Date():
        return waarden.str.to_date("%Y-%m-%d")
    return waarden.cast(soort)
