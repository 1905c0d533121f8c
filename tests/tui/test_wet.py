"""The text of the law beside a toets, an uitslag and the certificaten."""

from __future__ import annotations

import pytest
from attrs import evolve

from examen.regime import regime
from examen.uitkomst import Toets
from tests.tui.voorbeeld import EXAMEN, UITKOMST
from tui.weergave.wet import Getoetst, certificaatwet, regeldetails, toetsdetails, uitslagdetails

(LIJST,) = UITKOMST.cijferlijsten


def getoetst(regel: str, jaar: int, niveau: str) -> Getoetst:
    wet = regime(jaar, niveau)
    versie = getattr(wet, regel)
    toets = Toets(
        regel=regel,
        eis="e",
        voldaan=False,
        gevonden="5",
        norm="6",
        bron=versie.bron,
        zekerheid=versie.zekerheid,
    )
    return Getoetst(toets=toets, wet=wet)


@pytest.mark.parametrize(
    ("regel", "jaar", "niveau", "verwacht"),
    [
        ("ce_gemiddelde", 2019, "HAVO", ["herkansing", "een vak weglaten"]),
        ("eindcijfers", 2020, "VMBO_TL", ["herkansing", "een vak weglaten"]),
        ("eindcijfers", 2021, "HAVO", ["herkansing", "een vak weglaten", "duimregeling"]),
        ("ce_gemiddelde", 2022, "VWO_GYM", ["herkansing", "een vak weglaten", "duimregeling"]),
        ("eindcijfers", 2023, "HAVO", ["herkansing", "een vak weglaten"]),
        ("kernvakken", 2022, "HAVO", ["herkansing", "een vak weglaten"]),
        ("kernvakken", 2022, "VMBO_TL", ["herkansing"]),
        ("volledig_examen", 2025, "HAVO", ["eerdere resultaten"]),
        ("beoordelingen", 2025, "HAVO", []),
    ],
)
def test_wat_een_toets_nog_kan_helpen_is_de_wet_van_dat_jaar(
    regel: str, jaar: int, niveau: str, verwacht: list[str]
) -> None:
    labels = [label for label, _ in toetsdetails(getoetst(regel, jaar, niveau))]

    assert verwacht == [label.strip() for label in labels if label.startswith("  ")]


def test_bij_een_toets_staat_de_wet_en_hoe_zeker_zij_is() -> None:
    van_2015, van_2023 = (
        dict(toetsdetails(getoetst("ce_gemiddelde", jaar, "HAVO"))) for jaar in (2015, 2023)
    )

    assert regime(2015, "HAVO").ce_gemiddelde.tekst == van_2015["de wet, in eigen woorden"]
    assert van_2015["zekerheid van de norm"].startswith("hoog: ")
    assert van_2023["zekerheid van de norm"].startswith("midden: ")
    assert van_2023["opmerking"].startswith("Vervalt in zijn geheel")


def test_een_artikel_dat_een_ander_is_dan_van_de_norm_staat_erbij() -> None:
    vraag = getoetst("volledig_examen", 2025, "HAVO")
    ander = evolve(vraag, toets=evolve(vraag.toets, bron="Inrichtingsbesluit WVO art. 26c"))

    assert dict(toetsdetails(ander))["de wet, in eigen woorden"].endswith(
        " (Uitvoeringsbesluit WVO 2020 art. 3.33)"
    )


def test_zonder_regels_blijft_de_toets_zelf_over() -> None:
    vraag = getoetst("ce_gemiddelde", 2025, "HAVO")

    assert 6 == len(toetsdetails(evolve(vraag, wet=None)))
    assert 6 == len(toetsdetails(evolve(vraag, toets=evolve(vraag.toets, regel=""))))


def test_een_uitslag_zonder_regels_heeft_geen_wet() -> None:
    assert [] == uitslagdetails(evolve(LIJST, examenregime=None, uitslagniveau=None))


def test_bij_de_uitslag_staan_de_regels_die_geen_toets_zijn() -> None:
    paren = dict(uitslagdetails(evolve(LIJST, examenregime=2021)))

    assert "zekerheid laag" in paren["  duimregeling"]
    assert "onderdeel van het combinatiecijfer wordt hier niet" in paren["  duimregeling"]
    assert paren["  cum laude"].startswith("Cum laude slaagt wie ")
    assert "  duimregeling" not in dict(uitslagdetails(LIJST))


def test_bij_de_certificaten_staat_de_wet_van_hun_jaar() -> None:
    nieuwste = certificaatwet(EXAMEN, UITKOMST.certificaten)

    assert regime(2025, "HAVO").certificaat == nieuwste
    assert "Uitvoeringsbesluit WVO 2020 art. 3.73" == dict(regeldetails(nieuwste))["artikel"]
    assert certificaatwet(EXAMEN, ()) is None
