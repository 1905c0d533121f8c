"""The command line on screen: what is typed and what it means, and what else it could be."""

from __future__ import annotations

from rich.cells import cell_len

from tui.acties import OPDRACHTTEKEN
from tui.onderdelen.regel import GEWOON, OMGEKEERD, VET, Stuk
from tui.weergave.notatie import toonbaar
from tui.wegwijzer import Ingang, Wegwijzer

_TUSSEN = "  "


def regel(wegwijzer: Wegwijzer) -> list[Stuk]:
    """What is typed, and what Enter would do."""
    getypt = [(OPDRACHTTEKEN, VET), (toonbaar(wegwijzer.getypt), GEWOON), (" ", OMGEKEERD)]
    gekozen = wegwijzer.gekozen
    if gekozen is None:
        return getypt
    toets = f" ({gekozen.toets})" if gekozen.toets else ""
    return [*getypt, (f" → {gekozen.naam}", VET), (f"{toets}: {gekozen.uitleg}", GEWOON)]


def schrijfmerk(wegwijzer: Wegwijzer) -> int:
    """Give the column in which the next character comes."""
    return cell_len(OPDRACHTTEKEN + toonbaar(wegwijzer.getypt))


def keuzen(wegwijzer: Wegwijzer, breedte: int) -> list[Stuk]:
    """What it could be: the page of names that has what is meant; or that it is nothing."""
    gekozen = wegwijzer.gekozen
    if gekozen is None:
        return [(toonbaar(wegwijzer.onbekend()), VET)]
    return [
        stuk
        for ingang in _bladzijde(wegwijzer.mogelijk, gekozen, breedte)
        for stuk in (
            (_naam(ingang), OMGEKEERD if ingang is gekozen else GEWOON),
            (_TUSSEN, GEWOON),
        )
    ]


def _bladzijde(mogelijk: list[Ingang], gekozen: Ingang, breedte: int) -> list[Ingang]:
    blad: list[Ingang] = []
    over = breedte
    for ingang in mogelijk:
        ruimte = cell_len(_naam(ingang)) + len(_TUSSEN)
        if blad and ruimte > over:
            if gekozen in blad:
                break
            blad, over = [], breedte
        blad.append(ingang)
        over -= ruimte
    return blad


def _naam(ingang: Ingang) -> str:
    return f"{ingang.naam} {ingang.vraagt}" if ingang.vraagt else ingang.naam
