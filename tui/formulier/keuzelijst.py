"""Choosing a value from a list: typing looks for it by code and by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from attrs import frozen

from tui.formulier.boom import Blok, Groep


@frozen
class Keuze:
    """A code with its name."""

    code: str
    naam: str


class Keuzen(Protocol):
    """Knows which codes have names, and how a new member of a list begins."""

    def van(self, blok: Blok, naam: str) -> Sequence[Keuze]:
        """Give what can be chosen in a field of a block; nothing when any value will do."""

    def begin(self, groep: Groep) -> Mapping[str, Any]:
        """Give the values with which a new member of a group begins, as a proposal."""


class Keuzelijst:
    """What can be chosen, and the part of it that was looked for.

    Attributes:
        label: what the choice is about.
        getypt: what is looked for.
        cursor: position of the choice at hand among those found.
    """

    def __init__(self, label: str, keuzen: Sequence[Keuze], huidig: str = "") -> None:
        self.label = label
        self.getypt = ""
        self._keuzen = tuple(keuzen)
        codes = [keuze.code for keuze in keuzen]
        self.cursor = codes.index(huidig) if huidig in codes else 0

    @property
    def gevonden(self) -> Sequence[Keuze]:
        """What has every word that is looked for; what begins with it comes first."""
        woorden = self.getypt.casefold().split()
        if not woorden:
            return self._keuzen
        gevonden = [
            keuze
            for keuze in self._keuzen
            if all(woord in f"{keuze.code} {keuze.naam}".casefold() for woord in woorden)
        ]
        return sorted(gevonden, key=lambda keuze: not _begint(keuze, self.getypt.casefold()))

    @property
    def gekozen(self) -> Keuze | None:
        """The choice at hand, None when nothing is found."""
        gevonden = self.gevonden
        return gevonden[min(self.cursor, len(gevonden) - 1)] if gevonden else None

    def druk(self, toets: str) -> bool:
        """Do what a key does; tell whether it means something here."""
        if len(toets) == 1 and toets.isprintable():
            return self.zoek(self.getypt + toets)
        match toets:
            case "backspace":
                return self.zoek(self.getypt[:-1])
            case "ctrl+u":
                return self.zoek("")
            case "up":
                return self.ga_naar(self.cursor - 1)
            case "down":
                return self.ga_naar(self.cursor + 1)
            case "home":
                return self.ga_naar(0)
            case "end":
                return self.ga_naar(len(self._keuzen))
            case _:
                return False

    def zoek(self, getypt: str) -> bool:
        """Look for something else."""
        self.getypt, self.cursor = getypt, 0
        return True

    def ga_naar(self, plaats: int) -> bool:
        """Take another choice, or the nearest that is there."""
        self.cursor = min(max(plaats, 0), max(len(self.gevonden) - 1, 0))
        return True


def _begint(keuze: Keuze, gezocht: str) -> bool:
    return keuze.code.casefold().startswith(gezocht) or keuze.naam.casefold().startswith(gezocht)
