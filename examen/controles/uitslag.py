"""Controls on the uitslag (manual chapter 6, "Controles op de uitslag")."""

from __future__ import annotations

from datetime import date

import polars as pl

from examen.controles.plaatsen import EXAMENRESULTAAT
from register.controle import Kolommen, controle
from register.wijziging import haal_weg, voeg_toe, zet


@controle(
    op=EXAMENRESULTAAT,
    raak=[zet("uitslag", examenregime=2026)],
    stil=[zet("uitslag", examenregime=2024)],
)
def examenregime_in_toekomst_uitslag(er: Kolommen) -> pl.Expr:
    """The examenregime of the uitslag is at most that of the current school year."""
    return (er.uitslag_examenregime > er.huidig_regime).fill_null(value=False)


@controle(
    op=EXAMENRESULTAAT,
    raak=[zet("uitslag", datum=date(2025, 7, 2))],
    stil=[zet("uitslag", datum=date(2025, 7, 1))],
)
def datum_uitslag_in_toekomst(er: Kolommen) -> pl.Expr:
    """The date of the uitslag is not after the peildatum; an empty date is not judged."""
    return (er.uitslag_datum > er.peildatum).fill_null(value=False)


@controle(
    op=EXAMENRESULTAAT,
    raak=[haal_weg("cijferlijsten")],
    stil=[zet("cijferlijsten", regels=())],
)
def geen_diplomavak(er: Kolommen) -> pl.Expr:
    """With uitslag G at least one result counts for the diploma.

    A cijferlijst without lines is one the program still proposes: then nothing is said.
    """
    return er.geslaagd & ~er.telt_iets & ~er.voorstel


@controle(
    op=EXAMENRESULTAAT,
    raak=[voeg_toe("certificaten", resultaatvolgnummers=("NE",))],
    stil=[voeg_toe("certificaten", resultaatvolgnummers=("NE",)), zet("uitslag", uitslag="A")],
)
def certificaat_bij_geslaagd(er: Kolommen) -> pl.Expr:
    """Who passes gets no certificaten."""
    return er.geslaagd & er.heeft_certificaat


@controle(
    op=EXAMENRESULTAAT,
    raak=[zet("vakresultaten[vak=1022]", werkstuk=False)],
    stil=[zet("vakresultaten[vak=1022]", werkstuk=False), zet("uitslag", uitslag="D")],
)
def werkstuk_zonder_vak(er: Kolommen) -> pl.Expr:
    """With havo or vwo G or A, a werkstuk that counts belongs to a subject that counts."""
    return er.havo_vwo & er.bepaald & er.werkstuk_telt & ~er.vak_met_werkstuk_telt


@controle(
    op=EXAMENRESULTAAT,
    raak=[
        haal_weg("combinatiecijferresultaten"),
        haal_weg("cijferlijsten"),
        zet("uitslag", uitslag="A"),
    ],
    stil=[
        haal_weg("combinatiecijferresultaten"),
        haal_weg("cijferlijsten"),
        zet("uitslag", uitslag="D"),
    ],
)
def combinatiecijfer_ontbreekt(er: Kolommen) -> pl.Expr:
    """With havo or vwo G or A there is a combinatiecijferresultaat."""
    return er.havo_vwo & er.bepaald & ~er.heeft_combinatiecijfer


CONTROLES = (
    examenregime_in_toekomst_uitslag,
    datum_uitslag_in_toekomst,
    geen_diplomavak,
    certificaat_bij_geslaagd,
    werkstuk_zonder_vak,
    combinatiecijfer_ontbreekt,
)
