"""Jobs from the keyboard: begun from the list, followed, and from an error to the candidate."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from examen.model import Examenresultaat
from register.opslag import Register
from tests.tui.klas import maak_klas
from tests.tui.schermtekst import druk, rustig, schermtekst
from tests.tui.taken.test_taken import SLAPEND, tot
from tui.app import VavoApp
from tui.registerinzage import RegisterInzage
from tui.schermen.examenresultaat import ExamenresultaatScherm
from tui.schermen.taken import TaakScherm
from tui.taken.lijst import Staat, Taken

ALLES_HERBEREKENEN = ["f9", "down", "enter", "f6", "end", "enter", "3", "enter"]


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return maak_klas(tmp_path / "r.db", 3)


async def test_papier_van_een_groep_en_van_een_fout_naar_de_kandidaat(pad: Path) -> None:
    app = VavoApp(lambda: RegisterInzage.open(pad, "an"))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "f9", "down", "enter", "f5", "f6", *["down"] * 4, *["enter"] * 5)
        await druk(pilot, "enter")
        (taak,) = app.leesdraad.taken.alle
        await tot(lambda: taak.staat is not Staat.LOOPT)
        await rustig(pilot)

        assert isinstance(app.screen, TaakScherm)
        assert "klaar" in schermtekst(app)
        assert "overgeslagen ER1        000001: geen cijferlijst" in schermtekst(app)

        await druk(pilot, "enter")

        assert isinstance(app.screen, ExamenresultaatScherm)


async def test_wie_tekent_staat_er_de_volgende_keer_weer(pad: Path) -> None:
    kandidaat = ["f9", "down", "enter", "space", "f6", *["down"] * 4]
    app = VavoApp(lambda: RegisterInzage.open(pad, "an"))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *kandidaat, "enter", "enter", *"ROC X", "enter", *"Y", "enter")
        await druk(pilot, *"A. de B", "enter", *"C. de D", "enter")
        await tot(lambda: app.leesdraad.taken.alle[0].staat is not Staat.LOOPT)
    app = VavoApp(lambda: RegisterInzage.open(pad, "bo"))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *kandidaat, "enter")
        cijferlijst = schermtekst(app)
        await druk(pilot, "f3", "down", "enter")
        certificaat = schermtekst(app)

    school = [r"\(leeg: CONCEPT\) +ROC X$", "ondertekening +Y$", "als secretaris +C. de D$"]
    for scherm, regels in (
        (cijferlijst, [*school, "als directeur +A. de B$"]),
        (certificaat, [*school, "als voorzitter$"]),
    ):
        assert [] == [regel for regel in regels if not re.search(regel, scherm, re.MULTILINE)]


async def test_berichten_van_een_groep_en_de_lijst_van_taken(pad: Path, tmp_path: Path) -> None:
    app = VavoApp(lambda: RegisterInzage.open(pad, "an"))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "f9", "down", "enter", "space", "space", "f6", "down", "down", "enter")
        gewaarschuwd = schermtekst(app)
        await druk(pilot, "2", "enter", "ctrl+u", *"uit.xml", "enter")
        (taak,) = app.leesdraad.taken.alle
        await tot(lambda: taak.staat is not Staat.LOOPT)
        await druk(pilot, "f3")
        gekozen = schermtekst(app)
        await druk(pilot, "f9", *["down"] * 5, "enter")

        assert "DUO keurt 2 van 2 af. Typ 2" in gewaarschuwd
        assert "2 gekozen" in gekozen
        assert "berichten" in schermtekst(app)
        assert "klaar" in schermtekst(app)
        assert f"Geschreven: {tmp_path / 'uit.xml'} (2 berichten)." == taak.slot

    assert (tmp_path / "uit.xml").exists()
    with Register.open(pad, alleen_lezen=True) as register:
        assert 3 == register.aantal(Examenresultaat)


async def test_f8_tweemaal_breekt_af(pad: Path) -> None:
    app = VavoApp(lambda: RegisterInzage.open(pad, "an"))
    app.leesdraad.taken = Taken(lambda: None, kind=SLAPEND)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *ALLES_HERBEREKENEN, "f8")
        (taak,) = app.leesdraad.taken.alle

        assert Staat.LOOPT is taak.staat
        assert "Nog eens F8 breekt de taak af" in schermtekst(app)

        await druk(pilot, "f8")
        await tot(lambda: taak.staat is not Staat.LOOPT)
        await rustig(pilot)

        assert "Afgebroken; wat al gedaan was blijft gedaan." in schermtekst(app)


async def test_f10_vraagt_het_nog_eens_als_er_iets_loopt_en_breekt_dan_af(pad: Path) -> None:
    app = VavoApp(lambda: RegisterInzage.open(pad, "an"))
    app.leesdraad.taken = Taken(lambda: None, kind=SLAPEND)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *ALLES_HERBEREKENEN, "f10")
        (taak,) = app.leesdraad.taken.alle

        assert app.is_running
        assert "Er loopt nog een taak; nog eens F10" in schermtekst(app)

        await pilot.press("f10")

    assert Staat.AFGEBROKEN is taak.staat
