"""The list of opleidingen: complete, and strict."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from examen.model import UITSLAGNIVEAUS
from examen.opleidingen import lees_opleidingen, opleidingen
from examen.pakket import pakketten
from register.fouten import TabelFout

KAPOTTE = Path(__file__).parent / "kapotte" / "opleidingen"


def naam(waarde: Path) -> str:
    return waarde.stem


@pytest.mark.parametrize(
    ("code", "niveau", "uitslagniveau", "profielen", "diplomeerbaar"),
    [
        ("5171", "VWO", "VWO_ATH", ("NG",), True),
        ("5172", "VWO", "VWO_ATH", ("EM",), True),
        ("5274", "VWO", "VWO_GYM", ("NT", "NG"), True),
        ("5372", "HAVO", "HAVO", ("EM",), True),
        ("5321", "HAVO", "HAVO", (), False),
        ("5390", "HAVO", "HAVO", (), False),
        ("5400", "VMBO_TL", "VMBO_TL", (), True),
        ("5421", "VMBO_TL", "VMBO_TL", (), False),
        ("5453", "VMBO_TL", "VMBO_TL", ("groen",), True),
    ],
)
def test_een_opleiding(
    code: str, niveau: str, uitslagniveau: str, profielen: tuple[str, ...], diplomeerbaar: bool
) -> None:
    gevonden = opleidingen()[code]

    assert (niveau, uitslagniveau) == (gevonden.niveau, gevonden.uitslagniveau)
    assert (profielen, diplomeerbaar) == (gevonden.profielen, gevonden.diplomeerbaar)


def test_elk_profiel_heeft_een_opleiding() -> None:
    verwacht = {(niveau, p) for niveau in UITSLAGNIVEAUS for p in pakketten().profielen(niveau)}
    gevonden = {(o.uitslagniveau, p) for o in opleidingen().values() for p in o.profielen}

    assert verwacht == gevonden


def test_elk_dubbel_profiel_staat_er_voor_havo_en_vwo_oud_en_nieuw() -> None:
    gevonden = Counter(o.uitslagniveau for o in opleidingen().values() if len(o.profielen) == 2)

    assert Counter({"HAVO": 12, "VWO_ATH": 12, "VWO_GYM": 12}) == gevonden


def test_alleen_de_gemengde_leerweg_heeft_eigen_codes() -> None:
    eigen = {o.uitslagniveau for o in opleidingen().values() if o.bron == "eigen"}
    officieel = {o.uitslagniveau for o in opleidingen().values() if o.bron != "eigen"}

    assert {"VMBO_GL"} == eigen
    assert set(UITSLAGNIVEAUS) - {"VMBO_GL"} == officieel


def test_een_eigen_code_is_laag_van_zekerheid() -> None:
    assert {"laag"} == {o.zekerheid for o in opleidingen().values() if o.bron == "eigen"}


@pytest.mark.parametrize(
    ("code", "regime", "verwacht"),
    [
        ("5372", 2015, True),
        ("5372", 2027, True),
        ("5374", 2022, True),
        ("5374", 2023, False),
        ("5450", 2017, False),
        ("5450", 2018, True),
    ],
)
def test_de_jaren_van_een_opleiding(code: str, regime: int, verwacht: bool) -> None:
    assert verwacht == opleidingen()[code].bestaat_in(regime)


@pytest.mark.parametrize("kapot", sorted(KAPOTTE.glob("*.toml")), ids=naam)
def test_een_kapotte_tabel_wordt_geweigerd(kapot: Path) -> None:
    verwacht = kapot.read_text(encoding="utf-8").splitlines()[0].removeprefix("# verwacht: ")

    with pytest.raises(TabelFout) as fout:
        lees_opleidingen(kapot, pakketten())

    assert verwacht == str(fout.value)
