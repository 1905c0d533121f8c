"""The first screen: find a student by number, name or BSN while typing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.widget import Widget

from register.fouten import VavoFout
from tui.acties import Bereik
from tui.onderdelen.regel import Zoekregel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.zoeken import Zoekscherm
from tui.weergave import studenten

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Student

LIMIET = 200
"""Students shown at most; whoever needs more types on."""
STILSTAND = 0.15
"""Seconds without a key after which the student under the cursor is looked at ahead."""


class StartScherm(Zoekscherm):
    """Search line and the students found; typing goes to the search line, arrows to the list."""

    UITLEG = (
        "Typ een studentnummer, een deel van de naam of een BSN; de lijst volgt elk teken. "
        "Kies met de pijltjes en open het dossier met Enter. "
        "Onder BSN staat het onderwijsnummer van wie geen BSN heeft. "
        "{studenten.nieuw} voegt een student toe. "
        "{overal.menu} opent het menu: cijfers invoeren, bevindingen van de school, berichten. "
        "{overal.opdracht} of : aan het begin van de regel: typ wat u wilt doen of waarheen."
    )

    BINDINGS = bindingen(Bereik.STUDENTEN)
    BEREIKEN = (*Zoekscherm.BEREIKEN, Bereik.STUDENTEN)

    kruim = "start"

    def inhoud(self) -> Iterable[Widget]:
        """Search line above the list."""
        yield Zoekregel("Zoek student (nummer, naam of BSN):")
        yield Rooster(studenten.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show the screen first; the register opens after that."""
        self.toon_getypt()
        self.meld("Het register wordt geopend…")
        self.call_after_refresh(self._begin)

    async def ververs(self) -> None:
        """Search again: a student may be new, gone or changed."""
        await self.zoek()

    async def _begin(self) -> None:
        await self.zoek()
        self.run_worker(self.vraag(lambda inzage: inzage.bereid_voor()))

    async def zoek(self) -> None:
        """Ask for the students that have what is typed."""
        getypt = self.getypt
        gevonden = await self.vraag(lambda inzage: inzage.zoek_studenten(getypt, LIMIET))
        if gevonden is not None:
            rooster = self.query_one(Rooster)
            rooster.toon(studenten.rijen(gevonden))
            self.meld(studenten.gevonden(len(gevonden), LIMIET))
            self._kijk_vooruit(rooster)

    def on_rooster_verplaatst(self, verplaatst: Rooster.Verplaatst) -> None:
        """Look ahead at the student under the cursor."""
        self._kijk_vooruit(verplaatst.rooster)

    @work(exclusive=True, group="vooruit", exit_on_error=False)
    async def _kijk_vooruit(self, rooster: Rooster) -> None:
        """Judge the dossier that is likely opened next, once the user holds still for a moment.

        What goes wrong with it, or ends it, is of no consequence: it is told when it is opened.
        """
        await asyncio.sleep(STILSTAND)
        rij = rooster.rij
        if rij is not None:
            with suppress(VavoFout):
                await self.leesdraad.vraag(lambda inzage: inzage.dossier(rij.verwijst))

    async def action_nieuw(self) -> None:
        """Add a student."""
        from tui.schermen.wijzigen import nieuwe_student  # noqa: PLC0415 (loads the storage)

        await nieuwe_student(self)

    async def _open(self, student: Student) -> None:
        from tui.schermen.dossier import DossierScherm  # noqa: PLC0415 (after the first screen)

        await self.app.push_screen(DossierScherm(self.leesdraad, student))
