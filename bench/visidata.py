"""The same sixty marks in VisiData and in vavo: keys and bytes side by side.

VisiData (https://visidata.org) is the best there is for a table in a terminal; it knows no marks,
so this compares typing only. It is not installed with vavo:

    pip install visidata
    python -m bench visidata
"""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from attrs import frozen

from bench.meting import Meting
from bench.typen import naar_het_blad, open_app
from tests.tui.klas import cijfers_se, maak_klas
from tests.tui.terminal import Terminal

CIJFERS = 60
RUST = 0.3


@frozen
class _Getypt:
    """What entering one mark took."""

    toetsen: int
    bytes_: int


def meet(*, rook: bool) -> Iterator[Meting]:
    """Enter the same marks in both, check that they are there, and count."""
    kans = random.Random(1)
    cijfers = [kans.randint(20, 99) for _ in range(5 if rook else CIJFERS)]
    with TemporaryDirectory() as map_:
        yield from _telling("vavo", _in_vavo(Path(map_), cijfers))
        if shutil.which("vd"):
            yield from _telling("VisiData", _in_visidata(Path(map_), cijfers))


def _telling(naam: str, getypt: list[_Getypt]) -> Iterator[Meting]:
    toetsen = sum(een.toetsen for een in getypt) / len(getypt)
    bytes_ = sum(een.bytes_ for een in getypt) / len(getypt)
    yield Meting(naam=f"{naam}: toetsen per cijfer", waarde=toetsen, eenheid="")
    yield Meting(naam=f"{naam}: bytes per cijfer, gemiddeld", waarde=bytes_, eenheid="B")
    yield Meting(
        naam=f"{naam}: bytes per cijfer, midden",
        waarde=median(een.bytes_ for een in getypt),
        eenheid="B",
    )


def _in_vavo(map_: Path, cijfers: list[int]) -> list[_Getypt]:
    register = maak_klas(map_ / "r.db", CIJFERS)
    with open_app(register) as terminal:
        naar_het_blad(terminal)
        getypt = _typ(terminal, [f"{cijfer}" for cijfer in cijfers])
    assert cijfers == [cijfers_se(register)[nummer] for nummer in range(1, len(cijfers) + 1)]
    return getypt


def _in_visidata(map_: Path, cijfers: list[int]) -> list[_Getypt]:
    tabel = map_ / "klas.tsv"
    with tabel.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, delimiter="\t")
        schrijver.writerow(("student", "naam", "SE", "CE1"))
        for nummer in range(1, CIJFERS + 1):
            schrijver.writerow((f"{nummer:06d}", f"Proefpersoon {nummer:05d}", "", ""))
    with Terminal(["vd", "--motd-url=", str(tabel)]) as terminal:
        terminal.wacht(lambda scherm: "Proefpersoon 00001" in scherm)
        terminal.typ("ll")
        terminal.lees(RUST)
        getypt = _typ(terminal, [f"e{cijfer // 10},{cijfer % 10}\rj" for cijfer in cijfers])
        scherm = terminal.scherm
    laatste = f"{cijfers[-1] // 10},{cijfers[-1] % 10}"
    assert laatste in scherm, scherm
    return getypt


def _typ(terminal: Terminal, reeksen: list[str]) -> list[_Getypt]:
    """Type each series of keys one by one and count what comes until the screen is still."""
    terminal.lees(1)
    uit = []
    for reeks in reeksen:
        voor = len(terminal.uitvoer)
        for toets in reeks:
            terminal.typ(toets)
            terminal.lees(0.05)
        terminal.lees(RUST)
        uit.append(_Getypt(len(reeks), len(terminal.uitvoer) - voor))
    return uit
