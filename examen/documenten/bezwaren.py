"""Why a paper must not be printed yet, in sentences for who wants to print it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from examen.documenten.inhoud import Examen
from examen.model import UITSLAGEN

_AFKEUR = "afkeur"


def van_iedereen(examen: Examen, dag: date) -> Iterator[str]:
    """Give what stands in the way of every paper that is signed."""
    er = examen.examenresultaat
    if not examen.persoon.achternaam:
        yield "de kandidaat heeft geen achternaam in het register"
    if er.teruggetrokken:
        yield "het examenresultaat is teruggetrokken"
    for bevinding in examen.uitkomst.signalen:
        if bevinding.effect == _AFKEUR:
            plaats = ", ".join(f"{naam} {waarde}" for naam, waarde in bevinding.sleutels.items())
            yield f"DUO keurt af: {bevinding.signaal}" + (f" ({plaats})" if plaats else "")
    for vak in er.vakresultaten:
        berekend = examen.uitkomst.eindcijfers.get(vak.resultaatvolgnummer)
        if vak.eindcijfer is not None and vak.eindcijfer != berekend:
            yield (
                f"resultaat {vak.resultaatvolgnummer}: het eindcijfer in het register is"
                f" {vak.eindcijfer}, berekend is {'geen cijfer' if berekend is None else berekend}"
            )
    if er.uitslag is None:
        yield "de uitslag is niet vastgesteld"
    elif er.uitslag.datum is None:
        yield "de uitslag heeft geen datum"
    elif er.uitslag.datum > dag:
        yield "het document krijgt een datum vóór die van de uitslag; kies een andere met --datum"


def van_uitslag(examen: Examen, berekend: str) -> Iterator[str]:
    """Give whether the uitslag that was settled is another than the computed one."""
    uitslag = examen.examenresultaat.uitslag
    if uitslag is not None and uitslag.uitslag != berekend:
        yield (
            f"de vastgestelde uitslag is {UITSLAGEN[uitslag.uitslag]},"
            f" berekend is {UITSLAGEN[berekend]}"
        )


def van_certificaten(examen: Examen) -> Iterator[str]:
    """Give whether the certificaten in the register are others than those computed."""
    geleverd = {
        nummer
        for certificaat in examen.examenresultaat.certificaten
        for nummer in certificaat.resultaatvolgnummers
    }
    verschil = geleverd ^ set(examen.uitkomst.certificaten)
    if geleverd and verschil:
        yield (
            "de certificaten in het register zijn andere dan berekend"
            f" (resultaat {', '.join(sorted(verschil))})"
        )
