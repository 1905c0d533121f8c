"""Worked cases from public sources, by the engine and by the oracle."""

from __future__ import annotations

import pytest

from tests.proefexamen import proefexamen
from tests.rijen import Reken, Rij, lees, van_de_motor, van_het_orakel, verwacht_en_gevonden

RIJEN: list[Rij] = lees("openbaar.toml")["rij"]
EINDCIJFERS: list[Rij] = lees("eindcijfer.toml")["geval"]


@pytest.mark.parametrize("reken", [van_de_motor, van_het_orakel])
@pytest.mark.parametrize("rij", RIJEN, ids=[rij["naam"] for rij in RIJEN])
def test_openbaar_geval(rij: Rij, reken: Reken) -> None:
    verwacht, gevonden = verwacht_en_gevonden(rij, reken)
    assert verwacht == gevonden


@pytest.mark.parametrize("reken", [van_de_motor, van_het_orakel])
@pytest.mark.parametrize("regime", [2015, 2019, 2021, 2027])
def test_eindcijfers_uit_proefgevallen(regime: int, reken: Reken) -> None:
    examens = []
    for geval in EINDCIJFERS:
        vak = "economie" if "ce" in geval else "maatschappijleer"
        cijfers = {"se": geval["se"], "ce": geval.get("ce", ())}
        examens.append((vak, proefexamen("VWO_ATH", regime, vakken={vak: cijfers})))
    uitkomsten = reken([examen for _, examen in examens])
    assert {geval["id"]: geval["eindcijfer"] for geval in EINDCIJFERS} == {
        geval["id"]: uitkomst.eindcijfers[vak]
        for geval, (vak, _), uitkomst in zip(EINDCIJFERS, examens, uitkomsten, strict=True)
    }


def test_elk_geval_noemt_een_bekende_bron() -> None:
    bronnen = lees("eindcijfer.toml")["bronnen"]
    assert [] == [geval["id"] for geval in EINDCIJFERS if geval["bron"] not in bronnen]
