"""The direction of the layers: what may import what, also at run time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HUIS = Path(__file__).parent.parent


def test_de_lagen_wijzen_een_kant_op() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    gevonden = subprocess.run(
        [lint_imports], cwd=HUIS, capture_output=True, text=True, check=False, timeout=120
    )

    assert 0 == gevonden.returncode, gevonden.stdout


GRENZEN = {
    "register.velden": {"examen", "tui", "polars", "sqlalchemy", "textual", "click"},
    "register.vormen.kolommen": {"examen", "tui", "sqlalchemy", "textual", "click"},
    "examen.model": {"tui", "polars", "sqlalchemy", "textual", "click"},
    "examen.reken": {"tui", "sqlalchemy", "textual", "click", "rich"},
    "examen.controles": {"tui", "sqlalchemy", "textual", "click", "rich"},
    "tui.invoer.blad": {"examen", "polars", "sqlalchemy", "textual", "rich", "click"},
    "tui.invoer.bladen": {"polars", "sqlalchemy", "textual", "rich", "click"},
    "tui.invoer.plakken": {"polars", "sqlalchemy", "textual", "rich", "click"},
    "tui.formulier.formulier": {"examen", "polars", "sqlalchemy", "textual", "rich", "click"},
    "tui.formulier.formulieren": {"polars", "sqlalchemy", "textual", "rich", "click"},
    "tui.groep.daden": {"polars", "sqlalchemy", "textual", "rich", "click"},
    "tui.app": {"examen", "polars", "sqlalchemy", "lxml", "typst", "click"},
    "tui.plat.gesprek": {"textual", "rich", "click", "typst"},
    "tui.opdrachten": {"examen", "polars", "sqlalchemy", "textual", "rich", "lxml", "typst"},
    "tui.opdrachten.document": {"examen", "polars", "sqlalchemy", "rich", "typst"},
}
"""Module to what importing it must not load."""


@pytest.mark.parametrize("module", GRENZEN)
def test_een_module_laadt_niets_van_over_zijn_grens(module: str) -> None:
    geladen = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}\nprint(*sys.modules)"],
        cwd=HUIS,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert module in geladen
    assert set() == GRENZEN[module] & set(geladen)
