"""Findings on screen: of one stand grouped by part, of the whole school counted by signal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from register.signaal import Bevinding, Effect, Signaal, catalogus
from tui.weergave.details import Paar
from tui.weergave.notatie import met_data
from tui.weergave.tabel import Rij, Toon, over_alles

_STANDSLEUTELS = ("inschrijvingvolgnummer", "examenresultaatvolgnummer")
"""The keys that name the stand itself, not a place in it."""

SLEUTELNAMEN = {
    "inschrijvingvolgnummer": "inschrijving",
    "examenresultaatvolgnummer": "examenresultaat",
    "resultaatvolgnummer": "resultaat",
    "begindatum": "periode vanaf",
    "vak": "vak",
    "tijdvak": "tijdvak",
    "opleiding": "opleiding",
}


def plaats(bevinding: Bevinding) -> dict[str, str]:
    """Give the keys that name the place within the stand."""
    return {n: w for n, w in bevinding.sleutels.items() if n not in _STANDSLEUTELS}


def plaatstekst(bevinding: Bevinding) -> str:
    """Say the place within the stand: "resultaat 3, tijdvak 2"; empty for the stand as a whole."""
    return met_data(", ".join(f"{SLEUTELNAMEN[n]} {w}" for n, w in plaats(bevinding).items()))


def rijen(
    bevindingen: Sequence[Bevinding], noem: Callable[[Bevinding], str] = plaatstekst
) -> Iterator[Rij]:
    """One row per finding under the name of its part.

    Args:
        bevindingen: in the manual's order, which some parts of the manual share.
        noem: says the place of a finding.
    """
    if not bevindingen:
        yield over_alles("Geen bevindingen", Toon.KOP)
        return
    yield over_alles(f"Bevindingen ({len(bevindingen)})", Toon.KOP)
    for onderdeel in catalogus("vavo").onderdelen.values():
        van_deel = [een for een in bevindingen if een.signaal.deel == onderdeel.naam]
        if van_deel:
            yield over_alles(f"  {onderdeel.titel}")
            yield from (_rij(bevinding, noem(bevinding)) for bevinding in van_deel)


def _rij(bevinding: Bevinding, waar: str) -> Rij:
    """One finding with its place and its effect."""
    toon = Toon.LET_OP if bevinding.effect is Effect.AFKEUR else Toon.GEWOON
    tekst = f"{waar}: {bevinding.signaal.naam}" if waar else bevinding.signaal.naam
    return over_alles(f"    {tekst} ({bevinding.effect})", toon, bevinding)


def details(bevinding: Bevinding) -> list[Paar]:
    """All about one signal at its place: what the card says, and where."""
    return [
        ("signaal", bevinding.signaal.naam),
        ("tekst", bevinding.signaal.tekst),
        ("effect", bevinding.effect.value),
        *((SLEUTELNAMEN[n], met_data(w)) for n, w in bevinding.sleutels.items()),
        ("uitleg", bevinding.signaal.uitleg),
        ("wat te doen", bevinding.signaal.doen),
        *([("opmerking", bevinding.signaal.opmerking)] if bevinding.signaal.opmerking else ()),
    ]


def kaart(signaal: Signaal) -> list[Paar]:
    """All about one signal, wherever it sounds."""
    regels = catalogus("vavo").kaart(signaal)
    return [("Signaal", signaal.naam), *regels.items()]


def tel(bevindingen: Iterable[Bevinding]) -> str:
    """Say how many, as few signs as a narrow column has; nothing for none."""
    aantal = sum(1 for _ in bevindingen)
    return str(aantal) if aantal else ""
