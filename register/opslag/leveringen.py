"""The leveringen that came in and went out, message by message, with what was answered.

A levering that came in is known by its contents: one that is processed again from its beginning is
the same levering, and its messages are those it has already.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

import sqlalchemy as sa
from attrs import frozen
from sqlalchemy.dialects.sqlite import JSON

from register.bericht.antwoord import Antwoord, Bevinding
from register.bericht.melding import Melding, Verwijdering
from register.fouten import RegisterFout
from register.opslag import schema
from register.opslag.standen import Sleutel, soort_van
from register.opslag.verbinding import Deel, transactie
from register.opslag.verzonden import onthoud
from register.vormen.json_vorm import naar_json, van_json

AANLEVEREN, VERWIJDEREN = "aanleveren", "verwijderen"

_l, _m = schema.levering, schema.melding


class Richting(StrEnum):
    """Whether a levering was processed here or made for DUO."""

    IN = "in"
    UIT = "uit"


@frozen(kw_only=True)
class Levering:
    """A file of messages.

    Attributes:
        nummer: its number in the register.
        naam: name of the file.
        op: when it was processed or made.
        door: by whom.
        meldingen: how many messages it has.
        goedgekeurd: how many of those were accepted.
        afgekeurd: how many were rejected; the others have no answer yet.
    """

    nummer: int
    naam: str
    richting: Richting
    op: datetime
    door: str
    meldingen: int
    goedgekeurd: int
    afgekeurd: int

    @property
    def zonder_antwoord(self) -> int:
        """How many messages have no answer yet."""
        return self.meldingen - self.goedgekeurd - self.afgekeurd


@frozen(kw_only=True)
class Bericht:
    """One message of a levering, as the register remembers it.

    Attributes:
        levering: number of its levering.
        nummer: place in its levering, from 1.
        handeling: "aanleveren" or "verwijderen".
        soort: the kind of stand it is about.
        sleutel: what that stand is about.
        stand: the stand that was told of or booked, or None when nothing was booked.
        goedgekeurd: what was answered, or None without an answer.
        bevindingen: the findings of the answer.
    """

    levering: int
    nummer: int
    handeling: str
    soort: str
    sleutel: Sleutel
    stand: int | None
    goedgekeurd: bool | None
    bevindingen: tuple[Bevinding, ...]


@frozen(kw_only=True)
class Gemeld:
    """A message without its contents: what is remembered of it.

    Attributes:
        nummer: place in its levering, from 1.
        handeling: "aanleveren" or "verwijderen".
        soort: the kind of stand it is about.
        sleutel: what that stand is about.
        stand: the stand that was told of or booked, or None when nothing was booked.
    """

    nummer: int
    handeling: str
    soort: str
    sleutel: Sleutel
    stand: int | None

    @classmethod
    def van(cls, melding: Melding, stand: int | None) -> Self:
        """Take from a message what is remembered of it."""
        return cls(
            nummer=melding.nummer,
            handeling=VERWIJDEREN if isinstance(melding, Verwijdering) else AANLEVEREN,
            soort=soort_van(melding.klasse),
            sleutel=melding.sleutel,
            stand=stand,
        )


class Leveringen(Deel):
    """The leveringen of one register."""

    def begin(
        self, naam: str, richting: Richting, *, op: datetime, door: str, merk: str = ""
    ) -> int:
        """Give the number of a levering: a new one, or the one with this mark that came in before.

        Args:
            naam: name of the file.
            richting: in or out.
            op: when.
            door: by whom.
            merk: what its contents are known by; "" is never known.
        """
        with transactie(self._motor, schrijven=True) as verbinding:
            bekend = sa.select(_l.c.id).where(_l.c.richting == richting, _l.c.merk == merk)
            eerder = verbinding.execute(bekend).scalar() if merk else None
            if eerder is not None:
                return int(eerder)
            return _begin(verbinding, naam, richting, op=op, door=door, merk=merk)

    def leg_vast(
        self,
        levering: int,
        meldingen: Iterable[tuple[Melding, int | None]],
        antwoorden: Sequence[Antwoord] = (),
    ) -> None:
        """Remember messages with the stand of each, and what was answered; again is the same.

        Args:
            levering: number of their levering.
            meldingen: each with the stand it told of or that was booked, if any.
            antwoorden: per message, in the same order; left out when there are none yet.
        """
        per_nummer = {antwoord.melding: antwoord for antwoord in antwoorden}
        rijen = [
            _rij(levering, Gemeld.van(melding, stand), per_nummer.get(melding.nummer))
            for melding, stand in meldingen
        ]
        with transactie(self._motor, schrijven=True) as verbinding:
            _voeg_in(verbinding, rijen)

    def bewaar(
        self,
        naam: str,
        gemeld: Iterable[Gemeld],
        standen: Iterable[int],
        *,
        op: datetime,
        door: str,
    ) -> None:
        """Remember a levering that was made here, as a whole or not at all.

        Args:
            naam: name of the file.
            gemeld: its messages.
            standen: all standen that it tells of.
            op: when.
            door: by whom.
        """
        with transactie(self._motor, schrijven=True) as verbinding:
            levering = _begin(verbinding, naam, Richting.UIT, op=op, door=door)
            _voeg_in(verbinding, [_rij(levering, een, None) for een in gemeld])
            onthoud(verbinding, standen, op=op, levering=naam)

    def beantwoord(self, levering: int, antwoorden: Iterable[Antwoord]) -> int:
        """Write down what DUO answered to messages of a levering; give how many.

        Raises:
            RegisterFout: the levering has no message of that number; nothing is written.
        """
        rijen = [(*_antwoord(een), levering, een.melding) for een in antwoorden]
        with transactie(self._motor, schrijven=True) as verbinding:
            vraag = sa.select(_m.c.nummer).where(_m.c.levering == levering)
            bekend = set(verbinding.execute(vraag).scalars())
            for *_, nummer in rijen:
                if nummer not in bekend:
                    raise RegisterFout(
                        f"melding {nummer} staat niet in deze levering; "
                        "horen de antwoorden bij een andere?"
                    )
            if rijen:
                verbinding.exec_driver_sql(
                    "UPDATE melding SET goedgekeurd = ?, bevindingen = ?"
                    " WHERE levering = ? AND nummer = ?",
                    rijen,
                )
        return len(rijen)

    def alle(self) -> list[Levering]:
        """Give the leveringen with their counts, the newest first."""
        goed = sa.func.count().filter(_m.c.goedgekeurd == 1)
        fout = sa.func.count().filter(_m.c.goedgekeurd == 0)
        vraag = (
            sa.select(_l, sa.func.count(_m.c.nummer), goed, fout)
            .outerjoin(_m, _m.c.levering == _l.c.id)
            .group_by(_l.c.id)
            .order_by(_l.c.id.desc())
        )
        with transactie(self._motor) as verbinding:
            return [
                Levering(
                    nummer=nummer,
                    naam=naam,
                    richting=Richting(richting),
                    op=datetime.fromisoformat(op),
                    door=door,
                    meldingen=alle,
                    goedgekeurd=goedgekeurd,
                    afgekeurd=afgekeurd,
                )
                for nummer, naam, richting, _, op, door, alle, goedgekeurd, afgekeurd in (
                    verbinding.execute(vraag)
                )
            ]

    def berichten(self, levering: int) -> list[Bericht]:
        """Give the messages of a levering, in order."""
        return self._berichten(_m.c.levering == levering)

    def van_standen(self, standen: Collection[int]) -> dict[int, Bericht]:
        """Give the last message about each of some standen; one that was in none is absent."""
        gezocht = sa.func.json_each(sa.literal(list(standen), JSON)).table_valued("value")
        gevonden = self._berichten(_m.c.stand.in_(sa.select(gezocht.c.value)))
        return {bericht.stand: bericht for bericht in gevonden if bericht.stand is not None}

    def _berichten(self, waar: sa.ColumnElement[bool]) -> list[Bericht]:
        vraag = sa.select(_m).where(waar).order_by(_m.c.levering, _m.c.nummer)
        with transactie(self._motor) as verbinding:
            return [
                Bericht(
                    levering=rij.levering,
                    nummer=rij.nummer,
                    handeling=rij.handeling,
                    soort=rij.soort,
                    sleutel=Sleutel(rij.persoon, rij.brin, rij.volgnummer),
                    stand=rij.stand,
                    goedgekeurd=None if rij.goedgekeurd is None else bool(rij.goedgekeurd),
                    bevindingen=tuple(
                        van_json(Bevinding, een) for een in json.loads(rij.bevindingen)
                    ),
                )
                for rij in verbinding.execute(vraag)
            ]


def _begin(
    verbinding: sa.Connection,
    naam: str,
    richting: Richting,
    *,
    op: datetime,
    door: str,
    merk: str = "",
) -> int:
    nieuw = sa.insert(_l).values(
        naam=naam, richting=richting, merk=merk, op=op.isoformat(), door=door
    )
    return int(verbinding.execute(nieuw.returning(_l.c.id)).scalar_one())


def _rij(levering: int, gemeld: Gemeld, antwoord: Antwoord | None) -> tuple[Any, ...]:
    """Give a message as it is stored."""
    sleutel = gemeld.sleutel
    wat = (gemeld.nummer, gemeld.handeling, gemeld.soort)
    van_wie = (sleutel.persoon, sleutel.brin, sleutel.volgnummer)
    return (levering, *wat, *van_wie, gemeld.stand, *_antwoord(antwoord))


def _voeg_in(verbinding: sa.Connection, rijen: list[tuple[Any, ...]]) -> None:
    if rijen:
        verbinding.exec_driver_sql(
            "INSERT INTO melding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET stand = coalesce(stand, excluded.stand),"
            " goedgekeurd = excluded.goedgekeurd, bevindingen = excluded.bevindingen",
            rijen,
        )


def _antwoord(antwoord: Antwoord | None) -> tuple[int | None, str]:
    """Give an answer as it is stored."""
    if antwoord is None:
        return None, "[]"
    bevindingen = [naar_json(een) for een in antwoord.bevindingen]
    return int(antwoord.goedgekeurd), json.dumps(bevindingen) if bevindingen else "[]"
