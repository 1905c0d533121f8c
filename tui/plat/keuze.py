"""Choosing from a list of codes by typing a code or a part of a name."""

from __future__ import annotations

from collections.abc import Sequence

from tui.formulier.keuzelijst import Keuze, Keuzelijst
from tui.plat.kanaal import Kanaal

GENOEMD = 20
"""Choices named at most; whoever needs others types a word of theirs."""


def genoemd(keuzen: Sequence[Keuze]) -> list[str]:
    """Name the first of some choices, and how many there are more."""
    regels = [f"{keuze.code}: {keuze.naam}" for keuze in keuzen[:GENOEMD]]
    rest = len(keuzen) - GENOEMD
    return [*regels, f"en nog {rest}; een woord erbij zoekt"] if rest > 0 else regels


def kies(keuzelijst: Keuzelijst, kanaal: Kanaal) -> Keuze | None:
    """Ask for one until it is clear which; None when nothing is typed."""
    kanaal.zeg(*genoemd(keuzelijst.gevonden))
    while antwoord := kanaal.vraag(f"{keuzelijst.label}, code of naam (leeg: toch niet): "):
        gevonden = keuzelijst.bedoeld(antwoord)
        if len(gevonden) == 1:
            return gevonden[0]
        kanaal.zeg(*genoemd(gevonden) or [f"Niets gevonden met “{antwoord}”."])
    return None
