"""What differs between two entities, field by field, in words a user reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from attrs import frozen

from register.velden import Attribuut, attributen
from register.vormen.waarden import naar_tekst

ERBIJ = "erbij"
WEG = "weg"


@frozen(kw_only=True)
class Wijziging:
    """One difference.

    Attributes:
        plaats: where, such as "vakresultaten 1 (1001 HAVO): cijfer SE".
        oud: the value before, "" where there was none.
        nieuw: the value after, "" where there is none; for a member of a list "erbij" or "weg".
    """

    plaats: str
    oud: str
    nieuw: str


def verschil(oud: Any, nieuw: Any) -> Iterator[Wijziging]:
    """Give every field that differs between two entities of one class.

    Members of a list are compared with those of the same key; in a list without keys with those in
    the same position. One of the two may be None: everything came, or everything went.
    """
    return _object(type(oud if nieuw is None else nieuw), oud, nieuw, ())


def _object(klasse: type[Any], oud: Any, nieuw: Any, pad: tuple[str, ...]) -> Iterator[Wijziging]:
    for attribuut in attributen(klasse):
        voor, na = (None if e is None else getattr(e, attribuut.naam) for e in (oud, nieuw))
        if voor == na:
            continue
        label = attribuut.veld.label
        if attribuut.lijst and attribuut.klasse is not None:
            yield from _lijst(attribuut.klasse, voor or (), na or (), (*pad, label))
        elif attribuut.klasse is not None:
            yield from _object(attribuut.klasse, voor, na, (*pad, label))
        else:
            yield Wijziging(
                plaats=": ".join(filter(None, (", ".join(pad), label))),
                oud=_tekst(attribuut, voor),
                nieuw=_tekst(attribuut, na),
            )


def _lijst(
    klasse: type[Any], oud: Sequence[Any], nieuw: Sequence[Any], pad: tuple[str, ...]
) -> Iterator[Wijziging]:
    *boven, label = pad
    voor, na = _op_sleutel(klasse, oud), _op_sleutel(klasse, nieuw)
    for sleutel in {**voor, **na}:
        lid = na.get(sleutel, voor.get(sleutel))
        plaats = (*boven, " ".join(filter(None, (label, *sleutel, _omschrijving(klasse, lid)))))
        if sleutel in voor and sleutel in na:
            yield from _object(klasse, voor[sleutel], na[sleutel], plaats)
        else:
            wat = ERBIJ if sleutel in na else WEG
            yield Wijziging(plaats=", ".join(plaats), oud="", nieuw=wat)


def _op_sleutel(klasse: type[Any], leden: Sequence[Any]) -> dict[tuple[str, ...], Any]:
    sleutel = [a for a in attributen(klasse) if a.veld.sleutel]
    if not sleutel:
        return {(str(nummer),): lid for nummer, lid in enumerate(leden, start=1)}
    uit: dict[tuple[str, ...], Any] = {}
    for lid in leden:
        eigen = tuple(_tekst(a, getattr(lid, a.naam)) for a in sleutel)
        keer = sum(ander[: len(eigen)] == eigen for ander in uit)
        uit[(*eigen, f"{keer + 1}e") if keer else eigen] = lid
    return uit


def _omschrijving(klasse: type[Any], lid: Any) -> str:
    """Give the other required fields of a member, as in "(1001 HAVO)"."""
    verplicht = {veld.name for veld in attrs.fields(klasse) if veld.default is attrs.NOTHING}
    codes = [
        _tekst(a, getattr(lid, a.naam))
        for a in attributen(klasse)
        if a.naam in verplicht and not a.veld.sleutel and isinstance(getattr(lid, a.naam), str)
    ]
    return f"({' '.join(codes)})" if codes else ""


def _tekst(attribuut: Attribuut, waarde: Any) -> str:
    if attribuut.lijst:
        return " ".join(naar_tekst(attribuut.veld, lid) for lid in waarde or ())
    return naar_tekst(attribuut.veld, waarde)
