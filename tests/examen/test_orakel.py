"""The engine and the oracle agree on random candidates of every level and regime.

`VAVO_ORAKEL_AANTAL` sets how many of each (2000 for the full comparison), `VAVO_ORAKEL_ZAAD` draws
others.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from typing import Any

import pytest

from examen.model import Examenresultaat
from examen.reken import uitkomsten
from tests import orakel
from tests.kandidaten import NIVEAUS, REGIMES, kandidaten
from tests.vreemd import vreemd

AANTAL = int(os.environ.get("VAVO_ORAKEL_AANTAL", "200"))
ZAAD = int(os.environ.get("VAVO_ORAKEL_ZAAD", "1"))

PER_LIJST = ("opleiding", "combinatiecijfer", "uitslag", "cum_laude", "weggelaten", "duim")


def samenvatting(uitkomst: Any) -> dict[str, Any]:
    """Give all that engine and oracle both decide, as plain values."""
    return {
        "eindcijfers": dict(uitkomst.eindcijfers),
        "cijferlijsten": [
            {naam: getattr(lijst, naam) for naam in PER_LIJST} for lijst in uitkomst.cijferlijsten
        ],
        "certificaten": list(uitkomst.certificaten),
    }


def verschillen(examens: list[Examenresultaat]) -> tuple[list[Any], list[Any]]:
    """Give what the oracle and what the engine finds, of the candidates on which they differ."""
    van_orakel = [samenvatting(orakel.uitkomst(er)) for er in examens]
    van_motor = [samenvatting(uitkomst) for uitkomst in uitkomsten(examens)]
    anders = [
        (er, verwacht, gevonden)
        for er, verwacht, gevonden in zip(examens, van_orakel, van_motor, strict=True)
        if verwacht != gevonden
    ]
    return [(er, verwacht) for er, verwacht, _ in anders], [(er, gev) for er, _, gev in anders]


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("niveau", NIVEAUS)
def test_motor_en_orakel_zijn_het_eens(niveau: str, regime: int) -> None:
    verwacht, gevonden = verschillen(kandidaten(niveau, regime, AANTAL, ZAAD))
    assert verwacht == gevonden


@pytest.mark.parametrize("niveau", NIVEAUS)
def test_motor_en_orakel_zijn_het_eens_over_vreemde_invoer(niveau: str) -> None:
    rng = random.Random(f"{niveau} {ZAAD}")
    verwacht, gevonden = verschillen(
        [
            vreemd(er, rng)
            for regime in REGIMES
            for er in kandidaten(niveau, regime, AANTAL // 4, ZAAD + 1)
        ]
    )
    assert verwacht == gevonden


def test_hetzelfde_zaad_geeft_dezelfde_kandidaten() -> None:
    assert kandidaten("HAVO", 2025, 20, 7) == kandidaten("HAVO", 2025, 20, 7)
    assert kandidaten("HAVO", 2025, 20, 7) != kandidaten("HAVO", 2025, 20, 8)


def test_de_loting_raakt_elke_uitslag_vaak() -> None:
    for niveau in NIVEAUS:
        for regime in (2015, 2020, 2025):
            telling = Counter(
                lijst.uitslag
                for er in kandidaten(niveau, regime, 200, 1)
                for lijst in orakel.uitkomst(er).cijferlijsten
            )
            zelden = {uitslag for uitslag in "GAD" if telling[uitslag] < 20}
            assert set() == zelden, f"{niveau} {regime}: {telling}"


def test_de_loting_raakt_de_bijzondere_regels() -> None:
    lijsten = [
        (regime, lijst)
        for niveau in NIVEAUS
        for regime in (2015, 2016, 2021, 2022, 2025)
        for er in kandidaten(niveau, regime, 200, 1)
        for lijst in orakel.uitkomst(er).cijferlijsten
    ]
    assert any(lijst.weggelaten for _, lijst in lijsten)
    assert any(len(lijst.weggelaten) > 1 for _, lijst in lijsten)
    assert any(lijst.combinatiecijfer == "vr" for _, lijst in lijsten)
    assert {2021, 2022} == {regime for regime, lijst in lijsten if lijst.duim}
    assert {2016, 2021, 2022, 2025} == {regime for regime, lijst in lijsten if lijst.cum_laude}
