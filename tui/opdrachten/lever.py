"""`vavo lever`: messages into the register, judged as DUO would, and an answer to each."""

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
    from collections.abc import Mapping

    from register.bericht import LeveringFout
    from tui.werk.levering import Balie, Verslag


@click.command(
    epilog="""\b
    Voorbeelden:
      vavo lever levering.xml --proef          wat zou DUO antwoorden?
      vavo lever levering.xml                  verwerk, antwoord in levering.antwoord.xml
      vavo lever a.xml b.xml --door "J. Smit"
    \b
    Een levering wordt in haar geheel gelezen voordat er iets wordt verwerkt. Is zij niet te lezen,
    dan gebeurt er niets. Wie onderweg stopt, levert hetzelfde bestand nog eens: wat al is
    vastgelegd, wordt herkend.
    \b
    Afsluitcode: 0 alles goedgekeurd, 1 een of meer meldingen afgekeurd, 2 fout.
    """
)
@click.argument(
    "bestanden",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    nargs=-1,
    required=True,
    metavar="BESTAND...",
)
@registeroptie
@click.option("--proef", is_flag=True, help="Beoordeel en antwoord, maar leg niets vast.")
@click.option(
    "--antwoord",
    "antwoordpad",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="PAD",
    help="Bestand voor de antwoorden.  [standaard: naast de levering]",
)
@dooroptie
@click.option(
    "--peildatum",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="JJJJ-MM-DD",
    help="Dag waarop wordt beoordeeld.  [standaard: vandaag]",
)
def lever(
    bestanden: tuple[Path, ...],
    pad: Path | None,
    proef: bool,
    antwoordpad: Path | None,
    door: str,
    peildatum: datetime | None,
) -> None:
    """Verwerk leveringen in het register.

    BESTAND is een levering: XML met meldingen over inschrijvingen en examenresultaten
    (data/schema/levering.xsd). Elke melding wordt beoordeeld zoals DUO dat doet en krijgt een
    antwoord. Een goedgekeurde melding vervangt de hele stand, een afgekeurde verandert niets.
    """
    if antwoordpad and len(bestanden) > 1:
        raise click.UsageError("--antwoord kan alleen bij één BESTAND.")
    if antwoordpad and antwoordpad.resolve() == bestanden[0].resolve():
        raise click.UsageError("--antwoord moet een ander bestand zijn dan de levering.")
    from register.bericht import LeveringFout
    from register.opslag.kopie import kopieer
    from tui.plaats import standaardregister
    from tui.werk.controles import niet_te_beoordelen
    from tui.werk.levering import Balie

    pad = pad or standaardregister()
    op = nu()
    status = 0
    with ExitStack() as stapel:
        if proef:
            from tempfile import TemporaryDirectory

            echt, pad = pad, Path(stapel.enter_context(TemporaryDirectory())) / "proef.db"
            kopieer(echt, pad)
        balie = stapel.enter_context(
            Balie.open(pad, door=door, op=op, peildatum=(peildatum or op).date())
        )
        for bestand in bestanden:
            antwoorden = antwoordpad or bestand.with_name(f"{bestand.stem}.antwoord.xml")
            try:
                verslag = _lever(balie, bestand, antwoorden)
            except LeveringFout as fout:
                _toon_fouten(bestand, fout)
                status = 2
                continue
            _toon(bestand, antwoorden, verslag, proef=proef)
            status = max(status, 1 if verslag.afgekeurd else 0)
        _toon_niet_beoordeeld(niet_te_beoordelen(balie.beoordelaar.referentie))
    sys.exit(status)


def _lever(balie: Balie, bestand: Path, antwoordpad: Path) -> Verslag:
    from tui.voortgang import voortgang

    with voortgang("lezen (kB)", bestand.stat().st_size // 1000) as gelezen:
        gekeurd = balie.keur(bestand, lambda bytes_: gelezen(bytes_ // 1000))
    with voortgang("verwerken", gekeurd.aantal) as gedaan:
        return balie.verwerk(bestand, gekeurd, antwoordpad, gedaan)


def _toon_fouten(bestand: Path, fout: LeveringFout) -> None:
    """Say all that is wrong with a levering that cannot be read."""
    for een in fout.fouten:
        click.echo(f"{bestand}: {een}", err=True)
    click.echo(f"fout: {bestand} is niet te lezen; er is niets van verwerkt", err=True)


def _toon(bestand: Path, antwoordpad: Path, verslag: Verslag, *, proef: bool) -> None:
    """Say what became of a levering: the first rejections, and how often each signal came."""
    from tui.getallen import getal

    for een in verslag.voorbeelden:
        for bevinding in een.bevindingen:
            plaats = ", ".join(f"{s.sleutelnaam} {s.sleutelwaarde}" for s in bevinding.sleutels)
            click.echo(
                f"melding {een.nummer} ({een.naam} {een.volgnummer}): {bevinding.signaal}"
                + (f" ({plaats})" if plaats else "")
            )
    meer = verslag.afgekeurd - len(verslag.voorbeelden)
    if meer:
        click.echo(f"… en nog {getal(meer)} afgekeurde meldingen.")
    for signaal, aantal in verslag.signalen.most_common():
        click.echo(f"{getal(aantal):>8}  {signaal}")
    click.echo(
        f"{bestand}: {getal(verslag.goedgekeurd)} goedgekeurd, {getal(verslag.afgekeurd)} afgekeurd"
        f"{'; proef, niets vastgelegd' if proef else ''}. Antwoorden: {antwoordpad}"
    )


def _toon_niet_beoordeeld(signalen: Mapping[str, tuple[str, ...]]) -> None:
    """Say which signals nobody looked for, so that their silence does not reassure."""
    if signalen:
        tabellen = sorted({tabel for namen in signalen.values() for tabel in namen})
        click.echo(
            f"Niet beoordeeld: {len(signalen)} signalen, bij gebrek aan gegevens over"
            f" {', '.join(tabellen)} (vavo referentie)."
        )
