"""The requirements of the uitslag: each one predicate over the counts, and how it is told.

Every requirement is tested, also after one that fails. A predicate is true, false, or null where
the year or the niveau does not know the requirement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl
from attrs import frozen

from examen.regime import Regime, Versie
from examen.reken.cijfer import toon_cijfer, toon_gemiddelde
from examen.uitkomst import Toets

Telling = Mapping[str, Any]
"""One row of the counts of `examen.reken.tellingen`."""


@frozen
class Eis:
    """One requirement.

    Attributes:
        naam: name of the column that says whether it is met.
        voldaan: the predicate over the counts and the rules of the year.
        toon: tells it for one kandidaat, given his counts, the rules and whether it is met.
    """

    naam: str
    voldaan: pl.Expr
    toon: Callable[[Telling, Regime, bool], Toets]


def _geen_eis_als_leeg(norm: str, voldaan: pl.Expr) -> pl.Expr:
    return pl.when(pl.col(norm).is_not_null()).then(voldaan)


def ce_gemiddelde() -> pl.Expr:
    """The unrounded mean of all CE marks is at least the norm (art. 49/50 lid 1 a).

    Lifted when results of a year without CE are brought in later.
    """
    return _geen_eis_als_leeg(
        "ce_norm",
        (pl.col("ce_vervalt_met_eerder") & pl.col("eerder_zonder_ce"))
        | (pl.col("ce_som") >= pl.col("ce_norm") * pl.col("ce_aantal")),
    )


def _toon_ce_gemiddelde(tel: Telling, regime: Regime, voldaan: bool) -> Toets:
    regel = regime.ce_gemiddelde
    if regel.vervalt_met_regimes and tel["eerder_zonder_ce"]:
        gevonden = "vervalt (resultaat uit een jaar zonder CE)"
    elif tel["ce_aantal"] == 0:
        gevonden = "geen CE"
    else:
        gevonden = toon_gemiddelde(tel["ce_som"], 10 * tel["ce_aantal"])
    norm = toon_cijfer(regel.norm)
    return _toets(
        regime, "ce_gemiddelde", f"gemiddelde CE ten minste {norm}", voldaan, gevonden, norm
    )


def kernvakken() -> pl.Expr:
    """No kernvak is below the minimum and no more than so many are a five (art. 50 lid 1 b).

    In vmbo Nederlands is the only one. In vwo 2017 the rekentoets stands in the row.
    """
    toets = pl.when("kern_met_rekentoets").then("rekentoets")
    laagste = pl.min_horizontal("kern_laagste", toets)
    vijven = pl.col("kern_vijven") + (toets == 5).fill_null(value=False)
    return _geen_eis_als_leeg(
        "kern_minimum",
        (laagste >= pl.col("kern_minimum")).fill_null(value=True)
        & (vijven <= pl.col("kern_vijven_norm")).fill_null(value=True),
    )


def _toon_kernvakken(tel: Telling, regime: Regime, voldaan: bool) -> Toets:
    regel = regime.kernvakken
    toets = tel["rekentoets"] if regel.met_rekentoets else None
    cijfers = [cijfer for cijfer in (tel["kern_laagste"], toets) if cijfer is not None]
    laagste = f"laagste {min(cijfers)}" if cijfers else "geen cijfer"
    if regel.ten_hoogste_vijven is None:
        eis, gevonden = f"Nederlands ten minste {regel.minimum}", laagste
        return _toets(regime, "kernvakken", eis, voldaan, gevonden, str(regel.minimum))
    vijven = tel["kern_vijven"] + (toets == 5)
    met = " en rekentoets" if regel.met_rekentoets else ""
    eis = f"kernvakken{met} ten minste {regel.minimum}, ten hoogste één 5"
    gevonden = f"{laagste}, vijven: {vijven}"
    norm = f"{regel.minimum}; {regel.ten_hoogste_vijven} vijf"
    return _toets(regime, "kernvakken", eis, voldaan, gevonden, norm)


def eindcijfers() -> pl.Expr:
    """The insufficient eindcijfers form an allowed pattern and the rest makes up for them."""
    gemiddelde = pl.col("patroon_gemiddelde")
    return (
        pl.col("patroon").fill_null(value=False)
        & (pl.col("laag") == 0)
        & (10 * pl.col("som") >= gemiddelde * pl.col("aantal")).fill_null(value=True)
        & (pl.col("zevens") >= pl.col("patroon_zevens")).fill_null(value=True)
    )


def _toon_eindcijfers(tel: Telling, regime: Regime, voldaan: bool) -> Toets:
    delen = [f"{tel[soort]} x {naam}" for soort, naam in _LAGE_CIJFERS if tel[soort]]
    gevonden = ", ".join(delen) or "geen onvoldoendes"
    norm = "geen, één 5, of één 4 of twee onvoldoendes met compensatie"
    if tel["patroon"] and not tel["laag"]:
        if tel["patroon_gemiddelde"] is not None:
            gevonden += f"; gemiddelde {toon_gemiddelde(tel['som'], tel['aantal'])}"
            norm = f"gemiddelde {toon_cijfer(tel['patroon_gemiddelde'])}"
        if tel["patroon_zevens"] is not None:
            gevonden += f"; zevens of hoger: {tel['zevens']}"
            norm = f"ten minste {tel['patroon_zevens']} x 7 of hoger"
    return _toets(
        regime, "eindcijfers", "eindcijfers: onvoldoendes en compensatie", voldaan, gevonden, norm
    )


_LAGE_CIJFERS = (("laag", "3 of lager"), ("vieren", "4"), ("vijven", "5"))


def onderdelen() -> pl.Expr:
    """No part of the combinatiecijfer is below the minimum (art. 50 lid 1 d, 49 lid 1 d)."""
    return _geen_eis_als_leeg(
        "cc_minimum", (pl.col("cc_laagste") >= pl.col("cc_minimum")).fill_null(value=True)
    )


def _toon_onderdelen(tel: Telling, regime: Regime, voldaan: bool) -> Toets:
    regel = regime.combinatiecijfer
    laagste = tel["cc_laagste"]
    gevonden = "geen onderdelen met cijfer" if laagste is None else f"laagste {laagste}"
    wat = "keuzevak" if regel.wijze == "profielvak" else "onderdeel"
    eis = f"elk {wat} van het combinatiecijfer ten minste {regel.minimum_onderdeel}"
    return _toets(regime, "combinatiecijfer", eis, voldaan, gevonden, str(regel.minimum_onderdeel))


def rekentoets() -> pl.Expr:
    """The rekentoets was taken, with the minimum where one is asked (art. 61, 63, 65)."""
    cijfer, minimum = pl.col("rekentoets"), pl.col("rekentoets_minimum")
    return pl.when("rekentoets_afgelegd").then(
        cijfer.is_not_null() & (cijfer >= minimum).fill_null(value=True)
    )


def _toon_rekentoets(tel: Telling, regime: Regime, voldaan: bool) -> Toets:
    regel = regime.rekentoets
    cijfer = tel["rekentoets"]
    gevonden = "niet afgelegd" if cijfer is None else str(cijfer)
    if regel.minimum is None:
        return _toets(regime, "rekentoets", "rekentoets afgelegd", voldaan, gevonden, "afgelegd")
    eis = f"rekentoets ten minste {regel.minimum}"
    return _toets(regime, "rekentoets", eis, voldaan, gevonden, str(regel.minimum))


def beoordelingen() -> pl.Expr:
    """Every result without a mark is voldoende or goed (art. 49/50 lid 1)."""
    return pl.when("regels_bekend").then(pl.col("onvoldoende") == 0)


def _toon_beoordelingen(tel: Telling, regime: Regime, voldaan: bool) -> Toets:
    aantal = tel["onvoldoende"]
    gevonden = f"{aantal} niet voldoende" if aantal else "geen onvoldoende"
    eis = "vakken en werkstuk zonder cijfer voldoende of goed"
    return _toets(regime, "beoordelingen", eis, voldaan, gevonden, "V of G")


def _toets(wet: Regime, regel: str, eis: str, voldaan: bool, gevonden: str, norm: str) -> Toets:
    versie: Versie = getattr(wet, regel)
    return Toets(
        regel=regel,
        eis=eis,
        voldaan=voldaan,
        gevonden=gevonden,
        norm=norm,
        bron=versie.bron,
        zekerheid=versie.zekerheid,
    )


EISEN = (
    Eis("voldaan_ce_gemiddelde", ce_gemiddelde(), _toon_ce_gemiddelde),
    Eis("voldaan_kernvakken", kernvakken(), _toon_kernvakken),
    Eis("voldaan_eindcijfers", eindcijfers(), _toon_eindcijfers),
    Eis("voldaan_onderdelen", onderdelen(), _toon_onderdelen),
    Eis("voldaan_rekentoets", rekentoets(), _toon_rekentoets),
    Eis("voldaan_beoordelingen", beoordelingen(), _toon_beoordelingen),
)
"""All requirements, in the order they are shown."""
