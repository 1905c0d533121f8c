"""Some questions to answer before an act: a line to type in over the questions and answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence

from textual.widget import Widget

from tui.groep.vraag import Vraag
from tui.inzage import Leesdraad
from tui.onderdelen.regel import Zoekregel
from tui.onderdelen.rooster import Rooster
from tui.schermen.zoeken import Zoekscherm
from tui.weergave.tabel import Kolom, Rij

_KOLOMMEN = (Kolom(kop="vraag", breedte=36), Kolom(kop="antwoord", breedte=20, rekt=True))


class VragenScherm(Zoekscherm):
    """The questions with their answers; Enter goes on to the next, and after the last does it."""

    UITLEG = (
        "Typ het antwoord op de vraag onder de cursor; {zoeken.wis_teken} en "
        "{zoeken.wis_zoekregel} wissen. {keuze.openen} gaat naar de volgende vraag en na de "
        "laatste verder; met de pijltjes gaat u terug naar een eerdere. {overal.terug} gaat terug "
        "zonder iets te doen."
    )

    def __init__(
        self,
        leesdraad: Leesdraad,
        kruim: str,
        vragen: Sequence[Vraag],
        klaar: Callable[[Mapping[str, str]], Awaitable[None]],
    ) -> None:
        super().__init__(leesdraad)
        self._kruim = kruim
        self._vragen = vragen
        self._antwoorden = {vraag.naam: vraag.antwoord for vraag in vragen}
        self._klaar = klaar

    @property
    def kruim(self) -> str:
        """What it is asked for."""
        return self._kruim

    def inhoud(self) -> Iterable[Widget]:
        """The line to type in above the questions."""
        yield Zoekregel("Antwoord:")
        yield Rooster(_KOLOMMEN, opent=self._verder)

    @property
    def getypt(self) -> str:
        """The answer to the question under the cursor."""
        return self._antwoorden[self._vragen[self.query_one(Rooster).cursor].naam]

    @getypt.setter
    def getypt(self, antwoord: str) -> None:
        self._antwoorden[self._vragen[self.query_one(Rooster).cursor].naam] = antwoord

    async def vul(self) -> None:
        """Begin with the first question."""
        self._toon(0)
        self.toon_getypt()

    async def zoek(self) -> None:
        """Show the answer among the others."""
        self._toon(self.query_one(Rooster).cursor)

    def on_rooster_verplaatst(self) -> None:
        """Go on with the answer to the question under the cursor."""
        self.toon_getypt()

    def _toon(self, cursor: int) -> None:
        rijen = [Rij((v.tekst, self._antwoorden[v.naam]), verwijst=v) for v in self._vragen]
        self.query_one(Rooster).toon(rijen, cursor=cursor)

    async def _verder(self, vraag: Vraag) -> None:
        """Look at the answer, and go on to the next question or to what it was asked for."""
        plaats = self._vragen.index(vraag)
        if bezwaar := vraag.bezwaar(self._antwoorden[vraag.naam]):
            self.meld_fout(bezwaar)
            return
        self.meld("")
        if plaats + 1 < len(self._vragen):
            self._toon(plaats + 1)
            self.toon_getypt()
        elif eerder := [v for v in self._vragen if v.bezwaar(self._antwoorden[v.naam])]:
            self._toon(self._vragen.index(eerder[0]))
            self.toon_getypt()
        else:
            await self._klaar(self._antwoorden)
