"""The sheet on which marks are typed: keys in, what changed out.

A key that cannot be here changes nothing, and from then on the sheet holds: characters are passed
over until a key says that the user looked, so that marks typed ahead never land in another row.
Backspace takes the refused key back; a key that leaves the cell leaves it as it was. Enter after
characters were passed over may be part of what was typed ahead: it only repeats the melding.
An Enter right after a value that was ready by itself does nothing: who types it by habit, or pastes
lines as keys, would skip every other row.
There is no key for "niet deelgenomen": the model has no such result, an empty cell says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from register.velden import Veld
from register.vormen.waarden import naar_tekst
from tui.invoer.cel import Geweigerd, Klaar, Verder, Waarde, besluit, komende, mag, typ
from tui.invoer.cellen import Bladrij, Cellen, Plek, rijen_van, zet_bit
from tui.invoer.gevolg import Gevolg, Omzetting, Telling, Vastlegging, Waarom, Wacht
from tui.invoer.weg import Volgorde, Weg
from tui.weergave.tabel import Kolom

GEEN_REGELS = "Dit blad heeft geen regels."
AL_VERDER = "De cursor ging vanzelf al verder; nog eens Enter slaat deze cel over."
VERBORGEN = "?"


class Blad:
    """Rows and columns of cells with a cursor; everything a key does to them.

    Attributes:
        kopkolommen: columns of the texts before the cells.
        kolommen: columns of the cells.
        cellen: the cells with their values.
        cursor: the cell that is typed in.
        getypt: what was typed in it and is not a value yet.
        weg: which rows show, and where the keys go that leave a cell.
        nazien: this is a second reading: values are hidden and typed again.
        bladzijde: rows that PageUp and PageDown go; for the screen to set.
    """

    def __init__(
        self,
        kolommen: Sequence[Kolom],
        rijen: Sequence[Bladrij],
        *,
        kopkolommen: Sequence[Kolom] = (),
        volgorde: Volgorde = Volgorde.OMLAAG,
    ) -> None:
        self.kopkolommen = tuple(kopkolommen)
        self.kolommen = tuple(kolommen)
        self.cellen = Cellen(rijen)
        self.weg = Weg(self.cellen, volgorde)
        self.cursor = self.weg.begin()
        self.nazien = False
        self.bladzijde = 18
        self.getypt = ""
        self._wacht: Wacht | None = None
        self._vanzelf = False
        self._nagezien = [0 for _ in self.kolommen]
        self._afwijkend = [0 for _ in self.kolommen]
        self._omzettingen: dict[int, Omzetting] = {}

    @property
    def wacht(self) -> str:
        """Why no characters are taken, or empty."""
        return self._wacht.zin if self._wacht else ""

    def tekst(self, plek: Plek) -> str:
        """Give what shows in a cell."""
        if plek == self.cursor and self.getypt:
            return self.getypt
        waarde = self.cellen.waarde(plek)
        gelezen = self._nagezien[plek.kolom] >> plek.rij & 1
        if self.nazien and waarde is not None and not gelezen:
            return VERBORGEN
        return naar_tekst(self.cellen.cel(plek).veld, waarde)

    def getypt_veld(self, plek: Plek) -> Veld:
        """Give the declaration of what is typed in a cell: of its value, unless that is made."""
        omzetting = self._omzettingen.get(plek.kolom)
        return omzetting.veld if omzetting else self.cellen.cel(plek).veld

    def waarde_van(self, plek: Plek, getypt: int | str) -> int | str:
        """Give the value that something typed in a cell is."""
        omzetting = self._omzettingen.get(plek.kolom)
        return omzetting.waarde_van(int(getypt)) if omzetting else getypt

    def komende(self) -> tuple[Waarde, ...]:
        """Give the values that the next key can let the cell of the cursor have.

        None before something is typed, and none in a second reading, which rarely changes any.
        """
        if self.nazien or not self.getypt:
            return ()
        plek = self.cursor
        getypt = komende(self.getypt_veld(plek), self.getypt)
        return tuple(dict.fromkeys(self.waarde_van(plek, een) for een in getypt))

    @property
    def halverwege(self) -> str:
        """Say what is left of a second reading that was begun, or nothing."""
        rest = self._niet_nagezien if self.nazien and any(self._nagezien) else 0
        return f"Het nazien is nog niet klaar: nog {rest} te gaan" if rest else ""

    def telling(self) -> Telling:
        """Count how far the sheet is; of a second reading only during it."""
        cellen = self.cellen
        verwacht = [cellen.open[k] & cellen.verwacht[k] for k in cellen.kolommen]
        return Telling(
            ingevoerd=sum((verwacht[k] & cellen.gevuld[k]).bit_count() for k in cellen.kolommen),
            verwacht=sum(rijen.bit_count() for rijen in verwacht),
            nagezien=self.nazien * sum(rijen.bit_count() for rijen in self._nagezien),
            afwijking=self.nazien * sum(rijen.bit_count() for rijen in self._afwijkend),
        )

    def druk(self, toets: str) -> Gevolg:
        """Do what a key does; a printable key is its character, others have Textual's name."""
        if not self.cellen.rijen:
            return Gevolg(melding=GEEN_REGELS)
        vanzelf, self._vanzelf = self._vanzelf, False
        if len(toets) == 1 and toets.isprintable():
            return self._teken(toets)
        match toets:
            case "enter":
                return Gevolg(melding=AL_VERDER) if vanzelf else self.enter()
            case "backspace":
                return self._terug()
            case "delete":
                self._wacht = None
                return self._lees(None)
            case _:
                stap = _STAPPEN.get(toets)
                return self._ga(stap) if stap else Gevolg()

    def enter(self) -> Gevolg:
        """Take what was typed, and go to the next cell in the order."""
        wacht = self._wacht
        if wacht and wacht.gemist:
            wacht.gemist = False
            return Gevolg(melding=wacht.zin, bel=True)
        gevolg = self.rond_af()
        if wacht and wacht.waarom is Waarom.NIEUWS:
            return gevolg
        if wacht and wacht.waarom is Waarom.VERSCHIL:
            gevolg = self._boek(self.cursor, wacht.voorstel)
            zet_bit(self._nagezien, self.cursor, aan=True)
            zet_bit(self._afwijkend, self.cursor, aan=True)
        return self._verder(gevolg, na_einde=wacht is not None and wacht.waarom is Waarom.EINDE)

    def rond_af(self) -> Gevolg:
        """Take what was typed as it stands, as before leaving the cell; a refused text is dropped.

        When it cannot be taken the sheet stays `bezig`, and the cell is not to be left.
        """
        if self._wacht:
            self._wacht, self.getypt = None, ""
            return Gevolg(cellen=(self.cursor,))
        if not self.getypt:
            return Gevolg()
        match besluit(self.getypt_veld(self.cursor), self.getypt):
            case Klaar(waarde):
                return self._lees_getypt(waarde)
            case Verder(vraag=vraag):
                return Gevolg(melding=vraag)
            case Geweigerd(zin):
                return self._houd_vast(Waarom.TEKEN, zin)

    def laat_los(self) -> Gevolg:
        """Drop what is typed and not ready."""
        self.getypt = ""
        return Gevolg(cellen=(self.cursor,))

    def hoor(self, cellen: tuple[Plek, ...], zin: str) -> Gevolg:
        """Hold because somebody else changed these cells, until the user shows to have read it."""
        gevolg = self._houd_vast(Waarom.NIEUWS, zin)
        return evolve(gevolg, cellen=(*cellen, *gevolg.cellen))

    @property
    def bezig(self) -> bool:
        """Whether something is typed that is no value yet, or the sheet holds."""
        return bool(self.getypt or self._wacht)

    @property
    def aan_einde(self) -> bool:
        """Whether the sheet holds because there is no next cell in the order."""
        return self._wacht is not None and self._wacht.waarom is Waarom.EINDE

    @property
    def verschil(self) -> tuple[str, str] | None:
        """What a second reading typed and what stands there, while the sheet asks which it is."""
        if self._wacht is None or self._wacht.waarom is not Waarom.VERSCHIL:
            return None
        veld = self.cellen.cel(self.cursor).veld
        nieuw, staat = self._wacht.voorstel, self.cellen.waarde(self.cursor)
        return naar_tekst(veld, nieuw) or "leeg", naar_tekst(veld, staat) or "leeg"

    def wissel_volgorde(self) -> Gevolg:
        """Go down first, or to the right first."""
        omlaag = self.weg.volgorde is Volgorde.OMLAAG
        self.weg.volgorde = Volgorde.RECHTS if omlaag else Volgorde.OMLAAG
        return Gevolg(melding=f"Enter gaat {self.weg.volgorde}.")

    def wissel_te_doen(self) -> Gevolg:
        """Show only what is still empty (in a second reading: unread), or everything again."""
        gevolg = self.rond_af()
        if self.bezig or not self.cellen.rijen:
            return gevolg
        if self.weg.klaar is not None:
            self.weg.toon_alles()
            return evolve(gevolg, alles=True, melding="Alle regels.")
        kolom = self._kolom_te_doen()
        if not self.weg.beperk(self._klaar, kolom):
            return evolve(gevolg, melding="Hier is niets meer te doen.")
        wat = "wat niet is nagezien" if self.nazien else "wat leeg is"
        gevolg = evolve(gevolg, alles=True, melding=f"Alleen {wat}.")
        if self.weg.volgorde is Volgorde.OMLAAG:
            return self._naar(self.weg.buur(Plek(self.cursor.rij, kolom), 0, 0), gevolg)
        vanaf = Plek(self.cursor.rij, self.cursor.kolom - 1)
        return self._naar(self.weg.volgende(vanaf) or self.weg.begin(), gevolg)

    def _kolom_te_doen(self) -> int:
        """Give the column of the cursor, or when nothing is to do there the first where it is."""
        hier = self.cursor.kolom
        if self.cellen.open[hier] & ~self._klaar[hier]:
            return hier
        return next(self._wachtende_kolommen(), hier)

    def _wachtende_kolommen(self) -> Iterator[int]:
        """Give the columns that wait for a value, or in a second reading for that of one."""
        for kolom in self.cellen.kolommen:
            verwacht = self.cellen.open[kolom] & self.cellen.verwacht[kolom]
            if (self.cellen.gevuld[kolom] if self.nazien else verwacht) & ~self._klaar[kolom]:
                yield kolom

    def begin_te_doen(self) -> Gevolg:
        """Go to the first column that waits for values, and show only what is empty there."""
        kolom = next(self._wachtende_kolommen(), None)
        if kolom is None:
            return Gevolg()
        self.ga_naar(Plek(self.cursor.rij, kolom))
        return self.wissel_te_doen()

    def wissel_nazien(self) -> Gevolg:
        """Begin a second reading, stop with it, or go on with it; every value is typed again."""
        gevolg = self.rond_af()
        if self.bezig:
            return gevolg
        rest = self._niet_nagezien
        self.nazien = not self.nazien
        self.weg.toon_alles()
        if not self.nazien:
            zin = f"Nazien gestopt, nog {rest} te gaan; nog eens nazien gaat daar verder."
            return evolve(gevolg, alles=True, melding=zin if rest else "Nazien is klaar.")
        if rest and any(self._nagezien):
            return evolve(gevolg, alles=True, melding=f"Nazien gaat verder, nog {rest} te gaan.")
        self._nagezien = [0 for _ in self.kolommen]
        self._afwijkend = [0 for _ in self.kolommen]
        return evolve(gevolg, alles=True, melding="Nazien: typ elke waarde opnieuw.")

    @property
    def _niet_nagezien(self) -> int:
        """How many values nobody has read a second time."""
        gevuld = zip(self.cellen.gevuld, self._nagezien, strict=True)
        return sum((rijen & ~gelezen).bit_count() for rijen, gelezen in gevuld)

    def weiger(self, plek: Plek, zin: str, waarde: Waarde) -> Gevolg:
        """Take back a vastlegging that could not be booked, and hold on that cell."""
        geraakt = self._leg_neer(plek, waarde)
        self.getypt = ""
        verborgen = not self.weg.toont(plek.rij)
        if verborgen:
            self.weg.toon_alles()
        gevolg = self._houd_vast(Waarom.CONFLICT, zin)
        gevolg = evolve(gevolg, cellen=(*geraakt, *gevolg.cellen), alles=verborgen)
        return self._naar(plek, gevolg)

    def werk_bij(self, rij: int, waarden: Sequence[Waarde]) -> Gevolg:
        """Take the values of a row from elsewhere; what is being typed stays."""
        geraakt: set[Plek] = set()
        for kolom, waarde in enumerate(waarden):
            plek = Plek(rij, kolom)
            if waarde != self.cellen.waarde(plek):
                geraakt.update(self._leg_neer(plek, waarde))
        cellen = tuple(sorted(geraakt))
        return (
            evolve(self._bij_verschil(), cellen=cellen)
            if self.cursor in geraakt
            else Gevolg(cellen=cellen)
        )

    def ga_door(self, oud: Blad, rij_van: Mapping[int, int]) -> None:
        """Go on where an older sheet of the same was, on the values that stand here.

        Kept are the second reading, the scores, the order, the filter, the cursor and what is
        typed; what was read, and has another value since, is to be read again.

        Args:
            oud: the older sheet.
            rij_van: of its rows that are here too, the row here.
        """
        koppen = {kolom.kop: nummer for nummer, kolom in enumerate(self.kolommen)}
        kolom_van = {
            nummer: koppen[kolom.kop]
            for nummer, kolom in enumerate(oud.kolommen)
            if kolom.kop in koppen
        }
        self.weg.volgorde, self.nazien = oud.weg.volgorde, oud.nazien
        self._omzettingen = {
            kolom_van[kolom]: wat for kolom, wat in oud._omzettingen.items() if kolom in kolom_van
        }
        for kolom, hier in kolom_van.items():
            for van, naar in ((oud._nagezien, self._nagezien), (oud._afwijkend, self._afwijkend)):
                for rij in rijen_van(van[kolom]):
                    if rij in rij_van:
                        plek = Plek(rij_van[rij], hier)
                        gelijk = self.cellen.waarde(plek) == oud.cellen.waarde(Plek(rij, kolom))
                        zet_bit(naar, plek, aan=gelijk)
        rij, kolom = oud.cursor
        if rij in rij_van and kolom in kolom_van:
            self.cursor = Plek(rij_van[rij], kolom_van[kolom])
            self.getypt, self._wacht = oud.getypt, oud._wacht
            if self.cellen.waarde(self.cursor) != oud.cellen.waarde(oud.cursor):
                self._bij_verschil()
        if oud.weg.klaar is not None and not self.bezig:
            self.weg.beperk(self._klaar, self.cursor.kolom)
            self.cursor = self.weg.buur(self.cursor, 0, 0)

    def ga_naar(self, plek: Plek) -> Gevolg:
        """Go to a cell from elsewhere, such as to what was undone; it shows, whatever is hidden."""
        verborgen = not self.weg.toont(plek.rij)
        if verborgen:
            self.weg.toon_alles()
        return self._naar(plek, Gevolg(alles=verborgen))

    def neem_over(self, wijzigingen: Iterable[tuple[Plek, Waarde]]) -> tuple[Vastlegging, ...]:
        """Take many values at once, such as what was pasted; give what has to be booked."""
        self._wacht, self.getypt = None, ""
        genomen = [self._boek(plek, waarde).vastlegging for plek, waarde in wijzigingen]
        return tuple(vastlegging for vastlegging in genomen if vastlegging is not None)

    def zet_om(self, kolom: int, omzetting: Omzetting | None) -> None:
        """Let something else be typed in a column than its value; None: its value again."""
        self.getypt = ""
        if omzetting is None:
            self._omzettingen.pop(kolom, None)
        else:
            self._omzettingen[kolom] = omzetting

    def omzetting(self, kolom: int) -> Omzetting | None:
        """Give what is typed in a column instead of its value, if anything is."""
        return self._omzettingen.get(kolom)

    @property
    def _klaar(self) -> list[int]:
        """Per column the rows that need no visit any more."""
        return self._nagezien if self.nazien else self.cellen.gevuld

    def _bij_verschil(self) -> Gevolg:
        """Let the second reading of the cursor's cell be done again: its value is another now."""
        if self._wacht is None or self._wacht.waarom is not Waarom.VERSCHIL:
            return Gevolg()
        zin = "Deze waarde is intussen gewijzigd; Backspace om haar opnieuw na te zien."
        return self._houd_vast(Waarom.CONFLICT, zin)

    def _teken(self, teken: str) -> Gevolg:
        if self._wacht:
            self._wacht.gemist = True
            return Gevolg()
        if dicht := self.cellen.dicht(self.cursor):
            return self._houd_vast(Waarom.TEKEN, dicht)
        if teken == "=" and not self.getypt:
            return self._herhaal()
        match typ(self.getypt_veld(self.cursor), self.getypt, teken):
            case Verder(tekst):
                self.getypt = tekst
                return Gevolg(cellen=(self.cursor,))
            case Klaar(waarde):
                gevolg = self._verder(self._lees_getypt(waarde))
                self._vanzelf = gevolg.verplaatst
                return gevolg
            case Geweigerd(zin):
                return self._houd_vast(Waarom.TEKEN, zin)

    def _herhaal(self) -> Gevolg:
        """Take the value of the row above."""
        if self.nazien:
            zin = "Bij het nazien typt u elke waarde zelf."
            return self._houd_vast(Waarom.TEKEN, zin)
        boven = self.weg.buur(self.cursor, -1, 0)
        waarde = self.cellen.waarde(boven)
        if boven == self.cursor or waarde is None:
            return self._houd_vast(Waarom.TEKEN, "Hierboven staat niets om te herhalen.")
        if not mag(self.cellen.cel(self.cursor).veld, waarde):
            zin = f"Wat hierboven staat ({self.tekst(boven)}) kan hier niet."
            return self._houd_vast(Waarom.TEKEN, zin)
        return self._verder(self._lees(waarde))

    def _terug(self) -> Gevolg:
        wacht, self._wacht = self._wacht, None
        if wacht and wacht.waarom in (Waarom.TEKEN, Waarom.NIEUWS):
            return Gevolg(cellen=(self.cursor,))
        self.getypt = self.getypt[:-1]
        return Gevolg(cellen=(self.cursor,))

    def _ga(self, stap: Callable[[Blad], Plek]) -> Gevolg:
        gevolg = self.rond_af()
        return gevolg if self.bezig else self._naar(stap(self), gevolg)

    def _lees_getypt(self, getypt: int | str) -> Gevolg:
        """Take what was typed; when it is no value itself, say what was made of it."""
        plek = self.cursor
        waarde = self.waarde_van(plek, getypt)
        gevolg = self._lees(waarde)
        if plek.kolom not in self._omzettingen or gevolg.melding:
            return gevolg
        veld = self.cellen.cel(plek).veld
        zin = f"{self.getypt_veld(plek).label} {getypt}: {veld.label} {naar_tekst(veld, waarde)}"
        return evolve(gevolg, melding=zin)

    def _lees(self, waarde: Waarde) -> Gevolg:
        """Take a value for the cell of the cursor, or hold it against the one that stands there."""
        plek, self.getypt = self.cursor, ""
        if waarde is not None and (dicht := self.cellen.dicht(plek)):
            return self._houd_vast(Waarom.TEKEN, dicht)
        if not self.nazien:
            return self._boek(plek, waarde)
        staat = self.cellen.waarde(plek)
        zet_bit(self._nagezien, plek, aan=waarde == staat)
        zet_bit(self._afwijkend, plek, aan=waarde != staat)
        if waarde == staat:
            return Gevolg(cellen=(plek,))
        veld = self.cellen.cel(plek).veld
        nieuw, oud = (naar_tekst(veld, deel) or "leeg" for deel in (waarde, staat))
        zin = f"getypt {nieuw} · staat {oud} · Enter neemt {nieuw}, Backspace houdt {oud}"
        return self._houd_vast(Waarom.VERSCHIL, zin, waarde)

    def _boek(self, plek: Plek, waarde: Waarde) -> Gevolg:
        oud = self.cellen.waarde(plek)
        if oud == waarde:
            return Gevolg(cellen=(plek,))
        return Gevolg(
            cellen=self._leg_neer(plek, waarde),
            vastlegging=Vastlegging(plek=plek, oud=oud, nieuw=waarde),
        )

    def _leg_neer(self, plek: Plek, waarde: Waarde) -> tuple[Plek, ...]:
        """Let a cell hold a value that nobody has read a second time."""
        zet_bit(self._nagezien, plek, aan=False)
        zet_bit(self._afwijkend, plek, aan=False)
        return self.cellen.leg_neer(plek, waarde)

    def _houd_vast(self, waarom: Waarom, zin: str, voorstel: Waarde = None) -> Gevolg:
        self._wacht = Wacht(waarom=waarom, zin=zin, voorstel=voorstel)
        return Gevolg(cellen=(self.cursor,), melding=zin, bel=True)

    def _verder(self, gevolg: Gevolg, *, na_einde: bool = False) -> Gevolg:
        """Go to the next cell in the order; to a next column only by an Enter after the last."""
        if self.bezig:
            return gevolg
        if doel := self.weg.volgende(self.cursor):
            return self._naar(doel, gevolg)
        zin = "Einde van het blad."
        if kolom := self.weg.volgende_kolom(self.cursor.kolom):
            if na_einde:
                return self._naar(kolom, gevolg)
            hier, daar = (self.kolommen[k].kop for k in (self.cursor.kolom, kolom.kolom))
            zin = f"Einde van {hier}; Enter gaat verder met {daar}, Backspace blijft in deze cel."
        self._houd_vast(Waarom.EINDE, zin)
        return evolve(gevolg, melding=f"{gevolg.melding} {zin}".strip(), bel=True)

    def _naar(self, doel: Plek, gevolg: Gevolg) -> Gevolg:
        if doel == self.cursor:
            return gevolg
        oud, self.cursor = self.cursor, doel
        return evolve(
            gevolg,
            cellen=(*gevolg.cellen, oud, doel),
            verplaatst=True,
            melding=gevolg.melding or self.cellen.dicht(doel),
        )


_STAPPEN: dict[str, Callable[[Blad], Plek]] = {
    "up": lambda blad: blad.weg.buur(blad.cursor, -1, 0),
    "down": lambda blad: blad.weg.buur(blad.cursor, 1, 0),
    "left": lambda blad: blad.weg.buur(blad.cursor, 0, -1),
    "right": lambda blad: blad.weg.buur(blad.cursor, 0, 1),
    "pageup": lambda blad: blad.weg.buur(blad.cursor, -blad.bladzijde, 0),
    "pagedown": lambda blad: blad.weg.buur(blad.cursor, blad.bladzijde, 0),
    "home": lambda blad: blad.weg.buur(blad.cursor, -len(blad.weg.zichtbaar), 0),
    "end": lambda blad: blad.weg.buur(blad.cursor, len(blad.weg.zichtbaar), 0),
    "tab": lambda blad: blad.weg.opzij(blad.cursor, 1),
    "shift+tab": lambda blad: blad.weg.opzij(blad.cursor, -1),
}
"""The keys that leave the cell, with where they go: to an open cell with Tab, else to any."""
