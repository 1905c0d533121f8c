"""Pictures on screen: how marks are spread, who passed, and what work there is still to do."""

from __future__ import annotations

import sys
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar

from textual.widget import Widget

from tui.acties import Bereik
from tui.groep.regel import Groepsregel
from tui.inzage import Inzage, Leesdraad
from tui.klok import vandaag
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.weergave import beelden, vakken
from tui.weergave.beelden import Cijfers, OpenVak
from tui.weergave.namen import Namen
from tui.weergave.tabel import Kolom, Rij, over_alles
from tui.weergave.vakken import Vakgroep

TEKENS = beelden.tekens_voor(getattr(sys.__stdout__, "encoding", ""))
"""What bars are drawn with on the terminal of this process."""


class BeeldScherm(Scherm):
    """A picture that is drawn anew at every width; subclasses ask for the numbers and draw."""

    BEREIKEN: ClassVar[tuple[Bereik, ...]] = (Bereik.OVERAL, Bereik.LIJST)

    def inhoud(self) -> Iterable[Widget]:
        """One list of lines."""
        yield Rooster((Kolom(kop="", breedte=60, rekt=True),), opent=self.open)

    async def open(self, gekozen: Any) -> None:
        """Open what a line refers to; most pictures have no such lines."""

    async def vul(self) -> None:
        """Ask for the numbers."""
        if await self.vraag(self.lees) is not None:
            self._toon()

    def on_resize(self) -> None:
        """Draw at the width there is."""
        super().on_resize()
        self._toon()

    def _toon(self) -> None:
        rooster = self.query_one(Rooster)
        rooster.toon(self.teken(self.size.width), cursor=rooster.cursor)

    @abstractmethod
    def lees(self, inzage: Inzage) -> bool:
        """Read the numbers and keep them; True when they are there."""

    @abstractmethod
    def teken(self, breedte: int) -> Sequence[Rij]:
        """Draw what was read; nothing before it is there."""


class VerdelingScherm(BeeldScherm):
    """How the marks of one vak are spread."""

    UITLEG = (
        "Hoeveel kandidaten elk cijfer hebben, afgerond op een heel cijfer: SE, het hoogste CE en "
        "het berekende eindcijfer. De staven van de drie hebben dezelfde maat."
    )

    def __init__(self, leesdraad: Leesdraad, groep: Vakgroep, naam: str) -> None:
        super().__init__(leesdraad)
        self._groep = groep
        self._naam = naam
        self._cijfers: Sequence[Cijfers] = ()

    @property
    def kruim(self) -> str:
        """The vak."""
        return f"verdeling {self._naam}"

    def lees(self, inzage: Inzage) -> bool:
        """Read the marks."""
        self._cijfers = inzage.beelden.verdeling(self._groep)
        return True

    def teken(self, breedte: int) -> Sequence[Rij]:
        """Draw the three kinds beside each other."""
        return beelden.verdeling(self._cijfers, breedte, TEKENS) if self._cijfers else ()


class SlagingScherm(BeeldScherm):
    """Who passed, per examenjaar and opleiding."""

    UITLEG = (
        "Welk deel van wie een volledig examen deed is geslaagd: de vastgestelde uitslag, en waar "
        "die er nog niet is de berekende. Wie deelexamen deed telt niet mee in het percentage, "
        "en wie is teruggetrokken nergens."
    )

    kruim = "slagingspercentages"

    def __init__(self, leesdraad: Leesdraad) -> None:
        super().__init__(leesdraad)
        self._regels: Sequence[Groepsregel] | None = None

    def lees(self, inzage: Inzage) -> bool:
        """Read the candidates."""
        self._regels = inzage.groepswerk.regels()
        return True

    def teken(self, breedte: int) -> Sequence[Rij]:
        """Draw a bar per opleiding under its year."""
        return () if self._regels is None else beelden.slaging(self._regels, breedte, TEKENS)


class OpenWerkScherm(BeeldScherm):
    """What is still to be entered, and how much was booked; Enter opens the sheet of a vak."""

    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE)
    UITLEG = (
        "Per vak hoeveel SE en CE er nog open zijn volgens de vakkentabel, het nieuwste examenjaar "
        "eerst; wie vrijstelling heeft wacht nergens op. {keuze.openen} op een vak opent het blad "
        "met alleen wat nog leeg is, en {invoer.te_doen} toont daar weer alles. Een werkstuk voert "
        "u in bij de kandidaat. Daaronder hoeveel er op elke dag van de "
        "laatste weken is geboekt, met de hand en door opdrachten."
    )

    kruim = "openstaand werk"

    def __init__(self, leesdraad: Leesdraad) -> None:
        super().__init__(leesdraad)
        self._gelezen: tuple[Sequence[OpenVak], Sequence[tuple[date, int]], Namen] | None = None

    def lees(self, inzage: Inzage) -> bool:
        """Read what is open and what was booked."""
        per_vak, per_dag = inzage.beelden.openstaand(), inzage.beelden.boekingen(vandaag())
        self._gelezen = per_vak, per_dag, inzage.namen
        return True

    def teken(self, breedte: int) -> Sequence[Rij]:
        """Draw a line per vak, and under them a line per day."""
        if self._gelezen is None:
            return ()
        per_vak, per_dag, namen = self._gelezen
        return [
            *beelden.open_werk(per_vak, namen, breedte, TEKENS),
            over_alles(""),
            *beelden.boekingen(per_dag, breedte, TEKENS),
        ]

    async def open(self, gekozen: OpenVak) -> None:
        """Open the sheet of a vak at what is still to be done."""
        from tui.schermen.invoer import VakInvoerScherm  # noqa: PLC0415 (it opens these pictures)

        assert self._gelezen is not None
        groep = Vakgroep(regime=gekozen.regime, niveau=gekozen.niveau, vak=gekozen.vak)
        naam = vakken.naam(groep, self._gelezen[-1])
        await self.app.push_screen(VakInvoerScherm(self.leesdraad, groep, naam, te_doen=True))
