"""A copy of a register, to try out what would happen."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def kopieer(van: Path, naar: Path) -> None:
    """Copy a register as it stands now, also while others write to it; without one, do nothing."""
    if not van.exists():
        return
    bron = f"{van.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(bron, uri=True)) as oud, closing(sqlite3.connect(naar)) as nieuw:
        oud.backup(nieuw)
