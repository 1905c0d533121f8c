"""The app: screens on a stack, the keys that work everywhere, and nothing of the domain."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

from rich.console import Console
from textual import events
from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen

from tui.acties import Bereik
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.contrast import Zwartwit
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.hulp import HulpScherm
from tui.schermen.opdrachtregel import Opdrachtregel
from tui.schermen.start import StartScherm
from tui.toetsenbord import Toetsenbord
from tui.voorkeuren import Thema, Voorkeuren


class VavoApp(App[None], inherit_bindings=False):
    """The workbench in a terminal.

    Attributes:
        leesdraad: where screens put their questions; the register opens at the first.
        toetsenbord: the keys as this user has them.
    """

    TITLE = "vavo"
    CSS_PATH = Path(__file__).with_name("stijl.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindingen(Bereik.OVERAL)

    def __init__(self, opent: Callable[[], Inzage], voorkeuren: Voorkeuren | None = None) -> None:
        # ansi_color: the terminal's own colours from the first frame, also under NO_COLOR
        super().__init__(ansi_color=True)
        voorkeuren = voorkeuren or Voorkeuren()
        self._zwartwit = voorkeuren.thema is Thema.CONTRAST and not self.no_color
        self.theme = Thema.DONKER if voorkeuren.thema is Thema.CONTRAST else voorkeuren.thema
        self.toetsenbord: Toetsenbord = voorkeuren.toetsenbord
        self.set_keymap(self.toetsenbord.wijzigingen())
        self._opdrachtregel = Opdrachtregel(self)
        self.animation_level = "none"
        # a traceback would show what variables held, which may be somebody's data
        self.error_console = Console(file=StringIO())
        self.leesdraad = Leesdraad(opent)
        self._stopt = False

    def get_default_screen(self) -> Screen[None]:
        """Begin with finding a student."""
        return StartScherm(self.leesdraad)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Draw in black and white alone where that was asked for."""
        filters = super().get_line_filters()
        return [*filters, Zwartwit()] if self._zwartwit else filters

    def on_mount(self) -> None:
        """End in order when the line is hung up or the system stops the program."""
        lus = asyncio.get_running_loop()
        for sein in (signal.SIGHUP, signal.SIGTERM):
            lus.add_signal_handler(sein, self.exit)

    async def on_unmount(self) -> None:
        """Stop what runs, and close the register."""
        await self.leesdraad.taken.sluit()
        self.leesdraad.sluit()

    async def on_key(self, toets: events.Key) -> None:
        """Give a key to the screen that shows, in the order of typing.

        Here and not on the screen itself, so that what is typed ahead reaches the screen that the
        keys before it open.
        """
        if isinstance(self.screen, Scherm) and (
            await self._opdrachtregel.toets(toets) or await self.screen.toets(toets)
        ):
            toets.prevent_default()

    async def on_event(self, event: events.Event) -> None:
        """Give a pasted text to the command line while that is open (Textual's own name)."""
        if isinstance(event, events.Paste) and self._opdrachtregel.plak(event.text):
            return
        await super().on_event(event)

    def stopreden(self) -> str:
        """Say which error of the program ended it: its kind and place, nothing of the data."""
        assert isinstance(self.error_console.file, StringIO)
        spoor = self.error_console.file.getvalue()
        soort = re.findall(r"^\w+", spoor, re.MULTILINE)
        waar = re.findall(r"\w+/\w+\.py:\d+ in \w+", spoor)
        return " ".join(["het programma is gestopt door een eigen fout:", *soort[-1:], *waar[-1:]])

    async def action_hulp(self) -> None:
        """Explain this screen."""
        if isinstance(self.screen, Scherm) and not isinstance(self.screen, HulpScherm):
            await self.push_screen(HulpScherm(self.leesdraad, self.screen))

    async def action_zoeken(self) -> None:
        """Go back to the first screen and begin a new search."""
        if not await self._mogen_weg(1, "overal.zoeken"):
            return
        self._opdrachtregel.sluit()
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if isinstance(self.screen, StartScherm):
            await self.screen.action_wis_zoekregel()

    async def action_terug(self) -> None:
        """Go back one screen; on the first one begin a new search."""
        if len(self.screen_stack) == 1:
            await self.action_zoeken()
        elif await self._mogen_weg(len(self.screen_stack) - 1, "overal.terug"):
            await self.pop_screen()

    async def action_menu(self) -> None:
        """Show the places to go."""
        from tui.schermen.menu import MenuScherm  # noqa: PLC0415 (after the first screen)

        waar = self.screen
        if not isinstance(waar, MenuScherm) and (
            not isinstance(waar, Scherm) or await waar.verlaat()
        ):
            await self.push_screen(MenuScherm(self.leesdraad))

    async def action_stoppen(self) -> None:
        """End the program; while a job runs, when it is asked for twice."""
        if not await self._mogen_weg(0, "overal.stoppen"):
            return
        lopend = len(self.leesdraad.taken.lopend)
        if lopend and not self._stopt and isinstance(self.screen, Scherm):
            self._stopt = True
            taken = "Er loopt nog een taak" if lopend == 1 else f"Er lopen nog {lopend} taken"
            zin = f"{taken}; nog eens {{overal.stoppen}} breekt af en sluit het programma."
            self.screen.meld(self.screen.zin(zin))
        else:
            self.exit()

    def action_opdracht(self) -> None:
        """Let a command be typed."""
        if isinstance(self.screen, Scherm):
            self._opdrachtregel.open(self.screen)

    async def _mogen_weg(self, vanaf: int, daad: str) -> bool:
        """Tell whether the screens from a place in the stack may go for an act of the table.

        Every one is asked, the upper first; the first that may not is shown, as it says why.
        """
        for scherm in reversed(self.screen_stack[vanaf:]):
            if isinstance(scherm, Scherm) and not (
                await scherm.verlaat() and scherm.laat_los(daad)
            ):
                while self.screen is not scherm:
                    await self.pop_screen()
                self._opdrachtregel.sluit()
                return False
        return True

    def action_hoe_stoppen(self) -> None:
        """Say how to end it."""
        if isinstance(self.screen, Scherm):
            self.screen.meld(self.screen.zin("{overal.stoppen} sluit het programma."))
