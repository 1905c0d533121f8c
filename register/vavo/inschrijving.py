"""The vavo enrolment with its periods (manual BRON-vavo chapters 3, 5 and 6)."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from register.velden import Soort, lijst, veld, veld_of_leeg

BETALENDE_PARTIJEN = {
    "1": "gemeente (t/m 30-09-2013)",
    "2": "deelnemer",
    "3": "reguliere school",
    "4": "Rijk",
    "5": "vso",
    "6": "instelling",
}
INTENSITEITEN = {"DT": "deeltijd", "EX": "examendeelnemer", "VT": "voltijd"}

_H3 = "handleiding BRON-vavo h3"
_H4 = "handleiding BRON-vavo h4"
_H5 = "handleiding BRON-vavo h5"
_H6 = "handleiding BRON-vavo h6"
_PGN_2009 = "Regeling gegevensverstrekking PGN BVE 2009, onderdeel D"


@frozen(kw_only=True)
class AanvullendeOpleiding:
    """An opleiding that the student follows beside the one of the period."""

    opleiding: str = veld("opleiding", Soort.CODE, patroon="[0-9]{4,5}", sleutel=True, bron=_H3)


@frozen(kw_only=True)
class Inschrijvingsperiode:
    """What is followed from a date on, until the next period begins."""

    begindatum: date = veld("begindatum", Soort.DATUM, sleutel=True, bron=_H6)
    opleiding: str = veld("opleiding", Soort.CODE, patroon="[0-9]{4,5}", bron=_H6)
    onderwijslocatie: str | None = veld_of_leeg(
        "onderwijslocatie", Soort.CODE, patroon="[0-9]{3}X[0-9]{3}", bron=_H3
    )
    intensiteit: str | None = veld_of_leeg(
        "intensiteit", Soort.CODE, waarden=INTENSITEITEN, bron=_H5
    )
    betalende_partij: str | None = veld_of_leeg(
        "betalende partij", Soort.CODE, waarden=BETALENDE_PARTIJEN, bron=_H5
    )
    contacturen: int | None = veld_of_leeg(
        "contacturen", Soort.GEHEEL, minimum=0, maximum=99, bron=_PGN_2009
    )
    aanvullende_opleidingen: tuple[AanvullendeOpleiding, ...] = lijst("aanvullende opleidingen")


@frozen(kw_only=True)
class Inschrijving:
    """One enrolment of a person at a BRIN, delivered as one stand."""

    brin: str = veld("BRIN", Soort.CODE, patroon="[0-9]{2}[A-Z]{2}", sleutel=True, bron=_H4)
    burgerservicenummer: str | None = veld_of_leeg(
        "BSN", Soort.CODE, patroon="[0-9]{9}", sleutel=True, bron=_H4
    )
    onderwijsnummer: str | None = veld_of_leeg(
        "onderwijsnummer", Soort.CODE, patroon="[0-9]{9}", sleutel=True, bron=_H4
    )
    inschrijvingvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True, bron=_H3)
    aangeleverd_op: datetime | None = veld_of_leeg("aangeleverd op", Soort.MOMENT, bron=_H5)
    administratie_oin: str | None = veld_of_leeg(
        "administratie-OIN", Soort.CODE, patroon="[0-9]{20}", bron=_H3
    )
    onderwijsaanbieder: str | None = veld_of_leeg(
        "onderwijsaanbieder", Soort.CODE, patroon="[0-9]{3}A[0-9]{3}", bron=_H3
    )
    datum_inschrijving: date = veld("datum inschrijving", Soort.DATUM, bron=_H6)
    datum_uitschrijving_gepland: date | None = veld_of_leeg(
        "geplande datum uitschrijving", Soort.DATUM, bron=_PGN_2009
    )
    datum_uitschrijving_werkelijk: date | None = veld_of_leeg(
        "werkelijke datum uitschrijving", Soort.DATUM, bron=_PGN_2009
    )
    hoogste_vooropleiding: str | None = veld_of_leeg(
        "hoogste vooropleiding", Soort.CODE, patroon="[0-9]{2}", bron=_PGN_2009
    )
    perioden: tuple[Inschrijvingsperiode, ...] = lijst("perioden")
