"""The findings on what is in a register: the same as DUO's answers, for one student and for all."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

from examen.controles import kwaliteit as examenkwaliteit
from examen.model import Examenresultaat
from examen.voorbeeld import voorbeeld
from examen.voorbeeld.aanlevering import aangeleverd
from register.bericht import Aanlevering
from register.model.persoon import Persoon
from register.opslag import Boeking, Register, Sleutel, soort_van
from register.referentie.opslag import Referentieopslag
from register.referentie.voorbeeld import vul
from register.vavo import kwaliteit
from register.vavo.inschrijving import Inschrijving
from register.wijziging import haal_weg, pas_toe, zet
from tests.momenten import BOEKING
from tests.omgeving import PEILDATUM, SCHOON
from tests.schoon import schoon
from tui.opdrachten import hoofd
from tui.registerinzage import RegisterInzage
from tui.weergave.schoolbevindingen import Schoolbevinding
from tui.werk.beoordelaar import Beoordelaar
from tui.werk.bevindingen import van_register

ACHTERAF = {c.signaal for c in (*kwaliteit.CONTROLES, *examenkwaliteit.CONTROLES)}


def vul_register(pad: Path, *entiteiten: object) -> Path:
    with Register.open(pad) as register:
        register.boek_alle(entiteiten, **BOEKING)
    with Referentieopslag.open(pad) as opslag:
        vul(opslag, Boeking(**BOEKING))
    return pad


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kandidaten = list(aangeleverd(voorbeeld(150, regimes=range(2023, 2026), zaad=3), zaad=3))
    zonder_locatie = [
        pas_toe(k.inschrijving, zet("perioden", onderwijslocatie="999X999"))
        if plaats % 7 == 0
        else k.inschrijving
        for plaats, k in enumerate(kandidaten)
    ]
    return vul_register(
        tmp_path_factory.mktemp("school") / "register.db",
        *(k.persoon for k in kandidaten),
        *zonder_locatie,
        *(k.examenresultaat for k in kandidaten),
    )


def bevindingen(pad: Path, dag: date = PEILDATUM) -> list[Schoolbevinding]:
    with Register.open(pad) as register, Referentieopslag.open(pad) as opslag:
        return list(van_register(register, opslag, dag))


Telling = Counter[tuple[str, str, str]]


def als_duo(pad: Path, dag: date) -> Telling:
    """Name every finding of the answers to messages about all standen."""
    gevonden: Telling = Counter()
    with Register.open(pad) as register, Referentieopslag.open(pad) as opslag:
        beoordelaar = Beoordelaar(register, opslag, dag)
        for klasse, oordeel in (
            (Inschrijving, beoordelaar.inschrijvingen),
            (Examenresultaat, beoordelaar.examenresultaten),
        ):
            for student in register.zoek_studenten("", 1_000):
                for stand, entiteit in register.actuelen(klasse, student.persoon):
                    (antwoorden,) = oordeel([Aanlevering(nummer=1, entiteit=entiteit)])
                    for een in antwoorden:
                        plaats = {s.sleutelnaam: s.sleutelwaarde for s in een.sleutels}
                        gevonden[stand.sleutel.persoon, een.signaal, str(plaats)] += 1
    return gevonden


def test_de_bevindingen_van_de_school_zijn_de_antwoorden_van_duo(school: Path) -> None:
    eigen: Telling = Counter(
        (een.sleutel.persoon, een.bevinding.signaal.naam, str(dict(een.bevinding.sleutels)))
        for een in bevindingen(school)
        if een.bevinding.signaal.id not in ACHTERAF and een.soort != soort_van(Persoon)
    )

    assert als_duo(school, PEILDATUM) == eigen
    assert {"Onderwijslocatie onbekend", "Eindcijfer onjuist berekend"} < {
        signaal for _, signaal, _ in eigen
    }


def test_een_dossier_heeft_de_bevindingen_die_de_school_er_heeft(school: Path) -> None:
    vandaag = date.today()  # noqa: DTZ011 (the app judges as of today)
    per_stand: dict[Sleutel, list[str]] = {}
    for een in bevindingen(school, vandaag):
        per_stand.setdefault(een.sleutel, []).append(een.bevinding.signaal.id)
    inzage = RegisterInzage.open(school, "test")
    try:
        gezien = 0
        for sleutel, verwacht in per_stand.items():
            soort = Examenresultaat if sleutel.volgnummer.startswith("ER") else Inschrijving
            gevonden = inzage.beoordeeld(soort_van(soort), sleutel).bevindingen
            gezien += len(gevonden)

            assert sorted(verwacht) == sorted(een.signaal.id for een in gevonden)
    finally:
        inzage.sluit()

    assert gezien > 0


def test_de_kwaliteitscontrole_hoort_bij_de_bevindingen(tmp_path: Path) -> None:
    zonder = pas_toe(schoon("HAVO"), haal_weg("uitslag"))
    pad = vul_register(tmp_path / "r.db", SCHOON["persoon"], SCHOON["inschrijving"], zonder)

    gevonden = bevindingen(pad, date(2025, 8, 15))

    assert ["uitslag_examen_verwacht"] == [een.bevinding.signaal.id for een in gevonden]


def vavo(*woorden: str | Path) -> Result:
    return CliRunner().invoke(hoofd, list(map(str, woorden)), env={"COLUMNS": "100"})


def opdracht(pad: Path, *opties: str) -> Result:
    return vavo("bevindingen", "--register", pad, "--peildatum", str(PEILDATUM), *opties)


def test_een_schoon_register_heeft_geen_bevindingen(tmp_path: Path) -> None:
    pad = vul_register(tmp_path / "r.db", SCHOON["persoon"], SCHOON["inschrijving"], schoon("HAVO"))
    gevonden = opdracht(pad)

    assert (0, "") == (gevonden.exit_code, gevonden.stderr)
    assert gevonden.stdout.startswith("Geen bevindingen.\n")


def test_de_opdracht_telt_per_signaal_en_noemt_wat_niet_is_beoordeeld(tmp_path: Path) -> None:
    examen = pas_toe(schoon("HAVO"), zet("vakresultaten[vak=1021]", cijfer_se=None))
    pad = tmp_path / "r.db"
    with Register.open(pad) as register:
        register.boek_alle([SCHOON["persoon"], SCHOON["inschrijving"], examen], **BOEKING)
    gevonden = opdracht(pad)

    assert 1 == gevonden.exit_code
    assert "Cijfer SE ontbreekt" in gevonden.stdout
    assert "Niet beoordeeld: " in gevonden.stdout


def test_de_lijst_noemt_de_plaats_en_geen_bsn(tmp_path: Path) -> None:
    examen = pas_toe(schoon("HAVO"), zet("vakresultaten[vak=1021]", cijfer_se=None))
    pad = vul_register(tmp_path / "r.db", SCHOON["persoon"], SCHOON["inschrijving"], examen)
    gevonden = opdracht(pad, "--lijst")
    regels = gevonden.stdout.splitlines()

    assert "student;soort;volgnummer;plaats;signaal;effect;tekst" == regels[0]
    assert any(
        regel.startswith("100001;examenresultaat;ER1;resultaat GS")
        and "Cijfer SE ontbreekt;afkeur" in regel
        for regel in regels
    )
    assert "999990019" not in gevonden.stdout


def test_elk_deel_van_een_bevinding_heeft_een_naam(school: Path) -> None:
    from tui.weergave.bevindingen import SLEUTELNAMEN

    sleutels = {naam for een in bevindingen(school) for naam in een.bevinding.sleutels}

    assert {"resultaatvolgnummer", "begindatum"} <= sleutels <= set(SLEUTELNAMEN)


def test_zonder_register_zegt_de_opdracht_dat(tmp_path: Path) -> None:
    gevonden = vavo("bevindingen", "--register", tmp_path / "geen.db")

    assert 2 == gevonden.exit_code
    assert "er is geen register in" in gevonden.stderr


def test_een_gewijzigde_stand_wordt_opnieuw_beoordeeld(tmp_path: Path) -> None:
    pad = vul_register(tmp_path / "r.db", SCHOON["persoon"], SCHOON["inschrijving"], schoon("HAVO"))
    met_fout = pas_toe(schoon("HAVO"), zet("vakresultaten[vak=1021]", cijfer_se=None))

    assert [] == bevindingen(pad)

    with Register.open(pad) as register:
        later = evolve(met_fout, aangeleverd_op=BOEKING["op"])
        register.boek(later, **BOEKING)

    assert "cijfer_se_ontbreekt" in {een.bevinding.signaal.id for een in bevindingen(pad)}


def test_een_dossier_wordt_beoordeeld_met_de_referentie_die_er_dan_is(tmp_path: Path) -> None:
    pad = tmp_path / "r.db"
    elders = evolve(SCHOON["inschrijving"], brin="98ZZ")
    with Register.open(pad) as register:
        register.boek_alle([SCHOON["persoon"], elders], **BOEKING)
    inzage = RegisterInzage.open(pad, "test")
    try:
        (student,) = inzage.zoek_studenten("", 2)
        eerst = inzage.dossier(student)
        with Referentieopslag.open(pad) as opslag:
            vul(opslag, Boeking(**BOEKING))
        later = inzage.dossier(student)
    finally:
        inzage.sluit()
    vers = RegisterInzage.open(pad, "test")
    try:
        assert eerst != later
        assert vers.dossier(student) == later
    finally:
        vers.sluit()


def test_een_dossier_dat_werd_bekeken_is_na_een_wijziging_niet_oud(tmp_path: Path) -> None:
    pad = vul_register(tmp_path / "r.db", SCHOON["persoon"], SCHOON["inschrijving"], schoon("HAVO"))
    inzage = RegisterInzage.open(pad, "test")
    try:
        (student,) = inzage.zoek_studenten("", 2)
        eerst = inzage.dossier(student)

        assert eerst is inzage.dossier(student)

        met_fout = pas_toe(schoon("HAVO"), zet("vakresultaten[vak=1021]", cijfer_se=None))
        with Register.open(pad) as elders:
            elders.boek(evolve(met_fout, aangeleverd_op=BOEKING["op"]), **BOEKING)
        (examen,) = inzage.dossier(student).examenresultaten

        assert "cijfer_se_ontbreekt" in {een.signaal.id for een in examen.bevindingen}
    finally:
        inzage.sluit()
