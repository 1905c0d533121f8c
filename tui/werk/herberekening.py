"""Recalculating a register: read in columns, compute, compare with what is kept, book what differs.

The register is taken in partitions, so memory does not grow with it and a run that was stopped
loses no more than the partition at hand. Several workers may read and compute; one
books, in transactions, each stand on the condition that it is still the one read.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl
from attrs import field, frozen

from examen.model import Examenresultaat
from examen.reken import Berekening, bereken, uitkomsten_van
from examen.reken.eisen import EISEN
from examen.schooluitkomst import Schooluitkomst, schooluitkomsten
from examen.uitkomst import Toets
from examen.vergelijking import verschillen
from register.fouten import ConflictFout, RegisterFout
from register.opslag import Register
from register.vormen.kolommen import Frames, entiteiten, vormen

PARTITIE = 20_000
"""Examenresultaten computed together."""

GAT = 1_000
"""Stand numbers that do not matter but may be read along, to read in one go."""


@frozen(kw_only=True)
class Selectie:
    """Which examenresultaten are recalculated.

    Attributes:
        regime: those with a vakresultaat of this examenregime, or None for all.
        opleiding: those with a cijferlijst of this opleiding, or None for all.
    """

    regime: int | None = None
    opleiding: str | None = None

    def waar(self) -> dict[str, Any]:
        """Give the selection as `Register.kolommen` takes it."""
        eisen = {
            "vakresultaten.examenregime": self.regime,
            "cijferlijsten.opleiding": self.opleiding,
        }
        return {kolom: waarde for kolom, waarde in eisen.items() if waarde is not None}


@frozen(kw_only=True)
class Herrekening:
    """What came of one partition.

    Attributes:
        aantal: examenresultaten computed.
        wijzigingen: one row per difference, in the columns of `WIJZIGING_SCHEMA`.
        nieuw: the frames of `Schooluitkomst` of the examenresultaten that differ.
        verwacht: per examenresultaat that differs the stand of the outcome that is kept, or None.
    """

    aantal: int
    wijzigingen: pl.DataFrame
    nieuw: Frames = field(repr=False)
    verwacht: tuple[int | None, ...] = field(repr=False)


WIJZIGING_SCHEMA = {
    "eerste": pl.String(),
    "brin": pl.String(),
    "examenresultaatvolgnummer": pl.String(),
    "examenregime": pl.Int16(),
    "wat": pl.String(),
    "waar": pl.String(),
    "oud": pl.String(),
    "nieuw": pl.String(),
    "waarom": pl.String(),
    "bron": pl.String(),
}
"""The columns of a change as it is reported; no person number among them.

`eerste` is "ja" where no outcome was kept yet: all that was computed is new. `waarom` and `bron`
are of a changed uitslag: which requirements turned, and their articles.
"""


_EERSTE = pl.when(pl.col("uitkomst").is_null()).then(pl.lit("ja")).otherwise(pl.lit("nee"))


@frozen(kw_only=True)
class Taak:
    """One partition to compute: the standen, and per examenresultaat the outcome that is kept."""

    register: Path
    standen: range
    selectie: Selectie
    bewaard: pl.DataFrame = field(repr=False)


def taken(register: Path, selectie: Selectie) -> list[Taak]:
    """Divide the work on a register."""
    with Register.open(register, alleen_lezen=True) as bron:
        partities = bron.partities(Examenresultaat, PARTITIE)
        bewaard = bron.sleutelnummers(Examenresultaat).join(
            bron.sleutelnummers(Schooluitkomst).rename({"stand": "uitkomst"}),
            on="sleutel",
            how="left",
            maintain_order="left",
        )
    return [
        Taak(
            register=register,
            standen=standen,
            selectie=selectie,
            bewaard=bewaard.filter(
                pl.col("stand").is_between(standen.start, standen.stop, closed="left")
            ).select("stand", "uitkomst"),
        )
        for standen in partities
    ]


def reken(taak: Taak) -> Herrekening:
    """Compute one partition and compare it with what is kept; writes nothing."""
    with Register.open(taak.register, alleen_lezen=True) as register:
        frames = register.kolommen(Examenresultaat, standen=taak.standen, waar=taak.selectie.waar())
        bewaard = taak.bewaard.join(
            frames["examenresultaat"].select("stand"), on="stand", how="semi", maintain_order="left"
        )
        oud = _bewaarde_uitkomsten(register, bewaard)
    berekening = bereken(frames)
    nieuw = schooluitkomsten(berekening)
    anders = verschillen(oud, nieuw)
    standen = anders["stand"].unique().implode()
    return Herrekening(
        aantal=len(bewaard),
        wijzigingen=_wijzigingen(anders, nieuw["schooluitkomst"], bewaard, frames),
        nieuw={naam: frame.filter(pl.col("stand").is_in(standen)) for naam, frame in nieuw.items()},
        verwacht=tuple(bewaard.filter(pl.col("stand").is_in(standen))["uitkomst"]),
    )


def _bewaarde_uitkomsten(register: Register, bewaard: pl.DataFrame) -> Frames:
    """Read the outcomes that are kept, numbered as their examenresultaten.

    Outcomes booked together stand together; each such stretch is read in one go.
    """
    met = bewaard.drop_nulls().sort("uitkomst")
    leeg = {vorm.naam: pl.DataFrame(schema=vorm.schema()) for vorm in vormen(Schooluitkomst)}
    stukken = met.select(
        "uitkomst", stuk=(pl.col("uitkomst").diff() > GAT).fill_null(value=False).cum_sum()
    )
    gelezen = [
        register.kolommen(Schooluitkomst, standen=range(eerste, laatste + 1))
        for eerste, laatste in stukken.group_by("stuk", maintain_order=True)
        .agg(pl.col("uitkomst").min().alias("eerste"), pl.col("uitkomst").max().alias("laatste"))
        .select("eerste", "laatste")
        .iter_rows()
    ]
    naar_resultaat = met.rename({"stand": "examenresultaat", "uitkomst": "stand"})
    return {
        naam: pl.concat([frame, *(stuk[naam] for stuk in gelezen)])
        .join(naar_resultaat, on="stand", maintain_order="left")
        .with_columns(stand="examenresultaat")
        .select(frame.columns)
        .sort("stand", maintain_order=True)
        for naam, frame in leeg.items()
    }


def _wijzigingen(
    anders: pl.DataFrame, wortel: pl.DataFrame, bewaard: pl.DataFrame, frames: Frames
) -> pl.DataFrame:
    """Give differences as they are reported, with the reason of a changed uitslag in words."""
    waarom = pl.DataFrame(
        [(*plaats, *reden) for plaats, reden in _redenen(anders, frames).items()],
        schema={"stand": pl.UInt32()} | dict.fromkeys(("waar", "waarom", "bron"), pl.String()),
        orient="row",
    ).with_columns(wat=pl.lit("uitslag"))
    return (
        anders.join(wortel, on="stand", how="left", maintain_order="left")
        .join(bewaard, on="stand", how="left", maintain_order="left")
        .join(waarom, on=["stand", "wat", "waar"], how="left", maintain_order="left")
        .with_columns(examenregime="regime", eerste=_EERSTE)
        .select(*WIJZIGING_SCHEMA)
    )


def _redenen(anders: pl.DataFrame, frames: Frames) -> dict[tuple[int, str], tuple[str, str]]:
    """Tell per stand and opleiding which requirements turned and by which articles."""
    gekeerd = anders.filter((pl.col("wat") == "uitslag") & pl.col("oud").is_not_null())
    if gekeerd.is_empty():
        return {}
    standen = gekeerd["stand"].unique().implode()
    eigen = {naam: frame.filter(pl.col("stand").is_in(standen)) for naam, frame in frames.items()}
    toetsen = _toetsen_op_naam(bereken(eigen))
    redenen: dict[tuple[int, str], tuple[str, str]] = {}
    for rij in gekeerd.iter_rows(named=True):
        plaats = (rij["stand"], rij["waar"])
        nu = toetsen.get(plaats, {})
        eerst, later = (_namen(rij[f"niet_voldaan_{toen}"]) for toen in ("oud", "nieuw"))
        erbij = [naam for naam in later if naam not in eerst]
        eraf = [naam for naam in eerst if naam not in later]
        zinnen = [f"niet meer voldaan: {_zin(nu, naam)}" for naam in erbij]
        zinnen += [f"nu wel voldaan: {_zin(nu, naam)}" for naam in eraf]
        bronnen = dict.fromkeys(nu[naam].bron for naam in (*erbij, *eraf) if naam in nu)
        redenen[plaats] = ("; ".join(zinnen), "; ".join(bronnen))
    return redenen


def _namen(tekst: str | None) -> list[str]:
    return tekst.split(", ") if tekst else []


def _zin(toetsen: Mapping[str, Toets], naam: str) -> str:
    """Tell a requirement with what was found; by its name where the year no longer knows it."""
    toets = toetsen.get(naam)
    return naam.replace("_", " ") if toets is None else f"{toets.eis} ({toets.gevonden})"


def _toetsen_op_naam(berekening: Berekening) -> dict[tuple[int, str], dict[str, Toets]]:
    """Give the toetsen of every cijferlijst by the name of their requirement."""
    lijsten = (lijst for uitkomst in uitkomsten_van(berekening) for lijst in uitkomst.cijferlijsten)
    gevonden: dict[tuple[int, str], dict[str, Toets]] = {}
    rijen = berekening.cijferlijsten.iter_rows(named=True)
    for rij, lijst in zip(rijen, lijsten, strict=True):
        namen = [eis.naam.removeprefix("voldaan_") for eis in EISEN if rij[eis.naam] is not None]
        gevonden[rij["stand"], rij["opleiding"]] = dict(
            zip(["volledig", *namen], lijst.toetsen, strict=False)
        )
    return gevonden


def pas_toe(
    register: Register, herrekening: Herrekening, *, door: str, reden: str, op: datetime
) -> None:
    """Book the outcomes that differ, each as a new stand.

    Raises:
        ConflictFout: somebody else changed one of them since it was read; what was booked before
            stays booked, each batch wholly or not at all.
        RegisterFout: an outcome is kept that is later than `op`.
    """
    try:
        standen = register.boek_alle(
            entiteiten(Schooluitkomst, herrekening.nieuw),
            door=door,
            reden=reden,
            op=op,
            verwacht=herrekening.verwacht,
        )
    except ConflictFout as fout:
        raise ConflictFout(
            f"{fout}. Wat al is vastgelegd blijft; herbereken opnieuw voor de rest."
        ) from None
    if None in standen:
        raise RegisterFout(
            f"{standen.count(None)} uitkomsten zijn later bewaard dan {op:%d-%m-%Y %H:%M}; "
            "loopt de klok achter?"
        )


def werkers_voor(aantal_taken: int) -> int:
    """Give the number of workers that is sensible: one per two partitions, at most one per core."""
    return max(1, min(os.cpu_count() or 1, aantal_taken // 2))


def reken_alles(alle: list[Taak], werkers: int) -> Iterator[Herrekening]:
    """Compute all partitions in order, a few of them ahead of the caller.

    The workers are threads: SQLite and Polars compute outside Python's lock, nothing has to be
    copied between processes, and nothing stays behind when this process is killed. `reken` itself
    takes and gives only data, so that any other executor can run it too.
    """
    with ThreadPoolExecutor(werkers, thread_name_prefix="rekenen") as ploeg:
        wachtrij = iter(alle)
        lopend = deque(ploeg.submit(reken, taak) for taak in islice(wachtrij, werkers + 1))
        while lopend:
            herrekening = lopend.popleft().result()
            lopend.extend(ploeg.submit(reken, taak) for taak in islice(wachtrij, 1))
            yield herrekening
