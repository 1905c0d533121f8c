"""The documents exist, are true where a machine can tell, and are in step with the data."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from register.gegevens import gegevensmap
from tui.opdrachten import OPDRACHTEN

HUIS = Path(__file__).parent.parent
DOCUMENTEN = sorted([*HUIS.glob("*.md"), *(HUIS / "docs").rglob("*.md")])


def lees(naam: str) -> str:
    return (HUIS / naam).read_text(encoding="utf-8")


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_elke_opdracht_staat_in_de_leesmij(opdracht: str) -> None:
    assert f"`vavo {opdracht}" in lees("README.md") or opdracht == "app"


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_elke_opdracht_staat_in_de_lijst_van_wijzigingen(opdracht: str) -> None:
    assert f"`{opdracht}`" in lees("CHANGELOG.md")


WOORDEN = [
    *("levering", "melding", "stand", "controle", "signaal", "bevinding", "regime", "toets"),
    *("examenresultaat", "cijferlijst", "eindcijfer", "combinatiecijfer", "certificaat"),
    *("uitkomst", "zekerheid", "vakkentabel", "pakket"),
]


@pytest.mark.parametrize("woord", WOORDEN)
def test_elk_vast_woord_staat_eenmaal_in_de_begrippen(woord: str) -> None:
    rijen = re.findall(r"^\| ([^|]+?) \|", lees("docs/begrippen.md"), flags=re.MULTILINE)

    assert 1 == sum(woord in rij.split(", ") for rij in rijen)


@pytest.mark.parametrize("document", DOCUMENTEN, ids=lambda d: str(d.relative_to(HUIS)))
def test_elke_verwijzing_wijst_ergens_heen(document: Path) -> None:
    tekst = document.read_text(encoding="utf-8")
    verwijzingen = re.findall(r"\]\((?!https?:)([^)#]+)", tekst)

    assert [] == [v for v in verwijzingen if not (document.parent / v).exists()]


@pytest.mark.parametrize("naam", ["docs/architectuur.md", "CONTRIBUTING.md", "README.md"])
def test_elk_genoemd_bestand_bestaat(naam: str) -> None:
    genoemd = re.findall(r"`((?:register|examen|tui|data|docs|tests|bench)/[\w/.-]*)", lees(naam))

    assert [] == [pad for pad in genoemd if pad != "register/data/" and not (HUIS / pad).exists()]


BLOKKEN = re.findall(
    r"`((?:data/signalen|examen/controles)/\S+)`:\n\n```\w+\n(.*?)```",
    lees("CONTRIBUTING.md"),
    re.DOTALL,
)


def test_de_voorbeelden_voor_wie_bijdraagt_staan_zo_in_de_bron() -> None:
    assert ["data/signalen/vavo.toml", "examen/controles/schoolexamen.py"] == [
        b for b, _ in BLOKKEN
    ]
    assert [] == [bestand for bestand, voorbeeld in BLOKKEN if voorbeeld not in lees(bestand)]


def test_het_voorbeeld_in_de_leesmij_is_waar() -> None:
    opdracht, uitvoer = re.findall(
        r"```sh\n\$ (.*?vavo reken -)\n(.*?)\n```", lees("README.md"), re.DOTALL
    )[0]
    gevonden = subprocess.run(
        ["bash", "-c", opdracht.replace("vavo reken", f"{sys.executable} -m tui reken")],
        cwd=HUIS,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ("", uitvoer + "\n") == (gevonden.stderr, gevonden.stdout)


def test_de_leesmij_begint_met_twee_opdrachten() -> None:
    doelen = set(re.findall(r"^([a-z-]+):", lees("Makefile"), flags=re.MULTILINE))
    genoemd = set(re.findall(r"^make ([a-z-]+)|`make ([a-z-]+)`", lees("README.md"), re.MULTILINE))

    assert {"demo", "test"} <= doelen
    assert {een or twee for een, twee in genoemd} <= doelen


def test_elke_afhankelijkheid_heeft_een_reden() -> None:
    tekst = lees("pyproject.toml")
    project = tomllib.loads(tekst)
    namen = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]

    assert [] == [n for n in namen if not re.search(rf'"{re.escape(n)}", +# \w', tekst)]


@pytest.mark.parametrize(
    "maker",
    ["docs/aannames.py", "docs/overzichten.py", "docs/handleiding.py", "docs/sneltoetsen.py"],
)
def test_gemaakte_documenten_lopen_gelijk_met_de_gegevens(maker: str) -> None:
    gevonden = subprocess.run(
        [sys.executable, maker, "--controleer"],
        cwd=HUIS,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "" == gevonden.stderr
    assert 0 == gevonden.returncode


def test_een_zekere_rij_is_geen_aanname_en_een_onzekere_wel(tmp_path: Path) -> None:
    document = runpy.run_path(str(HUIS / "docs" / "aannames.py"))["document"]
    tabel = tmp_path / "codes.toml"
    rij = '[[code]]\ncode = "1"\nbron = "een brief"\nzekerheid = '
    tabel.write_text(rij + '"hoog"\n', encoding="utf-8")
    zeker = document(tmp_path)
    tabel.write_text(rij + '"laag"\n', encoding="utf-8")
    onzeker = document(tmp_path)

    assert "een brief" not in zeker
    assert "- **laag**, 1.\n  Bron: een brief." in onzeker


def test_elke_map_met_aannames_heeft_een_kop() -> None:
    maker = runpy.run_path(str(HUIS / "docs" / "aannames.py"))
    plaatsen = {a.plaats.partition("/")[0] for a in maker["aannames"](gegevensmap())}

    assert set() == plaatsen - set(maker["KOPPEN"])
