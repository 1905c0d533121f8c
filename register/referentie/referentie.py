"""What controls are given of the reference data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import polars as pl
from attrs import astuple, evolve, frozen

from register.fouten import InvoerFout, TabelFout
from register.gegevens import gegevensmap
from register.referentie.inlezen import lees
from register.referentie.tabellen import TABELLEN, Referentietabel
from register.tabel import lees_tabel
from register.vormen.kolommen import vormen

INGEBOUWD = ("landen", "voorvoegsels", "waardelijsten")
"""The tables that come with the program and hold until the register has others."""


@frozen(kw_only=True)
class Tabelbron:
    """Where one of the program's own tables comes from."""

    naam: str
    bron: str
    zekerheid: str
    opmerking: str = ""


@frozen(kw_only=True)
class _Bronnen:
    tabel: tuple[Tabelbron, ...]


def bronnen() -> Mapping[str, Tabelbron]:
    """Give the source of each table that comes with the program, by name."""
    gelezen = lees_tabel(gegevensmap() / "referentie" / "bronnen.toml", _Bronnen)
    return {bron.naam: bron for bron in gelezen.tabel}


def schema_van(tabel: Referentietabel) -> dict[str, Any]:
    """Give the columns of a table's frame and their dtypes, in order."""
    return {n: soort for n, soort in vormen(tabel.klasse)[0].schema().items() if n != "stand"}


@frozen
class Nodig:
    """What a controle asks of the reference data.

    Attributes:
        tabel: name of the table.
        volledig: it says that something is unknown, and so needs a table that has everything.
    """

    tabel: str
    volledig: bool = False


@frozen
class Referentie:
    """The reference tables, as far as there are any.

    Attributes:
        frames: per table that has rows, those rows (or those that were asked for).
        delen: the tables that have only some of what DUO knows.
    """

    frames: Mapping[str, pl.DataFrame]
    delen: frozenset[str] = frozenset()

    def kent(self, *tabellen: str) -> bool:
        """Tell whether there is anything in all of these tables."""
        return all(naam in self.frames for naam in tabellen)

    def ontbreekt(self, nodig: Nodig) -> tuple[str, ...]:
        """Give what a controle asks in vain, in words: nothing when it can be judged."""
        if not self.kent(nodig.tabel):
            return (nodig.tabel,)
        if nodig.volledig and nodig.tabel in self.delen:
            return (f"alle {nodig.tabel}",)
        return ()

    def met(self, tabel: str, frame: pl.DataFrame) -> Referentie:
        """Give the same with other rows in one table."""
        return evolve(self, frames={**self.frames, tabel: frame})

    def van(self, tabel: str) -> pl.DataFrame:
        """Give the rows of a table; none when there are none."""
        if tabel in self.frames:
            return self.frames[tabel]
        return pl.DataFrame(schema=schema_van(TABELLEN[tabel]))


def referentie_van(rijen: Iterable[Any]) -> Referentie:
    """Make reference data of facts of any kind, without storage; for tests and small sets."""
    alle = list(rijen)
    frames = {}
    for tabel in TABELLEN.values():
        gekozen = [astuple(rij) for rij in alle if isinstance(rij, tabel.klasse)]
        if gekozen:
            frames[tabel.naam] = pl.DataFrame(gekozen, schema=schema_van(tabel), orient="row")
    return Referentie(frames)


@cache
def ingebouwd() -> Mapping[str, pl.DataFrame]:
    """Give the tables of data/referentie/, by name.

    Raises:
        TabelFout: naming the file, the line and the column.
    """
    return referentie_van(rij for naam in INGEBOUWD for rij in uit_gegevensmap(naam)).frames


def uit_gegevensmap(naam: str, map_: str = "referentie") -> tuple[Any, ...]:
    """Read one of the program's own tables.

    Args:
        naam: name of the table.
        map_: folder under data/.

    Raises:
        TabelFout: naming the file, the line and the column.
    """
    pad = gegevensmap() / map_ / f"{naam}.csv"
    try:
        with pad.open("rb") as bron:
            return tuple(lees(bron, TABELLEN[naam]))
    except InvoerFout as fout:
        raise TabelFout(f"{pad.name}: {fout}") from fout
