"""Names and sentences of the code itself: one word for one thing, in the law's language."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from textual.app import App
from textual.scroll_view import ScrollView

from register.signaal import catalogus

HUIS = Path(__file__).parent.parent
MODULES = sorted(p for laag in ("register", "examen", "tui") for p in (HUIS / laag).rglob("*.py"))

VERBODEN = {
    "check": "controle",
    "validatie": "controle",
    "valideer": "controleer",
    "validator": "controle",
    "waarschuwing": "signaal",
    "warning": "signaal",
    "violation": "bevinding",
    "error": "Fout",
    "exception": "Fout",
    "leerling": "student of kandidaat",
    "mutatie": "levering of boeking",
    "get": "het zelfstandig naamwoord",
    "set": "een Nederlands werkwoord",
    "create": "maak",
    "update": "wijzig",
    "delete": "verwijder",
    "load": "lees",
    "save": "schrijf",
    "utils": "wat erin staat",
    "helpers": "wat erin staat",
}
"""Part of a name that is not used, and the word that is."""

VAN_EEN_ANDER = {*dir(click.Group), *dir(App), *dir(ScrollView), *catalogus("vavo").signalen}
"""Methods whose name belongs to the library they extend, and controls named after DUO's signal."""

Definitie = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def definities(boom: ast.AST, *, openbaar: bool = True) -> Iterator[Definitie]:
    """Functions and classes of a module, without what is nested in a function."""
    for knoop in ast.iter_child_nodes(boom):
        if isinstance(knoop, Definitie) and not (openbaar and knoop.name.startswith("_")):
            yield knoop
        if not isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from definities(knoop, openbaar=openbaar)


def boom_van(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def naam_van(module: Path) -> str:
    return str(module.relative_to(HUIS))


def delen(naam: str) -> set[str]:
    return set(re.sub("([a-z])([A-Z])", r"\1_\2", naam).lower().split("_"))


@pytest.mark.parametrize("module", MODULES, ids=naam_van)
def test_een_ding_heeft_een_naam(module: Path) -> None:
    namen = [module.stem] + [d.name for d in definities(boom_van(module), openbaar=False)]
    gevonden = {
        f"{naam}: schrijf {VERBODEN[deel]}"
        for naam in namen
        if naam not in VAN_EEN_ANDER
        for deel in delen(naam) & set(VERBODEN)
    }

    assert set() == gevonden


@pytest.mark.parametrize("module", MODULES, ids=naam_van)
def test_een_fout_heet_fout(module: Path) -> None:
    gevonden = [
        d.name
        for d in definities(boom_van(module), openbaar=False)
        if isinstance(d, ast.ClassDef)
        and any(ast.unparse(b).endswith(("Fout", "Error", "Exception")) for b in d.bases)
        and not d.name.endswith("Fout")
    ]

    assert [] == gevonden


@pytest.mark.parametrize("module", MODULES, ids=naam_van)
def test_elke_uitleg_begint_met_een_hele_zin(module: Path) -> None:
    boom = boom_van(module)
    gevonden = [
        getattr(knoop, "name", module.stem)
        for knoop in (boom, *definities(boom))
        if (uitleg := ast.get_docstring(knoop)) is not None
        and not uitleg.partition("\n\n")[0].rstrip().endswith((".", ":"))
    ]

    assert [] == gevonden


def bestanden() -> list[Path]:
    """All files that git keeps."""
    git = subprocess.run(
        ["git", "ls-files", "-z"], cwd=HUIS, capture_output=True, text=True, check=False
    )
    namen = git.stdout.split("\0")[:-1]
    return [HUIS / n for n in namen if (HUIS / n).is_file()]


def test_geen_pad_van_een_eigen_machine() -> None:
    pad = re.compile(r"(?:^|[^\w.~/-])/(?:work|tmp|root|home)/\w")
    gevonden = [
        f"{bestand.relative_to(HUIS)}: {treffer.group()}"
        for bestand in bestanden()
        if bestand.suffix in {".py", ".md", ".toml", ".jsonl", ".csv", ".txt", ""}
        for treffer in pad.finditer(bestand.read_text(encoding="utf-8"))
    ]

    assert [] == gevonden
