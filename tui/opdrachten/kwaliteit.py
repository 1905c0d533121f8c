"""`vavo kwaliteit`: the weekly quality control of DUO, on the own register."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tui.klok import nu
from tui.opdrachten.opties import mapoptie


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo kwaliteit                              over het eigen register, vandaag
      vavo kwaliteit --peildatum 2026-09-01
      vavo kwaliteit --uit controles              bestanden in een andere map

    Per BRIN komt er een bestand `99XX_kwaliteitscontrole_EEJJMMDD VAVO.csv`, zoals DUO het op Mijn
    DUO zet: velden gescheiden door |, UTF-8, met een kop.
    Wat niet te beoordelen is, staat erbij; zie `vavo referentie toon`.
    """
)
@click.option(
    "--register",
    "pad",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Bestand van het register.",
)
@click.option(
    "--peildatum",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="JJJJ-MM-DD",
    help="Dag waarop wordt gecontroleerd.  [standaard: vandaag]",
)
@mapoptie
def kwaliteit(pad: Path | None, peildatum: datetime | None, map_: Path) -> None:
    """Doe de kwaliteitscontrole van DUO op het register en schrijf de bestanden."""
    from rich.console import Console

    from register.vavo.kwaliteit import schrijf
    from tui.plaats import standaardregister
    from tui.werk.kwaliteitscontrole import toon_dashboard, voer_kwaliteitscontrole_uit

    dag = (peildatum or nu()).date()
    controle = voer_kwaliteitscontrole_uit(pad or standaardregister(), dag)
    toon_dashboard(controle, Console())
    for bestand in schrijf(controle.regels, map_, dag, controle.brins):
        click.echo(f"Geschreven: {bestand}")
