"""What differs between two entities, in words."""

from datetime import date

from attrs import evolve

from examen.model import CeResultaat, Examenresultaat, Herkansing, Uitslag, Vakresultaat
from register.vormen.verschil import verschil

VAK = Vakresultaat(
    resultaatvolgnummer="1",
    vak="1001",
    niveau="HAVO",
    cijfer_se=64,
    ce=(CeResultaat(tijdvak=1, cijfer=51),),
)
EXAMEN = Examenresultaat(brin="01AA", examenresultaatvolgnummer="ER1", vakresultaten=(VAK,))


def in_woorden(nieuw: Examenresultaat) -> list[tuple[str, str, str]]:
    return [(deel.plaats, deel.oud, deel.nieuw) for deel in verschil(EXAMEN, nieuw)]


def test_wat_gelijk_is_verschilt_niet() -> None:
    assert [] == in_woorden(EXAMEN)


def test_een_veld_in_een_lijst_noemt_het_lid() -> None:
    nieuw = evolve(EXAMEN, vakresultaten=(evolve(VAK, cijfer_se=75, inruil=True),))
    assert [
        ("vakresultaten 1 (1001 HAVO): inruil", "N", "J"),
        ("vakresultaten 1 (1001 HAVO): cijfer SE", "6,4", "7,5"),
    ] == in_woorden(nieuw)


def test_een_lid_erbij_of_weg() -> None:
    tweede = evolve(VAK, resultaatvolgnummer="2", vak="1002")
    assert [
        ("vakresultaten 1 (1001 HAVO)", "", "weg"),
        ("vakresultaten 2 (1002 HAVO)", "", "erbij"),
    ] == in_woorden(evolve(EXAMEN, vakresultaten=(tweede,)))


def test_een_lijst_in_een_lijst() -> None:
    ce = (CeResultaat(tijdvak=1, cijfer=60), CeResultaat(tijdvak=2, cijfer=70))
    assert [
        ("vakresultaten 1 (1001 HAVO), CE per tijdvak 1: cijfer CE", "5,1", "6,0"),
        ("vakresultaten 1 (1001 HAVO), CE per tijdvak 2", "", "erbij"),
    ] == in_woorden(evolve(EXAMEN, vakresultaten=(evolve(VAK, ce=ce),)))


def test_een_deel_dat_erbij_komt_geeft_zijn_velden() -> None:
    uitslag = Uitslag(uitslag="G", niveau="HAVO", examenregime=2025, datum=date(2025, 6, 12))
    assert [
        ("uitslag: uitslag", "", "G"),
        ("uitslag: niveau", "", "HAVO"),
        ("uitslag: examenregime", "", "2025"),
        ("uitslag: datum", "", "2025-06-12"),
    ] == in_woorden(evolve(EXAMEN, uitslag=uitslag))


def test_leden_zonder_sleutel_worden_op_plaats_vergeleken() -> None:
    eerst = Herkansing(examenregime=2025, tijdvak=2, vakken=("1001",))
    met = evolve(EXAMEN, herkansingen=(eerst,))
    nieuw = evolve(EXAMEN, herkansingen=(evolve(eerst, vakken=("1001", "1002")), eerst))
    gevonden = [(deel.plaats, deel.oud, deel.nieuw) for deel in verschil(met, nieuw)]
    assert ("1001", "1001 1002") == gevonden[0][1:]
    assert "erbij" == gevonden[1][2]
    assert 2 == len(gevonden)
