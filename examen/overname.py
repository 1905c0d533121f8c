"""Taking over what was computed into the exam result itself, as it is delivered to DUO."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from examen.model import (
    Certificaat,
    Cijferlijst,
    Cijferlijstregel,
    Combinatiecijferresultaat,
    Examenresultaat,
    Stageresultaat,
    Toetsresultaat,
    Uitslag,
    Vakresultaat,
    Werkstukresultaat,
)
from examen.opleidingen import opleidingen
from examen.uitkomst import CijferlijstUitkomst, Uitkomst

_BESTE_EERST = ("G", "A", "D")


def neem_over(
    er: Examenresultaat, uitkomst: Uitkomst, *, datum: date | None = None
) -> Examenresultaat:
    """Give the examenresultaat with its computed eindcijfers, lists, uitslag and certificaten.

    What was delivered before for these is replaced; marks stay as they are. With several
    cijferlijsten the uitslag is that of the best.

    Args:
        er: the examenresultaat that was computed.
        uitkomst: what came of it.
        datum: the date of the uitslag.
    """
    regime = _regime(er)
    combinatiecijfers, lijsten = _combinatiecijfers(er, uitkomst, regime)
    return evolve(
        er,
        vakresultaten=tuple(
            evolve(vak, eindcijfer=uitkomst.eindcijfers.get(vak.resultaatvolgnummer))
            for vak in er.vakresultaten
        ),
        combinatiecijferresultaten=combinatiecijfers,
        cijferlijsten=lijsten,
        uitslag=_uitslag(uitkomst, regime, datum),
        certificaten=tuple(
            Certificaat(resultaatvolgnummers=(nummer,)) for nummer in uitkomst.certificaten
        ),
    )


def _regime(er: Examenresultaat) -> int | None:
    """Give the examenregime of the uitslag: as delivered, else of the newest result."""
    if er.uitslag is not None:
        return er.uitslag.examenregime
    resultaten: tuple[Vakresultaat | Werkstukresultaat | Toetsresultaat, ...] = (
        er.vakresultaten + er.werkstukresultaten + er.toetsresultaten
    )
    jaren = [r.examenregime for r in resultaten if r.examenregime is not None]
    return max(jaren, default=None)


def _uitslag(uitkomst: Uitkomst, regime: int | None, datum: date | None) -> Uitslag | None:
    lijsten = [lijst for lijst in uitkomst.cijferlijsten if lijst.opleiding in opleidingen()]
    if not lijsten or regime is None:
        return None
    beste = min(lijsten, key=lambda lijst: _BESTE_EERST.index(lijst.uitslag))
    niveau = opleidingen()[beste.opleiding].uitslagniveau
    return Uitslag(uitslag=beste.uitslag, niveau=niveau, examenregime=regime, datum=datum)


def _combinatiecijfers(
    er: Examenresultaat, uitkomst: Uitkomst, regime: int | None
) -> tuple[tuple[Combinatiecijferresultaat, ...], tuple[Cijferlijst, ...]]:
    """Give the combinatiecijfers as results of their own, and the cijferlijsten that name them."""
    oud = {resultaat.resultaatvolgnummer for resultaat in er.combinatiecijferresultaten}
    resultaten: list[Combinatiecijferresultaat] = []
    lijsten: list[Cijferlijst] = []
    for lijst in uitkomst.cijferlijsten:
        regels = tuple(regel for regel in lijst.regels if regel.resultaatvolgnummer not in oud)
        if isinstance(lijst.combinatiecijfer, int) and lijst.opleiding in opleidingen():
            resultaat = _combinatiecijfer(er, lijst, regime, len(resultaten))
            resultaten.append(resultaat)
            regels += (
                Cijferlijstregel(
                    resultaatvolgnummer=resultaat.resultaatvolgnummer, diplomavak=True
                ),
            )
        lijsten.append(Cijferlijst(opleiding=lijst.opleiding, regels=regels))
    return tuple(resultaten), tuple(lijsten)


def _combinatiecijfer(
    er: Examenresultaat, lijst: CijferlijstUitkomst, regime: int | None, hoeveelste: int
) -> Combinatiecijferresultaat:
    assert isinstance(lijst.combinatiecijfer, int)
    resultaten: tuple[Vakresultaat | Werkstukresultaat | Toetsresultaat | Stageresultaat, ...] = (
        er.vakresultaten + er.werkstukresultaten + er.toetsresultaten + er.stageresultaten
    )
    bezet = {resultaat.resultaatvolgnummer for resultaat in resultaten}
    vrij = (f"CC{nummer}" for nummer in range(1, len(bezet) + hoeveelste + 2))
    return Combinatiecijferresultaat(
        resultaatvolgnummer=[nummer for nummer in vrij if nummer not in bezet][hoeveelste],
        niveau=opleidingen()[lijst.opleiding].niveau,
        examenregime=regime,
        cijfer=lijst.combinatiecijfer,
    )
