"""What differs between two vakkentabellen, and which candidates that touches."""

from __future__ import annotations

import attrs

from examen.model import Examenresultaat, Uitslag, Vakresultaat
from examen.vakkentabel import Indicatie, Vakkentabel, Vakregel, lees_vakkentabel
from examen.vakkentabel_verschil import geraakt, verschil
from register.vormen.kolommen import kolommen


def met(tabel: Vakkentabel, *nieuw: Vakregel) -> Vakkentabel:
    return attrs.evolve(tabel, vakken=nieuw)


def test_verschil_noemt_wat_komt_gaat_en_verandert() -> None:
    oud = lees_vakkentabel(2025)
    eerste, tweede, derde = oud.vakken[:3]
    anders = attrs.evolve(tweede, cijfer_ce=Indicatie.OPTIONEEL, roepnaam="anders", bron="elders")
    gevonden = verschil(met(oud, eerste, tweede), met(oud, anders, derde))
    assert [
        ("weg", eerste.vakcode, {}),
        (
            "anders",
            tweede.vakcode,
            {"roepnaam": (tweede.roepnaam, "anders"), "cijfer_ce": (tweede.cijfer_ce, "O")},
        ),
        ("erbij", derde.vakcode, {}),
    ] == [(w.soort, w.vak.vakcode, w.velden) for w in gevonden]


def test_bron_en_zekerheid_zijn_geen_verschil() -> None:
    oud = lees_vakkentabel(2025)
    anders = tuple(attrs.evolve(vak, bron="duo", zekerheid="laag") for vak in oud.vakken)
    assert () == verschil(oud, met(oud, *anders))


def kandidaat(volgnummer: str, regime: int | None, **anders: str) -> Examenresultaat:
    vak = {"resultaatvolgnummer": "1", "vak": "1022", "niveau": "HAVO"} | anders
    return Examenresultaat(
        brin="01AA",
        examenresultaatvolgnummer=volgnummer,
        vakresultaten=(Vakresultaat(**vak, examenregime=regime),),
    )


def test_geraakt_is_wie_dat_vak_op_dat_niveau_in_dat_regime_heeft() -> None:
    oud = lees_vakkentabel(2025)
    economie = next(v for v in oud.vakken if (v.niveau, v.vakcode) == ("HAVO", "1022"))
    anders = verschil(met(oud, economie), met(oud))
    uitslag = Uitslag(uitslag="D", niveau="HAVO", examenregime=2025)
    kandidaten = [
        kandidaat("RAAK", 2025),
        kandidaat("JAAR", 2024),
        kandidaat("VAK", 2025, vak="1021"),
        kandidaat("NIVEAU", 2025, niveau="VWO"),
        attrs.evolve(kandidaat("UITSLAG", None), uitslag=uitslag),
    ]
    gevonden = geraakt(kolommen(Examenresultaat, kandidaten), anders, 2025)
    assert ["RAAK", "UITSLAG"] == gevonden.to_list()
    assert [] == geraakt(kolommen(Examenresultaat, kandidaten), (), 2025).to_list()
