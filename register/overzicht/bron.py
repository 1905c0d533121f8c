"""Where the standen of an overview come from: a register, a selection of it, or a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from attrs import frozen

from register.opslag.standen import Sleutel, sleutel_van
from register.overzicht.indeling import Overzichtsoort
from register.overzicht.periode import Periode

SAMEN = 500
"""Persons read together: memory does not grow with the register."""


class Bron(Protocol):
    """Standen by the number of the person: the BSN or, without one, the onderwijsnummer."""

    def personen(self) -> Mapping[str, bool]:
        """Give the number of each person, with whether it is an onderwijsnummer."""
        ...

    def lees(self, personen: Sequence[str]) -> Iterable[Any]:
        """Give all standen of these persons, in any order."""
        ...


@frozen(kw_only=True)
class Selectie:
    """The standen of a source that belong in an overview of a period.

    A person with nothing in the period is not in it; of the others the person goes along.
    """

    bron: Bron
    soort: Overzichtsoort
    periode: Periode

    def personen(self) -> Mapping[str, bool]:
        """Give the persons of the source; of some nothing may be in the overview."""
        return self.bron.personen()

    def lees(self, personen: Sequence[str]) -> Iterator[Any]:
        """Give the standen of these persons that belong in the overview."""
        rubrieken = {rubriek.klasse: rubriek for rubriek in self.soort.rubrieken}
        for standen in per_persoon(self.bron.lees(personen)).values():
            gekozen, mee = [], []
            for stand in standen.values():
                valt_in = rubrieken[type(stand)].valt_in
                if valt_in is None:
                    mee.append(stand)
                elif valt_in(stand, self.periode):
                    gekozen.append(stand)
            if gekozen:
                yield from (*mee, *gekozen)


Standen = dict[tuple[type[Any], Sleutel], Any]
"""Standen by what they are about."""


def per_persoon(standen: Iterable[Any]) -> dict[str, Standen]:
    """Divide standen over the numbers of their persons."""
    uit: dict[str, Standen] = {}
    for stand in standen:
        sleutel = sleutel_van(stand)
        uit.setdefault(sleutel.persoon, {})[type(stand), sleutel] = stand
    return uit


def dossiers(
    bronnen: Sequence[Bron], gedaan: Callable[[int], None] = lambda _: None
) -> Iterator[tuple[Standen, ...]]:
    """Go past all persons in the order of an overview: by BSN, then who has only a number of DUO.

    Args:
        bronnen: where to look; a person may be known to one of them only.
        gedaan: is told how many persons were passed since it was last told.

    Yields:
        What each source has of one person.
    """
    samen: dict[str, bool] = {}
    for bron in bronnen:
        for nummer, alleen_own in bron.personen().items():
            samen[nummer] = alleen_own and samen.get(nummer, True)
    volgorde = sorted(samen, key=lambda nummer: (samen[nummer], nummer))
    for begin in range(0, len(volgorde), SAMEN):
        nummers = volgorde[begin : begin + SAMEN]
        gelezen = [per_persoon(bron.lees(nummers)) for bron in bronnen]
        for nummer in nummers:
            yield tuple(van_bron.get(nummer, {}) for van_bron in gelezen)
        gedaan(len(nummers))


def aantal_personen(bronnen: Sequence[Bron]) -> int:
    """Count the persons that `dossiers` goes past."""
    return len({nummer for bron in bronnen for nummer in bron.personen()})
