"""Two writers at once, and a writer that is killed: the register stays whole."""

import re
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from operator import itemgetter
from pathlib import Path
from threading import Barrier

import pytest
from attrs import evolve

from examen.model import Examenresultaat, Vakresultaat
from register.fouten import ConflictFout
from register.opslag import Register, Sleutel
from tests.momenten import BOEKING, OP

LATER = OP + timedelta(days=2)

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


BEOORDELAAR = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from attrs import evolve
from examen.model import Examenresultaat
from register.fouten import ConflictFout
from register.opslag import Register

pad, naam, eerste, cijfers = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
op = datetime.fromisoformat("2025-07-02T10:00:00")
with Register.open(pad) as register:
    handelingen = register.handelingen([Examenresultaat])
    print("begonnen", flush=True)
    for nummer in range(cijfers):
        vak = eerste + nummer % 4
        geboekt = False
        while not geboekt:
            (stand, er), = register.actuelen(Examenresultaat, "999900000")
            vakken = list(er.vakresultaten)
            vakken[vak] = evolve(vakken[vak], cijfer_se=10 + nummer % 90)
            try:
                handelingen.doe(
                    [evolve(er, vakresultaten=tuple(vakken))],
                    verwacht=[stand.id],
                    door=naam,
                    reden=f"SE {10 + nummer % 90} van vak {vak}",
                    op=op + timedelta(seconds=nummer),
                )
                geboekt = True
                print(nummer, flush=True)
            except ConflictFout as fout:
                print(fout, file=sys.stderr, flush=True)
"""


def beoordelaar(pad: Path, naam: str, eerste: int, cijfers: int) -> subprocess.Popen[str]:
    """Somebody who gives marks for four vakken of one candidate, one by one."""
    opdracht = [sys.executable, "-c", BEOORDELAAR, str(pad), naam, str(eerste), str(cijfers)]
    proces = subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert proces.stdout is not None
    assert proces.stdout.readline() == "begonnen\n"
    return proces


def met_een_kandidaat(pad: Path) -> Path:
    vakken = tuple(
        Vakresultaat(resultaatvolgnummer=str(n), vak=f"10{n:02}", niveau="HAVO") for n in range(9)
    )
    er = Examenresultaat(
        brin="01AA",
        burgerservicenummer="999900000",
        examenresultaatvolgnummer="ER1",
        vakresultaten=vakken,
    )
    with Register.open(pad) as register:
        register.boek(er, **BOEKING)
    return pad


def cijfers_van(pad: Path) -> list[int | None]:
    with Register.open(pad) as register:
        ((_, er),) = register.actuelen(Examenresultaat, "999900000")
    return [vak.cijfer_se for vak in er.vakresultaten]


def test_twee_aan_een_kandidaat_verliezen_niets_en_horen_wie_en_wanneer(tmp_path: Path) -> None:
    pad = met_een_kandidaat(tmp_path / "register.db")
    processen = beoordelaar(pad, "an", 0, 40), beoordelaar(pad, "bo", 4, 40)
    for proces, ander in zip(processen, ("bo", "an"), strict=True):
        gedaan, conflicten = proces.communicate(timeout=60)
        assert [str(n) for n in range(40)] == gedaan.split()
        gehoord = rf"examenresultaat ER1 is intussen gewijzigd door {ander} op 2025-07-02 10:00:.*"
        assert re.fullmatch(rf"({gehoord}\n)*", conflicten)
    assert [46, 47, 48, 49, 46, 47, 48, 49, None] == cijfers_van(pad)
    keur_heel(pad)
    with Register.open(pad) as register:
        historie = register.historie(Examenresultaat, Sleutel("999900000", "01AA", "ER1"))
        momenten = [stand.aangeleverd_op for stand in historie]
        handelingen = register.handelingen([Examenresultaat])
        van_een, van_twee = (
            handelingen.ongedaan_te_maken(wie, limiet=1000) for wie in ("an", "bo")
        )
    assert 81 == len(historie)
    assert sorted(set(momenten)) == momenten
    assert (40, 40) == (len(van_een), len(van_twee))


def test_wie_op_een_oude_stand_een_ander_cijfer_geeft_overschrijft_niets(tmp_path: Path) -> None:
    pad = met_een_kandidaat(tmp_path / "register.db")
    gelezen = Barrier(2)
    uitkomsten: list[tuple[str, int, str]] = []

    def geef(naam: str, vak: int) -> None:
        with Register.open(pad) as register:
            ((stand, er),) = register.actuelen(Examenresultaat, "999900000")
            vakken = list(er.vakresultaten)
            vakken[vak] = evolve(vakken[vak], cijfer_se=70 + vak)
            gelezen.wait(30)
            try:
                register.handelingen([Examenresultaat]).doe(
                    [evolve(er, vakresultaten=tuple(vakken))],
                    verwacht=[stand.id],
                    door=naam,
                    reden="SE",
                    op=OP,
                )
                uitkomsten.append((naam, vak, ""))
            except ConflictFout as fout:
                uitkomsten.append((naam, vak, str(fout)))

    with ThreadPoolExecutor() as ploeg:
        list(ploeg.map(geef, ("an", "bo"), (1, 2)))
    ((winnaar, vak, _), (_, _, gehoord)) = sorted(uitkomsten, key=itemgetter(2))
    assert f"intussen gewijzigd door {winnaar} op 2025-07-01 10:00:00" in gehoord
    assert [70 + vak if plaats == vak else None for plaats in range(9)] == cijfers_van(pad)


@pytest.mark.parametrize("na", [1, 7, 20])
def test_wie_tijdens_het_boeken_wordt_afgeschoten_verliest_hoogstens_dat_cijfer(
    tmp_path: Path, na: int
) -> None:
    pad = met_een_kandidaat(tmp_path / "register.db")
    proces = beoordelaar(pad, "an", 0, 100_000)
    assert proces.stdout is not None
    for _ in range(na):
        proces.stdout.readline()
    proces.send_signal(signal.SIGKILL)
    rest, _ = proces.communicate()
    assert -signal.SIGKILL == proces.returncode
    bevestigd = na + len(rest.splitlines())
    keur_heel(pad)
    with Register.open(pad) as register:
        handelingen = register.handelingen([Examenresultaat])
        gedaan = handelingen.ongedaan_te_maken("an", limiet=100_000)
        assert len(gedaan) in (bevestigd, bevestigd + 1)
        boven = handelingen.maak_ongedaan(gedaan[0].nummer, door="an", op=LATER)
        assert ["cijfer SE"] == [
            wijziging.plaats.rpartition(": ")[2]
            for gevolg in boven
            for wijziging in gevolg.wijzigingen
        ]
    keur_heel(pad)
