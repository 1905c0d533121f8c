"""The moment and the day of this machine, in local time."""

from __future__ import annotations

from datetime import date, datetime


def nu() -> datetime:
    """Give the moment without a time zone, as the register keeps it."""
    return datetime.now().astimezone().replace(tzinfo=None)


def vandaag() -> date:
    """Give the day, which is the peildatum where none is given."""
    return nu().date()
