"""Fictional reference data (data/referentie/voorbeeld/), for demonstrations and tests.

Of persons, addresses and vo enrolments they are a part only, so that nobody else is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from register.opslag import Boeking
from register.referentie.opslag import Referentieopslag
from register.referentie.referentie import INGEBOUWD, uit_gegevensmap
from register.referentie.tabellen import TABELLEN

DELEN = ("personen", "adressen", "vo-inschrijvingen")


def voorbeelden() -> Mapping[str, tuple[Any, ...]]:
    """Give the fictional facts by table."""
    return {
        naam: uit_gegevensmap(naam, "referentie/voorbeeld")
        for naam in TABELLEN
        if naam not in INGEBOUWD
    }


def vul(opslag: Referentieopslag, geboekt: Boeking) -> None:
    """Put the fictional facts in a register."""
    for naam, rijen in voorbeelden().items():
        opslag.vervang(
            TABELLEN[naam],
            rijen,
            bestand=f"{naam}.csv",
            geboekt=geboekt,
            volledig=naam not in DELEN,
        )
