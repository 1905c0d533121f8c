"""What became of the keys of a step since: whether it can be undone, and to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from attrs import frozen
from sqlalchemy.dialects.sqlite import JSON

from register.fouten import ConflictFout, RegisterFout
from register.opslag import schema
from register.opslag.boeken import Huidig
from register.opslag.standen import Sleutel, benaming, tijdstip

_b, _s, _k = schema.boeking, schema.stand, schema.sleutel


@frozen(kw_only=True)
class Lijn:
    """What a step did to one key, and how that key stands now.

    Attributes:
        soort: the kind of stand.
        sleutel: the key.
        huidig: the current stand, as booking needs to know it.
        nu: number of the current stand, 0 when it is a deletion.
        vorige: number of the stand before the step, 0 when there was nothing.
        gebleven: the standen that are what the step made of the key: its own, and those by which
            what came over it was undone.
    """

    soort: str
    sleutel: Sleutel
    huidig: Huidig
    nu: int
    vorige: int
    gebleven: tuple[int, ...]

    @property
    def naam(self) -> str:
        """What it is about, in words."""
        return benaming(self.soort, self.sleutel.volgnummer)


def lijnen(verbinding: sa.Connection, nummer: int) -> list[Lijn]:
    """Follow the keys of a step through their history, from the stand before it."""
    eigen, eerder = schema.stand.alias("eigen"), schema.stand.alias("eerder")
    vorige = sa.select(sa.func.max(eerder.c.id)).where(
        eerder.c.sleutel == eigen.c.sleutel,
        eerder.c.soort == eigen.c.soort,
        eerder.c.id < eigen.c.id,
    )
    vraag = (
        sa.select(_s, _b.c.maakt_ongedaan, _k.c.persoon, _k.c.brin, _k.c.volgnummer)
        .select_from(eigen)
        .join(_s, (_s.c.sleutel == eigen.c.sleutel) & (_s.c.soort == eigen.c.soort))
        .join(_b, _b.c.id == _s.c.boeking)
        .join(_k, _k.c.id == _s.c.sleutel)
        .where(eigen.c.boeking == nummer)
        .where(_s.c.id >= sa.func.coalesce(vorige.scalar_subquery(), eigen.c.id))
        .order_by(_s.c.id)
    )
    per_sleutel: dict[tuple[int, str], list[sa.Row[Any]]] = defaultdict(list)
    for rij in verbinding.execute(vraag):
        per_sleutel[rij.sleutel, rij.soort].append(rij)
    return [_lijn(nummer, rijen) for rijen in per_sleutel.values()]


def _lijn(nummer: int, rijen: Sequence[sa.Row[Any]]) -> Lijn:
    vorige = rijen[0] if rijen[0].boeking != nummer else None
    eigen, *later = rijen if vorige is None else rijen[1:]
    voor = {rij.vervallen_door: rij.id for rij in (eigen, *later)}
    gebleven = [eigen.id]
    for rij in later:
        if rij.maakt_ongedaan is not None and voor.get(rij.maakt_ongedaan) in gebleven:
            gebleven.append(rij.id)
    nu = rijen[-1]
    return Lijn(
        soort=nu.soort,
        sleutel=Sleutel(nu.persoon, nu.brin, nu.volgnummer),
        huidig=Huidig(nu.sleutel, nu.id, nu.aangeleverd_op, bool(nu.verwijderd)),
        nu=0 if nu.verwijderd else nu.id,
        vorige=0 if vorige is None or vorige.verwijderd else vorige.id,
        gebleven=tuple(gebleven),
    )


def keur(verbinding: sa.Connection, lijnen: Sequence[Lijn]) -> None:
    """Refuse to undo what DUO was told of, or what something came over.

    Raises:
        ConflictFout: a key was changed since; says by whom and when.
        RegisterFout: a stand was in a levering.
    """
    verzonden = _verzonden(verbinding, [stand for lijn in lijnen for stand in lijn.gebleven])
    for lijn in lijnen:
        for op, levering in (verzonden[s] for s in lijn.gebleven if s in verzonden):
            raise RegisterFout(
                f"{lijn.naam} is op {_tijd(op)} aan DUO geleverd in {levering}; "
                "wijzig het en lever een nieuwe stand"
            )
    for lijn in lijnen:
        if lijn.huidig.stand not in lijn.gebleven:
            vraag = (
                sa.select(_b.c.door, _b.c.op, _b.c.reden)
                .join(_s, _s.c.boeking == _b.c.id)
                .where(_s.c.id == lijn.huidig.stand)
            )
            door, op, reden = verbinding.execute(vraag).one()
            raise ConflictFout(
                f"{lijn.naam} is daarna gewijzigd door {door} op {_tijd(op)} ({reden}); "
                "ongedaan maken zou dat ook wegnemen"
            )


def _verzonden(verbinding: sa.Connection, standen: Sequence[int]) -> Mapping[int, tuple[str, str]]:
    """Give when and in which levering each of these standen was, for those that were in one."""
    t = schema.verzonden
    gezocht = sa.func.json_each(sa.literal(list(standen), JSON)).table_valued("value")
    vraag = sa.select(t.c.stand, t.c.op, t.c.levering).where(
        t.c.stand.in_(sa.select(gezocht.c.value))
    )
    return {stand: (op, levering) for stand, op, levering in verbinding.execute(vraag)}


def _tijd(op: str) -> str:
    return tijdstip(datetime.fromisoformat(op))
