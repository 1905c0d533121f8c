"""Entities as column frames: one frame per nested list, and back.

The root frame is named after the class in lower case and has `stand`, the number of the entity,
plain fields, and single nested parts flattened with their name in front (`uitslag_datum`). A list
is a frame of its own, named by its path ("cijferlijsten_regels"), with

    stand   UInt32, the entity it belongs to
    nr      UInt16, its position within that entity and frame, from 0
    ouder   UInt16, `nr` of the row it hangs under (0 for a list directly under the entity)

Rows stand in order of stand and nr, and so in order of stand and ouder.
Marks are whole tenths or whole numbers in Int16, never floats; other whole numbers are Int32.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeVar

import attrs
import polars as pl

from register.velden import Attribuut, Soort, delen, enkelvoudig, lijsten

K = TypeVar("K")

Frames = dict[str, pl.DataFrame]
"""All frames of a set of entities of one class, root first."""

_DTYPES: dict[Soort, Any] = {
    Soort.TEKST: pl.String(),
    Soort.CODE: pl.String(),
    Soort.VOLGNUMMER: pl.String(),
    Soort.JAAR: pl.Int16(),
    Soort.GEHEEL: pl.Int32(),
    Soort.CIJFER: pl.Int16(),
    Soort.HEEL_CIJFER: pl.Int16(),
    Soort.DATUM: pl.Date(),
    Soort.MOMENT: pl.Datetime("us"),
    Soort.JA_NEE: pl.Boolean(),
}

WAARDE = "waarde"
"""The column of a list of plain values."""


@attrs.frozen
class Vorm:
    """One frame: its name, its plain columns and what hangs under it.

    Attributes:
        naam: name of frame and table.
        klasse: the entity class of a row, or None for a list of plain values.
        kolommen: column name to declaration, without stand, nr and ouder.
        ouder: name of the frame this one hangs under, or None for the root.
        pad: attribute that holds the list in the parent entity.
    """

    naam: str
    klasse: type[Any] | None
    kolommen: dict[str, Attribuut]
    ouder: str | None
    pad: str

    def schema(self) -> dict[str, Any]:
        """Give the frame's columns and their dtypes in order."""
        eigen = {naam: _DTYPES[a.veld.soort] for naam, a in self.kolommen.items()}
        if self.ouder is None:
            return {"stand": pl.UInt32()} | eigen
        return {"stand": pl.UInt32(), "nr": pl.UInt16(), "ouder": pl.UInt16()} | eigen


_VORMEN: dict[type[Any], tuple[Vorm, ...]] = {}


def vormen(klasse: type[Any]) -> tuple[Vorm, ...]:
    """Give the frames of an entity class, root first, each after the one it hangs under."""
    if klasse not in _VORMEN:
        naam = klasse.__name__.lower()
        _VORMEN[klasse] = (Vorm(naam, klasse, _platte_kolommen(klasse), None, ""), *_onder(klasse))
    return _VORMEN[klasse]


def _onder(klasse: type[Any], ouder: str = "") -> Iterator[Vorm]:
    boven = ouder or klasse.__name__.lower()
    for attribuut in lijsten(klasse):
        naam = f"{ouder}_{attribuut.naam}" if ouder else attribuut.naam
        if attribuut.klasse is None:
            yield Vorm(naam, None, {WAARDE: attribuut}, boven, attribuut.naam)
        else:
            kolommen_ = _platte_kolommen(attribuut.klasse)
            yield Vorm(naam, attribuut.klasse, kolommen_, boven, attribuut.naam)
            yield from _onder(attribuut.klasse, naam)


def _platte_kolommen(klasse: type[Any]) -> dict[str, Attribuut]:
    plat = {a.naam: a for a in enkelvoudig(klasse)}
    for deel in delen(klasse):
        assert deel.klasse is not None
        plat |= {f"{deel.naam}_{a.naam}": a for a in enkelvoudig(deel.klasse)}
    return plat


Rijen = dict[str, list[tuple[Any, ...]]]
"""Per frame its rows, in the column order of `Vorm.schema`."""


def rijen(klasse: type[Any], entiteiten: Iterable[Any], *, vanaf: int = 0) -> Rijen:
    """Flatten entities to rows per frame.

    Args:
        klasse: their class.
        entiteiten: the entities; the n-th gets stand `vanaf + n`.
        vanaf: number of the first stand.
    """
    uit: Rijen = {vorm.naam: [] for vorm in vormen(klasse)}
    plan = _plan(klasse, "")
    wortel = uit[klasse.__name__.lower()]
    for stand, entiteit in enumerate(entiteiten, start=vanaf):
        wortel.append((stand, *plan.waarden(entiteit)))
        _daal_af(plan, entiteit, (stand, 0), {}, uit)
    return uit


@attrs.frozen
class _Plan:
    """How the entities of one class are flattened and made again, found out once.

    Attributes:
        klasse: the class.
        waarden: gives the plain values of an entity, single nested parts included.
        velden: gives the fields that plain values fill, the reverse of `waarden`.
        lijsten: per list its attribute, its frame and the plan of its members (None: plain values).
    """

    klasse: type[Any]
    waarden: Callable[[Any], tuple[Any, ...]]
    velden: Callable[[Sequence[Any]], dict[str, Any]]
    lijsten: tuple[tuple[str, str, _Plan | None], ...]


_PLANNEN: dict[tuple[type[Any], str], _Plan] = {}


def _plan(klasse: type[Any], boven: str) -> _Plan:
    if (klasse, boven) not in _PLANNEN:
        _PLANNEN[klasse, boven] = _maak_plan(klasse, boven)
    return _PLANNEN[klasse, boven]


def _maak_plan(klasse: type[Any], boven: str) -> _Plan:
    onder = []
    for attribuut in lijsten(klasse):
        naam = f"{boven}_{attribuut.naam}" if boven else attribuut.naam
        eigen = None if attribuut.klasse is None else _plan(attribuut.klasse, naam)
        onder.append((attribuut.naam, naam, eigen))
    return _Plan(klasse, _waarden_van(klasse), _velden_van(klasse), tuple(onder))


def _waarden_van(klasse: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    gewoon = _kies([a.naam for a in enkelvoudig(klasse)])
    onderdelen = [
        (deel.naam, _waarden_van(deel.klasse), (None,) * len(_platte_kolommen(deel.klasse)))
        for deel in delen(klasse)
        if deel.klasse is not None
    ]
    if not onderdelen:
        return gewoon

    def waarden(entiteit: Any) -> tuple[Any, ...]:
        uit = gewoon(entiteit)
        for naam, van_het_deel, leeg in onderdelen:
            deel = getattr(entiteit, naam)
            uit += leeg if deel is None else van_het_deel(deel)
        return uit

    return waarden


def _velden_van(klasse: type[Any]) -> Callable[[Sequence[Any]], dict[str, Any]]:
    namen = [a.naam for a in enkelvoudig(klasse)]
    onderdelen = []
    begin = len(namen)
    for deel in delen(klasse):
        assert deel.klasse is not None
        eigen = [a.naam for a in enkelvoudig(deel.klasse)]
        onderdelen.append((deel.naam, deel.klasse, eigen, slice(begin, begin + len(eigen))))
        begin += len(eigen)

    def velden(waarden: Sequence[Any]) -> dict[str, Any]:
        uit = dict(zip(namen, waarden, strict=False))
        for naam, deel, eigen, plaats in onderdelen:
            binnen = waarden[plaats]
            leeg = all(waarde is None for waarde in binnen)
            uit[naam] = None if leeg else deel(**dict(zip(eigen, binnen, strict=True)))
        return uit

    return velden


def _kies(namen: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Give a function that gives these attributes as a tuple, however many there are."""
    if len(namen) > 1:
        return attrgetter(*namen)
    return lambda entiteit: tuple(getattr(entiteit, naam) for naam in namen)


def _daal_af(
    plan: _Plan, entiteit: Any, plaats: tuple[int, int], tellers: dict[str, int], uit: Rijen
) -> None:
    """Add the rows of all lists under one entity, whose stand and nr are `plaats`."""
    stand, ouder = plaats
    for attribuut, naam, onder in plan.lijsten:
        leden = getattr(entiteit, attribuut)
        if not leden:
            continue
        eerste = tellers.get(naam, 0)
        tellers[naam] = eerste + len(leden)
        rijen_ = uit[naam]
        for nr, lid in enumerate(leden, start=eerste):
            if onder is None:
                rijen_.append((stand, nr, ouder, lid))
            else:
                rijen_.append((stand, nr, ouder, *onder.waarden(lid)))
                if onder.lijsten:
                    _daal_af(onder, lid, (stand, nr), tellers, uit)


def kolommen(klasse: type[Any], entiteiten: Iterable[Any], *, vanaf: int = 0) -> Frames:
    """Turn entities into column frames; the n-th entity gets stand `vanaf + n`."""
    per_frame = rijen(klasse, entiteiten, vanaf=vanaf)
    return {
        vorm.naam: pl.DataFrame(per_frame[vorm.naam], schema=vorm.schema(), orient="row")
        for vorm in vormen(klasse)
    }


def entiteiten(klasse: type[K], frames: Mapping[str, pl.DataFrame]) -> list[K]:
    """Turn column frames back into entities, in order of stand."""
    return uit_rijen(klasse, {naam: frame.rows() for naam, frame in frames.items()})


def uit_rijen(klasse: type[K], per_frame: Mapping[str, Sequence[tuple[Any, ...]]]) -> list[K]:
    """Turn rows per frame, as `rijen` gives them, back into entities in order of stand."""
    leden: _Leden = {}
    wortel = klasse.__name__.lower()
    for vorm in vormen(klasse):
        if vorm.ouder is not None:
            groepen = leden.setdefault(vorm.naam, {})
            for stand, nr, ouder, *waarden in sorted(per_frame[vorm.naam]):
                groepen.setdefault((stand, ouder), []).append((nr, waarden))
    plan = _plan(klasse, "")
    return [
        _bouw(plan, (stand, 0), waarden, leden)
        for stand, *waarden in sorted(per_frame[wortel], key=lambda rij: rij[0])
    ]


_Leden = dict[str, dict[tuple[int, int], list[tuple[int, Sequence[Any]]]]]
"""Per frame, and per stand and nr of what they hang under: the nr and plain values of each row."""


def _bouw(plan: _Plan, plaats: tuple[int, int], waarden: Sequence[Any], leden: _Leden) -> Any:
    """Make the entity whose stand and nr are `plaats`, and all under it."""
    inhoud = plan.velden(waarden)
    for attribuut, naam, onder in plan.lijsten:
        inhoud[attribuut] = tuple(
            eigen[0] if onder is None else _bouw(onder, (plaats[0], nr), eigen, leden)
            for nr, eigen in leden[naam].get(plaats, ())
        )
    return plan.klasse(**inhoud)
