"""Pasting a column or several, as a spreadsheet gives them: first a preview, then one batch.

Pasting is typing the lines under each other: each line goes to the next row whose cell under the
cursor is open, its further texts to the columns at the right. An empty text changes nothing. What
is written is read as written: `10` is 10,0, and `75` is no mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from attrs import frozen

from register.fouten import InvoerFout
from register.vormen.waarden import uit_tekst
from tui.invoer.blad import Blad
from tui.invoer.cel import Waarde
from tui.invoer.cellen import Plek
from tui.invoer.gevolg import Vastlegging
from tui.weergave.notatie import meervoud


@frozen(kw_only=True)
class Plakcel:
    """One text that was pasted and what it does.

    Attributes:
        regel: line of the pasted text, from 1.
        tekst: the text as it was pasted.
        plek: the cell it goes to, or None when there is none.
        oud: what the cell holds.
        nieuw: what it would hold.
        bezwaar: why it cannot be taken, or empty.
    """

    regel: int
    tekst: str
    plek: Plek | None = None
    oud: Waarde = None
    nieuw: Waarde = None
    bezwaar: str = ""


@frozen
class Plakvoorbeeld:
    """All that a pasted text would do."""

    cellen: tuple[Plakcel, ...]

    @property
    def wijzigingen(self) -> list[Plakcel]:
        """The cells that would hold another value."""
        return [cel for cel in self.cellen if not cel.bezwaar and cel.oud != cel.nieuw]

    @property
    def bezwaren(self) -> list[Plakcel]:
        """The texts that cannot be taken."""
        return [cel for cel in self.cellen if cel.bezwaar]

    def __str__(self) -> str:
        nieuw = sum(cel.oud is None for cel in self.wijzigingen)
        anders = len(self.wijzigingen) - nieuw
        gelijk = len(self.cellen) - len(self.wijzigingen) - len(self.bezwaren)
        geweigerd = meervoud(len(self.bezwaren), "tekst", "teksten")
        return f"{nieuw} nieuw · {anders} anders · {gelijk} gelijk · {geweigerd} geweigerd"


def voorbeeld(blad: Blad, tekst: str) -> Plakvoorbeeld:
    """Say what a pasted text would do from the cursor on; nothing changes yet.

    Raises:
        InvoerFout: in a second reading, where every value is typed.
    """
    if blad.nazien:
        raise InvoerFout("bij het nazien kunt u niet plakken; beëindig eerst het nazien")
    return Plakvoorbeeld(tuple(_cellen(blad, tekst)))


def pas_toe(blad: Blad, gezien: Plakvoorbeeld) -> tuple[Vastlegging, ...]:
    """Do what the preview showed and give what has to be booked, as one batch.

    A cell that changed since the preview was made is passed over.
    """
    return blad.neem_over(
        (cel.plek, cel.nieuw)
        for cel in gezien.wijzigingen
        if cel.plek is not None
        and blad.cellen.waarde(cel.plek) == cel.oud
        and not blad.cellen.dicht(cel.plek)
    )


def _cellen(blad: Blad, tekst: str) -> Iterator[Plakcel]:
    regels = tekst.splitlines()
    rijen = blad.weg.rijen(blad.cursor.kolom, blad.cursor.rij) if blad.cellen.rijen else []
    for nummer, (regel, rij) in enumerate(zip_longest(regels, rijen[: len(regels)]), start=1):
        for kolom, deel in enumerate(regel.split("\t"), start=blad.cursor.kolom):
            inhoud = deel.strip()
            if not inhoud:
                continue
            if rij is None or kolom not in blad.cellen.kolommen:
                bezwaar = "hier is geen cel meer; er is meer geplakt dan er past"
                yield Plakcel(regel=nummer, tekst=inhoud, bezwaar=bezwaar)
            else:
                yield _cel(blad, nummer, Plek(rij, kolom), inhoud)


def _cel(blad: Blad, regel: int, plek: Plek, tekst: str) -> Plakcel:
    oud = blad.cellen.waarde(plek)
    bezwaar = blad.cellen.dicht(plek)
    nieuw: Waarde = None
    if not bezwaar:
        veld = blad.getypt_veld(plek)
        try:
            nieuw = blad.waarde_van(plek, uit_tekst(veld, tekst.upper()))
        except InvoerFout as fout:
            bezwaar = fout.tekst
    return Plakcel(regel=regel, tekst=tekst, plek=plek, oud=oud, nieuw=nieuw, bezwaar=bezwaar)
