"""One mark at a time, as the app books and undoes it, against bare sqlite3; and a grid of many."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from attrs import evolve

from bench.kandidaten import REGIMES, met_negen_resultaten
from bench.meting import Meting, duur, kortste, p95
from examen.model import Examenresultaat
from examen.voorbeeld import voorbeeld
from examen.voorbeeld.aanlevering import aangeleverd
from register.opslag import Handelingen, Register
from register.opslag.verbinding import stel_in
from register.vormen.kolommen import rijen

VAK = "1001"
RESULTATEN = 12
DOOR = "bench"
OP = datetime(2026, 11, 1)  # noqa: DTZ001


def meet(*, rook: bool) -> Iterator[Meting]:
    """Book marks of one candidate in a register of many who have the same vak."""
    aantal, keer = (100, 10) if rook else (10_000, 500)
    er = met_twaalf_resultaten()
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "register.db"
        vloer = [*kaal(Path(map_) / "kaal.db", er, keer)]
        with Register.open(pad) as register:
            vul(register, aantal)
            handelingen = register.handelingen([Examenresultaat])
            boeken = [*boek(handelingen, er, keer)][keer // 10 :]
            terug = [*maak_ongedaan(handelingen, keer // 2)]
            rooster = kortste(lambda: lees_rooster(register))
            van_het_vak = kortste(lambda: lees_rooster(register, ["vakresultaten"]))
    yield Meting(naam="sqlite3, evenveel rijen (midden)", waarde=1000 * median(vloer), eenheid="ms")
    yield Meting(naam="een cijfer boeken (midden)", waarde=1000 * median(boeken), eenheid="ms")
    yield Meting(
        naam="een cijfer boeken, traagste op een twintigste na",
        waarde=1000 * p95(boeken),
        eenheid="ms",
        hoogstens=None if rook else 5,
    )
    yield Meting(
        naam="boeken ten opzichte van sqlite3", waarde=median(boeken) / median(vloer), eenheid="x"
    )
    yield Meting(
        naam="een cijfer ongedaan maken, traagste op een twintigste na",
        waarde=1000 * p95(terug),
        eenheid="ms",
    )
    yield Meting(naam=f"examenresultaten met een vak, {aantal}", waarde=rooster, eenheid="s")
    yield Meting(naam="daarvan alleen de vakresultaten", waarde=van_het_vak, eenheid="s")


def met_twaalf_resultaten() -> Examenresultaat:
    """Give a full exam with three results more than most have."""
    er = met_negen_resultaten(1)[0]
    vak = er.vakresultaten[0]
    tekort = RESULTATEN - len(er.vakresultaten)
    meer = (evolve(vak, resultaatvolgnummer=f"extra{nummer}") for nummer in range(tekort))
    return evolve(er, examenresultaatvolgnummer="BENCH", vakresultaten=(*er.vakresultaten, *meer))


def vul(register: Register, aantal: int) -> None:
    """Book examenresultaten that all have the vak."""
    kandidaten = aangeleverd(voorbeeld(3 * aantal, regimes=REGIMES))
    alle = (kandidaat.examenresultaat for kandidaat in kandidaten)
    met_vak = (er for er in alle if any(vak.vak == VAK for vak in er.vakresultaten))
    register.boek_alle(islice(met_vak, aantal), door=DOOR, reden="bench", op=OP)


def kaal(pad: Path, er: Examenresultaat, keer: int) -> Iterator[float]:
    """Insert as many rows as a booking does, in one table, each time in one transaction."""
    aantal = 2 + sum(map(len, rijen(Examenresultaat, [er]).values()))
    with closing(sqlite3.connect(pad)) as verbinding:
        stel_in(verbinding)
        verbinding.execute("CREATE TABLE rij (nr INTEGER PRIMARY KEY, tekst TEXT)")

        def voeg_in() -> None:
            verbinding.execute("BEGIN IMMEDIATE")
            verbinding.executemany("INSERT INTO rij (tekst) VALUES (?)", [("x" * 40,)] * aantal)
            verbinding.execute("COMMIT")

        for _ in range(keer):
            yield duur(voeg_in)


def boek(handelingen: Handelingen, er: Examenresultaat, keer: int) -> Iterator[float]:
    """Give one vak another mark, time and again, on the stand that is current."""
    verwacht: list[int | None] = [None]
    for nummer in range(keer):
        vak = evolve(er.vakresultaten[0], cijfer_se=10 + nummer % 91)
        nieuw = evolve(er, vakresultaten=(vak, *er.vakresultaten[1:]))
        begin = perf_counter()
        verwacht = [*handelingen.doe([nieuw], verwacht=verwacht, door=DOOR, reden="SE", op=OP)]
        yield perf_counter() - begin


def maak_ongedaan(handelingen: Handelingen, keer: int) -> Iterator[float]:
    """Undo the last step, time and again."""
    for _ in range(keer):
        begin = perf_counter()
        (laatste,) = handelingen.ongedaan_te_maken(DOOR, limiet=1)
        handelingen.maak_ongedaan(laatste.nummer, door=DOOR, op=OP)
        yield perf_counter() - begin


def lees_rooster(register: Register, tabellen: list[str] | None = None) -> None:
    """Read everybody who has the vak, as a screen that shows them all does."""
    register.kolommen(Examenresultaat, waar={"vakresultaten.vak": VAK}, tabellen=tabellen)
