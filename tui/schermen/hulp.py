"""Help: what the cursor is on, what the screen is for and which keys work there."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from textual.widget import Widget

from tui.acties import Bereik
from tui.inzage import Leesdraad
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.weergave.tabel import Kolom, Rij, Toon, over_alles

_TOETSBREEDTE = 16
_KOLOMMEN = (Kolom(kop="", breedte=_TOETSBREEDTE), Kolom(kop="", breedte=20, rekt=True))


class HulpScherm(Scherm):
    """The help of the screen it was called from."""

    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST)
    UITLEG = "Met de pijltjes bladert u, {overal.terug} gaat terug."

    kruim = "hulp"

    def __init__(self, leesdraad: Leesdraad, over: Scherm) -> None:
        super().__init__(leesdraad)
        self._over = over

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(_KOLOMMEN)

    def on_resize(self) -> None:
        """Fill the list at the width there is."""
        super().on_resize()
        self.query_one(Rooster).toon(list(self._rijen()))

    def _rijen(self) -> Iterable[Rij]:
        paren = self._over.over_dit()
        if paren:
            yield over_alles("Waar de cursor staat", Toon.KOP)
        for label, inhoud in paren:
            tekst = self.zin(f"{label}: {inhoud}" if inhoud else label)
            for regel in textwrap.wrap(tekst, self.size.width, subsequent_indent="  "):
                yield over_alles(regel)
        if paren:
            yield over_alles("")
            yield over_alles("Dit scherm", Toon.KOP)
        for regel in textwrap.wrap(self.zin(self._over.UITLEG), self.size.width):
            yield over_alles(regel)
        for bereik in reversed(self._over.BEREIKEN):
            yield over_alles("")
            yield over_alles(f"Toetsen {bereik}", Toon.KOP)
            for actie in self.toetsenbord.van([bereik]):
                uitleg = textwrap.wrap(actie.uitleg, self.size.width - _TOETSBREEDTE - 1)
                yield from (
                    Rij((", ".join(actie.namen) if nr == 0 else "", deel))
                    for nr, deel in enumerate(uitleg)
                )
