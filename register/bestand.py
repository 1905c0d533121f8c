"""Writing a file that holds persons: whole or not at all, and for its owner's eyes only."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def schrijf_heel(pad: Path) -> Iterator[IO[str]]:
    """Open a file to write UTF-8 to; it takes its place when all is written, not before.

    Args:
        pad: where to; a file that is there is replaced, and only then.
    """
    with tempfile.NamedTemporaryFile(  # made with mode 0600
        "w", encoding="utf-8", newline="", dir=pad.parent, prefix=f".{pad.name}-", delete=False
    ) as stroom:
        tijdelijk = Path(stroom.name)
        try:
            yield stroom
            stroom.close()
            tijdelijk.replace(pad)
        finally:
            tijdelijk.unlink(missing_ok=True)
