"""Controls on the schoolexamen (manual chapter 6, "Controles op het vakresultaat SE")."""

from __future__ import annotations

import polars as pl

from examen.controles.plaatsen import VAKKEN
from examen.vakkentabel import Indicatie
from register.controle import Kolommen, controle
from register.wijziging import zet


@controle(
    op=VAKKEN,
    raak=[zet("vakresultaten[vak=0353]", cijfer_se=70)],
    stil=[zet("vakresultaten[vak=0353]", beoordeling_se="G")],
)
def cijfer_se_onjuist(vak: Kolommen) -> pl.Expr:
    """A subject without SE mark in the vakkentabel has none; an unknown subject is not judged."""
    return vak.cijfer_se.is_not_null() & vak.vt_cijfer_se.eq_missing(Indicatie.LEEG)


@controle(
    op=VAKKEN,
    raak=[zet("vakresultaten[vak=1021]", cijfer_se=None)],
    stil=[
        zet(
            "vakresultaten[vak=1021]",
            reden_niet_deelname="V",
            cijfer_se=None,
            ce=(),
            eindcijfer=None,
        )
    ],
)
def cijfer_se_ontbreekt(vak: Kolommen) -> pl.Expr:
    """A subject that counts has the SE mark that the vakkentabel asks for, unless exempt."""
    verplicht = vak.vt_cijfer_se.eq_missing(Indicatie.VERPLICHT)
    return vak.diplomavak & vak.geexamineerd & verplicht & vak.cijfer_se.is_null()


@controle(
    op=VAKKEN,
    raak=[zet("vakresultaten[vak=1021]", beoordeling_se="V")],
    stil=[zet("vakresultaten[vak=0353]", beoordeling_se="G")],
)
def beoordeling_se_onjuist(vak: Kolommen) -> pl.Expr:
    """A subject without beoordeling in the vakkentabel has none; an unknown one is not judged."""
    return vak.beoordeling_se.is_not_null() & vak.vt_beoordeling_se.eq_missing(Indicatie.LEEG)


@controle(
    op=VAKKEN,
    raak=[zet("vakresultaten[vak=0353]", beoordeling_se=None)],
    stil=[
        zet("vakresultaten[vak=0353]", beoordeling_se=None),
        zet("cijferlijsten.regels[resultaatvolgnummer=LO]", diplomavak=False),
    ],
)
def beoordeling_se_ontbreekt(vak: Kolommen) -> pl.Expr:
    """A subject that counts has the beoordeling that the vakkentabel asks for, unless exempt."""
    verplicht = vak.vt_beoordeling_se.eq_missing(Indicatie.VERPLICHT)
    return vak.diplomavak & vak.geexamineerd & verplicht & vak.beoordeling_se.is_null()


CONTROLES = (
    cijfer_se_onjuist,
    cijfer_se_ontbreekt,
    beoordeling_se_onjuist,
    beoordeling_se_ontbreekt,
)
