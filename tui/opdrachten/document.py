"""`vavo document`: the papers of an exam as PDF, judged before they are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui.klok import nu
from tui.opdrachten.opties import registeroptie

if TYPE_CHECKING:
    from tui.werk.documenten import Gedrukt, Keuze

F = TypeVar("F", bound=Callable[..., Any])

_VOORBEELDEN = """\b
    Voorbeelden:
      vavo document {soort} 100001 --concept
      vavo document {soort} --alle --jaar 2025 --uit papieren --school "ROC X" \\
          --plaats Y --{tekenaar} "A. van B" --secretaris "C. de D"
    \b
    Afsluitcode: 0 alles gemaakt, 1 een of meer niet gemaakt (de redenen staan erbij), 2 fout.
    """


@click.group(
    epilog="""\b
    Voorbeelden:
      vavo document cijferlijst 100001 --concept      bekijken voor het echt is
      vavo document vergaderlijst --alle --jaar 2025
      vavo document correctiestaat --vak 1001 --niveau HAVO
      vavo document cijferlijst --help                hulp bij een soort

    De bestanden zijn alleen voor u leesbaar en dragen nooit een BSN.
    """
)
def document() -> None:
    """Maak cijferlijsten, certificaten en lijsten als PDF."""


def _opties(functie: F) -> F:
    """Give a command the options that every kind of paper has."""
    for optie in reversed(
        (
            click.argument("studenten", nargs=-1, metavar="[STUDENT...]"),
            registeroptie,
            click.option("--jaar", type=int, metavar="JAAR", help="Alleen dit examenregime."),
            click.option(
                "--datum",
                type=click.DateTime(["%Y-%m-%d"]),
                metavar="JJJJ-MM-DD",
                help="Datum op het document.  [standaard: vandaag]",
            ),
            click.option("--school", default="", metavar="NAAM", help="Naam zoals in BRIN."),
            click.option("--concept", is_flag=True, help="Met het merk CONCEPT, ook met bezwaren."),
        )
    ):
        functie = optie(functie)
    return functie


def _alle_of_studenten(functie: F) -> F:
    return click.option("--alle", is_flag=True, help="Iedereen in het register.")(functie)


def _waardedocument(soort: str, kort: str, uitleg: str, *, tekenaar: str) -> None:
    """Make the command of a paper that is signed.

    Args:
        soort: its name.
        kort: one line of help.
        uitleg: all of it.
        tekenaar: who signs beside the secretaris, and so the option that gives the name.
    """

    @document.command(
        soort,
        short_help=kort,
        help=uitleg,
        epilog=_VOORBEELDEN.format(soort=soort, tekenaar=tekenaar),
    )
    @_opties
    @_alle_of_studenten
    @click.option("--plaats", default="", metavar="PLAATS", help="Plaats van ondertekening.")
    @click.option(
        f"--{tekenaar}", "eerste", default="", metavar="NAAM", help=f"Wie als {tekenaar} tekent."
    )
    @click.option("--secretaris", default="", metavar="NAAM", help="Wie als secretaris tekent.")
    @click.option(
        "--uit",
        "map_",
        type=click.Path(exists=True, file_okay=False, writable=True, path_type=Path),
        metavar="MAP",
        default=".",
        help="Map voor de bestanden.  [standaard: deze map]",
    )
    def opdracht(
        studenten: tuple[str, ...],
        pad: Path | None,
        jaar: int | None,
        datum: datetime | None,
        school: str,
        concept: bool,
        alle: bool,
        plaats: str,
        eerste: str,
        secretaris: str,
        map_: Path,
    ) -> None:
        keuze = _keuze(studenten, alle, jaar)
        gegeven = {
            "--school": school,
            "--plaats": plaats,
            f"--{tekenaar}": eerste,
            "--secretaris": secretaris,
        }
        ontbreekt = [naam for naam, waarde in gegeven.items() if not waarde.strip()]
        if ontbreekt and not concept:
            raise click.UsageError(f"geef {', '.join(ontbreekt)}; alleen een --concept kan zonder.")
        from examen.documenten.inhoud import School
        from tui.plaats import standaardregister
        from tui.werk.documenten import MET_DE_HAND, druk_waardedocumenten

        gedrukt = druk_waardedocumenten(
            pad or standaardregister(),
            soort,
            keuze,
            map_,
            school=School(naam=school, plaats=plaats, tekenaar=eerste, secretaris=secretaris),
            dag=_dag(datum),
            concept=concept,
        )
        _vertel(gedrukt, MET_DE_HAND)


_waardedocument(
    "cijferlijst",
    "De cijferlijst van een eindexamen.",
    """Maak de cijferlijst van wie eindexamen deed, geslaagd of afgewezen.

    STUDENT is een studentnummer, BSN of onderwijsnummer. Per opleiding en profiel komt er een
    bestand. Een vak dat niet meetelt staat op de lijst, tenzij het van de cijferlijst in het
    register is gehaald omdat de kandidaat er bezwaar tegen heeft.
    """,
    tekenaar="directeur",
)
_waardedocument(
    "certificaat",
    "Het certificaat van wie geen diploma heeft.",
    """Maak het certificaat van wie geen diploma heeft, met de vakken die voldoende zijn.

    STUDENT is een studentnummer, BSN of onderwijsnummer. Per niveau komt er een bestand.
    """,
    tekenaar="voorzitter",
)
_waardedocument(
    "deelcijferlijst",
    "De cijferlijst van een deelexamen.",
    """Maak de cijferlijst van een deelexamen, met alle resultaten van dat jaar.

    STUDENT is een studentnummer, BSN of onderwijsnummer. Per niveau komt er een bestand.
    """,
    tekenaar="voorzitter",
)


@document.command(
    short_help="De lijst voor de uitslagvergadering.",
    epilog="""\b
    Voorbeelden:
      vavo document vergaderlijst --alle --jaar 2025
      vavo document vergaderlijst 100001 100002 --uit klas4.pdf
    \b
    Afsluitcode: 0 gemaakt, 1 gemaakt zonder een of meer studenten, 2 fout.
    """,
)
@_opties
@_alle_of_studenten
@click.option(
    "--uit",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    default="vergaderlijst.pdf",
    help="Bestand.  [standaard: vergaderlijst.pdf]",
)
def vergaderlijst(
    studenten: tuple[str, ...],
    pad: Path | None,
    jaar: int | None,
    datum: datetime | None,
    school: str,
    concept: bool,
    alle: bool,
    uit: Path,
) -> None:
    """Maak de lijst voor de uitslagvergadering: cijfers, uitslag, wat ontbreekt en wat nodig is.

    STUDENT is een studentnummer, BSN of onderwijsnummer.
    """
    keuze = _keuze(studenten, alle, jaar)
    from examen.documenten.inhoud import School
    from tui.plaats import standaardregister
    from tui.werk.documenten import druk_vergaderlijst

    register = pad or standaardregister()
    _vertel(
        druk_vergaderlijst(
            register, keuze, uit, school=School(naam=school), dag=_dag(datum), concept=concept
        )
    )


@document.command(
    short_help="De staat voor de correctie van een vak.",
    epilog="""\b
    Voorbeelden:
      vavo document correctiestaat --vak 1001 --niveau HAVO
      vavo document correctiestaat --vak 1001 --niveau HAVO --tijdvak 2 --leeg
    \b
    In tijdvak 1 staat iedereen met het vak en een centraal examen, daarna wie een herkansing heeft.
    \b
    Afsluitcode: 0 gemaakt, 1 gemaakt zonder een of meer studenten, 2 fout.
    """,
)
@_opties
@click.option("--vak", required=True, metavar="CODE", help="Vakcode, vier cijfers.")
@click.option(
    "--niveau",
    type=click.Choice(["VMBO_GL", "VMBO_TL", "HAVO", "VWO"]),
    help="Als het vak er op meer niveaus is.",
)
@click.option(
    "--tijdvak",
    type=click.IntRange(1, 3),
    default=1,
    metavar="N",
    help="1, 2 of 3.  [standaard: 1]",
)
@click.option("--leeg", is_flag=True, help="Zonder de cijfers die er al zijn.")
@click.option(
    "--uit",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Bestand.  [standaard: correctiestaat_VAK_NIVEAU_JAAR_tvN.pdf]",
)
def correctiestaat(
    studenten: tuple[str, ...],
    pad: Path | None,
    jaar: int | None,
    datum: datetime | None,
    school: str,
    concept: bool,
    vak: str,
    niveau: str | None,
    tijdvak: int,
    leeg: bool,
    uit: Path | None,
) -> None:
    """Maak de staat waarop twee correctoren de scores van een centraal examen schrijven.

    Zonder STUDENT gaat het om iedereen in het register, zonder --jaar om het jaar van --datum.
    """
    from examen.documenten.inhoud import School
    from tui.plaats import standaardregister
    from tui.werk.documenten import Keuze, druk_correctiestaat

    _vertel(
        druk_correctiestaat(
            pad or standaardregister(),
            Keuze(studenten=studenten, jaar=jaar),
            uit,
            school=School(naam=school),
            dag=_dag(datum),
            vak=vak,
            niveau=niveau,
            tijdvak=tijdvak,
            leeg=leeg,
            concept=concept,
        )
    )


def _keuze(studenten: tuple[str, ...], alle: bool, jaar: int | None) -> Keuze:
    if alle == bool(studenten):
        raise click.UsageError("geef een of meer STUDENTen, of --alle.")
    from tui.werk.documenten import Keuze

    return Keuze(studenten=studenten, jaar=jaar)


def _dag(datum: datetime | None) -> date:
    return (datum or nu()).date()


def _vertel(gedrukt: Gedrukt, te_doen: str = "") -> None:
    """Say which files there are, what was not made and what is left to do; end with the status."""
    from tui.getallen import getal

    for klacht in gedrukt.klachten:
        click.echo(klacht, err=True)
    for pad in gedrukt.paden:
        click.echo(f"Geschreven: {pad}")
    aantal = len(gedrukt.paden)
    click.echo(f"{getal(aantal)} {'document' if aantal == 1 else 'documenten'} gemaakt.")
    if te_doen and gedrukt.paden:
        click.echo(te_doen)
    if gedrukt.klachten:
        sys.exit(1)
