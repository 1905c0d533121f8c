"""The app as a user has it: a process on a terminal, on a real register."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from register.opslag import Register
from tests.tui.terminal import Terminal
from tests.tui.voorbeeld import EXAMEN, INSCHRIJVING, PERSONEN

F1, F3, F4, F8, F10 = "\x1bOP", "\x1bOR", "\x1bOS", "\x1b[19~", "\x1b[21~"
F12, CTRL_E = "\x1b[24~", "\x05"
GEWOON = {("default", "default"), ("red", "default")}
KLEUREN = {
    ("ansi-dark", ""): GEWOON,
    ("ansi-light", ""): GEWOON,
    ("contrast", ""): {("brightwhite", "black")},
    ("contrast", "1"): {("default", "default")},
}
NEER, ENTER = "\x1b[B", "\r"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("app") / "register.db"
    with Register.open(pad) as open_register:
        open_register.boek_alle(
            [*PERSONEN, INSCHRIJVING, EXAMEN],
            door="test",
            reden="voorbeeld",
            op=datetime(2025, 7, 1, tzinfo=UTC).replace(tzinfo=None),
        )
    return pad


def app(register: Path, *opties: str, **omgeving: str) -> Terminal:
    return Terminal(
        [sys.executable, "-m", "tui", "app", "--register", str(register), *opties],
        omgeving={"XDG_CONFIG_HOME": str(register.parent), **omgeving},
    )


def test_met_alleen_toetsen_naar_de_toetsen_van_de_uitslag(register: Path) -> None:
    with app(register) as terminal:
        terminal.wacht(lambda scherm: "42 studenten gevonden." in scherm)
        terminal.typ("100001")
        terminal.wacht(lambda scherm: "1 student gevonden." in scherm)
        terminal.typ(ENTER)
        terminal.wacht(lambda scherm: "ER1" in scherm)
        terminal.typ(ENTER)
        uitslag = terminal.wacht(lambda scherm: "AFGEWEZEN" in scherm)

        assert "start › student 100001 › examenresultaat ER1" in uitslag
        assert "gemiddelde CE ten minste 5,5" in uitslag
        assert "5,68" in uitslag
        assert "NEE kernvakken" in uitslag
        assert "wiskunde A" in uitslag

        terminal.typ(NEER + NEER + F8)
        details = terminal.wacht(lambda scherm: "› toets" in scherm and "artikel" in scherm)

        assert "Uitvoeringsbesluit WVO 2020 art." in details

        terminal.typ(F3)
        terminal.wacht(lambda scherm: "› toets" not in scherm)
        terminal.typ("\x1b[H" + ENTER)
        lijst = terminal.wacht(lambda scherm: "examendeel" in scherm and "Combinatie" in scherm)

        assert "cijferlijst 5372" in lijst

        terminal.typ(F10)

        assert 0 == terminal.proces.wait(timeout=10)


def test_vooruit_typen_komt_goed_terecht_ook_voor_het_eerste_scherm(register: Path) -> None:
    with app(register) as terminal:
        terminal.tot_bytes(b"Zoek student")
        terminal.typ("100001" + ENTER + ENTER + ENTER)
        scherm = terminal.wacht(lambda scherm: "examendeel" in scherm)

        assert "start › student 100001 › examenresultaat ER1 › cijferlijst 5372" in scherm


def test_wie_niets_doet_krijgt_niets_en_de_titel_noemt_niemand(register: Path) -> None:
    with app(register) as terminal:
        terminal.wacht(lambda scherm: "Duinen" in scherm)
        terminal.typ(ENTER + ENTER)
        terminal.wacht(lambda scherm: "AFGEWEZEN" in scherm)
        terminal.lees(0.5)

        assert {("default", "default"), ("red", "default")} == terminal.kleuren
        assert b"" == terminal.lees(1.0)
        assert b"\x1b]0;" not in terminal.uitvoer
        assert b"\x1b]2;" not in terminal.uitvoer


def test_no_color_laat_kleuren_weg_en_blijft_leesbaar(register: Path) -> None:
    with app(register, NO_COLOR="1") as terminal:
        terminal.wacht(lambda scherm: "Duinen" in scherm)
        terminal.typ(ENTER + ENTER)
        terminal.wacht(lambda scherm: "AFGEWEZEN" in scherm)

        assert {("default", "default")} == terminal.kleuren


@pytest.mark.parametrize(("thema", "no_color"), KLEUREN)
def test_elk_thema_heeft_alleen_kleuren_die_te_lezen_zijn(
    register: Path, thema: str, no_color: str
) -> None:
    omgeving = {"NO_COLOR": no_color} if no_color else {}
    with app(register, "--thema", thema, **omgeving) as terminal:
        terminal.wacht(lambda scherm: "Duinen" in scherm)
        terminal.typ(ENTER + ENTER)
        terminal.wacht(lambda scherm: "AFGEWEZEN" in scherm)
        terminal.lees(0.5)

        assert KLEUREN[thema, no_color] == terminal.kleuren


def test_een_opdracht_typen_kost_twee_regels(register: Path) -> None:
    with app(register) as terminal:
        terminal.wacht(lambda scherm: "42 studenten gevonden." in scherm)
        for toetsen in (F12, "s", "t", "\t", "1", F3, ":"):
            voor = len(terminal.uitvoer)
            terminal.typ(toetsen)
            terminal.wacht(lambda _, voor=voor: len(terminal.uitvoer) > voor)
            while terminal.lees(0.5):
                pass

            assert len(terminal.uitvoer) - voor < 300

        terminal.typ("student 100001" + ENTER)
        terminal.wacht(lambda scherm: "start › student 100001" in scherm)


def test_eigen_toetsen_staan_in_de_toetsbalk_en_doen_het(register: Path, tmp_path: Path) -> None:
    eigen = tmp_path / "mijn.toml"
    eigen.write_text('[overal]\nstoppen = ["Ctrl+E"]\n[tweeluik]\nandere_helft = ["F10"]\n')
    with app(register, "--toetsen", str(eigen)) as terminal:
        terminal.wacht(lambda scherm: "42 studenten" in scherm and "Ctrl+E stop" in scherm)
        terminal.typ(F10)
        terminal.lees(0.5)

        assert terminal.proces.poll() is None

        terminal.typ(CTRL_E)

        assert 0 == terminal.proces.wait(timeout=10)


def test_een_bestand_met_een_dubbele_toets_wordt_geweigerd(register: Path, tmp_path: Path) -> None:
    eigen = tmp_path / "mijn.toml"
    eigen.write_text('[overal]\nstoppen = ["F4"]\n')
    with app(register, "--toetsen", str(eigen)) as terminal:
        assert 2 == terminal.proces.wait(timeout=10)

        terminal.lees(0.2)

        assert "regel 2, overal.stoppen: F4 doet daar al iets anders: " in terminal.scherm.replace(
            "\n", ""
        )


@pytest.mark.parametrize("sein", [signal.SIGTERM, signal.SIGHUP])
def test_een_opgehangen_lijn_eindigt_netjes(register: Path, sein: signal.Signals) -> None:
    with app(register) as terminal:
        terminal.wacht(lambda scherm: "Zoek student" in scherm)
        os.kill(terminal.proces.pid, sein)

        assert 0 == terminal.proces.wait(timeout=10)

        terminal.lees(0.2)

        assert b"\x1b[?1049l" in terminal.uitvoer


def test_een_kapot_register_staat_als_fout_op_het_scherm(tmp_path: Path) -> None:
    pad = tmp_path / "kapot.db"
    pad.write_text("dit is geen register")
    with app(pad) as terminal:
        scherm = terminal.wacht(lambda scherm: "Fout: " in scherm)

        assert "kapot.db" in scherm
        assert "Traceback" not in scherm

        terminal.typ(F1)
        terminal.wacht(lambda scherm: "› hulp" in scherm)


def test_een_terminal_zonder_utf8_krijgt_een_regel(register: Path) -> None:
    with app(register, LC_ALL="en_US.ISO-8859-1", PYTHONIOENCODING="latin-1") as terminal:
        assert 2 == terminal.proces.wait(timeout=10)

        terminal.lees(0.2)

        assert "LC_ALL=C.UTF-8" in terminal.scherm.replace("\n", "")
        assert b"\x1b[?1049h" not in terminal.uitvoer


def test_zonder_terminal_komt_er_een_regel_en_geen_stuurcode(register: Path) -> None:
    einde = subprocess.run(
        [sys.executable, "-m", "tui", "app", "--register", str(register)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert 2 == einde.returncode
    assert "" == einde.stdout
    assert "de app heeft een terminal nodig" in einde.stderr
    assert "vavo app --plain" in einde.stderr


def test_zonder_register_zegt_de_app_wat_te_doen(tmp_path: Path) -> None:
    with app(tmp_path / "leeg.db") as terminal:
        assert 2 == terminal.proces.wait(timeout=10)

        terminal.lees(0.2)

        assert "vavo demo" in terminal.scherm.replace("\n", "")
