"""Papers as PDF: what is printed is read back, whatever signs a name has."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from attrs import evolve
from pypdf import PdfReader

from examen.documenten.certificaat import certificaten
from examen.documenten.cijferlijst import cijferlijsten
from examen.documenten.correctiestaat import correctiestaat
from examen.documenten.inhoud import Document, Examen, School
from examen.documenten.vergaderlijst import vergaderlijst
from examen.model import Examenresultaat
from examen.namen import TabelNamen
from examen.reken.nodig import Nodig
from register.gegevens import gegevensmap
from register.model.persoon import Persoon
from tests.tui.voorbeeld import EXAMEN, PERSONEN, UITKOMST
from tui.werk.drukwerk import Drukpers

NAMEN = TabelNamen()
DAG = date(2025, 7, 1)
SCHOOL = School(naam="ROC Proef", plaats="Voorbeeldstad", tekenaar="A. Proef", secretaris="B. Toe")
NODIG = Nodig(opleiding="5372", resultaatvolgnummer="7", vak="1004", cijfer=55, aangenomen=("4",))


def voorbeeld(persoon: Persoon = PERSONEN[0], er: Examenresultaat = EXAMEN) -> Examen:
    return Examen(persoon=persoon, examenresultaat=er, uitkomst=UITKOMST)


def papieren(wie: Examen, school: School = SCHOOL) -> dict[str, Document]:
    return {
        "cijferlijst": next(cijferlijsten(wie, school, DAG, NAMEN)),
        "certificaat": next(certificaten(wie, school, DAG, NAMEN)),
        "vergaderlijst": vergaderlijst([(wie, [NODIG])], school, DAG, NAMEN),
        "correctiestaat": correctiestaat(
            [wie], school, DAG, NAMEN, vak="1001", niveau="HAVO", tijdvak=1, jaar=2025
        ),
    }


SOORTEN = list(papieren(voorbeeld()))


@pytest.fixture(scope="module")
def pers() -> Drukpers:
    return Drukpers()


def tekst(pdf: bytes) -> str:
    """All text of a PDF with single blanks, so that a broken line reads on."""
    gelezen = "\n".join(bladzijde.extract_text() for bladzijde in PdfReader(BytesIO(pdf)).pages)
    return " ".join(gelezen.split())


VERWACHT = {
    "cijferlijst": [
        *(
            "CIJFERLIJST",
            "Fenna van Duinen",
            "geboren maart 2006 te (geboorteplaats)",
            "conform het profiel economie",
        ),
        *("ROC Proef te Voorbeeldstad", "Gemeenschappelijk deel", "Profieldeel"),
        *("Nederlandse taal en literatuur 6,4 6,0 6 zes", "wiskunde A 5,0 3,8 4 vier"),
        *("combinatiecijfer *)", "onderdelen van het combinatiecijfer", "Plastic in de Noordzee"),
        *(
            "Uitslag van het eindexamen: afgewezen",
            "Datum: 1 juli 2025",
            "de directeur",
            "A. Proef",
            "B. Toe",
        ),
        *("01AA · ER1", "bladzijde 1 van 1"),
    ],
    "certificaat": [
        *("CERTIFICAAT", "Fenna van Duinen", "te (geboorteplaats)", "Duitse taal en literatuur"),
        *("profielwerkstuk: Plastic in de Noordzee", "namens de examencommissie vavo"),
    ],
    "vergaderlijst": [
        *("Duinen, Fenna van", "100001", "AFGEWEZEN", "1 afgewezen", "laagste 4, vijven: 0"),
        *("Duits: CE 5,5 (andere CE's als SE)", "DUO keurt af: Cijfer SE ontbreekt"),
        "Een onderstreept eindcijfer is onvoldoende",
    ],
    "correctiestaat": [
        *("1001 Nederlandse taal en literatuur", "2025, tijdvak 1", "havo", "1e corrector"),
        *("1 100001 Duinen, Fenna van 5,1", "N-term", "de gecommitteerde"),
    ],
}


@pytest.mark.parametrize("soort", SOORTEN)
def test_wat_gedrukt_is_is_te_lezen(pers: Drukpers, soort: str) -> None:
    gevonden = tekst(pers.pdf(papieren(voorbeeld())[soort], concept=False))

    assert [] == [zin for zin in VERWACHT[soort] if zin not in gevonden]
    assert "CONCEPT" not in gevonden
    assert "999990019" not in gevonden


@pytest.mark.parametrize("soort", SOORTEN)
def test_een_concept_heeft_een_merk_op_elke_bladzijde(pers: Drukpers, soort: str) -> None:
    pdf = pers.pdf(papieren(voorbeeld())[soort], concept=True)

    for bladzijde in PdfReader(BytesIO(pdf)).pages:
        assert "CONCEPT – niet geldig" in bladzijde.extract_text()


VIJANDIG = [
    "#panic()",
    "*vet* _schuin_ `rauw`",
    "$x^2$ $",
    r"\ \\ \u{41} \n",
    "\"dubbel\" 'enkel'",
    "[haak] {accolade} <label> @ref",
    "= kop - lijst // geen commentaar /* ook niet */",
    '#read("/etc/passwd")',
]


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("naam", VIJANDIG)
def test_een_naam_komt_er_letterlijk_op(pers: Drukpers, naam: str, soort: str) -> None:
    persoon = evolve(PERSONEN[0], achternaam=naam, voorvoegsel=None, studentnummer=None)
    (werkstuk,) = EXAMEN.werkstukresultaten
    er = evolve(EXAMEN, werkstukresultaten=(evolve(werkstuk, titel=naam),))
    school = School(naam=naam, plaats=naam, tekenaar=naam, secretaris=naam)
    keer = {"cijferlijst": 8, "certificaat": 8, "vergaderlijst": 3, "correctiestaat": 2}[soort]

    gevonden = tekst(pers.pdf(papieren(voorbeeld(persoon, er), school)[soort], concept=False))

    assert keer == gevonden.count(naam)


@pytest.mark.parametrize(
    "naam", ["Zoë Ångström-Çelik", "Đặng Łukasz Ğöğüş", "Ĳsbrand Ňovák", "Ζωή", "Жанна"]
)
def test_een_naam_met_vreemde_letters_is_te_lezen(pers: Drukpers, naam: str) -> None:
    persoon = evolve(PERSONEN[0], voornamen=None, voorvoegsel=None, achternaam=naam)

    gevonden = tekst(pers.pdf(papieren(voorbeeld(persoon))["cijferlijst"], concept=False))

    assert naam in gevonden


def test_een_lang_document_telt_zijn_bladzijden(pers: Drukpers) -> None:
    groep = [(voorbeeld(persoon), []) for persoon in PERSONEN]
    pdf = pers.pdf(vergaderlijst(groep, SCHOOL, DAG, NAMEN), concept=False)
    bladzijden = PdfReader(BytesIO(pdf)).pages

    assert 1 < len(bladzijden)
    assert f"bladzijde 2 van {len(bladzijden)}" in tekst(pdf)
    assert all("niet voldaan" in bladzijde.extract_text() for bladzijde in bladzijden)


def test_dezelfde_inhoud_geeft_dezelfde_bytes(pers: Drukpers) -> None:
    document = papieren(voorbeeld())["cijferlijst"]

    assert pers.pdf(document, concept=False) == Drukpers().pdf(document, concept=False)


def test_een_document_heeft_een_titel_en_geen_nummer_van_de_persoon(pers: Drukpers) -> None:
    pdf = pers.pdf(papieren(voorbeeld())["cijferlijst"], concept=False)
    gegevens = PdfReader(BytesIO(pdf)).metadata

    assert gegevens is not None
    assert "cijferlijst Fenna van Duinen" == gegevens.title
    assert b"999990019" not in pdf


def test_sjablonen_halen_niets_van_buiten() -> None:
    sjablonen = sorted((gegevensmap() / "documenten").glob("*.typ"))

    assert {"cijferlijst", "certificaat"} <= {sjabloon.stem for sjabloon in sjablonen}
    for sjabloon in sjablonen:
        assert '"@' not in sjabloon.read_text(encoding="utf-8"), sjabloon.name
