"""Small changes to an entity, written as data: the examples of the controls, shown and executed.

A place is a path of attribute names with dots between. A name of a list stands for all its
members, `naam[sleutel=waarde]` for the members with that value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs

from register.velden import Attribuut, Soort, attributen


class Ingreep(StrEnum):
    """What is done at the place."""

    ZET = "zet"
    VOEG_TOE = "voeg toe"
    HERHAAL = "herhaal"
    HAAL_WEG = "haal weg"


@attrs.frozen
class Wijziging:
    """One change.

    Attributes:
        ingreep: what is done.
        pad: where, see the module's docstring; "" is the entity itself.
        waarden: attribute name to value, marks with a decimal in tenths.
    """

    ingreep: Ingreep
    pad: str
    waarden: dict[str, Any]


def zet(pad: str = "", **waarden: Any) -> Wijziging:
    """Give what stands at the place other values."""
    return Wijziging(Ingreep.ZET, pad, waarden)


def voeg_toe(pad: str, **waarden: Any) -> Wijziging:
    """Add a member with these values at the end of the list."""
    return Wijziging(Ingreep.VOEG_TOE, pad, waarden)


def herhaal(pad: str, **waarden: Any) -> Wijziging:
    """Put a copy with other values behind what stands at the place."""
    return Wijziging(Ingreep.HERHAAL, pad, waarden)


def haal_weg(pad: str) -> Wijziging:
    """Remove what stands at the place."""
    return Wijziging(Ingreep.HAAL_WEG, pad, {})


def pas_toe(entiteit: Any, *wijzigingen: Wijziging) -> Any:
    """Give the entity with the changes made, in order.

    Raises:
        LookupError: when a path names nothing, so that an example cannot quietly do nothing.
    """
    for wijziging in wijzigingen:
        entiteit = _op_pad(entiteit, wijziging.pad, wijziging)
    return entiteit


def _op_pad(entiteit: Any, pad: str, wijziging: Wijziging) -> Any:
    if not pad:
        return attrs.evolve(entiteit, **wijziging.waarden)
    attribuut, keuze, rest = _eerste_stap(type(entiteit), pad)
    waarde = getattr(entiteit, attribuut.naam)
    if rest:
        nieuw = _in_elk(attribuut, waarde, keuze, lambda lid: (_op_pad(lid, rest, wijziging),))
    elif wijziging.ingreep is Ingreep.VOEG_TOE:
        assert attribuut.klasse is not None
        nieuw = (*waarde, attribuut.klasse(**wijziging.waarden))
    else:
        nieuw = _in_elk(attribuut, waarde, keuze, lambda lid: _vervanging(lid, wijziging))
    return attrs.evolve(entiteit, **{attribuut.naam: nieuw})


def _vervanging(lid: Any, wijziging: Wijziging) -> tuple[Any, ...]:
    if wijziging.ingreep is Ingreep.HAAL_WEG:
        return ()
    anders = attrs.evolve(lid, **wijziging.waarden)
    return (lid, anders) if wijziging.ingreep is Ingreep.HERHAAL else (anders,)


def _in_elk(
    attribuut: Attribuut,
    waarde: Any,
    keuze: tuple[str, str] | None,
    vervang: Callable[[Any], tuple[Any, ...]],
) -> Any:
    if not attribuut.lijst:
        return next(iter(vervang(waarde)), None)
    gekozen = [lid for lid in waarde if keuze is None or str(getattr(lid, keuze[0])) == keuze[1]]
    if not gekozen:
        raise LookupError(f"{attribuut.naam} heeft geen lid {keuze or ''}")
    return tuple(nieuw for lid in waarde for nieuw in (vervang(lid) if lid in gekozen else (lid,)))


def _eerste_stap(klasse: type[Any], pad: str) -> tuple[Attribuut, tuple[str, str] | None, str]:
    stap, _, rest = pad.partition(".")
    vondst = re.fullmatch(r"(\w+)(?:\[(\w+)=(\w+)\])?", stap)
    if vondst is None:
        raise LookupError(f"{stap!r} is geen stap van een pad")
    naam, sleutel, waarde = vondst.groups()
    for attribuut in attributen(klasse):
        if attribuut.naam == naam:
            return attribuut, (sleutel, waarde) if sleutel else None, rest
    raise LookupError(f"{klasse.__name__} heeft geen {naam}")


def beschrijf(klasse: type[Any], wijziging: Wijziging) -> str:
    """Say a change to an entity of this class in one line of Dutch."""
    doel, rest = klasse, wijziging.pad
    while rest:
        attribuut, _, rest = _eerste_stap(doel, rest)
        assert attribuut.klasse is not None
        doel = attribuut.klasse
    velden = {attribuut.naam: attribuut for attribuut in attributen(doel)}
    waarden = ", ".join(f"{n} = {_toon(velden[n], w)}" for n, w in wijziging.waarden.items())
    plaats = wijziging.pad or klasse.__name__.lower()
    match wijziging.ingreep:
        case Ingreep.HAAL_WEG:
            return f"{plaats}: weggehaald"
        case Ingreep.VOEG_TOE:
            return f"{plaats}: erbij met {waarden}"
        case Ingreep.HERHAAL:
            return f"{plaats}: nog een keer" + (f" met {waarden}" if waarden else "")
        case _:
            return f"{plaats}: {waarden}"


def _toon(attribuut: Attribuut, waarde: Any) -> str:
    if waarde is None or waarde == ():
        return "leeg"
    if isinstance(waarde, tuple):
        return " en ".join(map(str, waarde))
    if attribuut.veld.soort is Soort.CIJFER:
        return f"{waarde // 10},{waarde % 10}"
    if attribuut.veld.soort is Soort.JA_NEE:
        return "ja" if waarde else "nee"
    return str(waarde)
