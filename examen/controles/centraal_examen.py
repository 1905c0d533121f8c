"""Controls on the centraal examen (manual chapter 6, "Controles op het vakresultaat CE")."""

from __future__ import annotations

import polars as pl

from examen.controles.plaatsen import CE_RESULTATEN, VAKKEN
from examen.vakkentabel import Indicatie
from register.controle import Kolommen, controle
from register.wijziging import haal_weg, herhaal, voeg_toe, zet


@controle(
    op=VAKKEN,
    raak=[voeg_toe("vakresultaten[vak=1019].ce", tijdvak=1, cijfer=72)],
    stil=[voeg_toe("vakresultaten[vak=1021].ce", tijdvak=2, cijfer=60)],
)
def cijfer_ce_onjuist(vak: Kolommen) -> pl.Expr:
    """A subject without CE in the vakkentabel has no CE mark; who is exempt is not judged."""
    return vak.geexamineerd & vak.heeft_ce & vak.vt_cijfer_ce.eq_missing(Indicatie.LEEG)


@controle(
    op=VAKKEN,
    raak=[haal_weg("vakresultaten[vak=1021].ce")],
    stil=[
        haal_weg("vakresultaten[vak=1021].ce"),
        zet("cijferlijsten.regels[resultaatvolgnummer=GS]", diplomavak=False),
    ],
)
def cijfer_ce_ontbreekt(vak: Kolommen) -> pl.Expr:
    """A subject that counts has the CE mark that the vakkentabel asks for, unless exempt."""
    verplicht = vak.vt_cijfer_ce.eq_missing(Indicatie.VERPLICHT)
    return vak.diplomavak & vak.geexamineerd & verplicht & ~vak.heeft_ce


@controle(
    op=CE_RESULTATEN,
    raak=[herhaal("vakresultaten[vak=1021].ce")],
    stil=[herhaal("vakresultaten[vak=1021].ce", tijdvak=2)],
)
def tijdvak_vakresultaat_ce_niet_uniek(ce: Kolommen) -> pl.Expr:
    """A subject has one CE mark per tijdvak."""
    return ce.herhaald


CONTROLES = (cijfer_ce_onjuist, cijfer_ce_ontbreekt, tijdvak_vakresultaat_ce_niet_uniek)
