"""Which marks are still to come."""

from __future__ import annotations

import pytest
from attrs import evolve

from examen.model import Examenresultaat
from examen.openstaand import openstaand
from examen.reken import bereken
from register.vormen.kolommen import kolommen
from tests.schoon import schoon


def open_vakken(er: Examenresultaat) -> set[tuple[str, bool, bool]]:
    """Give vak, SE open and CE open of the results that wait for something."""
    gevonden = openstaand(bereken(kolommen(Examenresultaat, [er])))
    rijen = gevonden.select("vak", "se_open", "ce_open").rows()
    return {(vak or "werkstuk", se, ce) for vak, se, ce in rijen if se or ce}


def met_vak(niveau: str, vakcode: str, **anders: object) -> Examenresultaat:
    er = schoon(niveau)
    return evolve(
        er,
        vakresultaten=tuple(
            evolve(vak, **anders) if vak.vak == vakcode else vak for vak in er.vakresultaten
        ),
    )


@pytest.mark.parametrize("niveau", ["HAVO", "VWO_ATH", "VMBO_TL"])
def test_een_volledig_examen_wacht_nergens_op(niveau: str) -> None:
    assert set() == open_vakken(schoon(niveau))


def test_een_leeg_vak_wacht_op_se_en_ce_en_een_zonder_ce_alleen_op_se() -> None:
    assert {("1001", True, True)} == open_vakken(met_vak("HAVO", "1001", cijfer_se=None, ce=()))
    assert {("1001", False, True)} == open_vakken(met_vak("HAVO", "1001", ce=()))
    assert {("1019", True, False)} == open_vakken(met_vak("HAVO", "1019", cijfer_se=None))


def test_een_beoordeling_en_het_werkstuk_tellen_als_se() -> None:
    er = schoon("HAVO")
    zonder = evolve(er, werkstukresultaten=(evolve(er.werkstukresultaten[0], cijfer=None),))

    assert {("0353", True, False)} == open_vakken(met_vak("HAVO", "0353", beoordeling_se=None))
    assert {("werkstuk", True, False)} == open_vakken(zonder)


def test_wie_vrijstelling_heeft_of_een_vak_inbrengt_wacht_niet() -> None:
    vrij = met_vak("HAVO", "1001", cijfer_se=None, ce=(), reden_niet_deelname="V")
    ingebracht = met_vak("HAVO", "1001", cijfer_se=None, ce=(), inruil=True)

    assert set() == open_vakken(vrij) | open_vakken(ingebracht)


def test_wie_is_teruggetrokken_wacht_nergens_op() -> None:
    leeg = met_vak("HAVO", "1001", cijfer_se=None, ce=())

    assert set() == open_vakken(evolve(leeg, teruggetrokken=True))
