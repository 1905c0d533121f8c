"""Two writers at once, and a writer that is killed: the register stays whole."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from examen.model import Examenresultaat
from register.opslag import Register

SCHRIJVER = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from examen.model import Examenresultaat, Vakresultaat
from register.opslag import Register

pad, ronden = Path(sys.argv[1]), int(sys.argv[2])
vakken = tuple(
    Vakresultaat(resultaatvolgnummer=str(n), vak=f"10{n:02}", niveau="HAVO") for n in range(9)
)
examens = [
    Examenresultaat(
        brin="01AA",
        burgerservicenummer=f"9999{n:05}",
        examenresultaatvolgnummer="ER1",
        vakresultaten=vakken,
    )
    for n in range(40)
]
op = datetime.fromisoformat("2025-07-01")
with Register.open(pad) as register:
    print("begonnen", flush=True)
    for ronde in range(ronden):
        op += timedelta(seconds=1)
        register.boek_alle(examens, door=sys.argv[3], reden="proef", op=op, partij=10)
"""


def schrijver(pad: Path, ronden: int, naam: str) -> subprocess.Popen[str]:
    opdracht = [sys.executable, "-c", SCHRIJVER, str(pad), str(ronden), naam]
    proces = subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert proces.stdout is not None
    assert proces.stdout.readline() == "begonnen\n"
    return proces


def keur_heel(pad: Path) -> None:
    """Every key has exactly one current stand, every stand all its rows, nothing dangles."""
    with Register.open(pad) as register:
        frames = register.kolommen(Examenresultaat)
        aantal = register.aantal(Examenresultaat)
    assert aantal == frames["examenresultaat"].height
    assert aantal == frames["examenresultaat"]["burgerservicenummer"].n_unique()
    assert 9 * aantal == frames["vakresultaten"].height
    verbinding = sqlite3.connect(pad)
    assert [("ok",)] == verbinding.execute("PRAGMA integrity_check").fetchall()
    assert [] == verbinding.execute("PRAGMA foreign_key_check").fetchall()
    leeg = "SELECT count(*) FROM stand WHERE id NOT IN (SELECT stand FROM examenresultaat)"
    assert (0,) == verbinding.execute(leeg).fetchone()
    half = "SELECT stand FROM vakresultaten GROUP BY stand HAVING count(*) <> 9"
    assert [] == verbinding.execute(half).fetchall()
    verbinding.close()


def test_twee_schrijvers_tegelijk_verliezen_en_verdubbelen_niets(tmp_path: Path) -> None:
    pad = tmp_path / "register.db"
    Register.open(pad).sluit()
    een, twee = schrijver(pad, 5, "een"), schrijver(pad, 5, "twee")
    for proces in (een, twee):
        _, fouten = proces.communicate(timeout=60)
        assert (0, "") == (proces.returncode, fouten)
    keur_heel(pad)


@pytest.mark.parametrize("na", [0.05, 0.3])
def test_een_gedode_schrijver_laat_het_register_heel(tmp_path: Path, na: float) -> None:
    pad = tmp_path / "register.db"
    proces = schrijver(pad, 10_000, "gedood")
    time.sleep(na)
    proces.send_signal(signal.SIGKILL)
    proces.communicate()
    assert -signal.SIGKILL == proces.returncode
    keur_heel(pad)
