"""Help: what a screen is for and which keys work there, made from the action table."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from textual.widget import Widget

from tui.acties import Bereik, acties, toetsnaam
from tui.inzage import Leesdraad
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.weergave.tabel import Kolom, Rij, Toon, over_alles

_TOETSBREEDTE = 16
_KOLOMMEN = (Kolom(kop="", breedte=_TOETSBREEDTE), Kolom(kop="", breedte=20, rekt=True))


class HulpScherm(Scherm):
    """The help of the screen it was called from."""

    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST)
    UITLEG = "Met de pijltjes bladert u, F3 gaat terug."

    kruim = "hulp"

    def __init__(self, leesdraad: Leesdraad, over: Scherm) -> None:
        super().__init__(leesdraad)
        self._over = over

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(_KOLOMMEN)

    def on_resize(self) -> None:
        """Fill the list at the width there is."""
        self.query_one(Rooster).toon(list(self._rijen()))

    def _rijen(self) -> Iterable[Rij]:
        for regel in textwrap.wrap(self._over.UITLEG, self.size.width):
            yield over_alles(regel)
        for bereik in reversed(self._over.BEREIKEN):
            yield over_alles("")
            yield over_alles(f"Toetsen {bereik}", Toon.KOP)
            for actie in acties([bereik]):
                toetsen = ", ".join(toetsnaam(toets) for toets in actie.toetsen)
                uitleg = textwrap.wrap(actie.uitleg, self.size.width - _TOETSBREEDTE - 1)
                yield from (
                    Rij((toetsen if nr == 0 else "", deel)) for nr, deel in enumerate(uitleg)
                )
