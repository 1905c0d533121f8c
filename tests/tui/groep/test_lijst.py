"""A list of candidates: what shows, in what order, and who is chosen."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.voorbeeld import GROEP, groepsregel
from tui.groep.lijst import VOLGORDEN, Filter, Groepslijst
from tui.groep.regel import Groepsregel
from tui.weergave.groep import Kandidaatrijen

NUMMERS = ["ER1", "ER2", "ER3", "ER4", "ER5"]


def nummers(lijst: Groepslijst) -> list[str]:
    return [regel.sleutel.volgnummer for regel in lijst.zichtbaar]


@pytest.mark.parametrize(
    ("gezocht", "gevonden"),
    [
        ("", NUMMERS),
        ("duin", ["ER1", "ER2"]),
        ("DUINSTRA,havo", ["ER2"]),
        ("persoon,2024", ["ER4"]),
        ("economie, 100003", ["ER3"]),
        ("er5", ["ER5"]),
        ("vwo,havo", []),
    ],
)
def test_elk_woord_moet_in_een_kolom_staan(gezocht: str, gevonden: list[str]) -> None:
    lijst = Groepslijst(GROEP)
    lijst.zoek(gezocht)

    assert gevonden == nummers(lijst)


def test_de_filters_gaan_rond() -> None:
    lijst = Groepslijst(GROEP)
    gevonden = {}
    for _ in Filter:
        lijst.volgende_filter()
        gevonden[lijst.filter] = nummers(lijst)

    assert gevonden == {
        Filter.ZONDER_UITSLAG: ["ER2", "ER3"],
        Filter.ANDERE_UITSLAG: ["ER5"],
        Filter.MET_BEVINDINGEN: ["ER1"],
        Filter.MET_OPEN: ["ER3"],
        Filter.ALLES: NUMMERS,
    }


def test_wie_is_teruggetrokken_wacht_op_geen_uitslag_en_heeft_er_geen() -> None:
    terug = [
        groepsregel(0, berekend="G", teruggetrokken=True),
        groepsregel(1, geleverd="A", berekend="G", teruggetrokken=True),
    ]
    lijst = Groepslijst(terug)

    assert {("terug", "teruggetr.", "–", "–")} == {
        tuple(rij.cellen[6:10]) for rij in Kandidaatrijen(lijst)
    }
    for filter_ in (Filter.ZONDER_UITSLAG, Filter.ANDERE_UITSLAG):
        assert not any(filter_.past(regel) for regel in terug)


def test_de_jaren_gaan_van_nieuw_naar_oud_en_weer_naar_alle() -> None:
    lijst = Groepslijst(GROEP)
    gevonden = []
    for _ in range(3):
        lijst.volgend_jaar()
        gevonden.append((lijst.jaar, len(lijst.zichtbaar)))

    assert [(2025, 4), (2024, 1), (None, 5)] == gevonden


def test_sorteren_houdt_gelijken_op_naam_ook_andersom() -> None:
    lijst = Groepslijst(GROEP)
    for _ in range([v.naam for v in VOLGORDEN].index("berekend")):
        lijst.sorteer(1)

    assert ["ER1", "ER3", "ER2", "ER4", "ER5"] == nummers(lijst)

    lijst.keer_om()

    assert ["ER2", "ER4", "ER5", "ER3", "ER1"] == nummers(lijst)
    assert lijst.keuzes.endswith("op berekend ↓")


def test_wie_gekozen_is_blijft_dat_als_de_regel_niet_meer_in_beeld_is() -> None:
    lijst = Groepslijst(GROEP)
    lijst.kies(GROEP[0])
    lijst.kies(GROEP[3])
    lijst.zoek("duin")

    assert "2 gekozen (1 niet in beeld) · 2 van 5" == lijst.telling
    assert [GROEP[0], GROEP[3]] == lijst.keuze(GROEP[1])

    lijst.kies(GROEP[0])
    lijst.kies(GROEP[3])

    assert [GROEP[1]] == lijst.keuze(GROEP[1])
    assert [] == lijst.keuze(None)


def test_alles_kiezen_kiest_wat_in_beeld_is_en_nog_eens_niets() -> None:
    lijst = Groepslijst(GROEP)
    lijst.zoek("duin")
    lijst.kies_alles()

    assert {regel.sleutel for regel in GROEP[:2]} == lijst.gekozen

    lijst.kies_alles()

    assert set() == lijst.gekozen


def test_alles_kiezen_zonder_iemand_in_beeld_laat_de_keuze_staan() -> None:
    lijst = Groepslijst(GROEP)
    lijst.kies_alles()
    lijst.zoek("niemand heet zo")
    lijst.kies_alles()

    assert {regel.sleutel for regel in GROEP} == lijst.gekozen


def test_na_verversen_is_gekozen_wie_er_nog_is() -> None:
    lijst = Groepslijst(GROEP)
    lijst.kies_alles()
    lijst.vervang([evolve(GROEP[0], geleverd="G"), GROEP[1]])

    assert {GROEP[0].sleutel, GROEP[1].sleutel} == lijst.gekozen
    assert "G" == lijst.keuze(None)[0].geleverd


STAPPEN = st.lists(
    st.one_of(
        st.sampled_from(["volgende_filter", "volgend_jaar", "keer_om", "kies_alles"]),
        st.tuples(st.just("sorteer"), st.sampled_from([1, -1])),
        st.tuples(st.just("zoek"), st.sampled_from(["", "duin", "havo", "x"])),
        st.tuples(st.just("kies"), st.sampled_from(GROEP)),
    )
)


@given(STAPPEN)
def test_na_elke_reeks_stappen_is_de_lijst_geldig(
    stappen: list[str | tuple[str, int | str | Groepsregel]],
) -> None:
    lijst = Groepslijst(GROEP)
    for stap in stappen:
        naam, *rest = (stap,) if isinstance(stap, str) else stap
        getattr(lijst, str(naam))(*rest)
    waarde = next(v.waarde for v in VOLGORDEN if f"op {v.naam} " in lijst.keuzes)
    gesorteerd = sorted(lijst.zichtbaar, key=waarde, reverse=lijst.keuzes.endswith("↓"))

    assert len(set(nummers(lijst))) == len(lijst.zichtbaar)
    assert gesorteerd == lijst.zichtbaar
    assert len(lijst.gekozen) == len(lijst.keuze(None))
