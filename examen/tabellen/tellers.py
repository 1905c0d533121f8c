"""Several small counters in one whole number.

A pakket has up to a dozen conditions, each "at least so many of these vakken". To count them all
at once every condition has ten bits of a 64-bit word, of which the highest stays free as a guard,
so counters go up to 511: more than a cijferlijst has lines. A vak brings a word with a 1 in the
field of every condition it counts for; the sum of these words counts them all, and taking one away
counts what is left without that vak.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

_BITS = 10
_PER_WOORD = 6
_WACHT = sum(1 << (_BITS * veld + _BITS - 1) for veld in range(_PER_WOORD))
"""The guard bit of every field."""


def woorden(aantal: int) -> int:
    """Give the number of words that so many counters take."""
    return -(-aantal // _PER_WOORD)


def pak(getallen: Sequence[int]) -> list[int]:
    """Put counters, each at most 511, into words."""
    return [
        sum(getal << (_BITS * veld) for veld, getal in enumerate(getallen[i : i + _PER_WOORD]))
        for i in range(0, len(getallen), _PER_WOORD)
    ]


def pak_uit(gepakt: Sequence[int]) -> list[int]:
    """Take the counters out of words again; there may be empty ones at the end."""
    masker = (1 << _BITS) - 1
    return [woord >> (_BITS * veld) & masker for woord in gepakt for veld in range(_PER_WOORD)]


def genoeg(geteld: pl.Expr, minimum: pl.Expr) -> pl.Expr:
    """Tell whether every counter of a word is at least its minimum.

    With its guard bit set a field keeps that bit, when the minimum is taken off, if and only if
    the counter is not smaller.
    """
    return (((geteld | _WACHT) - minimum) & _WACHT) == _WACHT
