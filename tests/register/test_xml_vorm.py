"""Entities as XML, and the schemas that say the same as the model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from examen.model import Cijferlijst, Cijferlijstregel, Examenresultaat, Vakresultaat
from register.bericht import Aanlevering, Antwoord, melding_naar_xml
from register.bericht.keuring import schema
from register.bericht.levering import meldingsoorten
from register.bericht.melding import sleutelvelden
from register.gegevens import gegevensmap
from register.model.persoon import Persoon
from register.vavo.inschrijving import Inschrijving
from register.velden import Attribuut, Soort, attributen
from register.vormen.xml_vorm import naar_xml, van_xml, volledig, vul
from tests.strategieen import entiteiten

KLASSEN = (Persoon, Inschrijving, Examenresultaat)
MOMENT = datetime(2025, 7, 1, 12, 0, 5)  # noqa: DTZ001 - local Dutch time
XS = "{http://www.w3.org/2001/XMLSchema}"


@pytest.mark.parametrize("klasse", [*KLASSEN, Antwoord])
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_elke_entiteit_komt_heel_terug(klasse: type[Any], data: st.DataObject) -> None:
    entiteit = data.draw(entiteiten(klasse))
    tekst = etree.tostring(naar_xml(entiteit))

    assert entiteit == van_xml(klasse, etree.fromstring(tekst))


@pytest.mark.parametrize("klasse", [Inschrijving, Examenresultaat])
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_wat_het_model_toelaat_laat_het_schema_toe(klasse: type[Any], data: st.DataObject) -> None:
    nummer = {"burgerservicenummer": "999990019", "aangeleverd_op": MOMENT}
    persoon = data.draw(st.none() | entiteiten(Persoon)) if klasse is Inschrijving else None
    melding = Aanlevering(
        nummer=1,
        entiteit=evolve(data.draw(entiteiten(klasse)), **nummer),
        persoon=persoon and evolve(persoon, burgerservicenummer="999990019"),
    )
    levering = etree.Element(volledig("levering"), brin="01AA")
    levering.append(melding_naar_xml(melding))

    schema("levering").assertValid(levering)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(antwoord=entiteiten(Antwoord))
def test_elk_antwoord_past_in_zijn_schema(antwoord: Antwoord) -> None:
    wortel = etree.Element(volledig("antwoorden"), brin="01AA")
    wortel.append(naar_xml(antwoord, "verwijderen_inschrijving_response"))

    schema("antwoord").assertValid(wortel)


def test_een_element_heet_naar_zijn_veld_en_wat_leeg_is_ontbreekt() -> None:
    lijst = Cijferlijst(
        opleiding="5372",
        regels=(
            Cijferlijstregel(resultaatvolgnummer="1", diplomavak=True, examendeel="G"),
            Cijferlijstregel(resultaatvolgnummer="2"),
        ),
    )
    vak = Vakresultaat(resultaatvolgnummer="1", vak="1001", niveau="HAVO", cijfer_se=64)

    assert (
        '<cijferlijst xmlns="urn:vavo:bron-vavo:1"><opleiding>5372</opleiding>'
        "<regels><resultaatvolgnummer>1</resultaatvolgnummer><diplomavak>true</diplomavak>"
        "<examendeel>G</examendeel></regels>"
        "<regels><resultaatvolgnummer>2</resultaatvolgnummer></regels></cijferlijst>"
    ) == etree.tostring(naar_xml(lijst), encoding="unicode")
    assert "<cijfer_se>6.4</cijfer_se></vakresultaat>" in etree.tostring(
        naar_xml(vak), encoding="unicode"
    )


@pytest.mark.parametrize(("cijfer", "tekst"), [(10, "1.0"), (99, "9.9"), (100, "10.0")])
def test_een_cijfer_staat_er_met_zijn_decimaal(cijfer: int, tekst: str) -> None:
    vak = Vakresultaat(resultaatvolgnummer="1", vak="1001", niveau="HAVO", cijfer_se=cijfer)
    element = naar_xml(vak)

    assert tekst == element.findtext(volledig("cijfer_se"))
    assert vak == van_xml(Vakresultaat, element)


# the schemas against the model


def schemas() -> Iterator[etree._Element]:
    for pad in sorted((gegevensmap() / "schema").glob("*.xsd")):
        yield etree.parse(Path(pad)).getroot()


TYPEN = {
    str(element.get("name")): element
    for soort in ("element", "simpleType", "complexType")
    for wortel in schemas()
    for element in wortel.findall(f"{XS}{soort}")
}
"""What the schemas define at the top, by name."""

GROEP = ("burgerservicenummer", "onderwijsnummer")


def velden_van(type_: etree._Element) -> list[tuple[str, etree._Element | None]]:
    """The elements of a type in order; those of the group of person numbers without their own."""
    reeks = type_.find(f"{XS}sequence")
    if reeks is None:
        reeks = type_.find(f"{XS}complexType/{XS}sequence")
    assert reeks is not None
    uit: list[tuple[str, etree._Element | None]] = []
    for kind in reeks:
        if kind.tag == f"{XS}group":
            uit += [(naam, None) for naam in GROEP]
        else:
            uit.append((str(kind.get("name")), kind))
    return uit


def beperkingen(element: etree._Element) -> dict[str, Any]:
    """The base and the facets of an element with a plain value, through all its types."""
    type_ = element.find(f"{XS}simpleType")
    if type_ is None:
        type_ = TYPEN[str(element.get("type"))]
    uit: dict[str, Any] = {"enumeration": [], "pattern": []}
    while True:
        restrictie = type_.find(f"{XS}restriction")
        assert restrictie is not None
        for facet in restrictie:
            naam = etree.QName(facet).localname
            if naam in ("enumeration", "pattern"):
                uit[naam].append(facet.get("value"))
            else:
                uit[naam] = facet.get("value")
        basis = str(restrictie.get("base"))
        if basis.startswith("xs:"):
            return uit | {"basis": basis}
        type_ = TYPEN[basis]


BASIS = {
    Soort.TEKST: "xs:string",
    Soort.CODE: "xs:string",
    Soort.VOLGNUMMER: "xs:string",
    Soort.JAAR: "xs:integer",
    Soort.GEHEEL: "xs:integer",
    Soort.HEEL_CIJFER: "xs:integer",
    Soort.CIJFER: "xs:decimal",
    Soort.DATUM: "xs:date",
    Soort.MOMENT: "xs:dateTime",
    Soort.JA_NEE: "xs:boolean",
}


def verschillen(klasse: type[Any], type_: etree._Element) -> Iterator[str]:
    """What a class and its type do not say alike."""
    velden = velden_van(type_)
    namen = [a.naam for a in attributen(klasse)]
    if namen != [naam for naam, _ in velden]:
        yield f"{klasse.__name__}: {namen} tegen {[naam for naam, _ in velden]}"
        return
    for attribuut, (_, element) in zip(attributen(klasse), velden, strict=True):
        if element is None:
            continue
        for verschil in (*verschil_in_aantal(klasse, attribuut, element),):
            yield f"{klasse.__name__}.{attribuut.naam}: {verschil}"
        if attribuut.klasse is not None:
            yield from verschillen(attribuut.klasse, TYPEN[str(element.get("type"))])
            continue
        for verschil in verschil_in_waarde(attribuut, beperkingen(element)):
            yield f"{klasse.__name__}.{attribuut.naam}: {verschil}"


def verschil_in_aantal(
    klasse: type[Any], attribuut: Attribuut, element: etree._Element
) -> Iterator[str]:
    standaard = {a.name: a.default for a in klasse.__attrs_attrs__}[attribuut.naam]
    verplicht = standaard not in (None, False, ())
    if attribuut.naam == "aangeleverd_op":
        verplicht = True  # a message always says when
    if ("0" if not verplicht else "1") != element.get("minOccurs", "1"):
        yield "minOccurs"
    if ("unbounded" if attribuut.lijst else "1") != element.get("maxOccurs", "1"):
        yield "maxOccurs"


def verschil_in_waarde(attribuut: Attribuut, gevonden: dict[str, Any]) -> Iterator[str]:
    veld = attribuut.veld
    if BASIS[veld.soort] != gevonden["basis"]:
        yield f"basis {gevonden['basis']}"
    if sorted(veld.waarden or ()) != sorted(gevonden["enumeration"]):
        yield f"waarden {gevonden['enumeration']}"
    if veld.soort in (Soort.CODE, Soort.VOLGNUMMER):
        if [veld.patroon] != (gevonden["pattern"] or [None]):
            yield f"patroon {gevonden['pattern']}"
    elif veld.soort is Soort.TEKST:
        lengte = gevonden.get("maxLength")
        if veld.maximum != (None if lengte is None else int(lengte)):
            yield f"lengte {lengte}"
    elif veld.minimum is not None or veld.maximum is not None:
        deler = 10 if veld.soort is Soort.CIJFER else 1
        for facet, grens in (("minInclusive", veld.minimum), ("maxInclusive", veld.maximum)):
            waarde = gevonden.get(facet)
            if grens != (None if waarde is None else round(float(waarde) * deler)):
                yield f"{facet} {waarde}"


@pytest.mark.parametrize("klasse", [*KLASSEN, Antwoord], ids=lambda k: k.__name__)
def test_model_en_schema_zeggen_hetzelfde(klasse: type[Any]) -> None:
    assert [] == list(verschillen(klasse, TYPEN[klasse.__name__.lower()]))


@pytest.mark.parametrize("klasse", [Inschrijving, Examenresultaat], ids=lambda k: k.__name__)
def test_elke_melding_heeft_haar_paar_en_een_verwijdering_haar_sleutel(
    klasse: type[Any],
) -> None:
    for naam, (_, verwijderen) in meldingsoorten([klasse]).items():
        velden = [veld for veld, _ in velden_van(TYPEN[naam])]

        assert naam.replace("_request", "_response") in TYPEN
        if verwijderen:
            assert [a.naam for a in sleutelvelden(klasse)] == velden
        else:
            assert klasse.__name__.lower() == velden[-1]


def test_het_schema_weigert_wat_het_model_weigert() -> None:
    er = Examenresultaat(
        brin="01AA",
        burgerservicenummer="999990019",
        examenresultaatvolgnummer="ER1",
        aangeleverd_op=MOMENT,
        vakresultaten=(Vakresultaat(resultaatvolgnummer="1", vak="1001", niveau="HAVO"),),
    )
    for pad, waarde in (
        ("examenresultaatvolgnummer", "ER 1"),
        ("brin", "01aa"),
        ("aangeleverd_op", "2025-07-01"),
        ("aangeleverd_op", "2025-07-01T24:00:00"),
        ("vakresultaten/niveau", "VMBO_BB"),
        ("vakresultaten/vak", "101"),
    ):
        melding = melding_naar_xml(Aanlevering(nummer=1, entiteit=er))
        stappen = "/".join(volledig(stap) for stap in ["examenresultaat", *pad.split("/")])
        element = melding.find(stappen)
        assert element is not None
        assert schema("levering").validate(melding)

        element.text = waarde

        assert not schema("levering").validate(melding), pad


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("inruil", " true "), ("examenregime", " 2025\n"), ("cijfer_se", " 6.4 ")],
)
def test_wat_het_schema_door_de_vingers_ziet_wordt_goed_gelezen(veld: str, waarde: str) -> None:
    vak = Vakresultaat(
        resultaatvolgnummer="1",
        vak="1001",
        niveau="HAVO",
        examenregime=2025,
        inruil=True,
        cijfer_se=64,
    )
    element = etree.Element(volledig("vakresultaten"))
    vul(element, vak)
    kind = element.find(volledig(veld))
    assert kind is not None

    kind.text = waarde

    assert vak == van_xml(Vakresultaat, element)


def test_een_datum_is_een_dag() -> None:
    inschrijving = Inschrijving(
        brin="01AA", inschrijvingvolgnummer="1", datum_inschrijving=date(2025, 8, 1)
    )

    assert "2025-08-01" == naar_xml(inschrijving).findtext(volledig("datum_inschrijving"))
