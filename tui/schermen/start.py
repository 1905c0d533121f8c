"""The first screen: find a student by number, name or BSN while typing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from tui.acties import Bereik
from tui.onderdelen.regel import Zoekregel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.dossier import DossierScherm
from tui.weergave import studenten

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Student

LIMIET = 200
"""Students shown at most; whoever needs more types on."""


class StartScherm(Scherm):
    """Search line and the students found; typing goes to the search line, arrows to the list."""

    BINDINGS = bindingen(Bereik.ZOEKEN)
    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.ZOEKEN)
    UITLEG = (
        "Typ een studentnummer, een deel van de naam of een BSN; de lijst volgt elk teken. "
        "Kies met de pijltjes en open het dossier met Enter. "
        "PGN is het BSN, of het onderwijsnummer van wie geen BSN heeft."
    )

    kruim = "start"

    def inhoud(self) -> Iterable[Widget]:
        """Search line above the list."""
        yield Zoekregel("Zoek student (nummer, naam of BSN):")
        yield Rooster(studenten.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show the screen first; the register opens after that."""
        self._getypt = ""
        self.query_one(Zoekregel).toon("")
        self.meld("Het register wordt geopend…")
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        await self._zoek()
        self.run_worker(self.vraag(lambda inzage: inzage.bereid_voor()))

    async def on_key(self, toets: events.Key) -> None:
        """A printable key belongs to the search line."""
        if toets.is_printable and toets.character:
            toets.stop()
            await self._zet(self._getypt + toets.character)

    async def on_paste(self, plakken: events.Paste) -> None:
        """Pasted text belongs to the search line: its first line."""
        await self._zet(self._getypt + (plakken.text.splitlines() or [""])[0].strip())

    async def action_wis_teken(self) -> None:
        """Take off the last character."""
        await self._zet(self._getypt[:-1])

    async def action_wis_zoekregel(self) -> None:
        """Begin again."""
        await self._zet("")

    async def _zet(self, getypt: str) -> None:
        if getypt != self._getypt:
            self._getypt = getypt
            await self._zoek()

    async def _zoek(self) -> None:
        getypt = self._getypt
        self.query_one(Zoekregel).toon(getypt)
        gevonden = await self.vraag(lambda inzage: inzage.zoek_studenten(getypt, LIMIET))
        if gevonden is not None:
            self.query_one(Rooster).toon(studenten.rijen(gevonden))
            self.meld(studenten.gevonden(len(gevonden), LIMIET))

    async def _open(self, student: Student) -> None:
        await self.app.push_screen(DossierScherm(self.leesdraad, student))
