"""What can be done with some candidates: what is asked first, and what it then becomes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence

from textual.widget import Widget

from tui.acties import Bereik
from tui.groep.daden import Antwoorden, Daad, Taakdaad, Voorsteldaad, daden
from tui.groep.regel import Groepsregel
from tui.inzage import Leesdraad
from tui.onderdelen.regel import VET, Regel
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.schermen.groepsvoorstel import GroepsvoorstelScherm
from tui.schermen.taken import TaakScherm
from tui.schermen.vragen import VragenScherm
from tui.weergave.details import Paar
from tui.weergave.notatie import meervoud
from tui.weergave.tabel import Kolom, Rij

_KOLOMMEN = (Kolom(kop="", breedte=26), Kolom(kop="", breedte=30, rekt=True))


class GroepsdaadScherm(Scherm):
    """The acts; Enter asks what is needed and shows what would happen, or begins a job."""

    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE)
    UITLEG = (
        "Wat u met de gekozen kandidaten kunt doen. Vaststellen en herberekenen tonen eerst wat er "
        "zou veranderen; berichten en papier worden gemaakt als taak, naast het scherm. Wat u bij "
        "papier over de school invult, staat er de volgende keer weer; de geboorteplaats schrijft "
        "u er met de hand bij."
    )

    kruim = "doen"

    def __init__(
        self,
        leesdraad: Leesdraad,
        keuze: Sequence[Groepsregel],
        aantal: int,
        klaar: Callable[[str], Awaitable[None]],
    ) -> None:
        super().__init__(leesdraad)
        self._keuze = keuze
        self._aantal = aantal
        self._klaar = klaar

    def inhoud(self) -> Iterable[Widget]:
        """Whom it is about above the acts."""
        yield Regel(id="kop")
        yield Rooster(_KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show the acts."""
        wie = f"{self._keuze[0].student} {self._keuze[0].naam}".strip()
        aantal = meervoud(len(self._keuze), "kandidaat", "kandidaten")
        self.query_one("#kop", Regel).zet((aantal if len(self._keuze) > 1 else wie, VET))
        brin = self._keuze[0].sleutel.brin
        school = await self.vraag(lambda inzage: inzage.scholen.van(brin)) or {}
        alle = daden(self._keuze, self._aantal, school)
        self.query_one(Rooster).toon([Rij((daad.naam, daad.wat), verwijst=daad) for daad in alle])

    def over_dit(self) -> Sequence[Paar]:
        """Tell what the act under the cursor does."""
        rij = self.query_one(Rooster).rij
        return [(rij.cellen[0], rij.cellen[1])] if rij else ()

    async def _open(self, daad: Daad) -> None:
        """Ask what is needed, and do it."""
        if not daad.vragen:
            await self._doe(daad, {})
            return

        async def beantwoord(antwoorden: Antwoorden) -> None:
            await self._doe(daad, antwoorden)

        await self.app.push_screen(
            VragenScherm(self.leesdraad, daad.naam.lower(), daad.vragen, beantwoord)
        )

    async def _doe(self, daad: Daad, antwoorden: Antwoorden) -> None:
        if isinstance(daad, Voorsteldaad):
            await self._toon_voorstel(daad, antwoorden)
        elif isinstance(daad, Taakdaad):
            await self._begin(daad, antwoorden)

    async def _toon_voorstel(self, daad: Voorsteldaad, antwoorden: Antwoorden) -> None:
        await self.app.push_screen(
            GroepsvoorstelScherm(
                self.leesdraad,
                "voorstel" if daad.vragen else daad.naam.lower(),
                daad.gedaan(antwoorden),
                len(self._keuze),
                lambda inzage: daad.stel_voor(inzage.groepswerk, self._keuze, antwoorden),
                self._klaar,
            )
        )

    async def _begin(self, daad: Taakdaad, antwoorden: Antwoorden) -> None:
        """Begin a job, and show how it is doing over the list of candidates."""
        werkorder = await self.vraag(lambda inzage: daad.werkorder(inzage, self._keuze, antwoorden))
        if werkorder is not None:
            taak = await self.leesdraad.taken.begin(werkorder)
            app, leesdraad = self.app, self.leesdraad
            await self._klaar("")
            await app.push_screen(TaakScherm(leesdraad, taak))
