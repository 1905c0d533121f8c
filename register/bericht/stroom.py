"""The messages in a file one by one, whatever the file holds and however long it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, BinaryIO
from xml.parsers import expat

from lxml import etree

from register.fouten import InvoerFout
from register.vormen.xml_vorm import NAAMRUIMTE, lokaal, volledig

MELDING_MAXIMUM = 1_000_000
"""The longest message, in bytes: hundreds of times the largest exam."""

Pad = tuple[int, ...]
"""Where an element is: the how manieth child of the root, of that child, and so on, from 1."""

_VEILIG: dict[str, Any] = {
    "resolve_entities": "internal",
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""Nothing from elsewhere, nothing that grows; with a DOCTYPE refused no entity can be declared."""

_STUK = 1 << 16
_BOM_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SCHEIDING = " "


class XmlFout(InvoerFout):
    """The file is no XML that we read.

    Attributes:
        kolom: column, from 1, or None.
        pad: the element that is wrong, when only that is known.
    """

    def __init__(
        self, tekst: str, *, regel: int | None = None, kolom: int | None = None, pad: Pad = ()
    ) -> None:
        super().__init__(tekst, regel=regel)
        self.kolom = kolom
        self.pad = pad


def elementen(
    bron: BinaryIO,
    wortel: str,
    namen: Collection[str],
    gelezen: Callable[[int], None] = lambda _: None,
) -> Iterator[tuple[int, etree._Element]]:
    """Give the elements under the root with their number, from 1; each is emptied after its turn.

    Args:
        bron: the file; it is read from its beginning.
        wortel: name of the root.
        namen: names the elements may have.
        gelezen: is told how many bytes were read since it was last told.

    Raises:
        XmlFout: no well-formed XML in UTF-8, a DOCTYPE, another root, something else in the root,
            or an element that is too long.
    """
    _keur_begin(bron, wortel)
    bron.seek(0)
    lezer = etree.XMLPullParser(
        events=("end",),
        tag=[volledig(naam) for naam in namen],
        **_VEILIG,
    )
    nummer, sinds = 0, 0
    gedaan: etree._Element | None = None
    try:
        while stuk := bron.read(_STUK):
            lezer.feed(stuk)
            gelezen(len(stuk))
            sinds += len(stuk)
            gebeurtenis: Any
            for gebeurtenis in lezer.read_events():
                element = gebeurtenis[1]
                ouder = element.getparent()
                if ouder is None or ouder.getparent() is not None:
                    continue
                if ouder.tag != volledig(wortel):
                    raise XmlFout(f"het bestand begint niet met {wortel} in {NAAMRUIMTE}")
                _keur_eerdere(ouder, element, gedaan, nummer)
                nummer, sinds, gedaan = nummer + 1, 0, element
                yield nummer, element
                element.clear(keep_tail=True)
            if sinds > MELDING_MAXIMUM + _STUK:
                tekst = f"melding {nummer + 1} is langer dan {MELDING_MAXIMUM} bytes"
                raise XmlFout(tekst, pad=(nummer + 1,))
        _keur_eerdere(lezer.close(), None, gedaan, nummer)
    except etree.XMLSyntaxError as fout:
        raise _in_het_nederlands(fout) from None


def _keur_eerdere(
    ouder: Any, element: etree._Element | None, gedaan: etree._Element | None, nummer: int
) -> None:
    """Remove the element that had its turn; anything else before this one does not belong."""
    for kind in list(ouder) if element is None else list(element.itersiblings(preceding=True)):
        if gedaan is None or kind is not gedaan:
            tekst = f"onbekende melding {lokaal(kind)[:60]}"
            raise XmlFout(tekst, pad=(nummer + 1,))
        if (kind.tail or "").strip():
            raise XmlFout("er staat tekst tussen de meldingen", pad=(nummer,))
        ouder.remove(kind)
    if (ouder.text or "").strip():
        raise XmlFout("er staat tekst voor de eerste melding", pad=())


def _keur_begin(bron: BinaryIO, wortel: str) -> None:
    """Refuse what comes before the first element, before anything acts on it."""
    bron.seek(0)
    stuk = bron.read(_STUK)
    if stuk.startswith(_BOM_UTF16):
        raise XmlFout("geen UTF-8 maar UTF-16; bewaar het bestand als UTF-8", regel=1, kolom=1)
    if not stuk.strip():
        raise XmlFout("het bestand is leeg", regel=1, kolom=1)
    lezer = expat.ParserCreate(namespace_separator=_SCHEIDING)
    begonnen = False

    def weiger(tekst: str) -> None:
        raise XmlFout(tekst, regel=lezer.CurrentLineNumber, kolom=lezer.CurrentColumnNumber + 1)

    def op_aanhef(_versie: str, codering: str | None, _alleenstaand: int) -> None:
        if codering is not None and codering.upper() not in ("UTF-8", "UTF8"):
            weiger(f"codering {codering[:20]}; toegestaan is alleen UTF-8")

    def op_doctype(*_: Any) -> None:
        weiger("een DOCTYPE is niet toegestaan")

    def op_element(naam: str, _kenmerken: Any) -> None:
        nonlocal begonnen
        begonnen, lezer.StartElementHandler = True, None
        ruimte, _, eigen = naam.rpartition(_SCHEIDING)
        if eigen != wortel:
            weiger(f"het bestand begint met {eigen[:60]}; toegestaan is {wortel}")
        if ruimte != NAAMRUIMTE:
            weiger(f"naamruimte “{ruimte[:60]}”; toegestaan is “{NAAMRUIMTE}”")

    lezer.XmlDeclHandler = op_aanhef
    lezer.StartDoctypeDeclHandler = op_doctype
    lezer.StartElementHandler = op_element
    gelezen = 0
    try:
        while stuk and not begonnen:
            lezer.Parse(stuk, False)
            gelezen += len(stuk)
            if not begonnen and gelezen > MELDING_MAXIMUM:
                weiger(f"na {MELDING_MAXIMUM} bytes is er nog geen {wortel} begonnen")
            stuk = bron.read(_STUK)
    except expat.ExpatError:
        return  # the real reader says it better


def vindplaatsen(bron: BinaryIO, paden: Collection[Pad]) -> dict[Pad, tuple[int, int]]:
    """Give line and column, from 1, of the start of elements in a file that is well-formed so far.

    Args:
        bron: the file; it is read from its beginning.
        paden: the elements; () is the root. One that is not there is left out.
    """
    gezocht = set(paden)
    gevonden: dict[Pad, tuple[int, int]] = {}
    hier: list[int] = []
    kinderen = [0]
    lezer = expat.ParserCreate()

    def op_begin(_naam: str, _kenmerken: Any) -> None:
        kinderen[-1] += 1
        hier.append(kinderen[-1])
        kinderen.append(0)
        pad = tuple(hier[1:])
        if pad in gezocht:
            gevonden[pad] = (lezer.CurrentLineNumber, lezer.CurrentColumnNumber + 1)

    def op_einde(_naam: str) -> None:
        kinderen.pop()
        hier.pop()

    lezer.StartElementHandler = op_begin
    lezer.EndElementHandler = op_einde
    bron.seek(0)
    try:
        while len(gevonden) < len(gezocht) and (stuk := bron.read(_STUK)):
            lezer.Parse(stuk, False)
    except expat.ExpatError:
        return gevonden
    return gevonden


_SOORTEN = {
    "ERR_DOCUMENT_EMPTY": "er staat geen XML in",
    "ERR_DOCUMENT_END": "er staat nog iets na het einde, of het einde ontbreekt",
    "ERR_TAG_NOT_FINISHED": "het bestand houdt te vroeg op",
    "ERR_TAG_NAME_MISMATCH": "dit eindteken hoort bij een ander element",
    "ERR_GT_REQUIRED": "er ontbreekt een >",
    "ERR_LT_REQUIRED": "er ontbreekt een <",
    "ERR_INVALID_CHAR": "een teken dat in XML niet mag",
    "ERR_INVALID_ENCODING": "geen UTF-8; bewaar het bestand als UTF-8",
    "ERR_UNDECLARED_ENTITY": "een verwijzing (&…;) die XML zelf niet kent",
    "ERR_ENTITYREF_SEMICOL_MISSING": "een & die geen verwijzing is; schrijf &amp;",
    "ERR_NAME_REQUIRED": "een & of < die geen begin van iets is",
    "ERR_ATTRIBUTE_REDEFINED": "hetzelfde kenmerk twee keer",
    "NS_ERR_UNDEFINED_NAMESPACE": "een voorvoegsel zonder naamruimte",
}
"""What libxml2 finds, by the name it gives that."""


def _in_het_nederlands(fout: Any) -> XmlFout:
    """Say an `etree.XMLSyntaxError` in Dutch, without what stood in the file."""
    namen = (naam for naam, code in vars(etree.ErrorTypes).items() if code == fout.code)
    regel, kolom = fout.position
    tekst = f"geen geldige XML: {_SOORTEN.get(next(namen, ''), 'onleesbaar vanaf deze plaats')}"
    return XmlFout(tekst, regel=regel, kolom=max(kolom, 1))
