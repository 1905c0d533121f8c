"""The sheet on which two correctors write the scores of a centraal examen, per vak and tijdvak.

First and second correction: Eindexamenbesluit VO art. 41 and 42, since 2023 Uitvoeringsbesluit WVO
2020. No law gives a model; what the candidates are follows from the register.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from examen.documenten.inhoud import Correctieregel, Correctiestaat, Document, Examen, School
from examen.documenten.woorden import voluit
from examen.model import NIVEAUS, Examenresultaat, Vakresultaat, herkansingstijdvakken
from examen.namen import TabelNamen
from examen.reken.cijfer import toon_cijfer
from examen.vakkentabel import Indicatie

SJABLOON = "correctiestaat"


def correctiestaat(
    examens: Iterable[Examen],
    school: School,
    dag: date,
    namen: TabelNamen,
    *,
    vak: str,
    niveau: str,
    tijdvak: int,
    jaar: int,
    leeg: bool = False,
) -> Document:
    """Give the sheet of one vak, in order of name.

    Args:
        examens: from which those who sit this vak are taken.
        school: whose candidates they are.
        dag: the day it is dated.
        namen: names of codes.
        vak: vakcode.
        niveau: of the vak.
        tijdvak: 1, 2 or 3.
        jaar: examenregime.
        leeg: print no marks that are there already.
    """
    tabel = namen.vakregel(vak, niveau, jaar)
    naam = tabel.naam if tabel else namen.vak(vak, niveau, jaar)
    regels = []
    for examen in examens:
        er = examen.examenresultaat
        for resultaat in er.vakresultaten:
            if (resultaat.vak, resultaat.niveau, resultaat.examenregime) != (vak, niveau, jaar):
                continue
            cijfers = {deel.tijdvak: toon_cijfer(deel.cijfer) for deel in resultaat.ce}
            if not _doet_mee(er, resultaat, tijdvak, namen):
                continue
            regels.append(
                Correctieregel(
                    naam=examen.persoon.naam,
                    nummer=examen.persoon.studentnummer or er.examenresultaatvolgnummer,
                    cijfer="" if leeg else cijfers.get(tijdvak, ""),
                )
            )
    return Document(
        sjabloon=SJABLOON,
        kenmerk=f"{vak}_{niveau.lower()}_{jaar}_tv{tijdvak}",
        dag=dag,
        inhoud=Correctiestaat(
            titel="correctiestaat centraal examen",
            vak=f"{vak} {naam}",
            niveau=NIVEAUS[niveau],
            tijdvak=f"{jaar}, tijdvak {tijdvak}",
            school=school,
            datum=voluit(dag),
            regels=tuple(sorted(regels, key=lambda r: (r.naam.casefold(), r.nummer))),
        ),
    )


def _doet_mee(er: Examenresultaat, vak: Vakresultaat, tijdvak: int, namen: TabelNamen) -> bool:
    """Tell whether a candidate sits the vak in a tijdvak.

    In the first tijdvak who is not exempt from a vak with a centraal examen; later who has a mark
    of that tijdvak or a herkansing in the vak.
    """
    if any(deel.tijdvak == tijdvak for deel in vak.ce):
        return True
    if tijdvak > 1:
        return tijdvak in herkansingstijdvakken(er, vak)
    tabel = namen.vakregel(vak.vak, vak.niveau, vak.examenregime)
    return (
        vak.reden_niet_deelname is None
        and not vak.inruil
        and not er.teruggetrokken
        and not vak.ce
        and tabel is not None
        and tabel.cijfer_ce != Indicatie.LEEG
    )
