"""`vavo bericht`: the messages for DUO about what is in the register."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tui.opdrachten.opties import registeroptie


@click.group(
    epilog="""\b
    Voorbeelden:
      vavo bericht maak                        wat DUO nog niet weet
      vavo bericht maak --help                 hulp bij het maken
    """
)
def bericht() -> None:
    """Maak de berichten voor DUO."""


@bericht.command(
    epilog="""\b
    Voorbeelden:
      vavo bericht maak                        wat DUO nog niet weet
      vavo bericht maak --alle --uit alles.xml
      vavo bericht maak 100001 100002          twee studenten
    \b
    Het register onthoudt wat in een levering stond, in een gemaakte (vavo bericht maak) en in een
    verwerkte (vavo lever). Verwijderd wordt gemeld wat DUO kende.
    """
)
@click.argument("studenten", nargs=-1, metavar="[STUDENT...]")
@click.option("--alle", is_flag=True, help="Alle inschrijvingen en examenresultaten.")
@click.option(
    "--gewijzigd", is_flag=True, help="Alleen wat DUO nog niet weet.  [standaard zonder STUDENT]"
)
@click.option("--brin", metavar="BRIN", help="De instelling, als het register er meer heeft.")
@registeroptie
@click.option(
    "--uit",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Bestand voor de levering.  [standaard: levering_BRIN_JJJJMMDD_UUMMSS.xml]",
)
def maak(
    studenten: tuple[str, ...],
    alle: bool,
    gewijzigd: bool,
    brin: str | None,
    pad: Path | None,
    uit: Path | None,
) -> None:
    """Maak een levering van wat in het register staat.

    STUDENT is een studentnummer, BSN of onderwijsnummer; zonder STUDENT gaat het om iedereen. Bij
    een inschrijving gaan de gegevens van de persoon mee.
    """
    if alle and (gewijzigd or studenten):
        raise click.UsageError("--alle gaat niet samen met --gewijzigd of met een STUDENT.")
    from tui.getallen import getal
    from tui.plaats import standaardregister
    from tui.werk.verzending import maak_levering

    nu = datetime.now().astimezone().replace(tzinfo=None)
    gemaakt = maak_levering(
        pad or standaardregister(),
        uit,
        brin=brin,
        studenten=studenten,
        alleen_nieuw=gewijzigd or not (alle or studenten),
        op=nu,
    )
    if gemaakt is None:
        click.echo("Er is niets te melden.")
        return
    meldingen = ", ".join(f"{getal(n)} {naam}" for naam, n in gemaakt.aantallen.items())
    click.echo(f"{gemaakt.pad}: {meldingen}.")
