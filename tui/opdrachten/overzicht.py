"""`vavo overzicht`: the overviews of DUO, made of the own register and compared with it."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.klok import vandaag
from tui.opdrachten.opties import brinoptie, mapoptie, registeroptie

if TYPE_CHECKING:
    from register.overzicht.lezen import Overzichtbestand
    from register.overzicht.vergelijken import Verschil
    from tui.werk.overzichten import Gemaakt

_BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)
_DAG = click.DateTime(["%Y-%m-%d"])


@click.group(
    epilog="""\b
    Voorbeelden:
      vavo overzicht ro --van 2024-08-01 --tot 2025-07-31
      vavo overzicht obo
      vavo overzicht vergelijk RO_99XX_20240801_20250731.CSV
    """
)
def overzicht() -> None:
    """Maak en vergelijk de overzichten van DUO.

    RO is het Registratie Overzicht van een periode, OBO het Overzicht Basisregisteronderwijs
    Onderzoek van een studiejaar, voor de accountant.
    """


@overzicht.command(
    epilog="""\b
    Voorbeelden:
      vavo overzicht ro --van 2024-08-01 --tot 2025-07-31
      vavo overzicht ro --van 2023-08-01 --tot 2025-07-31 --uit overzichten
    \b
    In het overzicht komt wat in de periode valt, ook als het maar om een dag gaat:
      inschrijving      van de datum inschrijving tot en met de datum uitschrijving
      examenresultaat   op de datum uitslag; zonder die datum in het studiejaar van het examenregime
      persoon           wie een van beide heeft

    Het bestand heet RO_BRIN_EEJJMMDD_EEJJMMDD.CSV en vervangt een vorig bestand met die naam.
    """
)
@click.option("--van", type=_DAG, required=True, metavar="JJJJ-MM-DD", help="Begin van de periode.")
@click.option(
    "--tot",
    type=_DAG,
    required=True,
    metavar="JJJJ-MM-DD",
    help="Einde van de periode, die dag erbij; hoogstens twee jaar later.",
)
@brinoptie
@registeroptie
@mapoptie
def ro(van: datetime, tot: datetime, brin: str | None, pad: Path | None, map_: Path) -> None:
    """Schrijf het Registratie Overzicht van een periode."""
    from register.overzicht.periode import selectieperiode
    from tui.plaats import standaardregister
    from tui.werk.overzichten import maak_ro

    periode = selectieperiode(van.date(), tot.date())
    gemaakt = maak_ro(pad or standaardregister(), map_, brin=brin, periode=periode, dag=vandaag())
    _toon_gemaakt(gemaakt)


@overzicht.command(
    epilog="""\b
    Voorbeelden:
      vavo overzicht obo                       dit studiejaar
      vavo overzicht obo --studiejaar 2024     1 augustus 2024 tot en met 31 juli 2025
      vavo overzicht obo --eerder OBO_99XX_2024_20250601.CSV --uit nieuw

    Het bestand heet OBO_BRIN_JJJJ_EEJJMMDD.CSV en heeft controletotalen. Met --eerder komt er een
    verschillenlijst bij, OBOV_NNN_BRIN_EEJJMMDD.CSV: wat erbij kwam, wegging en wijzigde.
    """
)
@click.option(
    "--studiejaar",
    type=click.IntRange(1990, 2100),
    metavar="JJJJ",
    help="Het jaar waarin het studiejaar begint.  [standaard: het lopende]",
)
@click.option(
    "--eerder",
    "eerder_pad",
    type=_BESTAND,
    metavar="BESTAND",
    help="Een eerder OBO van hetzelfde studiejaar, om mee te vergelijken.",
)
@brinoptie
@registeroptie
@mapoptie
def obo(
    studiejaar: int | None,
    eerder_pad: Path | None,
    brin: str | None,
    pad: Path | None,
    map_: Path,
) -> None:
    """Schrijf het OBO van een studiejaar, voor de accountant."""
    from register.vavo.kwaliteit import studiejaar as studiejaar_van
    from tui.plaats import standaardregister
    from tui.werk.overzichten import maak_obo

    dag = vandaag()
    eerder = None if eerder_pad is None else _lees(eerder_pad)
    gemaakt = maak_obo(
        pad or standaardregister(),
        map_,
        brin=brin,
        jaar=studiejaar or studiejaar_van(dag)[0].year,
        dag=dag,
        eerder=eerder,
    )
    _toon_gemaakt(gemaakt)
    if gemaakt.verschillenlijst is not None:
        click.echo(f"{gemaakt.verschillenlijst}: {_verschillen(gemaakt.verschillen)}.")


@overzicht.command(
    epilog="""\b
    Voorbeelden:
      vavo overzicht vergelijk RO_99XX_20240801_20250731.CSV
      vavo overzicht vergelijk OBO_99XX_2024_20250601.CSV --uit verschillen.csv
    \b
    Een bestand dat met een rekenblad is bewaard (puntkomma's, datums als d-m-jjjj, weggevallen
    voorloopnullen, gesorteerde regels) wordt herkend; wat eraan anders was, wordt gezegd. Klopt er
    iets niet, dan komt elke fout met zijn regel en wordt er niets vergeleken.
    \b
    Afsluitcode: 0 gelijk, 1 er zijn verschillen, 2 fout.
    """
)
@click.argument("bestand", type=_BESTAND, metavar="BESTAND")
@registeroptie
@click.option(
    "--uit",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Schrijf de verschillen ook als verschillenlijst, met BSN en onderwijsnummer.",
)
def vergelijk(bestand: Path, pad: Path | None, uit: Path | None) -> None:
    """Vergelijk een RO of OBO met het register, verschil voor verschil."""
    from register.bestand import schrijf_heel
    from register.overzicht.vergelijken import verschillenschrijver
    from tui.plaats import standaardregister
    from tui.werk.overzichten import vergelijk_met_register

    if uit is not None and uit.exists() and uit.samefile(bestand):
        raise click.UsageError("--uit moet een ander bestand zijn dan het overzicht.")
    gelezen = _lees(bestand)
    aantal = 0
    with schrijf_heel(uit) if uit else nullcontext() as stroom:
        schrijf = None if stroom is None else verschillenschrijver(stroom)
        for een in vergelijk_met_register(gelezen, pad or standaardregister()):
            click.echo(_in_woorden(een))
            if schrijf is not None:
                schrijf(een)
            aantal += 1
    click.echo(
        f"{bestand}: {gelezen.soort.naam} van {gelezen.voorloop.brin},"
        f" {gelezen.voorloop.begin} tot en met {gelezen.voorloop.eind}:"
        f" {_verschillen(aantal) if aantal else 'gelijk aan het register'}."
    )
    if uit is not None:
        click.echo(f"De verschillen staan ook in {uit}.")
    sys.exit(1 if aantal else 0)


def _lees(pad: Path) -> Overzichtbestand:
    """Read an overview; what is wrong is told line by line, and ends the command."""
    from register.overzicht.regels import OverzichtFout
    from tui.getallen import getal
    from tui.werk.overzichten import lees_overzicht

    try:
        gelezen = lees_overzicht(pad)
    except OverzichtFout as fout:
        for een in fout.fouten:
            click.echo(f"{pad}: {een}", err=True)
        meer = fout.aantal - len(fout.fouten)
        if meer:
            click.echo(f"{pad}: … en nog {getal(meer)} fouten", err=True)
        click.echo(f"fout: {pad} is niet te lezen; er is niets mee gedaan", err=True)
        sys.exit(2)
    for afwijking in gelezen.afwijkingen:
        keer = f"{getal(afwijking.aantal)} keer, het eerst op" if afwijking.aantal > 1 else "op"
        click.echo(f"Let op: {afwijking.wat} ({keer} regel {afwijking.regel}).")
    return gelezen


def _toon_gemaakt(gemaakt: Gemaakt) -> None:
    from tui.getallen import getal

    records = ", ".join(f"{getal(n)} {code}" for code, n in gemaakt.records.items() if n)
    click.echo(f"{gemaakt.pad}: {records or 'niets in deze periode'}.")


def _verschillen(aantal: int) -> str:
    from tui.getallen import getal

    return "1 verschil" if aantal == 1 else f"{getal(aantal)} verschillen"


def _in_woorden(een: Verschil) -> str:
    """Tell a difference without the number of a person."""
    from register.overzicht.vergelijken import PERSOONSNUMMERS
    from register.vormen.verschil import ERBIJ, WEG

    waar = f"student {een.studentnummer}" if een.studentnummer else "student zonder studentnummer"
    waar += f", {een.soort} {een.volgnummer}".rstrip()
    alleen = {ERBIJ: "alleen in het register", WEG: "alleen in het overzicht"}
    if een.wat in alleen:
        return f"{waar}: {alleen[een.wat]}"
    wijziging = een.wijziging
    if not wijziging.oud and wijziging.nieuw in alleen:
        return f"{waar}: {wijziging.plaats}: {alleen[wijziging.nieuw]}"
    if wijziging.plaats in PERSOONSNUMMERS:
        return f"{waar}: {wijziging.plaats}: in het overzicht anders dan in het register"
    oud, nieuw = (f"“{tekst}”" if tekst else "leeg" for tekst in (wijziging.oud, wijziging.nieuw))
    return f"{waar}: {wijziging.plaats}: in het overzicht {oud}, in het register {nieuw}"
