"""What is typed in a form, and the value it is.

As `register.vormen.waarden` reads and writes, and more: dates as a Dutch reader writes them, in
full or shortly; capitals and blanks of codes; a mark without its comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from register.fouten import InvoerFout
from register.velden import DATUM_MET_NULLEN, Soort, Veld
from register.vormen.waarden import naar_tekst, omschrijf, uit_tekst
from tui.invoer.cel import toegestaan
from tui.weergave.notatie import datum, datum_met_nullen

_DATUM = re.compile(r"([0-9]{1,2})([-./ ])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?")
_AANEEN = re.compile("([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_ISO = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIJD = re.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")

_VOORUIT = 9
"""Years that a year of two digits can lie ahead; for a date of birth or death none."""

_DATUMVORM = "een datum dd-mm-jjjj"
_NULLENVORM = f"{_DATUMVORM}, met 00 voor een onbekende dag of maand"
_MOMENTVORM = f"{_DATUMVORM} met een tijd uu:mm"


def schrijf(veld: Veld, waarde: Any) -> str:
    """Write a value as it is typed in a form."""
    if waarde is None:
        return ""
    if veld.soort is Soort.DATUM:
        return datum(waarde)
    if veld.soort is Soort.MOMENT:
        return f"{waarde:%d-%m-%Y %H:%M:%S}"
    if veld.patroon == DATUM_MET_NULLEN:
        return datum_met_nullen(waarde)
    return naar_tekst(veld, waarde)


def vorm(veld: Veld) -> str:
    """Say what can be typed in a field; empty when that is any text."""
    if veld.soort is Soort.DATUM:
        return _DATUMVORM
    if veld.soort is Soort.MOMENT:
        return _MOMENTVORM
    if veld.patroon is not None:
        return _NULLENVORM if veld.patroon == DATUM_MET_NULLEN else omschrijf(veld.patroon)
    if veld.soort is Soort.TEKST:
        return "" if veld.maximum is None else f"hoogstens {veld.maximum} tekens"
    return "" if veld.waarden is None and veld.maximum is None else toegestaan(veld)


def lees(veld: Veld, tekst: str, peildatum: date) -> Any:
    """Read what was typed; empty is None.

    Args:
        veld: the declaration.
        tekst: what was typed.
        peildatum: the day from which a date without century or year is completed.

    Raises:
        InvoerFout: it is no value of this field; the text says what is.
    """
    tekst = tekst.strip()
    if veld.soort is Soort.DATUM:
        return _datum(veld, tekst, peildatum) if tekst else None
    if veld.soort is Soort.MOMENT:
        return _moment(veld, tekst, peildatum) if tekst else None
    if veld.patroon == DATUM_MET_NULLEN:
        return _datum_met_nullen(veld, tekst, peildatum) if tekst else None
    try:
        return uit_tekst(veld, tekst)
    except InvoerFout:
        for anders in _anders(veld, tekst):
            try:
                return uit_tekst(veld, anders)
            except InvoerFout:
                continue
        raise


def _anders(veld: Veld, tekst: str) -> Iterator[str]:
    """Give other ways to read what was typed, when it is no value as it stands."""
    if veld.soort is Soort.CODE:
        aaneen = "".join(tekst.split())
        yield from (aaneen, aaneen.upper(), aaneen.lower())
    if veld.soort is Soort.CIJFER and tekst.isdecimal():
        yield f"{tekst[:-1]},{tekst[-1]}"


def _datum(veld: Veld, tekst: str, peildatum: date) -> date:
    delen = _delen(tekst)
    if delen is not None:
        jaar = _jaar(delen[0], peildatum, _VOORUIT) if delen[0] else f"{peildatum.year}"
        try:
            dag: date = uit_tekst(veld, f"{jaar}-{delen[1]}-{delen[2]}")
        except InvoerFout:
            pass
        else:
            return dag
    raise _geen(tekst, _DATUMVORM)


def _datum_met_nullen(veld: Veld, tekst: str, peildatum: date) -> str:
    delen = _delen(tekst)
    if delen is not None and delen[0]:
        try:
            dag: str = uit_tekst(veld, f"{_jaar(delen[0], peildatum, 0)}-{delen[1]}-{delen[2]}")
        except InvoerFout:
            pass
        else:
            return dag
    raise _geen(tekst, _NULLENVORM)


def _moment(veld: Veld, tekst: str, peildatum: date) -> Any:
    dag, _, rest = tekst.replace("T", " ", 1).rpartition(" ")
    delen, tijd = _delen(dag), _TIJD.fullmatch(rest)
    if delen is not None and delen[0] and tijd:
        uur, minuut, seconde = tijd.groups(default="00")
        jaar = _jaar(delen[0], peildatum, _VOORUIT)
        try:
            return uit_tekst(
                veld, f"{jaar}-{delen[1]}-{delen[2]}T{uur.zfill(2)}:{minuut}:{seconde}"
            )
        except InvoerFout:
            pass
    raise _geen(tekst, _MOMENTVORM)


def _delen(tekst: str) -> tuple[str, str, str] | None:
    """Give year (as typed, or empty), month and day of what may be a date."""
    if iso := _ISO.fullmatch(tekst):
        return iso[1], iso[2], iso[3]
    if aaneen := _AANEEN.fullmatch(tekst):
        return aaneen[3], aaneen[2], aaneen[1]
    if los := _DATUM.fullmatch(tekst):
        return los[4] or "", los[3].zfill(2), los[1].zfill(2)
    return None


def _jaar(getypt: str, peildatum: date, vooruit: int) -> str:
    """Complete a year of two digits: the last one that ends so, not too far ahead."""
    if len(getypt) == 4:
        return getypt
    laatste = peildatum.year + vooruit
    return f"{laatste - (laatste - int(getypt)) % 100:04d}"


def _geen(tekst: str, toegestaan: str) -> InvoerFout:
    kort = tekst if len(tekst) <= 40 else f"{tekst[:40]}…"
    delen = _delen(tekst)
    wat = f"“{kort}” bestaat niet" if delen and delen[0] else f"gevonden “{kort}”"
    return InvoerFout(f"{wat}; toegestaan is {toegestaan}")
