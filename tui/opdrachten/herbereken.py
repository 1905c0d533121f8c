"""`vavo herbereken`: what would change in a register, and with --toepassen change it."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from tui.klok import nu
from tui.opdrachten.opties import dooroptie, registeroptie


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo herbereken                              toon wat er zou veranderen
      vavo herbereken --regime 2025 --verslag anders.csv
      vavo herbereken --toepassen --reden "nieuwe vakkentabel"

    Afsluitcode: 0 niets verandert, 1 er zijn wijzigingen, 2 fout.
    """
)
@registeroptie
@click.option(
    "--regime",
    type=int,
    metavar="JAAR",
    help="Alleen examenresultaten met een vak van dit examenregime.",
)
@click.option(
    "--opleiding", metavar="CODE", help="Alleen examenresultaten met een cijferlijst hiervan."
)
@click.option(
    "--werkers",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Hoeveel delen tegelijk worden gerekend.  [standaard: naar de omvang]",
)
@click.option(
    "--verslag",
    "verslagpad",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Schrijf alle wijzigingen naar een bestand (.csv, .json of .parquet).",
)
@click.option("--toepassen", is_flag=True, help="Leg de nieuwe uitkomsten vast.")
@dooroptie
@click.option("--reden", metavar="TEKST", default="herberekening", help="Waarom.")
def herbereken(
    pad: Path | None,
    regime: int | None,
    opleiding: str | None,
    werkers: int | None,
    verslagpad: Path | None,
    toepassen: bool,
    door: str,
    reden: str,
) -> None:
    """Reken alle examenresultaten van een register opnieuw uit.

    Toont wat er verandert ten opzichte van de bewaarde uitkomst, en waarom. Er wordt niets
    vastgelegd zonder --toepassen; dan komt elke nieuwe uitkomst als nieuwe stand in het register
    en blijft de oude in de historie. Wie onderweg stopt, begint opnieuw en doet dan alleen de rest.
    """
    from rich.console import Console

    from register.opslag import Register
    from tui.plaats import standaardregister
    from tui.voortgang import voortgang
    from tui.werk.herberekening import (
        WIJZIGING_SCHEMA,
        Selectie,
        pas_toe,
        reken_alles,
        taken,
        werkers_voor,
    )
    from tui.werk.verslag import verslag
    from tui.werk.wijzigingen import Overzicht

    pad = pad or standaardregister()
    alle = taken(pad, Selectie(regime=regime, opleiding=opleiding))
    overzicht = Overzicht()
    with ExitStack() as stapel:
        schrijf = (
            stapel.enter_context(verslag(verslagpad, WIJZIGING_SCHEMA)) if verslagpad else None
        )
        register = stapel.enter_context(Register.open(pad)) if toepassen else None
        gedaan = stapel.enter_context(voortgang("rekenen", sum(len(taak.bewaard) for taak in alle)))
        for herrekening in reken_alles(alle, werkers or werkers_voor(len(alle))):
            if schrijf:
                schrijf(herrekening.wijzigingen)
            if register:
                pas_toe(register, herrekening, door=door, reden=reden, op=nu())
            overzicht.tel(herrekening)
            gedaan(herrekening.aantal)
    overzicht.toon(Console(), toegepast=toepassen)
    if verslagpad:
        click.echo(f"Alle wijzigingen staan in {verslagpad}.")
    sys.exit(1 if overzicht.verandert else 0)
