"""The marks of one vak of all candidates, and which vakken there are: read for entering marks."""

from __future__ import annotations

import polars as pl

from examen.model import Examenresultaat
from register.opslag import Register
from register.vavo.controles.context import persoonsnummer
from register.vormen.kolommen import Frames, entiteiten, vormen
from tui.invoer.bladen import Kandidaat
from tui.weergave.vakken import Vakgroep

_LIJST = "vakresultaten"
_TABELLEN = ("examenresultaat", _LIJST, f"{_LIJST}_ce")
_SLEUTEL = ("brin", "burgerservicenummer", "onderwijsnummer", "examenresultaatvolgnummer")
_GROEP = ("examenregime", "niveau", "vak")


def vakgroepen(register: Register) -> list[Vakgroep]:
    """Give the vakken that candidates have, the newest examenregime first."""
    resultaten = register.kolommen(Examenresultaat, tabellen=[_LIJST, f"{_LIJST}_ce"])
    met_ce = resultaten[f"{_LIJST}_ce"].select("stand", nr="ouder").unique()
    heeft_se = pl.any_horizontal(pl.col("cijfer_se", "beoordeling_se").is_not_null())
    geteld = (
        resultaten[_LIJST]
        .join(met_ce.with_columns(heeft_ce=True), on=["stand", "nr"], how="left")
        .filter(pl.col("examenregime").is_not_null())
        .group_by(_GROEP)
        .agg(
            kandidaten=pl.len(),
            met_se=heeft_se.sum(),
            met_ce=pl.col("heeft_ce").count(),
        )
        .sort("examenregime", "niveau", "vak", descending=[True, False, False])
    )
    return [
        Vakgroep(
            regime=rij["examenregime"],
            niveau=rij["niveau"],
            vak=rij["vak"],
            kandidaten=rij["kandidaten"],
            met_se=rij["met_se"],
            met_ce=rij["met_ce"],
        )
        for rij in geteld.iter_rows(named=True)
    ]


def kandidaten(register: Register, groep: Vakgroep) -> list[Kandidaat]:
    """Give who has a vak, by name; of each examenresultaat only its key and that vak."""
    frames = register.kolommen(
        Examenresultaat, waar={f"{_LIJST}.vak": groep.vak}, tabellen=_TABELLEN
    )
    frames = _alleen(frames, groep)
    studenten = {een.persoon: een for een in register.zoek_studenten("", limiet=-1)}
    personen = frames["examenresultaat"].select(persoonsnummer())["persoon"]
    uit = []
    for persoon, er in zip(personen, entiteiten(Examenresultaat, frames), strict=True):
        student = studenten.get(persoon)
        uit.append(
            Kandidaat(
                student=(student.studentnummer if student else None) or "",
                naam=student.naam if student else f"({er.examenresultaatvolgnummer})",
                examenresultaat=er,
            )
        )
    return sorted(
        uit, key=lambda k: (k.naam, k.student, k.examenresultaat.examenresultaatvolgnummer)
    )


def _alleen(frames: Frames, groep: Vakgroep) -> Frames:
    """Keep of each examenresultaat its key and the results of the vak."""
    vakken = frames[_LIJST].filter(
        pl.col("vak") == groep.vak,
        pl.col("niveau") == groep.niveau,
        pl.col("examenregime") == groep.regime,
    )
    ce = frames[f"{_LIJST}_ce"].join(
        vakken.select("stand", ouder="nr"), on=["stand", "ouder"], how="semi"
    )
    wortel = frames["examenresultaat"].join(vakken, on="stand", how="semi")
    leeg = {vorm.naam: pl.DataFrame(schema=vorm.schema()) for vorm in vormen(Examenresultaat)}
    geen = pl.DataFrame(schema=wortel.schema).clear(len(wortel))
    return {
        **leeg,
        "examenresultaat": geen.with_columns(wortel.select("stand", *_SLEUTEL)).with_columns(
            teruggetrokken=False
        ),
        _LIJST: vakken,
        f"{_LIJST}_ce": ce,
    }
