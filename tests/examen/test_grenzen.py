"""For each norm a case on the border and one beside it (gevallen/uitslag.toml), both ways."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from examen.model import Examenresultaat
from examen.reken import uitkomsten
from tests import orakel
from tests.kandidaten import NIVEAUS, REGIMES
from tests.proefexamen import proefexamen

RIJEN: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "gevallen" / "uitslag.toml").read_text(encoding="utf-8")
)["rij"]
UITKOMST = ("uitslag", "combinatiecijfer", "cum_laude", "weggelaten", "duim")
NIET_VAN_HET_EXAMEN = {
    *UITKOMST,
    "eindcijfers",
    "certificaten",
    "naam",
    "bron",
    "niveaus",
    "regimes",
}
ONTBREKEND = {"niet afgelegd": None, "geen": None}
"""TOML has no null: these words stand for it."""

Plaats = tuple[str, int]


def plaatsen(rij: dict[str, Any]) -> list[Plaats]:
    """Give every niveau and regime a row is about."""
    return [
        (niveau, regime)
        for niveau in rij.get("niveaus", NIVEAUS)
        for regime in rij.get("regimes", REGIMES)
    ]


def examen(rij: dict[str, Any], plaats: Plaats) -> Examenresultaat:
    wijzigingen = {
        sleutel: _of_leeg(waarde)
        for sleutel, waarde in rij.items()
        if sleutel not in NIET_VAN_HET_EXAMEN
    }
    return proefexamen(*plaats, **wijzigingen)


def verwacht(rij: dict[str, Any]) -> dict[str, Any]:
    """Give what a row expects, as far as it says."""
    gevraagd = {sleutel: _of_leeg(rij[sleutel]) for sleutel in UITKOMST if sleutel in rij}
    for sleutel in ("eindcijfers", "certificaten"):
        if sleutel in rij:
            gevraagd[sleutel] = rij[sleutel]
    return gevraagd


def gevonden(rij: dict[str, Any], uitkomst: Any) -> dict[str, Any]:
    """Give the same of an outcome."""
    (lijst,) = uitkomst.cijferlijsten
    gevraagd = {sleutel: getattr(lijst, sleutel) for sleutel in UITKOMST if sleutel in rij}
    if "weggelaten" in gevraagd:
        gevraagd["weggelaten"] = list(gevraagd["weggelaten"])
    if "eindcijfers" in rij:
        gevraagd["eindcijfers"] = {naam: uitkomst.eindcijfers[naam] for naam in rij["eindcijfers"]}
    if "certificaten" in rij:
        gevraagd["certificaten"] = list(uitkomst.certificaten)
    return gevraagd


def _of_leeg(waarde: Any) -> Any:
    return ONTBREKEND.get(waarde, waarde) if isinstance(waarde, str) else waarde


def van_de_motor(examens: list[Examenresultaat]) -> list[Any]:
    return uitkomsten(examens)


def van_het_orakel(examens: list[Examenresultaat]) -> list[Any]:
    return [orakel.uitkomst(er) for er in examens]


@pytest.mark.parametrize("reken", [van_de_motor, van_het_orakel])
@pytest.mark.parametrize("rij", RIJEN, ids=[rij["naam"] for rij in RIJEN])
def test_op_de_grens_en_ernaast(
    rij: dict[str, Any], reken: Callable[[list[Examenresultaat]], list[Any]]
) -> None:
    waar = plaatsen(rij)
    berekend = reken([examen(rij, plaats) for plaats in waar])
    assert {plaats: verwacht(rij) for plaats in waar} == {
        plaats: gevonden(rij, uitkomst) for plaats, uitkomst in zip(waar, berekend, strict=True)
    }


def test_elke_rij_heeft_een_eigen_naam_en_een_bron() -> None:
    namen = [rij["naam"] for rij in RIJEN]
    assert sorted(set(namen)) == sorted(namen)
    assert [] == [rij["naam"] for rij in RIJEN if not rij["bron"]]
