"""The grammar of one cell: what each key makes of what was typed so far.

The declaration of a field says which values there are; each value has its spellings. A text that
is one whole spelling and the beginning of no other is ready at once, so that two digits are a
mark and one letter is a beoordeling. A text that begins a longer one waits: `1` and `0` may become
`100`. A text that spells two values is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from register.velden import Soort, Veld
from register.vormen.waarden import naar_tekst

Waarde = int | str | None
"""What a cell holds; a mark with one decimal is whole tenths."""


@frozen
class Verder:
    """The text goes on; `vraag` when something must be said about it first."""

    tekst: str
    vraag: str = ""


@frozen
class Klaar:
    """The text is a value."""

    waarde: int | str


@frozen
class Geweigerd:
    """The text cannot become a value; the sentence says what can."""

    zin: str


def typ(veld: Veld, getypt: str, teken: str) -> Verder | Klaar | Geweigerd:
    """Add one character to what was typed in a cell of this field."""
    tekst = getypt + teken.upper().replace(".", ",")
    spelling = _spelling_van(veld)
    if tekst in spelling.begin:
        return Verder(tekst)
    if betekenis := spelling.waarden.get(tekst):
        return Klaar(betekenis[0])
    return Geweigerd(f"“{tekst}” kan hier niet; {veld.label}: {toegestaan(veld)}")


def komende(veld: Veld, getypt: str) -> tuple[int | str, ...]:
    """Give the values that one more key, or none, can make of what was typed."""
    waarden = _spelling_van(veld).waarden
    dichtbij = (tekst for tekst in waarden if getypt in (tekst, tekst[:-1]))
    return tuple(dict.fromkeys(waarde for tekst in dichtbij for waarde in waarden[tekst]))


def besluit(veld: Veld, getypt: str) -> Verder | Klaar | Geweigerd:
    """Take what was typed as it stands, as Enter and every key that leaves the cell do."""
    betekenis = _spelling_van(veld).waarden.get(getypt, ())
    if not betekenis:
        return Geweigerd(f"“{getypt}” is nog niet af; {veld.label}: {toegestaan(veld)}")
    if len(betekenis) == 1:
        return Klaar(betekenis[0])
    een, ander = (naar_tekst(veld, waarde) for waarde in betekenis)
    return Verder(getypt, f"{een} of {ander}? Typ 0 voor {ander}; Backspace en Enter voor {een}.")


def bezwaar(veld: Veld, tekst: str) -> str:
    """Say why a text that is typed at once cannot be taken, or nothing when it can."""
    getypt = ""
    for teken in tekst:
        gevolg = typ(veld, getypt, teken)
        if isinstance(gevolg, Geweigerd):
            return gevolg.zin
        if isinstance(gevolg, Klaar):
            te_veel = len(getypt) + 1 < len(tekst)
            return f"“{tekst}” kan hier niet; {veld.label}: {toegestaan(veld)}" if te_veel else ""
        getypt = gevolg.tekst
    waarden = [naar_tekst(veld, een) for een in _spelling_van(veld).waarden.get(getypt, ())]
    if len(waarden) == 1:
        return ""
    zin = " of ".join(waarden) + "? Typ het met een komma." if waarden else ""
    return zin or f"“{tekst}” is nog niet af; {veld.label}: {toegestaan(veld)}"


def mag(veld: Veld, waarde: int | str) -> bool:
    """Say whether a field can have a value."""
    if veld.waarden is not None:
        return waarde in veld.waarden
    return isinstance(waarde, int) and (veld.minimum or 0) <= waarde <= (veld.maximum or 0)


def toegestaan(veld: Veld) -> str:
    """Say in words which values a field can have."""
    if veld.waarden is not None:
        return ", ".join(f"{code} ({naam})" for code, naam in veld.waarden.items())
    return f"{naar_tekst(veld, veld.minimum)} tot en met {naar_tekst(veld, veld.maximum)}"


@frozen
class _Spelling:
    """All that can be typed for a field.

    Attributes:
        waarden: every spelling with the value it is; with two when it can be read in two ways.
        begin: every text that a longer spelling begins with.
    """

    waarden: dict[str, tuple[int | str, ...]]
    begin: frozenset[str]


def _spelling_van(veld: Veld) -> _Spelling:
    return _spelling(veld.soort, veld.minimum or 0, veld.maximum or 0, tuple(veld.waarden or ()))


@cache
def _spelling(soort: Soort, laagste: int, hoogste: int, codes: tuple[str, ...]) -> _Spelling:
    waarden: dict[str, tuple[int | str, ...]] = {}
    for waarde in codes or range(laagste, hoogste + 1):
        for tekst in _spellingen(soort, waarde, len(str(hoogste))):
            waarden[tekst] = (*waarden.get(tekst, ()), waarde)
    langere = list(waarden)
    if soort is Soort.GEHEEL:  # so that 7 of 72 waits, and is not filed where 72 is too much
        langere += [f"{getal:0{len(str(hoogste))}d}" for getal in range(10 ** len(str(hoogste)))]
    begin = frozenset(tekst[:tot] for tekst in langere for tot in range(1, len(tekst)))
    return _Spelling(waarden, begin)


def _spellingen(soort: Soort, waarde: int | str, breedte: int) -> Iterator[str]:
    """Give the ways to type a value.

    A mark with or without its comma, a whole one also without its decimal; another number plain,
    and where it is no mark filled with zeros to the width of the greatest.
    """
    if soort is Soort.CIJFER:
        heel, tiende = divmod(int(waarde), 10)
        yield f"{heel}{tiende}"
        yield f"{heel},{tiende}"
        if tiende == 0:
            yield f"{heel}"
            yield f"{heel},"
        return
    yield str(waarde)
    if soort is Soort.GEHEEL and len(str(waarde)) < breedte:
        yield str(waarde).zfill(breedte)
