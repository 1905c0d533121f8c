"""Properties of forms over every entity class, any entity and any keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from examen.invoer import keuring
from examen.model import Examenresultaat
from examen.namen import TabelNamen
from examen.schooluitkomst import Schooluitkomst
from register.model.persoon import KORTE_SET, Persoon
from register.vavo.inschrijving import Inschrijving
from register.velden import Attribuut, Soort, Veld, attributen
from register.vormen.json_vorm import RecordFout, naar_json, van_json
from register.vormen.waarden import naar_tekst
from tests.strategieen import entiteiten, waarden
from tui.formulier.boom import Blok, Groep, Invulveld
from tui.formulier.formulier import Formulier
from tui.formulier.regels import Rest
from tui.formulier.tabelkeuzen import TabelKeuzen
from tui.formulier.tekst import lees, schrijf
from tui.weergave import formulier as weergave

KLASSEN = [Persoon, Inschrijving, Examenresultaat, Schooluitkomst]
PEILDATUM = date(2025, 7, 1)
KEUZEN = TabelKeuzen(TabelNamen())
TOETSEN = [
    *("up", "down", "tab", "shift+tab", "enter", "home", "end", "pageup", "pagedown"),
    *("left", "right", "backspace", "delete", "ctrl+u", "ctrl+z", "f1", "f6", "f7", "f8"),
    *(" ", "1", "0", "6", "-", ",", "J", "n", "A", "\x1b", "é", "中", "\u202e"),
]
"""Keys that mean something, keys that do not, and characters nobody expects."""

per_klasse = pytest.mark.parametrize("klasse", KLASSEN, ids=lambda klasse: klasse.__name__)
ruim = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
EERSTE = settings(ruim, phases=[Phase.generate], database=None)
"""Take the first there is, without looking for a smaller one."""


def velden(klasse: type[Any]) -> Iterator[tuple[str, Attribuut]]:
    """Every plain field at any depth, with the name of its class."""
    for attribuut in attributen(klasse):
        if attribuut.klasse is None:
            yield klasse.__name__, attribuut
        else:
            yield from velden(attribuut.klasse)


ALLE_VELDEN = {
    f"{naam}.{attribuut.naam}": attribuut.veld
    for klasse in KLASSEN
    for naam, attribuut in velden(klasse)
}


@per_klasse
@ruim
@given(data=st.data())
def test_een_formulier_geeft_terug_wat_erin_ging(klasse: type[Any], data: st.DataObject) -> None:
    entiteit = data.draw(entiteiten(klasse))
    formulier = Formulier.van(entiteit, peildatum=PEILDATUM)

    assert entiteit == formulier.entiteit()
    assert not formulier.gewijzigd

    for toets in ["end", "enter"] * 3 + ["down", "enter"] * 20 + ["home", "down", "end"]:
        formulier.druk(toets)

    assert entiteit == formulier.entiteit()


@per_klasse
@ruim
@given(data=st.data())
def test_elke_reeks_toetsen_laat_een_entiteit_of_fouten_met_regels_na(
    klasse: type[Any], data: st.DataObject
) -> None:
    hoe: dict[str, Any] = {
        "peildatum": PEILDATUM,
        "keuring": keuring if klasse is Examenresultaat else None,
        "kort": KORTE_SET if klasse is Persoon else (),
        "keuzen": KEUZEN,
    }
    begin = data.draw(st.none() | entiteiten(klasse))
    formulier = Formulier.nieuw(klasse, {}, **hoe) if begin is None else Formulier.van(begin, **hoe)

    for toets in data.draw(st.lists(st.sampled_from(TOETSEN), max_size=80)):
        formulier.druk(toets)
        assert 0 <= formulier.cursor < len(formulier.regels)
        ding = formulier.regel.ding
        assert len(formulier.regels) == len(weergave.rijen(formulier, 80))
        assert weergave.plaatsnaam(formulier).endswith(formulier.regel.label)
        assert "None" not in weergave.toelichting(formulier)
        assert 0 <= formulier.plek <= (len(ding.tekst) if isinstance(ding, Invulveld) else 0)

    try:
        gemaakt = formulier.entiteit()
    except RecordFout as fout:
        for een in fout.fouten:
            formulier.toon(een.veld)
            assert een.veld in ("", formulier.regel.pad)
            if een.veld and isinstance(formulier.regel.ding, Invulveld):
                zichtbaar = formulier.bezwaar(formulier.regel.ding)
                assert zichtbaar in ("", een.tekst)
    else:
        assert gemaakt == van_json(klasse, naar_json(gemaakt))


@pytest.mark.parametrize("naam", ALLE_VELDEN)
@ruim
@given(data=st.data())
def test_wat_geschreven_staat_is_te_typen(naam: str, data: st.DataObject) -> None:
    veld = ALLE_VELDEN[naam]
    waarde = data.draw(waarden(veld).filter(lambda w: _te_typen(veld, w)))

    for tekst in (naar_tekst(veld, waarde), schrijf(veld, waarde)):
        assert waarde == lees(veld, tekst, PEILDATUM)


def _te_typen(veld: Veld, waarde: Any) -> bool:
    """Whether no blanks are at the ends and every character can be typed; else it is only kept."""
    if veld.soort is not Soort.TEKST:
        return True
    return bool(waarde.isprintable() and waarde == waarde.strip())


@per_klasse
def test_elk_veld_is_met_toetsen_te_bereiken_en_te_typen(klasse: type[Any]) -> None:
    """Walk down, adding a member to every group; in every field a value is typed."""
    kort = KORTE_SET if klasse is Persoon else ()
    formulier = Formulier.nieuw(klasse, {}, kort=kort, peildatum=PEILDATUM)
    getypt = set()
    formulier.druk("home")
    eerder = -1
    while formulier.cursor != eerder:
        eerder = formulier.cursor
        match formulier.regel.ding:
            case Groep(leden=[]):
                formulier.druk("f6")
            case Blok() | Groep() | Rest():
                formulier.druk("enter")
            case Invulveld() as invulveld:
                for teken in NUMMERS.get(invulveld.naam) or _voorbeeld(invulveld.veld):
                    formulier.druk(teken)
                assert "" == invulveld.zin
                assert invulveld.waarde is not None
                getypt.add(f"{invulveld.ouder.klasse.__name__}.{invulveld.naam}")
                formulier.druk("enter")

    assert {f"{naam}.{attribuut.naam}" for naam, attribuut in velden(klasse)} == getypt
    gemaakt = formulier.entiteit()
    assert gemaakt == van_json(klasse, naar_json(gemaakt))


NUMMERS = {"burgerservicenummer": "999990019", "onderwijsnummer": "101222331"}
"""Fictional numbers that could have been given out."""


def _voorbeeld(veld: Veld) -> str:
    """Give the text of some value of a field."""
    gezocht = waarden(veld).filter(lambda w: w is not False and _te_typen(veld, w))
    return schrijf(veld, find(gezocht, lambda _: True, settings=EERSTE))


VIJANDIG = ["\x00\x1b[2J", "'; DROP TABLE stand; --", "𝟞,𝟜", "٦", "−1", "1e9", "9" * 400, "\u202e6"]


@pytest.mark.parametrize("tekst", VIJANDIG, ids=ascii)
def test_vijandige_tekst_is_een_waarde_of_een_zin(tekst: str) -> None:
    for veld in ALLE_VELDEN.values():
        invulveld = Invulveld("veld", veld, Blok(Persoon, None), verplicht=False)

        invulveld.typ(tekst, PEILDATUM)

        assert (invulveld.waarde is None) == bool(invulveld.zin)
        assert len(invulveld.zin) < 500
        if invulveld.waarde is not None:
            assert invulveld.waarde == lees(veld, schrijf(veld, invulveld.waarde), PEILDATUM)
