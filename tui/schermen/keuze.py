"""Choosing a code from a list that typing searches."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from textual.widget import Widget

from tui.formulier.keuzelijst import Keuze, Keuzelijst
from tui.inzage import Leesdraad
from tui.onderdelen.regel import Zoekregel
from tui.onderdelen.rooster import Rooster
from tui.schermen.zoeken import Zoekscherm
from tui.weergave.notatie import meervoud
from tui.weergave.tabel import Kolom, Rij

_KOLOMMEN = (Kolom(kop="code", breedte=10), Kolom(kop="naam", breedte=20, rekt=True))


class KeuzeScherm(Zoekscherm):
    """The codes with their names; Enter takes one and goes back."""

    UITLEG = (
        "Typ een deel van de code of de naam; kies met de pijltjes en neem over met Enter. "
        "{overal.terug} gaat terug zonder iets te kiezen."
    )

    kruim = "kies"

    def __init__(
        self,
        leesdraad: Leesdraad,
        keuzelijst: Keuzelijst,
        neemt: Callable[[Keuze], Awaitable[None]],
    ) -> None:
        super().__init__(leesdraad)
        self._keuzelijst = keuzelijst
        self._neemt = neemt

    def inhoud(self) -> Iterable[Widget]:
        """Search line above the list."""
        yield Zoekregel(f"{self._keuzelijst.label}:")
        yield Rooster(_KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show every choice, with the cursor on the one there is."""
        self.toon_getypt()
        self._toon()

    async def zoek(self) -> None:
        """Show what has what is typed."""
        self._keuzelijst.zoek(self.getypt)
        self._toon()

    def _toon(self) -> None:
        gevonden = self._keuzelijst.gevonden
        rijen = [Rij((keuze.code, keuze.naam), verwijst=keuze) for keuze in gevonden]
        self.query_one(Rooster).toon(rijen, cursor=self._keuzelijst.cursor)
        self.meld(meervoud(len(rijen), "keuze", "keuzen") if rijen else "Niets gevonden.")

    async def _open(self, keuze: Keuze) -> None:
        await self.app.pop_screen()
        await self._neemt(keuze)
