"""A screen with a search line over a list: typing goes to the line, arrows to the list."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual import events

from tui.acties import OPDRACHTTEKEN, Bereik
from tui.onderdelen.regel import Zoekregel
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm


class Zoekscherm(Scherm):
    """What every screen with a search line does.

    Attributes:
        getypt: what is looked for.
    """

    BINDINGS = bindingen(Bereik.ZOEKEN)
    BEREIKEN: ClassVar[tuple[Bereik, ...]] = (
        Bereik.OVERAL,
        Bereik.LIJST,
        Bereik.KEUZE,
        Bereik.ZOEKEN,
    )

    getypt: str = ""

    @abstractmethod
    async def zoek(self) -> None:
        """Fill the list with what is found."""

    async def toets(self, toets: events.Key) -> bool:
        """A printable key belongs to the search line, but for what begins a command there."""
        if not (toets.is_printable and toets.character):
            return False
        if toets.character == OPDRACHTTEKEN and not self.getypt:
            return False
        await self._zet(self.getypt + toets.character)
        return True

    async def on_paste(self, plakken: events.Paste) -> None:
        """Pasted text belongs to the search line: its first line."""
        await self._zet(self.getypt + (plakken.text.splitlines() or [""])[0].strip())

    async def action_wis_teken(self) -> None:
        """Take off the last character."""
        await self._zet(self.getypt[:-1])

    async def action_wis_zoekregel(self) -> None:
        """Begin again."""
        await self._zet("")

    async def _zet(self, getypt: str) -> None:
        if getypt != self.getypt:
            self.getypt = getypt
            self.toon_getypt()
            await self.zoek()

    def toon_getypt(self) -> None:
        """Show what was typed."""
        self.query_one(Zoekregel).toon(self.getypt)
