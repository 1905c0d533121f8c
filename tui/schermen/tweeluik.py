"""Two lists under each other: what was given above, what follows from it below."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar

from register.signaal import Bevinding
from tui.acties import Bereik
from tui.inzage import Leesdraad
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.historie import HistorieScherm
from tui.schermen.omkeren import Omkeerbaar
from tui.weergave import bevindingen
from tui.weergave.details import Paar
from tui.weergave.dossier import Beoordeeld
from tui.weergave.tabel import Rij

BOVEN, ONDER = "boven", "onder"


class Tweeluik(Omkeerbaar):
    """A screen about one stand, with the lists `boven` and `onder`; findings stand below.

    Attributes:
        beoordeeld: the stand with its findings.
        begin: the finding that the cursor begins on, or None.
    """

    BEGIN = f"#{ONDER}"
    BINDINGS = bindingen(Bereik.TWEELUIK, Bereik.STAND)
    BEREIKEN: ClassVar[tuple[Bereik, ...]] = (
        Bereik.OVERAL,
        Bereik.LIJST,
        Bereik.KEUZE,
        Bereik.TWEELUIK,
        Bereik.STAND,
    )

    def __init__(
        self, leesdraad: Leesdraad, beoordeeld: Beoordeeld[Any], begin: Bevinding | None = None
    ) -> None:
        super().__init__(leesdraad)
        self.beoordeeld = beoordeeld
        self.begin = begin

    @property
    def boven(self) -> Rooster:
        """The upper list."""
        return self.query_one(f"#{BOVEN}", Rooster)

    @property
    def onder(self) -> Rooster:
        """The lower list."""
        return self.query_one(f"#{ONDER}", Rooster)

    def toon_onder(self, rijen: Sequence[Rij]) -> None:
        """Fill the lower list, with the cursor on the finding to begin with."""
        plekken = [nr for nr, rij in enumerate(rijen) if self.begin and rij.verwijst == self.begin]
        self.begin = None
        self.onder.toon(rijen, cursor=plekken[0] if plekken else self.onder.cursor)
        self.licht_toe()

    async def ververs(self) -> None:
        """Show the stand as it is now."""
        from register.opslag import waarover  # noqa: PLC0415 (loaded by now)

        soort, sleutel = waarover(self.beoordeeld.entiteit)
        beoordeeld = await self.vraag(lambda inzage: inzage.beoordeeld(soort, sleutel))
        if beoordeeld is not None:
            self.beoordeeld = beoordeeld
            await self.vul()

    @abstractmethod
    async def open(self, gekozen: Any) -> None:
        """Show all about what a row stands for."""

    @abstractmethod
    def plek_van(self, bevinding: Bevinding) -> int | None:
        """Give the position in the upper list of what a finding is about, or None."""

    def toelichting(self, gekozen: Any) -> str:
        """Say more about a row than its columns hold; empty when there is no more."""
        return gekozen.signaal.tekst if isinstance(gekozen, Bevinding) else ""

    def over_dit(self) -> Sequence[Paar]:
        """Tell all about the row under the cursor."""
        rij = self._rij()
        return self.uitleg_van(rij.verwijst if rij else None)

    def uitleg_van(self, gekozen: Any) -> Sequence[Paar]:
        """Tell all about what a row stands for: the card of a finding."""
        return bevindingen.details(gekozen) if isinstance(gekozen, Bevinding) else ()

    def licht_toe(self) -> None:
        """Say on the status line what the columns have no room for."""
        rij = self._rij()
        self.meld(self.toelichting(rij.verwijst if rij else None))

    def _rij(self) -> Rij | None:
        rooster = self.focused
        return rooster.rij if isinstance(rooster, Rooster) else None

    def on_rooster_verplaatst(self) -> None:
        """Explain the row under the cursor."""
        self.licht_toe()

    def action_andere_helft(self) -> None:
        """Give the keys to the other half."""
        self.set_focus(self.onder if self.boven.has_focus else self.boven)
        self.licht_toe()

    async def action_details(self) -> None:
        """Show all about the row under the cursor."""
        rij = self._rij()
        if rij is not None:
            await self.open(rij.verwijst)

    def action_plaats(self) -> None:
        """Go from a finding to what it is about."""
        rij = self._rij()
        if rij is None or not isinstance(rij.verwijst, Bevinding):
            self.meld("Kies eerst een bevinding; dan gaat deze toets naar haar plaats.")
            return
        plek = self.plek_van(rij.verwijst)
        if plek is None:
            self.meld("Deze bevinding gaat over het geheel, niet over een regel.")
            return
        self.set_focus(self.boven)
        self.boven.ga_naar(plek)
        self.meld(f"{rij.verwijst.signaal.naam}: {rij.verwijst.signaal.tekst}")

    async def action_historie(self) -> None:
        """Show every stand there was."""
        await self.app.push_screen(HistorieScherm(self.leesdraad, self.beoordeeld.entiteit))

    @abstractmethod
    async def action_wijzigen(self) -> None:
        """Show what can be done with the stand."""
