"""Controls on the examenresultaat that ask what DUO knows of schools, and who was enrolled.

The date of a result is that of the uitslag; without one, 1 May of the examenregime, the day that
the manual names for licences.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl

from examen.controles import SLEUTELS
from examen.opleidingen import opleidingen
from register.controle import Kolommen, Plaats, controle, voer_uit
from register.referentie import Nodig
from register.referentie.geldig import geldig
from register.vavo.controles import uitvoerbaar
from register.vavo.controles.context import (
    OPLEIDINGSKENMERKEN,
    Omgeving,
    laatste_uitschrijving,
    persoonsnummer,
    termijn_verlopen,
)
from register.vormen.kolommen import Frames
from register.wijziging import haal_weg, zet

EXAMENRESULTAAT = Plaats("examenresultaat", ("examenresultaatvolgnummer",))
"""One row per examenresultaat."""
CIJFERLIJSTEN = Plaats("cijferlijsten", ("opleiding",))
"""One row per cijferlijst."""


def opleidingskenmerken() -> pl.DataFrame:
    """Give what the controls on enrolments ask of each opleiding: niveau and diplomeerbaar."""
    rijen = [(code, o.niveau, o.diplomeerbaar) for code, o in opleidingen().items()]
    return pl.DataFrame(rijen, schema=OPLEIDINGSKENMERKEN, orient="row")


def regime_van_het_examen(frames: Frames) -> pl.DataFrame:
    """Give stand and regime: of the uitslag, else the latest of the vakresultaten; null: none."""
    uit_vakken = frames["vakresultaten"].group_by("stand").agg(laatste=pl.max("examenregime"))
    return (
        frames["examenresultaat"]
        .select_seq("stand", "uitslag_examenregime")
        .join(uit_vakken, on="stand", how="left", maintain_order="left")
        .select_seq("stand", regime=pl.coalesce("uitslag_examenregime", "laatste"))
    )


def maak_context(frames: Frames, omgeving: Omgeving, peildatum: date) -> Mapping[str, pl.DataFrame]:
    """Make the frames of the places.

    Returns:
        "examenresultaat": its columns, een_mei (of the regime), datum_resultaat and, never null,
        brin_actief, aanbieder_bekend, termijn_verlopen; "cijferlijsten": its columns, een_mei and
        licentie.
    """
    referentie = omgeving.referentie
    bekend = laatste_uitschrijving(omgeving.inschrijvingen["inschrijving"])
    wortel = (
        frames["examenresultaat"]
        .join(regime_van_het_examen(frames), on="stand", how="left", maintain_order="left")
        .with_columns_seq(
            persoonsnummer(), peildatum=pl.lit(peildatum), een_mei=pl.date(pl.col("regime"), 5, 1)
        )
        .with_columns_seq(datum_resultaat=pl.coalesce("uitslag_datum", "een_mei"))
        .join(bekend, on=["persoon", "brin"], how="left", maintain_order="left")
    )
    lijsten = frames["cijferlijsten"].join(
        wortel.select_seq("stand", "brin", "een_mei"), on="stand", how="left", maintain_order="left"
    )
    return {
        "examenresultaat": wortel.with_columns_seq(
            brin_actief=geldig(wortel, referentie.van("instellingen"), ["brin"], "datum_resultaat"),
            aanbieder_bekend=geldig(
                wortel,
                referentie.van("onderwijsaanbieders"),
                ["brin", "onderwijsaanbieder"],
                "datum_resultaat",
            ),
            termijn_verlopen=termijn_verlopen(),
        ),
        "cijferlijsten": lijsten.with_columns_seq(
            licentie=geldig(lijsten, referentie.van("licenties"), ["brin", "opleiding"], "een_mei")
        ),
    }


@controle(
    op=EXAMENRESULTAAT,
    raak=[zet(burgerservicenummer="999990020")],
    stil=[zet(burgerservicenummer="999990032")],
)
def bewaartermijn_verlopen_resultaat(er: Kolommen) -> pl.Expr:
    """The last enrolment of the person at this BRIN ended at most five years ago.

    Who is still enrolled is in time; who was never enrolled, as far as is known, is not judged.
    """
    return er.termijn_verlopen


@controle(
    op=EXAMENRESULTAAT,
    raak=[zet(onderwijsaanbieder="101A346")],
    stil=[zet(onderwijsaanbieder="101A346"), zet("uitslag", datum=date(2024, 7, 31))],
)
def brin_onderwijsaanbieder_onbekend_resultaat(er: Kolommen) -> pl.Expr:
    """The onderwijsaanbieder belongs to the BRIN on the date of the result; none: not judged."""
    return er.onderwijsaanbieder.is_not_null() & ~er.aanbieder_bekend


@controle(
    op=EXAMENRESULTAAT,
    raak=[zet(brin="97XX"), haal_weg("cijferlijsten")],
    stil=[zet(brin="98XX"), haal_weg("cijferlijsten")],
)
def brin_onbekend_resultaat(er: Kolommen) -> pl.Expr:
    """The BRIN is active on the date of the result."""
    return ~er.brin_actief


@controle(
    op=CIJFERLIJSTEN,
    raak=[zet("cijferlijsten", opleiding="5375")],
    stil=[zet("cijferlijsten", opleiding="5375"), zet("uitslag", examenregime=2024)],
)
def licentie_opleiding_onbekend_cijferlijst(lijst: Kolommen) -> pl.Expr:
    """The BRIN may offer the opleiding on 1 May of the examenregime.

    Without a regime any licence will do, whatever its dates.
    """
    return ~lijst.licentie


CONTROLES = (
    bewaartermijn_verlopen_resultaat,
    brin_onderwijsaanbieder_onbekend_resultaat,
    brin_onbekend_resultaat,
    licentie_opleiding_onbekend_cijferlijst,
)

NODIG = {
    "brin_onderwijsaanbieder_onbekend_resultaat": Nodig("onderwijsaanbieders", volledig=True),
    "brin_onbekend_resultaat": Nodig("instellingen", volledig=True),
    "licentie_opleiding_onbekend_cijferlijst": Nodig("licenties", volledig=True),
}
"""Id of a signal to the reference data that its controle asks."""


def bevindingen(frames: Frames, omgeving: Omgeving, peildatum: date) -> pl.DataFrame:
    """Find the signals of a set of examenresultaten that reference data or enrolments give.

    Args:
        frames: the columns of Examenresultaat.
        omgeving: what DUO knows, and the enrolments of these persons.
        peildatum: the day on which is judged.

    Returns:
        Rows like those of `examen.controles.bevindingen`, with signaal as text.
    """
    controles = uitvoerbaar(CONTROLES, omgeving.referentie, NODIG)
    gevonden = voer_uit(controles, maak_context(frames, omgeving, peildatum))
    leeg = [pl.lit(None, pl.String).alias(s) for s in SLEUTELS if s not in gevonden.columns]
    return (
        gevonden.with_columns_seq(leeg)
        .sort("stand", "signaal", "opleiding")
        .select_seq("stand", "signaal", *SLEUTELS)
        .cast({"signaal": pl.String})
    )
