"""The facts the oracle takes from data/: rows of the vakkentabel, opleidingen and pakketten.

Read with tomllib alone, so that a fault in the program's own loaders cannot hide here.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "data"

EERSTE_REGIME, LAATSTE_REGIME = 2015, 2027
"""The years whose law is known; in any other year no uitslag can be decided."""

Rij = dict[str, Any]


@cache
def _vakkentabel(regime: int) -> dict[tuple[str, str], Rij]:
    pad = DATA / "vakkentabel" / f"{regime}.toml"
    if not pad.exists():
        return {}
    inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
    return {(rij["niveau"], rij["vakcode"]): rij for rij in inhoud["vak"]}


def vakrij(regime: int | None, niveau: str, vak: str) -> Rij | None:
    """Give the row of a subject in the vakkentabel, or None when the table does not know it.

    A result from before the first table is looked up in the first.
    """
    return None if regime is None else _vakkentabel(max(regime, EERSTE_REGIME)).get((niveau, vak))


def vakrijen(regime: int, niveau: str) -> list[Rij]:
    """Give all rows of one regime and niveau."""
    return [rij for (van, _), rij in _vakkentabel(regime).items() if van == niveau]


@cache
def heeft_anders_ce(niveau: str, vak: str) -> bool:
    """Say whether a subject has a centraal examen in any year, as in 2020 none had."""
    rijen = (_vakkentabel(jaar).get((niveau, vak)) for jaar in _jaren())
    return any(rij is not None and rij["cijfer_ce"] != "L" for rij in rijen)


@cache
def _jaren() -> list[int]:
    return sorted(int(pad.stem) for pad in (DATA / "vakkentabel").glob("*.toml"))


@cache
def _opleidingen() -> dict[str, Rij]:
    inhoud = tomllib.loads((DATA / "opleidingen.toml").read_text(encoding="utf-8"))
    return {rij["code"]: rij for rij in inhoud["opleiding"]}


def opleidingen() -> list[Rij]:
    """Give all opleidingen."""
    return list(_opleidingen().values())


def opleiding(code: str) -> Rij | None:
    """Give the opleiding with this code, or None when it is unknown."""
    return _opleidingen().get(code)


@cache
def vakgroepen() -> Rij:
    """Give the table that names vakken, groups of vakken and what counts only with another."""
    return tomllib.loads((DATA / "pakket" / "vakgroepen.toml").read_text(encoding="utf-8"))


@cache
def _vak_van_code() -> dict[str, str]:
    return {code: vak for vak, codes in vakgroepen()["vak"].items() for code in codes}


def vak_van_code(code: str) -> str:
    """Give the vak that a vakcode is of; codes of one vak count once (wiskunde A, B and C too)."""
    return _vak_van_code().get(code, code)


@cache
def _pakketdelen() -> list[Rij]:
    return [
        deel
        for pad in sorted((DATA / "pakket").glob("*.toml"))
        for deel in tomllib.loads(pad.read_text(encoding="utf-8")).get("deel", [])
    ]


@cache
def profielen(uitslagniveau: str) -> list[str]:
    """Give the profielen of an uitslagniveau, in the vmbo the sectoren."""
    delen = [deel for deel in _pakketdelen() if uitslagniveau in deel["uitslagniveau"]]
    return list(dict.fromkeys(deel["profiel"] for deel in delen if "profiel" in deel))


def pakketdelen(uitslagniveau: str, profiel: str, regime: int) -> list[Rij]:
    """Give the delen of the full exam for one profiel: what all profielen share and its own."""
    return [
        deel
        for deel in _pakketdelen()
        if uitslagniveau in deel["uitslagniveau"]
        and deel.get("profiel") in (None, profiel)
        and deel["vanaf"] <= regime <= deel.get("tot", 9999)
    ]


@cache
def bekende_vakken() -> frozenset[str]:
    """Give every vakcode that a vakkentabel knows in some year, at some niveau."""
    return frozenset(vak for jaar in _jaren() for _, vak in _vakkentabel(jaar))
