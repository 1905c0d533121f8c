"""From score to CE mark: worked cases, the oracle on all scores, and what always holds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examen.reken.cijfer import ce_cijfer
from register.fouten import InvoerFout
from tests.orakel.eindcijfer import ce_van_score

GEVALLEN = tomllib.loads(
    (Path(__file__).parent / "gevallen" / "nterm.toml").read_text(encoding="utf-8")
)["geval"]

N_TERMEN = st.integers(0, 20)


@st.composite
def scores(draw: st.DrawFn) -> tuple[int, int]:
    schaallengte = draw(st.integers(1, 120))
    return draw(st.integers(0, schaallengte)), schaallengte


@pytest.mark.parametrize("reken", [ce_cijfer, ce_van_score])
def test_uitgewerkte_gevallen(reken: object) -> None:
    assert callable(reken)
    for geval in GEVALLEN:
        gevonden = reken(geval["score"], geval["schaallengte"], geval["n_term"])
        assert geval["cijfer"] == gevonden, geval


@given(scores(), N_TERMEN)
def test_motor_en_orakel_zijn_het_eens(score: tuple[int, int], n_term: int) -> None:
    assert ce_van_score(*score, n_term) == ce_cijfer(*score, n_term)


@given(st.integers(1, 120), N_TERMEN)
def test_geen_punten_is_een_een_en_alle_punten_een_tien(schaallengte: int, n_term: int) -> None:
    assert 10 == ce_cijfer(0, schaallengte, n_term)
    assert 100 == ce_cijfer(schaallengte, schaallengte, n_term)


@given(scores(), N_TERMEN)
def test_een_punt_meer_is_nooit_een_lager_cijfer(score: tuple[int, int], n_term: int) -> None:
    punten, schaallengte = score
    if punten < schaallengte:
        lager, hoger = (ce_cijfer(p, schaallengte, n_term) for p in (punten, punten + 1))
        assert lager <= hoger


@given(scores(), st.integers(0, 19))
def test_een_hogere_n_term_is_nooit_een_lager_cijfer(score: tuple[int, int], n_term: int) -> None:
    assert ce_cijfer(*score, n_term) <= ce_cijfer(*score, n_term + 1)


@pytest.mark.parametrize(
    ("score", "schaallengte", "n_term"), [(-1, 70, 10), (71, 70, 10), (0, 0, 10), (5, 70, 21)]
)
def test_buiten_de_grenzen_is_een_fout(score: int, schaallengte: int, n_term: int) -> None:
    with pytest.raises(InvoerFout):
        ce_cijfer(score, schaallengte, n_term)
