"""What the child process of a job tells: how far it is, and what became of whom."""

from __future__ import annotations

import time
from typing import IO

import msgspec
from attrs import evolve

from tui.taken.pijp import Kandidaatsleutel, Logregel, Tussenstand, Uitkomst

_RUST = 0.25
"""Seconds between two lines of progress, at least."""


class Verslag:
    """Tells how far a job is, not more often than a screen has use for."""

    def __init__(self, naar: IO[bytes]) -> None:
        self._naar = naar
        self._stand = Tussenstand()
        self._log: list[Logregel] = []
        self._gezegd = 0.0

    def begin(self, totaal: int) -> None:
        """Tell how much there is to do."""
        self._stand = evolve(self._stand, totaal=totaal)
        self._zeg()

    def tel(self, *, ok: int = 0, fout: int = 0, overgeslagen: int = 0) -> None:
        """Add what became of some things."""
        self._stand = evolve(
            self._stand,
            ok=self._stand.ok + ok,
            fout=self._stand.fout + fout,
            overgeslagen=self._stand.overgeslagen + overgeslagen,
        )
        if time.monotonic() - self._gezegd >= _RUST:
            self._zeg()

    def log(
        self, uitkomst: Uitkomst, tekst: str, kandidaat: Kandidaatsleutel | None = None
    ) -> None:
        """Tell something in words; it goes along with the next line."""
        self._log.append(Logregel(uitkomst=uitkomst, tekst=tekst, kandidaat=kandidaat))

    def slot(self, tekst: str, *, mislukt: bool = False) -> None:
        """Tell what came of it."""
        self._stand = evolve(self._stand, slot=tekst, mislukt=mislukt)
        self._zeg()

    def _zeg(self) -> None:
        self._gezegd = time.monotonic()
        regel = evolve(self._stand, log=tuple(self._log))
        self._log.clear()
        self._naar.write(msgspec.json.encode(regel) + b"\n")
        self._naar.flush()
