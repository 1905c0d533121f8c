"""Filling in a form: rows with what is typed, what is wrong below, booking all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual import events
from textual.widget import Widget

from register.fouten import ConflictFout, InvoerFout, VavoFout
from register.vormen.json_vorm import RecordFout
from tui.acties import FORMULIERTOETSEN, Bereik
from tui.formulier.formulier import Formulier, Gevolg
from tui.formulier.keuzelijst import Keuze
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.regel import Regel
from tui.onderdelen.stilrooster import StilRooster
from tui.onderdelen.toetsen import bindingen
from tui.schermen.basis import Scherm
from tui.schermen.keuze import KeuzeScherm
from tui.weergave import formulier as weergave
from tui.weergave.details import Paar
from tui.werk.invullingen import Invulling, opnieuw

_NOG_NIET = (
    "Nog niet vastgelegd: {formulier.vastleggen} legt vast; nog eens {daad} gooit de wijzigingen "
    "weg."
)


class FormulierScherm(Scherm):
    """The form of one entity; what it is and what comes of it, the `Invulling` says."""

    BEGIN = "StilRooster"
    BINDINGS = bindingen(Bereik.FORMULIER)
    BEREIKEN = (Bereik.OVERAL, Bereik.FORMULIER)
    UITLEG = (
        "Typ in elk veld wat erin moet; Enter en de pijltjes gaan verder. Een code of getal typt u "
        "over wat er stond heen, een tekst vult u aan; met ← en → verandert u er iets in, Delete "
        "maakt leeg. Een datum mag kort: 1-8-25 is 01-08-2025. Een cijfer mag zonder komma: 64 is "
        "6,4. Bij J of N wisselt de spatiebalk. Een regel met + gaat open met Enter, met - dicht "
        "met de spatiebalk. * is verplicht en nog leeg, ! klopt niet; onderaan staat waarom. "
        "{formulier.vastleggen} legt alles tegelijk vast."
    )

    def __init__(
        self,
        leesdraad: Leesdraad,
        kruim: str,
        maakt: Callable[[Inzage], Invulling],
        invulling: Invulling,
        daarna: Callable[[Any], Scherm | None] = lambda _: None,
    ) -> None:
        super().__init__(leesdraad)
        self._daarna = daarna
        self._kruim = kruim
        self._maakt = maakt
        self._invulling = invulling

    @property
    def _formulier(self) -> Formulier:
        return self._invulling.formulier

    @property
    def kruim(self) -> str:
        """What is filled in."""
        return self._kruim

    def inhoud(self) -> Iterable[Widget]:
        """A line about whose it is above the form."""
        yield Regel(id="kop")
        yield StilRooster(weergave.KOLOMMEN)

    @property
    def _rooster(self) -> StilRooster:
        return self.query_one(StilRooster)

    async def vul(self) -> None:
        """Show the form."""
        self.query_one("#kop", Regel).zet(self._invulling.kop)
        self.meld(self.zin(weergave.toelichting(self._formulier)))
        self.call_after_refresh(self._teken)  # as soon as it is known how many rows fit

    async def ververs(self) -> None:
        """Keep what is typed, whatever was changed meanwhile."""

    def on_resize(self) -> None:
        """Fit the texts to the width."""
        super().on_resize()
        self._formulier.bladzijde = max(self._rooster.size.height - 1, 1)
        self._teken()

    def over_dit(self) -> Sequence[Paar]:
        """Tell what may stand in the field under the cursor."""
        return weergave.uitleg(self._formulier)

    # keys

    async def toets(self, toets: events.Key) -> bool:
        """A key of the form."""
        teken = toets.character if toets.is_printable else toets.key
        if teken is None or (len(teken) > 1 and teken not in FORMULIERTOETSEN):
            return False
        self._druk(teken)
        return True

    async def on_paste(self, plakken: events.Paste) -> None:
        """Type what is pasted."""
        self._toon(self._formulier.plak(plakken.text))

    def action_voeg_toe(self) -> None:
        """Add a member."""
        self._druk("f6")

    def action_haal_weg(self) -> None:
        """Take away a member."""
        self._druk("f7")

    def action_schuif(self) -> None:
        """Move a member up."""
        self._druk("f8")

    def action_zet_terug(self) -> None:
        """Put back what was taken away."""
        self._druk("ctrl+z")

    async def action_keuzen(self) -> None:
        """Show what can be chosen in this field."""
        keuzelijst = self._formulier.keuzelijst()
        if keuzelijst is None:
            self.meld("In dit veld is niets te kiezen; typ wat erin moet.")
        else:
            await self.app.push_screen(KeuzeScherm(self.leesdraad, keuzelijst, self._kies))

    async def action_vastleggen(self) -> None:
        """Book it, or go to what is wrong."""
        try:
            entiteit = self._formulier.entiteit()
            bericht = await self.leesdraad.vraag(lambda _: self._invulling.leg_vast(entiteit))
        except RecordFout as fout:
            self._wijs_aan(fout.fouten[0], len(fout.fouten) - 1)
        except InvoerFout as fout:
            self._wijs_aan(fout, 0)
        except VavoFout as fout:
            if isinstance(fout, ConflictFout) and self._invulling.wijzigt:
                await self._neem_over()
            else:
                self.meld_fout(str(fout))
        else:
            self.leesdraad.versie += 1
            await self.keer_terug(bericht, self._daarna(entiteit))

    @property
    def onvastgelegd(self) -> str:
        """Say that something is filled in."""
        return _NOG_NIET if self._formulier.gewijzigd else ""

    # inside

    async def _neem_over(self) -> None:
        """Fill in the form anew, over what somebody else made of it meanwhile."""
        eerder = self._invulling
        gevonden = await self.vraag(lambda inzage: opnieuw(inzage, self._maakt, eerder))
        if gevonden is not None:
            self._invulling, zin = gevonden
            self.query_one("#kop", Regel).zet(self._invulling.kop)
            self.meld_fout(self.zin(zin))
            self.app.bell()
            self.call_after_refresh(self.on_resize)  # fewer rows fit below what is said

    async def _kies(self, keuze: Keuze) -> None:
        self._toon(self._formulier.kies(keuze))

    def _druk(self, toets: str) -> None:
        self._toon(self._formulier.druk(toets))

    def _wijs_aan(self, fout: InvoerFout, meer: int) -> None:
        """Go to what is wrong and say it."""
        if fout.veld:
            self._toon(self._formulier.toon(fout.veld))
        waar = f"{weergave.plaatsnaam(self._formulier)}: " if fout.veld else ""
        nog = f" (en nog {meer})" if meer else ""
        self.meld_fout(f"{waar}{fout.tekst}{nog}")

    def _toon(self, gevolg: Gevolg) -> None:
        self._teken()
        self.meld(self.zin(gevolg.melding or weergave.toelichting(self._formulier)))
        if gevolg.bel:
            self.app.bell()

    def _teken(self) -> None:
        formulier = self._formulier
        self._rooster.werk_bij(weergave.rijen(formulier, self.size.width), formulier.cursor)
        self._rooster.zet_schrijfmerk(weergave.VOOR_DE_TEKST + formulier.plek)


async def open_formulier(
    scherm: Scherm,
    kruim: str,
    maakt: Callable[[Inzage], Invulling],
    daarna: Callable[[Any], Scherm | None] = lambda _: None,
) -> None:
    """Open a form over another screen; what cannot be done is said on that one.

    Args:
        scherm: the other screen.
        kruim: what is filled in.
        maakt: makes the form.
        daarna: gives the screen about what was booked, to go to after that, or None to go back.
    """

    def klaargezet(inzage: Inzage) -> Invulling:
        invulling = maakt(inzage)
        weergave.rijen(invulling.formulier, scherm.size.width)  # looks up the names of all codes
        return invulling

    invulling = await scherm.vraag(klaargezet)
    if invulling is not None:
        await scherm.app.push_screen(
            FormulierScherm(scherm.leesdraad, kruim, maakt, invulling, daarna)
        )
