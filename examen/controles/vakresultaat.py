"""Controls on the vakresultaat (manual chapter 6, "Controles op het vakresultaat")."""

from __future__ import annotations

import polars as pl

from examen.controles.plaatsen import VAKKEN
from examen.vakkentabel import Indicatie, regimes
from register.controle import Kolommen, controle
from register.wijziging import haal_weg, herhaal, zet


@controle(
    op=VAKKEN,
    raak=[herhaal("vakresultaten[vak=1021]", resultaatvolgnummer="GS2", vak="1026")],
    stil=[herhaal("vakresultaten[vak=1021]", resultaatvolgnummer="GS2", vak="1026", niveau="VWO")],
)
def vak_bestaat_niet(vak: Kolommen) -> pl.Expr:
    """The vakkentabel of the regime knows the subject at this niveau.

    Without a regime, or with one that we have no vakkentabel of, nothing is said.
    """
    heeft_tabel = vak.examenregime.is_between(regimes()[0], regimes()[-1])
    return heeft_tabel.fill_null(value=False) & ~vak.bekend


@controle(
    op=VAKKEN,
    raak=[herhaal("vakresultaten[vak=1021]", resultaatvolgnummer="GS2")],
    stil=[herhaal("vakresultaten[vak=1021]", resultaatvolgnummer="GS2", vak="0131")],
)
def vak_niet_uniek(vak: Kolommen) -> pl.Expr:
    """A subject stands once in the examenresultaat, whatever the niveau or examenregime."""
    return vak.herhaald


@controle(
    op=VAKKEN,
    raak=[zet("vakresultaten[vak=1021]", eindcijfer=8)],
    stil=[zet("vakresultaten[vak=1021]", eindcijfer=7)],
)
def eindcijfer_onjuist_berekend(vak: Kolommen) -> pl.Expr:
    """A delivered eindcijfer is the one that follows from the marks.

    Silent while the marks are incomplete; a subject without eindcijfer in the vakkentabel has none.
    """
    anders = (vak.eindcijfer != vak.eindcijfer_berekend).fill_null(value=False)
    hoort_niet = vak.eindcijfer.is_not_null() & vak.vt_eindcijfer.eq_missing(Indicatie.LEEG)
    return vak.geexamineerd & (anders | hoort_niet)


@controle(
    op=VAKKEN,
    raak=[
        haal_weg("werkstukresultaten"),
        haal_weg("cijferlijsten.regels[resultaatvolgnummer=PWS]"),
        zet("combinatiecijferresultaten", cijfer=7),
    ],
    stil=[
        zet("vakresultaten[vak=1022]", werkstuk=False),
        zet("vakresultaten[vak=1021]", werkstuk=True),
    ],
)
def indicatie_werkstuk_onjuist(vak: Kolommen) -> pl.Expr:
    """With an uitslag, a subject can only have the werkstuk when one is delivered."""
    return vak.met_uitslag & vak.werkstuk & ~vak.heeft_werkstuk


@controle(
    op=VAKKEN,
    raak=[zet("vakresultaten[vak=1021]", eindcijfer=None)],
    stil=[
        zet("vakresultaten[vak=1021]", eindcijfer=None),
        zet("cijferlijsten.regels[resultaatvolgnummer=GS]", diplomavak=False),
    ],
)
def eindcijfer_onjuist_gevuld(vak: Kolommen) -> pl.Expr:
    """A subject that counts has the eindcijfer that the vakkentabel asks for, unless exempt."""
    verplicht = vak.vt_eindcijfer.eq_missing(Indicatie.VERPLICHT)
    return vak.diplomavak & vak.geexamineerd & verplicht & vak.eindcijfer.is_null()


CONTROLES = (
    vak_bestaat_niet,
    vak_niet_uniek,
    eindcijfer_onjuist_berekend,
    indicatie_werkstuk_onjuist,
    eindcijfer_onjuist_gevuld,
)
