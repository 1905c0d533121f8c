"""What is said over the pipe between the app and a job: an order in, its progress out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Sleutel

Uitkomst = Literal["ok", "fout", "overgeslagen"]
"""What became of one thing."""

Kandidaatsleutel = tuple[str, str, str]
"""The key of an examenresultaat as it goes over the pipe: persoon, brin, volgnummer."""


@frozen(kw_only=True)
class Werkorder:
    """A job to do.

    Attributes:
        soort: which work of `tui.werk.groepstaken`.
        titel: what it is called on screen.
        register: path of the register.
        door: who does it.
        kandidaten: the examenresultaten that it is about; none where it is about all.
        opties: what more was asked for.
    """

    soort: str
    titel: str
    register: str
    door: str
    kandidaten: tuple[Kandidaatsleutel, ...] = field(default=(), repr=False)
    opties: Mapping[str, str] = field(factory=dict)


@frozen(kw_only=True)
class Logregel:
    """Something a job has to tell, of one examenresultaat or of all."""

    uitkomst: Uitkomst
    tekst: str
    kandidaat: Kandidaatsleutel | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Tussenstand:
    """How far a job is.

    Attributes:
        totaal: how much there is to do, 0 when that is not known.
        ok: how much of it is done.
        fout: how much went wrong.
        overgeslagen: how much there was nothing to do for.
        log: what there is to tell since the last time.
        slot: what came of it in one sentence, once it has ended.
        mislukt: it ended before its work was done.
    """

    totaal: int = 0
    ok: int = 0
    fout: int = 0
    overgeslagen: int = 0
    log: tuple[Logregel, ...] = ()
    slot: str | None = None
    mislukt: bool = False

    @property
    def gedaan(self) -> int:
        """How much there is no more to do for."""
        return self.ok + self.fout + self.overgeslagen


def over_de_pijp(sleutel: Sleutel) -> Kandidaatsleutel:
    """Give a key as it goes over the pipe."""
    return (sleutel.persoon, sleutel.brin, sleutel.volgnummer)
