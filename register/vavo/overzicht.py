"""Enrolments in an overview: the codes of their records, and which fall in a period."""

from __future__ import annotations

from register.overzicht.indeling import Rubriek
from register.overzicht.periode import Periode
from register.vavo.inschrijving import Inschrijving


def valt_in(inschrijving: Inschrijving, periode: Periode) -> bool:
    """Whether somebody was enrolled on a day of the period; the last day of an enrolment counts.

    The last day is the actual one or, while there is none, the planned one.
    """
    einde = inschrijving.datum_uitschrijving_werkelijk or inschrijving.datum_uitschrijving_gepland
    return periode.overlapt(inschrijving.datum_inschrijving, einde)


INSCHRIJVINGEN = Rubriek(
    klasse=Inschrijving,
    codes={"inschrijving": "ISG", "perioden": "ISP", "perioden_aanvullende_opleidingen": "AVO"},
    valt_in=valt_in,
)
