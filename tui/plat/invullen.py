"""Entering marks by question and answer: one cell per question, booked at once."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from examen.model import Examenresultaat
from register.fouten import InvoerFout, VavoFout
from register.opslag import Sleutel
from tui.invoer.blad import GEEN_REGELS, VERBORGEN
from tui.invoer.bladen import Plaats, is_ce, met_waarde, met_waarden
from tui.invoer.cel import Waarde, bezwaar, toegestaan
from tui.invoer.cellen import Plek
from tui.invoer.gevolg import Vastlegging
from tui.invoer.plakken import pas_toe, voorbeeld
from tui.invoer.score import lees
from tui.invoer.weg import Volgorde
from tui.inzage import Inzage
from tui.plat.kanaal import Kanaal
from tui.plat.verhaal import PlatFout, zinnen
from tui.plat.vragen import Vragen
from tui.weergave import plakken, uitslagpaneel
from tui.weergave.notatie import meervoud
from tui.werk.bijhouden import Celwijziging
from tui.werk.invulblad import Invulblad

HULP = (
    (
        "Antwoord een cijfer zoals 75 of 7,5, of een beoordeling zoals g. Leeg: volgende; "
        "- vorige; > volgende vakje, ook een dat leeg mag blijven; = zoals hierboven; "
        "! leegmaken; . stoppen; ? deze uitleg."
    ),
    "nazien: typ elke waarde opnieuw; wat anders is wordt gevraagd. Nog eens nazien houdt op.",
    "scores: typ in deze kolom van het CE scores in plaats van cijfers.",
    "plak: geef veel waarden tegelijk, onder elkaar; eerst hoort u wat het zou doen.",
    "proef: probeer cijfers uit zonder iets vast te leggen. Nog eens proef gaat terug.",
    "Alleen op het scherm: verbergen wat klaar is, en kiezen waar Enter heen gaat.",
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
        self._gewaarschuwd = False
        self._proef: dict[Sleutel, dict[Plaats, Waarde]] | None = None

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
            if antwoord == "." and self._mag_weg():
                break
            try:
                self._doe(plek, antwoord)
            except VavoFout as fout:
                self._kanaal.zeg(f"Fout: {fout}")
        if self._proef is not None:
            self._wissel_proef()
        self._kanaal.zeg(str(self._blad.telling()))

    def _vraag(self, plek: Plek) -> str:
        """Say which cell it is and what it holds."""
        score = self._blad.omzetting(plek.kolom)
        wat = f", {score.veld.label}" if score else ""
        staat = self._blad.tekst(plek) or "leeg"
        return f"{self._wie(plek)} · {self._kop(plek)}{wat} [{staat}]: "

    def _wie(self, plek: Plek) -> str:
        proef = ["proef ·"] if self._proef is not None else []
        return " ".join([*proef, *filter(None, self._blad.cellen.rijen[plek.rij].koppen)])

    def _kop(self, plek: Plek) -> str:
        return self._blad.kolommen[plek.kolom].kop

    def _mag_weg(self) -> bool:
        """Say once that a second reading is not done yet."""
        zin = "" if self._gewaarschuwd else self._blad.halverwege
        self._gewaarschuwd = True
        if zin:
            self._kanaal.zeg(f"{zin}; nog eens . verlaat het blad.")
        return not zin

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
                    self._blad.enter()
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
            case ".":
                pass
            case "?":
                self._kanaal.zeg(*HULP)
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
                self._blad.enter()
                self._gevraagd.append(plek)
            case "nazien":
                self._wissel_nazien(plek)
            case "scores":
                self._wissel_scores(plek.kolom)
            case "plak":
                self._plak(plek)
            case "proef":
                self._wissel_proef()
            case _:
                self._vul_in(plek, antwoord)

    def _vul_in(self, plek: Plek, antwoord: str) -> None:
        """Take a value, say so, and go on."""
        blad = self._blad
        wissen = antwoord == "!"
        toetsen = ("delete",) if wissen else tuple(antwoord)
        if not wissen and antwoord != "=":
            veld = blad.getypt_veld(plek)
            if zin := blad.cellen.dicht(plek) or bezwaar(veld, antwoord):
                self._kanaal.zeg(zin)
                return
        gevolgen = [blad.druk(toets) for toets in toetsen]
        if blad.getypt or (wissen and not blad.verschil):
            gevolgen.append(blad.enter())
        if blad.verschil:
            if not self._neemt(*blad.verschil):
                blad.druk("backspace")
                return
            gevolgen.append(blad.enter())
        elif blad.wacht and not blad.aan_einde:
            self._kanaal.zeg(blad.wacht)
            blad.rond_af()
            return
        vastlegging = next((een.vastlegging for een in gevolgen if een.vastlegging), None)
        if vastlegging is None:
            self._kanaal.zeg(f"{self._kop(plek)} blijft {blad.tekst(plek) or 'leeg'}")
        elif not self._leg_vast(vastlegging):
            return
        self._gevraagd.append(plek)

    def _neemt(self, nieuw: str, staat: str) -> bool:
        """Ask which it is, when a second reading finds something else."""
        vraag = (
            f"Getypt {nieuw}, er staat {staat}. Typ ja om {nieuw} te nemen; anders typt u het "
            "opnieuw: "
        )
        return self._kanaal.vraag(vraag).casefold() == "ja"

    # the sheet as a whole

    def _wissel_nazien(self, plek: Plek) -> None:
        """Begin a second reading at the first value that is to be read, or end it."""
        blad = self._blad
        gevolg = blad.wissel_nazien()
        self._gewaarschuwd = False
        omlaag = blad.weg.volgorde is Volgorde.OMLAAG
        kolommen = blad.cellen.kolommen[plek.kolom if omlaag else 0 :]
        alle = [Plek(rij, kolom) for kolom in kolommen for rij in blad.weg.rijen(kolom, 0)]
        te_lezen = [een for een in alle if blad.nazien and blad.tekst(een) == VERBORGEN]
        self._kanaal.zeg(gevolg.melding)
        if te_lezen:
            blad.ga_naar(te_lezen[0] if omlaag else min(te_lezen))

    def _wissel_scores(self, kolom: int) -> None:
        """Let scores be typed in a column, or marks again."""
        blad, kop = self._blad, self._blad.kolommen[kolom].kop
        if blad.omzetting(kolom) is not None:
            blad.zet_om(kolom, None)
            self._kanaal.zeg(f"In {kop} typt u weer cijfers.")
            return
        if not is_ce(blad, kolom):
            raise PlatFout("scores zijn er alleen bij het CE; ga eerst naar die kolom")
        while getypt := self._kanaal.vraag("Schaallengte en N-term, zoals 75 1,2 (leeg: niet): "):
            try:
                wordt = lees(getypt)
            except InvoerFout as fout:
                self._kanaal.zeg(fout.tekst)
                continue
            blad.zet_om(kolom, wordt)
            self._kanaal.zeg(
                f"In {kop} typt u een score, {toegestaan(wordt.veld)}; vastgelegd wordt het cijfer."
            )
            return

    def _wissel_proef(self) -> None:
        """Begin trying out marks, or go back to what is registered."""
        if self._proef is None:
            self._proef = {}
            self._kanaal.zeg("Proef: wat u typt wordt niet vastgelegd; nog eens proef gaat terug.")
            return
        geprobeerd, self._proef = self._proef, None
        for sleutel in geprobeerd:
            self._neem_over(sleutel, self._inzage.examenresultaat(sleutel))
        self._kanaal.zeg("De proef is weg; dit is wat is vastgelegd.")

    def _plak(self, plek: Plek) -> None:
        """Take values under each other, say what they would do, and book them as one step."""
        if self._proef is not None:
            raise PlatFout("plakken kan niet tijdens een proef; proef gaat terug")
        voorbeeld(self._blad, "")  # refused in a second reading, before anything is given
        self._kanaal.zeg(
            f"Geef de waarden onder elkaar, vanaf {self._wie(plek)} · {self._kop(plek)}: een "
            "cijfer met een komma, zoals 7,5. Een lege regel slaat er een over; een punt sluit af."
        )
        regels: list[str] = []
        while (regel := self._kanaal.vraag(f"{len(regels) + 1}: ")) != ".":
            regels.append(regel)
        gezien = voorbeeld(self._blad, "\n".join(regels))
        rijen = zinnen(plakken.KOLOMMEN, plakken.rijen(self._blad, gezien))
        self._kanaal.zeg(*(een.tekst for een in rijen), str(gezien))
        aantal = len(gezien.wijzigingen)
        waarden = meervoud(aantal, "waarde", "waarden")
        vraag = f"Typ {aantal} om {waarden} vast te leggen; iets anders doet niets: "
        if not aantal or self._kanaal.vraag(vraag) != str(aantal):
            self._kanaal.zeg("Er is niets vastgelegd.")
            return
        vastleggingen = pas_toe(self._blad, gezien)
        try:
            geboekt = self._inzage.bijhouding.leg_vast(
                [self._invul.wijziging(een) for een in vastleggingen],
                f"{self._vragen.kruim}: {waarden} geplakt",
            )
        except VavoFout:
            for een in vastleggingen:
                self._blad.cellen.leg_neer(een.plek, een.oud)
            raise
        for sleutel, er in geboekt.items():
            self._neem_over(sleutel, er)
        self._kanaal.zeg(f"{waarden} vastgelegd.")

    # booking

    def _leg_vast(self, vastlegging: Vastlegging) -> bool:
        """Book a value and say what it did; one that cannot be booked is taken back."""
        wijziging = self._invul.wijziging(vastlegging)
        if self._proef is not None:
            self._probeer(self._proef, vastlegging, wijziging)
            return True
        reden = self._invul.reden(self._vragen.kruim, vastlegging)
        try:
            geboekt = self._inzage.bijhouding.leg_vast([wijziging], reden)
        except VavoFout as fout:
            staat = getattr(fout, "waarde", vastlegging.oud)
            self._blad.weiger(vastlegging.plek, str(fout), staat)
            self._blad.rond_af()
            self._kanaal.zeg(f"Fout: {fout}")
            return False
        self._zeg_waarde("vastgelegd", vastlegging)
        er = geboekt[wijziging.sleutel]
        self._neem_over(wijziging.sleutel, er)
        voor = met_waarde(er, wijziging.plaats, wijziging.oud)
        self._kanaal.zeg(*self._volgt(vastlegging.plek.rij, voor, er))
        return True

    def _probeer(
        self,
        proef: dict[Sleutel, dict[Plaats, Waarde]],
        vastlegging: Vastlegging,
        wijziging: Celwijziging,
    ) -> None:
        """Say what a value would do, with those that were tried before."""
        geprobeerd = proef.setdefault(wijziging.sleutel, {})
        geprobeerd[wijziging.plaats] = wijziging.nieuw
        self._zeg_waarde("niet vastgelegd", vastlegging)
        er = self._inzage.examenresultaat(wijziging.sleutel)
        self._kanaal.zeg(*self._volgt(vastlegging.plek.rij, er, met_waarden(er, geprobeerd)))

    def _zeg_waarde(self, wat: str, vastlegging: Vastlegging) -> None:
        oud, nieuw = self._invul.van_naar(vastlegging)
        self._kanaal.zeg(f"{wat}: {self._kop(vastlegging.plek)} {nieuw} (was {oud})")

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
