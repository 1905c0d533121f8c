"""Lines out and lines in: printable text only, and nothing is written over."""

from __future__ import annotations

import shutil
import signal
import textwrap
from typing import TextIO

from tui.weergave.notatie import toonbaar


class Kanaal:
    """Says lines and asks for one.

    What is read from a file is repeated behind its question, so that the output can be followed as
    that of a terminal, which repeats what is typed by itself.
    """

    def __init__(self, invoer: TextIO, uitvoer: TextIO) -> None:
        self._invoer = invoer
        self._uitvoer = uitvoer
        self._herhaalt = not invoer.isatty()
        self._midden_in_regel = False

    def zeg(self, *teksten: str) -> None:
        """Say texts, each on a line of its own."""
        if self._midden_in_regel:
            self._uitvoer.write("\n")
            self._midden_in_regel = False
        for tekst in teksten:
            self._uitvoer.writelines(f"{self._breek(regel)}\n" for regel in tekst.splitlines())
        self._uitvoer.flush()

    def vraag(self, vraag: str) -> str:
        """Ask something and give the line that is the answer, without blanks around it.

        Raises:
            EOFError: there are no more lines.
            KeyboardInterrupt: Ctrl+C was pressed.
        """
        self._uitvoer.write(f"{self._breek(vraag.rstrip())} ")
        self._uitvoer.flush()
        self._midden_in_regel = True
        if not self._herhaalt:
            # the column library has a handler of its own, after which waiting for a line goes on
            signal.siginterrupt(signal.SIGINT, True)
        regel = self._invoer.readline()
        if not regel:
            raise EOFError
        antwoord = regel.strip()
        if self._herhaalt:
            self._uitvoer.write(f"{toonbaar(antwoord)}\n")
        self._midden_in_regel = False
        return antwoord

    def _breek(self, regel: str) -> str:
        """Break a line between words, where a terminal would break within one."""
        if not self._uitvoer.isatty():
            return toonbaar(regel)
        breedte = shutil.get_terminal_size().columns
        delen = textwrap.wrap(
            toonbaar(regel), breedte, break_long_words=False, break_on_hyphens=False
        )
        return "\n".join(delen)
