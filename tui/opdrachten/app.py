"""The command `vavo app`: the register in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from register.fouten import RegisterFout
from tui.opdrachten.opties import dooroptie, registeroptie
from tui.plaats import standaardregister


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo app                       open het register
      vavo app --register oefen.db   open een ander register
    """
)
@registeroptie
@dooroptie
@click.pass_context
def app(ctx: click.Context, pad: Path | None, door: str) -> None:
    """Open het register in de terminal."""
    from tui.start import start

    register = pad or standaardregister()
    if not register.exists():
        raise RegisterFout(
            f"er is geen register in {register}; vavo demo maakt er een om mee te oefenen, "
            "vavo invoer BESTAND een met eigen gegevens"
        )
    ctx.exit(start(register, door))
