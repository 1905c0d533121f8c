"""Every result with its own eindcijfer, whatever list it stands on.

One row per vak- and werkstukresultaat:

    stand, nr               place in its own frame
    soort                   "vak" or "werkstuk"
    resultaatvolgnummer
    regime                  its examenregime, else that of the uitslag (inruil)
    rang                    1 vmbo, 2 havo, 3 vwo
    code                    vakcode as a number; 10000 for the werkstuk
    cijfer_se, ce           marks in tenths; ce is the best over the tijdvakken
    ce_telt                 the CE mark where the vakkentabel knows one, else null
    eindcijfer              whole mark or null
    beoordeling             G, V, O or null, where the result has no mark
    reden                   V or O when exempt, else null
    telbaar                 a known vak with a mark, a beoordeling or an exemption
    vt_*, kernvak, beroepsgericht, combinatiecijfer_toegestaan   the row of the vakkentabel
"""

from __future__ import annotations

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

VERPLICHT, OPTIONEEL, LEEG = "V", "O", "L"


def regime_van_de_uitslag(frames: Frames) -> pl.DataFrame:
    """Give per stand the examenregime of its uitslag, else the newest of its results.

    Returns:
        stand, uitslagregime (Int16, null when nothing names a year).
    """
    nieuwste = (
        pl.concat(
            frames[naam].select("stand", "examenregime")
            for naam in ("vakresultaten", "werkstukresultaten", "toetsresultaten")
        )
        .group_by("stand")
        .agg(pl.col("examenregime").max())
    )
    return (
        frames["examenresultaat"]
        .select("stand", "uitslag_examenregime")
        .join(nieuwste, on="stand", how="left")
        .select(
            "stand",
            uitslagregime=pl.coalesce("uitslag_examenregime", "examenregime").cast(pl.Int16),
        )
    )


def met_regime(frame: pl.DataFrame, regimes: pl.DataFrame) -> pl.DataFrame:
    """Add `regime`: the examenregime of each result, or of the uitslag where it names none."""
    return frame.join(regimes, on="stand", how="left", maintain_order="left").with_columns(
        regime=pl.coalesce("examenregime", "uitslagregime")
    )


def plaats(stand: str, nr: str) -> pl.Expr:
    """Give one number for a row of a list: the entity and its position there."""
    return pl.col(stand).cast(pl.UInt64) * 65_536 + pl.col(nr)


def beste_ce(frames: Frames) -> pl.DataFrame:
    """Give per vakresultaat its highest CE mark over the tijdvakken (art. 51 lid 3).

    Returns:
        plaats (of the vakresultaat), ce (tenths), ce_aantal.
    """
    cijfers = frames["vakresultaten_ce"].select("cijfer", plaats=plaats("stand", "ouder"))
    if cijfers["plaats"].is_sorted():
        cijfers = cijfers.with_columns(pl.col("plaats").set_sorted())
    return cijfers.group_by("plaats", maintain_order=True).agg(
        ce=pl.col("cijfer").max(), ce_aantal=pl.len()
    )


def vakken(frames: Frames, regimes: pl.DataFrame, tabellen: Tabellen) -> pl.DataFrame:
    """Give every vakresultaat with its row of the vakkentabel and its eindcijfer.

    Args:
        frames: the columns of Examenresultaat.
        regimes: as `regime_van_de_uitslag` gives them.
        tabellen: the tables of the law.
    """
    niveau = pl.col("niveau").cast(NIVEAU, strict=False)
    return (
        met_regime(frames["vakresultaten"], regimes)
        .with_columns(
            niveau=niveau,
            plaats=plaats("stand", "nr"),
            code=pl.col("vak").cast(pl.Int32, strict=False),
        )
        .with_columns(sleutel=sleutel_vak(pl.col("regime"), pl.col("niveau"), pl.col("code")))
        .join(tabellen.vakken, on="sleutel", how="left", maintain_order="left")
        .join(beste_ce(frames), on="plaats", how="left", maintain_order="left")
        .drop("sleutel", "plaats")
        .with_columns(
            bekend=pl.col("bekend").fill_null(value=False),
            ce_telt=pl.when(pl.col("vt_cijfer_ce") != LEEG).then("ce"),
        )
        .with_columns(eindcijfer_berekend=eindcijfer(tabellen))
    )


def eindcijfer(tabellen: Tabellen) -> pl.Expr:
    """Give the eindcijfer of a vakresultaat (Eindexamenbesluit VO art. 47; UB WVO 2020 art. 3.32).

    SE and CE weigh the same; a subject without CE takes its SE, one without SE its CE. What is
    required, optional or absent is the vakkentabel's. An inruil result without marks keeps the
    eindcijfer it was delivered with. An exempt result has none.
    """
    se = pl.when(pl.col("vt_cijfer_se") != LEEG).then("cijfer_se")
    ce = pl.col("ce_telt")
    volledig = (
        ((pl.col("vt_cijfer_se") != VERPLICHT) | se.is_not_null())
        & ((pl.col("vt_cijfer_ce") != VERPLICHT) | ce.is_not_null())
        & (pl.col("vt_eindcijfer") != LEEG)
        & pl.col("reden_niet_deelname").is_null()
    )
    zonder_cijfers = pl.col("cijfer_se").is_null() & pl.col("ce").is_null()
    met_rv = pl.col("regime").is_in(tabellen.regimes_met_rv) & pl.col("cijfer_rv").is_not_null()
    return (
        pl.when(pl.col("inruil") & zonder_cijfers & pl.col("reden_niet_deelname").is_null())
        .then("eindcijfer")
        .when(~volledig)
        .then(None)
        .when(se.is_not_null() & ce.is_not_null())
        .then(rond_geheel(se + ce, 20))
        .when(se.is_not_null() & met_rv)
        .then(pl.max_horizontal(rond_geheel(se, 10), rond_geheel(se + pl.col("cijfer_rv"), 20)))
        .otherwise(rond_geheel(pl.coalesce(se, ce), 10))
        .cast(pl.Int16)
    )


_GEMEEN = (
    "stand",
    "nr",
    "resultaatvolgnummer",
    "soort",
    "code",
    "rang",
    "regime",
    "bekend",
    "eindcijfer",
    "ce_telt",
    "beoordeling",
    "reden",
    "vt_combinatiecijfer",
    "kernvak",
    "beroepsgericht",
    "heft_ce_eis_op",
    "niveau",
    "telbaar",
)


def resultaten(
    frames: Frames, berekende_vakken: pl.DataFrame, regimes: pl.DataFrame, tabellen: Tabellen
) -> pl.DataFrame:
    """Give vak- and werkstukresultaten as one frame, in the columns of this module's docstring."""
    vakken_ = berekende_vakken.with_columns(
        soort=pl.lit("vak", RESULTAATSOORT),
        eindcijfer="eindcijfer_berekend",
        beoordeling=pl.when(pl.col("vt_beoordeling_se") != LEEG)
        .then("beoordeling_se")
        .cast(BEOORDELING),
        reden=pl.col("reden_niet_deelname").cast(REDEN),
        heft_ce_eis_op=pl.col("regime").is_in(tabellen.regimes_zonder_ce_eis)
        & pl.col("anders_met_ce"),
    )
    werkstukken = met_regime(frames["werkstukresultaten"], regimes).with_columns(
        niveau=pl.col("niveau").cast(NIVEAU, strict=False),
        soort=pl.lit("werkstuk", RESULTAATSOORT),
        beoordeling=pl.col("beoordeling").cast(BEOORDELING),
        code=pl.lit(WERKSTUKCODE, pl.Int32),
        bekend=pl.lit(value=True),
        eindcijfer=pl.when(pl.col("reden_niet_deelname").is_null()).then("cijfer"),
        ce_telt=pl.lit(None, pl.Int16),
        reden=pl.col("reden_niet_deelname").cast(REDEN),
        vt_combinatiecijfer=pl.lit(VERPLICHT, tabellen.vakken.schema["vt_combinatiecijfer"]),
        kernvak=pl.lit(None, tabellen.vakken.schema["kernvak"]),
        beroepsgericht=pl.lit(None, tabellen.vakken.schema["beroepsgericht"]),
        heft_ce_eis_op=pl.lit(value=False),
    )
    rang = pl.col("niveau").to_physical().clip(1).cast(pl.Int8)
    telbaar = pl.col("bekend") & pl.any_horizontal(
        pl.col(naam).is_not_null() for naam in ("eindcijfer", "beoordeling", "reden")
    )
    return pl.concat(
        frame.with_columns(rang=rang, telbaar=telbaar).select(_GEMEEN)
        for frame in (vakken_, werkstukken)
    )
