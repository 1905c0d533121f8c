"""Who stands in the history: the account of the kernel, not what the environment says."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from register.opslag import Register, sleutel_van
from tests.momenten import BOEKING
from tests.schoon import schoon
from tui.opdrachten import hoofd

IK = pwd.getpwuid(os.getuid()).pw_name
VERMOMD = dict.fromkeys(("USER", "LOGNAME", "LNAME", "USERNAME"), "directeur")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    pad = tmp_path / "register.db"
    with Register.open(pad) as opslag:
        opslag.boek_alle([schoon("HAVO")], **BOEKING)
    return pad


def laatste_door(register: Path) -> str:
    from examen.schooluitkomst import Schooluitkomst

    with Register.open(register, alleen_lezen=True) as opslag:
        *_, laatste = opslag.historie(Schooluitkomst, sleutel_van(schoon("HAVO")))
    return laatste.geboekt.door


@pytest.mark.parametrize("optie", [[], ["--door", ""]], ids=["geen", "leeg"])
def test_zonder_naam_boekt_het_account_ook_als_de_omgeving_iets_anders_zegt(
    register: Path, optie: list[str]
) -> None:
    CliRunner().invoke(
        hoofd, ["herbereken", "--register", str(register), "--toepassen", *optie], env=VERMOMD
    )

    assert IK == laatste_door(register)


def test_een_gegeven_naam_gaat_voor(register: Path) -> None:
    CliRunner().invoke(
        hoofd, ["herbereken", "--register", str(register), "--toepassen", "--door", "J. Smit"]
    )

    assert "J. Smit" == laatste_door(register)


@pytest.mark.skipif(os.getuid() != 0, reason="alleen root kan een ander uid aannemen")
def test_een_uid_zonder_naam_heet_naar_zijn_nummer() -> None:
    programma = "import os; from tui.wie import account; os.setuid(987654); print(account())"
    gevonden = subprocess.run(
        [sys.executable, "-c", programma], capture_output=True, text=True, check=True
    )

    assert "uid 987654\n" == gevonden.stdout
