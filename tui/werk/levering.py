"""Processing a levering: which kinds of message there are, how each is judged, what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Self

from attrs import define, field, frozen

from examen.model import Examenresultaat
from register.bericht import (
    Antwoord,
    Bevinding,
    Gekeurd,
    Melding,
    keur_levering,
    lees_levering,
    naam_van,
    schrijf_bestand,
)
from register.bericht.antwoord import ANTWOORDEN
from register.opslag import Register
from register.opslag.leveringen import Leveringen, Richting
from register.opslag.verzonden import Verzendingen
from register.referentie.opslag import Referentieopslag
from register.signaal import catalogus
from register.vavo.inschrijving import Inschrijving
from register.verwerking import Berichtsoort, Boeker, verwerk
from register.vormen.xml_vorm import naar_xml
from tui.werk.beoordelaar import Beoordelaar

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


@frozen(kw_only=True)
class Balie:
    """Where leveringen are processed: a register, what it was told before, and who judges."""

    register: Register
    verzendingen: Verzendingen
    leveringen: Leveringen
    beoordelaar: Beoordelaar
    door: str
    op: datetime

    @classmethod
    @contextmanager
    def open(cls, pad: Path, *, door: str, op: datetime, peildatum: date) -> Iterator[Self]:
        """Open a register to process leveringen in.

        Args:
            pad: the register.
            door: who does this.
            op: when.
            peildatum: the day on which is judged.
        """
        with (
            Register.open(pad) as register,
            Verzendingen.open(pad) as verzendingen,
            Leveringen.open(pad) as leveringen,
            Referentieopslag.open(pad, alleen_lezen=True) as opslag,
        ):
            yield cls(
                register=register,
                verzendingen=verzendingen,
                leveringen=leveringen,
                beoordelaar=Beoordelaar(register, opslag, peildatum),
                door=door,
                op=op,
            )

    def keur(self, pad: Path, gelezen: Callable[[int], None]) -> Gekeurd:
        """Read a levering through; see `keur_levering`."""
        with pad.open("rb") as bron:
            return keur_levering(bron, KLASSEN, self.op, gelezen)

    def verwerk(
        self, pad: Path, gekeurd: Gekeurd, antwoordpad: Path, gedaan: Callable[[int], None]
    ) -> Verslag:
        """Process a levering that can be read, and write the answers.

        Args:
            pad: the levering.
            gekeurd: what `keur` said of it.
            antwoordpad: where the answers go.
            gedaan: is told how many messages were processed since it was last told.
        """
        verslag = Verslag()
        with pad.open("rb") as bron:
            merk = file_digest(bron, "sha256").hexdigest()
        boeker = Boeker(
            register=self.register,
            verzendingen=self.verzendingen,
            leveringen=self.leveringen,
            door=self.door,
            levering=pad.name,
            nummer=self.leveringen.begin(
                pad.name, Richting.IN, op=self.op, door=self.door, merk=merk
            ),
            op=self.op,
        )
        with (
            pad.open("rb") as bron,
            schrijf_bestand(antwoordpad, ANTWOORDEN, gekeurd.brin) as schrijf,
        ):
            meldingen = lees_levering(bron, KLASSEN)
            for melding, antwoord in verwerk(boeker, berichtsoorten(self.beoordelaar), meldingen):
                schrijf(naar_xml(antwoord, f"{naam_van(melding)}_response"))
                verslag.tel(melding, antwoord)
                gedaan(1)
        return verslag


def berichtsoorten(beoordelaar: Beoordelaar) -> list[Berichtsoort]:
    """Give the kinds of message, in the order in which a batch is processed."""
    signalen = catalogus("vavo").signalen
    return [
        Berichtsoort(
            klasse=Inschrijving,
            oordeel=beoordelaar.inschrijvingen,
            ingehaald=signalen["bericht_ingehaald_inschrijving"],
            onbekend=signalen["inschrijving_onbekend"],
        ),
        Berichtsoort(
            klasse=Examenresultaat,
            oordeel=beoordelaar.examenresultaten,
            ingehaald=signalen["bericht_ingehaald_resultaat"],
            onbekend=signalen["examenresultaat_onbekend"],
        ),
    ]
