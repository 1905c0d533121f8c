"""What a page says: sentences, some of which can be opened, made from the rows of the screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from register.fouten import VavoFout
from tui.groep.lijst import Groepslijst
from tui.groep.regel import Groepsvoorstel
from tui.inzage import Inzage
from tui.weergave.details import Paar
from tui.weergave.dossier import Beoordeeld
from tui.weergave.tabel import Kolom, Rij, breedtes
from tui.werk.mogelijkheden import Mogelijkheid

_BREEDTE = 160
"""Width of a list at which its columns say everything."""


class PlatFout(VavoFout):
    """What was asked cannot be done here; says what can."""


@frozen
class Zin:
    """One line that is said.

    Attributes:
        tekst: what is said.
        verwijst: what the line stands for, or None when it is only text.
    """

    tekst: str
    verwijst: Any = None


@frozen(kw_only=True)
class Bladzijde:
    """A place to be.

    Attributes:
        kruim: what it is about, for the prompt.
        vertel: reads what there is to say about it now.
    """

    kruim: str
    vertel: Callable[[Inzage], Verhaal]


@frozen(kw_only=True)
class Voorstel:
    """What an act would do to some candidates, as it was said.

    Attributes:
        alle: what it would do to each.
        gedaan: what was done once it is booked, for the history.
    """

    alle: Sequence[Groepsvoorstel]
    gedaan: str


def _opent_niets(gekozen: Any) -> Bladzijde | None:
    del gekozen
    return None


@frozen(kw_only=True)
class Verhaal:
    """What a page says.

    Attributes:
        zinnen: the lines.
        opent: gives the page of what a line stands for; None when there is no more to say of it.
        standen: the standen that the page is about; the first is what it is named after.
        groep: the candidates that can be chosen here.
        voorstel: what can be booked here.
        mogelijkheden: what can be changed here.
        eerst: what can be changed of the one thing that this page is about, before what can be
            where it was opened.
    """

    zinnen: tuple[Zin, ...]
    opent: Callable[[Any], Bladzijde | None] = _opent_niets
    standen: tuple[Beoordeeld[Any], ...] = ()
    groep: Groepslijst | None = None
    voorstel: Voorstel | None = None
    mogelijkheden: Sequence[Mogelijkheid] = ()
    eerst: Sequence[Mogelijkheid] = ()


def zinnen(kolommen: Sequence[Kolom], rijen: Iterable[Rij]) -> Iterator[Zin]:
    """Say the rows of a list: every value with the heading of its column.

    The stretching column is what the row is about and goes without. A row that only goes on with
    what the one above says is left out: that one says it in full.
    """
    zichtbaar = [(nr, kolommen[nr]) for nr, _ in breedtes(kolommen, _BREEDTE)]
    vorige: Any = None
    for rij in rijen:
        if len(rij.cellen) == 1:
            if rij.verwijst is None or rij.verwijst is not vorige:
                yield Zin(rij.cellen[0].strip(), rij.verwijst)
        else:
            delen = ((kolom, rij.cellen[nr].strip()) for nr, kolom in zichtbaar)
            tekst = " · ".join(_deel(kolom, inhoud) for kolom, inhoud in delen if inhoud)
            yield Zin(tekst, rij.verwijst)
        vorige = rij.verwijst


def _deel(kolom: Kolom, inhoud: str) -> str:
    return inhoud if kolom.rekt or not kolom.kop else f"{kolom.kop} {inhoud}"


def paren(details: Iterable[Paar]) -> Iterator[Zin]:
    """Say labels with their values."""
    return (
        Zin(f"{label.strip()}: {inhoud}" if inhoud else label.strip()) for label, inhoud in details
    )
