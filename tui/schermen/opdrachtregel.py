"""Typing a command: every action that works on the screen, and every place to go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset

from tui.acties import Actie, Bereik
from tui.onderdelen import opdracht
from tui.onderdelen.regel import VET, Statusregel, Toetsbalk
from tui.schermen.basis import Scherm
from tui.schermen.details import DetailScherm
from tui.weergave.details import Paar
from tui.wegwijzer import Ingang, Wegwijzer

if TYPE_CHECKING:  # it has this command line
    from tui.app import VavoApp

_TYPEN = (
    "een begin van de naam is genoeg; Tab vult aan, ook de naam van een vak of signaal, ↑ en ↓ "
    "kiezen een andere, {zoeken.wis_zoekregel} maakt leeg en Enter doet het"
)
_STAPPEN = {"down": 1, "right": 1, "up": -1, "left": -1}


class Opdrachtregel:
    """The command line of whichever screen shows; closed until it is asked for."""

    def __init__(self, app: VavoApp) -> None:
        self._app = app
        self._scherm: Scherm | None = None
        self._wegwijzer = Wegwijzer(())
        self._schrijfmerk = Offset(0, 0)

    def open(self, scherm: Scherm) -> None:
        """Begin a command."""
        self.sluit()
        self._scherm = scherm
        self._wegwijzer = Wegwijzer(ingangen(scherm))
        self._schrijfmerk = self._app.cursor_position
        self._toon()

    async def toets(self, toets: events.Key) -> bool:
        """Take every key while a command is typed; tell whether one is."""
        if self._scherm is None:
            return False
        if self._scherm is not self._app.screen:  # something else opened over it
            return False
        wegwijzer = self._wegwijzer
        if toets.is_printable and toets.character:
            wegwijzer.zet(wegwijzer.getypt + toets.character)
        elif toets.key == "enter":
            await self._doe()
            return True
        elif toets.key == "tab":
            await self._vul_aan()
            return True
        elif self._is(toets.key, "hulp"):
            await self._leg_uit()
            return True
        elif self._is(toets.key, "wis_zoekregel"):
            wegwijzer.zet("")
        elif toets.key in _STAPPEN:
            wegwijzer.verschuif(_STAPPEN[toets.key])
        elif toets.key == "backspace" and wegwijzer.getypt:
            wegwijzer.zet(wegwijzer.getypt[:-1])
        elif toets.key == "backspace" or self._is(toets.key, "terug", "opdracht"):
            self.sluit()
            return True
        self._toon()
        return True

    def plak(self, tekst: str) -> bool:
        """Take the first line of a pasted text while a command is typed; tell whether one is."""
        if self._scherm is None or self._scherm is not self._app.screen:
            return False
        eerste = (tekst.splitlines() or [""])[0].strip()
        self._wegwijzer.zet(self._wegwijzer.getypt + eerste)
        self._toon()
        return True

    def _is(self, toets: str, *acties: str) -> bool:
        """Whether a key is one that this user has for an action."""
        return any(
            toets in actie.toetsen for actie in self._app.toetsenbord.acties if actie.naam in acties
        )

    async def _vul_aan(self) -> None:
        """Complete the name, or what comes after it."""
        wegwijzer, gekozen = self._wegwijzer, self._wegwijzer.gekozen
        if not wegwijzer.vult_rest_aan:
            wegwijzer.vul_aan()
        elif gekozen is not None and gekozen.namen is not None:
            namen = await gekozen.namen()
            if self._scherm is not None and not wegwijzer.vul_rest_aan(namen):
                self._app.bell()
                self._toon(f"Er is geen {gekozen.naam} met “{wegwijzer.rest}”.")
                return
        self._toon()

    async def _leg_uit(self) -> None:
        """Tell all that can be meant, with what it does; what is typed stays."""
        assert self._scherm is not None
        scherm, mogelijk = self._scherm, self._wegwijzer.mogelijk
        uitleg = [_paar(een) for een in mogelijk or ingangen(scherm)]
        paren = [("typen", scherm.zin(_TYPEN)), *uitleg]
        await self._app.push_screen(DetailScherm(scherm.leesdraad, "opdrachten", lambda _: paren))

    async def _doe(self) -> None:
        """Do what is meant, or say why nothing is."""
        gekozen, rest = self._wegwijzer.gekozen, self._wegwijzer.rest
        if gekozen is None:
            self._app.bell()
        elif gekozen.vraagt and not rest:
            self._wegwijzer.vul_aan()
            self._toon(f"Typ na {gekozen.naam}: {gekozen.vraagt}")
        else:
            self.sluit()
            await gekozen.doe(rest)

    def sluit(self) -> None:
        """Give status line and key bar back."""
        if self._scherm is not None:
            self._scherm.query_one(Statusregel).leen()
            self._scherm.query_one(Toetsbalk).leen()
            self._scherm = None
            self._app.cursor_position = self._schrijfmerk

    def _toon(self, melding: str = "") -> None:
        """Show it in the place of status line and key bar: two lines, and nothing else moves."""
        assert self._scherm is not None
        breedte, hoogte = self._app.size
        keuzen = [(melding, VET)] if melding else opdracht.keuzen(self._wegwijzer, breedte)
        self._scherm.query_one(Statusregel).leen(*keuzen)
        self._scherm.query_one(Toetsbalk).leen(*opdracht.regel(self._wegwijzer))
        self._app.cursor_position = Offset(opdracht.schrijfmerk(self._wegwijzer), hoogte - 1)


def ingangen(scherm: Scherm) -> list[Ingang]:
    """Give all that can be typed on a screen: what is its own, the places, and the rest."""
    from tui.schermen.bestemmingen import bestemmingen  # noqa: PLC0415 (after the first screen)

    acties = [een for een in scherm.toetsenbord.van(scherm.BEREIKEN) if een.naam != "opdracht"]
    eigen = [een for een in acties if een.titel and een.bereik is not Bereik.OVERAL]
    rest = [een for een in acties if een not in eigen]
    return [
        *(_ingang(scherm, actie) for actie in eigen),
        *bestemmingen(scherm),
        *(_ingang(scherm, actie) for actie in rest),
    ]


def _paar(ingang: Ingang) -> Paar:
    """Tell what can be typed and what it does."""
    toets = f" ({ingang.toets})" if ingang.toets else ""
    return f"{ingang.naam} {ingang.vraagt}".strip(), f"{ingang.uitleg}{toets}"


def _ingang(scherm: Scherm, actie: Actie) -> Ingang:
    return Ingang(
        naam=actie.naam.replace("_", " "),
        titel=actie.titel,
        uitleg=actie.uitleg,
        toets=actie.toets,
        doe=partial(_doe_actie, scherm, actie),
    )


async def _doe_actie(scherm: Scherm, actie: Actie, rest: str) -> None:
    """Do an action as its key does: of what has the keys, of the screen, or of the app."""
    del rest
    for waar in (scherm.focused, scherm, scherm.app):
        if hasattr(waar, f"action_{actie.naam}"):
            await scherm.app.run_action(actie.naam, waar)
            return
