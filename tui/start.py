"""Start of the app: look at the terminal, set the environment, and only then load Textual.

Where no screens can be shown, or are not wanted, the app goes in lines (`tui/plat/`).
"""

from __future__ import annotations

import io
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
_ZONDER_SCHERMEN = {"", "dumb", "unknown"}


class SchermFout(VavoFout):
    """The terminal is not fit for the app."""


def start(register: Path, door: str, voorkeuren: Voorkeuren, *, plat: bool = False) -> int:
    """Open the app on a register and give the exit status.

    Args:
        register: the register.
        door: who uses it.
        voorkeuren: keys and theme of who uses it.
        plat: in lines, also where screens can be shown and where there is no terminal.

    Raises:
        SchermFout: when this is no terminal, or none that can show screens.
    """
    if not plat:
        bekijk_terminal()
    if plat or zonder_schermen():
        _voer_gesprek(register, door)
        return 0
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


def _voer_gesprek(register: Path, door: str) -> None:
    """Have the app in lines; what the terminal has no sign for becomes `?`."""
    from tui.plat.gesprek import Gesprek  # noqa: PLC0415 (loads the heavy libraries)
    from tui.plat.kanaal import Kanaal  # noqa: PLC0415

    for stroom in (sys.stdin, sys.stdout):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="replace")
    inzage = _open(register, door)
    try:
        Gesprek(inzage, Kanaal(sys.stdin, sys.stdout)).voer()
    finally:
        inzage.sluit()


def zonder_schermen() -> bool:
    """Whether the terminal says of itself that it shows lines only."""
    return os.environ.get("TERM", "") in _ZONDER_SCHERMEN


def bekijk_terminal() -> None:
    """Refuse what cannot show the app, with what to do about it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SchermFout(
            "de app heeft een terminal nodig; vavo --help noemt de opdrachten, "
            "vavo app --plain leest en schrijft gewone regels"
        )
    if not zonder_schermen() and (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        raise SchermFout(
            f"de terminal gebruikt {sys.stdout.encoding}; start met LC_ALL=C.UTF-8 of PYTHONUTF8=1"
        )
