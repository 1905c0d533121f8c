"""Whole dossiers in lines, on a real register: what is said, and what is registered."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from examen.model import Examenresultaat
from register.model.persoon import Persoon
from register.opslag import Register, sleutel_van
from register.vavo.inschrijving import Inschrijving
from tests.momenten import BOEKING
from tests.tui.schermtekst import goud
from tests.tui.voorbeeld import EXAMEN, INSCHRIJVING, PERSONEN
from tui.formulier.boom import Blok
from tui.invoer.bladen import Kandidaat, kandidaatblad
from tui.inzage import Inzage
from tui.plat.formulierregels import alles, ga_naar, nummers
from tui.plat.gesprek import Gesprek
from tui.plat.kanaal import Kanaal
from tui.registerinzage import RegisterInzage
from tui.werk import bijhouden, invullingen
from tui.werk.invulblad import Invulblad
from tui.werk.invullingen import Invulling

NU = BOEKING["op"].replace(hour=12)
DUINEN = ["zoek 100001", "1"]
EXAMENPAGINA = [*DUINEN, "3"]

NIEUW = [
    *("nieuw", "klaar", "1 999990020", "3 200001", "4 31-2-06", "", "1-3-06", "vrouw"),
    *("Proef", "", "Avond", "+", "klaar"),
]
INSCHRIJVING_ERBIJ = [
    *("wijzig", "2", "8 1-8-24", "erbij 12", "", "1-8-24", "havo ec", "5372", "klaar"),
]
VAKKEN = (("1001", "64"), ("engels", "71"), ("wiskunde a", "50"), ("economie", "62"))
"""The vakken of the new examenresultaat, with the mark of both SE and CE."""
EXAMEN_ERBIJ = [
    *("wijzig 1", "erbij 8", "8.1.3 havo", "8.1.4 2025", "8.1.2 ned", f"8.1.2 {VAKKEN[0][0]}"),
    *(deel for nr in (2, 3, 4) for deel in ("erbij 8", f"8.{nr}.2 {VAKKEN[nr - 1][0]}")),
    *("erbij 9", "9.1", "9.1.2 havo", "9.1.3 2025", "open", "klaar"),
]
CIJFERS = ["3", "kandidaat", *(deel for _, cijfer in VAKKEN for deel in (cijfer, cijfer)), "8"]
UITSLAG = [
    *("wijzig", "8", "6", "zzz", "ec/maat havo zonder", "", "wijzig 6", "5372"),
    *("wijzig 7", "2", "2.4.4 vrij", "omhoog 2.5", "eraf 2.4", "herstel", "klaar"),
    *("wijzig 8", "1 D", "1", "4 1-7-25", "klaar"),
]
AVOND = [*NIEUW, *INSCHRIJVING_ERBIJ, *EXAMEN_ERBIJ, *CIJFERS, *UITSLAG]

SESSIES = {
    "plat_avond": [*AVOND, "stop"],
    "plat_nieuw_handleiding": [
        *("nieuw", "1 999990020", "3 200001", "", "1-3-06", "vrouw", "+", "Proef", "", "Avond"),
        *("klaar", "wijzig", "2", "8 1-8-24", "erbij 12", "", "1-8-24", "havo prf ec/maat"),
        *("5372", "klaar", "stop"),
    ],
    "plat_formulier": [
        *(*DUINEN, "wijzig 3", "hulp", "hulp 5", "hulp 5 vast", "hulp 5 zzz", "hulp 3 x"),
        *("hulp klaar", "hulp 9.3", "xyz", "99", "9.99", "3", "ABC", "3 !", "5 x", "9.3", ""),
        *("-", "-", "-", "?", "? man", ".", "erbij 9.3", "erbij 3", "", "terug", "nee", "open"),
        *("eraf 9.3", "eraf 9.3", "herstel", "herstel", "omhoog 9.3", "terug", "ja"),
        *("wijzig 3", "klaar", "wijzig 3", "weg", "wijzig 99", "2", "wijzig 1", "12.1"),
        *("12.1.3", "", "terug", "wijzig 1", "12.1", "", "", "", "", "", "", "", "+", "f99", ""),
        *("12", "12.1", "12.1.7", "klaar", "eraf", "eraf 12.1.7.1", "klaar"),
    ],
    "plat_handelingen": [
        *(
            *EXAMENPAGINA,
            "hulp 1",
            "wijzig",
            "hulp 5",
            "hulp 99",
            "11",
            "10",
            "9",
            "wijzig",
            "14",
            "1",
            "wijzig 8",
            "wijzig 13",
        ),
        *("wijzig 15", "wijzig 13", "wijzig 5", "3 1001", "3 zzz", "3 1003", "klaar"),
        *("eraf 3.2", "klaar", "historie", "terug", "wijzig 1", "2 frans", "7 64", "7", "terug"),
        *("terug", "ja"),
    ],
    "plat_resultaat": [
        *(*EXAMENPAGINA, "3", "wijzig", "1", "7 75", "klaar", "3", "wijzig 2", "1", "ongedaan"),
    ],
    "plat_verwijderen": [
        *(*DUINEN, "2", "wijzig", "2", "", "2", "2", "2", "1", "wijzig", "5", "j", "wijzig 5", "2"),
        *("ongedaan", *DUINEN),
    ],
    "plat_heridentificatie": [
        *("zoek 100002", "1", "wijzig", "4", "2 999990019", "klaar", "2 999990020", "klaar"),
        *("historie", "terug", "wijzig"),
    ],
}


@pytest.fixture(autouse=True)
def _vandaag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invullingen, "vandaag", NU.date)
    monkeypatch.setattr(bijhouden, "nu", lambda: NU)


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    with Register.open(tmp_path / "r.db") as register:
        register.boek_alle([*PERSONEN[:2], INSCHRIJVING, EXAMEN], **BOEKING)
    return tmp_path / "r.db"


class Toetsenbord(io.StringIO):
    """Lines, of which `^C` is Ctrl+C; before the first that is `voor`, something happens."""

    def __init__(self, regels: Sequence[str], voor: str, doe: Callable[[], object]) -> None:
        super().__init__("".join(f"{regel}\n" for regel in regels))
        self._voor = f"{voor}\n"
        self._doe = doe
        self._gedaan = False

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        regel = super().readline(-1 if size is None else size)
        if regel == "^C\n":
            raise KeyboardInterrupt
        if regel == self._voor and not self._gedaan:
            self._gedaan = True
            self._doe()
        return regel


@contextlib.contextmanager
def _geopend(pad: Path) -> Iterator[Inzage]:
    inzage = RegisterInzage.open(pad, "an")
    try:
        yield inzage
    finally:
        inzage.sluit()


def zitting(pad: Path, *regels: str, voor: str = "", doe: Callable[[], object] = list) -> str:
    """Have a session in which these lines are typed, and give all that was said."""
    uitvoer = io.StringIO()
    with _geopend(pad) as inzage:
        Gesprek(inzage, Kanaal(Toetsenbord(regels, voor, doe), uitvoer)).voer()
    return uitvoer.getvalue()


def standen(pad: Path) -> dict[Any, Any]:
    """Give all that is current of who is in these sessions, by what it is about."""
    with Register.open(pad, alleen_lezen=True) as register:
        return {
            (klasse, sleutel_van(een)): een
            for klasse in (Persoon, Inschrijving, Examenresultaat)
            for persoon in ("999990019", "999990020", "100000009")
            for _, een in register.actuelen(klasse, persoon)
        }


@pytest.mark.parametrize(("naam", "regels"), SESSIES.items(), ids=SESSIES)
def test_een_zitting_is_als_vastgelegd(pad: Path, naam: str, regels: list[str]) -> None:
    gevonden = zitting(pad, *regels)

    assert goud(naam, gevonden) == gevonden


def _collega(pad: Path, uur: int, **anders: Any) -> None:
    """Somebody else books the person of the dossier with other values."""
    op = BOEKING["op"].replace(hour=uur)
    with Register.open(pad) as register:
        register.boek(evolve(PERSONEN[0], **anders), **{**BOEKING, "door": "m.smit", "op": op})


def test_wie_later_vastlegt_houdt_wat_hij_typte_en_hoort_wie_hem_voor_was(pad: Path) -> None:
    regels = [*DUINEN, "wijzig 3", "3 Z1", "4 1-3-05", "klaar", "open", "hulp 3", "klaar"]
    gevonden = zitting(
        pad,
        *regels,
        voor="klaar",
        doe=lambda: _collega(pad, 11, studentnummer="Y2", voornamen="Fen"),
    )

    assert goud("plat_conflict", gevonden) == gevonden
    assert (
        evolve(PERSONEN[0], studentnummer="Z1", geboortedatum="2005-03-01", voornamen="Fen")
        == standen(pad)[Persoon, sleutel_van(PERSONEN[0])]
    )


def test_wat_intussen_weg_is_zegt_dat_en_laat_staan_wat_er_getypt_is(pad: Path) -> None:
    def weg() -> None:
        with Register.open(pad) as register:
            op = BOEKING["op"].replace(hour=11)
            register.verwijder(Persoon, sleutel_van(PERSONEN[0]), **{**BOEKING, "op": op})

    gezegd = zitting(pad, *DUINEN, "wijzig 3", "3 Z1", "klaar", "open", voor="klaar", doe=weg)

    assert "student wijzigen> klaar\nFout: student staat niet meer in het register" in gezegd
    assert "\n3. studentnummer: Z1\n" in gezegd


def test_ctrl_c_gooit_niet_weg_wat_er_is_ingevuld(pad: Path) -> None:
    gezegd = zitting(pad, "nieuw", "^C", "nieuw", "3 200001", "", "^C", "^C", "open")

    assert "nieuwe student> \nWat u invulde is niet vastgelegd.\nstart> nieuw\n" in gezegd
    assert 2 == gezegd.count("Het staat er nog; terug laat het.\nnieuwe student> ")
    assert "\n3. studentnummer: 200001\n" in gezegd
    assert gezegd.endswith("nieuwe student> \nWat u invulde is niet vastgelegd.\nGestopt.\n")


Stap = tuple[str, str]
"""A place in a form, and what is typed there; a key that has a name does what it does."""
ERBIJ, OMHOOG = "f6", "f8"


def vul_in(inzage: Inzage, maakt: Callable[[Inzage], Invulling], *stappen: Stap) -> None:
    """Fill in a form with the keys of its screen, and book it."""
    invulling = maakt(inzage)
    formulier = invulling.formulier
    for pad, getypt in stappen:
        formulier.toon(pad)
        for toets in [getypt] if getypt in (ERBIJ, OMHOOG) else ["ctrl+u", *getypt]:
            formulier.druk(toets)
    invulling.leg_vast(formulier.entiteit())


def avond_met_schermen(pad: Path) -> None:
    """The evening of AVOND, through what the screens are made of."""
    with _geopend(pad) as inzage:
        persoonstappen = {
            "burgerservicenummer": "999990020",
            "studentnummer": "200001",
            "geboortedatum": "1-3-06",
            "geslacht": "2",
            "voornamen": "Proef",
            "achternaam": "Avond",
        }
        vul_in(inzage, invullingen.nieuwe_persoon, *persoonstappen.items())
        (persoon,) = (een for _, een in inzage.standen("999990020"))
        vul_in(
            inzage,
            partial(invullingen.nieuw_bij, persoon=persoon, klasse=Inschrijving),
            ("datum_inschrijving", "1-8-24"),
            ("perioden", ERBIJ),
            ("perioden[0].begindatum", "1-8-24"),
            ("perioden[0].opleiding", "5372"),
        )
        vul_in(
            inzage,
            partial(invullingen.nieuw_bij, persoon=persoon, klasse=Examenresultaat),
            ("vakresultaten", ERBIJ),
            ("vakresultaten[0].niveau", "HAVO"),
            ("vakresultaten[0].examenregime", "2025"),
            ("vakresultaten[0].vak", "1001"),
            *[
                stap
                for nr, vak in enumerate(("1002", "1024", "1022"), start=1)
                for stap in (("vakresultaten", ERBIJ), (f"vakresultaten[{nr}].vak", vak))
            ],
            ("werkstukresultaten", ERBIJ),
            ("werkstukresultaten[0].niveau", "HAVO"),
            ("werkstukresultaten[0].examenregime", "2025"),
        )
        (er,) = (e for _, e in inzage.standen("999990020") if isinstance(e, Examenresultaat))
        blad = kandidaatblad(er, inzage.namen)
        invul = Invulblad(blad, [Kandidaat(student="", naam="", examenresultaat=er)])
        for toets in [teken for _, cijfer in VAKKEN for teken in cijfer * 2] + ["8"]:
            if vastlegging := blad.druk(toets).vastlegging:
                inzage.bijhouding.leg_vast([invul.wijziging(vastlegging)], "cijfer")
        invullingen.maak_cijferlijst_op(inzage, er, "5372")
        vul_in(
            inzage,
            partial(invullingen.cijferlijst, er=er, opleiding="5372"),
            ("regels[3].examendeel", "V"),
            ("regels[4]", OMHOOG),
        )
        vul_in(inzage, partial(invullingen.uitslag, er=er), ("datum", "1-7-25"))


def test_een_getypte_avond_geeft_de_standen_van_dezelfde_avond_met_schermen(
    pad: Path, tmp_path: Path
) -> None:
    ander = tmp_path / "ander.db"
    shutil.copy(pad, ander)
    zitting(pad, *AVOND)
    avond_met_schermen(ander)
    getypt = standen(pad)

    assert standen(ander) == getypt
    (er,) = (
        een
        for _, een in getypt.items()
        if sleutel_van(een).persoon == "999990020" and isinstance(een, Examenresultaat)
    )
    assert er.uitslag is not None
    assert ["V"] == [
        r.examendeel for r in er.cijferlijsten[0].regels if r.resultaatvolgnummer == "4"
    ]


def test_een_nummer_blijft_van_dezelfde_regel_wat_er_ook_open_is(pad: Path) -> None:
    with _geopend(pad) as inzage:
        formulier = invullingen.wijziging(inzage, EXAMEN).formulier
    for _ in range(2):  # the vakken, and what is in them
        for plaats, een in reversed(list(enumerate(formulier.regels))):
            if isinstance(een.ding, Blok):
                formulier.ga_naar(plaats)
                formulier.druk("right")
    dingen = dict(zip(nummers(formulier.regels), [r.ding for r in formulier.regels], strict=True))

    assert len(formulier.regels) == len(dingen) > 100
    for nummer, ding in dingen.items():
        alles(formulier)
        ga_naar(formulier, nummer)
        assert ding is formulier.regel.ding


def test_een_bsn_staat_alleen_waar_het_ook_op_een_scherm_staat(pad: Path) -> None:
    gezegd = zitting(pad, *AVOND, "wijzig", "wijzig 16", "", *DUINEN, "wijzig 5", "")
    met_bsn = {
        re.sub("[0-9]{9}|^.*> ", "", regel)
        for regel in gezegd.splitlines()
        if re.search("[0-9]{9}", regel)
    }

    assert {
        "1 ",  # typed
        "BSN: ",  # the field itself
        "2. BSN:  (ligt vast)",
        "Avond, Proef · geboren 01-03-2006 · BSN ",  # above the dossier
        "Duinen, Fenna van · geboren 00-03-2006 · BSN ",
        "1. student 100001 · Duinen, Fenna van · geboren 00-03-2006 · BSN ",  # when looking for it
    } == met_bsn
