"""Controls on the toets (manual chapter 6, "Controles op het toetsresultaat")."""

from __future__ import annotations

import polars as pl

from examen.codes import codes
from examen.controles.plaatsen import TOETSEN
from register.controle import Kolommen, controle
from register.wijziging import zet


@controle(
    op=TOETSEN,
    raak=[zet("toetsresultaten", toetscode="1124")],
    stil=[zet("toetsresultaten", toetscode="1123")],
)
def toetscode_onjuist(toets: Kolommen) -> pl.Expr:
    """The toetscode is one of the table, whatever the year or niveau."""
    return ~toets.toetscode.is_in(list(codes().toetsen))


CONTROLES = (toetscode_onjuist,)
