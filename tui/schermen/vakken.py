"""Which vak to enter marks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from tui.acties import Bereik
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.regel import Zoekregel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.beelden import VerdelingScherm
from tui.schermen.invoer import VakInvoerScherm
from tui.schermen.zoeken import Zoekscherm
from tui.weergave import vakken
from tui.weergave.namen import Namen
from tui.weergave.vakken import Vakgroep


class VakkenScherm(Zoekscherm):
    """The vakken that candidates have, the newest year first; Enter opens the sheet."""

    BINDINGS = bindingen(Bereik.VAKKEN)
    BEREIKEN = (*Zoekscherm.BEREIKEN, Bereik.VAKKEN)
    UITLEG = (
        "De vakken waarin kandidaten een resultaat hebben, het nieuwste examenjaar eerst, met "
        "hoeveel kandidaten al een SE en een CE hebben. Typ een jaar, niveau, code of deel van de "
        "naam; Enter opent het blad om cijfers in te voeren."
    )

    kruim = "cijfers"

    def __init__(self, leesdraad: Leesdraad, gezocht: str = "") -> None:
        super().__init__(leesdraad)
        self.getypt = gezocht
        self._groepen: Sequence[Vakgroep] = ()
        self._namen: Namen | None = None

    def inhoud(self) -> Iterable[Widget]:
        """Search line above the list."""
        yield Zoekregel("Zoek vak (jaar, niveau, code of naam):")
        yield Rooster(vakken.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for the vakken."""
        self.toon_getypt()
        gelezen = await self.vraag(self._lees)
        if gelezen is not None:
            self._groepen, self._namen = gelezen
            await self.zoek()

    @staticmethod
    def _lees(inzage: Inzage) -> tuple[Sequence[Vakgroep], Namen]:
        return inzage.vakgroepen(), inzage.namen

    async def zoek(self) -> None:
        """Show the vakken that have what is typed."""
        if self._namen is not None:
            rooster = self.query_one(Rooster)
            rijen = vakken.rijen(self._groepen, self._namen, self.getypt)
            rooster.toon(rijen, cursor=rooster.cursor)
            self.meld(f"{len(rijen)} van {len(self._groepen)} vakken")

    async def action_verdeling(self) -> None:
        """Show how the marks of the vak under the cursor are spread."""
        rij = self.query_one(Rooster).rij
        if rij is not None and self._namen is not None:
            naam = vakken.naam(rij.verwijst, self._namen)
            await self.app.push_screen(VerdelingScherm(self.leesdraad, rij.verwijst, naam))

    async def _open(self, groep: Vakgroep) -> None:
        assert self._namen is not None
        naam = vakken.naam(groep, self._namen)
        await self.app.push_screen(VakInvoerScherm(self.leesdraad, groep, naam))
