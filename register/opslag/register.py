"""The register: standen with their history, in one database file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from types import EllipsisType, TracebackType
from typing import Any, Self, TypeVar

import polars as pl
import sqlalchemy as sa

from register.fouten import RegisterFout
from register.opslag import boeken, bulk, lezen, zoeken
from register.opslag.handelingen import Handelingen
from register.opslag.standen import Boeking, Sleutel, Stand
from register.opslag.verbinding import open_database, transactie
from register.opslag.zoeken import Student
from register.vormen.kolommen import Frames

K = TypeVar("K")


class IngehaaldFout(RegisterFout):
    """A later delivery of the same key is current already; nothing was booked."""


class Register:
    """Books and reads standen of any entity class; safe for use by several threads and processes.

    Entities are told apart by their class and key (`Sleutel`). Nothing is ever changed or erased:
    a booking adds a stand and lets the current one of the same key lapse, in one transaction.
    """

    def __init__(self, motor: sa.Engine) -> None:
        self._motor = motor

    @classmethod
    def open(cls, plaats: Path | str, *, alleen_lezen: bool = False) -> Self:
        """Open a register; an empty or absent file becomes one, an older one is upgraded.

        Args:
            plaats: path of the file, or a URL of SQLAlchemy.
            alleen_lezen: refuse every change.

        Raises:
            RegisterFout: it is no register, is of a newer version, or cannot be opened.
        """
        return cls(open_database(plaats, alleen_lezen=alleen_lezen))

    def sluit(self) -> None:
        """Close all connections."""
        self._motor.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self.sluit()

    # booking

    def boek(
        self,
        entiteit: Any,
        *,
        door: str,
        reden: str,
        op: datetime,
        verwacht: int | EllipsisType | None = ...,
    ) -> Stand:
        """Book one entity as the new stand of its key.

        Args:
            entiteit: an instance of an entity class.
            door: who does this.
            reden: why.
            op: when; also the time of delivery where the entity names none.
            verwacht: number of the stand this one is based on, None when there was none; left out,
                whatever is current is replaced.

        Raises:
            ConflictFout: the current stand is not the expected one; says who made it and when.
            IngehaaldFout: a later delivery is current.
        """
        with transactie(self._motor, schrijven=True) as verbinding:
            (stand,) = boeken.boek_partij(
                verbinding,
                [entiteit],
                Boeking(op=op, door=door, reden=reden),
                None if isinstance(verwacht, EllipsisType) else [verwacht],
            )
            if stand is None:
                raise IngehaaldFout("ingehaald: er is al een recentere stand geboekt")
            return lezen.stand(verbinding, stand)

    def boek_alle(
        self,
        entiteiten: Iterable[Any],
        *,
        door: str,
        reden: str,
        op: datetime,
        verwacht: Iterable[int | None] | None = None,
        partij: int = boeken.PARTIJ,
    ) -> list[int | None]:
        """Book many entities, in batches of one transaction each.

        Args:
            entiteiten: of one class or several; a later one with the same key replaces the earlier.
            door: who does this.
            reden: why.
            op: when.
            verwacht: per entity the stand it is based on, None where there was none; left out,
                whatever is current is replaced.
            partij: entities per transaction.

        Returns:
            Per entity its new stand, or None where it was ingehaald.

        Raises:
            ConflictFout: a current stand is not the expected one; the batches before are booked.
        """
        boeking = Boeking(op=op, door=door, reden=reden)
        uit: list[int | None] = []
        toen = None if verwacht is None else iter(verwacht)
        for deel in boeken.partijen(entiteiten, partij):
            with transactie(self._motor, schrijven=True) as verbinding:
                uit += boeken.boek_partij(
                    verbinding,
                    deel,
                    boeking,
                    None if toen is None else list(islice(toen, len(deel))),
                )
        return uit

    def verwijder(
        self,
        klasse: type[Any],
        sleutel: Sleutel,
        *,
        door: str,
        reden: str,
        op: datetime,
        verwacht: int | EllipsisType = ...,
    ) -> Stand:
        """Book that there is nothing any more under this key; the history stays.

        Raises:
            RegisterFout: there is nothing to delete.
            ConflictFout: the current stand is not the expected one.
            IngehaaldFout: a later delivery is current.
        """
        with transactie(self._motor, schrijven=True) as verbinding:
            stand = boeken.boek_verwijdering(
                verbinding,
                klasse,
                sleutel,
                Boeking(op=op, door=door, reden=reden),
                None if isinstance(verwacht, EllipsisType) else [verwacht],
            )
            if stand is None:
                raise IngehaaldFout("ingehaald: er is al een recentere stand geboekt")
            return lezen.stand(verbinding, stand)

    def handelingen(self, klassen: Iterable[type[Any]]) -> Handelingen:
        """Give the acts: changes of standen of these classes that their maker can undo."""
        return Handelingen(self._motor, klassen)

    # reading

    def actueel(self, klasse: type[K], sleutel: Sleutel) -> tuple[Stand, K] | None:
        """Give the current stand of a key with its entity, or None where there is nothing."""
        with transactie(self._motor) as verbinding:
            return next(iter(lezen.actuelen(verbinding, klasse, [sleutel])), None)

    def actuelen(self, klasse: type[K], van: str | Sequence[Sleutel]) -> list[tuple[Stand, K]]:
        """Give the current standen of a class about one person, or of some keys (up to 1,000).

        They come in order of person, BRIN and volgnummer; a key without stand gives nothing.
        """
        with transactie(self._motor) as verbinding:
            return lezen.actuelen(verbinding, klasse, van)

    def historie(self, klasse: type[Any], sleutel: Sleutel) -> list[Stand]:
        """Give every stand of a key, oldest first."""
        with transactie(self._motor) as verbinding:
            return lezen.historie(verbinding, klasse, sleutel)

    def lees(self, klasse: type[K], stand: int) -> K:
        """Give the entity of a stand, current or lapsed.

        Raises:
            RegisterFout: there is no such stand of this class, or it is a deletion.
        """
        with transactie(self._motor) as verbinding:
            return lezen.entiteit(verbinding, klasse, stand)

    def opvolger(self, persoon: str) -> str | None:
        """Give the number under which a person goes on who is deleted under another, or None."""
        with transactie(self._motor) as verbinding:
            return lezen.opvolger(verbinding, persoon)

    def boekingen_per_dag(self, vanaf: date) -> dict[date, int]:
        """Count the bookings of each day since a day; a day without any is absent."""
        with transactie(self._motor) as verbinding:
            return lezen.boekingen_per_dag(verbinding, vanaf)

    def laatste_boeking(self) -> int:
        """Give the number of the last booking: as long as it is the same, so is the register."""
        with transactie(self._motor) as verbinding:
            return lezen.laatste_boeking(verbinding)

    def zoek_studenten(self, tekst: str, limiet: int = 50) -> list[Student]:
        """Find students by studentnummer, BSN or onderwijsnummer (its beginning) or by name."""
        with transactie(self._motor) as verbinding:
            return zoeken.zoek(verbinding, tekst, limiet)

    # many at once

    def aantal(self, klasse: type[Any]) -> int:
        """Count the current standen of a class."""
        with transactie(self._motor) as verbinding:
            return bulk.aantal(verbinding, klasse)

    def partities(self, klasse: type[Any], grootte: int = bulk.PARTITIE) -> list[range]:
        """Divide the current standen over ranges of stand numbers with `grootte` standen each."""
        with transactie(self._motor) as verbinding:
            return bulk.partities(verbinding, klasse, grootte)

    def kolommen(
        self,
        klasse: type[Any],
        *,
        standen: range | None = None,
        waar: Mapping[str, Any] | None = None,
        tabellen: Collection[str] | None = None,
        alleen_raak: bool = False,
    ) -> Frames:
        """Read current standen straight into the frames of `register.vormen.kolommen`.

        Args:
            klasse: the entity class.
            standen: only these stand numbers (one of `partities`), or None for all.
            waar: "table.column" (or "column" of the root) to its value, such as {"brin": "01AA",
                "cijferlijsten.opleiding": "5372"}. The stand has at least one row with all values
                asked of that table.
            tabellen: only these frames, or None for all.
            alleen_raak: of a list in `waar` only the rows that have the values, with what is under
                them.
        """
        with transactie(self._motor) as verbinding:
            return bulk.kolommen(
                verbinding, klasse, standen, waar or {}, tabellen, alleen_raak=alleen_raak
            )

    def sleutelnummers(self, klasse: type[Any], *, standen: range | None = None) -> pl.DataFrame:
        """Give `stand` and `sleutel` (UInt32) of current standen; one key has one `sleutel`."""
        with transactie(self._motor) as verbinding:
            return bulk.sleutelnummers(verbinding, klasse, standen)
