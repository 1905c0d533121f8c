"""What can be done to a dossier by hand: the form that asks for it, and the booking of it.

Each act reads what is current and books on the condition that it still is; so who was slower is
told by whom and when it was changed. None books what is the same already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

from attrs import evolve, frozen

from examen import handelingen
from examen.model import (
    UITSLAGEN,
    Cijferlijst,
    Examenresultaat,
    Herkansing,
    Resultaat,
    Uitslag,
    resultaten,
)
from examen.opleidingen import opleidingen
from examen.uitkomst import Uitkomst
from register.fouten import InvoerFout
from register.model.persoon import Persoon
from register.model.persoonsnummer import Heridentificatie
from register.opslag import Stand, benaming, sleutel_van, soort_van, waarover
from register.vavo.inschrijving import Inschrijving
from register.velden import attributen
from tui.formulier import formulieren
from tui.formulier.bevestiging import Bevestiging
from tui.formulier.formulier import Formulier
from tui.formulier.formulieren import VAN_DE_BOEKING
from tui.formulier.keuzelijst import Keuze
from tui.formulier.tabelkeuzen import opleidingkeuze
from tui.inzage import Inzage
from tui.klok import vandaag
from tui.weergave import formulier as weergave
from tui.weergave.notatie import meervoud
from tui.werk.studenten import noem, van_wie

E = TypeVar("E", Persoon, Inschrijving, Examenresultaat)
Handeling = Callable[[Examenresultaat, Uitkomst], Examenresultaat]
"""An act on an examenresultaat and what was computed of it."""

GELIJK = "Er is niets gewijzigd."
_BEWAARD = "De historie blijft bewaard."
_VERWIJDEREN = "te verwijderen"


@frozen(kw_only=True)
class Invulling:
    """A form with what is done with what comes out.

    Attributes:
        formulier: the form.
        kop: a line about whose it is.
        leg_vast: books the entity of the form and says so; raises a VavoFout when it cannot.
        wijzigt: what is changed, with its stand; None when all of it is new.
    """

    formulier: Formulier
    kop: str
    leg_vast: Callable[[Any], str]
    wijzigt: tuple[Stand, Any] | None = None


@frozen(kw_only=True)
class Gevraagd:
    """What is asked before something goes.

    Attributes:
        bevestiging: the question.
        doe: does it and says so.
    """

    bevestiging: Bevestiging
    doe: Callable[[Inzage], str]


def wijziging(inzage: Inzage, entiteit: Any) -> Invulling:
    """Change a person, an enrolment or an examenresultaat as it is now."""
    stand, nu = inzage.actueel(entiteit)

    def leg_vast(nieuw: Any) -> str:
        return _boek(inzage, stand, nu, nieuw, f"{naam_van(nu)} gewijzigd")

    formulier = formulieren.wijzig(nu, inzage.namen, vandaag())
    return Invulling(
        formulier=formulier, kop=_kop(inzage, nu), leg_vast=leg_vast, wijzigt=(stand, nu)
    )


def opnieuw(
    inzage: Inzage, maakt: Callable[[Inzage], Invulling], eerder: Invulling
) -> tuple[Invulling, str]:
    """Make a form of what is changed anew, with what was typed in it, and tell what happened."""
    assert eerder.wijzigt is not None
    stand, entiteit = eerder.wijzigt
    nieuw = maakt(inzage)
    botsingen = nieuw.formulier.neem_over(eerder.formulier)
    intussen = list(_sinds(inzage, stand, entiteit))
    return nieuw, weergave.conflict(naam_van(entiteit), intussen, botsingen)


def _sinds(inzage: Inzage, stand: Stand, entiteit: Any) -> Iterator[tuple[Stand, list[str]]]:
    """Give the standen after a stand, each with the names of what it changed."""
    klasse = type(entiteit)
    van_de_boeking = [a.veld.label for a in attributen(klasse) if a.naam in VAN_DE_BOEKING]
    later = [een.stand for een in inzage.historie(entiteit) if een.stand.id > stand.id]
    for paar in pairwise([stand, *later]):
        verschil = [een.plaats for een in inzage.verschil(klasse, *paar)]
        yield paar[1], [plaats for plaats in verschil if plaats not in van_de_boeking]


def nieuwe_persoon(inzage: Inzage) -> Invulling:
    """Add a student."""

    def leg_vast(persoon: Persoon) -> str:
        return _boek_nieuw(inzage, persoon, "student toegevoegd")

    formulier = formulieren.nieuwe_persoon(inzage.namen, vandaag())
    return Invulling(formulier=formulier, kop="nieuwe student", leg_vast=leg_vast)


def heridentificatie(inzage: Inzage, persoon: Persoon) -> Invulling:
    """Give a BSN to a student with an onderwijsnummer."""
    _, nu = inzage.actueel(persoon)
    nummer = sleutel_van(nu).persoon

    def leg_vast(ingevuld: Heridentificatie) -> str:
        inzage.bijhouding.heridentificeer(nummer, ingevuld.burgerservicenummer)
        return "Vastgelegd: heridentificatie. Alles van deze student staat nu onder het BSN."

    formulier = formulieren.heridentificatie(nummer, vandaag())
    return Invulling(formulier=formulier, kop=noem(nu), leg_vast=leg_vast)


def nieuw_bij(inzage: Inzage, persoon: Persoon, klasse: type[Any]) -> Invulling:
    """Add an enrolment or an examenresultaat to a student."""
    standen = [stand for stand, _ in inzage.standen(sleutel_van(persoon).persoon)]
    bezet = [een.sleutel.volgnummer for een in standen if een.soort == soort_van(klasse)]
    eigen = [een.sleutel.brin for een in standen if een.sleutel.brin]
    formulier = formulieren.nieuw_bij(
        klasse,
        persoon,
        brin=_enige(eigen) or _enige(inzage.brins()),
        bezet=bezet,
        namen=inzage.namen,
        peildatum=vandaag(),
    )

    def leg_vast(nieuw: Any) -> str:
        return _boek_nieuw(inzage, nieuw, f"{naam_van(nieuw)} toegevoegd")

    return Invulling(formulier=formulier, kop=noem(persoon), leg_vast=leg_vast)


def nieuw_resultaat(inzage: Inzage, er: Examenresultaat, klasse: type[Any]) -> Invulling:
    """Add a result to an examenresultaat."""
    stand, nu = inzage.actueel(er)

    def leg_vast(resultaat: Resultaat) -> str:
        reden = f"{benaming(soort_van(klasse), resultaat.resultaatvolgnummer)} toegevoegd"
        return _boek(inzage, stand, nu, handelingen.voeg_resultaat_toe(nu, resultaat), reden)

    formulier = formulieren.nieuw_resultaat(nu, klasse, inzage.namen, vandaag())
    return Invulling(
        formulier=formulier, kop=_kop(inzage, nu), leg_vast=leg_vast, wijzigt=(stand, nu)
    )


def resultaat(inzage: Inzage, er: Examenresultaat, volgnummer: str) -> Invulling:
    """Change one result of an examenresultaat as it is now.

    Raises:
        InvoerFout: it is gone.
    """
    stand, nu = inzage.actueel(er)
    reden = f"{_resultaatnaam(nu, volgnummer)} gewijzigd"

    def leg_vast(nieuw: Resultaat) -> str:
        return _boek(inzage, stand, nu, handelingen.wijzig_resultaat(nu, nieuw), reden)

    gekozen = handelingen.resultaat_van(nu, volgnummer)
    formulier = formulieren.resultaat(nu, gekozen, inzage.namen, vandaag())
    return Invulling(
        formulier=formulier, kop=_kop(inzage, nu), leg_vast=leg_vast, wijzigt=(stand, nu)
    )


def nieuwe_herkansing(inzage: Inzage, er: Examenresultaat) -> Invulling:
    """Add a herkansing."""
    stand, nu = inzage.actueel(er)

    def leg_vast(herkansing: Herkansing) -> str:
        reden = f"herkansing in tijdvak {herkansing.tijdvak} toegevoegd"
        return _boek(inzage, stand, nu, handelingen.voeg_herkansing_toe(nu, herkansing), reden)

    formulier = formulieren.nieuwe_herkansing(nu, inzage.namen, vandaag())
    return Invulling(
        formulier=formulier, kop=_kop(inzage, nu), leg_vast=leg_vast, wijzigt=(stand, nu)
    )


def alle_opleidingen(inzage: Inzage, er: Examenresultaat) -> Sequence[Keuze]:
    """Give all opleidingen: first of its cijferlijsten, its enrolments, its niveaus and year."""
    standen = inzage.standen(sleutel_van(er).persoon)
    perioden = [p for _, een in standen if isinstance(een, Inschrijving) for p in een.perioden]
    met_regels = [lijst.opleiding for lijst in er.cijferlijsten if lijst.regels]
    eerst = [lijst.opleiding for lijst in er.cijferlijsten]
    eerst += [periode.opleiding for periode in reversed(perioden)]
    niveaus = {getattr(resultaat, "niveau", None) for resultaat in resultaten(er)}
    jaar = max((een.examenregime or 0 for een in resultaten(er)), default=0)

    def plek(code: str) -> tuple[int, bool, bool]:
        opleiding = opleidingen()[code]
        voorop = eerst.index(code) if code in eerst else len(eerst)
        return voorop, opleiding.niveau not in niveaus, not opleiding.bestaat_in(jaar)

    keuzen = (opleidingkeuze(code, inzage.namen) for code in sorted(opleidingen(), key=plek))
    return [
        evolve(een, naam=f"{een.naam} (eigen regels vervallen)") if een.code in met_regels else een
        for een in keuzen
    ]


def eigen_opleidingen(inzage: Inzage, er: Examenresultaat) -> Sequence[Keuze]:
    """Give the opleidingen of its cijferlijsten.

    Raises:
        InvoerFout: there is no cijferlijst.
    """
    if not er.cijferlijsten:
        raise InvoerFout("er is nog geen cijferlijst; maak die eerst op")
    return [opleidingkeuze(lijst.opleiding, inzage.namen) for lijst in er.cijferlijsten]


def maak_cijferlijst_op(inzage: Inzage, er: Examenresultaat, opleiding: str) -> str:
    """Let the cijferlijst of an opleiding be what computing proposes, from now on."""
    stand, nu = inzage.actueel(er)
    nieuw = handelingen.maak_cijferlijst_op(nu, opleiding)
    return _boek(inzage, stand, nu, nieuw, f"cijferlijst {opleiding} opgemaakt")


def cijferlijst(inzage: Inzage, er: Examenresultaat, opleiding: str) -> Invulling:
    """Change the lines of the cijferlijst of an opleiding as they are now, proposed or not."""
    stand, nu = inzage.actueel(er)
    zoals_nu = handelingen.berekende_cijferlijst(inzage.uitkomst(nu), opleiding)

    def leg_vast(lijst: Cijferlijst) -> str:
        if lijst == zoals_nu:
            return GELIJK
        reden = f"cijferlijst {opleiding} gewijzigd"
        return _boek(inzage, stand, nu, handelingen.leg_cijferlijst_vast(nu, lijst), reden)

    formulier = formulieren.cijferlijst(nu, zoals_nu, inzage.namen, vandaag())
    return Invulling(
        formulier=formulier, kop=_kop(inzage, nu), leg_vast=leg_vast, wijzigt=(stand, nu)
    )


def uitslag(inzage: Inzage, er: Examenresultaat) -> Invulling:
    """Set the uitslag that follows from the marks, on a day to choose."""
    stand, nu = inzage.actueel(er)
    uitkomst = inzage.uitkomst(nu)
    vastgesteld = handelingen.stel_uitslag_vast(nu, uitkomst, vandaag())
    assert vastgesteld.uitslag is not None

    def leg_vast(gekozen: Uitslag) -> str:
        nieuw = evolve(vastgesteld, uitslag=gekozen)
        return _boek(inzage, stand, nu, nieuw, "uitslag vastgesteld")

    formulier = formulieren.uitslag(vastgesteld.uitslag, vandaag())
    return Invulling(
        formulier=formulier, kop=_kop(inzage, nu), leg_vast=leg_vast, wijzigt=(stand, nu)
    )


def doe(inzage: Inzage, er: Examenresultaat, handeling: Handeling, reden: str) -> str:
    """Do an act that needs no form, and say that it is done."""
    stand, nu = inzage.actueel(er)
    return _boek(inzage, stand, nu, handeling(nu, inzage.uitkomst(nu)), reden)


def terugtrekken(inzage: Inzage, er: Examenresultaat) -> str:
    """Withdraw the candidate, and say that it is done."""
    return doe(inzage, er, lambda nu, _: handelingen.trek_terug(nu), "teruggetrokken")


def niet_terugtrekken(inzage: Inzage, er: Examenresultaat) -> str:
    """Let the candidate take part again, and say that it is done."""
    return doe(
        inzage, er, lambda nu, _: handelingen.trek_niet_terug(nu), "niet meer teruggetrokken"
    )


def terugtrekking(inzage: Inzage, er: Examenresultaat) -> Gevraagd:
    """Ask whether a candidate who has an uitslag is withdrawn."""
    _, nu = inzage.actueel(er)
    uitslag_ = UITSLAGEN[nu.uitslag.uitslag] if nu.uitslag else "geen uitslag"
    wat = (
        f"Teruggetrokken: {_kop(inzage, nu)}.",
        f"  vastgesteld: {uitslag_}",
        "Wat is geregistreerd blijft staan.",
    )
    return Gevraagd(
        bevestiging=Bevestiging(wat, 1, "terug te trekken"), doe=partial(terugtrekken, er=nu)
    )


def verwijdering(inzage: Inzage, entiteit: Any) -> Gevraagd:
    """Tell what goes with an enrolment or examenresultaat; with a student all there is of them."""
    eigen, _ = inzage.actueel(entiteit)
    alle = inzage.standen(eigen.sleutel.persoon)
    weg = [
        (stand, een) for stand, een in alle if isinstance(entiteit, Persoon) or stand.id == eigen.id
    ]
    wie = " en ".join(noem(een) for _, een in alle if isinstance(een, Persoon))
    wat = [
        f"Weg: {meervoud(len(weg), 'stand', 'standen')} van {wie}.",
        *(f"  {naam_van(een)}" for _, een in weg),
        _BEWAARD,
    ]
    reden = f"{naam_van(entiteit)} verwijderd"

    def verwijder(inzage: Inzage) -> str:
        inzage.bijhouding.doe([], [stand for stand, _ in weg], reden)
        return f"Vastgelegd: {reden}."

    return Gevraagd(bevestiging=Bevestiging(wat, len(weg), _VERWIJDEREN), doe=verwijder)


def verwijdering_resultaat(
    inzage: Inzage, er: Examenresultaat, volgnummer: str, naam: str
) -> Gevraagd:
    """Tell what goes with a result.

    Raises:
        InvoerFout: it cannot go; says why.
    """
    stand, nu = inzage.actueel(er)
    zonder = handelingen.verwijder_resultaat(nu, volgnummer)
    reden = f"{_resultaatnaam(nu, volgnummer)} verwijderd"
    wat = [
        f"Weg: 1 resultaat van {_kop(inzage, nu)}.",
        f"  {naam}",
        _BEWAARD,
    ]
    return Gevraagd(
        bevestiging=Bevestiging(wat, 1, _VERWIJDEREN),
        doe=lambda inzage: _boek(inzage, stand, nu, zonder, reden),
    )


def maak_ongedaan(inzage: Inzage) -> str:
    """Undo the last step of this user, whatever it was, and say which."""
    return f"{inzage.bijhouding.maak_ongedaan()}."


def naam_van(entiteit: Any) -> str:
    """Name a stand by its kind and volgnummer, without the person's number."""
    soort, sleutel = waarover(entiteit)
    return benaming(soort, sleutel.volgnummer)


def _resultaatnaam(er: Examenresultaat, volgnummer: str) -> str:
    """Name a result by its kind and volgnummer, for the history."""
    return benaming(soort_van(type(handelingen.resultaat_van(er, volgnummer))), volgnummer)


def _boek(inzage: Inzage, stand: Stand, nu: E, nieuw: E, reden: str) -> str:
    if nieuw == nu:
        return GELIJK
    inzage.bijhouding.doe([(nieuw, stand)], [], reden)
    return f"Vastgelegd: {reden}."


def _boek_nieuw(inzage: Inzage, entiteit: Any, reden: str) -> str:
    inzage.bijhouding.doe([(entiteit, None)], [], reden)
    return f"Vastgelegd: {reden}."


def _kop(inzage: Inzage, entiteit: Any) -> str:
    """Say whose it is and what."""
    wat = "" if isinstance(entiteit, Persoon) else naam_van(entiteit)
    return " · ".join(filter(None, (van_wie(inzage, entiteit), wat)))


def _enige(gevonden: Iterable[str]) -> str:
    """Give the only one there is, or nothing."""
    verschillend = set(gevonden)
    return verschillend.pop() if len(verschillend) == 1 else ""
