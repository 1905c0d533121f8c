"""A sheet of marks on screen: names at the left, cells at the right; only what differs is drawn.

The two halves are widgets of their own, because what is drawn again on a line goes from the left
edge of its widget: so a mark costs the width of the cells and not that of the names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.containers import Horizontal
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tui.invoer.blad import Blad
from tui.invoer.cellen import Plek
from tui.invoer.gevolg import Gevolg
from tui.onderdelen.regel import FOUT, passend
from tui.weergave.tabel import Kolom, breedtes

_KOP = Style(underline=True)
_GEWOON = Style()
_CURSOR = Style(reverse=True)
_WACHT = FOUT + Style(reverse=True)
_Teken = Callable[[int, int], Iterable[Segment]]
"""Gives the segments of a line of some width."""

_RUIMTE = 12
"""How much wider than its least a stretching column becomes; marks stand near their names."""
_OVERLAP = 1
"""Rows that stay in view when the sheet jumps."""


class Invoerrooster(Horizontal, can_focus=True):
    """The rows of a sheet that fit, under their headings.

    Attributes:
        geprobeerd: the cells that show a value that is not registered.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._blad: Blad | None = None
        self.geprobeerd: set[Plek] = set()
        self._boven = 0
        self._koppen = Helft(self._kopdeel)
        self._cellen = Helft(self._celdeel)

    def compose(self) -> Iterable[Widget]:
        """Names and cells beside each other."""
        yield self._koppen
        yield self._cellen

    def toon_blad(self, blad: Blad) -> None:
        """Show a sheet, with its cursor in view."""
        self._blad = blad
        self._cellen.styles.width = sum(kolom.breedte + 1 for kolom in blad.kolommen)
        koppen = sum(kolom.breedte + 1 + kolom.rekt * _RUIMTE for kolom in blad.kopkolommen)
        self._koppen.styles.max_width = koppen
        self._boven = 0
        self.on_resize()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        if self._blad is not None:
            self._blad.bladzijde = max(self._zichtbaar - _OVERLAP, 1)
            self._breng_in_beeld()
            self._alles()

    def toon(self, gevolg: Gevolg) -> None:
        """Draw what a key did."""
        if self._blad is None:
            return
        verschoven = (gevolg.verplaatst or gevolg.alles) and self._breng_in_beeld()
        if gevolg.alles or verschoven:
            self._alles()
            return
        for plek in gevolg.cellen:
            self._ververs(plek)
        self._zet_schrijfmerk()

    def _alles(self) -> None:
        self._koppen.refresh()
        self._cellen.refresh()
        self._zet_schrijfmerk()

    def _ververs(self, plek: Plek) -> None:
        assert self._blad is not None
        y = self._regel_van(plek.rij)
        if y is not None:
            x = sum(kolom.breedte + 1 for kolom in self._blad.kolommen[: plek.kolom])
            self._cellen.refresh(Region(x, y, self._blad.kolommen[plek.kolom].breedte + 1, 1))

    def _zet_schrijfmerk(self) -> None:
        """Let the terminal's own cursor follow, for screen readers."""
        assert self._blad is not None
        y = self._regel_van(self._blad.cursor.rij)
        if y is not None:
            kolommen = self._blad.kolommen[: self._blad.cursor.kolom + 1]
            x = sum(kolom.breedte + 1 for kolom in kolommen) - 1
            gebied = self._cellen.region
            self.app.cursor_position = Offset(gebied.x + x, gebied.y + y)

    @property
    def _zichtbaar(self) -> int:
        """How many rows fit."""
        return max(self.size.height - 1, 1)

    def _regel_van(self, rij: int) -> int | None:
        """Give the line a row is drawn on, or None when it does not show."""
        assert self._blad is not None
        zichtbaar = self._blad.weg.zichtbaar
        plaats = bisect_left(zichtbaar, rij)
        if plaats == len(zichtbaar) or zichtbaar[plaats] != rij:
            return None
        y = plaats - self._boven + 1
        return y if 1 <= y <= self._zichtbaar else None

    def _breng_in_beeld(self) -> bool:
        """Let another page show when the cursor is not in view; tell whether one does.

        A page at a time: one jump costs a page of bytes, on a slow line the only thing that takes
        long, so it comes as seldom as can be.
        """
        assert self._blad is not None
        plaats = bisect_left(self._blad.weg.zichtbaar, self._blad.cursor.rij)
        if self._boven <= plaats < self._boven + self._zichtbaar:
            return False
        omlaag = plaats > self._boven
        doel = plaats - _OVERLAP if omlaag else plaats - self._zichtbaar + 1 + _OVERLAP
        hoogste = max(len(self._blad.weg.zichtbaar) - self._zichtbaar, 0)
        self._boven = min(max(doel, 0), hoogste)
        return True

    def _rij_op(self, y: int) -> int | None:
        if self._blad is None or not 0 <= y - 1 + self._boven < len(self._blad.weg.zichtbaar):
            return None
        return self._blad.weg.zichtbaar[y - 1 + self._boven]

    def _kopdeel(self, y: int, breedte: int) -> Iterable[Segment]:
        """One line of the names."""
        if self._blad is None:
            return
        kolommen = self._blad.kopkolommen
        if y == 0:
            yield Segment(_tekst(kolommen, [kolom.kop for kolom in kolommen], breedte), _KOP)
        elif (rij := self._rij_op(y)) is not None:
            yield Segment(_tekst(kolommen, self._blad.cellen.rijen[rij].koppen, breedte))

    def _celdeel(self, y: int, breedte: int) -> Iterable[Segment]:
        """One line of the cells."""
        if self._blad is None:
            return
        rij = None if y == 0 else self._rij_op(y)
        if y and rij is None:
            return
        for nummer, kolom in enumerate(self._blad.kolommen):
            tekst, stijl = kolom.kop, _KOP
            if rij is not None:
                tekst, stijl = self._cel(Plek(rij, nummer))
            yield Segment(passend(tekst, kolom.breedte, rechts=True), stijl)
            proef = rij is not None and Plek(rij, nummer) in self.geprobeerd
            yield Segment("~" if proef else " ", _KOP if y == 0 else _GEWOON)
        del breedte

    def _cel(self, plek: Plek) -> tuple[str, Style]:
        """What a cell shows: its value, what is typed in it, or that it waits for one."""
        assert self._blad is not None
        cellen = self._blad.cellen
        leeg = (
            "." if cellen.open[plek.kolom] & cellen.verwacht[plek.kolom] & (1 << plek.rij) else ""
        )
        tekst = self._blad.tekst(plek) or leeg
        if plek != self._blad.cursor:
            return tekst, _GEWOON
        if self._blad.getypt:
            tekst = f"{self._blad.getypt}_"
        return tekst, _WACHT if self._blad.wacht else _CURSOR


class Helft(Widget):
    """One half of the sheet, drawn line by line (Textual's Line API)."""

    def __init__(self, teken: _Teken) -> None:
        super().__init__()
        self._teken = teken

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        breedte = self.size.width
        return Strip(self._teken(y, breedte)).adjust_cell_length(breedte)


def _tekst(kolommen: Sequence[Kolom], cellen: Sequence[str], breedte: int) -> str:
    delen = (
        passend(cellen[nr], ruimte, rechts=kolommen[nr].rechts)
        for nr, ruimte in breedtes(kolommen, breedte - 1)
    )
    return passend(" ".join(delen), breedte)
