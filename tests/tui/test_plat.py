"""The app in lines: scripted sessions on a real register, against golden text."""

from __future__ import annotations

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examen.schooluitkomst import Schooluitkomst
from register.model.persoon import Persoon
from register.opslag import Register
from tests.momenten import BOEKING
from tests.tui.klas import cijfers_se, maak_klas
from tests.tui.schermtekst import goud
from tests.tui.taken.test_taken import SLAPEND
from tests.tui.terminal import Terminal
from tests.tui.voorbeeld import EXAMEN, INSCHRIJVING, PERSONEN, VoorbeeldInzage
from tui.groep import daden
from tui.inzage import Inzage
from tui.plat import taak
from tui.plat.formuliergesprek import FORMULIEROPDRACHTEN
from tui.plat.gesprek import OPDRACHTEN, Gesprek
from tui.plat.hulp import VOLUIT
from tui.plat.kanaal import Kanaal
from tui.registerinzage import RegisterInzage
from tui.taken.lijst import Staat, Taak, Taken
from tui.taken.pijp import Werkorder

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
    "plat_hulp": ["hulp", "hulp kies", "? h", "hulp zzz"],
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
    "plat_nazien": [
        *("v 2025 ned", "c 1", "64", "70", "51", "scores", "-", ".", "c 1", "nazien", "64", "7,1"),
        *("", "70", "52", "ja", "=", ".", "nazien", "nazien", "plak", "!", "ja", "."),
        *(".", "ongedaan"),
    ],
    "plat_scores": [
        *("v 2025 ned", "c 1 CE1", "scores", "75", "75 x", "75 1,2", "45", "76", "scores", "64"),
        *("scores", "", ".", "c 1 SE", "scores", "."),
    ],
    "plat_proef": [
        *("z 000002", "1", "kandidaat 2", "proef", "64", "51", "plak", "proef", "-", "proef", "30"),
        *(".", "historie"),
    ],
    "plat_plakken": [
        *("v 2025 ned", "c 1", "plak", "6,4\t5,5", "", "xx", "7,5", "7", "6,0", ".", "3", "plak"),
        *(".", "", "plak", "75", "7,5", ".", "1", "plak", "", "6,1", ".", "1", ".", "ongedaan"),
    ],
    "plat_niet": [
        *("oepn", "xyz", "o", "open 1", "terug", "uitslag", "historie", "kandidaat", "cijfers"),
        *("wijzig", "nieuw", "terug", "bevindingen van", "stop nu", "op", "ongedaan", "opnieuw"),
        *("z duin", "0", "99", "cijfers 1", "h 1", "u 1", "", "v eng", "cijfers 1", "!", "", ""),
    ],
}
"""What is typed, by the name of the golden text."""

MET_VOORBEELD = {
    "plat_berichten": ["berichten", "1", "2", "1", "terug", "terug", "terug"],
    "plat_groep": [
        *("kies 1", "doe", "vastleggen", "groep havo", "doe", "kies 1 3-4", "kies", "kies 1 9"),
        *("kies 4-", "kies 4-3", "kies x", "filter", "filter open", "filter uitslag", "groep"),
        *(
            "filter alle",
            "1",
            "kies 2",
            "terug",
            "kies geen",
            "kies alle",
            "kies",
            "groep zzz",
            "kies",
        ),
    ],
    "plat_vaststellen": [
        *("groep", "kies alle", "doe", "1", "31-02-2025", "1.7.25", "2", "terug", "open"),
        *(
            "vastleggen",
            "",
            "vastleggen",
            "3",
            "vastleggen",
            "2",
            "doe 9",
            "doe 1",
            "",
            "vastleggen",
        ),
    ],
    "plat_groep_handleiding": [
        *("groep havo duin", "kies alle", "doe 1", "12-06-2025", "vastleggen", "1", "stop"),
    ],
    "plat_beelden": ["vakken", "verdeling 1", "terug", "slaging", "verdeling 1", "werk"],
}
"""What is typed over the register that is made up."""
VANDAAG = datetime(2025, 7, 8, 12)  # noqa: DTZ001 (local time)


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


@pytest.mark.parametrize(("naam", "regels"), MET_VOORBEELD.items(), ids=MET_VOORBEELD)
def test_een_zitting_over_het_voorbeeld_is_als_vastgelegd(
    naam: str, regels: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(daden, "nu", lambda: VANDAAG)
    monkeypatch.setattr(daden, "vandaag", VANDAAG.date)
    gevonden = voer(VoorbeeldInzage(), regels)

    assert goud(naam, gevonden) == gevonden


def test_elke_opdracht_komt_in_een_zitting_voor() -> None:
    alle = [*SESSIES.values(), *MET_VOORBEELD.values()]
    getypt = {regel.split(" ")[0] for regels in alle for regel in regels}

    assert {een.naam for een in OPDRACHTEN} <= getypt


def test_elke_opdracht_wordt_voluit_uitgelegd() -> None:
    assert [een.naam for een in OPDRACHTEN] == list(VOLUIT)


def test_elke_korte_vorm_en_elk_begin_is_van_een_opdracht() -> None:
    korte = [een.kort for een in OPDRACHTEN if een.kort]

    assert len(set(korte)) == len(korte)
    assert set() == set(korte) & {een.naam for een in OPDRACHTEN}


def test_een_cijfer_staat_meteen_in_het_register_en_gaat_ongedaan(register: Path) -> None:
    voer_op(register, "vakken ned", "cijfers 1", "", "64", "", "70")

    assert {1: 64, 2: None, 3: 70} == {n: cijfers_se(register)[n] for n in range(1, KLAS + 1)}

    voer_op(register, "ongedaan", "ongedaan", "opnieuw")

    assert {1: 64, 2: None, 3: None} == {n: cijfers_se(register)[n] for n in range(1, KLAS + 1)}


def test_een_groep_wordt_als_een_stap_vastgesteld_en_gaat_ongedaan(register: Path) -> None:
    vastgesteld = voer_op(
        register,
        *("vakken ned", "cijfers 1 SE", "", "64", "64", "64", "", "", "64", "64", "64", "."),
        *("groep proefpersoon", "kies alle", "doe 1", "12-06-2025", "vastleggen", "3"),
    )
    daarna = voer_op(register, "groep proefpersoon", "ongedaan", "open")

    assert "3 kandidaten vastleggen · 0 kunnen niet" in vastgesteld
    assert 3 == vastgesteld.count("uitslag leeg wordt G")
    assert "Vastgelegd: 3 kandidaten." in vastgesteld
    assert "Ongedaan gemaakt bij 3 studenten: uitslag vastgesteld op 12-06-2025" in daarna
    assert 3 == daarna.count("uitslag geslaagd · berekend geslaagd")
    assert 3 == daarna.count("uitslag leeg · berekend geslaagd")


def test_een_leeg_register_zegt_dat_er_niets_is(tmp_path: Path) -> None:
    gezegd = voer_op(tmp_path / "leeg.db", "groep", "kies alle", "doe", "slaging", "werk")

    assert "\n0 gekozen · 0 van 0 · alle\n" in gezegd
    assert "\nFout: er is niemand gekozen; typ kies met nummers, of kies alle\n" in gezegd
    assert "\nEr zijn nog geen kandidaten.\n" in gezegd
    assert "\nEr zijn geen open cijfers.\n0 boekingen in de laatste 28 dagen\n" in gezegd


def test_van_velen_worden_er_enkele_genoemd_en_gekozen_wie_men_noemt(tmp_path: Path) -> None:
    pad = maak_klas(tmp_path / "r.db", 30)
    gezegd = voer_op(pad, "groep", "kies 20", "kies 21", "kies alle", "groep 00030", "kies 1")

    assert "\n20. student 000020" in gezegd
    assert "\n21. " not in gezegd
    assert "Dit zijn de eerste 20; typ groep met meer woorden voor minder." in gezegd
    assert "Gekozen: 000020 Proefpersoon 00020\n1 gekozen" in gezegd
    assert "Fout: “21” is geen regel van de lijst" in gezegd
    assert "kies alle\n30 gekozen · 30 van 30\n" in gezegd
    assert "kies 1\n29 gekozen (29 niet in beeld) · 1 van 30\n" in gezegd


def test_een_voorstel_voor_velen_zegt_hoe_ver_het_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taak, "RUST", 0)
    gezegd = voer(VoorbeeldInzage(), ["groep", "kies alle", "doe 2"])

    assert [f"{nummer} van 5 gedaan" for nummer in range(1, 6)] == re.findall(r".* gedaan", gezegd)


def test_een_taak_zegt_hoe_ver_zij_is_en_wat_ervan_kwam(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taak, "RUST", 0)
    gezegd = voer_op(register, "groep", "kies 1", "doe 8", "3", "4", "terug", "terug")

    assert "Typ 4 om door te gaan: 3\nHet register heeft er 4.\n" in gezegd
    assert "De taak alles herberekenen loopt; Ctrl+C breekt haar af.\n4 van 4 gedaan\n" in gezegd
    assert "\n4 ok · 0 fout · 0 overgeslagen\nklaar: 4 uitkomsten bijgewerkt.\n" in gezegd
    with Register.open(register, alleen_lezen=True) as open_register:
        assert 4 == open_register.aantal(Schooluitkomst)


def test_van_een_regel_van_het_log_naar_de_kandidaat(register: Path, tmp_path: Path) -> None:
    gezegd = voer_op(
        register,
        *("groep proefpersoon", "kies 2", "doe 5", "bestaat-niet", str(tmp_path), "", "", "", ""),
        *("1", "terug"),
    )

    vraag = f"Map voor de bestanden [{Path.cwd()}]: bestaat-niet\n"
    assert f"{vraag}Deze map is er niet.\n" in gezegd
    assert "1. wat overgeslagen · kandidaat ER2 · 000002: geen cijferlijst" in gezegd
    assert "› cijferlijsten (concept) › examenresultaat ER2> terug" in gezegd


def test_ctrl_c_breekt_een_taak_af_en_laat_niets_achter(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begonnen: list[Taak] = []

    class Slapend(Taken):
        def __init__(self, bij_einde: Callable[[], None]) -> None:
            super().__init__(bij_einde, kind=SLAPEND)

        async def begin(self, werkorder: Werkorder) -> Taak:
            begonnen.append(await super().begin(werkorder))
            threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
            return begonnen[0]

    monkeypatch.setattr(taak, "Taken", Slapend)
    eerder = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        gezegd = voer_op(register, "groep", "kies 1", "doe 8", "4", "kies")
    finally:
        signal.signal(signal.SIGINT, eerder)

    assert "Afgebroken; wat is vastgelegd, blijft.\nstart › kandidaten> kies\n" in gezegd
    assert [Staat.AFGEBROKEN] == [een.staat for een in begonnen]


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


def test_wat_van_de_school_is_onthouden_staat_er_en_kan_leeg(register: Path) -> None:
    papier = ["groep proefpersoon", "kies 1", "doe 5", ".", "ROC X"]
    voer_op(register, *papier, "Y", "A", "B")
    gezegd = voer_op(register, *papier, "-", "", "")

    assert "Plaats van ondertekening [Y; - is leeg]: -\n" in gezegd
    assert "Wie tekent als directeur [A; - is leeg]: \n" in gezegd
    assert "De taak cijferlijsten (concept) loopt" in gezegd


class Leesbaar(io.StringIO):
    """Lines that somebody reads as they come."""

    def isatty(self) -> bool:
        return True


def test_op_een_terminal_breekt_een_regel_tussen_woorden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    uitvoer = Leesbaar()
    Gesprek(VoorbeeldInzage(), Kanaal(io.StringIO("hulp\nzoek duin\n"), uitvoer)).voer()
    gezegd = uitvoer.getvalue()
    heel = io.StringIO()
    Gesprek(VoorbeeldInzage(), Kanaal(io.StringIO("hulp\nzoek duin\n"), heel)).voer()

    assert 40 >= max(map(len, gezegd.splitlines()))
    assert heel.getvalue().split() == gezegd.split()


def test_wat_niet_in_een_keer_kan_worden_geplakt_wordt_niet_geplakt(register: Path) -> None:
    def collega() -> None:
        ander = RegisterInzage.open(register, "b.smit")
        voer(ander, ["vakken ned", "cijfers 1", "", "", "", "51"])
        ander.sluit()

    uitvoer = io.StringIO()
    inzage = RegisterInzage.open(register, "a.jansen")
    regels = ["vakken ned", "cijfers 1", "", "", "plak", "6,4", "7,0", ".", "2", ""]
    Gesprek(inzage, Kanaal(Tussendoor(regels, "2", collega), uitvoer)).voer()
    inzage.sluit()
    gezegd = uitvoer.getvalue()

    assert "iets anders doet niets: 2\nFout: niet vastgelegd: " in gezegd
    assert "000002 Proefpersoon 00002 · SE [leeg]: \n" in gezegd
    assert (None, 51) == (cijfers_se(register)[2], cijfers_se(register)[3])


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
    assert "\nhulp [WOORD] (?): " in gezegd
    assert gezegd.endswith("\nstart › vakken> \nGestopt.\n")


@pytest.fixture(scope="module")
def lastig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inzage]:
    pad = maak(tmp_path_factory.mktemp("plat"))
    with Register.open(pad) as open_register:
        open_register.boek_alle([LASTIG], **BOEKING)
    inzage = RegisterInzage.open(pad, "a.jansen")
    with contextlib.chdir(pad.parent):  # an act on a group may write files
        yield inzage
    inzage.sluit()


REGELS = st.one_of(
    st.sampled_from([regel for regels in SESSIES.values() for regel in regels]),
    st.sampled_from([een.naam for een in OPDRACHTEN if een.naam != "stop"]),
    st.text(max_size=8),
    st.sampled_from([een.naam for een in FORMULIEROPDRACHTEN]),
    st.from_regex(r"(erbij |eraf |omhoog |open |hulp )?[0-9]{1,2}(\.[1-9]){0,2}( [a-z0-9-]{1,4})?"),
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
