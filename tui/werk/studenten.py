"""Who is meant: from a number that a user types to the person number of the register."""

from __future__ import annotations

from register.opslag import Register


def persoonsnummers(register: Register, nummer: str) -> list[str]:
    """Give the person numbers a studentnummer, BSN or onderwijsnummer leads to; none if unknown."""
    return [
        student.persoon
        for student in register.zoek_studenten(nummer, limiet=-1)
        if nummer in (student.persoon, student.studentnummer)
    ]
