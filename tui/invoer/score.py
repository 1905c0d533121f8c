"""Points in the place of marks: who types a score files the CE mark that the N-term makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from examen.reken.cijfer import ce_cijfer
from register.fouten import InvoerFout
from register.velden import Soort, Veld
from register.vormen.waarden import uit_json
from tui.invoer.blad import Blad
from tui.invoer.bladen import Kandidaat, vakblad
from tui.invoer.cellen import Plek
from tui.invoer.gevolg import Omzetting

SCHAALLENGTE = Veld(label="schaallengte", soort=Soort.GEHEEL, minimum=1, maximum=999)
"""Greatest number of points; the highest is what still can be typed in three digits."""
N_TERM = Veld(
    label="N-term",
    soort=Soort.CIJFER,
    minimum=0,
    maximum=20,
    bron="Regeling omzetting scores in cijfers CE en rekentoets VO 2015 (BWBR0036522), bijlage 1",
)


def scoreblad(
    vak: str,
    niveau: str,
    regime: int,
    kandidaten: Sequence[Kandidaat],
    *,
    tijdvak: int,
    schaallengte: int,
    n_term: int,
) -> Blad:
    """Make the sheet of one vak in which scores are typed for the CE of one tijdvak.

    Args:
        vak: vakcode.
        niveau: level of the results.
        regime: examenregime of the results.
        kandidaten: who may be on the sheet.
        tijdvak: whose column takes scores; the other columns take marks as ever.
        schaallengte: greatest number of points.
        n_term: the N-term in tenths.

    Raises:
        InvoerFout: schaallengte or N-term is out of bounds, or the vak has no such CE.
    """
    blad = vakblad(vak, niveau, regime, kandidaten)
    for kolom in blad.cellen.kolommen:
        rijen = blad.weg.rijen(kolom, 0)
        if rijen and blad.cellen.cel(Plek(0, kolom)).verwijst == ("ce", tijdvak):
            blad.zet_om(kolom, omzetting(schaallengte, n_term))
            blad.cursor = Plek(rijen[0], kolom)
            return blad
    raise InvoerFout(f"op dit blad is geen CE van tijdvak {tijdvak} in te voeren")


def omzetting(schaallengte: int, n_term: int) -> Omzetting:
    """Make marks of scores; `n_term` in tenths.

    Raises:
        InvoerFout: schaallengte or N-term is out of bounds.
    """
    lengte = uit_json(SCHAALLENGTE, schaallengte)
    cijfers = tuple(ce_cijfer(score, lengte, n_term) for score in range(lengte + 1))
    return Omzetting(
        veld=Veld(label="score", soort=Soort.GEHEEL, minimum=0, maximum=lengte),
        waarde_van=cijfers.__getitem__,
    )
