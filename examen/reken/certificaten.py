"""The results that earn a certificaat (Eindexamenbesluit VO art. 53 lid 2; manual chapter 6)."""

from __future__ import annotations

import polars as pl

from examen.regime import EERSTE_REGIME
from examen.reken.resultaten import met_regime
from examen.tabellen import BEOORDELING, NIVEAU, RESULTAATSOORT, Tabellen, sleutel_regime
from register.vormen.kolommen import Frames


def certificaten(
    frames: Frames,
    resultaten: pl.DataFrame,
    regimes: pl.DataFrame,
    geslaagden: pl.Series,
    tabellen: Tabellen,
) -> pl.DataFrame:
    """Give the results that earn a certificaat: the sufficient ones of who has not passed.

    Args:
        frames: the columns of Examenresultaat.
        resultaten: see `examen.reken.resultaten`.
        regimes: stand and uitslagregime.
        geslaagden: the standen with a cijferlijst that is G.
        tabellen: the tables of the law.

    Returns:
        stand, resultaatvolgnummer: vakken first, then werkstuk, then rekentoets.
    """
    toetsen = met_regime(frames["toetsresultaten"], regimes).select(
        "stand",
        "resultaatvolgnummer",
        pl.lit("toets", RESULTAATSOORT).alias("soort"),
        pl.col("niveau").cast(NIVEAU, strict=False),
        "regime",
        pl.col("cijfer").alias("eindcijfer"),
        pl.lit(None, BEOORDELING).alias("beoordeling"),
    )
    # The first four uitslagniveaus are the niveaus of a result (VWO_ATH stands for all of vwo).
    jaar = pl.col("regime").clip(EERSTE_REGIME)
    eisen = tabellen.regimes.select("sleutel", "certificaat_minimum", "certificaat_rekentoets")
    return (
        pl.concat([resultaten.filter(pl.col("reden").is_null()).select(toetsen.columns), toetsen])
        .filter(~pl.col("stand").is_in(geslaagden.implode()))
        .with_columns(sleutel=sleutel_regime(jaar, pl.col("niveau")))
        .join(eisen, on="sleutel", maintain_order="left")
        .filter(
            (
                (pl.col("eindcijfer") >= pl.col("certificaat_minimum"))
                | (pl.col("eindcijfer").is_null() & pl.col("beoordeling").is_in(["V", "G"]))
            )
            & ((pl.col("soort") != "toets") | pl.col("certificaat_rekentoets"))
        )
        .sort("stand", maintain_order=True)
        .select("stand", "resultaatvolgnummer")
    )
