"""Every shape of every entity keeps all of it: JSON, frames, tables, the register."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from attrs import evolve, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examen.model import Examenresultaat
from examen.schooluitkomst import Schooluitkomst
from register.model.persoon import Persoon
from register.opslag import Register, sleutel_van
from register.vavo.inschrijving import Inschrijving
from register.velden import Soort, veld
from register.vormen import tabellen as module
from register.vormen.json_vorm import naar_json, van_json
from register.vormen.kolommen import entiteiten as uit_kolommen
from register.vormen.kolommen import kolommen, vormen
from register.vormen.tabellen import METADATA, lees, schrijf, tabellen
from tests.momenten import BOEKING
from tests.strategieen import entiteiten

KLASSEN = [Persoon, Inschrijving, Examenresultaat, Schooluitkomst]

per_klasse = pytest.mark.parametrize("klasse", KLASSEN, ids=lambda klasse: klasse.__name__)
ruim = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@per_klasse
@ruim
@given(data=st.data())
def test_json_bewaart_elke_entiteit(klasse: type[Any], data: st.DataObject) -> None:
    entiteit = data.draw(entiteiten(klasse))
    tekst = json.dumps(naar_json(entiteit))
    assert entiteit == van_json(klasse, json.loads(tekst, parse_float=Decimal))
    assert entiteit == van_json(klasse, json.loads(tekst))


@per_klasse
@ruim
@given(data=st.data())
def test_kolommen_bewaren_elke_entiteit(klasse: type[Any], data: st.DataObject) -> None:
    verwacht = data.draw(st.lists(entiteiten(klasse), max_size=3))
    assert verwacht == uit_kolommen(klasse, kolommen(klasse, verwacht))


@per_klasse
@ruim
@given(data=st.data())
def test_tabellen_bewaren_elke_entiteit(klasse: type[Any], data: st.DataObject) -> None:
    verwacht = data.draw(st.lists(entiteiten(klasse), max_size=3))
    tabellen(klasse)
    motor = sa.create_engine("sqlite://")
    METADATA.create_all(motor)
    with motor.begin() as verbinding:
        schrijf(verbinding, klasse, verwacht, vanaf=1)
        assert verwacht == lees(verbinding, klasse, range(1, 4))
        assert lees(verbinding, klasse, []) == []
    motor.dispose()


@per_klasse
@settings(ruim, max_examples=6)
@given(data=st.data())
def test_het_register_geeft_dezelfde_kolommen_als_het_geheugen(
    klasse: type[Any], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    getrokken = data.draw(st.lists(entiteiten(klasse), max_size=4))
    met_nummer = [evolve(e, burgerservicenummer=f"99999{n:04}") for n, e in enumerate(getrokken)]
    with Register.open(tmp_path_factory.mktemp("register") / "r.db") as register:
        assert [*range(1, len(met_nummer) + 1)] == register.boek_alle(met_nummer, **BOEKING)
        in_geheugen = kolommen(klasse, met_nummer, vanaf=1)
        uit_register = register.kolommen(klasse)
        for vorm in vormen(klasse):
            verwacht, gevonden = in_geheugen[vorm.naam], uit_register[vorm.naam]
            assert verwacht.schema == gevonden.schema
            assert verwacht.equals(gevonden), vorm.naam
        for entiteit in met_nummer:
            stand, gevonden = register.actueel(klasse, sleutel_van(entiteit))
            assert entiteit == gevonden
            assert entiteit == register.lees(klasse, stand.id)


def test_wie_tegelijk_om_tabellen_vraagt_krijgt_dezelfde(monkeypatch: pytest.MonkeyPatch) -> None:
    @frozen(kw_only=True)
    class Proefsoort:
        naam: str = veld("naam", Soort.TEKST)

    maak = module._tabel

    def langzaam(vorm: Any) -> sa.Table:
        time.sleep(0.05)
        return maak(vorm)

    monkeypatch.setattr(module, "_tabel", langzaam)
    monkeypatch.setattr(module, "METADATA", sa.MetaData())
    with ThreadPoolExecutor(4) as draden:
        eerste, *rest = draden.map(tabellen, [Proefsoort] * 4)

    assert all(eerste is ander for ander in rest)
