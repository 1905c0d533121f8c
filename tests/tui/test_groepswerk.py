"""Acts on groups in a real register: shown before, booked as one step, undone as one step."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import evolve

from examen.model import Examenresultaat
from examen.schooluitkomst import Schooluitkomst
from register.fouten import ConflictFout
from register.opslag import Register
from register.referentie.opslag import Referentieopslag
from tests.tui.klas import BOEKING, maak_klas, sleutel
from tests.tui.schermtekst import RUST, druk, rustig, schermtekst
from tui.app import VavoApp
from tui.groep.regel import Groepsregel, Groepsvoorstel, Telling, tel
from tui.invoer.bladen import Plaats, Resultaatplaats
from tui.klok import nu
from tui.registerinzage import RegisterInzage
from tui.werk.bijhouden import Bijhouder, Celwijziging
from tui.werk.groepswerk import Groepswerk

AANTAL = 4
DATUM = date(2025, 6, 12)


def vul_cijfers(register: Register, nummer: int) -> None:
    """Give a candidate the marks that everybody still waits for."""
    wijzig(register, nummer, None, 64, "cijfer_se", None)
    wijzig(register, nummer, None, 68, "ce", 1)


def wijzig(
    register: Register, nummer: int, oud: int | None, nieuw: int, veld: str, tijdvak: int | None
) -> None:
    waar = Plaats(Resultaatplaats(0, "vakresultaten", "NE"), veld, tijdvak)
    een = Celwijziging(sleutel=sleutel(nummer), plaats=waar, oud=oud, nieuw=nieuw)
    Bijhouder(register, "klas").leg_vast([een], "cijfer")


@pytest.fixture(scope="module")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a register in which only the last candidate still waits for marks."""
    pad = maak_klas(tmp_path_factory.mktemp("klas") / "r.db", AANTAL)
    with Register.open(pad) as register:
        for nummer in range(1, AANTAL):
            vul_cijfers(register, nummer)
    return pad


@pytest.fixture
def pad(voorbeeld: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(voorbeeld, tmp_path / "r.db"))


@pytest.fixture
def register(pad: Path) -> Iterator[Register]:
    with Register.open(pad) as open_register:
        yield open_register


@pytest.fixture
def werk(register: Register, pad: Path) -> Iterator[Groepswerk]:
    with Referentieopslag.open(pad) as opslag:
        yield Groepswerk(pad, register, opslag, Bijhouder(register, "an"))


def uitslagen(register: Register) -> list[str | None]:
    gevonden = register.actuelen(Examenresultaat, [sleutel(n) for n in range(1, AANTAL + 1)])
    return [er.uitslag and er.uitslag.uitslag for _, er in gevonden]


def alle(stapels: Iterable[list[Groepsvoorstel]]) -> list[Groepsvoorstel]:
    return [een for stapel in stapels for een in stapel]


def kort(regel: Groepsregel) -> tuple[str, str, str, int]:
    return regel.student, regel.geleverd, regel.berekend, regel.open


def test_de_lijst_heeft_iedereen_met_uitslag_en_open_cijfers(werk: Groepswerk) -> None:
    assert [
        ("000001", "", "G", 0),
        ("000002", "", "G", 0),
        ("000003", "", "G", 0),
        ("000004", "", "D", 2),
    ] == [kort(regel) for regel in werk.regels()]


def test_de_lijst_wordt_alleen_opnieuw_gelezen_als_er_iets_is_geboekt(
    werk: Groepswerk, register: Register
) -> None:
    eerst = werk.regels()
    assert eerst is werk.regels()

    vul_cijfers(register, AANTAL)

    assert [("000004", "", "G", 0)] == [kort(regel) for regel in werk.regels()[-1:]]


def test_een_voorstel_zegt_wat_er_verandert_en_wie_niet_kan(werk: Groepswerk) -> None:
    goed, _, _, niet = alle(werk.uitslagen(werk.regels(), DATUM))

    assert ("", "G") == (goed.voor.uitslag, goed.na.uitslag)
    assert "Nederlands" == goed.vakken["NE"]
    assert goed.na.eindcijfers["NE"] == 7
    assert "nog 2 cijfers in te voeren" in niet.bezwaren
    assert "Cijfer SE ontbreekt" in niet.bezwaren


def test_wie_is_teruggetrokken_krijgt_geen_uitslag(werk: Groepswerk, register: Register) -> None:
    ((stand, er),) = register.actuelen(Examenresultaat, [sleutel(1)])
    Bijhouder(register, "an").doe([(evolve(er, teruggetrokken=True), stand)], [], "teruggetrokken")
    regel = werk.regels()[0]
    (voorstel,) = alle(werk.uitslagen([regel], DATUM))

    assert regel.teruggetrokken
    assert ("de kandidaat is teruggetrokken",) == voorstel.bezwaren


def test_vaststellen_is_een_stap_en_in_een_stap_ongedaan(
    werk: Groepswerk, register: Register
) -> None:
    eerst = [er for _, er in register.actuelen(Examenresultaat, [sleutel(1)])]
    geboekt = werk.boek(alle(werk.uitslagen(werk.regels(), DATUM)), "uitslag vastgesteld")

    assert 3 == geboekt
    assert ["G", "G", "G", None] == uitslagen(register)

    omgekeerd = Bijhouder(register, "an").maak_ongedaan()
    later = [er for _, er in register.actuelen(Examenresultaat, [sleutel(1)])]

    assert ("uitslag vastgesteld", 3) == (omgekeerd.reden, len(omgekeerd.gevolgen))
    assert [None] * AANTAL == uitslagen(register)
    assert eerst == [evolve(later[0], aangeleverd_op=eerst[0].aangeleverd_op)]


def test_wat_al_vaststaat_blijft_ook_met_een_andere_datum(werk: Groepswerk) -> None:
    werk.boek(alle(werk.uitslagen(werk.regels(), DATUM)), "uitslag vastgesteld")
    weer = alle(werk.uitslagen(werk.regels(), date(2025, 6, 13)))

    assert Telling(goed=0, geweigerd=1, gelijk=3) == tel(weer)


def test_wie_intussen_wijzigt_gaat_voor_en_er_wordt_niets_geboekt(
    werk: Groepswerk, register: Register
) -> None:
    voorstellen = alle(werk.uitslagen(werk.regels(), DATUM))
    wijzig(register, 2, 64, 65, "cijfer_se", None)
    with pytest.raises(ConflictFout, match="ER2"):
        werk.boek(voorstellen, "uitslag vastgesteld")

    assert [None] * AANTAL == uitslagen(register)


def test_wie_verdwenen_is_wordt_geweigerd(werk: Groepswerk, register: Register) -> None:
    regels = werk.regels()
    over_een_minuut = nu() + timedelta(minutes=1)  # what is done by hand counts in whole seconds
    register.verwijder(Examenresultaat, sleutel(2), **BOEKING | {"op": over_een_minuut})
    for voorstellen in (alle(werk.uitslagen(regels, DATUM)), alle(werk.herberekeningen(regels))):
        assert ("staat niet meer in het register",) == voorstellen[1].bezwaren
        assert regels == [een.regel for een in voorstellen]


def test_herberekenen_bewaart_de_uitkomst_en_is_ongedaan_te_maken(
    werk: Groepswerk, register: Register
) -> None:
    regels = werk.regels()
    werk.boek(alle(werk.herberekeningen(regels[:2])), "herberekend")

    assert Telling(goed=2, geweigerd=0, gelijk=2) == tel(alle(werk.herberekeningen(regels)))
    assert 2 == register.aantal(Schooluitkomst)

    Bijhouder(register, "an").maak_ongedaan()

    assert 0 == register.aantal(Schooluitkomst)


async def test_van_een_echt_register_met_toetsen_vaststellen_en_ongedaan_maken(pad: Path) -> None:
    app = VavoApp(lambda: RegisterInzage.open(pad, "an"))
    async with app.run_test(size=(80, 24)) as pilot:
        await rustig(pilot)
        await druk(pilot, "f9", "down", "enter", "f5", "f6", "enter", "enter", RUST, "enter")

        assert "Vastgelegd: 3 kandidaten." in schermtekst(app)
        assert 3 == schermtekst(app).count(" G     G ")

        await druk(pilot, "ctrl+z")

        assert "Ongedaan gemaakt bij 3 studenten: uitslag vastgesteld op" in schermtekst(app)
        assert 3 == schermtekst(app).count(" –     G ")

        await druk(pilot, "ctrl+y")

        assert 3 == schermtekst(app).count(" G     G ")
