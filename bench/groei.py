"""Growth: ten thousand to a million candidates, in time and in memory."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from bench.kandidaten import basis, herhaald
from bench.meting import Meting, duur, in_eigen_proces, piekgeheugen
from bench.rekenen import reken_en_controleer

PARTITIE = 10_000


def meet(*, rook: bool) -> Iterator[Meting]:
    """Compute and check growing numbers of candidates, each number in a process of its own."""
    aantallen = (1_000, 2_000) if rook else (10_000, 100_000, 1_000_000)
    per_kandidaat: list[float] = []
    for aantal in aantallen:
        seconden, megabytes = in_eigen_proces("bench.groei", aantal)
        per_kandidaat.append(seconden / aantal)
        yield Meting(naam=f"{aantal} kandidaten", waarde=seconden, eenheid="s")
        yield Meting(
            naam=f"{aantal} kandidaten, meeste geheugen",
            waarde=megabytes,
            eenheid="MB",
            hoogstens=None if rook else 2_000,
        )
    yield Meting(
        naam=f"tijd per kandidaat, {aantallen[-1]} ten opzichte van {aantallen[0]}",
        waarde=per_kandidaat[-1] / per_kandidaat[0],
        eenheid="x",
        hoogstens=None if rook else 1.2,
    )


def reken(aantal: int) -> float:
    """Compute and check so many candidates, partition by partition; give the seconds it takes."""
    verschillend = basis(1_000)
    reken_en_controleer(herhaald(verschillend, 10))  # the first run loads what later ones have
    seconden = 0.0
    for vanaf in range(0, aantal, PARTITIE):
        keer = min(PARTITIE, aantal - vanaf) // 1_000
        frames = herhaald(verschillend, keer, vanaf)
        seconden += duur(lambda frames=frames: reken_en_controleer(frames))
    return seconden


def reken_rustig(aantal: int) -> float:
    """Give the shortest of three runs of a small number, the only run of a large one."""
    return min(reken(aantal) for _ in range(3 if aantal < 100_000 else 1))


if __name__ == "__main__":
    print(json.dumps([reken_rustig(int(sys.argv[1])), piekgeheugen()]))
