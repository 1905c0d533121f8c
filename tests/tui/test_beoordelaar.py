"""Judging messages against a register: who is known, what is named, and with what effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from register.bericht import Aanlevering, Bevinding
from register.model.persoon import BuitenlandsAdres
from register.opslag import Boeking, Register
from register.referentie import TABELLEN
from register.referentie.opslag import Referentieopslag
from register.referentie.referentie import INGEBOUWD, uit_gegevensmap
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import entiteiten
from register.wijziging import pas_toe, zet
from tests.momenten import BOEKING
from tests.omgeving import PEILDATUM, SCHOON, omgeving_van_examens
from tests.schoon import schoon
from tui.werk.beoordelaar import Beoordelaar

PERSOON, INSCHRIJVING = SCHOON["persoon"], SCHOON["inschrijving"]


@pytest.fixture(scope="module")
def plaats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with the fictional reference data and the enrolments around the examples."""
    pad = tmp_path_factory.mktemp("beoordeling") / "register.db"
    with Referentieopslag.open(pad) as opslag:
        for naam in {*TABELLEN} - {*INGEBOUWD}:
            rijen = uit_gegevensmap(naam, "referentie/voorbeeld")
            opslag.vervang(TABELLEN[naam], rijen, bestand=naam, geboekt=Boeking(**BOEKING))
    with Register.open(pad) as register:
        register.boek_alle(
            entiteiten(Inschrijving, omgeving_van_examens().inschrijvingen), **BOEKING
        )
        register.boek(PERSOON, **BOEKING)
    return pad


@pytest.fixture
def beoordelaar(plaats: Path) -> Iterator[Beoordelaar]:
    with (
        Register.open(plaats) as register,
        Referentieopslag.open(plaats, alleen_lezen=True) as opslag,
    ):
        yield Beoordelaar(register, opslag, PEILDATUM)


def namen(gevonden: Sequence[Sequence[Bevinding]]) -> list[list[str]]:
    return [[een.signaal for een in lijst] for lijst in gevonden]


def meldingen(*inhoud: dict[str, Any]) -> list[Aanlevering]:
    return [Aanlevering(nummer=n, **een) for n, een in enumerate(inhoud, start=1)]


def test_schone_meldingen_geven_niets(beoordelaar: Beoordelaar) -> None:
    schone = meldingen({"entiteit": INSCHRIJVING}, {"entiteit": INSCHRIJVING, "persoon": PERSOON})

    assert [[], []] == namen(beoordelaar.inschrijvingen(schone))
    assert [[]] == namen(beoordelaar.examenresultaten(meldingen({"entiteit": schoon("HAVO")})))
    assert [] == beoordelaar.inschrijvingen([])
    assert [] == beoordelaar.examenresultaten([])


def test_ook_wie_alleen_een_nummer_heeft_moet_bekend_zijn(beoordelaar: Beoordelaar) -> None:
    onbekend = {"burgerservicenummer": "999990007"}

    assert [["Persoon niet gevonden"]] == namen(
        beoordelaar.examenresultaten(meldingen({"entiteit": evolve(schoon("HAVO"), **onbekend)}))
    )
    assert [["Persoon niet gevonden"]] == namen(
        beoordelaar.inschrijvingen(meldingen({"entiteit": evolve(INSCHRIJVING, **onbekend)}))
    )


def test_de_geboortedatum_van_wie_geregistreerd_is_telt_ook(beoordelaar: Beoordelaar) -> None:
    op_geboortedag = pas_toe(
        INSCHRIJVING,
        zet(datum_inschrijving=date(2005, 3, 14)),
        zet("perioden", begindatum=date(2005, 3, 14)),
    )

    assert [["Datum inschrijving geboortedatum"]] == namen(
        beoordelaar.inschrijvingen(meldingen({"entiteit": op_geboortedag}))
    )


def test_alleen_het_adres_vervalt_bij_een_adres_in_het_buitenland(
    beoordelaar: Beoordelaar,
) -> None:
    adres = BuitenlandsAdres(regel_1="Straat 1", landcode="6030")
    persoon = evolve(PERSOON, adres_binnenland=None, adres_buitenland=adres)

    ((gevonden,),) = beoordelaar.inschrijvingen(
        meldingen({"entiteit": INSCHRIJVING, "persoon": persoon})
    )

    assert ("Onvoldoende adresgegevens", "niet geregistreerd") == (
        gevonden.signaal,
        gevonden.effect,
    )


def test_een_bevinding_noemt_de_periode_en_de_opleiding(beoordelaar: Beoordelaar) -> None:
    zonder_licentie = pas_toe(INSCHRIJVING, zet("perioden", opleiding="5375"))

    ((gevonden,),) = beoordelaar.inschrijvingen(meldingen({"entiteit": zonder_licentie}))

    assert {"inschrijvingvolgnummer": "I1", "begindatum": "2024-08-01", "opleiding": "5375"} == {
        s.sleutelnaam: s.sleutelwaarde for s in gevonden.sleutels
    }
