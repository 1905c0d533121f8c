"""Whether a levering can be read at all: everything that is wrong with it, line by line.

A levering is taken as a whole or not at all. What is looked at here is the form (XML, schema) and
what a message may never do: speak for another school or come from the future. Findings about the
contents are no faults; they are in the answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any, BinaryIO

from attrs import frozen
from lxml import etree

from register.bericht.levering import LEVERING, meldingsoorten
from register.bericht.stroom import Pad, XmlFout, elementen, vindplaatsen
from register.fouten import InvoerFout
from register.gegevens import gegevensmap
from register.model.persoon import Persoon
from register.opslag.standen import soort_van
from register.velden import Attribuut, Soort, attributen
from register.vormen import waarden
from register.vormen.xml_vorm import lokaal, volledig

FOUTEN_MAXIMUM = 100
"""Faults that are told; as many as DUO tells of a levering."""


@frozen(kw_only=True, order=True)
class Vindplaats:
    """One fault with its place: line and column from 1, and the number of the message."""

    regel: int
    kolom: int
    melding: int
    tekst: str

    def __str__(self) -> str:
        melding = f", melding {self.melding}" if self.melding else ""
        return f"regel {self.regel}, kolom {self.kolom}{melding}: {self.tekst}"


class LeveringFout(InvoerFout):
    """A levering that cannot be read; nothing of it is processed.

    Attributes:
        fouten: what is wrong, in order of the file; at least one.
    """

    def __init__(self, fouten: Sequence[Vindplaats]) -> None:
        self.fouten = tuple(sorted(fouten))
        meer = len(self.fouten) - 1
        super().__init__(f"{self.fouten[0]}" + (f" (en nog {meer})" if meer else ""))


@cache
def schema(naam: str) -> etree.XMLSchema:
    """Give a schema under data/schema/ ("levering", "antwoord")."""
    return etree.XMLSchema(file=str(gegevensmap() / "schema" / f"{naam}.xsd"))


@frozen
class Gekeurd:
    """A levering that can be read: the school it is from, and how many messages it has."""

    brin: str
    aantal: int


def keur_levering(
    bron: BinaryIO,
    klassen: Sequence[type[Any]],
    nu: datetime,
    gelezen: Callable[[int], None] = lambda _: None,
) -> Gekeurd:
    """Read a levering from beginning to end without doing anything with it.

    Args:
        bron: the file.
        klassen: the classes of stand that messages may be about.
        nu: the moment after which no mutation can have been.
        gelezen: is told how many bytes were read since it was last told.

    Raises:
        LeveringFout: with up to `FOUTEN_MAXIMUM` faults.
    """
    soorten = meldingsoorten(klassen)
    fouten: list[XmlFout] = []
    brin, aantal = "", 0
    try:
        for nummer, element in elementen(bron, LEVERING, soorten, gelezen):
            if nummer == 1:
                brin = _brin(element.getparent())
            fouten += _fouten(element, nummer, soorten, brin, nu)
            aantal = nummer
            if len(fouten) >= FOUTEN_MAXIMUM:
                break
    except XmlFout as fout:
        fouten.append(fout)
    if not aantal and not fouten:
        fouten.append(XmlFout("er staan geen meldingen in"))
    if fouten:
        raise LeveringFout(_geplaatst(bron, fouten[:FOUTEN_MAXIMUM]))
    return Gekeurd(brin=brin, aantal=aantal)


def _brin(wortel: Any) -> str:
    """Give the school of a levering; an empty copy of the root must be valid."""
    leeg = etree.Element(wortel.tag, dict(wortel.attrib))
    if not schema(LEVERING).validate(leeg):
        raise XmlFout('levering moet een kenmerk brin hebben, zoals brin="01AA", en geen ander')
    return str(wortel.get("brin"))


def _geplaatst(bron: BinaryIO, fouten: Sequence[XmlFout]) -> list[Vindplaats]:
    """Give each fault its line and column; the file is read once more for it."""
    plaatsen = vindplaatsen(bron, {fout.pad for fout in fouten if fout.regel is None})
    uit = []
    for fout in fouten:
        regel, kolom = plaatsen.get(fout.pad, (1, 1))
        uit.append(
            Vindplaats(
                regel=fout.regel or regel,
                kolom=fout.kolom or kolom,
                melding=fout.pad[0] if fout.pad else 0,
                tekst=fout.tekst,
            )
        )
    return uit


def _fouten(
    element: etree._Element,
    nummer: int,
    soorten: dict[str, tuple[type[Any], bool]],
    brin: str,
    nu: datetime,
) -> Iterator[XmlFout]:
    """Give what is wrong with one message."""
    klasse, verwijderen = soorten[lokaal(element)]
    if not schema(LEVERING).validate(element):
        yield from _schemafouten(element, nummer, klasse)
        return
    stand = element if verwijderen else element[-1]
    eigen_brin = stand.findtext(volledig("brin"))
    if eigen_brin != brin:
        tekst = f"een melding voor BRIN {eigen_brin} in een levering van {brin}"
        yield XmlFout(tekst, pad=(nummer, *_pad_naar(element, stand, "brin")))
    moment = stand.findtext(volledig("aangeleverd_op"), "").strip()
    if datetime.fromisoformat(moment) > nu:
        tekst = f"aangeleverd op {moment}: dat ligt in de toekomst"
        yield XmlFout(tekst, pad=(nummer, *_pad_naar(element, stand, "aangeleverd_op")))
    persoon = element.find(volledig("persoon"))
    if persoon is not None and _nummer(persoon) != _nummer(stand):
        tekst = f"de persoon heeft een ander nummer dan de {lokaal(stand)}"
        yield XmlFout(tekst, pad=(nummer, *_pad_binnen(element, persoon)))


def _nummer(element: etree._Element) -> str | None:
    """Give the number a person is known by: the BSN or, without one, the onderwijsnummer."""
    bsn = element.findtext(volledig("burgerservicenummer"))
    return bsn or element.findtext(volledig("onderwijsnummer"))


def _pad_naar(boven: etree._Element, stand: etree._Element, naam: str) -> Pad:
    """Give the steps from a message down to a field of its stand."""
    kind = stand.find(volledig(naam))
    return _pad_binnen(boven, stand if kind is None else kind)


def _pad_binnen(boven: etree._Element, element: etree._Element) -> Pad:
    """Give the steps from an element down to one inside it."""
    pad: list[int] = []
    while element is not boven:
        ouder = element.getparent()
        assert ouder is not None
        pad.append(ouder.index(element) + 1)
        element = ouder
    return tuple(reversed(pad))


def _schemafouten(element: etree._Element, nummer: int, klasse: type[Any]) -> Iterator[XmlFout]:
    """Give what the schema found, once per element."""
    gezien: set[Pad] = set()
    log: Any = schema(LEVERING).error_log
    for gevonden in log:
        kind = element_op(element, gevonden.path)
        pad = (nummer, *_pad_binnen(element, kind))
        if pad not in gezien:
            gezien.add(pad)
            yield XmlFout(_tekst(gevonden, element, kind, klasse), pad=pad)


def element_op(element: etree._Element, pad: str | None) -> etree._Element:
    """Find the element an entry of libxml2's log is about; its path begins at the message."""
    stappen = (pad or "").split("/")[2:]
    if not stappen:
        return element
    voorvoegsels = {naam: uri for naam, uri in element.nsmap.items() if naam}
    gevonden: Any = element.xpath("/".join([".", *stappen]), namespaces=voorvoegsels)
    return gevonden[0] if gevonden else element


def _tekst(
    gevonden: etree._LogEntry, melding: etree._Element, element: etree._Element, klasse: type[Any]
) -> str:
    """Say in Dutch what the schema has against an element."""
    naam = lokaal(element)[:60]
    verwacht = re.search(r"Expected is(?: one of)? \( (.*?) \)", gevonden.message)
    if verwacht is not None:
        namen = re.sub(r"\{[^}]*\}|\*", "", verwacht.group(1))
        begin = (
            f"in {naam} ontbreekt iets"
            if "Missing" in gevonden.message
            else f"{naam} hoort hier niet"
        )
        return f"{begin}; hier is toegestaan: {namen}"
    attribuut = _attribuut(melding, element, klasse)
    geen_waarde = attribuut is None or attribuut.klasse is not None
    if geen_waarde or gevonden.type_name in _SOORTEN:
        return f"{naam} {_SOORTEN.get(gevonden.type_name, 'voldoet niet aan het schema')}"
    assert attribuut is not None
    if not element.text:
        return f"{naam} is leeg; laat een leeg veld weg"
    try:
        waarden.uit_json(attribuut.veld, element.text)
    except InvoerFout as fout:
        punt = "; schrijf één decimaal na een punt (6.4)"
        return f"{naam}: {fout.tekst}" + (punt if attribuut.veld.soort is Soort.CIJFER else "")
    return f"{naam} heeft een waarde die hier niet is toegestaan"


_SOORTEN = {
    "SCHEMAV_CVC_COMPLEX_TYPE_2_3": "bevat tekst buiten zijn velden",
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": "heeft een kenmerk dat niet is toegestaan",
    "SCHEMAV_CVC_TYPE_3_1_1": "heeft een kenmerk dat niet is toegestaan",
    "SCHEMAV_ELEMENT_CONTENT": "hoort hier niet",
    "SCHEMAV_CVC_TYPE_3_1_2": "bevat elementen waar een waarde hoort",
}


def _attribuut(
    melding: etree._Element, element: etree._Element, klasse: type[Any]
) -> Attribuut | None:
    """Find the declaration of the field an element stands for, by walking down to it."""
    namen = [lokaal(element), *(lokaal(ouder) for ouder in element.iterancestors())]
    onder = list(reversed(namen[: namen.index(lokaal(melding))]))
    begin = {soort_van(k): k for k in (klasse, Persoon)}
    if onder and onder[0] in begin:
        klasse, onder = begin[onder[0]], onder[1:]
    gevonden: Attribuut | None = None
    for naam in onder:
        gevonden = next((a for a in attributen(klasse) if a.naam == naam), None)
        if gevonden is None or gevonden.klasse is None:
            break
        klasse = gevonden.klasse
    return gevonden
