"""A screen as plain text, and its golden file."""

from __future__ import annotations

import os
import time
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from tui.app import VavoApp
from tui.onderdelen.invoerrooster import Helft
from tui.onderdelen.regel import Regel, Statusregel
from tui.onderdelen.rooster import Rooster

_TEKENS = {"space": " ", "colon": ":"}
"""Keys that print a sign other than their name."""

GOUD = Path(__file__).parent / "goud"


def schermtekst(app: VavoApp) -> str:
    """Put every line that a widget draws where it stands."""
    vel = [[" "] * app.size.width for _ in range(app.size.height)]
    for soort in (Regel, Statusregel, Rooster, Helft):
        for onderdeel in app.screen.query(soort):
            gebied = onderdeel.region
            for y in range(gebied.height):
                tekst = onderdeel.render_line(y).text[: gebied.width]
                vel[gebied.y + y][gebied.x : gebied.x + len(tekst)] = tekst
    return "\n".join("".join(regel).rstrip() for regel in vel) + "\n"


def goud(naam: str, gevonden: str) -> str:
    """Give the golden text of that name; with VAVO_GOUD=1 it becomes what was found."""
    pad = GOUD / f"{naam}.txt"
    if os.environ.get("VAVO_GOUD"):
        pad.write_text(gevonden, encoding="utf-8")
    return pad.read_text(encoding="utf-8")


RUST = "rust"
"""No key: there the user waits until all is drawn."""


async def druk(pilot: Pilot[None], *toetsen: str) -> None:
    """Press keys as fast as they come, then wait until all is drawn."""
    for toets in toetsen:
        if toets == RUST:
            await rustig(pilot)
            continue
        teken = _TEKENS.get(toets, toets if len(toets) == 1 else None)
        pilot.app.post_message(events.Key(toets, teken))
    await rustig(pilot)


async def rustig(pilot: Pilot[None]) -> None:
    """Wait until every key is handled, every question answered, and the screen stays as it is."""
    app = pilot.app
    assert isinstance(app, VavoApp)
    einde = time.monotonic() + 20
    eerder = ""
    while app.is_running and time.monotonic() < einde:
        await pilot.pause()
        nu = schermtekst(app)
        if nu.strip() and nu == eerder and not app.leesdraad.bezig:
            return
        eerder = nu
