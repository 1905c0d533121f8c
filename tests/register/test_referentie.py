"""Reference data: files in, faults by line and column, tables of the register, days of validity."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from polars.testing import assert_frame_equal

from examen import model
from register.fouten import InvoerFout
from register.gegevens import gegevensmap
from register.model import persoon
from register.opslag import Boeking, Register
from register.referentie import (
    TABELLEN,
    Nodig,
    Referentie,
    Referentietabel,
    ingebouwd,
    referentie_van,
    soorten,
)
from register.referentie.geldig import geldig
from register.referentie.inlezen import GROOTSTE_REGEL, MEESTE_FOUTEN, keur, lees
from register.referentie.opslag import Referentieopslag
from register.referentie.referentie import INGEBOUWD, bronnen, uit_gegevensmap
from register.referentie.soorten import (
    Aanbiederrelatie,
    Adres,
    BekendPersoon,
    Instelling,
    Licentie,
    VoInschrijving,
)
from register.vavo import inschrijving
from tests.momenten import OP
from tests.oude_versie import breng_terug

GEBOEKT = Boeking(op=OP, door="toets", reden="proef")
INSTELLINGEN = TABELLEN["instellingen"]
LICENTIES = TABELLEN["licenties"]


def rijen(inhoud: bytes, tabel: Referentietabel = INSTELLINGEN) -> list[Any]:
    return list(lees(BytesIO(inhoud), tabel))


def fouten(tekst: str, tabel: str = "instellingen") -> list[str]:
    return [str(fout) for fout in keur(BytesIO(tekst.encode()), TABELLEN[tabel]).fouten]


def test_een_bestand_met_onze_eigen_kolommen() -> None:
    tekst = "brin;naam;bekostigd;begindatum;einddatum\n99XX;Voorbeeld;J;2000-01-01;\n"

    assert [
        Instelling(brin="99XX", naam="Voorbeeld", bekostigd=True, begindatum=date(2000, 1, 1)),
    ] == rijen(tekst.encode(), INSTELLINGEN)


def test_een_bestand_met_de_kolommen_van_duo_in_een_andere_volgorde() -> None:
    tekst = (
        '"ERKENDEOPLEIDINGSCODE","NIVEAU","OIE_CODE","EINDDATUM","BEGINDATUM"\n'
        '"5372","HAVO","99XX","","20200801"\n'
        '"5172","VWO","99XX","2024-07-31","1-8-2020"\n'
    )

    begin = date(2020, 8, 1)
    assert [
        Licentie(brin="99XX", opleiding="5372", begindatum=begin),
        Licentie(brin="99XX", opleiding="5172", begindatum=begin, einddatum=date(2024, 7, 31)),
    ] == rijen(tekst.encode("utf-8-sig"), LICENTIES)


def test_een_opheffing_is_de_eerste_dag_zonder_school() -> None:
    tekst = "brin,naam,datum_oprichting,datum_opheffing\n99XX,School,1980-10-01,2014-08-01\n"

    (school,) = rijen(tekst.encode())

    assert (date(1980, 10, 1), date(2014, 7, 31)) == (school.begindatum, school.einddatum)


def test_een_regel_die_eindigt_voor_hij_begint_wordt_genoemd() -> None:
    """Such rows are in DUO's own file of schools."""
    tekst = (
        "brin,datum_oprichting,datum_opheffing\n"
        "99XX,2000-08-01,2000-08-02\n"
        "98XX,2000-08-01,2000-08-01\n"
        "97XX,2000-08-01,1999-08-01\n"
    )

    keuring = keur(BytesIO(tekst.encode()), INSTELLINGEN)

    assert (3, (), (3, 4)) == (keuring.aantal, keuring.fouten, keuring.nooit)


@pytest.mark.parametrize(("duo", "verwacht"), [("M", "1"), ("V", "2"), ("O", "3"), ("2", "2")])
def test_het_geslacht_mag_zijn_zoals_in_een_registratieoverzicht(duo: str, verwacht: str) -> None:
    tekst = f"bsn;geslacht\n999990019;{duo}\n"

    assert [verwacht] == [p.geslacht for p in rijen(tekst.encode(), TABELLEN["personen"])]


def test_een_bestand_in_windows_1252_wordt_gelezen() -> None:
    (school,) = rijen("brin;naam\n99XX;Café\n".encode("cp1252"))

    assert "Café" == school.naam


_BRIN = "toegestaan is 2 cijfers en 2 hoofdletters (01AA)"
_DATUM = "toegestaan is een datum jjjj-mm-dd, jjjjmmdd of d-m-jjjj"
_KOLOMMEN = "instellingen heeft de kolommen brin, naam, bekostigd, begindatum, einddatum"


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("brin\n9XXX\n", f"regel 2, brin: gevonden “9XXX”; {_BRIN}"),
        ("brin\n99XX\n\n;\n99xx\n", f"regel 5, brin: gevonden “99xx”; {_BRIN}"),
        ("naam;brin\nSchool;\n", "regel 2, brin: is leeg"),
        (
            "brin;INBEDRIJFDATUM\n99XX;2024-02-30\n",
            f"regel 2, INBEDRIJFDATUM: gevonden “2024-02-30”; {_DATUM}",
        ),
        ("brin;bekostigd\n99XX;ja\n", "regel 2, bekostigd: gevonden “ja”; toegestaan is J of N"),
        (
            "naam\nSchool\n",
            f"regel 1: kolom brin ontbreekt; {_KOLOMMEN}",
        ),
        (
            "brin;INSTELLINGSCODE\n99XX;99XX\n",
            "regel 1: kolommen brin en INSTELLINGSCODE zeggen hetzelfde; laat er een",
        ),
        ("brin\n", "het bestand heeft geen regels onder de kop"),
        (
            'brin;naam\n99XX;"School\n',
            "regel 2: hier is het geen leesbare CSV (een aanhalingsteken te veel of te weinig?)",
        ),
    ],
)
def test_een_fout_noemt_regel_en_kolom(tekst: str, verwacht: str) -> None:
    assert [verwacht] == fouten(tekst)


def test_een_leeg_bestand_is_een_fout() -> None:
    assert 1 == len(fouten(""))


def test_een_nummer_van_een_persoon_staat_in_geen_fout() -> None:
    gevonden = fouten("bsn;geboortedatum\n99999001;2005-03-14\n", "personen")

    assert ["regel 2, bsn: gevonden een nummer van 8 cijfers; toegestaan is 9 cijfers"] == gevonden


def test_een_persoon_zonder_nummer_is_een_fout() -> None:
    gevonden = fouten("bsn;onderwijsnummer;geslacht\n;;1\n", "personen")

    assert ["regel 2: BSN en onderwijsnummer zijn allebei leeg"] == gevonden


def test_alle_fouten_komen_tegelijk_en_er_is_een_grens() -> None:
    tekst = "brin\n" + "x\n" * (MEESTE_FOUTEN + 50)

    assert MEESTE_FOUTEN == len(fouten(tekst))


def test_een_bestand_van_excel_dat_geen_tekst_is_wordt_geweigerd() -> None:
    (fout,) = keur(BytesIO("brin\n99XX\n".encode("utf-16")), INSTELLINGEN).fouten

    assert "regel 1: dit is geen tekst in UTF-8; bewaar het bestand als CSV UTF-8" == str(fout)


def test_een_regel_zonder_einde_vult_het_geheugen_niet() -> None:
    tekst = "brin;naam\n99XX;" + "x" * GROOTSTE_REGEL

    assert [f"regel 2: de regel is langer dan {GROOTSTE_REGEL} tekens"] == fouten(tekst)


def test_wie_rijen_leest_zonder_keuring_krijgt_de_eerste_fout() -> None:
    with pytest.raises(InvoerFout, match="regel 3, brin"):
        rijen(b"brin\n99XX\n9XX\n8XX\n")


FEITEN = {
    "instellingen": [
        Instelling(brin="99XX", bekostigd=False, einddatum=date(2030, 7, 31)),
        Instelling(brin="98XX", naam="School"),
    ],
    "onderwijsaanbieders": [Aanbiederrelatie(brin="99XX", onderwijsaanbieder="101A345")],
    "personen": [BekendPersoon(burgerservicenummer="999990019", geslacht="2")],
    "adressen": [Adres(postcode="9901XX", huisnummer=99_999)],
    "vo-inschrijvingen": [VoInschrijving(onderwijsnummer="100000010", brin="96XX", niveau="HAVO")],
}


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.mark.parametrize("naam", FEITEN)
def test_wat_erin_gaat_komt_er_net_zo_uit(register: Path, naam: str) -> None:
    with Referentieopslag.open(register) as opslag:
        opslag.vervang(TABELLEN[naam], FEITEN[naam], bestand="feiten.csv", geboekt=GEBOEKT)
        gevonden = opslag.referentie()

    assert_frame_equal(referentie_van(FEITEN[naam]).van(naam), gevonden.van(naam))


def test_een_nieuw_bestand_vervangt_het_oude_en_zegt_van_wie_het_is(register: Path) -> None:
    with Referentieopslag.open(register) as opslag:
        opslag.vervang(INSTELLINGEN, FEITEN["instellingen"], bestand="oud.csv", geboekt=GEBOEKT)
        opslag.vervang(
            INSTELLINGEN, [Instelling(brin="97XX")], bestand="nieuw.csv", geboekt=GEBOEKT
        )
        lading = opslag.ladingen()["instellingen"]

        assert ["97XX"] == opslag.lees(INSTELLINGEN)["brin"].to_list()
        assert ("nieuw.csv", 1, GEBOEKT) == (lading.bestand, lading.regels, lading.geboekt)


def test_het_register_onthoudt_of_een_tabel_een_deel_is(register: Path) -> None:
    with Referentieopslag.open(register) as opslag:
        for naam, volledig in (("personen", False), ("instellingen", True)):
            opslag.vervang(
                TABELLEN[naam],
                FEITEN[naam],
                bestand=naam,
                geboekt=GEBOEKT,
                volledig=volledig,
            )

        assert {"personen"} == opslag.referentie().delen
        assert {"personen": False, "instellingen": True} == {
            naam: lading.volledig for naam, lading in opslag.ladingen().items()
        }


def test_een_ouder_register_houdt_zijn_tabellen_en_die_zijn_volledig(register: Path) -> None:
    with Referentieopslag.open(register) as opslag:
        opslag.vervang(INSTELLINGEN, FEITEN["instellingen"], bestand="oud.csv", geboekt=GEBOEKT)
    breng_terug(register, "0003")

    with Referentieopslag.open(register) as opslag:
        assert 2 == opslag.lees(INSTELLINGEN).height
        assert opslag.ladingen()["instellingen"].volledig


@pytest.mark.parametrize(
    ("nodig", "verwacht"),
    [
        (Nodig("personen"), ()),
        (Nodig("personen", volledig=True), ("alle personen",)),
        (Nodig("instellingen", volledig=True), ()),
        (Nodig("licenties"), ("licenties",)),
        (Nodig("licenties", volledig=True), ("licenties",)),
    ],
)
def test_wat_ontbreekt_hangt_af_van_de_vraag(nodig: Nodig, verwacht: tuple[str, ...]) -> None:
    feiten = referentie_van([*FEITEN["personen"], *FEITEN["instellingen"]])

    assert verwacht == evolve(feiten, delen=frozenset({"personen"})).ontbreekt(nodig)


def test_een_fout_onderweg_laat_alles_zoals_het_was(register: Path) -> None:
    def kapot() -> Iterator[Instelling]:
        yield Instelling(brin="97XX")
        raise OSError

    with Referentieopslag.open(register) as opslag:
        opslag.vervang(INSTELLINGEN, FEITEN["instellingen"], bestand="oud.csv", geboekt=GEBOEKT)
        with pytest.raises(OSError):  # noqa: PT011 - any will do
            opslag.vervang(INSTELLINGEN, kapot(), bestand="kapot.csv", geboekt=GEBOEKT)

        assert ["99XX", "98XX"] == opslag.lees(INSTELLINGEN)["brin"].to_list()
        assert "oud.csv" == opslag.ladingen()["instellingen"].bestand


def test_van_de_adressen_komen_alleen_de_gevraagde_postcodes(register: Path) -> None:
    adressen = [Adres(postcode=f"99{n:02}XX", huisnummer=n) for n in range(1, 50)]
    with Referentieopslag.open(register) as opslag:
        opslag.vervang(TABELLEN["adressen"], adressen, bestand="a.csv", geboekt=GEBOEKT)
        gevraagd = opslag.referentie(postcodes=["9907XX", "9999XX"])
        geen = opslag.referentie(postcodes=[])

    assert [("9907XX", 7)] == gevraagd.van("adressen").rows()
    assert (0, True) == (geen.van("adressen").height, geen.kent("adressen"))


def test_een_leeg_register_kent_alleen_wat_bij_het_programma_hoort(register: Path) -> None:
    with Register.open(register):
        pass
    with Referentieopslag.open(register, alleen_lezen=True) as opslag:
        assert set(INGEBOUWD) == set(opslag.referentie().frames)


def test_de_eigen_tabellen_hebben_een_bron() -> None:
    assert set(INGEBOUWD) == set(bronnen())
    assert set(INGEBOUWD) == {p.stem for p in (gegevensmap() / "referentie").glob("*.csv")}


def test_nederland_staat_onder_de_landen_en_geen_land_staat_er_twee_keer() -> None:
    landen = ingebouwd()["landen"]

    assert [("6030", "Nederland")] == landen.filter(landcode="6030")["landcode", "naam"].rows()
    assert landen.height == landen["landcode"].n_unique()


LIJSTEN = {
    "geslacht": persoon.GESLACHTEN,
    "huisnummeraanduiding": persoon.HUISNUMMERAANDUIDINGEN,
    "indicatie_geheim": persoon.INDICATIES_GEHEIM,
    "betalende_partij": inschrijving.BETALENDE_PARTIJEN,
    "intensiteit": inschrijving.INTENSITEITEN,
    "beoordeling_se": model.BEOORDELINGEN_SE,
    "beoordeling_stage": model.BEOORDELINGEN_STAGE,
    "beoordeling_werkstuk": model.BEOORDELINGEN_WERKSTUK,
    "examendeel": model.EXAMENDELEN,
    "reden_niet_deelname": model.REDENEN_NIET_DEELNAME,
    "niveau": model.NIVEAUS,
    "tijdvak": dict.fromkeys("123"),
    "uitslag": model.UITSLAGEN,
    "uitslagniveau": model.UITSLAGNIVEAUS,
}


def test_het_model_neemt_precies_de_codes_van_de_waardelijsten() -> None:
    lijsten: dict[str, set[str]] = {}
    for waarde in uit_gegevensmap("waardelijsten"):
        lijsten.setdefault(waarde.lijst, set()).add(waarde.code)

    assert {naam: set(codes) for naam, codes in LIJSTEN.items()} == lijsten
    assert set(soorten.NIVEAUS) == lijsten["niveau"]


@pytest.mark.parametrize(
    ("lijst", "code", "dag", "verwacht"),
    [
        ("betalende_partij", "1", date(2013, 9, 30), True),
        ("betalende_partij", "1", date(2013, 10, 1), False),
        ("intensiteit", "DT", date(1999, 12, 31), False),
        ("intensiteit", "DT", date(2000, 1, 1), True),
    ],
)
def test_een_code_geldt_binnen_zijn_datums(
    lijst: str, code: str, dag: date, verwacht: bool
) -> None:
    vraag = pl.DataFrame({"lijst": [lijst], "code": [code], "op": [dag]})

    assert [verwacht] == geldig(
        vraag, ingebouwd()["waardelijsten"], ["lijst", "code"], "op"
    ).to_list()


def test_elke_tabel_heeft_een_leesbaar_voorbeeld() -> None:
    voorbeelden = gegevensmap() / "referentie" / "voorbeeld"

    assert {*TABELLEN} - {*INGEBOUWD} == {pad.stem for pad in voorbeelden.glob("*.csv")}
    assert all(uit_gegevensmap(p.stem, "referentie/voorbeeld") for p in voorbeelden.glob("*.csv"))


def test_een_tabel_die_er_niet_is_heeft_toch_kolommen() -> None:
    leeg = Referentie({})

    assert not leeg.kent("licenties")
    assert ["brin", "opleiding", "begindatum", "einddatum"] == leeg.van("licenties").columns


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2024, 7, 31), False),
        (date(2024, 8, 1), True),
        (date(2025, 7, 31), True),
        (date(2025, 8, 1), False),
        (None, True),
    ],
)
def test_een_feit_geldt_van_de_eerste_tot_en_met_de_laatste_dag(
    dag: date | None, verwacht: bool
) -> None:
    feiten = referentie_van(
        [
            Licentie(
                brin="99XX",
                opleiding="5372",
                begindatum=date(2024, 8, 1),
                einddatum=date(2025, 7, 31),
            )
        ]
    ).van("licenties")
    vragen = pl.DataFrame(
        {"brin": ["99XX", "98XX", None], "opleiding": "5372", "op": dag},
        schema={"brin": pl.String, "opleiding": pl.String, "op": pl.Date},
    )

    assert [verwacht, False, False] == geldig(vragen, feiten, ["brin", "opleiding"], "op").to_list()
