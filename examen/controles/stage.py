"""Controls on the stage (manual chapter 6, "Controles op het stageresultaat")."""

from __future__ import annotations

import polars as pl

from examen.codes import codes
from examen.controles.plaatsen import STAGES
from register.controle import Kolommen, controle
from register.wijziging import zet


@controle(
    op=STAGES,
    raak=[zet("stageresultaten", stagecode="1113")],
    stil=[zet("stageresultaten", stagecode="1112", beoordeling="V")],
)
def stagecode_onjuist(stage: Kolommen) -> pl.Expr:
    """The stagecode is one of the table."""
    return ~stage.stagecode.is_in(list(codes().stages))


CONTROLES = (stagecode_onjuist,)
