"""Asking before something goes: what it is and how many, and only their number is a yes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto


class Antwoord(Enum):
    """What the user said so far."""

    NOG_NIET = auto()
    JA = auto()
    NEE = auto()


class Bevestiging:
    """A question that is answered by typing how many go.

    Attributes:
        wat: what will go, line by line.
        aantal: how many that are.
        om: what is done then: "te verwijderen".
        getypt: what was typed.
        antwoord: yes, no, or not yet.
    """

    def __init__(self, wat: Sequence[str], aantal: int, om: str) -> None:
        self.wat = tuple(wat)
        self.aantal = aantal
        self.om = om
        self.getypt = ""
        self.antwoord = Antwoord.NOG_NIET

    @property
    def vraag(self) -> str:
        """What to type."""
        return f"Typ het aantal ({self.aantal}) en Enter om {self.om}:"

    def druk(self, toets: str) -> Antwoord:
        """Do what a key does: digits are typed, Enter answers; anything else is no."""
        if self.antwoord is not Antwoord.NOG_NIET:
            return self.antwoord
        if toets in _CIJFERS:
            self.getypt += toets
        elif toets == "backspace" and self.getypt:
            self.getypt = self.getypt[:-1]
        else:
            ja = toets == "enter" and self.getypt == str(self.aantal)
            self.antwoord = Antwoord.JA if ja else Antwoord.NEE
        return self.antwoord


_CIJFERS = frozenset("0123456789")
