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
        geteld_0, …            deelnames per condition of the pakket, in words
    """
    telt = ~pl.col("buiten")
    cijfer = pl.when(telt).then("eindcijfer")
    gewoon = pl.when(~pl.col("in_cc")).then(cijfer)
    deel = pl.when("in_cc").then(cijfer)
    vast = pl.when("vast").then(gewoon)
    ce = pl.when(telt).then("ce_telt")
    kern = pl.when(pl.col("kernvak").is_not_null()).then(cijfer)
    keuzevak = pl.when(pl.col("beroepsgericht") == "keuzevak").then(deel)
    profielvak = pl.when(pl.col("beroepsgericht") == "profielvak").then(deel)
    onderdeel = pl.when(pl.col("cc_wijze") == "gemiddelde").then(deel).otherwise(keuzevak)
    zonder_cijfer = telt & pl.col("eindcijfer").is_null() & pl.col("reden").is_null()
    return deelnames.group_by("kandidaat", maintain_order=True).agg(
        aantal=gewoon.count(),
        som=gewoon.sum().cast(pl.Int32),
        laag=(gewoon <= 3).sum(),
        vieren=(gewoon == 4).sum(),
        vijven=(gewoon == 5).sum(),
        zevens=(gewoon >= 7).sum(),
        ce_aantal=ce.count(),
        ce_som=ce.sum().cast(pl.Int32),
        eerder_zonder_ce=(telt & pl.col("heft_ce_eis_op")).any(),
        kern_laagste=kern.min(),
        kern_vijven=(kern == 5).sum(),
        cc_aantal=deel.count(),
        cc_som=deel.sum().cast(pl.Int32),
        cc_laagste=onderdeel.min(),
        cc_vrij=(pl.col("in_cc") & pl.col("reden").is_not_null()).sum(),
        profielvak=profielvak.max().cast(pl.Int32),
        keuze_aantal=keuzevak.count(),
        keuze_som=keuzevak.sum().cast(pl.Int32),
        onvoldoende=(zonder_cijfer & pl.col("onvoldoende")).sum(),
        vast_aantal=vast.count(),
        vast_som=vast.sum().cast(pl.Int32),
        vast_laagste=vast.min(),
        vrij_hoogste=pl.when(~pl.col("vast")).then(gewoon).max(),
        **{f"geteld_{nr}": pl.col(f"eis_{nr}").sum() for nr in range(tabellen.woorden)},
    )


def combinatiecijfer() -> pl.Expr:
    """Give the combinatiecijfer as a whole mark, or null.

    The mean of the whole marks of the parts, each weighing the same (Eindexamenbesluit VO art. 50
    lid 4); in vmbo-gl the profielvak weighs as much as all keuzevakken together (art. 49 lid 3-4).
    An exempt part has no mark and no weight.
    """
    keuzen = pl.col("keuze_aantal").cast(pl.Int32)
    profielvak = pl.col("profielvak")
    gewicht = pl.when(profielvak.is_not_null()).then(pl.max_horizontal(keuzen, 1)).otherwise(0)
    som = gewicht * profielvak.fill_null(0) + pl.col("keuze_som")
    return (
        pl.when(pl.col("cc_aantal") == 0)
        .then(None)
        .when(pl.col("cc_wijze") == "gemiddelde")
        .then(rond_geheel(pl.col("cc_som"), pl.col("cc_aantal").cast(pl.Int32)))
        .when(pl.col("cc_wijze") == "profielvak")
        .then(rond_geheel(som, gewicht + keuzen))
        .cast(pl.Int16)
    )


def met_combinatiecijfer(tel: pl.DataFrame) -> pl.DataFrame:
    """Add the combinatiecijfer and count it as one of the eindcijfers."""
    cc = pl.col("combinatiecijfer")
    return tel.with_columns(combinatiecijfer=combinatiecijfer()).with_columns(
        combinatiecijfer_vr=cc.is_null()
        & (pl.col("cc_vrij") > 0)
        & pl.col("cc_wijze").is_not_null(),
        aantal=pl.col("aantal").cast(pl.Int32) + cc.is_not_null().cast(pl.Int32),
        som=pl.col("som") + cc.fill_null(0).cast(pl.Int32),
        laag=pl.col("laag") + (cc <= 3).fill_null(value=False),
        vieren=pl.col("vieren") + (cc == 4).fill_null(value=False),
        vijven=pl.col("vijven") + (cc == 5).fill_null(value=False),
        zevens=pl.col("zevens") + (cc >= 7).fill_null(value=False),
    )
