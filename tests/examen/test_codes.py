"""The toetscodes and stagecodes: when and where each may be used, and strict."""

from __future__ import annotations

from pathlib import Path

import pytest

from examen.codes import codes, lees_codes
from examen.vakkentabel import alle_vakregels
from register.fouten import TabelFout

KAPOTTE = Path(__file__).parent / "kapotte" / "codes"


def naam(waarde: Path) -> str:
    return waarde.stem


@pytest.mark.parametrize(
    ("code", "niveau", "regime", "verwacht"),
    [
        ("1107", "HAVO", 2013, False),
        ("1107", "HAVO", 2014, True),
        ("1107", "VMBO_TL", 2015, True),
        ("1107", "HAVO", 2016, False),
        ("1120", "VMBO_TL", 2016, True),
        ("1120", "HAVO", 2016, False),
        ("1121", "HAVO", 2015, False),
        ("1121", "HAVO", 2016, True),
        ("1121", "VWO", 2019, True),
        ("1121", "VWO", 2020, False),
        ("1122", "VWO", 2017, False),
        ("1123", "VWO", 2017, True),
    ],
)
def test_waar_een_toetscode_geldt(code: str, niveau: str, regime: int, verwacht: bool) -> None:
    assert verwacht == codes().toetsen[code].geldt(niveau, regime)


def test_alle_toetsen_zijn_rekentoetsen() -> None:
    assert {"rekentoets"} == {toets.soort for toets in codes().toetsen.values()}


@pytest.mark.parametrize(("regime", "verwacht"), [(2014, False), (2015, True), (2027, True)])
def test_de_maatschappelijke_stage(regime: int, verwacht: bool) -> None:
    assert verwacht == codes().stages["1112"].geldt("HAVO", regime)


def test_een_toets_of_stage_is_geen_vak() -> None:
    vakcodes = {vak.vakcode for vakken in alle_vakregels().values() for vak in vakken}

    assert set() == vakcodes & (set(codes().toetsen) | set(codes().stages))


@pytest.mark.parametrize("kapot", sorted(KAPOTTE.glob("*.toml")), ids=naam)
def test_een_kapotte_tabel_wordt_geweigerd(kapot: Path) -> None:
    verwacht = kapot.read_text(encoding="utf-8").splitlines()[0].removeprefix("# verwacht: ")

    with pytest.raises(TabelFout) as fout:
        lees_codes(kapot)

    assert verwacht == str(fout.value)
