"""Every field that is filled in says what it is and where that stands; no text is in vain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from examen.model import Cijferlijstregel, Examenresultaat, Herkansing, Uitslag, Vakresultaat
from register.fouten import TabelFout
from register.model.persoon import Persoon
from register.vavo.inschrijving import Inschrijving
from register.velden import Attribuut, attributen
from register.velduitleg import OVERAL, uitleg, velduitleg

ENTITEITEN = (Persoon, Inschrijving, Examenresultaat)


def velden(klasse: type[Any]) -> Iterator[tuple[type[Any], Attribuut]]:
    for attribuut in attributen(klasse):
        if attribuut.klasse is None:
            yield klasse, attribuut
        else:
            yield from velden(attribuut.klasse)


ALLE = {
    f"{klasse.__name__}.{attribuut.naam}": (klasse, attribuut)
    for entiteit in ENTITEITEN
    for klasse, attribuut in velden(entiteit)
}


@pytest.mark.parametrize("naam", ALLE)
def test_elk_veld_zegt_wat_het_is_en_waar_dat_staat(naam: str) -> None:
    klasse, attribuut = ALLE[naam]

    assert uitleg(klasse, attribuut.naam).endswith(".")
    assert attribuut.veld.bron


def test_geen_tekst_gaat_over_een_veld_dat_er_niet_is() -> None:
    van_overal = {attribuut.naam for _, attribuut in ALLE.values()}
    over = {
        f"{klasse}.{naam}"
        for klasse, teksten in velduitleg().items()
        for naam in teksten
        if (naam not in van_overal if klasse == OVERAL else f"{klasse}.{naam}" not in ALLE)
    }

    assert set() == over


def test_een_klasse_gaat_voor_wat_overal_geldt() -> None:
    assert uitleg(Vakresultaat, "niveau").startswith("De schoolsoort waarop dit resultaat")
    assert uitleg(Uitslag, "niveau").startswith("De schoolsoort waarvoor de uitslag")
    assert uitleg(Herkansing, "examenregime") != uitleg(Vakresultaat, "examenregime")
    assert (
        uitleg(Cijferlijstregel, "resultaatvolgnummer")
        == "Het resultaat waar deze regel over gaat."
    )


def test_een_veld_zonder_tekst_wordt_genoemd() -> None:
    with pytest.raises(TabelFout, match=r"Persoon\.schoenmaat ontbreekt"):
        uitleg(Persoon, "schoenmaat")
