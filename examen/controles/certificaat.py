"""Controls on the certificaat (manual chapter 6, "Controles op het certificaat")."""

from __future__ import annotations

import polars as pl

from examen.controles.plaatsen import CERTIFICAATREGELS
from register.controle import Kolommen, controle
from register.wijziging import voeg_toe, zet


@controle(
    op=CERTIFICAATREGELS,
    raak=[
        zet("uitslag", uitslag="A"),
        voeg_toe("certificaten", resultaatvolgnummers=("NE",)),
        voeg_toe("certificaten", resultaatvolgnummers=("NE",)),
    ],
    stil=[
        zet("uitslag", uitslag="A"),
        voeg_toe("certificaten", resultaatvolgnummers=("NE",)),
        voeg_toe("certificaten", resultaatvolgnummers=("GS",)),
    ],
)
def resultaatvolnummer_certificaat_niet_uniek(regel: Kolommen) -> pl.Expr:
    """A result is certified once in the whole examenresultaat."""
    return regel.herhaald


@controle(
    op=CERTIFICAATREGELS,
    raak=[zet("uitslag", uitslag="A"), voeg_toe("certificaten", resultaatvolgnummers=("XX",))],
    stil=[zet("uitslag", uitslag="A"), voeg_toe("certificaten", resultaatvolgnummers=("NE",))],
)
def resultaatvolnummer_certificaat_onbekend(regel: Kolommen) -> pl.Expr:
    """A certificaat names a result of the examenresultaat."""
    return regel.soort.is_null()


@controle(
    op=CERTIFICAATREGELS,
    raak=[zet("uitslag", uitslag="A"), voeg_toe("certificaten", resultaatvolgnummers=("EN",))],
    stil=[zet("uitslag", uitslag="A"), voeg_toe("certificaten", resultaatvolgnummers=("NE", "LO"))],
)
def certificaat_voor_onvoldoende(regel: Kolommen) -> pl.Expr:
    """What is certified has an eindcijfer of at least 6, or the beoordeling voldoende or goed.

    An unknown result is not judged; one without mark and beoordeling is no voldoende.
    """
    voldoende = (regel.eindcijfer >= 6).fill_null(value=False)
    goed = regel.beoordeling.is_in(["V", "G"]).fill_null(value=False)
    return regel.soort.is_not_null() & ~voldoende & ~goed


CONTROLES = (
    resultaatvolnummer_certificaat_niet_uniek,
    resultaatvolnummer_certificaat_onbekend,
    certificaat_voor_onvoldoende,
)
