"""The command `vavo app`: the register in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from tui.opdrachten.opties import THEMAS, dooroptie, registeroptie, toetsenoptie
from tui.plaats import eis_register, standaardregister


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo app                       open het register
      vavo app --register oefen.db   open een ander register
      vavo app --thema contrast      alleen zwart en wit
      vavo app --toetsen mijn.toml   eigen toetsen; zie vavo toetsen --help
      vavo app --plain               in regels, voor een schermlezer
    """
)
@registeroptie
@dooroptie
@toetsenoptie
@click.option(
    "--thema",
    type=click.Choice(THEMAS),
    help="Kleuren: die van een donkere of lichte terminal, of alleen zwart en wit.",
)
@click.option(
    "--plain",
    "plat",
    is_flag=True,
    help="In regels en zonder schermen: voor schermlezers en eenvoudige terminals.",
)
@click.pass_context
def app(
    ctx: click.Context,
    pad: Path | None,
    door: str,
    toetsen: Path | None,
    thema: str | None,
    plat: bool,
) -> None:
    """Open het register in de terminal."""
    from tui.start import start
    from tui.voorkeuren import voorkeuren_van

    register = pad or standaardregister()
    eis_register(register)
    ctx.exit(start(register, door, voorkeuren_van(toetsen, thema), plat=plat))
