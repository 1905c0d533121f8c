"""Entering marks: a sheet of cells, and under it what each mark does.

Every mark is booked before the next key is looked at: what shows is what is registered. What
follows from it is computed beside the keys and shown when it is there; of marks that come quickly
only the last.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial

from attrs import evolve
from textual import events, work
from textual.containers import Horizontal
from textual.widget import Widget

from examen.model import Examenresultaat
from register.fouten import InvoerFout, VavoFout
from register.opslag import Sleutel, sleutel_van, soort_van
from tui.acties import BLADTOETSEN, OPDRACHTTEKEN, Bereik
from tui.geheugen import zonder_opruimen
from tui.invoer.blad import Blad
from tui.invoer.bladen import (
    Kandidaat,
    Plaats,
    is_ce,
    kandidaatblad,
    met_waarde,
    met_waarden,
    plaats,
    vakblad,
)
from tui.invoer.cel import Waarde
from tui.invoer.cellen import Plek
from tui.invoer.gevolg import Gevolg, Omzetting, Vastlegging
from tui.invoer.plakken import Plakvoorbeeld, pas_toe, voorbeeld
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.invoerrooster import Invoerrooster
from tui.onderdelen.regel import GEWOON, VET, Regel
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.beelden import VerdelingScherm
from tui.schermen.plakken import PlakScherm
from tui.schermen.proef import ProefScherm
from tui.schermen.score import ScoreScherm
from tui.schermen.stand import open_stand
from tui.weergave import celuitleg, uitslagpaneel, vakken
from tui.weergave.details import Paar
from tui.weergave.examenresultaat import Inzicht
from tui.weergave.namen import Namen
from tui.weergave.notatie import meervoud
from tui.weergave.vakken import Vakgroep
from tui.werk.bijhouden import Omgekeerd
from tui.werk.invulblad import Invulblad
from tui.werk.studenten import van_wie

_PANEEL = [f"paneel-{nummer}" for nummer in range(uitslagpaneel.REGELS)]


class InvoerScherm(Scherm):
    """A sheet of marks; subclasses say which."""

    BEGIN = "Invoerrooster"
    BINDINGS = bindingen(Bereik.INVOER)
    BEREIKEN = (Bereik.OVERAL, Bereik.INVOER)
    UITLEG = (
        "Typ de cijfers onder elkaar: twee cijfers zijn een cijfer met een decimaal en de cursor "
        "gaat verder (75 is 7,5; 100 is 10,0); een komma of punt mag. G, V en O zijn "
        "beoordelingen; = herhaalt wat erboven staat; Delete maakt leeg. Elk cijfer wordt meteen "
        "vastgelegd, behalve in een proef. Onder het blad staat wat het laatste cijfer deed: het "
        "eindcijfer, de uitslag, de toetsen die omslaan, de bevindingen en wat er per vak nog "
        "nodig is om te slagen; {invoer.hele_uitslag} geeft dat alles in zijn geheel. Een toets "
        "die niet kan verandert niets: het blad wacht dan tot u Backspace, Enter of een pijl "
        "gebruikt. Plakken leest een cijfer zoals het er staat (6,5 of 10) en toont eerst wat het "
        "zou doen."
    )

    def __init__(self, leesdraad: Leesdraad) -> None:
        super().__init__(leesdraad)
        self._invul = Invulblad(Blad((), ()), ())
        self.kop = ""
        self._bekeken = 0
        self._slot = asyncio.Lock()
        self._proef: dict[Sleutel, dict[Plaats, Waarde]] | None = None

    @property
    def blad(self) -> Blad:
        """The sheet."""
        return self._invul.blad

    def inhoud(self) -> Iterable[Widget]:
        """A line about the sheet, the sheet, and what follows."""
        yield Horizontal(Regel(id="kop"), Regel(id="telling"), id="bladkop")
        yield Invoerrooster()
        yield from (Regel(id=een) for een in _PANEEL)

    @abstractmethod
    def lees(self, inzage: Inzage) -> tuple[Blad, Sequence[Kandidaat], str]:
        """Give the sheet, whose results are on it, and a line about it."""

    async def vul(self) -> None:
        """Ask for the sheet; keys typed meanwhile wait for it."""
        async with self._slot:
            await self._vul()

    async def _vul(self) -> None:
        gelezen = await self.vraag(self._lees)
        if gelezen is None:
            return
        oud = self._invul
        self._invul, self.kop = gelezen
        rooster = self.query_one(Invoerrooster)
        if oud.blad.cellen.rijen:
            rooster.geprobeerd = self._invul.ga_door(oud, rooster.geprobeerd)
        self.toon_kop()
        rooster.toon_blad(self.blad)
        self._tel()
        self._bekijk_cursor()

    def toon_kop(self) -> None:
        """Say what this sheet is, and what is different from ever."""
        scores = [
            f"{kolom.kop}: {wat.veld.label}"
            for nummer, kolom in enumerate(self.blad.kolommen)
            if (wat := self.blad.omzetting(nummer))
        ]
        proef = [] if self._proef is None else ["PROEF: niets wordt vastgelegd"]
        self.query_one("#kop", Regel).zet(" · ".join(filter(None, [*proef, self.kop, *scores])))

    def _lees(self, inzage: Inzage) -> tuple[Invulblad, str]:
        with zonder_opruimen():
            blad, kandidaten, kop = self.lees(inzage)
            return Invulblad(blad, kandidaten), kop

    def over_dit(self) -> Sequence[Paar]:
        """Tell what may stand in the cell under the cursor."""
        return celuitleg.details(self.blad) if self.blad.cellen.rijen else ()

    # keys

    async def toets(self, toets: events.Key) -> bool:
        """A key of the sheet: do it, book what it changed, and show both."""
        teken = toets.character if toets.is_printable else toets.key
        if teken is None or teken == OPDRACHTTEKEN or (len(teken) > 1 and teken not in BLADTOETSEN):
            return False
        async with self._slot:
            await self._verwerk(self.blad.druk(teken))
        return True

    async def on_paste(self, plakken: events.Paste) -> None:
        """Show what a pasted text would do."""
        if self._proef is not None:
            self.meld(self.zin("Plakken kan niet tijdens een proef; {invoer.proef} gaat terug."))
            return
        try:
            gezien = voorbeeld(self.blad, plakken.text)
        except VavoFout as fout:
            self.meld_fout(str(fout))
            return
        await self.app.push_screen(PlakScherm(self.leesdraad, self.blad, gezien, self.plak))

    async def action_volgorde(self) -> None:
        """Go down first, or to the right first."""
        await self._verwerk(self.blad.wissel_volgorde())

    async def action_te_doen(self) -> None:
        """Show only what is still to be done, or everything again."""
        await self._verwerk(self.blad.wissel_te_doen())

    async def action_nazien(self) -> None:
        """Begin or end a second reading."""
        await self._verwerk(self.blad.wissel_nazien())

    async def action_score(self) -> None:
        """Type scores in this column, or marks again."""
        kolom = self.blad.cursor.kolom
        await self._verwerk(self.blad.rond_af())
        if self.blad.bezig or not self.blad.cellen.rijen:
            return
        if self.blad.omzetting(kolom) is not None:
            self.zet_om(kolom, None)
            self.meld(f"In {self.blad.kolommen[kolom].kop} typt u weer cijfers.")
        elif is_ce(self.blad, kolom):
            await self.app.push_screen(
                ScoreScherm(
                    self.leesdraad, self.blad.kolommen[kolom].kop, partial(self.zet_om, kolom)
                )
            )
        else:
            self.meld("Scores zijn er alleen bij het CE; zet de cursor in die kolom.")

    def zet_om(self, kolom: int, omzetting: Omzetting | None) -> None:
        """Let scores be typed in a column from now on, or marks."""
        self.blad.zet_om(kolom, omzetting)
        self.toon_kop()

    async def action_proef(self) -> None:
        """Begin trying out what marks would do, or go back to what is registered."""
        await self._verwerk(self.blad.rond_af())
        if self.blad.bezig:
            return
        self._proef = {} if self._proef is None else None
        self.query_one(Invoerrooster).geprobeerd = set()
        await self.vul()
        self.meld(
            self.zin("Wat u typt wordt niet vastgelegd en krijgt een ~; {invoer.proef}: terug.")
            if self._proef is not None
            else "De proef is weg; dit is wat is vastgelegd."
        )

    async def action_ongedaan(self) -> None:
        """Undo the last step of this user."""
        await self._keer_om(lambda inzage: inzage.bijhouding.maak_ongedaan())

    async def action_opnieuw(self) -> None:
        """Do the step again that was undone last."""
        await self._keer_om(lambda inzage: inzage.bijhouding.doe_opnieuw())

    async def action_hele_uitslag(self) -> None:
        """Show the whole outcome of the candidate whom the lines under the sheet are about."""
        await self._verwerk(self.blad.rond_af())
        if not self.blad.cellen.rijen or self.blad.bezig:
            return
        sleutel = self._invul.sleutels[self._bekeken]
        if proef := (self._proef or {}).get(sleutel):
            await self.app.push_screen(ProefScherm(self.leesdraad, sleutel, proef))
        else:
            await open_stand(self, soort_van(Examenresultaat), sleutel)

    async def action_verdeling(self) -> None:
        """Show how the marks of the vak under the cursor are spread."""
        await self._verwerk(self.blad.rond_af())
        if not self.blad.cellen.rijen or self.blad.bezig:
            return
        groep = self.vakgroep(self.blad.cursor.rij)
        if groep is None:
            self.meld("Alleen van een vak is er een verdeling.")
            return
        naam = await self.vraag(lambda inzage: vakken.naam(groep, inzage.namen))
        await self.app.push_screen(VerdelingScherm(self.leesdraad, groep, naam or groep.vak))

    async def verlaat(self) -> bool:
        """Let go of what is typed and not ready, and stay here once to say so."""
        half = self.blad.getypt if not self.blad.wacht else ""
        gevolg = self.blad.laat_los() if half else self.blad.rond_af()
        if gevolg.cellen:
            self._toon(gevolg)
        if half:
            self.meld(f"“{half}” was niet af en is niet vastgelegd.")
        return not half

    @property
    def onvastgelegd(self) -> str:
        """Say that a second reading was begun and is not done."""
        halverwege = self.blad.halverwege
        return f"{halverwege}; nog eens {{daad}} verlaat het blad." if halverwege else ""

    # booking

    async def _verwerk(self, gevolg: Gevolg) -> None:
        """Show what a key did, and book what it changed before the next key is looked at."""
        self._toon(gevolg)
        if gevolg.vastlegging is not None:
            await self._leg_vast(gevolg.vastlegging)
        elif gevolg.verplaatst:
            self._bekijk_cursor()
        elif self._proef is None and (komende := self.blad.komende()):
            cursor = self.blad.cursor
            sleutel = self._invul.sleutels[cursor.rij]
            plek = plaats(self.blad, cursor)
            self.call_after_refresh(self._kijk_vooruit, sleutel, plek, komende)

    async def _leg_vast(self, vastlegging: Vastlegging) -> None:
        """Book one value; one that cannot be booked is taken back, and the sheet holds there."""
        wijziging = self._invul.wijziging(vastlegging)
        if self._proef is not None:
            self._proef.setdefault(wijziging.sleutel, {})[wijziging.plaats] = wijziging.nieuw
            self.query_one(Invoerrooster).geprobeerd.add(vastlegging.plek)
            self._toon(Gevolg(cellen=(vastlegging.plek,)))
            self._laat_zien(vastlegging.plek.rij)
            return
        reden = self._invul.reden(self.kruim, vastlegging)
        try:
            geboekt = await self.leesdraad.vraag(
                lambda inzage: inzage.bijhouding.leg_vast([wijziging], reden)
            )
        except VavoFout as fout:
            staat = getattr(fout, "waarde", vastlegging.oud)
            _, getypt = self._invul.van_naar(vastlegging)
            self._toon(self.blad.weiger(vastlegging.plek, f"U typte {getypt}; {fout}.", staat))
            return
        self.toont_al()
        er = geboekt[wijziging.sleutel]
        if anders := self._neem_over(er):
            nu = ", ".join(
                f"{self.blad.kolommen[plek.kolom].kop} is nu {self.blad.tekst(plek) or 'leeg'}"
                for plek in anders
            )
            zin = f"Van deze kandidaat is intussen door een ander gewijzigd: {nu}."
            self._toon(self.blad.hoor(anders, zin))
        self._laat_zien(vastlegging.plek.rij, er, met_waarde(er, wijziging.plaats, wijziging.oud))

    async def plak(self, gezien: Plakvoorbeeld) -> None:
        """Book what was pasted as one step; when one value cannot be booked, none is."""
        vastleggingen = pas_toe(self.blad, gezien)
        wijzigingen = [self._invul.wijziging(een) for een in vastleggingen]
        aantal = meervoud(len(wijzigingen), "waarde", "waarden")
        geboekt = await self.vraag(
            lambda inzage: inzage.bijhouding.leg_vast(
                wijzigingen, f"{self.kruim}: {aantal} geplakt"
            )
        )
        if geboekt is None:
            for een in vastleggingen:
                self.blad.cellen.leg_neer(een.plek, een.oud)
        else:
            self.toont_al()
            for er in geboekt.values():
                self._neem_over(er)
            self.meld(f"{aantal} vastgelegd.")
        self.query_one(Invoerrooster).toon_blad(self.blad)
        self._tel()

    async def _keer_om(self, doe: Callable[[Inzage], Omgekeerd]) -> None:
        """Undo or do again; the cursor goes to what changed, when it is on this sheet."""
        if self._proef is not None:
            self.meld(
                self.zin(
                    "Tijdens een proef is er niets om ongedaan te maken; {invoer.proef} gaat terug."
                )
            )
            return
        await self._verwerk(self.blad.rond_af())
        if self.blad.bezig:
            return
        omgekeerd = await self.vraag(doe)
        if omgekeerd is None:
            return
        self.leesdraad.versie += 1
        for sleutel in {een.sleutel for een in omgekeerd.gevolgen} & self._invul.rijen_van.keys():
            er = await self.vraag(partial(_lees_examenresultaat, sleutel))
            cellen = self._neem_over(er) if er else ()
            heen = self.blad.ga_naar(cellen[0]) if cellen else Gevolg()
            self._toon(evolve(heen, cellen=(*cellen, *heen.cellen)))
        self._bekijk_cursor()
        self.meld(str(omgekeerd), heel=True)

    def _neem_over(self, er: Examenresultaat) -> tuple[Plek, ...]:
        """Take the values of an examenresultaat as it is now; give the cells that differ."""
        anders: list[Plek] = []
        for rij in self._invul.rijen_van[sleutel_van(er)]:
            try:
                anders += self._invul.werk_bij(rij, er)
            except InvoerFout as fout:
                self.meld_fout(str(fout))
        return tuple(anders)

    # showing

    def _toon(self, gevolg: Gevolg) -> None:
        self.query_one(Invoerrooster).toon(gevolg)
        self._tel()
        if gevolg.melding or not self.blad.wacht:
            self.meld(gevolg.melding)
        if gevolg.bel:
            self.app.bell()

    def _tel(self) -> None:
        telling = self.query_one("#telling", Regel)
        telling.set_class(self.blad.nazien, "-nazien")
        telling.zet(str(self.blad.telling()))

    def _bekijk_cursor(self) -> None:
        """Show what follows for the candidate under the cursor."""
        if self.blad.cellen.rijen:
            self._laat_zien(self.blad.cursor.rij)

    def _laat_zien(
        self, rij: int, nieuw: Examenresultaat | None = None, oud: Examenresultaat | None = None
    ) -> None:
        """Compute beside the keys what follows; what was asked before this and waits is dropped."""
        self._bekeken = rij
        self._reken_en_toon(rij, nieuw, oud)

    @work(exclusive=True, group="uitslag")
    async def _reken_en_toon(
        self, rij: int, nieuw: Examenresultaat | None, oud: Examenresultaat | None
    ) -> None:
        """Show what follows, and after that what is still needed, which takes longer."""
        sleutel, nummer = self._invul.sleutels[rij], self.blad.cellen.rijen[rij].verwijst[-1]

        proef = (self._proef or {}).get(sleutel)

        def volgt(inzage: Inzage) -> tuple[Examenresultaat, Sequence[Inzicht], Namen]:
            er, was = nieuw or inzage.examenresultaat(sleutel), oud
            if proef:
                was, er = er, met_waarden(er, proef)
            return er, inzage.inzichten(*((er,) if was is None else (was, er))), inzage.namen

        gevonden = await self.vraag(volgt)
        if gevonden is None:
            return
        er, inzichten, namen = gevonden
        maak = partial(uitslagpaneel.regels, self.wie(rij), er, inzichten[0])
        self._zet_paneel(maak(inzichten[-1], namen, nummer)[:-1])
        nodig = await self.vraag(lambda inzage: inzage.wat_nodig(er)) or ()
        self._zet_paneel(maak(evolve(inzichten[-1], nodig=nodig), namen, nummer))

    @work(exclusive=True, group="vooruit", exit_on_error=False)
    async def _kijk_vooruit(
        self, sleutel: Sleutel, plaats: Plaats, komende: Sequence[Waarde]
    ) -> None:
        """Let what follows from the next key be known before it comes.

        What goes wrong with it, or ends it, is of no consequence: it is told when the key comes.
        """

        def volgt(inzage: Inzage) -> None:
            er = inzage.examenresultaat(sleutel)
            inzage.inzichten(er, *(met_waarde(er, plaats, een) for een in komende))

        with suppress(VavoFout):
            await self.leesdraad.vraag(volgt)

    def _zet_paneel(self, regels: Sequence[str]) -> None:
        """Show lines of the pane, as far as it is still there."""
        for nummer, (naam, tekst) in enumerate(zip(_PANEEL, regels, strict=False)):
            for regel in self.query(f"#{naam}").results(Regel):
                regel.zet((tekst, GEWOON if nummer else VET))

    @abstractmethod
    def wie(self, rij: int) -> str:
        """Say whose the results of a row are."""

    @abstractmethod
    def vakgroep(self, rij: int) -> Vakgroep | None:
        """Give the vak of a row, of all who have it; None for what is no vak."""


def _lees_examenresultaat(sleutel: Sleutel, inzage: Inzage) -> Examenresultaat:
    return inzage.examenresultaat(sleutel)


class VakInvoerScherm(InvoerScherm):
    """The sheet of one vak: candidates down; with `te_doen` at first only what is empty."""

    def __init__(
        self, leesdraad: Leesdraad, groep: Vakgroep, vaknaam: str, *, te_doen: bool = False
    ) -> None:
        super().__init__(leesdraad)
        self._groep = groep
        self._naam = vaknaam
        self._begint_te_doen = te_doen

    async def vul(self) -> None:
        """Ask for the sheet; the first time perhaps at what is to be done."""
        await super().vul()
        if self._begint_te_doen and self.blad.cellen.rijen:
            self._begint_te_doen = False
            await self._verwerk(self.blad.begin_te_doen())

    @property
    def kruim(self) -> str:
        """The vak."""
        return self._naam

    def lees(self, inzage: Inzage) -> tuple[Blad, Sequence[Kandidaat], str]:
        """Give the sheet of the vak."""
        groep = self._groep
        kandidaten = inzage.kandidaten(groep)
        blad = vakblad(groep.vak, groep.niveau, groep.regime, kandidaten)
        return blad, kandidaten, meervoud(len(kandidaten), "kandidaat", "kandidaten")

    def wie(self, rij: int) -> str:
        """Name the candidate."""
        return " ".join(self.blad.cellen.rijen[rij].koppen)

    def vakgroep(self, rij: int) -> Vakgroep:
        """Give the vak of the sheet."""
        del rij
        return self._groep


class KandidaatInvoerScherm(InvoerScherm):
    """The sheet of one candidate: results down."""

    def __init__(self, leesdraad: Leesdraad, er: Examenresultaat) -> None:
        super().__init__(leesdraad)
        self._er = er

    @property
    def kruim(self) -> str:
        """What is done here."""
        return f"invoer {self._er.examenresultaatvolgnummer}"

    def lees(self, inzage: Inzage) -> tuple[Blad, Sequence[Kandidaat], str]:
        """Give the sheet of the examenresultaat as it is now."""
        er = self._er = inzage.examenresultaat(sleutel_van(self._er))
        kandidaat = Kandidaat(student="", naam="", examenresultaat=er)
        return kandidaatblad(er, inzage.namen), [kandidaat], van_wie(inzage, er)

    def wie(self, rij: int) -> str:
        """Name the examenresultaat."""
        del rij
        return self._er.examenresultaatvolgnummer

    def vakgroep(self, rij: int) -> Vakgroep | None:
        """Give the vak of the result in a row."""
        nummer = self.blad.cellen.rijen[rij].verwijst.resultaatvolgnummer
        for vak in self._er.vakresultaten:
            if vak.resultaatvolgnummer == nummer and vak.examenregime is not None:
                return Vakgroep(regime=vak.examenregime, niveau=vak.niveau, vak=vak.vak)
        return None
