"""Drawing in black and white alone: white on black, bold, underlined and reversed."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_ZWARTWIT = Style(color="bright_white", bgcolor="black", dim=False)


class Zwartwit(LineFilter):
    """Gives every text the same two colours; what else it looks like stays."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Change the colours of a line (Textual's own name)."""
        del background
        return [
            Segment(tekst, (stijl or Style.null()) + _ZWARTWIT, stuur)
            for tekst, stijl, stuur in segments
        ]
