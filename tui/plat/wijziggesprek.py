"""The commands that change a dossier: what can be done where the user is, and doing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from register.model.persoon import Persoon
from tui.formulier.bevestiging import Antwoord
from tui.formulier.keuzelijst import Keuzelijst
from tui.plat import bladzijden
from tui.plat.formuliergesprek import Formuliergesprek
from tui.plat.keuze import kies
from tui.plat.verhaal import PlatFout
from tui.werk import invullingen
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

if TYPE_CHECKING:  # it has these commands
    from tui.plat.gesprek import Gesprek

_TERUG = "ongedaan maakt dat ongedaan."


def nieuw(gesprek: Gesprek, _: str) -> None:
    """Fill in a new student, and go on in the dossier."""
    persoon = _vul_in(gesprek, NIEUWE_STUDENT)
    if isinstance(persoon, Persoon):
        gesprek.ga(bladzijden.dossier(student_van(persoon)), vanaf=1)


def _mogelijkheden(gesprek: Gesprek) -> tuple[int, Sequence[Mogelijkheid]]:
    """Give what can be changed where the user is, and how many pages lead to what it is about.

    Raises:
        PlatFout: nothing is open.
    """
    diepte = gesprek.diepte(lambda verhaal: verhaal.mogelijkheden)
    if not diepte:
        raise PlatFout("er is niets open om te wijzigen; zoek een student, of typ nieuw")
    eerst = [een for _, verhaal in gesprek.weg[diepte:] for een in verhaal.eerst]
    return diepte, [*eerst, *gesprek.weg[diepte - 1][1].mogelijkheden]


def wijzig(gesprek: Gesprek, nummer: str) -> None:
    """Say what can be done with what is open, or do one of those."""
    _, alle = _mogelijkheden(gesprek)
    if not nummer:
        hier = gesprek.diepte(lambda verhaal: verhaal.eerst or verhaal.mogelijkheden)
        gesprek.ga(bladzijden.mogelijkheden(alle), vanaf=hier)
    elif nummer.isdecimal() and 1 <= int(nummer) <= len(alle):
        doe(gesprek, alle[int(nummer) - 1])
    else:
        raise PlatFout(f"“{nummer}” is hier niets; typ wijzig met 1 tot en met {len(alle)}")


def leg_uit(gesprek: Gesprek, nummer: str) -> None:
    """Say in full what a line of the list does."""
    gekozen = gesprek.gekozen(nummer)
    if not isinstance(gekozen, Mogelijkheid):
        raise PlatFout("hulp met een nummer is er bij de lijst van wijzig; typ anders een woord")
    gesprek.kanaal.zeg(gekozen.titel, gekozen.voluit)


def doe(gesprek: Gesprek, gekozen: Mogelijkheid) -> None:
    """Do what was chosen; after that the page it is about is said as it is then."""
    diepte, _ = _mogelijkheden(gesprek)
    if _doe(gesprek, gekozen.wat):
        plek = isinstance(gekozen.wat, Bevestigen) and gekozen.wat.plek
        plaats = diepte - 1 - plek
        gesprek.ga(gesprek.weg[plaats][0], vanaf=plaats)


def _doe(gesprek: Gesprek, wat: Wat) -> bool:
    """Do it, say what came of it, and tell whether anything did."""
    match wat:
        case Invullen():
            return _vul_in(gesprek, wat) is not None
        case Doen(doet, terug):
            bericht = doet(gesprek.inzage)
            gesprek.kanaal.zeg(
                f"{bericht} {_TERUG}" if terug and bericht != invullingen.GELIJK else bericht
            )
            return True
        case Kiezen(label, waaruit, daarna):
            keuzen = waaruit(gesprek.inzage)
            keuze = (
                keuzen[0] if len(keuzen) == 1 else kies(Keuzelijst(label, keuzen), gesprek.kanaal)
            )
            return keuze is not None and _doe(gesprek, daarna(keuze))
        case Bevestigen():
            return _bevestig(gesprek, wat)


def _vul_in(gesprek: Gesprek, wat: Invullen) -> object:
    """Fill in a form, and give what was booked of it."""
    return Formuliergesprek(wat, gesprek.inzage, gesprek.kanaal).voer()


def _bevestig(gesprek: Gesprek, wat: Bevestigen) -> bool:
    """Say what would go, and do it when its number is typed."""
    gevraagd = wat.vraagt(gesprek.inzage)
    bevestiging = gevraagd.bevestiging
    gesprek.kanaal.zeg(*(regel.strip() for regel in bevestiging.wat))
    for toets in [*gesprek.kanaal.vraag(f"{bevestiging.vraag} "), "enter"]:
        bevestiging.druk(toets)
    if bevestiging.antwoord is not Antwoord.JA:
        gesprek.kanaal.zeg(invullingen.GELIJK)
        return False
    gesprek.kanaal.zeg(f"{gevraagd.doe(gesprek.inzage)} {_TERUG}")
    return True
