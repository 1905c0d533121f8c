"""What every opleiding asks per year, as columns: the conditions of its pakketten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from examen.opleidingen import Opleiding
from examen.pakket import ALLE, Pakketten
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME
from examen.tabellen.sleutels import (
    EXAMENDEEL,
    UITSLAGNIVEAU,
    codenummer,
    sleutel_opleiding,
    sleutel_pakket,
    sleutel_pakketvak,
    sleutel_regime,
)
from examen.tabellen.tellers import pak, woorden
from examen.voorwaarden import allemaal, een_van, voorwaarden

Soort = tuple[str, tuple[str, ...]]
"""What opleidingen with the same requirements share: uitslagniveau and profielen."""


def opleidingskolommen(
    opleidingen_: Sequence[Opleiding],
    opleidingscodes: pl.Enum,
    soorten: Sequence[Soort],
    regels: pl.DataFrame,
    minima: pl.DataFrame,
) -> pl.DataFrame:
    """Give per opleiding and year its rules and the minimum of each of its conditions.

    Args:
        opleidingen_: all opleidingen.
        opleidingscodes: their codes as categories.
        soorten: the soort of each number.
        regels: the rules per regime and uitslagniveau (key `sleutel`).
        minima: as `pakketminima` gives them.
    """
    nummers = {soort: nummer for nummer, soort in enumerate(soorten)}
    niveau, soort, jaar = pl.col("uitslagniveau"), pl.col("soort"), pl.col("uitslagregime")
    return (
        pl.DataFrame(
            [
                (o.code, o.uitslagniveau, nummers.get(soort_van(o)), o.diplomeerbaar, jaar)
                for o in opleidingen_
                for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1)
            ],
            schema={
                "opleiding": opleidingscodes,
                "uitslagniveau": UITSLAGNIVEAU,
                "soort": pl.Int16,
                "diplomeerbaar": pl.Boolean,
                "uitslagregime": pl.Int16,
            },
            orient="row",
        )
        .with_columns(
            sleutel_opleiding=sleutel_opleiding(pl.col("opleiding"), jaar),
            sleutel=sleutel_regime(jaar, niveau),
            sleutel_pakket=sleutel_pakket(soort, jaar),
            lijstrang=niveau.to_physical().cast(pl.Int8).clip(1, 3),
        )
        .join(regels, on="sleutel", how="left")
        .join(minima, left_on="sleutel_pakket", right_on="sleutel", how="left")
        .drop("opleiding", "uitslagregime", "soort", "sleutel_pakket")
    )


def soort_van(opleiding: Opleiding) -> Soort:
    """Give what an opleiding has in common with others that ask the same."""
    return opleiding.uitslagniveau, opleiding.profielen


class Pakketeisen:
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
        return isinstance(ander, Pakketeisen) and self._sleutel == ander._sleutel

    def __hash__(self) -> int:
        return hash(self._sleutel)


def pakketvakken(
    pakketnummers: Mapping[Pakketeisen, int], telvakken: Mapping[str, int], aantal: int
) -> pl.DataFrame:
    """Give per pakket and vak what it counts for, in words (`tellers`) `eis_0`, `eis_1`, …."""
    rijen = []
    for pakket, nummer in pakketnummers.items():
        rest = [0] * (aantal - len(pakket.eisen))
        for code, telvak in telvakken.items():
            telt = pak([*(code in eis.vakken for eis in pakket.eisen), *rest])
            vast = code in pakket.vast
            rijen.append((nummer, codenummer(code), telvak, pakket.delen.get(code), vast, *telt))
    return pl.DataFrame(
        rijen,
        schema={
            "pakket": pl.Int32,
            "code": pl.Int32,
            "telvak": pl.Int32,
            "examendeel_voorstel": EXAMENDEEL,
            "genoemd": pl.Boolean,
            **{f"eis_{woord}": pl.Int64 for woord in range(woorden(aantal))},
        },
        orient="row",
    ).select(
        pl.exclude("pakket", "code"), sleutel=sleutel_pakketvak(pl.col("pakket"), pl.col("code"))
    )


def pakketminima(
    per_jaar: Mapping[tuple[int, int], Pakketeisen],
    pakketnummers: Mapping[Pakketeisen, int],
    aantal: int,
) -> pl.DataFrame:
    """Give per soort and year its pakket and the minima of the conditions, `minimum_0`, …."""
    rijen = []
    for (soort, jaar), pakket in per_jaar.items():
        rest = [0] * (aantal - len(pakket.eisen))
        minima = pak([*(eis.minimum for eis in pakket.eisen), *rest])
        rijen.append((soort, jaar, pakketnummers[pakket], *minima))
    return pl.DataFrame(
        rijen,
        schema={
            "soort": pl.Int16,
            "jaar": pl.Int16,
            "pakket": pl.Int32,
            **{f"minimum_{woord}": pl.Int64 for woord in range(woorden(aantal))},
        },
        orient="row",
    ).select(pl.exclude("soort", "jaar"), sleutel=sleutel_pakket(pl.col("soort"), pl.col("jaar")))


def telvakken(codes: frozenset[str], alle: Pakketten) -> dict[str, int]:
    """Give per vakcode the number of the vak it counts as."""
    namen = {code: alle.groepen.telvak.get(code, code) for code in codes}
    nummers = {naam: nummer for nummer, naam in enumerate(sorted(set(namen.values())))}
    return {code: nummers[naam] for code, naam in namen.items()}


def alleen_met(alle: Pakketten) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Give pairs of codes: the first count only when one of the second does."""
    groepen = alle.groepen.groepen
    return tuple(
        (
            tuple(sorted(codenummer(code) for code in groepen[regel.vak])),
            tuple(sorted(codenummer(code) for code in groepen[regel.met])),
        )
        for regel in alle.groepen.alleen_met
    )
