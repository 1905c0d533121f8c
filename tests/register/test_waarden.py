"""Values as somebody types them."""

import re
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.fouten import InvoerFout
from register.velden import DATUM_MET_NULLEN, Soort, Veld
from register.vormen.waarden import naar_tekst, uit_tekst

CIJFER = Veld(label="cijfer", soort=Soort.CIJFER, minimum=10, maximum=100)
HEEL = Veld(label="eindcijfer", soort=Soort.HEEL_CIJFER, minimum=1, maximum=10)
JA_NEE = Veld(label="inruil", soort=Soort.JA_NEE)
GEBOREN = Veld(label="geboortedatum", soort=Soort.CODE, patroon=DATUM_MET_NULLEN)
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


def test_een_dag_met_nullen_staat_op_de_kalender() -> None:
    """Every day and month number of years of each kind; 00 is unknown, whatever the other says."""
    for jaar, maand, dag in product((1900, 2000, 2004, 2005, 2100), range(14), range(33)):
        tekst = f"{jaar}-{maand:02}-{dag:02}"
        try:
            date(jaar, maand or 1, dag or 1)
            kan = True
        except ValueError:
            kan = False

        assert kan == (re.fullmatch(DATUM_MET_NULLEN, tekst) is not None), tekst


def test_een_dag_die_niet_bestaat_wordt_geweigerd() -> None:
    with pytest.raises(InvoerFout, match="toegestaan is een bestaande datum"):
        uit_tekst(GEBOREN, "2005-02-31")


@settings(deadline=None)
@given(st.integers(10, 100))
def test_een_cijfer_leest_terug_wat_het_schrijft(tienden: int) -> None:
    assert tienden == uit_tekst(CIJFER, naar_tekst(CIJFER, tienden))
