"""Certificaten of who has not passed: Eindexamenbesluit VO art. 53 lid 2."""

from __future__ import annotations

from collections.abc import Mapping

from examen.model import Examenresultaat

LAATSTE_REKENTOETS = 2019
"""The rekentoets stands on a certificaat up to this examenregime (Stb. 2020, 253)."""


def certificaten(
    er: Examenresultaat, eindcijfers: Mapping[str, int], regime: int | None
) -> tuple[str, ...]:
    """Give the results that earn a certificaat: at least a 6, or voldoende or goed."""
    beoordelingen = {
        **{
            v.resultaatvolgnummer: (v.reden_niet_deelname, v.beoordeling_se)
            for v in er.vakresultaten
        },
        **{
            w.resultaatvolgnummer: (w.reden_niet_deelname, w.beoordeling)
            for w in er.werkstukresultaten
        },
    }
    verdiend = []
    for volgnummer, (reden, beoordeling) in beoordelingen.items():
        cijfer = eindcijfers.get(volgnummer)
        op_beoordeling = cijfer is None and reden is None and beoordeling in ("V", "G")
        if op_beoordeling or (cijfer is not None and cijfer >= 6):
            verdiend.append(volgnummer)
    for toets in er.toetsresultaten:
        jaar = regime if toets.examenregime is None else toets.examenregime
        op_tijd = jaar is not None and jaar <= LAATSTE_REKENTOETS
        if op_tijd and toets.cijfer is not None and toets.cijfer >= 6:
            verdiend.append(toets.resultaatvolgnummer)
    return tuple(verdiend)
