"""Controls on the examenresultaat: the signals DUO would answer with, found beforehand.

One module per section of the manual; `CONTROLES` has them in the manual's order.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from examen.controles import (
    centraal_examen,
    certificaat,
    cijferlijst,
    combinatiecijfer,
    herkansing,
    resultaat,
    schoolexamen,
    stage,
    toets,
    uitslag,
    vakresultaat,
    werkstuk,
)
from examen.controles.context import maak_context
from examen.draad import op_een_draad_van_polars
from examen.uitkomst import Bevinding
from register.controle import voer_uit
from register.signaal import catalogus

if TYPE_CHECKING:
    from examen.reken import Berekening
    from register.vormen.kolommen import Frames

CONTROLES = (
    *resultaat.CONTROLES,
    *herkansing.CONTROLES,
    *vakresultaat.CONTROLES,
    *schoolexamen.CONTROLES,
    *centraal_examen.CONTROLES,
    *werkstuk.CONTROLES,
    *toets.CONTROLES,
    *stage.CONTROLES,
    *uitslag.CONTROLES,
    *cijferlijst.CONTROLES,
    *certificaat.CONTROLES,
    *combinatiecijfer.CONTROLES,
)
"""Every control on the examenresultaat that needs nothing but the message itself."""


SLEUTELS = ("examenresultaatvolgnummer", "resultaatvolgnummer", "vak", "tijdvak", "opleiding")
"""What names the place of a finding within its examenresultaat."""


def bevindingen(frames: Frames, berekening: Berekening, peildatum: date) -> pl.DataFrame:
    """Find all signals of a set of examenresultaten.

    Args:
        frames: the columns of Examenresultaat.
        berekening: what was computed from those same frames.
        peildatum: the day on which is judged.

    Returns:
        One row per finding, by stand and in the manual's order: stand, signaal (Enum of ids) and
        as text, null where it does not apply, the keys `SLEUTELS`.
    """
    return op_een_draad_van_polars(lambda: _bevindingen(frames, berekening, peildatum))


def _bevindingen(frames: Frames, berekening: Berekening, peildatum: date) -> pl.DataFrame:
    gevonden = voer_uit(CONTROLES, maak_context(frames, berekening, peildatum))
    return (
        _met_opleiding_en_vak(frames, gevonden)
        .select_seq("stand", "signaal", pl.col(SLEUTELS).cast(pl.String))
        .sort("stand", "signaal", *SLEUTELS)
    )


def _met_opleiding_en_vak(frames: Frames, gevonden: pl.DataFrame) -> pl.DataFrame:
    """Name a cijferlijst by its opleiding, the vakresultaat of a CE mark by its volgnummer."""
    if gevonden.is_empty():
        return gevonden.with_columns_seq(opleiding=pl.lit(None, pl.String))
    opleidingen = frames["cijferlijsten"].select_seq("stand", "opleiding", cijferlijst="nr")
    vakken = frames["vakresultaten"].select_seq(
        "stand", vak_van_ce="resultaatvolgnummer", vaknr="nr"
    )
    standen = gevonden["stand"].unique().implode()
    op_stand = pl.col("stand").is_in(standen)
    return (
        gevonden.join(opleidingen.filter(op_stand), on=["stand", "cijferlijst"], how="left")
        .join(vakken.filter(op_stand), on=["stand", "vaknr"], how="left")
        .with_columns_seq(resultaatvolgnummer=pl.coalesce("resultaatvolgnummer", "vak_van_ce"))
    )


def per_stand(gevonden: pl.DataFrame) -> Mapping[int, tuple[Bevinding, ...]]:
    """Turn the rows of `bevindingen` into findings per stand; a stand without any is absent."""
    signalen = catalogus("vavo").signalen
    uit: dict[int, list[Bevinding]] = {}
    for rij in gevonden.iter_rows(named=True):
        signaal = signalen[rij.pop("signaal")]
        stand = rij.pop("stand")
        bevinding = Bevinding(
            signaal=signaal.naam,
            tekst=signaal.tekst,
            effect=signaal.effect.value,
            sleutels={naam: waarde for naam, waarde in rij.items() if waarde is not None},
        )
        uit.setdefault(stand, []).append(bevinding)
    return {stand: tuple(lijst) for stand, lijst in uit.items()}
