"""What marks would do that are only tried out: the whole uitslag, of nothing that is booked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve
from textual.widget import Widget

from register.opslag import Sleutel
from tui.invoer.bladen import Plaats, met_waarden
from tui.invoer.cel import Waarde
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.schermen.details import DetailScherm
from tui.weergave import examenresultaat as weergave
from tui.weergave.namen import Namen
from tui.weergave.tabel import Rij
from tui.werk.studenten import van_wie


class ProefScherm(Scherm):
    """The uitslag with all toetsen and findings, as they would be."""

    kruim = "uitslag van de proef"
    UITLEG = (
        "Wat er uit de cijfers van de proef zou volgen: de uitslag met alle toetsen, en de "
        "bevindingen. Er is niets van vastgelegd."
    )

    def __init__(
        self, leesdraad: Leesdraad, sleutel: Sleutel, proef: Mapping[Plaats, Waarde]
    ) -> None:
        super().__init__(leesdraad)
        self._sleutel = sleutel
        self._proef = proef
        self._namen: Namen | None = None

    def inhoud(self) -> Iterable[Widget]:
        """Whose marks are tried out, above one list."""
        yield Regel(id="wie")
        yield Rooster(weergave.UITSLAGKOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Ask for what would follow."""
        wie, rijen = await self.vraag(self._reken) or ("", [])
        self.query_one("#wie", Regel).zet(wie)
        self.query_one(Rooster).toon(rijen)
        self.meld("PROEF: niets hiervan is vastgelegd.")

    def _reken(self, inzage: Inzage) -> tuple[str, list[Rij]]:
        self._namen = inzage.namen
        er = met_waarden(inzage.examenresultaat(self._sleutel), self._proef)
        (inzicht,) = inzage.inzichten(er)
        met_nodig = evolve(inzicht, nodig=inzage.wat_nodig(er))
        return van_wie(inzage, er), list(weergave.uitslagrijen(er, met_nodig, inzage.namen))

    async def _open(self, gekozen: Any) -> None:
        """Show all about a toets or a finding."""
        namen = self._namen
        if namen is not None and (paren := weergave.details(gekozen, namen)):
            await self.app.push_screen(
                DetailScherm(self.leesdraad, weergave.soort(gekozen) or "uitslag", lambda _: paren)
            )
