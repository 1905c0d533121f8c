"""Whole dossiers by keys only, on a real register: how it looks and what is registered."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from textual import events
from textual.pilot import Pilot

from examen.model import Cijferlijst, Cijferlijstregel, Examenresultaat, Herkansing
from examen.opleidingen import opleidingen
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel, sleutel_van
from register.signaal import catalogus
from register.vavo.inschrijving import Inschrijving
from tests.momenten import BOEKING
from tests.tui.schermtekst import GOUD, druk, goud, rustig, schermtekst
from tests.tui.voorbeeld import EXAMEN, INSCHRIJVING, PERSONEN
from tui.acties import ACTIES, Bereik
from tui.app import VavoApp
from tui.registerinzage import RegisterInzage
from tui.schermen.dossier import DossierScherm
from tui.schermen.examenresultaat import ExamenresultaatScherm
from tui.schermen.formulier import FormulierScherm
from tui.schermen.start import StartScherm

DOSSIER = ["enter"]
EXAMENSCHERM = ["enter", "enter"]
WISSEN = ["delete"]


def keuze(nummer: int) -> list[str]:
    """Open the list of what can be done and take the n-th, from 0."""
    return ["w", *["down"] * nummer, "enter"]


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    with Register.open(tmp_path / "r.db") as register:
        register.boek_alle([*PERSONEN[:2], INSCHRIJVING, EXAMEN], **BOEKING)
    return tmp_path / "r.db"


@asynccontextmanager
async def app_op(pad: Path) -> AsyncIterator[tuple[VavoApp, Pilot[None]]]:
    app = VavoApp(lambda: RegisterInzage.open(pad, "an"))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        yield app, pilot


async def na(pad: Path, toetsen: Sequence[str]) -> str:
    """Press keys and give the screen."""
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *toetsen)
        return schermtekst(app)


def actueel(pad: Path, klasse: type[Any], sleutel: Sleutel) -> Any:
    with Register.open(pad, alleen_lezen=True) as register:
        gevonden = register.actueel(klasse, sleutel)
    return gevonden and gevonden[1]


def herboek(pad: Path, **anders: Any) -> None:
    """Let the examenresultaat be another one before the app opens."""
    assert EXAMEN.aangeleverd_op is not None
    later = EXAMEN.aangeleverd_op + timedelta(days=1)
    with Register.open(pad) as register:
        register.boek_alle([evolve(EXAMEN, aangeleverd_op=later, **anders)], **BOEKING)


def examen(pad: Path) -> Any:
    return actueel(pad, Examenresultaat, sleutel_van(EXAMEN))


SCHERMEN: dict[str, list[str]] = {
    "formulier_nieuwe_student": ["f6"],
    "formulier_fout": ["f6", *"123", "f5"],
    "formulier_hulp": ["f6", "f1"],
    "formulier_persoon": [*DOSSIER, *keuze(3), "end", "enter", "pagedown", "end"],
    "formulier_nog_niet": [*DOSSIER, *keuze(3), *"X", "f3"],
    "formulier_inschrijving": [*DOSSIER, "up", "up", *keuze(0), "end", "enter"],
    "formulier_nieuwe_inschrijving": [
        *DOSSIER,
        *keuze(2),
        *"1-8-25",
        "end",
        "f6",
    ],
    "formulier_examen": [*DOSSIER, *keuze(0), "home", *["down"] * 9, "enter"],
    "formulier_vak": [*EXAMENSCHERM, *keuze(0), *"1003", "down", "down", "down", "down", *"x"],
    "formulier_keuzen": [*EXAMENSCHERM, *keuze(0), "f4", *"taal du"],
    "formulier_herkansing": [*EXAMENSCHERM, *keuze(4), "end", "f6", *"1001"],
    "cijferlijst_opmaken": [*EXAMENSCHERM, *keuze(5), *"gymn"],
    "formulier_cijferlijst": [*EXAMENSCHERM, *keuze(6), "down", "enter"],
    "formulier_uitslag": [*EXAMENSCHERM, *keuze(7), *"1-7-25"],
    "formulier_heridentificatie": ["down", "enter", *keuze(3), *"999990018"],
    "wijzigen_dossier": [*DOSSIER, "w"],
    "wijzigen_examen": [*EXAMENSCHERM, "w"],
    "wijzigen_vak": [*EXAMENSCHERM, "f4", "down", "down", "w"],
    "formulier_een_vak": [*EXAMENSCHERM, "f4", "down", "down", *keuze(0), *"55"],
    "verwijderen_vak": [*EXAMENSCHERM, "f4", "down", "down", *keuze(1)],
    "verwijderen_student": [*DOSSIER, "w", "end", "enter", "1"],
}


def test_wat_een_signaal_te_doen_geeft_heet_zo_in_het_menu() -> None:
    menu = (GOUD / "wijzigen_examen.txt").read_text(encoding="utf-8")
    signalen = catalogus("vavo").signalen.values()
    genoemd = {naam for een in signalen for naam in re.findall("“(.*?)”", een.doen)}

    assert "Uitslag vaststellen" in genoemd
    assert {naam for naam in genoemd if f"\n{naam} " not in menu} == set()


@pytest.mark.parametrize(("naam", "toetsen"), SCHERMEN.items(), ids=SCHERMEN)
async def test_scherm_is_als_het_gouden_voorbeeld(naam: str, toetsen: list[str], pad: Path) -> None:
    gevonden = await na(pad, toetsen)

    assert goud(naam, gevonden) == gevonden


async def test_een_nieuwe_student_met_een_inschrijving_en_een_examen(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, "f6", *"999990020", "enter", "enter", *"200001", "enter")
        await druk(pilot, *"1-3-06", "enter", *"2", "enter", *"Proef", "f5")

        assert isinstance(app.screen, DossierScherm)
        assert "start › student 200001" in schermtekst(app)
        assert "Vastgelegd: student toegevoegd." in schermtekst(app)

        await druk(pilot, *keuze(1), *"1-8-25")
        await druk(pilot, "end", "f6", *"1-8-25", "enter", *"5372", "f5")
        await druk(pilot, *keuze(0), "f5")

        assert isinstance(app.screen, DossierScherm)

    persoon = actueel(pad, Persoon, Sleutel("999990020"))
    inschrijving = actueel(pad, Inschrijving, Sleutel("999990020", "01AA", "1"))
    er = actueel(pad, Examenresultaat, Sleutel("999990020", "01AA", "1"))

    assert ("2006-03-01", "2", "Proef") == (
        persoon.geboortedatum,
        persoon.geslacht,
        persoon.voornamen,
    )
    assert ["5372"] == [periode.opleiding for periode in inschrijving.perioden]
    assert () == er.vakresultaten


async def test_een_student_die_er_al_is_komt_er_niet_nog_eens_bij(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, "f6", *"999990019", *["down"] * 3, *"1-3-06", "enter", *"2", "f5")
        tekst = schermtekst(app)
        assert "Fout: BSN: is al van 100001 Duinen, Fenna van in het register" in tekst
        assert "999990019" not in tekst.splitlines()[-2]
        await druk(pilot, *"999990020", "f5")  # the cursor stands on it
        assert isinstance(app.screen, DossierScherm)

    assert PERSONEN[0] == actueel(pad, Persoon, Sleutel("999990019"))


@pytest.mark.parametrize("nummer", ["999990018", "999990018x"])
async def test_een_bsn_dat_niet_bestaat_wordt_niet_vastgelegd(nummer: str, pad: Path) -> None:
    tekst = await na(pad, ["f6", *nummer, *["down"] * 3, *"1-3-06", "enter", *"2", "f5"])

    assert "Fout: BSN:" in tekst


async def test_elke_handeling_op_een_examenresultaat_is_met_toetsen_te_doen(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *EXAMENSCHERM)

        await druk(pilot, *keuze(0), *"1003", "f5")
        vakken = [vak.vak for vak in examen(pad).vakresultaten]
        assert "1003" == vakken[-1]

        await druk(pilot, *keuze(4), "end", "f6", *"1001", "f5")
        assert (Herkansing(examenregime=2025, tijdvak=2, vakken=("1001",)),) == examen(
            pad
        ).herkansingen

        await druk(pilot, *keuze(6), "f5")
        assert "Er is niets gewijzigd." in schermtekst(app)
        assert EXAMEN.cijferlijsten == examen(pad).cijferlijsten
        await druk(pilot, *keuze(6), "end", "f7", "f5")
        (lijst,) = examen(pad).cijferlijsten
        assert (
            Cijferlijstregel(resultaatvolgnummer="1", diplomavak=True, examendeel="G")
            == lijst.regels[0]
        )
        assert "9" not in [regel.resultaatvolgnummer for regel in lijst.regels]
        await druk(pilot, *keuze(5))
        assert "(eigen regels vervallen)" in schermtekst(app)
        await druk(pilot, "enter")
        assert EXAMEN.cijferlijsten == examen(pad).cijferlijsten

        await druk(pilot, *keuze(9))
        assert examen(pad).certificaten
        await druk(pilot, *keuze(10))
        assert () == examen(pad).certificaten

        await druk(pilot, *keuze(8))
        assert examen(pad).uitslag is None
        await druk(pilot, *keuze(7), *"1-7-25", "f5")
        assert "2025-07-01" == str(examen(pad).uitslag.datum)

        await druk(pilot, *keuze(11))
        assert "  vastgesteld: " in schermtekst(app)
        await druk(pilot, "enter")
        assert not examen(pad).teruggetrokken
        await druk(pilot, *keuze(11), "1", "enter")
        assert examen(pad).teruggetrokken
        assert "Vastgelegd: teruggetrokken. Ctrl+Z maakt dat ongedaan." in schermtekst(app)
        await druk(pilot, "ctrl+z")
        assert not examen(pad).teruggetrokken
        await druk(pilot, *keuze(11), "1", "enter")
        assert "TERUGGETROKKEN · BRIN 01AA" in schermtekst(app)
        await druk(pilot, *keuze(7))
        assert "is teruggetrokken; maak dat eerst ongedaan" in schermtekst(app)
        await druk(pilot, *keuze(12))
        assert not examen(pad).teruggetrokken
        await druk(pilot, *keuze(14))
        assert examen(pad).teruggetrokken

        assert isinstance(app.screen, ExamenresultaatScherm)
        assert (
            "Ongedaan gemaakt bij 100001 Duinen, Fenna van: niet meer teruggetrokken."
            in schermtekst(app)
        )

    with Register.open(pad, alleen_lezen=True) as register:
        historie = register.historie(Examenresultaat, sleutel_van(EXAMEN))
    assert {"an"} == {stand.geboekt.door for stand in historie[1:]}
    assert "herkansing in tijdvak 2 toegevoegd" in [stand.geboekt.reden for stand in historie]


async def test_een_resultaat_is_te_wijzigen_en_te_verwijderen_waar_men_het_ziet(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *EXAMENSCHERM, "f4", "down", "down")
        assert "wiskunde A" in schermtekst(app)

        await druk(pilot, *keuze(0), "end", "up", "up", "f6", "3", "enter", *"60", "f5")
        wiskunde = examen(pad).vakresultaten[2]
        assert [1, 3] == [ce.tijdvak for ce in wiskunde.ce]

        await druk(pilot, *keuze(1), "1", "enter")
        over = examen(pad)
        assert "3" not in [vak.resultaatvolgnummer for vak in over.vakresultaten]
        assert "3" not in [r.resultaatvolgnummer for r in over.cijferlijsten[0].regels]
        assert "vakresultaat 3 verwijderd. Ctrl+Z maakt dat ongedaan." in schermtekst(app)
        await druk(pilot, "ctrl+z")
        assert wiskunde == examen(pad).vakresultaten[2]


async def test_bij_een_bevinding_is_haar_resultaat_te_wijzigen(pad: Path) -> None:
    eerste, *rest = EXAMEN.vakresultaten
    herboek(pad, vakresultaten=(evolve(eerste, examenregime=None), *rest))
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *EXAMENSCHERM, "end")
        while "Examenregime niet gevuld" not in app.screen.onder.rij.cellen[0]:
            await druk(pilot, "up")
        await druk(pilot, *keuze(0))

        assert "› Nederlands wijzigen" in schermtekst(app)


async def test_wie_geen_uitslag_heeft_is_zonder_vraag_terug_te_trekken(pad: Path) -> None:
    herboek(pad, uitslag=None)
    await na(pad, [*EXAMENSCHERM, *keuze(11)])

    assert examen(pad).teruggetrokken


async def _wijzigt_intussen(pad: Path, door: str, uur: int, **anders: Any) -> None:
    """Somebody else books the person of the dossier with other values."""
    persoon = actueel(pad, Persoon, Sleutel("999990019"))
    with Register.open(pad) as register:
        op = BOEKING["op"].replace(hour=uur)
        register.boek(evolve(persoon, **anders), **{**BOEKING, "door": door, "op": op})


async def test_wie_later_vastlegt_houdt_wat_hij_typte_en_hoort_wie_hem_voor_was(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *DOSSIER, *keuze(3), *"Z1", "down", *"1-3-05")
        await _wijzigt_intussen(pad, "m.smit", 11, studentnummer="Y2", voornamen="Fen")
        await _wijzigt_intussen(pad, "bo", 12, geslacht="1")
        await druk(pilot, "f5")
        tekst = schermtekst(app)
        gezegd = " ".join(tekst.split())

        assert goud("formulier_conflict", tekst) == tekst
        assert isinstance(app.screen, FormulierScherm)
        assert "door m.smit op 01-07-2025 11:00 (studentnummer, voornamen)" in gezegd
        assert "bo op 01-07-2025 12:00 (geslacht)" in gezegd
        assert "studentnummer (u: Z1, nu: Y2)" in gezegd
        assert "Y2" == actueel(pad, Persoon, Sleutel("999990019")).studentnummer

        await druk(pilot, "f1")
        assert "intussen: gewijzigd; nu Y2" in schermtekst(app)
        await druk(pilot, "f3", "f5")
        assert "Vastgelegd: student gewijzigd." in schermtekst(app)

    assert evolve(
        PERSONEN[0], studentnummer="Z1", geboortedatum="2005-03-01", voornamen="Fen", geslacht="1"
    ) == actueel(pad, Persoon, Sleutel("999990019"))


async def test_een_wijziging_is_op_elk_scherm_van_een_stand_ongedaan_te_maken(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *DOSSIER, *keuze(3), *"Z1", "f5")
        for erheen in ([], ["home", "enter"]):  # the dossier, and all of the student
            await druk(pilot, *erheen, "ctrl+z")
            assert "Ongedaan gemaakt bij 100001 Duinen, Fenna van: student gewijzigd." in (
                schermtekst(app)
            )
            assert PERSONEN[0] == actueel(pad, Persoon, Sleutel("999990019"))
            await druk(pilot, "ctrl+y")
            assert "Opnieuw gedaan bij" in schermtekst(app)
            assert "Z1" == actueel(pad, Persoon, Sleutel("999990019")).studentnummer


async def test_ook_een_tweede_conflict_laat_staan_wat_er_getypt_is(pad: Path) -> None:
    async with app_op(pad) as (_, pilot):
        await druk(pilot, *DOSSIER, *keuze(3), *"Z1")
        await _wijzigt_intussen(pad, "m.smit", 11, studentnummer="Y2")
        await druk(pilot, "f5")
        await _wijzigt_intussen(pad, "m.smit", 12, geslacht="1")
        await druk(pilot, "f5")
        assert "Y2" == actueel(pad, Persoon, Sleutel("999990019")).studentnummer
        await druk(pilot, "f5")

    assert evolve(PERSONEN[0], studentnummer="Z1", geslacht="1") == actueel(
        pad, Persoon, Sleutel("999990019")
    )


async def test_een_conflict_in_een_examenresultaat_houdt_cijfers_van_beiden(pad: Path) -> None:
    eerste, *vakken = EXAMEN.vakresultaten
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *DOSSIER, *keuze(0), "home", *["down"] * 9, *["enter"] * 7, *"77")
        assert "cijfer SE" in schermtekst(app)
        with Register.open(pad) as register:
            op = BOEKING["op"].replace(hour=11)
            er = evolve(
                EXAMEN,
                vakresultaten=(evolve(eerste, cijfer_se=72), *vakken),
                aangeleverd_op=op,
            )
            register.boek(er, **{**BOEKING, "door": "m.smit", "op": op})
        await druk(pilot, "f5")
        assert "m.smit op 01-07-2025 11:00 (vakresultaten 1 (1001 HAVO): cijfer SE)" in " ".join(
            schermtekst(app).split()
        )
        await druk(pilot, "f5")

    assert [72, 77, *(vak.cijfer_se for vak in vakken[1:])] == [
        vak.cijfer_se for vak in examen(pad).vakresultaten
    ]


async def test_wat_intussen_weg_is_zegt_dat_en_laat_staan_wat_er_getypt_is(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *DOSSIER, *keuze(3), *"Z1")
        with Register.open(pad) as register:
            register.verwijder(
                Persoon, Sleutel("999990019"), **{**BOEKING, "op": BOEKING["op"].replace(hour=11)}
            )
        await druk(pilot, "f5")
        tekst = schermtekst(app)

    assert "student staat niet meer in het register" in tekst
    assert "Z1" in tekst


async def test_een_bsn_geven_houdt_het_dossier_open_en_is_ongedaan_te_maken(pad: Path) -> None:
    met_inschrijving = evolve(
        INSCHRIJVING, burgerservicenummer=None, onderwijsnummer=PERSONEN[1].onderwijsnummer
    )
    with Register.open(pad) as register:
        register.boek(met_inschrijving, **BOEKING)
    async with app_op(pad) as (app, pilot):
        await druk(pilot, "down", "enter", *keuze(3), *"999990019", "f5")
        assert "Fout: BSN: is al van 100001 Duinen, Fenna van" in schermtekst(app)

        await druk(pilot, *"999990020", "f5")
        tekst = schermtekst(app)
        assert isinstance(app.screen, DossierScherm)
        assert "Vastgelegd: heridentificatie." in tekst
        assert "BSN 999990020" in tekst
        assert "INS1" in tekst

        await druk(pilot, *["down"] * 2, "f5")
        standen = [regel.split()[3:5] for regel in schermtekst(app).splitlines()[2:4]]
        assert [["an", "heridentificatie"], [BOEKING["door"], BOEKING["reden"]]] == standen
        await druk(pilot, "down", "up", "enter")
        assert "999990020" in schermtekst(app)

        await druk(pilot, "f3", "f3", "enter", *keuze(2))
        assert "Ongedaan gemaakt bij 100002 Duinstra, Joris: heridentificatie." in schermtekst(app)
        assert "999990020" not in schermtekst(app)
        await druk(pilot, "f3")
        assert "onderwijsnummer 100000009" in schermtekst(app)
        await druk(pilot, "w")
        assert "Heridentificatie" in schermtekst(app)

    assert PERSONEN[1] == actueel(pad, Persoon, Sleutel("100000009"))
    assert met_inschrijving == actueel(pad, Inschrijving, sleutel_van(met_inschrijving))
    assert actueel(pad, Persoon, Sleutel("999990020")) is None


async def test_wie_een_bsn_heeft_krijgt_er_geen_ander(pad: Path) -> None:
    assert "Heridentificatie" not in await na(pad, [*DOSSIER, "w"])


@pytest.mark.parametrize("toets", ["f2", "f3", "f10"])
@pytest.mark.parametrize(
    "erboven",
    [[], ["f1"], ["f4"], ["f9"], ["f1", "f9", "enter"], ["f12", "f1"]],
    ids=["", "hulp", "lijst", "menu", "hulp, menu, vakken", "opdrachten"],
)
async def test_wat_getypt_is_gaat_pas_weg_als_men_het_twee_keer_zegt(
    erboven: list[str], toets: str, pad: Path
) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, "f6", *"999990020", "down", "down", "down", "down", *erboven)
        for _ in erboven if toets == "f3" else ():
            await druk(pilot, "f3")  # goes back to the form, and asks nothing
        assert "Nog niet vastgelegd" not in schermtekst(app)
        await druk(pilot, toets)

        assert isinstance(app.screen, FormulierScherm)
        assert f"Nog niet vastgelegd: F5 legt vast; nog eens {toets.upper()} gooit" in schermtekst(
            app
        )

        await druk(pilot, "enter", toets)

        assert isinstance(app.screen, FormulierScherm)

        await druk(pilot, toets)

        assert toets == "f10" or not isinstance(app.screen, FormulierScherm)
    assert app._exit or toets != "f10"


@pytest.mark.parametrize("anders", ["f2", "f10"])
async def test_alleen_dezelfde_daad_bevestigt_dat_wat_getypt_is_weg_mag(
    anders: str, pad: Path
) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, "f6", *"999990020", "f3", anders)
        assert isinstance(app.screen, FormulierScherm)
        assert f"nog eens {anders.upper()} gooit" in schermtekst(app)

        await druk(pilot, "f3", "f9", "f3")
        assert "Nog niet vastgelegd" not in schermtekst(app)
        await druk(pilot, "f3")
        assert isinstance(app.screen, FormulierScherm)

    assert not app._exit


async def test_elk_formulier_onder_elkaar_wordt_gevraagd(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, "f6", *"999990020", "f12", *"student", "space", *"100001", "enter")
        await druk(pilot, *keuze(3), *"Z1", "f2")
        assert "student 100001 › student" in schermtekst(app)
        await druk(pilot, "f2")
        assert schermtekst(app).startswith("start › nieuwe student\n")
        assert "nog eens F2 gooit" in schermtekst(app)
        await druk(pilot, "f2")

        assert isinstance(app.screen, StartScherm)


async def test_de_spatiebalk_maakt_geen_veld_leeg(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *DOSSIER, *keuze(3), "space", "down", "space", "down", "space")
        tekst = schermtekst(app)
        assert all(een in tekst for een in ("100001", "00-03-2006", "vrouw"))
        assert "geslacht" in tekst.splitlines()[-2]
        await druk(pilot, "f3")

        assert isinstance(app.screen, DossierScherm)


async def test_wat_na_de_waarschuwing_is_geplakt_gaat_niet_zomaar_weg(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, "f6", *"999990020", "f3")
        app.screen.post_message(events.Paste("1"))
        await rustig(pilot)
        await druk(pilot, "f3")

        assert isinstance(app.screen, FormulierScherm)


@pytest.mark.parametrize(
    ("antwoord", "weg"),
    [
        (["3", "enter"], True),
        (["4", "backspace", "3", "enter"], True),
        (["enter"], False),
        (["2", "enter"], False),
        (["j"], False),
        (["f3"], False),
        (["f10"], False),
        (["3", "escape"], False),
    ],
    ids=str,
)
async def test_alleen_het_aantal_verwijdert(antwoord: list[str], weg: bool, pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *DOSSIER, "w", "end", "enter", *antwoord)

        assert isinstance(app.screen, StartScherm if weg else DossierScherm)
        assert ("student verwijderd" if weg else "Er is niets gewijzigd.") in schermtekst(app)

    for klasse, sleutel in (
        (Persoon, Sleutel("999990019")),
        (Inschrijving, sleutel_van(INSCHRIJVING)),
        (Examenresultaat, sleutel_van(EXAMEN)),
    ):
        assert weg == (actueel(pad, klasse, sleutel) is None)


async def test_verwijderen_van_een_student_is_een_stap_die_ongedaan_te_maken_is(
    pad: Path,
) -> None:
    await na(pad, [*DOSSIER, "w", "end", "enter", "3", "enter"])
    with Register.open(pad) as register:
        handelingen = register.handelingen((Persoon, Inschrijving, Examenresultaat))
        (stap,) = handelingen.ongedaan_te_maken("an")
        handelingen.maak_ongedaan(stap.nummer, door="an", op=BOEKING["op"].replace(hour=12))

    assert PERSONEN[0] == actueel(pad, Persoon, Sleutel("999990019"))


async def test_een_inschrijving_verwijderen_laat_de_rest_staan(pad: Path) -> None:
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *DOSSIER, "up", "up", "enter", *keuze(1), "1", "enter")

        assert isinstance(app.screen, DossierScherm)

    assert actueel(pad, Inschrijving, sleutel_van(INSCHRIJVING)) is None
    assert EXAMEN == examen(pad)


@pytest.mark.parametrize("actie", [a.naam for a in ACTIES if a.bereik is Bereik.FORMULIER])
async def test_elke_actie_van_een_formulier_is_ook_te_typen(pad: Path, actie: str) -> None:
    weg = ["f6", *"123"]
    (toets,) = (a.toetsen[0] for a in ACTIES if (a.bereik, a.naam) == (Bereik.FORMULIER, actie))
    getypt = ["space" if teken == "_" else teken for teken in actie]

    assert await na(pad, [*weg, toets]) == await na(pad, [*weg, "f12", *getypt, "enter"])


async def test_de_opleiding_van_inschrijving_en_niveau_staat_vooraan(pad: Path) -> None:
    herboek(pad, cijferlijsten=())
    tekst = await na(pad, [*EXAMENSCHERM, *keuze(5)])
    codes = [regel[:4] for regel in tekst.splitlines()[4:] if regel[:2] == "53"]

    assert "5372" == codes[0]
    assert set(codes[:6]) < {code for code, een in opleidingen().items() if een.bestaat_in(2025)}


async def test_zonder_cijferlijst_is_er_geen_te_wijzigen(pad: Path) -> None:
    herboek(pad, cijferlijsten=())

    assert "er is nog geen cijferlijst" in await na(pad, [*EXAMENSCHERM, *keuze(6)])


async def test_een_cijferlijst_van_voor_de_cijfers_houdt_niemand_tegen(pad: Path) -> None:
    """Lines booked when nothing counted: it is said, and opmaken mends it."""
    regels = tuple(Cijferlijstregel(resultaatvolgnummer=str(nr)) for nr in range(1, 9))
    lijst = Cijferlijst(opleiding="5372", regels=regels)
    herboek(pad, uitslag=None, cijferlijsten=(lijst,))
    async with app_op(pad) as (app, pilot):
        await druk(pilot, *EXAMENSCHERM)

        assert "Deze lijst telt 0 van 9 resultaten mee; een voorstel telt er 9: afgewezen." in (
            schermtekst(app)
        )

        await druk(pilot, *keuze(5), "enter")

        assert "AFGEWEZEN" in schermtekst(app)
        assert "Deze lijst telt" not in schermtekst(app)
    assert (Cijferlijst(opleiding="5372"),) == examen(pad).cijferlijsten


async def test_niets_wijzigen_boekt_niets(pad: Path) -> None:
    tekst = await na(pad, [*DOSSIER, *keuze(3), "f5"])

    assert "Er is niets gewijzigd." in tekst
    with Register.open(pad, alleen_lezen=True) as register:
        assert 1 == len(register.historie(Persoon, Sleutel("999990019")))


async def test_plakken_komt_in_het_veld(pad: Path) -> None:
    from textual import events

    async with app_op(pad) as (app, pilot):
        await druk(pilot, "f6")
        app.post_message(events.Paste(" 999990020\nnog een regel"))
        await rustig(pilot)

        assert "999990020│" in schermtekst(app)
