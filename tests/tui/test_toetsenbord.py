"""The action table against itself and against the screens."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import tui
from tui.acties import ACTIES, EIGEN_TOETSEN, SCHERMBEREIKEN, Bereik
from tui.schermen.basis import Scherm
from tui.toetsenbord import BEZET, GEWOON, lees_toets

MAP = Path(tui.__file__).parent


def _modules(map_: str) -> list[Path]:
    return sorted((MAP / map_).glob("*.py"))


MODULES = _modules("schermen")
TEKSTEN = [
    *(MAP / "acties.py", MAP / "app.py"),
    *(pad for map_ in ("schermen", "weergave", "formulier", "invoer") for pad in _modules(map_)),
]


def schermen(klasse: type[Scherm] = Scherm) -> Iterator[type[Scherm]]:
    for module in MODULES:
        import_module(f"tui.schermen.{module.stem}")
    for onder in klasse.__subclasses__():
        if onder.__module__.startswith("tui."):
            yield onder
            yield from schermen(onder)


SCHERMEN = sorted(
    (klasse for klasse in set(schermen()) if klasse.BEREIKEN), key=lambda klasse: klasse.__name__
)
"""All but a screen to which every key is an answer."""


def test_de_tabel_zelf_heeft_geen_bezwaren() -> None:
    assert [] == [(actie.sleutel, reden) for actie, reden in GEWOON.bezwaren()]


def test_elke_actie_heeft_een_eigen_naam() -> None:
    namen = [actie.sleutel for actie in ACTIES]

    assert sorted(set(namen)) == sorted(namen)


@pytest.mark.parametrize("scherm", SCHERMEN, ids=lambda klasse: klasse.__name__)
def test_de_bereiken_van_elk_scherm_staan_in_de_tabel(scherm: type[Scherm]) -> None:
    assert frozenset(scherm.BEREIKEN) in set(map(frozenset, SCHERMBEREIKEN))


def test_geen_bereiken_in_de_tabel_zonder_scherm() -> None:
    van_schermen = {frozenset(scherm.BEREIKEN) for scherm in SCHERMEN}

    assert set() == set(map(frozenset, SCHERMBEREIKEN)) - van_schermen


def test_elk_bereik_heeft_acties() -> None:
    assert set(Bereik) == {actie.bereik for actie in ACTIES}


@pytest.mark.parametrize("scherm", SCHERMEN, ids=lambda klasse: klasse.__name__)
def test_een_scherm_waar_tekens_worden_getypt_zegt_dat(scherm: type[Scherm]) -> None:
    typt = scherm.toets is not Scherm.toets

    assert typt == any(bereik in EIGEN_TOETSEN for bereik in scherm.BEREIKEN)


def zinnen(module: Path) -> Iterator[str]:
    """All texts of a module but docstrings."""
    boom = ast.parse(module.read_text(encoding="utf-8"))
    los = {id(knoop.value) for knoop in ast.walk(boom) if isinstance(knoop, ast.Expr)}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Constant) and id(knoop) not in los:
            yield str(knoop.value)


@pytest.mark.parametrize("module", TEKSTEN, ids=lambda module: str(module.relative_to(MAP)))
def test_geen_tekst_noemt_een_toets_die_de_gebruiker_kan_wijzigen(module: Path) -> None:
    gevonden = [zin for zin in zinnen(module) if re.search(r"\b(F\d+|Ctrl\+\w)\b", zin)]

    assert [] == gevonden, "schrijf de naam van de actie, zoals {overal.menu}; zie tui/acties.py"


@pytest.mark.parametrize("module", TEKSTEN, ids=lambda module: str(module.relative_to(MAP)))
def test_elke_genoemde_actie_bestaat(module: Path) -> None:
    namen = {actie.sleutel for actie in ACTIES}
    genoemd = {naam for zin in zinnen(module) for naam in re.findall(r"\{(\w+\.\w+)\}", zin)}

    assert set() == genoemd - namen


def test_een_zin_noemt_de_toets_die_de_gebruiker_heeft() -> None:
    eigen = GEWOON.met({"overal.menu": ("ctrl+e",)})

    assert "F9 opent {dit}" == GEWOON.zin("{overal.menu} opent {dit}")
    assert "Ctrl+E opent {dit}" == eigen.zin("{overal.menu} opent {dit}")


@pytest.mark.parametrize(
    ("tekst", "toets"),
    [
        *(("F5", "f5"), ("ctrl+Z", "ctrl+z"), ("PgUp", "pageup"), ("spatie", "space"), ("W", "w")),
        *((",", "comma"), (":", ":"), ("↑", "up"), ("up", "up"), ("F13", None), ("", None)),
    ],
)
def test_een_toets_heet_zoals_hij_op_het_toetsenbord_staat(tekst: str, toets: str | None) -> None:
    assert toets == lees_toets(tekst)


def test_elke_toets_van_de_tabel_is_te_schrijven() -> None:
    assert [] == [
        toets
        for actie in ACTIES
        for toets, naam in zip(actie.toetsen, actie.namen, strict=True)
        if lees_toets(naam) != toets
    ]


def test_geen_toets_die_een_terminal_zelf_gebruikt() -> None:
    assert set() == BEZET.keys() & {toets for actie in ACTIES for toets in actie.toetsen}
