"""The command line: what is typed, what it means, and above it what else it could be."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip

from tui.acties import OPDRACHTTEKEN
from tui.onderdelen.regel import GEWOON, OMGEKEERD, VET, Regel, Stuk
from tui.weergave.notatie import toonbaar
from tui.wegwijzer import Ingang, Wegwijzer

_TUSSEN = "  "


class Opdrachtbalk(Regel):
    """Two lines in the place of status line and key bar, as long as a command is typed."""

    def __init__(self) -> None:
        super().__init__(id="opdrachtbalk")
        self._wegwijzer = Wegwijzer(())
        self._melding = ""

    def toon(self, wegwijzer: Wegwijzer, melding: str = "") -> None:
        """Show it; the terminal's own cursor follows for screen readers."""
        self._wegwijzer, self._melding = wegwijzer, melding
        self.refresh()
        links = cell_len(OPDRACHTTEKEN + toonbaar(wegwijzer.getypt))
        self.app.cursor_position = Offset(links, self.app.size.height - 1)

    def render_line(self, y: int) -> Strip:
        """Draw one of the two lines (Textual's Line API)."""
        stukken = self._regel() if y else self._keuzen()
        segmenten = [Segment(toonbaar(tekst), stijl) for tekst, stijl in stukken]
        return Strip(segmenten).adjust_cell_length(self.size.width)

    def _regel(self) -> Iterable[Stuk]:
        """What is typed, and what Enter would do."""
        yield OPDRACHTTEKEN, VET
        yield self._wegwijzer.getypt, GEWOON
        yield " ", OMGEKEERD
        gekozen = self._wegwijzer.gekozen
        if gekozen is not None:
            toets = f" ({gekozen.toets})" if gekozen.toets else ""
            yield f" → {gekozen.naam}", VET
            yield f"{toets}: {gekozen.uitleg}", GEWOON

    def _keuzen(self) -> Iterable[Stuk]:
        """What it could be, from what is meant on; or what is wrong."""
        if self._melding:
            yield self._melding, VET
            return
        gekozen = self._wegwijzer.gekozen
        if gekozen is None:
            yield self._wegwijzer.onbekend(), VET
        for ingang in self._passend(self._wegwijzer.mogelijk, gekozen):
            yield _naam(ingang), OMGEKEERD if ingang is gekozen else GEWOON
            yield _TUSSEN, GEWOON

    def _passend(self, mogelijk: list[Ingang], gekozen: Ingang | None) -> list[Ingang]:
        """Choose the page of names that has what is meant."""
        blad: list[Ingang] = []
        for ingang in mogelijk:
            breedte = sum(cell_len(_naam(een)) + len(_TUSSEN) for een in (*blad, ingang))
            if blad and breedte > self.size.width:
                if gekozen in blad:
                    break
                blad = []
            blad.append(ingang)
        return blad


def _naam(ingang: Ingang) -> str:
    return f"{ingang.naam} {ingang.vraagt}" if ingang.vraagt else ingang.naam
