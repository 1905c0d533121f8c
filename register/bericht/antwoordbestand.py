"""Reading a file of answers, as DUO gives them to the messages of one levering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from register.bericht.antwoord import ANTWOORDEN, Antwoord
from register.bericht.keuring import element_op, schema
from register.bericht.levering import meldingsoorten
from register.bericht.stroom import elementen
from register.fouten import InvoerFout
from register.vormen.xml_vorm import lokaal, van_xml


def lees_antwoorden(bron: BinaryIO, klassen: Sequence[type[Any]]) -> Iterator[Antwoord]:
    """Give the answers in a file, in order.

    Args:
        bron: the file.
        klassen: the classes of stand that the messages were about.

    Raises:
        InvoerFout: it is no file of answers; with the line. What came before it was given.
    """
    namen = {naam.replace("_request", "_response") for naam in meldingsoorten(klassen)}
    for _, element in elementen(bron, ANTWOORDEN, namen):
        vorm = schema("antwoord")
        if not vorm.validate(element):
            gevonden: Any = vorm.error_log.last_error  # type: ignore[attr-defined]
            naam = lokaal(element_op(element, gevonden.path))
            raise InvoerFout(f"dit is geen antwoord: {naam} is niet goed", regel=gevonden.line)
        yield van_xml(Antwoord, element)
