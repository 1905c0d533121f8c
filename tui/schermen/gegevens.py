"""A person or an enrolment: all that is registered, and what the controls found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from textual.widget import Widget

from register.model.persoon import Persoon
from register.signaal import Bevinding
from register.vavo.inschrijving import Inschrijving
from tui.inzage import Inzage
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.schermen.details import DetailScherm
from tui.schermen.tweeluik import BOVEN, ONDER, Tweeluik
from tui.weergave import bevindingen, details, dossier
from tui.weergave.details import Paar
from tui.weergave.dossier import Beoordeeld
from tui.weergave.tabel import Kolom


class GegevensScherm(Tweeluik):
    """Labels with their values above, findings below."""

    UITLEG = (
        "Boven alle gegevens, onder de bevindingen: wat DUO zou antwoorden, en wat de "
        "kwaliteitscontrole achteraf zou melden. Enter op een bevinding toont uitleg en wat te "
        "doen, {tweeluik.plaats} gaat naar haar plaats."
    )

    beoordeeld: Beoordeeld[Persoon] | Beoordeeld[Inschrijving]
    _paren: Sequence[Paar] = ()

    @property
    def kruim(self) -> str:
        """The volgnummer of an enrolment, or that it is the student."""
        entiteit = self.beoordeeld.entiteit
        if isinstance(entiteit, Inschrijving):
            return f"inschrijving {entiteit.inschrijvingvolgnummer}"
        return "gegevens"

    def inhoud(self) -> Iterable[Widget]:
        """Whose they are, and the values above the findings."""
        yield Regel(id="wie")
        yield Rooster(details.KOLOMMEN, opent=self.open, id=BOVEN)
        yield Rooster((Kolom(kop="", breedte=20, rekt=True),), opent=self.open, id=ONDER)

    async def vul(self) -> None:
        """Ask for the names, and show the findings."""
        wie, self._paren = await self.vraag(self._lees) or ("", [])
        self.query_one("#wie", Regel).zet(wie)
        self.on_resize()
        self.toon_onder(list(bevindingen.rijen(self.beoordeeld.bevindingen)))

    def _lees(self, inzage: Inzage) -> tuple[str, list[Paar]]:
        from tui.werk.studenten import van_wie  # noqa: PLC0415 (loads the storage libraries)

        entiteit = self.beoordeeld.entiteit
        return van_wie(inzage, entiteit), dossier.details(entiteit, inzage.namen)

    def on_resize(self) -> None:
        """Break the long values anew."""
        rijen = details.rijen(self._paren, self.size.width)
        self.boven.toon(rijen, cursor=self.boven.cursor)

    def plek_van(self, bevinding: Bevinding) -> int | None:
        """Give the line of the period that a finding names."""
        return dossier.plek_van(bevinding, self.boven.rijen)

    async def open(self, gekozen: Any) -> None:
        """Show all about a finding."""
        if isinstance(gekozen, Bevinding):
            await self.app.push_screen(
                DetailScherm(self.leesdraad, "bevinding", lambda _: bevindingen.details(gekozen))
            )

    async def action_wijzigen(self) -> None:
        """Show what can be done with the person or enrolment."""
        from tui.schermen.wijzigen import van_stand  # noqa: PLC0415 (loads the storage libraries)

        await van_stand(self, self.beoordeeld.entiteit)
