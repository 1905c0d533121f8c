"""The dossier of one student."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from examen.model import Examenresultaat
from register.model.persoon import Persoon
from register.vavo.inschrijving import Inschrijving
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.schermen.details import DetailScherm
from tui.schermen.examenresultaat import ExamenresultaatScherm
from tui.weergave import dossier
from tui.weergave.details import Paar

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Student


class DossierScherm(Scherm):
    """Person, enrolments and examenresultaten in one list; Enter opens."""

    UITLEG = (
        "Alles wat van deze student is geregistreerd. Enter opent een examenresultaat met de "
        "uitslag, of toont alle gegevens van de persoon of een inschrijving."
    )

    def __init__(self, leesdraad: Leesdraad, student: Student) -> None:
        super().__init__(leesdraad)
        self._student = student

    @property
    def kruim(self) -> str:
        """The student's number, or else the name."""
        return f"student {self._student.studentnummer or self._student.naam}"

    def inhoud(self) -> Iterable[Widget]:
        """One line about the student above the list."""
        yield Regel(id="kop")
        yield Rooster(dossier.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for the dossier."""
        beeld = await self.vraag(self._beeld)
        if beeld is not None:
            self.query_one("#kop", Regel).zet(beeld.kop)
            self.query_one(Rooster).toon(beeld.regels, cursor=beeld.begin)

    def _beeld(self, inzage: Inzage) -> dossier.Beeld:
        return dossier.beeld(inzage.dossier(self._student), inzage.namen)

    async def _open(self, gekozen: Persoon | Inschrijving | Examenresultaat) -> None:
        """Open an examenresultaat, or all that is known of a person or enrolment."""
        if isinstance(gekozen, Examenresultaat):
            await self.app.push_screen(ExamenresultaatScherm(self.leesdraad, gekozen))
            return

        def paren(inzage: Inzage) -> list[Paar]:
            return dossier.details(gekozen, inzage.namen)

        soort = "persoon" if isinstance(gekozen, Persoon) else "inschrijving"
        await self.app.push_screen(DetailScherm(self.leesdraad, soort, paren))
