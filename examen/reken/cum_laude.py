"""Judicium cum laude (Eindexamenbesluit VO art. 52a)."""

from __future__ import annotations

from functools import cache

import polars as pl


@cache
def cum_laude() -> pl.Expr:
    """Tell whether a kandidaat passes cum laude, from his counts.

    Counted are the vakken of the gemeenschappelijk deel and the profieldeel (vmbo: all that the
    pakket names), the combinatiecijfer, and the one highest vak of the vrij deel; in vmbo-gl the
    higher of those last two. Their unrounded mean and the lowest of them decide; extra vakken do
    not count. Nobody who needs the duimregeling passes cum laude.
    """
    gl = (pl.col("cc_wijze") == "profielvak").fill_null(value=False)
    cc, vrij = pl.col("combinatiecijfer"), pl.col("vrij_hoogste")
    erbij = (
        pl.when(gl).then(pl.max_horizontal(cc, vrij)).otherwise(cc),
        pl.when(~gl).then(vrij),
    )
    som = pl.col("vast_som") + pl.sum_horizontal(cijfer.fill_null(0) for cijfer in erbij)
    aantal = pl.col("vast_aantal") + pl.sum_horizontal(
        cijfer.is_not_null().cast(pl.Int32) for cijfer in erbij
    )
    laagste = pl.min_horizontal("vast_laagste", *erbij)
    return (
        (pl.col("uitslag") == "G")
        & pl.col("duim").is_null()
        & (laagste >= pl.col("laude_minimum")).fill_null(value=False)
        & (10 * som >= pl.col("laude_gemiddelde") * aantal).fill_null(value=False)
    )
