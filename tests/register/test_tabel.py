"""Reading the tables under data/: whatever is not exactly right is an error that says where."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from attrs import Factory, frozen

from register.fouten import TabelFout
from register.tabel import lees_tabel, uit_tabel


@frozen(kw_only=True)
class Versie:
    vanaf: int
    soort: Literal["eis", "norm"] = "eis"
    tot: int | None = None


@frozen(kw_only=True)
class Regel:
    naam: str
    versie: tuple[Versie, ...]
    bronnen: dict[str, str] = Factory(dict)
    groepen: dict[str, Versie] = Factory(dict)
    laatste: Versie | None = None
    jaren: tuple[int, ...] = ()


def geschreven(map_: Path, tekst: str) -> Path:
    pad = map_ / "regels.toml"
    pad.write_text(tekst, encoding="utf-8")
    return pad


def test_een_goede_tabel_wordt_gelezen(tmp_path: Path) -> None:
    pad = geschreven(
        tmp_path,
        """
        naam = "ce"
        jaren = [2020, 2021]
        bronnen = { wet = "artikel 50" }
        groepen = { havo = { vanaf = 2015 } }
        laatste = { vanaf = 2021 }
        [[versie]]
        vanaf = 2015
        tot = 2019
        [[versie]]
        vanaf = 2020
        soort = "norm"
        """,
    )

    verwacht = Regel(
        naam="ce",
        jaren=(2020, 2021),
        bronnen={"wet": "artikel 50"},
        groepen={"havo": Versie(vanaf=2015)},
        laatste=Versie(vanaf=2021),
        versie=(Versie(vanaf=2015, tot=2019), Versie(vanaf=2020, soort="norm")),
    )
    assert verwacht == lees_tabel(pad, Regel)


GOED = {"naam": "ce", "versie": [{"vanaf": 2015}]}


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (GOED | {"nam": "ce"}, "onbekende sleutel nam"),
        (GOED | {"versie": [{"vanaf": 2015}, {"vanf": 2015}]}, "onbekende sleutel versie[2].vanf"),
        (GOED | {"laatste": {"vanaf": 2015, "x": 1}}, "onbekende sleutel laatste.x"),
        (
            GOED | {"groepen": {"havo": {"vanaf": 2015, "x": 1}}},
            "onbekende sleutel groepen.havo.x",
        ),
        ({"versie": []}, "sleutel naam ontbreekt"),
        (GOED | {"versie": [{"vanaf": 2015}, {}]}, "sleutel vanaf ontbreekt (bij versie[2])"),
        (GOED | {"naam": 3}, "verwacht tekst, gevonden geheel getal (bij naam)"),
        (GOED | {"versie": {}}, "verwacht lijst, gevonden tabel (bij versie)"),
        (GOED | {"jaren": [2020, "2021"]}, "verwacht geheel getal, gevonden tekst (bij jaren[2])"),
        (GOED | {"jaren": [True]}, "verwacht geheel getal, gevonden true of false (bij jaren[1])"),
        (GOED | {"jaren": [2020.0]}, "verwacht geheel getal, gevonden kommagetal (bij jaren[1])"),
        (
            GOED | {"versie": [{"vanaf": 2015, "tot": "nu"}]},
            "verwacht geheel getal of niets, gevonden tekst (bij versie[1].tot)",
        ),
        (
            GOED | {"versie": [{"vanaf": 2015, "soort": "wens"}]},
            "onbekende waarde 'wens' (bij versie[1].soort)",
        ),
    ],
)
def test_een_verkeerde_sleutel_of_waarde_heeft_een_plaats(
    inhoud: dict[str, object], verwacht: str
) -> None:
    with pytest.raises(TabelFout) as fout:
        uit_tabel(inhoud, Regel, naam="regels.toml")

    assert f"regels.toml: {verwacht}" == str(fout.value)


def test_een_bestand_dat_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(TabelFout) as fout:
        lees_tabel(tmp_path / "regels.toml", Regel)

    assert f"regels.toml: bestand ontbreekt ({tmp_path.name}/)" == str(fout.value)


@pytest.mark.parametrize(
    "inhoud", [b"naam = ", b'naam = "a"\nnaam = "b"', 'naam = "één"'.encode("cp1252")]
)
def test_een_bestand_dat_geen_toml_is(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "regels.toml"
    pad.write_bytes(inhoud)

    with pytest.raises(TabelFout, match=r"^regels\.toml: geen geldige TOML \("):
        lees_tabel(pad, Regel)
