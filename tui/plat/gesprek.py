"""Where the user is, and the commands that lead elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from examen.model import Examenresultaat
from register.fouten import VavoFout
from register.opslag import sleutel_van
from tui.groep.daden import Daad
from tui.inzage import Inzage
from tui.plat import beelden, bladzijden, groepsgesprek, vragen, wijziggesprek
from tui.plat.hulp import VOLUIT
from tui.plat.invullen import Vraaggesprek
from tui.plat.kanaal import Kanaal
from tui.plat.opdracht import Opdracht, vind, voer_uit
from tui.plat.verhaal import Bladzijde, PlatFout, Verhaal
from tui.weergave.vakken import Vakgroep
from tui.werk.mogelijkheden import Mogelijkheid

_SCHOOL = "school"


class Gesprek:
    """A user who types commands and is told what they show.

    Attributes:
        inzage: reads the register.
        kanaal: the lines.
        weg: the pages that led here, each with what it said.
        klaar: the user wants to stop.
    """

    def __init__(self, inzage: Inzage, kanaal: Kanaal) -> None:
        self.inzage = inzage
        self.kanaal = kanaal
        self.weg: list[tuple[Bladzijde, Verhaal]] = []
        self.klaar = False

    def voer(self) -> None:
        """Take commands until the user stops or there are no more lines."""
        self.ga(bladzijden.begin())
        while not self.klaar:
            try:
                self.doe(self.kanaal.vraag(self._prompt()))
            except VavoFout as fout:
                self.kanaal.zeg(f"Fout: {fout}")
            except KeyboardInterrupt:
                self.kanaal.zeg("Afgebroken; wat is vastgelegd, blijft.")
            except EOFError:
                break
        self.kanaal.zeg("Gestopt.")

    def _prompt(self) -> str:
        return " › ".join(bladzijde.kruim for bladzijde, _ in self.weg) + "> "

    def doe(self, getypt: str) -> None:
        """Do one command; a number alone opens that line.

        Raises:
            VavoFout: it cannot be done; says why.
        """
        woord, _, rest = getypt.partition(" ")
        if woord.isdecimal():
            woord, rest = "open", getypt
        if woord:
            voer_uit(OPDRACHTEN, self, woord, rest.strip())

    # where the user is

    def ga(self, bladzijde: Bladzijde, *, vanaf: int | None = None) -> None:
        """Say a page and be there; one that cannot be read is not gone to.

        Args:
            bladzijde: the page.
            vanaf: position in the way here that it takes; None is after all of it.
        """
        verhaal = bladzijde.vertel(self.inzage)
        self.weg[len(self.weg) if vanaf is None else vanaf :] = [(bladzijde, verhaal)]
        nummer = 0
        for zin in verhaal.zinnen:
            if zin.verwijst is None:
                self.kanaal.zeg(zin.tekst)
            else:
                nummer += 1
                self.kanaal.zeg(f"{nummer}. {zin.tekst}")

    def gekozen(self, nummer: str) -> Any:
        """Give what a line of the last list stands for."""
        verwijzingen = (z.verwijst for z in self.weg[-1][1].zinnen if z.verwijst is not None)
        keuzes = {str(plaats): een for plaats, een in enumerate(verwijzingen, start=1)}
        if not keuzes:
            raise PlatFout("hier is geen lijst om uit te kiezen")
        if nummer not in keuzes:
            raise PlatFout(f"“{nummer}” is geen regel hier; kies 1 tot en met {len(keuzes)}")
        return keuzes[nummer]

    def diepte(self, heeft: Callable[[Verhaal], object]) -> int:
        """Give how many pages lead to the last one that has something, 0 when none has."""
        dieptes = range(len(self.weg), 0, -1)
        return next((diepte for diepte in dieptes if heeft(self.weg[diepte - 1][1])), 0)

    def _wat_open_is(self) -> tuple[int, Bladzijde]:
        """Give the page of the student or stand that is open, and how many pages lead to it."""
        diepte = self.diepte(lambda verhaal: verhaal.standen)
        if not diepte:
            raise PlatFout("er is niets open; zoek een student en open die met open NUMMER")
        return diepte, self.weg[diepte - 1][0]

    def _entiteiten(self, nummer: str) -> tuple[int, Sequence[Any]]:
        """Give the entities of a line, or of what is open; and how many pages lead there."""
        if nummer:
            return len(self.weg), [getattr(self.gekozen(nummer), "entiteit", None)]
        diepte, bladzijde = self._wat_open_is()
        return diepte, [een.entiteit for een in bladzijde.vertel(self.inzage).standen]

    def _examen(self, nummer: str) -> tuple[int, Examenresultaat]:
        """Give the one examenresultaat of a line or of what is open."""
        diepte, entiteiten = self._entiteiten(nummer)
        examens = [een for een in entiteiten if isinstance(een, Examenresultaat)]
        if len(examens) != 1:
            raise PlatFout("kies een examenresultaat: open het, of noem het nummer van de regel")
        return diepte, examens[0]

    # commands

    def zoek(self, tekst: str) -> None:
        """Find students."""
        self.ga(bladzijden.studenten(tekst), vanaf=0)

    def open(self, nummer: str) -> None:
        """Open a line; without a number, say again what is open."""
        if not nummer:
            self.ga(self.weg[-1][0], vanaf=-1)
            return
        gekozen = self.gekozen(nummer)
        if isinstance(gekozen, Vakgroep):
            self.cijfers(nummer)
            return
        if isinstance(gekozen, Daad):
            groepsgesprek.doe_daad(self, gekozen)
            return
        if isinstance(gekozen, Mogelijkheid):
            wijziggesprek.doe(self, gekozen)
            return
        bladzijde = self.weg[-1][1].opent(gekozen)
        if bladzijde is None:
            raise PlatFout("over deze regel is niet meer te vertellen")
        self.ga(bladzijde)

    def terug(self, _: str) -> None:
        """Go back a page."""
        if len(self.weg) == 1:
            raise PlatFout("dit is het begin; stop beëindigt het programma")
        self.ga(self.weg[-2][0], vanaf=-2)

    def bevindingen(self, waarvan: str) -> None:
        """Say what the controls found on what is open, or in the whole school."""
        if waarvan not in ("", _SCHOOL):
            raise PlatFout(f"typ bevindingen, of bevindingen {_SCHOOL}")
        if waarvan or not self.diepte(lambda verhaal: verhaal.standen):
            self.kanaal.zeg("Alle controles lopen over de hele school; dit kan even duren.")
            self.ga(bladzijden.signalen(), vanaf=1)
        else:
            diepte, bladzijde = self._wat_open_is()
            self.ga(bladzijden.bevindingen(bladzijde), vanaf=diepte)

    def vakken(self, tekst: str) -> None:
        """Say in which vakken marks can be entered."""
        self.ga(bladzijden.vakken(tekst), vanaf=1)

    def cijfers(self, argument: str) -> None:
        """Enter the marks of a vak."""
        nummer, _, kolom = argument.partition(" ")
        self._vraag_cijfers(vragen.van_vak(self._vak(nummer), kolom.strip(), self.inzage))

    def _vak(self, nummer: str) -> Vakgroep:
        gekozen = self.gekozen(nummer)
        if not isinstance(gekozen, Vakgroep):
            raise PlatFout("deze regel is geen vak; typ vakken en kies daaruit")
        return gekozen

    def verdeling(self, nummer: str) -> None:
        """Say how the marks of a vak are spread."""
        self.ga(beelden.verdeling(self._vak(nummer), self.inzage))

    def slaging(self, _: str) -> None:
        """Say which part passed."""
        self.ga(beelden.slaging(), vanaf=1)

    def werk(self, _: str) -> None:
        """Say what is still to be entered."""
        self.ga(beelden.open_werk(), vanaf=1)

    def kandidaat(self, nummer: str) -> None:
        """Enter the marks of one examenresultaat."""
        _, er = self._examen(nummer)
        self._vraag_cijfers(vragen.van_kandidaat(sleutel_van(er), self.inzage))

    def _vraag_cijfers(self, gevraagd: vragen.Vragen) -> None:
        Vraaggesprek(gevraagd, self.inzage, self.kanaal).voer()

    def uitslag(self, nummer: str) -> None:
        """Say the uitslag with all toetsen and findings."""
        diepte, er = self._examen(nummer)
        self.ga(bladzijden.uitslag(sleutel_van(er)), vanaf=diepte)

    def historie(self, nummer: str) -> None:
        """Say every stand there was."""
        diepte, (entiteit, *_) = self._entiteiten(nummer)
        if entiteit is None:
            raise PlatFout("deze regel heeft geen historie; open eerst een student")
        self.ga(bladzijden.historie(entiteit), vanaf=diepte)

    def ongedaan(self, _: str) -> None:
        """Undo the last step of this user."""
        self.kanaal.zeg(str(self.inzage.bijhouding.maak_ongedaan()))

    def opnieuw(self, _: str) -> None:
        """Do the step again that was undone last."""
        self.kanaal.zeg(str(self.inzage.bijhouding.doe_opnieuw()))

    def berichten(self, _: str) -> None:
        """Say what was delivered and answered."""
        self.ga(bladzijden.berichten(), vanaf=1)

    def hulp(self, woord: str) -> None:
        """Say every command in a line, or all about one, or about a line of `wijzig`."""
        if woord.isdecimal():
            wijziggesprek.leg_uit(self, woord)
        elif woord:
            opdracht = vind(OPDRACHTEN, woord)
            self.kanaal.zeg(str(opdracht), VOLUIT[opdracht.naam])
        else:
            zin = "Een begin van een woord is genoeg; een nummer alleen opent die regel."
            self.kanaal.zeg(*map(str, OPDRACHTEN), zin)

    def stop(self, _: str) -> None:
        """End the program."""
        self.klaar = True


OPDRACHTEN = (
    Opdracht(
        naam="zoek",
        argument="TEKST",
        uitleg="zoek studenten op nummer, naam of BSN",
        doe=Gesprek.zoek,
    ),
    Opdracht(
        naam="open",
        kort="o",
        argument="[NUMMER]",
        uitleg="open een regel van de lijst; zonder nummer: zeg nog eens wat hier staat",
        doe=Gesprek.open,
    ),
    Opdracht(naam="terug", uitleg="ga een stap terug", doe=Gesprek.terug),
    Opdracht(
        naam="uitslag",
        argument="[NUMMER]",
        uitleg="de uitslag met alle toetsen en bevindingen",
        doe=Gesprek.uitslag,
    ),
    Opdracht(
        naam="bevindingen",
        kort="b",
        argument=f"[{_SCHOOL}]",
        uitleg="de bevindingen bij wat open is, anders van de school",
        doe=Gesprek.bevindingen,
    ),
    Opdracht(
        naam="historie",
        kort="h",
        argument="[NUMMER]",
        uitleg="elke stand die er was: wanneer, door wie en waarom",
        doe=Gesprek.historie,
    ),
    Opdracht(
        naam="vakken",
        kort="v",
        argument="[TEKST]",
        uitleg="de vakken om cijfers in te voeren",
        doe=Gesprek.vakken,
    ),
    Opdracht(
        naam="cijfers",
        argument="NUMMER [KOLOM]",
        uitleg="voer de cijfers in van een vak van de lijst, zoals cijfers 3 CE1",
        doe=Gesprek.cijfers,
    ),
    Opdracht(
        naam="kandidaat",
        argument="[NUMMER]",
        uitleg="voer de cijfers in van een examenresultaat",
        doe=Gesprek.kandidaat,
    ),
    Opdracht(
        naam="wijzig",
        kort="w",
        argument="[NUMMER]",
        uitleg="wat u bij wat open is kunt wijzigen, vaststellen en verwijderen; met een nummer: "
        "doe dat",
        doe=wijziggesprek.wijzig,
    ),
    Opdracht(naam="nieuw", uitleg="voeg een student toe", doe=wijziggesprek.nieuw),
    Opdracht(
        naam="verdeling",
        argument="NUMMER",
        uitleg="hoe de cijfers zijn verdeeld van een vak van de lijst",
        doe=Gesprek.verdeling,
    ),
    Opdracht(
        naam="groep",
        argument="[WOORDEN]",
        uitleg="kandidaten om samen iets mee te doen; alleen wie elk van de woorden heeft",
        doe=groepsgesprek.groep,
    ),
    Opdracht(
        naam="filter",
        argument="[WOORD]",
        uitleg="toon van de groep alleen wie daaraan voldoet, zoals filter open of filter alle",
        doe=groepsgesprek.filter_groep,
    ),
    Opdracht(
        naam="kies",
        argument="[NUMMERS]",
        uitleg="kies uit de groep, zoals kies 1 3-5, kies alle of kies geen; zonder meer: zeg wie",
        doe=groepsgesprek.kies,
    ),
    Opdracht(
        naam="doe",
        argument="[NUMMER]",
        uitleg="wat u met wie gekozen zijn kunt doen; met een nummer: doe dat",
        doe=groepsgesprek.doe,
    ),
    Opdracht(
        naam="vastleggen",
        uitleg="leg een voorstel voor een groep vast, als één stap",
        doe=groepsgesprek.leg_vast,
    ),
    Opdracht(
        naam="slaging",
        uitleg="de slagingspercentages per examenjaar en opleiding",
        doe=Gesprek.slaging,
    ),
    Opdracht(
        naam="werk",
        uitleg="welke cijfers er nog open zijn, en hoeveel er per dag is geboekt",
        doe=Gesprek.werk,
    ),
    Opdracht(naam="ongedaan", uitleg="maak uw laatste stap ongedaan", doe=Gesprek.ongedaan),
    Opdracht(naam="opnieuw", uitleg="doe opnieuw wat u ongedaan hebt gemaakt", doe=Gesprek.opnieuw),
    Opdracht(
        naam="berichten", uitleg="wat is geleverd en wat is geantwoord", doe=Gesprek.berichten
    ),
    Opdracht(
        naam="hulp",
        kort="?",
        argument="[WOORD]",
        uitleg="deze lijst; met een woord: alles over die opdracht, met een voorbeeld",
        doe=Gesprek.hulp,
    ),
    Opdracht(naam="stop", uitleg="stop", doe=Gesprek.stop),
)
"""The commands, in the order of `hulp`."""
