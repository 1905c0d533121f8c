"""The options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

from tui.wie import account


def _wie(_ctx: click.Context, _param: click.Parameter, gegeven: str | None) -> str:
    return gegeven or account()


registeroptie = click.option(
    "--register",
    "pad",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Bestand van het register.",
)
"""Which register; without it the user's own."""

brinoptie = click.option(
    "--brin", metavar="BRIN", help="De instelling, als het register er meer heeft."
)
"""Which school; without it the only one."""

mapoptie = click.option(
    "--uit",
    "map_",
    type=click.Path(exists=True, file_okay=False, writable=True, path_type=Path),
    metavar="MAP",
    default=".",
    help="Map voor de bestanden.  [standaard: deze map]",
)
"""Where files go whose names are given."""

dooroptie = click.option(
    "--door",
    metavar="NAAM",
    callback=_wie,
    help="Wie dit doet.  [standaard: de gebruiker]",
)
"""Who stands in the history for what the command books; without it the account."""

toetsenoptie = click.option(
    "--toetsen",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Bestand met eigen toetsen en thema.  [standaard: dat van de gebruiker, als het er is]",
)
"""Which keys; without it the user's own file, or the table's."""

THEMAS = ("ansi-dark", "ansi-light", "contrast")
"""How the app can look; a test compares them with `tui.voorkeuren.Thema`."""
