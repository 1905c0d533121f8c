"""Columns of many fictional candidates: a base that is made once, laid side by side."""

from __future__ import annotations

from itertools import islice

import polars as pl

from examen.model import Examenresultaat
from examen.voorbeeld import voorbeeld
from examen.voorbeeld.aanlevering import aangeleverd
from register.vormen.kolommen import Frames, kolommen

REGIMES = range(2016, 2027)
RESULTATEN = 9


def met_negen_resultaten(aantal: int) -> list[Examenresultaat]:
    """Give different full exams of nine results each, as a school delivers them."""
    bron = (
        kandidaat.examenresultaat
        for soort in ("volledig", "aanvulling")
        for kandidaat in aangeleverd(voorbeeld(3 * aantal, regimes=REGIMES, soort=soort))
    )
    passend = (er for er in bron if len(er.vakresultaten + er.werkstukresultaten) == RESULTATEN)
    return list(islice(passend, aantal))


def herhaald(basis: Frames, keer: int, vanaf: int = 0) -> Frames:
    """Lay a base side by side, each time with standen of its own, counted from `vanaf`."""
    aantal = len(basis["examenresultaat"])
    return {
        naam: pl.concat(
            frame.with_columns(pl.col("stand") + (vanaf + nummer * aantal))
            for nummer in range(keer)
        ).rechunk()  # as frames come from a register or from entities: in one piece
        for naam, frame in basis.items()
    }


def basis(aantal: int) -> Frames:
    """Give the columns of different full exams of nine results each."""
    return kolommen(Examenresultaat, met_negen_resultaten(aantal))
