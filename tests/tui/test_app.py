"""What keys do in the app."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual import events

from examen.model import Examenresultaat
from examen.uitkomst import Uitkomst
from register.opslag import Register
from tests.tui.klas import maak_klas, sleutel
from tests.tui.schermtekst import druk, rustig, schermtekst
from tests.tui.voorbeeld import PERSONEN, VoorbeeldInzage
from tui.acties import ACTIES, Actie, Bereik
from tui.app import VavoApp
from tui.invoer.bladen import Plaats, Resultaatplaats
from tui.onderdelen.rooster import Rooster
from tui.registerinzage import RegisterInzage
from tui.schermen.basis import Scherm
from tui.schermen.berichten import MeldingenScherm
from tui.schermen.cijferlijst import CijferlijstScherm
from tui.schermen.dossier import DossierScherm
from tui.schermen.examenresultaat import ExamenresultaatScherm
from tui.schermen.formulier import FormulierScherm
from tui.schermen.groep import GroepScherm
from tui.schermen.groepsvoorstel import GroepsvoorstelScherm
from tui.schermen.historie import HistorieScherm
from tui.schermen.invoer import InvoerScherm
from tui.schermen.start import StartScherm
from tui.schermen.taken import TaakScherm
from tui.schermen.tweeluik import Tweeluik
from tui.schermen.vakken import VakkenScherm
from tui.toetsenbord import GEWOON
from tui.voorkeuren import Voorkeuren
from tui.weergave.examenresultaat import Inzicht
from tui.weergave.tabel import Kolom, Rij
from tui.werk.bijhouden import Bijhouder, Celwijziging

KLASSEN = {
    Bereik.OVERAL: VavoApp,
    Bereik.LIJST: Rooster,
    Bereik.KEUZE: Rooster,
    Bereik.ZOEKEN: StartScherm,
    Bereik.TWEELUIK: Tweeluik,
    Bereik.STAND: DossierScherm,
    Bereik.HISTORIE: HistorieScherm,
    Bereik.MELDINGEN: MeldingenScherm,
    Bereik.INVOER: InvoerScherm,
    Bereik.EXAMEN: ExamenresultaatScherm,
    Bereik.CIJFERLIJST: CijferlijstScherm,
    Bereik.STUDENTEN: StartScherm,
    Bereik.FORMULIER: FormulierScherm,
    Bereik.GROEP: GroepScherm,
    Bereik.VOORSTEL: GroepsvoorstelScherm,
    Bereik.VAKKEN: VakkenScherm,
    Bereik.TAAK: TaakScherm,
}


@pytest.mark.parametrize("actie", ACTIES, ids=[f"{a.bereik} {a.naam}" for a in ACTIES])
def test_elke_actie_bestaat_op_haar_plek(actie: Actie) -> None:
    assert callable(getattr(KLASSEN[actie.bereik], f"action_{actie.naam}"))


async def test_typen_zoekt_en_backspace_zoekt_ruimer() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *"duinen")

        assert ["Duinen, Fenna van"] == [
            rij.cellen[1] for rij in app.screen.query_one(Rooster).rijen
        ]

        await druk(pilot, "backspace", "backspace")

        assert 2 == len(app.screen.query_one(Rooster).rijen)


@pytest.mark.parametrize("tekst", ["100002", "999990019", "Duinstra"])
async def test_zoeken_kan_op_nummer_naam_en_bsn(tekst: str) -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *tekst)

        assert 1 == len(app.screen.query_one(Rooster).rijen)


async def test_plakken_neemt_de_eerste_regel_zonder_spaties() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        app.post_message(events.Paste("  100002 \nnog een regel"))
        await rustig(pilot)

        assert 1 == len(app.screen.query_one(Rooster).rijen)


async def test_f2_gaat_van_overal_naar_een_lege_zoekregel() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *"fenna", "enter", "enter", "enter", "f2")

        assert isinstance(app.screen, StartScherm)
        assert len(PERSONEN) == len(app.screen.query_one(Rooster).rijen)


@pytest.mark.parametrize("toets", ["f3", "escape"])
async def test_terug_bewaart_waar_men_was(toets: str) -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "d", "u", "down", "enter")
        await druk(pilot, toets)

        assert isinstance(app.screen, StartScherm)
        assert 1 == app.screen.query_one(Rooster).cursor


async def test_ctrl_c_sluit_niet_en_f10_wel() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "ctrl+c")

        assert app.is_running
        assert "F10 sluit het programma." in schermtekst(app)

        await pilot.press("f10")

    assert 0 == app.return_code


async def test_een_fout_van_het_register_staat_op_het_scherm() -> None:
    app = VavoApp(lambda: VoorbeeldInzage(kapot=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)

        tekst = " ".join(schermtekst(app).split())

        assert "Fout: het register is van een nieuwere versie van vavo dan dit programma;" in tekst
        assert "werk het programma bij" in tekst


class _Stuk(VoorbeeldInzage):
    """A register with a fault of the program in it, holding a BSN when it strikes."""

    def uitkomst(self, examenresultaat: Examenresultaat) -> Uitkomst:
        raise KeyError(examenresultaat.burgerservicenummer)


async def _open_examen(app: VavoApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "enter", "enter")


async def test_een_fout_van_het_programma_noemt_geen_gegevens() -> None:
    app = VavoApp(_Stuk)
    with pytest.raises(KeyError):
        await _open_examen(app)

    assert "999990019" not in app.stopreden()
    assert "KeyError" in app.stopreden()


class _Lijst(VavoApp):
    """One list of very many rows."""

    def get_default_screen(self) -> Scherm:
        return _Lijstscherm(self.leesdraad)


class _Lijstscherm(Scherm):
    kruim = "lijst"

    def inhoud(self) -> list[Rooster]:
        return [Rooster([Kolom(kop="nr", breedte=6), Kolom(kop="naam", breedte=10, rekt=True)])]

    async def vul(self) -> None:
        self.query_one(Rooster).toon([Rij((str(nr), f"rij {nr}")) for nr in range(100_000)])


@pytest.mark.parametrize("toets", ["w", "W"])
async def test_een_letter_werkt_ook_als_hoofdletter(toets: str) -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "enter", toets)

        assert "start › student 100001 › wijzig" in schermtekst(app)


async def test_ook_een_eigen_letter_werkt_als_hoofdletter() -> None:
    eigen = GEWOON.met({"stand.wijzigen": ("k",)})
    app = VavoApp(VoorbeeldInzage, Voorkeuren(eigen))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "enter", "K")

        assert "start › student 100001 › wijzig" in schermtekst(app)


@pytest.mark.parametrize(
    ("toetsen", "uitleg"),
    [
        (
            ["enter", "enter", "w", *["down"] * 11],
            "Terugtrekken: De kandidaat doet geen examen meer.",
        ),
        (["enter", "w", "end"], "Student verwijderen: Verwijdert de student met alles wat"),
        (["f9", "down"], "Kandidaten: uitslag vaststellen, berichten, papier afdrukken"),
        (["f9", "down", "enter", "f6"], "Uitslag vaststellen: wat berekend is overnemen"),
    ],
)
async def test_de_hulp_van_een_menu_gaat_over_de_gekozen_regel(
    toetsen: list[str], uitleg: str
) -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *toetsen, "f1")

        assert uitleg in schermtekst(app)


async def test_openstaand_werk_opent_het_blad_van_het_vak_met_wat_leeg_is(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 3)
    with Register.open(register) as open_register:
        bijhouder = Bijhouder(open_register, "an")
        se = Plaats(Resultaatplaats(0, "vakresultaten", "NE"), "cijfer_se", None)
        ce = Plaats(Resultaatplaats(0, "vakresultaten", "NE"), "ce", 1)
        for nummer, waar in ((1, se), (2, se), (3, se), (2, ce)):
            een = Celwijziging(sleutel=sleutel(nummer), plaats=waar, oud=None, nieuw=60)
            bijhouder.leg_vast([een], "SE")
    app = VavoApp(lambda: RegisterInzage.open(register, "an"))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "f9", "down", "down", "down", "enter")
        rooster = app.screen.query_one(Rooster)
        plaats = next(nr for nr, rij in enumerate(rooster.rijen) if "Nederlands" in rij.cellen[0])
        await druk(pilot, "home", *["down"] * plaats, "enter")
        blad = schermtekst(app)

    assert "openstaand werk › Nederlands havo 2025" in blad
    assert ["000001", "000003"] == re.findall(r"^(\d{6})  ", blad, re.MULTILINE)
    assert "Alleen wat leeg is." in blad


async def test_een_lange_lijst_houdt_de_cursor_in_beeld() -> None:
    app = _Lijst(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        for toetsen, regel in (
            (["end"], "rij 99999"),
            (["pageup"], "rij 99979"),
            (["home"], "rij 0"),
            (["down"] * 21, "rij 21"),
            (["up"] * 9, "rij 12"),
        ):
            await druk(pilot, *toetsen)
            gevonden = app.screen.query_one(Rooster).rij

            assert gevonden is not None
            assert regel == gevonden.cellen[1]
            assert f" {regel}\n" in schermtekst(app)


async def test_een_lijst_die_groeit_tekent_alleen_wat_anders_is_en_bladert_tot_het_einde() -> None:
    app = _Lijst(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        rooster = app.screen.query_one(Rooster)
        rooster.toon([Rij((str(nr), f"rij {nr}")) for nr in range(3)])
        await rustig(pilot)
        rooster.vul_aan([Rij((str(nr), f"rij {nr}")) for nr in range(200)])
        await rustig(pilot)

        assert " 20/200\n" in schermtekst(app)
        assert " rij 19\n" in schermtekst(app)

        await druk(pilot, "end")

        assert " rij 199\n" in schermtekst(app)


class _Onthoudt(VoorbeeldInzage):
    """Remembers of which marks was asked what they would do."""

    def __init__(self) -> None:
        super().__init__()
        self.gevraagd: list[list[int | None]] = []

    def inzichten(self, *versies: Examenresultaat) -> list[Inzicht]:
        self.gevraagd.append([er.vakresultaten[0].cijfer_se for er in versies])
        return super().inzichten(*versies)


async def test_een_eerste_cijfer_kijkt_vooruit_naar_wat_het_kan_worden() -> None:
    inzage = _Onthoudt()
    app = VavoApp(lambda: inzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "f9", "enter", "enter")
        was = inzage.gevraagd[-1]
        await druk(pilot, "7")
        assert [*was, *range(70, 80)] == inzage.gevraagd[-1]

        await druk(pilot, "5")

        assert [*was, 75] in inzage.gevraagd
        await druk(pilot, "up", "ctrl+t", "8")
        assert 10 > len(inzage.gevraagd[-1])  # nothing is asked ahead of a mark that is tried out


async def test_wie_gekozen_is_blijft_dat_na_het_menu() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "f9", "down", "enter", "f5")
        gekozen = schermtekst(app).splitlines()[2]
        await druk(pilot, "f2", "f9", "down", "enter")

        assert gekozen == schermtekst(app).splitlines()[2]
        assert not gekozen.startswith("0 gekozen")

        await druk(pilot, "f5", "f3", "enter")

        assert schermtekst(app).splitlines()[2].startswith("0 gekozen")


BLAD = ["f9", "enter", "enter"]


@pytest.mark.parametrize("anders", [0, 1], ids=["zelf gewijzigd", "ook door een ander"])
@pytest.mark.parametrize(
    ("voor", "na", "staat"),
    [
        (["f4", *"75", "enter"], [], "nagezien 1 · afwijking 1"),
        (["f4", *"75", "enter", "up"], [*"62"], "getypt 6,2 · staat 7,5"),
        (["right", *"62", "up", "f5", *"60 1,0", "enter"], [*"45"], "score 45: cijfer CE 7,8"),
        ([*"75", "up", "ctrl+t", *"77"], [], "7,7~"),
        ([*"75", "up", "7"], [], "7_"),
    ],
    ids=["nazien", "verder nazien", "scores", "proef", "half getypt"],
)
async def test_een_blad_is_na_een_ander_scherm_zoals_het_was(
    voor: list[str], na: list[str], staat: str, anders: int
) -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(120, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *BLAD, *voor, "f1")
        app.leesdraad.versie += anders
        await druk(pilot, "f3", *na)

        assert staat in schermtekst(app)


async def test_geplakt_op_een_gewijzigd_blad_staat_er_meteen() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *BLAD, *"75", "up")
        app.post_message(events.Paste("6,1"))
        await druk(pilot, "enter")

        assert "Fenna van                 6,1" in schermtekst(app)


async def test_een_nazien_dat_niet_klaar_is_laat_zich_een_keer_niet_verlaten() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *BLAD, "f4", *"64", "f3")
        assert "Het nazien is nog niet klaar: nog 2 te gaan; nog eens F3" in schermtekst(app)

        await druk(pilot, "f3")

        assert isinstance(app.screen, VakkenScherm)


async def test_een_nazien_onder_de_hulp_wordt_ook_gevraagd() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *BLAD, "f4", *"64", "f1", "f2")
        assert "Het nazien is nog niet klaar: nog 2 te gaan; nog eens F2" in schermtekst(app)

        await druk(pilot, "f2")

        assert isinstance(app.screen, StartScherm)


async def test_de_hele_uitslag_tijdens_een_proef_is_die_van_de_proef() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *BLAD, "ctrl+t", *"95", "up", "f8")

        assert "uitslag van de proef" in schermtekst(app)
        assert "PROEF: niets hiervan is vastgelegd." in schermtekst(app)


async def test_een_half_getypt_cijfer_wordt_niet_vastgelegd_door_weg_te_gaan() -> None:
    inzage = VoorbeeldInzage()
    app = VavoApp(lambda: inzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *BLAD, "8", "escape")
        assert "“8” was niet af en is niet vastgelegd." in schermtekst(app)
        assert "Fenna van                 6,4" in schermtekst(app)

        await druk(pilot, "escape")

        assert isinstance(app.screen, VakkenScherm)


async def test_de_hulp_verklapt_bij_nazien_niet_wat_er_staat() -> None:
    app = VavoApp(VoorbeeldInzage)
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, *BLAD, "f1")
        zonder = schermtekst(app)
        await druk(pilot, "f3", "f4", "f1")

        assert "6,4" in zonder
        assert "6,4" not in schermtekst(app)


async def test_de_hele_uitslag_is_van_wie_eronder_staat(tmp_path: Path) -> None:
    register = maak_klas(tmp_path / "r.db", 3)
    app = VavoApp(lambda: RegisterInzage.open(register, "an"))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "f9", "enter", *"1001", "enter", *"75")
        assert "000001 Proefpersoon 00001 · " in schermtekst(app)

        await druk(pilot, "f8")

        assert "examenresultaat ER1" in schermtekst(app)
