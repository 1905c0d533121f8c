"""Marks in words and dates written out, as a paper has them."""

from __future__ import annotations

from datetime import date

from register.fouten import InvoerFout

CIJFERS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def in_letters(cijfer: int) -> str:
    """Write a whole mark in letters.

    Raises:
        InvoerFout: it is not 1 to 10.
    """
    if not 1 <= cijfer <= len(CIJFERS):
        raise InvoerFout(f"{cijfer} is geen heel cijfer van 1 tot en met 10")
    return CIJFERS[cijfer - 1]


def voluit(dag: date) -> str:
    """Write a date out: 1 juli 2025."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def geboortedatum_voluit(datum: str) -> str:
    """Write out an ISO date of birth whose day or month may be 00: then only what is known."""
    jaar, maand, dag = (int(deel) for deel in datum.split("-"))
    delen = [str(dag)] if dag and maand else []
    delen += [MAANDEN[maand - 1]] if maand else []
    return " ".join([*delen, str(jaar)])
