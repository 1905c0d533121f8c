"""The history of one stand: who made it what it is, and what differs between two moments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from register.vormen.verschil import Wijziging
from tui.acties import Bereik
from tui.inzage import Leesdraad
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.details import DetailScherm
from tui.weergave import historie
from tui.weergave.historie import Historieregel

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Stand


class HistorieScherm(Scherm):
    """Every stand of one key, the newest first; Enter shows what differs."""

    BINDINGS = bindingen(Bereik.HISTORIE)
    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.HISTORIE)
    UITLEG = (
        "Elke stand die er is geweest: wanneer hij is vastgelegd, door wie en waarom. Er wordt "
        "nooit iets gewist. Enter toont het verschil met de stand ervoor, of met de stand die u "
        "met de spatiebalk hebt gekozen."
    )

    kruim = "historie"

    def __init__(self, leesdraad: Leesdraad, entiteit: Any) -> None:
        super().__init__(leesdraad)
        self._entiteit = entiteit
        self._regels: Sequence[Historieregel] = ()
        self._gekozen: int | None = None

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(historie.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for the standen."""
        self._regels = await self.vraag(lambda inzage: inzage.historie(self._entiteit)) or ()
        self._toon()

    def _toon(self) -> None:
        rooster = self.query_one(Rooster)
        rooster.toon(historie.rijen(self._regels, self._gekozen), cursor=rooster.cursor)
        self.on_rooster_verplaatst()

    def on_rooster_verplaatst(self) -> None:
        """Say more of the stand under the cursor."""
        rij = self.query_one(Rooster).rij
        if rij is not None:
            self.meld(historie.toelichting(rij.verwijst))

    def action_kies_stand(self) -> None:
        """Compare with the stand under the cursor from now on; again: with the one before."""
        rij = self.query_one(Rooster).rij
        if rij is not None:
            nummer = rij.verwijst.stand.id
            self._gekozen = None if nummer == self._gekozen else nummer
            self._toon()

    async def _open(self, regel: Historieregel) -> None:
        """Show what differs between this stand and the chosen or previous one."""
        paar = historie.vergeleken(self._regels, regel, self._gekozen)
        await self.app.push_screen(VerschilScherm(self.leesdraad, type(self._entiteit), paar))


class VerschilScherm(Scherm):
    """What differs between two standen, field by field."""

    UITLEG = "Per veld wat het was en wat het werd. Enter toont lange waarden in hun geheel."

    def __init__(
        self, leesdraad: Leesdraad, klasse: type[Any], paar: tuple[Stand | None, Stand]
    ) -> None:
        super().__init__(leesdraad)
        self._klasse = klasse
        self._paar = paar

    @property
    def kruim(self) -> str:
        """The two standen, or the one that was the first."""
        return historie.kruim(*self._paar)

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(historie.VERSCHILKOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for the difference."""
        wijzigingen = await self.vraag(lambda inzage: inzage.verschil(self._klasse, *self._paar))
        if wijzigingen is not None:
            self.query_one(Rooster).toon(list(historie.verschilrijen(wijzigingen)))

    async def _open(self, gekozen: Wijziging) -> None:
        paren = historie.verschildetails(gekozen)
        await self.app.push_screen(DetailScherm(self.leesdraad, "verschil", lambda _: paren))
