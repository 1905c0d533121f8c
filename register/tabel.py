"""Strict reading of the TOML tables under data/: an unknown key or a wrong type is an error."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs
import msgspec

from register.fouten import TabelFout

K = TypeVar("K")


def lees_tabel(pad: Path, klasse: type[K]) -> K:
    """Read one TOML file into an attrs class.

    Args:
        pad: the file.
        klasse: an attrs class; nested tables are nested attrs classes, arrays of tables are tuples.

    Raises:
        TabelFout: naming the file and the key, for a file that is no TOML, an unknown or missing
            key or a value of the wrong type.
    """
    return uit_tabel(lees_toml(pad), klasse, naam=pad.name)


def lees_toml(pad: Path) -> dict[str, Any]:
    """Parse one TOML file, without judging its keys.

    Raises:
        TabelFout: naming the file, when it is missing or no TOML.
    """
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TabelFout(f"{pad.name}: bestand ontbreekt ({pad.parent.name}/)") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise TabelFout(f"{pad.name}: geen geldige TOML ({fout})") from None


def uit_tabel(inhoud: Mapping[str, Any], klasse: type[K], *, naam: str) -> K:
    """Turn the content of a table, already parsed, into an attrs class, strictly."""
    onbekend = next(_onbekende_sleutels(inhoud, klasse, ""), None)
    if onbekend:
        raise TabelFout(f"{naam}: onbekende sleutel {onbekend}")
    try:
        return msgspec.convert(inhoud, klasse, strict=True)
    except (msgspec.ValidationError, ValueError) as fout:
        raise TabelFout(f"{naam}: {_in_het_nederlands(str(fout))}") from None


def _onbekende_sleutels(inhoud: Any, soort: Any, plaats: str) -> Iterator[str]:
    """Walk content and type together and give the path of every key the type does not have."""
    if attrs.has(soort) and isinstance(inhoud, Mapping):
        hints = _hints(soort)
        for sleutel, waarde in inhoud.items():
            if sleutel not in hints:
                yield f"{plaats}{sleutel}"
            else:
                yield from _onbekende_sleutels(waarde, hints[sleutel], f"{plaats}{sleutel}.")
        return
    binnen = [a for a in get_args(soort) if a is not Ellipsis]
    if get_origin(soort) is tuple and isinstance(inhoud, list):
        for nummer, waarde in enumerate(inhoud, start=1):
            yield from _onbekende_sleutels(waarde, binnen[0], f"{plaats.rstrip('.')}[{nummer}].")
    elif get_origin(soort) is dict and isinstance(inhoud, Mapping):
        for sleutel, waarde in inhoud.items():
            yield from _onbekende_sleutels(waarde, binnen[1], f"{plaats}{sleutel}.")
    else:
        for keuze in binnen:
            if attrs.has(keuze):
                yield from _onbekende_sleutels(inhoud, keuze, plaats)


@cache
def _hints(klasse: type[Any]) -> dict[str, Any]:
    """Give the types of the fields of a class; working them out costs more than reading a row."""
    return get_type_hints(klasse)


_SOORTEN = {
    "array": "lijst",
    "bool": "true of false",
    "float": "kommagetal",
    "int": "geheel getal",
    "null": "niets",
    "object": "tabel",
    "str": "tekst",
}
"""What msgspec calls the kinds of values, and what a reader of the table does."""

_ZINNEN = (
    (r"Object missing required field `(.+?)`", r"sleutel \1 ontbreekt"),
    (r"Invalid enum value (.+?)(?= - at |$)", r"onbekende waarde \1"),
    (r" - at `\$\.?(.*?)`", r" (bij \1)"),
)


def _in_het_nederlands(tekst: str) -> str:
    """Translate a message of msgspec; places are counted from 1."""
    for patroon, vertaling in _ZINNEN:
        tekst = re.sub(patroon, vertaling, tekst)
    tekst = re.sub(
        r"Expected `(.+?)`, got `(.+?)`",
        lambda m: f"verwacht {_soorten(m[1])}, gevonden {_soorten(m[2])}",
        tekst,
    )
    return re.sub(r"\[(\d+)\]", lambda m: f"[{int(m[1]) + 1}]", tekst)


def _soorten(namen: str) -> str:
    return " of ".join(_SOORTEN.get(naam, naam) for naam in namen.split(" | "))
