"""An examenresultaat as a whole: numbers that are unique, references that lead somewhere."""

from typing import Any

import pytest

from examen.invoer import keuring
from examen.model import Examenresultaat
from register.vormen.json_vorm import RecordFout, van_json

EXAMEN: dict[str, Any] = {
    "brin": "01AA",
    "burgerservicenummer": "999990019",
    "examenresultaatvolgnummer": "ER1",
    "vakresultaten": [{"resultaatvolgnummer": "1", "vak": "1001", "niveau": "HAVO"}],
    "werkstukresultaten": [{"resultaatvolgnummer": "9", "niveau": "HAVO", "cijfer": 7}],
}


def lees_examenresultaat(inhoud: dict[str, Any]) -> Examenresultaat:
    return van_json(Examenresultaat, inhoud, keuring)


def fouten(**anders: Any) -> list[tuple[str, str]]:
    with pytest.raises(RecordFout) as gevangen:
        lees_examenresultaat(EXAMEN | anders)
    return [(fout.veld, fout.tekst) for fout in gevangen.value.fouten]


def test_verwijzingen_naar_elke_soort_resultaat_zijn_goed() -> None:
    regels = [{"resultaatvolgnummer": "1"}, {"resultaatvolgnummer": "9"}]
    gelezen = lees_examenresultaat(
        EXAMEN
        | {
            "cijferlijsten": [{"opleiding": "5372", "regels": regels}],
            "certificaten": [{"resultaatvolgnummers": ["9", "1"]}],
        }
    )
    assert 2 == len(gelezen.cijferlijsten[0].regels)


def test_een_volgnummer_dat_al_van_een_ander_resultaat_is() -> None:
    toets = {"resultaatvolgnummer": "9", "toetscode": "1121", "niveau": "HAVO"}
    assert [
        ("toetsresultaten[0].resultaatvolgnummer", "9 is al het volgnummer van een ander resultaat")
    ] == fouten(toetsresultaten=[toets])


def test_een_cijferlijst_of_certificaat_dat_een_resultaat_noemt_dat_er_niet_is() -> None:
    lijst = {"opleiding": "5372", "regels": [{"resultaatvolgnummer": "7"}]}
    assert [
        (
            "cijferlijsten[0].regels[0].resultaatvolgnummer",
            "verwijst naar resultaat 7, dat er niet is",
        ),
        (
            "certificaten[0].resultaatvolgnummers[1]",
            "verwijst naar resultaat 8, dat er niet is",
        ),
    ] == fouten(cijferlijsten=[lijst], certificaten=[{"resultaatvolgnummers": ["1", "8"]}])


def test_zonder_persoonsnummer_is_niet_te_zeggen_van_wie_het_is() -> None:
    ((_, tekst),) = fouten(burgerservicenummer=None)
    assert "BSN en onderwijsnummer ontbreken" in tekst
    met_onderwijsnummer = EXAMEN | {"burgerservicenummer": None, "onderwijsnummer": "100000009"}
    assert "100000009" == lees_examenresultaat(met_onderwijsnummer).onderwijsnummer
