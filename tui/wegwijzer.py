"""What can be typed as a command, and which of it is meant: state without a screen."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from difflib import get_close_matches

from attrs import frozen

_ZEGT_IETS = 4
"""Characters from which a text is looked for in what something does."""


@frozen(kw_only=True)
class Ingang:
    """Something that can be typed.

    Attributes:
        naam: what is typed.
        uitleg: what it does.
        doe: does it, with what was typed after its name.
        toets: the key that does the same, or empty.
        titel: another name, or empty.
        vraagt: what has to come after the name, or empty.
        namen: gives what can come there, or None where that cannot be completed.
    """

    naam: str
    uitleg: str
    doe: Callable[[str], Awaitable[None]]
    toets: str = ""
    titel: str = ""
    vraagt: str = ""
    namen: Callable[[], Awaitable[Sequence[str]]] | None = None

    def begint(self, tekst: str) -> int | None:
        """Say how well a text begins its names: 0 is best, None is not at all."""
        namen = [self.naam.casefold(), self.titel.casefold()]
        if not tekst or namen[0].startswith(tekst):
            return 0
        if namen[1].startswith(tekst):
            return 1
        woorden = " ".join(namen).split()
        return 2 if _heeft(woorden, tekst) else None

    def gaat_over(self, tekst: str) -> bool:
        """Whether its explanation has every word of a text."""
        return len(tekst) >= _ZEGT_IETS and _heeft(
            re.findall(r"\w+", self.uitleg.casefold()), tekst
        )


class Wegwijzer:
    """The command line while it is typed.

    Attributes:
        getypt: what it says.
    """

    def __init__(self, ingangen: Sequence[Ingang]) -> None:
        self._ingangen = tuple(ingangen)
        self.getypt = ""
        self._gezocht = ""
        self._keus = 0

    @property
    def mogelijk(self) -> list[Ingang]:
        """What can be meant, the best first; what is no name is looked for in what is done."""
        tekst = self._gezocht.strip().casefold()
        met_vraag = [een for een in self._ingangen if een.vraagt and _is_begin(een.naam, tekst)]
        if met_vraag:
            return met_vraag
        gevonden = [(een.begint(tekst), een) for een in self._ingangen]
        passend = [(rang, een) for rang, een in gevonden if rang is not None]
        if not passend:
            return [een for een in self._ingangen if een.gaat_over(tekst)]
        return [een for _, een in sorted(passend, key=lambda paar: paar[0])]

    @property
    def gekozen(self) -> Ingang | None:
        """What Enter does, or None when nothing is meant."""
        mogelijk = self.mogelijk
        return mogelijk[self._keus % len(mogelijk)] if mogelijk else None

    @property
    def rest(self) -> str:
        """What was typed after the name of what is meant."""
        gekozen = self.gekozen
        tekst = self.getypt.strip()
        if gekozen is None or not gekozen.vraagt or not _is_begin(gekozen.naam, tekst.casefold()):
            return ""
        return tekst[len(gekozen.naam) :].strip()

    def zet(self, getypt: str) -> None:
        """Say something else."""
        self.getypt = self._gezocht = getypt.lstrip()
        self._keus = 0

    def verschuif(self, stap: int) -> None:
        """Mean the next, or the one before."""
        self._keus = (self._keus + stap) % max(len(self.mogelijk), 1)

    @property
    def vult_rest_aan(self) -> bool:
        """Whether what comes after a name is being typed."""
        gekozen = self.gekozen
        return gekozen is not None and self._gezocht.casefold().startswith(f"{gekozen.naam} ")

    def vul_rest_aan(self, namen: Sequence[str]) -> bool:
        """Complete what comes after the name to one of these, or to the next; tell whether."""
        assert self.gekozen is not None
        begin = f"{self.gekozen.naam} "
        gezocht = self._gezocht[len(begin) :].strip().casefold()
        passend = sorted(
            (naam for naam in namen if _heeft(naam.casefold().split(), gezocht)),
            key=lambda naam: (not naam.casefold().startswith(gezocht), naam),
        )
        if not passend:
            return False
        nu = self.getypt[len(begin) :]
        plaats = passend.index(nu) + 1 if nu in passend else 0
        self.getypt = begin + passend[plaats % len(passend)]
        return True

    def vul_aan(self) -> None:
        """Complete to the name of what is meant; when it says so already, to the next."""
        gekozen = self.gekozen
        if gekozen is None or self.rest:
            return
        if self.getypt.strip() == gekozen.naam and len(self.mogelijk) > 1:
            self.verschuif(1)
            gekozen = self.gekozen or gekozen
        self.getypt = gekozen.naam + (" " if gekozen.vraagt else "")

    def onbekend(self) -> str:
        """Say what resembles what was typed and means nothing."""
        namen = {een.naam.casefold(): een.naam for een in self._ingangen}
        lijkend = get_close_matches(self.getypt.casefold(), namen, n=3, cutoff=0.5)
        raad = " of ".join(namen[naam] for naam in lijkend)
        return f"“{self.getypt.strip()}” kan hier niet" + (f"; bedoelt u {raad}?" if raad else ".")


def _heeft(woorden: Sequence[str], tekst: str) -> bool:
    """Whether every word of a text begins one of these words."""
    return all(any(woord.startswith(deel) for woord in woorden) for deel in tekst.split())


def _is_begin(naam: str, tekst: str) -> bool:
    """Whether a text is a name, alone or with more after it."""
    return tekst == naam or tekst.startswith(f"{naam} ")
