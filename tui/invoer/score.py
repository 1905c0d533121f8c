"""Points in the place of marks: who types a score files the CE mark that the N-term makes of it."""

from __future__ import annotations

from examen.reken.cijfer import ce_cijfer
from register.fouten import InvoerFout
from register.velden import Soort, Veld
from register.vormen.waarden import uit_json, uit_tekst
from tui.invoer.cel import toegestaan
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


def lees(getypt: str) -> Omzetting:
    """Read "75 1,2".

    Raises:
        InvoerFout: it is no schaallengte and N-term; says what is expected.
    """
    delen = getypt.split()
    if len(delen) != 2:
        raise InvoerFout("typ twee getallen met een spatie ertussen, zoals 75 1,2")
    getallen = []
    for veld, tekst in zip((SCHAALLENGTE, N_TERM), delen, strict=True):
        try:
            getallen.append(uit_tekst(veld, tekst))
        except InvoerFout:
            zin = f"“{tekst}” is geen {veld.label}: {toegestaan(veld)}"
            raise InvoerFout(zin) from None
    return omzetting(*getallen)
