"""Strict JSON: every fault of a record with its place, and the other lines go on."""

import io
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from examen.model import Cijferlijst, Examenresultaat, Vakresultaat
from register.fouten import InvoerFout
from register.model.persoon import Persoon
from register.vavo.inschrijving import Inschrijving
from register.velden import attributen
from register.vormen.json_vorm import REGEL_MAXIMUM, RecordFout, lees_regels, naar_json, van_json
from register.vormen.waarden import _PATRONEN

VAK = {"resultaatvolgnummer": "1", "vak": "1001", "niveau": "HAVO"}
EXAMEN = {
    "brin": "01AA",
    "burgerservicenummer": "999990019",
    "examenresultaatvolgnummer": "ER1",
    "vakresultaten": [VAK],
}


def vak(**velden: Any) -> Any:
    return EXAMEN | {"vakresultaten": [VAK | velden]}


def fouten(inhoud: Any) -> Any:
    with pytest.raises(RecordFout) as gevangen:
        van_json(Examenresultaat, inhoud)
    return [(fout.veld, fout.tekst) for fout in gevangen.value.fouten]


def test_wat_ontbreekt_is_leeg() -> None:
    gevonden = van_json(Examenresultaat, EXAMEN)
    verwacht = Examenresultaat(
        brin="01AA",
        burgerservicenummer="999990019",
        examenresultaatvolgnummer="ER1",
        vakresultaten=(Vakresultaat(resultaatvolgnummer="1", vak="1001", niveau="HAVO"),),
    )
    assert verwacht == gevonden


def test_null_is_leeg_voor_elk_veld_dat_leeg_mag() -> None:
    gevonden = van_json(Examenresultaat, naar_json(van_json(Examenresultaat, EXAMEN)))
    assert van_json(Examenresultaat, EXAMEN) == gevonden
    assert () == van_json(Examenresultaat, EXAMEN | {"cijferlijsten": None}).cijferlijsten


def test_een_deel_zonder_inhoud_is_er_niet() -> None:
    persoon = {"geboortedatum": "1990-00-00", "geslacht": "2", "adres_binnenland": {}}
    assert van_json(Persoon, persoon).adres_binnenland is None


@pytest.mark.parametrize(
    ("geschreven", "tienden"),
    [("1.0", 10), ("1", 10), ("6.4", 64), ("10", 100), ("10.0", 100), ("6.40", 64), ("1e1", 100)],
)
def test_een_cijfer_wordt_hele_tienden(geschreven: str, tienden: int) -> None:
    inhoud = json.loads(json.dumps(vak(cijfer_se=0)).replace(": 0", f": {geschreven}"))
    assert tienden == van_json(Examenresultaat, inhoud).vakresultaten[0].cijfer_se
    regel = json.dumps(vak(cijfer_se=0)).replace(": 0", f": {geschreven}").encode()
    ((_, gevonden),) = lees_regels(io.BytesIO(regel), Examenresultaat)
    assert tienden == gevonden.vakresultaten[0].cijfer_se


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (Decimal("0.9"), "gevonden 0,9; toegestaan is een cijfer van 1,0 tot en met 10,0"),
        (Decimal("10.1"), "gevonden 10,1; toegestaan is een cijfer van 1,0 tot en met 10,0"),
        (Decimal("6.45"), "gevonden 6,45; toegestaan is één cijfer achter de komma"),
        (6.45, "gevonden 6,45; toegestaan is één cijfer achter de komma"),
        (Decimal("1e999999"), None),
        (float("nan"), None),
        ("6.4", "gevonden “6.4”; toegestaan is een cijfer van 1,0 tot en met 10,0"),
        (True, "gevonden true; toegestaan is een cijfer van 1,0 tot en met 10,0"),
    ],
)
def test_een_cijfer_buiten_de_grenzen_of_met_twee_decimalen(waarde: Any, tekst: str) -> None:
    ((veld, gevonden),) = fouten(vak(cijfer_se=waarde))
    assert veld == "vakresultaten[0].cijfer_se"
    assert tekst in (None, gevonden)


@pytest.mark.parametrize(
    ("velden", "plaats", "stuk"),
    [
        ({"vak": "Nederlands"}, "vak", "toegestaan is 4 cijfers"),
        ({"vak": 1001}, "vak", "toegestaan is tekst"),
        ({"vak": "١٠٠١"}, "vak", "toegestaan is 4 cijfers"),
        ({"niveau": "MAVO"}, "niveau", "VMBO_GL, VMBO_TL, HAVO, VWO"),
        ({"examenregime": "2025"}, "examenregime", "heel getal van 1990 tot en met 2100"),
        ({"examenregime": 1989}, "examenregime", "heel getal van 1990 tot en met 2100"),
        ({"examenregime": True}, "examenregime", "gevonden true"),
        ({"inruil": 1}, "inruil", "true of false"),
        ({"eindcijfer": 6.5}, "eindcijfer", "heel getal van 1 tot en met 10"),
        ({"eindcijfer": 11}, "eindcijfer", "heel getal van 1 tot en met 10"),
        ({"resultaatvolgnummer": "a b"}, "resultaatvolgnummer", "letters en cijfers"),
        ({"resultaatvolgnummer": "a" * 21}, "resultaatvolgnummer", "1 tot en met 20"),
        ({"resultaatvolgnummer": ""}, "resultaatvolgnummer", "lege tekst"),
        ({"resultaatvolgnummer": None}, "resultaatvolgnummer", "verplicht"),
        ({"cijfer": 6}, "cijfer", "onbekende sleutel"),
        ({"ce": {"tijdvak": 1}}, "ce", "lijst"),
        ({"ce": [3]}, "ce[0]", "object"),
        ({"ce": [{"tijdvak": 4, "cijfer": 6}]}, "ce[0].tijdvak", "van 1 tot en met 3"),
        ({"ce": [{"tijdvak": 1}]}, "ce[0].cijfer", "verplicht"),
    ],
)
def test_een_fout_noemt_veld_en_wat_mag(velden: dict[str, Any], plaats: str, stuk: str) -> None:
    ((veld, tekst),) = fouten(vak(**velden))
    assert veld == f"vakresultaten[0].{plaats}"
    assert stuk in tekst


@pytest.mark.parametrize(
    "datum", ["12-06-2025", "2025-06-31", "2025-6-12", "20250612", 20250612, "2025-06-12T00:00:00"]
)
def test_een_datum_is_jjjj_mm_dd(datum: Any) -> None:
    uitslag = {"uitslag": "G", "niveau": "HAVO", "examenregime": 2025, "datum": datum}
    ((veld, tekst),) = fouten(EXAMEN | {"uitslag": uitslag})
    assert veld == "uitslag.datum"
    assert "jjjj-mm-dd" in tekst


def test_een_tijdstip_heeft_geen_tijdzone() -> None:
    ((veld, _),) = fouten(EXAMEN | {"aangeleverd_op": "2025-07-01T10:00:00+02:00"})
    assert veld == "aangeleverd_op"


def test_alle_fouten_van_een_record_komen_tegelijk() -> None:
    inhoud = vak(vak="x", cijfer_se=11) | {"brin": "1A", "nieuw": 1}
    verwacht = {"vakresultaten[0].vak", "vakresultaten[0].cijfer_se", "brin", "nieuw"}
    assert verwacht == {veld for veld, _ in fouten(inhoud)}


def test_een_persoonsnummer_staat_in_geen_fouttekst() -> None:
    ((veld, tekst),) = fouten(EXAMEN | {"burgerservicenummer": "12345678"})
    assert (veld, tekst) == (
        "burgerservicenummer",
        "gevonden een nummer van 8 cijfers; toegestaan is 9 cijfers",
    )


@pytest.mark.parametrize("titel", ["a\x00b", "a\nb", "\ud800", "￿"])
def test_stuurtekens_en_halve_tekens_worden_geweigerd(titel: str) -> None:
    werkstuk = {"resultaatvolgnummer": "9", "niveau": "HAVO", "titel": titel}
    ((veld, _),) = fouten(EXAMEN | {"werkstukresultaten": [werkstuk]})
    assert veld == "werkstukresultaten[0].titel"


def test_een_titel_is_ten_hoogste_150_tekens() -> None:
    werkstuk = {"resultaatvolgnummer": "9", "niveau": "HAVO", "titel": "é" * 150}
    gelezen = van_json(Examenresultaat, EXAMEN | {"werkstukresultaten": [werkstuk]})
    assert "é" * 150 == gelezen.werkstukresultaten[0].titel
    werkstuk["titel"] += "é"
    ((_, tekst),) = fouten(EXAMEN | {"werkstukresultaten": [werkstuk]})
    assert tekst == "151 tekens lang; toegestaan is 150"


def lees(tekst: bytes) -> Any:
    return list(lees_regels(io.BytesIO(tekst), Examenresultaat))


GOED = json.dumps(EXAMEN).encode()


@pytest.mark.parametrize(
    ("regel", "stuk"),
    [
        (b"{", "geen geldige JSON bij teken 2"),
        (b"[1, 2]", "object"),
        (b"NaN", "geen geldige JSON"),
        (b'{"brin": "01AA", "brin": "02BB"}', "'brin' staat twee keer"),
        (b'{"brin": "Caf\xe9"}', "geen UTF-8 (byte 0xe9 op plaats 14)"),
        (GOED.decode().encode("utf-16"), "UTF-16"),
        (b"[" * 100_000, "te diep genest"),
        (b"9" * 5000, "te veel cijfers"),
        (b"1e" + b"9" * 30, "getal"),
        (b'"' + b"a" * REGEL_MAXIMUM + b'"', "langer dan 1000000 bytes"),
    ],
    ids=lambda waarde: waarde[:20] if isinstance(waarde, str) else None,
)
def test_een_onleesbare_regel_laat_de_andere_staan(regel: bytes, stuk: str) -> None:
    gelezen = lees(GOED + b"\n" + regel + b"\n" + GOED + b"\n")
    assert [1, 2, 3] == sorted({nummer for nummer, _ in gelezen})
    goed, fout, ook_goed = gelezen[0][1], gelezen[1][1], gelezen[-1][1]
    assert goed == ook_goed == van_json(Examenresultaat, EXAMEN)
    assert isinstance(fout, RecordFout)
    assert fout.regel == 2
    assert stuk in fout.tekst


def test_lege_regels_en_een_bom_horen_er_niet_bij() -> None:
    gelezen = lees(b"\xef\xbb\xbf" + GOED + b"\n\n  \n" + GOED)
    assert [1, 4] == [nummer for nummer, _ in gelezen]
    assert all(isinstance(er, Examenresultaat) for _, er in gelezen)


def test_de_tekst_van_een_record_noemt_regel_en_alle_velden() -> None:
    ((_, fout),) = lees(json.dumps(vak(vak="x", niveau="y")).encode())
    assert "vakresultaten[0].vak" in str(fout)
    assert "vakresultaten[0].niveau" in str(fout)
    assert str(fout).startswith("regel 1: ")
    assert [1, 1] == [deel.regel for deel in fout.fouten]


def test_een_keuring_ziet_het_geheel_en_meldt_mee() -> None:
    def geen_lijsten(er: Examenresultaat) -> Iterator[InvoerFout]:
        if not er.cijferlijsten:
            yield InvoerFout("een cijferlijst ontbreekt", veld="cijferlijsten")

    with pytest.raises(RecordFout, match="een cijferlijst ontbreekt"):
        van_json(Examenresultaat, EXAMEN, geen_lijsten)
    met_lijst = EXAMEN | {"cijferlijsten": [{"opleiding": "5372"}]}
    gelezen = van_json(Examenresultaat, met_lijst, geen_lijsten)
    assert (Cijferlijst(opleiding="5372"),) == gelezen.cijferlijsten


def patronen(klasse: type[Any]) -> Any:
    for attribuut in attributen(klasse):
        if attribuut.veld.patroon and not attribuut.veld.waarden:
            yield attribuut.veld.patroon
        if attribuut.klasse is not None:
            yield from patronen(attribuut.klasse)


def test_elk_patroon_van_wat_men_invult_is_in_woorden_te_zeggen() -> None:
    gebruikt = {*patronen(Examenresultaat), *patronen(Inschrijving), *patronen(Persoon)}
    assert gebruikt <= set(_PATRONEN)
