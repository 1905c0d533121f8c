"""Controls on the herkansing (manual chapter 6, "Controles op de herkansing")."""

from __future__ import annotations

import polars as pl

from examen.controles.plaatsen import HERKANSINGSVAKKEN
from register.controle import Kolommen, controle
from register.wijziging import voeg_toe, zet


@controle(
    op=HERKANSINGSVAKKEN,
    raak=[zet("herkansingen", vakken=("1001", "1001"))],
    stil=[voeg_toe("herkansingen", examenregime=2025, tijdvak=3, vakken=("1001",))],
)
def vak_herkansing_niet_uniek(herkansing: Kolommen) -> pl.Expr:
    """Within one herkansing a subject stands once; another tijdvak is another herkansing."""
    return herkansing.herhaald


@controle(
    op=HERKANSINGSVAKKEN,
    raak=[zet("herkansingen", vakken=("1005",))],
    stil=[zet("herkansingen", vakken=("1002",))],
)
def herkansing_zonder_resultaat(herkansing: Kolommen) -> pl.Expr:
    """The subject of a herkansing has a vakresultaat in the examenresultaat."""
    return ~herkansing.heeft_resultaat


CONTROLES = (vak_herkansing_niet_uniek, herkansing_zonder_resultaat)
