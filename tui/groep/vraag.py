"""A question to answer before an act."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen


@frozen(kw_only=True)
class Vraag:
    """One question.

    Attributes:
        naam: by which its answer is known.
        tekst: the question.
        antwoord: what stands there to begin with.
        bezwaar: gives what is wrong with an answer, or "".
        onthoud: by which the answer is remembered of the school, or "" when it is not.
    """

    naam: str
    tekst: str
    antwoord: str = ""
    bezwaar: Callable[[str], str] = lambda _: ""
    onthoud: str = ""
