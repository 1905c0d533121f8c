"""What keys do in a form, case by case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from examen.invoer import keuring
from examen.model import Cijferlijst, Examenresultaat, Herkansing, Vakresultaat
from examen.namen import TabelNamen
from register.fouten import InvoerFout
from register.model.persoon import KORTE_SET, Persoon
from register.model.persoonsnummer import keuring as nummerkeuring
from register.vavo.inschrijving import Inschrijving
from register.velden import attributen
from register.vormen.json_vorm import RecordFout
from tests.tui.voorbeeld import EXAMEN, INSCHRIJVING, PERSONEN
from tui.formulier import formulieren
from tui.formulier.bevestiging import Antwoord, Bevestiging
from tui.formulier.boom import blok_van
from tui.formulier.formulier import VAST, Formulier, Gevolg
from tui.formulier.keuzelijst import Keuze, Keuzelijst
from tui.formulier.tabelkeuzen import TabelKeuzen
from tui.weergave import formulier as weergave

PEILDATUM = date(2025, 7, 1)
NAMEN = TabelNamen()
PERSOON = PERSONEN[0]


def druk(formulier: Formulier, *toetsen: str) -> Gevolg:
    """Press keys and give what the last one did."""
    gevolg = Gevolg()
    for toets in toetsen:
        gevolg = formulier.druk(toets)
    return gevolg


def labels(formulier: Formulier) -> list[str]:
    return [regel.label for regel in formulier.regels]


def inschrijving() -> Formulier:
    return Formulier.van(INSCHRIJVING, peildatum=PEILDATUM)


def op(formulier: Formulier, pad: str) -> Formulier:
    formulier.toon(pad)
    assert pad == formulier.regel.pad
    return formulier


def test_een_code_typt_men_over_wat_er_staat_en_een_tekst_vult_men_aan() -> None:
    formulier = Formulier.van(PERSOON, peildatum=PEILDATUM)
    druk(op(formulier, "geslacht"), "1")
    druk(op(formulier, "voornamen"), *" X", "left", "backspace", "right", "backspace", *"Jo")

    assert ("1", "FennaJo") == (
        formulier.entiteit().geslacht,
        formulier.entiteit().voornamen,
    )


def test_links_en_rechts_veranderen_iets_in_een_code() -> None:
    formulier = op(Formulier.van(PERSOON, peildatum=PEILDATUM), "geboortedatum")
    druk(formulier, "left", "backspace", "5")

    assert "2056-03-00" == formulier.entiteit().geboortedatum


def test_delete_maakt_een_veld_leeg_en_backspace_een_teken() -> None:
    formulier = op(inschrijving(), "datum_uitschrijving_gepland")
    druk(formulier, "delete")

    assert formulier.entiteit().datum_uitschrijving_gepland is None

    druk(formulier, *"1-1-26", "backspace", "7")

    assert date(2027, 1, 1) == formulier.entiteit().datum_uitschrijving_gepland


def test_een_verlaten_veld_staat_er_voluit() -> None:
    formulier = op(inschrijving(), "datum_inschrijving")
    druk(formulier, *"1-8-25", "down", "up")

    assert "01-08-2025" == formulier.regel.ding.tekst  # type: ignore[union-attr]


def test_een_toets_die_niets_doet_laat_het_schrijfmerk_in_de_tekst() -> None:
    formulier = op(Formulier.van(PERSOON, peildatum=PEILDATUM), "datum_overlijden")
    druk(formulier, *"  ", "ctrl+z")

    assert 0 == formulier.plek

    druk(formulier, *"1-3-20", "ctrl+z", *"x")

    assert "01-03-x2020" == formulier.regel.ding.tekst  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("toetsen", "verwacht"),
    [("j", True), ("J", True), ("jn", False), (" ", True), ("  ", False), ("jx", True)],
)
def test_ja_of_nee_is_een_toets(toetsen: str, verwacht: bool) -> None:
    formulier = op(Formulier.van(EXAMEN, peildatum=PEILDATUM), "teruggetrokken")
    druk(formulier, *toetsen)

    assert verwacht == formulier.entiteit().teruggetrokken


def test_de_sleutel_van_wat_er_is_ligt_vast() -> None:
    formulier = op(inschrijving(), "inschrijvingvolgnummer")

    assert Gevolg(melding=VAST, bel=True) == druk(formulier, "X")
    assert formulier.keuzelijst() is None
    assert INSCHRIJVING == formulier.entiteit()


def test_een_lid_komt_erbij_gaat_weg_komt_terug_en_schuift() -> None:
    formulier = op(inschrijving(), "perioden[0]")
    druk(formulier, "f6", *"1-2-25", "down", *"5373")
    tweede = formulier.entiteit().perioden[1]

    assert ("5373", date(2025, 2, 1)) == (tweede.opleiding, tweede.begindatum)

    druk(formulier, "f8")
    assert (tweede, *INSCHRIJVING.perioden) == formulier.entiteit().perioden
    druk(formulier, "f8")
    assert (*INSCHRIJVING.perioden, tweede) == formulier.entiteit().perioden

    druk(formulier, "f7")
    assert INSCHRIJVING == formulier.entiteit()
    druk(formulier, "f7")
    assert () == formulier.entiteit().perioden
    assert druk(formulier, "f7").bel

    druk(formulier, "ctrl+z", "ctrl+z")
    assert (*INSCHRIJVING.perioden, tweede) == formulier.entiteit().perioden
    assert druk(formulier, "ctrl+z").bel


def test_wat_in_een_dicht_lid_is_weggehaald_komt_terug_in_beeld() -> None:
    er = evolve(EXAMEN, vakresultaten=EXAMEN.vakresultaten[:1])
    formulier = op(Formulier.van(er, peildatum=PEILDATUM), "vakresultaten[0].ce[1].cijfer")
    druk(formulier, "f7")
    druk(op(formulier, "vakresultaten[0]"), " ", "ctrl+z")

    assert er == formulier.entiteit()
    assert "vakresultaten[0].ce[1].tijdvak" == formulier.regel.pad


def test_van_een_deel_is_er_hoogstens_een() -> None:
    formulier = op(Formulier.van(PERSOON, peildatum=PEILDATUM), "adres_binnenland")

    assert "kan er maar een zijn" in druk(formulier, "f6").melding

    druk(formulier, "f7")
    assert formulier.entiteit().adres_binnenland is None


def test_een_leeg_deel_is_geen_deel() -> None:
    formulier = op(Formulier.van(PERSOON, peildatum=PEILDATUM), "adres_buitenland")
    druk(formulier, "f6")

    assert "adresregel 1" == formulier.regel.label
    assert PERSOON == formulier.entiteit()


def test_leden_gaan_open_en_dicht() -> None:
    formulier = op(inschrijving(), "perioden[0]")
    dicht = labels(formulier)
    druk(formulier, "enter")

    assert "begindatum" == formulier.regel.label

    druk(formulier, "up", " ")
    assert dicht == labels(formulier)
    druk(formulier, "right", "left")
    assert dicht == labels(formulier)
    druk(op(formulier, "perioden"), " ")
    assert "begindatum" in labels(formulier)


def test_eerst_staan_er_de_korte_set_en_de_naam_en_dan_de_rest() -> None:
    formulier = formulieren.nieuwe_persoon(NAMEN, PEILDATUM)
    namen = {attribuut.veld.label: attribuut.naam for attribuut in attributen(Persoon)}

    naam = {"voornamen", "voorvoegsel", "achternaam"}
    assert {*KORTE_SET, *naam} == {namen[label] for label in labels(formulier)[:-1]}
    assert "overige gegevens" == labels(formulier)[-1]

    druk(formulier, "end", "enter", *"0")

    assert "datum overlijden" == formulier.regel.label
    assert {*namen, "overige gegevens"} == set(labels(formulier))

    druk(op(formulier, "datum_overlijden"), "up", " ")
    assert "overige gegevens" == labels(formulier)[-1]


def test_een_fout_in_de_rest_is_te_zien_en_te_vinden() -> None:
    formulier = formulieren.nieuwe_persoon(NAMEN, PEILDATUM)
    druk(op(formulier, "datum_overlijden"), *"geen datum")
    druk(formulier, "home", "end", "up", "up", "up", "up", " ")

    assert "datum overlijden" not in labels(formulier)
    assert "hieronder klopt nog iets niet (1)" == formulier.bezwaar(formulier.regel.ding)

    op(formulier, "datum_overlijden")


@pytest.mark.parametrize(
    ("entiteit", "velden"),
    [
        (PERSOON, []),
        (evolve(PERSOON, burgerservicenummer=None), ["burgerservicenummer"]),
        (evolve(PERSOON, burgerservicenummer="999990018"), ["burgerservicenummer"]),
        (evolve(PERSOON, burgerservicenummer="000000000"), ["burgerservicenummer"]),
        (evolve(PERSOON, onderwijsnummer="999990019"), ["onderwijsnummer"]),
        (evolve(PERSOON, burgerservicenummer=None, onderwijsnummer="101222331"), []),
    ],
)
def test_een_persoonsnummer_doorstaat_de_elfproef(entiteit: Persoon, velden: list[str]) -> None:
    fouten = list(nummerkeuring(entiteit))

    assert velden == [fout.veld for fout in fouten]
    assert not any("99999" in fout.tekst for fout in fouten)


@pytest.mark.parametrize(
    ("getypt", "bezwaar"),
    [
        ("99999001", "gevonden een nummer van 8 cijfers; toegestaan is 9 cijfers"),
        ("999990018", "klopt niet (elfproef); kijk de cijfers na"),
        ("999990019", ""),
    ],
)
def test_een_bsn_wordt_bij_elke_toets_beproefd(getypt: str, bezwaar: str) -> None:
    formulier = formulieren.heridentificatie("100000009", PEILDATUM)

    assert "burgerservicenummer" == formulier.regel.pad

    druk(formulier, *getypt)

    assert bezwaar == formulier.bezwaar(formulier.regel.ding)


def test_alle_fouten_komen_met_hun_plaats() -> None:
    formulier = Formulier.nieuw(Inschrijving, {}, peildatum=PEILDATUM)
    druk(op(formulier, "brin"), *"x")
    druk(op(formulier, "perioden"), "f6")
    with pytest.raises(RecordFout) as fout:
        formulier.entiteit()

    assert [
        "brin",
        "inschrijvingvolgnummer",
        "datum_inschrijving",
        "perioden[0].begindatum",
        "perioden[0].opleiding",
    ] == [een.veld for een in fout.value.fouten]


def test_de_keuring_van_het_geheel_wijst_de_regel_aan() -> None:
    formulier = Formulier.van(EXAMEN, peildatum=PEILDATUM, keuring=keuring)
    druk(op(formulier, "vakresultaten[1].resultaatvolgnummer"), "1")
    with pytest.raises(RecordFout) as fout:
        formulier.entiteit()
    (een,) = fout.value.fouten

    op(formulier, een.veld)


@pytest.mark.parametrize(
    ("entiteit", "pad", "naam"),
    [
        (EXAMEN, "vakresultaten[1].cijfer_se", "vakresultaten 2, cijfer SE"),
        (EXAMEN, "vakresultaten[0].ce[1].cijfer", "vakresultaten 1, CE per tijdvak 2, cijfer CE"),
        (INSCHRIJVING, "perioden[0].opleiding", "perioden 1, opleiding"),
    ],
)
def test_een_plaats_noemt_waar_zij_in_staat_en_niet_wat_ervoor_staat(
    entiteit: Any, pad: str, naam: str
) -> None:
    formulier = op(Formulier.van(entiteit, peildatum=PEILDATUM), pad)

    assert naam == weergave.plaatsnaam(formulier)


def test_gewijzigd_is_wat_anders_is_dan_in_het_begin() -> None:
    formulier = op(inschrijving(), "datum_inschrijving")
    druk(formulier, *"1-8-25")
    assert formulier.gewijzigd
    druk(formulier, "down", "up", *"1-8-24")
    assert not formulier.gewijzigd
    druk(op(formulier, "perioden[0]"), "f7")
    assert formulier.gewijzigd


@pytest.mark.parametrize(
    ("geplakt", "verwacht"),
    [("Jo\tAn\nPiet", "JoAn"), ("", None), ("\x1b[31mJo", "[31mJo"), (" é ", "é")],
)
def test_plakken_is_de_eerste_regel_typen(geplakt: str, verwacht: str | None) -> None:
    formulier = op(Formulier.van(evolve(PERSOON, voornamen=None), peildatum=PEILDATUM), "voornamen")
    formulier.plak(geplakt)

    assert verwacht == formulier.entiteit().voornamen


# choices

KEUZEN = [Keuze("1003", "Frans"), Keuze("1004", "Duits"), Keuze("0011", "Nederlandse taal")]


@pytest.mark.parametrize(
    ("gezocht", "verwacht"),
    [
        ("", ["1003", "1004", "0011"]),
        ("10", ["1003", "1004"]),
        ("TAAL ned", ["0011"]),
        ("3", ["1003"]),
        ("d", ["1004", "0011"]),
        ("xyz", []),
    ],
)
def test_typen_zoekt_op_code_en_naam(gezocht: str, verwacht: list[str]) -> None:
    lijst = Keuzelijst("vak", KEUZEN)
    lijst.zoek(gezocht)

    assert verwacht == [keuze.code for keuze in lijst.gevonden]


def test_kiezen_begint_bij_wat_er_staat_en_na_zoeken_vooraan() -> None:
    lijst = Keuzelijst("vak", KEUZEN, "1004")

    assert "1004" == lijst.gevonden[lijst.cursor].code

    lijst.zoek("d")

    assert 0 == lijst.cursor
    assert 0 == Keuzelijst("vak", KEUZEN, "9999").cursor


def codes(formulier: Formulier) -> list[str]:
    lijst = formulier.keuzelijst()
    return [keuze.code for keuze in lijst.gevonden] if lijst else []


def test_een_veld_met_een_waardenlijst_is_te_kiezen() -> None:
    formulier = op(Formulier.van(PERSOON, peildatum=PEILDATUM), "geslacht")

    assert ["1", "2", "3"] == codes(formulier)

    formulier.kies(Keuze("3", "vastgesteld onbekend"))

    assert "3" == formulier.entiteit().geslacht


def test_vakken_zijn_te_kiezen_van_het_niveau_en_anders_van_alle() -> None:
    keuzen = TabelKeuzen(NAMEN)
    begin = {"niveau": "HAVO", "examenregime": 2025}
    havo = Formulier.nieuw(Vakresultaat, begin, peildatum=PEILDATUM, keuzen=keuzen)
    alle = Formulier.nieuw(Vakresultaat, {}, peildatum=PEILDATUM, keuzen=keuzen)

    assert {"1001", "0400"} <= set(codes(op(havo, "vak")))
    assert "0011" not in codes(op(havo, "vak"))
    assert {"1001", "0011"} <= set(codes(op(alle, "vak")))


def test_een_toets_zoekt_geen_namen_op_die_al_zijn_opgezocht(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gevraagd = []
    namen = TabelNamen()
    monkeypatch.setattr(namen, "vak", lambda *vak: gevraagd.append(vak) or "naam")
    monkeypatch.setattr(namen, "opleiding", lambda code: gevraagd.append(code) or "naam")
    formulier = op(formulieren.wijzig(EXAMEN, namen, PEILDATUM), "vakresultaten[0].vak")
    weergave.rijen(formulier, 80)
    weergave.toelichting(formulier)

    assert gevraagd
    gevraagd.clear()

    for toets in ("left", "right", "down"):
        formulier.druk(toets)
        weergave.rijen(formulier, 80)
        weergave.toelichting(formulier)

    assert [] == gevraagd


def test_een_regel_en_een_herkansing_kiezen_uit_het_eigen_examen() -> None:
    regel = op(
        formulieren.cijferlijst(EXAMEN, Cijferlijst(opleiding="5372"), NAMEN, PEILDATUM), "regels"
    )
    herkansing = op(formulieren.nieuwe_herkansing(EXAMEN, NAMEN, PEILDATUM), "vakken")
    druk(regel, "f6")
    druk(herkansing, "f6")

    assert [str(nummer) for nummer in range(1, 10)] == codes(regel)
    assert ["1001", "1002", "1024", "1022", "1021", "0400", "1004"] == codes(herkansing)


@pytest.mark.parametrize(
    ("klasse", "pad", "code"),
    [
        ("toetsresultaten", "toetscode", "rekentoets"),
        ("stageresultaten", "stagecode", "maatschappelijke stage"),
        ("cijferlijsten", "opleiding", "havo"),
    ],
)
def test_codes_hebben_namen(klasse: str, pad: str, code: str) -> None:
    formulier = op(formulieren.wijzig(EXAMEN, NAMEN, PEILDATUM), klasse)
    druk(formulier, "f6")
    while formulier.regel.label != pad:
        druk(formulier, "down")
    lijst = formulier.keuzelijst()

    assert lijst is not None
    assert any(code in keuze.naam.lower() for keuze in lijst.gevonden)


def test_een_vak_kiezen_vult_een_leeg_niveau_en_geen_ander() -> None:
    formulier = Formulier.nieuw(Vakresultaat, {}, peildatum=PEILDATUM, keuzen=TabelKeuzen(NAMEN))

    def kies(naam: str) -> tuple[Any, Any]:
        lijst = op(formulier, "vak").keuzelijst()
        assert lijst is not None
        lijst.zoek(naam)
        formulier.kies(lijst.gevonden[0])
        return formulier.wortel.waarde("vak"), formulier.wortel.waarde("niveau")

    assert ("1001", "HAVO") == kies("1001 nederlands (havo)")
    druk(op(formulier, "niveau"), *"VWO")
    assert ("1003", "VWO") == kies("1003")


def test_opleidingen_van_een_naam_zeggen_hun_jaren() -> None:
    keuzen = {een.code: een.naam for een in TabelKeuzen(NAMEN).van(blok_van(PERSOON), "opleiding")}

    assert ("VAVO HAVO Prf Nat/Tech · t/m 2022", "VAVO HAVO Prf Nat/Tech") == (
        keuzen["5350"],
        keuzen["5370"],
    )


def test_een_nieuw_resultaat_in_het_geheel_begint_als_het_vorige() -> None:
    formulier = op(formulieren.wijzig(EXAMEN, NAMEN, PEILDATUM), "vakresultaten[7]")
    druk(formulier, "f6", "down", *"1003")
    druk(op(formulier, "vakresultaten[8].ce"), "f6", "down", *"66")
    vak = formulier.entiteit().vakresultaten[8]

    assert ("10", "1003", "HAVO", 2025) == (
        vak.resultaatvolgnummer,
        vak.vak,
        vak.niveau,
        vak.examenregime,
    )
    assert [(1, 66)] == [(een.tijdvak, een.cijfer) for een in vak.ce]


@pytest.mark.parametrize("klasse", [Inschrijving, Examenresultaat])
def test_wat_bij_een_persoon_komt_heeft_zijn_nummer_en_een_vrij_volgnummer(
    klasse: type[Any],
) -> None:
    formulier = formulieren.nieuw_bij(
        klasse, PERSOON, brin="01AA", bezet=["1", "2"], namen=NAMEN, peildatum=PEILDATUM
    )
    if klasse is Inschrijving:
        druk(op(formulier, "datum_inschrijving"), *"1-8-25")
    nieuw = formulier.entiteit()

    assert ("01AA", "999990019", "3") == (
        nieuw.brin,
        nieuw.burgerservicenummer,
        getattr(nieuw, f"{klasse.__name__.lower()}volgnummer"),
    )
    assert Gevolg(melding=VAST, bel=True) == druk(op(formulier, "burgerservicenummer"), "1")


def test_van_een_uitslag_is_alleen_de_datum_te_kiezen() -> None:
    assert EXAMEN.uitslag is not None
    formulier = formulieren.uitslag(EXAMEN.uitslag, PEILDATUM)

    assert "datum" == formulier.regel.pad

    druk(formulier, "delete")
    with pytest.raises(InvoerFout, match="een uitslag heeft een datum"):
        formulier.entiteit()


def test_een_herkansing_begint_in_het_tweede_tijdvak_van_het_laatste_jaar() -> None:
    formulier = formulieren.nieuwe_herkansing(EXAMEN, NAMEN, PEILDATUM)

    assert Herkansing(examenregime=2025, tijdvak=2) == formulier.entiteit()


# asking


@pytest.mark.parametrize(
    ("toetsen", "verwacht"),
    [
        (["1", "2", "enter"], Antwoord.JA),
        (["1", "2"], Antwoord.NOG_NIET),
        (["1", "3", "backspace", "2", "enter"], Antwoord.JA),
        (["1", "enter"], Antwoord.NEE),
        (["0", "1", "2", "enter"], Antwoord.NEE),
        (["enter"], Antwoord.NEE),
        (["backspace"], Antwoord.NEE),
        (["j", "enter"], Antwoord.NEE),
        (["f3", "1", "2", "enter"], Antwoord.NEE),
        (["٢"], Antwoord.NEE),
    ],
    ids=str,
)
def test_alleen_het_aantal_is_ja(toetsen: list[str], verwacht: Antwoord) -> None:
    bevestiging = Bevestiging(["twaalf standen"], 12, "te verwijderen")
    for toets in toetsen:
        bevestiging.druk(toets)

    assert verwacht == bevestiging.antwoord
    assert "(12)" in bevestiging.vraag
