"""Controls on the result of whatever kind (manual chapter 6, "Controles op het resultaat")."""

from __future__ import annotations

import polars as pl

from examen.controles.plaatsen import RESULTATEN
from register.controle import Kolommen, controle
from register.wijziging import haal_weg, herhaal, zet


@controle(
    op=RESULTATEN,
    raak=[herhaal("toetsresultaten", examenregime=2024)],
    stil=[herhaal("toetsresultaten", resultaatvolgnummer="RT2")],
)
def resultaatvolnummer_niet_uniek(resultaat: Kolommen) -> pl.Expr:
    """The volgnummer is unique over the results of all kinds; each repetition is a finding."""
    return resultaat.herhaald


@controle(
    op=RESULTATEN,
    raak=[zet("toetsresultaten", examenregime=2026)],
    stil=[zet("toetsresultaten", examenregime=2025)],
)
def examenregime_in_toekomst_resultaat(resultaat: Kolommen) -> pl.Expr:
    """The examenregime is at most that of the current school year; an empty one is not later."""
    return (resultaat.examenregime > resultaat.huidig_regime).fill_null(value=False)


@controle(
    op=RESULTATEN,
    raak=[zet("vakresultaten[vak=1021]", examenregime=None)],
    stil=[zet("vakresultaten[vak=1021]", examenregime=None, inruil=True)],
)
def examenregime_niet_gevuld(resultaat: Kolommen) -> pl.Expr:
    """A result that is not traded in says its examenregime."""
    return resultaat.examenregime.is_null() & ~resultaat.inruil


@controle(
    op=RESULTATEN,
    raak=[zet("vakresultaten[vak=1019]", reden_niet_deelname="V")],
    stil=[
        zet("vakresultaten[vak=1019]", reden_niet_deelname="V", cijfer_se=None, eindcijfer=None),
    ],
)
def resultaat_ontheffing_vrijstelling_onjuiste_beoordeling(resultaat: Kolommen) -> pl.Expr:
    """Who is exempt has no mark of any kind, and no beoordeling."""
    return ~resultaat.geexamineerd & resultaat.beoordeeld


@controle(
    op=RESULTATEN,
    raak=[zet("vakresultaten[vak=1021]", inruil=True), haal_weg("uitslag")],
    stil=[zet("vakresultaten[vak=1021]", inruil=True), zet("uitslag", uitslag="A")],
)
def inruil_bij_deexamen(resultaat: Kolommen) -> pl.Expr:
    """Trading in needs an uitslag G or A; without an uitslag the signal sounds too."""
    return resultaat.inruil & ~resultaat.bepaald


CONTROLES = (
    resultaatvolnummer_niet_uniek,
    examenregime_in_toekomst_resultaat,
    examenregime_niet_gevuld,
    resultaat_ontheffing_vrijstelling_onjuiste_beoordeling,
    inruil_bij_deexamen,
)
