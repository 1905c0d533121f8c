"""Logging in with a real OpenSSH: who is who, what is refused, and a line that drops."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest

from examen.model import Examenresultaat
from examen.schooluitkomst import Schooluitkomst
from register.opslag import Register, sleutel_van
from tests.momenten import BOEKING
from tests.schoon import schoon
from tests.tui.invoeren import BEHEERDERS, KANDIDATEN, kandidaten, kolom_se, naar_vak, vul
from tests.tui.ssh import IK, SshServer, waarom_niet, wacht
from tests.tui.terminal import Terminal
from tests.tui.voorbeeld import EXAMEN, INSCHRIJVING, PERSONEN

pytestmark = pytest.mark.skipif(bool(waarom_niet()), reason=waarom_niet())

ANNA, CEES = "a.jansen", "c.bakker"
F10 = "\x1b[21~"
NIET_OVER_SSH = "fout: dit kan niet over ssh. Zonder opdracht opent de app; wel kunnen: reken, "


@pytest.fixture(scope="module")
def vol(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("vol") / "register.db"
    with Register.open(pad) as register:
        register.boek_alle([*PERSONEN, INSCHRIJVING, EXAMEN, schoon("HAVO")], **BOEKING)
    return pad


@pytest.fixture
def register(vol: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(vol, tmp_path / "register.db"))


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    pad = tmp_path / "server"
    pad.mkdir()
    return pad


@pytest.fixture
def accounts(map_: Path, register: Path) -> Iterator[SshServer]:
    with SshServer(map_, register, tmux=False) as server:
        yield server


@pytest.fixture
def sleutels(map_: Path, register: Path) -> Iterator[SshServer]:
    with SshServer(map_, register, namen=[ANNA, CEES]) as server:
        yield server


@pytest.fixture(params=["eigen account", "eigen sleutel"])
def server(request: pytest.FixtureRequest, map_: Path, register: Path) -> Iterator[SshServer]:
    namen = [] if request.param == "eigen account" else [IK]
    with SshServer(map_, register, namen=namen, tmux=False) as een:
        yield een


def uitkomsten(register: Path) -> list[str]:
    """Who booked the outcome of the clean candidate, the first first."""
    with Register.open(register, alleen_lezen=True) as opslag:
        historie = opslag.historie(Schooluitkomst, sleutel_van(schoon("HAVO")))
    return [stand.geboekt.door for stand in historie]


def vergeet_de_uitkomst(register: Path) -> None:
    later = BOEKING | {"op": datetime.now().astimezone().replace(tzinfo=None)}
    with Register.open(register) as opslag:
        opslag.verwijder(Schooluitkomst, sleutel_van(schoon("HAVO")), **later)


def zoek(terminal: Terminal, nummer: str) -> str:
    terminal.wacht(lambda scherm: "42 studenten gevonden." in scherm)
    terminal.typ(nummer)
    return terminal.wacht(lambda scherm: "1 student gevonden." in scherm)


def test_wie_een_eigen_account_heeft_staat_zo_in_de_historie(
    accounts: SshServer, register: Path, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text("raise SystemExit('dit is niet van de server')")
    vals = {
        **dict.fromkeys(("USER", "LOGNAME", "LNAME", "USERNAME", "VAVO_DOOR"), "directeur"),
        "PYTHONPATH": tmp_path,
        "XDG_DATA_HOME": tmp_path,
    }
    opties = ["-o", "SetEnv=" + " ".join(f"{naam}={waarde}" for naam, waarde in vals.items())]
    gevonden = accounts.opdracht("herbereken --toepassen", opties=opties)

    assert "" == gevonden.stderr
    assert [IK] == uitkomsten(register)


def test_wie_een_eigen_sleutel_heeft_staat_met_die_naam_in_de_historie(
    sleutels: SshServer, register: Path
) -> None:
    sleutels.opdracht("herbereken --toepassen", naam=ANNA)
    vergeet_de_uitkomst(register)
    sleutels.opdracht("herbereken --toepassen", naam=CEES, opties=["-o", f"SetEnv=USER={ANNA}"])

    assert [ANNA, BOEKING["door"], CEES] == uitkomsten(register)


@pytest.mark.parametrize(
    ("regel", "antwoord"),
    [
        ("sh -i", NIET_OVER_SSH),
        ("vavo app", NIET_OVER_SSH),
        ("beheer sessie --door directeur --register x", NIET_OVER_SSH),
        ("vakkentabel verschil 2025 /etc/passwd", NIET_OVER_SSH),
        ("scp -t .", NIET_OVER_SSH),
        ("herbereken --toepassen --door directeur", "fout: --door kan niet over ssh"),
        ("bevindingen --register /dev/null", "fout: over ssh kan geen bestand"),
        ("reken /etc/passwd", "fout: over ssh kan geen bestand"),
        ("herbereken --verslag=.bashrc.csv", "fout: over ssh kan geen bestand"),
        ("signaal 'half", "fout: de opdracht is niet te lezen"),
    ],
)
def test_wat_niet_op_de_lijst_staat_krijgt_een_zin(
    server: SshServer, register: Path, regel: str, antwoord: str
) -> None:
    gevonden = server.opdracht(regel)

    assert (2, "") == (gevonden.returncode, gevonden.stdout)
    assert gevonden.stderr.startswith(antwoord)
    assert [] == uitkomsten(register)


def test_geen_teken_van_de_regel_komt_bij_een_shell(server: SshServer, tmp_path: Path) -> None:
    merk = tmp_path / "merk"
    for regel in (
        f"signaal x; touch {merk}",
        f"signaal $(touch {merk})",
        f"signaal `touch {merk}`",
    ):
        assert 2 == server.opdracht(regel).returncode
        assert 2 == server.opdracht(f"{regel} > {merk}").returncode

    assert not merk.exists()


def test_sftp_en_doorsturen_kunnen_niet(server: SshServer) -> None:
    sftp = server.opdracht("sftp", opties=["-s"])

    assert 0 != sftp.returncode
    assert "" == sftp.stdout

    with socket.create_server(("127.0.0.1", 0)) as intern:
        poort = intern.getsockname()[1]
        doorgestuurd = server.opdracht(opties=["-W", f"127.0.0.1:{poort}"])
        terug = server.opdracht(
            "signaal --lijst",
            opties=["-o", "ExitOnForwardFailure=yes", "-R", f"0:127.0.0.1:{poort}"],
        )

    assert 255 == doorgestuurd.returncode
    assert "forwarding failed" in doorgestuurd.stderr
    assert (255, "") == (terug.returncode, terug.stdout)


def test_een_opdracht_leest_van_hier_en_antwoordt_hierheen(accounts: SshServer) -> None:
    goud = Path(__file__).parent.parent / "goud" / "reken.jsonl"
    gevonden = accounts.opdracht(
        "vavo reken --peildatum 2026-11-01 -", invoer=goud.read_text("utf-8")
    )

    assert goud.with_name("reken_uit.jsonl").read_text("utf-8") == gevonden.stdout


def test_een_opdracht_gaat_over_het_register_van_de_server(accounts: SshServer) -> None:
    assert "Duits" in accounts.opdracht("vavo vakkentabel toon 2025 --niveau HAVO").stdout
    assert "Gebruik: vavo bevindingen" in accounts.opdracht("bevindingen --help").stdout
    assert "2 examenresultaten berekend." in accounts.opdracht("herbereken").stdout


def test_zonder_terminal_of_register_komt_er_een_zin(server: SshServer, register: Path) -> None:
    assert "de app heeft een terminal nodig" in server.opdracht(opties=["-T"]).stderr

    register.rename(register.with_suffix(".weg"))
    with server.terminal() as terminal:
        assert "vraag wie de server beheert" in terminal.wacht(lambda scherm: "fout: " in scherm)
        assert 2 == terminal.proces.wait(timeout=10)


def test_een_weggevallen_lijn_sluit_de_app_netjes(server: SshServer, register: Path) -> None:
    wal = register.with_name("register.db-wal")
    with server.terminal() as terminal:
        zoek(terminal, "100001")
        assert 1 == len(server.apps())
        assert wal.exists()

    wacht(lambda: server.apps() == [])

    assert not wal.exists()


def test_een_weggevallen_lijn_wordt_weer_opgepakt(sleutels: SshServer) -> None:
    with sleutels.terminal(ANNA) as terminal:
        scherm = zoek(terminal, "100001")
        app = sleutels.apps()
    with sleutels.terminal(ANNA) as terminal:
        terminal.wacht(lambda nu: nu == scherm)

        assert 1 == len(app)
        assert app == sleutels.apps()

        terminal.typ(F10)

        assert 0 == terminal.proces.wait(timeout=10)

    wacht(lambda: sleutels.apps() == [])


def test_een_nieuwe_login_neemt_de_oude_over_en_een_ander_ziet_niets(sleutels: SshServer) -> None:
    with sleutels.terminal(ANNA) as oud, sleutels.terminal(CEES) as ander:
        scherm = zoek(oud, "100001")
        leeg = ander.wacht(lambda nu: "42 studenten gevonden." in nu)
        with sleutels.terminal(ANNA) as nieuw:
            nieuw.wacht(lambda nu: nu == scherm)

            assert 0 == oud.proces.wait(timeout=10)

        ander.lees(0.2)

        assert leeg == ander.scherm
        assert 2 == len(sleutels.apps())


def test_geen_toets_is_van_tmux(sleutels: SshServer, register: Path) -> None:
    with sleutels.terminal(ANNA) as terminal:
        zoek(terminal, "100001")
        for toetsen in ("\x02c", "\x02:", "\x02%", "\x02d", "\x02[", "\x1a", "\x1c"):
            terminal.typ(toetsen)
            terminal.lees(0.1)
        vensters = subprocess.run(
            ["tmux", "-L", f"vavo-{ANNA}", "list-panes", "-a", "-F", "#{session_name}"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()

        assert 1 == vensters.count(str(register).replace(".", "_"))
        assert "100001c:%d[" in terminal.scherm


def test_een_terminal_die_de_server_niet_kent_werkt_ook(sleutels: SshServer) -> None:
    with Terminal(sleutels.inlog(ANNA), omgeving={"TERM": "xterm-van-morgen"}) as terminal:
        zoek(terminal, "100001")
        terminal.typ(F10)

        assert 0 == terminal.proces.wait(timeout=10)


def test_een_app_die_omvalt_laat_haar_laatste_regels_staan(sleutels: SshServer) -> None:
    with sleutels.terminal(ANNA) as terminal:
        zoek(terminal, "100001")
        (app,) = sleutels.apps()
        os.kill(app, signal.SIGKILL)
        terminal.wacht(lambda scherm: "Enter sluit dit venster." in scherm)
        terminal.typ("\r")

        assert 0 == terminal.proces.wait(timeout=10)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    pad = tmp_path / "school.db"
    vul(pad)
    return pad


def cijfers_se(school: Path, vak: str, door: str) -> list[int | None]:
    """The marks of a vak of the candidates that somebody booked, the first candidate first."""
    with Register.open(school, alleen_lezen=True) as opslag:
        geboekt = {
            (stand.sleutel.volgnummer, er.vakresultaten[plaats].cijfer_se)
            for een in kandidaten()
            for stand in opslag.historie(Examenresultaat, sleutel_van(een))
            if stand.geboekt.door == door and (er := opslag.lees(Examenresultaat, stand.id))
            for plaats, resultaat in enumerate(er.vakresultaten)
            if resultaat.vak == vak
        }
        actueel = {
            (stand.sleutel.volgnummer, resultaat.cijfer_se)
            for een in kandidaten()
            for stand, er in opslag.actuelen(Examenresultaat, [sleutel_van(een)])
            for resultaat in er.vakresultaten
            if resultaat.vak == vak
        }
    return [cijfer for _, cijfer in sorted(geboekt & actueel)]


def test_tien_die_tegelijk_cijfers_invoeren_verliezen_er_geen(map_: Path, school: Path) -> None:
    getypt = {
        naam: [21 + (17 * nummer + 3 * rij) % 79 for rij in range(KANDIDATEN)]
        for nummer, naam in enumerate(BEHEERDERS)
    }
    with ExitStack() as stapel:
        server = stapel.enter_context(SshServer(map_, school, namen=BEHEERDERS))
        terminals = {naam: stapel.enter_context(server.terminal(naam)) for naam in BEHEERDERS}
        for naam, terminal in terminals.items():
            naar_vak(terminal, *BEHEERDERS[naam])
        for rij in range(KANDIDATEN):
            for naam, terminal in terminals.items():
                terminal.typ(str(getypt[naam][rij]))
        for naam, terminal in terminals.items():
            gezien = [f"{cijfer // 10},{cijfer % 10}" for cijfer in getypt[naam]]
            terminal.wacht(lambda scherm, gezien=gezien: gezien == kolom_se(scherm))

    assert getypt == {naam: cijfers_se(school, vak, naam) for naam, (_, vak) in BEHEERDERS.items()}


@pytest.mark.parametrize("toetsen", ["3", "313"])
def test_wie_na_een_toets_wegvalt_houdt_elk_cijfer_dat_af_was(
    map_: Path, school: Path, toetsen: str
) -> None:
    af = [31, 32][: len(toetsen) // 2]
    with SshServer(map_, school, namen=[ANNA], tmux=False) as server:
        with server.terminal(ANNA) as terminal:
            naar_vak(terminal, "havo", "1001")
            terminal.typ(toetsen)
            gezien = [f"{cijfer // 10},{cijfer % 10}" for cijfer in af]
            terminal.wacht(lambda scherm: gezien == kolom_se(scherm)[: len(af)])
        wacht(lambda: server.apps() == [])

        assert af == cijfers_se(school, "1001", ANNA)[: len(af)]
        assert len(af) == len(cijfers_se(school, "1001", ANNA))


def test_een_half_cijfer_staat_er_nog_als_de_lijn_terug_is(map_: Path, school: Path) -> None:
    with SshServer(map_, school, namen=[ANNA]) as server:
        with server.terminal(ANNA) as terminal:
            naar_vak(terminal, "havo", "1001")
            terminal.typ("313")
            scherm = terminal.wacht(lambda scherm: ["3,1", "3_"] == kolom_se(scherm)[:2])
        with server.terminal(ANNA) as terminal:
            terminal.wacht(lambda nu: kolom_se(scherm) == kolom_se(nu))
            terminal.typ("2")
            terminal.wacht(lambda nu: ["3,1", "3,2"] == kolom_se(nu)[:2])

        assert [31, 32] == cijfers_se(school, "1001", ANNA)
