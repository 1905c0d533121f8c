"""A list of candidates: searched, filtered, sorted, and some of them chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

from attrs import frozen

from tui.groep.regel import Groepsregel

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Sleutel


class Filter(Enum):
    """Which candidates show; the value says it in words."""

    ALLES = "alle"
    ZONDER_UITSLAG = "zonder uitslag"
    ANDERE_UITSLAG = "uitslag anders dan berekend"
    MET_BEVINDINGEN = "met bevindingen"
    MET_OPEN = "met open cijfers"

    def past(self, regel: Groepsregel) -> bool:
        """Tell whether a candidate shows."""
        return {
            Filter.ALLES: True,
            Filter.ZONDER_UITSLAG: not (regel.geleverd or regel.teruggetrokken),
            Filter.ANDERE_UITSLAG: regel.geleverd not in ("", regel.berekend)
            and not regel.teruggetrokken,
            Filter.MET_BEVINDINGEN: regel.bevindingen > 0,
            Filter.MET_OPEN: regel.open > 0,
        }[self]


@frozen
class Volgorde:
    """Something to sort by: its name, and the value a candidate has of it."""

    naam: str
    waarde: Callable[[Groepsregel], Any]


VOLGORDEN = (
    Volgorde("naam", lambda regel: regel.naam.casefold()),
    Volgorde("student", lambda regel: regel.student),
    Volgorde("opleiding", lambda regel: regel.opleiding),
    Volgorde("niveau", lambda regel: regel.niveau),
    Volgorde("jaar", lambda regel: regel.jaar or 0),
    Volgorde("uitslag", lambda regel: regel.geleverd),
    Volgorde("berekend", lambda regel: regel.berekend),
    Volgorde("open cijfers", lambda regel: regel.open),
    Volgorde("afkeur", lambda regel: regel.afkeur),
    Volgorde("bevindingen", lambda regel: regel.bevindingen),
)
"""What can be sorted by, in the order of the columns; names first, for that is how one begins."""


class Groepslijst:
    """Candidates with what is looked for, the filters, the order and who is chosen.

    Attributes:
        zichtbaar: who shows, in order.
        gekozen: the keys of who is chosen, also of who does not show at the moment.
        filter: which show.
        jaar: only of this examenjaar, or None for all.
    """

    def __init__(
        self, regels: Sequence[Groepsregel] = (), gekozen: set[Sleutel] | None = None
    ) -> None:
        self.gekozen: set[Sleutel] = set() if gekozen is None else gekozen
        self.filter = Filter.ALLES
        self.jaar: int | None = None
        self.zichtbaar: list[Groepsregel] = []
        self._woorden: list[str] = []
        self._volgorde = 0
        self._aflopend = False
        self._regels: Sequence[Groepsregel] = ()
        self._teksten: dict[Sleutel, str] = {}
        if regels:
            self.vervang(regels)

    def vervang(self, regels: Sequence[Groepsregel]) -> None:
        """Take candidates as they are now; who is chosen stays so, if still there."""
        self._regels = regels
        self._teksten = {regel.sleutel: _tekst(regel) for regel in regels}
        self.gekozen.intersection_update(self._teksten)
        self._toon()

    def zoek(self, gezocht: str) -> None:
        """Show who has every word of it in any column; a comma parts words as a space does."""
        self._woorden = gezocht.casefold().replace(",", " ").split()
        self._toon()

    def volgende_filter(self) -> None:
        """Go on to the next filter."""
        filters = list(Filter)
        self.zet_filter(filters[(filters.index(self.filter) + 1) % len(filters)])

    def zet_filter(self, filter_: Filter) -> None:
        """Show those of a filter."""
        self.filter = filter_
        self._toon()

    def volgend_jaar(self) -> None:
        """Show one examenjaar, from the newest to the oldest, and then all again."""
        jaren: list[int | None] = [None]
        jaren += sorted({regel.jaar for regel in self._regels if regel.jaar}, reverse=True)
        plaats = jaren.index(self.jaar) if self.jaar in jaren else 0
        self.jaar = jaren[(plaats + 1) % len(jaren)]
        self._toon()

    def sorteer(self, stap: int) -> None:
        """Sort by the next (1) or the one before (-1) of `VOLGORDEN`, upwards."""
        self._volgorde = (self._volgorde + stap) % len(VOLGORDEN)
        self._aflopend = False
        self._toon()

    def keer_om(self) -> None:
        """Sort the other way round."""
        self._aflopend = not self._aflopend
        self._toon()

    def kies(self, regel: Groepsregel) -> None:
        """Choose a candidate, or choose it no more."""
        self.gekozen ^= {regel.sleutel}

    def kies_alles(self) -> None:
        """Choose all who show; when they all are chosen already, choose nobody."""
        zichtbaar = {regel.sleutel for regel in self.zichtbaar}
        if zichtbaar and zichtbaar <= self.gekozen:
            self.gekozen.clear()
        else:
            self.gekozen |= zichtbaar

    def keuze(self, cursor: Groepsregel | None) -> list[Groepsregel]:
        """Give whom an act is about, in the order they had when they were read.

        Those chosen; when nobody is, who is under the cursor.
        """
        if not self.gekozen:
            return [] if cursor is None else [cursor]
        return [regel for regel in self._regels if regel.sleutel in self.gekozen]

    @property
    def aantal(self) -> int:
        """How many candidates there are, whether they show or not."""
        return len(self._regels)

    @property
    def telling(self) -> str:
        """Say how many are chosen and how many show."""
        buiten = len(self.gekozen) - sum(r.sleutel in self.gekozen for r in self.zichtbaar)
        gekozen = f"{len(self.gekozen)} gekozen" + (f" ({buiten} niet in beeld)" if buiten else "")
        return f"{gekozen} · {len(self.zichtbaar)} van {self.aantal}"

    @property
    def keuzes(self) -> str:
        """Say which filters there are and what is sorted by."""
        jaar = "alle jaren" if self.jaar is None else str(self.jaar)
        pijl = "↓" if self._aflopend else "↑"
        return f"{self.filter.value} · {jaar} · op {VOLGORDEN[self._volgorde].naam} {pijl}"

    def _toon(self) -> None:
        gevonden = [
            regel
            for regel in self._regels
            if (self.jaar is None or regel.jaar == self.jaar)
            and self.filter.past(regel)
            and all(woord in self._teksten[regel.sleutel] for woord in self._woorden)
        ]
        waarde = VOLGORDEN[self._volgorde].waarde
        if self._volgorde:
            gevonden.sort(key=VOLGORDEN[0].waarde)
        gevonden.sort(key=waarde, reverse=self._aflopend)
        self.zichtbaar = gevonden


def _tekst(regel: Groepsregel) -> str:
    delen = (
        regel.student,
        regel.naam.replace(",", " "),
        regel.sleutel.volgnummer,
        regel.opleiding,
        regel.opleidingsnaam,
        regel.niveau,
        str(regel.jaar or ""),
    )
    return " ".join(delen).casefold()
