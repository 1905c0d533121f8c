"""Everything about one thing, as label and value under each other."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from register.velden import attributen
from tui.weergave.notatie import waarde
from tui.weergave.tabel import Kolom, Rij, Toon

Paar = tuple[str, str]
"""A label and a value; an empty label goes on with the one above, an empty value is a heading."""

LABEL_BREEDTE = 32
KOLOMMEN = (Kolom(kop="", breedte=LABEL_BREEDTE), Kolom(kop="", breedte=20, rekt=True))


def rijen(paren: Iterable[Paar], breedte: int) -> list[Rij]:
    """Make the rows of a list of this width; a long value goes on in the next rows."""
    gevonden: list[Rij] = []
    for label, inhoud in paren:
        if not inhoud:
            gevonden.append(Rij((label,), Toon.KOP))
            continue
        regels = textwrap.wrap(inhoud, max(breedte - LABEL_BREEDTE - 1, 20)) or [""]
        gevonden += [Rij((label if nr == 0 else "", regel)) for nr, regel in enumerate(regels)]
    return gevonden


def velddetails(entiteit: Any) -> Iterator[Paar]:
    """All declared fields of an entity that are filled, nested ones under their own heading."""
    for attribuut in attributen(type(entiteit)):
        inhoud = getattr(entiteit, attribuut.naam)
        if attribuut.klasse is None:
            tekst = waarde(attribuut.veld, inhoud)
            if tekst:
                yield attribuut.veld.label, tekst
            continue
        for nummer, deel in enumerate(inhoud if attribuut.lijst else (inhoud,), start=1):
            if deel is not None:
                label = attribuut.veld.label
                yield f"{label} {nummer}" if attribuut.lijst else label, ""
                yield from ((f"  {naam}", tekst) for naam, tekst in velddetails(deel))
