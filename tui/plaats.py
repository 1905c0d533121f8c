"""Where the registers of this user are."""

from __future__ import annotations

from pathlib import Path

from register.fouten import RegisterFout


def standaardregister() -> Path:
    """Give the register that commands use when none is named."""
    return _map() / "register.db"


def oefenregister() -> Path:
    """Give the register that `vavo demo` makes, apart from the real one."""
    return _map() / "demo.db"


def eis_register(pad: Path) -> None:
    """Refuse a place where no register is, with how one is made or named.

    Raises:
        RegisterFout: there is none.
    """
    if not pad.exists():
        raise RegisterFout(
            f"er is geen register in {pad}; vavo demo maakt er een om mee te oefenen, "
            "vavo invoer BESTAND een met eigen gegevens, en --register BESTAND noemt een ander"
        )


def _map() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415  (not needed for --help)

    return user_data_path("vavo", ensure_exists=True)
