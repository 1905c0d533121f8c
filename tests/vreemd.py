"""Odd changes to a candidate: what a delivery should not hold but may.

Nothing here is refused when it is read in, so engine and oracle must decide the same about it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from attrs import evolve

from examen.model import CeResultaat, Cijferlijst, Examenresultaat, Uitslag

JAREN = (None, 2010, 2014, 2015, 2019, 2020, 2025, 2028)
NIVEAUS = ("VMBO_GL", "VMBO_TL", "HAVO", "VWO")

VAK: dict[str, Sequence[Any]] = {
    "vak": (
        *("1001", "0011", "1024", "1025", "1027", "0353", "1020", "1029", "1132"),
        *("9999", "0301", "1019", "0322", "1900", "1205", "1206", "0251"),
    ),
    "niveau": NIVEAUS,
    "examenregime": JAREN,
    "inruil": (True, False),
    "reden_niet_deelname": ("V", "O"),
    "cijfer_se": (None, 10, 54, 55, 100),
    "beoordeling_se": ("G", "V", "O"),
    "cijfer_rv": (60, 90),
    "ce": (
        (),
        (CeResultaat(tijdvak=1, cijfer=30),),
        (CeResultaat(tijdvak=2, cijfer=90), CeResultaat(tijdvak=1, cijfer=40)),
    ),
    "eindcijfer": (None, 3, 9),
}
WERKSTUK: dict[str, Sequence[Any]] = {
    "niveau": NIVEAUS,
    "examenregime": JAREN,
    "reden_niet_deelname": ("V", "O"),
    "cijfer": (None, 1, 5, 6, 10),
    "beoordeling": (None, "G", "V", "O"),
}
TOETS: dict[str, Sequence[Any]] = {
    "niveau": NIVEAUS,
    "examenregime": JAREN,
    "toetscode": ("1107", "1120", "1123"),
    "cijfer": (None, 3, 5, 6),
}
REGEL: dict[str, Sequence[Any]] = {
    "diplomavak": (True, False),
    "combinatiecijfer": (True, False),
    "examendeel": (None, "G", "P", "V"),
}
UITSLAGEN = (
    None,
    *(Uitslag(uitslag="G", niveau="HAVO", examenregime=jaar) for jaar in (2014, 2015, 2020, 2028)),
)
OPLEIDINGEN = ("0000", "5172", "5321", "5372", "5400", "99051")


def vreemd(er: Examenresultaat, rng: random.Random) -> Examenresultaat:
    """Give the candidate with one to four odd changes."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        er = _een_wijziging(er, rng)
    return er


def _een_wijziging(er: Examenresultaat, rng: random.Random) -> Examenresultaat:
    lot = rng.random()
    if lot < 0.65:
        return evolve(er, vakresultaten=_met_een_ander(er.vakresultaten, VAK, rng))
    if lot < 0.75:
        return evolve(er, werkstukresultaten=_met_een_ander(er.werkstukresultaten, WERKSTUK, rng))
    if lot < 0.80:
        return evolve(er, toetsresultaten=_met_een_ander(er.toetsresultaten, TOETS, rng))
    if lot < 0.85:
        return evolve(er, uitslag=rng.choice(UITSLAGEN))
    if lot < 0.88:
        return evolve(er, vakresultaten=er.vakresultaten[: rng.randrange(3)])
    if lot < 0.92:
        lijst = Cijferlijst(opleiding=rng.choice(OPLEIDINGEN))
        return evolve(er, cijferlijsten=rng.choice(((), (lijst,), (*er.cijferlijsten, lijst))))
    lijsten = tuple(
        evolve(lijst, regels=_met_een_ander(lijst.regels, REGEL, rng)) for lijst in er.cijferlijsten
    )
    return evolve(er, cijferlijsten=lijsten)


def _met_een_ander(
    lijst: tuple[Any, ...], velden: dict[str, Sequence[Any]], rng: random.Random
) -> tuple[Any, ...]:
    """Give the list with one field of one member changed."""
    if not lijst:
        return lijst
    plaats, veld = rng.randrange(len(lijst)), rng.choice(list(velden))
    anders = evolve(lijst[plaats], **{veld: rng.choice(velden[veld])})
    return (*lijst[:plaats], anders, *lijst[plaats + 1 :])
