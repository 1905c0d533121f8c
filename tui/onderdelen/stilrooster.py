"""A list without keys of its own; only the rows that differ are drawn again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Offset

from tui.onderdelen.rooster import Rooster
from tui.weergave.tabel import Rij


class StilRooster(Rooster, inherit_bindings=False):
    """Rows of which the cursor is moved by who fills them, such as a form."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def werk_bij(self, rijen: Sequence[Rij], cursor: int) -> None:
        """Show rows that may be partly the same as those that show."""
        if len(rijen) != len(self.rijen):
            self.toon(rijen, cursor=cursor)
            return
        anders = [nr for nr, rij in enumerate(rijen) if rij != self._rijen[nr]]
        self._rijen = rijen
        for nummer in anders:
            self.refresh_line(nummer)
        self.ga_naar(cursor)

    def zet_schrijfmerk(self, links: int) -> None:
        """Let the terminal's own cursor follow, for screen readers."""
        boven = self.cursor - self.scroll_offset.y
        self.app.cursor_position = Offset(self.region.x + links, self.region.y + boven)
