"""The start of the app beside that of a bare Textual app, on a terminal of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.meting import Meting
from register.opslag import Register
from tests.tui.terminal import Terminal

KAAL = """
from textual.app import App
from textual.widgets import Static

class Kaal(App):
    def compose(self):
        yield Static("kaal scherm")

Kaal().run()
"""


def meet(*, rook: bool) -> Iterator[Meting]:
    """Start both in turn and compare how long the first text takes."""
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "register.db"
        with Register.open(pad):
            pass
        kaal = [sys.executable, "-c", KAAL]
        app = [sys.executable, "-m", "tui", "app", "--register", str(pad)]
        tijden = [
            (_eerste_tekst(kaal, b"kaal scherm"), _eerste_tekst(app, b"Zoek student"))
            for _ in range(2 if rook else 15)
        ]
    van_kaal, van_app = (median(reeks) for reeks in zip(*tijden, strict=True))
    yield Meting(naam="kale Textual-app, eerste tekst", waarde=1000 * van_kaal, eenheid="ms")
    yield Meting(naam="vavo app, eerste tekst", waarde=1000 * van_app, eenheid="ms")
    yield Meting(
        naam="vavo app tegenover een kale Textual-app",
        waarde=van_app / van_kaal,
        eenheid="x",
        hoogstens=None if rook else 1.5,
    )


def _eerste_tekst(opdracht: Sequence[str], tekst: bytes) -> float:
    with Terminal(opdracht) as terminal:
        return terminal.tot_bytes(tekst)
