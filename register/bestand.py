"""Writing a file whole or not at all, and for its owner's eyes only: it may hold persons."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def vervangend(pad: Path) -> Iterator[Path]:
    """Give an empty file to fill; it takes its place when all is written, not before.

    Args:
        pad: where to; a file that is there is replaced, and only then.
    """
    with tempfile.NamedTemporaryFile(  # made with mode 0600
        dir=pad.parent, prefix=f".{pad.name}-", delete=False
    ) as leeg:
        tijdelijk = Path(leeg.name)
    try:
        yield tijdelijk
        tijdelijk.replace(pad)
    finally:
        tijdelijk.unlink(missing_ok=True)


@contextmanager
def schrijf_heel(pad: Path) -> Iterator[IO[str]]:
    """Open a file to write UTF-8 to, that takes its place when all is written."""
    with vervangend(pad) as tijdelijk, tijdelijk.open("w", encoding="utf-8", newline="") as stroom:
        yield stroom
