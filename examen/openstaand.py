"""Which marks are still to come: what the vakkentabel asks for and is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from examen.vakkentabel import Indicatie

if TYPE_CHECKING:
    from examen.reken import Berekening


def openstaand(berekening: Berekening) -> pl.DataFrame:
    """Tell per vakresultaat and werkstukresultaat whether its SE and its CE are still to come.

    Who is exempt or withdrawn waits for nothing, nor does a result that was brought in (inruil),
    nor a vak that the vakkentabel does not know. A werkstuk is part of the SE.

    Returns:
        stand, soort ("vak" or "werkstuk"), regime, niveau, vak (null of a werkstuk), and
        se_open and ce_open, never null.
    """
    terug = berekening.frames["examenresultaat"].filter("teruggetrokken")["stand"]
    geexamineerd = (
        pl.col("reden").is_null()
        & ~pl.col("inruil").fill_null(value=False)
        & ~pl.col("stand").is_in(terug.implode())
    )
    vak = pl.col("soort") == "vak"
    se = (_verplicht("vt_cijfer_se") & pl.col("cijfer_se").is_null()) | (
        _verplicht("vt_beoordeling_se") & pl.col("beoordeling_se").is_null()
    )
    werkstuk = pl.col("cijfer").is_null() & pl.col("beoordeling").is_null()
    return berekening.resultaten.filter(pl.col("soort") != "toets").select(
        "stand",
        pl.col("soort").cast(pl.String),
        "regime",
        pl.col("niveau").cast(pl.String),
        "vak",
        se_open=geexamineerd & pl.when(vak).then(se).otherwise(werkstuk),
        ce_open=geexamineerd & vak & _verplicht("vt_cijfer_ce") & pl.col("ce").is_null(),
    )


def _verplicht(indicatie: str) -> pl.Expr:
    return pl.col(indicatie).eq_missing(Indicatie.VERPLICHT)
