"""Fictional candidates: persons, their enrolment and their exam, drawn from national figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from attrs import frozen

from examen.model import Examenresultaat
from examen.voorbeeld.kandidaat import BRIN, examenplan, examenresultaat
from examen.voorbeeld.tabellen import deelnemers
from register.model.persoon import Persoon
from register.vavo.inschrijving import Inschrijving
from register.voorbeeld import eerste_schooldag, fictief_persoon, fictieve_inschrijving

NIVEAUS = ("VMBO_TL", "HAVO", "VWO")
"""The niveaus that vavo offers."""


@frozen(kw_only=True)
class Voorbeeld:
    """One fictional candidate."""

    persoon: Persoon
    inschrijving: Inschrijving
    examenresultaat: Examenresultaat


def voorbeeld(
    aantal: int,
    *,
    regimes: Sequence[int],
    zaad: int = 2026,
    soort: str | None = None,
    vanaf: int = 0,
) -> Iterator[Voorbeeld]:
    """Make fictional candidates; the same arguments always give the same ones.

    Nothing is computed: eindcijfers, uitslag and certificaten are empty.

    Args:
        aantal: how many.
        regimes: the examenregimes to draw from, each as often.
        zaad: seed of all chance.
        soort: "deelexamen", "aanvulling" or "volledig" for that kind of exam only.
        vanaf: number of the first candidate; numbers decide BSN and volgnummers.
    """
    toeval = Random(zaad)  # noqa: S311
    niveaus = deelnemers().niveaus
    gewichten = [getattr(niveaus, niveau) for niveau in NIVEAUS]
    groepen = deelnemers().leeftijden.groepen
    for nummer in range(vanaf, vanaf + aantal):
        niveau = toeval.choices(NIVEAUS, gewichten)[0]
        plan = examenplan(toeval, niveau=niveau, regime=toeval.choice(regimes), soort=soort)
        groep = toeval.choices(groepen, [getattr(groep, niveau) for groep in groepen])[0]
        leeftijd = toeval.randint(groep.vanaf, groep.tot)
        persoon = fictief_persoon(
            nummer, toeval, leeftijd=leeftijd, op=eerste_schooldag(plan.regime)
        )
        assert persoon.burgerservicenummer is not None
        yield Voorbeeld(
            persoon=persoon,
            inschrijving=fictieve_inschrijving(
                persoon,
                brin=BRIN,
                volgnummer=f"I{nummer + 1}",
                opleiding=plan.opleiding,
                examenjaar=plan.regime,
            ),
            examenresultaat=examenresultaat(
                plan,
                toeval,
                volgnummer=f"ER{nummer + 1}",
                burgerservicenummer=persoon.burgerservicenummer,
            ),
        )
