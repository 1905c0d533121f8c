"""What is counted per kandidaat: everything a requirement of the uitslag looks at.

`buiten` marks a deelname the duimregeling leaves aside: it still fills its place in the pakket,
but no mark of it counts.
"""

from __future__ import annotations

import polars as pl

from examen.reken.cijfer import rond_geheel
from examen.tabellen import Tabellen


def tellingen(deelnames: pl.DataFrame, tabellen: Tabellen) -> pl.DataFrame:
    """Count per kandidaat.

    Args:
        deelnames: see `examen.reken.cijferlijsten`, with `buiten`.
        tabellen: the tables of the law.

    Returns:
        One row per kandidaat that has a deelname:
        aantal, som            ordinary eindcijfers (no parts of the combinatiecijfer), whole marks
        laag, vieren, vijven, zevens   of these: at most 3, 4, 5, at least 7
        ce_aantal, ce_som      CE marks, in tenths
        eerder_zonder_ce       results of a year without CE are among them
        kern_laagste, kern_vijven   kernvakken: lowest eindcijfer, how many fives
        cc_aantal, cc_som, cc_laagste, cc_vrij  parts: with a mark, sum, lowest, exempt ones
        profielvak, keuze_aantal, keuze_som     vmbo-gl parts: profielvak mark, keuzevakken
        onvoldoende            beoordelingen that are not sufficient
        vast_aantal, vast_som, vast_laagste     eindcijfers that always count for cum laude
        vrij_hoogste           of the others the highest
        eis_0, …               deelnames per condition of the pakket, in words
    """
    return (
        deelnames.with_columns_seq(_CIJFERS)
        .group_by("kandidaat", maintain_order=True)
        .agg(_AANTALLEN + [pl.col(f"eis_{nr}").sum() for nr in range(tabellen.woorden)])
    )


_TELT = ~pl.col("buiten")
_CIJFER = pl.when(_TELT).then("eindcijfer")
_GEWOON = pl.when(~pl.col("in_cc")).then(_CIJFER)
_DEEL = pl.when("in_cc").then(_CIJFER)
_KEUZEVAK = pl.when(pl.col("beroepsgericht") == "keuzevak").then(_DEEL)
_CIJFERS = [
    _GEWOON.alias("gewoon"),
    _DEEL.alias("deel"),
    _KEUZEVAK.alias("keuzevak"),
    pl.when(pl.col("beroepsgericht") == "profielvak").then(_DEEL).alias("profielvak"),
    pl.when(pl.col("cc_wijze") == "gemiddelde").then(_DEEL).otherwise(_KEUZEVAK).alias("onderdeel"),
    pl.when("vast").then(_GEWOON).alias("vast_cijfer"),
    pl.when(~pl.col("vast")).then(_GEWOON).alias("vrij_cijfer"),
    pl.when(_TELT).then("ce_telt").alias("ce_telt"),
    pl.when(pl.col("kernvak").is_not_null()).then(_CIJFER).alias("kern"),
    (
        _TELT & pl.col("eindcijfer").is_null() & pl.col("reden").is_null() & pl.col("onvoldoende")
    ).alias("onvoldoende"),
    (_TELT & pl.col("heft_ce_eis_op")).alias("heft_ce_eis_op"),
    (pl.col("in_cc") & pl.col("reden").is_not_null()).alias("cc_vrij"),
]
"""The mark of each deelname, by what it counts as."""

_AANTALLEN = [
    pl.col("gewoon").count().alias("aantal"),
    pl.col("gewoon").sum().cast(pl.Int32).alias("som"),
    (pl.col("gewoon") <= 3).sum().alias("laag"),
    (pl.col("gewoon") == 4).sum().alias("vieren"),
    (pl.col("gewoon") == 5).sum().alias("vijven"),
    (pl.col("gewoon") >= 7).sum().alias("zevens"),
    pl.col("ce_telt").count().alias("ce_aantal"),
    pl.col("ce_telt").sum().cast(pl.Int32).alias("ce_som"),
    pl.col("heft_ce_eis_op").any().alias("eerder_zonder_ce"),
    pl.col("kern").min().alias("kern_laagste"),
    (pl.col("kern") == 5).sum().alias("kern_vijven"),
    pl.col("deel").count().alias("cc_aantal"),
    pl.col("deel").sum().cast(pl.Int32).alias("cc_som"),
    pl.col("onderdeel").min().alias("cc_laagste"),
    pl.col("cc_vrij").sum(),
    pl.col("profielvak").max().cast(pl.Int32),
    pl.col("keuzevak").count().alias("keuze_aantal"),
    pl.col("keuzevak").sum().cast(pl.Int32).alias("keuze_som"),
    pl.col("onvoldoende").sum(),
    pl.col("vast_cijfer").count().alias("vast_aantal"),
    pl.col("vast_cijfer").sum().cast(pl.Int32).alias("vast_som"),
    pl.col("vast_cijfer").min().alias("vast_laagste"),
    pl.col("vrij_cijfer").max().alias("vrij_hoogste"),
]


def combinatiecijfer() -> pl.Expr:
    """Give the combinatiecijfer as a whole mark, or null.

    The mean of the whole marks of the parts, each weighing the same (Eindexamenbesluit VO art. 50
    lid 4); in vmbo-gl the profielvak weighs as much as all keuzevakken together (art. 49 lid 3-4).
    An exempt part has no mark and no weight.
    """
    keuzen, profielvak = pl.col("keuze_aantal").cast(pl.Int32), pl.col("profielvak")
    keuze_som = pl.col("keuze_som")
    gewicht = pl.when(profielvak.is_not_null()).then(pl.max_horizontal(keuzen, 1)).otherwise(0)
    gewoon = pl.col("cc_wijze") == "gemiddelde"
    som = pl.when(gewoon).then("cc_som").otherwise(gewicht * profielvak.fill_null(0) + keuze_som)
    aantal = pl.when(gewoon).then(pl.col("cc_aantal").cast(pl.Int32)).otherwise(gewicht + keuzen)
    return pl.when(pl.col("cc_aantal") > 0).then(rond_geheel(som, aantal)).cast(pl.Int16)


def met_combinatiecijfer(tel: pl.DataFrame) -> pl.DataFrame:
    """Add the combinatiecijfer, or that it is "vr", and count it as one of the eindcijfers."""
    return tel.with_columns_seq(_COMBINATIECIJFER).with_columns_seq(_MEEGETELD)


_CC = pl.col("combinatiecijfer")
_COMBINATIECIJFER = combinatiecijfer().alias("combinatiecijfer")
_MEEGETELD = [
    (_CC.is_null() & (pl.col("cc_vrij") > 0) & pl.col("cc_wijze").is_not_null()).alias(
        "combinatiecijfer_vr"
    ),
    pl.col("aantal").cast(pl.Int32) + _CC.is_not_null().cast(pl.Int32),
    pl.col("som") + _CC.fill_null(0).cast(pl.Int32),
    pl.col("laag") + (_CC <= 3).fill_null(value=False),
    pl.col("vieren") + (_CC == 4).fill_null(value=False),
    pl.col("vijven") + (_CC == 5).fill_null(value=False),
    pl.col("zevens") + (_CC >= 7).fill_null(value=False),
]
