"""Examenresultaten in an overview: the codes of their records, and which fall in a period."""

from __future__ import annotations

from datetime import date

from examen.model import Examenresultaat, resultaten
from register.overzicht.indeling import Rubriek
from register.overzicht.periode import Periode


def valt_in(er: Examenresultaat, periode: Periode) -> bool:
    """Whether an examenresultaat falls in a period, by the best that it says about its time.

    The datum uitslag decides. Without it the examenregime does, of the uitslag or else the latest
    of the results: exams of 2025 are of the studiejaar from 1 August 2024 to 31 July 2025. Without
    either it is in every period: rather once too often than never seen.
    """
    if er.uitslag is not None and er.uitslag.datum is not None:
        return periode.overlapt(er.uitslag.datum, er.uitslag.datum)
    regime = er.uitslag.examenregime if er.uitslag is not None else _laatste_regime(er)
    if regime is None:
        return True
    return periode.overlapt(date(regime - 1, 8, 1), date(regime, 7, 31))


def _laatste_regime(er: Examenresultaat) -> int | None:
    jaren = (r.examenregime for r in resultaten(er))
    return max((jaar for jaar in jaren if jaar is not None), default=None)


EXAMENRESULTATEN = Rubriek(
    klasse=Examenresultaat,
    codes={
        "examenresultaat": "EXR",
        "vakresultaten": "VAK",
        "vakresultaten_ce": "VCE",
        "werkstukresultaten": "WST",
        "toetsresultaten": "TTS",
        "stageresultaten": "STG",
        "combinatiecijferresultaten": "CCR",
        "herkansingen": "HKS",
        "herkansingen_vakken": "HKV",
        "cijferlijsten": "CLS",
        "cijferlijsten_regels": "CLR",
        "certificaten": "CRT",
        "certificaten_resultaatvolgnummers": "CRR",
    },
    valt_in=valt_in,
)
