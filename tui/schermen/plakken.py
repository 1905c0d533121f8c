"""What a pasted text would do, before it is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence

from textual.widget import Widget

from tui.acties import Bereik
from tui.invoer.blad import Blad
from tui.invoer.plakken import Plakcel, Plakvoorbeeld
from tui.inzage import Leesdraad
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.details import DetailScherm
from tui.weergave import plakken
from tui.weergave.details import Paar


class PlakScherm(Scherm):
    """Every text with the cell it goes to; Enter books all that can be."""

    BINDINGS = bindingen(Bereik.VOORSTEL)
    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.VOORSTEL)
    UITLEG = (
        "Wat er geplakt is en in welke cel het komt. {voorstel.leg_vast} legt alles vast wat kan, "
        "als één stap die met {invoer.ongedaan} ongedaan te maken is; {overal.terug} gaat terug "
        "zonder iets te doen. Wat niet kan staat bovenaan; {voorstel.details} geeft de hele reden."
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
        goed = "{voorstel.leg_vast} legt dit vast; {overal.terug} gaat terug zonder iets te doen."
        self.meld(self.zin(goed))

    def over_dit(self) -> Sequence[Paar]:
        """Tell what the text under the cursor does."""
        rij = self.query_one(Rooster).rij
        return plakken.details(self._blad, rij.verwijst) if rij else ()

    async def _open(self, _: Plakcel) -> None:
        await self.action_leg_vast()

    async def action_leg_vast(self) -> None:
        """Book all that can be."""
        await self._pas_toe(self._gezien)
        await self.app.pop_screen()

    async def action_details(self) -> None:
        """Show all about the text under the cursor."""
        paren = self.over_dit()
        if paren:
            await self.app.push_screen(DetailScherm(self.leesdraad, "geplakt", lambda _: paren))
