"""One candidate, as at a key press."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from bench.kandidaten import met_negen_resultaten
from bench.meting import Meting, duur
from bench.rekenen import PEILDATUM
from examen.oordeel import uitkomsten
from examen.reken import wat_nodig


def meet(*, rook: bool) -> Iterator[Meting]:
    """Compute one candidate with all reasons and signals, warm."""
    ers = met_negen_resultaten(20 if rook else 100)
    for er in ers[:5]:
        uitkomsten([er], PEILDATUM)
    tijden = sorted(duur(lambda er=er: uitkomsten([er], PEILDATUM)) for er in ers)
    nodig = sorted(duur(lambda er=er: wat_nodig(er)) for er in ers)
    yield Meting(
        naam="een kandidaat, alle regels en signalen (midden)",
        waarde=1000 * median(tijden),
        eenheid="ms",
        hoogstens=None if rook else 20,
    )
    yield Meting(
        naam="een kandidaat, traagste op tien na",
        waarde=1000 * tijden[-len(tijden) // 10],
        eenheid="ms",
    )
    yield Meting(naam="wat nodig is (midden)", waarde=1000 * median(nodig), eenheid="ms")
