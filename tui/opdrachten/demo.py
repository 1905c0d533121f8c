"""`vavo demo`: a register with fictional candidates, recalculated and summed up."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tui.wie import account


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo demo                        duizend verzonnen kandidaten
      vavo demo --aantal 20000 --register oefen.db
    """
)
@click.option(
    "--aantal",
    type=click.IntRange(1, 1_000_000),
    default=1_000,
    metavar="N",
    help="Hoeveel kandidaten.  [standaard: 1000]",
)
@click.option(
    "--register",
    "pad",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Maak het register hier; het mag nog niet bestaan.",
)
@click.option(
    "--zaad", type=int, default=2026, metavar="N", help="Andere zaden, andere kandidaten."
)
@click.pass_context
def demo(ctx: click.Context, aantal: int, pad: Path | None, zaad: int) -> None:
    """Maak een register met verzonnen kandidaten en reken het door.

    Niemand in dit register bestaat. In een terminal gaat daarna de app open.
    """
    from rich.console import Console

    from tui.werk.oefening import maak_plaats, reken_door, vat_samen, vul

    console = Console()
    pad = maak_plaats(pad, console)
    vul(pad, aantal=aantal, zaad=zaad)
    reken_door(pad)
    vat_samen(pad, console)
    if sys.stdin.isatty() and sys.stdout.isatty():
        from tui.start import start
        from tui.voorkeuren import voorkeuren_van

        ctx.exit(start(pad, account(), voorkeuren_van(None)))
    console.print(f"Bekijk het met: vavo app --register {pad}", soft_wrap=True)
