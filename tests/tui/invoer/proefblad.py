"""Small sheets to type on: fictional candidates in their usual and unusual states."""

from __future__ import annotations

from collections.abc import Iterable

from examen.model import (
    CeResultaat,
    Examenresultaat,
    Stageresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
)
from tests.tui.voorbeeld import VoorbeeldNamen
from tui.invoer.blad import Blad
from tui.invoer.bladen import Kandidaat, kandidaatblad, vakblad
from tui.invoer.cellen import Plek
from tui.invoer.gevolg import Gevolg
from tui.invoer.score import omzetting

NEDERLANDS, MAATSCHAPPIJLEER, LO = "1001", "1019", "0353"


def vak(
    nummer: int,
    code: str,
    se: int | None = None,
    *ce: int,
    reden: str | None = None,
    niveau: str = "HAVO",
    regime: int | None = 2025,
) -> Vakresultaat:
    return Vakresultaat(
        resultaatvolgnummer=str(nummer),
        vak=code,
        niveau=niveau,
        examenregime=regime,
        reden_niet_deelname=reden,
        cijfer_se=se,
        ce=tuple(CeResultaat(tijdvak=t, cijfer=c) for t, c in enumerate(ce, start=1)),
    )


def er(*vakken: Vakresultaat, **anders: object) -> Examenresultaat:
    return Examenresultaat(
        brin="01AA",
        burgerservicenummer="999990019",
        examenresultaatvolgnummer="ER1",
        vakresultaten=vakken,
        **anders,  # type: ignore[arg-type]
    )


KANDIDATEN = [
    Kandidaat(student=f"10000{nummer}", naam=naam, examenresultaat=examen)
    for nummer, (naam, examen) in enumerate(
        {
            "Proef, Aagje": er(vak(1, NEDERLANDS)),
            "Proef, Bram": er(vak(1, NEDERLANDS, 64, 51)),
            "Proef, Carla": er(vak(1, NEDERLANDS, reden="V")),
            "Proef, Dirk": er(vak(1, NEDERLANDS), vak(2, MAATSCHAPPIJLEER)),
            "Proef, Els": er(vak(1, MAATSCHAPPIJLEER)),
        }.items()
    )
]
"""Empty, filled, exempt, empty; and one who does another vak."""

EXAMEN = er(
    vak(1, NEDERLANDS),
    vak(2, MAATSCHAPPIJLEER),
    vak(3, LO),
    werkstukresultaten=(
        Werkstukresultaat(resultaatvolgnummer="4", niveau="HAVO", examenregime=2025),
    ),
    toetsresultaten=(
        Toetsresultaat(resultaatvolgnummer="5", toetscode="0001", niveau="HAVO", examenregime=2025),
    ),
    stageresultaten=(Stageresultaat(resultaatvolgnummer="6", stagecode="0001", examenregime=2025),),
)


class Namen(VoorbeeldNamen):
    """Codes for names."""

    def vak(self, code: str, niveau: str, regime: int | None) -> str:
        del niveau, regime
        return f"vak {code}"


def blad(soort: str) -> Blad:
    """Give a new sheet: of a vak, of a candidate, or of a vak for scores."""
    if soort == "kandidaat":
        return kandidaatblad(EXAMEN, Namen())
    if soort == "score":
        return scoreblad("CE1", 60, 10)
    return vakblad(NEDERLANDS, "HAVO", 2025, KANDIDATEN)


def scoreblad(kolom: str, schaallengte: int, n_term: int) -> Blad:
    """Give a sheet in which scores are typed in one column, with the cursor in it."""
    gevonden = vakblad(NEDERLANDS, "HAVO", 2025, KANDIDATEN)
    nummer = [een.kop for een in gevonden.kolommen].index(kolom)
    gevonden.zet_om(nummer, omzetting(schaallengte, n_term))
    gevonden.ga_naar(Plek(gevonden.cursor.rij, nummer))
    return gevonden


def druk(op: Blad, toetsen: Iterable[str]) -> list[Gevolg]:
    """Press keys; a word names what the keys of the screen do."""
    anders = {
        "volgorde": op.wissel_volgorde,
        "te_doen": op.wissel_te_doen,
        "nazien": op.wissel_nazien,
        "rond_af": op.rond_af,
    }
    return [anders[t]() if t in anders else op.druk(t) for t in toetsen]


def plekken(op: Blad) -> list[Plek]:
    """Give all cells of a sheet."""
    return [Plek(rij, k) for rij in range(len(op.cellen.rijen)) for k in op.cellen.kolommen]


def kop(op: Blad, plek: Plek) -> str:
    """Name a cell: row from 1, and the heading of its column."""
    return f"{plek.rij + 1} {op.kolommen[plek.kolom].kop}"
