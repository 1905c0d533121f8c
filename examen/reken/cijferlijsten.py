"""Which results take part in which cijferlijst, and as what.

A *kandidaat* is one cijferlijst of one examenresultaat: the thing that gets an uitslag. Its
results are *deelnames*, one row each:

    regel                   number of the line of the cijferlijst
    kandidaat               number of the cijferlijst
    soort, code, telvak, eindcijfer, ce_telt, reden    of the result
    kernvak                 "nederlands", "engels", "wiskunde" or null
    beroepsgericht          "profielvak", "keuzevak", … or null
    in_cc                   it is a part of the combinatiecijfer
    heft_ce_eis_op          brought in from a year without CE (2020)
    examendeel              G, P, V or null, given or proposed
    vast                    it counts for cum laude whatever its mark
    onvoldoende             its beoordeling is O
    buiten                  left aside by the duimregeling
    eis_0, eis_1, …         which conditions of the pakket it counts for
"""

from __future__ import annotations

import polars as pl

from examen.reken.tellingen import eisnamen
from examen.tabellen import (
    EXAMENDEEL,
    UITSLAGNIVEAU,
    Tabellen,
    sleutel_pakket,
    sleutel_pakketvak,
    sleutel_regime,
)
from register.vormen.kolommen import Frames

SLEUTEL_LIJST = ("stand", "cijferlijst")

DEELNAME = (
    "regel",
    "kandidaat",
    "soort",
    "code",
    "telvak",
    "eindcijfer",
    "ce_telt",
    "reden",
    "kernvak",
    "beroepsgericht",
    "cc_wijze",
    "in_cc",
    "heft_ce_eis_op",
    "examendeel",
    "vast",
    "onvoldoende",
    "buiten",
)
"""The columns of a deelname."""


def kandidaten(frames: Frames, regimes: pl.DataFrame, tabellen: Tabellen) -> pl.DataFrame:
    """Give every cijferlijst with its opleiding, the rules of its regime and its pakket.

    An unknown opleiding, one without diploma, or a year without rules leaves nulls there; such a
    kandidaat can only be D.

    Returns:
        kandidaat, stand, cijferlijst, opleiding, uitslagniveau, uitslagregime, rang, and the
        columns of `Tabellen.regimes` and `Tabellen.pakketten`.
    """
    niveau = pl.col("uitslagniveau").cast(UITSLAGNIVEAU)
    rang = niveau.to_physical().cast(pl.Int8).clip(1, 3)
    toetsen = frames["toetsresultaten"].group_by("stand").agg(rekentoets=pl.col("cijfer").max())
    met_regels = (
        frames["cijferlijsten_regels"]
        .select("stand", cijferlijst="ouder")
        .unique()
        .with_columns(met_regels=pl.lit(value=True))
    )
    return (
        frames["cijferlijsten"]
        .select("stand", pl.col("nr").alias("cijferlijst"), "opleiding")
        .with_row_index("kandidaat")
        .join(regimes, on="stand", how="left", maintain_order="left")
        .join(tabellen.opleidingen, on="opleiding", how="left", maintain_order="left")
        .with_columns(
            rang=rang,
            sleutel=sleutel_regime(pl.col("uitslagregime"), niveau),
            sleutel_pakket=sleutel_pakket(pl.col("pakketsoort"), pl.col("uitslagregime")),
        )
        .join(tabellen.regimes, on="sleutel", how="left", maintain_order="left")
        .join(
            tabellen.pakketten,
            left_on="sleutel_pakket",
            right_on="sleutel",
            how="left",
            maintain_order="left",
        )
        .join(toetsen, on="stand", how="left", maintain_order="left")
        .join(met_regels, on=SLEUTEL_LIJST, how="left", maintain_order="left")
        .with_columns(pl.col("met_regels").fill_null(value=False))
    )


def regels(frames: Frames, kandidaten_: pl.DataFrame, resultaten: pl.DataFrame) -> pl.DataFrame:
    """Give all lines of all cijferlijsten: those given, and proposed ones for lists without.

    Returns:
        regel (their number), kandidaat, diplomavak, combinatiecijfer, examendeel (given ones
        only) and the columns of the result, null where it is no vak- or werkstukresultaat.
    """
    gegeven = (
        frames["cijferlijsten_regels"]
        .select(
            "stand",
            pl.col("ouder").alias("cijferlijst"),
            "resultaatvolgnummer",
            "diplomavak",
            "combinatiecijfer",
            pl.col("examendeel").cast(EXAMENDEEL),
        )
        .join(
            kandidaten_.select("kandidaat", *SLEUTEL_LIJST),
            on=SLEUTEL_LIJST,
            maintain_order="left",
        )
        .join(resultaten, on=["stand", "resultaatvolgnummer"], how="left", maintain_order="left")
    )
    zonder = kandidaten_.filter(~pl.col("met_regels")).select("kandidaat", *SLEUTEL_LIJST)
    voorgesteld = zonder.join(resultaten, on="stand", maintain_order="left_right").with_columns(
        diplomavak="telbaar",
        combinatiecijfer=pl.col("bekend") & (pl.col("vt_combinatiecijfer") != "L"),
        examendeel=pl.lit(None, EXAMENDEEL),
    )
    return pl.concat([gegeven, voorgesteld.select(gegeven.columns)]).with_row_index("regel")


def deelnames(regels_: pl.DataFrame, kandidaten_: pl.DataFrame, tabellen: Tabellen) -> pl.DataFrame:
    """Give the lines that take part in the uitslag of their cijferlijst.

    A result takes part when it is a diplomavak of at least the niveau of the uitslag, not too old,
    and has a mark, a beoordeling or an exemption. Of two results in the same vak one takes part:
    first the one in the profieldeel (of wiskunde A, B and C only one counts), then the highest.
    """
    van_de_lijst = kandidaten_.select(
        "kandidaat",
        "pakket",
        "uitslagregime",
        "geldig_jaren",
        "cc_wijze",
        uitslagrang="rang",
        met_examendeel=pl.col("rang") > 1,
    )
    vast = (
        pl.when("met_examendeel").then(pl.col("examendeel").is_in(["G", "P"])).otherwise("genoemd")
    )
    deel = (
        regels_.join(van_de_lijst, on="kandidaat", maintain_order="left")
        .filter(
            pl.col("diplomavak")
            & pl.col("telbaar")
            & (pl.col("rang") >= pl.col("uitslagrang"))
            & (pl.col("uitslagregime") - pl.col("regime") <= pl.col("geldig_jaren"))
        )
        .with_columns(sleutel=sleutel_pakketvak(pl.col("pakket"), pl.col("code")))
        .join(tabellen.pakketvakken, on="sleutel", how="left", maintain_order="left")
        .join(tabellen.telvakken, on="code", how="left", maintain_order="left")
        .with_columns(
            examendeel=pl.coalesce("examendeel", "examendeel_voorstel"),
            in_cc=pl.col("combinatiecijfer") & pl.col("cc_wijze").is_not_null(),
            vast=vast,
            onvoldoende=pl.col("beoordeling") == "O",
            buiten=pl.lit(value=False),
        )
        .select(*DEELNAME, *eisnamen(tabellen))
    )
    return een_per_vak(deel)


def een_per_vak(deelnames_: pl.DataFrame) -> pl.DataFrame:
    """Keep one result per kandidaat and vak: profieldeel first, then the highest eindcijfer."""
    sleutel = pl.col("kandidaat").cast(pl.UInt64) * 65_536 + pl.coalesce("telvak", "code")
    per_vak = deelnames_.select(
        sleutel.alias("vak"), (pl.col("examendeel") == "P").alias("profiel")
    )
    if per_vak["vak"].n_unique() == len(per_vak):
        return deelnames_
    volgorde = (
        deelnames_.select("regel", "eindcijfer")
        .hstack(per_vak)
        .sort(
            pl.col("profiel").fill_null(value=False),
            pl.col("eindcijfer").fill_null(0),
            descending=True,
            maintain_order=True,
        )
        .unique("vak", keep="first", maintain_order=True)
    )
    return deelnames_.join(volgorde.select("regel"), on="regel", how="semi", maintain_order="left")
