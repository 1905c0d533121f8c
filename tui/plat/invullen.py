"""Entering marks by question and answer: one cell per question, booked at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from examen.model import Examenresultaat
from register.fouten import InvoerFout, VavoFout
from register.opslag import Sleutel
from tui.invoer.blad import GEEN_REGELS, Blad
from tui.invoer.bladen import Kandidaat, kandidaatblad, met_waarde, vakblad
from tui.invoer.cel import bezwaar
from tui.invoer.cellen import Plek
from tui.invoer.gevolg import Vastlegging
from tui.inzage import Inzage
from tui.plat.kanaal import Kanaal
from tui.plat.verhaal import PlatFout
from tui.weergave import uitslagpaneel
from tui.weergave.notatie import meervoud
from tui.weergave.vakken import Vakgroep, naam
from tui.werk.invulblad import Invulblad

_HULP = (
    "Antwoord een cijfer zoals 75 of 7,5, of een beoordeling zoals g. Leeg: volgende; - vorige; "
    "> volgende vakje, ook een dat leeg mag blijven; = zoals hierboven; ! leegmaken; . stoppen; "
    "? deze uitleg."
)


@frozen(kw_only=True)
class Vragen:
    """What is asked on a sheet.

    Attributes:
        kruim: what the sheet is, for the history.
        blad: the sheet.
        kandidaten: whose results are on it.
        wie: whose a row is, before the panel of what a mark did.
    """

    kruim: str
    blad: Blad
    kandidaten: Sequence[Kandidaat]
    wie: Callable[[int], str]


def van_vak(groep: Vakgroep, kolom: str, inzage: Inzage) -> Vragen:
    """Ask the marks of a vak: candidates down, from the first of a column.

    Args:
        groep: the vak.
        kolom: heading of the column, or empty for the first that has to be filled.
        inzage: reads the candidates.

    Raises:
        PlatFout: there is no such column.
    """
    kandidaten = inzage.kandidaten(groep)
    blad = vakblad(groep.vak, groep.niveau, groep.regime, kandidaten)
    if kolom:
        blad.ga_naar(_eerste(blad, kolom))
    return Vragen(
        kruim=naam(groep, inzage.namen),
        blad=blad,
        kandidaten=kandidaten,
        wie=lambda rij: " ".join(blad.cellen.rijen[rij].koppen),
    )


def _eerste(blad: Blad, kop: str) -> Plek:
    """Give the first cell of a column where something can be typed."""
    koppen = [kolom.kop.casefold() for kolom in blad.kolommen]
    if kop.casefold() not in koppen:
        wel = ", ".join(kolom.kop for kolom in blad.kolommen)
        raise PlatFout(f"dit vak heeft geen kolom “{kop}”; kies uit {wel}")
    nummer = koppen.index(kop.casefold())
    rijen = blad.weg.rijen(nummer, 0)
    if not rijen:
        raise PlatFout(f"in {blad.kolommen[nummer].kop} kan bij niemand iets worden getypt")
    return Plek(rijen[0], nummer)


def van_kandidaat(sleutel: Sleutel, inzage: Inzage) -> Vragen:
    """Ask the marks of one examenresultaat: results down."""
    er = inzage.examenresultaat(sleutel)
    nummer = er.examenresultaatvolgnummer
    return Vragen(
        kruim=f"invoer {nummer}",
        blad=kandidaatblad(er, inzage.namen),
        kandidaten=[Kandidaat(student="", naam="", examenresultaat=er)],
        wie=lambda _: nummer,
    )


class Vraaggesprek:
    """Asks cell after cell of a sheet until the user stops or there is no next one."""

    def __init__(self, vragen: Vragen, inzage: Inzage, kanaal: Kanaal) -> None:
        self._vragen = vragen
        self._blad = vragen.blad
        self._invul = Invulblad(vragen.blad, vragen.kandidaten)
        self._inzage = inzage
        self._kanaal = kanaal
        self._gevraagd: list[Plek] = []

    def voer(self) -> None:
        """Ask, from the cell of the cursor on."""
        if not self._blad.cellen.rijen:
            self._kanaal.zeg(GEEN_REGELS)
            return
        regels = meervoud(len(self._blad.cellen.rijen), "regel", "regels")
        self._kanaal.zeg(
            f"{self._vragen.kruim} · {regels} · {self._blad.telling()}", "Typ ? voor uitleg."
        )
        while self._gaat_verder():
            plek = self._blad.cursor
            antwoord = self._kanaal.vraag(self._vraag(plek))
            if antwoord == ".":
                break
            self._doe(plek, antwoord)
        self._kanaal.zeg(str(self._blad.telling()))

    def _vraag(self, plek: Plek) -> str:
        """Say which cell it is and what it holds."""
        wie = " ".join(deel for deel in self._blad.cellen.rijen[plek.rij].koppen if deel)
        staat = self._blad.tekst(plek) or "leeg"
        return f"{wie} · {self._blad.kolommen[plek.kolom].kop} [{staat}]: "

    def _gaat_verder(self) -> bool:
        """Ask at the end of a column whether to go on with the next, and go there."""
        while self._blad.aan_einde:
            hier = self._blad.cursor
            daar = self._blad.weg.volgende_kolom(hier.kolom)
            if daar is None:
                self._kanaal.zeg("Einde van het blad.")
                return False
            van, naar = (self._blad.kolommen[plek.kolom].kop for plek in (hier, daar))
            zin = f"Einde van {van}. Leeg: verder met {naar}; - vorige; . stoppen: "
            match self._kanaal.vraag(zin):
                case "":
                    self._blad.druk("enter")
                case "-":
                    self._blad.rond_af()
                case ".":
                    return False
                case ander:
                    self._kanaal.zeg(f"“{ander}” kan hier niet.")
        return True

    def _doe(self, plek: Plek, antwoord: str) -> None:
        """Do what an answer asks; what cannot be done is said, and the cell is asked again."""
        match antwoord:
            case "?":
                self._kanaal.zeg(_HULP)
            case "-":
                if self._gevraagd:
                    self._blad.ga_naar(self._gevraagd.pop())
                else:
                    self._kanaal.zeg("Dit is het eerste vakje.")
            case ">":
                if self._blad.druk("tab").verplaatst:
                    self._gevraagd.append(plek)
                else:
                    self._kanaal.zeg("Dit is het laatste vakje.")
            case "":
                self._blad.druk("enter")
                self._gevraagd.append(plek)
            case _:
                self._vul_in(plek, antwoord)

    def _vul_in(self, plek: Plek, antwoord: str) -> None:
        """Take a value, say so, and go on."""
        blad = self._blad
        toetsen = {"!": ("delete", "enter"), "=": ("=",)}.get(antwoord)
        if toetsen is None:
            veld = blad.getypt_veld(plek)
            if zin := blad.cellen.dicht(plek) or bezwaar(veld, antwoord):
                self._kanaal.zeg(zin)
                return
            toetsen = tuple(antwoord)
        gevolgen = [blad.druk(toets) for toets in toetsen]
        if blad.getypt:
            gevolgen.append(blad.druk("enter"))
        if blad.wacht and not blad.aan_einde:
            self._kanaal.zeg(blad.wacht)
            blad.rond_af()
            return
        vastlegging = next((een.vastlegging for een in gevolgen if een.vastlegging), None)
        if vastlegging is None:
            self._kanaal.zeg(f"{blad.kolommen[plek.kolom].kop} blijft {blad.tekst(plek) or 'leeg'}")
        elif not self._leg_vast(vastlegging):
            return
        self._gevraagd.append(plek)

    def _leg_vast(self, vastlegging: Vastlegging) -> bool:
        """Book a value and say what it did; one that cannot be booked is taken back."""
        wijziging = self._invul.wijziging(vastlegging)
        reden = self._invul.reden(self._vragen.kruim, vastlegging)
        try:
            geboekt = self._inzage.bijhouding.leg_vast([wijziging], reden)
        except VavoFout as fout:
            staat = getattr(fout, "waarde", vastlegging.oud)
            self._blad.weiger(vastlegging.plek, str(fout), staat)
            self._blad.rond_af()
            self._kanaal.zeg(f"Fout: {fout}")
            return False
        oud, nieuw = self._invul.van_naar(vastlegging)
        kop = self._blad.kolommen[vastlegging.plek.kolom].kop
        self._kanaal.zeg(f"vastgelegd: {kop} {nieuw} (was {oud})")
        er = geboekt[wijziging.sleutel]
        self._neem_over(wijziging.sleutel, er)
        voor = met_waarde(er, wijziging.plaats, wijziging.oud)
        self._kanaal.zeg(*self._volgt(vastlegging.plek.rij, voor, er))
        return True

    def _neem_over(self, sleutel: Sleutel, er: Examenresultaat) -> None:
        """Take what others changed of the same examenresultaat."""
        for rij in self._invul.rijen_van[sleutel]:
            try:
                self._invul.werk_bij(rij, er)
            except InvoerFout as fout:
                self._kanaal.zeg(f"Fout: {fout}")

    def _volgt(self, rij: int, oud: Examenresultaat, nieuw: Examenresultaat) -> Sequence[str]:
        """Say what follows from a mark, and what is different from before."""
        was, is_ = self._inzage.inzichten(oud, nieuw)
        return uitslagpaneel.regels(
            self._vragen.wie(rij),
            nieuw,
            was,
            evolve(is_, nodig=self._inzage.wat_nodig(nieuw)),
            self._inzage.namen,
            self._blad.cellen.rijen[rij].verwijst[-1],
        )
