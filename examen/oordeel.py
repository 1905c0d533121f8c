"""Everything about examenresultaten in hand, in words: what follows from them and which signals."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from examen.controles import bevindingen, per_stand
from examen.draad import op_een_draad_van_polars
from examen.model import Examenresultaat
from examen.reken import bereken, uitkomsten_van
from examen.uitkomst import Uitkomst
from register.vormen.kolommen import kolommen


def uitkomsten(examenresultaten: Iterable[Examenresultaat], peildatum: date) -> list[Uitkomst]:
    """Give the outcome of each examenresultaat in order, with the signals as of a day."""
    frames = kolommen(Examenresultaat, examenresultaten)

    def oordeel() -> list[Uitkomst]:
        berekening = bereken(frames)
        signalen = per_stand(bevindingen(frames, berekening, peildatum))
        return list(uitkomsten_van(berekening, signalen))

    return op_een_draad_van_polars(oordeel)
