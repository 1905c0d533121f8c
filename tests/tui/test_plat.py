"""The app in lines: scripted sessions on a real register, against golden text."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from register.model.persoon import Persoon
from register.opslag import Register
from tests.momenten import BOEKING
from tests.tui.klas import cijfers_se, maak_klas
from tests.tui.schermtekst import goud
from tests.tui.terminal import Terminal
from tests.tui.voorbeeld import EXAMEN, INSCHRIJVING, PERSONEN, VoorbeeldInzage
from tui.inzage import Inzage
from tui.plat.gesprek import OPDRACHTEN, Gesprek
from tui.plat.kanaal import Kanaal
from tui.registerinzage import RegisterInzage

KLAS = 3
CTRL_D = "\x04"
MET_CTRL_C = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("tui", run_name="__main__")
"""
"""The program as a shell starts it; who runs tests beside each other lets them ignore Ctrl+C."""
LASTIG = Persoon(
    onderwijsnummer="100000999",
    studentnummer="199999",
    geboortedatum="2005-01-01",
    geslacht="3",
    achternaam="Proef\x1b[2J\u202e\x07",
)
"""Somebody whose name would do something to a terminal."""

SESSIES = {
    "plat_hulp": ["hulp"],
    "plat_handleiding": ["vakken ned", "cijfers 1 SE", "", "64", ".", "ongedaan", "stop"],
    "plat_dossier": ["zoek duin", "open 1", "uitslag", "5", "terug", "1", "2", "stop"],
    "plat_gegevens": ["z 100001", "1", "1", "historie", "1", "t", "t", "2", "bevindingen"],
    "plat_bevindingen": ["z 100001", "1", "3", "b", "1", "b school", "4", "1", "open"],
    "plat_cijfers": [
        *("vakken ned", "cijfers 1", "?", "75", "", "x", "755", "10", "-", "6.4", "=", "!", "v"),
        *("", "x", "-", "64", "", "51", "."),
        *("ongedaan", "ongedaan", "opnieuw"),
    ],
    "plat_kolom": ["v 2025 ned", "c 1 ce2", "-", ">", "", "", "", "", "c 1 CE9", "stop"],
    "plat_kandidaat": ["z 000002", "1", "kandidaat 2", "64", ">", "51", "-", "", "", ".", "u"],
    "plat_niet": [
        *("oepn", "xyz", "o", "open 1", "terug", "uitslag", "historie", "kandidaat", "cijfers"),
        *("bevindingen van", "stop nu", "op", "ongedaan", "opnieuw"),
        *("z duin", "0", "99", "cijfers 1", "h 1", "u 1", "", "v eng", "cijfers 1", "!", "", ""),
    ],
}
"""What is typed, by the name of the golden text."""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return maak(tmp_path)


def maak(map_: Path) -> Path:
    pad = maak_klas(map_ / "register.db", KLAS)
    with Register.open(pad) as open_register:
        open_register.boek_alle([*PERSONEN[:3], INSCHRIJVING, EXAMEN], **BOEKING)
    return pad


def voer(inzage: Inzage, regels: Sequence[str]) -> str:
    """Have a session in which these lines are typed, and give all that was said."""
    uitvoer = io.StringIO()
    invoer = io.StringIO("".join(f"{regel}\n" for regel in regels))
    Gesprek(inzage, Kanaal(invoer, uitvoer)).voer()
    return uitvoer.getvalue()


def voer_op(register: Path, *regels: str) -> str:
    inzage = RegisterInzage.open(register, "a.jansen")
    try:
        return voer(inzage, regels)
    finally:
        inzage.sluit()


@pytest.mark.parametrize(("naam", "regels"), SESSIES.items(), ids=SESSIES)
def test_een_zitting_is_als_vastgelegd(register: Path, naam: str, regels: list[str]) -> None:
    gevonden = voer_op(register, *regels)

    assert goud(naam, gevonden) == gevonden


def test_berichten_met_hun_antwoord_en_hun_stand() -> None:
    gevonden = voer(VoorbeeldInzage(), ["berichten", "1", "2", "1", "terug", "terug", "terug"])

    assert goud("plat_berichten", gevonden) == gevonden


def test_elke_opdracht_komt_in_een_zitting_voor() -> None:
    getypt = {regel.split(" ")[0] for regels in SESSIES.values() for regel in regels}

    assert {een.naam for een in OPDRACHTEN} <= getypt | {"berichten"}


def test_elke_korte_vorm_en_elk_begin_is_van_een_opdracht() -> None:
    korte = [een.kort for een in OPDRACHTEN if een.kort]

    assert len(set(korte)) == len(korte)
    assert set() == set(korte) & {een.naam for een in OPDRACHTEN}


def test_een_cijfer_staat_meteen_in_het_register_en_gaat_ongedaan(register: Path) -> None:
    voer_op(register, "vakken ned", "cijfers 1", "", "64", "", "70")

    assert {1: 64, 2: None, 3: 70} == {n: cijfers_se(register)[n] for n in range(1, KLAS + 1)}

    voer_op(register, "ongedaan", "ongedaan", "opnieuw")

    assert {1: 64, 2: None, 3: None} == {n: cijfers_se(register)[n] for n in range(1, KLAS + 1)}


class Tussendoor(io.StringIO):
    """Lines before one of which something happens elsewhere."""

    def __init__(self, regels: Sequence[str], voor: str, doe: Callable[[], object]) -> None:
        super().__init__("".join(f"{regel}\n" for regel in regels))
        self._voor = voor
        self._doe = doe

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        regel = super().readline(-1 if size is None else size)
        if regel == f"{self._voor}\n":
            self._doe()
        return regel


def test_een_conflict_zegt_wie_en_wanneer_en_de_vraag_komt_terug(register: Path) -> None:
    def collega() -> None:
        ander = RegisterInzage.open(register, "b.smit")
        voer(ander, ["vakken ned", "cijfers 1", "", "51"])
        ander.sluit()

    uitvoer = io.StringIO()
    inzage = RegisterInzage.open(register, "a.jansen")
    invoer = Tussendoor(["vakken ned", "cijfers 1", "", "75", "80"], "75", collega)
    Gesprek(inzage, Kanaal(invoer, uitvoer)).voer()
    inzage.sluit()
    vraag = "000001 Proefpersoon 00001 · SE"

    assert re.search(
        rf"{vraag} \[leeg\]: 75\n"
        r"Fout: niet vastgelegd: .* gewijzigd door b\.smit op \d\d-\d\d-\d{4} \d\d:\d\d\n"
        rf"{vraag} \[5,1\]: 80\nvastgelegd: SE 8,0 \(was 5,1\)\n",
        uitvoer.getvalue(),
    )
    assert 80 == cijfers_se(register)[1]


class Onderbroken(io.StringIO):
    """Lines of which `^C` is Ctrl+C."""

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        regel = super().readline(-1 if size is None else size)
        if regel == "^C\n":
            raise KeyboardInterrupt
        return regel


def test_ctrl_c_beeindigt_de_vraag_en_niet_het_programma() -> None:
    uitvoer = io.StringIO()
    invoer = Onderbroken("vakken\ncijfers 1\n^C\n^C\nhulp\n")
    Gesprek(VoorbeeldInzage(), Kanaal(invoer, uitvoer)).voer()
    gezegd = uitvoer.getvalue()

    assert 2 == gezegd.count("\nAfgebroken; wat is vastgelegd, blijft.\nstart › vakken> ")
    assert "\nhulp (?): " in gezegd
    assert gezegd.endswith("\nstart › vakken> \nGestopt.\n")


@pytest.fixture(scope="module")
def lastig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inzage]:
    pad = maak(tmp_path_factory.mktemp("plat"))
    with Register.open(pad) as open_register:
        open_register.boek_alle([LASTIG], **BOEKING)
    inzage = RegisterInzage.open(pad, "a.jansen")
    yield inzage
    inzage.sluit()


REGELS = st.one_of(
    st.sampled_from([regel for regels in SESSIES.values() for regel in regels]),
    st.sampled_from([een.naam for een in OPDRACHTEN if een.naam != "stop"]),
    st.text(max_size=8),
    st.builds("{} {}".format, st.sampled_from([een.naam for een in OPDRACHTEN]), st.text()),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(REGELS, max_size=12))
def test_wat_ook_wordt_getypt_er_komen_alleen_leesbare_regels(
    lastig: Inzage, regels: list[str]
) -> None:
    gezegd = voer(lastig, ["z 199999", *regels])

    assert "Proef?[2J??" in gezegd
    assert gezegd.endswith("Gestopt.\n")
    assert [] == [regel for regel in gezegd.split("\n") if not regel.isprintable()]


def test_met_plain_kan_het_door_een_pijp(register: Path) -> None:
    einde = subprocess.run(
        [sys.executable, "-m", "tui", "app", "--plain", "--register", str(register)],
        input=b"zoek duin\n\xff\n",
        capture_output=True,
        check=False,
        timeout=60,
    )
    gezegd = einde.stdout.decode()

    assert (0, b"") == (einde.returncode, einde.stderr)
    assert "\n2 studenten gevonden.\nstart> �\n" in gezegd
    assert gezegd.endswith("\nstart> \nGestopt.\n")


def test_een_terminal_zonder_utf8_krijgt_vraagtekens(register: Path) -> None:
    einde = subprocess.run(
        [sys.executable, "-m", "tui", "app", "--plain", "--register", str(register)],
        input=b"zoek duin\n1\n",
        capture_output=True,
        check=False,
        timeout=60,
        env={"PATH": "", "PYTHONIOENCODING": "ascii"},
    )

    assert (0, b"") == (einde.returncode, einde.stderr)
    assert b"\nstart ? student 100001> \n" in einde.stdout


@pytest.mark.parametrize("terminal", ["dumb", "unknown", ""])
def test_een_terminal_zonder_schermen_krijgt_regels(register: Path, terminal: str) -> None:
    opdracht = [sys.executable, "-c", MET_CTRL_C, "app", "--register", str(register)]
    with Terminal(opdracht, omgeving={"TERM": terminal}) as venster:
        venster.wacht(lambda scherm: "start>" in scherm)
        venster.typ("zoek 100001\r1\rkandidaat 3\r")
        venster.wacht(lambda scherm: "SE [6,4]:" in scherm)
        os.kill(venster.proces.pid, signal.SIGINT)
        venster.wacht(lambda scherm: "Afgebroken;" in scherm)
        venster.typ(CTRL_D)

        assert 0 == venster.proces.wait(timeout=10)

        venster.lees(0.2)

        assert "Gestopt." in venster.scherm
        assert b"\x1b" not in venster.uitvoer
        assert 1 == venster.uitvoer.count(b"zoek 100001")


def test_het_kapotte_register_is_een_regel(tmp_path: Path) -> None:
    pad = tmp_path / "kapot.db"
    pad.write_text("dit is geen register")
    einde = subprocess.run(
        [sys.executable, "-m", "tui", "app", "--plain", "--register", str(pad)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert 2 == einde.returncode
    assert einde.stderr.startswith("fout: ")
    assert 1 == einde.stderr.count("\n")
