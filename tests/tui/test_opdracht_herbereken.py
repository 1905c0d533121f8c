import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest
from attrs import evolve
from click.testing import CliRunner, Result

from examen.model import Examenresultaat
from examen.schooluitkomst import Schooluitkomst
from examen.voorbeeld import voorbeeld
from register.fouten import ConflictFout, RegisterFout
from register.opslag import Register, sleutel_van
from register.vormen.kolommen import entiteiten
from tui.opdrachten import hoofd
from tui.werk.herberekening import Selectie, pas_toe, reken, taken
from tui.werk.oefening import reken_door, vul


def nu() -> datetime:
    return datetime.now().astimezone().replace(tzinfo=None)


@pytest.fixture(scope="module")
def doorgerekend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("register") / "vol.db"
    vul(pad, aantal=80, zaad=1)
    reken_door(pad)
    return pad


@pytest.fixture
def register(doorgerekend: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(doorgerekend, tmp_path / "register.db"))


def herbereken(*argumenten: str | Path) -> Result:
    opdracht = ["herbereken", *map(str, argumenten)]
    return CliRunner().invoke(hoofd, opdracht, env={"COLUMNS": "150"})


def uitkomsten(pad: Path) -> list[Schooluitkomst]:
    with Register.open(pad, alleen_lezen=True) as register:
        return entiteiten(Schooluitkomst, register.kolommen(Schooluitkomst))


def boek(pad: Path, uitkomst: Schooluitkomst) -> None:
    with Register.open(pad) as register:
        register.boek(uitkomst, door="toets", reden="anders dan berekend", op=nu())


def met_uitslag(pad: Path, uitslag: str) -> Schooluitkomst:
    return next(
        u
        for u in uitkomsten(pad)
        if u.berekende_uitslagen and u.berekende_uitslagen[0].uitslag == uitslag
    )


def laat_slagen(pad: Path) -> Schooluitkomst:
    """Keep an outcome as if the first who failed had passed."""
    gezakt = met_uitslag(pad, "A")
    uitslag = evolve(gezakt.berekende_uitslagen[0], uitslag="G", niet_voldaan=None)
    boek(pad, evolve(gezakt, berekende_uitslagen=(uitslag,)))
    return gezakt


def test_een_doorgerekend_register_verandert_niet(register: Path) -> None:
    uitvoer = herbereken("--register", register)
    assert uitvoer.exit_code == 0
    assert "80 examenresultaten berekend.\nEr verandert niets." in uitvoer.stdout


def test_een_andere_uitslag_wordt_getoond_met_de_eis_die_omsloeg(register: Path) -> None:
    gezakt = laat_slagen(register)
    uitvoer = herbereken("--register", register)
    assert uitvoer.exit_code == 1
    assert "G wordt A" in uitvoer.stdout
    assert gezakt.examenresultaatvolgnummer in uitvoer.stdout
    assert "niet meer voldaan" in uitvoer.stdout
    assert gezakt.burgerservicenummer is not None
    assert gezakt.burgerservicenummer not in uitvoer.stdout


def test_zonder_toepassen_wordt_niets_vastgelegd(register: Path) -> None:
    laat_slagen(register)
    verwacht = uitkomsten(register)
    herbereken("--register", register)
    assert verwacht == uitkomsten(register)


def test_toepassen_maakt_een_nieuwe_stand_en_bewaart_de_oude(register: Path) -> None:
    gezakt = laat_slagen(register)
    uitvoer = herbereken(
        "--register", register, "--toepassen", "--door", "beheer", "--reden", "nieuwe tabel"
    )
    assert uitvoer.exit_code == 1
    assert "Vastgelegd: 1 met een andere uitkomst." in uitvoer.stdout
    with Register.open(register, alleen_lezen=True) as bron:
        historie = bron.historie(Schooluitkomst, sleutel_van(gezakt))
        actueel = bron.actueel(Schooluitkomst, sleutel_van(gezakt))
    assert [stand.geboekt.door for stand in historie] == ["vavo demo", "toets", "beheer"]
    assert [stand.actueel for stand in historie] == [False, False, True]
    assert historie[-1].geboekt.reden == "nieuwe tabel"
    assert actueel is not None
    assert actueel[1] == gezakt
    assert herbereken("--register", register).exit_code == 0


def test_de_selectie_rekent_alleen_die_examenresultaten(register: Path) -> None:
    gezakt = laat_slagen(register)
    opleiding = gezakt.berekende_uitslagen[0].opleiding
    assert herbereken("--register", register, "--opleiding", opleiding).exit_code == 1
    assert herbereken("--register", register, "--regime", str(gezakt.regime)).exit_code == 1
    assert herbereken("--register", register, "--opleiding", "9999").exit_code == 0
    assert herbereken("--register", register, "--regime", "2015").exit_code == 0


def test_meer_werkers_vinden_hetzelfde(register: Path, tmp_path: Path) -> None:
    laat_slagen(register)
    verwacht, gevonden = tmp_path / "een.json", tmp_path / "twee.json"
    assert herbereken("--register", register, "--verslag", verwacht).exit_code == 1
    assert (
        herbereken("--register", register, "--verslag", gevonden, "--werkers", "2").exit_code == 1
    )
    assert verwacht.read_text() == gevonden.read_text()


def test_het_verslag_is_csv_voor_excel_json_of_parquet(register: Path, tmp_path: Path) -> None:
    gezakt = laat_slagen(register)
    for soort in ("csv", "json", "parquet"):
        herbereken("--register", register, "--verslag", tmp_path / f"verslag.{soort}")
    csv = (tmp_path / "verslag.csv").read_bytes()
    assert csv.startswith(b"\xef\xbb\xbfeerste;brin;examenresultaatvolgnummer;")
    (rij,) = json.loads((tmp_path / "verslag.json").read_text())
    assert (rij["examenresultaatvolgnummer"], rij["oud"], rij["nieuw"]) == (
        gezakt.examenresultaatvolgnummer,
        "G",
        "A",
    )
    assert rij["bron"]
    assert pl.read_parquet(tmp_path / "verslag.parquet").to_dicts() == [rij]
    assert {pad.suffix for pad in tmp_path.glob(".verslag*")} == set()


def test_een_verslag_met_een_andere_uitgang_wordt_geweigerd(register: Path, tmp_path: Path) -> None:
    uitvoer = herbereken("--register", register, "--verslag", tmp_path / "verslag.txt")
    assert uitvoer.exit_code == 2
    assert ".csv, .json, .parquet" in uitvoer.stderr


def test_een_register_dat_er_niet_is_geeft_een_duidelijke_fout(tmp_path: Path) -> None:
    uitvoer = herbereken("--register", tmp_path / "weg.db")
    assert uitvoer.exit_code == 2
    assert "er is geen register" in uitvoer.stderr
    assert not (tmp_path / "weg.db").exists()


def test_wat_intussen_door_een_ander_is_gewijzigd_wordt_niet_overschreven(register: Path) -> None:
    gezakt = laat_slagen(register)
    (taak,) = taken(register, Selectie())
    herrekening = reken(taak)
    boek(register, evolve(gezakt, regime=2024, behaalde_certificaten=()))
    with (
        Register.open(register) as bron,
        pytest.raises(ConflictFout, match="intussen gewijzigd door toets"),
    ):
        pas_toe(bron, herrekening, door="beheer", reden="te laat", op=nu())


def test_een_klok_die_achterloopt_wordt_gemeld(register: Path) -> None:
    laat_slagen(register)
    (taak,) = taken(register, Selectie())
    with Register.open(register) as bron, pytest.raises(RegisterFout, match="klok"):
        pas_toe(bron, reken(taak), door="beheer", reden="", op=nu().replace(year=2020))


@pytest.fixture(scope="module")
def groot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of three batches, nothing computed yet."""
    pad = tmp_path_factory.mktemp("groot") / "groot.db"
    kandidaten = voorbeeld(5_000, regimes=[2024], soort="deelexamen")
    with Register.open(pad) as register:
        register.boek_alle((k.examenresultaat for k in kandidaten), door="toets", reden="", op=nu())
    return pad


def start(pad: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tui", "herbereken", "--register", str(pad), "--toepassen"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )


def geboekt(pad: Path) -> int:
    with sqlite3.connect(f"file:{pad}?mode=ro", uri=True) as verbinding:
        vraag = "SELECT count(*) FROM stand WHERE soort = 'schooluitkomst'"
        return int(verbinding.execute(vraag).fetchone()[0])


def controleer_heel(pad: Path) -> None:
    """Every key has one current stand of a kind, and every stand all of its rows."""
    with sqlite3.connect(pad) as verbinding:
        vraag = verbinding.execute
        assert vraag("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert vraag("PRAGMA foreign_key_check").fetchall() == []
        dubbel = "SELECT sleutel FROM stand WHERE vervallen_door IS NULL GROUP BY sleutel, soort"
        assert vraag(f"{dubbel} HAVING count(*) > 1").fetchall() == []
        zonder_rij = (
            "SELECT id FROM stand WHERE soort = 'schooluitkomst'"
            " AND id NOT IN (SELECT stand FROM schooluitkomst)"
        )
        assert vraag(zonder_rij).fetchall() == []
    for taak in taken(pad, Selectie()):
        bewaard = taak.bewaard["uitkomst"].is_not_null().sum()
        anders = reken(taak)
        assert len(anders.verwacht) == taak.bewaard.height - bewaard
        assert set(anders.verwacht) <= {None}


def test_een_herberekening_die_wordt_afgeschoten_laat_het_register_heel(
    groot: Path, tmp_path: Path
) -> None:
    pad = Path(shutil.copy(groot, tmp_path / "register.db"))
    for partijen in (0, 1, 2):
        proces = start(pad)
        while proces.poll() is None and geboekt(pad) < 2_000 * partijen:
            time.sleep(0.002)
        time.sleep(0.5 if partijen == 0 else 0.01 * partijen)
        proces.send_signal(signal.SIGKILL)
        proces.communicate()
        controleer_heel(pad)
    laatste = start(pad)
    laatste.communicate()
    assert laatste.returncode in (0, 1)
    assert geboekt(pad) == 5_000
    controleer_heel(pad)
    assert herbereken("--register", pad).exit_code == 0


def test_twee_herberekeningen_tegelijk_beschadigen_niets(groot: Path, tmp_path: Path) -> None:
    pad = Path(shutil.copy(groot, tmp_path / "register.db"))
    processen = [start(pad), start(pad)]
    uitvoer = [proces.communicate() for proces in processen]
    for proces, (_, fout) in zip(processen, uitvoer, strict=True):
        assert proces.returncode in (0, 1) or "intussen gewijzigd door" in fout
    controleer_heel(pad)
    herbereken("--register", pad, "--toepassen")
    assert herbereken("--register", pad).exit_code == 0
    with Register.open(pad, alleen_lezen=True) as register:
        assert register.aantal(Schooluitkomst) == register.aantal(Examenresultaat)
