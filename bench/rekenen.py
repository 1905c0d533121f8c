"""Computing and checking in columns, against the plain-Python oracle."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from bench.kandidaten import herhaald, met_negen_resultaten
from bench.meting import Meting, kortste
from examen.controles import bevindingen
from examen.model import Examenresultaat
from examen.reken import bereken
from register.vormen.kolommen import Frames, kolommen
from tests.orakel import uitkomst

PEILDATUM = date(2026, 11, 22)


def meet(*, rook: bool) -> Iterator[Meting]:
    """Compute and check 100,000 examenresultaten of nine results each, in memory.

    In partitions of 20,000, as many at once as there are cores: as `vavo herbereken` does it.
    """
    verschillend = met_negen_resultaten(200 if rook else 2_000)
    basis = kolommen(Examenresultaat, verschillend)
    partities = [herhaald(basis, 1 if rook else 10) for _ in range(1 if rook else 5)]
    aantal = sum(len(frames["examenresultaat"]) for frames in partities)

    def orakel() -> None:
        for er in verschillend:
            uitkomst(er)

    orakel_per_seconde = len(verschillend) / kortste(orakel)
    with ThreadPoolExecutor(os.cpu_count()) as ploeg:
        rekenen = aantal / kortste(lambda: list(ploeg.map(bereken, partities)))
        samen = aantal / kortste(lambda: list(ploeg.map(reken_en_controleer, partities)))
    yield Meting(naam="orakel in gewone Python", waarde=orakel_per_seconde, eenheid="per seconde")
    yield Meting(naam=f"rekenen, {aantal} in kolommen", waarde=rekenen, eenheid="per seconde")
    yield Meting(
        naam="rekenen en controleren",
        waarde=samen,
        eenheid="per seconde",
        minstens=None if rook else 100_000,
    )
    yield Meting(
        naam="rekenen en controleren ten opzichte van het orakel",
        waarde=samen / orakel_per_seconde,
        eenheid="x",
        minstens=None if rook else 15,
    )


def reken_en_controleer(frames: Frames) -> None:
    """Compute everything and look for every signal."""
    bevindingen(frames, bereken(frames), PEILDATUM)
