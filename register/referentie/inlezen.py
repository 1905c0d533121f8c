"""A CSV file with reference data into rows of one kind.

Every fault is given, with line and column; a file with a fault is not taken over at all.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from attrs import frozen

from register.fouten import InvoerFout
from register.referentie.tabellen import DUO_NAMEN, TOT, VERTAALD, Referentietabel
from register.velden import Attribuut, Soort, attributen
from register.vormen.waarden import uit_tekst

GROOTSTE_BESTAND = 500_000_000
MEESTE_FOUTEN = 100
"""After this many faults reading stops."""

_DATUMVORMEN = (
    re.compile("(?P<jaar>[0-9]{4})-(?P<maand>[0-9]{2})-(?P<dag>[0-9]{2})([T+Z].*)?"),
    re.compile("(?P<jaar>[0-9]{4})(?P<maand>[0-9]{2})(?P<dag>[0-9]{2})"),
    re.compile("(?P<dag>[0-9]{1,2})[-/](?P<maand>[0-9]{1,2})[-/](?P<jaar>[0-9]{4})"),
)
_EEN_DAG = timedelta(days=1)


@frozen(kw_only=True)
class Inlezing:
    """What reading a file gave: rows, or faults.

    Attributes:
        rijen: the rows, none when there is any fault.
        fouten: what is wrong.
        nooit: line numbers of rows that end before they begin and so hold on no day; files of DUO
            have them.
    """

    rijen: tuple[Any, ...]
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


def lees_csv(inhoud: bytes, tabel: Referentietabel) -> Inlezing:
    """Read a file with a header, separated by `;`, `,`, `|` or tabs, in UTF-8 or Windows-1252."""
    rijen: list[Any] = []
    fouten: list[InvoerFout] = []
    nooit: list[int] = []
    try:
        regels = _tekst(inhoud).splitlines(keepends=True)
        kop = regels[0] if regels else ""
        lezer = csv.reader(regels, delimiter=max(";,|\t", key=kop.count), strict=True)
        kolommen = _kolommen(next(lezer, []), tabel)
        for cellen in _cellen(lezer):
            uit = _rij(cellen, kolommen, tabel.klasse, lezer.line_num)
            if isinstance(uit, list):
                fouten += uit
            else:
                rijen.append(uit)
                nooit += [lezer.line_num] if _geldt_nooit(uit) else []
            if len(fouten) >= MEESTE_FOUTEN:
                break
    except InvoerFout as fout:
        fouten.append(fout)
    if not rijen and not fouten:
        fouten.append(InvoerFout("het bestand heeft geen regels onder de kop"))
    return Inlezing(rijen=() if fouten else tuple(rijen), fouten=tuple(fouten), nooit=tuple(nooit))


def _tekst(inhoud: bytes) -> str:
    if len(inhoud) > GROOTSTE_BESTAND:
        raise InvoerFout(f"het bestand is groter dan {GROOTSTE_BESTAND // 1_000_000} MB")
    if b"\x00" in inhoud[:4096]:
        raise InvoerFout("dit is geen tekst in UTF-8; bewaar het bestand als CSV UTF-8")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", "replace")


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
