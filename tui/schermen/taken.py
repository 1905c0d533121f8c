"""The jobs of this session: all of them, and the progress and log of one."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from examen.model import Examenresultaat
from register.opslag import Sleutel, soort_van
from tui.acties import Bereik
from tui.inzage import Leesdraad
from tui.onderdelen.regel import Regel
from tui.onderdelen.rooster import Rooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.beelden import TEKENS
from tui.schermen.stand import open_stand
from tui.taken.lijst import Staat, Taak
from tui.taken.pijp import Logregel
from tui.weergave import taken
from tui.weergave.tabel import voluit


class TakenScherm(Scherm):
    """Every job that was begun, the newest first; Enter shows its log."""

    UITLEG = (
        "Wat lang duurt loopt als taak naast het scherm: u kunt intussen verder werken. Enter "
        "toont de voortgang en het log van een taak. Wie het programma sluit, breekt af wat loopt."
    )

    kruim = "taken"

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(taken.KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show the jobs, and again at any news."""
        self.leesdraad.taken.luisteraars.add(self._toon)
        self._toon()

    def on_unmount(self) -> None:
        """Listen no more."""
        self.leesdraad.taken.luisteraars.discard(self._toon)

    def _toon(self) -> None:
        self.query_one(Rooster).vul_aan(taken.rijen(self.leesdraad.taken.alle))
        if not self.leesdraad.taken.alle:
            self.meld(
                self.zin("Er is nog geen taak begonnen; dat kan bij Kandidaten: {groep.doe}.")
            )

    async def _open(self, taak: Taak) -> None:
        await self.app.push_screen(TaakScherm(self.leesdraad, taak))


class TaakScherm(Scherm):
    """The progress and the log of one job; Enter opens the candidate of a line."""

    BINDINGS = bindingen(Bereik.TAAK)
    BEREIKEN = (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.TAAK)
    UITLEG = (
        "Hoe ver de taak is en wat zij te melden had, wat fout ging het eerst. Enter opent het "
        "examenresultaat van de regel. {overal.terug} gaat terug en laat de taak doorlopen; "
        "{taak.breek_af} breekt haar af."
    )

    def __init__(self, leesdraad: Leesdraad, taak: Taak) -> None:
        super().__init__(leesdraad)
        self._taak = taak
        self._getoond = -1
        self._vraagt = False

    @property
    def kruim(self) -> str:
        """What is done."""
        return self._taak.werkorder.titel

    def inhoud(self) -> Iterable[Widget]:
        """How far it is above the log."""
        yield Regel(id="kop")
        yield Rooster(taken.LOGKOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show how it is doing, and again at any news."""
        self.leesdraad.taken.luisteraars.add(self._toon)
        self._toon()

    def on_unmount(self) -> None:
        """Listen no more."""
        self.leesdraad.taken.luisteraars.discard(self._toon)

    def _toon(self) -> None:
        self.query_one("#kop", Regel).zet(taken.voortgang(self._taak, TEKENS))
        if len(self._taak.log) != self._getoond:
            self._getoond = len(self._taak.log)
            rijen = taken.logrijen(self._taak.log)
            self.query_one(Rooster).vul_aan(voluit(rijen, taken.LOGKOLOMMEN, self.size.width))
        if self._taak.slot:
            mislukt = self._taak.staat is Staat.MISLUKT
            if mislukt:
                self.meld_fout(self._taak.slot)
            else:
                self.meld(self._taak.slot, heel=True)

    def action_breek_af(self) -> None:
        """Stop the job, when it is asked for twice."""
        if self._taak.staat is not Staat.LOOPT:
            self.meld("Deze taak loopt niet meer.")
        elif self._vraagt:
            self.leesdraad.taken.breek_af(self._taak)
        else:
            self._vraagt = True
            zin = "Nog eens {taak.breek_af} breekt de taak af; wat al gedaan is blijft gedaan."
            self.meld(self.zin(zin))

    async def _open(self, regel: Logregel) -> None:
        if regel.kandidaat is not None:
            await open_stand(self, soort_van(Examenresultaat), Sleutel(*regel.kandidaat))
