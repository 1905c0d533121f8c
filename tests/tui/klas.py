"""A register with a class of fictional candidates, to enter marks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import evolve

from examen.model import Examenresultaat
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel
from tests.schoon import schoon

BOEKING = {"door": "test", "reden": "klas", "op": datetime(2025, 5, 1, 9)}  # noqa: DTZ001
VAK = ("1001", "HAVO", 2025)
"""The vak that everybody has, still without marks."""


def persoonsnummer(nummer: int) -> str:
    return str(100_000_000 + nummer)


def sleutel(nummer: int) -> Sleutel:
    return Sleutel(persoonsnummer(nummer), "99XX", f"ER{nummer}")


def standen(aantal: int) -> Iterator[Any]:
    """Give persons and examenresultaten of havo 2025, from number 1 on, in order of name."""
    voorbeeld = schoon("HAVO")
    zonder_cijfers = tuple(
        evolve(vak, cijfer_se=None, ce=(), eindcijfer=None) if vak.vak == VAK[0] else vak
        for vak in voorbeeld.vakresultaten
    )
    for nummer in range(1, aantal + 1):
        yield Persoon(
            onderwijsnummer=persoonsnummer(nummer),
            studentnummer=f"{nummer:06d}",
            geboortedatum="2005-01-01",
            geslacht="3",
            achternaam=f"Proefpersoon {nummer:05d}",
        )
    for nummer in range(1, aantal + 1):
        yield evolve(
            voorbeeld,
            burgerservicenummer=None,
            onderwijsnummer=persoonsnummer(nummer),
            examenresultaatvolgnummer=f"ER{nummer}",
            aangeleverd_op=None,
            vakresultaten=zonder_cijfers,
            uitslag=None,
            certificaten=(),
        )


def maak_klas(pad: Path, aantal: int) -> Path:
    with Register.open(pad) as register:
        register.boek_alle(standen(aantal), **BOEKING)
    return pad


def cijfers_se(pad: Path) -> dict[int, int | None]:
    """Give the SE mark of the vak per number of the candidate, in tenths."""
    with Register.open(pad, alleen_lezen=True) as register:
        frames = register.kolommen(Examenresultaat, waar={"vakresultaten.vak": VAK[0]})
        vakken = frames["vakresultaten"]
        wie = dict(frames["examenresultaat"].select("stand", "examenresultaatvolgnummer").rows())
        return {
            int(wie[rij["stand"]].removeprefix("ER")): rij["cijfer_se"]
            for rij in vakken.iter_rows(named=True)
            if rij["vak"] == VAK[0]
        }
