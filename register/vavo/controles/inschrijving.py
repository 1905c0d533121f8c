"""Controls on the enrolment (manual chapter 6, "Controles op persoon en inschrijving").

What needs the standen that are registered (Bericht ingehaald, Inschrijving onbekend) is said by
whoever processes the message.
"""

from __future__ import annotations

from datetime import date

import polars as pl

from register.controle import Kolommen, controle
from register.referentie import Nodig
from register.vavo.controles.context import INSCHRIJVING, OPLEIDINGEN, PERIODEN
from register.vavo.inschrijving import AanvullendeOpleiding
from register.wijziging import herhaal, zet

_DEELNEMER = "2"


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[zet(brin="97XX"), zet("perioden", betalende_partij="2")],
    stil=[zet(brin="98XX"), zet("perioden", betalende_partij="2")],
)
def brin_onbekend_inschrijving(inschrijving: Kolommen) -> pl.Expr:
    """The BRIN is active on datum inschrijving."""
    return ~inschrijving.brin_actief


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[
        zet(datum_inschrijving=date(2019, 8, 1), datum_uitschrijving_werkelijk=date(2020, 6, 30)),
        zet("perioden", begindatum=date(2019, 8, 1)),
    ],
    stil=[
        zet(datum_inschrijving=date(2019, 8, 1), datum_uitschrijving_werkelijk=date(2020, 7, 1)),
        zet("perioden", begindatum=date(2019, 8, 1)),
    ],
)
def bewaartermijn_verlopen_inschrijving(inschrijving: Kolommen) -> pl.Expr:
    """The last enrolment of the person at this BRIN ended at most five years ago.

    An enrolment that is open has not ended.
    """
    return inschrijving.termijn_verlopen


@controle(
    op=PERIODEN,
    dossier="inschrijving",
    raak=[zet("perioden", onderwijslocatie="101X002")],
    stil=[zet("perioden", onderwijslocatie=None)],
)
def onderwijslocatie_onbekend(periode: Kolommen) -> pl.Expr:
    """The onderwijslocatie is active on the day the period begins; none given is not judged."""
    return periode.onderwijslocatie.is_not_null() & ~periode.locatie_actief


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[zet(onderwijsaanbieder="101A999")],
    stil=[zet(onderwijsaanbieder=None)],
)
def brin_onderwijsaanbieder_onbekend_inschrijving(inschrijving: Kolommen) -> pl.Expr:
    """The onderwijsaanbieder belongs to the BRIN on datum inschrijving; none is not judged."""
    return inschrijving.onderwijsaanbieder.is_not_null() & ~inschrijving.aanbieder_bekend


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[
        zet(datum_inschrijving=date(2005, 3, 14)),
        zet("perioden", begindatum=date(2005, 3, 14)),
    ],
    stil=[
        zet(datum_inschrijving=date(2005, 3, 15)),
        zet("perioden", begindatum=date(2005, 3, 15)),
    ],
)
def datum_inschrijving_geboortedatum(inschrijving: Kolommen) -> pl.Expr:
    """Datum inschrijving is after the date of birth; on that day itself is too early.

    As text: an unknown month or day (00) counts as the first. An unknown person is not judged.
    """
    ingeschreven = inschrijving.datum_inschrijving.dt.to_string("%Y-%m-%d")
    return (ingeschreven <= inschrijving.geboortedatum).fill_null(value=False)


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[zet("perioden", begindatum=date(2024, 8, 2))],
    stil=[herhaal("perioden", begindatum=date(2024, 8, 2))],
)
def datum_begin_eerste_periode_vavo(inschrijving: Kolommen) -> pl.Expr:
    """The earliest period begins on datum inschrijving; without periods nothing is said."""
    return inschrijving.eerste_begindatum.ne_missing(inschrijving.datum_inschrijving) & (
        inschrijving.eerste_begindatum.is_not_null()
    )


@controle(
    op=PERIODEN,
    dossier="inschrijving",
    raak=[herhaal("perioden", begindatum=date(2025, 8, 1))],
    stil=[herhaal("perioden", begindatum=date(2025, 7, 31))],
)
def inschrijvingsperiode_begindatum_datum_uitschrijving(periode: Kolommen) -> pl.Expr:
    """A period begins on or before datum uitschrijving; an open enrolment is not judged."""
    return (periode.begindatum > periode.datum_uitschrijving).fill_null(value=False)


@controle(
    op=PERIODEN,
    dossier="inschrijving",
    raak=[herhaal("perioden")],
    stil=[herhaal("perioden", begindatum=date(2025, 2, 1))],
)
def inschrijvingsperiode_begindatum_dubbel(periode: Kolommen) -> pl.Expr:
    """No two periods of an enrolment begin on the same day; each repetition is a finding."""
    return periode.herhaald


@controle(
    op=INSCHRIJVING,
    dossier="inschrijving",
    raak=[zet(datum_uitschrijving_werkelijk=date(2024, 7, 31)), zet(perioden=())],
    stil=[zet(datum_uitschrijving_werkelijk=date(2024, 8, 1))],
)
def datum_uitschrijving_voor_datum_inschrijving(inschrijving: Kolommen) -> pl.Expr:
    """Datum uitschrijving is on or after datum inschrijving; an empty one is not judged."""
    return (inschrijving.datum_uitschrijving < inschrijving.datum_inschrijving).fill_null(
        value=False
    )


@controle(
    op=OPLEIDINGEN,
    dossier="inschrijving",
    raak=[zet("perioden", opleiding="5375")],
    stil=[zet("perioden", opleiding="5373")],
)
def licentie_opleiding_onbekend_inschrijving(opleiding: Kolommen) -> pl.Expr:
    """The BRIN may offer the opleiding, and every aanvullende, on the day the period begins.

    The manual does not say on which day; we take the first of the period.
    """
    return ~opleiding.licentie


@controle(
    op=OPLEIDINGEN,
    dossier="inschrijving",
    raak=[
        zet("perioden", aanvullende_opleidingen=(AanvullendeOpleiding(opleiding="5372"),)),
    ],
    stil=[
        zet("perioden", aanvullende_opleidingen=(AanvullendeOpleiding(opleiding="5373"),)),
    ],
)
def opleiding_niet_uniek_periode(opleiding: Kolommen) -> pl.Expr:
    """An aanvullende opleiding is neither that of the period nor another aanvullende."""
    return opleiding.aanvullend & opleiding.herhaald


@controle(
    op=OPLEIDINGEN,
    dossier="inschrijving",
    raak=[
        zet("perioden", aanvullende_opleidingen=(AanvullendeOpleiding(opleiding="5321"),)),
    ],
    stil=[
        zet("perioden", opleiding="5300"),
        zet("perioden", aanvullende_opleidingen=(AanvullendeOpleiding(opleiding="5321"),)),
    ],
)
def combinatie_aanvullende_opleiding_niet_toegestaan(opleiding: Kolommen) -> pl.Expr:
    """The opleidingen of a period all lead to a diploma, or none does; an unknown is not judged."""
    anders = opleiding.diplomeerbaar != opleiding.hoofd_diplomeerbaar
    return opleiding.aanvullend & anders.fill_null(value=False)


@controle(
    op=OPLEIDINGEN,
    dossier="inschrijving",
    raak=[
        zet("perioden", aanvullende_opleidingen=(AanvullendeOpleiding(opleiding="5172"),)),
    ],
    stil=[
        zet("perioden", opleiding="5272"),
        zet("perioden", aanvullende_opleidingen=(AanvullendeOpleiding(opleiding="5172"),)),
    ],
)
def opleiding_niveau_verschillend(opleiding: Kolommen) -> pl.Expr:
    """An aanvullende opleiding is of the niveau of the period; an unknown one is not judged.

    Atheneum and gymnasium are both vwo.
    """
    anders = opleiding.niveau != opleiding.hoofd_niveau
    return opleiding.aanvullend & anders.fill_null(value=False)


@controle(
    op=PERIODEN,
    dossier="inschrijving",
    raak=[zet(brin="98XX", onderwijsaanbieder=None), zet("perioden", betalende_partij="4")],
    stil=[zet(brin="98XX", onderwijsaanbieder=None), zet("perioden", betalende_partij="2")],
)
def betalende_partij_instelling_niet_bekostigd(periode: Kolommen) -> pl.Expr:
    """At a school known as not funded the student pays; an empty betalende partij is not that.

    A school of which it is not known is not judged.
    """
    return periode.niet_bekostigd & periode.betalende_partij.ne_missing(pl.lit(_DEELNEMER))


CONTROLES = (
    brin_onbekend_inschrijving,
    bewaartermijn_verlopen_inschrijving,
    onderwijslocatie_onbekend,
    brin_onderwijsaanbieder_onbekend_inschrijving,
    datum_inschrijving_geboortedatum,
    datum_begin_eerste_periode_vavo,
    inschrijvingsperiode_begindatum_datum_uitschrijving,
    inschrijvingsperiode_begindatum_dubbel,
    datum_uitschrijving_voor_datum_inschrijving,
    licentie_opleiding_onbekend_inschrijving,
    opleiding_niet_uniek_periode,
    combinatie_aanvullende_opleiding_niet_toegestaan,
    opleiding_niveau_verschillend,
    betalende_partij_instelling_niet_bekostigd,
)

NODIG = {
    "brin_onbekend_inschrijving": Nodig("instellingen", volledig=True),
    "onderwijslocatie_onbekend": Nodig("onderwijslocaties", volledig=True),
    "brin_onderwijsaanbieder_onbekend_inschrijving": Nodig("onderwijsaanbieders", volledig=True),
    "licentie_opleiding_onbekend_inschrijving": Nodig("licenties", volledig=True),
    "betalende_partij_instelling_niet_bekostigd": Nodig("instellingen"),
}
"""Id of a signal to the reference data that its controle asks."""
