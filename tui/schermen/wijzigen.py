"""What can be added, changed, set and deleted at a place: a list, and what each choice does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from textual.widget import Widget

from examen.model import Examenresultaat
from register.model.persoon import Persoon
from tui.formulier.keuzelijst import Keuze, Keuzelijst
from tui.inzage import Inzage
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.schermen.bevestiging import BevestigScherm
from tui.schermen.dossier import DossierScherm
from tui.schermen.formulier import open_formulier
from tui.schermen.keuze import KeuzeScherm
from tui.weergave.details import Paar
from tui.weergave.namen import Namen
from tui.weergave.tabel import Kolom, Rij
from tui.werk import invullingen, mogelijkheden
from tui.werk.invullingen import Gevraagd
from tui.werk.mogelijkheden import (
    NIEUWE_STUDENT,
    Bevestigen,
    Doen,
    Invullen,
    Kiezen,
    Mogelijkheid,
    Wat,
)
from tui.werk.studenten import student_van

_TERUG = "{stand.ongedaan} maakt dat ongedaan."
_KOLOMMEN = (Kolom(kop="", breedte=36), Kolom(kop="", breedte=30, rekt=True))


class WijzigScherm(Scherm):
    """One line per possibility; Enter does it."""

    UITLEG = (
        "Wat u hier kunt toevoegen, wijzigen, vaststellen en verwijderen. Kies met de pijltjes en "
        "Enter. Alles wordt geboekt met uw naam, en is ongedaan te maken zolang niemand er iets "
        "overheen heeft geboekt en het niet is geleverd."
    )

    kruim = "wijzig"

    def __init__(self, onder: Scherm, mogelijkheden: Sequence[Mogelijkheid]) -> None:
        super().__init__(onder.leesdraad)
        self._onder = onder
        self._mogelijkheden = mogelijkheden

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(_KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show the possibilities."""
        rijen = [Rij((een.titel, een.uitleg), verwijst=een) for een in self._mogelijkheden]
        self.query_one(Rooster).toon(rijen)

    def over_dit(self) -> Sequence[Paar]:
        """Tell what the act under the cursor does."""
        rij = self.query_one(Rooster).rij
        return [(rij.verwijst.titel, rij.verwijst.voluit)] if rij else ()

    async def _open(self, gekozen: Mogelijkheid) -> None:
        await self.app.pop_screen()
        await _doe(self._onder, gekozen.wat)


async def nieuwe_student(scherm: Scherm) -> None:
    """Fill in a new student, and go on in the dossier."""
    kruim, maakt = NIEUWE_STUDENT.kruim, NIEUWE_STUDENT.maakt
    await open_formulier(
        scherm, kruim, maakt, lambda persoon: DossierScherm(scherm.leesdraad, student_van(persoon))
    )


async def van_dossier(scherm: Scherm, persoon: Persoon, gekozen: Any) -> None:
    """Show what can be done with a student and what was chosen in the dossier."""
    await _toon(scherm, mogelijkheden.bij_dossier(persoon, gekozen))


async def van_stand(scherm: Scherm, entiteit: Any) -> None:
    """Show what can be done with a person or an enrolment."""
    await _toon(scherm, mogelijkheden.bij_stand(entiteit))


async def van_examen(scherm: Scherm, er: Examenresultaat, gekozen: Any, namen: Namen) -> None:
    """Show what can be done with the result that was chosen and with its examenresultaat."""
    eerst = mogelijkheden.bij_resultaat(er, gekozen, namen)
    await _toon(scherm, [*eerst, *mogelijkheden.bij_stand(er)])


async def _toon(scherm: Scherm, alle: Sequence[Mogelijkheid]) -> None:
    await scherm.app.push_screen(WijzigScherm(scherm, alle))


async def _doe(scherm: Scherm, wat: Wat) -> None:
    """Do it, or open what asks for more."""
    match wat:
        case Invullen(kruim, maakt):
            await open_formulier(scherm, kruim, maakt)
        case Doen(doet, terug):
            await _boek(scherm, doet, _TERUG if terug else "")
        case Kiezen():
            await _kies(scherm, wat)
        case Bevestigen():
            await _bevestig(scherm, wat)


async def _boek(scherm: Scherm, doet: Callable[[Inzage], str], daarna: str = "") -> None:
    """Do something at once, and show the screen as it is after that."""
    bericht = await scherm.vraag(doet)
    if bericht is not None:
        gedaan = daarna if bericht != invullingen.GELIJK else ""
        await scherm.na_wijziging(f"{bericht} {scherm.zin(gedaan)}".rstrip())


async def _kies(scherm: Scherm, wat: Kiezen) -> None:
    """Ask for one of some, unless there is but one."""
    keuzen = await scherm.vraag(wat.waaruit)
    if keuzen is None:
        return

    async def neem(keuze: Keuze) -> None:
        await _doe(scherm, wat.daarna(keuze))

    if len(keuzen) == 1:
        await neem(keuzen[0])
    else:
        keuzelijst = Keuzelijst(wat.label, keuzen)
        await scherm.app.push_screen(KeuzeScherm(scherm.leesdraad, keuzelijst, neem))


async def _bevestig(scherm: Scherm, wat: Bevestigen) -> None:
    """Ask whether something has to go, and do it."""
    gevraagd = await scherm.vraag(wat.vraagt)
    if gevraagd is not None:
        bij_ja = partial(_na_ja, scherm, gevraagd, plek=wat.plek)
        await scherm.app.push_screen(BevestigScherm(scherm.leesdraad, gevraagd.bevestiging, bij_ja))


async def _na_ja(scherm: Scherm, gevraagd: Gevraagd, *, plek: bool) -> None:
    if not plek:
        await _boek(scherm, gevraagd.doe, _TERUG)
        return
    bericht = await scherm.vraag(gevraagd.doe)
    if bericht is not None:
        scherm.leesdraad.versie += 1
        await scherm.keer_terug(bericht)
