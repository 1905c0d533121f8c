"""`vavo kwaliteit`: a register in, a dashboard and a file per BRIN out."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

from register.opslag import Register
from register.vavo.inschrijving import Inschrijving
from register.wijziging import haal_weg, pas_toe
from tests.momenten import BOEKING
from tests.omgeving import SCHOON
from tests.schoon import schoon
from tui.opdrachten import hoofd

ANDER = "999990020"


def vavo(*woorden: str | Path) -> Result:
    return CliRunner().invoke(hoofd, list(map(str, woorden)), env={"COLUMNS": "100"})


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Two candidates: a clean one, and one still without uitslag who was never enrolled."""
    pad = tmp_path / "register.db"
    zonder_uitslag = pas_toe(schoon("HAVO"), haal_weg("uitslag"))
    with Register.open(pad) as opslag:
        opslag.boek_alle(
            [
                SCHOON["persoon"],
                SCHOON["inschrijving"],
                schoon("HAVO"),
                evolve(zonder_uitslag, burgerservicenummer=ANDER, brin="98XX"),
            ],
            **BOEKING,
        )
    return pad


def kwaliteit(register: Path, dag: str) -> Result:
    uit = register.parent / "uit"
    uit.mkdir(exist_ok=True)
    return vavo("kwaliteit", "--register", register, "--peildatum", dag, "--uit", uit)


def geschreven(register: Path) -> dict[str, list[str]]:
    uit = register.parent / "uit"
    return {p.name: p.read_text(encoding="utf-8").splitlines()[1:] for p in uit.iterdir()}


def test_elke_brin_krijgt_zijn_bestand(register: Path) -> None:
    gevonden = kwaliteit(register, "2025-08-15")

    assert (0, "") == (gevonden.exit_code, gevonden.stderr)
    regel = f"98XX|{ANDER}|VAVO||ER1|101A345|2025-06-30T12:00:00|Uitslag examen verwacht"
    assert {
        "98XX_kwaliteitscontrole_20250815 VAVO.csv": [regel],
        "99XX_kwaliteitscontrole_20250815 VAVO.csv": [],
    } == geschreven(register)


def test_het_dashboard_telt_en_zegt_wat_niet_te_beoordelen_is(register: Path) -> None:
    uitvoer = kwaliteit(register, "2025-08-15").stdout

    (verwacht,) = (r for r in uitvoer.splitlines() if "Uitslag examen verwacht" in r)
    (overleden,) = (r for r in uitvoer.splitlines() if "na datum overlijden" in r)
    assert ["1"] == [woord for woord in verwacht.split() if woord.isdecimal()]
    assert "niet te beoordelen: geen personen" in overleden
    assert "studiejaar 1-8-2025 tot en met 31-7-2026" in uitvoer
    assert "examenresultaten van regime 2025" in uitvoer
    assert ANDER not in uitvoer


def test_buiten_de_maanden_zwijgen_de_controles_op_examens(register: Path) -> None:
    uitvoer = kwaliteit(register, "2025-07-31").stdout

    assert 4 == uitvoer.count("alleen van augustus tot februari")
    assert [] == [regel for regels in geschreven(register).values() for regel in regels]


def test_een_register_zonder_inschrijvingen_zegt_dat_dat_ontbreekt(tmp_path: Path) -> None:
    pad = tmp_path / "register.db"
    with Register.open(pad) as opslag:
        opslag.boek_alle([schoon("HAVO")], **BOEKING)
        assert 0 == opslag.aantal(Inschrijving)

    assert "niet te beoordelen: geen inschrijvingen" in kwaliteit(pad, "2025-08-15").stdout


def test_twee_keer_op_een_dag_geeft_hetzelfde_bestand(register: Path) -> None:
    kwaliteit(register, "2025-08-15")
    eerste = geschreven(register)
    kwaliteit(register, "2025-08-15")

    assert eerste == geschreven(register)


def test_zonder_register_is_er_een_fout(tmp_path: Path) -> None:
    gevonden = vavo("kwaliteit", "--register", tmp_path / "geen.db")

    assert 2 == gevonden.exit_code
    assert "geen.db" in gevonden.stderr
