"""What can be added, changed, set and deleted at a place: the list that screens and lines show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from attrs import frozen

from examen import handelingen
from examen.model import (
    Examenresultaat,
    Stageresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
)
from register.model.persoon import Persoon
from register.vavo.inschrijving import Inschrijving
from tui.formulier.keuzelijst import Keuze
from tui.inzage import Inzage
from tui.weergave.examenresultaat import resultaatnaam
from tui.weergave.namen import Namen
from tui.werk import invullingen
from tui.werk.invullingen import Gevraagd, Invulling, naam_van


@frozen
class Invullen:
    """A form is filled in.

    Attributes:
        kruim: what it is, for the way the user came.
        maakt: makes it.
    """

    kruim: str
    maakt: Callable[[Inzage], Invulling]


@frozen
class Doen:
    """Something is done at once.

    Attributes:
        doet: does it and says so.
        terug: the user is told how it can be undone.
    """

    doet: Callable[[Inzage], str]
    terug: bool = True


@frozen
class Kiezen:
    """One of some is chosen first; where there is but one it is not asked.

    Attributes:
        label: what is chosen.
        waaruit: gives what can be.
        daarna: gives what is done with it.
    """

    label: str
    waaruit: Callable[[Inzage], Sequence[Keuze]]
    daarna: Callable[[Keuze], Invullen | Doen]


@frozen
class Bevestigen:
    """Something goes, when the user types how many that are.

    Attributes:
        vraagt: gives the question, with what does it.
        plek: the place where it was asked is about it, and so goes with it.
    """

    vraagt: Callable[[Inzage], Gevraagd]
    plek: bool = False


Wat = Invullen | Doen | Kiezen | Bevestigen
"""What choosing a possibility leads to."""


@frozen
class Mogelijkheid:
    """Something that can be done at a place.

    Attributes:
        titel: what is done.
        uitleg: what it is for, in some words.
        voluit: what it does, in full.
        wat: what choosing it leads to.
    """

    titel: str
    uitleg: str
    voluit: str
    wat: Wat


NIEUWE_STUDENT = Invullen("nieuwe student", invullingen.nieuwe_persoon)

_RESULTATEN: tuple[tuple[str, type[Any]], ...] = (
    ("vak", Vakresultaat),
    ("werkstuk", Werkstukresultaat),
    ("toets", Toetsresultaat),
    ("stage", Stageresultaat),
)
"""What a result can be of, with its class; a combinatiecijfer comes with the uitslag."""

_HANDELINGEN: tuple[tuple[str, str, str, invullingen.Handeling, str], ...] = (
    (
        "Uitslag intrekken",
        "geen uitslag, combinatiecijfers en certificaten meer",
        (
            "Haalt de uitslag weg en wat ervoor is vastgesteld: eindcijfers, combinatiecijfers en "
            "certificaten. Cijfers en cijferlijsten blijven."
        ),
        lambda er, _: handelingen.trek_uitslag_in(er),
        "uitslag ingetrokken",
    ),
    (
        "Certificaten vastleggen",
        "voor elk resultaat dat er recht op geeft",
        (
            "Legt de certificaten vast die uit de cijfers volgen, en geen andere; de uitslag "
            "blijft zoals hij is."
        ),
        handelingen.leg_certificaten_vast,
        "certificaten vastgelegd",
    ),
    (
        "Certificaten intrekken",
        "geen certificaten meer",
        "Haalt alle certificaten weg; uitslag en cijfers blijven.",
        lambda er, _: handelingen.trek_certificaten_in(er),
        "certificaten ingetrokken",
    ),
)
"""Title, short and full explanation, act, and the reason in the history; these ask nothing."""

_ONGEDAAN = Mogelijkheid(
    "Laatste wijziging ongedaan maken",
    "van u, ook van een ander scherm of van eerder",
    "Maakt de laatste stap ongedaan die u zelf deed, waar dat ook was; daarna staat er welke "
    "stap, en bij wie.",
    Doen(invullingen.maak_ongedaan, terug=False),
)


def bij_dossier(persoon: Persoon, gekozen: Any) -> list[Mogelijkheid]:
    """Give what can be done with a student and what was chosen in the dossier."""
    van_gekozen = [] if isinstance(gekozen, Persoon) else _wijzigen(gekozen)
    return [
        *van_gekozen[:1],
        *(
            _formulier(titel, uitleg, voluit, invullingen.nieuw_bij, persoon=persoon, klasse=klasse)
            for titel, uitleg, voluit, klasse in (
                (
                    "Nieuw examenresultaat",
                    "een examen van deze student",
                    (
                        "Een formulier voor een nieuw examen; de vakken en cijfers komen daarna, "
                        "in dat examenresultaat."
                    ),
                    Examenresultaat,
                ),
                (
                    "Nieuwe inschrijving",
                    "met haar perioden",
                    "Een formulier voor een inschrijving, met de opleidingen die de student volgt.",
                    Inschrijving,
                ),
            )
        ),
        _formulier(
            "Student wijzigen",
            "nummers, naam en adres",
            "Een formulier met alles over de student zelf: nummers, naam, geboorte en adres.",
            invullingen.wijziging,
            entiteit=persoon,
        ),
        *_heridentificatie(persoon),
        _ONGEDAAN,
        *van_gekozen[1:],
        Mogelijkheid(
            "Student verwijderen",
            "met alle inschrijvingen en examenresultaten",
            "Verwijdert de student met alles wat erbij hoort, als u het aantal typt dat wordt "
            "gevraagd. De historie blijft bewaard.",
            Bevestigen(partial(invullingen.verwijdering, entiteit=persoon), plek=True),
        ),
    ]


def bij_stand(entiteit: Any) -> list[Mogelijkheid]:
    """Give what can be done with a person, an enrolment or an examenresultaat."""
    if isinstance(entiteit, Examenresultaat):
        return _bij_examen(entiteit)
    heridentificatie = _heridentificatie(entiteit) if isinstance(entiteit, Persoon) else []
    return [*_wijzigen(entiteit, plek=True), *heridentificatie, _ONGEDAAN]


def bij_resultaat(er: Examenresultaat, gekozen: Any, namen: Namen) -> list[Mogelijkheid]:
    """Give what can be done with a result of an examenresultaat; nothing where it is none.

    A combinatiecijfer comes with the uitslag, and so it is not changed here.
    """
    if not isinstance(gekozen, Vakresultaat | Werkstukresultaat | Toetsresultaat | Stageresultaat):
        return []
    nummer, voluit = gekozen.resultaatvolgnummer, resultaatnaam(gekozen, namen)
    naam = "werkstuk" if isinstance(gekozen, Werkstukresultaat) else voluit
    titel = naam[:1].upper() + naam[1:]
    return [
        Mogelijkheid(
            f"{titel} wijzigen",
            "alleen dit resultaat",
            "Een formulier met dit ene resultaat; het volgnummer ligt vast.",
            Invullen(f"{naam} wijzigen", partial(invullingen.resultaat, er=er, volgnummer=nummer)),
        ),
        Mogelijkheid(
            f"{titel} verwijderen",
            "vraagt om bevestiging",
            "Verwijdert dit resultaat, met wat er op de cijferlijsten van staat, als u het aantal "
            "typt dat wordt gevraagd. De historie blijft bewaard.",
            Bevestigen(
                partial(invullingen.verwijdering_resultaat, er=er, volgnummer=nummer, naam=voluit)
            ),
        ),
    ]


def _bij_examen(er: Examenresultaat) -> list[Mogelijkheid]:
    wijzigen, verwijderen = _wijzigen(er, plek=True)
    return [
        *(
            _formulier(
                f"Resultaat toevoegen: {naam}",
                "met het volgende volgnummer",
                "Een formulier voor een resultaat dat er nog niet is; het volgnummer is "
                "voorgesteld.",
                invullingen.nieuw_resultaat,
                er=er,
                klasse=klasse,
            )
            for naam, klasse in _RESULTATEN
        ),
        _formulier(
            "Herkansing toevoegen",
            "vakken die opnieuw worden gedaan",
            "Meldt in welke vakken de kandidaat in een later tijdvak het centraal examen opnieuw "
            "doet; het cijfer komt daarna bij het vak, in dat tijdvak.",
            invullingen.nieuwe_herkansing,
            er=er,
        ),
        Mogelijkheid(
            "Cijferlijst opmaken",
            "nieuw voorstel uit het pakket",
            "Kies de opleiding; wat er op haar cijferlijst staat, stelt het pakket voor, steeds "
            "naar de cijfers van dat moment. Zonder cijferlijst is er geen uitslag.",
            Kiezen(
                "opleiding",
                partial(invullingen.alle_opleidingen, er=er),
                lambda keuze: Doen(
                    partial(invullingen.maak_cijferlijst_op, er=er, opleiding=keuze.code)
                ),
            ),
        ),
        Mogelijkheid(
            "Cijferlijst wijzigen",
            "welk resultaat waarvoor meetelt",
            "Past aan welke resultaten op een cijferlijst staan en waarvoor zij meetellen; daarna "
            "gaat zij niet meer met de cijfers mee.",
            Kiezen(
                "opleiding",
                partial(invullingen.eigen_opleidingen, er=er),
                lambda keuze: Invullen(
                    f"cijferlijst {keuze.code}",
                    partial(invullingen.cijferlijst, er=er, opleiding=keuze.code),
                ),
            ),
        ),
        _formulier(
            "Uitslag vaststellen",
            "met eindcijfers en certificaten",
            "Neemt over wat uit de cijfers is berekend: uitslag, eindcijfers, combinatiecijfer, "
            "cijferlijsten en certificaten, met de datum die u kiest.",
            invullingen.uitslag,
            er=er,
        ),
        *(
            Mogelijkheid(
                titel,
                uitleg,
                voluit,
                Doen(partial(invullingen.doe, er=er, handeling=doet, reden=reden)),
            )
            for titel, uitleg, voluit, doet, reden in _HANDELINGEN
        ),
        Mogelijkheid(
            "Terugtrekken",
            "de kandidaat doet geen examen meer",
            "De kandidaat doet geen examen meer. Wat is geregistreerd blijft staan, maar er is "
            "niets meer vast te stellen en er komt geen papier van.",
            Bevestigen(partial(invullingen.terugtrekking, er=er))
            if er.uitslag and not er.teruggetrokken
            else Doen(partial(invullingen.terugtrekken, er=er)),
        ),
        Mogelijkheid(
            "Niet meer terugtrekken",
            "de kandidaat doet toch examen",
            "De kandidaat doet weer mee: het examenresultaat is zoals het was.",
            Doen(partial(invullingen.niet_terugtrekken, er=er)),
        ),
        wijzigen,
        _ONGEDAAN,
        verwijderen,
    ]


def _wijzigen(entiteit: Any, *, plek: bool = False) -> list[Mogelijkheid]:
    """Change it, delete it."""
    naam = naam_van(entiteit)
    naam = naam[:1].upper() + naam[1:]
    return [
        _formulier(
            f"{naam} wijzigen",
            "alle gegevens in één formulier",
            "Een formulier met alles wat hierover is geregistreerd; het nummer waaronder het "
            "staat ligt vast.",
            invullingen.wijziging,
            entiteit=entiteit,
        ),
        Mogelijkheid(
            f"{naam} verwijderen",
            "vraagt om bevestiging",
            "Verwijdert dit, als u het aantal typt dat wordt gevraagd. De historie blijft bewaard.",
            Bevestigen(partial(invullingen.verwijdering, entiteit=entiteit), plek=plek),
        ),
    ]


def _heridentificatie(persoon: Persoon) -> list[Mogelijkheid]:
    """Give a BSN to who has none."""
    if persoon.burgerservicenummer:
        return []
    return [
        _formulier(
            "Heridentificatie",
            "een BSN in plaats van een onderwijsnummer",
            "Geeft wie met een onderwijsnummer is geregistreerd een BSN; alles wat bij de student "
            "hoort gaat mee.",
            invullingen.heridentificatie,
            persoon=persoon,
        )
    ]


def _formulier(
    titel: str, uitleg: str, voluit: str, maakt: Callable[..., Invulling], **waarvan: Any
) -> Mogelijkheid:
    kruim = titel[:1].lower() + titel[1:]
    return Mogelijkheid(titel, uitleg, voluit, Invullen(kruim, partial(maakt, **waarvan)))
