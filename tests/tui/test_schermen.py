"""Every screen as plain text, reached by keys only, compared with its golden file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from attrs import evolve
from textual import events

from register.opslag import sleutel_van
from tests.tui.schermtekst import GOUD, RUST, druk, goud, rustig, schermtekst
from tests.tui.voorbeeld import EXAMEN, VoorbeeldInzage
from tui.app import VavoApp
from tui.taken.lijst import Staat, Taak
from tui.taken.pijp import Logregel, Tussenstand, Werkorder, over_de_pijp
from tui.voorkeuren import Thema, Voorkeuren

KANDIDATEN = ["f9", "down", "enter"]
VOORSTEL = ["f5", "f6", "enter", "ctrl+u", *"01-07-2025", "enter"]
SCHERMEN = {
    "start": [],
    "start_gezocht": ["d", "u", "i", "n"],
    "start_niets_gevonden": ["x", "y", "z"],
    "start_hulp": ["f1"],
    "dossier": ["enter"],
    "dossier_zonder_examens": ["down", "enter"],
    "persoon": ["enter", "home", "down", "enter"],
    "inschrijving": ["enter", "up", "up", "enter"],
    "examenresultaat": ["enter", "enter"],
    "examenresultaat_toets": ["enter", "enter", "down", "down", "down"],
    "examenresultaat_vak": ["enter", "enter", "f4", "down", "down", "f8"],
    "examenresultaat_hulp": ["enter", "enter", "f1"],
    "toets": ["enter", "enter", "down", "down", "f8"],
    "toets_verder": ["enter", "enter", "down", "down", "f8", "end"],
    "certificaten": ["enter", "enter", *["down"] * 7, "f8"],
    "examenresultaat_hulp_certificaten": ["enter", "enter", *["down"] * 7, "f1"],
    "bevinding": ["enter", "enter", "end", "enter"],
    "bevinding_plaats": ["enter", "enter", "end", "up", "up", "up", "up", "f7"],
    "bevinding_inschrijving": ["enter", "up", "up", "enter", "end", "enter"],
    "historie": ["enter", "enter", "f5", "space"],
    "verschil": ["enter", "enter", "f5", "enter"],
    "verschil_eerste": ["enter", "f5", "end", "enter"],
    "examenresultaat_hulp_toets": ["enter", "enter", "down", "down", "down", "f1"],
    "bevindingen_hulp": ["f9", "down", "down", "enter", "down", "f1"],
    "opdracht": ["enter", "enter", "colon", *"hi"],
    "opdracht_leeg": ["f12"],
    "opdracht_onbekend": ["enter", "f12", *"histroie"],
    "menu": ["f9"],
    "vakken": ["f9", "enter", *"eng"],
    "invoer_vak": ["f9", "enter", "enter"],
    "invoer_cijfer": ["f9", "enter", "enter", "7"],
    "invoer_eindcijfer": ["f9", "enter", "enter", *"75"],
    "invoer_geweigerd": ["f9", "enter", "enter", *"7x8"],
    "invoer_conflict": ["f9", "enter", "enter", *"11"],
    "invoer_ongedaan": ["f9", "enter", "enter", *"75", "backspace", "ctrl+z"],
    "invoer_nazien": ["f9", "enter", "enter", "f4", *"75"],
    "invoer_proef": ["f9", "enter", "enter", "ctrl+t", *"75"],
    "invoer_proef_uitslag": ["f9", "enter", "enter", "ctrl+t", *"75", "up", "f8"],
    "invoer_scoretabel": ["f9", "enter", "enter", "right", "f5", *"75", "space", *"1,2"],
    "invoer_score": [
        *("f9", "enter", "enter", "right", "f5", *"75", "space", *"1,2", "enter"),
        *("f6", *"40"),
    ],
    "invoer_hulp": ["f9", "enter", "enter", "f1"],
    "invoer_kandidaat": ["enter", "enter", "f6", "right", "down", *"4"],
    "leveringen": ["f9", "end", "enter"],
    "meldingen": ["f9", "end", "enter", "enter"],
    "meldingen_afgekeurd": ["f9", "end", "enter", "enter", "f7"],
    "melding": ["f9", "end", "enter", "enter", "down", "f8"],
    "melding_naar_de_stand": ["f9", "end", "enter", "enter", "enter"],
    "bevindingen_van_de_school": ["f9", "down", "down", "enter"],
    "bevindingen_plaatsen": ["f9", "down", "down", "enter", "down", "enter"],
    "bevindingen_naar_de_stand": ["f9", "down", "down", "enter", "end", "enter", "enter"],
    "groep": [*KANDIDATEN],
    "groep_gezocht": [*KANDIDATEN, *"duin,havo"],
    "groep_gekozen": [*KANDIDATEN, "space", "down", "space", "f7", "right"],
    "groep_hulp": [*KANDIDATEN, "f1"],
    "groep_doen": [*KANDIDATEN, "f5", "f6"],
    "groep_datum": [*KANDIDATEN, "f6", "enter", "ctrl+u", *"31-02-2025", "enter"],
    "groep_voorstel": [*KANDIDATEN, *VOORSTEL],
    "groep_voorstel_details": [*KANDIDATEN, *VOORSTEL, RUST, "f8"],
    "groep_vastgesteld": [*KANDIDATEN, *VOORSTEL, RUST, "enter"],
    "groep_herberekenen": [*KANDIDATEN, "f5", "f6", "down", "enter"],
    "groep_papier": [*KANDIDATEN, "f6", *["down"] * 4, "enter", "down", *"ROC X"],
    "groep_alles": [*KANDIDATEN, "f6", "end", "enter", *"7", "enter"],
    "taken": ["f9", *["down"] * 5, "enter"],
    "verdeling": ["f9", "enter", "down", "f5"],
    "verdeling_van_het_blad": ["f9", "enter", "enter", "ctrl+d"],
    "verdeling_bij_een_kandidaat": ["enter", "enter", "f6", "down", "ctrl+d"],
    "verdeling_van_een_werkstuk": ["enter", "enter", "f6", "pagedown", "ctrl+d"],
    "open_werk": ["f9", "down", "down", "down", "enter"],
    "slaging": ["f9", "down", "down", "down", "down", "enter"],
    "cijferlijst": ["enter", "enter", "enter"],
}


@pytest.mark.parametrize(("naam", "toetsen"), SCHERMEN.items(), ids=SCHERMEN)
async def test_scherm_is_als_het_gouden_voorbeeld(
    naam: str, toetsen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")  # a screen names the folder
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *toetsen)
        gevonden = schermtekst(app)

    assert goud(naam, gevonden) == gevonden


@pytest.mark.parametrize("thema", [Thema.LICHT, Thema.CONTRAST])
@pytest.mark.parametrize("naam", ["examenresultaat", "invoer_eindcijfer", "opdracht"])
async def test_elk_thema_toont_dezelfde_tekst(naam: str, thema: Thema) -> None:
    app = VavoApp(VoorbeeldInzage, Voorkeuren(thema=thema))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *SCHERMEN[naam])
        gevonden = schermtekst(app)

    assert (GOUD / f"{naam}.txt").read_text(encoding="utf-8") == gevonden


async def test_de_datum_van_velen_wordt_gelezen_als_in_een_formulier() -> None:
    kort = ["f5", "f6", "enter", "ctrl+u", *"1.7.25", "enter"]
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *KANDIDATEN, *kort, RUST, "enter")
        gevonden = schermtekst(app)

    assert (GOUD / "groep_vastgesteld.txt").read_text(encoding="utf-8") == gevonden


@pytest.mark.parametrize("daad", [3, 4], ids=["bestand", "map"])
async def test_een_pad_dat_niet_kan_wordt_geweigerd(daad: int) -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *KANDIDATEN, "f5", "f6", *["down"] * daad, "enter", "ctrl+u")
        app.post_message(events.Paste("a" * 300))
        await rustig(pilot)
        await druk(pilot, "enter")

        assert "Dit pad is niet te gebruiken" in schermtekst(app)


@pytest.mark.parametrize("breedte", [60, 120, 160])
async def test_breder_toont_meer_en_smaller_past(breedte: int) -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(breedte, 30)) as pilot:
        await rustig(pilot)
        await druk(pilot, "enter", "enter")
        gevonden = schermtekst(app)

    assert goud(f"examenresultaat_{breedte}", gevonden) == gevonden


async def test_een_te_klein_venster_zegt_dat() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(59, 24)) as pilot:
        await rustig(pilot)

        assert "Venster te klein" in schermtekst(app)

        await pilot.resize_terminal(60, 18)
        await rustig(pilot)

        assert "Venster te klein" not in schermtekst(app)
        assert "Duinen, Fenna van" in schermtekst(app)


async def test_wat_geplakt_wordt_is_eerst_te_zien_met_de_hele_reden() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "f9", "enter", "enter")
        app.post_message(events.Paste("7,5\n6,4"))
        await rustig(pilot)
        gevonden = schermtekst(app)
        await druk(pilot, "f8")
        voluit = schermtekst(app)
        await druk(pilot, "f3", "enter")

        assert "1 waarde vastgelegd." in schermtekst(app)

    assert goud("plakken", gevonden) == gevonden
    assert goud("plakken_details", voluit) == voluit


async def test_een_breed_scherm_toont_de_kandidaten_met_woorden() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(120, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *KANDIDATEN, "space")
        gevonden = schermtekst(app)

    assert goud("groep_120", gevonden) == gevonden


TAAK = Taak(
    Werkorder(soort="papier", titel="cijferlijsten", register="", door="test"),
    datetime(2025, 7, 1, 10),  # noqa: DTZ001 (local time)
    tussenstand=Tussenstand(totaal=40, ok=12, fout=1, overgeslagen=2),
    log=[
        Logregel(
            uitkomst="overgeslagen",
            tekst="100002: geen cijferlijst; die is voor wie eindexamen deed, en deze kandidaat "
            "deed deelexamen",
        ),
        Logregel(
            uitkomst="fout",
            tekst="100001, ER1: er is geen uitslag",
            kandidaat=over_de_pijp(sleutel_van(EXAMEN)),
        ),
    ],
)
EINDE = {
    "taak_loopt": {},
    "taak_klaar": {"staat": Staat.KLAAR, "slot": "12 documenten in papier."},
    "taak_mislukt": {"staat": Staat.MISLUKT, "slot": "papier: geen ruimte meer op de schijf"},
}


@pytest.mark.parametrize(("naam", "einde"), EINDE.items(), ids=EINDE)
async def test_een_taak_is_als_het_gouden_voorbeeld(naam: str, einde: dict[str, Any]) -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        app.leesdraad.taken.alle.append(evolve(TAAK, **einde))
        await druk(pilot, "f9", *["down"] * 5, "enter", "enter")
        gevonden = schermtekst(app)
        await druk(pilot, "enter")

        assert "examenresultaat ER1" in schermtekst(app)

        app.leesdraad.taken.alle.clear()

    assert goud(naam, gevonden) == gevonden
