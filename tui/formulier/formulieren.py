"""The forms of a dossier: which entity, what is fixed in it, what it begins with.

One function per form; each takes what it is about and the choices there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from examen.handelingen import volgend_volgnummer, voorstel
from examen.invoer import keuring as examenkeuring
from examen.model import Cijferlijst, Examenresultaat, Herkansing, Resultaat, Uitslag
from register.fouten import InvoerFout
from register.model.persoon import KORTE_SET, Persoon
from register.model.persoonsnummer import Heridentificatie
from register.model.persoonsnummer import keuring as nummerkeuring
from register.velden import attributen
from tui.formulier.formulier import Formulier
from tui.formulier.tabelkeuzen import TabelKeuzen
from tui.weergave.namen import Namen

KORT_VAN_PERSOON = (*KORTE_SET, "voornamen", "voorvoegsel", "achternaam")
"""What is filled in of a person first: what DUO asks for at least, and the name to find them by."""

VAN_DE_BOEKING = ("aangeleverd_op",)
"""What a booking fills in itself (see register/opslag/handelingen.py)."""


def wijzig(entiteit: Any, namen: Namen, peildatum: date) -> Formulier:
    """Change a person, enrolment or examenresultaat; its key stays."""
    return Formulier.van(
        entiteit,
        vast=VAN_DE_BOEKING,
        peildatum=peildatum,
        kort=KORT_VAN_PERSOON if isinstance(entiteit, Persoon) else (),
        keuring=examenkeuring if isinstance(entiteit, Examenresultaat) else None,
        keuzen=TabelKeuzen(namen),
    )


def nieuwe_persoon(namen: Namen, peildatum: date) -> Formulier:
    """Fill in a person, the short set and the name first."""
    return Formulier.nieuw(
        Persoon,
        {},
        peildatum=peildatum,
        kort=KORT_VAN_PERSOON,
        keuring=nummerkeuring,
        keuzen=TabelKeuzen(namen),
    )


def heridentificatie(onderwijsnummer: str, peildatum: date) -> Formulier:
    """Give a BSN to who has an onderwijsnummer."""
    begin = {"onderwijsnummer": onderwijsnummer}
    return Formulier.nieuw(Heridentificatie, begin, vast=begin, peildatum=peildatum)


def nieuw_bij(
    klasse: type[Any],
    persoon: Persoon,
    *,
    brin: str,
    bezet: Collection[str],
    namen: Namen,
    peildatum: date,
) -> Formulier:
    """Fill in an enrolment or examenresultaat of a person.

    Args:
        klasse: which of both.
        persoon: whose it is.
        brin: the school, as a proposal; empty when nothing is known.
        bezet: the volgnummers that the person has.
        namen: the names of codes.
        peildatum: the day from which dates are completed.
    """
    nummers = {
        "burgerservicenummer": persoon.burgerservicenummer,
        "onderwijsnummer": persoon.onderwijsnummer,
    }
    (volgnummer,) = (a.naam for a in attributen(klasse) if a.naam.endswith("volgnummer"))
    return Formulier.nieuw(
        klasse,
        {**nummers, "brin": brin or None, volgnummer: volgend_volgnummer(bezet)},
        vast={*nummers, *VAN_DE_BOEKING},
        peildatum=peildatum,
        keuring=examenkeuring if klasse is Examenresultaat else None,
        keuzen=TabelKeuzen(namen),
    )


def nieuw_resultaat(
    er: Examenresultaat, klasse: type[Any], namen: Namen, peildatum: date
) -> Formulier:
    """Fill in the result of a vak, werkstuk, toets or stage."""
    keuzen = TabelKeuzen(namen, er)
    return Formulier.nieuw(klasse, voorstel(er, klasse), peildatum=peildatum, keuzen=keuzen)


def resultaat(er: Examenresultaat, gekozen: Resultaat, namen: Namen, peildatum: date) -> Formulier:
    """Change one result."""
    return Formulier.van(gekozen, peildatum=peildatum, keuzen=TabelKeuzen(namen, er))


def nieuwe_herkansing(er: Examenresultaat, namen: Namen, peildatum: date) -> Formulier:
    """Fill in a herkansing, in the second tijdvak unless said otherwise."""
    regimes = [vak.examenregime for vak in er.vakresultaten if vak.examenregime]
    begin = {"examenregime": max(regimes, default=None), "tijdvak": 2}
    keuzen = TabelKeuzen(namen, er)
    return Formulier.nieuw(Herkansing, begin, peildatum=peildatum, keuzen=keuzen)


def cijferlijst(
    er: Examenresultaat, lijst: Cijferlijst, namen: Namen, peildatum: date
) -> Formulier:
    """Adjust a cijferlijst; of which opleiding it is stays."""
    return Formulier.van(lijst, peildatum=peildatum, keuzen=TabelKeuzen(namen, er))


def uitslag(berekend: Uitslag, peildatum: date) -> Formulier:
    """Choose the date of an uitslag; what it is follows from the marks."""
    vast = {attribuut.naam for attribuut in attributen(Uitslag)} - {"datum"}
    return Formulier.van(berekend, vast=vast, peildatum=peildatum, keuring=_met_datum)


def _met_datum(vastgesteld: Uitslag) -> Iterator[InvoerFout]:
    if vastgesteld.datum is None:
        yield InvoerFout("ontbreekt; een uitslag heeft een datum", veld="datum")
