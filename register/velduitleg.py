"""What each field of the model is, in words for who fills it in: data/velden.toml."""

from __future__ import annotations

from functools import cache
from typing import Any

from register.fouten import TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_toml, uit_tabel

OVERAL = "overal"
"""Stands in the place of a class: what a field of this name is wherever nothing else is said."""


@cache
def velduitleg() -> dict[str, dict[str, str]]:
    """Give all texts: class, then field, to text.

    Raises:
        TabelFout: the table cannot be read.
    """
    pad = gegevensmap() / "velden.toml"
    return uit_tabel(lees_toml(pad), dict[str, dict[str, str]], naam=pad.name)


def uitleg(klasse: type[Any], naam: str) -> str:
    """Say what a field of a class of the model is.

    Raises:
        TabelFout: nothing is said of it.
    """
    for waar in (klasse.__name__, OVERAL):
        if tekst := velduitleg().get(waar, {}).get(naam):
            return tekst
    raise TabelFout(f"velden.toml: {klasse.__name__}.{naam} ontbreekt")
