"""Entering marks as a user does: keys on a terminal, marks in a register, whatever happens."""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

import pytest

from examen.model import Examenresultaat
from register.opslag import Register
from tests.tui.klas import cijfers_se, maak_klas, sleutel
from tests.tui.terminal import Terminal

F3, F9, F10 = "\x1bOR", "\x1b[20~", "\x1b[21~"
ENTER, NEER, RECHTS = "\r", "\x1b[B", "\x1b[C"


def app(register: Path, door: str = "an") -> Terminal:
    opdracht = [sys.executable, "-m", "tui", "app", "--register", str(register), "--door", door]
    return Terminal(opdracht)


def open_blad(terminal: Terminal) -> None:
    """Go to the sheet of the vak, by keys only."""
    terminal.wacht(lambda scherm: "gevonden" in scherm or "eerste 200" in scherm)
    terminal.typ(F9)
    terminal.wacht(lambda scherm: "Cijfers invoeren" in scherm)
    terminal.typ(ENTER)
    terminal.wacht(lambda scherm: "vakken" in scherm and "Nederlands" in scherm)
    terminal.typ("1001" + ENTER)
    terminal.wacht(lambda scherm: "ingevoerd 0/" in scherm and "bevindingen" in scherm)


def cijfers(aantal: int, zaad: int = 1) -> list[int]:
    """Give marks in tenths of two digits, none of which waits for a third."""
    kans = random.Random(zaad)
    return [kans.randint(20, 99) for _ in range(aantal)]


def test_een_cijfer_kost_twee_toetsen_en_weinig_bytes(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 60)
    getypt = cijfers(60)
    with app(register) as terminal:
        open_blad(terminal)
        terminal.lees(0.5)
        voor = len(terminal.uitvoer)
        for plaats, cijfer in enumerate(getypt, start=1):
            terminal.typ(str(cijfer))
            terminal.wacht(lambda scherm, n=plaats: f"ingevoerd {n}/" in scherm)
            terminal.lees(0.15)
        while terminal.lees(0.5):  # what follows from the last mark
            pass
        per_cijfer = (len(terminal.uitvoer) - voor) / len(getypt)

        assert per_cijfer <= 500
        assert b"" == terminal.lees(1.0)

    assert dict(enumerate(getypt, start=1)) == cijfers_se(register)


def test_het_eerste_scherm_is_klein_en_de_bladsprong_ook(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 60)
    with app(register) as terminal:
        terminal.wacht(lambda scherm: "60 studenten gevonden." in scherm)

        assert len(terminal.uitvoer) <= 12_000

        open_blad(terminal)
        terminal.lees(0.5)
        voor = len(terminal.uitvoer)
        terminal.typ("\x1b[6~\x1b[6~")
        terminal.wacht(lambda scherm: "Proefpersoon 00031" in scherm and "00001" not in scherm)
        terminal.lees(0.3)

        assert len(terminal.uitvoer) - voor <= 4_000


def test_alles_in_een_keer_getypt_komt_bij_de_goede_kandidaat(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 40)
    getypt = cijfers(40, zaad=2)
    with app(register) as terminal:
        open_blad(terminal)
        terminal.typ("".join(map(str, getypt)))
        terminal.wacht(lambda scherm: "ingevoerd 40/" in scherm)
        terminal.typ(F10)
        terminal.proces.wait(timeout=10)

    assert dict(enumerate(getypt, start=1)) == cijfers_se(register)


def test_na_een_verkeerde_toets_komt_er_niets_in_een_verkeerde_rij(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 10)
    with app(register) as terminal:
        open_blad(terminal)
        terminal.typ("75" + "6x" + "8485")
        scherm = terminal.wacht(lambda scherm: "kan hier niet" in scherm)
        terminal.lees(0.3)

        assert "“6X” kan hier niet" in scherm
        assert {75} == {c for c in cijfers_se(register).values() if c is not None}

        terminal.typ("\x7f" + "4")
        terminal.wacht(lambda scherm: "ingevoerd 2/" in scherm)

    assert (75, 64, None) == tuple(cijfers_se(register)[n] for n in (1, 2, 3))


@pytest.mark.parametrize("sein", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("toetsen", [1, 2, 7, 18])
def test_wie_wegvalt_verliest_hoogstens_het_cijfer_in_wording(
    tmp_path: Path, sein: signal.Signals, toetsen: int
) -> None:
    register = maak_klas(tmp_path / "r.db", 12)
    getypt = cijfers(12, zaad=toetsen)
    reeks = "".join(map(str, getypt))[:toetsen]
    with app(register) as terminal:
        open_blad(terminal)
        for nummer, toets in enumerate(reeks, start=1):
            terminal.typ(toets)
            klaar, bezig = divmod(nummer, 2)
            te_zien = f"{toets}_" if bezig else f"ingevoerd {klaar}/"
            terminal.wacht(lambda scherm, te_zien=te_zien: te_zien in scherm)
        os.kill(terminal.proces.pid, sein)
        terminal.proces.wait(timeout=10)
    klaar, bezig = divmod(toetsen, 2)
    gevonden = cijfers_se(register)
    laatste: set[int | None] = {getypt[klaar - 1]}
    if sein is signal.SIGKILL and not bezig:
        laatste.add(None)  # it was shown and may have been on its way to the disk

    assert getypt[: max(klaar - 1, 0)] == [gevonden[n] for n in range(1, klaar)]
    assert klaar == 0 or gevonden[klaar] in laatste
    assert {None} == {gevonden[n] for n in range(klaar + 1, 13)}


def test_wat_een_ander_ernaast_wijzigde_wordt_gezegd_voor_men_verder_typt(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 5)
    with app(register, "an") as een, app(register, "bo") as twee:
        open_blad(een)
        open_blad(twee)
        twee.typ(RECHTS + "64")
        twee.wacht(lambda scherm: "ingevoerd 1/" in scherm)
        twee.lees(0.3)
        een.typ("\x1b[17~" + "75" + "58")  # F6: to the right, so the next mark is the CE
        een.wacht(lambda scherm: "CE1 is nu 6,4" in scherm)
        een.lees(0.5)

    with Register.open(register, alleen_lezen=True) as open_register:
        ((_, er),) = open_register.actuelen(Examenresultaat, [sleutel(1)])
    (vak,) = (vak for vak in er.vakresultaten if vak.vak == "1001")
    assert (75, [64]) == (vak.cijfer_se, [ce.cijfer for ce in vak.ce])


def test_twee_sessies_bij_een_kandidaat_overschrijven_elkaar_niet(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 5)
    with app(register, "an") as een, app(register, "bo") as twee:
        open_blad(een)
        open_blad(twee)
        een.typ("75")
        een.wacht(lambda scherm: "ingevoerd 1/" in scherm)
        een.lees(0.3)
        twee.typ("62")
        conflict = twee.wacht(lambda scherm: "intussen gewijzigd door an op" in scherm)

        assert "7,5" in conflict
        assert 75 == cijfers_se(register)[1]

        twee.typ("\x7f" + NEER + "62")
        twee.wacht(lambda scherm: "ingevoerd 2/" in scherm)
        een.typ(F3 + ENTER)
        een.wacht(lambda scherm: "ingevoerd 2/" in scherm)
        een.typ(RECHTS + "81")
        een.wacht(lambda scherm: "ingevoerd 3/" in scherm)
        een.lees(0.3)

    assert (75, 62) == tuple(cijfers_se(register)[n] for n in (1, 2))
    with Register.open(register, alleen_lezen=True) as open_register:
        wie = [s.geboekt.door for s in open_register.historie(Examenresultaat, sleutel(1))]

    assert ["test", "an", "an"] == wie


def test_verschillende_vakken_van_een_kandidaat_gaan_samen(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 3)
    with app(register, "an") as een, app(register, "bo") as twee:
        open_blad(een)
        twee.wacht(lambda scherm: "gevonden" in scherm)
        twee.typ(F9 + ENTER)
        twee.wacht(lambda scherm: "vakken" in scherm and "Nederlands" in scherm)
        twee.typ("1002" + ENTER)
        twee.wacht(lambda scherm: "Engels" in scherm and "ingevoerd" in scherm)
        een.typ("75")
        een.wacht(lambda scherm: "ingevoerd 1/" in scherm)
        twee.typ("62")
        twee.wacht(lambda scherm: "6,2" in scherm)
        een.typ("76")
        een.wacht(lambda scherm: "ingevoerd 2/" in scherm)
        twee.lees(0.5)
    with Register.open(register, alleen_lezen=True) as open_register:
        actueel = open_register.actueel(Examenresultaat, sleutel(1))

    assert actueel is not None
    assert {"1001": 75, "1002": 62} == {
        vak.vak: vak.cijfer_se for vak in actueel[1].vakresultaten if vak.vak in ("1001", "1002")
    }


def test_ongedaan_maken_kan_ook_na_een_nieuwe_start(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 5)
    with app(register) as terminal:
        open_blad(terminal)
        terminal.typ("7566")
        terminal.wacht(lambda scherm: "ingevoerd 2/" in scherm)
        terminal.typ(F10)
        terminal.proces.wait(timeout=10)
    with app(register) as terminal:
        terminal.wacht(lambda scherm: "gevonden" in scherm)
        terminal.typ(F9 + ENTER)
        terminal.wacht(lambda scherm: "vakken" in scherm)
        terminal.typ("1001" + ENTER)
        terminal.wacht(lambda scherm: "ingevoerd 2/" in scherm)
        terminal.typ("\x1a")
        terminal.wacht(lambda scherm: "Ongedaan gemaakt bij 000002" in scherm)
        terminal.typ("\x1a\x19")
        terminal.wacht(lambda scherm: "Opnieuw gedaan bij 000001" in scherm)

    assert (75, None) == tuple(cijfers_se(register)[n] for n in (1, 2))


def test_geplakte_cijfers_worden_eerst_getoond_en_dan_een_stap(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 5)
    with app(register) as terminal:
        open_blad(terminal)
        terminal.typ("\x1b[200~7,5\n6.4\nfout\n\n8\x1b[201~")
        scherm = terminal.wacht(lambda scherm: "geweigerd" in scherm)

        assert "3 nieuw · 0 anders · 0 gelijk · 1 tekst geweigerd" in scherm
        assert {None} == set(cijfers_se(register).values())

        terminal.typ(ENTER)
        terminal.wacht(lambda scherm: "3 waarden vastgelegd." in scherm)

        assert [75, 64, None, None, 80] == [cijfers_se(register)[n] for n in range(1, 6)]

        terminal.typ("\x1a")
        terminal.wacht(lambda scherm: "Ongedaan gemaakt bij" in scherm)

    assert {None} == set(cijfers_se(register).values())


def test_wie_weggaat_legt_geen_half_cijfer_vast(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 3)
    with app(register) as terminal:
        open_blad(terminal)
        terminal.typ("75" + "7" + F3)
        terminal.wacht(lambda scherm: "“7” was niet af en is niet vastgelegd" in scherm)
        terminal.typ(F3)
        terminal.wacht(lambda scherm: "Zoek vak" in scherm)

    assert (75, None) == tuple(cijfers_se(register)[n] for n in (1, 2))
