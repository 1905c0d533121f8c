"""What the screens may ask, and the thread on which it is asked.

`Inzage` is the contract of the screens with the register and the rules; tui/registerinzage.py
fulfils it. `Leesdraad` puts questions on a thread beside the screen: heavy libraries load there
and the register is read there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tui.taken.lijst import Taken

if TYPE_CHECKING:  # loads what the first screen does without, and heavy libraries
    from examen.model import Examenresultaat
    from examen.reken.nodig import Nodig
    from examen.uitkomst import Uitkomst
    from register.opslag import Sleutel, Stand, Student
    from register.opslag.leveringen import Bericht, Levering
    from register.vormen.verschil import Wijziging
    from tui.groep.regel import Groepsregel, Groepsvoorstel
    from tui.invoer.bladen import Kandidaat
    from tui.taken.pijp import Werkorder
    from tui.weergave.beelden import Cijfers, OpenVak
    from tui.weergave.dossier import Beoordeeld, Dossier
    from tui.weergave.examenresultaat import Inzicht
    from tui.weergave.historie import Historieregel
    from tui.weergave.namen import Namen
    from tui.weergave.schoolbevindingen import Schoolbevinding
    from tui.weergave.vakken import Vakgroep
    from tui.werk.bijhouden import Celwijziging, Omgekeerd

A = TypeVar("A")
E = TypeVar("E")


class Bijhouding(Protocol):
    """Changing what is registered; every method may raise a VavoFout."""

    def leg_vast(
        self, wijzigingen: Sequence[Celwijziging], reden: str
    ) -> Mapping[Sleutel, Examenresultaat]:
        """Book values as one step; a value that somebody else changed is a CelconflictFout."""

    def doe(
        self, entiteiten: Sequence[tuple[Any, Stand | None]], weg: Sequence[Stand], reden: str
    ) -> None:
        """Book whole standen as one step, each on the condition of the stand it is based on."""

    def heridentificeer(self, persoon: str, bsn: str) -> None:
        """Book all there is of a person with an onderwijsnummer under a BSN."""

    def maak_ongedaan(self) -> Omgekeerd:
        """Undo the last step of this user."""

    def doe_opnieuw(self) -> Omgekeerd:
        """Do the step again that was undone last."""


class Groepswerk(Protocol):
    """Work on many candidates at once; every method may raise a VavoFout."""

    def regels(self) -> Sequence[Groepsregel]:
        """Give every candidate, by name."""

    def uitslagen(
        self, regels: Sequence[Groepsregel], datum: date
    ) -> Iterator[Sequence[Groepsvoorstel]]:
        """Propose to take over what was computed, with the uitslag of a day, some at a time."""

    def herberekeningen(self, regels: Sequence[Groepsregel]) -> Iterator[Sequence[Groepsvoorstel]]:
        """Propose to keep what is computed now, some at a time."""

    def boek(self, voorstellen: Sequence[Groepsvoorstel], reden: str) -> int:
        """Book the proposals that go through as one step, and give how many."""

    def werkorder(
        self,
        soort: str,
        titel: str,
        regels: Sequence[Groepsregel] = (),
        **opties: str,
    ) -> Werkorder:
        """Give the order of a job about some candidates, or about all."""


class Scholen(Protocol):
    """What a school has on its papers; every method may raise a VavoFout."""

    def van(self, brin: str) -> Mapping[str, str]:
        """Give what is remembered of a school, by name."""

    def onthoud(self, brin: str, gegevens: Mapping[str, str]) -> None:
        """Remember these of a school for the next time; no empty ones."""


class Beelden(Protocol):
    """The numbers of pictures; every method may raise a VavoFout."""

    def verdeling(self, groep: Vakgroep) -> Sequence[Cijfers]:
        """Give all SE, CE and eindcijfers of a vak."""

    def openstaand(self) -> Sequence[OpenVak]:
        """Give the vakken of which marks are still to come."""

    def boekingen(self, vandaag: date) -> Sequence[tuple[date, int]]:
        """Give how many bookings there were on each of the last days, today first."""


class Inzage(Protocol):
    """Reading students, dossiers and outcomes; every method may raise a VavoFout."""

    @property
    def bijhouding(self) -> Bijhouding:
        """Where changes go."""

    @property
    def groepswerk(self) -> Groepswerk:
        """Work on many candidates at once."""

    @property
    def scholen(self) -> Scholen:
        """What the schools have on their papers."""

    @property
    def beelden(self) -> Beelden:
        """The numbers of pictures."""

    @property
    def namen(self) -> Namen:
        """The names of codes."""

    def bereid_voor(self) -> None:
        """Load what computing needs, so that the first examenresultaat opens at once."""

    def zoek_studenten(self, tekst: str, limiet: int) -> Sequence[Student]:
        """Find students by number, name or BSN; at most `limiet`, best first."""

    def dossier(self, student: Student) -> Dossier:
        """Give all that is registered of a student, with what every control finds."""

    def beoordeeld(self, soort: str, sleutel: Sleutel) -> Beoordeeld[Any]:
        """Give one current stand with what every control finds."""

    def schoolbevindingen(self) -> Sequence[Schoolbevinding]:
        """Run every control over the whole register."""

    def historie(self, entiteit: Any) -> Sequence[Historieregel]:
        """Give every stand there was of what this entity is about."""

    def verschil(self, klasse: type[Any], oud: Stand | None, nieuw: Stand) -> Sequence[Wijziging]:
        """Give what differs between a stand and an earlier one, or nothing."""

    def actueel(self, entiteit: E) -> tuple[Stand, E]:
        """Give what is current of what this entity is about, with its stand."""

    def standen(self, persoon: str) -> Sequence[tuple[Stand, Any]]:
        """Give all that is current of a person: the person, enrolments, examenresultaten."""

    def brins(self) -> Sequence[str]:
        """Give the schools that the register has standen of."""

    def examenresultaat(self, sleutel: Sleutel) -> Examenresultaat:
        """Give the examenresultaat as it is now."""

    def inzichten(self, *versies: Examenresultaat) -> Sequence[Inzicht]:
        """Give what follows from versions of one examenresultaat, but for what is needed."""

    def vakgroepen(self) -> Sequence[Vakgroep]:
        """Give the vakken in which there are candidates, the newest examenregime first."""

    def kandidaten(self, groep: Vakgroep) -> Sequence[Kandidaat]:
        """Give who has a vak, by name; of each examenresultaat only its key and that vak."""

    def leveringen(self) -> Sequence[Levering]:
        """Give every levering that came in or went out, the newest first."""

    def berichten(self, levering: int) -> Sequence[Bericht]:
        """Give the messages of a levering, in order."""

    def studentnummers(self, personen: Collection[str]) -> Mapping[str, str]:
        """Give the studentnummer of each person number that has one."""

    def uitkomst(self, examenresultaat: Examenresultaat) -> Uitkomst:
        """Compute all that follows from an examenresultaat."""

    def wat_nodig(self, examenresultaat: Examenresultaat) -> Sequence[Nodig]:
        """Give per subject without CE the lowest CE mark with which the candidate passes."""

    def sluit(self) -> None:
        """Let go of the register."""


class Leesdraad:
    """Opens an `Inzage` at the first question, and answers three at a time.

    One may take long and one may wait for it, as what follows from a mark does; a mark is booked
    beside them.

    Attributes:
        versie: grows with every change, for screens to know that what they show may be old.
        taken: what runs in a process of its own.
        gekozen: the candidates that are chosen, for as long as the app runs.
    """

    def __init__(self, opent: Callable[[], Inzage]) -> None:
        self._opent = opent
        self._inzage: Inzage | None = None
        self._opening = Lock()
        self._vragen = 0
        self.versie = 0
        self.taken = Taken(self._is_gewijzigd)
        self.gekozen: set[Sleutel] = set()
        self._draad = ThreadPoolExecutor(max_workers=3, thread_name_prefix="inzage")

    async def vraag(self, wat: Callable[[Inzage], A]) -> A:
        """Put a question; a question that is cancelled before its turn is not asked."""
        self._vragen += 1
        try:
            lus = asyncio.get_running_loop()
            return await lus.run_in_executor(self._draad, self._antwoord, wat)
        finally:
            self._vragen -= 1

    @property
    def bezig(self) -> bool:
        """Whether a question is not answered yet."""
        return self._vragen > 0

    def _is_gewijzigd(self) -> None:
        self.versie += 1

    def _antwoord(self, wat: Callable[[Inzage], A]) -> A:
        with self._opening:
            if self._inzage is None:
                self._inzage = self._opent()
            inzage = self._inzage
        return wat(inzage)

    def sluit(self) -> None:
        """Drop waiting questions, let the running ones end, and close."""
        self._draad.shutdown(wait=True, cancel_futures=True)
        if self._inzage is not None:
            self._inzage.sluit()
            self._inzage = None
