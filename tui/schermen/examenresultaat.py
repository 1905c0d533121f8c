"""One examenresultaat: the results with their marks, and the uitslag with its reasons."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from examen.model import Examenresultaat
from examen.uitkomst import CijferlijstUitkomst, Uitkomst
from tui.acties import Bereik
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.cijferlijst import CijferlijstScherm
from tui.schermen.details import DetailScherm
from tui.weergave import examenresultaat as weergave


class ExamenresultaatScherm(Scherm):
    """Results above, uitslag below; side by side on a wide screen."""

    BEGIN = "#uitslag"
    BINDINGS = bindingen(Bereik.EXAMENRESULTAAT)
    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.EXAMENRESULTAAT)
    UITLEG = (
        "Boven de resultaten met SE, CE per tijdvak en het berekende eindcijfer "
        "(! is onvoldoende). "
        "Onder de uitslag van elke cijferlijst met alle toetsen, ook na de eerste die niet voldaan "
        "is; 'zeker' noemt hoe zeker de norm is als dat niet hoog is. "
        "Enter op de regel van de uitslag opent de cijferlijst."
    )

    def __init__(self, leesdraad: Leesdraad, er: Examenresultaat) -> None:
        super().__init__(leesdraad)
        self._er = er
        self._uitkomst: Uitkomst | None = None
        self._status = ""

    @property
    def kruim(self) -> str:
        """The volgnummer."""
        return f"examenresultaat {self._er.examenresultaatvolgnummer}"

    def inhoud(self) -> Iterable[Widget]:
        """One line about the examenresultaat above the two halves."""
        yield Regel(id="kop")
        yield Rooster(weergave.RESULTAATKOLOMMEN, opent=self._open, id="resultaten")
        yield Rooster(weergave.UITSLAGKOLOMMEN, opent=self._open, id="uitslag")

    async def vul(self) -> None:
        """Ask for what follows from the examenresultaat."""
        beeld = await self.vraag(self._reken)
        if beeld is not None:
            self.query_one("#kop", Regel).zet(beeld.kop)
            self.query_one("#resultaten", Rooster).toon(beeld.resultaten)
            self.query_one("#uitslag", Rooster).toon(beeld.uitslag)
            self._status = beeld.status
            self._licht_toe()

    def _reken(self, inzage: Inzage) -> weergave.Beeld:
        self._uitkomst = inzage.uitkomst(self._er)
        nodig = inzage.wat_nodig(self._er)
        return weergave.beeld(self._er, self._uitkomst, nodig, inzage.namen)

    def _licht_toe(self) -> None:
        """Say on the status line what the columns have no room for."""
        rooster = self.focused
        rij = rooster.rij if isinstance(rooster, Rooster) else None
        self.meld(weergave.toelichting(rij.verwijst if rij else None) or self._status)

    def on_rooster_verplaatst(self) -> None:
        """Explain the row under the cursor."""
        self._licht_toe()

    def action_andere_helft(self) -> None:
        """Give the keys to the other half."""
        anders = "#uitslag" if self.query_one("#resultaten").has_focus else "#resultaten"
        self.set_focus(self.query_one(anders))
        self._licht_toe()

    async def action_details(self) -> None:
        """Show all about the row under the cursor."""
        rooster = self.focused
        if isinstance(rooster, Rooster) and rooster.rij is not None:
            await self._open(rooster.rij.verwijst)

    async def _open(self, gekozen: object) -> None:
        """Open the cijferlijst, or all that is known of anything else."""
        if isinstance(gekozen, CijferlijstUitkomst) and self._uitkomst is not None:
            await self.app.push_screen(
                CijferlijstScherm(self.leesdraad, self._er, self._uitkomst, gekozen)
            )
        else:
            await self._open_details(gekozen)

    async def _open_details(self, gekozen: object) -> None:
        soort = weergave.soort(gekozen)
        if not soort:
            self.meld("Over deze regel is niet meer te vertellen.")
        else:
            await self.app.push_screen(
                DetailScherm(
                    self.leesdraad, soort, lambda inzage: weergave.details(gekozen, inzage.namen)
                )
            )
