"""All candidates of the register: search, filter, sort, choose, and act on who is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.widget import Widget

from examen.model import Examenresultaat
from register.opslag import soort_van
from tui.acties import Bereik
from tui.groep.lijst import Groepslijst
from tui.groep.regel import Groepsregel
from tui.inzage import Leesdraad
from tui.onderdelen.regel import VET, Regel, Zoekregel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.groepsdaad import GroepsdaadScherm
from tui.schermen.omkeren import Omkeerbaar
from tui.schermen.stand import open_stand
from tui.schermen.zoeken import Zoekscherm
from tui.weergave import groep


class GroepScherm(Zoekscherm, Omkeerbaar):
    """The candidates; Space chooses, F6 acts on who is chosen."""

    BINDINGS = bindingen(Bereik.GROEP)
    BEREIKEN = (*Zoekscherm.BEREIKEN, Bereik.GROEP)
    UITLEG = (
        "Elk examenresultaat met de vastgestelde en de berekende uitslag, hoeveel cijfers er nog "
        "open zijn, voor hoeveel bevindingen DUO zou afkeuren en hoeveel het er samen zijn. Typ om "
        "te zoeken in alle kolommen; een komma scheidt woorden, want de spatiebalk kiest. "
        "{groep.doe} doet iets met wie gekozen zijn, of met de regel onder de cursor als niemand "
        "gekozen is. Wie gekozen is blijft dat tot u stopt, ook als de regel niet in beeld is of u "
        "een ander scherm opent."
    )

    kruim = "kandidaten"

    def __init__(self, leesdraad: Leesdraad) -> None:
        super().__init__(leesdraad)
        self._lijst = Groepslijst(gekozen=leesdraad.gekozen)

    def inhoud(self) -> Iterable[Widget]:
        """The search line and who is chosen above the list."""
        yield Zoekregel("Zoek kandidaat:")
        yield Regel(id="kop")
        yield Rooster(groep.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for the candidates."""
        self.toon_getypt()
        regels = await self.vraag(lambda inzage: inzage.groepswerk.regels())
        if regels is not None:
            self._lijst.vervang(regels)
            self._toon(self.query_one(Rooster).cursor)

    async def zoek(self) -> None:
        """Show who has what is typed."""
        self._lijst.zoek(self.getypt)
        self._toon()

    async def toets(self, toets: events.Key) -> bool:
        """Type in the search line; the space bar chooses."""
        if toets.key != "space":
            return await super().toets(toets)
        self.action_kies()
        return True

    def action_kies(self) -> None:
        """Choose who is under the cursor, or no more, and go on to the next."""
        rooster = self.query_one(Rooster)
        if rooster.rij is not None:
            self._lijst.kies(rooster.rij.verwijst)
            rooster.ververs_rij()
            rooster.action_omlaag()
            self._tel()

    def action_kies_alles(self) -> None:
        """Choose all who show, or nobody."""
        self._lijst.kies_alles()
        self._toon(self.query_one(Rooster).cursor)

    def action_filter(self) -> None:
        """Go on to the next filter."""
        self._lijst.volgende_filter()
        self._toon()

    def action_jaar(self) -> None:
        """Go on to the next examenjaar."""
        self._lijst.volgend_jaar()
        self._toon()

    def action_volgende_volgorde(self) -> None:
        """Sort by the next column."""
        self._lijst.sorteer(1)
        self._toon()

    def action_vorige_volgorde(self) -> None:
        """Sort by the column before."""
        self._lijst.sorteer(-1)
        self._toon()

    def action_keer_om(self) -> None:
        """Sort the other way round."""
        self._lijst.keer_om()
        self._toon()

    async def action_doe(self) -> None:
        """Choose what to do with who is chosen."""
        rij = self.query_one(Rooster).rij
        keuze = self._lijst.keuze(rij.verwijst if rij else None)
        if keuze:
            await self.app.push_screen(
                GroepsdaadScherm(self.leesdraad, keuze, self._lijst.aantal, self._klaar)
            )

    async def _klaar(self, tekst: str) -> None:
        """Come back from an act with what it did."""
        while self.app.screen is not self:
            await self.app.pop_screen()
        await self.on_screen_resume()
        self.meld(tekst)

    async def _open(self, regel: Groepsregel) -> None:
        await open_stand(self, soort_van(Examenresultaat), regel.sleutel)

    def _toon(self, cursor: int = 0) -> None:
        self.query_one(Rooster).toon(groep.Kandidaatrijen(self._lijst), cursor=cursor)
        self._tel()

    def _tel(self) -> None:
        self.query_one("#kop", Regel).zet((self._lijst.telling, VET), f" · {self._lijst.keuzes}")
