from collections import Counter

import pytest
from stdnum.nl import bsn

from examen.opleidingen import opleidingen
from examen.pakket import WERKSTUK, pakketten
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME
from examen.vakkentabel import alle_vakregels
from examen.voorbeeld import voorbeeld
from examen.voorbeeld.tabellen import cijfers, deelnemers
from examen.voorwaarden import voorwaarden
from register.voorbeeld import fictief_burgerservicenummer

REGIMES = range(EERSTE_REGIME, LAATSTE_REGIME + 1)


def test_hetzelfde_zaad_geeft_dezelfde_kandidaten() -> None:
    verwacht = list(voorbeeld(50, regimes=REGIMES, zaad=1))
    assert verwacht == list(voorbeeld(50, regimes=REGIMES, zaad=1))
    assert verwacht != list(voorbeeld(50, regimes=REGIMES, zaad=2))


def test_elk_burgerservicenummer_is_geldig_en_van_een_kandidaat() -> None:
    nummers = [fictief_burgerservicenummer(nummer) for nummer in range(20_000)]
    assert all(bsn.is_valid(nummer) for nummer in nummers)
    assert len(nummers) == len(set(nummers))
    assert {nummer[0] for nummer in nummers} == {"9"}


@pytest.mark.parametrize("regime", REGIMES)
def test_een_volledig_examen_vult_het_pakket_van_zijn_opleiding(regime: int) -> None:
    codes = frozenset(vak.vakcode for vakken in alle_vakregels().values() for vak in vakken) | {
        WERKSTUK
    }
    for kandidaat in voorbeeld(60, regimes=[regime], soort="volledig"):
        er = kandidaat.examenresultaat
        opleiding = opleidingen()[er.cijferlijsten[0].opleiding]
        assert opleiding.bestaat_in(regime)
        for profiel in opleiding.profielen:
            pakket = pakketten().pakket(opleiding.uitslagniveau, profiel, regime)
            gekozen = {vak.vak for vak in er.vakresultaten} | {WERKSTUK}
            for voorwaarde in voorwaarden(pakket, codes):
                gevonden = pakket.groepen.telvakken(gekozen & voorwaarde.vakken)
                assert len(gevonden) >= voorwaarde.minimum, (opleiding.code, voorwaarde.naam)


def test_een_deelexamen_heeft_een_tot_vier_vakken() -> None:
    aantallen = {
        len(kandidaat.examenresultaat.vakresultaten)
        for kandidaat in voorbeeld(200, regimes=REGIMES, soort="deelexamen")
    }
    assert aantallen == {1, 2, 3, 4}


def test_in_2020_is_er_geen_centraal_examen() -> None:
    alle = [k.examenresultaat for k in voorbeeld(100, regimes=[2020], soort="volledig")]
    assert not any(vak.ce for er in alle for vak in er.vakresultaten)
    assert not any(er.herkansingen for er in alle)


def test_een_aanvulling_brengt_resultaten_van_eerder_mee() -> None:
    for kandidaat in voorbeeld(100, regimes=[2025], soort="aanvulling"):
        jaren = {vak.examenregime for vak in kandidaat.examenresultaat.vakresultaten}
        assert 2025 in jaren
        assert min(jaren) < 2025


def test_de_niveaus_verhouden_zich_als_landelijk() -> None:
    kandidaten = list(voorbeeld(2_000, regimes=[2025]))
    geteld = Counter(k.examenresultaat.vakresultaten[0].niveau for k in kandidaten)
    landelijk = deelnemers().niveaus
    totaal = landelijk.VMBO_TL + landelijk.HAVO + landelijk.VWO
    for niveau in ("VMBO_TL", "HAVO", "VWO"):
        verwacht = 2_000 * getattr(landelijk, niveau) / totaal
        assert abs(geteld[niveau] - verwacht) < 100, niveau


def test_de_cijfers_liggen_rond_het_landelijk_gemiddelde() -> None:
    groepen = [groep for groep in cijfers().groep if groep.niveau == "HAVO"]
    kandidaten = sum(groep.kandidaten for groep in groepen)
    verwacht = sum(groep.kandidaten * groep.gemiddelde_ce for groep in groepen) / kandidaten
    eerste_ce = [
        vak.ce[0].cijfer
        for kandidaat in voorbeeld(2_000, regimes=[2025], soort="volledig")
        for vak in kandidaat.examenresultaat.vakresultaten
        if vak.niveau == "HAVO" and vak.ce
    ]
    assert abs(sum(eerste_ce) / len(eerste_ce) / 10 - verwacht) < 0.1


def test_geen_persoon_draagt_een_naam_buiten_de_lijsten() -> None:
    achternamen = {k.persoon.achternaam for k in voorbeeld(500, regimes=[2025])}
    assert len(achternamen) == 24
