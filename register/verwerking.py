"""Processing messages: where reading, judging, booking and answering meet.

The register knows no exam, so who calls says per kind of stand how it is judged (`Berichtsoort`).
A message is accepted whole or rejected whole. One that is older than the current stand is
ingehaald; one that was booked before, word for word, is simply accepted again, so that a levering
that was broken off can be processed from its beginning: nothing is lost and nothing doubled.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from attrs import evolve, frozen

from register.bericht import (
    Aanlevering,
    Antwoord,
    Bevinding,
    Melding,
    Verwijdering,
    antwoord_op,
    bevinding,
    volgnummerveld,
)
from register.model.persoon import Persoon
from register.opslag import IngehaaldFout, Register, Sleutel, Stand, sleutel_van
from register.opslag.leveringen import Leveringen
from register.opslag.verzonden import Verzendingen
from register.signaal import Effect, Signaal

STAPEL = 2_000
"""Messages judged and booked together: enough for speed, few enough for any memory."""

_SLEUTELS_TEGELIJK = 1_000

Oordeel = Callable[[Sequence[Aanlevering]], Sequence[Sequence[Bevinding]]]
"""Judges messages of one class: the findings of each, in order."""


@frozen(kw_only=True)
class Berichtsoort:
    """How messages about one class of stand are processed.

    Attributes:
        klasse: the class.
        oordeel: finds the signals that the messages deserve.
        ingehaald: the signal when a later stand is registered already.
        onbekend: the signal when there is nothing to delete.
    """

    klasse: type[Any]
    oordeel: Oordeel
    ingehaald: Signaal
    onbekend: Signaal


@frozen(kw_only=True)
class Boeker:
    """Who books the messages, and where.

    Attributes:
        register: where.
        verzendingen: the memory of that register of what was in a levering.
        leveringen: its memory of messages and answers.
        door: who.
        levering: name of the levering, which is the reason.
        nummer: number of the levering in the register.
        op: when.
    """

    register: Register
    verzendingen: Verzendingen
    leveringen: Leveringen
    door: str
    levering: str
    nummer: int
    op: datetime

    def boek(
        self, entiteiten: Iterable[Any], verwacht: Iterable[int | None] | None = None
    ) -> list[int | None]:
        """Book standen as far as they are not overtaken; give the number of each, or None."""
        standen = self.register.boek_alle(
            entiteiten,
            door=self.door,
            reden=f"levering {self.levering}",
            op=self.op,
            verwacht=verwacht,
        )
        self.onthoud(stand for stand in standen if stand is not None)
        return standen

    def onthoud(self, standen: Iterable[int]) -> None:
        """Remember that standen were in this levering."""
        self.verzendingen.leg_vast(standen, op=self.op, levering=self.levering)


def verwerk(
    boeker: Boeker, soorten: Sequence[Berichtsoort], meldingen: Iterable[Melding]
) -> Iterator[tuple[Melding, Antwoord]]:
    """Process messages in order of time, and answer each in the order they came in.

    Args:
        boeker: who books, where, why and when.
        soorten: the kinds of stand, in the order in which a batch is judged and booked.
        meldingen: the messages, later about the same stand after earlier.
    """
    with _opruimen_per_stapel() as ruim_op:
        for stapel in _stapels(meldingen):
            verwerkt = _verwerk_stapel(boeker, soorten, stapel)
            antwoorden = [antwoord_op(m.nummer, verwerkt[m.nummer].bevindingen) for m in stapel]
            standen = ((melding, verwerkt[melding.nummer].stand) for melding in stapel)
            boeker.leveringen.leg_vast(boeker.nummer, standen, antwoorden)
            yield from zip(stapel, antwoorden, strict=True)
            ruim_op()


@frozen
class _Verwerkt:
    """What became of a message: the findings on it, and the stand it was booked as."""

    bevindingen: Sequence[Bevinding] = ()
    stand: int | None = None


@contextmanager
def _opruimen_per_stapel() -> Iterator[Callable[[], object]]:
    """Let Python look for garbage once per batch: its many objects live and die together.

    Looking among them over and over, as Python does by itself, takes a third of all time.
    """
    was_aan = gc.isenabled()
    gc.disable()
    try:
        yield lambda: gc.collect(1)
    finally:
        if was_aan:
            gc.enable()


def _verwerk_stapel(
    boeker: Boeker, soorten: Sequence[Berichtsoort], stapel: Sequence[Melding]
) -> dict[int, _Verwerkt]:
    """Process one batch; give what became of each message by its number."""
    verwerkt: dict[int, _Verwerkt] = {}
    for soort in soorten:
        van_soort = [melding for melding in stapel if melding.klasse is soort.klasse]
        aan = [melding for melding in van_soort if isinstance(melding, Aanlevering)]
        verwerkt |= _lever_aan(boeker, soort, aan)
        for melding in van_soort:
            if isinstance(melding, Verwijdering):
                verwerkt[melding.nummer] = _verwijder(boeker, soort, melding)
    return verwerkt


def _stapels(meldingen: Iterable[Melding]) -> Iterator[list[Melding]]:
    """Cut messages into batches in which no stand is spoken of twice."""
    stapel: list[Melding] = []
    gezien: set[tuple[type[Any], Sleutel]] = set()
    for melding in meldingen:
        waarover = (melding.klasse, melding.sleutel)
        if len(stapel) == STAPEL or waarover in gezien:
            yield stapel
            stapel, gezien = [], set()
        stapel.append(melding)
        gezien.add(waarover)
    if stapel:
        yield stapel


def _lever_aan(
    boeker: Boeker, soort: Berichtsoort, meldingen: Sequence[Aanlevering]
) -> dict[int, _Verwerkt]:
    """Judge and book; give what became of each message by its number."""
    if not meldingen:
        return {}
    gevonden: dict[int, Sequence[Bevinding]] = dict(
        zip((m.nummer for m in meldingen), soort.oordeel(meldingen), strict=True)
    )
    goed = [m for m in meldingen if all(b.effect != Effect.AFKEUR for b in gevonden[m.nummer])]
    _boek_personen(
        boeker,
        [
            _te_registreren(melding, gevonden[melding.nummer])
            for melding in _recenter(boeker.register, [m for m in goed if m.persoon])
        ],
    )
    standen = boeker.boek(m.entiteit for m in goed)
    stand_van = {m.nummer: stand for m, stand in zip(goed, standen, strict=True)}
    niet_geboekt = [m for m in goed if stand_van[m.nummer] is None]
    for melding, eerder in _eerder_geboekt(boeker.register, soort.klasse, niet_geboekt):
        stand_van[melding.nummer] = eerder
        if eerder is None:
            gevonden[melding.nummer] = [_op_stand(soort.ingehaald, melding)]
    return {
        nummer: _Verwerkt(bevindingen, stand_van.get(nummer))
        for nummer, bevindingen in gevonden.items()
    }


def _recenter(register: Register, meldingen: Sequence[Aanlevering]) -> Iterator[Aanlevering]:
    """Give the messages that are later than the current stand, whose person therefore counts."""
    if not meldingen:
        return
    paren = _actuelen(register, meldingen[0].klasse, [m.sleutel for m in meldingen])
    moment = {stand.sleutel: stand.aangeleverd_op for stand, _ in paren}
    for melding in meldingen:
        nu = moment.get(melding.sleutel)
        if nu is None or melding.aangeleverd_op > nu:
            yield melding


def _te_registreren(melding: Aanlevering, gevonden: Sequence[Bevinding]) -> Persoon:
    """Give the person as registered: without address when the address is not accepted."""
    assert melding.persoon is not None
    if any(een.effect == Effect.NIET_GEREGISTREERD for een in gevonden):
        return evolve(melding.persoon, adres_binnenland=None, adres_buitenland=None)
    return melding.persoon


def _boek_personen(boeker: Boeker, personen: Sequence[Persoon]) -> None:
    """Book the persons that are new or differ from what is registered.

    A person has no moment of mutation; that of the processing counts, however often in a moment.
    """
    per_sleutel = {sleutel_van(persoon): persoon for persoon in personen}
    paren = _actuelen(boeker.register, Persoon, list(per_sleutel))
    bekend = {stand.sleutel: (stand.id, persoon) for stand, persoon in paren}
    anders = {
        persoon: bekend.get(sleutel, (None, None))[0]
        for sleutel, persoon in per_sleutel.items()
        if bekend.get(sleutel, (None, None))[1] != persoon
    }
    boeker.boek(anders, verwacht=anders.values())


def _actuelen(
    register: Register, klasse: type[Any], sleutels: Sequence[Sleutel]
) -> Sequence[tuple[Stand, Any]]:
    return [
        paar
        for begin in range(0, len(sleutels), _SLEUTELS_TEGELIJK)
        for paar in register.actuelen(klasse, sleutels[begin : begin + _SLEUTELS_TEGELIJK])
    ]


def _eerder_geboekt(
    register: Register, klasse: type[Any], meldingen: Sequence[Aanlevering]
) -> Iterator[tuple[Aanlevering, int | None]]:
    """Give of messages that were not booked the stand they were booked as before.

    None is that a later message overtook it.
    """
    actueel = {
        stand.sleutel: (stand, entiteit)
        for stand, entiteit in _actuelen(register, klasse, [m.sleutel for m in meldingen])
    }
    for melding in meldingen:
        nu = actueel.get(melding.sleutel)
        if nu is not None and _is_van_toen(melding, nu[0]) and _is_gelijk(melding, nu[1]):
            yield melding, nu[0].id
            continue
        historie = register.historie(klasse, melding.sleutel)
        gelijk = (
            stand.id
            for stand in historie
            if not stand.verwijderd
            and _is_van_toen(melding, stand)
            and _is_gelijk(melding, register.lees(klasse, stand.id))
        )
        yield melding, next(gelijk, None)


def _is_van_toen(melding: Aanlevering, stand: Stand) -> bool:
    """Tell whether a stand is of the same second as the message."""
    return stand.aangeleverd_op.replace(microsecond=0) == melding.aangeleverd_op


def _is_gelijk(melding: Aanlevering, entiteit: Any) -> bool:
    """Tell whether a stand says what the message says, whenever it was."""
    zelfde_moment = evolve(entiteit, aangeleverd_op=melding.aangeleverd_op)
    return bool(zelfde_moment == melding.entiteit)


def _verwijder(boeker: Boeker, soort: Berichtsoort, melding: Verwijdering) -> _Verwerkt:
    """Book a deletion at the moment of its mutation, so that it stands in line with the others."""
    historie = boeker.register.historie(soort.klasse, melding.sleutel)
    for eerder in historie:
        if eerder.verwijderd and eerder.aangeleverd_op == melding.aangeleverd_op:
            return _Verwerkt(stand=eerder.id)
    if not historie or historie[-1].verwijderd:
        return _Verwerkt([_op_stand(soort.onbekend, melding)])
    if melding.aangeleverd_op <= historie[-1].aangeleverd_op:
        return _Verwerkt([_op_stand(soort.ingehaald, melding)])
    try:
        stand = boeker.register.verwijder(
            soort.klasse,
            melding.sleutel,
            door=boeker.door,
            reden=f"levering {boeker.levering}",
            op=melding.aangeleverd_op,
        )
    except IngehaaldFout:
        return _Verwerkt([_op_stand(soort.ingehaald, melding)])
    boeker.onthoud([stand.id])
    return _Verwerkt(stand=stand.id)


def _op_stand(signaal: Signaal, melding: Melding) -> Bevinding:
    """Give a finding about the stand as a whole."""
    return bevinding(signaal, {volgnummerveld(melding.klasse).naam: melding.sleutel.volgnummer})
