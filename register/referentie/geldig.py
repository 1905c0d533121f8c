"""Which facts hold on which day."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

_RIJ = pl.int_range(pl.len(), dtype=pl.UInt32)


def geldig(
    vragen: pl.DataFrame, feiten: pl.DataFrame, sleutel: Sequence[str], op: str
) -> pl.Series:
    """Tell per row whether there is a fact with its key that holds on its day.

    Args:
        vragen: the rows that ask, with the columns of the key and the day.
        feiten: rows with the columns of the key, begindatum and einddatum (the last day; an empty
            date is no limit).
        sleutel: names of the key columns.
        op: name of the column with the day; without a day any fact with the key will do.

    Returns:
        One Boolean per row, never null; false where a part of the key is empty.
    """
    dag = pl.col("_dag")
    geldt = (dag >= pl.col("begindatum")).fill_null(value=True) & (
        dag <= pl.col("einddatum")
    ).fill_null(value=True)
    raak = (
        vragen.select_seq(*sleutel, _dag=op, _rij=_RIJ)
        .join(feiten, on=list(sleutel))
        .filter(geldt)["_rij"]
    )
    return vragen.select_seq(_RIJ.is_in(raak.implode())).to_series()
