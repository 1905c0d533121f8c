"""A CSV file with reference data into rows of one kind.

A file is read twice, line by line: once to find every fault, with line and column, and once for its
rows. So it may be as large as it likes, and one with a fault is not taken over at all.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, count
from typing import Any, BinaryIO

from attrs import frozen

from register.fouten import InvoerFout
from register.referentie.tabellen import DUO_NAMEN, TOT, VERTAALD, Referentietabel
from register.velden import Attribuut, Soort, attributen
from register.vormen.waarden import uit_tekst

GROOTSTE_REGEL = 100_000
MEESTE_FOUTEN = 100
"""After this many faults reading stops."""

_DATUMVORMEN = (
    re.compile("(?P<jaar>[0-9]{4})-(?P<maand>[0-9]{2})-(?P<dag>[0-9]{2})([T+Z].*)?"),
    re.compile("(?P<jaar>[0-9]{4})(?P<maand>[0-9]{2})(?P<dag>[0-9]{2})"),
    re.compile("(?P<dag>[0-9]{1,2})[-/](?P<maand>[0-9]{1,2})[-/](?P<jaar>[0-9]{4})"),
)
_EEN_DAG = timedelta(days=1)


@frozen(kw_only=True)
class Keuring:
    """What reading a file through told.

    Attributes:
        aantal: number of rows.
        fouten: what is wrong; reading stops at `MEESTE_FOUTEN`.
        nooit: line numbers of rows that end before they begin and so hold on no day; files of DUO
            have them.
    """

    aantal: int
    fouten: tuple[InvoerFout, ...]
    nooit: tuple[int, ...] = ()


@frozen
class _Kolom:
    """A column of the file that is read.

    Attributes:
        naam: as the header has it.
        plaats: its position, from 0.
        tot: it holds the day after the last day.
    """

    naam: str
    plaats: int
    attribuut: Attribuut
    tot: bool


def keur(bron: BinaryIO, tabel: Referentietabel) -> Keuring:
    """Read a file through and give all that is wrong with it; keeps no rows."""
    fouten: list[InvoerFout] = []
    nooit: list[int] = []
    aantal = 0
    try:
        for regel, uit in _rijen(bron, tabel):
            if isinstance(uit, list):
                fouten += uit
                if len(fouten) >= MEESTE_FOUTEN:
                    break
            else:
                aantal += 1
                nooit += [regel] if _geldt_nooit(uit) else []
    except InvoerFout as fout:
        fouten.append(fout)
    if not aantal and not fouten:
        fouten.append(InvoerFout("het bestand heeft geen regels onder de kop"))
    return Keuring(aantal=aantal, fouten=tuple(fouten[:MEESTE_FOUTEN]), nooit=tuple(nooit))


def lees(bron: BinaryIO, tabel: Referentietabel) -> Iterator[Any]:
    """Give the rows of a file, one by one.

    The file has a header, fields separated by `;`, `,`, `|` or tabs, in UTF-8 or Windows-1252.

    Raises:
        InvoerFout: the first thing that is wrong.
    """
    for _, uit in _rijen(bron, tabel):
        if isinstance(uit, list):
            raise uit[0]
        yield uit


def _rijen(bron: BinaryIO, tabel: Referentietabel) -> Iterator[tuple[int, Any | list[InvoerFout]]]:
    """Give each line with its number: as a row, or as what is wrong with it.

    Raises:
        InvoerFout: the file as a whole, or from here on, cannot be read.
    """
    regels = _regels(bron)
    kop = next(regels, "")
    lezer = csv.reader(chain([kop], regels), delimiter=max(";,|\t", key=kop.count), strict=True)
    cellen = _cellen(lezer)
    kolommen = _kolommen(next(cellen, []), tabel)
    for rij in cellen:
        yield lezer.line_num, _rij(rij, kolommen, tabel.klasse, lezer.line_num)


def _regels(bron: BinaryIO) -> Iterator[str]:
    for nummer in count(1):
        regel = bron.readline(GROOTSTE_REGEL)
        if not regel:
            return
        if b"\x00" in regel:
            raise InvoerFout(
                "dit is geen tekst in UTF-8; bewaar het bestand als CSV UTF-8", regel=nummer
            )
        if len(regel) == GROOTSTE_REGEL:
            raise InvoerFout(f"de regel is langer dan {GROOTSTE_REGEL} tekens", regel=nummer)
        try:
            yield regel.decode("utf-8-sig" if nummer == 1 else "utf-8")
        except UnicodeDecodeError:
            yield regel.decode("cp1252", "replace")


def _cellen(lezer: Any) -> Iterator[list[str]]:
    """Give the lines that have anything in them.

    Raises:
        InvoerFout: a quote is not closed.
    """
    try:
        yield from (cellen for cellen in lezer if any(cel.strip() for cel in cellen))
    except csv.Error:
        raise InvoerFout(
            "hier is het geen leesbare CSV (een aanhalingsteken te veel of te weinig?)",
            regel=lezer.line_num,
        ) from None


def _kaal(naam: str) -> str:
    return re.sub("[^a-z0-9]", "", naam.casefold())


def _kolommen(kop: Sequence[str], tabel: Referentietabel) -> list[_Kolom]:
    """Find the columns of the fields in the header.

    Raises:
        InvoerFout: one that must be there is not, or stands there twice.
    """
    bekend: dict[str, tuple[Attribuut, bool]] = {}
    for attribuut in attributen(tabel.klasse):
        for naam in (attribuut.naam, *DUO_NAMEN.get(attribuut.naam, ())):
            bekend[_kaal(naam)] = attribuut, False
        if attribuut.naam == "einddatum":
            bekend |= {_kaal(naam): (attribuut, True) for naam in TOT}
    gevonden: dict[str, _Kolom] = {}
    for plaats, cel in enumerate(kop):
        naam = cel.strip()
        if _kaal(naam) not in bekend:
            continue
        attribuut, tot = bekend[_kaal(naam)]
        if attribuut.naam in gevonden:
            eerder = gevonden[attribuut.naam].naam
            raise InvoerFout(f"kolommen {eerder} en {naam} zeggen hetzelfde; laat er een", regel=1)
        gevonden[attribuut.naam] = _Kolom(naam, plaats, attribuut, tot)
    ontbreekt = [
        a.naam for a in attributen(tabel.klasse) if not a.leeg_mag and a.naam not in gevonden
    ]
    if ontbreekt or not gevonden:
        namen = ", ".join(a.naam for a in attributen(tabel.klasse))
        wat = f"kolom {ontbreekt[0]} ontbreekt" if ontbreekt else "geen bekende kolom"
        raise InvoerFout(f"{wat}; {tabel.naam} heeft de kolommen {namen}", regel=1)
    return list(gevonden.values())


def _rij(
    cellen: Sequence[str], kolommen: Sequence[_Kolom], klasse: type[Any], regel: int
) -> Any | list[InvoerFout]:
    """Make a row of the cells of one line, or give what is wrong with it."""
    waarden: dict[str, Any] = {}
    fouten: list[InvoerFout] = []
    for kolom in kolommen:
        cel = cellen[kolom.plaats].strip() if kolom.plaats < len(cellen) else ""
        try:
            waarden[kolom.attribuut.naam] = _waarde(kolom, cel)
        except InvoerFout as fout:
            fouten.append(InvoerFout(fout.tekst, veld=kolom.naam, regel=regel))
    fouten += _zonder_nummer(waarden, klasse, regel) if not fouten else []
    return fouten or klasse(**waarden)


def _waarde(kolom: _Kolom, cel: str) -> Any:
    attribuut = kolom.attribuut
    if not cel:
        if not attribuut.leeg_mag:
            raise InvoerFout("is leeg")
        return None
    if attribuut.veld.soort is not Soort.DATUM:
        return uit_tekst(attribuut.veld, VERTAALD.get(attribuut.naam, {}).get(cel, cel))
    dag = _datum(cel)
    return dag - _EEN_DAG if kolom.tot else dag


def _datum(cel: str) -> date:
    for vorm in _DATUMVORMEN:
        if treffer := vorm.fullmatch(cel):
            try:
                return date(int(treffer["jaar"]), int(treffer["maand"]), int(treffer["dag"]))
            except ValueError:
                break
    raise InvoerFout(f"gevonden “{cel}”; toegestaan is een datum jjjj-mm-dd, jjjjmmdd of d-m-jjjj")


def _zonder_nummer(
    waarden: Mapping[str, Any], klasse: type[Any], regel: int
) -> Iterator[InvoerFout]:
    """Give the fault of a person without any number."""
    nummers = ("burgerservicenummer", "onderwijsnummer")
    heeft_nummers = any(a.naam == nummers[0] for a in attributen(klasse))
    if heeft_nummers and not any(waarden.get(nummer) for nummer in nummers):
        yield InvoerFout("BSN en onderwijsnummer zijn allebei leeg", regel=regel)


def _geldt_nooit(rij: Any) -> bool:
    begin, eind = getattr(rij, "begindatum", None), getattr(rij, "einddatum", None)
    return begin is not None and eind is not None and eind < begin
