"""Computing and checking in columns, against the plain-Python oracle."""

from __future__ import annotations

from collections.abc import Iterator
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
    """Compute and check 100,000 examenresultaten of nine results each, in memory."""
    verschillend = met_negen_resultaten(200 if rook else 2_000)
    frames = herhaald(kolommen(Examenresultaat, verschillend), 1 if rook else 50)
    aantal = len(frames["examenresultaat"])

    def orakel() -> None:
        for er in verschillend:
            uitkomst(er)

    orakel_per_seconde = len(verschillend) / kortste(orakel)
    rekenen = aantal / kortste(lambda: bereken(frames))
    samen = aantal / kortste(lambda: reken_en_controleer(frames))
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
