"""Schaallengte and N-term of a centraal examen, so that scores can be typed for marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.widget import Widget

from register.fouten import InvoerFout
from tui.invoer.gevolg import Omzetting
from tui.invoer.score import lees
from tui.inzage import Leesdraad
from tui.onderdelen.regel import Zoekregel
from tui.onderdelen.rooster import Rooster
from tui.schermen.zoeken import Zoekscherm
from tui.weergave.notatie import cijfer
from tui.weergave.tabel import Kolom, Rij

_KOLOMMEN = (
    Kolom(kop="score", breedte=6, rechts=True),
    Kolom(kop="cijfer", breedte=7, rechts=True),
    Kolom(kop="", breedte=1, rekt=True),
)


class ScoreScherm(Zoekscherm):
    """Two numbers, and the table of marks that they make; Enter uses it."""

    UITLEG = (
        "Typ de schaallengte (de hoogste score) en de N-term van dit examen, zoals 75 1,2; ze "
        "staan in de normeringsbrief. De lijst laat zien welk cijfer elke score wordt. Enter "
        "gaat terug naar het blad: daar typt u scores, en vastgelegd wordt het cijfer."
    )

    def __init__(
        self, leesdraad: Leesdraad, kolom: str, gebruik: Callable[[Omzetting], None]
    ) -> None:
        super().__init__(leesdraad)
        self._kolom = kolom
        self._gebruik = gebruik

    @property
    def kruim(self) -> str:
        """The column."""
        return f"scores {self._kolom}"

    def inhoud(self) -> Iterable[Widget]:
        """What is typed above the table."""
        yield Zoekregel("Schaallengte en N-term:")
        yield Rooster(_KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Wait for the two numbers."""
        self.toon_getypt()
        await self.zoek()

    async def zoek(self) -> None:
        """Show the table that the numbers make."""
        try:
            wordt = lees(self.getypt)
        except InvoerFout as fout:
            self.query_one(Rooster).toon([])
            self.meld(fout.tekst)
            return
        hoogste = wordt.veld.maximum or 0
        rijen = [
            Rij((str(score), cijfer(wordt.waarde_van(score)), ""), verwijst=wordt)
            for score in range(hoogste, -1, -1)
        ]
        self.query_one(Rooster).toon(rijen)
        self.meld("Enter gebruikt deze tabel op het blad.")

    async def _open(self, wordt: Omzetting) -> None:
        await self.app.pop_screen()
        self._gebruik(wordt)
