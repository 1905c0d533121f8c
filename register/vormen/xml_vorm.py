"""Entities as XML elements, made from field metadata: every element is named after its attribute.

Elements stand in order of declaration; what has its default is absent (empty, or an indication that
is Nee). A list is its members one after another, each an element with the name of the list. A mark
is written with its one decimal (64 tenths is 6.4), dates and moments in ISO form, indications as
true or false.

Reading trusts a schema: what has been validated against `data/schema/` can be read.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import attrs
from lxml import etree

from register.velden import Attribuut, Soort, Veld, attributen

K = TypeVar("K")

NAAMRUIMTE = "urn:vavo:bron-vavo:1"
"""The namespace of all our messages; DUO's own schema is not public."""

NAAMRUIMTEN: Any = {None: NAAMRUIMTE}
"""The namespaces of a written element: ours, without a prefix."""


def volledig(naam: str) -> str:
    """Give an element's name with our namespace, as lxml writes it."""
    return f"{{{NAAMRUIMTE}}}{naam}"


def lokaal(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return etree.QName(element).localname


def naar_xml(entiteit: Any, naam: str = "") -> etree._Element:
    """Write an entity as an element, named after its class unless a name is given."""
    tag = volledig(naam or type(entiteit).__name__.lower())
    element = etree.Element(tag, nsmap=NAAMRUIMTEN)
    vul(element, entiteit)
    return element


def vul(element: etree._Element, entiteit: Any) -> None:
    """Add the fields of an entity to an element."""
    for tag, attribuut, standaard, schrijf in _vorm(type(entiteit)).schrijvers:
        waarde = getattr(entiteit, attribuut.naam)
        if waarde is standaard:
            continue
        for een in waarde if attribuut.lijst else (waarde,):
            kind = etree.SubElement(element, tag)
            if attribuut.klasse is None:
                kind.text = schrijf(een)
            else:
                vul(kind, een)


def van_xml(klasse: type[K], element: etree._Element) -> K:
    """Make an entity of a valid element; an unknown element within it is a fault of the schema."""
    vorm = _vorm(klasse)
    lezers = vorm.lezers
    inhoud: dict[str, Any] = {}
    for kind in element:
        naam, lijst, binnen, uit_tekst = lezers[kind.tag]
        if binnen is not None:
            waarde = van_xml(binnen, kind)
        else:
            waarde = kind.text if uit_tekst is None else uit_tekst(kind.text)
        if not lijst:
            inhoud[naam] = waarde
        elif naam in inhoud:
            inhoud[naam].append(waarde)
        else:
            inhoud[naam] = [waarde]
    for naam in vorm.lijsten & inhoud.keys():
        inhoud[naam] = tuple(inhoud[naam])
    return klasse(**inhoud)


_Lezer = tuple[str, bool, type[Any] | None, Callable[[Any], Any] | None]
"""Of a field its name, whether it is a list, its class, and how its text is read if not as text."""


@attrs.frozen
class _Vorm:
    """What reading and writing one class needs, looked up once."""

    schrijvers: tuple[tuple[str, Attribuut, Any, Callable[[Any], str]], ...]
    lezers: dict[str | bytes | bytearray | etree.QName, _Lezer]
    lijsten: frozenset[str]


_VORMEN: dict[type[Any], _Vorm] = {}


def _vorm(klasse: type[Any]) -> _Vorm:
    if klasse not in _VORMEN:
        alle = [(volledig(a.naam), a) for a in attributen(klasse)]
        standaard = attrs.fields_dict(klasse)
        _VORMEN[klasse] = _Vorm(
            schrijvers=tuple(
                (tag, a, standaard[a.naam].default, _NAAR_TEKST.get(a.veld.soort, str))
                for tag, a in alle
            ),
            lezers={
                tag: (a.naam, a.lijst, a.klasse, _UIT_TEKST.get(a.veld.soort)) for tag, a in alle
            },
            lijsten=frozenset(a.naam for _, a in alle if a.lijst),
        )
    return _VORMEN[klasse]


def waarde_uit_xml(veld: Veld, tekst: str) -> Any:
    """Turn the text of a valid element into the model's value."""
    return _UIT_TEKST.get(veld.soort, str)(tekst)


def waarde_naar_xml(veld: Veld, waarde: Any) -> str:
    """Turn the model's value into the text of an element."""
    return _NAAR_TEKST.get(veld.soort, str)(waarde)


_UIT_TEKST: dict[Soort, Callable[[str], Any]] = {
    Soort.JAAR: int,
    Soort.GEHEEL: int,
    Soort.CIJFER: lambda tekst: int(tekst.replace(".", "")),
    Soort.HEEL_CIJFER: int,
    Soort.DATUM: lambda tekst: date.fromisoformat(tekst.strip()),
    Soort.MOMENT: lambda tekst: datetime.fromisoformat(tekst.strip()),
    Soort.JA_NEE: lambda tekst: tekst.strip() == "true",
}
"""A schema passes over blanks around these, as `int` does."""

_NAAR_TEKST: dict[Soort, Callable[[Any], str]] = {
    Soort.CIJFER: lambda tienden: f"{tienden // 10}.{tienden % 10}",
    Soort.DATUM: date.isoformat,
    Soort.MOMENT: datetime.isoformat,
    Soort.JA_NEE: lambda ja: "true" if ja else "false",
}
