"""Who is meant: from a number that a user types to the person, and from a person to a name."""

from __future__ import annotations

from typing import Any

from register.model.persoon import Persoon
from register.opslag import Register, Student, sleutel_van
from tui.inzage import Inzage

NAAMLOOS = "student zonder naam of nummer"


def persoonsnummers(register: Register, nummer: str) -> list[str]:
    """Give the person numbers a studentnummer, BSN or onderwijsnummer leads to; none if unknown."""
    return [
        student.persoon
        for student in register.zoek_studenten(nummer, limiet=-1)
        if nummer in (student.persoon, student.studentnummer)
    ]


def noem(persoon: Persoon) -> str:
    """Name a student on screen, without a number that is the person's."""
    eigen = (persoon.burgerservicenummer, persoon.onderwijsnummer)
    nummer = persoon.studentnummer if persoon.studentnummer not in eigen else None
    return " ".join(filter(None, (nummer, persoon.naam))) or NAAMLOOS


def van_wie(inzage: Inzage, entiteit: Any) -> str:
    """Name the student whose enrolment or examenresultaat this is; empty when there is none."""
    if isinstance(entiteit, Persoon):
        return noem(entiteit)
    standen = inzage.standen(sleutel_van(entiteit).persoon)
    return " en ".join(noem(een) for _, een in standen if isinstance(een, Persoon))


def student_van(persoon: Persoon) -> Student:
    """Give a person as the list of search results has it."""
    return Student(
        persoon=sleutel_van(persoon).persoon,
        studentnummer=persoon.studentnummer,
        naam=persoon.naam,
        geboortedatum=persoon.geboortedatum,
    )
