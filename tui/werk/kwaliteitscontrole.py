"""The quality control over a whole register: what `vavo kwaliteit` finds, and its dashboard."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import polars as pl
from attrs import frozen
from rich.console import Console
from rich.table import Table

from examen.controles import kwaliteit as examenkwaliteit
from examen.controles.referentie import opleidingskenmerken
from examen.model import Examenresultaat
from register.model.persoon import Persoon
from register.opslag import Register
from register.referentie.opslag import Referentieopslag
from register.signaal import Signaal, catalogus
from register.vavo import kwaliteit
from register.vavo.controles import niet_te_beoordelen
from register.vavo.controles.context import Omgeving
from register.vavo.inschrijving import Inschrijving
from tui.getallen import getal
from tui.voortgang import voortgang

INSCHRIJVINGEN = "inschrijvingen"
"""What some controls need beside reference tables."""


@frozen(kw_only=True)
class Kwaliteitscontrole:
    """What the quality control of one day found.

    Attributes:
        peildatum: the day.
        regels: the lines of the files, columns `register.vavo.kwaliteit.KOLOMMEN`.
        per_signaal: how often each signal sounded, by id; only those that did.
        brins: the schools in the register.
        niet_beoordeeld: signal (id) nobody looked for, with what is missing.
    """

    peildatum: date
    regels: pl.DataFrame
    per_signaal: Counter[str]
    brins: tuple[str, ...]
    niet_beoordeeld: dict[str, tuple[str, ...]]


def voer_kwaliteitscontrole_uit(pad: Path, peildatum: date) -> Kwaliteitscontrole:
    """Run all quality controls over a register; an older one is upgraded first."""
    with Referentieopslag.open(pad) as opslag:
        referentie = opslag.referentie(postcodes=())
    with Register.open(pad) as register:
        inschrijvingen = register.kolommen(Inschrijving)
        omgeving = Omgeving(
            referentie=referentie,
            opleidingen=opleidingskenmerken(),
            personen=register.kolommen(Persoon, tabellen=["persoon"]),
            inschrijvingen=inschrijvingen,
        )
        wortel = inschrijvingen["inschrijving"]
        brins = {*wortel["brin"].unique()}
        gevonden = kwaliteit.bevindingen(inschrijvingen, omgeving, peildatum)
        tellingen = Counter(gevonden["signaal"].to_list())
        stukken = [kwaliteit.bestandsregels(gevonden, wortel)]
        with voortgang("examenresultaten", register.aantal(Examenresultaat)) as gedaan:
            for standen in register.partities(Examenresultaat):
                frames = register.kolommen(Examenresultaat, standen=standen)
                examens = frames["examenresultaat"]
                gevonden = examenkwaliteit.bevindingen(frames, wortel, peildatum)
                tellingen.update(gevonden["signaal"].to_list())
                stukken.append(kwaliteit.bestandsregels(gevonden, examens))
                brins |= {*examens["brin"].unique()}
                gedaan(examens.height)
    ontbreekt = niet_te_beoordelen(referentie, kwaliteit.NODIG)
    if wortel.is_empty():
        controle = examenkwaliteit.geen_inschrijving_op_datum_uitslag
        ontbreekt[controle.signaal] = (INSCHRIJVINGEN,)
    return Kwaliteitscontrole(
        peildatum=peildatum,
        regels=pl.concat(stukken),
        per_signaal=tellingen,
        brins=tuple(sorted(brins)),
        niet_beoordeeld=ontbreekt,
    )


def toon_dashboard(controle: Kwaliteitscontrole, console: Console) -> None:
    """Show the counts per signal, and which signals nobody looked for."""
    begin, eind = kwaliteit.studiejaar(controle.peildatum)
    loopt = examenkwaliteit.loopt(controle.peildatum)
    van_examens = {c.signaal for c in examenkwaliteit.CONTROLES}
    tabel = Table(
        title=f"Kwaliteitscontrole van {_dag(controle.peildatum)},"
        f" studiejaar {_dag(begin)} tot en met {_dag(eind)}",
        title_justify="left",
    )
    tabel.add_column("signaal")
    tabel.add_column("aantal", justify="right")
    for signaal in _signalen():
        if signaal.id in controle.niet_beoordeeld:
            ontbreekt = ", ".join(controle.niet_beoordeeld[signaal.id])
            tabel.add_row(signaal.tekst, f"niet te beoordelen: geen {ontbreekt}", style="dim")
        elif signaal.id in van_examens and not loopt:
            tabel.add_row(signaal.tekst, "alleen van augustus tot februari", style="dim")
        else:
            tabel.add_row(signaal.tekst, getal(controle.per_signaal[signaal.id]))
    tabel.add_section()
    tabel.add_row("samen", getal(controle.regels.height))
    console.print(tabel)
    if loopt:
        regime = examenkwaliteit.vorig_regime(controle.peildatum)
        console.print(f"De laatste vier gaan over de examenresultaten van regime {regime}.")


def _signalen() -> tuple[Signaal, ...]:
    return catalogus("vavo").van_deel("kwaliteit")


def _dag(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"
