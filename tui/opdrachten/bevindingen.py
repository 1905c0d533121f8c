"""`vavo bevindingen`: what DUO would answer to everything in the register."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.klok import nu
from tui.opdrachten.opties import registeroptie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.weergave.schoolbevindingen import Schoolbevinding


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo bevindingen                         hoe vaak elk signaal klinkt
      vavo bevindingen --lijst > lijst.csv     elke bevinding met haar plaats
      vavo bevindingen --peildatum 2026-08-01
    \b
    In de lijst staan studentnummers, geen namen en geen BSN.
    Wat niet te beoordelen is, staat erbij; zie vavo referentie toon.
    \b
    Afsluitcode: 0 geen bevindingen, 1 een of meer bevindingen, 2 fout.
    """
)
@registeroptie
@click.option(
    "--peildatum",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="JJJJ-MM-DD",
    help="Dag waarop wordt beoordeeld.  [standaard: vandaag]",
)
@click.option("--lijst", is_flag=True, help="Schrijf elke bevinding, gescheiden door ;.")
def bevindingen(pad: Path | None, peildatum: datetime | None, lijst: bool) -> None:
    """Voer alle controles van DUO uit op het register, nog voor er iets wordt geleverd.

    Toont per signaal hoe vaak het klinkt: wat DUO zou antwoorden als alles nu werd geleverd, en
    wat de kwaliteitscontrole achteraf zou melden.
    """
    from register.opslag import Register
    from register.referentie.opslag import Referentieopslag
    from tui.plaats import eis_register, standaardregister
    from tui.voortgang import voortgang
    from tui.werk.bevindingen import van_register
    from tui.werk.controles import niet_te_beoordelen

    pad = pad or standaardregister()
    eis_register(pad)
    dag = (peildatum or nu()).date()
    with Register.open(pad) as register, Referentieopslag.open(pad) as opslag:
        from examen.model import Examenresultaat

        with voortgang("controleren", register.aantal(Examenresultaat)) as gedaan:
            gevonden = list(van_register(register, opslag, dag, gedaan))
        zwijgt = niet_te_beoordelen(opslag.referentie(postcodes=()))
    (_schrijf if lijst else _toon)(gevonden)
    if zwijgt:
        tabellen = sorted({tabel for namen in zwijgt.values() for tabel in namen})
        click.echo(
            f"Niet beoordeeld: {len(zwijgt)} signalen, bij gebrek aan gegevens over"
            f" {', '.join(tabellen)} (vavo referentie).",
            err=lijst,
        )
    sys.exit(1 if gevonden else 0)


def _toon(gevonden: Sequence[Schoolbevinding]) -> None:
    """Show the counts per signal."""
    from rich.console import Console
    from rich.table import Table

    from tui.getallen import getal
    from tui.weergave.schoolbevindingen import tellingen

    if not gevonden:
        click.echo("Geen bevindingen.")
        return
    tabel = Table(title="Bevindingen", title_justify="left")
    tabel.add_column("aantal", justify="right")
    for kop in ("onderdeel", "signaal", "effect"):
        tabel.add_column(kop)
    for onderdeel, signaal, aantal in tellingen(gevonden):
        tabel.add_row(getal(aantal), onderdeel.titel, signaal.naam, signaal.effect)
    tabel.add_section()
    tabel.add_row(getal(len(gevonden)), "", "samen", "")
    Console(highlight=False).print(tabel)


def _schrijf(gevonden: Sequence[Schoolbevinding]) -> None:
    """Write a line per finding, for a spreadsheet."""
    import csv

    from tui.weergave.bevindingen import plaatstekst

    uit = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    uit.writerow(("student", "soort", "volgnummer", "plaats", "signaal", "effect", "tekst"))
    for een in gevonden:
        signaal = een.bevinding.signaal
        uit.writerow(
            (
                een.student,
                een.soort,
                een.sleutel.volgnummer,
                plaatstekst(een.bevinding),
                signaal.naam,
                een.bevinding.effect,
                signaal.tekst,
            )
        )
