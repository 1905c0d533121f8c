"""Leaving vakken out: every set that helps is found, and an absurd list stalls nobody."""

from __future__ import annotations

import pytest

from examen.model import (
    CeResultaat,
    Cijferlijst,
    Examenresultaat,
    Vakresultaat,
    Werkstukresultaat,
)
from examen.reken import uitkomsten
from examen.vakkentabel import lees_vakkentabel
from tests import orakel

PAKKET = ("1001", "1002", "1019", "1024", "1021", "1022", "0131", "1003")
"""Havo economie en maatschappij, with Frans as vrij deel."""


def examen(cijfers: dict[str, tuple[int, int]], regime: int = 2025) -> Examenresultaat:
    """Give a havo exam: vak to SE and CE in tenths, without CE where the vakkentabel has none."""
    met_ce = {
        vak.vakcode: vak.cijfer_ce == "V"
        for vak in lees_vakkentabel(regime).vakken
        if vak.niveau == "HAVO"
    }
    return Examenresultaat(
        brin="01AA",
        burgerservicenummer="999990019",
        examenresultaatvolgnummer="ER1",
        vakresultaten=tuple(
            Vakresultaat(
                resultaatvolgnummer=vak,
                vak=vak,
                niveau="HAVO",
                examenregime=regime,
                cijfer_se=se,
                ce=(CeResultaat(tijdvak=1, cijfer=ce),) if met_ce[vak] else (),
            )
            for vak, (se, ce) in cijfers.items()
        ),
        werkstukresultaten=(
            Werkstukresultaat(
                resultaatvolgnummer="90", niveau="HAVO", examenregime=regime, cijfer=6
            ),
        ),
        cijferlijsten=(Cijferlijst(opleiding="5372"),),
    )


VOLDOENDE = dict.fromkeys(PAKKET, (60, 60))


@pytest.mark.parametrize("extra", [1, 2, 4])
def test_elk_extra_vak_met_een_drie_wordt_weggelaten(extra: int) -> None:
    vakken = ["1004", "1005", "0311", "1018"][:extra]
    er = examen(VOLDOENDE | dict.fromkeys(vakken, (30, 30)))

    lijst = uitkomsten([er])[0].cijferlijsten[0]

    assert ("G", tuple(vakken)) == (lijst.uitslag, lijst.weggelaten)


def test_van_gelijke_mogelijkheden_gaan_de_laagste_cijfers_eruit() -> None:
    er = examen(VOLDOENDE | {"1004": (55, 40), "1018": (45, 40), "0311": (55, 55)})

    lijst = uitkomsten([er])[0].cijferlijsten[0]

    assert orakel.uitkomst(er).cijferlijsten[0].weggelaten == lijst.weggelaten
    assert ("1018",) == lijst.weggelaten


@pytest.mark.parametrize("regime", [2021, 2025])
@pytest.mark.parametrize(("se", "ce"), [(50, 50), (60, 54), (30, 80)])
def test_een_lijst_met_alle_vakken_van_de_havo_komt_tot_een_einde(
    regime: int, se: int, ce: int
) -> None:
    alle = {
        vak.vakcode: (se, ce)
        for vak in lees_vakkentabel(regime).vakken
        if vak.niveau == "HAVO" and vak.eindcijfer == "V"
    }

    assert "A" == uitkomsten([examen(alle, regime)])[0].cijferlijsten[0].uitslag
