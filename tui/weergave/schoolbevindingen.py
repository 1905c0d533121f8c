"""The findings of a whole school: how often each signal sounds, and at whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import frozen

from register.signaal import Bevinding, Onderdeel, Signaal, catalogus
from tui.weergave.bevindingen import plaatstekst
from tui.weergave.notatie import meervoud
from tui.weergave.tabel import Kolom, Rij, Toon, over_alles

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Sleutel

SIGNAALKOLOMMEN = (
    Kolom(kop="aantal", breedte=7, rechts=True),
    Kolom(kop="signaal", breedte=30, rekt=True),
    Kolom(kop="effect", breedte=18),
)

PLAATSKOLOMMEN = (
    Kolom(kop="student", breedte=10),
    Kolom(kop="naam", breedte=20, rekt=True),
    Kolom(kop="stand", breedte=12),
    Kolom(kop="plaats", breedte=30),
)


@frozen(kw_only=True)
class Schoolbevinding:
    """A finding with the stand it is on.

    Attributes:
        soort: the kind of stand.
        sleutel: what the stand is about.
        student: studentnummer, or "".
        naam: name of the student.
        bevinding: the signal at its place in the stand.
    """

    soort: str
    sleutel: Sleutel
    student: str
    naam: str
    bevinding: Bevinding


def tellingen(bevindingen: Sequence[Schoolbevinding]) -> list[tuple[Onderdeel, Signaal, int]]:
    """Count the findings per signal that sounds, by part and in the manual's order."""
    aantallen = Counter(een.bevinding.signaal.id for een in bevindingen)
    signalen = catalogus("vavo")
    return [
        (onderdeel, signaal, aantallen[signaal.id])
        for onderdeel in signalen.onderdelen.values()
        for signaal in signalen.van_deel(onderdeel.naam)
        if aantallen[signaal.id]
    ]


def signaalrijen(bevindingen: Sequence[Schoolbevinding]) -> Iterator[Rij]:
    """One row per signal that sounds, under the name of its part; each refers to its signal."""
    for onderdeel, groep in groupby(tellingen(bevindingen), key=itemgetter(0)):
        yield over_alles(onderdeel.titel, Toon.KOP)
        for _, signaal, aantal in groep:
            yield Rij((str(aantal), signaal.naam, signaal.effect.value), verwijst=signaal)


def samenvatting(bevindingen: Sequence[Schoolbevinding]) -> str:
    """Say how many there are, and on how many standen."""
    standen = len({(een.soort, een.sleutel) for een in bevindingen})
    return (
        f"{meervoud(len(bevindingen), 'bevinding', 'bevindingen')} bij "
        f"{meervoud(standen, 'stand', 'standen')}"
    )


def plaatsrijen(bevindingen: Sequence[Schoolbevinding], signaal: Signaal) -> list[Rij]:
    """One row per place where a signal sounds, by name of the student."""
    van_signaal = [een for een in bevindingen if een.bevinding.signaal.id == signaal.id]
    return [
        Rij(
            (
                een.student,
                een.naam,
                een.sleutel.volgnummer or "student",
                plaatstekst(een.bevinding),
            ),
            verwijst=een,
        )
        for een in sorted(van_signaal, key=lambda een: (een.naam, een.sleutel.volgnummer))
    ]
