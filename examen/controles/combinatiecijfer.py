"""Controls on the combinatiecijfer (manual chapter 6, "... combinatiecijferresultaat")."""

from __future__ import annotations

import polars as pl

from examen.controles.plaatsen import CIJFERLIJSTEN, COMBINATIECIJFERS, ONDERDELEN, REGELS
from register.controle import Kolommen, controle
from register.wijziging import haal_weg, herhaal, voeg_toe, zet


@controle(
    op=REGELS,
    raak=[zet("cijferlijsten.regels[resultaatvolgnummer=CC]", combinatiecijfer=True)],
    stil=[zet("cijferlijsten.regels[resultaatvolgnummer=RT]", diplomavak=True)],
)
def indicatie_combinatiecijfer_niet_toegestaan(regel: Kolommen) -> pl.Expr:
    """A toets, a stage and the combinatiecijfer itself are no part of the combinatiecijfer."""
    nooit = regel.soort.is_in(["toets", "stage", "combinatiecijfer"]).fill_null(value=False)
    return nooit & regel.combinatiecijfer


@controle(
    op=REGELS,
    raak=[
        zet("cijferlijsten.regels[resultaatvolgnummer=PWS]", combinatiecijfer=False),
        zet("combinatiecijferresultaten", cijfer=7),
    ],
    stil=[
        zet("cijferlijsten.regels[resultaatvolgnummer=PWS]", combinatiecijfer=False),
        zet("combinatiecijferresultaten", cijfer=7),
        zet("uitslag", uitslag="D"),
    ],
)
def werkstuk_indicatie_combinatiecijfer_moet_ja_zijn(regel: Kolommen) -> pl.Expr:
    """With havo or vwo G or A the werkstuk on a cijferlijst is always part of it."""
    werkstuk = regel.soort.eq_missing("werkstuk")
    return regel.havo_vwo & regel.bepaald & werkstuk & ~regel.combinatiecijfer


@controle(
    op=ONDERDELEN,
    raak=[haal_weg("cijferlijsten.regels[resultaatvolgnummer=CC]")],
    stil=[
        haal_weg("cijferlijsten.regels[resultaatvolgnummer=CC]"),
        zet("cijferlijsten.regels[resultaatvolgnummer=MA]", combinatiecijfer=False),
        zet("uitslag", uitslag="D"),
    ],
)
def indicatie_combinatiecijfer_onjuist(regel: Kolommen) -> pl.Expr:
    """A subject is part of a combinatiecijfer that stands on the same cijferlijst."""
    vak = regel.soort.eq_missing("vak")
    return vak & regel.combinatiecijfer & (regel.aantal_combinatiecijfers == 0)


@controle(
    op=CIJFERLIJSTEN,
    raak=[
        herhaal("combinatiecijferresultaten", resultaatvolgnummer="CC2"),
        voeg_toe("cijferlijsten.regels", resultaatvolgnummer="CC2", diplomavak=True),
    ],
    stil=[herhaal("combinatiecijferresultaten", resultaatvolgnummer="CC2")],
)
def meerdere_combinatiecijfers_cijferlijst(lijst: Kolommen) -> pl.Expr:
    """A cijferlijst has at most one combinatiecijfer."""
    return lijst.aantal_combinatiecijfers > 1


@controle(
    op=COMBINATIECIJFERS,
    raak=[
        zet("cijferlijsten.regels", combinatiecijfer=False),
        zet("uitslag", uitslag="D"),
    ],
    stil=[
        zet("cijferlijsten.regels[resultaatvolgnummer=MA]", combinatiecijfer=False),
        zet("uitslag", uitslag="D"),
    ],
)
def combinatiecijfer_zonder_resultaten(combinatie: Kolommen) -> pl.Expr:
    """A combinatiecijfer on a cijferlijst has at least one subject or werkstuk as a part."""
    return combinatie.onderdelen == 0


@controle(
    op=COMBINATIECIJFERS,
    raak=[zet("combinatiecijferresultaten", cijfer=7)],
    stil=[zet("werkstukresultaten", cijfer=9)],
)
def combinatiecijfer_onjuist(combinatie: Kolommen) -> pl.Expr:
    """The delivered combinatiecijfer is the rounded mean of its parts; empty when all are exempt.

    Silent without parts, and while a part still lacks its eindcijfer.
    """
    te_berekenen = (combinatie.onderdelen > 0) & ~combinatie.onvolledig
    return te_berekenen & combinatie.eindcijfer.ne_missing(combinatie.verwacht)


CONTROLES = (
    indicatie_combinatiecijfer_niet_toegestaan,
    werkstuk_indicatie_combinatiecijfer_moet_ja_zijn,
    indicatie_combinatiecijfer_onjuist,
    meerdere_combinatiecijfers_cijferlijst,
    combinatiecijfer_zonder_resultaten,
    combinatiecijfer_onjuist,
)
