"""Certificaten of who has not passed: Eindexamenbesluit VO art. 53 lid 2."""

from __future__ import annotations

from collections.abc import Mapping

from examen.model import Examenresultaat, Vakresultaat, Werkstukresultaat
from tests.orakel.feiten import LAATSTE_REGIME, vakrij
from tests.orakel.rekentoets import REKENTOETSEN

LAATSTE_REKENTOETS = 2019
"""The rekentoets stands on a certificaat up to this examenregime (Stb. 2020, 253)."""


def certificaten(
    er: Examenresultaat, eindcijfers: Mapping[str, int], regime: int | None
) -> tuple[str, ...]:
    """Give the results that earn a certificaat: at least a 6, or voldoende or goed.

    Args:
        er: the candidate.
        eindcijfers: of his vak- and werkstukresultaten.
        regime: of the uitslag; a result without a year follows it.
    """
    verdiend = []
    for vak in er.vakresultaten:
        jaar = regime if vak.examenregime is None else vak.examenregime
        rij = vakrij(jaar, vak.niveau, vak.vak)
        heeft_beoordeling = rij is not None and rij["beoordeling_se"] != "L"
        beoordeling = vak.beoordeling_se if heeft_beoordeling else None
        verdiend += _voldoende(vak, jaar, beoordeling, eindcijfers)
    for werkstuk in er.werkstukresultaten:
        jaar = regime if werkstuk.examenregime is None else werkstuk.examenregime
        verdiend += _voldoende(werkstuk, jaar, werkstuk.beoordeling, eindcijfers)
    for toets in er.toetsresultaten:
        jaar = regime if toets.examenregime is None else toets.examenregime
        op_tijd = jaar is not None and jaar <= LAATSTE_REKENTOETS
        if (
            op_tijd
            and toets.toetscode in REKENTOETSEN
            and toets.cijfer is not None
            and toets.cijfer >= 6
        ):
            verdiend.append(toets.resultaatvolgnummer)
    return tuple(verdiend)


def _voldoende(
    resultaat: Vakresultaat | Werkstukresultaat,
    jaar: int | None,
    beoordeling: str | None,
    eindcijfers: Mapping[str, int],
) -> list[str]:
    """Give the volgnummer when the result is sufficient, in a year whose law is known."""
    volgnummer = resultaat.resultaatvolgnummer
    if jaar is None or jaar > LAATSTE_REGIME or resultaat.reden_niet_deelname is not None:
        return []
    cijfer = eindcijfers.get(volgnummer)
    voldoende = beoordeling in ("V", "G") if cijfer is None else cijfer >= 6
    return [volgnummer] if voldoende else []
