"""What was delivered and what was answered: the leveringen, and the messages of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from tui.acties import Bereik
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.details import DetailScherm
from tui.schermen.stand import open_stand
from tui.weergave import berichten
from tui.weergave.details import Paar

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag.leveringen import Bericht, Levering


class LeveringenScherm(Scherm):
    """Every levering, the newest first; Enter shows its messages."""

    UITLEG = (
        "Elke levering die hier is gemaakt of verwerkt, met hoeveel meldingen zijn goedgekeurd en "
        "afgekeurd en hoeveel nog geen antwoord hebben. Antwoorden leest u in met "
        "vavo bericht antwoord BESTAND. Enter toont de meldingen."
    )

    kruim = "berichten"

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(berichten.LEVERINGKOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for the leveringen."""
        leveringen = await self.vraag(lambda inzage: inzage.leveringen())
        if leveringen is not None:
            self.query_one(Rooster).toon(berichten.leveringrijen(leveringen))
            self.meld(berichten.geteld(leveringen))

    async def _open(self, levering: Levering) -> None:
        await self.app.push_screen(MeldingenScherm(self.leesdraad, levering))


class MeldingenScherm(Scherm):
    """The messages of one levering with their answers; Enter opens the stand."""

    BINDINGS = bindingen(Bereik.MELDINGEN)
    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.MELDINGEN)
    UITLEG = (
        "De meldingen van een levering en wat erop is geantwoord. Enter opent de stand zoals hij "
        "nu is, {meldingen.details} toont het antwoord met alle bevindingen, {meldingen.filter} "
        "laat alleen de afgekeurde zien."
    )

    def __init__(self, leesdraad: Leesdraad, levering: Levering) -> None:
        super().__init__(leesdraad)
        self._levering = levering
        self._berichten: Sequence[Bericht] = ()
        self._studenten: Mapping[str, str] = {}
        self._alleen_afgekeurd = False

    @property
    def kruim(self) -> str:
        """The name of the levering."""
        return self._levering.naam

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(berichten.BERICHTKOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for the messages."""
        gevonden = await self.vraag(self._lees)
        if gevonden is not None:
            self._berichten, self._studenten = gevonden
            self._toon()

    def _lees(self, inzage: Inzage) -> tuple[Sequence[Bericht], Mapping[str, str]]:
        gevonden = inzage.berichten(self._levering.nummer)
        return gevonden, inzage.studentnummers({een.sleutel.persoon for een in gevonden})

    def _toon(self) -> None:
        rijen = berichten.berichtrijen(
            self._berichten, self._studenten, alleen_afgekeurd=self._alleen_afgekeurd
        )
        self.query_one(Rooster).toon(rijen)
        wat = "afgekeurde meldingen" if self._alleen_afgekeurd else "meldingen"
        self.meld(f"{len(rijen)} van {len(self._berichten)} {wat}")

    def over_dit(self) -> Sequence[Paar]:
        """Tell the answer to the message under the cursor."""
        rij = self.query_one(Rooster).rij
        return berichten.details(rij.verwijst) if rij else ()

    def action_filter(self) -> None:
        """Show only what was rejected, or everything again."""
        self._alleen_afgekeurd = not self._alleen_afgekeurd
        self._toon()

    async def action_details(self) -> None:
        """Show the answer in full."""
        rij = self.query_one(Rooster).rij
        if rij is not None:
            paren = berichten.details(rij.verwijst)
            await self.app.push_screen(DetailScherm(self.leesdraad, "antwoord", lambda _: paren))

    async def _open(self, bericht: Bericht) -> None:
        await open_stand(self, bericht.soort, bericht.sleutel)
