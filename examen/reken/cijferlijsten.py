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
    vast                    it counts for cum laude whatever its mark; null: never
    onvoldoende             its beoordeling is O (vmbo werkstuk with a mark: below 6)
    buiten                  left aside by the duimregeling
    eis_0, …                which conditions of the pakket it counts for, in words (tellers)
"""

from __future__ import annotations

import polars as pl

from examen.reken.resultaten import plaats
from examen.tabellen import EXAMENDEEL, Tabellen, sleutel_opleiding, sleutel_pakketvak
from register.vormen.kolommen import Frames


def kandidaten(frames: Frames, resultaten: pl.DataFrame, tabellen: Tabellen) -> pl.DataFrame:
    """Give every cijferlijst with its opleiding, the rules of its regime and its pakket.

    An unknown opleiding or a year without rules leaves nulls there; such a kandidaat can only be D.

    Returns:
        kandidaat, stand, cijferlijst, opleiding, uitslagregime, rekentoets (highest mark),
        met_regels (its lines are given), and the columns of `Tabellen.opleidingen`.
    """
    van_de_stand = resultaten.group_by("stand").agg(
        pl.col("uitslagregime").first(),
        rekentoets=pl.when((pl.col("soort") == "toets") & pl.col("bekend")).then("cijfer").max(),
    )
    met_regels = frames["cijferlijsten_regels"].select_seq(plaats=plaats("stand", "ouder")).unique()
    lijsten = (
        frames["cijferlijsten"]
        .select_seq("stand", "opleiding", cijferlijst="nr", plaats=plaats("stand", "nr"))
        .with_row_index("kandidaat")
        .join(van_de_stand, on="stand", how="left", maintain_order="left")
        .with_columns_seq(met_regels=pl.col("plaats").is_in(met_regels["plaats"].implode()))
    )
    opleiding = pl.col("opleiding").cast(tabellen.opleidingscodes, strict=False)
    sleutels = lijsten.select_seq(sleutel_opleiding(opleiding, pl.col("uitslagregime"))).to_series()
    return lijsten.hstack(tabellen.opleidingen.zoek(sleutels))


def regels(frames: Frames, kandidaten_: pl.DataFrame, resultaten: pl.DataFrame) -> pl.DataFrame:
    """Give all lines of all cijferlijsten: those given, and proposed ones for lists without.

    Returns:
        regel (their number), kandidaat, resultaatvolgnummer, diplomavak, combinatiecijfer,
        examendeel (given ones only) and resultaat, the row of the result, null where it is no
        vak- or werkstukresultaat.
    """
    gegeven = _gegeven(frames["cijferlijsten_regels"], kandidaten_, resultaten)
    zonder = kandidaten_.filter(~pl.col("met_regels"))
    if zonder.is_empty():
        return gegeven.with_row_index("regel")
    return pl.concat([gegeven, _voorgesteld(zonder, resultaten)]).with_row_index("regel")


def _gegeven(
    ruw: pl.DataFrame, kandidaten_: pl.DataFrame, resultaten: pl.DataFrame
) -> pl.DataFrame:
    """Give the lines that were delivered."""
    return (
        ruw.with_columns_seq(
            plaats=plaats("stand", "ouder"), resultaat=vind_resultaat(ruw, resultaten)
        )
        .join(kandidaten_.select_seq("kandidaat", "plaats"), on="plaats", maintain_order="left")
        .with_columns_seq(pl.col("examendeel").cast(EXAMENDEEL))
        .select_seq(REGEL)
    )


def _voorgesteld(zonder: pl.DataFrame, resultaten: pl.DataFrame) -> pl.DataFrame:
    """Propose all that can count, parts of the combinatiecijfer as the vakkentabel allows."""
    return (
        zonder.select_seq("kandidaat", "stand")
        .join(
            resultaten.with_row_index("resultaat")
            .filter(pl.col("soort") != "toets")
            .select_seq(
                "stand",
                "resultaatvolgnummer",
                "resultaat",
                diplomavak="telbaar",
                combinatiecijfer=pl.col("bekend") & pl.col("vt_combinatiecijfer").ne_missing("L"),
                examendeel=pl.lit(None, EXAMENDEEL),
            ),
            on="stand",
            maintain_order="left_right",
        )
        .select_seq(REGEL)
    )


def vind_resultaat(regels_: pl.DataFrame, resultaten: pl.DataFrame) -> pl.Series:
    """Give per line the row number of the result it names, null where there is none.

    Every different volgnummer gets a number; lines then find their result among the sorted numbers
    of stand and volgnummer, three times as fast as a join on the two themselves. Of results with
    the same volgnummer (a signal in itself) one is meant.
    """
    if resultaten.is_empty():
        return pl.Series(values=[None], dtype=pl.UInt32).new_from_index(0, len(regels_))
    namen = pl.concat([regels_["resultaatvolgnummer"], resultaten["resultaatvolgnummer"]])
    nummers = namen.cast(pl.Categorical(pl.Categories.random())).to_physical()
    genoemd = _nummer(regels_["stand"], nummers.head(len(regels_)))
    aanwezig = _nummer(resultaten["stand"], nummers.tail(len(resultaten)))
    volgorde = aanwezig.arg_sort()
    op_volgorde = aanwezig.gather(volgorde)
    plek = op_volgorde.search_sorted(genoemd).clip(upper_bound=len(resultaten) - 1)
    gevonden = op_volgorde.gather(plek) == genoemd
    return pl.select(pl.when(gevonden).then(volgorde.gather(plek))).to_series()


def _nummer(stand: pl.Series, volgnummer: pl.Series) -> pl.Series:
    return stand.cast(pl.UInt64) * 2**32 + volgnummer


REGEL = (
    "kandidaat",
    "resultaatvolgnummer",
    "diplomavak",
    "combinatiecijfer",
    "examendeel",
    "resultaat",
)
"""The columns of a line, but for its number."""


def deelnames(
    regels_: pl.DataFrame,
    kandidaten_: pl.DataFrame,
    resultaten: pl.DataFrame,
    tabellen: Tabellen,
) -> pl.DataFrame:
    """Give the lines that take part in the uitslag of their cijferlijst.

    A result takes part when it is a diplomavak of at least the niveau of the uitslag, not too old,
    and has a mark, a beoordeling or an exemption. Of two results in the same vak one takes part:
    first the one in the profieldeel (of wiskunde A, B and C only one counts), then the highest.

    In vmbo the werkstuk has no eindcijfer: a profielwerkstuk with a mark is sufficient from 6.
    """
    diplomavakken = regels_.filter(pl.col("diplomavak") & pl.col("resultaat").is_not_null())
    # Lines carry the row numbers of their kandidaat and result, so looking these up is no join.
    van_de_lijst = kandidaten_.select_seq(pl.col(_VAN_DE_LIJST).gather(diplomavakken["kandidaat"]))
    van_het_resultaat = resultaten.select_seq(
        pl.col(_VAN_HET_RESULTAAT).gather(diplomavakken["resultaat"])
    )
    kandideert = pl.concat(
        [diplomavakken, van_de_lijst, van_het_resultaat], how="horizontal"
    ).filter(_DOET_MEE)
    sleutels = kandideert.select_seq(_SLEUTEL).to_series()
    return een_per_vak(
        kandideert.hstack(tabellen.pakketvakken.zoek(sleutels))
        .with_columns_seq(pl.coalesce("examendeel", "examendeel_voorstel").alias("examendeel"))
        .select_seq(*_DEELNAME, *(f"eis_{nr}" for nr in range(tabellen.woorden)))
    )


_MAG_MEEDOEN = (pl.col("rang") >= pl.col("lijstrang")) & (
    pl.col("uitslagregime") - pl.col("regime") <= pl.col("geldig_jaren")
)
_DOET_MEE = pl.col("telbaar") & _MAG_MEEDOEN
_SLEUTEL = sleutel_pakketvak(pl.col("pakket"), pl.col("code"))

_VMBO = pl.col("lijstrang") == 1
_WERKSTUK_IN_VMBO = _VMBO & (pl.col("soort") == "werkstuk")
_ONDERDEEL = pl.col("combinatiecijfer") & (
    (pl.col("cc_wijze") == "gemiddelde")
    | pl.col("beroepsgericht").is_in(["profielvak", "keuzevak"])
).fill_null(value=False)
_CIJFER = pl.col("eindcijfer_berekend")
_DEELNAME = [
    pl.col(
        "regel",
        "kandidaat",
        "soort",
        "code",
        "ce_telt",
        "reden",
        "beroepsgericht",
        "cc_wijze",
        "heft_ce_eis_op",
        "examendeel",
    ),
    pl.coalesce("telvak", "code").alias("telvak"),
    pl.when(~_WERKSTUK_IN_VMBO).then(_CIJFER).alias("eindcijfer"),
    pl.when(~_VMBO | (pl.col("kernvak") == "nederlands")).then("kernvak").alias("kernvak"),
    (_ONDERDEEL & pl.col("cc_wijze").is_not_null()).alias("in_cc"),
    pl.when(_VMBO).then("genoemd").otherwise(pl.col("examendeel").is_in(["G", "P"])).alias("vast"),
    ((pl.col("beoordeling") == "O") | (_WERKSTUK_IN_VMBO & (_CIJFER < 6)))
    .fill_null(value=False)
    .alias("onvoldoende"),
    pl.lit(value=False).alias("buiten"),
]

_VAN_DE_LIJST = ("pakket", "uitslagregime", "geldig_jaren", "cc_wijze", "lijstrang")
_VAN_HET_RESULTAAT = (
    "soort",
    "code",
    "rang",
    "regime",
    "eindcijfer_berekend",
    "ce_telt",
    "beoordeling",
    "reden",
    "telbaar",
    "kernvak",
    "beroepsgericht",
    "heft_ce_eis_op",
)


def nog_zonder_cijfer(
    lijsten: pl.DataFrame, deelnames_: pl.DataFrame, resultaten: pl.DataFrame, tabellen: Tabellen
) -> pl.DataFrame:
    """Give what would count more for some kandidaten if each vak without a mark had one.

    Returns:
        kandidaat, and eis_0, … of those vakken together.
    """
    if lijsten.is_empty():
        return lijsten.select_seq("kandidaat")
    zonder = resultaten.filter(pl.col("bekend") & ~pl.col("telbaar") & (pl.col("soort") != "toets"))
    if zonder.is_empty():
        return lijsten.clear().select_seq("kandidaat")
    kandideert = (
        lijsten.select_seq("kandidaat", "stand", *_VAN_DE_LIJST)
        .join(zonder.select_seq("stand", "code", "rang", "regime"), on="stand")
        .filter(_MAG_MEEDOEN)
    )
    eisen = [f"eis_{nr}" for nr in range(tabellen.woorden)]
    return (
        kandideert.hstack(tabellen.pakketvakken.zoek(kandideert.select_seq(_SLEUTEL).to_series()))
        .select_seq("kandidaat", pl.coalesce("telvak", "code").alias("telvak"), *eisen)
        .unique(["kandidaat", "telvak"])
        .join(deelnames_, on=["kandidaat", "telvak"], how="anti")
        .group_by("kandidaat")
        .agg(pl.col(eisen).sum())
    )


def een_per_vak(deelnames_: pl.DataFrame) -> pl.DataFrame:
    """Keep one result per kandidaat and vak: profieldeel, then highest eindcijfer, then CE."""
    per_vak = deelnames_.select_seq("regel", vak=plaats("kandidaat", "telvak"))
    op_volgorde = per_vak["vak"].sort()
    dubbel = op_volgorde.filter(op_volgorde.diff() == 0).unique()
    if dubbel.is_empty():
        return deelnames_
    te_veel = (
        per_vak.hstack(
            deelnames_.select_seq("eindcijfer", "ce_telt", profiel=pl.col("examendeel") == "P")
        )
        .filter(pl.col("vak").is_in(dubbel.implode()))
        .sort(
            pl.col("profiel").fill_null(value=False),
            pl.col("eindcijfer", "ce_telt").fill_null(0),
            descending=True,
            maintain_order=True,
        )
        .filter(~pl.col("vak").is_first_distinct())
    )
    return deelnames_.join(
        te_veel.select_seq("regel"), on="regel", how="anti", maintain_order="left"
    )
