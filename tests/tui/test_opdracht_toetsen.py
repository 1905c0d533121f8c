"""`vavo toetsen`: the keys as text and as TOML."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tui.acties import ACTIES
from tui.opdrachten import hoofd
from tui.voorkeuren import Voorkeuren, voorkeuren_uit


@pytest.fixture(autouse=True)
def _eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def toetsen(*argumenten: str) -> Result:
    return CliRunner().invoke(hoofd, ["toetsen", *argumenten])


def test_elke_actie_staat_er_met_haar_toets() -> None:
    uitvoer = toetsen().stdout

    assert [] == [a.naam for a in ACTIES if a.naam not in uitvoer or a.toets not in uitvoer]
    assert "{" not in uitvoer


def test_de_toml_leest_zoals_zij_is() -> None:
    assert Voorkeuren() == voorkeuren_uit(toetsen("--toml").stdout, "uitvoer")


def test_waar_noemt_het_bestand_van_de_gebruiker(tmp_path: Path) -> None:
    assert f"{tmp_path}/vavo/toetsen.toml\n" == toetsen("--waar").stdout


def test_een_eigen_bestand_wordt_getoond(tmp_path: Path) -> None:
    eigen = tmp_path / "mijn.toml"
    eigen.write_text('thema = "contrast"\n[stand]\nhistorie = ["h"]\n')

    assert "  H           historie" in toetsen("--toetsen", str(eigen)).stdout
    assert 'thema = "contrast"' in toetsen("--toetsen", str(eigen), "--toml").stdout


def test_een_fout_bestand_geeft_een_zin_en_status_2(tmp_path: Path) -> None:
    eigen = tmp_path / "mijn.toml"
    eigen.write_text('[stand]\nhistorie = ["F9"]\n')
    uitvoer = toetsen("--toetsen", str(eigen))

    assert 2 == uitvoer.exit_code
    assert f"fout: {eigen}, regel 2, stand.historie: F9 doet daar al iets anders" in uitvoer.stderr
