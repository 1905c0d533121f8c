"""`vavo referentie`: load, show, and say what cannot be judged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from examen.controles.referentie import bevindingen, opleidingskenmerken
from examen.model import Examenresultaat
from register.gegevens import gegevensmap
from register.opslag import Register
from register.referentie import TABELLEN
from register.referentie.opslag import Referentieopslag
from register.referentie.referentie import INGEBOUWD
from register.vavo.controles import (
    alleen_nummers,
    bevindingen_inschrijving,
    bevindingen_persoon,
)
from register.vavo.controles.context import Omgeving
from register.vavo.inschrijving import Inschrijving
from tui.opdrachten import hoofd
from tui.werk.oefening import vul

VOORBEELD = gegevensmap() / "referentie" / "voorbeeld"


def vavo(*woorden: str | Path) -> Result:
    return CliRunner().invoke(hoofd, ["referentie", *map(str, woorden)], env={"COLUMNS": "120"})


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


def laad(register: Path, tabel: str, bestand: Path | None = None) -> Result:
    bestand = bestand or VOORBEELD / f"{tabel}.csv"
    return vavo("laad", tabel, bestand, "--register", register, "--door", "toets")


def test_laden_zegt_hoeveel_en_hoeveel_het_was(register: Path) -> None:
    eerste, tweede = laad(register, "instellingen"), laad(register, "instellingen")

    assert "instellingen: 4 regels uit instellingen.csv.\n" == eerste.stdout
    assert "instellingen: 4 regels uit instellingen.csv (dat waren er 4).\n" == tweede.stdout


def test_een_regel_die_nooit_geldt_wordt_genoemd(register: Path, tmp_path: Path) -> None:
    bestand = tmp_path / "scholen.csv"
    bestand.write_text("brin;begindatum;einddatum\n99XX;2024-08-02;2024-08-01\n", encoding="utf-8")

    assert [
        "instellingen: 1 regel uit scholen.csv.",
        "Eindigt voor het begint en geldt dus op geen enkele dag: regel 2.",
    ] == laad(register, "instellingen", bestand).stdout.splitlines()


def test_een_bestand_met_fouten_wordt_niet_overgenomen(register: Path, tmp_path: Path) -> None:
    laad(register, "instellingen")
    kapot = tmp_path / "kapot.csv"
    kapot.write_text("brin;begindatum\n9XX;2020-13-01\n98XX;\n", encoding="utf-8")

    gevonden = laad(register, "instellingen", kapot)

    assert 2 == gevonden.exit_code
    brin, datum, slot = gevonden.stderr.splitlines()
    assert "kapot.csv: regel 2, brin: gevonden “9XX”; toegestaan is 2 cijfers" in brin
    assert "kapot.csv: regel 2, begindatum: gevonden “2020-13-01”; toegestaan is een" in datum
    assert "fout: kapot.csv: 2 fout(en), niets overgenomen" == slot
    assert "Voorbeeldcollege" in vavo("toon", "instellingen", "--register", register).stdout


def test_een_onbekende_tabel_noemt_de_tabellen(register: Path) -> None:
    gevonden = laad(register, "scholen", VOORBEELD / "instellingen.csv")

    assert 2 == gevonden.exit_code
    assert "onbekende tabel 'scholen'; er zijn instellingen, onderwijsaanbieders," in (
        gevonden.stderr
    )


def test_zonder_register_is_te_zien_wat_er_nodig_is(register: Path) -> None:
    gevonden = vavo("toon", "--register", register)

    assert 0 == gevonden.exit_code
    assert all(naam in gevonden.stdout for naam in TABELLEN)
    assert "bij dit programma" in gevonden.stdout
    assert "  Persoon niet gevonden (bij persoon): personen\n" in gevonden.stdout
    assert "  Licentie opleiding onbekend (bij cijferlijst): licenties\n" in gevonden.stdout
    assert not register.exists()


def test_met_alle_tabellen_is_alles_te_beoordelen(register: Path) -> None:
    for naam in TABELLEN:
        if naam not in INGEBOUWD:
            assert 0 == laad(register, naam).exit_code

    gevonden = vavo("toon", "--register", register).stdout

    assert "Niet te beoordelen" not in gevonden
    assert "kunnen worden uitgevoerd" in gevonden
    assert "door toets" in gevonden


def test_een_deel_van_een_tabel_kan_niet_zeggen_wat_onbekend_is(register: Path) -> None:
    vavo("laad", "personen", VOORBEELD / "personen.csv", "--deel", "--register", register)

    gevonden = vavo("toon", "--register", register).stdout

    assert "8 (deel)" in gevonden
    assert "  Persoon niet gevonden (bij persoon): alle personen\n" in gevonden
    assert "BSN ander persoon" not in gevonden


def test_de_demo_komt_met_een_school_die_al_zijn_opleidingen_mag_geven(register: Path) -> None:
    vul(register, aantal=300, zaad=1)
    with Referentieopslag.open(register) as opslag, Register.open(register) as standen:
        rondom = Omgeving(
            referentie=opslag.referentie(),
            opleidingen=opleidingskenmerken(),
            inschrijvingen=standen.kolommen(Inschrijving),
        )
        examens = standen.kolommen(Examenresultaat)

    vandaag = date(2026, 9, 1)
    gevonden = [
        bevindingen_persoon(alleen_nummers(examens["examenresultaat"]), rondom.referentie, vandaag),
        bevindingen_inschrijving(rondom.inschrijvingen, rondom, vandaag),
        bevindingen(examens, rondom, vandaag),
    ]
    termijn = {"bewaartermijn_verlopen_inschrijving", "bewaartermijn_verlopen_resultaat"}
    assert set() == {s for frame in gevonden for s in frame["signaal"]} - termijn


def test_een_lange_tabel_wordt_afgekort(register: Path) -> None:
    kort = vavo("toon", "landen", "--register", register).stdout
    lang = vavo("toon", "landen", "--alles", "--register", register).stdout

    assert "Dit zijn er 20 van 390; alles met --alles.\nBron: Rijksdienst voor" in kort
    assert ("9999" in lang, "9999" in kort) == (True, False)


def test_een_lege_tabel_noemt_zijn_kolommen_en_waar_hij_te_vinden_is(register: Path) -> None:
    gevonden = vavo("toon", "adressen", "--register", register).stdout

    assert (
        "adressen is leeg. Kolommen: postcode, huisnummer."
        " Te vinden in: Basisregistratie Adressen en Gebouwen.\n"
    ) == gevonden
