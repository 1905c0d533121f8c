"""The list of students that a search found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.weergave.notatie import datum_met_nullen
from tui.weergave.tabel import Kolom, Rij

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Student

KOLOMMEN = (
    Kolom(kop="student", breedte=15),
    Kolom(kop="naam", breedte=20, rekt=True),
    Kolom(kop="geboren", breedte=10),
    Kolom(kop="BSN", breedte=13),
)


def rijen(studenten: Iterable[Student]) -> list[Rij]:
    """One row per student, referring to the student."""
    return [
        Rij(
            (
                student.studentnummer or "",
                student.naam,
                datum_met_nullen(student.geboortedatum),
                student.persoon,
            ),
            verwijst=student,
        )
        for student in studenten
    ]


def gevonden(aantal: int, limiet: int) -> str:
    """Say how many students were found."""
    if aantal == 0:
        return "Geen student gevonden."
    if aantal >= limiet:
        return f"De eerste {aantal} studenten; typ meer om te kiezen."
    return "1 student gevonden." if aantal == 1 else f"{aantal} studenten gevonden."
