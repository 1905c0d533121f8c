"""How a value is written for a reader: decimal comma, dd-mm-jjjj, words for codes."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from register.velden import Soort, Veld

_ISO_DATUM = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_IN_TEKST = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9:]+)[.0-9]*)?")


def toonbaar(tekst: str) -> str:
    """Give a text that is safe on a terminal: what cannot be printed becomes `?`."""
    return tekst if tekst.isprintable() else "".join(t if t.isprintable() else "?" for t in tekst)


def cijfer(tienden: int | None) -> str:
    """Write a mark in whole tenths: 64 is 6,4; nothing is empty."""
    return "" if tienden is None else f"{tienden // 10},{tienden % 10}"


def geheel(waarde: int | str | None) -> str:
    """Write a whole number, or nothing."""
    return "" if waarde is None else str(waarde)


def meervoud(aantal: int, een: str, meer: str) -> str:
    """Write a number of things."""
    return f"{aantal} {een if aantal == 1 else meer}"


def datum(dag: date | None) -> str:
    """Write a date as dd-mm-jjjj."""
    return "" if dag is None else f"{dag:%d-%m-%Y}"


def moment(tijdstip: datetime) -> str:
    """Write a moment to the minute."""
    return f"{tijdstip:%d-%m-%Y %H:%M}"


def datum_met_nullen(tekst: str) -> str:
    """Write an ISO date whose month or day may be 00 (manual chapter 5) as dd-mm-jjjj."""
    return "-".join(reversed(tekst.split("-")))


def met_data(tekst: str) -> str:
    """Write the ISO dates and moments within a text as dd-mm-jjjj (uu:mm:ss)."""
    return _ISO_IN_TEKST.sub(
        lambda iso: f"{iso[3]}-{iso[2]}-{iso[1]}" + (f" {iso[4]}" if iso[4] else ""), tekst
    )


def waarde(veld: Veld, inhoud: Any) -> str:
    """Write the value of a declared field: a code gets its meaning, nothing is empty."""
    if inhoud is None or inhoud == ():
        return ""
    if isinstance(inhoud, tuple):
        return ", ".join(waarde(veld, deel) for deel in inhoud)
    if veld.waarden and str(inhoud) in veld.waarden:
        return f"{inhoud} ({veld.waarden[str(inhoud)]})"
    if veld.soort is Soort.CIJFER:
        return cijfer(inhoud)
    if veld.soort is Soort.JA_NEE:
        return "ja" if inhoud else "nee"
    if isinstance(inhoud, datetime):
        return f"{inhoud:%d-%m-%Y %H:%M:%S}"
    if isinstance(inhoud, date):
        return datum(inhoud)
    tekst = str(inhoud)
    return datum_met_nullen(tekst) if _ISO_DATUM.fullmatch(tekst) else tekst
