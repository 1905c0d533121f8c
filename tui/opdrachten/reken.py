"""`vavo reken`: examenresultaten as JSON lines in, what follows from each as JSON lines out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from tui.klok import nu

if TYPE_CHECKING:
    from examen.model import Examenresultaat
    from register.vormen.json_vorm import RecordFout

    Lezing = tuple[int, Examenresultaat | RecordFout]

STAPEL = 2_000
"""Lines computed together: enough for speed, few enough for any memory."""


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo reken examens.jsonl > uitkomsten.jsonl
      zcat examens.jsonl.gz | vavo reken -
      vavo reken --peildatum 2026-08-01 examens.jsonl

    Afsluitcode: 0 alles gelezen, 1 een of meer regels niet gelezen, 2 fout.
    """
)
@click.argument(
    "bestand",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    default="-",
    metavar="[BESTAND|-]",
)
@click.option(
    "--peildatum",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="JJJJ-MM-DD",
    help="Dag waarop de signalen worden bepaald.  [standaard: vandaag]",
)
def reken(bestand: str, peildatum: datetime | None) -> None:
    """Reken examenresultaten uit.

    Leest per regel één examenresultaat als JSON en schrijft per regel, in dezelfde volgorde, de
    eindcijfers, per cijferlijst de uitslag met alle toetsen, de certificaten en de signalen.
    Een regel die niet te lezen is, krijgt {"regel": n, "fout": "..."}; de andere gaan door.
    """
    if bestand == "-" and sys.stdin.isatty():
        raise click.UsageError("geef een BESTAND, of stuur de regels naar de standaardinvoer.")
    dag = peildatum or nu()
    with click.open_file(bestand, "rb") as stroom:
        gelezen = _reken(cast("BinaryIO", stroom), dag.date())
    if not gelezen:
        sys.exit(1)


def _reken(stroom: BinaryIO, peildatum: date) -> bool:
    """Answer every line of a stream; tell whether all could be read."""
    from examen.invoer import lees_examenresultaten

    alles_gelezen = True
    uit = sys.stdout.buffer
    regels = lees_examenresultaten(stroom)
    with _voortgang(stroom) as meld:
        while stapel := list(islice(regels, STAPEL)):
            for gelezen, antwoord in _antwoorden(stapel, peildatum):
                alles_gelezen &= gelezen
                uit.write(antwoord + b"\n")
            uit.flush()
            meld()
    return alles_gelezen


def _antwoorden(stapel: list[Lezing], peildatum: date) -> Iterator[tuple[bool, bytes]]:
    """Give for each line whether it was read, and its answer as JSON."""
    import msgspec

    from examen.model import Examenresultaat
    from examen.oordeel import uitkomsten

    gelezen = [lezing for _, lezing in stapel if isinstance(lezing, Examenresultaat)]
    antwoorden = iter(uitkomsten(gelezen, peildatum))
    for nummer, lezing in stapel:
        if isinstance(lezing, Examenresultaat):
            yield True, msgspec.json.encode(next(antwoorden))
        else:
            fouten = "; ".join(f"{f.veld}: {f.tekst}" if f.veld else f.tekst for f in lezing.fouten)
            yield False, msgspec.json.encode({"regel": nummer, "fout": fouten})


@contextmanager
def _voortgang(stroom: BinaryIO) -> Iterator[Callable[[], None]]:
    """Show on a terminal how far a file has been read; silent when the output goes there too."""
    if not stroom.seekable() or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from tui.voortgang import voortgang

    gelezen = 0
    with voortgang("rekenen (kB)", Path(stroom.name).stat().st_size // 1000) as vorder:

        def meld() -> None:
            nonlocal gelezen
            vorder(stroom.tell() // 1000 - gelezen)
            gelezen = stroom.tell() // 1000

        yield meld
