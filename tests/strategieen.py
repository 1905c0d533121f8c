"""Hypothesis strategies for entities, made from the same field metadata as every other shape."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from register.velden import Attribuut, Soort, Veld, attributen
from register.vormen.json_vorm import is_leeg

K = TypeVar("K")

TEKST = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")


def entiteiten(klasse: type[K]) -> st.SearchStrategy[K]:
    """Every entity that the metadata of its class allows."""
    return _entiteiten(klasse)


@cache
def _entiteiten(klasse: Any) -> st.SearchStrategy[Any]:
    return st.builds(klasse, **{a.naam: _attribuut(a) for a in attributen(klasse)})


def _attribuut(attribuut: Attribuut) -> st.SearchStrategy[Any]:
    een = waarden(attribuut.veld) if attribuut.klasse is None else _entiteiten(attribuut.klasse)
    if attribuut.lijst:
        return st.lists(een, max_size=2, unique_by=_sleutel).map(tuple)
    if attribuut.klasse is not None:
        een = een.filter(lambda deel: not is_leeg(deel))
    return st.none() | een if attribuut.leeg_mag else een


def _sleutel(lid: Any) -> Any:
    """What must be unique within a list: the key, or the member itself."""
    if isinstance(lid, str):
        return lid
    return tuple(getattr(lid, a.naam) for a in attributen(type(lid)) if a.veld.sleutel) or id(lid)


def waarden(veld: Veld) -> st.SearchStrategy[Any]:
    """Every value that a field allows."""
    if veld.waarden is not None:
        return st.sampled_from(sorted(veld.waarden))
    if veld.patroon is not None:
        return st.from_regex(veld.patroon, fullmatch=True)
    match veld.soort:
        case Soort.TEKST:
            return st.text(TEKST, min_size=1, max_size=min(veld.maximum or 20, 20))
        case Soort.DATUM:
            return st.dates(date(1900, 1, 1), date(2100, 12, 31))
        case Soort.MOMENT:
            momenten = st.datetimes(
                datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2100-01-01")
            )
            return momenten.map(lambda moment: moment.replace(microsecond=0))
        case Soort.JA_NEE:
            return st.booleans()
        case _:
            return st.integers(veld.minimum, veld.maximum)
