"""The preview of a pasted text as a list."""

from __future__ import annotations

from register.vormen.waarden import naar_tekst
from tui.invoer.blad import Blad
from tui.invoer.plakken import Plakcel, Plakvoorbeeld
from tui.weergave.details import Paar
from tui.weergave.tabel import Kolom, Rij, Toon

KOLOMMEN = (
    Kolom(kop="regel", breedte=5, rechts=True),
    Kolom(kop="geplakt", breedte=10),
    Kolom(kop="komt bij", breedte=22, rekt=True),
    Kolom(kop="", breedte=6),
    Kolom(kop="oud", breedte=4, rechts=True),
    Kolom(kop="nieuw", breedte=5, rechts=True),
    Kolom(kop="bezwaar", breedte=20),
)


_NAMEN = ("regel", "geplakt", "komt bij", "kolom", "oud", "nieuw", "bezwaar")


def rijen(blad: Blad, gezien: Plakvoorbeeld) -> list[Rij]:
    """One row per text, what cannot be taken first; each refers to its text."""
    volgorde = sorted(gezien.cellen, key=lambda cel: (not cel.bezwaar, cel.regel))
    return [
        Rij(_teksten(blad, cel), Toon.LET_OP if cel.bezwaar else Toon.GEWOON, cel)
        for cel in volgorde
    ]


def details(blad: Blad, cel: Plakcel) -> list[Paar]:
    """All about one text, in full."""
    return [paar for paar in zip(_NAMEN, _teksten(blad, cel), strict=True) if paar[1]]


def _teksten(blad: Blad, cel: Plakcel) -> tuple[str, ...]:
    wie = kolom = oud = nieuw = ""
    if cel.plek is not None:
        veld = blad.cellen.cel(cel.plek).veld
        wie = " ".join(deel for deel in blad.cellen.rijen[cel.plek.rij].koppen if deel)
        kolom = blad.kolommen[cel.plek.kolom].kop
        oud, nieuw = naar_tekst(veld, cel.oud), naar_tekst(veld, cel.nieuw)
    return (str(cel.regel), cel.tekst, wie, kolom, oud, nieuw, cel.bezwaar)
