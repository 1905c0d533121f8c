"""The numbers of pictures, counted in columns."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from examen.model import Examenresultaat
from examen.openstaand import openstaand
from examen.reken import bereken
from examen.reken.resultaten import resultaten
from examen.tabellen import tabellen
from register.opslag import Register
from tui.weergave.beelden import Cijfers, OpenVak
from tui.weergave.vakken import Vakgroep
from tui.werk.vakbladen import lees_vak

DAGEN = 28
"""How many days of bookings are shown."""


class Beelden:
    """Counts in one register what pictures show."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def verdeling(self, groep: Vakgroep) -> list[Cijfers]:
        """Give all SE, CE (the best of each candidate) and eindcijfers of a vak."""
        vakken = resultaten(lees_vak(self._register, groep), tabellen())
        kolommen = {
            "SE": pl.col("cijfer_se"),
            "CE": pl.col("ce"),
            "eindcijfer": pl.col("eindcijfer_berekend") * 10,
        }
        return [
            Cijfers(soort=soort, tienden=vakken.select(kolom.drop_nulls()).to_series().to_list())
            for soort, kolom in kolommen.items()
        ]

    def openstaand(self) -> list[OpenVak]:
        """Give the vakken of which marks are still to come, the newest examenregime first."""
        sleutels = ("regime", "niveau", "vak")
        stukken = [
            openstaand(bereken(self._register.kolommen(Examenresultaat, standen=standen)))
            .filter(pl.col("regime").is_not_null() & (pl.col("se_open") | pl.col("ce_open")))
            .group_by(sleutels)
            .agg(se=pl.col("se_open").sum(), ce=pl.col("ce_open").sum())
            for standen in self._register.partities(Examenresultaat)
        ]
        if not stukken:
            return []
        geteld = (
            pl.concat(stukken)
            .with_columns(pl.col("vak").fill_null(""))
            .group_by(sleutels)
            .sum()
            .sort(sleutels, descending=[True, False, False])
        )
        return [OpenVak(**rij) for rij in geteld.iter_rows(named=True)]

    def boekingen(self, vandaag: date) -> list[tuple[date, int]]:
        """Give how many bookings there were on each of the last days, today first."""
        dagen = [vandaag - timedelta(days=terug) for terug in range(DAGEN)]
        geteld = self._register.boekingen_per_dag(dagen[-1])
        return [(dag, geteld.get(dag, 0)) for dag in dagen]
