"""A form of any entity: rows with a cursor, keys in, the entity or what is wrong with it out.

One row per plain field; nested parts and lists are sections whose members open and close, come
and go, and change places. What is typed is judged by the declaration at every key; what the whole
must be beyond its fields (a `Keuring`) is judged when the entity is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any, Self

from attrs import frozen

from register.fouten import InvoerFout
from register.velden import Soort, attributen
from register.vormen.json_vorm import Keuring, RecordFout
from tui.formulier.boom import Blok, Groep, Invulveld, blok_van, inhoud, maak, nieuw_blok
from tui.formulier.keuzelijst import Keuze, Keuzelijst, Keuzen
from tui.formulier.regels import Ding, Regel, Regels, Rest
from tui.formulier.samenloop import Botsing, Samenloop

VAST = "Dit gegeven ligt vast en is hier niet te wijzigen."


@frozen(kw_only=True)
class Gevolg:
    """What one key did.

    Attributes:
        melding: one line for the user, or empty; names actions as tui/acties.py does.
        bel: the key could not do what it does.
    """

    melding: str = ""
    bel: bool = False


class Formulier:
    """An entity that is filled in by keys.

    Attributes:
        wortel: the entity as it is filled in.
        cursor: position of the row that keys go to.
        plek: place in its text where the next character comes.
        bladzijde: rows that PageUp and PageDown go; for the screen to set.
    """

    def __init__(
        self,
        bouw: Callable[[], Blok],
        *,
        peildatum: date,
        vast: Collection[str] = (),
        kort: Collection[str] = (),
        keuring: Keuring[Any] | None = None,
        keuzen: Keuzen | None = None,
    ) -> None:
        self.wortel = bouw()
        self._begin = bouw()
        self._regels = Regels(self.wortel, kort)
        self._peildatum = peildatum
        self._keuring = keuring
        self._keuzen = keuzen
        self._weggehaald: list[_Weggehaald] = []
        for invulveld in self.wortel.velden():
            invulveld.vast = invulveld.naam in vast
        self.cursor = 0
        self.plek = 0
        self.bladzijde = 18
        self._vers = True
        self.cursor = self._eerste()
        self._kom_aan()

    @classmethod
    def van(cls, entiteit: Any, *, vast: Collection[str] = (), **anders: Any) -> Self:
        """Make the form of an entity that is there; its key cannot be changed."""
        sleutels = {a.naam for a in attributen(type(entiteit)) if a.veld.sleutel}
        return cls(lambda: blok_van(entiteit), vast={*sleutels, *vast}, **anders)

    @classmethod
    def nieuw(cls, klasse: type[Any], waarden: Mapping[str, Any], **anders: Any) -> Self:
        """Make the form of an entity that begins with some values, of which `vast` stay."""
        return cls(lambda: nieuw_blok(klasse, waarden), **anders)

    # what shows

    @property
    def regels(self) -> list[Regel]:
        """The rows that show, in order."""
        return self._regels.lijst()

    @property
    def regel(self) -> Regel:
        """The row that keys go to."""
        return self.regels[self.cursor]

    def naam(self, invulveld: Invulveld) -> str:
        """Give the meaning of what is typed in a field, or empty when that is plain."""
        if invulveld.waarde is None:
            return ""
        if invulveld.veld.soort is Soort.JA_NEE:
            return "ja" if invulveld.waarde else "nee"
        code = str(invulveld.waarde)
        return next((k.naam for k in self._keuzen_van(invulveld) if k.code == code), "")

    def bezwaar(self, ding: Ding) -> str:
        """Say why a row cannot stay as it is, or that something below it cannot that is closed."""
        return self._regels.bezwaar(ding)

    def is_open(self, ding: Blok | Groep | Rest) -> bool:
        """Whether what is below a row shows."""
        return self._regels.is_open(ding)

    @property
    def typt(self) -> bool:
        """Whether the text at hand is being changed, not only looked at."""
        return not self._vers

    @property
    def gewijzigd(self) -> bool:
        """Whether it is another than when the form began."""
        return bool(inhoud(self.wortel) != inhoud(self._begin))

    # what comes out

    def entiteit(self) -> Any:
        """Make the entity.

        Raises:
            RecordFout: with every fault and the place of each.
        """
        fouten: list[InvoerFout] = []
        entiteit = maak(self.wortel, fouten)
        if not fouten and self._keuring is not None:
            fouten.extend(self._keuring(entiteit))
        if fouten:
            raise RecordFout(fouten)
        return entiteit

    def toon(self, pad: str) -> Gevolg:
        """Go to the row of a place, opening what it is in; or as near as there is one."""
        self._rond_af()
        plaats = self._regels.plaats_op(pad)
        return self._ga(self.cursor if plaats is None else plaats)

    def neem_over(self, eerder: Formulier) -> list[Botsing]:
        """Take over what was typed in an earlier form of the same thing, and go to it.

        What the register holds now stays where that form was not changed; see `samenloop`. This
        form has what was typed from now on; the earlier one is of no more use.

        Returns:
            What both changed.
        """
        eerder._rond_af()
        samen = Samenloop()
        samen.leg_over(eerder._begin, eerder.wortel, self.wortel)
        for ding in reversed(samen.eigen):
            self._ga_bij(ding)
        return samen.botsingen

    # keys

    def druk(self, toets: str) -> Gevolg:
        """Do what a key does; a printable key is its character, others have Textual's name."""
        ding = self.regel.ding
        if isinstance(ding, Invulveld) and toets not in _VAN_DE_REGEL:
            return self._veldtoets(ding, toets)
        self._rond_af()
        if stap := _STAPPEN.get(toets):
            return self._ga(stap(self))
        match toets:
            case "enter":
                return self._enter()
            case "f6":
                return self._voeg_toe()
            case "f7":
                return self._haal_weg()
            case "f8":
                return self._schuif()
            case "ctrl+z":
                return self._zet_terug()
        if toets in (" ", "left", "right") and not isinstance(ding, Invulveld):
            wissel = not self._regels.is_open(ding)
            self._regels.vouw(ding, open_=wissel if toets == " " else toets == "right")
        return Gevolg()

    def plak(self, tekst: str) -> Gevolg:
        """Type the first line of a text, without what cannot be typed."""
        for teken in (tekst.splitlines() or [""])[0].strip():
            if teken.isprintable() and isinstance(self.regel.ding, Invulveld):
                gevolg = self._veldtoets(self.regel.ding, teken)
                if gevolg.bel:
                    return gevolg
        return Gevolg()

    def vul(self, tekst: str) -> Gevolg:
        """Put a whole text in the field of the cursor, in the place of what stands there."""
        ding = self.regel.ding
        if not isinstance(ding, Invulveld) or ding.vast:
            return Gevolg(melding=VAST, bel=True)
        ding.typ(tekst, self._peildatum)
        self._rond_af()
        self._kom_aan()
        return Gevolg()

    def ga_naar(self, plaats: int) -> Gevolg:
        """Go to a row, or as near as there is one."""
        self._rond_af()
        return self._ga(plaats)

    def keuzelijst(self) -> Keuzelijst | None:
        """Give what can be chosen in the row of the cursor, None when there is no list."""
        ding = self.regel.ding
        if not isinstance(ding, Invulveld) or ding.vast:
            return None
        keuzen = self._keuzen_van(ding)
        return Keuzelijst(ding.veld.label, keuzen, str(ding.waarde or "")) if keuzen else None

    def kies(self, keuze: Keuze) -> Gevolg:
        """Take a choice in the row of the cursor, and go on."""
        ding = self.regel.ding
        if isinstance(ding, Invulveld) and not ding.vast:
            ding.typ(keuze.code, self._peildatum)
            self._rond_af()
            for naam, waarde in keuze.met:
                deel = ding.ouder.delen[naam]
                if isinstance(deel, Invulveld) and not (deel.vast or deel.tekst):
                    deel.zet(waarde)
        return self._ga(self.cursor + 1)

    def _voeg_toe(self) -> Gevolg:
        """Add a member after the one of the cursor, or to the group of the cursor."""
        groep, plaats = self._plaats()
        if groep is None:
            return Gevolg(melding="Hier is geen lijst om iets aan toe te voegen.", bel=True)
        if groep.vol:
            zin = f"{groep.attribuut.veld.label}: er is er al een, en er kan er maar een zijn."
            return Gevolg(melding=zin, bel=True)
        begin = self._keuzen.begin(groep) if self._keuzen else {}
        lid = groep.nieuw(begin)
        groep.leden.insert(len(groep.leden) if plaats is None else plaats + 1, lid)
        self._ga_bij(lid)
        return Gevolg(
            melding=f"{groep.attribuut.veld.label}: een erbij; {{formulier.haal_weg}} haalt weg."
        )

    def _haal_weg(self) -> Gevolg:
        """Take away the member of the cursor."""
        groep, plaats = self._plaats()
        if groep is None or plaats is None:
            return Gevolg(melding="Kies eerst wat er weg moet.", bel=True)
        lid = groep.leden.pop(plaats)
        self._weggehaald.append(_Weggehaald(groep, plaats, lid))
        self._ga_bij(groep.leden[min(plaats, len(groep.leden) - 1)] if groep.leden else groep)
        return Gevolg(
            melding=f"{groep.attribuut.veld.label}: weggehaald; {{formulier.zet_terug}} zet terug."
        )

    def _zet_terug(self) -> Gevolg:
        """Put back what was taken away last."""
        if not self._weggehaald:
            return Gevolg(melding="Er is niets weggehaald om terug te zetten.", bel=True)
        weg = self._weggehaald.pop()
        if weg.groep.vol:
            return Gevolg(melding="Er is al een ander in de plaats gekomen.", bel=True)
        weg.groep.leden.insert(weg.plaats, weg.lid)
        self._ga_bij(weg.lid)
        return Gevolg(melding=f"{weg.groep.attribuut.veld.label}: teruggezet.")

    def _schuif(self) -> Gevolg:
        """Move the member of the cursor one place up; the first becomes the last."""
        groep, plaats = self._plaats()
        if groep is None or plaats is None or len(groep.leden) < 2:
            return Gevolg(melding="Hier is niets om van plaats te wisselen.", bel=True)
        lid = groep.leden.pop(plaats)
        groep.leden.insert(plaats - 1 if plaats else len(groep.leden), lid)
        self._ga_bij(lid)
        return Gevolg(melding="Een plaats naar boven.")

    # inside

    def _eerste(self) -> int:
        """Give the row to begin with: the first that must be filled in, or that can be changed."""
        open_ = {nr: r.ding for nr, r in enumerate(self.regels) if not _is_vast(r.ding)}
        moet = [nr for nr, ding in open_.items() if isinstance(ding, Invulveld) and _moet_nog(ding)]
        return next(iter([*moet, *open_]), 0)

    def _keuzen_van(self, invulveld: Invulveld) -> Sequence[Keuze]:
        if invulveld.veld.waarden is not None:
            return [Keuze(code, naam) for code, naam in invulveld.veld.waarden.items()]
        if self._keuzen is None:
            return ()
        return self._keuzen.van(invulveld.ouder, invulveld.naam)

    def _veldtoets(self, invulveld: Invulveld, toets: str) -> Gevolg:
        is_teken = len(toets) == 1 and toets.isprintable()
        if invulveld.vast:
            wil_wijzigen = is_teken or toets in ("backspace", "delete")
            return Gevolg(melding=VAST, bel=True) if wil_wijzigen else Gevolg()
        if invulveld.veld.soort is Soort.JA_NEE:
            return self._ja_nee(invulveld, toets)
        if toets == " " and self._vers and invulveld.veld.soort is not Soort.TEKST:
            return Gevolg(bel=True)  # begins no value, and must not take the place of one
        tekst, plek = invulveld.tekst, self.plek
        if is_teken and self._vers and invulveld.veld.soort is not Soort.TEKST:
            tekst, plek = "", 0  # the first character replaces what stands there
        if is_teken:
            tekst, plek = f"{tekst[:plek]}{toets}{tekst[plek:]}", plek + 1
        match toets:
            case "backspace" if plek:
                tekst, plek = tekst[: plek - 1] + tekst[plek:], plek - 1
            case "delete" if self._vers:
                tekst, plek = "", 0
            case "delete":
                tekst = tekst[:plek] + tekst[plek + 1 :]
            case "ctrl+u":
                tekst, plek = "", 0
            case "left":
                plek = max(plek - 1, 0)
            case "right":
                plek = min(plek + 1, len(tekst))
            case _ if not is_teken:
                return Gevolg()
        self.plek, self._vers = plek, False
        if tekst != invulveld.tekst:
            invulveld.typ(tekst, self._peildatum)
        return Gevolg()

    def _ja_nee(self, invulveld: Invulveld, toets: str) -> Gevolg:
        match toets.upper():
            case "J":
                invulveld.zet(waarde=True)
            case "N" | "BACKSPACE" | "DELETE" | "CTRL+U":
                invulveld.zet(waarde=False)
            case " " | "LEFT" | "RIGHT":
                invulveld.zet(waarde=not invulveld.waarde)
            case _ if len(toets) == 1:
                zin = f"{invulveld.veld.label}: J of N; de spatiebalk wisselt."
                return Gevolg(melding=zin, bel=True)
        return Gevolg()

    def _enter(self) -> Gevolg:
        """Open what is closed, or go on."""
        ding = self.regel.ding
        if isinstance(ding, Blok | Rest) and not self._regels.is_open(ding):
            self._regels.vouw(ding, open_=True)
        return self._ga(self.cursor + 1)

    def _plaats(self) -> tuple[Groep | None, int | None]:
        """Give the group that the cursor is in or on, and the position of the member it is in."""
        ding = self.regel.ding
        if isinstance(ding, Groep):
            return ding, None
        if isinstance(ding, Invulveld):
            groep = ding.ouder.delen[ding.naam]
            if isinstance(groep, Groep):
                return groep, groep.leden.index(ding)
            ding = ding.ouder
        if isinstance(ding, Rest) or ding.groep is None:
            return None, None
        return ding.groep, ding.groep.leden.index(ding)

    def _ga_bij(self, ding: Blok | Groep | Invulveld) -> None:
        """Go to the row of something, opening what it is in; of an open block to its first."""
        open_ = isinstance(ding, Blok) and ding.open and bool(ding.delen)
        self._ga(self._regels.plaats_van(ding) + open_)

    def _ga(self, doel: int) -> Gevolg:
        """Go to a row, or as near as there is one."""
        self.cursor = min(max(doel, 0), len(self.regels) - 1)
        self._kom_aan()
        return Gevolg()

    def _rond_af(self) -> None:
        """Write what was typed in full, as before leaving it."""
        ding = self.regel.ding
        if isinstance(ding, Invulveld) and not ding.zin:
            ding.zet(ding.waarde)
            self.plek = min(self.plek, len(ding.tekst))

    def _kom_aan(self) -> None:
        ding = self.regel.ding
        self.plek = len(ding.tekst) if isinstance(ding, Invulveld) else 0
        self._vers = True


@frozen(eq=False)
class _Weggehaald:
    """A member that was taken away, and where it was."""

    groep: Groep
    plaats: int
    lid: Blok | Invulveld


def _moet_nog(invulveld: Invulveld) -> bool:
    """Whether a field waits to be filled in: it is asked for, or part of the key."""
    return not invulveld.tekst and (invulveld.verplicht or invulveld.veld.sleutel)


def _is_vast(ding: Ding) -> bool:
    return isinstance(ding, Invulveld) and ding.vast


_STAPPEN: dict[str, Callable[[Formulier], int]] = {
    "up": lambda formulier: formulier.cursor - 1,
    "down": lambda formulier: formulier.cursor + 1,
    "shift+tab": lambda formulier: formulier.cursor - 1,
    "tab": lambda formulier: formulier.cursor + 1,
    "pageup": lambda formulier: formulier.cursor - formulier.bladzijde,
    "pagedown": lambda formulier: formulier.cursor + formulier.bladzijde,
    "home": lambda formulier: -len(formulier.regels),
    "end": lambda formulier: len(formulier.regels),
}
"""The keys that leave a row, with where they go."""
_VAN_DE_REGEL = frozenset({*_STAPPEN, "enter", "f6", "f7", "f8", "ctrl+z"})
"""The keys that mean the same on every row."""
