"""Changes as data: made, refused and put in words."""

from __future__ import annotations

from datetime import date

import pytest

from examen.model import CeResultaat, Examenresultaat, Uitslag, Vakresultaat
from register.wijziging import Wijziging, beschrijf, haal_weg, herhaal, pas_toe, voeg_toe, zet

VAK = Vakresultaat(
    resultaatvolgnummer="1",
    vak="1001",
    niveau="HAVO",
    cijfer_se=64,
    ce=(CeResultaat(tijdvak=1, cijfer=51), CeResultaat(tijdvak=2, cijfer=60)),
)
DOSSIER = Examenresultaat(
    brin="99XX",
    examenresultaatvolgnummer="ER1",
    vakresultaten=(VAK, Vakresultaat(resultaatvolgnummer="2", vak="1002", niveau="HAVO")),
    uitslag=Uitslag(uitslag="G", niveau="HAVO", examenregime=2025),
)


def cijfers(dossier: Examenresultaat) -> list[int]:
    return [ce.cijfer for vak in dossier.vakresultaten for ce in vak.ce]


def test_zet_wijzigt_de_wortel_een_deel_en_gekozen_leden() -> None:
    anders = pas_toe(
        DOSSIER,
        zet(brin="01AA"),
        zet("uitslag", uitslag="A"),
        zet("vakresultaten[vak=1001].ce[tijdvak=2]", cijfer=70),
    )

    assert ("01AA", "A", [51, 70]) == (anders.brin, anders.uitslag.uitslag, cijfers(anders))


def test_een_lijst_zonder_keuze_is_elk_lid() -> None:
    anders = pas_toe(DOSSIER, zet("vakresultaten", niveau="VWO"))

    assert ["VWO", "VWO"] == [vak.niveau for vak in anders.vakresultaten]


def test_herhaal_zet_een_gewijzigde_kopie_erachter() -> None:
    anders = pas_toe(DOSSIER, herhaal("vakresultaten[vak=1001]", resultaatvolgnummer="3"))

    assert ["1", "3", "2"] == [vak.resultaatvolgnummer for vak in anders.vakresultaten]


def test_haal_weg_en_voeg_toe_veranderen_de_lijst() -> None:
    anders = pas_toe(
        DOSSIER,
        haal_weg("vakresultaten[vak=1001].ce[tijdvak=1]"),
        voeg_toe("vakresultaten[vak=1001].ce", tijdvak=3, cijfer=55),
        haal_weg("uitslag"),
    )

    assert ([60, 55], None) == (cijfers(anders), anders.uitslag)


@pytest.mark.parametrize(
    "wijziging",
    [
        zet("vakresultaten[vak=9999]", niveau="VWO"),
        zet("vakken", niveau="VWO"),
        zet("vak resultaten", niveau="VWO"),
        haal_weg("werkstukresultaten"),
    ],
)
def test_een_pad_dat_niets_noemt_is_een_fout(wijziging: Wijziging) -> None:
    with pytest.raises(LookupError):
        pas_toe(DOSSIER, wijziging)


@pytest.mark.parametrize(
    ("wijziging", "verwacht"),
    [
        (zet(teruggetrokken=True), "examenresultaat: teruggetrokken = ja"),
        (
            zet("vakresultaten[vak=1001]", cijfer_se=None),
            "vakresultaten[vak=1001]: cijfer_se = leeg",
        ),
        (
            zet("vakresultaten", cijfer_se=64, eindcijfer=6),
            "vakresultaten: cijfer_se = 6,4, eindcijfer = 6",
        ),
        (zet("uitslag", datum=date(2025, 7, 2)), "uitslag: datum = 2025-07-02"),
        (
            voeg_toe("certificaten", resultaatvolgnummers=("1", "2")),
            "certificaten: erbij met resultaatvolgnummers = 1 en 2",
        ),
        (herhaal("toetsresultaten"), "toetsresultaten: nog een keer"),
        (haal_weg("uitslag"), "uitslag: weggehaald"),
    ],
)
def test_een_wijziging_is_in_woorden_te_zeggen(wijziging: Wijziging, verwacht: str) -> None:
    assert verwacht == beschrijf(Examenresultaat, wijziging)
