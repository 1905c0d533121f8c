"""A report of changes, written piece by piece: CSV, JSON or Parquet by the ending of the file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from register.fouten import InvoerFout

Schrijver = Callable[[pl.DataFrame], None]
"""Takes the next rows of a report."""


@contextmanager
def verslag(pad: Path, schema: dict[str, pl.DataType]) -> Iterator[Schrijver]:
    """Open a report; it takes its place when it is complete, not before.

    CSV is as Dutch Excel opens it: semicolons, and a mark that says UTF-8. JSON is one array.

    Args:
        pad: the file; its ending decides the form.
        schema: the columns.

    Raises:
        InvoerFout: an ending that is not .csv, .json or .parquet.
    """
    if pad.suffix not in _SOORTEN:
        soorten = ", ".join(_SOORTEN)
        raise InvoerFout(f"{pad.name}: een verslag eindigt op {soorten}", veld="verslag")
    with tempfile.TemporaryDirectory(dir=pad.absolute().parent, prefix=".verslag-") as map_:
        delen = Path(map_)
        pl.DataFrame(schema=schema).write_parquet(delen / "000000.parquet")

        def schrijf(rijen: pl.DataFrame) -> None:
            nummer = sum(1 for _ in delen.iterdir())
            rijen.select(*schema).write_parquet(delen / f"{nummer:06}.parquet")

        yield schrijf
        klaar = delen / f"verslag{pad.suffix}"
        _SOORTEN[pad.suffix](pl.scan_parquet(delen / "*.parquet"), klaar)
        klaar.replace(pad)


def _csv(rijen: pl.LazyFrame, pad: Path) -> None:
    rijen.sink_csv(pad, separator=";", include_bom=True)


def _json(rijen: pl.LazyFrame, pad: Path) -> None:
    regels = pad.with_suffix(".regels")
    rijen.sink_ndjson(regels)
    with regels.open(encoding="utf-8") as bron, pad.open("w", encoding="utf-8") as doel:
        doel.write("[")
        for nummer, regel in enumerate(bron):
            doel.write(",\n" if nummer else "\n")
            doel.write(regel.rstrip("\n"))
        doel.write("\n]\n")


def _parquet(rijen: pl.LazyFrame, pad: Path) -> None:
    rijen.sink_parquet(pad)


_SOORTEN: dict[str, Callable[[pl.LazyFrame, Path], None]] = {
    ".csv": _csv,
    ".json": _json,
    ".parquet": _parquet,
}
