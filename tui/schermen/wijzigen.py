"""What can be added, changed, set and deleted at a place: a list, and what each choice does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import Any

from attrs import frozen
from textual.widget import Widget

from examen import handelingen
from examen.model import (
    Examenresultaat,
    Stageresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
)
from register.model.persoon import Persoon
from register.opslag import Student, sleutel_van
from register.vavo.inschrijving import Inschrijving
from tui.formulier.bevestiging import Bevestiging
from tui.formulier.keuzelijst import Keuze, Keuzelijst
from tui.inzage import Inzage, Leesdraad
from tui.onderdelen.rooster import Rooster
from tui.schermen.basis import Scherm
from tui.schermen.bevestiging import BevestigScherm
from tui.schermen.dossier import DossierScherm
from tui.schermen.formulier import open_formulier
from tui.schermen.keuze import KeuzeScherm
from tui.weergave.daden import voluit
from tui.weergave.details import Paar
from tui.weergave.tabel import Kolom, Rij
from tui.werk import invullingen
from tui.werk.invullingen import Invulling, Verwijdering, naam_van

_TERUG = "{examen.ongedaan} maakt dat ongedaan."
_KOLOMMEN = (Kolom(kop="", breedte=36), Kolom(kop="", breedte=30, rekt=True))

RESULTATEN: tuple[tuple[str, type[Any]], ...] = (
    ("vak", Vakresultaat),
    ("werkstuk", Werkstukresultaat),
    ("toets", Toetsresultaat),
    ("stage", Stageresultaat),
)
"""What a result can be of, with its class; a combinatiecijfer comes with the uitslag."""

HANDELINGEN: tuple[tuple[str, str, invullingen.Handeling, str], ...] = (
    (
        "Uitslag intrekken",
        "geen uitslag, combinatiecijfers en certificaten meer",
        lambda er, _: handelingen.trek_uitslag_in(er),
        "uitslag ingetrokken",
    ),
    (
        "Certificaten vastleggen",
        "voor elk resultaat dat er recht op geeft",
        handelingen.leg_certificaten_vast,
        "certificaten vastgelegd",
    ),
    (
        "Certificaten intrekken",
        "geen certificaten meer",
        lambda er, _: handelingen.trek_certificaten_in(er),
        "certificaten ingetrokken",
    ),
    (
        "Terugtrekken",
        "de kandidaat doet geen examen meer",
        lambda er, _: handelingen.trek_terug(er),
        "teruggetrokken",
    ),
    (
        "Niet meer terugtrekken",
        "de kandidaat doet toch examen",
        lambda er, _: handelingen.trek_niet_terug(er),
        "niet meer teruggetrokken",
    ),
)
"""Title, explanation, act, and the reason in the history, of acts that ask for nothing."""


@frozen
class Mogelijkheid:
    """Something that can be done here.

    Attributes:
        titel: what is done.
        uitleg: what it is for.
        doe: does it, or opens what asks for more.
    """

    titel: str
    uitleg: str
    doe: Callable[[], Awaitable[None]]


class WijzigScherm(Scherm):
    """One line per possibility; Enter does it."""

    UITLEG = (
        "Wat u hier kunt toevoegen, wijzigen, vaststellen en verwijderen. Kies met de pijltjes en "
        "Enter. Alles wordt geboekt met uw naam, en is ongedaan te maken zolang niemand er iets "
        "overheen heeft geboekt en het niet is geleverd."
    )

    kruim = "wijzig"

    def __init__(self, leesdraad: Leesdraad, mogelijkheden: Sequence[Mogelijkheid]) -> None:
        super().__init__(leesdraad)
        self._mogelijkheden = mogelijkheden

    def inhoud(self) -> Iterable[Widget]:
        """One list."""
        yield Rooster(_KOLOMMEN, opent=self._open)

    async def vul(self) -> None:
        """Show the possibilities."""
        rijen = [Rij((een.titel, een.uitleg), verwijst=een) for een in self._mogelijkheden]
        self.query_one(Rooster).toon(rijen)

    def over_dit(self) -> Sequence[Paar]:
        """Tell what the act under the cursor does."""
        rij = self.query_one(Rooster).rij
        return [(rij.verwijst.titel, voluit(rij.verwijst.titel))] if rij else ()

    async def _open(self, gekozen: Mogelijkheid) -> None:
        await self.app.pop_screen()
        await gekozen.doe()


async def nieuwe_student(scherm: Scherm) -> None:
    """Fill in a new student, and go on in the dossier."""

    def dossier_van(persoon: Persoon) -> Scherm:
        student = Student(
            persoon=sleutel_van(persoon).persoon,
            studentnummer=persoon.studentnummer,
            naam=persoon.naam,
            geboortedatum=persoon.geboortedatum,
        )
        return DossierScherm(scherm.leesdraad, student)

    await open_formulier(scherm, "nieuwe student", invullingen.nieuwe_persoon, dossier_van)


async def van_dossier(scherm: Scherm, persoon: Persoon, gekozen: Any) -> None:
    """Show what can be done with a student and what was chosen in the dossier."""
    bij_persoon = [
        _formulier(
            scherm, titel, uitleg, partial(invullingen.nieuw_bij, persoon=persoon, klasse=klasse)
        )
        for titel, uitleg, klasse in (
            ("Nieuw examenresultaat", "een examen van deze student", Examenresultaat),
            ("Nieuwe inschrijving", "met haar perioden", Inschrijving),
        )
    ]
    van_gekozen = [] if isinstance(gekozen, Persoon) else _wijzigen(scherm, gekozen)
    await _toon(
        scherm,
        [
            *van_gekozen[:1],
            *bij_persoon,
            _formulier(
                scherm,
                "Student wijzigen",
                "nummers, naam en adres",
                partial(invullingen.wijziging, entiteit=persoon),
            ),
            *_heridentificatie(scherm, persoon),
            _ongedaan(scherm),
            *van_gekozen[1:],
            Mogelijkheid(
                "Student verwijderen",
                "met alle inschrijvingen en examenresultaten",
                partial(_verwijder, scherm, persoon, weg=True),
            ),
        ],
    )


async def van_stand(scherm: Scherm, entiteit: Any) -> None:
    """Show what can be done with a person or an enrolment."""
    heridentificatie = _heridentificatie(scherm, entiteit) if isinstance(entiteit, Persoon) else []
    await _toon(
        scherm, [*_wijzigen(scherm, entiteit, weg=True), *heridentificatie, _ongedaan(scherm)]
    )


async def van_examen(scherm: Scherm, er: Examenresultaat) -> None:
    """Show what can be done with an examenresultaat."""
    nieuw = [
        _formulier(
            scherm,
            f"Resultaat toevoegen: {naam}",
            "met het volgende volgnummer",
            partial(invullingen.nieuw_resultaat, er=er, klasse=klasse),
        )
        for naam, klasse in RESULTATEN
    ]
    zonder_vragen = [
        Mogelijkheid(
            titel,
            uitleg,
            partial(
                _doe,
                scherm,
                partial(invullingen.doe, er=er, handeling=doet, reden=reden),
                _TERUG,
            ),
        )
        for titel, uitleg, doet, reden in HANDELINGEN
    ]
    wijzigen, verwijderen = _wijzigen(scherm, er, weg=True)
    await _toon(
        scherm,
        [
            *nieuw,
            _formulier(
                scherm,
                "Herkansing toevoegen",
                "vakken die opnieuw worden gedaan",
                partial(invullingen.nieuwe_herkansing, er=er),
            ),
            Mogelijkheid(
                "Cijferlijst opmaken",
                "nieuw voorstel uit het pakket",
                partial(_maak_cijferlijst_op, scherm, er),
            ),
            Mogelijkheid(
                "Cijferlijst wijzigen",
                "welk resultaat waarvoor meetelt",
                partial(_wijzig_cijferlijst, scherm, er),
            ),
            _formulier(
                scherm,
                "Uitslag vaststellen",
                "met eindcijfers en certificaten",
                partial(invullingen.uitslag, er=er),
            ),
            *zonder_vragen,
            wijzigen,
            _ongedaan(scherm),
            verwijderen,
        ],
    )


def _wijzigen(scherm: Scherm, entiteit: Any, *, weg: bool = False) -> list[Mogelijkheid]:
    """Change it, delete it; `weg`: with it the screen about it goes."""
    naam = naam_van(entiteit)
    naam = naam[:1].upper() + naam[1:]
    return [
        _formulier(
            scherm,
            f"{naam} wijzigen",
            "alle gegevens in één formulier",
            partial(invullingen.wijziging, entiteit=entiteit),
        ),
        Mogelijkheid(
            f"{naam} verwijderen",
            "vraagt om bevestiging",
            partial(_verwijder, scherm, entiteit, weg=weg),
        ),
    ]


def _heridentificatie(scherm: Scherm, persoon: Persoon) -> list[Mogelijkheid]:
    """Give a BSN to who has none."""
    if persoon.burgerservicenummer:
        return []
    maakt = partial(invullingen.heridentificatie, persoon=persoon)
    return [
        _formulier(scherm, "Heridentificatie", "een BSN in plaats van een onderwijsnummer", maakt)
    ]


def _formulier(
    scherm: Scherm, titel: str, uitleg: str, maakt: Callable[[Inzage], Invulling]
) -> Mogelijkheid:
    kruim = titel[:1].lower() + titel[1:]
    return Mogelijkheid(titel, uitleg, partial(open_formulier, scherm, kruim, maakt))


def _ongedaan(scherm: Scherm) -> Mogelijkheid:
    return Mogelijkheid(
        "Laatste wijziging ongedaan maken",
        "van u, ook van een ander scherm of van eerder",
        partial(maak_ongedaan, scherm),
    )


async def maak_ongedaan(scherm: Scherm) -> None:
    """Undo the last step of this user."""
    await _doe(scherm, invullingen.maak_ongedaan)


async def _toon(scherm: Scherm, mogelijkheden: Sequence[Mogelijkheid]) -> None:
    await scherm.app.push_screen(WijzigScherm(scherm.leesdraad, mogelijkheden))


async def _doe(scherm: Scherm, wat: Callable[[Inzage], str], daarna: str = "") -> None:
    """Do something at once, and show the screen as it is after that."""
    bericht = await scherm.vraag(wat)
    if bericht is not None:
        gedaan = daarna if bericht != invullingen.GELIJK else ""
        await scherm.na_wijziging(f"{bericht} {scherm.zin(gedaan)}".rstrip())


async def _maak_cijferlijst_op(scherm: Scherm, er: Examenresultaat) -> None:
    """Ask of which opleiding, and propose its cijferlijst afresh."""

    async def neem(keuze: Keuze) -> None:
        doet = partial(invullingen.maak_cijferlijst_op, er=er, opleiding=keuze.code)
        await _doe(scherm, doet, _TERUG)

    await _kies(scherm, partial(invullingen.alle_opleidingen, er=er), neem)


async def _wijzig_cijferlijst(scherm: Scherm, er: Examenresultaat) -> None:
    """Open the lines of the cijferlijst; ask which where there are several."""

    async def neem(keuze: Keuze) -> None:
        doet = partial(invullingen.cijferlijst, er=er, opleiding=keuze.code)
        await open_formulier(scherm, f"cijferlijst {keuze.code}", doet)

    await _kies(scherm, partial(invullingen.eigen_opleidingen, er=er), neem)


async def _kies(
    scherm: Scherm,
    waaruit: Callable[[Inzage], Sequence[Keuze]],
    neem: Callable[[Keuze], Awaitable[None]],
) -> None:
    """Ask for one of some opleidingen; where there is but one it is not asked."""
    keuzen = await scherm.vraag(waaruit)
    if keuzen is None:
        return
    if len(keuzen) == 1:
        await neem(keuzen[0])
    else:
        keuzelijst = Keuzelijst("opleiding", keuzen)
        await scherm.app.push_screen(KeuzeScherm(scherm.leesdraad, keuzelijst, neem))


async def _verwijder(scherm: Scherm, entiteit: Any, *, weg: bool) -> None:
    """Ask whether something has to be deleted, and do it."""
    gevraagd = await scherm.vraag(partial(invullingen.verwijdering, entiteit=entiteit))
    if gevraagd is None:
        return
    bevestiging = Bevestiging(gevraagd.wat, len(gevraagd.standen))
    bij_ja = partial(_na_ja, scherm, gevraagd, weg=weg)
    await scherm.app.push_screen(BevestigScherm(scherm.leesdraad, bevestiging, bij_ja))


async def _na_ja(scherm: Scherm, gevraagd: Verwijdering, *, weg: bool) -> None:
    if not weg:
        await _doe(scherm, partial(invullingen.verwijder, weg=gevraagd))
        return
    bericht = await scherm.vraag(partial(invullingen.verwijder, weg=gevraagd))
    if bericht is not None:
        scherm.leesdraad.versie += 1
        await scherm.keer_terug(bericht)
