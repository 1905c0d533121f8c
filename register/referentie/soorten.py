"""The kinds of reference facts.

`begindatum` and `einddatum` are the first and last day on which a fact holds; empty is always.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from register.model.persoon import GESLACHTEN
from register.velden import DATUM_MET_NULLEN, Soort, veld, veld_of_leeg

NIVEAUS = {
    "VMBO_GL": "vmbo, gemengde leerweg",
    "VMBO_TL": "vmbo, theoretische leerweg",
    "HAVO": "havo",
    "VWO": "vwo",
}
"""The niveaus of an opleiding (manual BRON-vavo h5, resultaatniveau)."""

_BRIN = "[0-9]{2}[A-Z]{2}"
_OPLEIDING = "[0-9]{4,5}"
_NUMMER = "[0-9]{9}"


@frozen(kw_only=True)
class Instelling:
    """A school with its BRIN, and whether the state pays for it."""

    brin: str = veld("BRIN", Soort.CODE, patroon=_BRIN)
    naam: str | None = veld_of_leeg("naam", Soort.TEKST, maximum=200)
    bekostigd: bool | None = veld_of_leeg("bekostigd", Soort.JA_NEE)
    begindatum: date | None = veld_of_leeg("begindatum", Soort.DATUM)
    einddatum: date | None = veld_of_leeg("einddatum", Soort.DATUM)


@frozen(kw_only=True)
class Aanbiederrelatie:
    """An onderwijsaanbieder that belongs to a BRIN."""

    brin: str = veld("BRIN", Soort.CODE, patroon=_BRIN)
    onderwijsaanbieder: str = veld("onderwijsaanbieder", Soort.CODE, patroon="[0-9]{3}A[0-9]{3}")
    begindatum: date | None = veld_of_leeg("begindatum", Soort.DATUM)
    einddatum: date | None = veld_of_leeg("einddatum", Soort.DATUM)


@frozen(kw_only=True)
class Onderwijslocatie:
    """A place where one can be enrolled."""

    onderwijslocatie: str = veld("onderwijslocatie", Soort.CODE, patroon="[0-9]{3}X[0-9]{3}")
    begindatum: date | None = veld_of_leeg("begindatum", Soort.DATUM)
    einddatum: date | None = veld_of_leeg("einddatum", Soort.DATUM)


@frozen(kw_only=True)
class Licentie:
    """The right of a school to offer an opleiding."""

    brin: str = veld("BRIN", Soort.CODE, patroon=_BRIN)
    opleiding: str = veld("opleiding", Soort.CODE, patroon=_OPLEIDING)
    begindatum: date | None = veld_of_leeg("begindatum", Soort.DATUM)
    einddatum: date | None = veld_of_leeg("einddatum", Soort.DATUM)


@frozen(kw_only=True)
class BekendPersoon:
    """A person as DUO knows one, under BSN, onderwijsnummer or both.

    Dates of birth and death are ISO text whose month or day may be 00. `vervangen_door` is the
    number that took the place of this one ("omgehangen").
    """

    burgerservicenummer: str | None = veld_of_leeg("BSN", Soort.CODE, patroon=_NUMMER)
    onderwijsnummer: str | None = veld_of_leeg("onderwijsnummer", Soort.CODE, patroon=_NUMMER)
    geboortedatum: str | None = veld_of_leeg("geboortedatum", Soort.CODE, patroon=DATUM_MET_NULLEN)
    geslacht: str | None = veld_of_leeg("geslacht", Soort.CODE, waarden=GESLACHTEN)
    datum_overlijden: str | None = veld_of_leeg(
        "datum overlijden", Soort.CODE, patroon=DATUM_MET_NULLEN
    )
    vervangen_door: str | None = veld_of_leeg("vervangen door", Soort.CODE, patroon=_NUMMER)


@frozen(kw_only=True)
class Adres:
    """A huisnummer that exists at a postcode."""

    postcode: str = veld("postcode", Soort.CODE, patroon="[1-9][0-9]{3}[A-Z]{2}")
    huisnummer: int = veld("huisnummer", Soort.GEHEEL, minimum=1, maximum=99_999)


@frozen(kw_only=True)
class Land:
    """A country of BRP table 34."""

    landcode: str = veld("landcode", Soort.CODE, patroon="[0-9]{4}")
    naam: str = veld("naam", Soort.TEKST, maximum=80)
    begindatum: date | None = veld_of_leeg("begindatum", Soort.DATUM)
    einddatum: date | None = veld_of_leeg("einddatum", Soort.DATUM)


@frozen(kw_only=True)
class Voorvoegsel:
    """A particle before a family name, spelled as BRP table 36 spells it."""

    voorvoegsel: str = veld("voorvoegsel", Soort.TEKST, maximum=10)


@frozen(kw_only=True)
class Waarde:
    """A code that a field of a message may have (manual BRON-vavo h5)."""

    lijst: str = veld("lijst", Soort.TEKST, maximum=40)
    code: str = veld("code", Soort.TEKST, maximum=20)
    betekenis: str = veld("betekenis", Soort.TEKST, maximum=200)
    begindatum: date | None = veld_of_leeg("begindatum", Soort.DATUM)
    einddatum: date | None = veld_of_leeg("einddatum", Soort.DATUM)


@frozen(kw_only=True)
class VoInschrijving:
    """An enrolment at a school for secondary education.

    `uitbesteed_aan` is the BRIN of the vavo school that teaches the student on its behalf.
    """

    burgerservicenummer: str | None = veld_of_leeg("BSN", Soort.CODE, patroon=_NUMMER)
    onderwijsnummer: str | None = veld_of_leeg("onderwijsnummer", Soort.CODE, patroon=_NUMMER)
    brin: str = veld("BRIN", Soort.CODE, patroon=_BRIN)
    niveau: str | None = veld_of_leeg("niveau", Soort.CODE, waarden=NIVEAUS)
    uitbesteed_aan: str | None = veld_of_leeg("uitbesteed aan", Soort.CODE, patroon=_BRIN)
    begindatum: date | None = veld_of_leeg("begindatum", Soort.DATUM)
    einddatum: date | None = veld_of_leeg("einddatum", Soort.DATUM)
