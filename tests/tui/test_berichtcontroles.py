"""Every control of persons and enrolments is reached by a message as it is delivered."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lxml import etree

from examen.controles import referentie as examenreferentie
from register.bericht import Aanlevering, keur_levering, lees_levering, melding_naar_xml
from register.controle import Controle
from register.model.persoon import Persoon
from register.opslag import Boeking, Register
from register.referentie import TABELLEN
from register.referentie.opslag import Referentieopslag
from register.referentie.referentie import INGEBOUWD, uit_gegevensmap
from register.signaal import catalogus
from register.vavo.controles import INSCHRIJVINGSCONTROLES, PERSOONSCONTROLES
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import entiteiten
from register.vormen.xml_vorm import volledig
from register.wijziging import Wijziging, pas_toe
from tests.momenten import BOEKING
from tests.omgeving import PEILDATUM, SCHOON, omgeving, omgeving_van_examens
from tests.schoon import schoon
from tui.werk.beoordelaar import Beoordelaar
from tui.werk.levering import KLASSEN

NU = datetime.fromisoformat("2026-01-01")
GEVOLGEN = {
    "geboortedatum_in_toekomst": {"Datum inschrijving geboortedatum"},
    "brin_onbekend_resultaat": {"Geen diplomavak"},
}
"""What sounds too, because of what else is in the same message."""


@pytest.fixture(scope="module")
def plaats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with all reference data and nothing else."""
    pad = tmp_path_factory.mktemp("register") / "leeg.db"
    with Referentieopslag.open(pad) as opslag:
        for naam in set(TABELLEN) - set(INGEBOUWD):
            rijen = uit_gegevensmap(naam, "referentie/voorbeeld")
            opslag.vervang(TABELLEN[naam], rijen, bestand=naam, geboekt=Boeking(**BOEKING))
    return pad


@pytest.fixture(scope="module")
def met_personen(plaats: Path) -> Iterator[Beoordelaar]:
    pad = plaats.with_name("personen.db")
    pad.write_bytes(plaats.read_bytes())
    with Register.open(pad) as register, Referentieopslag.open(pad) as opslag:
        register.boek_alle(entiteiten(Persoon, omgeving().personen), **BOEKING)
        yield Beoordelaar(register, opslag, PEILDATUM)


@pytest.fixture(scope="module")
def met_inschrijvingen(plaats: Path) -> Iterator[Beoordelaar]:
    pad = plaats.with_name("inschrijvingen.db")
    pad.write_bytes(plaats.read_bytes())
    with Register.open(pad) as register, Referentieopslag.open(pad) as opslag:
        standen = entiteiten(Inschrijving, omgeving_van_examens().inschrijvingen)
        register.boek_alle(standen, **BOEKING)
        yield Beoordelaar(register, opslag, PEILDATUM)


def als_bericht(entiteit: Any, persoon: Persoon | None = None) -> Aanlevering:
    """Write a message, and read it as it would be delivered."""
    wortel = etree.Element(volledig("levering"), brin=entiteit.brin)
    wortel.append(melding_naar_xml(Aanlevering(nummer=1, entiteit=entiteit, persoon=persoon)))
    bron = io.BytesIO(etree.tostring(wortel))
    keur_levering(bron, KLASSEN, NU)
    (gelezen,) = lees_levering(bron, KLASSEN)
    assert isinstance(gelezen, Aanlevering)
    assert (entiteit, persoon) == (gelezen.entiteit, gelezen.persoon)
    return gelezen


def inschrijvingsbericht(wijzigingen: tuple[Wijziging, ...]) -> Aanlevering:
    return als_bericht(pas_toe(SCHOON["inschrijving"], *wijzigingen))


def persoonsbericht(wijzigingen: tuple[Wijziging, ...]) -> Aanlevering:
    persoon = pas_toe(SCHOON["persoon"], *wijzigingen)
    stand = evolve(
        SCHOON["inschrijving"],
        burgerservicenummer=persoon.burgerservicenummer,
        onderwijsnummer=persoon.onderwijsnummer,
    )
    return als_bericht(stand, persoon)


def namen(gevonden: Any) -> set[str]:
    (van_melding,) = gevonden
    return {een.signaal for een in van_melding}


def verwacht(controle: Controle) -> tuple[set[str], set[str]]:
    """What sounds on `raak` and on `stil`."""
    gevolgen = GEVOLGEN.get(controle.signaal, set())
    return {catalogus("vavo").signalen[controle.signaal].naam} | gevolgen, gevolgen


@pytest.mark.parametrize("controle", PERSOONSCONTROLES, ids=lambda c: c.signaal)
def test_een_bericht_over_een_persoon_wordt_beoordeeld(
    controle: Controle, met_personen: Beoordelaar
) -> None:
    raak, stil = (
        met_personen.inschrijvingen([persoonsbericht(w)]) for w in (controle.raak, controle.stil)
    )

    assert verwacht(controle) == (namen(raak), namen(stil))


@pytest.mark.parametrize("controle", INSCHRIJVINGSCONTROLES, ids=lambda c: c.signaal)
def test_een_bericht_over_een_inschrijving_wordt_beoordeeld(
    controle: Controle, met_personen: Beoordelaar
) -> None:
    raak, stil = (
        met_personen.inschrijvingen([inschrijvingsbericht(w)])
        for w in (controle.raak, controle.stil)
    )

    assert verwacht(controle) == (namen(raak), namen(stil))


@pytest.mark.parametrize("controle", examenreferentie.CONTROLES, ids=lambda c: c.signaal)
def test_een_bericht_over_een_examenresultaat_wordt_naast_de_gegevens_van_duo_gelegd(
    controle: Controle, met_inschrijvingen: Beoordelaar
) -> None:
    raak, stil = (
        met_inschrijvingen.examenresultaten([als_bericht(pas_toe(schoon(controle.dossier), *w))])
        for w in (controle.raak, controle.stil)
    )

    assert verwacht(controle) == (namen(raak), namen(stil))
