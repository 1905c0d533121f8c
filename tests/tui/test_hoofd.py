"""The root command: help without heavy imports, Dutch everywhere, errors as one line."""

from __future__ import annotations

import ast
import importlib.metadata
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from register.fouten import RegisterFout
from tui.opdrachten import OPDRACHTEN, Hoofdgroep, hoofd
from tui.opdrachten.nederlands import ENKEL_EN_MEER, ZINNEN

ZWAAR = {"polars", "textual", "sqlalchemy", "alembic", "lxml", "rich"}


def vavo(*argumenten: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *argumenten],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_hulp_laadt_geen_zware_pakketten() -> None:
    programma = """
import sys
from tui.opdrachten import hoofd
try:
    hoofd(["--help"])
except SystemExit:
    print(*sys.modules)
"""
    geladen = subprocess.run(
        [sys.executable, "-c", programma], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "click" in geladen
    assert set() == ZWAAR & set(geladen)


def test_zonder_terminal_geeft_vavo_zijn_hulp() -> None:
    gevonden = vavo()

    assert 0 == gevonden.returncode
    assert gevonden.stdout.startswith("Gebruik: vavo ")


def test_de_hulp_noemt_elke_opdracht_met_een_regel() -> None:
    gevonden = vavo("--help").stdout

    for naam, regel in OPDRACHTEN.items():
        assert naam in gevonden
        assert regel in gevonden


def test_versie_is_die_van_het_pakket() -> None:
    assert f"vavo {importlib.metadata.version('vavo')}\n" == vavo("--versie").stdout


def test_een_onbekende_opdracht_noemt_wat_erop_lijkt() -> None:
    gevonden = vavo("herbereke")

    assert 2 == gevonden.returncode
    assert "fout: onbekende opdracht 'herbereke'. Bedoelt u 'herbereken'?" in gevonden.stderr


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_elke_opdracht_heeft_nederlandse_hulp_met_voorbeelden(naam: str) -> None:
    gevonden = CliRunner().invoke(hoofd, [naam, "--help"], prog_name="vavo").output

    assert gevonden.startswith(f"Gebruik: vavo {naam} [OPTIES]")
    assert "Voorbeeld" in gevonden
    assert f"vavo {naam}" in gevonden
    for engels in ("Usage", "Options", "Show this", "[OPTIONS]", "COMMAND", "TEXT", "INTEGER"):
        assert engels not in gevonden


@pytest.mark.parametrize(
    ("fout", "status", "tekst"),
    [
        (RegisterFout("het register is nieuwer"), 2, "fout: het register is nieuwer\n"),
        (FileNotFoundError(2, "bestaat niet", "x.db"), 2, "fout: x.db: bestaat niet\n"),
        (KeyboardInterrupt(), 130, "Afgebroken.\n"),
        (click.Abort(), 130, "Afgebroken.\n"),
    ],
    ids=["vavofout", "bestand", "ctrl-c", "afgebroken"],
)
def test_een_fout_is_een_regel_zonder_traceback(
    fout: BaseException, status: int, tekst: str
) -> None:
    @click.command()
    def werp() -> None:
        raise fout

    class MetWerp(Hoofdgroep):
        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            return werp if cmd_name == "werp" else super().get_command(ctx, cmd_name)

    gevonden = CliRunner().invoke(MetWerp("vavo"), ["werp"])

    assert status == gevonden.exit_code
    assert tekst == gevonden.stderr


def test_een_gesloten_pijp_geeft_geen_traceback() -> None:
    keten = f"{sys.executable} -m tui --help | head -n 0"
    gevonden = subprocess.run(
        ["bash", "-c", keten], capture_output=True, text=True, check=False, timeout=60
    )

    assert "" == gevonden.stderr


BOUWFOUTEN = {
    "%(prog)s, version %(version)s",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Could not determine name for option with declarations {decls!r}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name})."
        " Did you mean to declare an argument instead? Did"
        " you mean to pass '--{name}'?"
    ),
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "deprecated",
}
"""What click says to whoever writes a command, not to whoever uses one."""


def zinnen_van_click() -> set[str]:
    bronnen = Path(click.__file__).parent.glob("[a-z]*.py")
    bomen = [ast.parse(bron.read_text("utf-8")) for bron in bronnen]
    aanroepen = [
        knoop
        for boom in bomen
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name)
    ]
    plaats = {"_": 0, "ngettext": 1}
    return {
        zin.value
        for aanroep in aanroepen
        if aanroep.func.id in plaats
        and isinstance(zin := aanroep.args[plaats[aanroep.func.id]], ast.Constant)
    }


def test_elke_zin_van_click_is_vertaald() -> None:
    vertaald = set(ZINNEN) | set(ENKEL_EN_MEER)

    assert set() == zinnen_van_click() - vertaald - BOUWFOUTEN
    assert {"required"} == vertaald - zinnen_van_click()
