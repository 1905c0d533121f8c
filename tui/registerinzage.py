"""What the screens may ask, answered from the register and the rules of the exam.

Loading this module loads the storage and column libraries; the app does so after its first screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Self

from examen.model import Examenresultaat
from examen.oordeel import uitkomsten
from examen.reken.nodig import Nodig, wat_nodig
from examen.tabellen import tabellen
from examen.uitkomst import Uitkomst
from register.fouten import RegisterFout
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel, Student
from register.vavo.inschrijving import Inschrijving
from tui.namen import TabelNamen
from tui.weergave.dossier import Dossier


class RegisterInzage:
    """Reads one register; see `tui.inzage.Inzage`."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._rekent = Lock()
        self.namen = TabelNamen()

    @classmethod
    def open(cls, pad: Path) -> Self:
        """Open the register; one of an older version is upgraded.

        Raises:
            RegisterFout: it is no register, or one of a newer version.
        """
        return cls(Register.open(pad))

    def bereid_voor(self) -> None:
        """Load the tables of the law; whoever asks for an outcome meanwhile waits for them."""
        with self._rekent:
            tabellen()

    def zoek_studenten(self, tekst: str, limiet: int) -> Sequence[Student]:
        """Find students by number, name or BSN."""
        return self._register.zoek_studenten(tekst, limiet)

    def dossier(self, student: Student) -> Dossier:
        """Give all that is current of a student.

        Raises:
            RegisterFout: the student is gone since the search.
        """
        actueel = self._register.actueel(Persoon, Sleutel(student.persoon))
        if actueel is None:
            raise RegisterFout("deze student staat niet meer in het register")
        inschrijvingen = self._register.actuelen(Inschrijving, student.persoon)
        examenresultaten = self._register.actuelen(Examenresultaat, student.persoon)
        return Dossier(
            persoon=actueel[1],
            inschrijvingen=tuple(entiteit for _, entiteit in inschrijvingen),
            examenresultaten=tuple(entiteit for _, entiteit in examenresultaten),
        )

    def uitkomst(self, examenresultaat: Examenresultaat) -> Uitkomst:
        """Compute all that follows today from an examenresultaat."""
        vandaag = datetime.now().astimezone().date()
        with self._rekent:
            (uitkomst,) = uitkomsten([examenresultaat], vandaag)
        return uitkomst

    def wat_nodig(self, examenresultaat: Examenresultaat) -> Sequence[Nodig]:
        """Compute per subject without CE the lowest CE mark with which the candidate passes."""
        with self._rekent:
            return wat_nodig(examenresultaat)

    def sluit(self) -> None:
        """Close the register."""
        self._register.sluit()
