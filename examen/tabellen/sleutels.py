"""How facts of the law become categories and whole numbers in columns, and are looked up by them.

A subject is `sleutel_vak(regime, niveau, code)`, the rules of a year `sleutel_regime(jaar,
uitslagniveau)`: one number each, so that looking up over a million rows stays cheap.
"""

from __future__ import annotations

import polars as pl
from attrs import frozen

from examen.model import (
    BEOORDELINGEN_SE,
    EXAMENDELEN,
    NIVEAUS,
    REDENEN_NIET_DEELNAME,
    UITSLAGEN,
    UITSLAGNIVEAUS,
)
from examen.pakket import WERKSTUK
from examen.regime import EERSTE_REGIME

NIVEAU = pl.Enum(list(NIVEAUS))
UITSLAGNIVEAU = pl.Enum(list(UITSLAGNIVEAUS))
INDICATIE = pl.Enum(["V", "O", "L"])
KERNVAK = pl.Enum(["nederlands", "engels", "wiskunde"])
BEROEPSGERICHT = pl.Enum(["profielvak", "keuzevak", "afdelingsvak"])

EXAMENDEEL = pl.Enum(list(EXAMENDELEN))
BEOORDELING = pl.Enum(list(BEOORDELINGEN_SE))
REDEN = pl.Enum(list(REDENEN_NIET_DEELNAME))
RESULTAATSOORT = pl.Enum(["vak", "werkstuk", "toets"])
WIJZE = pl.Enum(["gemiddelde", "profielvak"])
UITSLAG = pl.Enum(list(UITSLAGEN))

WERKSTUKCODE = 10_000
"""The code of the werkstuk, which has no vakcode; every vakcode is below it."""

_CODES = 20_000
_REGIMES = 100
_LAGE_CIJFERS = 10


def sleutel_vak(regime: pl.Expr, niveau: pl.Expr, code: pl.Expr) -> pl.Expr:
    """Give the key of a subject in the vakkentabellen.

    A regime before the first table uses the first: an earlier result may come in ten years later.
    """
    jaar = regime.cast(pl.Int32).clip(EERSTE_REGIME) - EERSTE_REGIME
    return (jaar * len(NIVEAUS) + niveau.to_physical().cast(pl.Int32)) * _CODES + code


def sleutel_regime(jaar: pl.Expr, uitslagniveau: pl.Expr) -> pl.Expr:
    """Give the key of the rules of one year and uitslagniveau."""
    return jaar.cast(pl.Int32) * len(UITSLAGNIVEAUS) + uitslagniveau.to_physical().cast(pl.Int32)


def sleutel_opleiding(opleiding: pl.Expr, jaar: pl.Expr) -> pl.Expr:
    """Give the key of an opleiding (a category) in a year."""
    return opleiding.to_physical().cast(pl.Int32) * _REGIMES + (jaar.cast(pl.Int32) - EERSTE_REGIME)


def sleutel_pakket(pakketsoort: pl.Expr, jaar: pl.Expr) -> pl.Expr:
    """Give the key of what an opleiding of some soort asks in a year."""
    return pakketsoort.cast(pl.Int32) * _REGIMES + (jaar.cast(pl.Int32) - EERSTE_REGIME)


def sleutel_pakketvak(pakket: pl.Expr, code: pl.Expr) -> pl.Expr:
    """Give the key of one vak in one pakket."""
    return pakket.cast(pl.Int32) * _CODES + code


def sleutel_patroon(sleutel: pl.Expr, vijven: pl.Expr, vieren: pl.Expr) -> pl.Expr:
    """Give the key of a number of fives and fours under the rules of a year (`sleutel`)."""
    meer_dan_ooit = _LAGE_CIJFERS - 1
    return (
        sleutel * _LAGE_CIJFERS + vijven.clip(upper_bound=meer_dan_ooit).cast(pl.Int32)
    ) * _LAGE_CIJFERS + vieren.clip(upper_bound=meer_dan_ooit).cast(pl.Int32)


def codenummer(vakcode: str) -> int:
    """Give the number a vakcode has in the columns."""
    return WERKSTUKCODE if vakcode == WERKSTUK else int(vakcode)


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
    def van(cls, frame: pl.DataFrame, sleutel: str = "sleutel") -> Naslag:
        """Make the table from a frame with a column of unique whole numbers."""
        sleutels = frame[sleutel]
        hoogste = frame.select_seq(pl.col(sleutel).max()).item()
        soort = pl.UInt16 if len(frame) < _KLEIN else pl.UInt32
        leeg = pl.Series([None], dtype=soort).new_from_index(0, hoogste + 1)
        rijen = pl.Series(range(len(frame)), dtype=soort)
        return cls(leeg.scatter(sleutels, rijen), frame.drop(sleutel))

    def zoek(self, sleutels: pl.Series) -> pl.DataFrame:
        """Give the row of every number, a row of nulls for a number that is not there."""
        binnen = sleutels.is_between(0, len(self.rij) - 1)
        bekend = sleutels if binnen.all() else sleutels.zip_with(binnen, _GEEN_RIJ)
        rijen = self.rij.gather(bekend)
        return self.kolommen.select_seq(pl.all().gather(rijen))


_KLEIN = 2**16
"""A table with fewer rows is looked up in half the memory; some have a million keys."""

_GEEN_RIJ = pl.Series([None], dtype=pl.Int32)
