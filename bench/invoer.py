"""Typing marks: one key on a long sheet, against writing the value in a list and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from bench.meting import Meting, duur, kortste
from examen.model import CeResultaat
from register.velden import attributen
from tui.invoer.blad import Blad
from tui.invoer.cellen import Bladrij, Cel
from tui.invoer.weg import Volgorde
from tui.weergave.tabel import Kolom

KOLOMMEN = 8
TOETSEN = 20_000


def meet(*, rook: bool) -> Iterator[Meting]:
    """Type on ten thousand rows in both orders, count what is filled, and make the sheet."""
    rijen = 1_000 if rook else 10_000
    toetsen = TOETSEN // 20 if rook else TOETSEN
    for volgorde in Volgorde:
        bladen = [_blad(rijen, volgorde) for _ in range(3)]
        yield Meting(
            naam=f"een toets op {rijen} regels, {volgorde}",
            waarde=1e6 * min(duur(lambda b=blad: _typ(b, toetsen)) for blad in bladen) / toetsen,
            eenheid="us",
            hoogstens=None if rook else 50,
        )
    bodem = kortste(lambda: _schrijf(rijen, toetsen)) / toetsen
    yield Meting(naam="de waarde in een lijst schrijven", waarde=1e6 * bodem, eenheid="us")
    blad = _blad(rijen, Volgorde.OMLAAG)
    yield Meting(
        naam="de telling",
        waarde=1e6 * kortste(lambda: [blad.telling() for _ in range(100)]) / 100,
        eenheid="us",
        hoogstens=None if rook else 50,
    )
    yield Meting(
        naam=f"een blad van {rijen} regels maken",
        waarde=1000 * kortste(lambda: _blad(rijen, Volgorde.OMLAAG)),
        eenheid="ms",
        hoogstens=None if rook else 300,
    )


def _blad(rijen: int, volgorde: Volgorde) -> Blad:
    veld = next(a.veld for a in attributen(CeResultaat) if a.naam == "cijfer")
    cellen = (Cel(veld=veld, verwacht=True),) * KOLOMMEN
    return Blad(
        [Kolom(kop=f"K{nummer}", breedte=4) for nummer in range(KOLOMMEN)],
        [
            Bladrij(koppen=(str(nummer),), cellen=cellen, waarden=(None,) * KOLOMMEN)
            for nummer in range(rijen)
        ],
        volgorde=volgorde,
    )


def _typ(blad: Blad, toetsen: int) -> None:
    for toets in islice(cycle("7568"), toetsen):
        blad.druk(toets)


def _schrijf(rijen: int, toetsen: int) -> None:
    """Do the least that typing can do: keep the digits, write a value at the second."""
    waarden: list[list[int | None]] = [[None] * KOLOMMEN for _ in range(rijen)]
    getypt = ""
    nummer = 0
    for toets in islice(cycle("7568"), toetsen):
        getypt += toets
        if len(getypt) == 2:
            rij, kolom = nummer % rijen, nummer // rijen
            waarden[rij][kolom] = int(getypt)
            getypt = ""
            nummer += 1
