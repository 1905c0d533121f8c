"""Start of the app: look at the terminal, set the environment, and only then load Textual."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from register.fouten import VavoFout

if TYPE_CHECKING:
    from tui.inzage import Inzage
    from tui.voorkeuren import Voorkeuren

_OMGEVING = {
    "TEXTUAL_ANIMATIONS": "none",  # nothing moves: bytes over a slow line
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",  # terminals stay usable after a dropped line
}
_WISSEL = 0.001
"""Seconds a computation may hold up a key that comes in meanwhile."""
_ZONDER_SCHERM = {"dumb", "unknown"}


class SchermFout(VavoFout):
    """The terminal is not fit for the app."""


def start(register: Path, door: str, voorkeuren: Voorkeuren) -> int:
    """Open the app on a register and give the exit status.

    Args:
        register: the register.
        door: who uses it.
        voorkeuren: keys and theme of who uses it.

    Raises:
        SchermFout: when this is no terminal, or none that can show screens.
    """
    bekijk_terminal()
    os.environ.update(_OMGEVING)
    sys.setswitchinterval(_WISSEL)

    from tui.app import VavoApp  # noqa: PLC0415 (Textual reads the environment on import)

    app = VavoApp(lambda: _open(register, door), voorkeuren)
    app.run(mouse=False)
    if app.return_code:
        raise SchermFout(app.stopreden())
    return 0


def _open(register: Path, door: str) -> Inzage:
    """Open the register: after the first screen, for it loads the heavy libraries."""
    from tui.registerinzage import RegisterInzage  # noqa: PLC0415

    return RegisterInzage.open(register, door)


def bekijk_terminal() -> None:
    """Refuse what cannot show the app, with what to do about it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SchermFout("de app heeft een terminal nodig; vavo --help noemt de opdrachten")
    if os.environ.get("TERM", "") in _ZONDER_SCHERM:
        raise SchermFout(f"de terminal (TERM={os.environ['TERM']}) kan geen schermen tonen")
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        raise SchermFout(
            f"de terminal gebruikt {sys.stdout.encoding}; start met LC_ALL=C.UTF-8 of PYTHONUTF8=1"
        )
