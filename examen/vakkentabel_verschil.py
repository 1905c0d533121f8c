"""What changes between two vakkentabellen, and whom it touches."""

from __future__ import annotations

from typing import Any

import attrs
import polars as pl

from examen.reken.resultaten import resultaten
from examen.tabellen import tabellen
from examen.vakkentabel import Vakkentabel, Vakregel
from register.vormen.kolommen import Frames

VERGELEKEN = tuple(
    veld.name
    for veld in attrs.fields(Vakregel)
    if veld.name not in {"vakcode", "niveau", "bron", "zekerheid"}
)
"""The fields that are compared: all but the key and where the facts come from."""


@attrs.frozen(kw_only=True)
class Vakverschil:
    """One subject that comes, goes or changes.

    Attributes:
        oud: the subject as it was; None when it is new.
        nieuw: the subject as it becomes; None when it goes.
        velden: per changed field its value before and after; empty when it comes or goes.
    """

    oud: Vakregel | None
    nieuw: Vakregel | None
    velden: dict[str, tuple[Any, Any]]

    @property
    def vak(self) -> Vakregel:
        """Give the subject, as it becomes where there is a choice."""
        vak = self.nieuw or self.oud
        assert vak is not None
        return vak

    @property
    def soort(self) -> str:
        """Give "erbij", "weg" or "anders"."""
        if self.oud is None:
            return "erbij"
        return "weg" if self.nieuw is None else "anders"


def verschil(oud: Vakkentabel, nieuw: Vakkentabel) -> tuple[Vakverschil, ...]:
    """Give every subject that differs, by niveau and vakcode; empty when nothing changes."""
    voor = {(vak.niveau, vak.vakcode): vak for vak in oud.vakken}
    na = {(vak.niveau, vak.vakcode): vak for vak in nieuw.vakken}
    verschillen = (_vakverschil(voor.get(wie), na.get(wie)) for wie in sorted(voor | na))
    return tuple(w for w in verschillen if w.velden or w.soort != "anders")


def _vakverschil(oud: Vakregel | None, nieuw: Vakregel | None) -> Vakverschil:
    velden = {}
    if oud and nieuw:
        paren = {naam: (getattr(oud, naam), getattr(nieuw, naam)) for naam in VERGELEKEN}
        velden = {naam: (voor, na) for naam, (voor, na) in paren.items() if voor != na}
    return Vakverschil(oud=oud, nieuw=nieuw, velden=velden)


def geraakt(frames: Frames, verschillen: tuple[Vakverschil, ...], regime: int) -> pl.Series:
    """Give the examenresultaatvolgnummers with a result of this regime in a subject that differs.

    Args:
        frames: the columns of Examenresultaat.
        verschillen: as `verschil` gives them.
        regime: the examenregime whose table changes; a result without examenregime has that of
            the uitslag.
    """
    vakken = pl.DataFrame(
        [(anders.vak.niveau, anders.vak.vakcode) for anders in verschillen],
        schema={"niveau": pl.String, "vak": pl.String},
        orient="row",
    )
    standen = (
        resultaten(frames, tabellen())
        .filter(pl.col("regime") == regime)
        .select("stand", "vak", pl.col("niveau").cast(pl.String))
        .join(vakken, on=["niveau", "vak"], how="semi")
    )
    return frames["examenresultaat"].join(standen, on="stand", how="semi")[
        "examenresultaatvolgnummer"
    ]
