"""Cases in TOML: a plain full exam with changes, and what must come out of it.

A row says `naam`, `bron`, optionally `niveaus` and `regimes` (all of them when absent), the changes
of `tests.proefexamen.proefexamen`, and what it expects: `uitslag`, `combinatiecijfer`, `cum_laude`,
`weggelaten`, `duim`, `certificaten`, and `eindcijfers` by name of the subject.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from examen.model import Examenresultaat
from examen.reken import uitkomsten
from tests import orakel
from tests.kandidaten import NIVEAUS, REGIMES
from tests.proefexamen import proefexamen, volgnummer

GEVALLEN = Path(__file__).parent / "examen" / "gevallen"

Rij = dict[str, Any]
Reken = Callable[[list[Examenresultaat]], list[Any]]


def lees(naam: str) -> dict[str, Any]:
    """Read one file of cases."""
    return tomllib.loads((GEVALLEN / naam).read_text(encoding="utf-8"))


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


def plaatsen(rij: Rij) -> list[Plaats]:
    """Give every niveau and regime a row is about."""
    return [
        (niveau, regime)
        for niveau in rij.get("niveaus", NIVEAUS)
        for regime in rij.get("regimes", REGIMES)
    ]


def examen(rij: Rij, plaats: Plaats) -> Examenresultaat:
    wijzigingen = {
        sleutel: _of_leeg(waarde)
        for sleutel, waarde in rij.items()
        if sleutel not in NIET_VAN_HET_EXAMEN
    }
    return proefexamen(*plaats, **wijzigingen)


def verwacht(rij: Rij) -> dict[str, Any]:
    """Give what a row expects, as far as it says."""
    gevraagd = {sleutel: _of_leeg(rij[sleutel]) for sleutel in UITKOMST if sleutel in rij}
    for sleutel in ("eindcijfers", "certificaten"):
        if sleutel in rij:
            gevraagd[sleutel] = rij[sleutel]
    return gevraagd


def gevonden(rij: Rij, uitkomst: Any) -> dict[str, Any]:
    """Give the same of an outcome."""
    (lijst,) = uitkomst.cijferlijsten
    gevraagd = {sleutel: getattr(lijst, sleutel) for sleutel in UITKOMST if sleutel in rij}
    if "weggelaten" in gevraagd:
        gevraagd["weggelaten"] = list(gevraagd["weggelaten"])
    if "eindcijfers" in rij:
        gevraagd["eindcijfers"] = {
            naam: uitkomst.eindcijfers[volgnummer(naam)] for naam in rij["eindcijfers"]
        }
    if "certificaten" in rij:
        gevraagd["certificaten"] = list(uitkomst.certificaten)
    return gevraagd


def _of_leeg(waarde: Any) -> Any:
    return ONTBREKEND.get(waarde, waarde) if isinstance(waarde, str) else waarde


def van_de_motor(examens: list[Examenresultaat]) -> list[Any]:
    return uitkomsten(examens)


def van_het_orakel(examens: list[Examenresultaat]) -> list[Any]:
    return [orakel.uitkomst(er) for er in examens]


def verwacht_en_gevonden(rij: Rij, reken: Reken) -> tuple[dict[Plaats, Any], dict[Plaats, Any]]:
    """Compute a row at every niveau and regime it is about."""
    waar = plaatsen(rij)
    berekend = reken([examen(rij, plaats) for plaats in waar])
    return dict.fromkeys(waar, verwacht(rij)), {
        plaats: gevonden(rij, uitkomst) for plaats, uitkomst in zip(waar, berekend, strict=True)
    }
