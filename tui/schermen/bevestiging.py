"""Asking before something goes: what goes, and the number that has to be typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import ClassVar

from textual import events
from textual.widget import Widget

from tui.acties import Bereik
from tui.formulier.bevestiging import Antwoord, Bevestiging
from tui.inzage import Leesdraad
from tui.onderdelen.regel import Zoekregel
from tui.onderdelen.stilrooster import StilRooster
from tui.schermen.basis import Scherm
from tui.weergave.tabel import Kolom, over_alles
from tui.werk.invullingen import GELIJK


class BevestigScherm(Scherm):
    """What goes, line by line, under the question."""

    BEGIN = "StilRooster"
    BEREIKEN: ClassVar[tuple[Bereik, ...]] = ()
    UITLEG = (
        "Alleen het aantal, gevolgd door Enter, doet wat er staat; elke andere toets gaat terug "
        "zonder iets te wijzigen."
    )

    kruim = "bevestigen"

    def __init__(
        self, leesdraad: Leesdraad, bevestiging: Bevestiging, bij_ja: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(leesdraad)
        self._bevestiging = bevestiging
        self._bij_ja = bij_ja

    def inhoud(self) -> Iterable[Widget]:
        """The question above what goes."""
        yield Zoekregel(self._bevestiging.vraag)
        yield StilRooster((Kolom(kop="", breedte=20, rekt=True),))

    async def vul(self) -> None:
        """Show what goes."""
        self.query_one(Zoekregel).toon("")
        self.query_one(StilRooster).toon([over_alles(regel) for regel in self._bevestiging.wat])
        self.meld("Elke andere toets gaat terug zonder iets te wijzigen.")

    async def toets(self, toets: events.Key) -> bool:
        """Type the answer; every key is one."""
        teken = toets.character if toets.is_printable else toets.key
        match self._bevestiging.druk(teken or ""):
            case Antwoord.NOG_NIET:
                self.query_one(Zoekregel).toon(self._bevestiging.getypt)
            case Antwoord.NEE:
                await self.keer_terug(GELIJK)
            case Antwoord.JA:
                await self.app.pop_screen()
                await self._bij_ja()
        return True
