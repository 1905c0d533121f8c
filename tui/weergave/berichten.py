"""Leveringen and their messages on screen, with what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.weergave.details import Paar
from tui.weergave.notatie import geheel, meervoud, moment
from tui.weergave.tabel import Kolom, Rij, Toon

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag.leveringen import Bericht, Levering

LEVERINGKOLOMMEN = (
    Kolom(kop="wanneer", breedte=16),
    Kolom(kop="soort", breedte=8),
    Kolom(kop="levering", breedte=14, rekt=True),
    Kolom(kop="door", breedte=10),
    Kolom(kop="meld", breedte=5, rechts=True),
    Kolom(kop="goed", breedte=5, rechts=True),
    Kolom(kop="fout", breedte=5, rechts=True),
    Kolom(kop="open", breedte=5, rechts=True),
)

BERICHTKOLOMMEN = (
    Kolom(kop="nr", breedte=6, rechts=True),
    Kolom(kop="student", breedte=10),
    Kolom(kop="melding", breedte=27),
    Kolom(kop="volgnummer", breedte=10),
    Kolom(kop="antwoord", breedte=20, rekt=True),
)

_SOORTEN = {"in": "verwerkt", "uit": "gemaakt"}
_ANTWOORDEN = {True: "goedgekeurd", False: "AFGEKEURD", None: "nog geen antwoord"}


def leveringrijen(leveringen: Iterable[Levering]) -> list[Rij]:
    """One row per levering."""
    return [
        Rij(
            (
                moment(een.op),
                _SOORTEN[een.richting],
                een.naam,
                een.door,
                str(een.meldingen),
                geheel(een.goedgekeurd or None),
                geheel(een.afgekeurd or None),
                geheel(een.zonder_antwoord or None),
            ),
            Toon.LET_OP if een.afgekeurd else Toon.GEWOON,
            een,
        )
        for een in leveringen
    ]


def geteld(leveringen: Sequence[Levering]) -> str:
    """Say how many there are; when there are none, how they are made."""
    if not leveringen:
        return "Er is nog niets geleverd; vavo bericht maak maakt een levering."
    return meervoud(len(leveringen), "levering", "leveringen")


def berichtrijen(
    berichten: Iterable[Bericht], studenten: Mapping[str, str], *, alleen_afgekeurd: bool
) -> list[Rij]:
    """One row per message.

    Args:
        berichten: the messages of one levering.
        studenten: person number to studentnummer.
        alleen_afgekeurd: leave the others out.
    """
    return [
        Rij(
            (
                str(een.nummer),
                studenten.get(een.sleutel.persoon, ""),
                f"{een.soort} {een.handeling}",
                een.sleutel.volgnummer,
                antwoord(een),
            ),
            Toon.LET_OP if een.goedgekeurd is False else Toon.GEWOON,
            een,
        )
        for een in berichten
        if not alleen_afgekeurd or een.goedgekeurd is False
    ]


def antwoord(bericht: Bericht) -> str:
    """Say in a few words what was answered; rejected: the signals."""
    signalen = ", ".join(dict.fromkeys(een.signaal for een in bericht.bevindingen))
    return ": ".join(filter(None, (_ANTWOORDEN[bericht.goedgekeurd], signalen)))


def kort(bericht: Bericht) -> str:
    """Say what was answered in one word, for a narrow column."""
    return {True: "goedgekeurd", False: "AFGEKEURD", None: "verzonden"}[bericht.goedgekeurd]


def details(bericht: Bericht) -> list[Paar]:
    """All about one message and its answer."""
    paren: list[Paar] = [
        ("melding", f"{bericht.nummer}: {bericht.soort} {bericht.handeling}"),
        ("volgnummer", bericht.sleutel.volgnummer),
        ("antwoord", _ANTWOORDEN[bericht.goedgekeurd]),
    ]
    for een in bericht.bevindingen:
        paren += [
            ("signaal", een.signaal),
            ("  tekst", een.signaaltekst),
            ("  effect", een.effect),
            *((f"  {s.sleutelnaam}", s.sleutelwaarde) for s in een.sleutels),
        ]
    return paren
