"""Where the registers of this user are."""

from __future__ import annotations

from pathlib import Path


def standaardregister() -> Path:
    """Give the register that commands use when none is named."""
    return _map() / "register.db"


def oefenregister() -> Path:
    """Give the register that `vavo demo` makes, apart from the real one."""
    return _map() / "demo.db"


def _map() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415  (not needed for --help)

    return user_data_path("vavo", ensure_exists=True)
