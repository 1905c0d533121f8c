"""The controls as columns against the same controls in plain Python, on spoiled dossiers."""

from __future__ import annotations

import random

import pytest

from examen.controles import CONTROLES, SLEUTELS, bevindingen
from examen.model import Examenresultaat
from examen.reken import bereken
from register.vormen.kolommen import kolommen
from register.wijziging import pas_toe, zet
from tests.schoon import DOSSIERS, PEILDATUM, schoon
from tests.signalen.bederf import bederf
from tests.signalen.orakel import Vondst, vondsten

AANTAL = 400


def gevonden(dossiers: list[Examenresultaat]) -> list[list[Vondst]]:
    frames = kolommen(Examenresultaat, dossiers)
    uit: list[list[Vondst]] = [[] for _ in dossiers]
    for rij in bevindingen(frames, bereken(frames), PEILDATUM).iter_rows(named=True):
        plaats = tuple(rij[sleutel] for sleutel in SLEUTELS if rij[sleutel] is not None)
        uit[rij["stand"]].append((rij["signaal"], plaats))
    return [sorted(lijst) for lijst in uit]


def bedorven(uitslagniveau: str) -> list[Examenresultaat]:
    lot = random.Random(uitslagniveau)
    zonder_onderdelen = zet("cijferlijsten.regels", combinatiecijfer=False)
    dossiers = []
    for _ in range(AANTAL):
        regime = lot.choice([2017, 2019, 2020, 2025])
        dossier = schoon(uitslagniveau, regime, uitslag=lot.choice("GAD"))
        if lot.random() < 0.1:
            dossier = pas_toe(dossier, zonder_onderdelen)
        dossiers.append(bederf(dossier, lot, lot.randint(1, 12)))
    return dossiers


@pytest.mark.parametrize("uitslagniveau", DOSSIERS)
def test_kolommen_en_orakel_vinden_hetzelfde(uitslagniveau: str) -> None:
    dossiers = bedorven(uitslagniveau)
    verschil = [
        (dossier, sorted(set(orakel) ^ set(kolom)))
        for dossier, orakel, kolom in zip(
            dossiers, [vondsten(d, PEILDATUM) for d in dossiers], gevonden(dossiers), strict=True
        )
        if orakel != kolom
    ]

    assert [] == verschil[:1]


def test_elke_controle_komt_in_de_vergelijking_voor() -> None:
    geklonken = {
        naam
        for uitslagniveau in DOSSIERS
        for dossier in bedorven(uitslagniveau)
        for naam, _ in vondsten(dossier, PEILDATUM)
    }

    assert {controle.signaal for controle in CONTROLES} == geklonken


def test_een_dossier_alleen_geeft_hetzelfde_als_in_een_menigte() -> None:
    dossiers = bedorven("HAVO")[:40]

    assert [gevonden([dossier])[0] for dossier in dossiers] == gevonden(dossiers)
