"""Ten who enter marks at once over OpenSSH on this machine: from a key to the screen."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.meting import Meting, p95
from tests.tui.invoeren import BEHEERDERS, KANDIDATEN, naar_vak, vul
from tests.tui.ssh import SshServer, waarom_niet
from tests.tui.terminal import Terminal

RUST = 0.2
"""Seconds of a still screen before the next key of one person: two marks a second at most."""


def meet(*, rook: bool) -> Iterator[Meting]:
    """Let them type the marks of their vak, each at a steady pace; without sshd say so."""
    if reden := waarom_niet():
        print(f"      niet gemeten: {reden}")
        return
    namen = list(BEHEERDERS)[: 2 if rook else None]
    with TemporaryDirectory() as map_, ExitStack() as stapel:
        register = Path(map_) / "register.db"
        vul(register)
        server = stapel.enter_context(SshServer(Path(map_), register, namen=namen))
        terminals = [stapel.enter_context(server.terminal(naam)) for naam in namen]
        for naam, terminal in zip(namen, terminals, strict=True):
            naar_vak(terminal, *BEHEERDERS[naam])
            terminal.lees(0.5)
        with ThreadPoolExecutor(len(terminals)) as draden:
            tijden = [t for deel in draden.map(_typ, terminals) for t in deel]
    wie = f"{len(terminals)} tegelijk over ssh"
    yield Meting(
        naam=f"{wie}, toets tot scherm (midden)", waarde=1000 * median(tijden), eenheid="ms"
    )
    yield Meting(
        naam=f"{wie}, traagste op een twintigste na",
        waarde=1000 * p95(tijden),
        eenheid="ms",
        hoogstens=None if rook else 60,
    )


def _typ(terminal: Terminal) -> list[float]:
    """Type the SE of every candidate, three times over; give how long each key took."""
    tijden = []
    for ronde in range(1, 4):
        for toets in "".join(f"{30 + ronde + rij}" for rij in range(KANDIDATEN)):
            tijden.append(terminal.antwoordtijd(toets))
            terminal.lees(RUST)
        terminal.typ("\x1b[H")
        terminal.lees(RUST)
    return tijden
