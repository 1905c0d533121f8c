"""The child process of a job: an order on its input, lines of progress on its output.

Run as `python -m tui.taken.kind`. It ends in order, leaving no half files, when it is told to
(SIGTERM) and when its input ends: then the app is gone.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import Path
from threading import Thread
from typing import IO, NoReturn

import msgspec

from register.fouten import VavoFout
from tui.taken.pijp import Werkorder
from tui.taken.verslag import Verslag

AFGEBROKEN = 128 + signal.SIGTERM
"""Exit status of who is told to stop."""


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
