"""The certificaat of who has no diploma: one per niveau.

Uitvoeringsbesluit WVO 2020 art. 3.73 (until 2022 Eindexamenbesluit VO art. 53 lid 2); Regeling
modellen diploma's VO art. 9 onder b and bijlage 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from examen.documenten import bezwaren
from examen.documenten.benaming import benaming
from examen.documenten.deelcijferlijst import van_jaar
from examen.documenten.inhoud import Certificaatdocument, Document, Examen, School
from examen.documenten.regels import Regelmaker, Resultaat, resultaten
from examen.documenten.waarmerk import (
    VOOR_COMMISSIE,
    berekende_uitslag,
    examenjaar,
    geldende_uitslag,
    ondertekening,
    waarmerk,
)
from examen.model import NIVEAUS, Stageresultaat
from examen.namen import TabelNamen

SJABLOON = "certificaat"


def certificaten(
    examen: Examen, school: School, dag: date, namen: TabelNamen
) -> Iterator[Document]:
    """Give the certificaat of each niveau with a sufficient result; none for who has passed.

    It goes with the list of marks: after a deelexamen it states results of that year, for who was
    rejected all results of the eindexamen.
    """
    uitslag, jaar = geldende_uitslag(examen), examenjaar(examen.examenresultaat)
    if uitslag == "G":
        return
    examensoort = {"A": "eindexamen", "D": "deeleindexamen"}[uitslag]
    for niveau in NIVEAUS:
        behaald = [r for r in _behaald(examen, uitslag, jaar) if _niveau(r) == niveau]
        if not behaald:
            continue
        maker = Regelmaker(examen, niveau, jaar, namen)
        yield Document(
            sjabloon=SJABLOON,
            kenmerk=niveau.lower(),
            dag=dag,
            inhoud=Certificaatdocument(
                **waarmerk(examen, school, dag),
                titel="certificaat",
                ondertekening=ondertekening(VOOR_COMMISSIE, school),
                verklaring="met goed gevolg examen heeft afgelegd in de hierna genoemde vakken van"
                f" het {examensoort} {benaming(niveau, jaar).schoolsoort} van {jaar},",
                vakken=tuple(maker.naam(resultaat) for resultaat in behaald),
            ),
            bezwaren=(
                *bezwaren.van_iedereen(examen, dag),
                *bezwaren.van_uitslag(examen, berekende_uitslag(examen)),
                *bezwaren.van_certificaten(examen),
            ),
        )


def _behaald(examen: Examen, uitslag: str, jaar: int) -> Iterator[Resultaat]:
    er = examen.examenresultaat
    op_de_lijst = {r.resultaatvolgnummer for r in van_jaar(er, jaar)}
    for resultaat in resultaten(er):
        nummer = resultaat.resultaatvolgnummer
        if nummer in examen.uitkomst.certificaten and (uitslag == "A" or nummer in op_de_lijst):
            yield resultaat


def _niveau(resultaat: Resultaat) -> str | None:
    return None if isinstance(resultaat, Stageresultaat) else resultaat.niveau
