"""What a pasted text would do, before it is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from textual.widget import Widget

from tui.invoer.blad import Blad
from tui.invoer.plakken import Plakvoorbeeld
from tui.inzage import Leesdraad
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.weergave import plakken


class PlakScherm(Scherm):
    """Every text with the cell it goes to; Enter books all that can be."""

    UITLEG = (
        "Wat er geplakt is en in welke cel het komt. Enter legt alles vast wat kan, als één stap "
        "die met {invoer.ongedaan} ongedaan te maken is; {overal.terug} doet niets. Wat niet kan "
        "staat bovenaan, met de reden."
    )

    kruim = "plakken"

    def __init__(
        self,
        leesdraad: Leesdraad,
        blad: Blad,
        gezien: Plakvoorbeeld,
        pas_toe: Callable[[Plakvoorbeeld], Awaitable[None]],
    ) -> None:
        super().__init__(leesdraad)
        self._blad = blad
        self._gezien = gezien
        self._pas_toe = pas_toe

    def inhoud(self) -> Iterable[Widget]:
        """The counts above the texts."""
        yield Regel(id="kop")
        yield Rooster(plakken.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show the preview."""
        self.query_one("#kop", Regel).zet(str(self._gezien))
        self.query_one(Rooster).toon(plakken.rijen(self._blad, self._gezien))
        self.meld(
            self.zin("{keuze.openen} legt dit vast; {overal.terug} gaat terug zonder iets te doen.")
        )

    async def _open(self, gezien: Plakvoorbeeld) -> None:
        await self._pas_toe(gezien)
        await self.app.pop_screen()
