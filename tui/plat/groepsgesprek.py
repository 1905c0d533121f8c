"""The commands about many candidates: choosing them, and acting on who is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.groep.daden import Antwoorden, Daad, Taakdaad, Voorsteldaad, daden
from tui.groep.lijst import Groepslijst
from tui.groep.regel import Groepsregel, Groepsvoorstel, tel
from tui.groep.vraag import Vraag
from tui.plat import groep as bladzijden
from tui.plat import taak as taken
from tui.plat.verhaal import PlatFout, Voorstel
from tui.taken.pijp import Tussenstand
from tui.weergave.notatie import meervoud

if TYPE_CHECKING:  # it has these commands
    from tui.plat.gesprek import Gesprek


def _lijst(gesprek: Gesprek) -> tuple[int, Groepslijst]:
    """Give the list of candidates the user is in, and how many pages lead to it.

    Raises:
        PlatFout: there is none.
    """
    diepte = gesprek.diepte(lambda verhaal: verhaal.groep is not None)
    lijst = gesprek.weg[diepte - 1][1].groep
    if not diepte or lijst is None:
        raise PlatFout("er is geen groep; typ groep, zo nodig met woorden erachter")
    return diepte, lijst


def groep(gesprek: Gesprek, woorden: str) -> None:
    """Say the candidates that have these words; who was chosen stays so."""
    lijst = next((een.groep for _, een in gesprek.weg if een.groep is not None), Groepslijst())
    lijst.zoek(woorden)
    gesprek.ga(bladzijden.kandidaten(lijst), vanaf=1)


def filter_groep(gesprek: Gesprek, woord: str) -> None:
    """Say only the candidates of a filter."""
    diepte, lijst = _lijst(gesprek)
    lijst.zet_filter(bladzijden.filter_van(woord))
    gesprek.ga(bladzijden.kandidaten(lijst), vanaf=diepte - 1)


def kies(gesprek: Gesprek, wie: str) -> None:
    """Choose candidates, and say who are chosen."""
    diepte, lijst = _lijst(gesprek)
    zinnen = gesprek.weg[diepte - 1][1].zinnen
    genoemd = [zin.verwijst for zin in zinnen if isinstance(zin.verwijst, Groepsregel)]
    if wie:
        bladzijden.kies(lijst, wie, genoemd)
    if 0 < len(lijst.gekozen) <= bladzijden.GENOEMD:
        namen = (f"{regel.student} {regel.naam}".strip() for regel in lijst.keuze(None))
        gesprek.kanaal.zeg(f"Gekozen: {'; '.join(namen)}")
    gesprek.kanaal.zeg(lijst.telling)


def _keuze(lijst: Groepslijst) -> list[Groepsregel]:
    keuze = lijst.keuze(None)
    if not keuze:
        raise PlatFout("er is niemand gekozen; typ kies met nummers, of kies alle")
    return keuze


def doe(gesprek: Gesprek, nummer: str) -> None:
    """Say what can be done with who is chosen, or do one of those."""
    diepte, lijst = _lijst(gesprek)
    keuze = _keuze(lijst)
    wie = meervoud(len(keuze), "kandidaat", "kandidaten")
    school = gesprek.inzage.scholen.van(keuze[0].sleutel.brin)
    alle = daden(keuze, lijst.aantal, school)
    if not nummer:
        gesprek.ga(bladzijden.doen(alle, wie), vanaf=diepte)
    elif nummer.isdecimal() and 1 <= int(nummer) <= len(alle):
        doe_daad(gesprek, alle[int(nummer) - 1])
    else:
        raise PlatFout(f"“{nummer}” is hier niets; typ doe met 1 tot en met {len(alle)}")


def doe_daad(gesprek: Gesprek, daad: Daad) -> None:
    """Ask what an act needs; say what it would change, or do the job."""
    diepte, lijst = _lijst(gesprek)
    keuze = _keuze(lijst)
    antwoorden = {vraag.naam: _antwoord(gesprek, vraag) for vraag in daad.vragen}
    if isinstance(daad, Voorsteldaad):
        gevonden = _stel_voor(gesprek, daad, keuze, antwoorden)
        wat = Voorstel(alle=gevonden, gedaan=daad.gedaan(antwoorden))
        gesprek.ga(bladzijden.voorstel(wat), vanaf=diepte)
    elif isinstance(daad, Taakdaad):
        werkorder = daad.werkorder(gesprek.inzage, keuze, antwoorden)
        gesprek.kanaal.zeg(f"De taak {werkorder.titel} loopt; Ctrl+C breekt haar af.")
        taak = taken.voer_uit(werkorder, gesprek.kanaal)
        gesprek.ga(taken.bladzijde(taak), vanaf=diepte)


def _antwoord(gesprek: Gesprek, vraag: Vraag) -> str:
    """Ask until the answer will do; nothing is what stands there, and a dash is nothing."""
    leeg = "; - is leeg" if vraag.onthoud else ""
    staat = f" [{vraag.antwoord}{leeg}]" if vraag.antwoord else ""
    while True:
        antwoord = gesprek.kanaal.vraag(f"{vraag.tekst}{staat}: ") or vraag.antwoord
        antwoord = "" if leeg and antwoord == "-" else antwoord
        bezwaar = vraag.bezwaar(antwoord)
        if not bezwaar:
            return antwoord
        gesprek.kanaal.zeg(bezwaar)


def _stel_voor(
    gesprek: Gesprek, daad: Voorsteldaad, keuze: list[Groepsregel], antwoorden: Antwoorden
) -> list[Groepsvoorstel]:
    """Collect what would change, and say now and then how far it is."""
    hoever = taken.Hoever(gesprek.kanaal)
    gevonden: list[Groepsvoorstel] = []
    for stapel in daad.stel_voor(gesprek.inzage.groepswerk, keuze, antwoorden):
        gevonden += stapel
        hoever.zeg(Tussenstand(totaal=len(keuze), ok=len(gevonden)))
    return gevonden


def leg_vast(gesprek: Gesprek, _: str) -> None:
    """Book what was proposed, when the number of candidates is typed."""
    voorstel = gesprek.weg[gesprek.diepte(lambda verhaal: verhaal.voorstel) - 1][1].voorstel
    if voorstel is None:
        raise PlatFout("er is geen voorstel; typ doe en kies wat u wilt doen")
    goed = tel(voorstel.alle).goed
    if not goed:
        raise PlatFout("er is niets vast te leggen")
    aantal = meervoud(goed, "kandidaat", "kandidaten")
    vraag = f"Typ {goed} om {aantal} vast te leggen; iets anders doet niets: "
    if gesprek.kanaal.vraag(vraag) != str(goed):
        gesprek.kanaal.zeg("Er is niets vastgelegd.")
        return
    diepte, lijst = _lijst(gesprek)
    gesprek.inzage.groepswerk.boek(voorstel.alle, f"{voorstel.gedaan}: {aantal}")
    gesprek.ga(bladzijden.kandidaten(lijst), vanaf=diepte - 1)
    gesprek.kanaal.zeg(f"Vastgelegd: {aantal}. ongedaan maakt het ongedaan, in één stap.")
