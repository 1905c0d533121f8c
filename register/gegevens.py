"""Where the data files are: beside the checkout, or inside the installed package."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def gegevensmap() -> Path:
    """Give the folder that holds vakkentabel/, examenregime/, pakket/, signalen/ and schema/."""
    hier = Path(__file__).resolve().parent
    in_pakket = hier / "data"
    return in_pakket if in_pakket.is_dir() else hier.parent / "data"
