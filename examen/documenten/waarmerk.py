"""What all papers about one examenresultaat share: whose it is, its year, its uitslag."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from examen.documenten.inhoud import Examen, Ondertekenaar, School
from examen.documenten.regels import resultaten
from examen.documenten.woorden import geboortedatum_voluit, voluit
from examen.model import Examenresultaat

VOOR_EINDEXAMEN = ("de directeur", "de secretaris van het eindexamen")
"""Who sign a cijferlijst (Eindexamenbesluit VO art. 52 lid 7)."""

VOOR_COMMISSIE = (
    "namens de examencommissie vavo, de voorzitter",
    "namens de examencommissie vavo, de secretaris",
)
"""Who sign what the examencommissie vavo gives out (art. 53 lid 1 and 2); that these two sign for
it is assumed (zekerheid laag)."""


class Waarmerk(TypedDict):
    """The fields of a Waardedocument that are the same for every kind."""

    naam: str
    geboren: str
    brin: str
    school: School
    datum: str
    nummer: str


def waarmerk(examen: Examen, school: School, dag: date) -> Waarmerk:
    """Say who the candidate is and who signs when."""
    return Waarmerk(
        naam=examen.persoon.naam_voluit,
        geboren=geboortedatum_voluit(examen.persoon.geboortedatum),
        brin=examen.examenresultaat.brin,
        school=school,
        datum=voluit(dag),
        nummer=examen.examenresultaat.examenresultaatvolgnummer,
    )


def ondertekening(functies: tuple[str, str], school: School) -> tuple[Ondertekenaar, ...]:
    """Say who sign, and as what."""
    namen = (school.tekenaar, school.secretaris)
    return tuple(
        Ondertekenaar(functie=functie, naam=naam)
        for functie, naam in zip(functies, namen, strict=True)
    )


def examenjaar(er: Examenresultaat) -> int:
    """Give the examenregime of the uitslag, or that of the last result; 0 when nothing has one."""
    if er.uitslag is not None:
        return er.uitslag.examenregime
    return max((resultaat.examenregime or 0 for resultaat in resultaten(er)), default=0)


def geleverde_uitslag(examen: Examen) -> str | None:
    """Give the uitslag that was settled and stands in the register: G, A, D or None."""
    uitslag = examen.examenresultaat.uitslag
    return None if uitslag is None else uitslag.uitslag


def berekende_uitslag(examen: Examen) -> str:
    """Give the computed uitslag, of several cijferlijsten the best; without any it is D."""
    gevonden = {lijst.uitslag for lijst in examen.uitkomst.cijferlijsten}
    return next((code for code in "GAD" if code in gevonden), "D")


def geldende_uitslag(examen: Examen) -> str:
    """Give the uitslag that was settled, or while there is none the computed one."""
    return geleverde_uitslag(examen) or berekende_uitslag(examen)
