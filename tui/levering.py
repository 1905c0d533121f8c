"""Processing a levering: which kinds of message there are, how each is judged, what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from attrs import define, field, frozen

from examen.controles import bevindingen, per_stand
from examen.model import Examenresultaat
from examen.reken import bereken
from register.bericht import (
    Aanlevering,
    Antwoord,
    Bevinding,
    Gekeurd,
    Melding,
    Sleutelgegeven,
    keur_levering,
    lees_levering,
    naam_van,
    schrijf_bestand,
)
from register.bericht.antwoord import ANTWOORDEN
from register.opslag import Register
from register.signaal import catalogus
from register.vavo.inschrijving import Inschrijving
from register.verwerking import Berichtsoort, Boeker, verwerk
from register.vormen.kolommen import kolommen
from register.vormen.xml_vorm import naar_xml

KLASSEN = (Inschrijving, Examenresultaat)
"""What messages are about, in the order in which they are processed."""

AFGEKEURD_TE_TONEN = 20
"""Rejected messages kept to be shown."""


@frozen(kw_only=True)
class Afgekeurd:
    """A rejected message: its place in the levering, what it is about and why."""

    nummer: int
    naam: str
    volgnummer: str
    bevindingen: tuple[Bevinding, ...]


@define
class Verslag:
    """What became of a levering.

    Attributes:
        goedgekeurd: number of accepted messages.
        afgekeurd: number of rejected messages.
        signalen: name of a signal to how many messages got it.
        voorbeelden: the first rejected messages.
    """

    goedgekeurd: int = 0
    afgekeurd: int = 0
    signalen: Counter[str] = field(factory=Counter)
    voorbeelden: list[Afgekeurd] = field(factory=list)

    def tel(self, melding: Melding, antwoord: Antwoord) -> None:
        """Count an answer, and keep it when it is one of the first rejections."""
        self.signalen.update({bevinding.signaal for bevinding in antwoord.bevindingen})
        if antwoord.goedgekeurd:
            self.goedgekeurd += 1
            return
        self.afgekeurd += 1
        if len(self.voorbeelden) < AFGEKEURD_TE_TONEN:
            self.voorbeelden.append(
                Afgekeurd(
                    nummer=melding.nummer,
                    naam=naam_van(melding).replace("_", " "),
                    volgnummer=melding.sleutel.volgnummer,
                    bevindingen=antwoord.bevindingen,
                )
            )


def keur(pad: Path, nu: datetime, gelezen: Callable[[int], None]) -> Gekeurd:
    """Read a levering through; see `keur_levering`."""
    with pad.open("rb") as bron:
        return keur_levering(bron, KLASSEN, nu, gelezen)


def verwerk_levering(
    register: Register,
    pad: Path,
    gekeurd: Gekeurd,
    antwoordpad: Path,
    *,
    door: str,
    op: datetime,
    peildatum: date,
    gedaan: Callable[[int], None],
) -> Verslag:
    """Process a levering that can be read, and write the answers.

    Args:
        register: where the standen go.
        pad: the levering.
        gekeurd: what `keur` said of it.
        antwoordpad: where the answers go.
        door: who does this.
        op: when.
        peildatum: the day on which is judged.
        gedaan: is told how many messages were processed since it was last told.
    """
    verslag = Verslag()
    boeker = Boeker(register=register, door=door, reden=f"levering {pad.name}", op=op)
    with (
        pad.open("rb") as bron,
        schrijf_bestand(antwoordpad, ANTWOORDEN, gekeurd.brin) as schrijf,
    ):
        meldingen = lees_levering(bron, KLASSEN)
        for melding, antwoord in verwerk(boeker, berichtsoorten(peildatum), meldingen):
            schrijf(naar_xml(antwoord, f"{naam_van(melding)}_response"))
            verslag.tel(melding, antwoord)
            gedaan(1)
    return verslag


def berichtsoorten(peildatum: date) -> list[Berichtsoort]:
    """Give the kinds of message, judged on a day."""
    signalen = catalogus("vavo").signalen
    return [
        Berichtsoort(
            klasse=Inschrijving,
            oordeel=lambda meldingen: [() for _ in meldingen],
            ingehaald=signalen["bericht_ingehaald_inschrijving"],
            onbekend=signalen["inschrijving_onbekend"],
        ),
        Berichtsoort(
            klasse=Examenresultaat,
            oordeel=lambda meldingen: list(_oordeel_examenresultaten(meldingen, peildatum)),
            ingehaald=signalen["bericht_ingehaald_resultaat"],
            onbekend=signalen["examenresultaat_onbekend"],
        ),
    ]


def _oordeel_examenresultaten(
    meldingen: Sequence[Aanlevering], peildatum: date
) -> Iterator[Sequence[Bevinding]]:
    frames = kolommen(Examenresultaat, (melding.entiteit for melding in meldingen))
    gevonden = per_stand(bevindingen(frames, bereken(frames), peildatum))
    for stand in range(len(meldingen)):
        yield tuple(
            Bevinding(
                signaal=een.signaal,
                signaaltekst=een.tekst,
                effect=een.effect,
                sleutels=_sleutels(een.sleutels),
            )
            for een in gevonden.get(stand, ())
        )


def _sleutels(sleutels: Mapping[str, str]) -> tuple[Sleutelgegeven, ...]:
    return tuple(Sleutelgegeven(sleutelnaam=n, sleutelwaarde=w) for n, w in sleutels.items())
