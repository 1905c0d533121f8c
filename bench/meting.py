"""What a benchmark finds, and the tools to find it."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from attrs import frozen


@frozen(kw_only=True)
class Meting:
    """One figure, with what was promised of it.

    Attributes:
        naam: what was measured.
        waarde: the figure.
        eenheid: what it is in.
        minstens: the promise where more is better, or None.
        hoogstens: the promise where less is better, or None.
    """

    naam: str
    waarde: float
    eenheid: str
    minstens: float | None = None
    hoogstens: float | None = None

    @property
    def gehaald(self) -> bool | None:
        """Whether the promise is kept; None where there is none."""
        if self.minstens is not None:
            return self.waarde >= self.minstens
        if self.hoogstens is not None:
            return self.waarde <= self.hoogstens
        return None

    def __str__(self) -> str:
        norm = ""
        if self.minstens is not None:
            norm = f"  (ten minste {self.minstens:g})"
        if self.hoogstens is not None:
            norm = f"  (ten hoogste {self.hoogstens:g})"
        teken = {True: "ok ", False: "NEE", None: "   "}[self.gehaald]
        return f"  {teken} {self.naam:<58}{self.waarde:>12,.2f} {self.eenheid}{norm}"


def p95(tijden: Iterable[float]) -> float:
    """Give what nineteen in twenty stay under."""
    gesorteerd = sorted(tijden)
    return gesorteerd[int(0.95 * len(gesorteerd))]


def kortste(doe: Callable[[], object], keer: int = 3) -> float:
    """Give the shortest of some runs, in seconds."""
    return min(duur(doe) for _ in range(keer))


def duur(doe: Callable[[], object]) -> float:
    """Give how long one run takes, in seconds."""
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def in_eigen_proces(module: str, *argumenten: object) -> list[float]:
    """Give the figures that a benchmark, run as a program, prints as JSON.

    In a process of its own the greatest memory is that of this benchmark alone.
    """
    opdracht = [sys.executable, "-m", module, *map(str, argumenten)]
    klaar = subprocess.run(opdracht, check=True, capture_output=True, text=True)
    figuren: list[float] = json.loads(klaar.stdout)
    return figuren


def piekgeheugen() -> float:
    """Give the greatest memory this process has had, in megabytes.

    The kernel's own count of this program where it shows one: that of `getrusage` starts at the
    peak of the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (regel,) = re.findall(r"VmHWM:\s+([0-9]+) kB", status.read_text())
        return int(regel) / 1024
    gebruik = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return gebruik / (1024 * 1024 if sys.platform == "darwin" else 1024)
