"""Recalculating a register end to end, against fetching the same rows with sqlite3 alone."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bench.kandidaten import REGIMES
from bench.meting import Meting, kortste
from examen.model import Examenresultaat
from examen.schooluitkomst import Schooluitkomst
from examen.voorbeeld import voorbeeld
from examen.voorbeeld.aanlevering import aangeleverd
from register.opslag import Register
from register.vormen.kolommen import vormen
from tui.werk.herberekening import Selectie, reken_alles, taken, werkers_voor
from tui.werk.oefening import reken_door


def meet(*, rook: bool) -> Iterator[Meting]:
    """Recalculate a register in which nothing changes."""
    aantal = 500 if rook else 100_000
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "register.db"
        vul(pad, aantal)
        ophalen = kortste(lambda: haal_op(pad))
        herberekenen = kortste(lambda: herbereken(pad))
    yield Meting(naam=f"ophalen met sqlite3, {aantal}", waarde=ophalen, eenheid="s")
    yield Meting(naam="herberekenen", waarde=herberekenen, eenheid="s")
    yield Meting(
        naam="herberekenen ten opzichte van ophalen",
        waarde=herberekenen / ophalen,
        eenheid="x",
        hoogstens=None if rook else 2.5,
    )


def vul(pad: Path, aantal: int) -> None:
    """Make a register with candidates of every kind, and their outcomes."""
    kandidaten = aangeleverd(voorbeeld(aantal, regimes=REGIMES))
    with Register.open(pad) as register:
        ers = (kandidaat.examenresultaat for kandidaat in kandidaten)
        register.boek_alle(ers, door="bench", reden="bench", op=_toen())
    reken_door(pad)


def haal_op(pad: Path) -> None:
    """Fetch every row that a recalculation reads, as any Python program would."""
    with sqlite3.connect(pad) as verbinding:
        for klasse in (Examenresultaat, Schooluitkomst):
            for vorm in vormen(klasse):
                verbinding.execute(f"SELECT * FROM {vorm.naam}").fetchall()  # noqa: S608


def herbereken(pad: Path) -> None:
    """Recalculate as the command does; nothing may come out differently."""
    alle = taken(pad, Selectie())
    for herrekening in reken_alles(alle, werkers_voor(len(alle))):
        assert not herrekening.verwacht


def _toen() -> datetime:
    return datetime(2026, 11, 1)  # noqa: DTZ001
