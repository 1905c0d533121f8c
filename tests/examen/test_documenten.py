"""The papers of an exam as data, against what is written here by hand."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from attrs import evolve

from examen.documenten.benaming import benaming, lees_benamingen
from examen.documenten.certificaat import certificaten
from examen.documenten.cijferlijst import cijferlijsten
from examen.documenten.correctiestaat import correctiestaat
from examen.documenten.deelcijferlijst import deelcijferlijsten
from examen.documenten.inhoud import (
    Certificaatdocument,
    Cijferlijstdocument,
    Correctiestaat,
    Document,
    Examen,
    Regel,
    School,
    Vergaderlijst,
)
from examen.documenten.vergaderlijst import vergaderlijst
from examen.documenten.woorden import geboortedatum_voluit, in_letters, voluit
from examen.model import (
    Certificaat,
    Cijferlijst,
    Combinatiecijferresultaat,
    Examenresultaat,
    Herkansing,
    Vakresultaat,
)
from examen.namen import TabelNamen
from examen.oordeel import uitkomsten
from examen.overname import neem_over
from examen.reken.cijfer import toon_cijfer
from examen.reken.nodig import wat_nodig
from examen.uitkomst import Bevinding
from register.fouten import InvoerFout, TabelFout
from register.model.persoon import Persoon
from tests.proefexamen import proefexamen
from tests.schoon import PEILDATUM, peildatum, schoon
from tests.tui.voorbeeld import EXAMEN, PERSONEN, UITKOMST

NAMEN = TabelNamen()
SCHOOL = School(naam="ROC Proef", plaats="Voorbeeldstad", tekenaar="A. Proef", secretaris="B. Toe")
FENNA = PERSONEN[0]
GOUD = Path(__file__).parent.parent / "goud" / "documenten"


def examen(er: Examenresultaat, persoon: Persoon = FENNA, dag: date = PEILDATUM) -> Examen:
    (uitkomst,) = uitkomsten([er], dag)
    return Examen(persoon=persoon, examenresultaat=er, uitkomst=uitkomst)


def vastgesteld(er: Examenresultaat, dag: date = PEILDATUM) -> Examen:
    """The examen with what was computed taken over, as a school delivers it."""
    (uitkomst,) = uitkomsten([er], dag)
    return examen(neem_over(er, uitkomst, datum=dag), dag=dag)


def lijst_van(wie: Examen, dag: date = PEILDATUM) -> Document:
    (document,) = cijferlijsten(wie, SCHOOL, dag, NAMEN)
    return document


def gedrukt(document: Document) -> Cijferlijstdocument:
    assert isinstance(document.inhoud, Cijferlijstdocument)
    return document.inhoud


def regels(inhoud: Cijferlijstdocument) -> list[str]:
    """The list of marks as lines of text, headings and all."""
    uit = []
    for groep in inhoud.groepen:
        uit += [f"# {groep.kop}", *map(regel, groep.regels)]
    return [*uit, *(f"*) {regel(onderdeel)}" for onderdeel in inhoud.onderdelen)]


def regel(r: Regel) -> str:
    toelichting = f" [{r.toelichting}]" if r.toelichting else ""
    return f"{r.vak}{toelichting} | {r.se} | {r.ce} | {r.cijfer} | {r.letters}"


# words


def test_elk_heel_cijfer_heeft_een_woord() -> None:
    assert [*("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")] == [
        in_letters(cijfer) for cijfer in range(1, 11)
    ]


@pytest.mark.parametrize("cijfer", [0, 11])
def test_buiten_een_tot_tien_is_er_geen_woord(cijfer: int) -> None:
    with pytest.raises(InvoerFout, match=f"{cijfer} is geen heel cijfer"):
        in_letters(cijfer)


@pytest.mark.parametrize(
    ("tienden", "geschreven"),
    [(10, "1,0"), (11, "1,1"), (54, "5,4"), (55, "5,5"), (99, "9,9"), (100, "10,0")],
)
def test_een_cijfer_met_een_decimaal(tienden: int, geschreven: str) -> None:
    assert geschreven == toon_cijfer(tienden)


def test_een_datum_is_voluit_geschreven() -> None:
    assert "1 januari 2025" == voluit(date(2025, 1, 1))
    assert "31 december 2025" == voluit(date(2025, 12, 31))


@pytest.mark.parametrize(
    ("datum", "geschreven"),
    [
        ("2005-03-14", "14 maart 2005"),
        ("2005-03-00", "maart 2005"),
        ("2005-00-00", "2005"),
        ("2005-00-14", "2005"),
    ],
)
def test_van_een_geboortedatum_staat_er_wat_bekend_is(datum: str, geschreven: str) -> None:
    assert geschreven == geboortedatum_voluit(datum)


def test_een_werkstuk_heet_in_het_vmbo_sinds_2018_anders() -> None:
    assert ("sectorwerkstuk", "de sector") == _woorden("VMBO_TL", 2017)
    assert ("profielwerkstuk", "het profiel") == _woorden("VMBO_TL", 2018)
    assert ("profielwerkstuk", "het profiel") == _woorden("HAVO", 2015)
    assert _woorden("VMBO_TL", 2015) == _woorden("VMBO_TL", 2012)


def _woorden(niveau: str, jaar: int) -> tuple[str, str]:
    woorden = benaming(niveau, jaar)
    return woorden.werkstuk, woorden.richting


def test_een_jaar_zonder_benaming_wordt_geweigerd(tmp_path: Path) -> None:
    pad = tmp_path / "benamingen.toml"
    pad.write_text("bronnen = {}\nbenaming = []\nniet_vermeld = []\n", encoding="utf-8")

    with pytest.raises(TabelFout, match=r"benamingen.toml: geen benamingen van VMBO_GL in 2015"):
        lees_benamingen(pad)


# cijferlijst


def test_de_cijferlijst_van_een_geslaagde_havist() -> None:
    document = lijst_van(examen(schoon("HAVO")))
    inhoud = gedrukt(document)

    assert [
        "# gemeenschappelijk deel",
        "Nederlandse taal en literatuur | 6,4 | 6,8 | 7 | zeven",
        "Engelse taal en literatuur | 5,4 | 5,2 | 5 | vijf",
        "lichamelijke opvoeding |  |  |  | voldoende",
        "combinatiecijfer *) |  |  | 8 | acht",
        "# profieldeel",
        "wiskunde A | 6,1 | 6,3 | 6 | zes",
        "economie | 6,6 | 6,4 | 7 | zeven",
        "geschiedenis | 7,0 | 6,6 | 7 | zeven",
        "bedrijfseconomie | 6,2 | 6,0 | 6 | zes",
        "# vrij deel",
        "Franse taal en literatuur | 7,2 | 7,0 | 7 | zeven",
        "# overige onderdelen",
        "rekentoets 3F |  |  | 7 | zeven",
        "*) maatschappijleer | 7 |  | 7 | zeven",
        "*) profielwerkstuk [Plastic in de Noordzee – economie] | 8 |  | 8 | acht",
    ] == regels(inhoud)
    assert (
        "heeft deelgenomen aan het eindexamen hoger algemeen voortgezet onderwijs"
        " conform het profiel economie en maatschappij,"
    ) == inhoud.verklaring
    assert ("Fenna van Duinen", "maart 2006") == (inhoud.naam, inhoud.geboren)
    assert ("geslaagd", "1 juli 2025", "ER1") == (inhoud.uitslag, inhoud.datum, inhoud.nummer)
    assert ("5372", ()) == (document.kenmerk, document.bezwaren)


def test_de_cijferlijst_van_het_vmbo_heeft_een_lijst_en_een_beoordeeld_werkstuk() -> None:
    inhoud = gedrukt(lijst_van(examen(schoon("VMBO_GL"))))

    assert [
        "# vakken",
        "Nederlandse taal | 6,4 | 6,8 | 7 | zeven",
        "Engelse taal | 6,6 | 6,2 | 6 | zes",
        "maatschappijleer | 7 |  | 7 | zeven",
        "wiskunde | 6,1 | 6,3 | 6 | zes",
        "natuur- en scheikunde I | 6,6 | 6,4 | 7 | zeven",
        "economie | 7,0 | 6,6 | 7 | zeven",
        "profielwerkstuk [Plastic in de Noordzee – economie] |  |  |  | voldoende",
        "combinatiecijfer *) |  |  | 7 | zeven",
        "# overige onderdelen",
        "rekentoets 3F |  |  | 7 | zeven",
        "*) produceren, installeren en energie | 7,1 | 6,5 | 7 | zeven",
        "*) plaat- en constructiewerk | 8 |  | 8 | acht",
        "*) CNC-technieken | 7 |  | 7 | zeven",
    ] == regels(inhoud)
    assert inhoud.verklaring.endswith("gemengde leerweg conform het profiel techniek,")


def test_een_tl_lijst_van_2017_spreekt_van_sector_en_kent_geen_combinatiecijfer() -> None:
    inhoud = gedrukt(lijst_van(vastgesteld(proefexamen("VMBO_TL", 2017)), peildatum(2017)))

    assert inhoud.verklaring.endswith("theoretische leerweg conform de sector economie,")
    assert () == inhoud.onderdelen
    assert "sectorwerkstuk |  |  |  | voldoende" in regels(inhoud)


def test_een_vak_op_hoger_niveau_heeft_dat_achter_zijn_naam() -> None:
    er = proefexamen("HAVO", 2025, vakken={"economie": {"se": 70, "ce": [70], "niveau": "VWO"}})

    assert "economie (vwo) | 7,0 | 7,0 | 7 | zeven" in regels(gedrukt(lijst_van(vastgesteld(er))))
    assert "geschiedenis | 7,0 | 7,0 | 7 | zeven" in regels(gedrukt(lijst_van(vastgesteld(er))))


def test_een_vrijgesteld_vak_heeft_vr_in_de_plaats_van_een_cijfer() -> None:
    er = proefexamen("HAVO", 2025, vakken={"geschiedenis": {"reden": "V"}})

    assert "geschiedenis |  |  | vr | " in regels(gedrukt(lijst_van(vastgesteld(er))))


@pytest.mark.parametrize(
    ("niveau", "vak", "vermeld"),
    [
        ("HAVO", "lo", False),
        ("HAVO", "ckv", False),
        ("HAVO", "maatschappijleer", True),
        ("VWO_ATH", "maatschappijleer", False),
        ("VWO_ATH", "frans", True),
        ("VMBO_TL", "lo", False),
    ],
)
def test_sommige_vrijstellingen_noemt_een_lijst_van_het_vavo_niet(
    niveau: str, vak: str, vermeld: bool
) -> None:
    er = proefexamen(niveau, 2025, vakken={vak: {"reden": "V"}})
    gevonden = regels(gedrukt(lijst_van(vastgesteld(er))))

    assert ([" |  |  | vr | "] if vermeld else []) == [
        regel[regel.index(" |") :] for regel in gevonden if "| vr |" in regel
    ]


def test_een_combinatiecijfer_van_vrijgestelde_onderdelen_is_vr() -> None:
    er = proefexamen(
        "HAVO", 2025, vakken={"maatschappijleer": {"reden": "V"}}, werkstuk={"reden": "V"}
    )
    gevonden = regels(gedrukt(lijst_van(vastgesteld(er))))

    assert "combinatiecijfer *) |  |  | vr | " in gevonden
    assert "*) profielwerkstuk |  |  | vr | " in gevonden


def test_wat_onvoldoende_is_beoordeeld_heet_niet_afgerond() -> None:
    document = lijst_van(vastgesteld(proefexamen("VMBO_TL", 2025, werkstuk="O")))

    assert "profielwerkstuk |  |  |  | n.a." in regels(gedrukt(document))
    assert "afgewezen" == gedrukt(document).uitslag


def test_een_weggelaten_vak_staat_in_het_vrije_deel() -> None:
    er = proefexamen("HAVO", 2025, vakken={"biologie": 7, "filosofie": 3})
    wie = examen(evolve(er, uitslag=None))

    assert ("filosofie",) == wie.uitkomst.cijferlijsten[0].weggelaten
    gevonden = regels(gedrukt(lijst_van(wie)))
    assert gevonden.index("# vrij deel") < gevonden.index("filosofie | 3,0 | 3,0 | 3 | drie")
    assert "geslaagd" == gedrukt(lijst_van(wie)).uitslag


@pytest.mark.parametrize("code", ["1022", "0233"])
def test_een_ouder_cijfer_van_een_vak_dat_meetelt_staat_er_niet(code: str) -> None:
    ouder = Vakresultaat(
        resultaatvolgnummer="oud", vak=code, niveau="HAVO", examenregime=2024, cijfer_se=40
    )
    er = proefexamen("HAVO", 2025)
    er = evolve(er, vakresultaten=(*er.vakresultaten, ouder))

    economie = [r for r in regels(gedrukt(lijst_van(vastgesteld(er)))) if "economie" in r]
    assert ["economie | 7,0 | 7,0 | 7 | zeven"] == economie


def test_in_een_jaar_zonder_ce_houdt_het_se_zijn_decimaal() -> None:
    er = proefexamen("HAVO", 2020, rest={"se": 64})
    gevonden = regels(gedrukt(lijst_van(vastgesteld(er, peildatum(2020)), peildatum(2020))))

    assert "economie | 6,4 |  | 6 | zes" in gevonden
    assert "*) maatschappijleer | 6 |  | 6 | zes" in gevonden


def test_het_hoogste_ce_staat_op_de_lijst() -> None:
    er = proefexamen("HAVO", 2025, vakken={"economie": {"se": 60, "ce": [40, 72]}})

    assert "economie | 6,0 | 7,2 | 7 | zeven" in regels(gedrukt(lijst_van(vastgesteld(er))))


def test_per_profiel_komt_er_een_cijferlijst() -> None:
    er = evolve(schoon("HAVO"), cijferlijsten=(Cijferlijst(opleiding="5379"),))
    documenten = list(cijferlijsten(examen(er), SCHOOL, PEILDATUM, NAMEN))

    assert ["5379_EM", "5379_CM"] == [document.kenmerk for document in documenten]
    assert [
        "conform het profiel economie en maatschappij,",
        "conform het profiel cultuur en maatschappij,",
    ] == [gedrukt(d).verklaring.partition("onderwijs ")[2] for d in documenten]


def test_een_deelexamen_heeft_geen_cijferlijst_en_een_eindexamen_geen_deelcijferlijst() -> None:
    deel = vastgesteld(proefexamen("HAVO", 2025, zonder=["geschiedenis", "werkstuk"]))
    heel = vastgesteld(proefexamen("HAVO", 2025))

    assert (0, 1) == _aantallen(deel)
    assert (1, 0) == _aantallen(heel)


def _aantallen(wie: Examen) -> tuple[int, int]:
    lijsten, deellijsten = (
        list(maak(wie, SCHOOL, PEILDATUM, NAMEN)) for maak in (cijferlijsten, deelcijferlijsten)
    )
    return len(lijsten), len(deellijsten)


# deelcijferlijst and certificaat


def deelexamen(*extra: Vakresultaat) -> Examenresultaat:
    er = proefexamen(
        "HAVO",
        2025,
        vakken={"engels": 5, "maatschappijleer": {"se": 70}},
        zonder=["economie", "geschiedenis", "aardrijkskunde", "biologie", "werkstuk"],
    )
    return evolve(er, vakresultaten=(*er.vakresultaten, *extra))


VAN_2024 = Vakresultaat(
    resultaatvolgnummer="vorig", vak="1018", niveau="HAVO", examenregime=2024, cijfer_se=70
)


def test_een_deelcijferlijst_heeft_alles_van_dat_jaar_en_niets_van_een_ander() -> None:
    (document,) = deelcijferlijsten(vastgesteld(deelexamen(VAN_2024)), SCHOOL, PEILDATUM, NAMEN)

    assert [
        "# vakken",
        "Nederlandse taal en literatuur | 7,0 | 7,0 | 7 | zeven",
        "Engelse taal en literatuur | 5,0 | 5,0 | 5 | vijf",
        "maatschappijleer | 7 |  | 7 | zeven",
        "wiskunde A | 7,0 | 7,0 | 7 | zeven",
    ] == [r for r in regels(gedrukt(document)) if "combinatiecijfer" not in r]
    assert ("", "havo", ()) == (gedrukt(document).uitslag, document.kenmerk, document.bezwaren)
    assert gedrukt(document).verklaring.endswith("hoger algemeen voortgezet onderwijs van 2025,")


def test_een_combinatiecijfer_in_het_register_staat_op_de_deelcijferlijst() -> None:
    cc = Combinatiecijferresultaat(
        resultaatvolgnummer="CC", niveau="HAVO", examenregime=2025, cijfer=7
    )
    er = vastgesteld(deelexamen()).examenresultaat
    met, zonder = (
        next(
            deelcijferlijsten(
                examen(evolve(er, combinatiecijferresultaten=c)), SCHOOL, PEILDATUM, NAMEN
            )
        )
        for c in ((cc,), ())
    )

    assert "combinatiecijfer |  |  | 7 | zeven" in regels(gedrukt(met))
    assert not [r for r in regels(gedrukt(zonder)) if "combinatiecijfer" in r]


def test_elk_niveau_krijgt_een_eigen_papier() -> None:
    vwo = Vakresultaat(
        resultaatvolgnummer="vwo", vak="1019", niveau="VWO", examenregime=2025, cijfer_se=80
    )
    wie = vastgesteld(deelexamen(vwo))

    for maak in (deelcijferlijsten, certificaten):
        documenten = list(maak(wie, SCHOOL, PEILDATUM, NAMEN))
        assert ["havo", "vwo"] == [document.kenmerk for document in documenten]


def certificaat_van(wie: Examen) -> Certificaatdocument:
    (document,) = certificaten(wie, SCHOOL, PEILDATUM, NAMEN)
    assert isinstance(document.inhoud, Certificaatdocument)
    return document.inhoud


def test_het_certificaat_van_een_deelexamen_noemt_wat_dat_jaar_voldoende_is() -> None:
    inhoud = certificaat_van(vastgesteld(deelexamen(VAN_2024)))

    assert (
        "Nederlandse taal en literatuur",
        "maatschappijleer",
        "wiskunde A",
    ) == inhoud.vakken
    assert "vakken van het deeleindexamen hoger algemeen" in inhoud.verklaring


def test_het_certificaat_van_een_afgewezene_noemt_alles_met_de_titel_van_het_werkstuk() -> None:
    inhoud = certificaat_van(Examen(persoon=FENNA, examenresultaat=EXAMEN, uitkomst=UITKOMST))

    assert (
        "Nederlandse taal en literatuur",
        "Engelse taal en literatuur",
        "economie",
        "geschiedenis",
        "Duitse taal en literatuur",
        "maatschappijleer",
        "profielwerkstuk: Plastic in de Noordzee",
    ) == inhoud.vakken
    assert "vakken van het eindexamen hoger algemeen" in inhoud.verklaring


def test_wie_geslaagd_is_of_niets_voldoende_heeft_krijgt_geen_certificaat() -> None:
    geslaagd = vastgesteld(proefexamen("HAVO", 2025))
    niets = evolve(
        vastgesteld(deelexamen()), uitkomst=evolve(UITKOMST, certificaten=(), cijferlijsten=())
    )

    assert [] == list(certificaten(geslaagd, SCHOOL, PEILDATUM, NAMEN))
    assert [] == list(certificaten(niets, SCHOOL, PEILDATUM, NAMEN))


# vergaderlijst and correctiestaat


def open_examen() -> Examenresultaat:
    """EXAMEN without the CE of Duits."""
    vakken = tuple(evolve(v, ce=()) if v.vak == "1004" else v for v in EXAMEN.vakresultaten)
    return evolve(EXAMEN, vakresultaten=vakken)


def lijst_voor_de_vergadering(*groep: Examen) -> Vergaderlijst:
    met_nodig = [(wie, wat_nodig(wie.examenresultaat)) for wie in groep]
    inhoud = vergaderlijst(met_nodig, SCHOOL, PEILDATUM, NAMEN).inhoud
    assert isinstance(inhoud, Vergaderlijst)
    return inhoud


def test_een_vergaderregel_zegt_wat_is_wat_ontbreekt_en_wat_duo_afkeurt() -> None:
    (gevonden,) = lijst_voor_de_vergadering(examen(EXAMEN)).regels

    assert ("Duinen, Fenna van", "100001") == (gevonden.naam, gevonden.nummer)
    assert "5372 VAVO HAVO Prf Ec/Maat" == gevonden.opleiding
    assert [
        *("netl 6,4 6,0 6", "entl 7,1 6,8 7", "wisA 5,0 3,8 4!", "econ 6,2 5,8 6"),
        *("ges 6,6 6,1 6", "beco 5,8 4,9 5!", "dutl 7,0 6,4 7", "maat 7  7", "wst 7  7"),
    ] == [f"{v.vak} {v.se} {v.ce} {v.eind}{'!' * v.onvoldoende}" for v in gevonden.vakken]
    assert ("afgewezen", "") == (gevonden.uitslag, gevonden.vastgesteld)
    assert (
        "kernvakken ten minste 5, ten hoogste één 5: laagste 4, vijven: 0",
    ) == gevonden.niet_voldaan
    assert ("Combinatiecijfer ontbreekt",) == gevonden.bevindingen
    assert () == gevonden.nodig


def test_een_vergaderregel_zegt_welk_ce_nog_nodig_is() -> None:
    er = proefexamen("HAVO", 2025, vakken={"nederlands": {"se": 60}})
    (gevonden,) = lijst_voor_de_vergadering(examen(er)).regels
    (verwacht,) = wat_nodig(er)

    assert verwacht.cijfer is not None
    assert (f"Nederlands: CE {toon_cijfer(verwacht.cijfer)}",) == gevonden.nodig
    assert ("deelexamen", "geslaagd") == (gevonden.uitslag, gevonden.vastgesteld)


def test_een_hopeloos_vak_zegt_dat_geen_ce_doet_slagen() -> None:
    (gevonden,) = lijst_voor_de_vergadering(examen(open_examen())).regels

    assert ("Duits: met geen enkel CE-cijfer geslaagd",) == gevonden.nodig


def test_een_vergaderlijst_staat_op_naam_en_telt_de_uitslagen() -> None:
    lijst = lijst_voor_de_vergadering(
        examen(schoon("HAVO"), PERSONEN[1]), examen(EXAMEN), examen(schoon("HAVO"), PERSONEN[2])
    )

    assert ["Duinen, Fenna van", "Duinstra, Joris", "Persoon 100003, Proef"] == [
        r.naam for r in lijst.regels
    ]
    assert "2 geslaagd, 1 afgewezen" == lijst.samenvatting


def staat(*examens: Examen, **opties: Any) -> list[tuple[str, str]]:
    keuze = {"vak": "1001", "niveau": "HAVO", "tijdvak": 1, "jaar": 2025} | opties
    inhoud = correctiestaat(examens, SCHOOL, PEILDATUM, NAMEN, **keuze).inhoud
    assert isinstance(inhoud, Correctiestaat)
    return [(r.naam, r.cijfer) for r in inhoud.regels]


def zonder_ce(er: Examenresultaat) -> Examenresultaat:
    return evolve(er, vakresultaten=tuple(evolve(v, ce=()) for v in er.vakresultaten))


def test_een_correctiestaat_heeft_wie_het_vak_doet_met_de_cijfers_die_er_zijn() -> None:
    wie = (examen(zonder_ce(EXAMEN), PERSONEN[1]), examen(EXAMEN))

    assert [("Duinen, Fenna van", "5,1"), ("Duinstra, Joris", "")] == staat(*wie)
    assert [("Duinen, Fenna van", ""), ("Duinstra, Joris", "")] == staat(*wie, leeg=True)
    assert [] == staat(*wie, jaar=2024)
    assert [] == staat(*wie, niveau="VWO")
    assert [] == staat(*wie, vak="1019")  # maatschappijleer has no centraal examen


def test_in_een_later_tijdvak_staat_wie_herkanst() -> None:
    herkansing = Herkansing(examenregime=2025, tijdvak=2, vakken=("1001",))
    met = examen(evolve(zonder_ce(EXAMEN), herkansingen=(herkansing,)), PERSONEN[1])
    zonder = examen(zonder_ce(EXAMEN), PERSONEN[2])

    wie = (examen(EXAMEN), met, zonder)
    assert [("Duinen, Fenna van", "6,0"), ("Duinstra, Joris", "")] == staat(*wie, tijdvak=2)
    assert [] == staat(*wie, tijdvak=3)


def test_wie_vrijgesteld_is_staat_niet_op_de_correctiestaat() -> None:
    vrij = tuple(evolve(v, ce=(), reden_niet_deelname="V") for v in EXAMEN.vakresultaten)

    assert [] == staat(examen(evolve(EXAMEN, vakresultaten=vrij)))
    assert [] == staat(examen(evolve(zonder_ce(EXAMEN), teruggetrokken=True)))


# bezwaren


def anders(wie: Examen, **velden: Any) -> Examen:
    return evolve(wie, examenresultaat=evolve(wie.examenresultaat, **velden))


def met_uitslag(wie: Examen, **velden: Any) -> Examen:
    uitslag = wie.examenresultaat.uitslag
    assert uitslag is not None
    return anders(wie, uitslag=evolve(uitslag, **velden))


def met_signaal(wie: Examen, effect: str) -> Examen:
    bevinding = Bevinding(
        signaal="Cijfer SE ontbreekt", tekst="", effect=effect, sleutels={"vak": "1001"}
    )
    return evolve(wie, uitkomst=evolve(wie.uitkomst, signalen=(bevinding,)))


def met_eindcijfer(wie: Examen, eindcijfer: int) -> Examen:
    eerste, *rest = wie.examenresultaat.vakresultaten
    return anders(wie, vakresultaten=(evolve(eerste, eindcijfer=eindcijfer), *rest))


def met_beoordeling_lo(wie: Examen, beoordeling: str | None) -> Examen:
    return anders(
        wie,
        vakresultaten=tuple(
            evolve(v, beoordeling_se=beoordeling) if v.vak == "0353" else v
            for v in wie.examenresultaat.vakresultaten
        ),
    )


def met_werkstuk(wie: Examen, **velden: Any) -> Examen:
    (werkstuk,) = wie.examenresultaat.werkstukresultaten
    return anders(wie, werkstukresultaten=(evolve(werkstuk, **velden),))


def heet(wie: Examen, **velden: Any) -> Examen:
    return evolve(wie, persoon=evolve(wie.persoon, **velden))


SCHOON = examen(schoon("HAVO"))

BEZWAREN = [
    (SCHOON, None),
    (heet(SCHOON, achternaam=None), "de kandidaat heeft geen achternaam in het register"),
    (heet(SCHOON, voornamen=None, voorvoegsel=None), None),
    (anders(SCHOON, teruggetrokken=True), "het examenresultaat is teruggetrokken"),
    (met_signaal(SCHOON, "afkeur"), "DUO keurt af: Cijfer SE ontbreekt (vak 1001)"),
    (met_signaal(SCHOON, "niet geregistreerd"), None),
    (
        met_eindcijfer(SCHOON, 6),
        "resultaat NE: het eindcijfer in het register is 6, berekend is 7",
    ),
    (met_eindcijfer(SCHOON, 7), None),
    (anders(SCHOON, uitslag=None), "de uitslag is niet vastgesteld"),
    (met_uitslag(SCHOON, datum=None), "de uitslag heeft geen datum"),
    (
        met_uitslag(SCHOON, datum=date(2025, 7, 2)),
        "het document krijgt een datum vóór die van de uitslag; kies een andere met --datum",
    ),
    (met_uitslag(SCHOON, datum=PEILDATUM), None),
    (
        met_uitslag(SCHOON, uitslag="A"),
        "de vastgestelde uitslag is afgewezen, berekend is geslaagd",
    ),
    (
        met_beoordeling_lo(SCHOON, None),
        "lichamelijke opvoeding: geen eindcijfer of beoordeling",
    ),
    (met_beoordeling_lo(SCHOON, "G"), None),
    (met_werkstuk(SCHOON, titel=None), "het werkstuk heeft geen titel"),
    (met_werkstuk(SCHOON, titel=None, reden_niet_deelname="V"), None),
]


@pytest.mark.parametrize(
    ("wie", "bezwaar"), BEZWAREN, ids=[str(bezwaar) for _, bezwaar in BEZWAREN]
)
def test_een_bezwaar_klinkt_en_ernaast_niet(wie: Examen, bezwaar: str | None) -> None:
    assert (() if bezwaar is None else (bezwaar,)) == lijst_van(wie).bezwaren


def test_een_bezwaar_tegen_een_deelexamen() -> None:
    wie = vastgesteld(deelexamen())

    for maak in (deelcijferlijsten, certificaten):
        assert [()] == [d.bezwaren for d in maak(wie, SCHOOL, PEILDATUM, NAMEN)]
        assert [("het examenresultaat is teruggetrokken",)] == [
            d.bezwaren for d in maak(anders(wie, teruggetrokken=True), SCHOOL, PEILDATUM, NAMEN)
        ]
    heel = met_uitslag(SCHOON, uitslag="D")
    (document,) = deelcijferlijsten(heel, SCHOOL, PEILDATUM, NAMEN)
    assert ("de vastgestelde uitslag is deelexamen, berekend is geslaagd",) == document.bezwaren


def test_een_deelcijferlijst_zonder_cijfer_heeft_een_bezwaar() -> None:
    leeg = Vakresultaat(resultaatvolgnummer="L", vak="1018", niveau="HAVO", examenregime=2025)
    wie = vastgesteld(deelexamen())
    wie = anders(wie, vakresultaten=(*wie.examenresultaat.vakresultaten, leeg))
    (document,) = deelcijferlijsten(wie, SCHOOL, PEILDATUM, NAMEN)

    assert ("biologie: geen eindcijfer of beoordeling",) == document.bezwaren


@pytest.mark.parametrize(
    ("nummers", "bezwaar"),
    [
        (["nederlands", "maatschappijleer", "wiskunde"], ()),
        ([], ()),
        (
            ["nederlands", "engels", "maatschappijleer", "wiskunde"],
            ("de certificaten in het register zijn andere dan berekend (resultaat engels)",),
        ),
        (
            ["nederlands", "maatschappijleer"],
            ("de certificaten in het register zijn andere dan berekend (resultaat wiskunde)",),
        ),
    ],
)
def test_andere_certificaten_dan_berekend_zijn_een_bezwaar(
    nummers: Sequence[str], bezwaar: tuple[str, ...]
) -> None:
    wie = anders(
        vastgesteld(deelexamen()),
        certificaten=tuple(Certificaat(resultaatvolgnummers=(nummer,)) for nummer in nummers),
    )
    (document,) = certificaten(wie, SCHOOL, PEILDATUM, NAMEN)

    assert bezwaar == document.bezwaren


# golden files


def _gouden() -> dict[str, Document]:
    voorbeeld = Examen(persoon=FENNA, examenresultaat=EXAMEN, uitkomst=UITKOMST)
    return {
        "cijferlijst": lijst_van(voorbeeld),
        "certificaat": next(certificaten(voorbeeld, SCHOOL, PEILDATUM, NAMEN)),
        "deelcijferlijst": next(
            deelcijferlijsten(vastgesteld(deelexamen()), SCHOOL, PEILDATUM, NAMEN)
        ),
        "vergaderlijst": vergaderlijst([(voorbeeld, [])], SCHOOL, PEILDATUM, NAMEN),
        "correctiestaat": correctiestaat(
            [voorbeeld], SCHOOL, PEILDATUM, NAMEN, vak="1001", niveau="HAVO", tijdvak=1, jaar=2025
        ),
    }


@pytest.mark.parametrize("soort", list(_gouden()))
def test_de_inhoud_is_als_het_gouden_voorbeeld(soort: str) -> None:
    gevonden = msgspec.json.format(msgspec.json.encode(_gouden()[soort]), indent=2) + b"\n"
    pad = GOUD / f"{soort}.json"
    if os.environ.get("VAVO_GOUD"):
        pad.write_bytes(gevonden)

    assert pad.read_bytes() == gevonden
