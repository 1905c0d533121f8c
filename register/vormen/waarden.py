"""One value of a field: is it allowed, and how is it written and read as text.

What JSON, CSV and form fields have in common. Messages are Dutch and say what was found and what
is allowed; they never repeat a whole record.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from register.fouten import InvoerFout
from register.velden import DATUM_MET_NULLEN, Soort, Veld

_ONTOELAATBAAR = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What neither XML nor a database keeps: control characters and halves of characters."""
_PERSOONSNUMMER = "[0-9]{9}"
"""The pattern of BSN and onderwijsnummer, which no message ever shows."""
_DATUM = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")
_GETAL = re.compile(r"-?[0-9]{1,6}([.,][0-9]{1,6})?")
_TEKSTEN = frozenset({Soort.TEKST, Soort.CODE, Soort.VOLGNUMMER})


@cache
def _vorm_van(patroon: str) -> re.Pattern[str]:
    return re.compile(patroon)


def uit_json(veld: Veld, waarde: Any) -> Any:
    """Turn a JSON value into the model's value.

    Marks become whole tenths. A mark comes as an integer or `Decimal`; a float is read as it is
    written (6.4 is 64), so no float is ever computed with.

    Raises:
        InvoerFout: the value has the wrong type or is not allowed.
    """
    if veld.soort in _TEKSTEN:
        return _keur_tekst(veld, waarde)
    if veld.soort is Soort.JA_NEE:
        if type(waarde) is not bool:
            raise InvoerFout(f"gevonden {_toon(waarde)}; toegestaan is true of false")
        return waarde
    if veld.soort is Soort.CIJFER:
        return _cijfer(veld, waarde)
    if veld.soort is Soort.DATUM:
        return _tijd(waarde, _DATUM, date.fromisoformat, "een datum jjjj-mm-dd")
    if veld.soort is Soort.MOMENT:
        return _tijd(waarde, _MOMENT, datetime.fromisoformat, "een tijdstip jjjj-mm-ddTuu:mm:ss")
    if type(waarde) is not int:
        raise InvoerFout(f"gevonden {_toon(waarde)}; toegestaan is een heel getal{_grens(veld)}")
    return _binnen_grenzen(veld, waarde)


def uit_tekst(veld: Veld, tekst: str) -> Any:
    """Turn what somebody typed or a CSV cell into the model's value; empty is None.

    Takes a decimal comma or point; dates as jjjj-mm-dd.

    Raises:
        InvoerFout: the text is no such value or is not allowed.
    """
    tekst = tekst.strip()
    if not tekst:
        return None
    if veld.soort is Soort.JA_NEE:
        if tekst.upper() not in ("J", "N"):
            raise InvoerFout(f"gevonden “{tekst}”; toegestaan is J of N")
        return tekst.upper() == "J"
    if veld.soort in _TEKSTEN or veld.soort in (Soort.DATUM, Soort.MOMENT):
        return uit_json(veld, tekst)
    if not _GETAL.fullmatch(tekst):
        raise InvoerFout(f"gevonden “{tekst}”; toegestaan is een getal{_grens(veld)}")
    getal = Decimal(tekst.replace(",", "."))
    if veld.soort is not Soort.CIJFER and getal == getal.to_integral_value():
        return uit_json(veld, int(getal))
    return uit_json(veld, getal)


def naar_tekst(veld: Veld, waarde: Any) -> str:
    """Write a value as a Dutch reader expects it; None is empty, 64 tenths is "6,4"."""
    if waarde is None:
        return ""
    if veld.soort is Soort.CIJFER:
        return f"{waarde // 10},{waarde % 10}"
    if veld.soort is Soort.JA_NEE:
        return "J" if waarde else "N"
    if veld.soort in (Soort.DATUM, Soort.MOMENT):
        return str(waarde.isoformat())
    return str(waarde)


def naar_json(veld: Veld, waarde: Any) -> Any:
    """Turn the model's value into a JSON value; a mark becomes a number with one decimal."""
    if waarde is None:
        return None
    if veld.soort is Soort.CIJFER:
        return waarde / 10
    if veld.soort in (Soort.DATUM, Soort.MOMENT):
        return waarde.isoformat()
    return waarde


def _keur_tekst(veld: Veld, waarde: Any) -> str:
    if not isinstance(waarde, str):
        raise InvoerFout(f"gevonden {_toon(waarde)}; toegestaan is tekst tussen aanhalingstekens")
    if not waarde:
        raise InvoerFout("gevonden een lege tekst; laat een leeg veld weg of geef null")
    if veld.waarden is not None and waarde not in veld.waarden:
        keuzen = ", ".join(veld.waarden)
        raise InvoerFout(f"gevonden {_toon(waarde)}; toegestaan is {keuzen}")
    if veld.patroon is not None and not _vorm_van(veld.patroon).fullmatch(waarde):
        gevonden = _verzwegen(waarde) if veld.patroon == _PERSOONSNUMMER else _toon(waarde)
        raise InvoerFout(f"gevonden {gevonden}; toegestaan is {omschrijf(veld.patroon)}")
    if veld.maximum is not None and len(waarde) > veld.maximum:
        raise InvoerFout(f"{len(waarde)} tekens lang; toegestaan is {veld.maximum}")
    if _ONTOELAATBAAR.search(waarde):
        raise InvoerFout("bevat een stuurteken of een half teken; dat is niet toegestaan")
    return waarde


def _cijfer(veld: Veld, waarde: Any) -> int:
    if type(waarde) not in (int, float, Decimal):
        raise InvoerFout(f"gevonden {_toon(waarde)}; toegestaan is een cijfer{_grens(veld)}")
    assert veld.minimum is not None
    assert veld.maximum is not None
    getal = Decimal(repr(waarde)) if isinstance(waarde, float) else Decimal(waarde)
    laagst, hoogst = Decimal(veld.minimum) / 10, Decimal(veld.maximum) / 10
    if not getal.is_finite() or not laagst <= getal <= hoogst:
        raise InvoerFout(f"gevonden {_toon(waarde)}; toegestaan is een cijfer{_grens(veld)}")
    tienden = getal * 10
    if tienden != int(tienden):
        raise InvoerFout(f"gevonden {_toon(waarde)}; toegestaan is één cijfer achter de komma")
    return int(tienden)


def _tijd(waarde: Any, vorm: re.Pattern[str], lees: Any, toegestaan: str) -> Any:
    if isinstance(waarde, str) and vorm.fullmatch(waarde):
        try:
            return lees(waarde)
        except ValueError:
            pass
    raise InvoerFout(f"gevonden {_toon(waarde)}; toegestaan is {toegestaan}")


def _binnen_grenzen(veld: Veld, waarde: int) -> int:
    te_laag = veld.minimum is not None and waarde < veld.minimum
    te_hoog = veld.maximum is not None and waarde > veld.maximum
    if te_laag or te_hoog:
        raise InvoerFout(f"gevonden {_toon(waarde)}; toegestaan is een heel getal{_grens(veld)}")
    return waarde


def _grens(veld: Veld) -> str:
    if veld.minimum is None or veld.maximum is None:
        return ""
    if veld.soort is Soort.CIJFER:
        return f" van {naar_tekst(veld, veld.minimum)} tot en met {naar_tekst(veld, veld.maximum)}"
    return f" van {veld.minimum} tot en met {veld.maximum}"


_PATRONEN = {
    "[A-Za-z0-9]{1,20}": "1 tot en met 20 letters en cijfers",
    "[A-Za-z0-9]{1,15}": "1 tot en met 15 letters en cijfers",
    "[0-9]{2}": "2 cijfers",
    "[0-9]{4}": "4 cijfers",
    "[0-9]{9}": "9 cijfers",
    "[0-9]{20}": "20 cijfers",
    "[0-9]{4,5}": "4 of 5 cijfers",
    "[0-9]{2}[A-Z]{2}": "2 cijfers en 2 hoofdletters (01AA)",
    "[0-9]{3}A[0-9]{3}": "3 cijfers, A, 3 cijfers (101A345)",
    "[0-9]{3}X[0-9]{3}": "3 cijfers, X, 3 cijfers (101X345)",
    "[1-9][0-9]{3}[A-Z]{2}": "4 cijfers en 2 hoofdletters (1234AB)",
    "[A-Za-z]": "één letter",
    DATUM_MET_NULLEN: "een bestaande datum jjjj-mm-dd, met 00 voor een onbekende dag of maand",
}
"""The patterns of the model in words; a test keeps this complete."""


def omschrijf(patroon: str) -> str:
    """Say in words what a pattern of the model allows."""
    return _PATRONEN.get(patroon, f"wat voldoet aan {patroon}")


def _verzwegen(waarde: str) -> str:
    """Describe a person number without showing it."""
    soort = "cijfers" if waarde.isdecimal() else "tekens"
    return f"een nummer van {len(waarde)} {soort}"


def _toon(waarde: Any) -> str:
    """Show a found value shortly, the way it stood in the input."""
    if waarde is None:
        return "null"
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, str):
        kort = waarde if len(waarde) <= 40 else f"{waarde[:40]}…"
        return f"“{_ONTOELAATBAAR.sub('�', kort)}”"
    if isinstance(waarde, dict):
        return "een object"
    if isinstance(waarde, list):
        return "een lijst"
    return str(waarde)[:40].replace(".", ",")
