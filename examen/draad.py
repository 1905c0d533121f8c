"""Many small steps in columns, without handing each of them to another thread.

Polars does its work on threads of its own. Handing each step over to one of them takes longer than
the work itself for one candidate, and a third of the time for a partition of many. A function that
already runs on such a thread does its steps there and then.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

import polars as pl

T = TypeVar("T")


class _Draad(threading.local):
    """Whether this thread is one of Polars that runs a function of ours."""

    van_polars = False


_draad = _Draad()


def op_een_draad_van_polars(doe: Callable[[], T]) -> T:
    """Give what `doe` gives, or raise what it raises, having run it on a thread of Polars."""
    if _draad.van_polars:
        return doe()
    uitkomst: list[T] = []
    fouten: list[BaseException] = []

    def stap(frame: pl.DataFrame) -> pl.DataFrame:
        eerder, _draad.van_polars = _draad.van_polars, True
        try:
            uitkomst.append(doe())
        except BaseException as fout:  # noqa: BLE001 - raised again by the caller, as it was
            fouten.append(fout)
        finally:
            _draad.van_polars = eerder
        return frame

    pl.LazyFrame({"stap": [0]}).map_batches(stap).collect()
    for fout in fouten:
        raise fout
    return uitkomst[0]
