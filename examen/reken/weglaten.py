"""Passing by leaving vakken out, and by the duimregeling: the same judgement on fewer rows.

A kandidaat who passes when vakken are left aside must pass, if what remains is a full exam
(Eindexamenbesluit VO art. 48 lid 3; UB WVO 2020 art. 3.33). Each try is a *variant*: the deelnames
of the kandidaat without some of them, judged like any other. Tries go by number of vakken left
out, so the first that passes is the smallest; in 2021 and 2022 the tries with one vak aside by the
duimregeling (art. 60a) come after those without.

Tries that cannot succeed are not made: vakken are left out in the order of their lines, so a low
mark that is passed over stays, and with more of them than any pattern allows there is no passing.
What remains is bounded (`POGINGEN`), so that an absurd list of vakken cannot stall everybody else.
"""

from __future__ import annotations

import polars as pl
from attrs import frozen

from examen.reken.uitslag import beoordeel
from examen.tabellen import Tabellen
from examen.tabellen.tellers import genoeg


def slaag_door_weglaten(
    deelnames: pl.DataFrame, kandidaten: pl.DataFrame, beoordeeld: pl.DataFrame, tabellen: Tabellen
) -> pl.DataFrame:
    """Find for every kandidaat who fails the smallest set of vakken without which he passes.

    Args:
        deelnames: see `examen.reken.cijferlijsten`, with `buiten`.
        kandidaten: likewise.
        beoordeeld: these kandidaten as `beoordeel` judged them, with `weggelaten` (list of regel,
            here empty) and `duim` (regel, here null).
        tabellen: the tables of the law.

    Returns:
        One row per kandidaat who passes this way, in the columns of `beoordeeld`, with what was
        left out in `weggelaten` and `duim`.
    """
    gezakt = beoordeeld.filter(pl.col("uitslag") == "A")
    zonder_duim = _zoek(_begin(gezakt, deelnames), kandidaten, gezakt, tabellen)
    rest = gezakt.filter(
        (pl.col("duimen") > 0) & ~pl.col("kandidaat").is_in(zonder_duim["kandidaat"].implode())
    )
    if rest.is_empty():
        return zonder_duim
    return pl.concat([zonder_duim, _zoek(_met_duim(rest, deelnames), kandidaten, rest, tabellen)])


POGINGEN = 1_000
"""Tries of one size per kandidaat; without the duim every choice among twelve vakken fits."""


@frozen
class _Varianten:
    """Tries of the same size: whose they are, what is left out, and their deelnames.

    Attributes:
        lijst: kandidaat (number of the try), oorsprong (the kandidaat), weggelaten, duim, wegsom
            (sum of eindcijfers left out), laatste (last regel left out).
        deelnames: the deelnames of every try, `kandidaat` being its number.
        te_beoordelen: the tries themselves have yet to be judged.
    """

    lijst: pl.DataFrame
    deelnames: pl.DataFrame
    te_beoordelen: bool


_NIETS_WEG = {
    "weggelaten": pl.lit([], pl.List(pl.UInt32)),
    "wegsom": pl.lit(0, pl.Int32),
    "laatste": pl.lit(None, pl.UInt32),
}


def _begin(gezakt: pl.DataFrame, deelnames: pl.DataFrame) -> _Varianten:
    """Start from the kandidaten as they are, already judged."""
    lijst = gezakt.select_seq(
        "kandidaat", oorsprong="kandidaat", duim=pl.lit(None, pl.UInt32), **_NIETS_WEG
    )
    eigen = deelnames.join(lijst.select_seq("kandidaat"), on="kandidaat", how="semi")
    return _Varianten(lijst, eigen, te_beoordelen=False)


def _met_duim(gezakt: pl.DataFrame, deelnames: pl.DataFrame) -> _Varianten:
    """Start from every way to leave one vak aside that is no kernvak."""
    lijst = (
        deelnames.join(
            gezakt.select_seq("kandidaat", "ce_norm"), on="kandidaat", maintain_order="left"
        )
        .filter(
            (pl.col("soort") == "vak")
            & pl.col("kernvak").is_null()
            & ~pl.col("in_cc")
            & pl.col("eindcijfer").is_not_null()
            & _KAN_SCHADEN
        )
        .select_seq(oorsprong="kandidaat", duim="regel", **_NIETS_WEG)
        .with_row_index("kandidaat")
    )
    eigen = _van_elke(lijst.select_seq("kandidaat", "duim", vorige="oorsprong"), deelnames)
    buiten = pl.col("regel") == pl.col("duim")
    return _Varianten(lijst, eigen.with_columns_seq(buiten=buiten).drop("duim"), te_beoordelen=True)


def _zoek(
    varianten: _Varianten, kandidaten: pl.DataFrame, gezakt: pl.DataFrame, tabellen: Tabellen
) -> pl.DataFrame:
    """Try larger and larger sets until everybody passes or nothing is left to try."""
    gevonden = [gezakt.clear()]
    beoordeeld = gezakt
    while not varianten.lijst.is_empty():
        if varianten.te_beoordelen:
            pogingen = varianten.lijst.select_seq("kandidaat", "oorsprong").join(
                kandidaten.rename({"kandidaat": "oorsprong"}), on="oorsprong", maintain_order="left"
            )
            beoordeeld = beoordeel(varianten.deelnames, pogingen, tabellen)
            if (beoordeeld["uitslag"] == "G").any():
                geslaagd = _beste(varianten.lijst, beoordeeld).select_seq(gevonden[0].columns)
                gevonden.append(geslaagd)
                varianten = _zonder(varianten, geslaagd["kandidaat"])
        varianten = _een_vak_minder(varianten, beoordeeld, tabellen)
    return pl.concat(gevonden)


def _een_vak_minder(
    varianten: _Varianten, beoordeeld: pl.DataFrame, tabellen: Tabellen
) -> _Varianten:
    """Leave out one vak more in every way that keeps a full exam and might help."""
    woorden = range(tabellen.woorden)
    over = beoordeeld.filter("volledig").select_seq(
        "kandidaat",
        "ce_norm",
        pl.col("^minimum_[0-9]+$"),
        pl.col("^eis_[0-9]+$").name.replace("eis", "geteld"),
    )
    misbaar = pl.all_horizontal(
        genoeg(pl.col(f"geteld_{nr}") - pl.col(f"eis_{nr}"), pl.col(f"minimum_{nr}"))
        for nr in woorden
    )
    na_de_vorige = (pl.col("regel") > pl.col("laatste")).fill_null(value=True)
    kansrijk = pl.col("lage_ervoor") <= tabellen.meeste_onvoldoendes
    lijst = (
        varianten.deelnames.with_columns_seq(_LAGE_ERVOOR)
        .join(over, on="kandidaat", maintain_order="left")
        .join(varianten.lijst, on="kandidaat", maintain_order="left")
        .filter(~pl.col("buiten") & na_de_vorige & misbaar & _KAN_SCHADEN & kansrijk)
        .select_seq(
            "oorsprong",
            "duim",
            vorige="kandidaat",
            weggelaten=pl.concat_list("weggelaten", "regel"),
            wegsom=pl.col("wegsom") + pl.col("eindcijfer").fill_null(0),
            laatste="regel",
        )
        .with_row_index("kandidaat")
    )
    if len(lijst) > POGINGEN:
        eerste = pl.col("wegsom").rank("ordinal").over("oorsprong") <= POGINGEN
        lijst = lijst.filter(eerste)
    if lijst.is_empty():
        return _Varianten(lijst, varianten.deelnames.clear(), te_beoordelen=False)
    rest = _van_elke(lijst.select_seq("kandidaat", "vorige", weg="laatste"), varianten.deelnames)
    return _Varianten(
        lijst.drop("vorige"),
        rest.filter(pl.col("regel") != pl.col("weg")).drop("weg"),
        te_beoordelen=True,
    )


_LAAG = ~pl.col("in_cc") & ~pl.col("buiten") & (pl.col("eindcijfer") < 6).fill_null(value=False)
_LAGE_ERVOOR = (_LAAG.cast(pl.Int32).cum_sum().over("kandidaat") - _LAAG.cast(pl.Int32)).alias(
    "lage_ervoor"
)
"""The insufficient marks on the lines before this one, which stay when this one is left out."""


def _van_elke(stappen: pl.DataFrame, deelnames: pl.DataFrame) -> pl.DataFrame:
    """Give every new try the deelnames of the try before it (`vorige`)."""
    return stappen.join(
        deelnames.rename({"kandidaat": "vorige"}), on="vorige", maintain_order="left_right"
    ).drop("vorige")


_KAN_SCHADEN = (
    pl.col("in_cc")
    | (pl.col("eindcijfer") < 6).fill_null(value=False)
    | (pl.col("ce_telt") < pl.col("ce_norm")).fill_null(value=False)
    | (pl.col("eindcijfer").is_null() & pl.col("reden").is_null())
)
"""Leaving a deelname out might help.

A 6 or more never lowers a mean below the 6,0 that is asked, a CE mark of at least the norm never
lowers that mean; without a part the combinatiecijfer can go either way.
"""


def _beste(lijst: pl.DataFrame, beoordeeld: pl.DataFrame) -> pl.DataFrame:
    """Give per kandidaat the try that passes with the lowest marks left out, first in order."""
    return (
        beoordeeld.filter(pl.col("uitslag") == "G")
        .join(lijst.drop("oorsprong"), on="kandidaat", maintain_order="left")
        .sort("wegsom", maintain_order=True)
        .unique("oorsprong", keep="first", maintain_order=True)
        .drop("kandidaat")
        .rename({"oorsprong": "kandidaat"})
    )


def _zonder(varianten: _Varianten, geslaagd: pl.Series) -> _Varianten:
    """Drop the tries of kandidaten who have passed."""
    lijst = varianten.lijst.filter(~pl.col("oorsprong").is_in(geslaagd.implode()))
    over = varianten.deelnames.join(lijst.select_seq("kandidaat"), on="kandidaat", how="semi")
    return _Varianten(lijst, over, varianten.te_beoordelen)
