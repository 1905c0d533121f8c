"""The cijferlijst on screen: every line with what it counts for, and what is still needed."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from examen.model import EXAMENDELEN, Examenresultaat, Vakresultaat, resultaten
from examen.uitkomst import CijferlijstUitkomst
from tui.weergave.examenresultaat import (
    KORTE_NIVEAUS,
    Inzicht,
    eindcijfer,
    keuzezinnen,
    nodigzinnen,
    resultaatnaam,
    uitslagzin,
)
from tui.weergave.namen import Namen
from tui.weergave.notatie import cijfer
from tui.weergave.tabel import Kolom, Rij, Toon, over_alles

KOLOMMEN = (
    Kolom(kop="nr", breedte=4),
    Kolom(kop="vak", breedte=18, rekt=True),
    Kolom(kop="niv", breedte=4),
    Kolom(kop="SE", breedte=4, rechts=True),
    Kolom(kop="CE", breedte=4, rechts=True),
    Kolom(kop="eind", breedte=4, rechts=True),
    Kolom(kop="telt", breedte=4),
    Kolom(kop="comb", breedte=4),
    Kolom(kop="examendeel", breedte=17),
)


@frozen(kw_only=True)
class Beeld:
    """All that the screen of a cijferlijst shows.

    Attributes:
        kop: the uitslag in one line.
        regels: rows of KOLOMMEN; each refers to its result.
    """

    kop: str
    regels: tuple[Rij, ...]


def beeld(er: Examenresultaat, inzicht: Inzicht, lijst: CijferlijstUitkomst, namen: Namen) -> Beeld:
    """Put one cijferlijst on screen."""
    return Beeld(kop=uitslagzin(lijst, namen), regels=tuple(_rijen(er, inzicht, lijst, namen)))


def _rijen(
    er: Examenresultaat, inzicht: Inzicht, lijst: CijferlijstUitkomst, namen: Namen
) -> Iterator[Rij]:
    van_nummer = {resultaat.resultaatvolgnummer: resultaat for resultaat in resultaten(er)}
    for regel in lijst.regels:
        resultaat = van_nummer.get(regel.resultaatvolgnummer)
        if resultaat is None:
            yield Rij((regel.resultaatvolgnummer, "onbekend resultaat", *[""] * 7), Toon.LET_OP)
            continue
        niveau = getattr(resultaat, "niveau", "")
        vak = resultaat if isinstance(resultaat, Vakresultaat) else None
        weg = regel.resultaatvolgnummer in (*lijst.weggelaten, lijst.duim)
        yield Rij(
            (
                regel.resultaatvolgnummer,
                resultaatnaam(resultaat, namen),
                KORTE_NIVEAUS.get(niveau, niveau),
                (cijfer(vak.cijfer_se) or vak.beoordeling_se or "") if vak else "",
                cijfer(max((deel.cijfer for deel in vak.ce), default=None)) if vak else "",
                eindcijfer(resultaat, inzicht.uitkomst),
                "weg" if weg else "ja" if regel.diplomavak else "nee",
                "ja" if regel.combinatiecijfer else "",
                EXAMENDELEN.get(regel.examendeel or "", "").removesuffix("deel").strip(),
            ),
            verwijst=resultaat,
        )
    naam_van = {nummer: resultaatnaam(r, namen) for nummer, r in van_nummer.items()}
    if lijst.combinatiecijfer is not None:
        yield over_alles(f"    Combinatiecijfer: {lijst.combinatiecijfer}")
    yield from map(over_alles, keuzezinnen(lijst, er, naam_van))
    yield from map(over_alles, nodigzinnen(lijst, inzicht.nodig, naam_van))
