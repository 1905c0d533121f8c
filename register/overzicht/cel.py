"""One field of a record as text and back, also after a spreadsheet has had it in its hands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from register.fouten import InvoerFout
from register.velden import Soort, Veld
from register.vormen.waarden import naar_tekst, uit_json, uit_tekst

DATUMVORM = "datums als d-m-jjjj; gelezen als jjjj-mm-dd"
VOORLOOPNULLEN = "codes zonder hun voorloopnullen; die zijn aangevuld"
SCHRIJFWIJZE = "waarden die anders geschreven zijn dan hier gebruikelijk (6 of 6.0 voor 6,0)"

_DATUM = re.compile("([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_VASTE_LENGTE = re.compile(r"\[0-9\]\{([0-9]+)\}")


def lees_cel(veld: Veld, tekst: str) -> tuple[Any, str | None]:
    """Read a value; empty is None.

    What a spreadsheet does to a date or to leading zeros is undone where that is possible in one
    way only, and never in silence.

    Returns:
        The value, and how the text differs from what `naar_tekst` makes of it, or None.

    Raises:
        InvoerFout: the text is no such value or is not allowed.
    """
    if not tekst:
        return None, None
    try:
        waarde = _lees(veld, tekst)
    except InvoerFout as fout:
        for wat, hersteld in _herstellingen(veld, tekst):
            try:
                return _lees(veld, hersteld), wat
            except InvoerFout:
                continue
        raise fout from None
    return waarde, None if naar_tekst(veld, waarde) == tekst else SCHRIJFWIJZE


def _lees(veld: Veld, tekst: str) -> Any:
    """Read as `uit_tekst` does, but keep the blanks around a text: they were registered."""
    if veld.soort is Soort.TEKST:
        return uit_json(veld, tekst)
    return uit_tekst(veld, tekst)


def _herstellingen(veld: Veld, tekst: str) -> Iterator[tuple[str, str]]:
    """Give what a text may have been before a spreadsheet opened it."""
    datum = _DATUM.fullmatch(tekst)
    if datum:
        dag, maand, jaar = datum.groups()
        yield DATUMVORM, f"{jaar}-{int(maand):02}-{int(dag):02}"
    lengte = _VASTE_LENGTE.fullmatch(veld.patroon or "")
    if lengte and tekst.isascii() and tekst.isdecimal():
        yield VOORLOOPNULLEN, tekst.zfill(int(lengte[1]))
