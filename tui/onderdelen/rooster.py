"""A list of any length with a cursor row, drawn line by line."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from itertools import zip_longest
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.acties import Bereik
from tui.onderdelen.regel import FOUT, passend
from tui.onderdelen.toetsen import bindingen
from tui.weergave.tabel import Kolom, Rij, Toon, breedtes

_STIJLEN = {
    Toon.GEWOON: Style(),
    Toon.KOP: Style(bold=True),
    Toon.LET_OP: FOUT,
}
_KOPREGEL = Style(underline=True)
_CURSOR = Style(reverse=True)


class Rooster(ScrollView, inherit_bindings=False):
    """Rows under a heading line (if columns have one); only what shows is drawn.

    When the cursor leaves the view the list jumps, so that a slow line is not sent a whole page
    per key.
    """

    BINDINGS = bindingen(Bereik.LIJST, Bereik.KEUZE)

    class Verplaatst(Message):
        """The cursor went to another row."""

        def __init__(self, rooster: Rooster) -> None:
            super().__init__()
            self.rooster = rooster

    def __init__(
        self,
        kolommen: Sequence[Kolom],
        *,
        opent: Callable[[Any], Awaitable[None]] | None = None,
        id: str | None = None,  # noqa: A002 (Textual's own name)
    ) -> None:
        super().__init__(id=id)
        self._kolommen = tuple(kolommen)
        self._opent = opent
        self._rijen: Sequence[Rij] = ()
        self._cursor = 0
        self._kopregels = int(any(kolom.kop for kolom in kolommen))

    @property
    def rij(self) -> Rij | None:
        """The row under the cursor, or None in an empty list."""
        return self._rijen[self._cursor] if self._rijen else None

    @property
    def rijen(self) -> Sequence[Rij]:
        """All rows."""
        return self._rijen

    @property
    def cursor(self) -> int:
        """Position of the cursor row, from 0."""
        return self._cursor

    def toon(self, rijen: Sequence[Rij], *, cursor: int = 0) -> None:
        """Show these rows, with the cursor on the row of that position."""
        self._rijen = rijen
        self._cursor = min(max(cursor, 0), max(len(rijen) - 1, 0))
        self.virtual_size = Size(self.size.width, len(rijen) + self._kopregels)
        self._breng_in_beeld()
        self.refresh()

    def vul_aan(self, rijen: Sequence[Rij]) -> None:
        """Show these rows in the place of what shows, and draw only the lines that differ.

        For what grows while one looks at it: its size, which lays out the whole screen anew, is
        not told before one scrolls.
        """
        boven = self.scroll_offset.y
        in_beeld = slice(boven, boven + self._zichtbaar)
        oud, self._rijen = self._rijen, rijen
        self._cursor = min(self._cursor, max(len(rijen) - 1, 0))
        if len(oud) != len(rijen):
            self.refresh_line(boven)
        for y, (was, wordt) in enumerate(zip_longest(oud[in_beeld], rijen[in_beeld])):
            if was is None or wordt is None or was.cellen != wordt.cellen:
                self.refresh_line(boven + y + self._kopregels)

    def render_line(self, y: int) -> Strip:
        """Draw one line in view (Textual's Line API); headings stay on top."""
        breedte = self.size.width
        if y < self._kopregels:
            return Strip([Segment(self._kop(breedte), _KOPREGEL)], breedte)
        nummer = y - self._kopregels + self.scroll_offset.y
        if nummer >= len(self._rijen):
            return Strip.blank(breedte)
        rij = self._rijen[nummer]
        stijl = _STIJLEN[rij.toon]
        if nummer == self._cursor and self.has_focus:
            stijl += _CURSOR
        return Strip([Segment(self._tekst(rij, breedte), stijl)], breedte)

    def _kop(self, breedte: int) -> str:
        """Give the headings; when not all of the list shows also how far it does.

        That stands in the room of the column that stretches, so that it covers no other heading.
        """
        laatste = min(self.scroll_offset.y + self._zichtbaar, len(self._rijen))
        alles = laatste == len(self._rijen) <= self._zichtbaar
        stand = "" if alles else f" {laatste}/{len(self._rijen)}"
        ruimte = dict(breedtes(self._kolommen, breedte))
        koppen = (
            passend(kolom.kop, ruimte.get(nr, 0) - len(stand)) + stand if kolom.rekt else kolom.kop
            for nr, kolom in enumerate(self._kolommen)
        )
        return self._tekst(Rij(tuple(koppen)), breedte)

    def _tekst(self, rij: Rij, breedte: int) -> str:
        """Give a row as one text, exactly as wide as the list."""
        if len(rij.cellen) == 1:
            return passend(rij.cellen[0], breedte)
        delen = (
            passend(rij.cellen[nr], ruimte, rechts=self._kolommen[nr].rechts)
            for nr, ruimte in breedtes(self._kolommen, breedte)
        )
        return passend(" ".join(delen), breedte)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh_line(self._cursor + self._kopregels)

    def on_blur(self) -> None:
        """Hide the cursor: it shows where keys go."""
        self.refresh_line(self._cursor + self._kopregels)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.virtual_size = Size(self.size.width, len(self._rijen) + self._kopregels)
        self._breng_in_beeld()

    def ververs_rij(self) -> None:
        """Draw the row under the cursor again: what it shows has changed."""
        self.refresh_line(self._cursor + self._kopregels)

    def action_omhoog(self) -> None:
        """Move up one row."""
        self.ga_naar(self._cursor - 1)

    def action_omlaag(self) -> None:
        """Move down one row."""
        self.ga_naar(self._cursor + 1)

    def action_bladzijde_omhoog(self) -> None:
        """Move up one page."""
        self.ga_naar(self._cursor - self._zichtbaar)

    def action_bladzijde_omlaag(self) -> None:
        """Move down one page."""
        self.ga_naar(self._cursor + self._zichtbaar)

    def action_begin(self) -> None:
        """Move to the first row."""
        self.ga_naar(0)

    def action_einde(self) -> None:
        """Move to the last row."""
        self.ga_naar(len(self._rijen) - 1)

    async def action_openen(self) -> None:
        """Open what the row stands for; keys typed ahead wait for what opens."""
        if self._opent is not None and self.rij is not None and self.rij.verwijst is not None:
            await self._opent(self.rij.verwijst)

    @property
    def _zichtbaar(self) -> int:
        """How many rows fit."""
        return max(self.size.height - self._kopregels, 1)

    def ga_naar(self, nummer: int) -> None:
        """Move the cursor to the row of that position, or as near as there is one."""
        nieuw = min(max(nummer, 0), max(len(self._rijen) - 1, 0))
        if nieuw == self._cursor:
            return
        oud, self._cursor = self._cursor, nieuw
        if not self._breng_in_beeld():
            self.refresh_line(oud + self._kopregels)
            self.refresh_line(nieuw + self._kopregels)
        self.post_message(self.Verplaatst(self))

    def _breng_in_beeld(self) -> bool:
        """Scroll until the cursor row shows, with room to go on; tell whether that was needed."""
        boven = self.scroll_offset.y
        if boven <= self._cursor < boven + self._zichtbaar:
            return False
        # going down the cursor lands a third from the top, going up a third from the bottom
        derde = self._zichtbaar // 3
        doel = self._cursor - (derde if self._cursor > boven else self._zichtbaar - 1 - derde)
        hoogste = max(len(self._rijen) - self._zichtbaar, 0)
        self.virtual_size = Size(self.size.width, len(self._rijen) + self._kopregels)
        self.scroll_to(y=min(max(doel, 0), hoogste), animate=False, force=True, immediate=True)
        return True
