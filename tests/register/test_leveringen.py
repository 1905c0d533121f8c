"""What the register remembers of messages: each with its answer, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from examen.model import Examenresultaat
from register.bericht import Aanlevering, Antwoord, Verwijdering, antwoord_op, bevinding
from register.fouten import RegisterFout
from register.opslag import Register, Sleutel
from register.opslag.leveringen import Leveringen, Richting
from register.signaal import catalogus
from tests.momenten import BOEKING, OP

SIGNAAL = catalogus("vavo").signalen["cijfer_se_ontbreekt"]
SLEUTEL = Sleutel("999990019", "01AA", "ER1")
WIE = {"op": OP, "door": "toets"}


def examen(volgnummer: str = "ER1") -> Examenresultaat:
    return Examenresultaat(
        brin="01AA", burgerservicenummer="999990019", examenresultaatvolgnummer=volgnummer
    )


def aanlevering(nummer: int, volgnummer: str = "ER1") -> Aanlevering:
    return Aanlevering(nummer=nummer, entiteit=examen(volgnummer))


def afgekeurd(nummer: int) -> Antwoord:
    return antwoord_op(nummer, [bevinding(SIGNAAL, {"resultaatvolgnummer": "3"})])


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    pad = tmp_path / "register.db"
    with Register.open(pad) as register:
        register.boek(examen(), **BOEKING)
    return pad


@pytest.fixture
def leveringen(pad: Path) -> Iterator[Leveringen]:
    with Leveringen.open(pad) as open_leveringen:
        yield open_leveringen


def test_een_melding_komt_terug_zoals_zij_was(leveringen: Leveringen) -> None:
    nummer = leveringen.begin("a.xml", Richting.UIT, **WIE)
    weg = Verwijdering(
        nummer=2,
        klasse=Examenresultaat,
        brin="01AA",
        burgerservicenummer="999990019",
        volgnummer="ER2",
        aangeleverd_op=OP,
    )
    leveringen.leg_vast(nummer, [(aanlevering(1), 1), (weg, None)])
    een, twee = leveringen.berichten(nummer)

    assert ("aanleveren", "examenresultaat", SLEUTEL, 1, None) == (
        een.handeling,
        een.soort,
        een.sleutel,
        een.stand,
        een.goedgekeurd,
    )
    assert ("verwijderen", "ER2", None) == (twee.handeling, twee.sleutel.volgnummer, twee.stand)


def test_antwoorden_komen_bij_hun_melding(leveringen: Leveringen) -> None:
    nummer = leveringen.begin("a.xml", Richting.UIT, **WIE)
    leveringen.leg_vast(nummer, [(aanlevering(1), 1), (aanlevering(2, "ER2"), None)])
    leveringen.leg_vast(nummer, [(aanlevering(3, "ER3"), None)])

    assert 2 == leveringen.beantwoord(nummer, [afgekeurd(2), antwoord_op(1, [])])

    een, twee, drie = leveringen.berichten(nummer)
    (levering,) = leveringen.alle()

    assert [True, False, None] == [m.goedgekeurd for m in (een, twee, drie)]
    assert afgekeurd(2).bevindingen == twee.bevindingen
    assert (3, 1, 1, 1) == (
        levering.meldingen,
        levering.goedgekeurd,
        levering.afgekeurd,
        levering.zonder_antwoord,
    )


def test_een_antwoord_op_een_onbekende_melding_verandert_niets(leveringen: Leveringen) -> None:
    nummer = leveringen.begin("a.xml", Richting.UIT, **WIE)
    leveringen.leg_vast(nummer, [(aanlevering(1), 1)])

    with pytest.raises(RegisterFout, match="melding 2 staat niet in deze levering"):
        leveringen.beantwoord(nummer, [antwoord_op(1, []), antwoord_op(2, [])])

    assert [None] == [m.goedgekeurd for m in leveringen.berichten(nummer)]


def test_wie_een_levering_nog_eens_verwerkt_verdubbelt_niets(leveringen: Leveringen) -> None:
    nummer = leveringen.begin("a.xml", Richting.IN, merk="abc", **WIE)
    leveringen.leg_vast(nummer, [(aanlevering(1), 1)], [antwoord_op(1, [])])
    weer = leveringen.begin("a.xml", Richting.IN, merk="abc", **WIE)
    leveringen.leg_vast(weer, [(aanlevering(1), None)], [antwoord_op(1, [])])

    assert nummer == weer
    assert [(1, True)] == [(m.stand, m.goedgekeurd) for m in leveringen.berichten(nummer)]
    assert weer != leveringen.begin("a.xml", Richting.IN, merk="def", **WIE)
    assert weer != leveringen.begin("a.xml", Richting.UIT, merk="abc", **WIE)


def test_bij_een_stand_hoort_de_laatste_melding_erover(leveringen: Leveringen) -> None:
    for naam, antwoord in (("a.xml", afgekeurd(1)), ("b.xml", antwoord_op(1, []))):
        nummer = leveringen.begin(naam, Richting.UIT, **WIE)
        leveringen.leg_vast(nummer, [(aanlevering(1), 1)], [antwoord])
    gevonden = leveringen.van_standen([1, 99])

    assert {1: True} == {stand: m.goedgekeurd for stand, m in gevonden.items()}


def test_de_nieuwste_levering_staat_bovenaan(leveringen: Leveringen) -> None:
    for naam in ("oud.xml", "nieuw.xml"):
        leveringen.begin(naam, Richting.UIT, op=datetime(2025, 1, 1), door="toets")  # noqa: DTZ001

    assert ["nieuw.xml", "oud.xml"] == [een.naam for een in leveringen.alle()]
