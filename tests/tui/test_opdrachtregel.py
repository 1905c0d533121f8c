"""Typing commands: every action and every place, on every screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from register.signaal import catalogus
from tests.tui.schermtekst import druk, rustig, schermtekst
from tests.tui.voorbeeld import VoorbeeldInzage
from tui.acties import ACTIES, Actie, Bereik
from tui.app import VavoApp
from tui.schermen.basis import Scherm
from tui.schermen.opdrachtregel import ingangen
from tui.toetsenbord import GEWOON
from tui.voorkeuren import Voorkeuren
from tui.wegwijzer import Ingang, Wegwijzer

EXAMEN = ["enter", "enter"]
WEGEN = {
    Bereik.OVERAL: EXAMEN,
    Bereik.LIJST: [*EXAMEN, "down"],
    Bereik.KEUZE: ["enter"],
    Bereik.ZOEKEN: [*"dui"],
    Bereik.STUDENTEN: [],
    Bereik.TWEELUIK: [*EXAMEN, "down"],
    Bereik.STAND: EXAMEN,
    Bereik.EXAMEN: EXAMEN,
    Bereik.CIJFERLIJST: [*EXAMEN, "enter"],
    Bereik.HISTORIE: [*EXAMEN, "f5"],
    Bereik.MELDINGEN: ["f9", "end", "enter", "enter"],
    Bereik.INVOER: ["f9", "enter", "enter", *"75"],
    Bereik.VAKKEN: ["f9", "enter"],
    Bereik.GROEP: ["f9", "down", "enter", "f5"],
    Bereik.VOORSTEL: ["f9", "down", "enter", "f5", "f6", "enter", "enter", "down", "down"],
}
"""The keys to a place where the actions of a bereik work."""


async def na(weg: list[str], toetsen: list[str] | None = None) -> tuple[str, str]:
    """What shows after some keys, or that the app has ended."""
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *weg)
        await druk(pilot, *(toetsen or ()))
        return type(app.screen).__name__, schermtekst(app) if app.is_running else "gestopt"


def getypt(tekst: str) -> list[str]:
    return ["space" if teken == " " else teken for teken in tekst]


VAN_DE_TABEL = [actie for actie in ACTIES if actie.bereik in WEGEN]
"""All but those of a form and of a job, which a real register is needed for."""


@pytest.mark.parametrize("actie", VAN_DE_TABEL, ids=[actie.sleutel for actie in VAN_DE_TABEL])
async def test_elke_actie_gaat_met_haar_toets_en_getypt(actie: Actie) -> None:
    weg = WEGEN[actie.bereik]
    toets = await na(weg, [*actie.toetsen[:1]])
    if actie.naam == "opdracht":
        assert toets == await na(weg, ["colon"])
        return

    assert toets == await na(weg, ["f12", *getypt(actie.naam.replace("_", " ")), "enter"])
    assert toets != await na(weg) or actie.naam == "opnieuw"


async def test_alles_op_een_scherm_heeft_een_eigen_naam_en_is_te_typen() -> None:
    for weg in WEGEN.values():
        app = VavoApp(VoorbeeldInzage)
        async with app.run_test(size=(80, 24)) as pilot:
            await rustig(pilot)
            await druk(pilot, *weg)
            assert isinstance(app.screen, Scherm)
            alles = ingangen(app.screen)
            acties = {actie.naam for actie in GEWOON.van(app.screen.BEREIKEN)} - {"opdracht"}

        assert set() == {naam.replace("_", " ") for naam in acties} - {een.naam for een in alles}
        for een in alles:
            wegwijzer = Wegwijzer(alles)
            wegwijzer.zet(een.naam)

            assert een == wegwijzer.gekozen


@pytest.mark.parametrize(
    ("tekst", "gezien"),
    [
        ("student 100001", "start › student 100001"),
        ("student fenna", "start › student 100001"),
        ("student duin", "“duin” past op 2 studenten; typ het nummer of meer van de naam."),
        ("student xyz", "Geen student gevonden met “xyz”."),
        ("student", "Typ na student: NUMMER of NAAM"),
        ("vak eng", "Zoek vak (jaar, niveau, code of naam): eng"),
        ("signaal cijfer se ontbreekt", "Cijfer schoolexamen is onterecht leeg."),
        (
            "signaal cijfer se ontbrekt",
            "Onbekend signaal “cijfer se ontbrekt”; bedoelt u Cijfer SE",
        ),
        ("berichten", "start › berichten"),
        ("bevindingen", "start › bevindingen"),
        ("cijfers", "start › cijfers"),
        ("berihcten", "“berihcten” kan hier niet; bedoelt u berichten"),
    ],
)
async def test_een_plek_is_te_typen(tekst: str, gezien: str) -> None:
    _, scherm = await na(["colon", *getypt(tekst), "enter"])

    assert gezien in scherm


@pytest.mark.parametrize(
    ("toetsen", "gezien"),
    [
        ([*getypt("vak ned"), "tab"], ":vak Nederlands  → vak"),
        ([*getypt("vak "), "tab", "tab"], ":vak Nederlands  → vak"),
        ([*getypt("signaal onj eindc"), "tab", "tab"], ":signaal Eindcijfer onjuist gevuld"),
        ([*getypt("vak xyz"), "tab"], "Er is geen vak met “xyz”."),
        ([*getypt("hist"), "ctrl+u", *getypt("vak")], ":vak  → vak"),
        (getypt("nodig"), "→ details (F8)"),
        (["f1"], "student NUMMER of NAAM           Opent het dossier van een student."),
        ([*getypt("vak"), "f1"], "start › student 100001 › examenresultaat ER1 › opdrachten"),
    ],
)
async def test_een_opdracht_is_aan_te_vullen_te_wissen_en_uit_te_leggen(
    toetsen: list[str], gezien: str
) -> None:
    _, scherm = await na([*EXAMEN, "colon", *toetsen])

    assert gezien in scherm


async def test_een_onbekend_signaal_noemt_de_namen_die_lijken_voluit() -> None:
    _, scherm = await na(["colon", *getypt("signaal eindcijfer"), "enter"])
    gezegd = " ".join(scherm.split())
    lijkend = catalogus("vavo").lijkt_op("eindcijfer")

    assert f"bedoelt u {', of '.join(lijkend)}?" in gezegd


async def test_na_de_uitleg_staat_wat_getypt_is_er_nog() -> None:
    _, scherm = await na(["colon", *"vak", "f1", "f3", *getypt(" eng")])
    _, erover = await na(["colon", *"vak", "f1", "colon", *"berichten", "enter", "f3", "f3"])
    weg = await na(["colon", *"vak", "f1", "f2"])

    assert ":vak eng  → vak" in scherm
    assert ":" not in erover.splitlines()[-1]
    assert await na([]) == weg


@pytest.mark.parametrize("toets", ["f3", "escape", "backspace", "f12"])
async def test_sluiten_laat_het_scherm_zoals_het_was(toets: str) -> None:
    for weg in (EXAMEN, ["f9", "enter", "enter"]):
        assert await na(weg) == await na([*weg, "colon", toets])


async def test_een_toets_doet_niets_op_het_scherm_terwijl_een_opdracht_wordt_getypt() -> None:
    open_ = await na([*EXAMEN, "f12"])

    assert open_ == await na([*EXAMEN, "f12", "f5", "f9", "f10", "home"])


async def test_de_dubbelepunt_hoort_bij_wat_al_is_getypt() -> None:
    _, scherm = await na([*"dui", "colon"])

    assert "Zoek student (nummer, naam of BSN): dui:" in scherm


async def test_plakken_gaat_naar_de_opdracht() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "colon", *getypt("student "))
        app.post_message(events.Paste("100001\nmeer"))
        await rustig(pilot)

        assert ":student 100001  → student" in schermtekst(app)


async def test_eigen_toetsen_doen_het_en_de_oude_niet_meer() -> None:
    eigen = Voorkeuren(GEWOON.met({"stand.historie": ("h",), "tweeluik.plaats": ("f5",)}))
    app = VavoApp(VoorbeeldInzage, eigen)
    async with app.run_test(size=(120, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *EXAMEN, "end", "f5")

        assert " H historie " in schermtekst(app)
        assert "examenresultaat ER1 ›" not in schermtekst(app)

        await druk(pilot, "h")

        assert "examenresultaat ER1 › historie" in schermtekst(app)


async def _niets(rest: str) -> None:
    del rest


NAMEN = ["stoppen", "student", "te doen", "details", "doe iets"]
INGANGEN = [
    Ingang(naam=naam, uitleg="", doe=_niets, vraagt="NAAM" if naam == "student" else "")
    for naam in NAMEN
]


@given(st.lists(st.sampled_from(["tab", "neer", "op", "wis", *"student do"])))
def test_wat_gekozen_is_kan_altijd(toetsen: list[str]) -> None:
    wegwijzer = Wegwijzer(INGANGEN)
    for toets in toetsen:
        if toets == "tab":
            wegwijzer.vul_aan()
        elif toets in ("neer", "op"):
            wegwijzer.verschuif(1 if toets == "neer" else -1)
        else:
            wegwijzer.zet(wegwijzer.getypt[:-1] if toets == "wis" else wegwijzer.getypt + toets)

        assert (wegwijzer.gekozen is None) == (wegwijzer.mogelijk == [])
        assert wegwijzer.gekozen is None or wegwijzer.gekozen in wegwijzer.mogelijk


@given(st.sampled_from(INGANGEN), st.integers(1, 7))
def test_wie_een_naam_begint_kan_hem_met_tab_afmaken(ingang: Ingang, lengte: int) -> None:
    wegwijzer = Wegwijzer(INGANGEN)
    wegwijzer.zet(ingang.naam[:lengte])
    gezien = set()
    for _ in INGANGEN:
        wegwijzer.vul_aan()
        gezien.add(wegwijzer.getypt.strip())

    assert ingang.naam in gezien
