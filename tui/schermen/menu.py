"""The menu: every place to go that is no student's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.widget import Widget

from tui.inzage import Leesdraad
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.schermen.beelden import OpenWerkScherm, SlagingScherm
from tui.schermen.berichten import LeveringenScherm
from tui.schermen.schoolbevindingen import SignalenScherm
from tui.weergave.details import Paar
from tui.weergave.tabel import Kolom, Rij

_KOLOMMEN = (Kolom(kop="", breedte=26), Kolom(kop="", breedte=40, rekt=True))


def _vakken(leesdraad: Leesdraad) -> Scherm:
    from tui.schermen.vakken import VakkenScherm  # noqa: PLC0415 (loads the storage libraries)

    return VakkenScherm(leesdraad)


def _kandidaten(leesdraad: Leesdraad) -> Scherm:
    from tui.schermen.groep import GroepScherm  # noqa: PLC0415 (loads the storage libraries)

    return GroepScherm(leesdraad)


def _taken(leesdraad: Leesdraad) -> Scherm:
    from tui.schermen.taken import TakenScherm  # noqa: PLC0415 (loads the storage libraries)

    return TakenScherm(leesdraad)


KEUZES: tuple[tuple[str, str, Callable[[Leesdraad], Scherm]], ...] = (
    (
        "Cijfers invoeren per vak",
        "SE en CE van alle kandidaten van een vak",
        _vakken,
    ),
    (
        "Kandidaten",
        "uitslag vaststellen, berichten, papier afdrukken",
        _kandidaten,
    ),
    (
        "Bevindingen van de school",
        "wat DUO op het hele register zou antwoorden",
        SignalenScherm,
    ),
    (
        "Openstaand werk",
        "welke cijfers nog open zijn, en wat is geboekt",
        OpenWerkScherm,
    ),
    (
        "Slagingspercentages",
        "per examenjaar en opleiding",
        SlagingScherm,
    ),
    (
        "Taken",
        "wat naast het scherm loopt, en wat het meldde",
        _taken,
    ),
    (
        "Berichten",
        "wat is geleverd, en wat daarop is geantwoord",
        LeveringenScherm,
    ),
)
"""Title, explanation, and the screen it opens."""


class MenuScherm(Scherm):
    """One line per place."""

    UITLEG = "Kies met de pijltjes en open met Enter."

    kruim = "menu"

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(_KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show the places."""
        rijen = [Rij((titel, uitleg), verwijst=scherm) for titel, uitleg, scherm in KEUZES]
        self.query_one(Rooster).toon(rijen)

    def over_dit(self) -> Sequence[Paar]:
        """Tell what the place under the cursor is for."""
        rij = self.query_one(Rooster).rij
        return [(rij.cellen[0], rij.cellen[1])] if rij else ()

    async def _open(self, scherm: Callable[[Leesdraad], Scherm]) -> None:
        await self.app.push_screen(scherm(self.leesdraad))
