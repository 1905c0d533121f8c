"""One cijferlijst: every line with its marks and what it counts for."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from examen.model import Examenresultaat, Resultaat
from examen.uitkomst import CijferlijstUitkomst
from tui.acties import Bereik
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.regel import VET, Regel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.details import DetailScherm
from tui.weergave import cijferlijst
from tui.weergave.examenresultaat import Inzicht, details, soort


class CijferlijstScherm(Scherm):
    """The lines of a cijferlijst under its uitslag."""

    BINDINGS = bindingen(Bereik.CIJFERLIJST)
    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.CIJFERLIJST)
    UITLEG = (
        "De regels van de cijferlijst. 'telt' zegt of een resultaat meetelt voor het diploma "
        "('weg': weggelaten om te slagen), 'comb' of het deel is van het combinatiecijfer. "
        "'Nodig voor' noemt per vak zonder CE het laagste CE waarmee de kandidaat slaagt."
    )

    def __init__(
        self,
        leesdraad: Leesdraad,
        er: Examenresultaat,
        inzicht: Inzicht,
        lijst: CijferlijstUitkomst,
    ) -> None:
        super().__init__(leesdraad)
        self._er = er
        self._inzicht = inzicht
        self._lijst = lijst

    @property
    def kruim(self) -> str:
        """The opleiding."""
        return f"cijferlijst {self._lijst.opleiding}"

    def inhoud(self) -> Iterable[Widget]:
        """The uitslag above the lines."""
        yield Regel(id="kop")
        yield Rooster(cijferlijst.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for the names of the subjects."""
        beeld = await self.vraag(self._beeld)
        if beeld is not None:
            self.query_one("#kop", Regel).zet((beeld.kop, VET))
            self.query_one(Rooster).toon(beeld.regels)

    def _beeld(self, inzage: Inzage) -> cijferlijst.Beeld:
        return cijferlijst.beeld(self._er, self._inzicht, self._lijst, inzage.namen)

    async def action_details(self) -> None:
        """Show all about the result under the cursor."""
        await self.query_one(Rooster).action_openen()

    async def _open(self, gekozen: Resultaat) -> None:
        await self.app.push_screen(
            DetailScherm(
                self.leesdraad, soort(gekozen), lambda inzage: details(gekozen, inzage.namen)
            )
        )
