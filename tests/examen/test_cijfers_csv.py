"""The CSV of marks, with all that Excel does to it."""

import pytest

from examen.cijfers_csv import Cijferregel, lees_cijfers, met_cijfers
from examen.model import CeResultaat, Examenresultaat, Vakresultaat
from register.fouten import InvoerFout

KOP = "student;vak;se;ce;tijdvak\n"
GOED = Cijferregel(
    regel=2,
    student="S1",
    vak="1001",
    cijfer_se=75,
    beoordeling_se=None,
    ce=CeResultaat(tijdvak=1, cijfer=64),
)


def lees(tekst: str, codering: str = "utf-8") -> list[Cijferregel | InvoerFout]:
    return list(lees_cijfers(tekst.encode(codering)))


def fouten(tekst: str) -> list[str]:
    return [str(gelezen) for gelezen in lees(KOP + tekst) if isinstance(gelezen, InvoerFout)]


@pytest.mark.parametrize(
    "tekst",
    [
        "student;vak;se;ce;tijdvak\nS1;1001;7,5;6,4;1\n",
        "student;vak;se;ce;tijdvak\nS1;1001;7.5;6.4;1",
        "student,vak,se,ce,tijdvak\nS1,1001,7.5,6.4,1\n",
        'student,vak,se,ce,tijdvak\n"S1","1001","7,5","6,4","1"\n',
        "student\tvak\tse\tce\ttijdvak\nS1\t1001\t7,5\t6,4\t1\n",
        "Student ; VAK;Se;CE;tijdvak;;\r\nS1 ; 1001;7,5;6,4;1;;\r\n;;;;;;\r\n",
        "tijdvak;ce;se;vak;student\n1;6,4;7,5;1001;S1\n",
        "student;vak;se;ce;tijdvak\nS1;1001;7,50;6,40;1,0\n",
    ],
)
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_elke_gewone_vorm_wordt_gelezen(tekst: str, codering: str) -> None:
    assert [GOED] == lees(tekst, codering)


def test_een_hint_voor_excel_telt_als_regel_maar_niet_als_kop() -> None:
    (gelezen,) = lees("sep=;\n" + KOP + "S1;1001;7,5;6,4;1\n")
    assert isinstance(gelezen, Cijferregel)
    assert 3 == gelezen.regel


def test_cp1252_met_vreemde_tekens_in_een_studentnummer() -> None:
    (gelezen,) = lees("student;vak;se\nCafé;1001;6\n", "cp1252")
    assert isinstance(gelezen, Cijferregel)
    assert "Café" == gelezen.student


@pytest.mark.parametrize(("cel", "vak"), [("11", "0011"), ("0011", "0011"), ("1001", "1001")])
def test_de_voorloopnullen_van_een_vakcode_komen_terug(cel: str, vak: str) -> None:
    (gelezen,) = lees(f"{KOP}S1;{cel};6;;\n")
    assert isinstance(gelezen, Cijferregel)
    assert vak == gelezen.vak


@pytest.mark.parametrize("cel", ["v", "V"])
def test_een_beoordeling_staat_in_de_kolom_se(cel: str) -> None:
    (gelezen,) = lees(f"{KOP}S1;1001;{cel};;\n")
    assert isinstance(gelezen, Cijferregel)
    assert ("V", None) == (gelezen.beoordeling_se, gelezen.cijfer_se)


@pytest.mark.parametrize(
    ("regel", "veld", "stuk"),
    [
        ("S1;1001;11;;", "se", "van 1,0 tot en met 10,0"),
        ("S1;1001;0,9;;", "se", "van 1,0 tot en met 10,0"),
        ("S1;1001;7,55;;", "se", "één cijfer achter de komma"),
        ("S1;1001;6-5;;", "se", "heeft Excel die van een cijfer gemaakt"),
        ("S1;1001;7-mei;;", "se", "heeft Excel die van een cijfer gemaakt"),
        ("S1;1001;#N/B;;", "se", "een getal"),
        ("S1;1001;;6,4;", "tijdvak", "is leeg bij een cijfer CE"),
        ("S1;1001;;6,4;4", "tijdvak", "van 1 tot en met 3"),
        ("S1;netl;6;;", "vak", "4 cijfers"),
        ("S1;;6;;", "vak", "is leeg"),
        (";1001;6;;", "student", "is leeg"),
        ("9,99E+08;1001;6;;", "student", "Excel heeft het nummer afgerond"),
        ("9E+08;1001;6;;", "student", "Excel heeft het nummer afgerond"),
        ("S1;1001;;;", "", "geen cijfer SE en geen cijfer CE"),
        ("S1;1001;6;;;x", "", "meer cellen dan kolommen"),
    ],
)
def test_een_foute_cel_wordt_genoemd_en_de_andere_regels_gaan_door(
    regel: str, veld: str, stuk: str
) -> None:
    gelezen = lees(f"{KOP}S1;1001;7,5;6,4;1\n{regel}\nS1;1001;7,5;6,4;1\n")
    (fout,) = [deel for deel in gelezen if isinstance(deel, InvoerFout)]
    assert (3, veld) == (fout.regel, fout.veld)
    assert stuk in fout.tekst
    assert 2 == sum(isinstance(deel, Cijferregel) for deel in gelezen)


def test_een_studentnummer_met_een_e_is_geen_afgerond_getal() -> None:
    assert [] == fouten("12E5;1001;6;;\n")


def test_alle_fouten_van_een_regel_komen_tegelijk() -> None:
    assert 3 == len(fouten("S1;x;11;6,4;\n"))


def test_een_decimale_komma_in_een_bestand_met_kommas() -> None:
    (fout,) = lees("student,vak,se\nS1,1001,7,5\n")
    assert "aanhalingstekens" in str(fout)


@pytest.mark.parametrize(
    ("tekst", "stuk"),
    [
        ("", "leeg"),
        ("\n\n", "leeg"),
        ("naam;vak;se\n", "onbekende kolom 'naam'"),
        ("vak;se\n", "kolom student ontbreekt"),
        ("student;vak\n", "kolom se of ce ontbreekt"),
        ("student;vak;se;se\n", "kolom se staat er twee keer"),
        ('student;vak;se\n"S1;1001;6\n', "geen leesbare CSV"),
        ("\x00\x01\x02", "geen tekst"),
    ],
)
def test_een_bestand_dat_als_geheel_niet_te_lezen_is(tekst: str, stuk: str) -> None:
    with pytest.raises(InvoerFout, match=stuk):
        lees(tekst)


def vak(nummer: str, regime: int | None, **velden: int) -> Vakresultaat:
    return Vakresultaat(
        resultaatvolgnummer=nummer, vak="1001", niveau="HAVO", examenregime=regime, **velden
    )


def examen(*vakken: Vakresultaat) -> Examenresultaat:
    return Examenresultaat(brin="01AA", examenresultaatvolgnummer="ER1", vakresultaten=vakken)


def test_wat_een_regel_niet_noemt_blijft() -> None:
    tv1, tv2 = CeResultaat(tijdvak=1, cijfer=50), CeResultaat(tijdvak=2, cijfer=55)
    oud = examen(Vakresultaat(resultaatvolgnummer="1", vak="1001", niveau="HAVO", ce=(tv2,)))
    (gelezen,) = lees(f"{KOP}S1;1001;;5,0;1\n")
    assert isinstance(gelezen, Cijferregel)
    (nieuw,) = met_cijfers(oud, gelezen).vakresultaten
    assert (None, (tv1, tv2)) == (nieuw.cijfer_se, nieuw.ce)


def test_een_cijfer_hoort_bij_het_resultaat_van_het_laatste_regime() -> None:
    eerder, nu = vak("1", 2023, cijfer_se=50), vak("2", 2025)
    nieuw = met_cijfers(examen(eerder, nu), GOED)
    assert eerder == nieuw.vakresultaten[0]
    assert 75 == nieuw.vakresultaten[1].cijfer_se


def test_een_vak_dat_er_niet_is_of_twee_keer_is_een_fout() -> None:
    with pytest.raises(InvoerFout, match="vak 1001 staat niet"):
        met_cijfers(examen(), GOED)
    with pytest.raises(InvoerFout, match=r"2 keer in \(resultaten 1, 2\)"):
        met_cijfers(examen(vak("1", 2025), vak("2", 2025)), GOED)
