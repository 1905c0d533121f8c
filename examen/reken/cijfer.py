"""Marks: rounding and the step from score to mark, in whole tenths and without floats."""

from __future__ import annotations

import polars as pl

from register.fouten import InvoerFout


def rond_geheel(som: pl.Expr, delen: pl.Expr | int) -> pl.Expr:
    """Round `som / delen` to a whole number, halves up (7,45 gives 7, 5,5 gives 6).

    Only the first decimal of the unrounded number counts (Eindexamenbesluit VO art. 47 lid 2).
    `som` and `delen` are non-negative integers; a mean of tenths passes ten times the divisor.
    """
    return (2 * som + delen) // (2 * delen)


def ce_cijfer(score: int, schaallengte: int, n_term: int) -> int:
    """Turn the score of a centraal examen into its mark.

    The mark is 9,0 x score / schaallengte + N, kept between the two border relations, so that
    score 0 gives 1,0 and the full score 10,0 (Regeling omzetting scores in cijfers, bijlage 1).

    Args:
        score: points, 0 up to and including `schaallengte`.
        schaallengte: greatest number of points, at least 1.
        n_term: the N-term in tenths, 0 to 20.

    Returns:
        The mark in tenths, 10 to 100.

    Raises:
        InvoerFout: when an argument is outside its bounds.
    """
    if schaallengte < 1:
        raise InvoerFout(f"schaallengte {schaallengte} is kleiner dan 1", veld="schaallengte")
    if not 0 <= score <= schaallengte:
        raise InvoerFout(f"score {score} ligt niet tussen 0 en {schaallengte}", veld="score")
    if not 0 <= n_term <= 20:
        raise InvoerFout(f"N-term {n_term / 10:.1f} ligt niet tussen 0,0 en 2,0", veld="n_term")
    # Every relation is a number of tenths times the schaallengte.
    midden = 90 * score + n_term * schaallengte
    flauw_onder = 10 * schaallengte + 45 * score
    steil_onder = 10 * schaallengte + 180 * score
    flauw_boven = 100 * schaallengte - 45 * (schaallengte - score)
    steil_boven = 100 * schaallengte - 180 * (schaallengte - score)
    if n_term > 10:
        tienden = min(midden, steil_onder, flauw_boven)
    else:
        tienden = max(midden, flauw_onder, steil_boven)
    return (2 * tienden + schaallengte) // (2 * schaallengte)


def toon_cijfer(tienden: int) -> str:
    """Write a mark in tenths the Dutch way: 64 is "6,4"."""
    return f"{tienden // 10},{tienden % 10}"


def toon_gemiddelde(som: int, aantal: int) -> str:
    """Write `som / aantal` with two decimals, cut and never rounded up: 5,4999 is "5,49"."""
    honderdsten = 100 * som // aantal
    return f"{honderdsten // 100},{honderdsten % 100:02d}"
