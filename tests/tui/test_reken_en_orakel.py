"""`vavo reken` from JSON to JSON against the oracle: what an administrator gets is the law.

`VAVO_ORAKEL_AANTAL` and `VAVO_ORAKEL_ZAAD` as in tests/examen/test_orakel.py.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from examen.model import UITSLAGNIVEAUS, Examenresultaat
from register.vormen.json_vorm import naar_json
from tests import orakel
from tests.kandidaten import kandidaten
from tui.opdrachten.reken import reken

AANTAL = int(os.environ.get("VAVO_ORAKEL_AANTAL", "10"))
ZAAD = int(os.environ.get("VAVO_ORAKEL_ZAAD", "3"))
REGIMES = range(2016, 2026)


def van_het_orakel(er: Examenresultaat) -> dict[str, Any]:
    uitkomst = orakel.uitkomst(er)
    return {
        "eindcijfers": dict(uitkomst.eindcijfers),
        "uitslagen": [
            (lijst.opleiding, lijst.combinatiecijfer, lijst.uitslag, lijst.cum_laude)
            for lijst in uitkomst.cijferlijsten
        ],
        "certificaten": list(uitkomst.certificaten),
    }


def van_reken(regel: str) -> dict[str, Any]:
    antwoord = json.loads(regel)
    return {
        "eindcijfers": antwoord["eindcijfers"],
        "uitslagen": [
            (lijst["opleiding"], lijst["combinatiecijfer"], lijst["uitslag"], lijst["cum_laude"])
            for lijst in antwoord["cijferlijsten"]
        ],
        "certificaten": antwoord["certificaten"],
    }


@pytest.mark.parametrize("niveau", UITSLAGNIVEAUS)
def test_reken_en_orakel_zijn_het_eens(niveau: str, tmp_path: Path) -> None:
    examens = [er for regime in REGIMES for er in kandidaten(niveau, regime, AANTAL, ZAAD)]
    bestand = tmp_path / "examens.jsonl"
    bestand.write_text("".join(f"{json.dumps(naar_json(er))}\n" for er in examens))

    uitvoer = CliRunner().invoke(reken, [str(bestand), "--peildatum", "2026-11-01"])

    assert 0 == uitvoer.exit_code
    gevonden = [van_reken(regel) for regel in uitvoer.stdout.splitlines()]
    assert [van_het_orakel(er) for er in examens] == gevonden
