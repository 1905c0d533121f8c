"""What was typed in a form, put over what somebody else made of the same thing meanwhile.

Three trees of one shape: how the form began, what was typed, and what the register holds now. What
only one of the two changed is taken over; of what both changed, what was typed stays and both
values are named. Behind each row that differs from how the form began stands why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from tui.formulier.boom import Blok, Groep, Invulveld, inhoud, nieuw_blok

LEEG = "leeg"
Sleutel = tuple[str, ...]
"""What a member of a list is known by."""


@frozen
class Botsing:
    """A place that both changed.

    Attributes:
        waar: its name, as a history names it.
        getypt: what the user made of it.
        nu: what the register holds.
    """

    waar: str
    getypt: str
    nu: str


@frozen
class Samenloop:
    """What came of it.

    Attributes:
        eigen: what the user changed, as it stands in the tree of now.
        botsingen: what both changed.
    """

    eigen: list[Blok | Groep | Invulveld] = field(factory=list)
    botsingen: list[Botsing] = field(factory=list)

    def leg_over(self, begin: Blok, getypt: Blok, nu: Blok, *pad: str) -> None:
        """Put what was typed in a block over what the register holds now."""
        for naam, deel in nu.delen.items():
            match begin.delen[naam], getypt.delen[naam], deel:
                case Groep() as was, Groep() as eigen, Groep() if deel.attribuut.klasse:
                    self._leden(was, eigen, deel, *pad, deel.attribuut.veld.label)
                case was, eigen, _:
                    self._waarde(was, eigen, deel, *pad)

    def _waarde(
        self, was: Invulveld | Groep, eigen: Invulveld | Groep, nu: Invulveld | Groep, *pad: str
    ) -> None:
        """Choose between values; a list of plain values is one value."""
        oud, getypt, register = map(_tekst, (was, eigen, nu))
        ander_ook = inhoud(nu) != inhoud(was)
        if inhoud(eigen) in (inhoud(was), inhoud(nu)):
            nu.opmerking = f"door een ander; was {oud}" if ander_ook else ""
            return
        self._merk(nu, f"gewijzigd; {'nu' if ander_ook else 'was'} {register}")
        if ander_ook:
            veld = nu.veld if isinstance(nu, Invulveld) else nu.attribuut.veld
            self._bots((*pad, veld.label), getypt, register)
        if isinstance(nu, Invulveld) and isinstance(eigen, Invulveld):
            nu.waarde, nu.tekst, nu.zin = eigen.waarde, eigen.tekst, eigen.zin
        elif isinstance(nu, Groep) and isinstance(eigen, Groep):
            nu.leden = [nu.van(lid.waarde) for lid in eigen.leden if isinstance(lid, Invulveld)]

    def _leden(self, was: Groep, eigen: Groep, nu: Groep, *pad: str) -> None:
        """Put members over those of the same key, and let members come and go."""
        toen, getypt, register = map(_op_sleutel, (was, eigen, nu))
        uit = dict(register)
        for sleutel in {**register, **getypt}:
            oud, mijn, hun = (van.get(sleutel) for van in (toen, getypt, register))
            hier = (*pad[:-1], " ".join((pad[-1], *sleutel)))
            if mijn and hun:
                self.leg_over(oud or nieuw_blok(hun.klasse, {}), mijn, hun, *hier)
            elif mijn and oud is None:
                mijn.groep, uit[sleutel] = nu, mijn
                self._merk(mijn, "toegevoegd")
            elif mijn and oud and inhoud(mijn) != inhoud(oud):
                mijn.groep, uit[sleutel] = nu, mijn
                self._merk(mijn, "gewijzigd; nu weg")
                self._bots(hier, "gewijzigd", "weg")
            elif hun and oud is None:
                hun.opmerking = "door een ander toegevoegd"
            elif hun and oud and inhoud(hun) == inhoud(oud):
                del uit[sleutel]
                self._merk(nu, "hier is iets weggehaald")
            elif hun:
                self._merk(hun, "weggehaald; nu gewijzigd")
                self._bots(hier, "weggehaald", "gewijzigd")
        if list(getypt) != list(toen):
            if _zelfde(getypt, toen) != _zelfde(toen, getypt):
                self._merk(nu, "andere volgorde")
            if _zelfde(register, toen) != _zelfde(toen, register):
                self._bots(pad, "uw volgorde", "een andere volgorde")
            plaats = {sleutel: nummer for nummer, sleutel in enumerate(getypt)}
            uit = dict(sorted(uit.items(), key=lambda lid: plaats.get(lid[0], len(plaats))))
        nu.leden = list(uit.values())

    def _merk(self, ding: Blok | Groep | Invulveld, waarom: str) -> None:
        ding.opmerking = waarom
        self.eigen.append(ding)

    def _bots(self, pad: Sequence[str], getypt: str, nu: str) -> None:
        self.botsingen.append(Botsing(", ".join(pad), getypt, nu))


def _op_sleutel(groep: Groep) -> dict[Sleutel, Blok]:
    """Give the members by their key fields, or by their place where they have none."""
    uit: dict[Sleutel, Blok] = {}
    gezien: Counter[Sleutel] = Counter()
    for lid in groep.leden:
        assert isinstance(lid, Blok)
        sleutel = tuple(veld.tekst.strip() for veld in lid.velden() if veld.veld.sleutel)
        gezien[sleutel] += 1
        keer = gezien[sleutel]
        uit[sleutel if sleutel and keer == 1 else (*sleutel, str(keer))] = lid
    return uit


def _zelfde(een: Mapping[Sleutel, Blok], ander: Mapping[Sleutel, Blok]) -> list[Sleutel]:
    """Give the keys of one that the other has too, in its order."""
    return [sleutel for sleutel in een if sleutel in ander]


def _tekst(deel: Invulveld | Groep) -> str:
    """Give what stands there, to tell."""
    if isinstance(deel, Groep):
        return ", ".join(lid.tekst for lid in deel.leden if isinstance(lid, Invulveld)) or LEEG
    return deel.tekst.strip() or LEEG
