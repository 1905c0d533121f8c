"""`vavo signaal`: explain a signal of DUO."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from register.signaal import Catalogus, Signaal

_KOPBREEDTE = 14
_BREEDTE = 100


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo signaal Cijfer SE ontbreekt
      vavo signaal "BRIN onbekend"        een naam die DUO twee keer gebruikt
      vavo signaal --lijst                alle namen, per onderdeel
    """
)
@click.argument("naam", nargs=-1)
@click.option("--lijst", is_flag=True, help="Toon de namen van alle signalen.")
def signaal(naam: tuple[str, ...], lijst: bool) -> None:
    """Leg een signaal van DUO uit: tekst, uitleg, wat te doen en het effect.

    NAAM is de naam die DUO teruggeeft; hoofdletters maken niet uit.
    """
    from register.signaal import catalogus

    vavo = catalogus("vavo")
    gezocht = " ".join(naam)
    if lijst == bool(gezocht):
        raise click.UsageError("geef een NAAM of --lijst.")
    if lijst:
        _toon_lijst(vavo)
        return
    gevonden = vavo.zoek(gezocht)
    if not gevonden:
        raise click.UsageError(_onbekend(vavo, gezocht))
    for nummer, kaart in enumerate(gevonden):
        if nummer:
            click.echo()
        _toon(vavo, kaart)


def _toon(vavo: Catalogus, kaart: Signaal) -> None:
    click.secho(kaart.naam, bold=True)
    breedte = min(_BREEDTE, shutil.get_terminal_size().columns)
    for kop, tekst in vavo.kaart(kaart).items():
        inspringing = " " * _KOPBREEDTE
        regels = textwrap.wrap(
            tekst, breedte, initial_indent=inspringing, subsequent_indent=inspringing
        )
        click.echo(f"{kop:<{_KOPBREEDTE}}" + "\n".join(regels)[_KOPBREEDTE:])


def _toon_lijst(vavo: Catalogus) -> None:
    for deel in vavo.onderdelen.values():
        click.secho(deel.titel, bold=True)
        for naam in dict.fromkeys(kaart.naam for kaart in vavo.van_deel(deel.naam)):
            click.echo(f"  {naam}")


def _onbekend(vavo: Catalogus, gezocht: str) -> str:
    lijkend = vavo.lijkt_op(gezocht)
    raad = f"Bedoelt u: {', '.join(lijkend)}?" if lijkend else "Zie vavo signaal --lijst."
    return f"onbekend signaal {gezocht!r}. {raad}"
