"""`vavo document`: papers of whoever they can be printed for, and the reasons of the others."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from pypdf import PdfReader

from examen.model import CeResultaat, Examenresultaat
from examen.oordeel import uitkomsten
from examen.overname import neem_over
from register.model.persoon import Persoon
from register.opslag import Register
from tests.schoon import PEILDATUM, schoon
from tui.opdrachten import hoofd
from tui.werk.documenten import MET_DE_HAND

MOMENT = datetime(2025, 7, 1, 12)  # noqa: DTZ001 - local Dutch time
ANNA, BEN, CEM, DAAN = "999990019", "100000009", "999990020", "999990032"
TEKENEN = (
    *("--school", "ROC Proef", "--plaats", "Voorbeeldstad", "--secretaris", "B. Toe"),
    *("--datum", "2025-07-02"),
)
DIRECTEUR = ("--directeur", "A. Proef", *TEKENEN)
NIET_GEVONDEN = (
    "de 2e student is niet gevonden; geef een studentnummer, BSN of onderwijsnummer zoals het"
    " in het register staat"
)
VOORZITTER = ("--voorzitter", "A. Proef", *TEKENEN)


def persoon(nummer: str, student: str | None, voornaam: str, achternaam: str | None) -> Persoon:
    bsn, ovn = (None, nummer) if nummer == BEN else (nummer, None)
    return Persoon(
        burgerservicenummer=bsn,
        onderwijsnummer=ovn,
        studentnummer=student,
        geboortedatum="2005-03-14",
        geslacht="3",
        voornamen=voornaam,
        achternaam=achternaam,
    )


def deelexamen() -> Examenresultaat:
    """Some vakken of the clean dossier, delivered as computed."""
    vol = schoon("HAVO", uitslag="D")
    gekozen = {"NE", "EN", "WA"}
    er = evolve(
        vol,
        onderwijsnummer=BEN,
        burgerservicenummer=None,
        examenresultaatvolgnummer="ER2",
        vakresultaten=tuple(v for v in vol.vakresultaten if v.resultaatvolgnummer in gekozen),
        werkstukresultaten=(),
        toetsresultaten=(),
        stageresultaten=(),
        combinatiecijferresultaten=(),
        cijferlijsten=(),
        certificaten=(),
    )
    (uitkomst,) = uitkomsten([er], PEILDATUM)
    return evolve(neem_over(er, uitkomst), uitslag=vol.uitslag)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Anna has passed, Ben did a deelexamen, Cem has no name, Daan has no examenresultaat."""
    pad = tmp_path / "register.db"
    alles = (
        persoon(ANNA, "100001", "Anna", "Duinstra"),
        persoon(BEN, "100002", "Ben", "Veld"),
        persoon(CEM, None, "Cem", None),
        persoon(DAAN, "100004", "Daan", "Duin"),
        schoon("HAVO"),
        deelexamen(),
        evolve(schoon("VWO_ATH"), burgerservicenummer=CEM, examenresultaatvolgnummer="ER3"),
    )
    with Register.open(pad) as open_register:
        open_register.boek_alle(alles, door="tester", reden="proef", op=MOMENT)
    return pad


def document(register: Path, *argumenten: str | Path) -> Result:
    delen = ["document", *map(str, argumenten), "--register", str(register)]
    return CliRunner().invoke(hoofd, delen, prog_name="vavo")


def lees(pad: Path) -> str:
    bladzijden = PdfReader(BytesIO(pad.read_bytes())).pages
    return " ".join(" ".join(bladzijde.extract_text() for bladzijde in bladzijden).split())


def namen(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.glob("*.pdf"))


def test_een_cijferlijst_ligt_er_alleen_voor_de_eigenaar(register: Path, tmp_path: Path) -> None:
    gevonden = document(register, "cijferlijst", "100001", "--uit", tmp_path, *DIRECTEUR)

    pad = tmp_path / "cijferlijst_100001_ER1_5372.pdf"
    assert f"Geschreven: {pad}\n1 document gemaakt.\n{MET_DE_HAND}\n" == gevonden.stdout
    assert (0, "") == (gevonden.exit_code, gevonden.stderr)
    assert 0o600 == pad.stat().st_mode & 0o777
    tekst = lees(pad)
    assert "Anna Duinstra" in tekst
    assert "Nederlandse taal en literatuur 6,4 6,8 7 zeven" in tekst
    assert "Datum: 2 juli 2025" in tekst
    assert "CONCEPT" not in tekst
    assert [] == [p for p in tmp_path.iterdir() if p.name.startswith(".")]


@pytest.mark.parametrize("nummer", ["100002", BEN])
def test_een_student_is_met_elk_nummer_te_vinden(
    register: Path, tmp_path: Path, nummer: str
) -> None:
    for soort in ("deelcijferlijst", "certificaat"):
        gevonden = document(register, soort, nummer, "--uit", tmp_path, *VOORZITTER)
        assert 0 == gevonden.exit_code, gevonden.output

    assert ["certificaat_100002_ER2_havo.pdf", "deelcijferlijst_100002_ER2_havo.pdf"] == (
        namen(tmp_path)
    )
    assert "Engelse taal" not in lees(tmp_path / "certificaat_100002_ER2_havo.pdf")
    assert "Engelse taal" in lees(tmp_path / "deelcijferlijst_100002_ER2_havo.pdf")


def test_een_groep_krijgt_elk_een_bestand_en_elk_bezwaar_een_regel(
    register: Path, tmp_path: Path
) -> None:
    gevonden = document(register, "cijferlijst", "--alle", "--uit", tmp_path, *DIRECTEUR)

    assert 1 == gevonden.exit_code
    assert gevonden.stdout.endswith(f"\n1 document gemaakt.\n{MET_DE_HAND}\n")
    assert ["cijferlijst_100001_ER1_5372.pdf"] == namen(tmp_path)
    assert (
        "student zonder studentnummer, ER3: de kandidaat heeft geen achternaam in het register"
        in gevonden.stderr.splitlines()
    )


def test_een_concept_komt_er_ook_met_bezwaren_en_zonder_school(
    register: Path, tmp_path: Path
) -> None:
    gevonden = document(register, "cijferlijst", "--alle", "--concept", "--uit", tmp_path)

    assert (0, "") == (gevonden.exit_code, gevonden.stderr)
    assert ["cijferlijst_100001_ER1_5372.pdf", "cijferlijst_ER3_5172.pdf"] == namen(tmp_path)
    assert "CONCEPT – niet geldig" in lees(tmp_path / "cijferlijst_100001_ER1_5372.pdf")


def test_wie_er_niet_is_of_niets_heeft_wordt_genoemd_en_de_ander_gemaakt(
    register: Path, tmp_path: Path
) -> None:
    studenten = ("100001", "999990044", "100004", "100002")
    gevonden = document(register, "cijferlijst", *studenten, "--uit", tmp_path, *DIRECTEUR)

    assert 1 == gevonden.exit_code
    assert [
        NIET_GEVONDEN,
        "100004: geen examenresultaat in het register",
        "100002: geen cijferlijst; die is voor wie eindexamen deed",
    ] == gevonden.stderr.splitlines()
    assert ["cijferlijst_100001_ER1_5372.pdf"] == namen(tmp_path)


def test_een_student_in_een_ander_jaar_wordt_gezegd(register: Path, tmp_path: Path) -> None:
    gevonden = document(
        register, "cijferlijst", "100001", ANNA, "--jaar", "2024", "--uit", tmp_path, *DIRECTEUR
    )

    assert 1 == gevonden.exit_code
    assert "100001: geen examenresultaat van 2024 in het register\n" == gevonden.stderr


def test_twee_nummers_van_een_student_geven_een_bestand(register: Path, tmp_path: Path) -> None:
    document(register, "cijferlijst", "100001", ANNA, "--uit", tmp_path, *DIRECTEUR)

    assert ["cijferlijst_100001_ER1_5372.pdf"] == namen(tmp_path)


def test_alleen_een_jaar(register: Path, tmp_path: Path) -> None:
    van_2024 = document(
        register, "certificaat", "--alle", "--jaar", "2024", "--uit", tmp_path, *VOORZITTER
    )
    van_2025 = document(
        register, "certificaat", "--alle", "--jaar", "2025", "--uit", tmp_path, *VOORZITTER
    )

    assert "0 documenten gemaakt.\n" == van_2024.stdout
    assert van_2025.stdout.endswith(f"1 document gemaakt.\n{MET_DE_HAND}\n")


def test_een_bestandsnaam_draagt_geen_bsn_en_overschrijft_geen_ander(
    register: Path, tmp_path: Path
) -> None:
    anderen = [
        persoon(nummer, nummer, naam, "Duin")
        for nummer, naam in (("999990044", "Eva"), ("999990056", "Fee"))
    ]
    examens = [evolve(schoon("HAVO"), burgerservicenummer=p.burgerservicenummer) for p in anderen]
    with Register.open(register) as open_register:
        open_register.boek_alle([*anderen, *examens], door="tester", reden="proef", op=MOMENT)

    document(register, "cijferlijst", "--alle", "--uit", tmp_path, *DIRECTEUR)

    gevonden = namen(tmp_path)
    assert [
        "cijferlijst_100001_ER1_5372.pdf",
        "cijferlijst_ER1_5372.pdf",
        "cijferlijst_ER1_5372_2.pdf",
    ] == gevonden
    assert not any(re.search("[0-9]{9}", naam) for naam in gevonden)
    assert "Eva Duin" in lees(tmp_path / gevonden[1])
    assert "Fee Duin" in lees(tmp_path / gevonden[2])


def test_een_examenresultaat_zonder_persoon_wordt_gezegd(register: Path, tmp_path: Path) -> None:
    wees = evolve(schoon("HAVO"), burgerservicenummer="999990056", examenresultaatvolgnummer="ER9")
    with Register.open(register) as open_register:
        open_register.boek(wees, door="tester", reden="proef", op=MOMENT)

    gevonden = document(register, "vergaderlijst", "--alle", "--uit", tmp_path / "v.pdf")

    assert 1 == gevonden.exit_code
    assert "ER9: de persoon staat niet in het register" in gevonden.stderr
    assert "999990056" not in gevonden.output


def test_een_vergaderlijst_van_een_groep(register: Path, tmp_path: Path) -> None:
    pad = tmp_path / "klas.pdf"
    gevonden = document(register, "vergaderlijst", "--alle", "--school", "ROC", "--uit", pad)

    assert 0 == gevonden.exit_code, gevonden.output
    tekst = lees(pad)
    assert "Duinstra, Anna 100001" in tekst
    assert "GESLAAGD" in tekst
    assert 0o600 == pad.stat().st_mode & 0o777


def test_wie_geen_cijferlijst_heeft_staat_niet_op_de_vergaderlijst(
    register: Path, tmp_path: Path
) -> None:
    pad = tmp_path / "klas.pdf"
    gevonden = document(register, "vergaderlijst", "100001", "100002", "--uit", pad)

    assert (1, "100002, ER2: geen cijferlijst\n") == (gevonden.exit_code, gevonden.stderr)
    assert "1 geslaagd" in lees(pad)


def test_een_correctiestaat_heet_naar_vak_niveau_jaar_en_tijdvak(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    keuze = ("--vak", "1002", "--niveau", "HAVO", "--datum", "2025-05-01")

    gevonden = document(register, "correctiestaat", *keuze)

    pad = tmp_path / "correctiestaat_1002_havo_2025_tv1.pdf"
    assert 0 == gevonden.exit_code, gevonden.output
    assert "1 100001 Duinstra, Anna 5,2 2 100002 Veld, Ben 5,2" in lees(pad)
    document(register, "correctiestaat", *keuze, "--leeg", "100002")
    assert "1 100002 Veld, Ben de examinator" in lees(pad)


def test_wie_herkanst_staat_op_de_staat_van_dat_tijdvak(register: Path, tmp_path: Path) -> None:
    er = schoon("HAVO")
    vakken = tuple(
        evolve(v, ce=(*v.ce, CeResultaat(tijdvak=2, cijfer=61))) if v.vak == "1002" else v
        for v in er.vakresultaten
    )
    with Register.open(register) as open_register:
        later = MOMENT.replace(day=2)
        nieuw = evolve(er, vakresultaten=vakken, aangeleverd_op=later)
        open_register.boek(nieuw, door="tester", reden="herkansing", op=later)
    pad = tmp_path / "staat.pdf"

    keuze = ("--vak", "1002", "--niveau", "HAVO", "--jaar", "2025", "--tijdvak", "2")
    gevonden = document(register, "correctiestaat", *keuze, "--uit", pad)

    assert 0 == gevonden.exit_code, gevonden.output
    assert "1 100001 Duinstra, Anna 6,1 de examinator" in lees(pad)


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (("cijferlijst", "100001"), "geef --school, --plaats, --directeur, --secretaris;"),
        (("certificaat", "100001", *TEKENEN), "geef --voorzitter; alleen een --concept kan zonder"),
        (("cijferlijst", *DIRECTEUR), "geef een of meer STUDENTen, of --alle"),
        (("vergaderlijst", "--alle", "100001"), "geef een of meer STUDENTen, of --alle"),
        (("vergaderlijst", "--alle", "--jaar", "2019"), "geen examenresultaat met een cijferlijst"),
        (("correctiestaat", "--vak", "1002", "--jaar", "2025"), "(HAVO, VWO); kies met --niveau"),
        (
            ("correctiestaat", "--vak", "1002", "--jaar", "2024"),
            "niemand heeft vak 1002 in 2024 op enig niveau",
        ),
        (
            ("correctiestaat", "--vak", "1002", "--jaar", "2025", "--niveau", "VMBO_TL"),
            "niemand heeft vak 1002 in 2025 op VMBO_TL",
        ),
    ],
)
def test_wat_niet_kan_wordt_gezegd(register: Path, argumenten: tuple[str, ...], zin: str) -> None:
    gevonden = document(register, *argumenten)

    assert 2 == gevonden.exit_code
    assert zin in gevonden.stderr


def test_zonder_register_is_er_niets(tmp_path: Path) -> None:
    geen = tmp_path / "geen.db"

    for soort in ("cijferlijst", "vergaderlijst"):
        gevonden = document(geen, soort, "--alle", *(DIRECTEUR if soort == "cijferlijst" else ()))
        assert 2 == gevonden.exit_code
        assert gevonden.stderr.startswith(
            f"fout: er is geen register in {geen}; vavo demo maakt er"
        )
        assert "--register BESTAND noemt een ander\n" in gevonden.stderr
    assert not geen.exists()


@pytest.mark.parametrize(
    "soort", ["cijferlijst", "certificaat", "deelcijferlijst", "vergaderlijst", "correctiestaat"]
)
def test_elke_soort_heeft_hulp_met_voorbeelden(soort: str) -> None:
    gevonden = CliRunner().invoke(hoofd, ["document", soort, "--help"], prog_name="vavo")

    assert 0 == gevonden.exit_code
    assert f"      vavo document {soort} " in gevonden.output.replace("    vavo", "      vavo")
    assert "Afsluitcode: 0" in gevonden.output
