"""One field changed at random: what sounds names that field's result, or follows from it."""

from __future__ import annotations

import random

import attrs
import pytest

from examen.controles import bevindingen, per_stand
from examen.model import Examenresultaat, Vakresultaat
from examen.reken import bereken
from register.vormen.kolommen import kolommen
from tests.schoon import DOSSIERS, PEILDATUM, schoon
from tests.signalen.bederf import ergens

KEREN = 200

GEVOLGEN = {
    "Combinatiecijfer onjuist": "the eindcijfer of one of its parts is another",
    "Indicatie combinatiecijfer onjuist": "the line of the combinatiecijfer now names this result",
    "Vak niet uniek": "of two results of one vak the later one is named",
}
"""Signals that may name the place of another result than the changed one, with the reason."""

Wijziging = tuple[Examenresultaat, Vakresultaat, Vakresultaat]


def gewijzigd(dossier: Examenresultaat, lot: random.Random) -> Wijziging:
    """Change one field of one vakresultaat; give the dossier, and the result before and after."""
    oud = lot.choice(dossier.vakresultaten)
    nieuw = oud
    while nieuw == oud:
        nieuw = ergens(oud, lot)
    vakken = tuple(nieuw if vak is oud else vak for vak in dossier.vakresultaten)
    return attrs.evolve(dossier, vakresultaten=vakken), oud, nieuw


@pytest.mark.parametrize("uitslagniveau", DOSSIERS)
@pytest.mark.parametrize("uitslag", ["G", "A"])
def test_een_gewijzigd_veld_klinkt_op_zijn_plaats_of_als_gevolg(
    uitslagniveau: str, uitslag: str
) -> None:
    lot = random.Random(f"{uitslagniveau} {uitslag}")
    dossier = schoon(uitslagniveau, uitslag=uitslag)
    wijzigingen = [gewijzigd(dossier, lot) for _ in range(KEREN)]
    frames = kolommen(Examenresultaat, (er for er, _, _ in wijzigingen))
    gevonden = per_stand(bevindingen(frames, bereken(frames), PEILDATUM))
    elders = [
        (een.signaal, een.sleutels, oud, nieuw)
        for plaats, (_, oud, nieuw) in enumerate(wijzigingen)
        for een in gevonden.get(plaats, ())
        if een.sleutels.get("resultaatvolgnummer", oud.resultaatvolgnummer)
        not in (oud.resultaatvolgnummer, nieuw.resultaatvolgnummer)
        and een.signaal not in GEVOLGEN
    ]

    assert [] == elders[:1]
    assert len(gevonden) > KEREN // 10
