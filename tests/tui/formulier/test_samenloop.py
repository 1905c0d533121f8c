"""What becomes of what two people make of the same thing at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examen.model import CeResultaat, Examenresultaat, Herkansing
from register.model.persoon import BuitenlandsAdres, Persoon
from register.vavo.inschrijving import Inschrijving
from tests.strategieen import entiteiten
from tests.tui.voorbeeld import EXAMEN, PERSONEN
from tui.formulier.boom import Blok, Groep, Invulveld, blok_van, maak
from tui.formulier.formulier import Formulier
from tui.formulier.samenloop import Botsing, Samenloop

PERSOON = PERSONEN[0]
EERSTE, TWEEDE, *REST = EXAMEN.vakresultaten


def samen(begin: Any, getypt: Any, nu: Any) -> tuple[Any, list[Botsing], dict[str, str]]:
    """Give what is in the form after it, what both changed, and what is said behind which row."""
    boom, samenloop = blok_van(nu), Samenloop()
    samenloop.leg_over(blok_van(begin), blok_van(getypt), boom)
    return maak(boom, []), samenloop.botsingen, dict(opmerkingen(boom))


def opmerkingen(blok: Blok, pad: str = "") -> list[tuple[str, str]]:
    gevonden = [(pad, blok.opmerking)]
    for naam, deel in blok.delen.items():
        hier = f"{pad}.{naam}".removeprefix(".")
        gevonden.append((hier, deel.opmerking))
        if isinstance(deel, Groep):
            for nummer, lid in enumerate(deel.leden):
                if isinstance(lid, Blok):
                    gevonden += opmerkingen(lid, f"{hier}[{nummer}]")
    return [(waar, tekst) for waar, tekst in gevonden if tekst]


def vakken(*anders: Any) -> Examenresultaat:
    return evolve(EXAMEN, vakresultaten=anders)


@pytest.mark.parametrize("klasse", [Persoon, Inschrijving, Examenresultaat])
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_wat_maar_een_van_beiden_wijzigde_is_wat_die_ervan_maakte(
    klasse: type[Any], data: st.DataObject
) -> None:
    een, ander = data.draw(entiteiten(klasse)), data.draw(entiteiten(klasse))
    van_mij, van_de_ander = samen(een, ander, een), samen(een, een, ander)

    assert (ander, []) == van_mij[:2]
    assert (ander, []) == van_de_ander[:2]
    assert (ander, []) == samen(een, ander, ander)[:2]
    assert bool(van_mij[2]) == (een != ander)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_van_elk_veld_blijft_wat_getypt_is_en_wat_de_ander_wijzigde_is_overgenomen_of_genoemd(
    data: st.DataObject,
) -> None:
    begin, getypt, nu = (data.draw(entiteiten(Persoon)) for _ in range(3))
    boom, samenloop = blok_van(nu), Samenloop()
    samenloop.leg_over(blok_van(begin), blok_van(getypt), boom)
    genoemd = {botsing.waar for botsing in samenloop.botsingen}

    for veld in boom.velden():
        was, mijn, hun = (getattr(een, veld.naam) for een in (begin, getypt, nu))
        assert (hun if mijn == was else mijn) == veld.waarde
        assert (veld.veld.label in genoemd) == (mijn not in (was, hun) and hun != was)
        assert bool(veld.opmerking) == (veld.waarde != was)


def test_van_wat_beiden_wijzigden_blijft_het_eigen_en_staan_beide_waarden_er() -> None:
    uit, botsingen, gezegd = samen(
        PERSOON, evolve(PERSOON, achternaam="Duin"), evolve(PERSOON, achternaam=None)
    )

    assert "Duin" == uit.achternaam
    assert [Botsing("achternaam", "Duin", "leeg")] == botsingen
    assert {"achternaam": "gewijzigd; nu leeg"} == gezegd


def test_leden_van_een_lijst_horen_bij_elkaar_door_hun_sleutel() -> None:
    getypt = vakken(TWEEDE, evolve(EERSTE, cijfer_se=70), *REST)
    nu = vakken(EERSTE, evolve(TWEEDE, ce=(CeResultaat(tijdvak=1, cijfer=55),)), *REST[1:])
    uit, botsingen, gezegd = samen(EXAMEN, getypt, nu)

    assert vakken(nu.vakresultaten[1], getypt.vakresultaten[1], *REST[1:]) == uit
    assert [] == botsingen
    assert {
        "vakresultaten": "andere volgorde",
        "vakresultaten[0].ce[0].cijfer": "door een ander; was 6,8",
        "vakresultaten[1].cijfer_se": "gewijzigd; was 6,4",
    } == gezegd


def test_wat_de_een_weghaalt_en_de_ander_wijzigt_blijft_en_wordt_genoemd() -> None:
    anders = evolve(EERSTE, cijfer_se=70)
    zonder, met = vakken(TWEEDE, *REST), vakken(anders, TWEEDE, *REST)

    assert (
        vakken(TWEEDE, *REST, anders),
        [Botsing("vakresultaten 1", "gewijzigd", "weg")],
        {"vakresultaten[7]": "gewijzigd; nu weg"},
    ) == samen(EXAMEN, met, zonder)
    assert (
        vakken(TWEEDE, *REST, anders),
        [Botsing("vakresultaten 1", "weggehaald", "gewijzigd")],
        {"vakresultaten[7]": "weggehaald; nu gewijzigd"},
    ) == samen(EXAMEN, zonder, met)


def test_wat_beiden_toevoegen_staat_er_allebei_en_onder_een_sleutel_veld_voor_veld() -> None:
    van_mij = evolve(EERSTE, resultaatvolgnummer="20", vak="1003")
    van_hun = evolve(EERSTE, resultaatvolgnummer="21", vak="1004")
    zelfde = evolve(van_hun, resultaatvolgnummer="20")

    uit, botsingen, gezegd = samen(
        EXAMEN, vakken(*EXAMEN.vakresultaten, van_mij), vakken(*EXAMEN.vakresultaten, van_hun)
    )
    assert (van_mij, van_hun) == uit.vakresultaten[-2:]
    assert [] == botsingen
    assert {
        "vakresultaten[8]": "toegevoegd",
        "vakresultaten[9]": "door een ander toegevoegd",
    } == gezegd

    uit, botsingen, _ = samen(
        EXAMEN, vakken(*EXAMEN.vakresultaten, van_mij), vakken(*EXAMEN.vakresultaten, zelfde)
    )
    assert van_mij == uit.vakresultaten[-1]
    assert [Botsing("vakresultaten 20, vak", "1003", "1004")] == botsingen


def test_een_lijst_van_waarden_is_een_waarde_en_een_deel_komt_en_gaat() -> None:
    keer = Herkansing(examenregime=2025, tijdvak=2, vakken=("1001",))
    begin = evolve(EXAMEN, herkansingen=(keer,))
    mijn, hun = (
        evolve(EXAMEN, herkansingen=(evolve(keer, vakken=v),))
        for v in (("1002",), ("1001", "1022"))
    )
    uit, botsingen, _ = samen(begin, mijn, hun)

    assert mijn == uit
    assert [Botsing("herkansingen 1, vakken", "1002", "1001, 1022")] == botsingen

    adres = evolve(PERSOON, adres_buitenland=BuitenlandsAdres(landcode="5010"))
    assert (evolve(adres, adres_binnenland=None), []) == samen(
        PERSOON, evolve(PERSOON, adres_binnenland=None), adres
    )[:2]


def test_uw_volgorde_en_die_van_een_ander_is_een_botsing() -> None:
    uit, botsingen, _ = samen(
        EXAMEN, vakken(TWEEDE, EERSTE, *REST), vakken(*reversed(EXAMEN.vakresultaten))
    )

    assert vakken(TWEEDE, EERSTE, *REST) == uit
    assert [Botsing("vakresultaten", "uw volgorde", "een andere volgorde")] == botsingen


def test_een_formulier_neemt_over_en_gaat_naar_de_eerste_eigen_wijziging() -> None:
    hoe: dict[str, Any] = {"peildatum": date(2025, 7, 1)}
    eerder = Formulier.van(EXAMEN, **hoe)
    eerder.toon("vakresultaten[3].cijfer_se")
    for teken in "77":
        eerder.druk(teken)
    nieuw = Formulier.van(vakken(*EXAMEN.vakresultaten[1:]), **hoe)

    assert [] == nieuw.neem_over(eerder)
    assert "vakresultaten[2].cijfer_se" == nieuw.regel.pad
    assert isinstance(nieuw.regel.ding, Invulveld)
    assert ("7,7", "gewijzigd; was 6,2") == (nieuw.regel.ding.tekst, nieuw.regel.ding.opmerking)
    assert nieuw.gewijzigd
