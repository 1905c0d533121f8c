"""Controls on the cijferlijst (manual chapter 6, "Controles op de cijferlijst")."""

from __future__ import annotations

import polars as pl

from examen.controles.plaatsen import CIJFERLIJSTEN, REGELS
from examen.vakkentabel import Indicatie
from register.controle import Kolommen, controle
from register.wijziging import herhaal, voeg_toe, zet


@controle(
    op=CIJFERLIJSTEN,
    raak=[herhaal("cijferlijsten")],
    stil=[herhaal("cijferlijsten", opleiding="5373")],
)
def opleiding_niet_uniek_cijferlijst(lijst: Kolommen) -> pl.Expr:
    """An opleiding has one cijferlijst."""
    return lijst.herhaald


@controle(
    op=CIJFERLIJSTEN,
    raak=[zet("cijferlijsten", opleiding="5321")],
    stil=[zet("cijferlijsten", opleiding="5321"), zet("uitslag", uitslag="D")],
)
def opleiding_niet_diplomeerbaar(lijst: Kolommen) -> pl.Expr:
    """With uitslag G or A the opleiding is known as one that leads to a diploma."""
    return lijst.bepaald & ~lijst.diplomeerbaar


@controle(
    op=REGELS,
    raak=[herhaal("cijferlijsten.regels[resultaatvolgnummer=GS]")],
    stil=[herhaal("cijferlijsten", opleiding="5373")],
)
def resultaatvolgnummer_cijferlijst_niet_uniek(regel: Kolommen) -> pl.Expr:
    """A result stands once on a cijferlijst."""
    return regel.herhaald


@controle(
    op=REGELS,
    raak=[voeg_toe("cijferlijsten.regels", resultaatvolgnummer="XX")],
    stil=[voeg_toe("cijferlijsten.regels", resultaatvolgnummer="ST")],
)
def resultaatvolgnummer_cijferlijst_onbekend(regel: Kolommen) -> pl.Expr:
    """A line names a result of the examenresultaat."""
    return regel.soort.is_null()


@controle(
    op=CIJFERLIJSTEN,
    raak=[zet("cijferlijsten", opleiding="5272")],
    stil=[zet("cijferlijsten", opleiding="5173")],
    dossier="VWO_ATH",
)
def niveau_opleiding_uitslag_ongelijk(lijst: Kolommen) -> pl.Expr:
    """The opleiding is of the niveau of the uitslag; atheneum and gymnasium differ.

    Without an uitslag, or with an unknown opleiding, nothing is said.
    """
    return (lijst.opleidingsniveau != lijst.uitslagniveau).fill_null(value=False)


@controle(
    op=REGELS,
    raak=[
        zet("toetsresultaten", niveau="VMBO_TL"),
        zet("cijferlijsten.regels[resultaatvolgnummer=RT]", diplomavak=True),
    ],
    stil=[
        zet("toetsresultaten", niveau="VWO"),
        zet("cijferlijsten.regels[resultaatvolgnummer=RT]", diplomavak=True),
    ],
)
def lager_niveau_niet_toegestaan(regel: Kolommen) -> pl.Expr:
    """What counts is not of a lower niveau than the uitslag.

    A stage has no niveau and without an uitslag there is nothing to compare: silent.
    """
    return regel.diplomavak & (regel.rang < regel.uitslagrang).fill_null(value=False)


@controle(
    op=REGELS,
    raak=[zet("cijferlijsten.regels[resultaatvolgnummer=MA]", diplomavak=False)],
    stil=[zet("cijferlijsten.regels[resultaatvolgnummer=GS]", diplomavak=False)],
)
def indicatie_diplomavak_moet_ja_zijn(regel: Kolommen) -> pl.Expr:
    """What is part of the combinatiecijfer counts for the diploma."""
    return regel.combinatiecijfer & ~regel.diplomavak


@controle(
    op=REGELS,
    raak=[zet("cijferlijsten.regels[resultaatvolgnummer=GS]", examendeel=None)],
    stil=[zet("cijferlijsten.regels[resultaatvolgnummer=GS]", examendeel="V")],
)
def examendeel_moet_gevuld(regel: Kolommen) -> pl.Expr:
    """With havo or vwo G or A every subject that counts belongs to an examendeel."""
    vak = regel.soort.eq_missing("vak")
    return regel.havo_vwo & regel.bepaald & vak & regel.diplomavak & regel.examendeel.is_null()


@controle(
    op=REGELS,
    raak=[zet("cijferlijsten.regels[resultaatvolgnummer=PWS]", examendeel="G")],
    stil=[zet("cijferlijsten.regels[resultaatvolgnummer=MA]", examendeel="V")],
)
def examendeel_mag_niet_gevuld(regel: Kolommen) -> pl.Expr:
    """Only a subject has an examendeel; an unknown result is not judged."""
    ander = regel.soort.is_not_null() & regel.soort.ne_missing("vak")
    return ander & regel.examendeel.is_not_null()


@controle(
    op=REGELS,
    raak=[
        zet("cijferlijsten.regels[resultaatvolgnummer=GS]", combinatiecijfer=True),
        zet("combinatiecijferresultaten", cijfer=7),
    ],
    stil=[zet("cijferlijsten.regels[resultaatvolgnummer=MA]", combinatiecijfer=True)],
)
def combinatiecijfer_resultaat_niet_toegestaan(regel: Kolommen) -> pl.Expr:
    """A havo or vwo subject is part of the combinatiecijfer only where the table allows it.

    A subject that the vakkentabel does not know is not judged.
    """
    vak = regel.soort.eq_missing("vak") & (regel.rang > 1).fill_null(value=False)
    verboden = regel.vt_combinatiecijfer_toegestaan.eq_missing(other=False)
    return vak & regel.combinatiecijfer & verboden


@controle(
    op=REGELS,
    raak=[zet("cijferlijsten.regels[resultaatvolgnummer=MA]", combinatiecijfer=False)],
    stil=[
        zet("cijferlijsten.regels[resultaatvolgnummer=MA]", combinatiecijfer=False),
        zet("uitslag", uitslag="D"),
    ],
)
def resultaat_moet_in_combinatiecijfer(regel: Kolommen) -> pl.Expr:
    """With havo or vwo G or A a subject that counts is in the combinatiecijfer if it must be.

    Who is exempt may leave it out: there is no mark to reckon with.
    """
    verplicht = regel.vt_combinatiecijfer.eq_missing(Indicatie.VERPLICHT)
    telt = regel.diplomavak & regel.geexamineerd & verplicht
    return regel.havo_vwo & regel.bepaald & telt & ~regel.combinatiecijfer


@controle(
    op=REGELS,
    dossier="VMBO_GL",
    raak=[zet("cijferlijsten.regels[resultaatvolgnummer=WI]", combinatiecijfer=True)],
    stil=[zet("cijferlijsten.regels[resultaatvolgnummer=WI]", combinatiecijfer=False)],
)
def combinatiecijfer_resultaat_niet_toegestaan_vmbo(regel: Kolommen) -> pl.Expr:
    """In the vmbo only profielvak and keuzevakken are part of the combinatiecijfer.

    A subject that the vakkentabel does not know is not judged.
    """
    vmbo = (regel.rang == 1).fill_null(value=False)
    bekend = regel.vt_combinatiecijfer.is_not_null()
    beroepsgericht = regel.beroepsgericht.is_in(["profielvak", "keuzevak"]).fill_null(value=False)
    return vmbo & regel.combinatiecijfer & bekend & ~beroepsgericht


@controle(
    op=REGELS,
    raak=[zet("cijferlijsten.regels[resultaatvolgnummer=CC]", diplomavak=False)],
    stil=[
        zet("cijferlijsten.regels[resultaatvolgnummer=CC]", diplomavak=False),
        zet("uitslag", uitslag="D"),
    ],
)
def combinatiecijfer_indicatie_diplomavak(regel: Kolommen) -> pl.Expr:
    """With uitslag G or A the combinatiecijfer on the cijferlijst counts itself."""
    return regel.bepaald & regel.soort.eq_missing("combinatiecijfer") & ~regel.diplomavak


@controle(
    op=REGELS,
    raak=[zet("vakresultaten[vak=0353]", beoordeling_se="O")],
    stil=[zet("vakresultaten[vak=0353]", beoordeling_se="O"), zet("uitslag", uitslag="A")],
)
def beoordeling_se_onvoldoende(regel: Kolommen) -> pl.Expr:
    """With uitslag G no subject that counts has the beoordeling onvoldoende."""
    onvoldoende = regel.soort.eq_missing("vak") & regel.beoordeling.eq_missing("O")
    return regel.geslaagd & regel.diplomavak & onvoldoende


@controle(
    op=REGELS,
    dossier="VMBO_TL",
    raak=[zet("werkstukresultaten", beoordeling="O")],
    stil=[zet("werkstukresultaten", beoordeling="O"), zet("uitslag", uitslag="A")],
)
def beoordeling_werkstuk_onafgerond(regel: Kolommen) -> pl.Expr:
    """With vmbo G the werkstuk that counts is finished."""
    onafgerond = regel.soort.eq_missing("werkstuk") & regel.beoordeling.eq_missing("O")
    return regel.geslaagd & ~regel.havo_vwo & regel.diplomavak & onafgerond


CONTROLES = (
    opleiding_niet_uniek_cijferlijst,
    opleiding_niet_diplomeerbaar,
    resultaatvolgnummer_cijferlijst_niet_uniek,
    resultaatvolgnummer_cijferlijst_onbekend,
    niveau_opleiding_uitslag_ongelijk,
    lager_niveau_niet_toegestaan,
    indicatie_diplomavak_moet_ja_zijn,
    examendeel_moet_gevuld,
    examendeel_mag_niet_gevuld,
    combinatiecijfer_resultaat_niet_toegestaan,
    resultaat_moet_in_combinatiecijfer,
    combinatiecijfer_resultaat_niet_toegestaan_vmbo,
    combinatiecijfer_indicatie_diplomavak,
    beoordeling_se_onvoldoende,
    beoordeling_werkstuk_onafgerond,
)
