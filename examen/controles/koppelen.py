"""Joining and comparing rows that stand in order.

Two columns known to be sorted are joined by one walk along both; equal rows stand side by side.
"""

from __future__ import annotations

import polars as pl


def op_volgorde(frame: pl.DataFrame, kolom: str = "stand") -> pl.DataFrame:
    """Give the rows in order of a column, known to be so."""
    if frame[kolom].flags["SORTED_ASC"]:
        return frame
    if not frame[kolom].is_sorted():
        return frame.sort(kolom, maintain_order=True)
    return frame.with_columns_seq(pl.col(kolom).set_sorted())


def erbij(frame: pl.DataFrame, ander: pl.DataFrame, sleutel: str) -> pl.DataFrame:
    """Join the columns of another frame on, null where it has no such row."""
    return frame.join(ander, on=sleutel, how="left", maintain_order="left")


def gelijk_aan_vorige(*kolommen: str) -> pl.Expr:
    """Tell whether a row has the same values as the row before it; the first row has not."""
    gelijk = pl.all_horizontal(pl.col(kolom) == pl.col(kolom).shift() for kolom in kolommen)
    return gelijk.fill_null(value=False)


def heeft_rij(frame: pl.DataFrame) -> pl.Expr:
    """Tell whether the stand has a row in another frame."""
    return pl.col("stand").is_in(frame["stand"].unique().implode())


def herhaald(frame: pl.DataFrame, sleutel: pl.Expr) -> pl.Expr:
    """Tell which rows have a key, one whole number a row, that an earlier row has too."""
    nummers = frame.select_seq(sleutel).to_series()
    if nummers.n_unique() == len(nummers):
        return pl.lit(value=False)
    return pl.lit(~nummers.is_first_distinct())
