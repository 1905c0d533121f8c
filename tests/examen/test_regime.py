"""The tables of exam law per year: complete, without overlap, and strict."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from attrs import evolve

from examen.model import UITSLAGNIVEAUS
from examen.regime import (
    EERSTE_REGIME,
    LAATSTE_REGIME,
    REGELS,
    Certificaateis,
    Patroon,
    lees_regel,
    regels,
    regime,
    vind_regime,
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


def test_elke_versie_zegt_in_woorden_wat_zij_vraagt() -> None:
    for naam, versies in regels().items():
        for versie in versies:
            assert versie.tekst.endswith("."), naam
            assert not set("{}") & set(versie.tekst), naam


@pytest.mark.parametrize(
    ("regel", "jaar", "niveau", "verwacht"),
    [
        ("ce_gemiddelde", 2015, "VMBO_TL", ["5,5"]),
        ("ce_gemiddelde", 2020, "HAVO", []),
        ("ce_gemiddelde", 2021, "VWO_ATH", ["5,5", "2020"]),
        ("kernvakken", 2016, "VMBO_GL", ["5"]),
        ("kernvakken", 2024, "HAVO", ["5"]),
        ("eindcijfers", 2024, "HAVO", ["6,0"]),
        ("eindcijfers", 2024, "VMBO_TL", []),
        ("combinatiecijfer", 2024, "VWO_GYM", ["4"]),
        ("combinatiecijfer", 2018, "VMBO_GL", ["4"]),
        ("combinatiecijfer", 2018, "VMBO_TL", []),
        ("rekentoets", 2016, "VWO_ATH", ["5"]),
        ("rekentoets", 2016, "HAVO", []),
        ("cum_laude", 2015, "HAVO", []),
        ("cum_laude", 2016, "HAVO", ["8,0", "6"]),
        ("cum_laude", 2027, "VWO_GYM", ["8,0", "7"]),
        ("certificaat", 2027, "HAVO", ["6"]),
        ("eerdere_resultaten", 2022, "HAVO", ["10"]),
    ],
)
def test_de_tekst_van_de_wet_noemt_de_getallen_van_dat_jaar(
    regel: str, jaar: int, niveau: str, verwacht: list[str]
) -> None:
    assert verwacht == re.findall(r"\d+(?:,\d+)?", getattr(regime(jaar, niveau), regel).tekst)


@pytest.mark.parametrize(
    ("regel", "jaar", "niveau", "deel"),
    [
        ("centraal_examen", 2019, "HAVO", "In één vak "),
        ("centraal_examen", 2020, "HAVO", "in ten hoogste twee vakken hoger"),
        ("centraal_examen", 2021, "VMBO_TL", "In twee vakken "),
        ("centraal_examen", 2023, "VWO_ATH", "In één vak "),
        ("duimregeling", 2021, "HAVO", "eindcijfer van één vak"),
        ("duimregeling", 2023, "HAVO", "geen duimregeling"),
        ("kernvakken", 2017, "VWO_ATH", "en de rekentoets is elk eindcijfer"),
        ("kernvakken", 2017, "HAVO", "ten hoogste één vijf"),
        (
            "eindcijfers",
            2023,
            "VWO_ATH",
            (
                ": geen of één vijf; met een gemiddelde van ten minste 6,0 ook "
                "één vier, twee vijven of één vijf en één vier."
            ),
        ),
        (
            "eindcijfers",
            2015,
            "VMBO_GL",
            (
                ": geen of één vijf; met ten minste één eindcijfer van zeven of hoger ook "
                "één vier of twee vijven."
            ),
        ),
        ("beoordelingen", 2025, "HAVO", "beoordeeld met voldoende of goed"),
        ("certificaat", 2019, "HAVO", "ook de rekentoets"),
    ],
)
def test_de_tekst_van_de_wet_zegt_wat_dat_jaar_gold(
    regel: str, jaar: int, niveau: str, deel: str
) -> None:
    assert deel in getattr(regime(jaar, niveau), regel).tekst


def test_een_andere_norm_geeft_een_andere_tekst() -> None:
    oud = regime(2025, "HAVO")
    ander = evolve(
        oud.eindcijfers, patronen=(Patroon(vijven=3, vieren=1, gemiddelde=65, zevens=2),)
    )

    assert "ten minste 5,4." in evolve(oud.ce_gemiddelde, norm=54).tekst
    assert (
        "met een gemiddelde van ten minste 6,5 en ten minste twee eindcijfers van zeven of hoger "
        "ook drie vijven en één vier." in ander.tekst
    )


@pytest.mark.parametrize(
    ("jaar", "niveau", "verwacht"),
    [
        (2025, "VWO", (2025, "VWO_ATH")),
        (2025, "VWO_GYM", (2025, "VWO_GYM")),
        (2014, "HAVO", None),
        (LAATSTE_REGIME + 1, "HAVO", None),
        (None, "HAVO", None),
        (2025, None, None),
        (2025, "MAVO", None),
    ],
)
def test_de_regels_van_een_resultaat_of_geen(
    jaar: int | None, niveau: str | None, verwacht: tuple[int, str] | None
) -> None:
    wet = vind_regime(jaar, niveau)

    assert verwacht == (wet and (wet.jaar, wet.niveau))
