"""What can be done with some candidates: what is asked first, and what then is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from register.fouten import InvoerFout
from register.velden import Soort, Veld
from tui.formulier.tekst import lees
from tui.groep.regel import Groepsregel, Groepsvoorstel
from tui.groep.vraag import Vraag
from tui.klok import nu, vandaag
from tui.weergave.notatie import datum as toon_datum

if TYPE_CHECKING:  # asks for what is defined here
    from tui.inzage import Groepswerk, Inzage
    from tui.taken.pijp import Werkorder

Antwoorden = Mapping[str, str]
"""What was answered, by the name of the question."""

_ONBRUIKBAAR = "Dit pad is niet te gebruiken; typ een ander."
_DATUM = Veld(label="datum", soort=Soort.DATUM)
_TEKENT = ("school", "plaats", "tekenaar", "secretaris")

_PAPIER = {
    "cijferlijst": ("Cijferlijsten", "directeur"),
    "certificaat": ("Certificaten", "voorzitter"),
    "deelcijferlijst": ("Deelcijferlijsten", "voorzitter"),
}
"""The signed papers: what printing them is called, and who signs beside the secretaris."""


@frozen(kw_only=True)
class Daad:
    """One act.

    Attributes:
        naam: what it is called.
        wat: what it does, in some words.
        vragen: what is asked first.
    """

    naam: str
    wat: str
    vragen: Sequence[Vraag] = ()


@frozen(kw_only=True)
class Voorsteldaad(Daad):
    """An act that shows what would change before it is booked.

    Attributes:
        gedaan: says what was done, for the history.
        stel_voor: gives what would change, some candidates at a time.
    """

    gedaan: Callable[[Antwoorden], str]
    stel_voor: Callable[
        [Groepswerk, Sequence[Groepsregel], Antwoorden], Iterator[Sequence[Groepsvoorstel]]
    ]


@frozen(kw_only=True)
class Taakdaad(Daad):
    """An act that is a job.

    Attributes:
        soort: which work of `tui.werk.groepstaken`.
        opties: gives what the job is told, from the answers.
        van_allen: it is about the whole register.
    """

    soort: str
    opties: Callable[[Antwoorden], Antwoorden] = dict
    van_allen: bool = False

    def werkorder(
        self, inzage: Inzage, keuze: Sequence[Groepsregel], antwoorden: Antwoorden
    ) -> Werkorder:
        """Give the order of the job; what was answered of the school is there the next time."""
        van_de_school = {v.onthoud: antwoorden[v.naam] for v in self.vragen if v.onthoud}
        inzage.scholen.onthoud(keuze[0].sleutel.brin, van_de_school)
        opties = self.opties(antwoorden)
        merk = " (concept)" if opties.get("concept") == "ja" else ""
        titel = f"{self.naam.lower()}{merk}"
        wie = () if self.van_allen else keuze
        return inzage.groepswerk.werkorder(self.soort, titel, wie, **opties)


def daden(keuze: Sequence[Groepsregel], aantal: int, school: Mapping[str, str]) -> Sequence[Daad]:
    """Give the acts on some candidates.

    Args:
        keuze: the candidates, at least one.
        aantal: how many the register has.
        school: what is remembered of their school.
    """
    return (
        Voorsteldaad(
            naam="Uitslag vaststellen",
            wat="wat berekend is overnemen, met een datum",
            vragen=[
                Vraag(
                    naam="datum",
                    tekst="Datum van de uitslag (dd-mm-jjjj)",
                    antwoord=toon_datum(vandaag()),
                    bezwaar=_bezwaar_tegen_datum,
                )
            ],
            gedaan=lambda antwoorden: f"uitslag vastgesteld op {toon_datum(_datum(antwoorden))}",
            stel_voor=lambda werk, wie, antwoorden: werk.uitslagen(wie, _datum(antwoorden)),
        ),
        Voorsteldaad(
            naam="Herberekenen",
            wat="de bewaarde uitkomst van de school bijwerken",
            gedaan=lambda _: "herberekend",
            stel_voor=lambda werk, wie, _: werk.herberekeningen(wie),
        ),
        Taakdaad(
            naam="Berichten maken",
            wat="een levering voor DUO, ook met de inschrijving",
            vragen=[
                *_toch_leveren(keuze),
                _bestandsvraag(f"levering_{keuze[0].sleutel.brin}_{nu():%Y%m%d_%H%M%S}.xml"),
            ],
            soort="berichten",
            opties=lambda antwoorden: {"bestand": antwoorden["bestand"]},
        ),
        Taakdaad(
            naam="Vergaderlijst",
            wat="een PDF voor de uitslagvergadering",
            vragen=[
                _bestandsvraag(f"vergaderlijst_{nu():%Y%m%d_%H%M%S}.pdf"),
                _schoolvraag(school, "school", "Naam van de school"),
            ],
            soort="vergaderlijst",
        ),
        *(_papier(soort, school) for soort in _PAPIER),
        Taakdaad(
            naam="Alles herberekenen",
            wat="van het hele register, als taak",
            vragen=[
                _typ_het_aantal(
                    f"Typ {aantal} om door te gaan", aantal, f"Het register heeft er {aantal}."
                )
            ],
            soort="herberekenen",
            opties=lambda _: {},
            van_allen=True,
        ),
    )


def _toch_leveren(keuze: Sequence[Groepsregel]) -> Iterator[Vraag]:
    """Ask whether to deliver also what DUO would reject, when there is any."""
    if aantal := sum(regel.afkeur > 0 for regel in keuze):
        waarvan = "dit" if len(keuze) == 1 else f"{aantal} van {len(keuze)}"
        yield _typ_het_aantal(
            f"DUO keurt {waarvan} af. Typ {aantal}",
            aantal,
            f"Typ {aantal}, of ga terug en kies wie geen afkeur heeft.",
        )


def _typ_het_aantal(tekst: str, aantal: int, anders: str) -> Vraag:
    """Ask for a number of standen, so that nobody goes on without having read it."""
    return Vraag(
        naam="aantal",
        tekst=tekst,
        bezwaar=lambda getypt: "" if getypt == str(aantal) else anders,
    )


def _papier(soort: str, school: Mapping[str, str]) -> Taakdaad:
    naam, tekenaar = _PAPIER[soort]
    return Taakdaad(
        naam=naam,
        wat=f"elk een PDF; tekenen: {tekenaar} en secretaris",
        vragen=[
            Vraag(
                naam="map",
                tekst="Map voor de bestanden",
                antwoord=str(Path.cwd()),
                bezwaar=_bezwaar_tegen_map,
            ),
            _schoolvraag(school, "school", "Naam van de school (leeg: CONCEPT)"),
            _schoolvraag(school, "plaats", "Plaats van ondertekening"),
            _schoolvraag(school, "tekenaar", f"Wie tekent als {tekenaar}", tekenaar),
            _schoolvraag(school, "secretaris", "Wie tekent als secretaris"),
        ],
        soort="papier",
        opties=partial(_opties_van_papier, soort),
    )


def _opties_van_papier(soort: str, antwoorden: Antwoorden) -> Antwoorden:
    """A paper that is not signed in full is a concept."""
    compleet = all(antwoorden[naam].strip() for naam in _TEKENT)
    return {**antwoorden, "papier": soort, "concept": "nee" if compleet else "ja"}


def _schoolvraag(school: Mapping[str, str], naam: str, tekst: str, onthoud: str = "") -> Vraag:
    """Ask what a school has on its papers, once: after that it stands there."""
    onthoud = onthoud or naam
    return Vraag(naam=naam, tekst=tekst, antwoord=school.get(onthoud, ""), onthoud=onthoud)


def _bestandsvraag(naam: str) -> Vraag:
    return Vraag(naam="bestand", tekst="Bestand", antwoord=naam, bezwaar=_bezwaar_tegen_bestand)


def _bezwaar_tegen_bestand(tekst: str) -> str:
    """Say what is wrong with a file that is to be written."""
    pad = Path(tekst)
    try:
        if not tekst.strip() or pad.is_dir():
            return "Typ de naam van een bestand."
        if pad.exists():
            return "Dit bestand is er al; kies een andere naam."
        return "" if pad.parent.is_dir() else f"De map {pad.parent} is er niet."
    except OSError:
        return _ONBRUIKBAAR


def _bezwaar_tegen_map(tekst: str) -> str:
    """Say what is wrong with a folder that is to be written in."""
    try:
        return "" if Path(tekst).is_dir() else "Deze map is er niet."
    except OSError:
        return _ONBRUIKBAAR


def _bezwaar_tegen_datum(tekst: str) -> str:
    """Say what is wrong with a date, which is read as in a form."""
    try:
        goed = lees(_DATUM, tekst, vandaag()) is not None
    except InvoerFout:
        goed = False
    return "" if goed else "Typ een datum als 01-07-2026."


def _datum(antwoorden: Antwoorden) -> date:
    dag: date = lees(_DATUM, antwoorden["datum"], vandaag())
    return dag
