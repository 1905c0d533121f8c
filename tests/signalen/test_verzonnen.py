"""Fictional candidates whose school and person DUO knows give no finding at all."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from examen.controles import kwaliteit as examenkwaliteit
from examen.controles import referentie as examenreferentie
from examen.controles.referentie import opleidingskenmerken
from examen.model import Examenresultaat
from examen.overname import neem_over
from examen.reken import uitkomsten
from examen.voorbeeld import Voorbeeld, voorbeeld
from register.model.persoon import Persoon
from register.referentie import Referentie, ingebouwd, referentie_van
from register.referentie.soorten import Adres, BekendPersoon, Instelling, Licentie
from register.vavo import kwaliteit
from register.vavo.controles import (
    bevindingen_inschrijving,
    bevindingen_persoon,
    niet_te_beoordelen,
)
from register.vavo.controles.context import Omgeving
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import kolommen

REGIME = 2025
PEILDATUM = date(2025, 9, 1)
"""A day on which the quality controls on the examenresultaten of 2025 are run."""


@pytest.fixture(scope="module")
def kandidaten() -> list[Voorbeeld]:
    return list(voorbeeld(500, regimes=[REGIME], zaad=7))


@pytest.fixture(scope="module")
def rondom(kandidaten: list[Voorbeeld]) -> Omgeving:
    """What DUO knows of exactly these candidates and their school."""
    feiten: list[object] = [Instelling(brin="99XX", bekostigd=True)]
    for kandidaat in kandidaten:
        persoon = kandidaat.persoon
        assert persoon.adres_binnenland is not None
        feiten.append(
            BekendPersoon(
                burgerservicenummer=persoon.burgerservicenummer,
                geboortedatum=persoon.geboortedatum,
                geslacht=persoon.geslacht,
            )
        )
        feiten.append(
            Adres(
                postcode=persoon.adres_binnenland.postcode or "",
                huisnummer=persoon.adres_binnenland.huisnummer or 0,
            )
        )
        feiten += [
            Licentie(brin="99XX", opleiding=periode.opleiding)
            for periode in kandidaat.inschrijving.perioden
        ]
        feiten += [
            Licentie(brin="99XX", opleiding=lijst.opleiding)
            for lijst in kandidaat.examenresultaat.cijferlijsten
        ]
    return Omgeving(
        referentie=Referentie({**ingebouwd(), **referentie_van(feiten).frames}),
        opleidingen=opleidingskenmerken(),
        personen=kolommen(Persoon, (k.persoon for k in kandidaten)),
        inschrijvingen=kolommen(Inschrijving, (k.inschrijving for k in kandidaten)),
    )


def test_van_alle_tabellen_die_er_zijn_is_alles_te_beoordelen(rondom: Omgeving) -> None:
    assert {"onderwijslocaties", "onderwijsaanbieders"} == {
        tabel for tabellen in niet_te_beoordelen(rondom.referentie).values() for tabel in tabellen
    }


def test_een_bekende_persoon_en_inschrijving_geven_niets(rondom: Omgeving) -> None:
    personen = bevindingen_persoon(rondom.personen, rondom.referentie, PEILDATUM)
    inschrijvingen = bevindingen_inschrijving(rondom.inschrijvingen, rondom, PEILDATUM)

    assert ([], []) == (personen.rows(), inschrijvingen.rows())


def test_hun_examenresultaten_geven_niets(kandidaten: list[Voorbeeld], rondom: Omgeving) -> None:
    frames = kolommen(Examenresultaat, (k.examenresultaat for k in kandidaten))

    assert [] == examenreferentie.bevindingen(frames, rondom, PEILDATUM).rows()


def test_ook_achteraf_is_er_niets(kandidaten: list[Voorbeeld], rondom: Omgeving) -> None:
    ers = [k.examenresultaat for k in kandidaten]
    met_uitslag = []
    for er, uitkomst in zip(ers, uitkomsten(ers), strict=True):
        over = neem_over(er, uitkomst)
        assert over.uitslag is not None
        uitslag = evolve(over.uitslag, datum=date(REGIME, 7, 1))
        met_uitslag.append(evolve(over, uitslag=uitslag))
    examens = kolommen(Examenresultaat, met_uitslag)
    wortel = rondom.inschrijvingen["inschrijving"]

    assert [] == kwaliteit.bevindingen(rondom.inschrijvingen, rondom, PEILDATUM).rows()
    assert [] == examenkwaliteit.bevindingen(examens, wortel, PEILDATUM).rows()
