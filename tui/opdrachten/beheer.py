"""`vavo beheer`: for who keeps the server that administrators log in to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from tui.opdrachten.opties import dooroptie


@click.group(
    epilog="""\b
    Voorbeelden:
      vavo beheer ssh --uit MAP                        ieder een eigen account
      vavo beheer ssh --sleutels namen.txt --uit MAP   een account voor allen
      vavo beheer ssh --help                           hulp bij het inrichten

    Het hele verhaal, van installeren tot reservekopie, staat in docs/beheer.md.
    """
)
def beheer() -> None:
    """Richt de server in waarop beheerders van het examen inloggen."""


@beheer.command(
    epilog="""\b
    Voorbeelden:
      vavo beheer ssh                                  toon de bestanden
      vavo beheer ssh --groep vavo --uit MAP           ieder een eigen account
      vavo beheer ssh --sleutels namen.txt --uit MAP   een account voor allen
    \b
    Wie iets vastlegt, staat in de historie met de naam van het eigen account of, met --sleutels,
    met de naam die bij de sleutel hoort. namen.txt heeft per regel een naam en een openbare sleutel
    zoals in een .pub-bestand; iemand met meer sleutels krijgt meer regels:
      a.jansen ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI... laptop
    \b
    Wat een beheerder over ssh kan: de app, en zonder terminal enkele opdrachten, zoals
      ssh server bevindingen
    Een shell, sftp en doorsturen van poorten kunnen niet.
    """
)
@click.option(
    "--sleutels",
    "sleutelpad",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Eén account voor allen: wie bij welke sleutel hoort.",
)
@click.option("--groep", metavar="NAAM", help="Groep met de eigen accounts.  [standaard: vavo]")
@click.option("--account", metavar="NAAM", help="Het account voor allen.  [standaard: vavo]")
@click.option(
    "--register",
    default="/srv/vavo/register.db",
    metavar="BESTAND",
    help="Het register op de server.  [standaard: /srv/vavo/register.db]",
)
@click.option(
    "--plaats",
    default="/etc/vavo",
    metavar="MAP",
    help="Waar de bestanden op de server komen.  [standaard: /etc/vavo]",
)
@click.option(
    "--programma",
    default=lambda: str(Path(sys.argv[0]).absolute()),
    metavar="BESTAND",
    help="De opdracht vavo op de server.  [standaard: deze]",
)
@click.option(
    "--zonder-tmux", is_flag=True, help="Sluit de app als de lijn wegvalt in plaats van te wachten."
)
@click.option(
    "--uit",
    "map_",
    type=click.Path(exists=True, file_okay=False, writable=True, path_type=Path),
    metavar="MAP",
    help="Schrijf de bestanden in deze map.  [standaard: toon ze]",
)
def ssh(
    sleutelpad: Path | None,
    groep: str | None,
    account: str | None,
    register: str,
    plaats: str,
    programma: str,
    zonder_tmux: bool,
    map_: Path | None,
) -> None:
    """Maak de bestanden waarmee sshd deze werkplek opent, en niets anders.

    Er verandert niets aan de server: de bestanden komen in een map, en er staat bij waar zij horen.
    """
    from tui.werk.ssh import (
        Server,
        bestanden_voor_accounts,
        bestanden_voor_sleutels,
        lees_sleutelbestand,
        schrijf,
    )

    if (account and not sleutelpad) or (groep and sleutelpad):
        raise click.UsageError("--account hoort bij --sleutels, --groep bij eigen accounts.")
    server = Server(plaats=plaats, programma=programma, register=register, tmux=not zonder_tmux)
    if sleutelpad is None:
        bestanden = bestanden_voor_accounts(server, groep or "vavo")
    else:
        sleutels = lees_sleutelbestand(sleutelpad)
        bestanden = bestanden_voor_sleutels(server, account or "vavo", sleutels)
    if map_ is None:
        for naam, inhoud in bestanden.items():
            click.secho(f"==> {naam} <==", bold=True)
            click.echo(inhoud)
        return
    schrijf(bestanden, map_)
    click.echo("Zet de bestanden als root op hun plaats:")
    click.echo(f"  install -d -m 0755 {plaats}")
    for naam in bestanden:
        doel = "/etc/ssh/sshd_config.d/vavo.conf" if naam == "sshd_vavo.conf" else plaats
        recht = "0755" if naam == "sessie" else "0644"
        click.echo(f"  install -m {recht} {map_ / naam} {doel}")
    click.echo("  sshd -t && systemctl reload ssh")


@beheer.command(
    epilog="""\b
    Voorbeelden:
      vavo beheer sessie
      vavo beheer sessie --door a.jansen --tmux /etc/vavo/tmux.conf

    Dit hoort in de bestanden van vavo beheer ssh en is daarbuiten zelden nodig.
    """
)
@click.option(
    "--register",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="BESTAND",
    help="Het enige register dat hier te openen is.",
)
@click.option(
    "--tmux",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Houd de app vast als de lijn wegvalt; BESTAND is een instelling van tmux.",
)
@dooroptie
def sessie(register: Path, tmux: Path | None, door: str) -> None:
    """Geef wie met ssh inlogt de app, of de ene opdracht waar die om vraagt."""
    from register.fouten import VavoFout
    from tui.werk.sessie import lees_verzoek, noteer, open_app, voer_uit

    gevraagd = os.environ.get("SSH_ORIGINAL_COMMAND")
    if not gevraagd:
        noteer(door, "app")
        open_app(door=door, register=register, tmux=tmux)
    try:
        verzoek = lees_verzoek(gevraagd, door=door, register=register)
    except (VavoFout, click.UsageError):
        noteer(door, "geweigerd")  # what was asked may hold somebody's number
        raise
    noteer(door, " ".join(verzoek.opdracht))
    voer_uit(verzoek)
