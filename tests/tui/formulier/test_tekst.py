"""What typed texts are worth in a form."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from examen.model import CeResultaat, Vakresultaat
from register.fouten import InvoerFout
from register.model.persoon import BinnenlandsAdres, Persoon
from register.vavo.inschrijving import Inschrijving, Inschrijvingsperiode
from register.velden import Veld, attributen
from tui.formulier.tekst import lees, schrijf, vorm

PEILDATUM = date(2025, 7, 1)


def veld(klasse: type[Any], naam: str) -> Veld:
    (gevonden,) = (a.veld for a in attributen(klasse) if a.naam == naam)
    return gevonden


DATUM = veld(Inschrijving, "datum_inschrijving")
GEBOREN = veld(Persoon, "geboortedatum")
MOMENT = veld(Inschrijving, "aangeleverd_op")
CIJFER = veld(CeResultaat, "cijfer")
POSTCODE = veld(BinnenlandsAdres, "postcode")
NIVEAU = veld(Vakresultaat, "niveau")


@pytest.mark.parametrize(
    ("welk", "getypt", "verwacht"),
    [
        (DATUM, "01-08-2025", "01-08-2025"),
        (DATUM, "1-8-25", "01-08-2025"),
        (DATUM, "1/8/25", "01-08-2025"),
        (DATUM, "1.8.2025", "01-08-2025"),
        (DATUM, "010825", "01-08-2025"),
        (DATUM, "01082025", "01-08-2025"),
        (DATUM, "2025-08-01", "01-08-2025"),
        (DATUM, "1-8", "01-08-2025"),
        (DATUM, "1-8-34", "01-08-2034"),
        (DATUM, "1-8-35", "01-08-1935"),
        (DATUM, "29-2-24", "29-02-2024"),
        (GEBOREN, "1-3-06", "01-03-2006"),
        (GEBOREN, "1-3-26", "01-03-1926"),
        (GEBOREN, "0-3-2006", "00-03-2006"),
        (GEBOREN, "00-00-1999", "00-00-1999"),
        (GEBOREN, "29-2-2004", "29-02-2004"),
        (MOMENT, "1-7-25 10:05", "01-07-2025 10:05:00"),
        (MOMENT, "2025-07-01T10:05:06", "01-07-2025 10:05:06"),
        (CIJFER, "64", "6,4"),
        (CIJFER, "6.4", "6,4"),
        (CIJFER, "6", "6,0"),
        (CIJFER, "10", "10,0"),
        (CIJFER, "100", "10,0"),
        (POSTCODE, "9999 xx", "9999XX"),
        (NIVEAU, "havo", "HAVO"),
        (veld(BinnenlandsAdres, "huisnummeraanduiding"), "TO", "to"),
        (veld(Inschrijving, "brin"), "01aa", "01AA"),
        (veld(Persoon, "voornamen"), "  Jan Piet ", "Jan Piet"),
    ],
)
def test_wat_getypt_is_wordt_gelezen(welk: Veld, getypt: str, verwacht: str) -> None:
    assert verwacht == schrijf(welk, lees(welk, getypt, PEILDATUM))


@pytest.mark.parametrize("welk", [DATUM, GEBOREN, MOMENT, CIJFER, NIVEAU])
def test_niets_is_leeg(welk: Veld) -> None:
    assert lees(welk, "  ", PEILDATUM) is None
    assert "" == schrijf(welk, None)


@pytest.mark.parametrize(
    ("welk", "getypt", "zin"),
    [
        (DATUM, "31-2-2025", "“31-2-2025” bestaat niet; toegestaan is een datum dd-mm-jjjj"),
        (DATUM, "1-8/25", "toegestaan is een datum dd-mm-jjjj"),
        (DATUM, "morgen", "toegestaan is een datum dd-mm-jjjj"),
        (DATUM, "00-08-2025", "toegestaan is een datum dd-mm-jjjj"),
        (GEBOREN, "1-3", "met 00 voor een onbekende dag of maand"),
        (GEBOREN, "31-2-2005", "“31-2-2005” bestaat niet; toegestaan is een datum"),
        (GEBOREN, "29-2-2005", "“29-2-2005” bestaat niet"),
        (GEBOREN, "1-13-2006", "met 00 voor een onbekende dag of maand"),
        (MOMENT, "1-7-25", "met een tijd uu:mm"),
        (MOMENT, "1-7-25 25:00", "met een tijd uu:mm"),
        (CIJFER, "6,45", "één cijfer achter de komma"),
        (CIJFER, "0", "van 1,0 tot en met 10,0"),
        (NIVEAU, "mavo", "toegestaan is VMBO_GL, VMBO_TL, HAVO, VWO"),
        (veld(Inschrijvingsperiode, "opleiding"), "537", "4 of 5 cijfers"),
    ],
)
def test_wat_niet_kan_zegt_wat_wel_kan(welk: Veld, getypt: str, zin: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        lees(welk, getypt, PEILDATUM)

    assert zin in fout.value.tekst


def test_een_persoonsnummer_staat_in_geen_enkele_zin() -> None:
    with pytest.raises(InvoerFout) as fout:
        lees(veld(Persoon, "burgerservicenummer"), "99999001X", PEILDATUM)

    assert "99999001" not in fout.value.tekst


@pytest.mark.parametrize(
    ("welk", "verwacht"),
    [
        (DATUM, "een datum dd-mm-jjjj"),
        (GEBOREN, "een datum dd-mm-jjjj, met 00 voor een onbekende dag of maand"),
        (MOMENT, "een datum dd-mm-jjjj met een tijd uu:mm"),
        (CIJFER, "1,0 tot en met 10,0"),
        (POSTCODE, "4 cijfers en 2 hoofdletters (1234AB)"),
        (veld(Persoon, "geslacht"), "1 (man), 2 (vrouw), 3 (vastgesteld onbekend)"),
        (veld(Persoon, "voorvoegsel"), "hoogstens 10 tekens"),
        (veld(Vakresultaat, "inruil"), ""),
    ],
)
def test_een_veld_zegt_wat_erin_kan(welk: Veld, verwacht: str) -> None:
    assert verwacht == vorm(welk)
