"""How the outcome is told."""

from __future__ import annotations

from typing import Any

import pytest

from examen.reken import uitkomsten
from tests.proefexamen import proefexamen

LEEG: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        ({}, "alle vakken aanwezig"),
        ({"zonder": ["economie"]}, "ontbreekt: economie"),
        ({"vakken": {"economie": LEEG}}, "nog geen cijfer: economie"),
        ({"vakken": {"economie": {"reden": "V"}}}, "alle vakken aanwezig"),
        (
            {"vakken": {"economie": LEEG}, "zonder": ["geschiedenis"]},
            "ontbreekt: geschiedenis · nog geen cijfer: economie",
        ),
        ({"werkstuk": LEEG}, "nog geen cijfer: profielwerkstuk"),
    ],
)
def test_wat_op_een_cijfer_wacht_staat_apart_van_wat_ontbreekt(
    anders: dict[str, Any], gevonden: str
) -> None:
    ((lijst,),) = (uit.cijferlijsten for uit in uitkomsten([proefexamen("HAVO", 2025, **anders)]))
    (volledig,) = (toets for toets in lijst.toetsen if toets.eis == "volledig eindexamen")

    assert volledig.gevonden.replace("; vrij deel naast de andere vakken", "") == gevonden
    assert ("aanwezig" in gevonden) == volledig.voldaan
