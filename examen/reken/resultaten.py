"""Every result with its own eindcijfer, whatever list it stands on.

One row per vakresultaat, werkstukresultaat and toetsresultaat, in that order, with the fields of
all three (null where the kind has no such field) and

    soort                   "vak", "werkstuk" or "toets"
    regime                  its examenregime, else that of the uitslag (inruil)
    uitslagregime           of the examenresultaat
    niveau, rang            its niveau; 1 vmbo, 2 havo, 3 vwo
    code                    vakcode as a number, one of its own for the werkstuk, null for a toets
    bekend                  the vakkentabel knows the vak at this niveau; a rekentoets
    vt_…, kernvak, beroepsgericht     from the row of the vakkentabel
    ce, ce_aantal           best CE mark over the tijdvakken (tenths) and their number
    se_telt, ce_telt        the SE and that CE mark where the vakkentabel knows one; exempt: null
    eindcijfer_berekend     whole mark or null; `eindcijfer` is the one delivered
    beoordeling             G, V, O or null
    reden                   V or O when exempt, else null
    telbaar                 it can count: a known vak or werkstuk with a mark, a beoordeling or
                            an exemption
    heft_ce_eis_op          brought in from a year without CE, of a vak that otherwise has one
"""

from __future__ import annotations

from functools import cache

import polars as pl

from examen.reken.cijfer import rond_geheel
from examen.tabellen import (
    BEOORDELING,
    NIVEAU,
    REDEN,
    RESULTAATSOORT,
    WERKSTUKCODE,
    Tabellen,
    sleutel_vak,
)
from register.vormen.kolommen import Frames

VERPLICHT, LEEG = "V", "L"

SOORTEN = {"vak": "vakresultaten", "werkstuk": "werkstukresultaten", "toets": "toetsresultaten"}
"""The kinds of result that are computed with, and the frame of each."""


def resultaten(frames: Frames, tabellen: Tabellen) -> pl.DataFrame:
    """Give every result in the columns of this module's docstring.

    Args:
        frames: the columns of Examenresultaat.
        tabellen: the tables of the law.
    """
    ruw = pl.concat(
        [
            frames[naam].with_columns_seq(soort=pl.lit(soort, RESULTAATSOORT))
            for soort, naam in SOORTEN.items()
        ],
        how="diagonal",
    )
    met_sleutel = (
        ruw.join(regimes(frames, ruw), on="stand", how="left", maintain_order="left")
        .with_columns_seq(_GELEZEN)
        .with_columns_seq(_GEPLAATST)
    )
    return (
        met_sleutel.hstack(tabellen.vakken.zoek(met_sleutel["sleutel"]))
        .hstack(beste_ce(frames, len(ruw)))
        .with_columns_seq(_volgens_de_vakkentabel(tabellen))
        .with_columns_seq(_berekend(tabellen))
        .with_columns_seq(_TELBAAR)
        .select_seq(pl.exclude("sleutel"))
    )


_VAK, _WERKSTUK = pl.col("soort") == "vak", pl.col("soort") == "werkstuk"
_VRIJ = pl.col("reden").is_not_null()

_GELEZEN = [
    pl.col("niveau").cast(NIVEAU, strict=False),
    pl.coalesce("examenregime", "uitslagregime").alias("regime"),
    pl.when(_WERKSTUK)
    .then(WERKSTUKCODE)
    .otherwise(pl.col("vak").cast(pl.Int32, strict=False))
    .alias("code"),
    pl.col("reden_niet_deelname").cast(REDEN).alias("reden"),
]

_GEPLAATST = [
    pl.col("niveau").to_physical().clip(1).cast(pl.Int8).alias("rang"),
    sleutel_vak(pl.col("regime"), pl.col("niveau"), pl.col("code")).alias("sleutel"),
]


@cache
def _volgens_de_vakkentabel(tabellen: Tabellen) -> list[pl.Expr]:
    rekentoets = pl.col("toetscode").is_in(tabellen.rekentoetsen)
    zonder_ce = pl.col("regime").is_in(tabellen.regimes_zonder_ce_eis) & pl.col("anders_met_ce")
    beoordeling_se = pl.when(pl.col("vt_beoordeling_se") != LEEG).then("beoordeling_se")
    return [
        (_WERKSTUK | (rekentoets | pl.col("bekend")).fill_null(value=False)).alias("bekend"),
        pl.when((pl.col("vt_cijfer_se") != LEEG) & ~_VRIJ).then("cijfer_se").alias("se_telt"),
        pl.when((pl.col("vt_cijfer_ce") != LEEG) & ~_VRIJ).then("ce").alias("ce_telt"),
        pl.coalesce("beoordeling", beoordeling_se).cast(BEOORDELING).alias("beoordeling"),
        (zonder_ce.fill_null(value=False) & ~_VRIJ).alias("heft_ce_eis_op"),
    ]


@cache
def _berekend(tabellen: Tabellen) -> pl.Expr:
    cijfer = pl.when(_VAK).then(eindcijfer(tabellen)).when(~_VRIJ).then("cijfer")
    return cijfer.alias("eindcijfer_berekend")


_TELBAAR = (
    pl.col("bekend")
    & (pl.col("soort") != "toets")
    & (pl.any_horizontal(pl.col("eindcijfer_berekend", "beoordeling").is_not_null()) | _VRIJ)
).alias("telbaar")


def regimes(frames: Frames, ruw: pl.DataFrame) -> pl.DataFrame:
    """Give per stand the examenregime of its uitslag, else the newest of its results.

    Returns:
        stand, uitslagregime (null when nothing names a year).
    """
    met_uitslag = frames["examenresultaat"].select_seq(
        "stand", uitslagregime="uitslag_examenregime"
    )
    if not met_uitslag["uitslagregime"].has_nulls():
        return met_uitslag
    nieuwste = ruw.group_by("stand").agg(pl.col("examenregime").max())
    return met_uitslag.join(nieuwste, on="stand", how="left", maintain_order="left").select_seq(
        "stand", uitslagregime=pl.coalesce("uitslagregime", "examenregime")
    )


def plaats(stand: str, nr: str) -> pl.Expr:
    """Give one number for a row of a list: the entity and its position there."""
    return pl.col(stand).cast(pl.UInt64) * 65_536 + pl.col(nr)


def beste_ce(frames: Frames, aantal: int) -> pl.DataFrame:
    """Give per vakresultaat its highest CE mark over the tijdvakken (art. 51 lid 3).

    Both frames are in order, so each mark finds its vakresultaat by searching, without a join.

    Args:
        frames: the columns of Examenresultaat.
        aantal: number of rows to give; those after the vakresultaten are null.

    Returns:
        ce (tenths), ce_aantal.
    """
    vakken = frames["vakresultaten"].select_seq(plaats("stand", "nr")).to_series()
    beste = (
        frames["vakresultaten_ce"]
        .select_seq("cijfer", plaats=plaats("stand", "ouder").set_sorted())
        .group_by("plaats", maintain_order=True)
        .agg(ce=pl.col("cijfer").max(), ce_aantal=pl.len())
    )
    rijen = vakken.search_sorted(beste["plaats"])
    return pl.DataFrame(
        [
            pl.Series(naam, [None], dtype=beste.schema[naam])
            .new_from_index(0, aantal)
            .scatter(rijen, beste[naam])
            for naam in ("ce", "ce_aantal")
        ]
    )


def eindcijfer(tabellen: Tabellen) -> pl.Expr:
    """Give the eindcijfer of a vakresultaat (Eindexamenbesluit VO art. 47; UB WVO 2020 art. 3.32).

    SE and CE weigh the same; a subject without CE takes its SE, one without SE its CE. What is
    required, optional or absent is the vakkentabel's. An inruil result without marks keeps the
    eindcijfer it was delivered with. An exempt result has none.
    """
    se, ce = pl.col("se_telt"), pl.col("ce_telt")
    volledig = (
        ((pl.col("vt_cijfer_se") != VERPLICHT) | se.is_not_null())
        & ((pl.col("vt_cijfer_ce") != VERPLICHT) | ce.is_not_null())
        & (pl.col("vt_eindcijfer") != LEEG)
    )
    aantal = se.is_not_null().cast(pl.Int16) + ce.is_not_null()
    gemiddeld = rond_geheel(se.fill_null(0) + ce.fill_null(0), 10 * aantal)
    rv = pl.when(pl.col("regime").is_in(tabellen.regimes_met_rv)).then("cijfer_rv")
    zonder_cijfers = pl.col("cijfer_se").is_null() & pl.col("ce").is_null()
    return (
        pl.when(_VRIJ)
        .then(None)
        .when(pl.col("inruil") & zonder_cijfers)
        .then("eindcijfer")
        .when(volledig & (aantal > 0))
        .then(pl.max_horizontal(gemiddeld, rond_geheel(se + rv, 20)))
        .cast(pl.Int16)
    )
