"""What follows from a mark: the same whether it was worked out ahead or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import evolve

from examen.model import Examenresultaat
from register.opslag import Boeking, Register
from register.referentie.opslag import Referentieopslag
from register.referentie.voorbeeld import vul
from tests.momenten import BOEKING, OP
from tests.omgeving import SCHOON
from tests.schoon import schoon
from tests.tui.test_bevindingen import vul_register
from tui.registerinzage import RegisterInzage
from tui.werk import inzichten as module

LATER = {**BOEKING, "op": OP + timedelta(days=1)}


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return vul_register(tmp_path / "register.db", *SCHOON.values(), schoon("HAVO"))


@pytest.fixture
def inzage(pad: Path) -> Iterator[RegisterInzage]:
    inzage = RegisterInzage.open(pad, "test")
    yield inzage
    inzage.sluit()


@pytest.fixture
def uitgewerkt(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Give of every time that something was really worked out how many versions it was."""
    keren: list[int] = []
    echt = module._werk_uit

    def telt(versies: tuple[Examenresultaat, ...], grond: object) -> object:
        keren.append(len(versies))
        return echt(versies, grond)

    monkeypatch.setattr(module, "_werk_uit", telt)
    return keren


def met_se(er: Examenresultaat, cijfer: int) -> Examenresultaat:
    eerste, *rest = er.vakresultaten
    return evolve(er, vakresultaten=(evolve(eerste, cijfer_se=cijfer), *rest))


def test_vooruit_bekeken_is_hetzelfde(
    pad: Path, inzage: RegisterInzage, uitgewerkt: list[int]
) -> None:
    er = schoon("HAVO")
    versies = [met_se(er, cijfer) for cijfer in (10, *range(70, 80))]

    inzage.inzichten(er, *versies)
    vooruit = [inzage.inzichten(er, versie) for versie in versies]

    assert [12] == uitgewerkt
    vers = RegisterInzage.open(pad, "test")
    assert [vers.inzichten(er, versie) for versie in versies] == vooruit
    vers.sluit()
    assert len({str(oud_en_nieuw) for oud_en_nieuw in vooruit}) > 1


def test_met_een_andere_inschrijving_is_het_opnieuw_bekeken(
    pad: Path, inzage: RegisterInzage, uitgewerkt: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "vandaag", lambda: date(2025, 9, 1))
    er = schoon("HAVO")
    (voor,) = inzage.inzichten(er)
    with Register.open(pad) as register:
        anders = {"datum_inschrijving": date(2025, 8, 1), "aangeleverd_op": LATER["op"]}
        register.boek(evolve(SCHOON["inschrijving"], **anders), **LATER)
    (na,) = inzage.inzichten(er)

    assert [1, 1] == uitgewerkt
    assert () == voor.bevindingen
    assert "geen_inschrijving_op_datum_uitslag" in {een.signaal.id for een in na.bevindingen}


def test_de_volgende_dag_is_het_opnieuw_bekeken(
    inzage: RegisterInzage, uitgewerkt: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for dag in (date(2025, 7, 31), date(2025, 8, 1)):
        monkeypatch.setattr(module, "vandaag", lambda dag=dag: dag)
        inzage.inzichten(schoon("HAVO"))

    assert [1, 1] == uitgewerkt


def test_met_nieuwe_referentiegegevens_is_het_opnieuw_bekeken(
    pad: Path, inzage: RegisterInzage, uitgewerkt: list[int]
) -> None:
    inzage.inzichten(schoon("HAVO"))
    with Referentieopslag.open(pad) as opslag:
        vul(opslag, Boeking(**LATER))
    inzage.inzichten(schoon("HAVO"))

    assert [1, 1] == uitgewerkt
