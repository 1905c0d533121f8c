"""The command `vavo`: one group whose commands are imported only when they are used.

Help, version and mistakes in the command line cost nothing but click; polars, sqlalchemy and
textual load with the command that needs them.
"""

from __future__ import annotations

import errno
import sys
from importlib import import_module
from typing import Any

import click

from register.fouten import VavoFout
from tui.opdrachten.nederlands import in_het_nederlands, met_nederlandse_woorden

OPDRACHTEN = {
    "app": "Open het register in de terminal.",
    "reken": "Reken examenresultaten uit: JSON-regels in, JSON-regels uit.",
    "invoer": "Lees examenresultaten of cijfers in het register.",
    "herbereken": "Reken het hele register opnieuw en toon wat verandert.",
    "bevindingen": "Voer alle controles van DUO uit op het register.",
    "document": "Maak cijferlijsten, certificaten en lijsten als PDF.",
    "bericht": "Maak de berichten voor DUO.",
    "lever": "Verwerk berichten en schrijf de antwoorden van DUO.",
    "kwaliteit": "Doe de wekelijkse kwaliteitscontrole van DUO zelf.",
    "overzicht": "Maak en vergelijk de overzichten van DUO: RO en OBO.",
    "referentie": "Lees en toon wat DUO weet van scholen, personen en adressen.",
    "vakkentabel": "Toon, vergelijk en vervang vakkentabellen.",
    "signaal": "Leg een signaal van DUO uit.",
    "beheer": "Richt de server in waarop beheerders inloggen.",
    "toetsen": "Toon alle toetsen van de app, en hoe u ze wijzigt.",
    "demo": "Maak een register met verzonnen kandidaten en reken het door.",
}
"""The commands with their one line of help, in the order of the help page."""

_ONDERBROKEN = 130


class Hoofdgroep(click.Group):
    """The commands of `vavo`, each in the module of its own name in this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands, in the order of the help page."""
        del ctx
        return list(OPDRACHTEN)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        del ctx
        if cmd_name not in OPDRACHTEN:
            return None
        module = import_module(f"tui.opdrachten.{cmd_name}")
        return met_nederlandse_woorden(getattr(module, cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a name that does not exist gets the names it resembles."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as fout:
            raise click.NoSuchCommand(
                fout.command_name, possibilities=OPDRACHTEN, ctx=ctx
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        del ctx
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(OPDRACHTEN.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of this program or of a file becomes one line, no traceback."""
        try:
            return super().invoke(ctx)
        except VavoFout as fout:
            _meld(str(fout))
            ctx.exit(2)
        except OSError as fout:
            if fout.errno == errno.EPIPE:
                raise
            _meld(f"{fout.filename}: {fout.strerror}" if fout.filename else str(fout))
            ctx.exit(2)
        except (KeyboardInterrupt, click.Abort):
            click.echo("Afgebroken.", err=True)
            ctx.exit(_ONDERBROKEN)


def _meld(tekst: str) -> None:
    click.echo(f"fout: {tekst}", err=True)


in_het_nederlands()


@click.group(
    cls=Hoofdgroep,
    invoke_without_command=True,
    options_metavar="[OPTIES]",
    subcommand_metavar="[OPDRACHT [ARGUMENTEN]...]",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
    Voorbeelden:
      vavo                         open het register
      vavo demo                    maak een register om mee te oefenen
      vavo reken examens.jsonl     reken een bestand uit
      vavo reken --help            hulp bij een opdracht
    """,
)
@click.version_option(
    None, "--versie", package_name="vavo", prog_name="vavo", message="%(prog)s %(version)s"
)
@click.pass_context
def hoofd(ctx: click.Context) -> None:
    """Werkplek voor vavo-examens: van cijfers naar uitslag, met de reden erbij.

    Zonder opdracht opent in een terminal het register.
    """
    if ctx.invoked_subcommand is not None:
        return
    app = hoofd.get_command(ctx, "app") if sys.stdin.isatty() and sys.stdout.isatty() else None
    if app is None:
        click.echo(ctx.get_help())
    else:
        ctx.invoke(app)
