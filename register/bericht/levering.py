"""Reading and writing a levering: the file with messages of one school."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from lxml import etree

from register.bericht.melding import (
    Aanlevering,
    Melding,
    Verwijdering,
    naam_van,
    sleutelvelden,
    volgnummerveld,
)
from register.bericht.stroom import elementen
from register.model.persoon import Persoon
from register.opslag.standen import soort_van
from register.vormen.xml_vorm import (
    NAAMRUIMTEN,
    naar_xml,
    van_xml,
    volledig,
    waarde_naar_xml,
    waarde_uit_xml,
)

LEVERING = "levering"
"""Name of the root of a file of messages."""


def meldingsoorten(klassen: Iterable[type[Any]]) -> dict[str, tuple[type[Any], bool]]:
    """Give the names of the messages about these classes: the class, and whether it deletes."""
    return {
        f"{handeling}_{soort_van(klasse)}_request": (klasse, handeling == "verwijderen")
        for klasse in klassen
        for handeling in ("aanleveren", "verwijderen")
    }


def lees_levering(
    bron: BinaryIO, klassen: Sequence[type[Any]], gelezen: Callable[[int], None] = lambda _: None
) -> Iterator[Melding]:
    """Give the messages of a levering that has passed `keur_levering`, in order.

    Args:
        bron: the file.
        klassen: the classes of stand that messages may be about.
        gelezen: is told how many bytes were read since it was last told.
    """
    soorten = meldingsoorten(klassen)
    for nummer, element in elementen(bron, LEVERING, soorten, gelezen):
        klasse, verwijderen = soorten[etree.QName(element).localname]
        yield (_verwijdering if verwijderen else _aanlevering)(nummer, klasse, element)


def _aanlevering(nummer: int, klasse: type[Any], element: etree._Element) -> Aanlevering:
    persoon = element.find(volledig("persoon"))
    return Aanlevering(
        nummer=nummer,
        entiteit=van_xml(klasse, element[-1]),
        persoon=None if persoon is None else van_xml(Persoon, persoon),
    )


def _verwijdering(nummer: int, klasse: type[Any], element: etree._Element) -> Verwijdering:
    inhoud: dict[str, Any] = {}
    for attribuut in sleutelvelden(klasse):
        tekst = element.findtext(volledig(attribuut.naam))
        if tekst is not None:
            inhoud[_naam_in_verwijdering(klasse, attribuut.naam)] = waarde_uit_xml(
                attribuut.veld, tekst
            )
    return Verwijdering(nummer=nummer, klasse=klasse, **inhoud)


def melding_naar_xml(melding: Melding) -> etree._Element:
    """Write a message as its request."""
    element = etree.Element(volledig(f"{naam_van(melding)}_request"), nsmap=NAAMRUIMTEN)
    if isinstance(melding, Aanlevering):
        if melding.persoon is not None:
            element.append(naar_xml(melding.persoon))
        element.append(naar_xml(melding.entiteit))
        return element
    for attribuut in sleutelvelden(melding.klasse):
        waarde = getattr(melding, _naam_in_verwijdering(melding.klasse, attribuut.naam))
        if waarde is not None:
            kind = etree.SubElement(element, volledig(attribuut.naam))
            kind.text = waarde_naar_xml(attribuut.veld, waarde)
    return element


def _naam_in_verwijdering(klasse: type[Any], naam: str) -> str:
    return "volgnummer" if naam == volgnummerveld(klasse).naam else naam
