"""Bars and the numbers beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from register.opslag import Register
from tests.tui.klas import VAK, maak_klas
from tests.tui.voorbeeld import GROEP, Voorbeeldbeelden, VoorbeeldNamen, groepsregel
from tui.weergave.beelden import (
    ASCII,
    Cijfers,
    boekingen,
    open_werk,
    slaging,
    staaf,
    tekens_voor,
    verdeling,
)
from tui.weergave.tabel import Rij
from tui.weergave.vakken import Vakgroep
from tui.werk.beelden import DAGEN, Beelden

GROEP_1001 = Vakgroep(vak=VAK[0], niveau=VAK[1], regime=VAK[2])


def regels(rijen: list[Rij]) -> list[str]:
    return [rij.cellen[0].rstrip() for rij in rijen]


@pytest.mark.parametrize(
    ("aantal", "hoogste", "getekend"),
    [(0, 9, ""), (9, 9, "████"), (5, 10, "██"), (3, 8, "█▌"), (1, 1000, "▌"), (0, 0, "")],
)
def test_een_staaf_is_naar_verhouding_en_nooit_leeg_als_er_iets_is(
    aantal: int, hoogste: int, getekend: str
) -> None:
    assert getekend == staaf(aantal, hoogste, 4)


@given(st.integers(0, 500), st.integers(1, 500), st.integers(1, 80), st.booleans())
def test_een_staaf_past_en_meer_is_nooit_korter(
    aantal: int, erbij: int, breedte: int, ascii_: bool
) -> None:
    tekens = {"tekens": ASCII} if ascii_ else {}
    hoogste = aantal + erbij
    kort, lang = (staaf(een, hoogste, breedte, **tekens) for een in (aantal, hoogste))

    assert len(kort) <= len(lang) <= breedte
    assert bool(kort) == bool(aantal)


def test_zonder_utf8_is_een_beeld_ascii() -> None:
    tekens = tekens_voor("ISO-8859-1")
    beelden = Voorbeeldbeelden()
    namen = VoorbeeldNamen()
    rijen = [
        *verdeling(beelden.verdeling(GROEP_1001), 80, tekens),
        *slaging(GROEP, 80, tekens)[:2],
        *open_werk(beelden.openstaand(), namen, 80, tekens),
        *boekingen(beelden.boekingen(date(2025, 7, 8)), 80, tekens),
    ]

    assert "".join(regels(rijen)).isascii()
    assert tekens_voor("utf-8") != tekens


@pytest.mark.parametrize("breedte", [60, 80, 120, 160])
def test_geen_beeld_is_breder_dan_het_scherm(breedte: int) -> None:
    lang = evolve(GROEP[0], opleidingsnaam="een opleiding met een heel erg lange naam " * 3)
    beelden = Voorbeeldbeelden()
    rijen = [
        *verdeling(beelden.verdeling(GROEP_1001), breedte),
        *slaging([lang], breedte),
        *open_werk(beelden.openstaand(), VoorbeeldNamen(), breedte),
        *boekingen(beelden.boekingen(date(2025, 7, 8)), breedte),
    ]

    assert breedte >= max(len(regel) for regel in regels(rijen))


def test_cijfers_worden_geteld_zoals_ze_afronden() -> None:
    cijfers = Cijfers(soort="SE", tienden=[54, 55, 64, 65, 100, 10])

    assert {5: 1, 6: 2, 7: 1, 10: 1, 1: 1} == dict(cijfers.per_cijfer)
    assert ("5,8", "2 (33%)") == (cijfers.gemiddelde, cijfers.onvoldoende)
    assert ("–", "–") == (
        Cijfers(soort="CE", tienden=[]).gemiddelde,
        Cijfers(soort="CE", tienden=[]).onvoldoende,
    )


class Doorlopen(list[int]):
    """Marks that remember how often they were gone through."""

    keren = 0

    def __iter__(self) -> Iterator[int]:
        self.keren += 1
        return super().__iter__()


def test_een_beeld_telt_de_cijfers_een_keer() -> None:
    tienden = Doorlopen([54, 55, 64])
    soort = Cijfers(soort="SE", tienden=tienden)
    verdeling([soort], 80)
    getekend, tienden.keren = tienden.keren, 0
    _ = soort.per_cijfer, soort.gemiddelde, soort.onvoldoende

    assert tienden.keren == getekend


def test_een_deelexamen_telt_niet_mee_in_het_slagingspercentage() -> None:
    uitslagen = ["G", "G", "A", "D", "D", "D"]
    kandidaten = [groepsregel(nr, geleverd=uitslag) for nr, uitslag in enumerate(uitslagen)]
    kop, jaar, opleiding = regels(slaging(kandidaten, 80))

    assert ["2025", "2", "1", "3", "67%"] == jaar.split()[:5]
    assert ["2", "1", "3", "67%"] == opleiding.split()[-5:-1]
    assert "gesl" in kop
    assert ["Er zijn nog geen kandidaten."] == regels(slaging([], 80))


def test_wie_is_teruggetrokken_telt_nergens_mee() -> None:
    over = groepsregel(0, geleverd="G")
    terug = [groepsregel(nr, geleverd="A", teruggetrokken=True) for nr in (1, 2)]

    assert slaging([over], 80) == slaging([over, *terug], 80)


def test_de_getallen_van_een_echt_register(tmp_path: Path) -> None:
    pad = maak_klas(tmp_path / "r.db", 5)
    with Register.open(pad) as register:
        beelden = Beelden(register)
        open_ = beelden.openstaand()
        per_dag = beelden.boekingen(date(2025, 5, 2))

        assert [("1001", 5, 5)] == [(vak.vak, vak.se, vak.ce) for vak in open_]
        assert {"SE": 0, "CE": 0, "eindcijfer": 0} == {
            c.soort: len(c.tienden) for c in beelden.verdeling(GROEP_1001)
        }
        assert {"SE": 5, "CE": 5, "eindcijfer": 5} == {
            c.soort: len(c.tienden) for c in beelden.verdeling(evolve(GROEP_1001, vak="1002"))
        }
        ander_jaar = beelden.verdeling(evolve(GROEP_1001, vak="1002", regime=2024))
        assert [[], [], []] == [c.tienden for c in ander_jaar]

    assert DAGEN == len(per_dag)
    assert [date(2025, 5, 1)] == [dag for dag, aantal in per_dag if aantal]


def test_een_leeg_register_heeft_geen_open_werk(tmp_path: Path) -> None:
    with Register.open(tmp_path / "leeg.db") as register:
        assert [] == Beelden(register).openstaand()
    assert ["Er zijn geen open cijfers."] == regels(open_werk([], VoorbeeldNamen(), 80))
