"""The child process of a job: an order on its input, lines of progress on its output.

Run as `python -m tui.taken.kind`. It ends in order, leaving no half files, when it is told to
(SIGTERM) and when its input ends: then the app is gone.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from pathlib import Path
from threading import Thread
from typing import IO, NoReturn

import msgspec
from attrs import evolve

from register.fouten import VavoFout
from tui.taken.pijp import Kandidaatsleutel, Logregel, Tussenstand, Uitkomst, Werkorder

_RUST = 0.25
"""Seconds between two lines of progress, at least."""

AFGEBROKEN = 128 + signal.SIGTERM
"""Exit status of who is told to stop."""


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


def hoofd() -> int:
    """Do one job and give the exit status."""
    signal.signal(signal.SIGTERM, _stop)
    werkorder = msgspec.json.decode(sys.stdin.buffer.readline(), type=Werkorder)
    Thread(target=_wacht_op_ouder, daemon=True).start()
    verslag = Verslag(_alleen_voor_verslag())
    try:
        from tui.werk.groepstaken import WERK  # noqa: PLC0415 (heavy, and after the order came)

        verslag.slot(WERK[werkorder.soort](werkorder, verslag))
    except VavoFout as fout:
        verslag.slot(str(fout), mislukt=True)
        return 1
    except OSError as fout:
        verslag.slot(f"{fout.filename or ''}: {fout.strerror}", mislukt=True)
        return 1
    except Exception as fout:  # noqa: BLE001 (what went wrong is told, without any data)
        verslag.slot(f"de taak is gestopt door een eigen fout: {_waar(fout)}", mislukt=True)
        return 1
    return 0


def _alleen_voor_verslag() -> IO[bytes]:
    """Give the output for progress alone; whatever else is printed goes where errors go."""
    pijp = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pijp


def _waar(fout: Exception) -> str:
    """Say of what kind an error is and where: nothing of the data."""
    laatste = traceback.extract_tb(fout.__traceback__)[-1]
    pad = Path(laatste.filename)
    return f"{type(fout).__name__} in {pad.parent.name}/{pad.name}:{laatste.lineno}"


def _stop(*_: object) -> NoReturn:
    raise SystemExit(AFGEBROKEN)


def _wacht_op_ouder() -> None:
    """Wait until the input ends, which is when the parent is gone, and stop this process."""
    while os.read(0, 1):  # not through sys.stdin, whose lock would hold up the end of the process
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(hoofd())
