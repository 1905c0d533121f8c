"""All candidates of a register in one pass: uitslag, open marks and findings, read in columns."""

from __future__ import annotations

from datetime import date

import polars as pl

from examen.model import Examenresultaat
from examen.openstaand import openstaand
from examen.opleidingen import opleidingen
from examen.reken import bereken
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel
from register.referentie.opslag import Referentieopslag
from register.signaal import Effect
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import Frames
from tui.groep.regel import Groepsregel
from tui.weergave.examenresultaat import KORTE_NIVEAUS
from tui.werk.bevindingen import Controleur, maak_controleur

_BESTE_EERST = pl.Enum(["G", "A", "D"])


def controleur_van(register: Register, opslag: Referentieopslag, peildatum: date) -> Controleur:
    """Make what judges the examenresultaten of a whole register; they have no addresses."""
    return maak_controleur(
        opslag.referentie(postcodes=()),
        register.kolommen(Persoon),
        register.kolommen(Inschrijving),
        peildatum,
    )


def groepsregels(register: Register, controleur: Controleur) -> list[Groepsregel]:
    """Give every candidate, by name."""
    studenten = {een.persoon: een for een in register.zoek_studenten("", limiet=-1)}
    namen = {code: opleiding.naam for code, opleiding in opleidingen().items()}
    regels = []
    for standen in register.partities(Examenresultaat):
        frames = register.kolommen(Examenresultaat, standen=standen)
        for rij in _kandidaten(frames, controleur).iter_rows(named=True):
            sleutel = Sleutel(rij.pop("persoon"), rij.pop("brin"), rij.pop("volgnummer"))
            student = studenten.get(sleutel.persoon)
            opleiding = rij["opleiding"]
            regels.append(
                Groepsregel(
                    **rij,
                    sleutel=sleutel,
                    student=(student.studentnummer if student else None) or "",
                    naam=student.naam if student else f"({sleutel.volgnummer})",
                    opleidingsnaam=" ".join(namen.get(code, "") for code in opleiding.split()),
                )
            )
    return sorted(regels, key=lambda regel: (regel.naam, regel.student, regel.sleutel.volgnummer))


def _kandidaten(frames: Frames, controleur: Controleur) -> pl.DataFrame:
    """Give a row per examenresultaat: its key, and what `Groepsregel` asks of the register."""
    berekening = bereken(frames)
    bevindingen = controleur.examenresultaten(frames, berekening)
    per_stand = (
        berekening.resultaten.group_by("stand").agg(
            jaar=pl.col("uitslagregime").first(), niveau=pl.col("niveau").cast(pl.String).max()
        ),
        frames["cijferlijsten"].group_by("stand", maintain_order=True).agg("opleiding"),
        berekening.cijferlijsten.group_by("stand").agg(
            berekend=pl.col("uitslag").cast(_BESTE_EERST).min().cast(pl.String)
        ),
        openstaand(berekening)
        .group_by("stand")
        .agg(open=pl.col("se_open").sum() + pl.col("ce_open").sum()),
        bevindingen.group_by("stand").agg(
            afkeur=(pl.col("effect") == Effect.AFKEUR.value).sum(), bevindingen=pl.len()
        ),
    )
    kandidaten = frames["examenresultaat"]
    for frame in per_stand:
        kandidaten = kandidaten.join(frame, on="stand", how="left", maintain_order="left")
    aantallen = ("open", "afkeur", "bevindingen")
    return kandidaten.select(
        "brin",
        "jaar",
        "teruggetrokken",
        persoon=pl.coalesce("burgerservicenummer", "onderwijsnummer"),
        volgnummer="examenresultaatvolgnummer",
        opleiding=pl.col("opleiding").list.join(" ").fill_null(""),
        niveau=pl.col("niveau").replace(KORTE_NIVEAUS).fill_null(""),
        geleverd=pl.col("uitslag_uitslag").fill_null(""),
        berekend=pl.col("berekend").fill_null(""),
        **{naam: pl.col(naam).fill_null(0) for naam in aantallen},
    )
