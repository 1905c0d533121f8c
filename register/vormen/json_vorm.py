"""Entities as JSON, and JSON lines as entities: strict, and all that is wrong at once.

Dates are ISO text; a mark with a decimal is a number with one decimal (64 tenths is 6.4). Absent is
null, false or an empty list. Unknown keys, wrong types and values that the field does not allow are
refused with their path ("vakresultaten[2].cijfer_se", counted from 0) and a Dutch text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, BinaryIO, NoReturn, TypeVar

import attrs

from register.fouten import InvoerFout
from register.velden import Attribuut, attributen
from register.vormen import waarden

K = TypeVar("K")

REGEL_MAXIMUM = 1_000_000
"""The longest line read, in bytes: hundreds of times the largest exam."""

Keuring = Callable[[K], Iterable[InvoerFout]]
"""What an entity must be beyond its fields, such as that its references exist."""


class RecordFout(InvoerFout):
    """Everything that is wrong with one record.

    Attributes:
        fouten: each fault with its own field; at least one.
    """

    def __init__(self, fouten: Iterable[InvoerFout], *, regel: int | None = None) -> None:
        self.fouten = tuple(InvoerFout(f.tekst, veld=f.veld, regel=regel) for f in fouten)
        eerste = self.fouten[0]
        meer = len(self.fouten) - 1
        super().__init__(
            "; ".join(f"{f.veld}: {f.tekst}" if f.veld else f.tekst for f in self.fouten)
            if meer
            else eerste.tekst,
            veld="" if meer else eerste.veld,
            regel=regel,
        )


def van_json(klasse: type[K], inhoud: Any, keuring: Keuring[K] | None = None) -> K:
    """Make an entity of parsed JSON.

    Args:
        klasse: the entity class.
        inhoud: what a JSON parser gave, marks as integers, `Decimal` or floats as they are written.
        keuring: further demands on the finished entity.

    Raises:
        RecordFout: with every fault found.
    """
    fouten: list[InvoerFout] = []
    entiteit = _object(klasse, inhoud, "", fouten)
    if entiteit is not None and keuring is not None:
        fouten.extend(keuring(entiteit))
    if entiteit is None or fouten:
        raise RecordFout(fouten)
    return entiteit


def naar_json(entiteit: Any) -> dict[str, Any]:
    """Write an entity as a JSON object with every key, empty ones included."""
    klasse = type(entiteit)
    uit: dict[str, Any] = {}
    for attribuut in attributen(klasse):
        waarde = getattr(entiteit, attribuut.naam)
        if attribuut.lijst:
            uit[attribuut.naam] = [_een_naar_json(attribuut, lid) for lid in waarde]
        else:
            uit[attribuut.naam] = _een_naar_json(attribuut, waarde)
    return uit


def _een_naar_json(attribuut: Attribuut, waarde: Any) -> Any:
    if attribuut.klasse is not None:
        return None if waarde is None else naar_json(waarde)
    return waarden.naar_json(attribuut.veld, waarde)


def lees_regels(
    stroom: BinaryIO, klasse: type[K], keuring: Keuring[K] | None = None
) -> Iterator[tuple[int, K | RecordFout]]:
    """Read JSON lines; a line that is wrong is given as its error and the others go on.

    Args:
        stroom: bytes, UTF-8 with or without byte order mark; empty lines are passed over.
        klasse: what each line is.
        keuring: further demands on each entity.

    Yields:
        Line number, counted from 1, with the entity or all that is wrong with the line.
    """
    for nummer, regel in _regels(stroom):
        try:
            yield nummer, van_json(klasse, _ontleed(regel), keuring)
        except RecordFout as fout:
            yield nummer, RecordFout(fout.fouten, regel=nummer)
        except InvoerFout as fout:
            yield nummer, RecordFout([fout], regel=nummer)


def _regels(stroom: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not empty, an overlong one cut just past the maximum."""
    nummer = 0
    while regel := stroom.readline(REGEL_MAXIMUM + 1):
        nummer += 1
        if nummer == 1:
            regel = regel.removeprefix(b"\xef\xbb\xbf")
        stuk = regel
        while len(stuk) > REGEL_MAXIMUM and not stuk.endswith(b"\n"):
            stuk = stroom.readline(REGEL_MAXIMUM + 1)
        if regel.strip():
            yield nummer, regel.strip()


def _ontleed(regel: bytes) -> Any:
    if len(regel) > REGEL_MAXIMUM:
        raise InvoerFout(f"regel is langer dan {REGEL_MAXIMUM} bytes")
    if regel.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in regel:
        raise InvoerFout("geen UTF-8 maar waarschijnlijk UTF-16; bewaar het bestand als UTF-8")
    try:
        tekst = regel.decode("utf-8")
    except UnicodeDecodeError as fout:
        raise InvoerFout(
            f"geen UTF-8 (byte {regel[fout.start]:#04x} op plaats {fout.start + 1}); "
            "bewaar het bestand als UTF-8"
        ) from None
    try:
        return json.loads(
            tekst,
            parse_float=_decimaal,
            parse_constant=_geen_getal,
            object_pairs_hook=_zonder_dubbele,
        )
    except json.JSONDecodeError as fout:
        raise InvoerFout(f"geen geldige JSON bij teken {fout.pos + 1}") from None
    except RecursionError:
        raise InvoerFout("geen leesbare JSON: te diep genest") from None
    except ValueError:
        raise InvoerFout("geen leesbare JSON: een getal heeft te veel cijfers") from None


def _decimaal(tekst: str) -> Decimal:
    try:
        return Decimal(tekst)
    except InvalidOperation:
        raise InvoerFout(f"geen leesbaar getal: {tekst[:40]}") from None


def _geen_getal(tekst: str) -> NoReturn:
    raise InvoerFout(f"geen geldige JSON: {tekst} is geen getal")


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    uit = dict(paren)
    if len(uit) < len(paren):
        dubbel = next(naam for naam, keer in Counter(n for n, _ in paren).items() if keer > 1)
        raise InvoerFout(f"sleutel {dubbel!r} staat twee keer in één object")
    return uit


@attrs.frozen
class _Lezer:
    """What reading one class needs, looked up once."""

    attributen: dict[str, Attribuut]
    verplicht: tuple[str, ...]


_LEZERS: dict[type[Any], _Lezer] = {}


def _lezer(klasse: type[Any]) -> _Lezer:
    if klasse not in _LEZERS:
        alle = attributen(klasse)
        _LEZERS[klasse] = _Lezer(
            attributen={a.naam: a for a in alle},
            verplicht=tuple(v.name for v in attrs.fields(klasse) if v.default is attrs.NOTHING),
        )
    return _LEZERS[klasse]


def _object(klasse: type[K], inhoud: Any, pad: str, fouten: list[InvoerFout]) -> K | None:
    """Read one object; faults go to `fouten`, and then the result is None."""
    if not isinstance(inhoud, dict):
        fouten.append(InvoerFout("toegestaan is een object tussen accolades", veld=pad))
        return None
    lezer = _lezer(klasse)
    voor = f"{pad}." if pad else ""
    eerder = len(fouten)
    uit: dict[str, Any] = {}
    for naam, waarde in inhoud.items():
        attribuut = lezer.attributen.get(naam)
        if attribuut is None:
            fouten.append(InvoerFout("onbekende sleutel", veld=f"{voor}{naam[:60]}"))
        elif attribuut.lijst:
            uit[naam] = _lijst(attribuut, waarde, f"{voor}{naam}", fouten)
        elif waarde is not None:
            uit[naam] = _een(attribuut, waarde, f"{voor}{naam}", fouten)
    fouten.extend(
        InvoerFout("ontbreekt; dit veld is verplicht", veld=f"{voor}{naam}")
        for naam in lezer.verplicht
        if inhoud.get(naam) is None
    )
    return klasse(**uit) if len(fouten) == eerder else None


def _een(attribuut: Attribuut, waarde: Any, pad: str, fouten: list[InvoerFout]) -> Any:
    if attribuut.klasse is not None:
        deel = _object(attribuut.klasse, waarde, pad, fouten)
        is_niets = deel is None or (not attribuut.lijst and is_leeg(deel))
        return None if is_niets else deel
    try:
        return waarden.uit_json(attribuut.veld, waarde)
    except InvoerFout as fout:
        fouten.append(InvoerFout(fout.tekst, veld=pad))
        return None


def _lijst(attribuut: Attribuut, inhoud: Any, pad: str, fouten: list[InvoerFout]) -> Any:
    if inhoud is None:
        return ()
    if not isinstance(inhoud, list):
        fouten.append(InvoerFout("toegestaan is een lijst tussen rechte haken", veld=pad))
        return ()
    return tuple(
        _een(attribuut, waarde, f"{pad}[{nummer}]", fouten) for nummer, waarde in enumerate(inhoud)
    )


def is_leeg(deel: Any) -> bool:
    """Tell whether a nested part says nothing, so that it is the same as absent."""
    klasse = type(deel)
    return all(getattr(deel, a.naam) in (None, ()) for a in attributen(klasse))
