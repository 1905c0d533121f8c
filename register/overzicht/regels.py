"""The lines of an overview as cells, and what is wrong or unusual about them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from attrs import define, field, frozen

from register.fouten import InvoerFout

FOUTEN_MAXIMUM = 1_000
"""Faults that are told one by one; of more only how many."""
REGEL_MAXIMUM = 100_000
"""The longest line read, in bytes: many times the longest record."""

BYTEVOLGORDE = "een onzichtbaar teken voor de eerste regel (UTF-8 met BOM)"
PUNTKOMMAS = "puntkomma's tussen de velden in plaats van |"
WINDOWS = "regels in Windows-1252 in plaats van UTF-8"
LEEG = "lege regels; overgeslagen"
AANGEVULD = "regels met lege velden achteraan; weggelaten"
VOLGORDE = "records op een andere plaats; weer bij elkaar gezocht"


class OverzichtFout(InvoerFout):
    """An overview that cannot be read; nothing is done with it.

    Attributes:
        fouten: what is wrong, in order of the file; at least one.
        aantal: how many faults there are; more than are in `fouten` when there are very many.
    """

    def __init__(self, fouten: Iterable[InvoerFout], aantal: int) -> None:
        self.fouten = tuple(sorted(fouten, key=lambda fout: fout.regel or 0))
        self.aantal = aantal
        super().__init__(f"{self.fouten[0]}" + (f" (en nog {aantal - 1})" if aantal > 1 else ""))


@frozen(kw_only=True)
class Afwijking:
    """Something in which the form of a file differs from how it was written.

    Attributes:
        wat: what.
        aantal: how often.
        regel: the first line, from 1.
    """

    wat: str
    aantal: int
    regel: int


@define
class Bevonden:
    """What reading came across: faults, and where the form differs."""

    fouten: list[InvoerFout] = field(factory=list)
    aantal: int = 0
    afwijkingen: dict[str, Afwijking] = field(factory=dict)

    def fout(self, tekst: str, regel: int, veld: str = "") -> None:
        """Note a fault."""
        self.aantal += 1
        if len(self.fouten) < FOUTEN_MAXIMUM:
            self.fouten.append(InvoerFout(tekst, regel=regel, veld=veld))

    def wijkt_af(self, wat: str, regel: int) -> None:
        """Note that the form of a line differs."""
        eerder = self.afwijkingen.get(wat)
        self.afwijkingen[wat] = Afwijking(
            wat=wat,
            aantal=eerder.aantal + 1 if eerder else 1,
            regel=eerder.regel if eerder else regel,
        )

    def keur(self) -> None:
        """Raise the faults, if there are any."""
        if self.fouten:
            raise OverzichtFout(self.fouten, self.aantal)


def regels(stroom: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Give number, place and contents of each line; an overlong one is cut past the maximum."""
    nummer = plaats = 0
    while regel := stroom.readline(REGEL_MAXIMUM + 1):
        nummer += 1
        lengte, stuk = len(regel), regel
        while len(stuk) > REGEL_MAXIMUM and not stuk.endswith(b"\n"):
            stuk = stroom.readline(REGEL_MAXIMUM + 1)
            lengte += len(stuk)
        yield nummer, plaats, regel
        plaats += lengte


def cellen(ruw: bytes, nummer: int, scheiding: str, bevonden: Bevonden) -> list[str] | None:
    """Divide a line into its cells; None when it cannot be read, and then that is noted."""
    if len(ruw) > REGEL_MAXIMUM:
        bevonden.fout(f"de regel is langer dan {REGEL_MAXIMUM} bytes", nummer)
        return None
    try:
        tekst = ruw.decode("utf-8")
    except UnicodeDecodeError:
        try:
            tekst = ruw.decode("cp1252")
        except UnicodeDecodeError:
            bevonden.fout("geen leesbare tekst; bewaar het bestand als UTF-8", nummer)
            return None
        bevonden.wijkt_af(WINDOWS, nummer)
    try:
        return next(csv.reader([tekst.rstrip("\r\n")], delimiter=scheiding, strict=True), [])
    except csv.Error:
        bevonden.fout("een aanhalingsteken staat er zonder zijn tweede, of verkeerd", nummer)
        return None


def op_lengte(
    gevonden: list[str], lengte: int, nummer: int, bevonden: Bevonden
) -> list[str] | None:
    """Give the cells of a record without empty ones too many; None when the number is wrong."""
    if len(gevonden) > lengte and not any(gevonden[lengte:]):
        bevonden.wijkt_af(AANGEVULD, nummer)
        return gevonden[:lengte]
    if len(gevonden) != lengte:
        bevonden.fout(f"{len(gevonden)} velden; een record {gevonden[0]} heeft er {lengte}", nummer)
        return None
    return gevonden
