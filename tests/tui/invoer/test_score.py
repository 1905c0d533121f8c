"""Scores: the mark is the one that the N-term makes, and the bounds are those of the law."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from examen.reken.cijfer import ce_cijfer
from register.fouten import InvoerFout
from register.vormen.waarden import uit_tekst
from tests.tui.invoer.proefblad import KANDIDATEN, MAATSCHAPPIJLEER, NEDERLANDS, scoreblad
from tui.invoer.bladen import is_ce, vakblad
from tui.invoer.score import N_TERM, SCHAALLENGTE, omzetting

GEVALLEN = tomllib.loads(
    (Path(__file__).parents[2] / "examen" / "gevallen" / "nterm.toml").read_text(encoding="utf-8")
)["geval"]


def test_de_uitgewerkte_gevallen_worden_hetzelfde_getypt() -> None:
    for geval in GEVALLEN:
        blad = scoreblad("CE1", geval["schaallengte"], geval["n_term"])
        toetsen = [*str(geval["score"]).zfill(len(str(geval["schaallengte"])))]

        gevolgen = [blad.druk(toets) for toets in toetsen]

        assert gevolgen[-1].vastlegging is not None
        assert geval["cijfer"] == gevolgen[-1].vastlegging.nieuw, geval


@pytest.mark.parametrize(
    ("schaallengte", "n_term", "zin"),
    [
        (0, 10, "gevonden 0; toegestaan is een heel getal van 1 tot en met 999"),
        (1000, 10, "gevonden 1000"),
        (60, 21, "N-term"),
    ],
)
def test_een_onmogelijke_normering_wordt_geweigerd(
    schaallengte: int, n_term: int, zin: str
) -> None:
    with pytest.raises(InvoerFout, match=zin):
        omzetting(schaallengte, n_term)


def test_de_grenzen_van_de_n_term_zijn_die_van_de_berekening() -> None:
    assert (0, 20) == (N_TERM.minimum, N_TERM.maximum)
    assert 12 == uit_tekst(N_TERM, "1,2")
    assert 72 == uit_tekst(SCHAALLENGTE, "72")
    for n_term in (-1, 21):
        with pytest.raises(InvoerFout):
            ce_cijfer(0, 60, n_term)


def test_een_tweede_tijdvak_heeft_zijn_eigen_scores() -> None:
    blad = scoreblad("CE2", 60, 10)

    assert "CE2" == blad.kolommen[blad.cursor.kolom].kop
    assert [None, 55] == [v.nieuw if (v := blad.druk(t).vastlegging) else None for t in "30"]


def test_alleen_in_een_kolom_van_het_ce_zijn_er_scores() -> None:
    met, zonder = (vakblad(v, "HAVO", 2025, KANDIDATEN) for v in (NEDERLANDS, MAATSCHAPPIJLEER))

    assert {"CE1", "CE2", "CE3"} == {k.kop for n, k in enumerate(met.kolommen) if is_ce(met, n)}
    assert not any(is_ce(zonder, nummer) for nummer in range(len(zonder.kolommen)))


def test_daarna_zijn_het_weer_cijfers() -> None:
    blad = scoreblad("CE1", 60, 10)
    blad.zet_om(blad.cursor.kolom, None)

    assert [None, 64] == [v.nieuw if (v := blad.druk(t).vastlegging) else None for t in "64"]
