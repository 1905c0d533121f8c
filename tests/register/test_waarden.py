"""Values as somebody types them."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.fouten import InvoerFout
from register.velden import Soort, Veld
from register.vormen.waarden import naar_tekst, uit_tekst

CIJFER = Veld(label="cijfer", soort=Soort.CIJFER, minimum=10, maximum=100)
HEEL = Veld(label="eindcijfer", soort=Soort.HEEL_CIJFER, minimum=1, maximum=10)
JA_NEE = Veld(label="inruil", soort=Soort.JA_NEE)
DATUM = Veld(label="datum", soort=Soort.DATUM)


@pytest.mark.parametrize(
    ("veld", "tekst", "verwacht"),
    [
        (CIJFER, "7,5", 75),
        (CIJFER, " 7.5 ", 75),
        (CIJFER, "10", 100),
        (CIJFER, "7,50", 75),
        (CIJFER, "", None),
        (HEEL, "7", 7),
        (HEEL, "7,0", 7),
        (JA_NEE, "j", True),
        (JA_NEE, "N", False),
        (DATUM, "2025-06-12", date(2025, 6, 12)),
    ],
)
def test_getypte_tekst_wordt_een_waarde(veld: Veld, tekst: str, verwacht: Any) -> None:
    assert verwacht == uit_tekst(veld, tekst)


@pytest.mark.parametrize(
    ("veld", "tekst"),
    [
        (CIJFER, "0,9"),
        (CIJFER, "10,1"),
        (CIJFER, "7,55"),
        (CIJFER, "zeven"),
        (CIJFER, "7,5,5"),
        (CIJFER, "1E+1"),
        (CIJFER, "٧"),
        (HEEL, "7,5"),
        (JA_NEE, "ja"),
        (DATUM, "12-6-2025"),
    ],
)
def test_wat_geen_waarde_is_wordt_geweigerd(veld: Veld, tekst: str) -> None:
    with pytest.raises(InvoerFout, match="toegestaan is"):
        uit_tekst(veld, tekst)


@settings(deadline=None)
@given(st.integers(10, 100))
def test_een_cijfer_leest_terug_wat_het_schrijft(tienden: int) -> None:
    assert tienden == uit_tekst(CIJFER, naar_tekst(CIJFER, tienden))
