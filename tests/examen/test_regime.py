"""The tables of exam law per year: complete, without overlap, and strict."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from examen.model import UITSLAGNIVEAUS
from examen.regime import (
    EERSTE_REGIME,
    LAATSTE_REGIME,
    REGELS,
    Certificaateis,
    lees_regel,
    regels,
    regime,
)
from register.fouten import TabelFout
from register.gegevens import gegevensmap

KAPOTTE = sorted((Path(__file__).parent / "kapotte" / "regime").glob("*.toml"))
JAREN = range(EERSTE_REGIME, LAATSTE_REGIME + 1)


@pytest.mark.parametrize("regel", REGELS)
@pytest.mark.parametrize("niveau", UITSLAGNIVEAUS)
def test_elk_jaar_heeft_precies_een_versie_van_elke_regel(regel: str, niveau: str) -> None:
    aantallen = {
        jaar: sum(versie.geldt(jaar, niveau) for versie in regels()[regel]) for jaar in JAREN
    }

    assert dict.fromkeys(JAREN, 1) == aantallen


def test_elke_tabel_is_een_regel_en_elke_regel_een_tabel() -> None:
    tabellen = {pad.stem for pad in (gegevensmap() / "examenregime").glob("*.toml")}

    assert set(REGELS) == tabellen


def test_wat_vervalt_stelt_geen_eis() -> None:
    for versies in regels().values():
        for versie in versies:
            if versie.vervalt:
                assert not getattr(versie, "norm", 0)
                assert not getattr(versie, "minimum", 0)
                assert not getattr(versie, "afgelegd", False)


@pytest.mark.parametrize("pad", KAPOTTE, ids=[pad.stem for pad in KAPOTTE])
def test_een_kapotte_tabel_noemt_bestand_regel_en_jaar(pad: Path, tmp_path: Path) -> None:
    kapot = tmp_path / "certificaat.toml"
    shutil.copy(pad, kapot)
    verwacht = pad.read_text(encoding="utf-8").splitlines()[0].removeprefix("# verwacht: ")

    with pytest.raises(TabelFout) as fout:
        lees_regel(kapot, Certificaateis)

    assert verwacht == str(fout.value)


@pytest.mark.parametrize("jaar", [EERSTE_REGIME - 1, LAATSTE_REGIME + 1])
def test_een_jaar_buiten_de_tabellen_is_een_fout_met_dat_jaar(jaar: int) -> None:
    with pytest.raises(TabelFout, match=f"geen regels voor HAVO in {jaar}"):
        regime(jaar, "HAVO")


@pytest.mark.parametrize(
    ("jaar", "niveau", "verwacht"),
    [
        (2015, "VWO_ATH", (True, None, False)),
        (2016, "VWO_ATH", (True, 5, False)),
        (2016, "HAVO", (True, None, False)),
        (2017, "VWO_GYM", (True, None, True)),
        (2018, "VWO_GYM", (True, None, False)),
        (2019, "VMBO_TL", (True, None, False)),
        (2020, "VMBO_TL", (False, None, False)),
    ],
)
def test_de_rekentoets_per_jaar(
    jaar: int, niveau: str, verwacht: tuple[bool, int | None, bool]
) -> None:
    wet = regime(jaar, niveau)
    gevonden = (wet.rekentoets.afgelegd, wet.rekentoets.minimum, wet.kernvakken.met_rekentoets)

    assert verwacht == gevonden


@pytest.mark.parametrize(("jaar", "aantal"), [(2020, 0), (2021, 1), (2022, 1), (2023, 0)])
def test_de_duimregeling_geldt_twee_jaar(jaar: int, aantal: int) -> None:
    assert aantal == regime(jaar, "HAVO").duimregeling.aantal


def test_alleen_in_2020_was_er_geen_centraal_examen() -> None:
    zonder = [jaar for jaar in JAREN if not regime(jaar, "HAVO").centraal_examen.afgenomen]

    assert [2020] == zonder
