"""What screens show, made from entities without a screen."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from examen.model import Certificaat, Herkansing, Vakresultaat
from examen.namen import TabelNamen
from examen.reken.nodig import Nodig
from examen.uitkomst import CijferlijstUitkomst, Toets
from register.velden import attributen
from tests.tui.voorbeeld import EXAMEN, UITKOMST, VoorbeeldNamen
from tui.onderdelen.regel import passend
from tui.weergave import notatie
from tui.weergave.details import rijen
from tui.weergave.examenresultaat import (
    Inzicht,
    certificaatrijen,
    keuzezinnen,
    kop,
    nodigzinnen,
    resultaatrijen,
    toetsrijen,
    uitslagrijen,
    uitslagzin,
    voorstelzinnen,
)
from tui.weergave.tabel import Kolom, Toon, breedtes

LANG = "Nederlandse taal en literatuur, ook in een heel lange naam"
INZICHT = Inzicht(uitkomst=UITKOMST, bevindingen=(), nodig=())
VELDEN = {attribuut.naam: attribuut.veld for attribuut in attributen(Vakresultaat)}


@pytest.mark.parametrize(
    ("inhoud", "verwacht"), [(64, "6,4"), (100, "10,0"), (5, "0,5"), (None, "")]
)
def test_een_cijfer_in_tienden_krijgt_een_komma(inhoud: int | None, verwacht: str) -> None:
    assert verwacht == notatie.cijfer(inhoud)


def test_een_datum_staat_in_dag_maand_jaar() -> None:
    assert "05-06-2025" == notatie.datum(date(2025, 6, 5))
    assert "00-03-2006" == notatie.datum_met_nullen("2006-03-00")


@pytest.mark.parametrize(
    ("veld", "inhoud", "verwacht"),
    [
        ("niveau", "HAVO", "HAVO (havo)"),
        ("cijfer_se", 55, "5,5"),
        ("inruil", False, "nee"),
        ("examenregime", 2025, "2025"),
        ("reden_niet_deelname", None, ""),
    ],
)
def test_een_veld_staat_er_in_woorden(veld: str, inhoud: object, verwacht: str) -> None:
    assert verwacht == notatie.waarde(VELDEN[veld], inhoud)


def test_een_moment_heeft_zijn_tijd() -> None:
    moment = datetime(2025, 7, 1, 10, 5)  # noqa: DTZ001 (local time, as the message has it)

    assert "01-07-2025 10:05:00" == notatie.waarde(VELDEN["vak"], moment)


@given(st.text(), st.integers(min_value=1, max_value=100))
def test_tekst_past_altijd_precies(tekst: str, breedte: int) -> None:
    from rich.cells import cell_len

    assert breedte == cell_len(passend(tekst, breedte))


def test_stuurcodes_komen_nooit_op_het_scherm() -> None:
    assert "Jan?[2J" == notatie.toonbaar("Jan\x1b[2J")


def test_de_rekkende_kolom_krijgt_wat_over_is() -> None:
    kolommen = (Kolom(kop="a", breedte=4), Kolom(kop="b", breedte=10, rekt=True))

    assert [(0, 4), (1, 75)] == breedtes(kolommen, 80)


def test_kolommen_komen_en_gaan_met_de_breedte() -> None:
    kolommen = (
        Kolom(kop="kort", breedte=4, onder=100),
        Kolom(kop="lang", breedte=40, vanaf=100),
    )

    assert [0] == [nr for nr, _ in breedtes(kolommen, 99)]
    assert [1] == [nr for nr, _ in breedtes(kolommen, 100)]


def test_een_lange_waarde_gaat_verder_op_de_volgende_regel() -> None:
    gevonden = rijen([("eis", "woord " * 20), ("deel", "")], 80)

    assert "eis" == gevonden[0].cellen[0]
    assert "" == gevonden[1].cellen[0]
    assert Toon.KOP == gevonden[-1].toon


def test_een_vijf_krijgt_een_uitroepteken_en_een_zes_niet() -> None:
    rijen_ = list(resultaatrijen(EXAMEN, INZICHT, VoorbeeldNamen()))

    assert "5!" == rijen_[5].cellen[8]
    assert "6 " == rijen_[0].cellen[8]


def test_een_ander_vastgesteld_eindcijfer_wordt_genoemd() -> None:
    eerste, *rest = EXAMEN.vakresultaten
    er = evolve(EXAMEN, vakresultaten=(evolve(eerste, eindcijfer=7), *rest))
    eerste_rij = next(resultaatrijen(er, INZICHT, VoorbeeldNamen()))

    assert "vastgesteld 7, certificaat" == eerste_rij.cellen[9]


def test_een_herkansing_staat_bij_het_vak_zolang_het_cijfer_er_niet_is() -> None:
    tweede = Herkansing(examenregime=2025, tijdvak=2, vakken=("1001", "1002"))
    derde = Herkansing(examenregime=2024, tijdvak=3, vakken=("1002",))
    er = evolve(EXAMEN, herkansingen=(tweede, derde))
    nederlands, engels, *_ = resultaatrijen(er, INZICHT, VoorbeeldNamen())

    assert "certificaat" == nederlands.cellen[9]
    assert "herkansing tv2, certificaat" == engels.cellen[9]


def test_weggelaten_vrijgesteld_en_ingeruild_staan_erbij() -> None:
    eerste, *rest = EXAMEN.vakresultaten
    er = evolve(
        EXAMEN,
        vakresultaten=(evolve(eerste, reden_niet_deelname="V", inruil=True), *rest),
    )
    (lijst,) = UITKOMST.cijferlijsten
    uitkomst = evolve(
        UITKOMST, certificaten=(), cijferlijsten=(evolve(lijst, weggelaten=("1",), duim="2"),)
    )
    eerste_rij, tweede_rij, *_ = resultaatrijen(
        er, evolve(INZICHT, uitkomst=uitkomst), VoorbeeldNamen()
    )

    assert "vrijstelling, inruil, weggelaten" == eerste_rij.cellen[9]
    assert "duimregeling" == tweede_rij.cellen[9]


@pytest.mark.parametrize(
    ("voldaan", "oordeel", "toon"),
    [(True, "ja", Toon.GEWOON), (False, "NEE", Toon.LET_OP), (None, "?", Toon.GEWOON)],
)
def test_het_oordeel_over_een_toets_staat_er_in_woorden(
    voldaan: bool | None, oordeel: str, toon: Toon
) -> None:
    toets = Toets(eis="e", voldaan=voldaan, gevonden="5", norm="6", bron="Wet x art. 3 lid 1")
    rij = next(toetsrijen(toets, None))

    assert (oordeel, "3 lid 1", toon) == (rij.cellen[0], rij.cellen[5], rij.toon)


@pytest.mark.parametrize(("zekerheid", "verwacht"), [("hoog", ""), ("midden", "midden")])
def test_zekerheid_staat_er_alleen_als_zij_niet_hoog_is(zekerheid: str, verwacht: str) -> None:
    toets = Toets(eis="e", voldaan=True, gevonden="", norm="", bron="art. 3", zekerheid=zekerheid)

    assert verwacht == next(toetsrijen(toets, None)).cellen[4]


def test_de_uitslagzin_noemt_cum_laude_en_een_vrijgesteld_combinatiecijfer() -> None:
    (lijst,) = UITKOMST.cijferlijsten
    zin = uitslagzin(
        evolve(lijst, uitslag="G", cum_laude=True, combinatiecijfer="vr"), VoorbeeldNamen()
    )

    assert zin.startswith("GESLAAGD · cum laude · combinatiecijfer vrijgesteld · ")


def _met_regels(uitslag: str, *tellen: int, van: int = 9) -> CijferlijstUitkomst:
    """Give the cijferlijst with lines of its own for the first results, of which some count."""
    (lijst,) = UITKOMST.cijferlijsten
    regels = tuple(
        evolve(regel, diplomavak=plaats in tellen)
        for plaats, regel in enumerate(lijst.regels[:van])
    )
    return evolve(lijst, uitslag=uitslag, regels=regels, voorgesteld=False)


@pytest.mark.parametrize(
    ("lijst", "geeft", "gezegd"),
    [
        (
            _met_regels("D"),
            "A",
            "    Deze lijst telt 0 van 9 resultaten mee; een voorstel telt er 9",
        ),
        (_met_regels("D", 1, 2), "D", "    Deze lijst telt 2 van 9 resultaten mee"),
        (_met_regels("A", *range(8)), "G", "    Deze lijst telt 8 van 9 resultaten mee"),
        (_met_regels("D", *range(9)), "D", ""),
        (_met_regels("A", *range(8)), "A", ""),
        (evolve(_met_regels("D"), voorgesteld=True), "A", ""),
    ],
)
def test_een_beter_voorstel_wordt_gezegd(
    lijst: CijferlijstUitkomst, geeft: str, gezegd: str
) -> None:
    voorstel = evolve(UITKOMST, cijferlijsten=(evolve(UITKOMST.cijferlijsten[0], uitslag=geeft),))

    assert "\n".join(voorstelzinnen(lijst, voorstel)).startswith(gezegd)
    assert bool(gezegd) == bool(list(voorstelzinnen(lijst, voorstel)))
    assert [] == list(voorstelzinnen(lijst, None))


def test_wat_later_kwam_staat_niet_op_eigen_regels() -> None:
    naam_van = {str(nummer): f"vak {nummer}" for nummer in range(1, 10)}

    assert ["    Niet op deze lijst: vak 8, vak 9"] == list(
        keuzezinnen(_met_regels("G", van=7), EXAMEN, naam_van)
    )
    assert [] == list(keuzezinnen(_met_regels("G"), EXAMEN, naam_van))


@pytest.mark.parametrize(
    ("vastgelegd", "koppen"),
    [
        ((), ["Certificaten (2) · berekend, nog niet vastgelegd"]),
        (("2", "1"), ["Certificaten (2) · berekend en vastgelegd"]),
        (
            ("1",),
            [
                "Certificaten (2) · berekend",
                "Certificaten (1) · vastgelegd",
            ],
        ),
    ],
)
def test_wat_is_vastgelegd_staat_naast_wat_is_berekend(
    vastgelegd: tuple[str, ...], koppen: list[str]
) -> None:
    certificaten = tuple(Certificaat(resultaatvolgnummers=(nummer,)) for nummer in vastgelegd)
    er = evolve(EXAMEN, certificaten=certificaten)
    rijen_ = certificaatrijen(er, ("1", "2"), {"1": "Nederlands", "2": "Engels"})

    assert koppen == [rij.cellen[0] for rij in rijen_ if rij.toon is Toon.KOP]
    assert [] == list(certificaatrijen(EXAMEN, (), {}))


def test_teruggetrokken_staat_voorop() -> None:
    er = evolve(EXAMEN, teruggetrokken=True)
    eerste = next(uitslagrijen(er, INZICHT, VoorbeeldNamen()))

    assert kop(er).startswith("TERUGGETROKKEN · BRIN 01AA")
    assert eerste.cellen[0].startswith("TERUGGETROKKEN")
    assert "TERUGGETROKKEN" not in kop(EXAMEN)


@pytest.mark.parametrize(
    ("uitslag", "eindcijfer", "verouderd"),
    [("A", None, False), ("A", 6, False), ("A", 7, True), ("G", None, True), (None, 7, False)],
)
def test_cijfers_van_na_de_uitslag_staan_voorop(
    uitslag: str | None, eindcijfer: int | None, verouderd: bool
) -> None:
    assert EXAMEN.uitslag is not None
    eerste, *rest = EXAMEN.vakresultaten
    er = evolve(
        EXAMEN,
        vakresultaten=(evolve(eerste, eindcijfer=eindcijfer), *rest),
        uitslag=uitslag and evolve(EXAMEN.uitslag, uitslag=uitslag),
    )
    rij = next(uitslagrijen(er, INZICHT, VoorbeeldNamen()))

    assert verouderd == rij.cellen[0].startswith("De cijfers passen niet meer bij de uitslag;")


def test_een_onbekende_code_wordt_niet_verzwegen() -> None:
    namen = TabelNamen()

    assert "vak 9999 (onbekend)" == namen.vak("9999", "HAVO", 2025)
    assert "toets 9999 (onbekend)" == namen.toets("9999")
    assert "stage 9999 (onbekend)" == namen.stage("9999")
    assert "(onbekende opleiding)" == namen.opleiding("99999")


def test_een_vak_van_voor_de_eerste_tabel_heeft_toch_een_naam() -> None:
    assert "Nederlands" == TabelNamen().vak("1001", "HAVO", 2009)
    assert "maatschappijleer" == TabelNamen().vak("1019", "HAVO", 2025)


def test_wat_nodig_is_staat_heel_bij_zijn_cijferlijst() -> None:
    (lijst,) = UITKOMST.cijferlijsten
    nodig = [
        Nodig(
            opleiding=opleiding, resultaatvolgnummer="1", vak="1001", cijfer=64, aangenomen=("2",)
        )
        for opleiding in (lijst.opleiding, "een andere")
    ]
    regels = list(nodigzinnen(lijst, nodig, {"1": LANG}))

    assert 80 > max(map(len, regels))
    assert [f"Nodig voor {LANG}: CE 6,4 of hoger (andere CE's gelijk aan SE)"] == [
        " ".join(" ".join(regels).split())
    ]


def test_de_kolom_artikel_noemt_van_twee_bronnen_de_eerste() -> None:
    toets = Toets(
        eis="volledig eindexamen",
        voldaan=True,
        gevonden="",
        norm="",
        bron="Inrichtingsbesluit WVO art. 26c; Eindexamenbesluit VO art. 12",
    )

    (rij,) = toetsrijen(toets, None)

    assert "26c" in rij.cellen
    assert toets.bron in rij.cellen
