"""`vavo bericht`: the messages for DUO about what is in the register."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.klok import nu
from tui.opdrachten.opties import brinoptie, dooroptie, registeroptie

if TYPE_CHECKING:
    from register.opslag.leveringen import Levering


@click.group(
    epilog="""\b
    Voorbeelden:
      vavo bericht maak                        wat DUO nog niet weet
      vavo bericht antwoord antwoorden.xml     wat DUO antwoordde
      vavo bericht lijst                       wat er is geleverd en beantwoord
      vavo bericht maak --help                 hulp bij het maken
    """
)
def bericht() -> None:
    """Maak de berichten voor DUO en bewaar de antwoorden."""


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
@brinoptie
@registeroptie
@dooroptie
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
    door: str,
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
    from tui.werk.verzending import maak_levering, zoek_personen

    register = pad or standaardregister()
    gemaakt = maak_levering(
        register,
        uit,
        brin=brin,
        personen=zoek_personen(register, studenten) if studenten else None,
        alleen_nieuw=gewijzigd or not (alle or studenten),
        op=nu(),
        door=door,
    )
    if gemaakt is None:
        click.echo("Er is niets te melden.")
        return
    meldingen = ", ".join(f"{getal(n)} {naam}" for naam, n in gemaakt.aantallen.items())
    click.echo(f"{gemaakt.pad}: {meldingen}.")


@bericht.command(
    epilog="""\b
    Voorbeelden:
      vavo bericht antwoord levering_99XX_20260701_101500.antwoord.xml
      vavo bericht antwoord antwoorden.xml --levering levering_99XX_20260701_101500.xml
    \b
    De antwoorden horen bij de levering met dezelfde naam, zonder .antwoord.
    Afsluitcode: 0 alles goedgekeurd, 1 een of meer meldingen afgekeurd, 2 fout.
    """
)
@click.argument(
    "bestand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
)
@click.option("--levering", "naam", metavar="NAAM", help="De levering waar ze bij horen.")
@registeroptie
def antwoord(bestand: Path, naam: str | None, pad: Path | None) -> None:
    """Bewaar wat DUO op een levering antwoordde.

    BESTAND is een bestand met antwoorden (data/schema/antwoord.xsd). De app toont ze bij de stand
    en bij de levering.
    """
    from tui.plaats import standaardregister
    from tui.werk.antwoorden import bewaar_antwoorden

    naam = naam or bestand.name.replace(".antwoord", "")
    levering = bewaar_antwoorden(pad or standaardregister(), bestand, naam)
    click.echo(f"{levering.naam}: {_stand_van_zaken(levering)}.")
    sys.exit(1 if levering.afgekeurd else 0)


@bericht.command(
    epilog="""\b
    Voorbeelden:
      vavo bericht lijst
    """
)
@registeroptie
def lijst(pad: Path | None) -> None:
    """Toon de leveringen en hoe zij zijn beantwoord, de nieuwste eerst."""
    from register.opslag.leveringen import Leveringen, Richting
    from tui.plaats import eis_register, standaardregister

    pad = pad or standaardregister()
    eis_register(pad)
    with Leveringen.open(pad) as leveringen:
        alle = leveringen.alle()
    if not alle:
        click.echo("Er is nog niets geleverd.")
    for levering in alle:
        soort = "gemaakt" if levering.richting is Richting.UIT else "verwerkt"
        zaken = _stand_van_zaken(levering)
        click.echo(f"{levering.op:%d-%m-%Y %H:%M}  {soort:8}  {levering.naam}: {zaken}")


def _stand_van_zaken(levering: Levering) -> str:
    """Say how many messages were accepted, rejected, and wait."""
    from tui.getallen import getal

    delen = (
        (levering.meldingen, "meldingen"),
        (levering.goedgekeurd, "goedgekeurd"),
        (levering.afgekeurd, "afgekeurd"),
        (levering.zonder_antwoord, "zonder antwoord"),
    )
    return ", ".join(f"{getal(aantal)} {wat}" for aantal, wat in delen if aantal)
