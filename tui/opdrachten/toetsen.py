"""The command `vavo toetsen`: every key of the app, and the file to change them."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from tui.opdrachten.opties import toetsenoptie

_BREEDTE = 100
_SMALST = 60


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo toetsen                         alle toetsen, zoals u ze hebt
      vavo toetsen --waar                  het bestand dat vavo app leest
      vavo toetsen --toml > mijn.toml      een bestand om te wijzigen
      vavo toetsen --toetsen mijn.toml     controleer het, en toon wat het doet
      vavo app --toetsen mijn.toml         gebruik het
    """
)
@toetsenoptie
@click.option("--toml", is_flag=True, help="Als TOML, om in een bestand te wijzigen.")
@click.option("--waar", is_flag=True, help="Alleen welk bestand vavo app leest als u niets zegt.")
def toetsen(toetsen: Path | None, toml: bool, waar: bool) -> None:
    """Toon alle toetsen van de app, met wat ze doen.

    Een bestand met eigen toetsen noemt per plek de acties met hun toetsen; wat er niet in staat
    blijft zoals het is. Een toets die twee dingen zou doen wordt geweigerd.
    """
    from tui.voorkeuren import als_tekst, als_toml, voorkeuren_van, voorkeurenbestand

    if waar:
        click.echo(voorkeurenbestand())
        return
    voorkeuren = voorkeuren_van(toetsen)
    breedte = max(min(_BREEDTE, shutil.get_terminal_size().columns), _SMALST)
    click.echo(als_toml(voorkeuren) if toml else als_tekst(voorkeuren, breedte), nl=False)
