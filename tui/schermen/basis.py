"""What every screen has: crumbs, content, status, key bar, and questions to the register."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from register.fouten import VavoFout
from tui.acties import Bereik
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.regel import VET, Regel, Statusregel, Toetsbalk, kruimels
from tui.toetsenbord import Toetsenbord
from tui.weergave.details import Paar

if TYPE_CHECKING:  # it shows these screens
    from tui.app import VavoApp

A = TypeVar("A")

KLEINSTE_BREEDTE = 60
KLEINSTE_HOOGTE = 18
TE_KLEIN = (
    f"Venster te klein: minstens {KLEINSTE_BREEDTE} x {KLEINSTE_HOOGTE} nodig. "
    "{overal.stoppen} stopt."
)


class Scherm(Screen[None], inherit_bindings=False):
    """A screen of the app; subclasses give `kruim`, `inhoud` and `vul`."""

    AUTO_FOCUS = ""  # BEGIN says it

    BEREIKEN: ClassVar[tuple[Bereik, ...]] = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE)
    """Where the user is, for key bar and help."""

    BEGIN: ClassVar[str] = "Rooster"
    """Selector of the widget that gets the keys first."""

    UITLEG: ClassVar[str] = ""
    """What this screen is for, for the help screen."""

    def __init__(self, leesdraad: Leesdraad) -> None:
        super().__init__()
        self.leesdraad = leesdraad
        self._weg: list[str] = []
        self._versie: int | None = None
        self._bericht = ""
        self._gewaarschuwd_voor = ""

    @property
    @abstractmethod
    def kruim(self) -> str:
        """What this screen is about, for the crumb line."""

    @abstractmethod
    def inhoud(self) -> Iterable[Widget]:
        """The widgets between crumb line and status line."""

    def compose(self) -> ComposeResult:
        """Put the lines of every screen around the content."""
        yield Regel(id="kruimels")
        yield Container(*self.inhoud(), id="inhoud")
        yield Regel(id="te-klein")
        yield Statusregel()
        yield Toetsbalk(self.toetsenbord.van(self.BEREIKEN))

    @property
    def toetsenbord(self) -> Toetsenbord:
        """The keys as this user has them."""
        return cast("VavoApp", self.app).toetsenbord

    def zin(self, tekst: str) -> str:
        """Put the keys of this user in a text that names actions."""
        return self.toetsenbord.zin(tekst)

    def over_dit(self) -> Sequence[Paar]:
        """Tell about what the cursor is on, for the help screen; nothing when there is no more."""
        return ()

    async def vul(self) -> None:
        """Fill the content, once it is there; a screen that fills on resize has no more to do."""

    async def on_mount(self) -> None:
        """Write the crumb line, the way the user came, and fill the content."""
        self._weg = [s.kruim for s in self.app.screen_stack if isinstance(s, Scherm)]
        self._toon_weg()
        self.query_one("#te-klein", Regel).zet(self.zin(TE_KLEIN))
        self.set_focus(self.query_one(self.BEGIN))
        self._versie = self.leesdraad.versie
        await self.vul()

    async def on_screen_resume(self) -> None:
        """Fill the content again when something was changed meanwhile."""
        if self._versie not in (None, self.leesdraad.versie):
            self._versie = self.leesdraad.versie
            await self.ververs()
        if self._bericht:
            self.meld(self._bericht, heel=True)
            self._bericht = ""

    def toont_al(self) -> None:
        """Let other screens know that something was changed that this one shows already."""
        bij = self._versie == self.leesdraad.versie
        self.leesdraad.versie += 1
        if bij:
            self._versie = self.leesdraad.versie

    async def na_wijziging(self, bericht: str) -> None:
        """Show what was changed from here, and say what that was."""
        self.leesdraad.versie += 1
        self._versie = self.leesdraad.versie
        await self.ververs()
        self.meld(bericht, heel=True)

    async def keer_terug(self, bericht: str, naar: Scherm | None = None) -> None:
        """Leave this screen, and say something on the one below it; or on the one to go to."""
        waar = naar or self.app.screen_stack[-2]
        if isinstance(waar, Scherm):
            waar._bericht = bericht  # noqa: SLF001 (one of its own kind)
        await self.app.pop_screen()
        if naar is not None:
            await self.app.push_screen(naar)

    async def ververs(self) -> None:
        """Show the content as it is now."""
        await self.vul()

    def on_screen_suspend(self) -> None:
        """Take back a warning when the user went elsewhere."""
        if self._gewaarschuwd_voor:
            self.meld("")

    async def verlaat(self) -> bool:
        """Finish what is in hand, before another screen comes over this one or it goes.

        False keeps the user here, with the reason on the status line.
        """
        return True

    @property
    def onvastgelegd(self) -> str:
        """Say what would be lost if this screen went, and that {daad} lets it go; or nothing."""
        return ""

    def laat_los(self, daad: str) -> bool:
        """Tell whether this screen may go for an act of the table, and warn of what would be lost.

        Only the same act confirms, and only as long as the warning stands.
        """
        zin = self.onvastgelegd
        if not zin or self._gewaarschuwd_voor == daad:
            return True
        self.meld(self.zin(zin.replace("{daad}", f"{{{daad}}}")))
        self._gewaarschuwd_voor = daad
        return False

    def on_resize(self) -> None:
        """Shorten the crumb line; say so when the window is too small for any screen."""
        self._toon_weg()
        breedte, hoogte = self.size
        self.set_class(breedte < KLEINSTE_BREEDTE or hoogte < KLEINSTE_HOOGTE, "-te-klein")

    def _toon_weg(self) -> None:
        self.query_one("#kruimels", Regel).zet((kruimels(self._weg, self.size.width), VET))

    async def toets(self, toets: events.Key) -> bool:
        """Do what a key does that is no action of the table; tell whether it does anything."""
        del toets
        return False

    def meld(self, tekst: str, *, heel: bool = False) -> None:
        """Say something on the status line; `heel` in as many lines as it needs."""
        self._gewaarschuwd_voor = ""
        self.query_one(Statusregel).meld(tekst, heel=heel)

    def meld_fout(self, tekst: str) -> None:
        """Say on the status line what went wrong."""
        self._gewaarschuwd_voor = ""
        self.query_one(Statusregel).meld(tekst, fout=True)

    async def vraag(self, wat: Callable[[Inzage], A]) -> A | None:
        """Ask something of the register; keys typed ahead wait for the answer.

        An error of data or register appears on the status line, and the answer is None; so it is
        when the screen was left meanwhile.
        """
        try:
            antwoord = await self.leesdraad.vraag(wat)
        except VavoFout as fout:
            if self.is_attached:
                self.meld_fout(str(fout))
            return None
        return antwoord if self.is_attached else None
