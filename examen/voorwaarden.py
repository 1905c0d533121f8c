"""From a pakket to conditions that can be counted in columns.

The eisen of a pakket are places, a vak fills one place. By Hall's theorem all places can be filled
if and only if every set of places has enough vakken to choose from. So each union of places yields
one condition, "at least so many of these vakken"; most follow from others and are dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations, product

from attrs import frozen

from examen.pakket import ALLE, Eis, Pakket, Vakgroepen, Zekerheid, laagste_zekerheid
from register.fouten import TabelFout


@frozen(kw_only=True)
class Voorwaarde:
    """At least `minimum` different vakken among `vakken`.

    Attributes:
        naam: the eisen it stands for, in words.
        vakken: vakcodes; codes with the same telvak (`Vakgroepen.telvak`) are one vak.
    """

    naam: str
    vakken: frozenset[str]
    minimum: int
    bron: str
    zekerheid: Zekerheid


@cache
def voorwaarden(pakket: Pakket, codes: frozenset[str]) -> tuple[Voorwaarde, ...]:
    """Give the conditions that together say: these vakken fill every place of the pakket.

    Args:
        pakket: the pakket.
        codes: all vakcodes known, against which "any vak" is read.
    """
    plaatsen = {eis: pakket.vakken(eis, codes) for eis in pakket.eisen if not eis.ook_elders}
    verenigingen = {
        frozenset[str]().union(*keuze)
        for aantal in range(1, len(plaatsen) + 1)
        for keuze in combinations(plaatsen.values(), aantal)
    }
    groepen = [
        ([eis for eis, vakken in plaatsen.items() if vakken <= vereniging], vereniging)
        for vereniging in verenigingen
    ]
    groepen += [([eis], pakket.vakken(eis, codes)) for eis in pakket.eisen if eis.ook_elders]
    return _zonder_overbodige(
        (
            Voorwaarde(
                naam=_naam(eisen),
                vakken=vakken,
                minimum=sum(eis.aantal for eis in eisen),
                bron=pakket.bron,
                zekerheid=pakket.zekerheid,
            )
            for eisen, vakken in groepen
        ),
        pakket.groepen,
    )


def allemaal(delen: Iterable[Sequence[Voorwaarde]], groepen: Vakgroepen) -> tuple[Voorwaarde, ...]:
    """Join the conditions of several pakketten that must all be satisfied (a double profiel)."""
    return _zonder_overbodige((v for deel in delen for v in deel), groepen)


def een_van(keuzes: Sequence[Sequence[Voorwaarde]], groepen: Vakgroepen) -> tuple[Voorwaarde, ...]:
    """Join the conditions of several pakketten of which one is enough (vmbo-tl without profiel).

    What every pakket asks for stays. Of the rest one condition is taken from each pakket, in every
    possible way: one of these must be met, so at least one vak of their union is needed.

    Raises:
        TabelFout: when the pakketten differ in a condition with a minimum above 1, which cannot be
            said this way.
    """
    gedeeld = [
        v for keuze in keuzes for v in keuze if all(_volgt(v, ander, groepen) for ander in keuzes)
    ]
    eigen = [[v for v in keuze if not _volgt(v, gedeeld, groepen)] for keuze in keuzes]
    if any(v.minimum > 1 for keuze in eigen for v in keuze):
        raise TabelFout("pakketten: deze keuze van profielen is niet in voorwaarden te vatten")
    samen = [_een_hiervan(greep, groepen) for greep in product(*eigen)]
    return _zonder_overbodige([*gedeeld, *samen], groepen)


def _een_hiervan(greep: Sequence[Voorwaarde], groepen: Vakgroepen) -> Voorwaarde:
    vakken = frozenset[str]().union(*(v.vakken for v in greep))
    return Voorwaarde(
        naam=_opsomming(sorted(groepen.telvakken(vakken)), "of"),
        vakken=vakken,
        minimum=1,
        bron="; ".join(dict.fromkeys(v.bron for v in greep)),
        zekerheid=laagste_zekerheid(v.zekerheid for v in greep),
    )


def _zonder_overbodige(alle: Iterable[Voorwaarde], groepen: Vakgroepen) -> tuple[Voorwaarde, ...]:
    """Drop every condition that follows from the others."""
    over: list[Voorwaarde] = []
    for voorwaarde in sorted(alle, key=lambda v: (len(v.vakken), -v.minimum, v.naam)):
        if not _volgt(voorwaarde, over, groepen):
            over.append(voorwaarde)
    return tuple(over)


def _volgt(voorwaarde: Voorwaarde, uit: Sequence[Voorwaarde], groepen: Vakgroepen) -> bool:
    """Say whether disjoint conditions within the same vakken already add up to the minimum."""
    binnen = [v for v in uit if v.vakken <= voorwaarde.vakken]
    return _meeste(binnen, groepen) >= voorwaarde.minimum


def _meeste(binnen: Sequence[Voorwaarde], groepen: Vakgroepen) -> int:
    """Give the highest sum of minima over conditions that have no vak in common."""
    if not binnen:
        return 0
    eerste, *rest = binnen
    bezet = groepen.telvakken(eerste.vakken)
    los = [v for v in rest if bezet.isdisjoint(groepen.telvakken(v.vakken))]
    met = eerste.minimum + _meeste(los, groepen)
    return met if len(los) == len(rest) else max(met, _meeste(rest, groepen))


def _naam(eisen: Sequence[Eis]) -> str:
    """Name a group of eisen; one that takes any vak stands for all that it includes."""
    ruim = [eis.naam for eis in eisen if ALLE in eis.een_van]
    if ruim and len(eisen) > len(ruim):
        return f"{_opsomming(ruim)} naast de andere vakken"
    return _opsomming([eis.naam for eis in eisen])


def _opsomming(namen: Sequence[str], woord: str = "en") -> str:
    *eerste, laatste = namen
    return f"{', '.join(eerste)} {woord} {laatste}" if eerste else laatste
