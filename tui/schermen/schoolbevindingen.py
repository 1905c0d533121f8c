"""The findings of the whole school: the signals, and the places where one sounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from register.signaal import Signaal
from tui.inzage import Leesdraad
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.schermen.stand import open_stand
from tui.weergave import bevindingen
from tui.weergave import schoolbevindingen as weergave
from tui.weergave.details import Paar
from tui.weergave.schoolbevindingen import Schoolbevinding


class SignalenScherm(Scherm):
    """How often each signal sounds; Enter shows where."""

    UITLEG = (
        "Alles wat DUO zou antwoorden als het hele register nu werd geleverd, en wat de "
        "kwaliteitscontrole achteraf zou melden. Enter toont bij wie een signaal klinkt."
    )

    kruim = "bevindingen"

    def __init__(self, leesdraad: Leesdraad) -> None:
        super().__init__(leesdraad)
        self._bevindingen: Sequence[Schoolbevinding] = ()

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(weergave.SIGNAALKOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Run every control; keys typed ahead wait for the list."""
        bevindingen = await self.vraag(lambda inzage: inzage.schoolbevindingen())
        if bevindingen is None:
            return
        self._bevindingen = bevindingen
        self.query_one(Rooster).toon(list(weergave.signaalrijen(bevindingen)))
        self.meld(weergave.samenvatting(bevindingen))

    def over_dit(self) -> Sequence[Paar]:
        """Tell all about the signal under the cursor."""
        rij = self.query_one(Rooster).rij
        return bevindingen.kaart(rij.verwijst) if rij and rij.verwijst else ()

    async def _open(self, signaal: Signaal) -> None:
        await self.app.push_screen(PlaatsenScherm(self.leesdraad, self._bevindingen, signaal))


class PlaatsenScherm(Scherm):
    """Every place where one signal sounds; Enter opens the stand at the finding."""

    UITLEG = "De studenten bij wie dit signaal klinkt. Enter opent de stand, op de bevinding."

    def __init__(
        self, leesdraad: Leesdraad, bevindingen: Sequence[Schoolbevinding], signaal: Signaal
    ) -> None:
        super().__init__(leesdraad)
        self._rijen = weergave.plaatsrijen(bevindingen, signaal)
        self._signaal = signaal

    @property
    def kruim(self) -> str:
        """The signal."""
        return self._signaal.naam

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(weergave.PLAATSKOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show the places."""
        self.query_one(Rooster).toon(self._rijen)
        self.meld(self._signaal.tekst)

    def over_dit(self) -> Sequence[Paar]:
        """Tell all about the finding under the cursor."""
        rij = self.query_one(Rooster).rij
        return bevindingen.details(rij.verwijst.bevinding) if rij and rij.verwijst else ()

    async def _open(self, plaats: Schoolbevinding) -> None:
        await open_stand(self, plaats.soort, plaats.sleutel, plaats.bevinding)
