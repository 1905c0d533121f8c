"""A program on a terminal of its own, to type to and to look at."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte


class Terminal:
    """Starts a program on a pty and keeps what it sends.

    Attributes:
        begin: moment of the start, of `time.perf_counter`.
        meester: the file descriptor of our side of the terminal.
        uitvoer: every byte the program sent.
    """

    def __init__(
        self,
        opdracht: Sequence[str],
        *,
        breedte: int = 80,
        hoogte: int = 24,
        omgeving: Mapping[str, str] | None = None,
    ) -> None:
        self.meester, slaaf = pty.openpty()
        fcntl.ioctl(slaaf, termios.TIOCSWINSZ, struct.pack("HHHH", hoogte, breedte, 0, 0))
        basis = {naam: waarde for naam, waarde in os.environ.items() if naam != "NO_COLOR"}
        self._vel = pyte.Screen(breedte, hoogte)
        self._stroom = pyte.ByteStream(self._vel)
        self.uitvoer = bytearray()
        self.begin = time.perf_counter()
        self.proces = subprocess.Popen(
            opdracht,
            stdin=slaaf,
            stdout=slaaf,
            stderr=slaaf,
            start_new_session=True,
            env=basis | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | dict(omgeving or {}),
        )
        os.close(slaaf)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self.proces.kill()
        self.proces.wait()
        os.close(self.meester)

    @property
    def scherm(self) -> str:
        """What the screen shows now."""
        return "\n".join(regel.rstrip() for regel in self._vel.display)

    @property
    def kleuren(self) -> set[tuple[str, str]]:
        """The pairs of text and background colour of everything visible."""
        return {
            (teken.fg, teken.bg)
            for regel in self._vel.buffer.values()
            for teken in regel.values()
            if teken.data != " "
        }

    def typ(self, toetsen: str) -> None:
        """Send keys as a terminal does."""
        os.write(self.meester, toetsen.encode())

    def antwoordtijd(self, toets: str, *, hoogstens: float = 20) -> float:
        """Send a key and give the seconds until the program begins to answer."""
        begin = time.perf_counter()
        self.typ(toets)
        assert select.select([self.meester], [], [], hoogstens)[0], f"geen antwoord op {toets!r}"
        return time.perf_counter() - begin

    def lees(self, tijd: float) -> bytes:
        """Take what comes within so many seconds, until it is still for that long."""
        vers = bytearray()
        while select.select([self.meester], [], [], tijd)[0]:
            try:
                deel = os.read(self.meester, 65536)
            except OSError:  # the program closed its side
                break
            if not deel:
                break
            vers += deel
        self.uitvoer += vers
        self._stroom.feed(bytes(vers))
        return bytes(vers)

    def wacht(self, totdat: Callable[[str], bool], *, hoogstens: float = 20) -> str:
        """Read until the screen is as asked, and give it.

        Raises:
            AssertionError: it did not become so in time; shows the screen.
        """
        einde = time.perf_counter() + hoogstens
        while not totdat(self.scherm):
            assert time.perf_counter() < einde, f"niet gezien; het scherm is:\n{self.scherm}"
            self.lees(0.02)
        return self.scherm

    def tot_bytes(self, gezocht: bytes, *, hoogstens: float = 20) -> float:
        """Give the seconds from the start until the program has sent these bytes."""
        while gezocht not in self.uitvoer:
            over = self.begin + hoogstens - time.perf_counter()
            assert over > 0, f"{gezocht!r} niet gezien in {bytes(self.uitvoer[-200:])!r}"
            if select.select([self.meester], [], [], over)[0]:
                self.uitvoer += os.read(self.meester, 65536)
        return time.perf_counter() - self.begin
