"""Acts on an examenresultaat by hand, as pure functions: each gives the examenresultaat it makes.

What cannot be done is an `InvoerFout` that says why, and what now. What DUO would say of it is
left to the controls.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import Any

from attrs import evolve

from examen.model import (
    Certificaat,
    Cijferlijst,
    Examenresultaat,
    Herkansing,
    Resultaat,
    resultaten,
)
from examen.opleidingen import opleidingen
from examen.overname import neem_over
from examen.uitkomst import Uitkomst
from examen.vakkentabel import kan_ce_hebben
from register.fouten import InvoerFout
from register.velden import attributen

_LANGSTE_NUMMER = 19
"""Digits of a volgnummer after which there is surely room for the next one."""


def volgend_volgnummer(bezet: Collection[str]) -> str:
    """Give the volgnummer after the greatest number in use; letters are no number."""
    getallen = [int(een) for een in bezet if een.isdecimal() and len(een) <= _LANGSTE_NUMMER]
    return str(max(getallen, default=0) + 1)


def voorstel(er: Examenresultaat, klasse: type[Any]) -> dict[str, Any]:
    """Give what a new result begins with: the next volgnummer, niveau and year of the newest."""
    eigen = {attribuut.naam for attribuut in attributen(klasse)}
    nieuwste = max(resultaten(er), key=lambda een: een.examenregime or 0, default=None)
    begin = {
        "resultaatvolgnummer": volgend_volgnummer([r.resultaatvolgnummer for r in resultaten(er)]),
        "niveau": next((n for een in resultaten(er) if (n := getattr(een, "niveau", None))), None),
        "examenregime": nieuwste.examenregime if nieuwste else None,
    }
    return {naam: waarde for naam, waarde in begin.items() if naam in eigen}


def voeg_resultaat_toe(er: Examenresultaat, resultaat: Resultaat) -> Examenresultaat:
    """Add the result of a vak, werkstuk, toets or stage, or a combinatiecijfer.

    Raises:
        InvoerFout: another result has its volgnummer, or the examenresultaat is withdrawn.
    """
    _eis_actief(er)
    nummer = resultaat.resultaatvolgnummer
    if any(nummer == een.resultaatvolgnummer for een in resultaten(er)):
        raise InvoerFout(
            f"{nummer} is al het volgnummer van een ander resultaat; kies een ander",
            veld="resultaatvolgnummer",
        )
    (lijst,) = (a.naam for a in attributen(Examenresultaat) if a.klasse is type(resultaat))
    anders: dict[str, Any] = {lijst: (*getattr(er, lijst), resultaat)}
    return evolve(er, **anders)


def resultaat_van(er: Examenresultaat, volgnummer: str) -> Resultaat:
    """Give the result of a volgnummer.

    Raises:
        InvoerFout: there is none.
    """
    for resultaat in resultaten(er):
        if resultaat.resultaatvolgnummer == volgnummer:
            return resultaat
    raise InvoerFout(f"resultaat {volgnummer} is er niet meer")


def wijzig_resultaat(er: Examenresultaat, resultaat: Resultaat) -> Examenresultaat:
    """Let this be the result of its volgnummer.

    Raises:
        InvoerFout: there is none, or the examenresultaat is withdrawn.
    """
    _eis_actief(er)
    return _met_resultaten(er, resultaat_van(er, resultaat.resultaatvolgnummer), resultaat)


def verwijder_resultaat(er: Examenresultaat, volgnummer: str) -> Examenresultaat:
    """Take away a result, with its lines of cijferlijsten and the herkansing of its vak.

    Raises:
        InvoerFout: there is none, a certificaat states it, or the examenresultaat is withdrawn.
    """
    _eis_actief(er)
    if any(volgnummer in een.resultaatvolgnummers for een in er.certificaten):
        raise InvoerFout("van dit resultaat is een certificaat; trek eerst de certificaten in")
    zonder = _met_resultaten(er, resultaat_van(er, volgnummer))
    over = {vak.vak for vak in zonder.vakresultaten}
    weg = {vak.vak for vak in er.vakresultaten} - over
    herkansingen = (
        evolve(een, vakken=tuple(vak for vak in een.vakken if vak not in weg))
        for een in er.herkansingen
    )
    return evolve(
        zonder,
        herkansingen=tuple(een for een in herkansingen if een.vakken),
        cijferlijsten=tuple(
            evolve(
                lijst,
                regels=tuple(r for r in lijst.regels if r.resultaatvolgnummer != volgnummer),
            )
            for lijst in er.cijferlijsten
        ),
    )


def _met_resultaten(er: Examenresultaat, oud: Resultaat, *nieuw: Resultaat) -> Examenresultaat:
    """Put these in the place of a result."""
    (lijst,) = (a.naam for a in attributen(Examenresultaat) if a.klasse is type(oud))
    plaats = getattr(er, lijst).index(oud)
    anders: dict[str, Any] = {
        lijst: (*getattr(er, lijst)[:plaats], *nieuw, *getattr(er, lijst)[plaats + 1 :])
    }
    return evolve(er, **anders)


def voeg_herkansing_toe(er: Examenresultaat, herkansing: Herkansing) -> Examenresultaat:
    """Add the vakken in which the candidate sits the CE again in a tijdvak.

    Raises:
        InvoerFout: there is no vak, one stands twice, has no result or no CE, or is done again
            already in that tijdvak; or the examenresultaat is withdrawn.
    """
    _eis_actief(er)
    if not herkansing.vakken:
        raise InvoerFout("kies minstens één vak om te herkansen", veld="vakken")
    if dubbel := _dubbel(herkansing.vakken):
        raise InvoerFout(f"vak {dubbel} staat er twee keer in", veld="vakken")
    eigen = {resultaat.vak for resultaat in er.vakresultaten}
    met_ce = {r.vak for r in er.vakresultaten if kan_ce_hebben(r.examenregime, r.niveau, r.vak)}
    moment = (herkansing.examenregime, herkansing.tijdvak)
    eerder = {
        vak
        for een in er.herkansingen
        if (een.examenregime, een.tijdvak) == moment
        for vak in een.vakken
    }
    for nummer, vak in enumerate(herkansing.vakken):
        if vak not in eigen:
            zin = f"van vak {vak} is geen resultaat; voeg dat eerst toe"
            raise InvoerFout(zin, veld=f"vakken[{nummer}]")
        if vak not in met_ce:
            zin = f"vak {vak} heeft geen centraal examen en is niet te herkansen"
            raise InvoerFout(zin, veld=f"vakken[{nummer}]")
        if vak in eerder:
            zin = f"vak {vak} wordt in tijdvak {herkansing.tijdvak} al herkanst"
            raise InvoerFout(zin, veld=f"vakken[{nummer}]")
    return evolve(er, herkansingen=(*er.herkansingen, herkansing))


def maak_cijferlijst_op(er: Examenresultaat, opleiding: str) -> Examenresultaat:
    """Let the cijferlijst of an opleiding be a proposal: without lines, computing gives them.

    So it goes with the marks until the uitslag is set or somebody changes its lines. Lines that
    were booked as they were proposed would stay as they were that day: of a candidate without
    marks that nothing counts.

    Raises:
        InvoerFout: the opleiding is unknown, there are no results, or the examenresultaat is
            withdrawn.
    """
    _eis_actief(er)
    if opleiding not in opleidingen():
        raise InvoerFout(f"opleiding {opleiding} is onbekend; kies er een uit de lijst")
    if not any(resultaten(er)):
        raise InvoerFout("er zijn nog geen resultaten voor een cijferlijst; voeg die eerst toe")
    return _met_cijferlijst(er, Cijferlijst(opleiding=opleiding))


def als_voorstel(er: Examenresultaat) -> Examenresultaat:
    """Give the examenresultaat with every cijferlijst as computing would propose it."""
    lijsten = tuple(Cijferlijst(opleiding=lijst.opleiding) for lijst in er.cijferlijsten)
    return evolve(er, cijferlijsten=lijsten)


def berekende_cijferlijst(uitkomst: Uitkomst, opleiding: str) -> Cijferlijst:
    """Give the cijferlijst with the lines that it has in computing: its own, or those proposed.

    Raises:
        InvoerFout: there is no cijferlijst of this opleiding.
    """
    for lijst in uitkomst.cijferlijsten:
        if lijst.opleiding == opleiding:
            return Cijferlijst(opleiding=opleiding, regels=lijst.regels)
    raise InvoerFout(f"er is geen cijferlijst van opleiding {opleiding}; maak die eerst op")


def leg_cijferlijst_vast(er: Examenresultaat, cijferlijst: Cijferlijst) -> Examenresultaat:
    """Let this be the cijferlijst of its opleiding, in the place of the one there was.

    Raises:
        InvoerFout: the opleiding is unknown, a line names no result or one that another line
            names, or the examenresultaat is withdrawn.
    """
    _eis_actief(er)
    if cijferlijst.opleiding not in opleidingen():
        zin = f"opleiding {cijferlijst.opleiding} is onbekend; kies er een uit de lijst"
        raise InvoerFout(zin, veld="opleiding")
    nummers = [regel.resultaatvolgnummer for regel in cijferlijst.regels]
    bekend = {resultaat.resultaatvolgnummer for resultaat in resultaten(er)}
    for plaats, nummer in enumerate(nummers):
        veld = f"regels[{plaats}].resultaatvolgnummer"
        if nummer not in bekend:
            raise InvoerFout(f"verwijst naar resultaat {nummer}, dat er niet is", veld=veld)
        if nummer in nummers[:plaats]:
            raise InvoerFout(f"resultaat {nummer} staat er twee keer in", veld=veld)
    return _met_cijferlijst(er, cijferlijst)


def _met_cijferlijst(er: Examenresultaat, cijferlijst: Cijferlijst) -> Examenresultaat:
    lijsten = {lijst.opleiding: lijst for lijst in er.cijferlijsten}
    lijsten[cijferlijst.opleiding] = cijferlijst
    return evolve(er, cijferlijsten=tuple(lijsten.values()))


def stel_uitslag_vast(er: Examenresultaat, uitkomst: Uitkomst, datum: date) -> Examenresultaat:
    """Let what was computed be the uitslag, with its eindcijfers, lists and certificaten.

    Raises:
        InvoerFout: there is no cijferlijst, or none from which an uitslag follows; or the
            examenresultaat is withdrawn.
    """
    _eis_actief(er)
    if not er.cijferlijsten:
        raise InvoerFout("er is geen cijferlijst om een uitslag van vast te stellen; maak die op")
    vastgesteld = neem_over(er, uitkomst, datum=datum)
    if vastgesteld.uitslag is None:
        raise InvoerFout(
            "er volgt geen uitslag: geen cijferlijst heeft een bekende opleiding, of geen "
            "resultaat heeft een examenregime"
        )
    return vastgesteld


def trek_uitslag_in(er: Examenresultaat) -> Examenresultaat:
    """Undo `stel_uitslag_vast`: no uitslag, nor what was computed for it; the lists stay.

    Raises:
        InvoerFout: there is no uitslag, or the examenresultaat is withdrawn.
    """
    _eis_actief(er)
    if er.uitslag is None:
        raise InvoerFout("er is geen uitslag vastgesteld om in te trekken")
    oud = {resultaat.resultaatvolgnummer for resultaat in er.combinatiecijferresultaten}
    return evolve(
        er,
        vakresultaten=tuple(evolve(vak, eindcijfer=None) for vak in er.vakresultaten),
        combinatiecijferresultaten=(),
        cijferlijsten=tuple(
            evolve(
                lijst,
                regels=tuple(r for r in lijst.regels if r.resultaatvolgnummer not in oud),
            )
            for lijst in er.cijferlijsten
        ),
        uitslag=None,
        certificaten=(),
    )


def leg_certificaten_vast(er: Examenresultaat, uitkomst: Uitkomst) -> Examenresultaat:
    """Give a certificaat for every result that earns one, and for no other.

    Raises:
        InvoerFout: no result does, or the examenresultaat is withdrawn.
    """
    _eis_actief(er)
    if not uitkomst.certificaten:
        raise InvoerFout(
            "geen resultaat geeft recht op een certificaat: er is geen voldoende, of de kandidaat "
            "is geslaagd en krijgt een diploma"
        )
    certificaten = tuple(
        Certificaat(resultaatvolgnummers=(nummer,)) for nummer in uitkomst.certificaten
    )
    return evolve(er, certificaten=certificaten)


def trek_certificaten_in(er: Examenresultaat) -> Examenresultaat:
    """Take back all certificaten.

    Raises:
        InvoerFout: there are none, or the examenresultaat is withdrawn.
    """
    _eis_actief(er)
    if not er.certificaten:
        raise InvoerFout("er zijn geen certificaten om in te trekken")
    return evolve(er, certificaten=())


def trek_terug(er: Examenresultaat) -> Examenresultaat:
    """Withdraw the candidate from the exam; what was registered stays.

    Raises:
        InvoerFout: it is withdrawn already.
    """
    _eis_actief(er)
    return evolve(er, teruggetrokken=True)


def trek_niet_terug(er: Examenresultaat) -> Examenresultaat:
    """Undo `trek_terug`.

    Raises:
        InvoerFout: it is not withdrawn.
    """
    if not er.teruggetrokken:
        raise InvoerFout("het examenresultaat is niet teruggetrokken")
    return evolve(er, teruggetrokken=False)


def _eis_actief(er: Examenresultaat) -> None:
    if er.teruggetrokken:
        raise InvoerFout("het examenresultaat is teruggetrokken; maak dat eerst ongedaan")


def _dubbel(namen: Collection[str]) -> str | None:
    return next((naam for naam, keer in Counter(namen).items() if keer > 1), None)
