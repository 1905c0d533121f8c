"""The action table with the keys that a user gave the actions, and what keys may be given."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_lowercase, digits, punctuation

from attrs import evolve, frozen

from tui.acties import (
    ACTIES,
    EIGEN_TOETSEN,
    SCHERMBEREIKEN,
    TOETSNAMEN,
    Actie,
    Bereik,
    toetsnaam,
)

BEZET = {
    "f11": "maakt op veel computers het venster schermvullend",
    "ctrl+a": "is van screen",
    "ctrl+b": "is van tmux",
    "ctrl+h": "is voor een terminal hetzelfde als Backspace",
    "ctrl+i": "is voor een terminal hetzelfde als Tab",
    "ctrl+j": "is voor een terminal hetzelfde als Enter",
    "ctrl+m": "is voor een terminal hetzelfde als Enter",
    "ctrl+q": "laat een terminal weer schrijven",
    "ctrl+s": "laat een terminal stilstaan",
    "ctrl+w": "sluit in veel programma's het venster",
}
"""Keys that never come, or do something else on the way, with why."""

_TEKENS = frozenset(ascii_lowercase + digits + punctuation) - {","} | {"comma", "space"}
"""Keys that print something."""

_TOETSEN = (
    _TEKENS
    | {f"f{nummer}" for nummer in range(1, 13)}
    | {f"ctrl+{letter}" for letter in ascii_lowercase}
    | set(TOETSNAMEN)
)
_GELEZEN = {toetsnaam(toets).casefold(): toets for toets in _TOETSEN} | {
    toets: toets for toets in _TOETSEN
}


@frozen
class Toetsenbord:
    """All actions, with the keys that this user has for them."""

    acties: tuple[Actie, ...] = ACTIES

    def van(self, bereiken: Iterable[Bereik]) -> Iterator[Actie]:
        """Give the actions that work in any of the places, in the order of the table."""
        gevraagd = set(bereiken)
        for actie in self.acties:
            if actie.bereik in gevraagd:
                yield evolve(actie, uitleg=self.zin(actie.uitleg))

    def zin(self, tekst: str) -> str:
        """Put the key of an action in the place of its name ("{overal.menu}" is F9)."""
        if "{" not in tekst:
            return tekst
        toetsen = {actie.sleutel: actie.toets for actie in self.acties}
        return re.sub(r"\{(\w+\.\w+)\}", lambda naam: toetsen.get(naam[1], naam[0]), tekst)

    def met(self, toetsen: Mapping[str, tuple[str, ...]]) -> Toetsenbord:
        """Give other keys to the actions of these names; the rest keep theirs."""
        return Toetsenbord(
            tuple(evolve(a, toetsen=toetsen.get(a.sleutel, a.toetsen)) for a in self.acties)
        )

    def wijzigingen(self) -> dict[str, str]:
        """Give the actions with other keys than in the table, as Textual's keymap has them."""
        return {
            actie.sleutel: actie.binding
            for actie, gewoon in zip(self.acties, ACTIES, strict=True)
            if actie.toetsen != gewoon.toetsen
        }

    def bezwaren(self) -> Iterator[tuple[Actie, str]]:
        """Give what is wrong with the keys, with the action it is wrong at."""
        for actie in self.acties:
            reden = _bezwaar(actie)
            if reden:
                yield actie, reden
        for bereiken in SCHERMBEREIKEN:
            van_toets: defaultdict[str, list[Actie]] = defaultdict(list)
            for actie in self.acties:
                if actie.bereik in bereiken:
                    for toets in actie.toetsen:
                        van_toets[toets].append(actie)
            for toets, samen in van_toets.items():
                # the one that was given this key is wrong, not the one that always had it
                eerder, *later = sorted(samen, key=lambda actie: actie not in ACTIES)
                for actie in later:
                    al = f"{toetsnaam(toets)} doet daar al iets anders: {eerder.sleutel}"
                    yield actie, f"{al}; geef een van beide een andere toets"


GEWOON = Toetsenbord()
"""The keys as the table gives them."""


def lees_toets(tekst: str) -> str | None:
    """Give Textual's name of a key as a user writes it ("Ctrl+Z", "PgUp", ":"), or None."""
    return _GELEZEN.get(tekst.casefold())


def _bezwaar(actie: Actie) -> str:
    """Say why an action cannot have its keys, whatever the others have; empty when it can."""
    if not actie.toetsen:
        return "geef minstens één toets"
    for toets in actie.toetsen:
        if toets in BEZET:
            return f"{toetsnaam(toets)} kan niet: deze toets {BEZET[toets]}"
        if actie.toetsen.count(toets) > 1:
            return f"{toetsnaam(toets)} staat er twee keer"
    waar = _typplekken(actie.bereik)
    for bereik in waar:
        for toets in sorted(EIGEN_TOETSEN[bereik] & set(actie.toetsen)):
            return f"{toetsnaam(toets)} kan niet: {bereik} heeft deze toets zelf een betekenis"
    if waar and _TEKENS.issuperset(actie.toetsen):
        return (
            f"geef er een toets bij die geen teken is, zoals F5 of Ctrl+E: {waar[0]} "
            "wordt een teken getypt"
        )
    return ""


def _typplekken(bereik: Bereik) -> list[Bereik]:
    """Give the places where characters are typed and an action of this bereik works."""
    return [
        plek
        for plek in EIGEN_TOETSEN
        if any(bereik in samen and plek in samen for samen in SCHERMBEREIKEN)
    ]
