"""Everything about one thing: a toets, a bevinding, a result, a person, an enrolment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.widget import Widget

from tui.acties import Bereik
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.weergave.details import KOLOMMEN, Paar, rijen


class DetailScherm(Scherm):
    """Labels with their values; long values go on in the next lines."""

    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST)
    UITLEG = "Alle gegevens, met de volledige tekst van lange velden."

    def __init__(
        self, leesdraad: Leesdraad, kruim: str, paren: Callable[[Inzage], Sequence[Paar]]
    ) -> None:
        super().__init__(leesdraad)
        self._kruim = kruim
        self._vraag_paren = paren
        self._paren: Sequence[Paar] = ()

    @property
    def kruim(self) -> str:
        """What it is about."""
        return self._kruim

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(KOLOMMEN)

    async def vul(self) -> None:
        """Ask for the labels and values."""
        self._paren = await self.vraag(self._vraag_paren) or ()
        self._toon()

    def on_resize(self) -> None:
        """Break the long values anew."""
        self._toon()

    def _toon(self) -> None:
        rooster = self.query_one(Rooster)
        rooster.toon(rijen(self._paren, self.size.width), cursor=rooster.cursor)
