"""`vavo invoer`: what is good goes in whole, what is wrong is named, a proef writes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from examen.model import Examenresultaat
from examen.schooluitkomst import Schooluitkomst
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel
from tests.momenten import BOEKING
from tui.opdrachten import hoofd

ER1 = Sleutel("999990019", "01AA", "ER1")


def examen(bsn: str = "999990019", nummer: str = "ER1", **anders: Any) -> dict[str, Any]:
    return {
        "brin": "01AA",
        "burgerservicenummer": bsn,
        "examenresultaatvolgnummer": nummer,
        "vakresultaten": [
            {
                "resultaatvolgnummer": "1",
                "vak": "1001",
                "niveau": "HAVO",
                "examenregime": 2025,
                "cijfer_se": 6.4,
                "ce": [{"tijdvak": 1, "cijfer": 5.1}],
            }
        ],
    } | anders


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


def invoer(pad: Path, naam: str, inhoud: str | bytes, *meer: str) -> Result:
    bestand = pad.with_name(naam)
    bestand.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    argumenten = ["invoer", str(bestand), "--register", str(pad), "--door", "toets", *meer]
    return CliRunner().invoke(hoofd, argumenten, prog_name="vavo")


def regels(*examens: Any) -> str:
    return "".join((een if isinstance(een, str) else json.dumps(een)) + "\n" for een in examens)


def actueel(pad: Path, sleutel: Sleutel = ER1) -> Examenresultaat | None:
    with Register.open(pad) as register:
        gevonden = register.actueel(Examenresultaat, sleutel)
    return gevonden[1] if gevonden else None


def test_goede_regels_gaan_erin_met_hun_uitkomst(pad: Path) -> None:
    gevonden = invoer(pad, "e.jsonl", regels(examen(), examen(nummer="ER2")))
    assert (0, "") == (gevonden.exit_code, gevonden.stderr)
    assert "Vastgelegd: 2 nieuw, 0 gewijzigd." in gevonden.stdout
    with Register.open(pad) as register:
        stand, er = register.actueel(Examenresultaat, ER1) or pytest.fail("niet geboekt")
        assert 64 == er.vakresultaten[0].cijfer_se
        assert ("toets", "invoer van e.jsonl") == (stand.geboekt.door, stand.geboekt.reden)
        _, uitkomst = register.actueel(Schooluitkomst, ER1) or pytest.fail("geen uitkomst")
        assert 6 == uitkomst.berekende_eindcijfers[0].eindcijfer


def test_een_foute_regel_wordt_genoemd_en_de_andere_gaan_door(pad: Path) -> None:
    gevonden = invoer(
        pad,
        "e.jsonl",
        regels("{kapot", examen(brin="1"), examen(), examen(), examen(nummer="ER2")),
    )
    assert 1 == gevonden.exit_code
    assert [
        "regel 1: geen geldige JSON bij teken 2",
        "regel 2, brin: gevonden “1”; toegestaan is 2 cijfers en 2 hoofdletters (01AA)",
        "regel 4: dit examenresultaat staat ook al op regel 3",
    ] == gevonden.stderr.splitlines()
    assert "2 nieuw" in gevonden.stdout
    assert "Regels met fouten: 3" in gevonden.stdout


def test_een_proef_toont_hetzelfde_en_legt_niets_vast(pad: Path) -> None:
    proef = invoer(pad, "e.jsonl", regels(examen()), "--proef")
    assert 0 == proef.exit_code
    assert "Proef, niets vastgelegd: 1 nieuw" in proef.stdout
    assert not pad.exists()
    invoer(pad, "e.jsonl", regels(examen()))
    hoger = examen(vakresultaten=[examen()["vakresultaten"][0] | {"cijfer_se": 7.5}])
    proef = invoer(pad, "e.jsonl", regels(hoger), "--proef")
    assert "vakresultaten 1 (1001 HAVO): cijfer SE" in proef.stdout
    for deel in ("6,4", "7,5"):
        assert deel in proef.stdout
    er = actueel(pad)
    assert er is not None
    assert 64 == er.vakresultaten[0].cijfer_se


def test_wat_er_al_staat_verandert_niets_ook_niet_na_een_afgebroken_keer(pad: Path) -> None:
    invoer(pad, "e.jsonl", regels(examen()))
    gevonden = invoer(pad, "e.jsonl", regels(examen(), examen(nummer="ER2")))
    assert "1 nieuw, 0 gewijzigd. Ongewijzigd: 1." in gevonden.stdout
    with Register.open(pad) as register:
        assert 1 == len(register.historie(Examenresultaat, ER1))


def test_een_oudere_aanlevering_is_ingehaald(pad: Path) -> None:
    invoer(pad, "e.jsonl", regels(examen(aangeleverd_op="2025-07-02T10:00:00")))
    eerder = examen(aangeleverd_op="2025-07-01T10:00:00")
    gevonden = invoer(pad, "e.jsonl", regels(eerder))
    assert 1 == gevonden.exit_code
    assert gevonden.stderr.startswith("regel 1: ingehaald")


@pytest.fixture
def gevuld(pad: Path) -> Path:
    invoer(pad, "e.jsonl", regels(examen(), examen("999990020", "ER7"), examen("999990021")))
    personen = [
        Persoon(
            burgerservicenummer=bsn, studentnummer=nummer, geboortedatum="2000-01-01", geslacht="3"
        )
        for bsn, nummer in (("999990019", "S1"), ("999990020", "007"))
    ]
    with Register.open(pad) as register:
        register.boek_alle(personen, **BOEKING)
    return pad


@pytest.mark.parametrize("student", ["S1", "999990019"])
def test_cijfers_uit_een_csv_met_de_gewoonten_van_excel(gevuld: Path, student: str) -> None:
    tekst = (
        f'Student;Vak;SE;CE;Tijdvak;;\r\n{student};1001;7,5;;;;\r\n"{student}";1001;;"6,9";2;;\r\n'
    )
    gevonden = invoer(gevuld, "c.csv", tekst.encode("utf-8-sig"))
    assert (0, "") == (gevonden.exit_code, gevonden.stderr)
    assert "0 nieuw, 1 gewijzigd" in gevonden.stdout
    assert "berekend: eindcijfer 1" in gevonden.stdout
    er = actueel(gevuld)
    assert er is not None
    (vak,) = er.vakresultaten
    assert (75, [(1, 51), (2, 69)]) == (vak.cijfer_se, [(ce.tijdvak, ce.cijfer) for ce in vak.ce])


def test_een_csv_op_examenresultaatvolgnummer(gevuld: Path) -> None:
    gevonden = invoer(gevuld, "c.csv", "student,vak,se\nER7,1001,7.0\n")
    assert 0 == gevonden.exit_code
    er = actueel(gevuld, Sleutel("999990020", "01AA", "ER7"))
    assert er is not None
    assert 70 == er.vakresultaten[0].cijfer_se


def test_foute_regels_van_een_csv(gevuld: Path) -> None:
    gevonden = invoer(
        gevuld,
        "c.csv",
        "student;vak;se;ce;tijdvak\n"
        "S9;1001;7;;\n"
        "ER1;1001;7;;\n"
        "S1;1002;7;;\n"
        "S1;1001;7;;\n"
        "S1;1001;8;;\n"
        "007;1001;;6,0;3\n"
        "007;1001;;6,1;3\n",
    )
    assert 1 == gevonden.exit_code
    assert [
        "regel 2, student: staat niet in het register",
        "regel 3, student: dit nummer hoort bij meer dan één student; gebruik het studentnummer",
        "regel 4, vak: vak 1002 staat in geen examenresultaat van deze student",
        "regel 6, se: ander cijfer SE dan op regel 5",
        "regel 8, ce: ander cijfer CE dan op regel 7",
    ] == gevonden.stderr.splitlines()
    assert "2 gewijzigd" in gevonden.stdout
    er = actueel(gevuld)
    assert er is not None
    assert 70 == er.vakresultaten[0].cijfer_se


def test_een_vak_dat_in_twee_examenresultaten_staat_vraagt_om_het_volgnummer(gevuld: Path) -> None:
    invoer(gevuld, "e.jsonl", regels(examen(nummer="ER2")))
    gevonden = invoer(gevuld, "c.csv", "student;vak;se\nS1;1001;7\nER2;1001;7\n")
    assert [
        "regel 2, student: vak 1001 staat in meer examenresultaten; zet hier een van ER1, ER2"
    ] == gevonden.stderr.splitlines()
    er = actueel(gevuld, Sleutel("999990019", "01AA", "ER2"))
    assert er is not None
    assert 70 == er.vakresultaten[0].cijfer_se


def test_een_bestand_dat_niet_te_lezen_is_is_een_fout(gevuld: Path) -> None:
    gevonden = invoer(gevuld, "c.csv", "naam;cijfer\nx;7\n")
    assert 2 == gevonden.exit_code
    assert gevonden.stderr.startswith("fout: regel 1: onbekende kolom 'naam'")


def test_nergens_staat_een_persoonsnummer(gevuld: Path) -> None:
    gevonden = invoer(gevuld, "c.csv", "student;vak;se\n999990019;1001;7\n999990099;1001;7\n")
    assert "99999" not in gevonden.output
