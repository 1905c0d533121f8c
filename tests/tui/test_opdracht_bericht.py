"""`vavo bericht maak`: what the register holds as messages, and `vavo lever` takes them back."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from sqlalchemy.exc import IntegrityError

from examen.model import Examenresultaat
from register.bericht import Aanlevering, Melding, Verwijdering, keur_levering, lees_levering
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel
from register.opslag.leveringen import Leveringen
from register.opslag.verzonden import Verzendingen
from register.vavo.inschrijving import Inschrijving
from tests.schoon import PEILDATUM, schoon
from tui.opdrachten import hoofd
from tui.werk import bijhouden
from tui.werk.levering import KLASSEN
from tui.werk.verzending import maak_levering

MOMENT = datetime(2025, 6, 30, 12, 0, 0, 250)  # noqa: DTZ001 - local Dutch time
LATER = datetime(2025, 6, 30, 13, 0, 0)  # noqa: DTZ001
ANNA, BEN = "999990019", "100000009"


def personen() -> Iterator[Persoon]:
    yield Persoon(
        burgerservicenummer=ANNA,
        onderwijsnummer="100000022",
        studentnummer="100001",
        geboortedatum="1990-01-01",
        geslacht="2",
        achternaam="Duinstra",
    )
    yield Persoon(
        onderwijsnummer=BEN, studentnummer="100002", geboortedatum="1991-00-00", geslacht="1"
    )


def standen() -> Iterator[Any]:
    yield from personen()
    for nummers in ({"burgerservicenummer": ANNA}, {"onderwijsnummer": BEN}):
        yield Inschrijving(
            brin="99XX",
            inschrijvingvolgnummer="I1",
            datum_inschrijving=date(2024, 8, 1),
            **nummers,
        )
    yield evolve(schoon("HAVO"), aangeleverd_op=None)
    yield evolve(schoon("VWO_ATH"), burgerservicenummer=None, onderwijsnummer=BEN)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    pad = tmp_path / "register.db"
    with Register.open(pad) as open_register:
        open_register.boek_alle(standen(), door="tester", reden="proef", op=MOMENT)
    return pad


def boek(register: Path, entiteit: Any) -> None:
    with Register.open(register) as open_register:
        open_register.boek(entiteit, door="tester", reden="gewijzigd", op=LATER)


def vavo(*argumenten: str | Path) -> Result:
    return CliRunner().invoke(hoofd, [*map(str, argumenten)], prog_name="vavo")


def gemaakt(register: Path, *argumenten: str) -> list[Melding]:
    """The messages that are made, having passed the gate of `vavo lever`."""
    uit = register.with_name("levering.xml")
    uit.unlink(missing_ok=True)
    gevonden = vavo("bericht", "maak", *argumenten, "--register", register, "--uit", uit)
    assert 0 == gevonden.exit_code, gevonden.output
    if not uit.exists():
        assert "Er is niets te melden.\n" == gevonden.output
        return []
    with uit.open("rb") as bron:
        keur_levering(bron, KLASSEN, datetime.fromisoformat("2026-01-01"))
        return list(lees_levering(bron, KLASSEN))


def waarover(meldingen: list[Melding]) -> list[tuple[str, str]]:
    return [(melding.klasse.__name__, melding.sleutel.persoon) for melding in meldingen]


ALLES = [
    ("Inschrijving", ANNA),
    ("Inschrijving", BEN),
    ("Examenresultaat", ANNA),
    ("Examenresultaat", BEN),
]


def test_alle_standen_worden_berichten_met_hun_persoon(register: Path) -> None:
    meldingen = gemaakt(register, "--alle")

    assert ALLES == waarover(meldingen)
    assert [*personen(), None, None] == [
        melding.persoon for melding in meldingen if isinstance(melding, Aanlevering)
    ]
    assert MOMENT.replace(microsecond=0) == meldingen[2].aangeleverd_op
    assert schoon("VWO_ATH").aangeleverd_op == meldingen[3].aangeleverd_op


def test_wat_in_een_levering_stond_is_niet_meer_nieuw(register: Path) -> None:
    assert ALLES == waarover(gemaakt(register))
    assert [] == gemaakt(register)
    assert [] == gemaakt(register, "--gewijzigd")
    assert ALLES == waarover(gemaakt(register, "--alle"))


@pytest.mark.parametrize("tabel", ["levering", "melding", "verzonden"])
def test_wie_bij_het_onthouden_wordt_gestopt_heeft_niets_onthouden(
    register: Path, tabel: str
) -> None:
    uit = register.with_name("levering.xml")
    with closing(sqlite3.connect(register)) as verbinding:
        verbinding.execute(
            f"CREATE TRIGGER stop BEFORE INSERT ON {tabel} BEGIN SELECT RAISE(ABORT, 'stop'); END"
        )
    gestopt = vavo("bericht", "maak", "--register", register, "--uit", uit)
    with closing(sqlite3.connect(register)) as verbinding:
        verbinding.execute("DROP TRIGGER stop")

    assert isinstance(gestopt.exception, IntegrityError)
    with Leveringen.open(register) as leveringen:
        assert [] == leveringen.alle()
    assert 4 == len(gemaakt(register))


def test_wat_geschreven_is_blijft_niet_in_het_geheugen(register: Path) -> None:
    levend: list[int] = []

    def tel() -> None:
        levend.append(sum(isinstance(een, Aanlevering) for een in gc.get_objects()))

    maak_levering(
        register,
        register.with_name("levering.xml"),
        brin=None,
        personen=None,
        alleen_nieuw=False,
        op=LATER,
        door="tester",
        gedaan=tel,
    )

    assert 4 == len(levend)
    assert levend[1] == levend[3]


def test_wat_daarna_wijzigt_is_nieuw(register: Path) -> None:
    gemaakt(register)
    boek(register, evolve(schoon("HAVO"), teruggetrokken=True, aangeleverd_op=LATER))

    (melding,) = gemaakt(register)

    assert isinstance(melding, Aanlevering)
    assert melding.entiteit.teruggetrokken
    assert [] == gemaakt(register)


def test_een_gewijzigde_persoon_gaat_met_de_inschrijving_mee(register: Path) -> None:
    gemaakt(register)
    boek(register, evolve(next(personen()), voornamen="Anna"))

    (melding,) = gemaakt(register)

    assert isinstance(melding, Aanlevering)
    assert melding.persoon is not None
    assert ("Anna", LATER) == (melding.persoon.voornamen, melding.aangeleverd_op)


def test_een_verwijdering_wordt_gemeld_als_duo_de_stand_kende(register: Path) -> None:
    gemaakt(register, "100001")
    with Register.open(register) as open_register:
        for sleutel in (Sleutel(ANNA, "99XX", "ER1"), Sleutel(BEN, "99XX", "ER1")):
            open_register.verwijder(
                Examenresultaat, sleutel, door="tester", reden="vergissing", op=LATER
            )

    verwijderingen = [m for m in gemaakt(register) if isinstance(m, Verwijdering)]

    (weg,) = verwijderingen
    assert (ANNA, "99XX", "ER1", LATER) == (
        weg.burgerservicenummer,
        weg.brin,
        weg.volgnummer,
        weg.aangeleverd_op,
    )
    assert [] == gemaakt(register)


BSN = "999990020"


@pytest.fixture
def geheridentificeerd(register: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All of it is known to DUO, and then Ben got a BSN."""
    gemaakt(register)
    monkeypatch.setattr(bijhouden, "nu", lambda: LATER)
    with Register.open(register) as open_register:
        bijhouden.Bijhouder(open_register, "an").heridentificeer(BEN, BSN)
    return register


def test_heridentificatie_is_een_bericht_met_beide_nummers_en_geen_verwijdering(
    geheridentificeerd: Path,
) -> None:
    register = geheridentificeerd
    meldingen = gemaakt(register)

    assert [("Inschrijving", BSN), ("Examenresultaat", BSN)] == waarover(meldingen)
    assert [(BSN, BEN)] * 2 == [
        (een.entiteit.burgerservicenummer, een.entiteit.onderwijsnummer)
        for een in meldingen
        if isinstance(een, Aanlevering)
    ]
    assert [] == gemaakt(register)


def test_wat_na_heridentificatie_weg_is_voor_duo_het_wist_gaat_weg_onder_het_onderwijsnummer(
    geheridentificeerd: Path,
) -> None:
    register = geheridentificeerd
    with Register.open(register) as open_register:
        open_register.verwijder(
            Examenresultaat,
            Sleutel(BSN, "99XX", "ER1"),
            door="an",
            reden="weg",
            op=LATER.replace(hour=14),
        )

    weg = [een for een in gemaakt(register) if isinstance(een, Verwijdering)]

    assert [(None, BEN, "ER1")] == [
        (een.burgerservicenummer, een.onderwijsnummer, een.volgnummer) for een in weg
    ]


@pytest.mark.parametrize("nummer", ["100002", BEN])
def test_een_student_wordt_met_een_van_zijn_nummers_gevonden(register: Path, nummer: str) -> None:
    verwacht = [("Inschrijving", BEN), ("Examenresultaat", BEN)]

    assert verwacht == waarover(gemaakt(register, nummer))
    assert [] == gemaakt(register, nummer, "--gewijzigd")
    assert verwacht == waarover(gemaakt(register, nummer))


def test_een_onbekende_student_wordt_gezegd_zonder_het_nummer_te_noemen(register: Path) -> None:
    gevonden = vavo("bericht", "maak", "100001", "999990020", "--register", register)

    assert 2 == gevonden.exit_code
    assert "de 2e student is niet gevonden" in gevonden.stderr
    assert "999990020" not in gevonden.output


def test_een_levering_is_van_een_instelling(register: Path) -> None:
    boek(register, evolve(schoon("HAVO"), brin="01AA", aangeleverd_op=LATER))

    gevonden = vavo("bericht", "maak", "--register", register)
    onbekend = vavo("bericht", "maak", "--register", register, "--brin", "02BB")

    assert (2, 2) == (gevonden.exit_code, onbekend.exit_code)
    assert "het register heeft standen van 01AA, 99XX; kies met --brin" in gevonden.stderr
    assert "het register heeft geen standen van BRIN 02BB" in onbekend.stderr
    assert [("Examenresultaat", ANNA)] == waarover(gemaakt(register, "--brin", "01AA"))


def test_zonder_naam_heet_de_levering_naar_instelling_en_tijd(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    gevonden = vavo("bericht", "maak", "--register", register)

    (pad,) = tmp_path.glob("levering_99XX_*.xml")
    assert f"{pad.name}: 2 aanleveren inschrijving, 2 aanleveren examenresultaat.\n" == (
        gevonden.output
    )


def test_alle_gaat_niet_samen_met_een_keuze(register: Path) -> None:
    for keuze in ("100001", "--gewijzigd"):
        gevonden = vavo("bericht", "maak", "--alle", keuze, "--register", register)

        assert 2 == gevonden.exit_code
        assert "--alle gaat niet samen" in gevonden.stderr


def test_een_leeg_register_heeft_niets_te_melden(tmp_path: Path) -> None:
    leeg = tmp_path / "leeg.db"
    Register.open(leeg).sluit()

    assert "Er is niets te melden.\n" == vavo("bericht", "maak", "--register", leeg).output
    assert 2 == vavo("bericht", "maak", "--register", tmp_path / "geen.db").exit_code


def test_eigen_berichten_veranderen_het_eigen_register_niet(register: Path) -> None:
    gemaakt(register)
    levering = register.with_name("levering.xml")
    peildatum = PEILDATUM.isoformat()

    gevonden = vavo("lever", levering, "--register", register, "--peildatum", peildatum)

    assert 0 == gevonden.exit_code, gevonden.output
    with Register.open(register) as open_register:
        for klasse, sleutel in (
            (Persoon, Sleutel(ANNA)),
            (Inschrijving, Sleutel(ANNA, "99XX", "I1")),
            (Examenresultaat, Sleutel(ANNA, "99XX", "ER1")),
        ):
            assert 1 == len(open_register.historie(klasse, sleutel))


def test_wat_verwerkt_is_weet_duo(register: Path, tmp_path: Path) -> None:
    gemaakt(register)
    ander = tmp_path / "ander.db"

    vavo("lever", register.with_name("levering.xml"), "--register", ander)

    assert [] == gemaakt(ander)
    with Verzendingen.open(ander) as verzendingen:
        assert ["99XX"] == verzendingen.brins(KLASSEN)


def antwoorden_van(register: Path, levering: Path, map_: Path) -> Path:
    """Have another register answer a levering, as DUO does."""
    uit = map_ / "antwoorden.xml"
    gevonden = vavo("lever", levering, "--register", map_ / "duo.db", "--antwoord", uit)

    assert gevonden.exit_code in (0, 1), gevonden.output
    assert uit.exists()
    assert register.exists()
    return uit


def test_het_antwoord_van_duo_komt_bij_de_melding_en_de_stand(
    register: Path, tmp_path: Path
) -> None:
    levering = tmp_path / "l.xml"
    maak = vavo("bericht", "maak", "--register", register, "--uit", levering)
    assert 0 == maak.exit_code, maak.output
    antwoorden = antwoorden_van(register, levering, tmp_path)
    fout = vavo("bericht", "antwoord", antwoorden, "--register", register)
    goed = vavo("bericht", "antwoord", antwoorden, "--levering", "l.xml", "--register", register)

    assert 2 == fout.exit_code
    assert "antwoorden.xml is hier niet gemaakt" in fout.stderr
    assert "4 meldingen, " in goed.stdout

    with Leveringen.open(register) as leveringen:
        (gemaakt,) = leveringen.alle()
        berichten = leveringen.berichten(gemaakt.nummer)
    keuringen = [een.goedgekeurd for een in berichten]

    assert None not in keuringen
    assert (keuringen.count(False) > 0) == (goed.exit_code == 1)
    assert all(een.stand for een in berichten)
    assert "l.xml: 4 meldingen" in vavo("bericht", "lijst", "--register", register).stdout


def test_een_bestand_dat_geen_antwoorden_heeft_zegt_op_welke_regel(
    register: Path, tmp_path: Path
) -> None:
    pad = tmp_path / "l.antwoord.xml"
    pad.write_text(
        '<antwoorden xmlns="urn:vavo:bron-vavo:1" brin="99XX">\n'
        "<aanleveren_inschrijving_response><melding>nul</melding>"
        "</aanleveren_inschrijving_response></antwoorden>",
        encoding="utf-8",
    )
    gevonden = vavo("bericht", "antwoord", pad, "--register", register)

    assert 2 == gevonden.exit_code
    assert (
        "regel 2: dit is geen antwoord: aanleveren_inschrijving_response is niet goed"
        in gevonden.stderr
    )


def test_zonder_leveringen_zegt_de_lijst_dat(register: Path) -> None:
    assert "Er is nog niets geleverd.\n" == vavo("bericht", "lijst", "--register", register).stdout
