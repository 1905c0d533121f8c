"""What an act would do to each candidate, before it is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence

from textual.widget import Widget

from tui.acties import Bereik
from tui.groep.regel import Groepsvoorstel, Telling, tel
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.beelden import TEKENS
from tui.schermen.details import DetailScherm
from tui.taken.pijp import Tussenstand
from tui.weergave import groep, taken
from tui.weergave.notatie import meervoud

_NOG_NIET = "Het voorstel wordt nog gemaakt; {overal.terug} breekt dat af."
_NIETS = "Er is niets vast te leggen; {overal.terug} gaat terug."


class GroepsvoorstelScherm(Scherm):
    """Every candidate with what changes or why it cannot; Enter books all that can, in one step."""

    BINDINGS = bindingen(Bereik.VOORSTEL)
    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.VOORSTEL)
    UITLEG = (
        "Per kandidaat wat er verandert; bij velen staat erboven hoe ver het is, en kunt u het "
        "afbreken met {overal.terug}. Bovenaan wie niet kan, met de redenen. "
        "{voorstel.leg_vast} legt alle andere vast als één stap, die met {groep.ongedaan} ongedaan "
        "te maken is; {overal.terug} gaat terug zonder iets te doen. {voorstel.details} toont "
        "alles van de kandidaat onder de cursor."
    )

    def __init__(
        self,
        leesdraad: Leesdraad,
        kruim: str,
        gedaan: str,
        aantal: int,
        stel_voor: Callable[[Inzage], Iterator[Sequence[Groepsvoorstel]]],
        klaar: Callable[[str], Awaitable[None]],
    ) -> None:
        super().__init__(leesdraad)
        self._kruim = kruim
        self._aantal = aantal
        self._gedaan = gedaan
        self._stel_voor = stel_voor
        self._klaar = klaar
        self._voorstellen: Sequence[Groepsvoorstel] | None = None

    @property
    def kruim(self) -> str:
        """The act."""
        return self._kruim

    def inhoud(self) -> Iterable[Widget]:
        """The counts above the candidates."""
        yield Regel(id="kop")
        yield Rooster(groep.VOORSTELKOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Begin asking what would change: keys go on meanwhile, and leaving breaks it off."""
        self._voorstellen = None
        self.run_worker(self._verzamel(), exclusive=True)

    async def _verzamel(self) -> None:
        """Ask some hundreds at a time, and show how far it is."""
        self.meld(self.zin(_NOG_NIET))
        komend = await self.vraag(self._stel_voor)
        if komend is None:
            return
        gevonden: list[Groepsvoorstel] = []
        self._toon_hoever(0)
        while stapel := await self.vraag(lambda _: next(komend, ())):
            gevonden += stapel
            self._toon_hoever(len(gevonden))
        if stapel is not None:
            self._toon(gevonden)

    def _toon_hoever(self, gedaan: int) -> None:
        stand = Tussenstand(totaal=self._aantal, ok=gedaan)
        self.query_one("#kop", Regel).zet(taken.hoever(stand, TEKENS))

    def _toon(self, voorstellen: Sequence[Groepsvoorstel]) -> None:
        self._voorstellen = voorstellen
        self.query_one("#kop", Regel).zet(groep.voorsteltelling(voorstellen))
        self.query_one(Rooster).toon(list(groep.voorstelrijen(voorstellen)), cursor=1)
        goed = "{voorstel.leg_vast} legt dit vast; {overal.terug} gaat terug zonder iets te doen."
        self.meld(self.zin(goed if tel(voorstellen).goed else _NIETS))

    async def _open(self, _: Groepsvoorstel | Telling) -> None:
        await self.action_leg_vast()

    async def action_leg_vast(self) -> None:
        """Book all that can be booked, and go back to the list."""
        if self._voorstellen is None:
            self.meld(self.zin(_NOG_NIET))
            return
        goed = tel(self._voorstellen).goed
        if not goed:
            self.meld(self.zin(_NIETS))
            return
        aantal = meervoud(goed, "kandidaat", "kandidaten")
        reden = f"{self._gedaan}: {aantal}"
        voorstellen = self._voorstellen
        if await self.vraag(lambda inzage: inzage.groepswerk.boek(voorstellen, reden)) is None:
            return
        self._voorstellen = ()
        self.leesdraad.versie += 1
        ongedaan = self.zin("{groep.ongedaan} maakt het ongedaan, in één stap.")
        await self._klaar(f"Vastgelegd: {aantal}. {ongedaan}")

    async def action_details(self) -> None:
        """Show all that changes for the candidate under the cursor."""
        rij = self.query_one(Rooster).rij
        if rij is not None and isinstance(rij.verwijst, Groepsvoorstel):
            paren = groep.voorsteldetails(rij.verwijst)
            await self.app.push_screen(DetailScherm(self.leesdraad, "kandidaat", lambda _: paren))
