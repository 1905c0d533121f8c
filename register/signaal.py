"""The signals DUO answers with: one card per signal, per sector one catalogue in data/signalen/."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from attrs import field, frozen

from register.fouten import TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_tabel


class Effect(StrEnum):
    """What DUO does with the message that gets the signal."""

    AFKEUR = "afkeur"
    """Rejected: nothing of the message is registered."""
    NIET_GEREGISTREERD = "niet geregistreerd"
    """Accepted, but the part the signal is about is not registered."""
    SIGNAAL = "signaal"
    """Told afterwards, by the weekly quality control."""


EFFECTEN = {
    Effect.AFKEUR: "afkeur: DUO registreert niets van het bericht.",
    Effect.NIET_GEREGISTREERD: (
        "niet geregistreerd: DUO neemt het bericht aan, maar niet het deel waar het om gaat."
    ),
    Effect.SIGNAAL: "signaal: DUO meldt het achteraf; het bericht is geregistreerd.",
}
"""What a reader is told about each effect."""


@frozen(kw_only=True)
class Onderdeel:
    """A section of the manual; `bladzijde` is the page it starts on by the table of contents."""

    naam: str
    titel: str
    hoofdstuk: int
    bladzijde: int


@frozen(kw_only=True)
class Signaal:
    """The card of one signal.

    Attributes:
        id: name in the program, unique; also the name of its controle.
        naam: name as DUO gives it; several signals may share one.
        deel: name of its `Onderdeel`.
        tekst: signaaltekst as DUO gives it, to the letter.
        uitleg: what is the matter, in our words.
        doen: what the administrator can do about it.
        opmerking: where the manual is unclear and what we made of it, or "".
    """

    id: str
    naam: str
    deel: str
    effect: Effect
    tekst: str
    uitleg: str
    doen: str
    opmerking: str = ""


@frozen(kw_only=True)
class Bevinding:
    """A signal at a place in somebody's data.

    Attributes:
        signaal: the card.
        effect: that of the card, unless this place has another.
        sleutels: the place within its stand, name to value (resultaatvolgnummer, vak, begindatum).
    """

    signaal: Signaal
    effect: Effect
    sleutels: Mapping[str, str] = field(factory=dict)


@frozen(kw_only=True)
class Catalogus:
    """All signals of one sector, in the manual's order."""

    sector: str
    bron: str
    onderdelen: dict[str, Onderdeel]
    signalen: dict[str, Signaal]

    def van_deel(self, naam: str) -> tuple[Signaal, ...]:
        """Give the signals of one section."""
        return tuple(s for s in self.signalen.values() if s.deel == naam)

    def kaart(self, signaal: Signaal) -> dict[str, str]:
        """Give all that is told about a signal: heading to text, in order of reading."""
        deel = self.onderdelen[signaal.deel]
        kaart = {
            "Signaaltekst": signaal.tekst,
            "Uitleg": signaal.uitleg,
            "Wat te doen": signaal.doen,
            "Effect": EFFECTEN[signaal.effect],
            "Opmerking": signaal.opmerking,
            "Vindplaats": (
                f"{self.bron}, hoofdstuk {deel.hoofdstuk}, onderdeel {deel.titel}; volgens de"
                f" inhoudsopgave vanaf bladzijde {deel.bladzijde}."
            ),
        }
        return {kop: tekst for kop, tekst in kaart.items() if tekst}

    def zoek(self, naam: str) -> tuple[Signaal, ...]:
        """Give the signals with this name or id, whatever the case."""
        gezocht = naam.strip().casefold()
        return tuple(s for s in self.signalen.values() if gezocht in (s.id, s.naam.casefold()))

    def lijkt_op(self, naam: str, *, aantal: int = 5) -> tuple[str, ...]:
        """Give the names that resemble a wrong name most, without doubles, the best first."""
        gezocht = naam.strip().casefold()
        namen = {s.naam.casefold(): s.naam for s in self.signalen.values()}
        bevat = [sleutel for sleutel in namen if gezocht and gezocht in sleutel]
        lijkt = difflib.get_close_matches(gezocht, namen, n=aantal, cutoff=0.5)
        return tuple(namen[sleutel] for sleutel in dict.fromkeys(bevat + lijkt))[:aantal]


@frozen(kw_only=True)
class _Bestand:
    """The file as it is written."""

    sector: str
    bron: str
    onderdeel: tuple[Onderdeel, ...]
    signaal: tuple[Signaal, ...]


@cache
def catalogus(sector: str) -> Catalogus:
    """Read the signals of a sector ("vavo") from data/signalen/.

    Raises:
        TabelFout: naming the file and the signal.
    """
    pad = gegevensmap() / "signalen" / f"{sector}.toml"
    bestand = lees_tabel(pad, _Bestand)
    onderdelen = {onderdeel.naam: onderdeel for onderdeel in bestand.onderdeel}
    signalen: dict[str, Signaal] = {}
    for signaal in bestand.signaal:
        if signaal.id in signalen:
            raise TabelFout(f"{pad.name}: signaal {signaal.id} staat er meer dan één keer in")
        if signaal.deel not in onderdelen:
            raise TabelFout(f"{pad.name}: signaal {signaal.id} noemt onbekend deel {signaal.deel}")
        signalen[signaal.id] = signaal
    return Catalogus(
        sector=bestand.sector, bron=bestand.bron, onderdelen=onderdelen, signalen=signalen
    )
