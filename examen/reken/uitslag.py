"""The uitslag of each kandidaat on given deelnames: full exam or not, and every requirement."""

from __future__ import annotations

from functools import cache

import polars as pl

from examen.reken.eisen import EISEN
from examen.reken.tellingen import met_combinatiecijfer, tellingen
from examen.tabellen import UITSLAG, Tabellen, sleutel_patroon
from examen.tabellen.tellers import genoeg


def beoordeel(
    deelnames: pl.DataFrame, kandidaten: pl.DataFrame, tabellen: Tabellen
) -> pl.DataFrame:
    """Judge every kandidaat on the deelnames given, all of them.

    Args:
        deelnames: see `examen.reken.cijferlijsten`, with `buiten`.
        kandidaten: likewise; the kandidaten to judge.
        tabellen: the tables of the law.

    Returns:
        The kandidaten with their counts, `voldaan_…` per requirement, `volledig`, `uitslag`.
    """
    deelnames = zonder_afhankelijke(deelnames, tabellen)
    tel = kandidaten.join(
        tellingen(deelnames, tabellen), on="kandidaat", how="left", maintain_order="left"
    ).with_columns_seq(_leeg_is_nul(tabellen.woorden))
    geteld = met_combinatiecijfer(tel)
    patronen = tabellen.patronen.zoek(geteld.select_seq(_PATROON).to_series())
    return (
        geteld.hstack(patronen)
        .with_columns_seq(_getoetst(tabellen.woorden))
        .with_columns_seq(_UITSLAG)
    )


_PATROON = sleutel_patroon(pl.col("sleutel"), pl.col("vijven"), pl.col("vieren"))


@cache
def _leeg_is_nul(woorden: int) -> list[pl.Expr]:
    """Give a kandidaat without deelnames zeros instead of nulls."""
    return [
        pl.col(*_TELLERS, *(f"eis_{nr}" for nr in range(woorden))).fill_null(0),
        pl.col("eerder_zonder_ce").fill_null(value=False),
    ]


@cache
def _getoetst(woorden: int) -> list[pl.Expr]:
    """Tell whether it is a full exam and which requirements are met."""
    volledig = pl.all_horizontal(
        "diplomeerbaar",
        "regels_bekend",
        *(genoeg(pl.col(f"eis_{nr}"), pl.col(f"minimum_{nr}")) for nr in range(woorden)),
    )
    return [
        volledig.fill_null(value=False).alias("volledig"),
        *(eis.voldaan.alias(eis.naam) for eis in EISEN),
    ]


_GESLAAGD = pl.all_horizontal(pl.col(eis.naam).fill_null(value=True) for eis in EISEN)
_UITSLAG = (
    pl.when(~pl.col("volledig"))
    .then(pl.lit("D", UITSLAG))
    .when(_GESLAAGD)
    .then(pl.lit("G", UITSLAG))
    .otherwise(pl.lit("A", UITSLAG))
    .alias("uitslag")
)

_TELLERS = (
    "aantal",
    "som",
    "laag",
    "vieren",
    "vijven",
    "zevens",
    "ce_aantal",
    "ce_som",
    "kern_vijven",
    "cc_aantal",
    "cc_som",
    "cc_vrij",
    "keuze_aantal",
    "keuze_som",
    "onvoldoende",
    "vast_aantal",
    "vast_som",
)


def zonder_afhankelijke(deelnames: pl.DataFrame, tabellen: Tabellen) -> pl.DataFrame:
    """Leave out the deelnames that only count when another vak is there too (wiskunde D with B)."""
    for vakken, dragers in tabellen.alleen_met:
        afhankelijk = pl.col("code").is_in(vakken)
        if deelnames.select_seq(afhankelijk.any()).item():
            met_drager = deelnames.filter(pl.col("code").is_in(dragers))["kandidaat"].unique()
            deelnames = deelnames.filter(
                ~afhankelijk | pl.col("kandidaat").is_in(met_drager.implode())
            )
    return deelnames
