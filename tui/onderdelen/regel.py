"""Lines of text: crumbs, search line, status, key bar."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tui.acties import Actie
from tui.weergave.notatie import toonbaar

GEWOON = Style()
VET = Style(bold=True)
OMGEKEERD = Style(reverse=True)
FOUT = Style(color="red", bold=True)

Stuk = tuple[str, Style]
"""A piece of text with its style."""


class Regel(Widget):
    """A line of styled pieces, cut at the width; drawn again only when it changes."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._stukken: tuple[Stuk, ...] = ()

    def zet(self, *stukken: Stuk | str) -> None:
        """Show these pieces; a plain text is a piece without style."""
        nieuw = tuple(
            (toonbaar(stuk), GEWOON) if isinstance(stuk, str) else (toonbaar(stuk[0]), stuk[1])
            for stuk in stukken
        )
        if nieuw != self._stukken:
            breedte = max(_breedte(self._stukken), _breedte(nieuw))
            self._stukken = nieuw
            self.refresh(Region(0, 0, breedte, 1))

    def render_line(self, y: int) -> Strip:
        """Draw the line (Textual's Line API)."""
        if y:
            return Strip.blank(self.size.width)
        segmenten = [Segment(tekst, stijl) for tekst, stijl in self.stukken()]
        return Strip(segmenten).adjust_cell_length(self.size.width)

    def stukken(self) -> Iterable[Stuk]:
        """What the line says, at the width it has."""
        return self._stukken


def _breedte(stukken: Iterable[Stuk]) -> int:
    return sum(cell_len(tekst) for tekst, _ in stukken)


class Toetsbalk(Regel):
    """The keys that work here, with their titles; the least needed go when it is narrow."""

    def __init__(self, acties: Iterable[Actie]) -> None:
        super().__init__(id="toetsbalk")
        self._acties = [actie for actie in acties if actie.titel]
        self._geleend: Sequence[Stuk] = ()

    def leen(self, *stukken: Stuk) -> None:
        """Show something else for a while, or with nothing the keys again."""
        self._geleend = stukken
        self.refresh()

    def stukken(self) -> Iterable[Stuk]:
        """Choose what fits."""
        if self._geleend:
            yield from self._geleend
            return
        over = sorted(self._acties, key=lambda actie: actie.rang)
        while over and self._breedte(over) > self.size.width:
            over.pop()
        for actie in self._acties:
            if actie in over:
                yield f" {actie.toets} ", OMGEKEERD
                yield f"{actie.titel} ", GEWOON

    @staticmethod
    def _breedte(acties: Iterable[Actie]) -> int:
        return sum(cell_len(actie.toets) + cell_len(actie.titel) + 3 for actie in acties)


class Statusregel(Widget):
    """What is more to say, in one line; what must be read to its end gets as many as it needs."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._regels: list[str] = []
        self._stijl = GEWOON
        self._geleend: Sequence[Stuk] = ()

    def leen(self, *stukken: Stuk) -> None:
        """Show something else on the last line for a while, or with nothing what was said."""
        self._geleend = stukken
        self.refresh()

    def meld(self, tekst: str, *, heel: bool = False, fout: bool = False) -> None:
        """Say something, in full where that is asked; what went wrong always is."""
        tekst = f"Fout: {toonbaar(tekst)}" if fout else toonbaar(tekst)
        regels = textwrap.wrap(tekst, self.app.size.width) if heel or fout else [tekst]
        if regels != self._regels:
            self._regels = regels
            self._stijl = FOUT if fout else GEWOON
            self.styles.height = len(regels)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line (Textual's Line API)."""
        if self._geleend and y == self.size.height - 1:
            geleend = [Segment(tekst, stijl) for tekst, stijl in self._geleend]
            return Strip(geleend).adjust_cell_length(self.size.width)
        tekst = self._regels[y] if y < len(self._regels) else ""
        return Strip([Segment(passend(tekst, self.size.width), self._stijl)])


class Zoekregel(Regel):
    """The line in which a user types what to look for, with a visible cursor."""

    def __init__(self, vraag: str) -> None:
        super().__init__(id="zoekregel")
        self._vraag = vraag

    def toon(self, getypt: str) -> None:
        """Show what was typed; the terminal's own cursor follows for screen readers."""
        self.zet((self._vraag, VET), " ", getypt, (" ", OMGEKEERD))
        links = cell_len(self._vraag) + 1 + cell_len(getypt)
        self.app.cursor_position = Offset(self.region.x + links, self.region.y)


def passend(tekst: str, breedte: int, *, rechts: bool = False) -> str:
    """Give a text exactly as wide as asked, in cells; what is cut off shows as `…`."""
    tekst = toonbaar(tekst)
    if cell_len(tekst) > breedte:
        return set_cell_size(tekst, breedte - 1) + "…" if breedte > 1 else "…"[:breedte]
    leeg = " " * (breedte - cell_len(tekst))
    return leeg + tekst if rechts else tekst + leeg


def kruimels(weg: Sequence[str], breedte: int) -> str:
    """Give the way the user came; when it is too long the oldest steps but the first go."""
    eerste, *rest = weg or [""]
    for over in range(len(rest) + 1):
        tekst = " › ".join([eerste, *(["…"] if over else []), *rest[over:]])
        if cell_len(tekst) <= breedte:
            break
    return tekst
