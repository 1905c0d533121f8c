"""A command: a word, what comes behind it and what it does; and finding the one that is meant."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from tui.plat.verhaal import PlatFout

G = TypeVar("G")


@frozen(kw_only=True)
class Opdracht(Generic[G]):
    """A command of a conversation.

    Attributes:
        naam: the word.
        kort: what is typed for it when its beginning could be another's, or empty.
        argument: what comes behind it, or empty for nothing.
        uitleg: what it does, for the user.
        doe: does it.
    """

    naam: str
    kort: str = ""
    argument: str = ""
    uitleg: str
    doe: Callable[[G, str], None]

    def __str__(self) -> str:
        kop = " ".join(filter(None, (self.naam, self.argument)))
        kort = f" ({self.kort})" if self.kort else ""
        return f"{kop}{kort}: {self.uitleg}"


def voer_uit(opdrachten: Sequence[Opdracht[G]], gesprek: G, woord: str, argument: str) -> None:
    """Do the command of a word.

    Raises:
        VavoFout: there is none, or it cannot be done; says why.
    """
    opdracht = vind(opdrachten, woord)
    if argument and not opdracht.argument:
        raise PlatFout(f"{opdracht.naam} krijgt niets achter zich; typ alleen het woord")
    opdracht.doe(gesprek, argument)


def vind(opdrachten: Sequence[Opdracht[G]], woord: str) -> Opdracht[G]:
    """Find a command by its word, its short form or the beginning of its word.

    Raises:
        PlatFout: there is none, or more than one; names those that it could be.
    """
    gezocht = woord.casefold()
    for een in opdrachten:
        if gezocht in (een.naam, een.kort):
            return een
    mogelijk = [een for een in opdrachten if een.naam.startswith(gezocht)]
    if len(mogelijk) == 1:
        return mogelijk[0]
    if mogelijk:
        raise PlatFout(f"“{woord}” kan zijn: {', '.join(een.naam for een in mogelijk)}")
    lijkend = difflib.get_close_matches(gezocht, [een.naam for een in opdrachten], cutoff=0.5)
    raad = f"bedoelt u: {', '.join(lijkend)}?" if lijkend else "typ hulp voor de opdrachten"
    raise PlatFout(f"onbekende opdracht “{woord}”; {raad}")
