"""The rekentoets: Eindexamenbesluit VO art. 46a and 47 lid 4."""

from __future__ import annotations

from examen.model import Examenresultaat

REKENTOETSEN = frozenset({"1107", "1120", "1121", "1122", "1123"})
"""Rekentoets 2014-2015; 2F, 3F, 2ER and 3ER 2016-2019 (Regeling codetabellen)."""


def hoogste_rekentoets(er: Examenresultaat) -> int | None:
    """Give the highest mark over all times the rekentoets was taken (art. 47 lid 4)."""
    return max(
        (
            toets.cijfer
            for toets in er.toetsresultaten
            if toets.toetscode in REKENTOETSEN and toets.cijfer is not None
        ),
        default=None,
    )
