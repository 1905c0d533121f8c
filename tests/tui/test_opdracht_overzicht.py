"""`vavo overzicht`: a register in, the files of DUO out, and back against the register."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

from examen.model import Examenresultaat
from register.opslag import Register, sleutel_van
from register.overzicht.periode import Periode
from register.overzicht.vergelijken import KOLOMMEN
from tests.momenten import BOEKING, OP
from tests.overzichten import BSN, DAG, JAAR, OWN, SCHOOL, als_rekenblad
from tui.opdrachten import hoofd
from tui.werk.overzichten import lees_overzicht, maak_obo, maak_ro

LATER = BOEKING | {"op": OP + timedelta(days=1)}
GOUD = Path(__file__).parent.parent / "goud"
VANDAAG = f"{datetime.now().astimezone():%Y%m%d}"


def vavo(*woorden: str | Path) -> Result:
    return CliRunner().invoke(hoofd, ["overzicht", *map(str, woorden)], env={"COLUMNS": "100"})


@pytest.fixture
def register(tmp_path: Path) -> Path:
    pad = tmp_path / "register.db"
    with Register.open(pad) as opslag:
        opslag.boek_alle(SCHOOL, **BOEKING)
    return pad


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    uit = tmp_path / "uit"
    uit.mkdir()
    return uit


def maak(register: Path, map_: Path, *, van: str = "2024-08-01", tot: str = "2025-07-31") -> Path:
    gevonden = vavo("ro", "--van", van, "--tot", tot, "--register", register, "--uit", map_)
    assert (0, "") == (gevonden.exit_code, gevonden.stderr)
    return map_ / f"RO_99XX_{van.replace('-', '')}_{tot.replace('-', '')}.CSV"


def boek(register: Path, *standen: object) -> None:
    with Register.open(register) as opslag:
        assert None not in opslag.boek_alle(standen, **LATER)


def verschillenlijst(pad: Path) -> list[list[str]]:
    return [regel.split("|") for regel in pad.read_text(encoding="utf-8").splitlines()]


def goud(naam: str, gevonden: Path) -> None:
    if os.environ.get("VAVO_GOUD"):
        (GOUD / naam).write_bytes(gevonden.read_bytes())
    assert (GOUD / naam).read_text(encoding="utf-8") == gevonden.read_text(encoding="utf-8")


def test_ro_en_obo_van_een_kleine_school_zijn_precies_zo(register: Path, map_: Path) -> None:
    ro = maak_ro(register, map_, brin=None, periode=JAAR, dag=DAG)
    obo = maak_obo(register, map_, brin="99XX", jaar=2024, dag=DAG)

    assert ["OBO_99XX_2024_20250815.CSV", "RO_99XX_20240801_20250731.CSV"] == sorted(
        pad.name for pad in map_.iterdir()
    )
    assert [0o600, 0o600] == [pad.stat().st_mode & 0o777 for pad in map_.iterdir()]
    goud("ro.csv", ro.pad)
    goud("obo.csv", obo.pad)


def test_ro_zegt_wat_erin_staat(register: Path, map_: Path) -> None:
    gevonden = vavo(
        *("ro", "--van", "2024-07-31", "--tot", "2024-07-31"),
        *("--register", register, "--uit", map_),
    )

    pad = map_ / "RO_99XX_20240731_20240731.CSV"
    assert f"{pad}: 1 PER, 1 ISG, 1 ISP.\n" == gevonden.output
    assert (
        f"VLP|99XX|2024-07-31|2024-07-31|{datetime.now().astimezone():%Y-%m-%d}"
        == (pad.read_text(encoding="utf-8").splitlines()[0])
    )


def test_een_periode_waarin_niets_valt_geeft_een_leeg_overzicht(register: Path, map_: Path) -> None:
    pad = maak(register, map_, van="2010-01-01", tot="2010-12-31")

    assert ["VLP", "SLR"] == [regel[:3] for regel in pad.read_text().splitlines()]
    assert 0 == vavo("vergelijk", pad, "--register", register).exit_code


@pytest.mark.parametrize(
    ("van", "tot", "reden"),
    [
        ("2025-08-01", "2025-07-31", "de begindatum van de periode (2025-08-01) ligt na"),
        ("2023-08-01", "2025-08-02", "is meer dan 2 jaar"),
        ("1-8-2024", "2025-07-31", "'--van'"),
    ],
)
def test_een_periode_die_duo_weigert_schrijft_niets(
    van: str, tot: str, reden: str, register: Path, map_: Path
) -> None:
    gevonden = vavo("ro", "--van", van, "--tot", tot, "--register", register, "--uit", map_)

    assert 2 == gevonden.exit_code
    assert reden in gevonden.stderr
    assert [] == list(map_.iterdir())


def test_zonder_van_en_tot_is_er_geen_ro(register: Path) -> None:
    assert 2 == vavo("ro", "--van", "2024-08-01", "--register", register).exit_code


def test_wat_ro_schrijft_is_gelijk_aan_het_register(register: Path, map_: Path) -> None:
    gevonden = vavo("vergelijk", maak(register, map_), "--register", register)

    assert 0 == gevonden.exit_code
    assert "RO van 99XX, 2024-08-01 tot en met 2025-07-31: gelijk aan het register." in (
        gevonden.stdout
    )


def test_elk_verschil_staat_op_een_regel_en_nooit_met_een_bsn(register: Path, map_: Path) -> None:
    pad = maak(register, map_)
    _, van_vreemd, _, inschrijving, examen, oud = SCHOOL
    boek(
        register,
        evolve(van_vreemd, burgerservicenummer=None, perioden=(), aangeleverd_op=OP),
        evolve(inschrijving, onderwijsnummer="100000010", aangeleverd_op=OP),
        evolve(examen, examenresultaatvolgnummer="ER2"),
        evolve(oud, datum_uitschrijving_werkelijk=JAAR.begin, aangeleverd_op=OP),
    )
    with Register.open(register) as opslag:
        opslag.verwijder(Examenresultaat, sleutel_van(examen), **LATER)
    lijst = map_ / "verschillen.csv"

    gevonden = vavo("vergelijk", pad, "--register", register, "--uit", lijst)

    assert 1 == gevonden.exit_code
    regels = gevonden.stdout.splitlines()
    moment = "in het overzicht “2025-06-01T12:00:00”, in het register “2025-07-01T10:00:00”"
    anders = "in het overzicht anders dan in het register"
    assert [
        "student 100001, examenresultaat ER1: alleen in het overzicht",
        "student 100001, examenresultaat ER2: alleen in het register",
        f"student 100001, inschrijving I1: aangeleverd op: {moment}",
        f"student 100001, inschrijving I1: onderwijsnummer: {anders}",
        "student 100001, inschrijving OUD: alleen in het register",
        f"student 100002, inschrijving I1: aangeleverd op: {moment}",
        "student 100002, inschrijving I1: perioden 2024-08-01 (5372): alleen in het overzicht",
        "student 100002, inschrijving I1: perioden 2025-01-01 (5373): alleen in het overzicht",
    ] == sorted(regels[:-2])
    assert regels[-2].endswith(": 8 verschillen.")
    assert not {BSN, OWN, "100000010"} & set(gevonden.output.replace(":", " ").split())
    rijen = verschillenlijst(lijst)
    assert 1 + 8 == len(rijen)
    assert ["ISG", BSN, "100000010", "I1", "gewijzigd", "onderwijsnummer", "", "100000010"] in rijen
    assert ["EXR", BSN, "", "ER1", "weg", "", "", ""] in rijen
    assert 0o600 == lijst.stat().st_mode & 0o777


def test_een_leeg_veld_heet_leeg(register: Path, map_: Path) -> None:
    pad = maak(register, map_)
    boek(register, evolve(SCHOOL[2], voorvoegsel=None))
    uitvoer = vavo("vergelijk", pad, "--register", register).stdout

    assert "persoon: voorvoegsel: in het overzicht “van de”, in het register leeg" in uitvoer


def test_een_bestand_uit_een_rekenblad_wordt_vergeleken_en_gemeld(
    register: Path, map_: Path
) -> None:
    boek(register, evolve(SCHOOL[0], voornamen="Joris", achternaam="Duinstra"))
    pad = maak(register, map_)
    pad.write_text(als_rekenblad(pad.read_text().splitlines()), encoding="utf-8")

    gevonden = vavo("vergelijk", pad, "--register", register)

    assert 0 == gevonden.exit_code
    assert "Let op: puntkomma's tussen de velden in plaats van | (op regel 1)." in gevonden.stdout
    assert 6 == gevonden.stdout.count("Let op: ")
    assert gevonden.stdout.endswith(": gelijk aan het register.\n")


def test_een_onleesbaar_overzicht_noemt_elke_fout_en_vergelijkt_niets(
    register: Path, map_: Path
) -> None:
    pad = maak(register, map_)
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace("2005-03-14", "maart").replace("|HAVO|", "|havo|"))
    lijst = map_ / "verschillen.csv"

    gevonden = vavo("vergelijk", pad, "--register", register, "--uit", lijst)

    assert (2, "") == (gevonden.exit_code, gevonden.stdout)
    fouten = gevonden.stderr.splitlines()
    assert f"{pad}: regel 2, PER geboortedatum: gevonden “maart”" in fouten[0]
    assert tekst.count("|HAVO|") + 2 == len(fouten)
    assert f"fout: {pad} is niet te lezen; er is niets mee gedaan" == fouten[-1]
    assert not lijst.exists()


def test_obo_met_een_eerder_geeft_een_verschillenlijst(register: Path, map_: Path) -> None:
    eerder = maak_obo(register, map_, brin=None, jaar=2024, dag=DAG).pad
    boek(
        register,
        evolve(SCHOOL[3], hoogste_vooropleiding="05", aangeleverd_op=OP),
        evolve(SCHOOL[3], burgerservicenummer="999990020"),
    )
    for nr in ("001", "002"):
        gevonden = vavo(
            *("obo", "--studiejaar", "2024", "--eerder", eerder),
            *("--register", register, "--uit", map_),
        )
        lijst = map_ / f"OBOV_{nr}_99XX_{VANDAAG}.CSV"
        assert 0 == gevonden.exit_code
        assert f"{lijst}: 3 verschillen." in gevonden.stdout
        assert 0o600 == lijst.stat().st_mode & 0o777

    moment = ["2025-06-01T12:00:00", "2025-07-01T10:00:00"]
    assert [
        [*KOLOMMEN],
        ["ISG", BSN, "", "I1", "gewijzigd", "aangeleverd op", *moment],
        ["ISG", BSN, "", "I1", "gewijzigd", "hoogste vooropleiding", "", "05"],
        ["ISG", "999990020", "", "I1", "erbij", "", "", ""],
    ] == verschillenlijst(lijst)
    assert "3 ISG" in gevonden.stdout
    assert (
        0
        == vavo(
            "vergelijk", map_ / f"OBO_99XX_2024_{VANDAAG}.CSV", "--register", register
        ).exit_code
    )


def test_obo_gaat_zonder_studiejaar_over_het_lopende(register: Path, map_: Path) -> None:
    gevonden = vavo("obo", "--register", register, "--uit", map_)

    nu = datetime.now().astimezone()
    jaar = nu.year if nu.month >= 8 else nu.year - 1
    assert 0 == gevonden.exit_code
    assert Periode(datetime(jaar, 8, 1).date(), datetime(jaar + 1, 7, 31).date()) == (  # noqa: DTZ001
        lees_overzicht(map_ / f"OBO_99XX_{jaar}_{VANDAAG}.CSV").voorloop.periode
    )


def test_een_eerder_dat_er_geen_is_wordt_geweigerd(register: Path, map_: Path) -> None:
    ro = maak(register, map_)
    ander_jaar = maak_obo(register, map_, brin=None, jaar=2023, dag=DAG).pad
    zelfde = map_ / f"OBO_99XX_2024_{VANDAAG}.CSV"
    maak_obo(register, map_, brin=None, jaar=2024, dag=datetime.now().astimezone().date())
    eerst = sorted(map_.iterdir())

    for eerder, reden in (
        (ro, "is geen OBO maar een RO"),
        (ander_jaar, "is van 99XX, studiejaar 2023; gevraagd is 99XX, studiejaar 2024"),
        (zelfde, "zou zichzelf vervangen; kies met --uit een andere map"),
    ):
        gevonden = vavo(
            *("obo", "--studiejaar", "2024", "--eerder", eerder),
            *("--register", register, "--uit", map_),
        )
        assert 2 == gevonden.exit_code
        assert reden in gevonden.stderr
    assert eerst == sorted(map_.iterdir())


def test_bij_meer_scholen_kiest_brin(register: Path, map_: Path) -> None:
    boek(register, evolve(SCHOOL[3], brin="98XX"))
    periode = ("--van", "2024-08-01", "--tot", "2025-07-31")
    waar = ("--register", register, "--uit", map_)

    assert "kies met --brin" in vavo("ro", *periode, *waar).stderr
    assert "geen standen van BRIN 97XX" in vavo("ro", *periode, *waar, "--brin", "97XX").stderr
    assert 0 == vavo("ro", *periode, *waar, "--brin", "98XX").exit_code
    assert ["RO_98XX_20240801_20250731.CSV"] == [pad.name for pad in map_.iterdir()]


def test_zonder_register_of_met_een_leeg_is_er_een_fout(tmp_path: Path, map_: Path) -> None:
    leeg = tmp_path / "leeg.db"
    with Register.open(leeg):
        pass
    for pad, reden in ((leeg, "nog geen inschrijvingen"), (tmp_path / "geen.db", "er is geen reg")):
        gevonden = vavo("obo", "--register", pad, "--uit", map_)
        assert (2, True) == (gevonden.exit_code, reden in gevonden.stderr)
    assert not (tmp_path / "geen.db").exists()


def test_het_overzicht_zelf_wordt_niet_overschreven_met_de_verschillen(
    register: Path, map_: Path
) -> None:
    pad = maak(register, map_)

    assert 2 == vavo("vergelijk", pad, "--register", register, "--uit", pad).exit_code
    assert pad.read_text(encoding="utf-8").startswith("VLP")
