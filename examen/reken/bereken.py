"""From the columns of examenresultaten to their outcome, in columns."""

from __future__ import annotations

from functools import cached_property

import polars as pl
from attrs import define

from examen.draad import op_een_draad_van_polars
from examen.reken.certificaten import certificaten
from examen.reken.cijferlijsten import deelnames, kandidaten, nog_zonder_cijfer, regels
from examen.reken.cum_laude import cum_laude
from examen.reken.resultaten import resultaten
from examen.reken.uitslag import beoordeel
from examen.reken.weglaten import slaag_door_weglaten
from examen.tabellen import Tabellen, tabellen
from register.vormen.kolommen import Frames


@define(slots=False)
class Berekening:
    """The outcome of a set of examenresultaten as columns.

    Attributes:
        frames: the columns that were computed from.
        tabellen: the tables of the law that were used.
        resultaten: every result with its row of the vakkentabel and eindcijfer; see
            `examen.reken.resultaten`.
        kandidaten: every cijferlijst with the rules that hold for it.
        regels: the lines of the cijferlijsten, given or proposed.
        deelnames: the lines that take part in the uitslag.
        cijferlijsten: one row per cijferlijst, in order: kandidaat, stand, cijferlijst, opleiding,
            combinatiecijfer, combinatiecijfer_vr, uitslag, cum_laude, weggelaten (regels), duim
            (regel), all counts and `voldaan_…` per requirement.
    """

    frames: Frames
    tabellen: Tabellen
    resultaten: pl.DataFrame
    kandidaten: pl.DataFrame
    regels: pl.DataFrame
    deelnames: pl.DataFrame
    cijferlijsten: pl.DataFrame

    @property
    def vakken(self) -> pl.DataFrame:
        """Give the vakresultaten among the results, in the order they were given."""
        return self.resultaten.head(len(self.frames["vakresultaten"]))

    @cached_property
    def eindcijfers(self) -> pl.DataFrame:
        """Give stand, resultaatvolgnummer, eindcijfer of vak- and werkstukresultaten with one."""
        return (
            self.resultaten.filter(
                pl.col("eindcijfer_berekend").is_not_null() & (pl.col("soort") != "toets")
            )
            .select_seq("stand", "resultaatvolgnummer", eindcijfer="eindcijfer_berekend")
            .sort("stand", maintain_order=True)
        )

    @cached_property
    def wachtend(self) -> pl.DataFrame:
        """Give per deelexamen what its vakken without a mark would count for, if they had one."""
        deelexamens = self.cijferlijsten.filter(pl.col("uitslag") == "D")
        return nog_zonder_cijfer(deelexamens, self.deelnames, self.resultaten, self.tabellen)

    @cached_property
    def certificaten(self) -> pl.DataFrame:
        """Give stand, resultaatvolgnummer of the results that earn a certificaat."""
        geslaagden = self.cijferlijsten.filter(pl.col("uitslag") == "G")["stand"].unique()
        return certificaten(self.resultaten, geslaagden, self.tabellen)


def bereken(frames: Frames, wet: Tabellen | None = None) -> Berekening:
    """Compute everything that follows from the results.

    Args:
        frames: the columns of Examenresultaat (`register.vormen.kolommen`).
        wet: the tables of the law; the ones under data/ unless given.
    """
    return op_een_draad_van_polars(lambda: _bereken(frames, wet or tabellen()))


def _bereken(frames: Frames, wet: Tabellen) -> Berekening:
    resultaten_ = resultaten(frames, wet)
    kandidaten_ = kandidaten(frames, resultaten_, wet)
    regels_ = regels(frames, kandidaten_, resultaten_)
    deelnames_ = deelnames(regels_, kandidaten_, resultaten_, wet)
    return Berekening(
        frames=frames,
        tabellen=wet,
        resultaten=resultaten_,
        kandidaten=kandidaten_,
        regels=regels_,
        deelnames=deelnames_,
        cijferlijsten=uitslagen(deelnames_, kandidaten_, wet),
    )


def uitslagen(deelnames_: pl.DataFrame, kandidaten_: pl.DataFrame, wet: Tabellen) -> pl.DataFrame:
    """Give every kandidaat his uitslag, with what was left out to pass and cum laude."""
    zo = beoordeel(deelnames_, kandidaten_, wet).with_columns_seq(
        weggelaten=pl.lit([], pl.List(pl.UInt32)), duim=pl.lit(None, pl.UInt32)
    )
    if (zo["uitslag"] == "A").any():
        beter = slaag_door_weglaten(deelnames_, kandidaten_, zo, wet)
        zo = pl.concat(
            [zo.join(beter.select_seq("kandidaat"), on="kandidaat", how="anti"), beter]
        ).sort("kandidaat")
    geslaagd = (zo["uitslag"] == "G").any()
    return zo.with_columns_seq(cum_laude=cum_laude() if geslaagd else pl.lit(value=False))
