"""`vavo vakkentabel`: what it shows, and that it writes only when told to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from examen import vakkentabel
from examen.model import Examenresultaat, Vakresultaat
from examen.vakkentabel import als_toml, lees_vakkentabel, regimes, vakkentabelpad
from examen.vakkentabel_csv import als_duo_csv
from register.opslag import Register
from tui import plaats
from tui.opdrachten import hoofd

OP = datetime.fromisoformat("2025-07-01T10:00:00")


def vavo(*woorden: str) -> Result:
    return CliRunner().invoke(hoofd, ["vakkentabel", *woorden])


@pytest.fixture(autouse=True)
def _geen_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep away from the register of whoever runs the tests."""
    monkeypatch.setattr(plaats, "standaardregister", lambda: tmp_path / "geen.db")


@pytest.fixture
def eigen_tabellen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Copies of the vakkentabellen of 2024 and 2025 that may be written."""
    map_ = tmp_path / "vakkentabel"
    map_.mkdir()
    for regime in (2024, 2025):
        (map_ / f"{regime}.toml").write_bytes(vakkentabelpad(regime).read_bytes())
    monkeypatch.setattr(vakkentabel, "gegevensmap", lambda: tmp_path)
    regimes.cache_clear()
    lees_vakkentabel.cache_clear()
    yield map_
    regimes.cache_clear()
    lees_vakkentabel.cache_clear()


@pytest.fixture
def gewijzigd(tmp_path: Path) -> Path:
    """DUO's file of 2025 in which havo economie has another indicatie for the CE."""
    tekst = als_duo_csv(lees_vakkentabel(2025))
    was, wordt = "1022;economie;ILT;5300;0;0;L;V;V", "1022;economie;ILT;5300;0;0;L;V;O"
    assert was in tekst
    pad = tmp_path / "vt.csv"
    pad.write_text(tekst.replace(was, wordt), "utf-8")
    return pad


def test_toon_zonder_meer_noemt_alle_regimes() -> None:
    uitkomst = vavo("toon")
    assert uitkomst.exit_code == 0
    for regime in regimes():
        assert f" {regime} " in uitkomst.output


def test_toon_van_een_vak_heeft_zijn_indicaties_en_bron() -> None:
    uitkomst = vavo("toon", "2025", "--niveau", "havo", "--vak", "1022")
    (rij,) = [r for r in uitkomst.output.splitlines() if "1022" in r]
    assert "2025 HAVO 1022 economie L V V V V L hoog" == " ".join(rij.split())
    assert "Bron: Rooster centrale examens 2016" in uitkomst.output


@pytest.mark.parametrize("gezocht", ["1022", "econ", "Economie"])
def test_een_vak_is_te_vinden_op_code_afkorting_en_naam(gezocht: str) -> None:
    assert " 1022 " in vavo("toon", "2025", "--vak", gezocht).output


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [
        (("toon", "1999"), "er is geen vakkentabel van regime 1999"),
        (("toon", "2025", "--vak", "toverkunst"), "geen vak gevonden"),
        (("toon", "--csv"), "geef bij --csv een REGIME"),
        (("verschil", "2025", "nergens.csv"), "nergens.csv"),
        (("importeer", "2040", __file__), "regime 2040 sluit niet aan"),
    ],
)
def test_een_verkeerde_vraag_krijgt_uitleg(woorden: tuple[str, ...], verwacht: str) -> None:
    uitkomst = vavo(*woorden)
    assert uitkomst.exit_code == 2
    assert verwacht in uitkomst.output


def test_toon_als_csv_is_de_vorm_van_duo() -> None:
    assert als_duo_csv(lees_vakkentabel(2025)) == vavo("toon", "2025", "--csv").output


def test_verschil_tussen_twee_regimes() -> None:
    uitkomst = vavo("verschil", "2018", "2019")
    assert uitkomst.exit_code == 0
    assert "Ind. beoordeling SE: V → L" in uitkomst.output
    assert "erbij 2, weg 5, anders 1." in uitkomst.output


def test_verschil_met_zichzelf_is_er_niet() -> None:
    assert vavo("verschil", "2025", "2025").output == "Geen verschil.\n"


def test_verschil_met_een_bestand(gewijzigd: Path) -> None:
    uitkomst = vavo("verschil", "2025", str(gewijzigd))
    assert "Ind. cijfer CE: V → O" in uitkomst.output
    assert "erbij 0, weg 0, anders 1." in uitkomst.output


def test_een_proef_schrijft_niets(eigen_tabellen: Path, gewijzigd: Path) -> None:
    was = (eigen_tabellen / "2025.toml").read_bytes()
    uitkomst = vavo("importeer", "2025", str(gewijzigd))
    assert uitkomst.exit_code == 0
    assert "geen.db; wie het raakt is niet bepaald." in uitkomst.output
    assert "Dit was een proef" in uitkomst.output
    assert was == (eigen_tabellen / "2025.toml").read_bytes()


def test_een_proef_noemt_wie_het_raakt(tmp_path: Path, gewijzigd: Path) -> None:
    def kandidaat(nummer: int, vak: str) -> Examenresultaat:
        return Examenresultaat(
            brin="01AA",
            burgerservicenummer="999990019",
            examenresultaatvolgnummer=f"ER{nummer}",
            aangeleverd_op=OP,
            vakresultaten=(
                Vakresultaat(resultaatvolgnummer="1", vak=vak, niveau="HAVO", examenregime=2025),
            ),
        )

    pad = tmp_path / "school.db"
    kandidaten = [kandidaat(1, "1021"), *(kandidaat(nummer, "1022") for nummer in range(2, 9))]
    with Register.open(pad) as register:
        register.boek_alle(kandidaten, door="proef", reden="proef", op=OP)

    uitkomst = vavo("importeer", "2025", str(gewijzigd), "--register", str(pad))
    assert uitkomst.exit_code == 0
    assert (
        "In school.db: 7 examenresultaten van 2025 met zo'n vak (ER2, ER3, ER4, ER5, ER6, …)."
        in uitkomst.output
    )
    assert "999990019" not in uitkomst.output


def test_toepassen_schrijft_de_nieuwe_tabel(eigen_tabellen: Path, gewijzigd: Path) -> None:
    uitkomst = vavo("importeer", "2025", str(gewijzigd), "--toepassen")
    assert uitkomst.exit_code == 0
    lees_vakkentabel.cache_clear()
    tabel = lees_vakkentabel(2025)
    (economie,) = [v for v in tabel.vakken if (v.niveau, v.vakcode) == ("HAVO", "1022")]
    assert ("O", "duo_1") == (economie.cijfer_ce, economie.bron)
    assert als_toml(tabel) == (eigen_tabellen / "2025.toml").read_text("utf-8")
    assert ["2024.toml", "2025.toml"] == sorted(pad.name for pad in eigen_tabellen.iterdir())


def test_een_nieuw_regime_sluit_aan_op_het_laatste(eigen_tabellen: Path, gewijzigd: Path) -> None:
    uitkomst = vavo("importeer", "2026", str(gewijzigd), "--toepassen")
    assert "Regime 2026 is nieuw; vergeleken met 2025." in uitkomst.output
    assert (eigen_tabellen / "2026.toml").exists()
    regimes.cache_clear()
    assert (2024, 2025, 2026) == regimes()
    assert lees_vakkentabel(2026).regime == 2026


def test_een_fout_in_het_bestand_verandert_niets(eigen_tabellen: Path, gewijzigd: Path) -> None:
    tekst = gewijzigd.read_text("utf-8").split("\n")
    tekst[3] = tekst[3].replace(";ILT;", ";ILT;x")
    tekst[5] = "kapot"
    gewijzigd.write_text("\n".join(tekst), "utf-8")
    was = (eigen_tabellen / "2025.toml").read_bytes()
    uitkomst = vavo("importeer", "2025", str(gewijzigd), "--toepassen")
    assert uitkomst.exit_code == 2
    assert "vt.csv: regel 4, Registratiecode: verwacht een code van vier" in uitkomst.output
    assert "vt.csv: regel 6: verwacht 13 kolommen, gevonden 1" in uitkomst.output
    assert "fout: vt.csv: 2 fout(en), niets overgenomen" in uitkomst.output
    assert was == (eigen_tabellen / "2025.toml").read_bytes()
