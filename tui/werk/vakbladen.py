"""The marks of one vak of all candidates, and which vakken there are: read for entering marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any

import polars as pl

from examen.model import CeResultaat, Examenresultaat, Herkansing, Vakresultaat
from register.opslag import Register
from register.vormen.kolommen import Frames, kolommen
from tui.invoer.bladen import Kandidaat
from tui.weergave.vakken import Vakgroep

_LIJST = "vakresultaten"
_HERKANSING = "herkansingen"
_HERKANST = f"{_HERKANSING}_vakken"
_KOP = (
    "brin",
    "burgerservicenummer",
    "onderwijsnummer",
    "examenresultaatvolgnummer",
    "teruggetrokken",
)
_GROEP = {"examenregime": "regime", "niveau": "niveau", "vak": "vak"}
"""What makes a group: fields of a vakresultaat, and the same of a Vakgroep."""


def vakgroepen(register: Register) -> list[Vakgroep]:
    """Give the vakken that candidates have, the newest examenregime first."""
    resultaten = register.kolommen(Examenresultaat, tabellen=[_LIJST, f"{_LIJST}_ce"])
    met_ce = resultaten[f"{_LIJST}_ce"].select("stand", nr="ouder").unique()
    heeft_se = pl.any_horizontal(pl.col("cijfer_se", "beoordeling_se").is_not_null())
    geteld = (
        resultaten[_LIJST]
        .join(met_ce.with_columns(heeft_ce=True), on=["stand", "nr"], how="left")
        .filter(pl.col("examenregime").is_not_null())
        .group_by(list(_GROEP))
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


def lees_vak(register: Register, groep: Vakgroep) -> Frames:
    """Read who has a vak: of each examenresultaat the key, that vak and its herkansingen."""
    waar = {f"{_LIJST}.{naam}": getattr(groep, van) for naam, van in _GROEP.items()}
    gelezen = [
        register.kolommen(Examenresultaat, waar=waar, tabellen=tabellen, alleen_raak=True)
        for waar, tabellen in (
            (waar, ("examenresultaat", _LIJST, f"{_LIJST}_ce")),
            ({f"{_HERKANST}.waarde": groep.vak}, (_HERKANSING, _HERKANST)),
        )
    ]
    return reduce(or_, gelezen, kolommen(Examenresultaat, ()))


def kandidaten(register: Register, groep: Vakgroep) -> list[Kandidaat]:
    """Give who has a vak, by name; of each examenresultaat only what `lees_vak` reads."""
    frames = lees_vak(register, groep)
    studenten = {een.persoon: een for een in register.zoek_studenten("", limiet=-1)}
    gevonden = []
    herkansingen = _herkansingen(frames)
    for stand, sleutel, vakken in _met_vakken(frames):
        er = Examenresultaat(
            **sleutel, vakresultaten=tuple(vakken), herkansingen=tuple(herkansingen[stand])
        )
        student = studenten.get(er.burgerservicenummer or er.onderwijsnummer or "")
        gevonden.append(
            Kandidaat(
                student=(student.studentnummer if student else None) or "",
                naam=student.naam if student else f"({er.examenresultaatvolgnummer})",
                examenresultaat=er,
            )
        )
    return sorted(
        gevonden, key=lambda k: (k.naam, k.student, k.examenresultaat.examenresultaatvolgnummer)
    )


def _herkansingen(frames: Frames) -> dict[int, list[Herkansing]]:
    """Give per stand when the vak is done again."""
    van_stand: dict[int, list[Herkansing]] = defaultdict(list)
    keren = frames[_HERKANSING].join(
        frames[_HERKANST].select("stand", "waarde", nr="ouder"), on=["stand", "nr"]
    )
    for stand, regime, tijdvak, vak in keren.select(
        "stand", "examenregime", "tijdvak", "waarde"
    ).rows():
        een = Herkansing(examenregime=regime, tijdvak=tijdvak, vakken=(vak,))
        van_stand[stand].append(een)
    return van_stand


def _met_vakken(frames: Frames) -> Iterator[tuple[int, dict[str, Any], list[Vakresultaat]]]:
    """Give the stand of each examenresultaat, its key and its vakresultaten that were read.

    Straight from the columns: making whole examenresultaten of them takes most of the time that
    ten thousand candidates need.
    """
    ce_van: dict[tuple[int, int], list[CeResultaat]] = defaultdict(list)
    ce = frames[f"{_LIJST}_ce"].select("stand", "ouder", "tijdvak", "cijfer")
    for stand, ouder, tijdvak, cijfer in ce.rows():
        ce_van[stand, ouder].append(CeResultaat(tijdvak=tijdvak, cijfer=cijfer))
    resultaten: dict[int, list[Vakresultaat]] = defaultdict(list)
    for rij in frames[_LIJST].drop("ouder").iter_rows(named=True):
        stand, nr = rij.pop("stand"), rij.pop("nr")
        resultaten[stand].append(Vakresultaat(**rij, ce=tuple(ce_van[stand, nr])))
    for rij in frames["examenresultaat"].select("stand", *_KOP).iter_rows(named=True):
        stand = rij.pop("stand")
        yield stand, rij, resultaten[stand]
