"""Filling in a form in lines: a number with a value sets a field, Enter goes field by field."""

from __future__ import annotations

import re
from typing import Any

from register.fouten import ConflictFout, InvoerFout, VavoFout
from register.vormen.json_vorm import RecordFout
from tui.formulier.boom import Blok, Groep, Invulveld
from tui.formulier.formulier import VAST, Formulier
from tui.formulier.regels import Rest
from tui.inzage import Inzage
from tui.plat import formulierregels as regels
from tui.plat.formulierregels import gesproken
from tui.plat.kanaal import Kanaal
from tui.plat.keuze import genoemd
from tui.plat.opdracht import Opdracht, vind, voer_uit
from tui.plat.verhaal import PlatFout, paren
from tui.weergave import formulier as weergave
from tui.werk.invullingen import opnieuw
from tui.werk.mogelijkheden import Invullen

_NUMMER = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_UIT = (".", "klaar", "terug")
"""Answers that leave the questions; as a value they can be typed behind the number of a field."""
_WEG = "Wat u invulde is niet vastgelegd."
_BEGIN = (
    "Typ een nummer met een waarde, zoals 3 200001; leeg gaat veld voor veld; klaar legt vast; "
    "hulp zegt wat er nog meer kan."
)
_VELD_VOOR_VELD = (
    "Veld voor veld (leeg): typ de waarde of een deel van de naam; leeg gaat verder, - terug, "
    "! maakt leeg, + voegt er een toe of opent, ? zegt wat het veld is, ? met een woord zoekt in "
    "wat u kunt kiezen, . stopt; klaar en terug kunnen ook hier."
)


class Formuliergesprek:
    """A form that is open; its commands are those of FORMULIEROPDRACHTEN.

    Attributes:
        geboekt: what was booked of it, None before that.
        weg: it is left.
    """

    def __init__(self, invullen: Invullen, inzage: Inzage, kanaal: Kanaal) -> None:
        """Make the form.

        Args:
            invullen: what is filled in.
            inzage: reads the register and books.
            kanaal: the lines.

        Raises:
            VavoFout: it cannot be filled in; says why.
        """
        self.geboekt: Any = None
        self.weg = False
        self._maakt = invullen.maakt
        self._invulling = invullen.maakt(inzage)
        self._inzage = inzage
        self._kanaal = kanaal
        self._prompt = f"{invullen.kruim}> "

    @property
    def _formulier(self) -> Formulier:
        return self._invulling.formulier

    def voer(self) -> Any:
        """Take what is typed until it is booked or dropped; give what was booked."""
        self._kanaal.zeg(self._invulling.kop, *regels.alles(self._formulier), _BEGIN)
        while not self.weg:
            try:
                self._doe(self._kanaal.vraag(self._prompt))
            except VavoFout as fout:
                self._kanaal.zeg(f"Fout: {gesproken(str(fout))}")
            except KeyboardInterrupt:
                self.weg = not self._formulier.gewijzigd
                self._kanaal.zeg(_WEG if self.weg else f"{_WEG} Het staat er nog; terug laat het.")
            except EOFError:
                self._kanaal.zeg(_WEG)
                raise
        return self.geboekt

    def _doe(self, getypt: str) -> None:
        woord, _, rest = getypt.partition(" ")
        if not woord:
            self._loop()
        elif _NUMMER.fullmatch(woord):
            self._ga(woord, rest.strip())
        else:
            voer_uit(FORMULIEROPDRACHTEN, self, woord, rest.strip())

    def _ga(self, nummer: str, waarde: str) -> None:
        """Set the field of a number, or ask for its value; open what is no field."""
        regels.ga_naar(self._formulier, nummer)
        ding = self._formulier.regel.ding
        if not waarde and not isinstance(ding, Invulveld):
            self._kanaal.zeg(*regels.onderdeel(self._formulier))
        elif isinstance(ding, Invulveld) and ding.vast:
            raise PlatFout(VAST)
        elif waarde:
            self._vul(waarde)
        elif antwoord := self._kanaal.vraag(self._vraag()):
            if antwoord in _UIT:
                self._verlaat(antwoord)
            else:
                self._vul(antwoord)

    def _vul(self, waarde: str) -> None:
        """Set the field at hand, say so, and be at the next."""
        self._kanaal.zeg(regels.vul(self._formulier, waarde))
        self._formulier.druk("down")

    # from field to field

    def _loop(self) -> None:
        """Ask field after field, until the user stops or there is no next one."""
        self._kanaal.zeg("Veld voor veld; ? legt uit, . stopt.")
        verder = self._te_vragen() or self._volgende()
        while verder:
            antwoord = self._kanaal.vraag(self._vraag())
            if antwoord in _UIT:
                self._verlaat(antwoord)
                return
            try:
                if self._antwoord(antwoord):
                    verder = self._volgende()
            except PlatFout as fout:
                self._kanaal.zeg(f"Fout: {gesproken(str(fout))}")

    def _volgende(self) -> bool:
        """Go to the next row that is asked; where there is none, say so and be at the first row."""
        if self._stap(1):
            return True
        self._kanaal.zeg("Einde van het formulier; klaar legt het vast.")
        self._formulier.ga_naar(0)
        return False

    def _verlaat(self, antwoord: str) -> None:
        """Leave the questions, and do what was answered in the place of a value."""
        if antwoord != ".":
            self._doe(antwoord)

    def _antwoord(self, antwoord: str) -> bool:
        """Do what an answer asks; tell whether to go on to the next field."""
        match antwoord.partition(" "):
            case "", _, _:
                return True
            case "-", "", _:
                if not self._stap(-1):
                    self._kanaal.zeg("Dit is het eerste veld.")
                return False
            case "?", _, woorden:
                self._help(woorden.strip())
                return False
            case "+", "", _:
                return self._open_of_voeg_toe()
            case _:
                self._kanaal.zeg(regels.vul(self._formulier, antwoord))
                return True

    def _open_of_voeg_toe(self) -> bool:
        if isinstance(self._formulier.regel.ding, Rest):
            self._formulier.druk("right")
            return True
        self._druk("f6")
        return not self._te_vragen()

    def _vraag(self) -> str:
        """Say which row it is and what it holds."""
        formulier = self._formulier
        ding = formulier.regel.ding
        plus = {Rest: ", + opent", Groep: ", + voegt er een toe"}.get(type(ding), "")
        naam = f"{regels.nummer(formulier)} {weergave.plaatsnaam(formulier)}"
        return f"{naam}{plus} [{regels.inhoud(formulier, ding)}]: "

    def _te_vragen(self) -> bool:
        """Whether the row at hand is asked: a field that can be changed, a list, the rest."""
        match self._formulier.regel.ding:
            case Invulveld(vast=vast):
                return not vast
            case Blok():
                return False
            case ding:
                return isinstance(ding, Groep) or not self._formulier.is_open(ding)

    def _stap(self, richting: int) -> bool:
        """Go to the next row that is asked, or the one before; tell whether there is one."""
        formulier = self._formulier
        hier = formulier.cursor
        einde = len(formulier.regels) if richting > 0 else -1
        for plaats in range(hier + richting, einde, richting):
            formulier.ga_naar(plaats)
            if self._te_vragen():
                return True
        formulier.ga_naar(hier)
        return False

    # commands

    def open(self, nummer: str) -> None:
        """Say the form, or what is in a part of it."""
        if nummer:
            regels.ga_naar(self._formulier, nummer)
            self._kanaal.zeg(*regels.onderdeel(self._formulier))
        else:
            self._kanaal.zeg(self._invulling.kop, *regels.alles(self._formulier))

    def erbij(self, nummer: str) -> None:
        """Add a member to a list, or after a member."""
        regels.ga_naar(self._formulier, nummer)
        self._druk("f6")
        self._kanaal.zeg(f"Leeg begint bij {regels.nummer(self._formulier)}.")

    def eraf(self, nummer: str) -> None:
        """Take away a member."""
        regels.ga_naar(self._formulier, nummer)
        self._druk("f7")

    def omhoog(self, nummer: str) -> None:
        """Move a member one place up."""
        regels.ga_naar(self._formulier, nummer)
        self._druk("f8")

    def herstel(self, _: str) -> None:
        """Put back what was taken away last."""
        self._druk("ctrl+z")

    def _druk(self, toets: str) -> None:
        """Press a key of the form and say what it did.

        Raises:
            PlatFout: it could not do what it does.
        """
        gevolg = self._formulier.druk(toets)
        if gevolg.bel:
            raise PlatFout(gevolg.melding)
        self._kanaal.zeg(gesproken(gevolg.melding))

    def klaar(self, _: str) -> None:
        """Book it, or say all that is wrong."""
        try:
            entiteit = self._formulier.entiteit()
            bericht = self._invulling.leg_vast(entiteit)
        except RecordFout as fout:
            self._wijs_aan(*fout.fouten)
        except InvoerFout as fout:
            if not fout.veld:
                raise
            self._wijs_aan(fout)
        except ConflictFout:
            if not self._invulling.wijzigt:
                raise
            self._neem_over()
        else:
            self._kanaal.zeg(bericht)
            self.geboekt, self.weg = entiteit, True

    def _wijs_aan(self, *fouten: InvoerFout) -> None:
        """Say what is wrong and where, and be at the first of it."""
        self._kanaal.zeg("Niet vastgelegd:")
        for fout in fouten:
            self._formulier.toon(fout.veld)
            waar = f"{regels.nummer(self._formulier)} {weergave.plaatsnaam(self._formulier)}"
            self._kanaal.zeg(f"{waar}: {fout.tekst}")
        self._formulier.toon(fouten[0].veld)

    def _neem_over(self) -> None:
        """Fill in the form anew, over what somebody else made of it meanwhile."""
        self._invulling, zin = opnieuw(self._inzage, self._maakt, self._invulling)
        self._kanaal.zeg(f"Fout: {gesproken(zin)}", *regels.gewijzigd(self._formulier))

    def terug(self, _: str) -> None:
        """Drop it, after asking once when something was filled in."""
        if self._formulier.gewijzigd:
            antwoord = self._kanaal.vraag(f"{_WEG} Typ ja om het weg te gooien: ")
            self.weg = antwoord.casefold() == "ja"
            self._kanaal.zeg("Weggegooid." if self.weg else "Het staat er nog.")
        else:
            self.weg = True
            self._kanaal.zeg("Er is niets vastgelegd.")

    def hulp(self, waarvan: str) -> None:
        """Say every command, or all about a field, or search what can be chosen in it."""
        woord, _, woorden = waarvan.partition(" ")
        if not woord:
            self._kanaal.zeg(
                "NUMMER WAARDE: vul een veld in; ! maakt het leeg, een deel van een naam kiest",
                "NUMMER: vraag een veld, of open een onderdeel",
                *map(str, FORMULIEROPDRACHTEN),
                _VELD_VOOR_VELD,
            )
        elif _NUMMER.fullmatch(woord):
            regels.ga_naar(self._formulier, woord)
            self._help(woorden.strip())
        else:
            self._kanaal.zeg(str(vind(FORMULIEROPDRACHTEN, woord)))

    def _help(self, woorden: str) -> None:
        """Say all about the row at hand, or search what can be chosen in it."""
        formulier = self._formulier
        if not isinstance(formulier.regel.ding, Invulveld):
            nummer = regels.nummer(formulier)
            self._kanaal.zeg(
                regels.deze(formulier),
                f"open {nummer} zegt wat erin staat; erbij {nummer} voegt er een toe, "
                f"eraf {nummer} haalt het weg, omhoog {nummer} zet het een plaats eerder.",
            )
            return
        keuzelijst = formulier.keuzelijst()
        if not woorden:
            uitleg = paren(weergave.uitleg(formulier))
            self._kanaal.zeg(*(gesproken(een.tekst) for een in uitleg))
        elif keuzelijst is None:
            raise PlatFout("in dit veld is niets te kiezen; typ wat erin moet")
        if keuzelijst is not None:
            keuzelijst.zoek(woorden)
            gevonden = genoemd(keuzelijst.gevonden)
            self._kanaal.zeg(*gevonden or [f"Niets gevonden met “{woorden}”."])


FORMULIEROPDRACHTEN = (
    Opdracht(
        naam="open",
        kort="o",
        argument="[NUMMER]",
        uitleg="zeg het formulier, of een onderdeel met wat erin staat",
        doe=Formuliergesprek.open,
    ),
    Opdracht(
        naam="erbij",
        argument="NUMMER",
        uitleg="voeg er een toe aan een lijst, of na een lid ervan",
        doe=Formuliergesprek.erbij,
    ),
    Opdracht(naam="eraf", argument="NUMMER", uitleg="haal een lid weg", doe=Formuliergesprek.eraf),
    Opdracht(
        naam="omhoog",
        argument="NUMMER",
        uitleg="zet een lid een plaats eerder; het eerste wordt het laatste",
        doe=Formuliergesprek.omhoog,
    ),
    Opdracht(
        naam="herstel",
        uitleg="zet terug wat het laatst is weggehaald",
        doe=Formuliergesprek.herstel,
    ),
    Opdracht(
        naam="klaar",
        uitleg="leg alles tegelijk vast, of hoor per veld wat niet klopt",
        doe=Formuliergesprek.klaar,
    ),
    Opdracht(
        naam="terug",
        kort="weg",
        uitleg="ga terug zonder vast te leggen; vraagt het eerst als u iets hebt ingevuld",
        doe=Formuliergesprek.terug,
    ),
    Opdracht(
        naam="hulp",
        kort="?",
        argument="[NUMMER [WOORDEN]]",
        uitleg="deze lijst; met een nummer: wat het veld is, en welke waarden de woorden hebben",
        doe=Formuliergesprek.hulp,
    ),
)
"""The commands of a form, in the order of `hulp`."""
