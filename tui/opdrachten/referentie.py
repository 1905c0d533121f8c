"""`vavo referentie`: what DUO knows of schools, persons and addresses, to judge by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from register.fouten import InvoerFout
from tui.klok import nu
from tui.opdrachten.opties import dooroptie, registeroptie

if TYPE_CHECKING:
    from register.referentie import Referentietabel

_MEESTE_REGELS = 20
_VOORBEELDEN = 5
_BREEDTE_ZONDER_TERMINAL = 120


@click.group(
    epilog="""\b
    Voorbeelden:
      vavo referentie toon
      vavo referentie laad instellingen instellingen.csv
      vavo referentie toon licenties
    """
)
def referentie() -> None:
    """Lees en toon de gegevens van DUO waarmee leveringen worden vergeleken.

    Wat hier niet is ingelezen, kan niet worden beoordeeld: de controles die erom vragen zwijgen, en
    worden genoemd.
    """


@referentie.command(
    epilog="""\b
    Voorbeelden:
      vavo referentie laad instellingen instellingen.csv
      vavo referentie laad licenties aangeboden.csv --register school.db
      vavo referentie laad personen studenten.csv --deel

    Het bestand is een CSV met een kop. Kolommen heten zoals in de open data van DUO of zoals in
    `vavo referentie toon TABEL`; andere kolommen worden overgeslagen.

    Afsluitcode: 0 gelukt, 2 fout in het bestand (er verandert dan niets).
    """
)
@click.argument("tabel", metavar="TABEL")
@click.argument(
    "bestand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
)
@registeroptie
@click.option(
    "--deel", is_flag=True, help="Het bestand is een deel: wat er niet in staat, is niet onbekend."
)
@dooroptie
@click.option("--reden", metavar="TEKST", default="nieuwe referentiegegevens", help="Waarom.")
def laad(tabel: str, bestand: Path, pad: Path | None, deel: bool, door: str, reden: str) -> None:
    """Vervang alle regels van TABEL door die van BESTAND."""
    from register.opslag import Boeking
    from register.referentie.inlezen import keur, lees
    from register.referentie.opslag import Referentieopslag
    from tui.plaats import standaardregister
    from tui.voortgang import voortgang

    doel = _tabel(tabel)
    with bestand.open("rb") as bron:
        keuring = keur(bron, doel)
        if keuring.fouten:
            for fout in keuring.fouten:
                click.echo(f"{bestand.name}: {fout}", err=True)
            raise InvoerFout(f"{bestand.name}: {len(keuring.fouten)} fout(en), niets overgenomen")
        bron.seek(0)
        with (
            Referentieopslag.open(pad or standaardregister()) as opslag,
            voortgang("overnemen", keuring.aantal) as gedaan,
        ):
            eerder = opslag.ladingen().get(doel.naam)
            opslag.vervang(
                doel,
                lees(bron, doel),
                bestand=bestand.name,
                geboekt=Boeking(op=nu().replace(microsecond=0), door=door, reden=reden),
                volledig=not deel,
                gedaan=gedaan,
            )
    was = f" (dat waren er {eerder.regels})" if eerder else ""
    regels = "1 regel" if keuring.aantal == 1 else f"{keuring.aantal} regels"
    click.echo(f"{doel.naam}: {regels} uit {bestand.name}{was}.")
    if keuring.nooit:
        nummers = ", ".join(map(str, keuring.nooit[:_VOORBEELDEN]))
        meer = ", …" if len(keuring.nooit) > _VOORBEELDEN else ""
        click.echo(
            f"Eindigt voor het begint en geldt dus op geen enkele dag: regel {nummers}{meer}."
        )


@referentie.command(
    epilog="""\b
    Voorbeelden:
      vavo referentie toon                 alle tabellen, en wat niet te beoordelen is
      vavo referentie toon instellingen    de eerste regels
      vavo referentie toon licenties --alles
    """
)
@click.argument("tabel", required=False, metavar="[TABEL]")
@click.option("--alles", is_flag=True, help="Toon alle regels van TABEL.")
@registeroptie
def toon(tabel: str | None, alles: bool, pad: Path | None) -> None:
    """Toon wat er is ingelezen, of de regels van TABEL."""
    from tui.plaats import standaardregister

    plaats = pad or standaardregister()
    if tabel is None:
        _toon_overzicht(plaats)
    else:
        _toon_regels(plaats, _tabel(tabel), alles=alles)


def _tabel(naam: str) -> Referentietabel:
    from register.referentie import TABELLEN

    if naam not in TABELLEN:
        raise click.UsageError(f"onbekende tabel {naam!r}; er zijn {', '.join(TABELLEN)}.")
    return TABELLEN[naam]


def _toon_overzicht(plaats: Path) -> None:
    from register.referentie import TABELLEN, Referentie, ingebouwd
    from register.referentie.opslag import Referentieopslag
    from register.signaal import catalogus
    from tui.werk.controles import NODIG, niet_te_beoordelen

    ladingen = {}
    referentie_ = Referentie(ingebouwd())
    if plaats.exists():
        with Referentieopslag.open(plaats) as opslag:
            ladingen = opslag.ladingen()
            referentie_ = opslag.referentie(postcodes=())
    rijen = []
    for naam, tabel in TABELLEN.items():
        lading = ladingen.get(naam)
        if lading:
            op = f"{lading.geboekt.op:%d-%m-%Y %H:%M} door {lading.geboekt.door}"
            regels = f"{lading.regels}{'' if lading.volledig else ' (deel)'}"
            rijen.append([naam, tabel.titel, regels, lading.bestand, op])
        else:
            eigen = referentie_.kent(naam)
            aantal = str(referentie_.van(naam).height) if eigen else "-"
            herkomst = "bij dit programma" if eigen else f"nog niet; {tabel.herkomst}"
            rijen.append([naam, tabel.titel, aantal, herkomst, ""])
    _toon(["tabel", "inhoud", "regels", "bestand", "ingelezen"], rijen)
    zwijgt = niet_te_beoordelen(referentie_)
    if not zwijgt:
        click.echo(f"Alle {len(NODIG)} controles die hierom vragen, kunnen worden uitgevoerd.")
        return
    click.echo(f"Niet te beoordelen ({len(zwijgt)} signalen), bij gebrek aan:")
    for signaal in catalogus("vavo").signalen.values():
        if signaal.id in zwijgt:
            tabellen = ", ".join(zwijgt[signaal.id])
            click.echo(f"  {signaal.naam.rstrip('.')} (bij {signaal.deel}): {tabellen}")


def _toon_regels(plaats: Path, tabel: Referentietabel, *, alles: bool) -> None:
    from register.referentie import ingebouwd
    from register.referentie.opslag import Referentieopslag
    from register.referentie.referentie import bronnen, schema_van
    from register.velden import attributen
    from register.vormen.waarden import naar_tekst

    frame = ingebouwd().get(tabel.naam)
    bron = bronnen()[tabel.naam].bron if frame is not None else ""
    if plaats.exists():
        with Referentieopslag.open(plaats) as opslag:
            if lading := opslag.ladingen().get(tabel.naam):
                frame, bron = opslag.lees(tabel), lading.bestand
    if frame is None or frame.is_empty():
        kolommen = ", ".join(schema_van(tabel))
        click.echo(f"{tabel.naam} is leeg. Kolommen: {kolommen}. Te vinden in: {tabel.herkomst}.")
        return
    getoond = frame if alles else frame.head(_MEESTE_REGELS)
    velden = [a.veld for a in attributen(tabel.klasse)]
    _toon(
        frame.columns,
        [
            [naar_tekst(veld, waarde) for veld, waarde in zip(velden, rij, strict=True)]
            for rij in getoond.iter_rows()
        ],
    )
    if getoond.height < frame.height:
        click.echo(f"Dit zijn er {getoond.height} van {frame.height}; alles met --alles.")
    click.echo(f"Bron: {bron}.")


def _toon(kop: list[str], rijen: list[list[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    tabel = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for naam in kop:
        tabel.add_column(naam, overflow="fold")
    for rij in rijen:
        tabel.add_row(*rij)
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        console.width = _BREEDTE_ZONDER_TERMINAL
    console.print(tabel)
