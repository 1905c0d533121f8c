"""The vakkentabel: its rules, and facts of the law that it has to hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from examen import vakkentabel
from examen.model import NIVEAUS
from examen.vakkentabel import (
    Indicatie,
    Vakkentabel,
    Vakregel,
    alle_vakregels,
    als_toml,
    lees_vakkentabel,
    problemen,
    regimes,
    vakkentabelpad,
)
from register.fouten import TabelFout

V, O, L = Indicatie.VERPLICHT, Indicatie.OPTIONEEL, Indicatie.LEEG  # noqa: E741


def regel(regime: int, niveau: str, vakcode: str) -> Vakregel | None:
    gevonden = (
        vak
        for vak in lees_vakkentabel(regime).vakken
        if (vak.niveau, vak.vakcode) == (niveau, vakcode)
    )
    return next(gevonden, None)


def vorm(regime: int, niveau: str, vakcode: str) -> str:
    """Beoordeling SE, cijfer SE, cijfer CE and eindcijfer as four letters."""
    vak = regel(regime, niveau, vakcode)
    assert vak is not None
    return vak.beoordeling_se + vak.cijfer_se + vak.cijfer_ce + vak.eindcijfer


def test_er_is_een_tabel_voor_elk_regime_tot_en_met_het_komende() -> None:
    assert tuple(range(2015, 2028)) == regimes()


def test_elk_regime_heeft_vakken_op_elk_niveau() -> None:
    for regime in regimes():
        assert set(NIVEAUS) == {vak.niveau for vak in lees_vakkentabel(regime).vakken}


@pytest.mark.parametrize(
    ("regime", "niveau", "vakcode", "verwacht"),
    [
        (2019, "HAVO", "1001", "LVVV"),  # SE and CE
        (2020, "HAVO", "1001", "LVLV"),  # no CE in 2020
        (2021, "HAVO", "1001", "LVVV"),
        (2025, "HAVO", "1019", "LVLV"),  # maatschappijleer: SE only
        (2025, "VWO", "1027", "LVLV"),  # wiskunde D: SE only
        (2025, "VWO", "1029", "LLVV"),  # kunst (algemeen): CE only
        (2020, "VWO", "1029", "LOLO"),
        (2018, "HAVO", "1020", "VLLL"),  # ckv: beoordeling, then a mark
        (2019, "HAVO", "1020", "LVLV"),
        (2019, "VWO", "1020", "VLLL"),
        (2020, "VWO", "1020", "LVLV"),
        (2025, "VMBO_TL", "0353", "VLLL"),  # lichamelijke opvoeding
        (2025, "VMBO_TL", "1135", "LVLL"),  # rekenen never has an eindcijfer for the uitslag
        (2019, "VMBO_GL", "1200", "LVVV"),  # profielvak
        (2021, "VMBO_GL", "1200", "LVOV"),  # no cspe
        (2022, "VMBO_GL", "1200", "LVOV"),
        (2023, "VMBO_GL", "1200", "LVVV"),
        (2025, "VMBO_GL", "1205", "LVLV"),  # keuzevak
    ],
)
def test_examenvorm(regime: int, niveau: str, vakcode: str, verwacht: str) -> None:
    assert verwacht == vorm(regime, niveau, vakcode)


@pytest.mark.parametrize(
    ("niveau", "vakcode", "eerste", "laatste"),
    [
        ("VWO", "0371", 2015, 2018),  # kcv, with bezem
        ("VWO", "1110", 2016, 2027),  # Latijnse taal en cultuur
        ("HAVO", "0251", 2015, 2020),  # management en organisatie
        ("HAVO", "0400", 2020, 2027),  # bedrijfseconomie
        ("VWO", "0251", 2015, 2021),
        ("VWO", "0400", 2021, 2027),
        ("HAVO", "1132", 2021, 2027),  # rekenen 3F
        ("VMBO_GL", "0651", 2015, 2017),  # afdelingsvak, before the profielen
        ("VMBO_TL", "1136", 2023, 2026),  # ends in 2025 with bezem 2026
    ],
)
def test_een_vak_begint_en_eindigt(niveau: str, vakcode: str, eerste: int, laatste: int) -> None:
    gevonden = [jaar for jaar in regimes() if regel(jaar, niveau, vakcode)]
    assert list(range(eerste, laatste + 1)) == gevonden


@pytest.mark.parametrize(
    ("regime", "niveau", "vakcode", "verwacht"),
    [
        (2025, "HAVO", "1019", V),
        (2025, "HAVO", "0301", O),
        (2025, "VWO", "0301", O),
        (2018, "HAVO", "1020", L),
        (2019, "HAVO", "1020", V),
        (2017, "VWO", "0371", O),
        (2025, "HAVO", "1039", O),
        (2025, "HAVO", "1022", L),
        (2017, "VMBO_GL", "0651", L),
        (2018, "VMBO_GL", "1200", O),
        (2018, "VMBO_GL", "1205", O),
        (2018, "VMBO_TL", "0322", L),
    ],
)
def test_onderdeel_van_het_combinatiecijfer(
    regime: int, niveau: str, vakcode: str, verwacht: Indicatie
) -> None:
    vak = regel(regime, niveau, vakcode)
    assert vak is not None
    assert (verwacht, verwacht != L) == (vak.combinatiecijfer, vak.combinatiecijfer_toegestaan)


@pytest.mark.parametrize(
    ("niveau", "verwacht"),
    [
        ("HAVO", {"1001", "1062", "1002", "1063", "1024", "1025"}),
        ("VWO", {"1001", "1062", "1002", "1063", "1024", "1025", "1026"}),
        ("VMBO_TL", {"0011"}),
        ("VMBO_GL", {"0011"}),
    ],
)
def test_kernvakken_van_elk_regime(niveau: str, verwacht: set[str]) -> None:
    for vakken in alle_vakregels().values():
        gevonden = {vak.vakcode for vak in vakken if vak.niveau == niveau and vak.kernvak}
        assert verwacht == gevonden


def test_geen_enkel_vak_heeft_in_2020_een_centraal_examen() -> None:
    assert {L} == {vak.cijfer_ce for vak in lees_vakkentabel(2020).vakken}


def test_een_doorgetrokken_regime_is_nooit_zeker() -> None:
    for regime in (2026, 2027):
        assert "hoog" not in {vak.zekerheid for vak in lees_vakkentabel(regime).vakken}


def test_toetscodes_en_stage_zijn_geen_vakken() -> None:
    codes = {vak.vakcode for vakken in alle_vakregels().values() for vak in vakken}
    assert set() == codes & {"1107", "1120", "1121", "1122", "1123", "1112"}


def test_lezen_en_weer_schrijven_verandert_niets() -> None:
    for regime in regimes():
        tekst = vakkentabelpad(regime).read_text("utf-8")
        assert tekst == als_toml(lees_vakkentabel(regime))


ECONOMIE = Vakregel(
    vakcode="1022",
    niveau="HAVO",
    naam="economie",
    roepnaam="economie",
    afkorting="econ",
    beoordeling_se=L,
    cijfer_se=V,
    cijfer_ce=V,
    eindcijfer=V,
    cijferlijst=V,
    combinatiecijfer=L,
    combinatiecijfer_toegestaan=False,
    bron="proef",
    zekerheid="hoog",
)


ONDERDEEL = {"combinatiecijfer": O, "combinatiecijfer_toegestaan": True}


def tabel(*vakken: Vakregel) -> Vakkentabel:
    return Vakkentabel(regime=2025, opmerking="", bronnen={"proef": "een proef"}, vakken=vakken)


def test_een_gewoon_vak_heeft_geen_problemen() -> None:
    assert [] == list(problemen(tabel(ECONOMIE)))


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"vakcode": "22"}, "vier cijfers"),
        ({"niveau": "MAVO"}, "niveau is geen van"),
        ({"bron": "elders"}, "bron 'elders' staat niet bij de bronnen"),
        ({"beoordeling_se": V, "eindcijfer": O}, "allebei verplicht"),
        ({"beoordeling_se": V, "cijfer_se": L}, "met een beoordeling"),
        ({"cijfer_se": L, "cijfer_ce": L}, "geen cijfer SE of CE"),
        ({"combinatiecijfer": O}, "niet toegestaan"),
        ({"combinatiecijfer_toegestaan": True}, "de indicatie is leeg"),
        ({**ONDERDEEL, "eindcijfer": L}, "geen eindcijfer"),
        ({**ONDERDEEL, "niveau": "VMBO_TL"}, "theoretische leerweg"),
        ({"beroepsgericht": "keuzevak"}, "gemengde leerweg"),
        ({"niveau": "VMBO_TL", "kernvak": "engels"}, "alleen Nederlands"),
    ],
)
def test_een_onsamenhangend_vak_wordt_genoemd(anders: dict[str, object], verwacht: str) -> None:
    (gevonden,) = problemen(tabel(attrs.evolve(ECONOMIE, **anders)))
    assert verwacht in gevonden


def test_een_vak_staat_er_een_keer_in_per_niveau() -> None:
    assert [] == list(problemen(tabel(ECONOMIE, attrs.evolve(ECONOMIE, niveau="VWO"))))
    (gevonden,) = problemen(tabel(ECONOMIE, ECONOMIE))
    assert gevonden == "vak 1022 (HAVO): staat er meer dan één keer in"


def vergeet() -> None:
    regimes.cache_clear()
    lees_vakkentabel.cache_clear()


@pytest.fixture
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder with only the vakkentabel of 2025, and a cache folder of its own."""
    map_ = tmp_path / "data" / "vakkentabel"
    map_.mkdir(parents=True)
    (map_ / "2025.toml").write_bytes(vakkentabelpad(2025).read_bytes())
    monkeypatch.setattr(vakkentabel, "gegevensmap", lambda: tmp_path / "data")
    monkeypatch.setattr(vakkentabel, "user_cache_dir", lambda _: str(tmp_path / "cache"))
    vergeet()
    yield map_
    vergeet()


def test_een_gat_in_de_jaren_is_een_fout(eigen_map: Path) -> None:
    tekst = (eigen_map / "2025.toml").read_text("utf-8")
    (eigen_map / "2027.toml").write_text(tekst.replace("2025", "2027", 1), "utf-8")
    with pytest.raises(TabelFout, match="regime 2026 ontbreekt"):
        regimes()


def test_een_bestand_heet_naar_zijn_regime(eigen_map: Path) -> None:
    (eigen_map / "2025.toml").rename(eigen_map / "2026.toml")
    with pytest.raises(TabelFout, match=r"2026\.toml: regime is 2025"):
        lees_vakkentabel(2026)
    (eigen_map / "kopie.toml").touch()
    with pytest.raises(TabelFout, match=r"kopie\.toml"):
        regimes()


@pytest.mark.parametrize(
    ("van", "naar", "verwacht"),
    [
        ('afkorting = "ne"', 'afkorting = "ne"\nuren = 3', r"onbekende sleutel vak\[1\]\.uren"),
        ('naam = "Nederlandse taal"\n', "", "sleutel naam ontbreekt"),
        ('cijfer_se = "V"', 'cijfer_se = "J"', "onbekende waarde 'J'"),
        ('zekerheid = "hoog"', 'zekerheid = "zeker"', "onbekende waarde 'zeker'"),
        ('bron = "rooster"', 'bron = "elders"', r"vak 0011 \(VMBO_GL\): bron 'elders'"),
    ],
)
def test_een_kapotte_tabel_noemt_bestand_en_plaats(
    eigen_map: Path, van: str, naar: str, verwacht: str
) -> None:
    pad = eigen_map / "2025.toml"
    pad.write_text(pad.read_text("utf-8").replace(van, naar, 1), "utf-8")
    with pytest.raises(TabelFout, match=rf"2025\.toml: .*{verwacht}"):
        lees_vakkentabel(2025)


def test_de_cache_geeft_hetzelfde_als_de_bestanden(eigen_map: Path) -> None:
    eerst = alle_vakregels()
    (bewaard,) = (eigen_map.parent.parent / "cache").iterdir()
    lees_vakkentabel.cache_clear()
    assert eerst == alle_vakregels()
    assert lees_vakkentabel.cache_info().misses == 0
    bewaard.write_bytes(b"kapot")
    assert eerst == alle_vakregels()
    assert lees_vakkentabel.cache_info().misses == 1


def test_een_gewijzigde_tabel_komt_niet_uit_de_cache(eigen_map: Path) -> None:
    alle_vakregels()
    pad = eigen_map / "2025.toml"
    pad.write_text(pad.read_text("utf-8").replace('"Nederlands"', '"moedertaal"'), "utf-8")
    vergeet()
    assert "moedertaal" in {vak.roepnaam for vak in alle_vakregels()[2025]}


@pytest.mark.parametrize("cachemap", ["{map}/2025.toml", "~/.cache/vavo"])
def test_zonder_cachemap_gaat_het_ook(
    eigen_map: Path, monkeypatch: pytest.MonkeyPatch, cachemap: str
) -> None:
    cachemap = cachemap.format(map=eigen_map)  # a file where the folder should be, or no home
    monkeypatch.setattr(vakkentabel, "user_cache_dir", lambda _: cachemap)
    assert [2025] == list(alle_vakregels())
    assert not Path("~").exists()
