"""A job in lines: how far it is now and then, and in the end all it has to tell."""

from __future__ import annotations

import asyncio
import time

from examen.model import Examenresultaat
from register.opslag import Sleutel, soort_van
from tui.getallen import getal
from tui.plat.bladzijden import stand
from tui.plat.kanaal import Kanaal
from tui.plat.verhaal import Bladzijde, Verhaal, Zin, zinnen
from tui.taken.lijst import Taak, Taken
from tui.taken.pijp import Logregel, Tussenstand, Werkorder
from tui.weergave import taken as takenweergave

RUST = 3.0
"""Seconds between two lines of progress, at least."""


class Hoever:
    """Says how far something is, not more often than one can listen to."""

    def __init__(self, kanaal: Kanaal) -> None:
        self._kanaal = kanaal
        self._gezegd = time.monotonic()

    def zeg(self, stand: Tussenstand) -> None:
        """Say it, unless it was said just now."""
        if stand.gedaan and time.monotonic() - self._gezegd >= RUST:
            self._gezegd = time.monotonic()
            van = f" van {getal(stand.totaal)}" if stand.totaal else ""
            self._kanaal.zeg(f"{getal(stand.gedaan)}{van} gedaan")


def voer_uit(werkorder: Werkorder, kanaal: Kanaal) -> Taak:
    """Do a job and say how far it is; Ctrl+C breaks it off."""
    return asyncio.run(_volg(werkorder, Hoever(kanaal)))


async def _volg(werkorder: Werkorder, hoever: Hoever) -> Taak:
    klaar = asyncio.Event()
    taken = Taken(klaar.set)
    taak = await taken.begin(werkorder)
    taken.luisteraars.add(lambda: hoever.zeg(taak.tussenstand))
    try:
        await klaar.wait()
    finally:
        await taken.sluit()
    return taak


def bladzijde(taak: Taak) -> Bladzijde:
    """What came of a job; a line of its log opens the candidate."""
    telling = " · ".join(takenweergave.tellingen(taak.tussenstand))
    verhaal = Verhaal(
        zinnen=(
            *zinnen(takenweergave.LOGKOLOMMEN, takenweergave.logrijen(taak.log)),
            Zin(telling),
            Zin(f"{taak.staat.value}: {taak.slot}"),
        ),
        opent=_kandidaat,
    )
    return Bladzijde(kruim=taak.werkorder.titel, vertel=lambda _: verhaal)


def _kandidaat(regel: Logregel) -> Bladzijde | None:
    if regel.kandidaat is None:
        return None
    return stand(soort_van(Examenresultaat), Sleutel(*regel.kandidaat))
