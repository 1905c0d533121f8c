"""The options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

registeroptie = click.option(
    "--register",
    "pad",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Bestand van het register.",
)
"""Which register; without it the user's own."""

dooroptie = click.option("--door", metavar="NAAM", help="Wie dit doet.  [standaard: de gebruiker]")
"""Who stands in the history for what the command books."""
