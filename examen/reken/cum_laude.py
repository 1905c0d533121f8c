"""Judicium cum laude (Eindexamenbesluit VO art. 52a)."""

from __future__ import annotations

import polars as pl


def cum_laude(deelnames: pl.DataFrame, uitslagen: pl.DataFrame) -> pl.DataFrame:
    """Tell which kandidaten pass cum laude.

    Counted are the vakken of the gemeenschappelijk deel and the profieldeel (vmbo: all that the
    pakket names), the combinatiecijfer, and the one highest vak of the vrij deel; in vmbo-gl the
    higher of those last two. Their unrounded mean and the lowest of them decide; extra vakken do
    not count.

    Args:
        deelnames: see `examen.reken.cijferlijsten`, with `vast`.
        uitslagen: kandidaat, uitslag, combinatiecijfer, weggelaten, duim, laude_gemiddelde,
            laude_minimum, cc_wijze.

    Returns:
        kandidaat, for each who does.
    """
    kans = uitslagen.filter(
        (pl.col("uitslag") == "G")
        & pl.col("laude_gemiddelde").is_not_null()
        & pl.col("duim").is_null()
    )
    weg = kans.select("kandidaat", regel="weggelaten").explode("regel")
    vakken = deelnames.filter(~pl.col("in_cc") & pl.col("eindcijfer").is_not_null()).join(
        weg, on=["kandidaat", "regel"], how="anti"
    )
    vast = pl.when("vast").then("eindcijfer")
    per_kandidaat = vakken.group_by("kandidaat").agg(
        som=vast.sum().cast(pl.Int32),
        aantal=vast.count().cast(pl.Int32),
        laagste=vast.min(),
        vrij=pl.when(~pl.col("vast")).then("eindcijfer").max(),
    )
    gl = pl.col("cc_wijze") == "profielvak"
    cc = pl.col("combinatiecijfer")
    eerste = pl.when(gl).then(pl.max_horizontal(cc, "vrij")).otherwise(cc)
    tweede = pl.when(~gl.fill_null(value=False)).then("vrij")
    return (
        kans.join(per_kandidaat, on="kandidaat")
        .with_columns(eerste=eerste, tweede=tweede)
        .filter(
            pl.min_horizontal("laagste", "eerste", "tweede") >= pl.col("laude_minimum"),
            10 * (pl.col("som") + pl.sum_horizontal(pl.col("eerste", "tweede").fill_null(0)))
            >= pl.col("laude_gemiddelde")
            * (
                pl.col("aantal")
                + pl.col("eerste").is_not_null().cast(pl.Int32)
                + pl.col("tweede").is_not_null().cast(pl.Int32)
            ),
        )
        .select("kandidaat")
    )
