"""Acts: changes by hand, which their maker can undo and do again.

An act is one booking, of however many standen of however many kinds, in one transaction: one step.
Undoing it is a booking too, which makes what was current before the act current again and says
which booking it undoes; doing again is the undoing of that. So what a user can undo and do again
follows from the bookings alone, whichever screen, session or day they are of:

    gedaan    an act
    ongedaan  the undoing of an act, or of one that was done again
    opnieuw   the undoing of an "ongedaan"

Undone can be what is no "ongedaan" and was not undone itself; done again can be an "ongedaan" that
was not undone itself and after which the user did nothing new. Bookings of commands have no such
word (`schema.boeking`): a file that was read in is no key press, and a key cannot undo it, also
when it was read in under the same name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from attrs import evolve, frozen

from register.fouten import RegisterFout
from register.opslag import boeken, nasleep, schema
from register.opslag.boeken import Huidig
from register.opslag.nasleep import Lijn
from register.opslag.standen import Boeking, Sleutel, Stand, sleutel_van, soort_van, tijdstip
from register.opslag.verbinding import transactie
from register.vormen.tabellen import lees
from register.vormen.verschil import ERBIJ, WEG, Wijziging, verschil

GEDAAN, ONGEDAAN, OPNIEUW = "gedaan", "ongedaan", "opnieuw"

_b, _s = schema.boeking, schema.stand
_omkering = schema.boeking.alias("omkering")


@frozen(kw_only=True)
class Handeling:
    """A step that a user can undo or do again.

    Attributes:
        nummer: of its booking.
        geboekt: by whom, when and why.
        standen: how many standen it made.
    """

    nummer: int
    geboekt: Boeking
    standen: int


@frozen(kw_only=True)
class Gevolg:
    """What undoing does to one key.

    Attributes:
        soort: the kind of stand.
        sleutel: the key.
        wijzigingen: from what is current to what becomes current.
    """

    soort: str
    sleutel: Sleutel
    wijzigingen: tuple[Wijziging, ...]


class Handelingen:
    """The acts in one register, on standen of some classes; made by `Register.handelingen`."""

    def __init__(self, motor: sa.Engine, klassen: Iterable[type[Any]]) -> None:
        self._motor = motor
        self._klassen = {soort_van(klasse): klasse for klasse in klassen}

    def doe(
        self,
        entiteiten: Sequence[Any],
        *,
        verwacht: Sequence[int | None],
        weg: Sequence[Stand] = (),
        door: str,
        reden: str,
        op: datetime,
    ) -> list[int]:
        """Book an act: all of it, or nothing.

        Args:
            entiteiten: what becomes current, of any classes; each key once.
            verwacht: per entity the stand it is based on, None where there was none.
            weg: current standen after which there is nothing any more.
            door: who does this.
            reden: what is done, in words that say later what is undone.
            op: when; see `_moment`.

        Returns:
            The new stand of each entity.

        Raises:
            ConflictFout: a current stand is not the expected one; says who made it and when.
        """
        if not entiteiten and not weg:
            return []
        uit: dict[int, int] = {}
        with transactie(self._motor, schrijven=True) as verbinding:
            boeking = Boeking(op=op, door=door, reden=reden)
            nummer = boeken.leg_vast(verbinding, boeking, handeling=GEDAAN)
            for soort, plaatsen in _per_soort(soort_van(type(een)) for een in entiteiten):
                eigen = [entiteiten[plaats] for plaats in plaatsen]
                huidig = boeken.huidige_standen(verbinding, soort, [sleutel_van(e) for e in eigen])
                boeken.eis_verwacht(verbinding, huidig, [verwacht[plaats] for plaats in plaatsen])
                standen = _vervang(verbinding, huidig, eigen, op, nummer)
                uit |= zip(plaatsen, standen, strict=True)
            for soort, plaatsen in _per_soort(stand.soort for stand in weg):
                van_soort = [weg[plaats] for plaats in plaatsen]
                huidig = boeken.huidige_standen(verbinding, soort, [s.sleutel for s in van_soort])
                boeken.eis_verwacht(verbinding, huidig, [stand.id for stand in van_soort])
                _verwijder(verbinding, self._klassen[soort], huidig, op, nummer)
        return [uit[plaats] for plaats in range(len(entiteiten))]

    def ongedaan_te_maken(self, door: str, limiet: int = 100) -> list[Handeling]:
        """Give what a user can undo, the last first."""
        return self._handelingen(limiet, _b.c.door == door, _b.c.handeling.in_([GEDAAN, OPNIEUW]))

    def opnieuw_te_doen(self, door: str, limiet: int = 100) -> list[Handeling]:
        """Give what a user can do again, what was undone last first."""
        return self._handelingen(
            limiet, _b.c.door == door, _b.c.handeling == ONGEDAAN, _b.c.id > _laatste_nieuwe(door)
        )

    def maak_ongedaan(self, nummer: int, *, door: str, op: datetime) -> list[Gevolg]:
        """Undo a step, or do one again: `nummer` says which of those that can be.

        Mostly the first one can, but a later one too, as long as nothing came over it: so what
        cannot be undone any more does not stand in the way of the rest.

        Returns:
            What changed.

        Raises:
            ConflictFout: a stand of the step was changed since; says by whom and when.
            RegisterFout: it is no step of this user, was undone already or cannot be done again,
                or DUO was told of it.
        """
        with transactie(self._motor, schrijven=True) as verbinding:
            handeling, reden = _keur(verbinding, nummer, door)
            lijnen = nasleep.lijnen(verbinding, nummer)
            nasleep.keur(verbinding, lijnen)
            was = self._entiteiten(verbinding, lijnen)
            omkering = OPNIEUW if handeling == ONGEDAAN else ONGEDAAN
            eigenlijk = reden if handeling == GEDAAN else reden.removeprefix(f"{handeling}: ")
            boeking = boeken.leg_vast(
                verbinding,
                Boeking(op=op, door=door, reden=f"{omkering}: {eigenlijk}"),
                handeling=omkering,
                maakt_ongedaan=nummer,
            )
            for soort, plaatsen in _per_soort(lijn.soort for lijn in lijnen):
                van_soort = [lijnen[plaats] for plaats in plaatsen]
                terug = [lijn for lijn in van_soort if lijn.vorige]
                weg = [lijn.huidig for lijn in van_soort if not lijn.vorige]
                if terug:
                    eigen = [was[lijn.vorige] for lijn in terug]
                    _vervang(verbinding, [lijn.huidig for lijn in terug], eigen, op, boeking)
                if weg:
                    _verwijder(verbinding, self._klassen[soort], weg, op, boeking)
            return _gevolgen(lijnen, was)

    def _handelingen(self, limiet: int, *waar: sa.ColumnElement[bool]) -> list[Handeling]:
        aantal = sa.select(sa.func.count()).where(_s.c.boeking == _b.c.id).scalar_subquery()
        vraag = (
            sa.select(_b.c.id, _b.c.op, _b.c.door, _b.c.reden, aantal)
            .where(*waar, ~sa.exists().where(_omkering.c.maakt_ongedaan == _b.c.id))
            .order_by(_b.c.id.desc())
            .limit(limiet)
        )
        with transactie(self._motor) as verbinding:
            return [
                Handeling(
                    nummer=nummer,
                    geboekt=Boeking(op=datetime.fromisoformat(op), door=door, reden=reden),
                    standen=standen,
                )
                for nummer, op, door, reden, standen in verbinding.execute(vraag)
            ]

    def _entiteiten(self, verbinding: sa.Connection, lijnen: Sequence[Lijn]) -> dict[int, Any]:
        """Read what is current and what was before, by number of stand."""
        uit: dict[int, Any] = {}
        for soort, plaatsen in _per_soort(lijn.soort for lijn in lijnen):
            van_soort = [lijnen[plaats] for plaats in plaatsen]
            standen = sorted({s for lijn in van_soort for s in (lijn.nu, lijn.vorige) if s})
            uit |= zip(standen, lees(verbinding, self._klassen[soort], standen), strict=True)
        return uit


def _keur(verbinding: sa.Connection, nummer: int, door: str) -> tuple[str, str]:
    """Give what sort of step it is and its reason.

    Raises:
        RegisterFout: this user cannot undo it, or not any more.
    """
    vraag = sa.select(_b.c.handeling, _b.c.reden).where(
        _b.c.id == nummer, _b.c.door == door, _b.c.handeling.is_not(None)
    )
    gevonden = verbinding.execute(vraag).first()
    if gevonden is None:
        raise RegisterFout(f"boeking {nummer} is geen handeling van {door}")
    handeling, reden = gevonden
    omgekeerd = sa.select(_b.c.reden, _b.c.op).where(_b.c.maakt_ongedaan == nummer)
    if (al := verbinding.execute(omgekeerd).first()) is not None:
        raise RegisterFout(
            f"dit is al gebeurd: “{al.reden}” op {tijdstip(datetime.fromisoformat(al.op))}"
        )
    if (
        handeling == ONGEDAAN
        and nummer < verbinding.execute(sa.select(_laatste_nieuwe(door))).scalar_one()
    ):
        raise RegisterFout("na het ongedaan maken is iets anders gedaan; doe het met de hand")
    return handeling, reden


def _laatste_nieuwe(door: str) -> sa.ScalarSelect[int]:
    """Give the number of the last act of a user that was no undoing and no doing again."""
    vraag = sa.select(sa.func.coalesce(sa.func.max(_omkering.c.id), 0))
    return vraag.where(_omkering.c.door == door, _omkering.c.handeling == GEDAAN).scalar_subquery()


def _vervang(
    verbinding: sa.Connection,
    huidig: Sequence[Huidig],
    entiteiten: Sequence[Any],
    op: datetime,
    boeking: int,
) -> list[int]:
    """Make entities of one class current, each from the moment that `_moment` says."""
    momenten = [_moment(op, nu) for nu in huidig]
    eigen = [
        evolve(entiteit, aangeleverd_op=moment)
        if getattr(entiteit, "aangeleverd_op", None) is not None
        else entiteit
        for entiteit, moment in zip(entiteiten, momenten, strict=True)
    ]
    teksten = [moment.isoformat() for moment in momenten]
    return boeken.vervang(verbinding, huidig, eigen, teksten, boeking)


def _verwijder(
    verbinding: sa.Connection,
    klasse: type[Any],
    huidig: Sequence[Huidig],
    op: datetime,
    boeking: int,
) -> None:
    """Make nothing current, from the moment that `_moment` says."""
    momenten = [_moment(op, nu).isoformat() for nu in huidig]
    boeken.verwijder(verbinding, klasse, huidig, momenten, boeking)


def _moment(op: datetime, nu: Huidig) -> datetime:
    """Give the moment from which a change by hand counts: now, or just after what it changes.

    It must come after the current stand, or DUO takes it for overtaken; and a message tells the
    moment to the second. So within a second of the current stand, or when a clock elsewhere was
    ahead and the current stand is of a moment still to come, it counts from the second after that.
    The booking says when it really was. An entity that names its moment names this one.
    """
    moment = op.replace(microsecond=0)
    if nu.aangeleverd_op is None:
        return moment
    erna = datetime.fromisoformat(nu.aangeleverd_op).replace(microsecond=0) + timedelta(seconds=1)
    return max(moment, erna)


def _gevolgen(lijnen: Sequence[Lijn], entiteit: Mapping[int, Any]) -> list[Gevolg]:
    return [
        Gevolg(
            soort=lijn.soort,
            sleutel=lijn.sleutel,
            wijzigingen=_wijzigingen(lijn, entiteit.get(lijn.nu), entiteit.get(lijn.vorige)),
        )
        for lijn in lijnen
    ]


def _wijzigingen(lijn: Lijn, nu: Any, straks: Any) -> tuple[Wijziging, ...]:
    """Tell the differences; the moment of delivery, which always differs, is none of them."""
    if nu is None or straks is None:
        wat = ERBIJ if nu is None else WEG
        return (Wijziging(plaats=lijn.naam, oud="", nieuw=wat),)
    if hasattr(nu, "aangeleverd_op"):
        straks = evolve(straks, aangeleverd_op=nu.aangeleverd_op)
    return tuple(verschil(nu, straks))


def _per_soort(soorten: Iterable[str]) -> Iterator[tuple[str, list[int]]]:
    """Give each kind, in order of appearance, with the places where it stands."""
    plaatsen: dict[str, list[int]] = defaultdict(list)
    for plaats, soort in enumerate(soorten):
        plaatsen[soort].append(plaats)
    return iter(plaatsen.items())
