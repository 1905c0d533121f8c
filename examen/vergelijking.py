"""What differs between two computations of the same examenresultaten, as columns."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from register.vormen.kolommen import Frames

VERSCHIL_SCHEMA = {
    "stand": pl.UInt32(),
    "wat": pl.String(),
    "waar": pl.String(),
    "oud": pl.String(),
    "nieuw": pl.String(),
    "niet_voldaan_oud": pl.String(),
    "niet_voldaan_nieuw": pl.String(),
}
"""The columns of a difference.

    stand                the examenresultaat
    wat                  "eindcijfer", "certificaat", or a field of `BerekendeUitslag`
    waar                 resultaatvolgnummer, or opleiding of the cijferlijst
    oud, nieuw           the values as text; null where there was or is none
    niet_voldaan_oud     of an uitslag: the requirements that were not met, by name
    niet_voldaan_nieuw   of an uitslag: those that are not met now
"""

_VAN_DE_UITSLAG = ("uitslag", "combinatiecijfer", "cum_laude", "niet_voldaan")


def verschillen(oud: Frames, nieuw: Frames) -> pl.DataFrame:
    """Give every difference between two sets of `Schooluitkomst`, by stand.

    Args:
        oud: the frames of `Schooluitkomst` as they were, `stand` being that of the
            examenresultaat; a stand without outcome has no rows.
        nieuw: likewise, as they are now.

    Returns:
        One row per difference, in the columns of `VERSCHIL_SCHEMA`.
    """
    gevonden = [
        _eindcijfers(oud, nieuw),
        *_uitslagen(oud["berekende_uitslagen"], nieuw["berekende_uitslagen"]),
        _certificaten(oud, nieuw),
    ]
    leeg = pl.DataFrame(schema=VERSCHIL_SCHEMA)
    return pl.concat([leeg, *gevonden], how="diagonal").sort("stand", maintain_order=True)


def _eindcijfers(oud: Frames, nieuw: Frames) -> pl.DataFrame:
    naam = "berekende_eindcijfers"
    return _anders(oud[naam], nieuw[naam], ["stand", "resultaatvolgnummer"], "eindcijfer").select(
        "stand",
        pl.lit("eindcijfer").alias("wat"),
        pl.col("resultaatvolgnummer").alias("waar"),
        "oud",
        "nieuw",
    )


def _uitslagen(oud: pl.DataFrame, nieuw: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Compare the fields of the uitslag; it also differs when other requirements are not met."""
    sleutels = ["stand", "nr", "opleiding"]
    links, rechts = (_met_tekst(frame, _VAN_DE_UITSLAG) for frame in (oud, nieuw))
    if links.equals(rechts):
        return
    samen = links.join(rechts, on=sleutels, how="full", coalesce=True, suffix="_nieuw").sort(
        sleutels
    )
    redenen = {"niet_voldaan_oud": "niet_voldaan", "niet_voldaan_nieuw": "niet_voldaan_nieuw"}
    for veld in _VAN_DE_UITSLAG[:-1]:
        anders = _verschilt(veld)
        if veld == "uitslag":
            anders |= _verschilt("niet_voldaan")
        yield samen.filter(anders).select(
            "stand",
            pl.lit(veld).alias("wat"),
            pl.col("opleiding").alias("waar"),
            pl.col(veld).alias("oud"),
            pl.col(f"{veld}_nieuw").alias("nieuw"),
            **(redenen if veld == "uitslag" else {}),
        )


def _verschilt(veld: str) -> pl.Expr:
    return pl.col(veld).ne_missing(pl.col(f"{veld}_nieuw"))


def _met_tekst(frame: pl.DataFrame, velden: tuple[str, ...]) -> pl.DataFrame:
    return frame.select("stand", "nr", "opleiding", *(_als_tekst(frame, veld) for veld in velden))


def _certificaten(oud: Frames, nieuw: Frames) -> pl.DataFrame:
    naam = "behaalde_certificaten"
    oud_, nieuw_ = (frames[naam].with_columns(ja=pl.lit("ja")) for frames in (oud, nieuw))
    return _anders(oud_, nieuw_, ["stand", "waarde"], "ja").select(
        "stand",
        pl.lit("certificaat").alias("wat"),
        pl.col("waarde").alias("waar"),
        "oud",
        "nieuw",
    )


def _anders(oud: pl.DataFrame, nieuw: pl.DataFrame, sleutels: list[str], veld: str) -> pl.DataFrame:
    """Put the old and the new value of a field side by side where they differ."""
    links, rechts = (frame.select(*sleutels, _als_tekst(frame, veld)) for frame in (oud, nieuw))
    if links.equals(rechts):
        return links.clear().select(*sleutels, oud=veld, nieuw=veld)
    samen = links.join(rechts, on=sleutels, how="full", coalesce=True, suffix="_nieuw")
    return (
        samen.filter(_verschilt(veld))
        .sort(sleutels)
        .select(*sleutels, oud=veld, nieuw=f"{veld}_nieuw")
    )


def _als_tekst(frame: pl.DataFrame, veld: str) -> pl.Expr:
    waarde = pl.col(veld)
    if frame.schema[veld] == pl.Boolean:
        waarde = pl.when(waarde).then(pl.lit("ja")).otherwise(pl.lit("nee"))
    return waarde.cast(pl.String).alias(veld)
