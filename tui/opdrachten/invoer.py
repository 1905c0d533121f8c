"""`vavo invoer`: examenresultaten as JSON lines, or marks as CSV, into the register."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.klok import nu
from tui.opdrachten.opties import dooroptie, registeroptie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from register.fouten import InvoerFout
    from register.opslag import Register
    from tui.werk.verwerking import Verwerking
    from tui.werk.voorstellen import Voorstel

_FOUTEN_TE_TONEN = 500


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo invoer examens.jsonl --proef        toon wat er zou veranderen
      vavo invoer examens.jsonl                examenresultaten, één per regel
      vavo invoer cijfers.csv --door "J. Smit"
    \b
    Een CSV met cijfers heeft de kop
      student;vak;se;ce;tijdvak
    student is een studentnummer of examenresultaatvolgnummer, vak een vakcode.
    Lege cijfers veranderen niets. Bestanden uit Excel mogen zo blijven.
    \b
    Afsluitcode: 0 alles gelezen, 1 een of meer regels niet gelezen, 2 fout.
    """
)
@click.argument(
    "bestand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
)
@registeroptie
@click.option("--proef", is_flag=True, help="Toon alleen wat er zou veranderen.")
@dooroptie
def invoer(bestand: Path, pad: Path | None, proef: bool, door: str) -> None:
    """Lees examenresultaten of cijfers in het register.

    BESTAND is een bestand met per regel één examenresultaat als JSON, of een CSV met cijfers. Toont
    wat er verandert. Regels die niet kloppen worden genoemd en overgeslagen; de andere worden
    verwerkt, elk examenresultaat helemaal of niet.
    """
    from register.opslag import Register
    from tui.plaats import standaardregister
    from tui.werk.verwerking import verwerk

    pad = pad or standaardregister()
    op = nu()
    with ExitStack() as stapel:
        if proef and not pad.exists():
            from tempfile import TemporaryDirectory

            pad = Path(stapel.enter_context(TemporaryDirectory())) / "leeg.db"
            Register.open(pad).sluit()
        register = stapel.enter_context(Register.open(pad, alleen_lezen=proef))
        verwerking = verwerk(
            register,
            _voorstellen(register, bestand, op, stapel),
            door=door,
            reden=f"invoer van {bestand.name}",
            op=op,
            proef=proef,
        )
    _toon(verwerking, proef=proef)
    sys.exit(1 if verwerking.fouten else 0)


def _voorstellen(
    register: Register, bestand: Path, op: datetime, stapel: ExitStack
) -> Iterator[Voorstel | InvoerFout]:
    """Read the file as what it is: JSON lines by its ending or first sign, else CSV."""
    from tui.voortgang import voortgang
    from tui.werk.voorstellen import uit_csv, uit_json

    stroom = stapel.enter_context(bestand.open("rb"))
    begin = stroom.read(1000).removeprefix(b"\xef\xbb\xbf").lstrip()
    stroom.seek(0)
    if bestand.suffix.lower() in (".json", ".jsonl") or begin.startswith(b"{"):
        gedaan = stapel.enter_context(voortgang("bytes lezen", bestand.stat().st_size))
        return _gevolgd(uit_json(register, stroom), stroom, gedaan)
    return uit_csv(register, stroom.read(), op)


def _gevolgd(
    voorstellen: Iterator[Voorstel | InvoerFout], stroom: BinaryIO, gedaan: Callable[[int], None]
) -> Iterator[Voorstel | InvoerFout]:
    """Pass on proposals and tell how far into the file that is."""
    gemeld = 0
    for voorstel in voorstellen:
        if (plaats := stroom.tell()) != gemeld:
            gedaan(plaats - gemeld)
            gemeld = plaats
        yield voorstel


def _toon(verwerking: Verwerking, *, proef: bool) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from tui.getallen import getal

    if verwerking.voorbeelden:
        meer = verwerking.aantal_wijzigingen - len(verwerking.voorbeelden)
        tabel = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
        for kop in ("regel", "examenresultaat", "wat", "oud", "nieuw"):
            tabel.add_column(kop, overflow="fold", justify="right" if kop == "regel" else "left")
        for regel, volgnummer, anders in verwerking.voorbeelden:
            cellen = (str(regel), volgnummer, anders.plaats, anders.oud or "-", anders.nieuw or "-")
            tabel.add_row(*(Text(cel) for cel in cellen))
        Console(highlight=False).print(tabel)
        if meer:
            click.echo(f"… en nog {getal(meer)} wijzigingen.")
    fouten = sorted(verwerking.fouten, key=lambda fout: fout.regel or 0)
    for fout in fouten[:_FOUTEN_TE_TONEN]:
        click.echo(str(fout), err=True)
    if len(verwerking.fouten) > _FOUTEN_TE_TONEN:
        click.echo(f"… en nog {getal(len(verwerking.fouten) - _FOUTEN_TE_TONEN)} fouten.", err=True)
    regels = len({fout.regel for fout in verwerking.fouten})
    click.echo(
        f"{'Proef, niets vastgelegd' if proef else 'Vastgelegd'}: {getal(verwerking.nieuw)} nieuw, "
        f"{getal(verwerking.gewijzigd)} gewijzigd. Ongewijzigd: {getal(verwerking.ongewijzigd)}. "
        f"Regels met fouten: {getal(regels)}."
    )
