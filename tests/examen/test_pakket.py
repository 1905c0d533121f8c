"""The tables of what makes a full eindexamen: in step with the vakkentabel, and strict."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from examen.model import UITSLAGNIVEAUS
from examen.pakket import WERKSTUK, lees_pakketten, pakketten
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME
from examen.vakkentabel import Vakregel, alle_vakregels
from register.fouten import TabelFout
from register.gegevens import gegevensmap

KAPOTTE = Path(__file__).parent / "kapotte"
VAKREGELS = [vak for vakken in alle_vakregels().values() for vak in vakken]
VAKCODES = frozenset(vak.vakcode for vak in VAKREGELS)
SOORTEN = [
    (niveau, profiel) for niveau in UITSLAGNIVEAUS for profiel in pakketten().profielen(niveau)
]


def naam(waarde: Path) -> str:
    return waarde.stem


def test_elk_uitslagniveau_heeft_vier_profielen() -> None:
    gevonden = {niveau: len(pakketten().profielen(niveau)) for niveau in UITSLAGNIVEAUS}

    assert dict.fromkeys(UITSLAGNIVEAUS, 4) == gevonden


@pytest.mark.parametrize(("niveau", "profiel"), SOORTEN)
def test_elk_jaar_heeft_een_pakket(niveau: str, profiel: str) -> None:
    for regime in range(EERSTE_REGIME, LAATSTE_REGIME + 1):
        assert profiel == pakketten().pakket(niveau, profiel, regime).profiel


def test_voor_het_eerste_regime_is_er_geen_pakket() -> None:
    with pytest.raises(TabelFout, match="HAVO alle profielen: geen delen voor examenregime 2014"):
        pakketten().pakket("HAVO", "NT", EERSTE_REGIME - 1)


def test_een_profiel_dat_er_niet_is_heeft_geen_pakket() -> None:
    with pytest.raises(TabelFout, match="HAVO techniek: geen delen voor examenregime 2025"):
        pakketten().pakket("HAVO", "techniek", 2025)


def test_de_zekerheid_van_een_pakket_is_die_van_het_minst_zekere_deel() -> None:
    assert "laag" == pakketten().pakket("VMBO_GL", "techniek", 2018).zekerheid
    assert "midden" == pakketten().pakket("VMBO_TL", "techniek", 2018).zekerheid


def test_de_gemengde_leerweg_wisselt_in_2018_van_programma() -> None:
    def beroepsgericht(regime: int) -> list[tuple[str, int]]:
        eisen = pakketten().pakket("VMBO_GL", "techniek", regime).eisen
        return [(e.naam, e.aantal) for e in eisen if e.naam.startswith(("beroeps", "profielvak"))]

    assert [("beroepsgericht programma", 1)] == beroepsgericht(2017)
    assert [("profielvak", 1), ("beroepsgerichte keuzevakken", 2)] == beroepsgericht(2018)


def test_elke_vakcode_van_een_vakgroep_staat_in_een_vakkentabel() -> None:
    in_groepen = frozenset[str]().union(*pakketten().groepen.groepen.values())

    assert frozenset({WERKSTUK}) == in_groepen - VAKCODES


@pytest.mark.parametrize(
    ("groep", "soort"),
    [
        ("profielvak", "profielvak"),
        ("keuzevak", "keuzevak"),
        ("beroepsgericht_programma", "afdelingsvak"),
    ],
)
def test_beroepsgerichte_vakken_zijn_die_van_de_vakkentabel(groep: str, soort: str) -> None:
    verwacht = {vak.vakcode for vak in VAKREGELS if vak.beroepsgericht == soort}

    assert verwacht == pakketten().groepen.codes([groep])


@pytest.mark.parametrize(("niveau", "profiel"), SOORTEN)
def test_een_vak_zonder_eindcijfer_vult_geen_plaats(niveau: str, profiel: str) -> None:
    pakket = pakketten().pakket(niveau, profiel, 2025)
    zonder = {vak.vakcode for vak in VAKREGELS if vak.eindcijfer == "L"}
    gevuld = frozenset[str]().union(*(pakket.vakken(eis, VAKCODES) for eis in pakket.eisen))

    assert frozenset() == zonder & gevuld


@pytest.mark.parametrize("kernvak", ["nederlands", "engels", "wiskunde"])
def test_een_kernvak_is_een_vak(kernvak: str) -> None:
    def is_kernvak(vak: Vakregel) -> bool:
        return vak.kernvak == kernvak and vak.niveau in ("HAVO", "VWO")

    codes = {vak.vakcode for vak in VAKREGELS if is_kernvak(vak)}

    assert {kernvak} == pakketten().groepen.telvakken(codes)


def test_wiskunde_d_is_een_ander_vak_dan_wiskunde_b() -> None:
    assert {"wiskunde", "wiskunde_d"} == pakketten().groepen.telvakken(["1025", "1027"])


def test_wiskunde_d_telt_alleen_met_wiskunde_b() -> None:
    gevonden = [(regel.vak, regel.met) for regel in pakketten().groepen.alleen_met]

    assert [("wiskunde_d", "wiskunde_b")] == gevonden


@pytest.mark.parametrize(
    ("niveau", "profiel", "vak", "verwacht"),
    [
        ("HAVO", "NT", "1001", "G"),
        ("HAVO", "NT", "1025", "P"),
        ("HAVO", "NT", "1024", "V"),
        ("HAVO", "NT", "1018", "P"),
        ("HAVO", "NT", "0131", "V"),
        ("HAVO", "CM", "1003", "P"),
        ("HAVO", "NT", "1003", "V"),
        ("VWO_ATH", "CM", "1003", "G"),
        ("VWO_GYM", "CM", "1003", "P"),
        ("VWO_GYM", "NT", "1110", "G"),
        ("HAVO", "NT", "1019", "G"),
        ("HAVO", "NT", "0301", None),
        ("HAVO", "NT", WERKSTUK, None),
        ("VMBO_TL", "techniek", "0011", None),
    ],
)
def test_het_voorgestelde_examendeel(
    niveau: str, profiel: str, vak: str, verwacht: str | None
) -> None:
    pakket = pakketten().pakket(niveau, profiel, 2025)

    assert verwacht == pakket.examendelen(VAKCODES | {WERKSTUK}).get(vak)


def verwachte_fout(pad: Path) -> str:
    eerste_regel = pad.read_text(encoding="utf-8").splitlines()[0]
    return eerste_regel.removeprefix("# verwacht: ")


@pytest.mark.parametrize("kapot", sorted((KAPOTTE / "pakket").glob("*.toml")), ids=naam)
def test_een_kapot_pakket_wordt_geweigerd(tmp_path: Path, kapot: Path) -> None:
    shutil.copy(gegevensmap() / "pakket" / "vakgroepen.toml", tmp_path)
    shutil.copy(kapot, tmp_path)

    with pytest.raises(TabelFout) as fout:
        lees_pakketten(tmp_path)

    assert str(fout.value).startswith(verwachte_fout(kapot))


@pytest.mark.parametrize("kapot", sorted((KAPOTTE / "vakgroepen").glob("*.toml")), ids=naam)
def test_een_kapotte_vakgroep_wordt_geweigerd(tmp_path: Path, kapot: Path) -> None:
    shutil.copy(kapot, tmp_path / "vakgroepen.toml")

    with pytest.raises(TabelFout) as fout:
        lees_pakketten(tmp_path)

    assert verwachte_fout(kapot) == str(fout.value)
