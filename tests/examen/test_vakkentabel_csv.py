"""DUO's own CSV of the vakkentabel, in and out, with every way in which it can be wrong."""

from __future__ import annotations

import pytest

from examen.vakkentabel import Vakregel, lees_vakkentabel, problemen, regimes
from examen.vakkentabel_csv import KOLOMMEN, Inlezing, als_duo_csv, lees_duo_csv
from examen.vakkentabel_verschil import verschil

KOP = ";".join(KOLOMMEN)
ECONOMIE = "1022;economie;ILT;5372;320;0;L;V;V;V;V;L;N"
CKV = "1020;ckv;ILT;5100;160;0;L;V;L;V;V;V;J"


def lees(*regels: str, kop: str = KOP) -> Inlezing:
    return lees_ruw("\r\n".join([kop, *regels]).encode())


def lees_ruw(inhoud: bytes) -> Inlezing:
    return lees_duo_csv(inhoud, oud=lees_vakkentabel(2025), regime=2025, bestand="vt.csv")


def fouten(inlezing: Inlezing) -> list[str]:
    assert inlezing.tabel is None
    return [str(fout) for fout in inlezing.problemen]


def vakken(inlezing: Inlezing, niveau: str) -> list[Vakregel]:
    assert inlezing.problemen == ()
    assert inlezing.tabel is not None
    return [vak for vak in inlezing.tabel.vakken if vak.niveau == niveau]


@pytest.mark.parametrize("regime", [2017, 2020, 2025])
def test_onze_tabel_komt_ongewijzigd_terug_uit_de_csv(regime: int) -> None:
    assert regime in regimes()
    oud = lees_vakkentabel(regime)
    inlezing = lees_duo_csv(als_duo_csv(oud).encode(), oud=oud, regime=regime, bestand="vt.csv")
    assert inlezing.tabel is not None
    assert () == verschil(oud, inlezing.tabel)
    assert () == inlezing.nieuw
    assert {"duo_1"} == {vak.bron for vak in inlezing.tabel.vakken}


def test_een_regel_wordt_een_vak_met_wat_we_al_wisten() -> None:
    (vak,) = vakken(lees(ECONOMIE), "HAVO")
    assert ("1022", "economie", "econ") == (vak.vakcode, vak.naam, vak.afkorting)
    assert ("VVV", None, "hoog") == (
        vak.cijfer_se + vak.cijfer_ce + vak.eindcijfer,
        vak.kernvak,
        vak.zekerheid,
    )


def test_een_kernvak_blijft_kernvak() -> None:
    (vak,) = vakken(lees("1001;Nederlands;ILT;5372;400;0;L;V;V;V;V;L;N"), "HAVO")
    assert vak.kernvak == "nederlands"


def test_een_niveau_dat_er_niet_in_staat_blijft_zoals_het_was() -> None:
    inlezing = lees(ECONOMIE)
    was = [vak for vak in lees_vakkentabel(2025).vakken if vak.niveau == "VWO"]
    assert was == vakken(inlezing, "VWO")
    assert ("HAVO",) == inlezing.niveaus


def test_wat_blijft_houdt_zijn_eigen_bron() -> None:
    eerst = lees(ECONOMIE).tabel
    assert eerst is not None
    daarna = lees_duo_csv(
        f"{KOP}\n{CKV}".encode(), oud=eerst, regime=2025, bestand="later.csv"
    ).tabel
    assert daarna is not None
    bronnen = {vak.niveau: daarna.bronnen[vak.bron] for vak in daarna.vakken}
    assert "DUO, vakkentabel 2025 (vt.csv)" == bronnen["HAVO"]
    assert "DUO, vakkentabel 2025 (later.csv)" == bronnen["VWO"]
    assert [] == list(problemen(daarna))


@pytest.mark.parametrize(
    ("registratiecode", "niveau"),
    [
        ("5171", "VWO"),
        ("5271", "VWO"),
        ("0170", "VWO"),
        ("170", "VWO"),  # Excel drops the zero in front
        ("5372", "HAVO"),
        ("0373", "HAVO"),
        ("5451", "VMBO_TL"),
        ("5041", "VMBO_TL"),
        ("6031", "VMBO_GL"),
        ("0085", "VMBO_GL"),
    ],
)
def test_de_registratiecode_zegt_het_niveau(registratiecode: str, niveau: str) -> None:
    assert (niveau,) == lees(ECONOMIE.replace("5372", registratiecode)).niveaus


def test_opleidingen_van_een_niveau_worden_een_vak() -> None:
    inlezing = lees(ECONOMIE, ECONOMIE.replace("5372", "5370"))
    assert ["1022"] == [vak.vakcode for vak in vakken(inlezing, "HAVO")]


@pytest.mark.parametrize(
    ("in_csv", "verwacht"),
    [("V;J", "V"), ("O;J", "O"), ("L;J", "O"), ("O;N", "L"), ("L;N", "L")],
)
def test_de_twee_kolommen_over_het_combinatiecijfer_worden_een(in_csv: str, verwacht: str) -> None:
    (vak,) = vakken(lees(CKV.replace("5100", "5372").replace("V;J", in_csv)), "HAVO")
    assert (verwacht, verwacht != "L") == (vak.combinatiecijfer, vak.combinatiecijfer_toegestaan)


def test_vmbo_basis_en_kader_worden_overgeslagen() -> None:
    inlezing = lees(ECONOMIE, ECONOMIE.replace("5372", "6011"), ECONOMIE.replace("5372", "0086"))
    assert (2, ("HAVO",)) == (inlezing.overgeslagen, inlezing.niveaus)


def test_een_onbekend_vak_wordt_genoemd() -> None:
    (vak,) = lees("1999;Toekomstkunde;ILT;5372;320;0;L;V;L;V;V;L;N").nieuw
    assert ("1999", "Toekomstkunde", "", None) == (
        vak.vakcode,
        vak.naam,
        vak.afkorting,
        vak.kernvak,
    )


@pytest.mark.parametrize(("ce", "verwacht"), [("L", "keuzevak"), ("V", "profielvak")])
def test_een_nieuw_beroepsgericht_vak_met_ce_is_een_profielvak(ce: str, verwacht: str) -> None:
    (vak,) = lees(f"2999;nieuw vak;ILT;6031;0;1;L;V;{ce};V;V;O;J").nieuw
    assert verwacht == vak.beroepsgericht


def test_windows_en_unix_regeleinden_bom_en_lege_kolommen_achteraan() -> None:
    tekst = f"\ufeff{KOP};;\n{ECONOMIE};;\n\n;;;\n"
    assert ("HAVO",) == lees_ruw(tekst.encode()).niveaus


@pytest.mark.parametrize(
    ("van", "naar", "verwacht"),
    [
        ("1022;", "econ;", "regel 2, Vakcode: verwacht een code van vier cijfers, gevonden 'econ'"),
        ("1022;", "10222;", "regel 2, Vakcode: verwacht een code van vier cijfers"),
        (";5372", ";9999", "regel 2, Registratiecode: onbekende opleiding 9999"),
        (";320;", ";3.2E2;", "regel 2, Studiebelastingsuren: verwacht een geheel getal"),
        (";0;L", ";2;L", "regel 2, Beroepsgericht vak: verwacht 1 of 0, gevonden '2'"),
        ("V;V;V;V", "V;X;V;V", "regel 2, Ind. cijfer CE: verwacht V of O of L, gevonden 'X'"),
        (";N", ";n", "regel 2, Combinatiecijfer toegestaan: verwacht J of N, gevonden 'n'"),
        (";economie;", ";;", "regel 2, Naam kort vak: is leeg"),
        (";N", "", "regel 2: verwacht 13 kolommen, gevonden 12"),
        (";N", ";N;extra", "regel 2: verwacht 13 kolommen, gevonden 14"),
        (";economie", ';"economie', "regel 2: een aanhalingsteken is niet gesloten"),
        ("L;V;V;V;V", "V;V;V;O;V", "vak 1022 (HAVO): beoordeling SE en cijfer SE zijn allebei"),
        ("V;V;L;N", "V;V;V;N", "vak 1022 (HAVO): telt in het combinatiecijfer, maar dat is niet"),
        (";0;L", ";1;L", "vak 1022 (HAVO): beroepsgericht komt alleen in de gemengde leerweg"),
    ],
)
def test_een_fout_heeft_regel_en_kolom(van: str, naar: str, verwacht: str) -> None:
    assert van in ECONOMIE
    (gevonden,) = fouten(lees(ECONOMIE.replace(van, naar, 1), CKV))
    assert verwacht in gevonden


def test_alle_fouten_van_alle_regels_worden_genoemd() -> None:
    gevonden = fouten(lees("x;economie;ILT;5372;320;0;L;V;Q;V;V;L;?", CKV, "te;weinig"))
    assert [
        "regel 2, Vakcode",
        "regel 2, Ind. cijfer CE",
        "regel 2, Combinatiecijfer toegestaan",
    ] == [fout.split(":")[0] for fout in gevonden[:3]]
    assert ["regel 4: verwacht 13 kolommen, gevonden 2"] == gevonden[3:]


def test_opleidingen_van_een_niveau_mogen_niet_verschillen() -> None:
    anders = ECONOMIE.replace("5372", "5370").replace("V;V;V;V", "V;O;V;V")
    assert [
        "regel 3, Ind. cijfer CE: vak 1022 (HAVO) heeft hier een andere waarde dan op regel 2"
    ] == fouten(lees(ECONOMIE, anders))


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (
            f"{KOP}\n1022;caf\u00e9;".encode("cp1252"),
            "regel 2: geen UTF-8 maar waarschijnlijk Windows",
        ),
        (KOP.encode("utf-16"), "het bestand is UTF-16"),
        (KOP.replace(";", ",").encode(), "regel 1: de kolommen zijn gescheiden met een komma"),
        (KOP.replace("Vakcode", "Vak").encode(), "(ontbreekt: Vakcode; onbekend: Vak)"),
        (f'"{KOP}'.encode(), "regel 1: een aanhalingsteken is niet gesloten"),
        (b"", "regel 1: dit is niet de kop"),
        (KOP.encode(), "er staat geen vak van vmbo-gl, vmbo-tl, havo of vwo in"),
    ],
)
def test_een_ander_bestand_wordt_duidelijk_geweigerd(inhoud: bytes, verwacht: str) -> None:
    (gevonden,) = fouten(lees_ruw(inhoud))
    assert verwacht in gevonden
