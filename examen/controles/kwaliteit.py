"""The quality controls on examenresultaten (manual chapter 7, "Controles examenresultaat").

They look at the examenresultaten of the previous examenregime, from 1 August until 1 February;
that day itself we leave out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl

from examen.controles.context import huidig_regime
from examen.controles.referentie import EXAMENRESULTAAT, regime_van_het_examen
from register.controle import GEEN_SIGNALEN, Kolommen, Plaats, controle, signalen
from register.referentie.geldig import geldig
from register.vavo.controles.context import (
    datum_uitschrijving,
    laatste_uitschrijving,
    persoonsnummer,
)
from register.vormen.kolommen import Frames
from register.wijziging import haal_weg, voeg_toe, zet

HERKANSINGSVAKKEN = Plaats("herkansingsvakken", ("examenresultaatvolgnummer", "vak"))
"""One row per subject of a herkansing of the examined regime."""

_GESLAAGD = "G"


def loopt(peildatum: date) -> bool:
    """Tell whether the quality controls on examenresultaten are run on this day."""
    return peildatum.month >= 8 or peildatum.month == 1


def vorig_regime(peildatum: date) -> int:
    """Give the examenregime before that of the school year."""
    return huidig_regime(peildatum) - 1


def maak_context(
    frames: Frames, inschrijvingen: pl.DataFrame, peildatum: date
) -> Mapping[str, pl.DataFrame]:
    """Make the frames of the places, of the previous examenregime only.

    Args:
        frames: the columns of Examenresultaat.
        inschrijvingen: the root frame of Inschrijving, all enrolments of these persons.
        peildatum: the day of the quality control.

    Returns:
        "examenresultaat": its columns and, never null, ingeschreven_op_uitslag, nog_ingeschreven
        (on or after 1 August of the regime of the uitslag) and heeft_se; "herkansingsvakken":
        vak, tijdvakken_ce (how many CE marks of different tijdvakken the vak has).
    """
    bekend = inschrijvingen.select_seq(
        persoonsnummer(),
        "brin",
        datum_uitschrijving().alias("einddatum"),
        begindatum="datum_inschrijving",
    )
    met_se = frames["vakresultaten"].filter(
        pl.any_horizontal(pl.col("cijfer_se", "beoordeling_se").is_not_null())
    )
    regime = regime_van_het_examen(frames).filter(pl.col("regime") == vorig_regime(peildatum))
    laatste = laatste_uitschrijving(inschrijvingen).with_columns_seq(
        was_ingeschreven=pl.lit(value=True)
    )
    wortel = (
        frames["examenresultaat"]
        .join(regime, on="stand", maintain_order="left")
        .with_columns_seq(persoonsnummer())
        .join(laatste, on=["persoon", "brin"], how="left", maintain_order="left")
    )
    nieuw_schooljaar = pl.date(pl.col("uitslag_examenregime"), 8, 1)
    nog = (pl.col("laatste_uitschrijving") >= nieuw_schooljaar).fill_null(value=True)
    return {
        "examenresultaat": wortel.with_columns_seq(
            ingeschreven_op_uitslag=geldig(wortel, bekend, ["persoon", "brin"], "uitslag_datum"),
            nog_ingeschreven=pl.col("was_ingeschreven").fill_null(value=False) & nog,
            heeft_se=pl.col("stand").is_in(met_se["stand"].implode()),
        ),
        "herkansingsvakken": _herkansingsvakken(frames, wortel, vorig_regime(peildatum)),
    }


def _herkansingsvakken(frames: Frames, wortel: pl.DataFrame, regime: int) -> pl.DataFrame:
    herkansingen = (
        frames["herkansingen"]
        .filter(pl.col("examenregime") == regime)
        .join(wortel.select_seq("stand", "examenresultaatvolgnummer"), on="stand")
        .select_seq("stand", "examenresultaatvolgnummer", herkansing="nr")
    )
    vakken = frames["herkansingen_vakken"].select_seq("stand", herkansing="ouder", vak="waarde")
    ce = (
        frames["vakresultaten_ce"]
        .select_seq("stand", "tijdvak", nr="ouder")
        .join(frames["vakresultaten"].select_seq("stand", "nr", "vak"), on=["stand", "nr"])
        .group_by("stand", "vak")
        .agg(tijdvakken_ce=pl.col("tijdvak").n_unique())
    )
    return (
        vakken.join(herkansingen, on=["stand", "herkansing"], maintain_order="left")
        .join(ce, on=["stand", "vak"], how="left", maintain_order="left")
        .with_columns_seq(pl.col("tijdvakken_ce").fill_null(0))
    )


@controle(
    op=EXAMENRESULTAAT,
    raak=[zet("uitslag", datum=date(2025, 8, 1))],
    stil=[zet("uitslag", datum=date(2025, 7, 31))],
)
def geen_inschrijving_op_datum_uitslag(er: Kolommen) -> pl.Expr:
    """On datum uitslag the person is enrolled at the BRIN; without that date nothing is said."""
    return er.uitslag_datum.is_not_null() & ~er.ingeschreven_op_uitslag


@controle(
    op=EXAMENRESULTAAT,
    raak=[zet(burgerservicenummer="999990032")],
    stil=[zet(burgerservicenummer="999990032"), zet("uitslag", uitslag="A")],
)
def leerling_is_geslaagd_maar_nog_ingeschreven(er: Kolommen) -> pl.Expr:
    """Who passed is not enrolled on or after 1 August of the examenregime of the uitslag."""
    return er.uitslag_uitslag.eq_missing(pl.lit(_GESLAAGD)) & er.nog_ingeschreven


@controle(
    op=EXAMENRESULTAAT,
    raak=[haal_weg("uitslag")],
    stil=[haal_weg("uitslag"), zet(teruggetrokken=True)],
)
def uitslag_examen_verwacht(er: Kolommen) -> pl.Expr:
    """Who has results of the schoolexamen has an uitslag, or has withdrawn."""
    return er.heeft_se & er.uitslag_uitslag.is_null() & ~er.teruggetrokken


@controle(
    op=HERKANSINGSVAKKEN,
    raak=[voeg_toe("herkansingen", examenregime=2025, tijdvak=2, vakken=("1021",))],
    stil=[
        voeg_toe("herkansingen", examenregime=2025, tijdvak=2, vakken=("1021",)),
        voeg_toe("vakresultaten[vak=1021].ce", tijdvak=2, cijfer=60),
    ],
)
def resultaat_van_aangegeven_herkansing_ontbreekt(herkansing: Kolommen) -> pl.Expr:
    """A subject of a herkansing has CE marks of two tijdvakken."""
    return herkansing.tijdvakken_ce < 2


CONTROLES = (
    geen_inschrijving_op_datum_uitslag,
    leerling_is_geslaagd_maar_nog_ingeschreven,
    uitslag_examen_verwacht,
    resultaat_van_aangegeven_herkansing_ontbreekt,
)


def bevindingen(frames: Frames, inschrijvingen: pl.DataFrame, peildatum: date) -> pl.DataFrame:
    """Find the quality signals of examenresultaten; see `maak_context` for the arguments.

    Without any enrolment in hand nobody is said not to have been enrolled.

    Returns:
        One row per finding, by stand and in the manual's order: stand and signaal (id). Outside
        the months in which the controls are run there is none.
    """
    regimes = regime_van_het_examen(frames)["regime"]
    if not loopt(peildatum) or not (regimes == vorig_regime(peildatum)).any():
        return GEEN_SIGNALEN
    controles = [
        controle_
        for controle_ in CONTROLES
        if controle_ is not geen_inschrijving_op_datum_uitslag or not inschrijvingen.is_empty()
    ]
    return signalen(controles, maak_context(frames, inschrijvingen, peildatum))
