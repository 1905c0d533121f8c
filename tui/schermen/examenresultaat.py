"""One examenresultaat: the results with their marks, and the uitslag with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from textual.widget import Widget

from examen.model import Examenresultaat
from examen.uitkomst import CijferlijstUitkomst
from register.signaal import Bevinding
from tui.acties import Bereik
from tui.inzage import Inzage
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.cijferlijst import CijferlijstScherm
from tui.schermen.details import DetailScherm
from tui.schermen.tweeluik import BOVEN, ONDER, Tweeluik
from tui.weergave import examenresultaat as weergave
from tui.weergave.bezien import bezie
from tui.weergave.details import Paar
from tui.weergave.dossier import Beoordeeld
from tui.weergave.examenresultaat import Inzicht
from tui.weergave.namen import Namen


class ExamenresultaatScherm(Tweeluik):
    """Results above, uitslag and findings below."""

    UITLEG = (
        "Boven de resultaten met SE, CE per tijdvak en het berekende eindcijfer "
        "(! is onvoldoende). "
        "Onder de uitslag van elke cijferlijst met alle toetsen, ook na de eerste die niet voldaan "
        "is; 'zeker' noemt hoe zeker de norm is als dat niet hoog is. "
        "'Nodig voor' noemt per vak zonder CE het laagste CE waarmee de kandidaat slaagt; voor de "
        "andere vakken zonder CE is dan het cijfer van het SE genomen. "
        "Enter op de regel van de uitslag opent de cijferlijst. "
        "{stand.wijzigen} wijzigt of verwijdert ook het ene resultaat onder de cursor, of dat van "
        "de bevinding onder de cursor. "
        "Daaronder de bevindingen: wat DUO zou antwoorden als dit nu werd geleverd, en wat de "
        "kwaliteitscontrole achteraf zou melden."
    )

    BINDINGS = bindingen(Bereik.EXAMEN)
    BEREIKEN = (*Tweeluik.BEREIKEN, Bereik.EXAMEN)

    beoordeeld: Beoordeeld[Examenresultaat]
    _inzicht: Inzicht | None = None
    _namen: Namen | None = None
    _status: str = ""

    @property
    def _er(self) -> Examenresultaat:
        return self.beoordeeld.entiteit

    @property
    def kruim(self) -> str:
        """The volgnummer."""
        return f"examenresultaat {self._er.examenresultaatvolgnummer}"

    def inhoud(self) -> Iterable[Widget]:
        """Whose it is and a line about the examenresultaat above the two halves."""
        yield Regel(id="wie")
        yield Regel(id="kop")
        yield Rooster(weergave.RESULTAATKOLOMMEN, opent=self.open, id=BOVEN)
        yield Rooster(weergave.UITSLAGKOLOMMEN, opent=self.open, id=ONDER)

    async def vul(self) -> None:
        """Ask for what follows from the examenresultaat."""
        gevonden = await self.vraag(self._reken)
        if gevonden is not None:
            wie, beeld = gevonden
            self.query_one("#wie", Regel).zet(wie)
            self.query_one("#kop", Regel).zet(beeld.kop)
            self.boven.toon(beeld.resultaten, cursor=self.boven.cursor)
            self._status = beeld.status
            self.toon_onder(beeld.uitslag)

    def _reken(self, inzage: Inzage) -> tuple[str, weergave.Beeld]:
        from tui.werk.studenten import van_wie  # noqa: PLC0415 (loads the storage libraries)

        self._namen = inzage.namen
        self._inzicht = bezie(inzage, self.beoordeeld)
        beeld = weergave.beeld(self._er, self._inzicht, inzage.namen)
        return van_wie(inzage, self._er), beeld

    async def action_invoeren(self) -> None:
        """Enter the marks of this candidate."""
        from tui.schermen.invoer import KandidaatInvoerScherm  # noqa: PLC0415 (it opens this one)

        await self.app.push_screen(KandidaatInvoerScherm(self.leesdraad, self._er))

    async def action_wijzigen(self) -> None:
        """Show what can be done with the result under the cursor and the examenresultaat."""
        from tui.schermen.wijzigen import van_examen  # noqa: PLC0415 (loads the storage libraries)

        if self._namen is not None:
            rij = self._rij()
            gekozen = weergave.waarover(rij.verwijst if rij else None, self.boven.rijen)
            await van_examen(self, self._er, gekozen, self._namen)

    def toelichting(self, gekozen: Any) -> str:
        """Say what a toets found and what the norm is, or what a signal says."""
        return weergave.toelichting(gekozen) or self._status

    def uitleg_van(self, gekozen: Any) -> Sequence[Paar]:
        """Tell all about a toets, a finding or a result."""
        return weergave.details(gekozen, self._namen) if self._namen else ()

    def plek_van(self, bevinding: Bevinding) -> int | None:
        """Give the row of the result that a finding names."""
        return weergave.plek_van(bevinding, self.boven.rijen)

    async def open(self, gekozen: Any) -> None:
        """Open the cijferlijst, or all that is known of anything else."""
        if isinstance(gekozen, CijferlijstUitkomst) and self._inzicht is not None:
            await self.app.push_screen(
                CijferlijstScherm(self.leesdraad, self._er, self._inzicht, gekozen)
            )
        else:
            await self._open_details(gekozen)

    async def _open_details(self, gekozen: Any) -> None:
        soort = weergave.soort(gekozen)
        if not soort:
            self.meld("Over deze regel is niet meer te vertellen.")
        else:
            await self.app.push_screen(
                DetailScherm(
                    self.leesdraad, soort, lambda inzage: weergave.details(gekozen, inzage.namen)
                )
            )
