"""Which examenresultaten fall in the period of an overview: the day itself, and the day beside."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from examen.model import Examenresultaat, Toetsresultaat, Uitslag, Vakresultaat
from examen.overzicht import EXAMENRESULTATEN, valt_in
from register.overzicht.periode import Periode
from register.vormen.kolommen import vormen

EXAMEN = Examenresultaat(
    brin="99XX", burgerservicenummer="999990019", examenresultaatvolgnummer="1"
)
UITSLAG = Uitslag(uitslag="G", niveau="HAVO", examenregime=2025)
VAK = Vakresultaat(resultaatvolgnummer="1", vak="1001", niveau="HAVO", examenregime=2024)
TOETS = Toetsresultaat(resultaatvolgnummer="2", toetscode="1121", niveau="HAVO", examenregime=2025)
DAG = date(2025, 7, 1)


def op(begin: date, eind: date, **velden: Any) -> bool:
    return valt_in(evolve(EXAMEN, **velden), Periode(begin, eind))


@pytest.mark.parametrize(
    ("begin", "eind", "verwacht"),
    [
        (DAG, DAG, True),
        (date(2025, 6, 1), date(2025, 6, 30), False),
        (date(2025, 7, 2), date(2025, 7, 31), False),
    ],
)
def test_de_datum_uitslag_beslist(begin: date, eind: date, verwacht: bool) -> None:
    assert verwacht == op(begin, eind, uitslag=evolve(UITSLAG, datum=DAG))


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2024, 7, 31), False),
        (date(2024, 8, 1), True),
        (date(2025, 7, 31), True),
        (date(2025, 8, 1), False),
    ],
)
@pytest.mark.parametrize(
    "velden",
    [{"uitslag": UITSLAG}, {"vakresultaten": (VAK,), "toetsresultaten": (TOETS,)}],
    ids=["regime van de uitslag", "laatste regime van de resultaten"],
)
def test_zonder_datum_is_het_het_studiejaar_van_het_regime(
    velden: dict[str, Any], dag: date, verwacht: bool
) -> None:
    assert verwacht == op(dag, dag, **velden)


def test_zonder_datum_en_regime_valt_het_in_elke_periode() -> None:
    assert op(date(1995, 1, 1), date(1995, 1, 1))


def test_elk_frame_heeft_een_code() -> None:
    assert [v.naam for v in vormen(Examenresultaat)] == [*EXAMENRESULTATEN.codes]
