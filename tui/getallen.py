"""Numbers as they are written in Dutch."""

from __future__ import annotations


def getal(aantal: int) -> str:
    """Write a count with points between the thousands: 12.252."""
    return f"{aantal:,}".replace(",", ".")
