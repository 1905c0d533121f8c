"""What a field of the model is, said once in its metadata; every shape is made from that.

Entities are frozen attrs classes, nested as the message is nested. Tables, column frames, JSON,
XML, CSV and form fields are all derived from the `Veld` of each field (see register/vormen/).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

_SLEUTEL = "veld"

_SCHRIKKELJAAR = (
    "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"  # 2024, 2000
)
DATUM_MET_NULLEN = (
    "([0-9]{4}-("
    "(00|0[13578]|1[02])-([0-2][0-9]|3[01])"
    "|(0[469]|11)-([0-2][0-9]|30)"
    "|02-([01][0-9]|2[0-8]))"
    f"|{_SCHRIKKELJAAR}-02-29)"
)
"""The pattern of an ISO date whose month or day may be 00, kept as text (manual chapter 5).

A day that no calendar has is none, so that no shape takes it: form, JSON, XML or CSV.
"""


class Soort(StrEnum):
    """The kind of a value; it decides storage, format and entry."""

    TEKST = "tekst"
    CODE = "code"
    """Text from a list or pattern; leading zeros count."""
    VOLGNUMMER = "volgnummer"
    """1 to 20 letters and digits (manual chapter 3)."""
    JAAR = "jaar"
    GEHEEL = "geheel"
    CIJFER = "cijfer"
    """A mark with one decimal, kept as whole tenths: 64 is 6,4."""
    HEEL_CIJFER = "heel cijfer"
    """A whole mark, 1 to 10."""
    DATUM = "datum"
    MOMENT = "moment"
    """Date and time to the second, local Dutch time."""
    JA_NEE = "ja/nee"
    DEEL = "deel"
    """One nested entity."""
    LIJST = "lijst"
    """A list of nested entities."""


@attrs.frozen(kw_only=True)
class Veld:
    """What one field is.

    Attributes:
        label: the Dutch name a user reads.
        soort: kind of value.
        waarden: the allowed codes with their meaning, or None when any value of the kind will do.
        patroon: regular expression the whole text must match, or None.
        minimum: lowest value (marks in tenths), or None.
        maximum: highest value (marks in tenths), or None; for text the greatest length.
        sleutel: part of the key that identifies the entity.
        bron: where the manual or the law describes it.
    """

    label: str
    soort: Soort
    waarden: dict[str, str] | None = None
    patroon: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    sleutel: bool = False
    bron: str = ""


def veld(label: str, soort: Soort, **kenmerken: Any) -> Any:
    """Declare a required field; keywords are those of `Veld`."""
    return attrs.field(metadata={_SLEUTEL: _met_grenzen(label, soort, kenmerken)})


def veld_of_leeg(label: str, soort: Soort, **kenmerken: Any) -> Any:
    """Declare a field that may be empty (None)."""
    return attrs.field(default=None, metadata={_SLEUTEL: _met_grenzen(label, soort, kenmerken)})


def ja_nee(label: str, **kenmerken: Any) -> Any:
    """Declare an indication that is Nee unless said otherwise."""
    kaart = Veld(label=label, soort=Soort.JA_NEE, **kenmerken)
    return attrs.field(default=False, metadata={_SLEUTEL: kaart})


def lijst(label: str, soort: Soort = Soort.LIJST, **kenmerken: Any) -> Any:
    """Declare a list, empty unless given; for a list of plain values `soort` is their kind."""
    return attrs.field(default=(), metadata={_SLEUTEL: _met_grenzen(label, soort, kenmerken)})


def _met_grenzen(label: str, soort: Soort, kenmerken: dict[str, Any]) -> Veld:
    """Give the kind's own bounds where the declaration names none."""
    eigen: dict[Soort, dict[str, Any]] = {
        Soort.CIJFER: {"minimum": 10, "maximum": 100},
        Soort.HEEL_CIJFER: {"minimum": 1, "maximum": 10},
        Soort.VOLGNUMMER: {"patroon": "[A-Za-z0-9]{1,20}"},
        Soort.JAAR: {"minimum": 1990, "maximum": 2100},
    }
    return Veld(label=label, soort=soort, **(eigen.get(soort, {}) | kenmerken))


@attrs.frozen
class Attribuut:
    """One field of an entity class with its declaration.

    Attributes:
        naam: attribute name, also the JSON key and the column name.
        veld: the declaration.
        klasse: the nested entity class, or None for a plain value.
        lijst: the field holds a tuple.
        leeg_mag: None is allowed.
    """

    naam: str
    veld: Veld
    klasse: type[Any] | None
    lijst: bool
    leeg_mag: bool


_ATTRIBUTEN: dict[type[Any], tuple[Attribuut, ...]] = {}


def attributen(klasse: type[Any]) -> tuple[Attribuut, ...]:
    """Give the declared fields of an entity class, in order of declaration."""
    if klasse not in _ATTRIBUTEN:
        _ATTRIBUTEN[klasse] = tuple(_attributen(klasse))
    return _ATTRIBUTEN[klasse]


def _attributen(klasse: type[Any]) -> Iterator[Attribuut]:
    hints = get_type_hints(klasse)
    for veldje in attrs.fields(klasse):
        soort = hints[veldje.name]
        leeg_mag = False
        if get_origin(soort) in (Union, UnionType):
            leeg_mag = True
            soort = next(a for a in get_args(soort) if a is not type(None))
        is_lijst = get_origin(soort) is tuple
        kern = get_args(soort)[0] if is_lijst else soort
        yield Attribuut(
            naam=veldje.name,
            veld=veldje.metadata[_SLEUTEL],
            klasse=kern if attrs.has(kern) else None,
            lijst=is_lijst,
            leeg_mag=leeg_mag,
        )


def enkelvoudig(klasse: type[Any]) -> Iterator[Attribuut]:
    """Give the fields that hold one plain value."""
    return (a for a in attributen(klasse) if a.klasse is None and not a.lijst)


def lijsten(klasse: type[Any]) -> Iterator[Attribuut]:
    """Give the fields that hold a list."""
    return (a for a in attributen(klasse) if a.lijst)


def delen(klasse: type[Any]) -> Iterator[Attribuut]:
    """Give the fields that hold one nested entity."""
    return (a for a in attributen(klasse) if a.klasse is not None and not a.lijst)
