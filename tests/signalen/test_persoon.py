"""The controls on persons: their examples, the borders of dates, and what is not judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from attrs import evolve

from register.controle import Controle
from register.model.persoon import BuitenlandsAdres, Persoon
from register.referentie import Referentie, referentie_van
from register.referentie.soorten import BekendPersoon, Land
from register.vavo.controles import (
    NODIG,
    PERSOONSCONTROLES,
    bevindingen_persoon,
    niet_te_beoordelen,
)
from register.vormen.kolommen import kolommen
from register.wijziging import pas_toe, zet
from tests.omgeving import PEILDATUM, SCHOON, voorbeeldreferentie

SCHONE_PERSOON = SCHOON["persoon"]


def signalen(
    personen: Sequence[Persoon], referentie: Referentie | None = None, op: date = PEILDATUM
) -> list[list[str]]:
    gevonden = bevindingen_persoon(
        kolommen(Persoon, personen), referentie or voorbeeldreferentie(), op
    )
    return [gevonden.filter(stand=stand)["signaal"].to_list() for stand in range(len(personen))]


def effecten(persoon: Persoon) -> list[tuple[str, str]]:
    gevonden = bevindingen_persoon(kolommen(Persoon, [persoon]), voorbeeldreferentie(), PEILDATUM)
    return gevonden["signaal", "effect"].rows()


def test_een_schone_persoon_geeft_niets() -> None:
    assert [[]] == signalen([SCHONE_PERSOON])


@pytest.mark.parametrize("controle", PERSOONSCONTROLES, ids=lambda c: c.signaal)
def test_raak_geeft_precies_dit_signaal_en_stil_niets(controle: Controle) -> None:
    raak, stil = (pas_toe(SCHONE_PERSOON, *w) for w in (controle.raak, controle.stil))

    assert [[controle.signaal], []] == signalen([raak, stil])


def test_zonder_referentie_zwijgt_wat_erom_vraagt_en_zegt_dat_ook() -> None:
    onbekend = evolve(SCHONE_PERSOON, burgerservicenummer="999990007", voorvoegsel="vander")
    leeg = referentie_van([])

    assert [[]] == signalen([onbekend], leeg)
    assert {s: (nodig.tabel,) for s, nodig in NODIG.items()} == niet_te_beoordelen(leeg)
    assert {} == niet_te_beoordelen(voorbeeldreferentie())


def test_een_deel_van_de_personen_zegt_niet_wie_onbekend_is_maar_wel_wie_anders_is() -> None:
    deel = evolve(voorbeeldreferentie(), delen=frozenset({"personen"}))
    onbekend = evolve(SCHONE_PERSOON, burgerservicenummer="999990007")
    ander = evolve(SCHONE_PERSOON, geslacht="1")

    assert [[], ["combinatie_bsn_geboortedatum_geslacht_onbekend"]] == signalen(
        [onbekend, ander], deel
    )
    assert {"persoon_niet_gevonden": ("alle personen",)} == niet_te_beoordelen(deel)


def test_zonder_personen_is_er_niets() -> None:
    assert [] == signalen([])


def test_wie_geen_nummer_heeft_wordt_niet_gezocht() -> None:
    assert [[]] == signalen([evolve(SCHONE_PERSOON, burgerservicenummer=None)])


def test_een_nummer_dat_alleen_als_vervanging_bekend_is_is_bekend() -> None:
    vervangen = BekendPersoon(onderwijsnummer="100000022", vervangen_door="999990019")

    assert [[]] == signalen([SCHONE_PERSOON], referentie_van([vervangen]))


@pytest.mark.parametrize(
    ("geboortedatum", "verwacht"),
    [
        ("2025-07-01", []),
        ("2025-07-02", ["geboortedatum_in_toekomst"]),
        ("2025-00-00", []),
        ("2026-00-00", ["geboortedatum_in_toekomst"]),
    ],
)
def test_geboren_op_de_peildatum_mag_en_een_dag_later_niet(
    geboortedatum: str, verwacht: list[str]
) -> None:
    persoon = evolve(SCHONE_PERSOON, geboortedatum=geboortedatum, burgerservicenummer="999990032")

    assert [verwacht] == signalen([persoon])


@pytest.mark.parametrize(
    "anders", [{"geboortedatum": "2005-03-15"}, {"geslacht": "1"}, {"geboortedatum": "2005-00-00"}]
)
def test_geboortedatum_en_geslacht_moeten_allebei_kloppen(anders: dict[str, str]) -> None:
    assert [["combinatie_bsn_geboortedatum_geslacht_onbekend"]] == signalen(
        [evolve(SCHONE_PERSOON, **anders)]
    )


@pytest.mark.parametrize(
    ("own", "verwacht"),
    [
        (BekendPersoon(onderwijsnummer="100000022"), []),
        (BekendPersoon(onderwijsnummer="100000022", vervangen_door="999990019"), []),
        (
            BekendPersoon(onderwijsnummer="100000022", vervangen_door="999990020"),
            ["bsn_ander_persoon"],
        ),
        (
            BekendPersoon(onderwijsnummer="100000022", geboortedatum="2005-03-15"),
            ["bsn_ander_persoon"],
        ),
        (BekendPersoon(onderwijsnummer="100000022", geslacht="1"), ["bsn_ander_persoon"]),
    ],
)
def test_bij_heridentificatie_horen_bsn_en_onderwijsnummer_bij_een_persoon(
    own: BekendPersoon, verwacht: list[str]
) -> None:
    bsn = BekendPersoon(burgerservicenummer="999990019", geboortedatum="2005-03-14", geslacht="2")
    persoon = evolve(SCHONE_PERSOON, onderwijsnummer="100000022")

    assert [verwacht] == signalen([persoon], referentie_van([bsn, own]))


@pytest.mark.parametrize(
    ("adres", "verwacht"),
    [
        ({"postcode": None}, [("onvoldoende_adresgegevens", "afkeur")]),
        ({"huisnummer": None}, [("onvoldoende_adresgegevens", "afkeur")]),
        ({"huisnummer": 3}, [("postcode_huisnummer_onbekend", "niet geregistreerd")]),
        ({"huisnummer": None, "locatie": "woonboot"}, []),
    ],
)
def test_een_adres_in_nederland_is_volledig_en_bestaat(
    adres: dict[str, object], verwacht: list[tuple[str, str]]
) -> None:
    assert verwacht == effecten(pas_toe(SCHONE_PERSOON, zet("adres_binnenland", **adres)))


@pytest.mark.parametrize(
    ("landcode", "verwacht"),
    [
        ("9089", []),
        ("6030", [("onvoldoende_adresgegevens", "niet geregistreerd")]),
        (None, [("onvoldoende_adresgegevens", "niet geregistreerd")]),
        ("1234", [("landcode_woonadres_ongeldig", "niet geregistreerd")]),
    ],
)
def test_een_adres_in_het_buitenland_heeft_een_ander_land_dan_nederland(
    landcode: str | None, verwacht: list[tuple[str, str]]
) -> None:
    adres = BuitenlandsAdres(regel_1="Hauptstrasse 1", landcode=landcode)
    persoon = evolve(SCHONE_PERSOON, adres_binnenland=None, adres_buitenland=adres)

    assert verwacht == effecten(persoon)


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(1990, 5, 21), []),
        (date(1990, 5, 22), ["landcode_woonadres_ongeldig"]),
    ],
)
def test_een_landcode_geldt_tot_en_met_de_dag_voor_het_einde(op: date, verwacht: list[str]) -> None:
    adres = BuitenlandsAdres(regel_1="Straat 1", landcode="5016")
    persoon = evolve(
        SCHONE_PERSOON,
        geboortedatum="1980-01-01",
        adres_binnenland=None,
        adres_buitenland=adres,
    )
    landen = Referentie({"landen": voorbeeldreferentie().van("landen")})

    assert [verwacht] == signalen([persoon], landen, op)


def test_een_land_zonder_datums_geldt_altijd() -> None:
    adres = BuitenlandsAdres(regel_1="Straat 1", landcode="9999")
    persoon = evolve(SCHONE_PERSOON, adres_binnenland=None, adres_buitenland=adres)

    assert [[]] == signalen([persoon], referentie_van([Land(landcode="9999", naam="Nergens")]))
