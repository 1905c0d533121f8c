"""Hundreds of fictional dossiers of every level and examenregime, delivered in time: no finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve

from examen.model import Examenresultaat
from examen.overname import neem_over
from examen.reken import bereken, uitkomsten
from examen.voorbeeld import voorbeeld
from register.model.persoon import Persoon
from register.referentie import Referentie, ingebouwd, referentie_van
from register.referentie.soorten import Adres, BekendPersoon, Instelling, Licentie
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import kolommen
from tests.schoon import schoon
from tui.werk.bevindingen import maak_controleur

REGIMES = range(2015, 2028)
PER_REGIME = 40
"""Of thirteen regimes that makes more than five hundred."""

Dossier = tuple[Persoon, Inschrijving, Examenresultaat]


def verzonnen(regime: int) -> Iterator[Dossier]:
    """Give dossiers as a school delivers them after the uitslag, without a mistake."""
    kandidaten = list(voorbeeld(PER_REGIME, regimes=[regime], zaad=regime))
    ers = [kandidaat.examenresultaat for kandidaat in kandidaten]
    for kandidaat, er, uitkomst in zip(kandidaten, ers, uitkomsten(ers), strict=True):
        geleverd = neem_over(er, uitkomst, datum=date(regime, 7, 1))
        yield kandidaat.persoon, kandidaat.inschrijving, geleverd
    persoon, inschrijving = kandidaten[0].persoon, kandidaten[0].inschrijving
    yield (
        evolve(persoon, burgerservicenummer=None, onderwijsnummer="100000009"),
        evolve(inschrijving, burgerservicenummer=None, onderwijsnummer="100000009"),
        evolve(
            schoon("VMBO_GL", regime),
            brin=inschrijving.brin,
            burgerservicenummer=None,
            onderwijsnummer="100000009",
            onderwijsaanbieder=None,
            herkansingen=(),  # in 2020 there was no centraal examen to sit again
        ),
    )


def wat_duo_weet(dossiers: list[Dossier]) -> Referentie:
    feiten: list[object] = [Instelling(brin=dossiers[0][1].brin, bekostigd=True)]
    for persoon, inschrijving, er in dossiers:
        adres = persoon.adres_binnenland
        assert adres is not None
        feiten += [
            BekendPersoon(
                burgerservicenummer=persoon.burgerservicenummer,
                onderwijsnummer=persoon.onderwijsnummer,
                geboortedatum=persoon.geboortedatum,
                geslacht=persoon.geslacht,
            ),
            Adres(postcode=adres.postcode or "", huisnummer=adres.huisnummer or 0),
            *(Licentie(brin=er.brin, opleiding=p.opleiding) for p in inschrijving.perioden),
            *(Licentie(brin=er.brin, opleiding=lijst.opleiding) for lijst in er.cijferlijsten),
        ]
    return Referentie({**ingebouwd(), **referentie_van(feiten).frames})


def bevindingen(dossiers: list[Dossier], dag: date) -> Counter[str]:
    """Run every control, of messages and of the quality control, and count by signal."""
    personen = kolommen(Persoon, (persoon for persoon, _, _ in dossiers))
    inschrijvingen = kolommen(Inschrijving, (inschrijving for _, inschrijving, _ in dossiers))
    examens = kolommen(Examenresultaat, (er for _, _, er in dossiers))
    controleur = maak_controleur(wat_duo_weet(dossiers), personen, inschrijvingen, dag)
    return Counter(
        signaal
        for gevonden in (
            controleur.personen(personen),
            controleur.inschrijvingen(inschrijvingen),
            controleur.examenresultaten(examens, bereken(examens)),
        )
        for signaal in gevonden["signaal"]
    )


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize(("maand", "dag"), [(7, 2), (9, 1)], ids=["juli", "september"])
def test_een_dossier_zonder_fout_geeft_geen_enkele_bevinding(
    regime: int, maand: int, dag: int
) -> None:
    assert Counter() == bevindingen(list(verzonnen(regime)), date(regime, maand, dag))


def test_het_zijn_er_meer_dan_vijfhonderd_van_alle_niveaus() -> None:
    dossiers = [dossier for regime in REGIMES for dossier in verzonnen(regime)]
    niveaus = {er.uitslag.niveau for _, _, er in dossiers if er.uitslag}

    assert len(dossiers) > 500
    assert {"VMBO_GL", "VMBO_TL", "HAVO", "VWO_ATH", "VWO_GYM"} == niveaus


def test_een_fout_in_een_van_die_dossiers_klinkt_wel() -> None:
    (persoon, inschrijving, er), *rest = verzonnen(2025)
    vak = evolve(er.vakresultaten[0], cijfer_se=None)
    fout = evolve(er, vakresultaten=(vak, *er.vakresultaten[1:]))

    assert Counter() != bevindingen([(persoon, inschrijving, fout), *rest], date(2025, 7, 2))
