"""An entity while it is filled in: a tree of the same shape, with texts for values.

Made from the declared fields alone, to any depth. A block is an entity, a group is a list or a
nested part, a field is one plain value; what is typed in a field is read at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import define, field

from register.fouten import InvoerFout
from register.model.persoonsnummer import bezwaar as nummerbezwaar
from register.velden import Attribuut, Soort, Veld, attributen
from register.vormen.json_vorm import is_leeg
from tui.formulier.tekst import lees, schrijf

ONTBREEKT = "ontbreekt; dit veld is verplicht"


@define(eq=False)
class Invulveld:
    """One plain value.

    Attributes:
        naam: attribute of the block it is in, or of which list it is a member.
        verplicht: it cannot be empty.
        vast: it cannot be changed.
        waarde: what the text is, None when it is empty or no value.
        tekst: what is typed.
        zin: why the text is no value, or empty.
        opmerking: what happened to it meanwhile, or empty (tui/formulier/samenloop.py).
    """

    naam: str
    veld: Veld
    ouder: Blok
    verplicht: bool
    vast: bool = False
    waarde: Any = None
    tekst: str = ""
    zin: str = ""
    opmerking: str = ""

    def zet(self, waarde: Any) -> None:
        """Hold a value as it is."""
        self.waarde, self.tekst, self.zin = waarde, schrijf(self.veld, waarde), ""

    def typ(self, tekst: str, peildatum: date) -> None:
        """Read a text."""
        self.tekst, self.waarde, self.zin = tekst, None, ""
        try:
            gelezen = lees(self.veld, tekst, peildatum)
        except InvoerFout as fout:
            self.zin = fout.tekst
        else:
            self.zin = nummerbezwaar(self.naam, gelezen)
            self.waarde = None if self.zin else gelezen
        if self.veld.soort is Soort.JA_NEE and self.waarde is None and not self.zin:
            self.waarde = False

    @property
    def bezwaar(self) -> str:
        """Why the entity cannot be made of this, or empty."""
        return self.zin or (ONTBREEKT if self.verplicht and self.waarde is None else "")


@define(eq=False)
class Groep:
    """A list, or a nested part: a list of at most one.

    Attributes:
        naam: attribute of the block it is in.
        leden: blocks, or fields of a list of plain values.
        opmerking: as of a field.
    """

    naam: str
    attribuut: Attribuut
    ouder: Blok
    leden: list[Blok | Invulveld] = field(factory=list)
    opmerking: str = ""

    @property
    def vol(self) -> bool:
        """Whether there is no room for one more."""
        return not self.attribuut.lijst and bool(self.leden)

    def nieuw(self, waarden: Mapping[str, Any] | None = None) -> Blok | Invulveld:
        """Make a member, to be put in; `waarden` are those it begins with."""
        if self.attribuut.klasse is None:
            return Invulveld(self.naam, self.attribuut.veld, self.ouder, verplicht=True)
        return nieuw_blok(self.attribuut.klasse, waarden or {}, self)

    def van(self, inhoud: Any) -> Blok | Invulveld:
        """Make the member that holds this."""
        if self.attribuut.klasse is not None:
            return blok_van(inhoud, self)
        lid = Invulveld(self.naam, self.attribuut.veld, self.ouder, verplicht=True)
        lid.zet(inhoud)
        return lid


@define(eq=False)
class Blok:
    """An entity.

    Attributes:
        groep: what it is a member of; None for the whole.
        delen: its fields and groups by name, as they are declared.
        open: its rows show.
        opmerking: as of a field.
    """

    klasse: type[Any]
    groep: Groep | None
    delen: dict[str, Invulveld | Groep] = field(factory=dict)
    open: bool = False
    opmerking: str = ""

    @property
    def wortel(self) -> Blok:
        """The whole."""
        return self if self.groep is None else self.groep.ouder.wortel

    def waarde(self, naam: str) -> Any:
        """Give the value of a plain field, None when there is none (yet)."""
        deel = self.delen.get(naam)
        return deel.waarde if isinstance(deel, Invulveld) else None

    def blokken(self, naam: str) -> Iterator[Blok]:
        """Give the members of a group, as far as they are entities."""
        deel = self.delen.get(naam)
        if isinstance(deel, Groep):
            yield from (lid for lid in deel.leden if isinstance(lid, Blok))

    def velden(self) -> Iterator[Invulveld]:
        """Give its own plain fields."""
        return (deel for deel in self.delen.values() if isinstance(deel, Invulveld))


def nieuw_blok(klasse: type[Any], waarden: Mapping[str, Any], groep: Groep | None = None) -> Blok:
    """Make an entity to be filled in that has only these values."""
    blok = Blok(klasse, groep, open=True)
    for attribuut in attributen(klasse):
        inhoud = waarden.get(attribuut.naam)
        if inhoud is None and attribuut.veld.soort is Soort.JA_NEE:
            inhoud = False
        blok.delen[attribuut.naam] = _deel(blok, attribuut, inhoud)
    return blok


def blok_van(entiteit: Any, groep: Groep | None = None) -> Blok:
    """Make an entity to be changed."""
    klasse = type(entiteit)
    inhoud = {a.naam: getattr(entiteit, a.naam) for a in attributen(klasse)}
    blok = nieuw_blok(klasse, inhoud, groep)
    blok.open = False
    return blok


def _deel(blok: Blok, attribuut: Attribuut, inhoud: Any) -> Invulveld | Groep:
    if attribuut.klasse is None and not attribuut.lijst:
        invulveld = Invulveld(
            attribuut.naam, attribuut.veld, blok, verplicht=not attribuut.leeg_mag
        )
        invulveld.zet(inhoud)
        return invulveld
    groep = Groep(attribuut.naam, attribuut, blok)
    leden = inhoud or () if attribuut.lijst else () if inhoud is None else (inhoud,)
    groep.leden = [groep.van(lid) for lid in leden]
    return groep


def inhoud(deel: Invulveld | Groep | Blok) -> Any:
    """Give all that is filled in, to compare."""
    match deel:
        case Invulveld():
            return deel.waarde if deel.waarde is not None else deel.tekst.strip()
        case Groep():
            return [inhoud(lid) for lid in deel.leden]
        case Blok():
            return [inhoud(een) for een in deel.delen.values()]


def maak(blok: Blok, fouten: list[InvoerFout], pad: str = "") -> Any:
    """Make the entity of what is filled in; what is wrong goes to `fouten`, with its place."""
    eerder = len(fouten)
    inhoud: dict[str, Any] = {}
    for naam, deel in blok.delen.items():
        plaats = f"{pad}.{naam}" if pad else naam
        if isinstance(deel, Invulveld):
            inhoud[naam] = _waarde(deel, fouten, plaats)
        elif deel.attribuut.lijst:
            inhoud[naam] = tuple(
                _lid(lid, fouten, f"{plaats}[{nummer}]") for nummer, lid in enumerate(deel.leden)
            )
        else:
            inhoud[naam] = _nestdeel(deel, fouten, plaats)
    return blok.klasse(**inhoud) if len(fouten) == eerder else None


def _lid(lid: Blok | Invulveld, fouten: list[InvoerFout], pad: str) -> Any:
    return maak(lid, fouten, pad) if isinstance(lid, Blok) else _waarde(lid, fouten, pad)


def _nestdeel(groep: Groep, fouten: list[InvoerFout], pad: str) -> Any:
    """Make a nested part; one that says nothing is the same as absent."""
    gemaakt = [_lid(lid, fouten, pad) for lid in groep.leden]
    over = [deel for deel in gemaakt if deel is not None and not is_leeg(deel)]
    if not over and not groep.leden and not groep.attribuut.leeg_mag:
        fouten.append(InvoerFout(ONTBREEKT, veld=pad))
    return over[0] if over else None


def _waarde(invulveld: Invulveld, fouten: list[InvoerFout], pad: str) -> Any:
    if invulveld.bezwaar:
        fouten.append(InvoerFout(invulveld.bezwaar, veld=pad))
    return invulveld.waarde
