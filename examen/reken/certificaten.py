"""The results that earn a certificaat (Eindexamenbesluit VO art. 53 lid 2; manual chapter 6)."""

from __future__ import annotations

import polars as pl

from examen.regime import EERSTE_REGIME
from examen.tabellen import Tabellen, sleutel_regime


def certificaten(
    resultaten: pl.DataFrame, geslaagden: pl.Series, tabellen: Tabellen
) -> pl.DataFrame:
    """Give the results that earn a certificaat: the sufficient ones of who has not passed.

    Args:
        resultaten: see `examen.reken.resultaten`.
        geslaagden: the standen with a cijferlijst that is G.
        tabellen: the tables of the law.

    Returns:
        stand, resultaatvolgnummer: vakken first, then werkstuk, then rekentoets.
    """
    # The niveaus of a result are the first of the uitslagniveaus; VWO_ATH stands for all of vwo.
    jaar = pl.col("regime").clip(EERSTE_REGIME)
    eisen = tabellen.regimes.select_seq("sleutel", "certificaat_minimum", "certificaat_rekentoets")
    cijfer = pl.col("eindcijfer_berekend")
    van_wie_niet_slaagde = resultaten.filter(
        (cijfer.is_not_null() | pl.col("beoordeling").is_in(["V", "G"]))
        & pl.col("reden").is_null()
        & ~pl.col("stand").is_in(geslaagden.implode())
    )
    if van_wie_niet_slaagde.is_empty():
        return van_wie_niet_slaagde.select_seq("stand", "resultaatvolgnummer")
    return (
        van_wie_niet_slaagde.with_columns_seq(sleutel=sleutel_regime(jaar, pl.col("niveau")))
        .join(eisen, on="sleutel", maintain_order="left")
        .filter(
            (cijfer >= pl.col("certificaat_minimum")).fill_null(value=True)
            & ((pl.col("soort") != "toets") | (pl.col("bekend") & pl.col("certificaat_rekentoets")))
        )
        .select_seq("stand", "resultaatvolgnummer")
        .sort("stand", maintain_order=True)
    )
