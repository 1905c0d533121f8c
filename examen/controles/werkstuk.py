"""Controls on the werkstuk (manual chapter 6, "Controles op het werkstukresultaat")."""

from __future__ import annotations

import polars as pl

from examen.controles.plaatsen import WERKSTUKKEN
from register.controle import Kolommen, controle
from register.wijziging import zet


@controle(
    op=WERKSTUKKEN,
    raak=[zet("werkstukresultaten", cijfer=None, beoordeling="V")],
    stil=[
        zet("werkstukresultaten", cijfer=None, reden_niet_deelname="V"),
        zet("combinatiecijferresultaten", cijfer=7),
    ],
)
def cijfer_werkstuk_onjuist(werkstuk: Kolommen) -> pl.Expr:
    """The profielwerkstuk of havo and vwo has a mark, unless exempt."""
    geexamineerd = werkstuk.reden_niet_deelname.is_null()
    return werkstuk.niveau.is_in(["HAVO", "VWO"]) & geexamineerd & werkstuk.cijfer.is_null()


@controle(
    op=WERKSTUKKEN,
    dossier="VMBO_TL",
    raak=[zet("werkstukresultaten", beoordeling=None, cijfer=7)],
    stil=[zet("werkstukresultaten", beoordeling=None, reden_niet_deelname="V")],
)
def beoordeling_werkstuk_onjuist(werkstuk: Kolommen) -> pl.Expr:
    """The werkstuk of the vmbo has a beoordeling, unless exempt."""
    geexamineerd = werkstuk.reden_niet_deelname.is_null()
    vmbo = werkstuk.niveau.is_in(["VMBO_GL", "VMBO_TL"])
    return vmbo & geexamineerd & werkstuk.beoordeling.is_null()


CONTROLES = (cijfer_werkstuk_onjuist, beoordeling_werkstuk_onjuist)
