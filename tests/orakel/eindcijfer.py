"""Eindcijfers: Eindexamenbesluit VO art. 35, 37, 47, 51 and 52; the Besluit of 2020.

Marks with a decimal are whole tenths (64 is 6,4). Rounding looks at the first decimal only.
"""

from __future__ import annotations

from examen.model import Vakresultaat, Werkstukresultaat
from tests.orakel.feiten import vakrij


def rond_tienden(tienden: int) -> int:
    """Round a mark in tenths to a whole mark: ,4 down, ,5 up (art. 47 lid 2)."""
    return (tienden + 5) // 10


def rond_gemiddelde(som: int, aantal: int) -> int:
    """Round som/aantal to a whole number, halves up, without a fraction in between."""
    return (2 * som + aantal) // (2 * aantal)


def hoogste_ce(vak: Vakresultaat) -> int | None:
    """Give the highest CE mark over the tijdvakken (art. 51 lid 4)."""
    return max((ce.cijfer for ce in vak.ce), default=None)


def eindcijfer_2020(vak: Vakresultaat) -> int | None:
    """Give the eindcijfer of 2020: the SE, or better with the RV-toets (Besluit 2020 art. 10)."""
    if vak.cijfer_se is None:
        return None
    op_se = rond_tienden(vak.cijfer_se)
    if vak.cijfer_rv is None:
        return op_se
    return max(op_se, rond_gemiddelde(vak.cijfer_se + vak.cijfer_rv, 20))


def eindcijfer_vak(vak: Vakresultaat, regime_uitslag: int | None) -> int | None:
    """Give the eindcijfer of a subject, or None when it has none (yet).

    A vrijstelling or ontheffing has no mark (art. 52 lid 5). A traded-in result without its own
    marks keeps the eindcijfer that was delivered. Which of SE and CE count is a fact of the
    vakkentabel: V is required, O counts when it is there, L does not exist.
    """
    if vak.reden_niet_deelname is not None:
        return None
    if vak.inruil and vak.cijfer_se is None and not vak.ce:
        return vak.eindcijfer
    regime = regime_uitslag if vak.examenregime is None else vak.examenregime
    rij = vakrij(regime, vak.niveau, vak.vak)
    if rij is None or rij["eindcijfer"] == "L":
        return None
    if regime == 2020:
        return eindcijfer_2020(vak)
    cijfers = []
    for cijfer, indicatie in (
        (vak.cijfer_se, rij["cijfer_se"]),
        (hoogste_ce(vak), rij["cijfer_ce"]),
    ):
        if indicatie == "V" and cijfer is None:
            return None
        if indicatie != "L" and cijfer is not None:
            cijfers.append(cijfer)
    return rond_gemiddelde(sum(cijfers), 10 * len(cijfers)) if cijfers else None


def eindcijfer_werkstuk(werkstuk: Werkstukresultaat) -> int | None:
    """Give the mark of the profielwerkstuk; an exempt one has none."""
    return None if werkstuk.reden_niet_deelname is not None else werkstuk.cijfer


def ce_van_score(score: int, schaallengte: int, n_term: int) -> int:
    """Turn a score of the CE into a mark in tenths (Regeling omzetting scores 2015, bijlage 1).

    C = 9 S/L + N, kept between two lines through (0; 1,0) and (L; 10,0): one that rises half as
    fast and one that rises twice as fast as 9/L.

    Args:
        score: number of points, 0 to schaallengte.
        schaallengte: greatest number of points.
        n_term: N in tenths, 0 to 20.
    """
    # Everything is counted in units of 1/(20 L), so that halves stay whole numbers.
    eenheid = 20 * schaallengte
    van_boven = schaallengte - score
    cijfer = 180 * score + 2 * n_term * schaallengte
    langzaam_van_onder = eenheid + 90 * score
    snel_van_onder = eenheid + 360 * score
    langzaam_van_boven = 10 * eenheid - 90 * van_boven
    snel_van_boven = 10 * eenheid - 360 * van_boven
    if n_term > 10:
        cijfer = min(cijfer, snel_van_onder, langzaam_van_boven)
    elif n_term < 10:
        cijfer = max(cijfer, langzaam_van_onder, snel_van_boven)
    return rond_gemiddelde(10 * cijfer, eenheid)
