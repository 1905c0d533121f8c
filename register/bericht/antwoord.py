"""The answer to a message: approved or not, and every finding with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from register.signaal import Effect, Signaal
from register.velden import Soort, lijst, veld

ANTWOORDEN = "antwoorden"
"""Name of the root of a file of answers."""


@frozen(kw_only=True)
class Sleutelgegeven:
    """One part of the place of a finding, such as resultaatvolgnummer 3."""

    sleutelnaam: str = veld("sleutelnaam", Soort.TEKST)
    sleutelwaarde: str = veld("sleutelwaarde", Soort.TEKST)


@frozen(kw_only=True)
class Bevinding:
    """A signal at a place, as an answer tells it."""

    signaal: str = veld("signaal", Soort.TEKST)
    signaaltekst: str = veld("signaaltekst", Soort.TEKST)
    effect: str = veld("effect", Soort.CODE, waarden={e.value: e.name for e in Effect})
    sleutels: tuple[Sleutelgegeven, ...] = lijst("sleutels")


@frozen(kw_only=True)
class Antwoord:
    """The answer to one message; `melding` is the place of that message in its levering."""

    melding: int = veld("melding", Soort.GEHEEL, minimum=1)
    goedgekeurd: bool = veld("goedgekeurd", Soort.JA_NEE)
    bevindingen: tuple[Bevinding, ...] = lijst("bevindingen")


def bevinding(
    signaal: Signaal, sleutels: Mapping[str, str], effect: str | None = None
) -> Bevinding:
    """Make a finding of a card and a place; its effect is that of the card unless given."""
    return Bevinding(
        signaal=signaal.naam,
        signaaltekst=signaal.tekst,
        effect=effect or signaal.effect.value,
        sleutels=tuple(Sleutelgegeven(sleutelnaam=n, sleutelwaarde=w) for n, w in sleutels.items()),
    )


def antwoord_op(nummer: int, bevindingen: Sequence[Bevinding]) -> Antwoord:
    """Make the answer to a message: approved unless a finding rejects it."""
    return Antwoord(
        melding=nummer,
        goedgekeurd=all(een.effect != Effect.AFKEUR for een in bevindingen),
        bevindingen=tuple(bevindingen),
    )
