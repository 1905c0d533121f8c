"""All tables of the law as column frames, ready to be joined on; made once per process.

Keys are whole numbers, so that a join over a million rows stays cheap: a subject is
`sleutel_vak(regime, niveau, code)`, the rules of a year `sleutel_regime(jaar, uitslagniveau)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import polars as pl
from attrs import frozen

from examen.model import EXAMENDELEN, NIVEAUS, REDENEN_NIET_DEELNAME, UITSLAGEN, UITSLAGNIVEAUS
from examen.opleidingen import Opleiding, opleidingen
from examen.pakket import ALLE, WERKSTUK, Pakketten, pakketten
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME, Regime, alle_regimes
from examen.vakkentabel import Vakregel, alle_vakregels
from examen.voorwaarden import Voorwaarde, allemaal, een_van, voorwaarden

NIVEAU = pl.Enum(list(NIVEAUS))
UITSLAGNIVEAU = pl.Enum(list(UITSLAGNIVEAUS))
INDICATIE = pl.Enum(["V", "O", "L"])
KERNVAK = pl.Enum(["nederlands", "engels", "wiskunde"])
BEROEPSGERICHT = pl.Enum(["profielvak", "keuzevak", "afdelingsvak"])

EXAMENDEEL = pl.Enum(list(EXAMENDELEN))
BEOORDELING = pl.Enum(["G", "V", "O"])
REDEN = pl.Enum(list(REDENEN_NIET_DEELNAME))
RESULTAATSOORT = pl.Enum(["vak", "werkstuk", "toets"])
WIJZE = pl.Enum(["gemiddelde", "profielvak"])
UITSLAG = pl.Enum(list(UITSLAGEN))

WERKSTUKCODE = 10_000
"""The code of the werkstuk, which has no vakcode; every vakcode is below it."""

_CODES = 20_000
_REGIMES = 100

INDICATIES = ("beoordeling_se", "cijfer_se", "cijfer_ce", "eindcijfer", "combinatiecijfer")
"""The indicaties of the vakkentabel that become columns `vt_...`."""

Soort = tuple[str, tuple[str, ...]]
"""What opleidingen with the same requirements share: uitslagniveau and profielen."""


@frozen
class Naslag:
    """A table to look rows up in by a whole number, without a join.

    Attributes:
        rij: the row of every number, null where there is none.
        kolommen: the rows.
    """

    rij: pl.Series
    kolommen: pl.DataFrame

    @classmethod
    def van(cls, frame: pl.DataFrame) -> Naslag:
        """Make the table from a frame with the unique whole number `sleutel`."""
        sleutels = frame["sleutel"]
        leeg = pl.Series([None], dtype=pl.UInt32).new_from_index(0, int(sleutels.max() or 0) + 1)
        rijen = pl.Series(range(len(frame)), dtype=pl.UInt32)
        return cls(leeg.scatter(sleutels, rijen), frame.drop("sleutel"))

    def zoek(self, sleutels: pl.Series) -> pl.DataFrame:
        """Give the row of every number, a row of nulls for a number that is not there."""
        binnen = sleutels.is_between(0, len(self.rij) - 1)
        bekend = sleutels if binnen.all() else sleutels.zip_with(binnen, _GEEN_RIJ)
        rijen = self.rij.gather(bekend)
        return self.kolommen.select(pl.all().gather(rijen))


_GEEN_RIJ = pl.Series([None], dtype=pl.Int32)


@frozen
class Tabellen:
    """The tables of the law as frames.

    Attributes:
        vakken: per regime, niveau and vak (`sleutel_vak`) the row of the vakkentabel.
        opleidingen: per opleiding and uitslagregime the rules of that year for its uitslagniveau
            and what it asks: the number of its `pakket` and the minimum of each condition.
        regimes: the rules per regime and uitslagniveau; key `sleutel`.
        patronen: the decision table of insufficient marks; key `sleutel` with vijven and vieren.
        pakketvakken: per pakket and vak (`sleutel_pakketvak`) the conditions the vak counts for,
            the examendeel it is proposed for, `telvak` (codes with the same number are one vak)
            and `genoemd`: the pakket names it, more than "any vak".
        voorwaarden: the conditions themselves, per number of the pakket.
        alleen_met: pairs (codes, codes): the first count only when one of the second does.
        aantal_voorwaarden: number of columns `eis_0`, `eis_1`, … and `minimum_0`, ….
        regimes_met_rv: regimes in which an RV-toets could lift an eindcijfer.
        regimes_zonder_ce_eis: regimes whose results lift the CE mean when brought in later.
    """

    vakken: Naslag
    opleidingen: pl.DataFrame
    regimes: pl.DataFrame
    patronen: pl.DataFrame
    pakketvakken: Naslag
    voorwaarden: tuple[tuple[Voorwaarde, ...], ...]
    alleen_met: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    aantal_voorwaarden: int
    regimes_met_rv: tuple[int, ...]
    regimes_zonder_ce_eis: tuple[int, ...]


def sleutel_vak(regime: pl.Expr, niveau: pl.Expr, code: pl.Expr) -> pl.Expr:
    """Give the key of a subject in the vakkentabellen.

    A regime before the first table uses the first: an earlier result may come in ten years later.
    """
    jaar = regime.cast(pl.Int32).clip(EERSTE_REGIME) - EERSTE_REGIME
    return (jaar * len(NIVEAUS) + niveau.to_physical().cast(pl.Int32)) * _CODES + code


def sleutel_regime(jaar: pl.Expr, uitslagniveau: pl.Expr) -> pl.Expr:
    """Give the key of the rules of one year and uitslagniveau."""
    return jaar.cast(pl.Int32) * len(UITSLAGNIVEAUS) + uitslagniveau.to_physical().cast(pl.Int32)


def sleutel_pakket(pakketsoort: pl.Expr, jaar: pl.Expr) -> pl.Expr:
    """Give the key of what an opleiding of some soort asks in a year."""
    return pakketsoort.cast(pl.Int32) * _REGIMES + (jaar.cast(pl.Int32) - EERSTE_REGIME)


def sleutel_pakketvak(pakket: pl.Expr, code: pl.Expr) -> pl.Expr:
    """Give the key of one vak in one pakket."""
    return pakket.cast(pl.Int32) * _CODES + code


def codenummer(vakcode: str) -> int:
    """Give the number a vakcode has in the columns."""
    return WERKSTUKCODE if vakcode == WERKSTUK else int(vakcode)


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
    codes = frozenset(vak.vakcode for vakken in vakregels.values() for vak in vakken) | {WERKSTUK}
    soorten = sorted({_soort(o) for o in opleidingen_ if o.diplomeerbaar})
    pakketten_per_jaar = {
        (nummer, jaar): _Pakket(soort, jaar, codes, pakketten_)
        for nummer, soort in enumerate(soorten)
        for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1)
    }
    pakketnummers = {
        pakket: nummer for nummer, pakket in enumerate(dict.fromkeys(pakketten_per_jaar.values()))
    }
    aantal = max(len(pakket.eisen) for pakket in pakketnummers)
    regels = _regimes(regimes)
    minima = _pakketminima(pakketten_per_jaar, pakketnummers, aantal)
    telvakken = _telvakken(codes, pakketten_)
    return Tabellen(
        vakken=Naslag.van(_vakken(vakregels)),
        opleidingen=_opleidingen(opleidingen_, soorten, regels, minima),
        regimes=regels,
        patronen=_patronen(regimes),
        pakketvakken=Naslag.van(_pakketvakken(pakketnummers, telvakken, aantal)),
        voorwaarden=tuple(pakket.eisen for pakket in pakketnummers),
        alleen_met=_alleen_met(pakketten_),
        aantal_voorwaarden=aantal,
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
    return pl.DataFrame(
        [
            (regime.jaar, regime.niveau, p.vijven, p.vieren, p.gemiddelde, p.zevens)
            for regime in regimes
            for p in regime.eindcijfers.patronen
        ],
        schema={
            "jaar": pl.Int16,
            "niveau": UITSLAGNIVEAU,
            "vijven": pl.UInt32,
            "vieren": pl.UInt32,
            "patroon_gemiddelde": pl.Int32,
            "patroon_zevens": pl.Int32,
        },
        orient="row",
    ).select(
        pl.exclude("jaar", "niveau"),
        sleutel=sleutel_regime(pl.col("jaar"), pl.col("niveau")),
        patroon=pl.lit(value=True),
    )


def _opleidingen(
    opleidingen_: Sequence[Opleiding],
    soorten: Sequence[Soort],
    regels: pl.DataFrame,
    minima: pl.DataFrame,
) -> pl.DataFrame:
    nummers = {soort: nummer for nummer, soort in enumerate(soorten)}
    niveau, soort, jaar = pl.col("uitslagniveau"), pl.col("soort"), pl.col("uitslagregime")
    return (
        pl.DataFrame(
            [
                (o.code, o.uitslagniveau, nummers.get(_soort(o)), o.diplomeerbaar, jaar)
                for o in opleidingen_
                for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1)
            ],
            schema={
                "opleiding": pl.String,
                "uitslagniveau": UITSLAGNIVEAU,
                "soort": pl.Int16,
                "diplomeerbaar": pl.Boolean,
                "uitslagregime": pl.Int16,
            },
            orient="row",
        )
        .with_columns(
            sleutel=sleutel_regime(jaar, niveau),
            sleutel_pakket=sleutel_pakket(soort, jaar),
            lijstrang=niveau.to_physical().cast(pl.Int8).clip(1, 3),
        )
        .join(regels, on="sleutel", how="left")
        .join(minima, left_on="sleutel_pakket", right_on="sleutel", how="left")
        .drop("soort", "sleutel_pakket")
    )


def _soort(opleiding: Opleiding) -> Soort:
    return opleiding.uitslagniveau, opleiding.profielen


class _Pakket:
    """What an opleiding asks in a year; equal to that of another year when nothing changed."""

    def __init__(self, soort: Soort, jaar: int, codes: frozenset[str], alle: Pakketten) -> None:
        niveau, profielen = soort
        delen = [alle.pakket(niveau, p, jaar) for p in profielen or alle.profielen(niveau)]
        per_profiel = [voorwaarden(pakket, codes) for pakket in delen]
        samen = allemaal if profielen else een_van
        self.eisen = samen(per_profiel, alle.groepen)
        self.delen: dict[str, str] = {}
        for pakket in delen:
            for code, deel in pakket.examendelen(codes).items():
                self.delen[code] = min(deel, self.delen.get(code, deel))
        self.vast = frozenset(
            code
            for pakket in delen
            for eis in pakket.eisen
            if ALLE not in eis.een_van
            for code in pakket.vakken(eis, codes)
        )
        self._sleutel = (
            tuple((eis.vakken, eis.minimum) for eis in self.eisen),
            frozenset(self.delen.items()),
        )

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, _Pakket) and self._sleutel == ander._sleutel

    def __hash__(self) -> int:
        return hash(self._sleutel)


def _pakketvakken(
    pakketnummers: Mapping[_Pakket, int], telvakken: Mapping[str, int], aantal: int
) -> pl.DataFrame:
    rijen = []
    for pakket, nummer in pakketnummers.items():
        rest = [False] * (aantal - len(pakket.eisen))
        for code, telvak in telvakken.items():
            telt = [code in eis.vakken for eis in pakket.eisen]
            vast = code in pakket.vast
            deel = pakket.delen.get(code)
            rijen.append((nummer, codenummer(code), telvak, deel, vast, *telt, *rest))
    return pl.DataFrame(
        rijen,
        schema={
            "pakket": pl.Int32,
            "code": pl.Int32,
            "telvak": pl.Int32,
            "examendeel_voorstel": EXAMENDEEL,
            "genoemd": pl.Boolean,
            **{f"eis_{i}": pl.Boolean for i in range(aantal)},
        },
        orient="row",
    ).select(
        pl.exclude("pakket", "code"), sleutel=sleutel_pakketvak(pl.col("pakket"), pl.col("code"))
    )


def _pakketminima(
    per_jaar: Mapping[tuple[int, int], _Pakket], pakketnummers: Mapping[_Pakket, int], aantal: int
) -> pl.DataFrame:
    return pl.DataFrame(
        [
            (
                soort,
                jaar,
                pakketnummers[pakket],
                *[eis.minimum for eis in pakket.eisen],
                *[0] * (aantal - len(pakket.eisen)),
            )
            for (soort, jaar), pakket in per_jaar.items()
        ],
        schema={
            "soort": pl.Int16,
            "jaar": pl.Int16,
            "pakket": pl.Int32,
            **{f"minimum_{i}": pl.UInt32 for i in range(aantal)},
        },
        orient="row",
    ).select(pl.exclude("soort", "jaar"), sleutel=sleutel_pakket(pl.col("soort"), pl.col("jaar")))


def _telvakken(codes: frozenset[str], alle: Pakketten) -> dict[str, int]:
    """Give per vakcode the number of the vak it counts as."""
    namen = {code: alle.groepen.telvak.get(code, code) for code in codes}
    nummers = {naam: nummer for nummer, naam in enumerate(sorted(set(namen.values())))}
    return {code: nummers[naam] for code, naam in namen.items()}


def _alleen_met(alle: Pakketten) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    groepen = alle.groepen.groepen
    return tuple(
        (
            tuple(sorted(codenummer(code) for code in groepen[regel.vak])),
            tuple(sorted(codenummer(code) for code in groepen[regel.met])),
        )
        for regel in alle.groepen.alleen_met
    )
