"""Fictional exam results as a school delivers them: computed, and here and there mistaken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from random import Random

from attrs import evolve

from examen.overname import neem_over
from examen.reken import uitkomsten
from examen.voorbeeld import Voorbeeld
from examen.voorbeeld.vergissingen import vergis

_SAMEN = 500
"""Candidates computed together."""

_VERGISSING_OP = 25
"""One in so many exam results has a mistake in it."""


def aangeleverd(voorbeelden: Iterable[Voorbeeld], *, zaad: int = 2026) -> Iterator[Voorbeeld]:
    """Give candidates with their eindcijfers, cijferlijst, uitslag and certificaten filled in.

    Args:
        voorbeelden: as `examen.voorbeeld.voorbeeld` makes them.
        zaad: seed of the mistakes.
    """
    toeval = Random(zaad)  # noqa: S311
    bron = iter(voorbeelden)
    while samen := list(islice(bron, _SAMEN)):
        ers = [voorbeeld.examenresultaat for voorbeeld in samen]
        for voorbeeld, uitkomst in zip(samen, uitkomsten(ers), strict=True):
            er = neem_over(voorbeeld.examenresultaat, uitkomst)
            if er.uitslag is not None:
                datum = date(er.uitslag.examenregime, 7, 1)
                er = evolve(er, uitslag=evolve(er.uitslag, datum=datum))
            if toeval.randrange(_VERGISSING_OP) == 0:
                er = vergis(er, toeval)
            yield evolve(voorbeeld, examenresultaat=er)
