import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from examen.model import Examenresultaat
from examen.schooluitkomst import Schooluitkomst
from register.model.persoon import Persoon
from register.opslag import Register
from register.vavo.inschrijving import Inschrijving
from tui.opdrachten import hoofd


def demo(*argumenten: str | Path, thuis: Path | None = None) -> Result:
    omgeving = {"COLUMNS": "100"} | ({"XDG_DATA_HOME": str(thuis)} if thuis else {})
    return CliRunner().invoke(hoofd, ["demo", *map(str, argumenten)], env=omgeving)


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    pad = tmp_path_factory.mktemp("demo") / "demo.db"
    return pad, demo("--aantal", "300", "--register", pad)


def test_zonder_terminal_eindigt_de_demo_met_een_samenvatting(gemaakt: tuple[Path, Result]) -> None:
    pad, uitvoer = gemaakt
    assert uitvoer.exit_code == 0
    assert "Uitslagen" in uitvoer.stdout
    assert "Signalen" in uitvoer.stdout
    assert f"vavo app --register {pad}" in uitvoer.stdout


def test_elke_kandidaat_heeft_persoon_inschrijving_examen_en_uitkomst(
    gemaakt: tuple[Path, Result],
) -> None:
    with Register.open(gemaakt[0], alleen_lezen=True) as register:
        aantallen = [
            register.aantal(klasse)
            for klasse in (Persoon, Inschrijving, Examenresultaat, Schooluitkomst)
        ]
    assert aantallen == [300, 300, 300, 300]


def test_de_samenvatting_telt_elke_kandidaat_een_keer(gemaakt: tuple[Path, Result]) -> None:
    samen = next(regel for regel in gemaakt[1].stdout.splitlines() if "samen" in regel)
    geslaagd, afgewezen, deelexamen, _ = map(int, re.findall(r"\d+", samen.replace(".", "")))
    assert geslaagd + afgewezen + deelexamen == 300
    assert deelexamen > geslaagd > afgewezen > 0


def test_er_klinken_signalen_van_vergissingen(gemaakt: tuple[Path, Result]) -> None:
    assert "Eindcijfer onjuist berekend" in gemaakt[1].stdout


def test_hetzelfde_zaad_geeft_dezelfde_samenvatting(tmp_path: Path) -> None:
    een, twee, ander = (
        demo("--aantal", "120", "--zaad", zaad, "--register", tmp_path / f"{nummer}.db").stdout
        for nummer, zaad in enumerate(("7", "7", "8"))
    )
    assert een.splitlines()[:-1] == twee.splitlines()[:-1]
    assert een.splitlines()[:-1] != ander.splitlines()[:-1]


def test_een_bestand_dat_bestaat_wordt_niet_overschreven(tmp_path: Path) -> None:
    pad = tmp_path / "echt.db"
    pad.write_bytes(b"van iemand")
    uitvoer = demo("--register", pad)
    assert uitvoer.exit_code == 2
    assert "bestaat al" in uitvoer.stderr
    assert pad.read_bytes() == b"van iemand"


def test_het_eigen_oefenregister_wordt_vervangen(tmp_path: Path) -> None:
    eerste = demo("--aantal", "5", thuis=tmp_path)
    tweede = demo("--aantal", "7", thuis=tmp_path)
    assert "wordt vervangen" not in eerste.stdout
    assert "wordt vervangen" in tweede.stdout
    (pad,) = tmp_path.rglob("demo.db")
    with Register.open(pad, alleen_lezen=True) as register:
        assert register.aantal(Examenresultaat) == 7
