"""The cijferlijst of a deelexamen: one per niveau, with all results of its year.

Uitvoeringsbesluit WVO 2020 art. 3.72 (until 2022 Eindexamenbesluit VO art. 53 lid 1); Regeling
modellen diploma's VO art. 9 onder a and bijlage 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from examen.documenten import bezwaren
from examen.documenten.benaming import benaming
from examen.documenten.inhoud import Cijferlijstdocument, Document, Examen, Groep, Regel, School
from examen.documenten.regels import Regelmaker, combinatieregel, is_leeg
from examen.documenten.waarmerk import (
    VOOR_COMMISSIE,
    berekende_uitslag,
    examenjaar,
    geldende_uitslag,
    ondertekening,
    waarmerk,
)
from examen.model import NIVEAUS, Examenresultaat, Vakresultaat, Werkstukresultaat
from examen.namen import TabelNamen

SJABLOON = "cijferlijst"


def deelcijferlijsten(
    examen: Examen, school: School, dag: date, namen: TabelNamen
) -> Iterator[Document]:
    """Give the list of each niveau in which a deelexamen was taken; none for an eindexamen."""
    if geldende_uitslag(examen) != "D":
        return
    er = examen.examenresultaat
    jaar = examenjaar(er)
    for niveau in NIVEAUS:
        afgelegd = [r for r in van_jaar(er, jaar) if r.niveau == niveau]
        if not afgelegd:
            continue
        maker = Regelmaker(examen, niveau, jaar, namen)
        regels = [(resultaat, maker.regel(resultaat)) for resultaat in afgelegd]
        yield Document(
            sjabloon=SJABLOON,
            kenmerk=niveau.lower(),
            dag=dag,
            inhoud=Cijferlijstdocument(
                **waarmerk(examen, school, dag),
                titel="cijferlijst deeleindexamen",
                ondertekening=ondertekening(VOOR_COMMISSIE, school),
                verklaring="heeft deelgenomen aan het deeleindexamen"
                f" {benaming(niveau, jaar).schoolsoort} van {jaar},",
                groepen=(
                    Groep(
                        kop="vakken",
                        regels=(*(regel for _, regel in regels), *_combinatie(er, niveau, jaar)),
                    ),
                ),
            ),
            bezwaren=(
                *bezwaren.van_iedereen(examen, dag),
                *bezwaren.van_uitslag(examen, berekende_uitslag(examen)),
                *(
                    f"{maker.naam(resultaat)}: geen eindcijfer of beoordeling"
                    for resultaat, regel in regels
                    if is_leeg(regel)
                ),
            ),
        )


def van_jaar(er: Examenresultaat, jaar: int) -> list[Vakresultaat | Werkstukresultaat]:
    """Give the vakken and the werkstuk of an examenregime; what was brought in is not of it."""
    alle: list[Vakresultaat | Werkstukresultaat] = [*er.vakresultaten, *er.werkstukresultaten]
    return [r for r in alle if r.examenregime == jaar and not r.inruil]


def _combinatie(er: Examenresultaat, niveau: str, jaar: int) -> Iterator[Regel]:
    """Give the combinatiecijfer where the register has one; a deelexamen need not."""
    for resultaat in er.combinatiecijferresultaten:
        if (resultaat.niveau, resultaat.examenregime) == (niveau, jaar) and resultaat.cijfer:
            yield combinatieregel(resultaat.cijfer, met_onderdelen=False)
