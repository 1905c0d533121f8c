"""For each norm a case on the border and one beside it, in the years before and after a change."""

from __future__ import annotations

import pytest

from tests.rijen import Reken, Rij, lees, van_de_motor, van_het_orakel, verwacht_en_gevonden

RIJEN: list[Rij] = lees("uitslag.toml")["rij"]


@pytest.mark.parametrize("reken", [van_de_motor, van_het_orakel])
@pytest.mark.parametrize("rij", RIJEN, ids=[rij["naam"] for rij in RIJEN])
def test_op_de_grens_en_ernaast(rij: Rij, reken: Reken) -> None:
    verwacht, gevonden = verwacht_en_gevonden(rij, reken)
    assert verwacht == gevonden


def test_elke_rij_heeft_een_eigen_naam_en_een_bron() -> None:
    namen = [rij["naam"] for rij in RIJEN]
    assert sorted(set(namen)) == sorted(namen)
    assert [] == [rij["naam"] for rij in RIJEN if not rij["bron"]]
