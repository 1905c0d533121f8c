"""A progress bar on the error output, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def voortgang(wat: str, totaal: int) -> Iterator[Callable[[int], None]]:
    """Show how far a job is; what is given is called with what was done since.

    Args:
        wat: the job in a word.
        totaal: how much there is to do.
    """
    balk = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with balk:
        taak = balk.add_task(wat, total=totaal)
        yield lambda gedaan: balk.advance(taak, gedaan)
