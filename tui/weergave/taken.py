"""Jobs on screen: how far each is, and what one of them had to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.getallen import getal
from tui.taken.lijst import Staat, Taak
from tui.taken.pijp import Logregel, Tussenstand
from tui.weergave.beelden import BLOKKEN, staaf
from tui.weergave.notatie import geheel
from tui.weergave.tabel import Kolom, Rij, Toon

KOLOMMEN = (
    Kolom(kop="begonnen", breedte=8),
    Kolom(kop="taak", breedte=20, rekt=True),
    Kolom(kop="staat", breedte=10),
    Kolom(kop="gedaan", breedte=13, rechts=True),
    Kolom(kop="ok", breedte=6, rechts=True),
    Kolom(kop="fout", breedte=6, rechts=True),
    Kolom(kop="over", breedte=6, rechts=True),
)

LOGKOLOMMEN = (
    Kolom(kop="wat", breedte=12),
    Kolom(kop="kandidaat", breedte=10),
    Kolom(kop="melding", breedte=40, rekt=True),
)

_BALK = 20


def rijen(taken: Iterable[Taak]) -> list[Rij]:
    """One row per job, in the order they come; each refers to its job."""
    return [
        Rij(
            (
                f"{taak.begonnen:%H:%M:%S}",
                taak.werkorder.titel,
                taak.staat.value,
                gedaan(taak.tussenstand),
                geheel(taak.tussenstand.ok or None),
                geheel(taak.tussenstand.fout or None),
                geheel(taak.tussenstand.overgeslagen or None),
            ),
            Toon.LET_OP if taak.staat is Staat.MISLUKT else Toon.GEWOON,
            taak,
        )
        for taak in taken
    ]


def gedaan(stand: Tussenstand) -> str:
    """Say how much is done, and of how much where that is known."""
    van = f"/{getal(stand.totaal)}" if stand.totaal else ""
    return f"{getal(stand.gedaan)}{van}"


def hoever(stand: Tussenstand, tekens: str = BLOKKEN) -> str:
    """Say how much is done, with a bar beside it where it is known of how much."""
    balk = staaf(min(stand.gedaan, stand.totaal), stand.totaal, _BALK, tekens)
    return f"{gedaan(stand)} {balk}".rstrip()


def voortgang(taak: Taak, tekens: str = BLOKKEN) -> str:
    """Say in a line how a job is doing."""
    stand = taak.tussenstand
    return " · ".join((taak.staat.value, hoever(stand, tekens), *tellingen(stand)))


def tellingen(stand: Tussenstand) -> Iterator[str]:
    """Say what became of what is done."""
    yield f"{getal(stand.ok)} ok"
    yield f"{getal(stand.fout)} fout"
    yield f"{getal(stand.overgeslagen)} overgeslagen"


def logrijen(log: Sequence[Logregel]) -> list[Rij]:
    """One row per thing it told, what went wrong first; each refers to its line."""
    volgorde = {"fout": 0, "overgeslagen": 1, "ok": 2}
    return [
        Rij(
            (regel.uitkomst, regel.kandidaat[2] if regel.kandidaat else "", regel.tekst),
            Toon.LET_OP if regel.uitkomst == "fout" else Toon.GEWOON,
            regel,
        )
        for regel in sorted(log, key=lambda regel: volgorde[regel.uitkomst])
    ]
