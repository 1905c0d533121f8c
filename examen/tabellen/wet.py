"""All tables of the law as column frames, made once per process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import polars as pl
from attrs import frozen

from examen.codes import codes
from examen.opleidingen import Opleiding, opleidingen
from examen.pakket import WERKSTUK, Pakketten, pakketten
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME, Regime, alle_regimes
from examen.tabellen.pakketten import (
    Pakketeisen,
    alleen_met,
    opleidingskolommen,
    pakketminima,
    pakketvakken,
    soort_van,
    telvakken,
)
from examen.tabellen.sleutels import (
    BEROEPSGERICHT,
    INDICATIE,
    KERNVAK,
    NIVEAU,
    UITSLAGNIVEAU,
    WIJZE,
    Naslag,
    sleutel_patroon,
    sleutel_regime,
    sleutel_vak,
)
from examen.tabellen.tellers import woorden
from examen.vakkentabel import Vakregel, alle_vakregels
from examen.voorwaarden import Voorwaarde

INDICATIES = ("beoordeling_se", "cijfer_se", "cijfer_ce", "eindcijfer", "combinatiecijfer")
"""The indicaties of the vakkentabel that become columns `vt_...`."""


@frozen(eq=False)
class Tabellen:
    """The tables of the law as frames.

    Attributes:
        vakken: per regime, niveau and vak (`sleutel_vak`) the row of the vakkentabel.
        opleidingscodes: the opleidingen, as categories.
        opleidingen: per opleiding and year (`sleutel_opleiding`) the rules of that year for its
            uitslagniveau and what it asks: its `pakket` and the minimum of each condition.
        regimes: the rules per regime and uitslagniveau; key `sleutel`.
        patronen: the decision table of insufficient marks (`sleutel_patroon`).
        meeste_onvoldoendes: the most of them that any pattern allows together.
        pakketvakken: per pakket and vak (`sleutel_pakketvak`) the conditions the vak counts for,
            the examendeel it is proposed for, `telvak` (codes with the same number are one vak)
            and `genoemd`: the pakket names it, more than "any vak".
        voorwaarden: the conditions themselves, per number of the pakket.
        alleen_met: pairs (codes, codes): the first count only when one of the second does.
        woorden: number of words (`examen.tabellen.tellers`) that count the conditions: columns
            `eis_0`, … of a vak (and summed of a kandidaat), `minimum_0`, … of a pakket.
        rekentoetsen: the toetscodes of the rekentoets.
        regimes_met_rv: regimes in which an RV-toets could lift an eindcijfer.
        regimes_zonder_ce_eis: regimes whose results lift the CE mean when brought in later.
    """

    vakken: Naslag
    opleidingscodes: pl.Enum
    opleidingen: Naslag
    regimes: pl.DataFrame
    patronen: Naslag
    meeste_onvoldoendes: int
    pakketvakken: Naslag
    voorwaarden: tuple[tuple[Voorwaarde, ...], ...]
    alleen_met: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    woorden: int
    rekentoetsen: tuple[str, ...]
    regimes_met_rv: tuple[int, ...]
    regimes_zonder_ce_eis: tuple[int, ...]


@cache
def tabellen() -> Tabellen:
    """Read all tables of the law.

    Raises:
        TabelFout: when a table breaks its rules.
    """
    return maak_tabellen(alle_vakregels(), alle_regimes(), opleidingen().values(), pakketten())


def maak_tabellen(
    vakregels: dict[int, tuple[Vakregel, ...]],
    regimes: Sequence[Regime],
    opleidingen_: Iterable[Opleiding],
    pakketten_: Pakketten,
) -> Tabellen:
    """Make the frames from the tables; tests and `vakkentabel verschil` pass changed ones."""
    opleidingen_ = list(opleidingen_)
    opleidingscodes = pl.Enum([opleiding.code for opleiding in opleidingen_])
    vakcodes = frozenset(vak.vakcode for vakken in vakregels.values() for vak in vakken) | {
        WERKSTUK
    }
    soorten = sorted({soort_van(o) for o in opleidingen_ if o.diplomeerbaar})
    pakketten_per_jaar = {
        (nummer, jaar): Pakketeisen(soort, jaar, vakcodes, pakketten_)
        for nummer, soort in enumerate(soorten)
        for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1)
    }
    pakketnummers = {
        pakket: nummer for nummer, pakket in enumerate(dict.fromkeys(pakketten_per_jaar.values()))
    }
    aantal = max(len(pakket.eisen) for pakket in pakketnummers)
    regels = _regimes(regimes)
    minima = pakketminima(pakketten_per_jaar, pakketnummers, aantal)
    vakken_van_pakketten = pakketvakken(pakketnummers, telvakken(vakcodes, pakketten_), aantal)
    return Tabellen(
        vakken=Naslag.van(_vakken(vakregels)),
        opleidingscodes=opleidingscodes,
        opleidingen=Naslag.van(
            opleidingskolommen(opleidingen_, opleidingscodes, soorten, regels, minima),
            "sleutel_opleiding",
        ),
        regimes=regels,
        patronen=Naslag.van(_patronen(regimes)),
        meeste_onvoldoendes=max(
            p.vijven + p.vieren for regime in regimes for p in regime.eindcijfers.patronen
        ),
        pakketvakken=Naslag.van(vakken_van_pakketten),
        voorwaarden=tuple(pakket.eisen for pakket in pakketnummers),
        alleen_met=alleen_met(pakketten_),
        woorden=woorden(aantal),
        rekentoetsen=tuple(
            code for code, toets in codes().toetsen.items() if toets.soort == "rekentoets"
        ),
        regimes_met_rv=tuple(sorted({r.jaar for r in regimes if r.centraal_examen.rv_toetsen})),
        regimes_zonder_ce_eis=tuple(
            sorted({jaar for r in regimes for jaar in r.ce_gemiddelde.vervalt_met_regimes})
        ),
    )


def _vakken(vakregels: dict[int, tuple[Vakregel, ...]]) -> pl.DataFrame:
    rijen = [(regime, vak) for regime, vakken in sorted(vakregels.items()) for vak in vakken]
    met_ce = {(vak.niveau, vak.vakcode) for _, vak in rijen if vak.cijfer_ce != "L"}
    frame = pl.DataFrame(
        {
            "regime": pl.Series([regime for regime, _ in rijen], dtype=pl.Int16),
            "niveau": pl.Series([vak.niveau for _, vak in rijen], dtype=NIVEAU),
            "code": pl.Series([int(vak.vakcode) for _, vak in rijen], dtype=pl.Int32),
            **{
                f"vt_{naam}": pl.Series(
                    [str(getattr(vak, naam)) for _, vak in rijen], dtype=INDICATIE
                )
                for naam in (
                    "beoordeling_se",
                    "cijfer_se",
                    "cijfer_ce",
                    "eindcijfer",
                    "combinatiecijfer",
                )
            },
            "vt_combinatiecijfer_toegestaan": [v.combinatiecijfer_toegestaan for _, v in rijen],
            "kernvak": pl.Series([vak.kernvak for _, vak in rijen], dtype=KERNVAK),
            "beroepsgericht": pl.Series([v.beroepsgericht for _, v in rijen], dtype=BEROEPSGERICHT),
            "anders_met_ce": [(vak.niveau, vak.vakcode) in met_ce for _, vak in rijen],
            "bekend": [True] * len(rijen),
        }
    )
    return frame.select(
        pl.exclude("regime", "niveau", "code"),
        sleutel=sleutel_vak(pl.col("regime"), pl.col("niveau"), pl.col("code")),
    )


def _regimes(regimes: Sequence[Regime]) -> pl.DataFrame:
    rijen = [_regimerij(regime) for regime in regimes]
    frame = pl.DataFrame(rijen, infer_schema_length=None).with_columns(
        pl.col("jaar").cast(pl.Int16),
        pl.col("niveau").cast(UITSLAGNIVEAU),
        pl.col("cc_wijze").cast(WIJZE),
        pl.col(pl.Int64).exclude("jaar").cast(pl.Int32),
    )
    return frame.select(
        pl.exclude("jaar", "niveau"), sleutel=sleutel_regime(pl.col("jaar"), pl.col("niveau"))
    )


def _regimerij(regime: Regime) -> dict[str, Any]:
    ce, kern, cc = regime.ce_gemiddelde, regime.kernvakken, regime.combinatiecijfer
    rekentoets, laude = regime.rekentoets, regime.cum_laude
    return {
        "jaar": regime.jaar,
        "niveau": regime.niveau,
        "regels_bekend": True,
        "ce_norm": None if ce.vervalt else ce.norm,
        "ce_vervalt_met_eerder": bool(ce.vervalt_met_regimes),
        "kern_minimum": None if kern.vervalt else kern.minimum,
        "kern_vijven_norm": kern.ten_hoogste_vijven,
        "kern_met_rekentoets": kern.met_rekentoets,
        "cc_wijze": None if cc.vervalt else cc.wijze,
        "cc_minimum": None if cc.vervalt else cc.minimum_onderdeel,
        "rekentoets_afgelegd": rekentoets.afgelegd,
        "rekentoets_minimum": rekentoets.minimum,
        "duimen": regime.duimregeling.aantal,
        "laude_gemiddelde": None if laude.vervalt else laude.gemiddelde,
        "laude_minimum": None if laude.vervalt else laude.minimum,
        "certificaat_minimum": regime.certificaat.minimum,
        "certificaat_rekentoets": regime.certificaat.rekentoets,
        "geldig_jaren": regime.eerdere_resultaten.geldig_jaren,
        "voldoende": list(regime.beoordelingen.voldoende),
    }


def _patronen(regimes: Sequence[Regime]) -> pl.DataFrame:
    sleutel = sleutel_regime(pl.col("jaar"), pl.col("niveau"))
    return pl.DataFrame(
        [
            (regime.jaar, regime.niveau, p.vijven, p.vieren, p.gemiddelde, p.zevens, True)
            for regime in regimes
            for p in regime.eindcijfers.patronen
        ],
        schema={
            "jaar": pl.Int16,
            "niveau": UITSLAGNIVEAU,
            "vijven": pl.Int32,
            "vieren": pl.Int32,
            "patroon_gemiddelde": pl.Int32,
            "patroon_zevens": pl.Int32,
            "patroon": pl.Boolean,
        },
        orient="row",
    ).select(
        pl.exclude("jaar", "niveau", "vijven", "vieren"),
        sleutel=sleutel_patroon(sleutel, pl.col("vijven"), pl.col("vieren")),
    )
