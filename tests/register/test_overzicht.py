"""Overviews: what is written is read back, and nothing that is wrong is passed over."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examen.model import Examenresultaat
from register.bestand import schrijf_heel
from register.fouten import InvoerFout
from register.model.persoon import Persoon
from register.opslag import Register, sleutel_van
from register.opslag.dossiers import Dossiers
from register.overzicht import bron as bronmodule
from register.overzicht import cel, regels
from register.overzicht.bron import Selectie, dossiers
from register.overzicht.indeling import Overzichtsoort, Voorloop
from register.overzicht.lezen import Overzichtbestand, open_overzicht
from register.overzicht.periode import Periode, selectieperiode
from register.overzicht.regels import OverzichtFout
from register.overzicht.schrijven import schrijf_overzicht
from register.overzicht.vergelijken import ERBIJ, GEWIJZIGD, WEG, vergelijk
from register.vavo.inschrijving import Inschrijving
from register.vavo.overzicht import INSCHRIJVINGEN, valt_in
from register.velden import Soort, veld
from register.vormen.kolommen import vormen
from tests.momenten import BOEKING
from tests.overzichten import BSN, DAG, JAAR, OWN, SCHOOL, Geheugen, als_rekenblad
from tests.strategieen import entiteiten
from tui.werk.overzichten import OBO, RO

KLASSEN = (Persoon, Inschrijving, Examenresultaat)


def tekst_van(soort: Overzichtsoort, standen: list[Any]) -> str:
    stroom = io.StringIO()
    voorloop = Voorloop(brin="99XX", begin=JAAR.begin, eind=JAAR.eind, aanmaak=DAG)
    gekozen = [stand for stand in standen if type(stand) in soort.klassen]
    van_een = (standen for (standen,) in dossiers([Geheugen(gekozen)]))
    schrijf_overzicht(stroom, soort, voorloop, van_een)
    return stroom.getvalue()


def open_tekst(pad: Path, tekst: str | bytes) -> Overzichtbestand:
    pad.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    return open_overzicht(pad, (RO, OBO))


def inhoud(bestand: Overzichtbestand) -> list[Any]:
    return list(bestand.lees(list(bestand.personen())))


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "overzicht.csv"


# the period


@pytest.mark.parametrize(
    ("begin", "eind"),
    [
        (date(2023, 8, 1), date(2025, 8, 1)),
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2025, 1, 1), date(2025, 1, 1)),
        (date(2090, 1, 1), date(2091, 1, 1)),
    ],
)
def test_een_periode_is_hoogstens_twee_jaar(begin: date, eind: date) -> None:
    assert Periode(begin, eind) == selectieperiode(begin, eind)


@pytest.mark.parametrize(
    ("begin", "eind", "reden"),
    [
        (date(2023, 8, 1), date(2025, 8, 2), "meer dan 2 jaar"),
        (date(2024, 2, 29), date(2026, 3, 1), "meer dan 2 jaar"),
        (date(2025, 1, 2), date(2025, 1, 1), "ligt na de einddatum"),
    ],
)
def test_een_periode_die_duo_weigert(begin: date, eind: date, reden: str) -> None:
    with pytest.raises(InvoerFout, match=reden):
        selectieperiode(begin, eind)


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"datum_inschrijving": JAAR.eind}, True),
        ({"datum_inschrijving": date(2025, 8, 1)}, False),
        ({"datum_uitschrijving_werkelijk": JAAR.begin}, True),
        ({"datum_uitschrijving_werkelijk": date(2024, 7, 31)}, False),
        ({"datum_uitschrijving_gepland": date(2024, 7, 31)}, False),
        (
            {
                "datum_uitschrijving_gepland": date(2024, 7, 31),
                "datum_uitschrijving_werkelijk": JAAR.begin,
            },
            True,
        ),
        ({"datum_uitschrijving_gepland": None}, True),
    ],
)
def test_een_inschrijving_valt_in_de_periode_als_zij_er_een_dag_is(
    velden: dict[str, Any], verwacht: bool
) -> None:
    leeg = Inschrijving(
        brin="99XX", inschrijvingvolgnummer="1", datum_inschrijving=date(2020, 8, 1)
    )

    assert verwacht == valt_in(evolve(leeg, **velden), JAAR)


def test_wie_niets_in_de_periode_heeft_staat_er_niet_in() -> None:
    def namen(periode: Periode) -> list[str]:
        selectie = Selectie(bron=Geheugen(SCHOOL), soort=RO, periode=periode)
        return sorted(
            getattr(s, "inschrijvingvolgnummer", type(s).__name__)
            for s in selectie.lees([BSN, OWN])
        )

    ervoor = Periode(date(2024, 7, 31), date(2024, 7, 31))
    assert ["Examenresultaat", "I1", "I1", "Persoon", "Persoon"] == namen(JAAR)
    assert ["OUD", "Persoon"] == namen(ervoor)
    assert [] == namen(Periode(date(2010, 1, 1), date(2010, 1, 2)))


# the layout


@pytest.mark.parametrize("soort", [RO, OBO], ids=lambda soort: soort.naam)
def test_elke_soort_record_en_elk_veld_heeft_een_eigen_naam(soort: Overzichtsoort) -> None:
    frames = [vorm for klasse in soort.klassen for vorm in vormen(klasse)]
    assert len(frames) == len(soort.recordsoorten)
    for recordsoort in soort.recordsoorten.values():
        for namen in ([v.naam for v in recordsoort.velden], [v.label for v in recordsoort.velden]):
            assert len(set(namen)) == len(namen), recordsoort.code


def test_alles_van_een_stand_staat_in_zijn_records() -> None:
    for recordsoort in RO.recordsoorten.values():
        assert {*recordsoort.vorm.kolommen} - {"brin"} <= {v.naam for v in recordsoort.velden}


def test_elk_frame_van_een_inschrijving_heeft_een_code() -> None:
    assert [v.naam for v in vormen(Inschrijving)] == [*INSCHRIJVINGEN.codes]


# there and back


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_wat_geschreven_is_wordt_zo_teruggelezen(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    standen = []
    for nummer in range(data.draw(st.integers(1, 3))):
        kenmerken = data.draw(st.sampled_from(["bsn", "own", "beide"]))
        nummers = {
            "burgerservicenummer": None if kenmerken == "own" else f"99999{nummer:04}",
            "onderwijsnummer": None if kenmerken == "bsn" else f"10000{nummer:04}",
        }
        for klasse in KLASSEN:
            stand = data.draw(entiteiten(klasse))
            school = {} if klasse is Persoon else {"brin": "99XX"}
            standen.append(evolve(stand, **nummers, **school))
    pad = tmp_path_factory.mktemp("overzicht") / "ro.csv"

    gelezen = open_tekst(pad, tekst_van(RO, standen))

    assert () == gelezen.afwijkingen
    assert {(type(s), sleutel_van(s)): s for s in standen} == {
        (type(s), sleutel_van(s)): s for s in inhoud(gelezen)
    }
    assert [] == list(vergelijk(gelezen, Geheugen(standen), RO))


@pytest.mark.parametrize("soort", [RO, OBO], ids=lambda soort: soort.naam)
def test_het_laatste_record_zegt_welk_overzicht_het_is(soort: Overzichtsoort, pad: Path) -> None:
    gelezen = open_tekst(pad, tekst_van(soort, SCHOOL))

    assert soort is gelezen.soort
    assert JAAR == gelezen.voorloop.periode
    assert ("99XX", DAG) == (gelezen.voorloop.brin, gelezen.voorloop.aanmaak)


def test_personen_staan_op_bsn_en_wie_alleen_een_onderwijsnummer_heeft_komt_achteraan() -> None:
    personen = [
        evolve(SCHOOL[0], burgerservicenummer=bsn, onderwijsnummer=own)
        for bsn, own in [(None, "100000009"), ("999990020", "100000001"), ("999990019", None)]
    ]
    regels_ = tekst_van(RO, personen).splitlines()[1:-1]

    assert [
        ["999990019", ""],
        ["999990020", "100000001"],
        ["", "100000009"],
    ] == [regel.split("|")[1:3] for regel in regels_]


@pytest.mark.parametrize("samen", [1, 2, 500])
def test_in_delen_gelezen_is_het_hetzelfde(samen: int, monkeypatch: pytest.MonkeyPatch) -> None:
    in_een_keer = tekst_van(RO, SCHOOL)
    monkeypatch.setattr(bronmodule, "SAMEN", samen)

    assert in_een_keer == tekst_van(RO, SCHOOL)


def test_het_register_geeft_wat_van_de_school_is_en_nu_geldt(tmp_path: Path) -> None:
    ander = evolve(SCHOOL[3], brin="98XX", inschrijvingvolgnummer="ELDERS")
    alleen_elders = evolve(ander, burgerservicenummer="999990020")
    gewijzigd = evolve(SCHOOL[3], hoogste_vooropleiding="05", aangeleverd_op=BOEKING["op"])
    plaats = tmp_path / "register.db"
    with Register.open(plaats) as register:
        register.boek_alle([*SCHOOL, ander, alleen_elders, gewijzigd], **BOEKING)
        register.verwijder(Examenresultaat, sleutel_van(SCHOOL[4]), **BOEKING)
    with Dossiers.open(plaats, brin="99XX", klassen=KLASSEN) as open_dossiers:
        assert {BSN: False, OWN: True} == open_dossiers.personen()
        gevonden = list(open_dossiers.lees([BSN, OWN]))

    verwacht = [*SCHOOL[:3], gewijzigd, SCHOOL[5]]
    assert len(verwacht) == len(gevonden)
    assert all(stand in gevonden for stand in verwacht)


def test_een_boeking_tijdens_het_lezen_is_niet_te_zien(tmp_path: Path) -> None:
    plaats = tmp_path / "register.db"
    with Register.open(plaats) as register:
        register.boek_alle(SCHOOL, **BOEKING)
        with Dossiers.open(plaats, brin="99XX", klassen=KLASSEN) as open_dossiers:
            eerst = open_dossiers.personen()
            register.boek(evolve(SCHOOL[3], burgerservicenummer="999990020"), **BOEKING)
            assert eerst == open_dossiers.personen()


# what a spreadsheet does


def test_een_bestand_uit_een_rekenblad_is_te_lezen_en_wat_anders_was_wordt_gezegd(
    pad: Path,
) -> None:
    zonder_aanhaling = [evolve(SCHOOL[0], voornamen="Joris", achternaam="Duinstra"), *SCHOOL[2:]]
    heen = tekst_van(RO, zonder_aanhaling)
    gelezen = open_tekst(pad, als_rekenblad(heen.splitlines()))

    assert {
        regels.PUNTKOMMAS,
        regels.AANGEVULD,
        regels.VOLGORDE,
        cel.DATUMVORM,
        cel.VOORLOOPNULLEN,
        cel.SCHRIJFWIJZE,
    } == {afwijking.wat for afwijking in gelezen.afwijkingen}
    assert [] == list(vergelijk(gelezen, Geheugen(zonder_aanhaling), RO))
    assert heen == tekst_van(RO, inhoud(gelezen))


@pytest.mark.parametrize(
    ("wijzig", "wat", "regel"),
    [
        (lambda t: b"\xef\xbb\xbf" + t.encode(), regels.BYTEVOLGORDE, 1),
        (lambda t: t.replace("Fenna", "Zoë").encode("cp1252"), regels.WINDOWS, 2),
        (lambda t: t.replace("\nISG", "\n\n||\nISG", 1).encode(), regels.LEEG, 3),
        (lambda t: t.replace("\n", "|||\n").encode(), regels.AANGEVULD, 1),
        (lambda t: t.replace("|J|", "|j|", 1).encode(), cel.SCHRIJFWIJZE, 12),
    ],
    ids=["BOM", "Windows-1252", "lege regels", "lege velden", "kleine letter"],
)
def test_elke_afwijking_noemt_haar_eerste_regel(
    wijzig: Callable[[str], bytes], wat: str, regel: int, pad: Path
) -> None:
    gelezen = open_tekst(pad, wijzig(tekst_van(RO, SCHOOL)))

    assert [(wat, regel)] == [(a.wat, a.regel) for a in gelezen.afwijkingen]
    assert len(SCHOOL) == len(inhoud(gelezen))


def test_regeleinden_van_windows_maken_niets_uit(pad: Path) -> None:
    assert () == open_tekst(pad, tekst_van(RO, SCHOOL).replace("\n", "\r\n")).afwijkingen


@pytest.mark.parametrize(
    ("veld_", "tekst", "verwacht"),
    [
        (veld("d", Soort.DATUM), "1-8-2024", (date(2024, 8, 1), cel.DATUMVORM)),
        (veld("d", Soort.CODE, patroon="[0-9]{4}"), "63", ("0063", cel.VOORLOOPNULLEN)),
        (veld("d", Soort.CODE, patroon="[0-9]{4}"), "0063", ("0063", None)),
        (veld("d", Soort.CIJFER), "7", (70, cel.SCHRIJFWIJZE)),
        (veld("d", Soort.CIJFER), "7.0", (70, cel.SCHRIJFWIJZE)),
        (veld("d", Soort.CIJFER), "7,0", (70, None)),
        (veld("d", Soort.TEKST, maximum=9), " 1-8-2024", (" 1-8-2024", None)),
        (veld("d", Soort.TEKST, maximum=9), "", (None, None)),
    ],
)
def test_een_cel(veld_: Any, tekst: str, verwacht: tuple[Any, str | None]) -> None:
    assert verwacht == cel.lees_cel(veld_.metadata["veld"], tekst)


@pytest.mark.parametrize(
    ("veld_", "tekst"),
    [
        (veld("d", Soort.DATUM), "31-2-2024"),
        (veld("d", Soort.DATUM), "1-8-24"),
        (veld("d", Soort.CODE, patroon="[0-9]{4,5}"), "322"),
        (veld("d", Soort.CODE, patroon="[0-9]{4}"), "00063"),
        (veld("d", Soort.CODE, patroon="[0-9]{20}"), "1,23457E+19"),
    ],
)
def test_wat_op_meer_manieren_te_lezen_is_wordt_niet_geraden(veld_: Any, tekst: str) -> None:
    with pytest.raises(InvoerFout):
        cel.lees_cel(veld_.metadata["veld"], tekst)


# what is wrong


def zonder(regel: int) -> Callable[[list[str]], list[str]]:
    return lambda alle: [*alle[: regel - 1], *alle[regel:]]


def vervang(regel: int, oud: str, nieuw: str) -> Callable[[list[str]], list[str]]:
    def wijzig(alle: list[str]) -> list[str]:
        assert oud in alle[regel - 1]
        return [*alle[: regel - 1], alle[regel - 1].replace(oud, nieuw, 1), *alle[regel:]]

    return wijzig


def herhaal(regel: int) -> Callable[[list[str]], list[str]]:
    return lambda alle: [*alle[:regel], *alle[regel - 1 :]]


OBO_INHOUD = [
    stand
    for (standen,) in dossiers([Geheugen([s for s in SCHOOL if type(s) in OBO.klassen])])
    for stand in standen.values()
]
"""What an OBO of the school gives back."""

KORT = tekst_van(OBO, SCHOOL).splitlines()
"""VLP, PER ISG ISP, ISG ISP, PER ISG ISP ISP AVO, CTR."""


def test_het_korte_overzicht_heeft_deze_regels(pad: Path) -> None:
    assert OBO_INHOUD == inhoud(open_tekst(pad, tekst_van(OBO, SCHOOL)))
    codes = "VLP PER ISG ISP ISG ISP PER ISG ISP ISP AVO CTR"
    assert codes.split() == [regel[:3] for regel in KORT]


@pytest.mark.parametrize(
    ("wijzig", "verwacht"),
    [
        (vervang(4, "ISP", "XXX"), {(4, "onbekend soort record “XXX”"), (12, "aantal ISP")}),
        (vervang(4, "2024-08-01", "01/08/24"), {(4, "begindatum: gevonden “01/08/24”")}),
        (vervang(4, "|DT|", "|XX|"), {(4, "toegestaan is DT, EX, VT")}),
        (vervang(4, "|2024-08-01", "|"), {(4, "ISP begindatum: ontbreekt")}),
        (vervang(4, "|4|", "|"), {(4, "10 velden; een record ISP heeft er 11")}),
        (vervang(4, "|4|", "|4|5|6|"), {(4, "velden; een record ISP heeft er")}),
        (vervang(4, BSN, "99999001X"), {(4, "een nummer van 9 tekens")}),
        (vervang(4, BSN, ""), {(4, "een van beide is nodig")}),
        (vervang(4, f"{BSN}||", f"{BSN}|{OWN}|"), {(4, "anders dan in het record ISG op regel 3")}),
        (vervang(2, "van de", 'van "de'), set()),
        (vervang(2, "van de", '"van de'), {(2, "een aanhalingsteken"), (12, "aantal PER")}),
        (vervang(2, "Fenna", "F" * 100_000), {(2, "langer dan"), (12, "aantal PER")}),
        (zonder(12), {(11, "het laatste record (SLR of CTR) ontbreekt")}),
        (zonder(1), {(1, "het eerste record (VLP) ontbreekt")}),
        (
            zonder(4),
            {(11, "CTR aantal ISP: er staat “4”, maar in het bestand is het 3"), (11, "som van")},
        ),
        (
            zonder(9),
            {
                (9, "ISP nr: nummer 1 ontbreekt"),
                (10, "AVO nr ISP: dat nummer (1) is er niet"),
                (11, "aantal ISP"),
            },
        ),
        (zonder(8), {(8, "er is geen record ISG waar"), (11, "aantal ISG")}),
        (zonder(10), {(11, "aantal ISP"), (11, "som van opleiding in ISP")}),
        (herhaal(1), {(2, "nog een record VLP; het eerste staat op regel 1")}),
        (herhaal(12), {(13, "nog een record CTR; het eerste staat op regel 12")}),
        (herhaal(3), {(4, "hetzelfde als het record ISG op regel 3"), (13, "aantal ISG")}),
        (herhaal(9), {(10, "hetzelfde nummer als het record op regel 9"), (13, "aantal ISP")}),
        (vervang(1, "2024-08-01", "2025-08-01"), {(1, "ligt na de einddatum")}),
        (vervang(1, "99XX", ""), {(1, "VLP BRIN: ontbreekt")}),
        (vervang(1, "|99XX", ""), {(1, "4 velden; een record VLP heeft er 5")}),
        (vervang(6, "5372", "5373"), {(12, "som van opleiding in ISP")}),
        (vervang(12, "|1|", "|"), {(12, "velden; een record CTR heeft er")}),
        (
            lambda alle: [*alle[:11], f"EXR|{BSN}||ER1|||N||||", alle[11]],
            {(12, "een record EXR hoort niet in OBO")},
        ),
    ],
)
def test_elke_fout_staat_bij_zijn_regel(
    wijzig: Callable[[list[str]], list[str]], verwacht: set[tuple[int, str]], pad: Path
) -> None:
    tekst = "\n".join(wijzig(KORT)) + "\n"
    if not verwacht:
        open_tekst(pad, tekst)
        return
    with pytest.raises(OverzichtFout) as gevangen:
        open_tekst(pad, tekst)

    gevonden = [(fout.regel, str(fout)) for fout in gevangen.value.fouten]
    assert len(verwacht) == len(gevonden) == gevangen.value.aantal, gevonden
    for regel, stuk in verwacht:
        assert any(regel == nr and stuk in tekst for nr, tekst in gevonden), (regel, stuk, gevonden)
    assert BSN not in str(gevonden)
    assert OWN not in str(gevonden)


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("", "het bestand is leeg"),
        ("Recordsoort|BSN\nPER|1\n", "dit is geen overzicht"),
        ("VLP,99XX,2024-08-01\n", "dit is geen overzicht"),
        ("VLP|99XX\n".encode("utf-16"), "dit is geen overzicht"),
        (b"PK\x03\x04", "dit is geen overzicht"),
        (b"VLP|\x81\n", "geen leesbare tekst"),
    ],
)
def test_iets_anders_dan_een_overzicht(tekst: str | bytes, reden: str, pad: Path) -> None:
    with pytest.raises(OverzichtFout, match=reden):
        open_tekst(pad, tekst)


@pytest.mark.parametrize("soort", [RO, OBO], ids=lambda soort: soort.naam)
def test_een_regel_die_wegviel_wordt_altijd_gemist(soort: Overzichtsoort, pad: Path) -> None:
    alle = tekst_van(soort, SCHOOL).splitlines(keepends=True)
    for regel in range(len(alle)):
        with pytest.raises(OverzichtFout):
            open_tekst(pad, "".join([*alle[:regel], *alle[regel + 1 :]]))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_een_ander_teken_blijft_nooit_onopgemerkt(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It is a fault, or is told, or is a difference in what was read."""
    heen = tekst_van(OBO, SCHOOL)
    plaats = data.draw(st.integers(0, len(heen) - 1))
    teken = data.draw(st.sampled_from('|;"\n\r 0159JNX-,.é'))
    if teken == heen[plaats] or {teken, heen[plaats]} == {"\n", "\r"}:
        return
    pad = tmp_path_factory.mktemp("overzicht") / "obo.csv"
    try:
        gelezen = open_tekst(pad, heen[:plaats] + teken + heen[plaats + 1 :])
    except OverzichtFout:
        return

    terug = (gelezen.voorloop, inhoud(gelezen))
    zelfde = (Voorloop(brin="99XX", begin=JAAR.begin, eind=JAAR.eind, aanmaak=DAG), OBO_INHOUD)
    assert gelezen.afwijkingen or zelfde != terug


def test_van_heel_veel_fouten_wordt_de_rest_geteld(
    pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regels, "FOUTEN_MAXIMUM", 3)

    with pytest.raises(OverzichtFout, match="en nog 11") as gevangen:
        open_tekst(pad, "VLP|\n" + "XXX|\n" * 10)
    assert (3, 12) == (len(gevangen.value.fouten), gevangen.value.aantal)


def test_een_bestand_dat_intussen_wijzigt_wordt_niet_vertrouwd(pad: Path) -> None:
    gelezen = open_tekst(pad, tekst_van(RO, SCHOOL))
    pad.write_text(tekst_van(RO, SCHOOL[2:]), encoding="utf-8")

    with pytest.raises(OverzichtFout):
        inhoud(gelezen)


# comparing


def test_wat_kwam_ging_en_wijzigde() -> None:
    persoon, inschrijving, examen, oud = SCHOOL[2:]
    anders = evolve(examen, vakresultaten=(evolve(examen.vakresultaten[0], cijfer_se=99),))
    nieuw = [persoon, anders, oud, evolve(inschrijving, inschrijvingvolgnummer="I2")]
    gevonden = [
        (v.soort, v.volgnummer, v.wat, v.wijziging.plaats, v.wijziging.oud, v.wijziging.nieuw)
        for v in vergelijk(Geheugen(SCHOOL[2:]), Geheugen(nieuw), RO)
    ]

    assert ("inschrijving", "I1", WEG, "", "", "") == gevonden[0]
    assert ("inschrijving", "I2", ERBIJ, "", "", "") == gevonden[1]
    assert (
        *("examenresultaat", "ER1", GEWIJZIGD),
        *("vakresultaten NE (1001 HAVO): cijfer SE", "6,4", "9,9"),
    ) == gevonden[2]
    assert {("vakresultaten", "weg")} == {(p.split()[0], n) for *_, p, _, n in gevonden[3:]}


def test_een_persoon_die_maar_een_van_beide_kent() -> None:
    gevonden = list(vergelijk(Geheugen(SCHOOL[:2]), Geheugen(SCHOOL[2:]), OBO))

    assert [
        ("PER", BSN, None, "100001", ERBIJ),
        ("ISG", BSN, None, "100001", ERBIJ),
        ("ISG", BSN, None, "100001", ERBIJ),
        ("PER", None, OWN, "100002", WEG),
        ("ISG", None, OWN, "100002", WEG),
    ] == [
        (v.code, v.burgerservicenummer, v.onderwijsnummer, v.studentnummer, v.wat) for v in gevonden
    ]


# the file


def test_een_bestand_is_er_heel_of_niet_en_alleen_voor_de_eigenaar(tmp_path: Path) -> None:
    pad = tmp_path / "ro.csv"
    pad.write_text("oud")
    pad.chmod(0o644)
    with pytest.raises(KeyError), schrijf_heel(pad) as stroom:  # noqa: PT012 - halfway through
        stroom.write("half")
        raise KeyError
    assert ("oud", [pad]) == (pad.read_text(), list(tmp_path.iterdir()))

    with schrijf_heel(pad) as stroom:
        stroom.write("nieuw")

    assert ("nieuw", 0o600) == (pad.read_text(), pad.stat().st_mode & 0o777)
    assert [pad] == list(tmp_path.iterdir())
