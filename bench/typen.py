"""Typing marks on a terminal: how soon a key shows, what follows from it, and what it costs.

The terminal and this benchmark share the machine with the app; what is measured here a user has.
"""

from __future__ import annotations

import random
import select
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.meting import Meting, p95
from tests.tui.klas import maak_klas
from tests.tui.terminal import Terminal

F9, ENTER = "\x1b[20~", "\r"
RUST = 0.25
"""Seconds without output after which everything that follows from a key is taken to be there."""


def meet(*, rook: bool) -> Iterator[Meting]:
    """Type marks of a class one by one, and open the sheet of a very large one."""
    with TemporaryDirectory() as map_:
        klein = maak_klas(Path(map_) / "klein.db", 60)
        groot = maak_klas(Path(map_) / "groot.db", 200 if rook else 10_000)
        with open_app(klein) as terminal:
            _naar_de_vakken(terminal)
            _open_blad(terminal)
            terminal.lees(0.5)
            voor = len(terminal.uitvoer)
            toets, gevolg = _typ(terminal, 5 if rook else 60)
            bytes_ = (len(terminal.uitvoer) - voor) / (len(toets) / 2)
            geheugen = _pss(terminal.proces.pid)
        with open_app(groot) as terminal:
            _naar_de_vakken(terminal)
            openen = _open_blad(terminal)
    yield _laag("van toets tot scherm (midden)", 1000 * median(toets), "ms")
    yield _laag("van toets tot scherm (p95)", 1000 * p95(toets), "ms", None if rook else 20)
    yield _laag("van cijfer tot alle gevolgen (midden)", 1000 * median(gevolg), "ms")
    yield _laag(
        "van cijfer tot alle gevolgen (p95)", 1000 * p95(gevolg), "ms", None if rook else 80
    )
    yield _laag("bytes per cijfer", bytes_, "B", 500)
    yield _laag("10.000 kandidaten openen", openen, "s", None if rook else 0.5)
    yield _laag("geheugen van een sessie (PSS)", geheugen, "MB", 150)


def _laag(naam: str, waarde: float, eenheid: str, hoogstens: float | None = None) -> Meting:
    return Meting(naam=naam, waarde=waarde, eenheid=eenheid, hoogstens=hoogstens)


def open_app(register: Path) -> Terminal:
    """Open the app on a terminal of its own."""
    opdracht = [sys.executable, "-m", "tui", "app", "--register", str(register), "--door", "bench"]
    return Terminal(opdracht)


def _naar_de_vakken(terminal: Terminal) -> None:
    terminal.wacht(lambda scherm: "gevonden" in scherm or "eerste 200" in scherm)
    time.sleep(2)  # what loads after the first screen
    terminal.typ(F9)
    terminal.wacht(lambda scherm: "Cijfers invoeren" in scherm)
    terminal.typ(ENTER)
    terminal.wacht(lambda scherm: "vakken" in scherm and "Nederlands" in scherm)
    terminal.typ("1001")
    terminal.wacht(lambda scherm: "1 van" in scherm)


def naar_het_blad(terminal: Terminal) -> None:
    """Open the sheet of the vak, from the start."""
    _naar_de_vakken(terminal)
    _open_blad(terminal)


def _open_blad(terminal: Terminal) -> float:
    begin = time.perf_counter()
    terminal.typ(ENTER)
    terminal.wacht(lambda scherm: "ingevoerd" in scherm and "Proefpersoon" in scherm)
    duur = time.perf_counter() - begin
    terminal.wacht(lambda scherm: "bevinding" in scherm)
    return duur


def _typ(terminal: Terminal, aantal: int) -> tuple[list[float], list[float]]:
    """Give the seconds until each key showed, and until all that follows from each mark did."""
    kans = random.Random(1)
    toets: list[float] = []
    gevolg: list[float] = []
    for _ in range(aantal):
        for teken in str(kans.randint(20, 99)):
            begin = time.perf_counter()
            terminal.typ(teken)
            select.select([terminal.meester], [], [], 5)
            toets.append(time.perf_counter() - begin)
            laatst = time.perf_counter()
            while select.select([terminal.meester], [], [], RUST)[0]:
                terminal.lees(0)
                laatst = time.perf_counter()
        gevolg.append(laatst - begin)
    return toets, gevolg


def _pss(proces: int) -> float:
    """Give the memory of a process in megabytes, what it shares divided over who shares it."""
    regels = Path(f"/proc/{proces}/smaps_rollup").read_text().splitlines()
    (pss,) = (regel.split()[1] for regel in regels if regel.startswith("Pss:"))
    return int(pss) / 1024
