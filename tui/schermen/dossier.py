"""The dossier of one student."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from examen.model import Examenresultaat
from register.model.persoon import Persoon
from tui.acties import Bereik
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.examenresultaat import ExamenresultaatScherm
from tui.schermen.gegevens import GegevensScherm
from tui.schermen.historie import HistorieScherm
from tui.schermen.omkeren import Omkeerbaar
from tui.weergave import dossier
from tui.weergave.dossier import Beoordeeld

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Student


class DossierScherm(Omkeerbaar):
    """Person, enrolments and examenresultaten in one list; Enter opens."""

    BINDINGS = bindingen(Bereik.STAND)
    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.STAND)
    UITLEG = (
        "Alles wat van deze student is geregistreerd. Enter opent een examenresultaat met de "
        "uitslag, of toont alle gegevens van de student of een inschrijving. De laatste kolom "
        "telt de bevindingen: wat DUO zou antwoorden, en achteraf zou melden."
    )

    def __init__(self, leesdraad: Leesdraad, student: Student) -> None:
        super().__init__(leesdraad)
        self._student = student
        self._persoon: Persoon | None = None

    @property
    def kruim(self) -> str:
        """The student's number, or else the name."""
        return f"student {self._student.studentnummer or self._student.naam}"

    def inhoud(self) -> Iterable[Widget]:
        """One line about the student above the list."""
        yield Regel(id="kop")
        yield Rooster(dossier.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for the dossier; the cursor begins at the last examenresultaat and then stays."""
        beeld = await self.vraag(self._beeld)
        if beeld is not None:
            rooster = self.query_one(Rooster)
            begin = rooster.cursor if rooster.rijen else beeld.begin
            self.query_one("#kop", Regel).zet(beeld.kop)
            rooster.toon(beeld.regels, cursor=begin)

    def _beeld(self, inzage: Inzage) -> dossier.Beeld:
        gelezen = inzage.dossier(self._student)
        self._persoon = gelezen.persoon.entiteit
        return dossier.beeld(gelezen, inzage.namen)

    async def _open(self, gekozen: Beoordeeld[Any]) -> None:
        """Open an examenresultaat, or all that is known of a person or enrolment."""
        if isinstance(gekozen.entiteit, Examenresultaat):
            await self.app.push_screen(ExamenresultaatScherm(self.leesdraad, gekozen))
        else:
            await self.app.push_screen(GegevensScherm(self.leesdraad, gekozen))

    async def action_wijzigen(self) -> None:
        """Show what can be done with the student, and with what the cursor is on."""
        from tui.schermen.wijzigen import van_dossier  # noqa: PLC0415 (loads the storage libraries)

        rij = self.query_one(Rooster).rij
        if self._persoon is not None:
            gekozen = rij.verwijst.entiteit if rij is not None and rij.verwijst else self._persoon
            await van_dossier(self, self._persoon, gekozen)

    async def action_historie(self) -> None:
        """Show every stand there was of what the cursor is on."""
        rij = self.query_one(Rooster).rij
        if rij is None or rij.verwijst is None:
            self.meld("Kies eerst de student, een inschrijving of een examenresultaat.")
        else:
            await self.app.push_screen(HistorieScherm(self.leesdraad, rij.verwijst.entiteit))
