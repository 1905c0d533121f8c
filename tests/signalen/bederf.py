"""Spoil a dossier: random changes of any field, copies and removals, the same for the same seed."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import attrs

from examen.model import Examenresultaat
from register.velden import Attribuut, Soort, delen, enkelvoudig, lijsten
from tests.schoon import PEILDATUM

CODES = {
    "vak": ["1001", "1019", "1021", "1026", "0353", "0153", "1305", "1132", "9999"],
    "toetscode": ["1107", "1121", "1124"],
    "stagecode": ["1112", "1113"],
    "opleiding": ["5372", "5321", "5172", "5452", "99050", "9999"],
}
"""Codes that are tried, known and unknown ones."""

NUMMERS = ["NE", "MA", "PWS", "RT", "ST", "CC", "XX"]
JAREN = [2012, 2015, 2018, 2020, 2024, 2025, 2026, 2030]


def bederf(dossier: Examenresultaat, lot: random.Random, aantal: int) -> Examenresultaat:
    for _ in range(aantal):
        dossier = ergens(dossier, lot)
    return dossier


def ergens(entiteit: Any, lot: random.Random) -> Any:
    """Change the entity here, or somewhere below."""
    klasse = type(entiteit)
    onder = [a for a in (*lijsten(klasse), *delen(klasse)) if getattr(entiteit, a.naam)]
    hier = [a for a in enkelvoudig(klasse) if _mag(a)]
    if not onder and not hier:
        return entiteit
    if onder and (not hier or lot.random() < 0.85):
        attribuut = lot.choice(onder)
        waarde = getattr(entiteit, attribuut.naam)
        nieuw = _in_lijst(attribuut, waarde, lot) if attribuut.lijst else ergens(waarde, lot)
    else:
        attribuut = lot.choice(hier)
        nieuw = _waarde(attribuut, lot)
    return attrs.evolve(entiteit, **{attribuut.naam: nieuw})


def _mag(attribuut: Attribuut) -> bool:
    return attribuut.veld.soort not in (Soort.TEKST, Soort.MOMENT) and attribuut.naam not in (
        "brin",
        "burgerservicenummer",
        "onderwijsnummer",
        "onderwijsaanbieder",
        "examenresultaatvolgnummer",
    )


def _in_lijst(attribuut: Attribuut, leden: tuple[Any, ...], lot: random.Random) -> tuple[Any, ...]:
    plek = lot.randrange(len(leden))
    lid, kans = leden[plek], lot.random()
    if kans < 0.08:
        return leden[:plek] + leden[plek + 1 :]
    if kans < 0.16:
        return (*leden, lid if attribuut.klasse is None else attrs.evolve(lid))
    anders = _waarde(attribuut, lot) if attribuut.klasse is None else ergens(lid, lot)
    return (*leden[:plek], anders, *leden[plek + 1 :])


def _waarde(attribuut: Attribuut, lot: random.Random) -> Any:
    veld = attribuut.veld
    if attribuut.leeg_mag and lot.random() < 0.4:
        return None
    if veld.waarden is not None:
        return lot.choice(sorted(veld.waarden))
    match veld.soort:
        case Soort.VOLGNUMMER:
            return lot.choice(NUMMERS)
        case Soort.JAAR:
            return lot.choice(JAREN)
        case Soort.JA_NEE:
            return lot.random() < 0.5
        case Soort.DATUM:
            return PEILDATUM + timedelta(days=lot.choice([0, 1]))
        case Soort.CODE:
            return lot.choice(CODES["vak" if attribuut.naam == "vakken" else attribuut.naam])
        case _:
            assert veld.minimum is not None
            assert veld.maximum is not None
            return lot.randint(veld.minimum, veld.maximum)
