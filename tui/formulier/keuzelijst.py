"""Choosing a value from a list: typing looks for it by code and by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from attrs import frozen

from tui.formulier.boom import Blok, Groep


@frozen
class Keuze:
    """A code with its name.

    Attributes:
        met: values that go with it, for the fields beside it that are empty.
    """

    code: str
    naam: str
    met: tuple[tuple[str, str], ...] = ()


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
        cursor: position among those found where choosing begins: at the value that there is.
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

    def zoek(self, getypt: str) -> None:
        """Look for something else."""
        self.getypt, self.cursor = getypt, 0

    def bedoeld(self, getypt: str) -> Sequence[Keuze]:
        """Give the one whose code or whole name this is, or else all that have every word of it."""
        self.zoek(getypt)
        heel = getypt.casefold()
        precies = [k for k in self.gevonden if heel in (k.code.casefold(), k.naam.casefold())]
        return precies if len(precies) == 1 else self.gevonden


def _begint(keuze: Keuze, gezocht: str) -> bool:
    return keuze.code.casefold().startswith(gezocht) or keuze.naam.casefold().startswith(gezocht)
