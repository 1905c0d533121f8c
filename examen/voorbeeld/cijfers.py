"""Marks of a fictional candidate, drawn around the national means."""

from __future__ import annotations

from random import Random

from attrs import frozen

from examen.voorbeeld.tabellen import Cijfergroep, Spreiding


@frozen
class Vakniveau:
    """How good a candidate is at one subject: the expected SE and CE mark, in marks."""

    se: float
    ce: float


@frozen
class Cijfertrekking:
    """Draws the marks of candidates of one group, SE and CE of a subject correlated."""

    groep: Cijfergroep
    spreiding: Spreiding

    def kandidaat(self, toeval: Random) -> float:
        """Draw how far a candidate is above the mean, in marks."""
        return toeval.gauss(0, self.spreiding.kandidaat)

    def vak(self, boven_gemiddelde: float, toeval: Random) -> Vakniveau:
        """Draw how good a candidate is at one more subject."""
        aanleg = boven_gemiddelde + toeval.gauss(0, self.spreiding.vak)
        return Vakniveau(self.groep.gemiddelde_se + aanleg, self.groep.gemiddelde_ce + aanleg)

    def se(self, vak: Vakniveau, toeval: Random) -> int:
        """Draw an SE mark, in tenths."""
        return _tienden(toeval.gauss(vak.se, self.spreiding.se))

    def ce(self, vak: Vakniveau, toeval: Random) -> int:
        """Draw a CE mark, in tenths."""
        return _tienden(toeval.gauss(vak.ce, self.spreiding.ce))


def _tienden(cijfer: float) -> int:
    return min(100, max(10, round(10 * cijfer)))
