"""The controls as columns against plain Python, on what is drawn by lot."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from random import Random
from typing import Any

import pytest
from attrs import evolve

from examen.controles import kwaliteit as examenkwaliteit
from examen.controles import referentie as examenreferentie
from examen.model import Examenresultaat
from register.model.persoon import BinnenlandsAdres, BuitenlandsAdres, Persoon
from register.referentie import TABELLEN
from register.referentie.referentie import INGEBOUWD, uit_gegevensmap
from register.vavo import kwaliteit
from register.vavo.controles import (
    INSCHRIJVINGSCONTROLES,
    PERSOONSCONTROLES,
    bevindingen_inschrijving,
    bevindingen_persoon,
)
from register.vavo.inschrijving import (
    AanvullendeOpleiding,
    Inschrijving,
    Inschrijvingsperiode,
)
from register.vormen.kolommen import entiteiten, kolommen
from tests.omgeving import PEILDATUM, SCHOON, omgeving, omgeving_van_examens, voorbeeldreferentie
from tests.schoon import schoon
from tests.signalen.bederf import bederf
from tests.signalen.registerorakel import (
    Feiten,
    achteraf,
    examen_achteraf,
    van_examen,
    van_inschrijving,
    van_persoon,
)

AANTAL = 800
EEN_VOOR_EEN = 250
"""Enrolments that are judged each on its own, which takes longer."""

NUMMERS = ["999990007", "999990019", "999990020", "999990032", "999990044", "999990056"]
ONDERWIJSNUMMERS = [None, None, "100000010", "100000022", "100000034", "100000046"]
BRINS = ["99XX", "99XX", "98XX", "97XX", "00AA"]
OPLEIDINGEN = ["5372", "5373", "5375", "5300", "5321", "5172", "5272", "5399"]
DAGEN = [
    date(2005, 3, 13),
    date(2005, 3, 14),
    date(2005, 3, 15),
    date(2020, 6, 30),
    date(2020, 7, 1),
    date(2021, 3, 13),
    date(2021, 3, 14),
    date(2024, 7, 31),
    date(2024, 8, 1),
    date(2024, 9, 30),
    date(2024, 10, 1),
    date(2024, 10, 2),
    date(2025, 6, 3),
    date(2025, 6, 4),
    date(2025, 7, 31),
    date(2025, 8, 1),
    date(2026, 12, 31),
    date(2027, 1, 1),
]


@cache
def feiten() -> Feiten:
    return Feiten(
        rij
        for naam in TABELLEN
        for rij in uit_gegevensmap(
            naam, "referentie" if naam in INGEBOUWD else "referentie/voorbeeld"
        )
    )


def personen() -> list[Persoon]:
    lot = Random(1)
    return [_persoon(lot) for _ in range(AANTAL)]


def _persoon(lot: Random) -> Persoon:
    binnenland = BinnenlandsAdres(
        plaatsnaam="Voorbeelddam",
        postcode=lot.choice(["9901XX", "9901XX", "9902XX", None]),
        huisnummer=lot.choice([1, 2, 3, None]),
        locatie=lot.choice([None, None, "woonboot"]),
    )
    buitenland = BuitenlandsAdres(
        regel_1="Straat 1", landcode=lot.choice([None, "5010", "5016", "6030", "1234"])
    )
    return evolve(
        SCHOON["persoon"],
        burgerservicenummer=lot.choice([*NUMMERS, "999990068", None]),
        onderwijsnummer=lot.choice(ONDERWIJSNUMMERS),
        geboortedatum=lot.choice(
            ["2005-03-14", "2005-03-14", "2005-03-15", "2025-07-01", "2025-07-02", "2026-00-00"]
        ),
        geslacht=lot.choice("2213"),
        voorvoegsel=lot.choice([None, "van der", "vander", "VAN"]),
        adres_binnenland=lot.choice([None, binnenland]),
        adres_buitenland=lot.choice([None, None, buitenland]),
    )


def inschrijvingen() -> list[Inschrijving]:
    lot = Random(2)
    return [_inschrijving(lot, nummer) for nummer in range(AANTAL)]


def _inschrijving(lot: Random, nummer: int) -> Inschrijving:
    begin = lot.choice(DAGEN)
    return Inschrijving(
        brin=lot.choice(BRINS),
        burgerservicenummer=lot.choice([*NUMMERS, "999990019"]),
        inschrijvingvolgnummer=f"I{nummer}",
        aangeleverd_op=lot.choice(
            [None, *map(datetime.fromisoformat, ("2025-04-01", "2025-04-02", "2025-07-01"))]
        ),
        onderwijsaanbieder=lot.choice([None, "101A345", "101A346", "101A999"]),
        datum_inschrijving=begin,
        datum_uitschrijving_gepland=lot.choice([None, *DAGEN]),
        datum_uitschrijving_werkelijk=lot.choice([None, None, *DAGEN]),
        perioden=tuple(_periode(lot, begin) for _ in range(lot.randint(0, 3))),
    )


def _periode(lot: Random, begin: date) -> Inschrijvingsperiode:
    return Inschrijvingsperiode(
        begindatum=lot.choice([begin, begin, *DAGEN]),
        opleiding=lot.choice(OPLEIDINGEN),
        onderwijslocatie=lot.choice([None, "101X001", "101X002", "101X999"]),
        betalende_partij=lot.choice([None, "2", "4"]),
        aanvullende_opleidingen=tuple(
            AanvullendeOpleiding(opleiding=lot.choice(OPLEIDINGEN))
            for _ in range(lot.choice([0, 0, 1, 2]))
        ),
    )


def _bekend(inschrijving: Inschrijving) -> Persoon | None:
    """All persons that are registered were born on the same day; one number is nobody's."""
    bekend = set(omgeving().personen["persoon"]["burgerservicenummer"])
    return SCHOON["persoon"] if inschrijving.burgerservicenummer in bekend else None


def _eerste(gevallen: list[Any], verwacht: list[Any], gevonden: list[Any]) -> list[Any]:
    """The first case in which the two differ, to be read in a failing test."""
    alle = zip(gevallen, verwacht, gevonden, strict=True)
    return [geval for geval in alle if geval[1] != geval[2]][:1]


def test_personen_geven_in_kolommen_wat_het_orakel_zegt() -> None:
    alle = personen()
    rijen = bevindingen_persoon(kolommen(Persoon, alle), voorbeeldreferentie(), PEILDATUM)
    gevonden: list[list[str]] = [[] for _ in alle]
    for stand, signaal in rijen["stand", "signaal"].rows():
        gevonden[stand].append(signaal)
    verwacht = [sorted(van_persoon(p, feiten(), PEILDATUM)) for p in alle]

    assert [] == _eerste(alle, verwacht, [sorted(lijst) for lijst in gevonden])
    assert {c.signaal for c in PERSOONSCONTROLES} == {s for lijst in verwacht for s in lijst}


def test_inschrijvingen_geven_in_kolommen_wat_het_orakel_zegt() -> None:
    alle = inschrijvingen()[:EEN_VOOR_EEN]
    rondom = omgeving_van_examens()
    andere = entiteiten(Inschrijving, rondom.inschrijvingen)
    verwacht = [sorted(van_inschrijving(i, _bekend(i), andere, feiten(), PEILDATUM)) for i in alle]
    gevonden = []
    for inschrijving in alle:  # one by one: in one batch they would know each other
        frames = kolommen(Inschrijving, [inschrijving])
        rijen = bevindingen_inschrijving(frames, rondom, PEILDATUM)
        gevonden.append(
            sorted(
                (signaal, dag or "", code or "")
                for signaal, dag, code in rijen["signaal", "begindatum", "opleiding"].rows()
            )
        )

    assert [] == _eerste(alle, verwacht, gevonden)
    assert {c.signaal for c in INSCHRIJVINGSCONTROLES} == {
        vondst[0] for lijst in verwacht for vondst in lijst
    }


@pytest.mark.parametrize("peildatum", [PEILDATUM, date(2025, 8, 1)])
def test_de_kwaliteitscontrole_vindt_in_kolommen_wat_het_orakel_zegt(peildatum: date) -> None:
    alle = inschrijvingen()
    rijen = kwaliteit.bevindingen(kolommen(Inschrijving, alle), omgeving(), peildatum)
    gevonden: list[list[str]] = [[] for _ in alle]
    for stand, signaal in rijen.rows():
        gevonden[stand].append(signaal)
    verwacht = [sorted(achteraf(i, _bekend(i), feiten(), peildatum)) for i in alle]

    assert [] == _eerste(alle, verwacht, [sorted(lijst) for lijst in gevonden])
    geklonken = {s for lijst in verwacht for s in lijst}
    assert geklonken <= {c.signaal for c in kwaliteit.CONTROLES}
    assert len(geklonken) >= 4


@cache
def examens() -> list[Examenresultaat]:
    """Spoiled dossiers of schools, persons and days of all kinds."""
    lot = Random(3)
    dossiers = []
    for _ in range(AANTAL):
        dossier = bederf(
            schoon("HAVO", lot.choice([2024, 2025]), uitslag=lot.choice("GAD")), lot, 4
        )
        uitslag = dossier.uitslag
        if uitslag is not None:
            uitslag = evolve(uitslag, datum=lot.choice([None, *DAGEN]))
        dossiers.append(
            evolve(
                dossier,
                brin=lot.choice(BRINS),
                burgerservicenummer=lot.choice(["999990019", *NUMMERS]),
                onderwijsaanbieder=lot.choice([None, "101A345", "101A346", "101A999"]),
                uitslag=lot.choice([uitslag, uitslag, None]),
            )
        )
    return dossiers


def test_examenresultaten_naast_het_register_geven_wat_het_orakel_zegt() -> None:
    alle = examens()
    rondom = omgeving_van_examens()
    bekend = entiteiten(Inschrijving, rondom.inschrijvingen)
    rijen = examenreferentie.bevindingen(kolommen(Examenresultaat, alle), rondom, PEILDATUM)
    gevonden: list[list[tuple[str, str]]] = [[] for _ in alle]
    for stand, signaal, opleiding in rijen["stand", "signaal", "opleiding"].rows():
        gevonden[stand].append((signaal, opleiding or ""))
    verwacht = [sorted(van_examen(er, bekend, feiten(), PEILDATUM)) for er in alle]

    assert [] == _eerste(alle, verwacht, [sorted(lijst) for lijst in gevonden])
    assert {c.signaal for c in examenreferentie.CONTROLES} == {
        vondst[0] for lijst in verwacht for vondst in lijst
    }


@pytest.mark.parametrize(
    "peildatum",
    [date(2025, 7, 31), date(2025, 8, 1), date(2026, 1, 31), date(2026, 2, 1)],
)
def test_de_kwaliteitscontrole_van_examens_vindt_wat_het_orakel_zegt(peildatum: date) -> None:
    alle = examens()
    wortel = omgeving_van_examens().inschrijvingen
    rijen = examenkwaliteit.bevindingen(
        kolommen(Examenresultaat, alle), wortel["inschrijving"], peildatum
    )
    gevonden: list[list[str]] = [[] for _ in alle]
    for stand, signaal in rijen.rows():
        gevonden[stand].append(signaal)
    bekend = entiteiten(Inschrijving, wortel)
    verwacht = [sorted(examen_achteraf(er, bekend, peildatum)) for er in alle]

    assert [] == _eerste(alle, verwacht, [sorted(lijst) for lijst in gevonden])
    geklonken = {signaal for lijst in verwacht for signaal in lijst}
    loopt = examenkwaliteit.loopt(peildatum)
    assert ({c.signaal for c in examenkwaliteit.CONTROLES} if loopt else set()) == geklonken
