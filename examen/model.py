"""The examenresultaat as data: the tree of the BRON-vavo message (manual chapters 3, 5 and 6).

Marks with a decimal are whole tenths (64 is 6,4); whole marks are plain integers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from attrs import frozen

from register.velden import Soort, ja_nee, lijst, veld, veld_of_leeg

NIVEAUS = {
    "VMBO_GL": "vmbo gemengde leerweg",
    "VMBO_TL": "vmbo theoretische leerweg",
    "HAVO": "havo",
    "VWO": "vwo",
}
"""Levels of a result (manual chapter 5, Resultaatniveau)."""

UITSLAGNIVEAUS = {
    "VMBO_GL": "vmbo gemengde leerweg",
    "VMBO_TL": "vmbo theoretische leerweg",
    "HAVO": "havo",
    "VWO_ATH": "vwo atheneum",
    "VWO_GYM": "vwo gymnasium",
}
"""Levels of an uitslag (manual chapter 5, Uitslagniveau)."""

UITSLAGEN = {"G": "geslaagd", "A": "afgewezen", "D": "deelexamen"}
BEOORDELINGEN_SE = {"G": "goed", "V": "voldoende", "O": "onvoldoende"}
BEOORDELINGEN_STAGE = {"G": "goed", "V": "voldoende"}
BEOORDELINGEN_WERKSTUK = {"G": "goed", "V": "voldoende", "O": "onafgerond"}
REDENEN_NIET_DEELNAME = {"O": "ontheffing", "V": "vrijstelling"}
EXAMENDELEN = {"G": "gemeenschappelijk deel", "P": "profieldeel", "V": "vrij deel"}

_H3 = "handleiding BRON-vavo h3"
_H4 = "handleiding BRON-vavo h4"
_H5 = "handleiding BRON-vavo h5"
_H6 = "handleiding BRON-vavo h6"


@frozen(kw_only=True)
class CeResultaat:
    """The mark of the centraal examen in one tijdvak."""

    tijdvak: int = veld("tijdvak", Soort.GEHEEL, minimum=1, maximum=3, sleutel=True, bron=_H5)
    cijfer: int = veld(
        "cijfer CE",
        Soort.CIJFER,
        bron="Eindexamenbesluit VO art. 51 lid 3; Uitvoeringsbesluit WVO 2020 art. 3.38",
    )


@frozen(kw_only=True)
class Vakresultaat:
    """The result of one subject."""

    resultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True, bron=_H3)
    vak: str = veld("vak", Soort.CODE, patroon="[0-9]{4}", bron=_H6)
    niveau: str = veld("niveau", Soort.CODE, waarden=NIVEAUS, bron=_H5)
    examenregime: int | None = veld_of_leeg("examenregime", Soort.JAAR, bron=_H3)
    inruil: bool = ja_nee("inruil", bron=_H6)
    reden_niet_deelname: str | None = veld_of_leeg(
        "reden niet-deelname", Soort.CODE, waarden=REDENEN_NIET_DEELNAME, bron=_H5
    )
    cijfer_se: int | None = veld_of_leeg(
        "cijfer SE",
        Soort.CIJFER,
        bron="Eindexamenbesluit VO art. 35; Uitvoeringsbesluit WVO 2020 art. 3.25",
    )
    beoordeling_se: str | None = veld_of_leeg(
        "beoordeling SE", Soort.CODE, waarden=BEOORDELINGEN_SE, bron=_H5
    )
    cijfer_rv: int | None = veld_of_leeg(
        "cijfer RV-toets",
        Soort.CIJFER,
        bron="Besluit eindexamens VO 2020 art. 10; geen veld van BRON",
    )
    ce: tuple[CeResultaat, ...] = lijst("CE per tijdvak")
    werkstuk: bool = ja_nee("werkstuk bij dit vak", bron=_H6)
    eindcijfer: int | None = veld_of_leeg(
        "eindcijfer",
        Soort.HEEL_CIJFER,
        bron="Eindexamenbesluit VO art. 47; Uitvoeringsbesluit WVO 2020 art. 3.32",
    )


@frozen(kw_only=True)
class Werkstukresultaat:
    """The profielwerkstuk (havo, vwo: a mark; vmbo: a beoordeling) or sectorwerkstuk."""

    resultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True, bron=_H3)
    niveau: str = veld("niveau", Soort.CODE, waarden=NIVEAUS, bron=_H5)
    examenregime: int | None = veld_of_leeg("examenregime", Soort.JAAR, bron=_H3)
    inruil: bool = ja_nee("inruil", bron=_H6)
    reden_niet_deelname: str | None = veld_of_leeg(
        "reden niet-deelname", Soort.CODE, waarden=REDENEN_NIET_DEELNAME, bron=_H5
    )
    titel: str | None = veld_of_leeg(
        "titel",
        Soort.TEKST,
        maximum=150,
        bron="Eindexamenbesluit VO art. 52 lid 1 b en c; Uitvoeringsbesluit WVO 2020 art. 3.40",
    )
    cijfer: int | None = veld_of_leeg("cijfer", Soort.HEEL_CIJFER, bron=_H6)
    beoordeling: str | None = veld_of_leeg(
        "beoordeling", Soort.CODE, waarden=BEOORDELINGEN_WERKSTUK, bron=_H5
    )


@frozen(kw_only=True)
class Toetsresultaat:
    """The result of a toets, such as the rekentoets."""

    resultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True, bron=_H3)
    toetscode: str = veld("toetscode", Soort.CODE, patroon="[0-9]{4}", bron=_H3)
    niveau: str = veld("niveau", Soort.CODE, waarden=NIVEAUS, bron=_H5)
    examenregime: int | None = veld_of_leeg("examenregime", Soort.JAAR, bron=_H3)
    cijfer: int | None = veld_of_leeg(
        "cijfer", Soort.HEEL_CIJFER, bron="Eindexamenbesluit VO art. 47 lid 4"
    )


@frozen(kw_only=True)
class Stageresultaat:
    """The result of the maatschappelijke stage."""

    resultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True, bron=_H3)
    stagecode: str = veld("stagecode", Soort.CODE, patroon="[0-9]{4}", bron=_H6)
    examenregime: int | None = veld_of_leeg("examenregime", Soort.JAAR, bron=_H3)
    beoordeling: str | None = veld_of_leeg(
        "beoordeling", Soort.CODE, waarden=BEOORDELINGEN_STAGE, bron=_H5
    )


@frozen(kw_only=True)
class Combinatiecijferresultaat:
    """The combinatiecijfer as it is delivered."""

    resultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True, bron=_H3)
    niveau: str = veld("niveau", Soort.CODE, waarden=NIVEAUS, bron=_H5)
    examenregime: int | None = veld_of_leeg("examenregime", Soort.JAAR, bron=_H3)
    cijfer: int | None = veld_of_leeg("cijfer", Soort.HEEL_CIJFER, bron=_H6)


Resultaat = (
    Vakresultaat | Werkstukresultaat | Toetsresultaat | Stageresultaat | Combinatiecijferresultaat
)
"""Any of the five kinds of result."""


@frozen(kw_only=True)
class Herkansing:
    """The subjects in which a candidate sits the centraal examen again."""

    examenregime: int = veld("examenregime", Soort.JAAR, bron=_H3)
    tijdvak: int = veld("tijdvak", Soort.GEHEEL, minimum=1, maximum=3, bron=_H5)
    vakken: tuple[str, ...] = lijst("vakken", Soort.CODE, patroon="[0-9]{4}", bron=_H6)


@frozen(kw_only=True)
class Uitslag:
    """The uitslag as it is delivered."""

    uitslag: str = veld("uitslag", Soort.CODE, waarden=UITSLAGEN, bron=_H5)
    niveau: str = veld("niveau", Soort.CODE, waarden=UITSLAGNIVEAUS, bron=_H5)
    examenregime: int = veld("examenregime", Soort.JAAR, bron=_H3)
    datum: date | None = veld_of_leeg("datum", Soort.DATUM, bron=_H6)


@frozen(kw_only=True)
class Cijferlijstregel:
    """One result on a cijferlijst and what it counts for."""

    resultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True, bron=_H3)
    diplomavak: bool = ja_nee("diplomavak", bron=_H6)
    combinatiecijfer: bool = ja_nee("telt in combinatiecijfer", bron=_H6)
    examendeel: str | None = veld_of_leeg("examendeel", Soort.CODE, waarden=EXAMENDELEN, bron=_H5)


@frozen(kw_only=True)
class Cijferlijst:
    """The results that count for one opleiding; without regels the program proposes them."""

    opleiding: str = veld("opleiding", Soort.CODE, patroon="[0-9]{4,5}", sleutel=True, bron=_H6)
    regels: tuple[Cijferlijstregel, ...] = lijst("regels")


@frozen(kw_only=True)
class Certificaat:
    """The results that one certificaat states."""

    resultaatvolgnummers: tuple[str, ...] = lijst("volgnummers", Soort.VOLGNUMMER, bron=_H6)


@frozen(kw_only=True)
class Examenresultaat:
    """All of one candidate's exam, delivered as one stand."""

    brin: str = veld("BRIN", Soort.CODE, patroon="[0-9]{2}[A-Z]{2}", sleutel=True, bron=_H4)
    burgerservicenummer: str | None = veld_of_leeg(
        "BSN", Soort.CODE, patroon="[0-9]{9}", sleutel=True, bron=_H4
    )
    onderwijsnummer: str | None = veld_of_leeg(
        "onderwijsnummer", Soort.CODE, patroon="[0-9]{9}", sleutel=True, bron=_H4
    )
    examenresultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True, bron=_H3)
    aangeleverd_op: datetime | None = veld_of_leeg("aangeleverd op", Soort.MOMENT, bron=_H5)
    onderwijsaanbieder: str | None = veld_of_leeg(
        "onderwijsaanbieder", Soort.CODE, patroon="[0-9]{3}A[0-9]{3}", bron=_H3
    )
    teruggetrokken: bool = ja_nee("teruggetrokken", bron="handleiding BRON-vavo h7")
    vakresultaten: tuple[Vakresultaat, ...] = lijst("vakresultaten")
    werkstukresultaten: tuple[Werkstukresultaat, ...] = lijst("werkstukresultaten")
    toetsresultaten: tuple[Toetsresultaat, ...] = lijst("toetsresultaten")
    stageresultaten: tuple[Stageresultaat, ...] = lijst("stageresultaten")
    combinatiecijferresultaten: tuple[Combinatiecijferresultaat, ...] = lijst("combinatiecijfers")
    herkansingen: tuple[Herkansing, ...] = lijst("herkansingen")
    uitslag: Uitslag | None = veld_of_leeg("uitslag", Soort.DEEL)
    cijferlijsten: tuple[Cijferlijst, ...] = lijst("cijferlijsten")
    certificaten: tuple[Certificaat, ...] = lijst("certificaten")


def resultaten(er: Examenresultaat) -> Iterator[Resultaat]:
    """Give all results, in the order of the message."""
    yield from er.vakresultaten
    yield from er.werkstukresultaten
    yield from er.toetsresultaten
    yield from er.stageresultaten
    yield from er.combinatiecijferresultaten


def herkansingstijdvakken(er: Examenresultaat, vak: Vakresultaat) -> frozenset[int]:
    """Give the tijdvakken in which the candidate sits the CE of a vak again."""
    return frozenset(
        herkansing.tijdvak
        for herkansing in er.herkansingen
        if herkansing.examenregime == vak.examenregime and vak.vak in herkansing.vakken
    )
