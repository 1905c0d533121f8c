"""The one table of what a user can do in the app: keys, title and explanation.

Bindings, key bar, help, command line and docs/sneltoetsen.md are made from it; what keys a user
has in their place, tui/toetsenbord.py says. Where a text names the key of an action it says
`{bereik.naam}`, such as `{overal.menu}`, so that it names the key this user has.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Bereik(StrEnum):
    """Where an action works."""

    OVERAL = "overal"
    LIJST = "in een lijst"
    KEUZE = "op een regel"
    ZOEKEN = "bij het zoeken"
    TWEELUIK = "tussen boven en onder"
    STAND = "bij een stand"
    CIJFERLIJST = "bij een cijferlijst"
    HISTORIE = "in de historie"
    MELDINGEN = "bij meldingen"
    INVOER = "bij het invoeren"
    EXAMEN = "bij een examenresultaat"
    STUDENTEN = "bij het zoeken van studenten"
    FORMULIER = "in een formulier"
    GROEP = "bij kandidaten"
    VOORSTEL = "bij een voorstel"
    VAKKEN = "bij de vakken"
    TAAK = "bij een taak"

    @property
    def sleutel(self) -> str:
        """The name in a file of keys."""
        return self.name.lower()


SCHERMBEREIKEN: tuple[tuple[Bereik, ...], ...] = (
    (Bereik.OVERAL, Bereik.LIJST),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.ZOEKEN),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.ZOEKEN, Bereik.STUDENTEN),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.STAND),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.TWEELUIK, Bereik.STAND),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.TWEELUIK, Bereik.STAND, Bereik.EXAMEN),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.HISTORIE),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.MELDINGEN),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.CIJFERLIJST),
    (Bereik.OVERAL, Bereik.INVOER),
    (Bereik.OVERAL, Bereik.FORMULIER),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.ZOEKEN, Bereik.GROEP),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.ZOEKEN, Bereik.VAKKEN),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.VOORSTEL),
    (Bereik.OVERAL, Bereik.LIJST, Bereik.KEUZE, Bereik.TAAK),
)
"""Which bereiken hold together on a screen: there a key does one thing."""

BLADTOETSEN = frozenset(
    {
        *("enter", "backspace", "delete", "tab", "shift+tab"),
        *("up", "down", "left", "right", "pageup", "pagedown", "home", "end"),
    }
)
"""The keys of a sheet of marks that print nothing."""

FORMULIERTOETSEN = BLADTOETSEN | {"ctrl+u"}
"""The keys of a form that print nothing."""

EIGEN_TOETSEN: dict[Bereik, frozenset[str]] = {
    Bereik.ZOEKEN: frozenset(),
    Bereik.INVOER: BLADTOETSEN,
    Bereik.FORMULIER: FORMULIERTOETSEN,
}
"""Where characters are typed, with the keys of typing that are no actions and stay as they are."""

OPDRACHTTEKEN = ":"
"""Begins a command where nothing was typed yet."""


@frozen(kw_only=True)
class Actie:
    """One thing a user can do.

    Attributes:
        naam: name of the `action_` method that does it.
        bereik: where it works.
        toetsen: the keys, as Textual names them; the first is shown.
        titel: one or two words for the key bar; empty keeps it out of the key bar.
        uitleg: one sentence for the help screen.
        rang: place in the key bar; when the bar is too narrow the highest go first.
    """

    naam: str
    bereik: Bereik
    toetsen: tuple[str, ...]
    titel: str = ""
    uitleg: str
    rang: int = 50

    @property
    def sleutel(self) -> str:
        """The name in the whole table, such as `overal.hulp`."""
        return f"{self.bereik.sleutel}.{self.naam}"

    @property
    def binding(self) -> str:
        """The keys as Textual binds them; a letter works with Shift, or Caps Lock, too."""
        hoofdletters = (t.upper() for t in self.toetsen if len(t) == 1 and t.isalpha())
        return ",".join((*self.toetsen, *hoofdletters))

    @property
    def toets(self) -> str:
        """The first key as it is printed on a keyboard."""
        return toetsnaam(self.toetsen[0])

    @property
    def namen(self) -> tuple[str, ...]:
        """All keys as they are printed on a keyboard."""
        return tuple(map(toetsnaam, self.toetsen))


TOETSNAMEN = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Spatie",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "insert": "Insert",
    "delete": "Delete",
    "backspace": "Backspace",
    "comma": ",",
}
"""Keys as Textual calls them, with what is printed on a keyboard."""


def toetsnaam(toets: str) -> str:
    """Give the name of a key as a user knows it ("f8" is F8)."""
    return TOETSNAMEN.get(toets, toets.upper().replace("CTRL", "Ctrl"))


ACTIES: tuple[Actie, ...] = (
    Actie(
        naam="openen",
        bereik=Bereik.KEUZE,
        toetsen=("enter",),
        titel="open",
        uitleg="Opent de gekozen regel.",
        rang=8,
    ),
    Actie(
        naam="hulp",
        bereik=Bereik.OVERAL,
        toetsen=("f1",),
        titel="hulp",
        uitleg="Uitleg bij waar de cursor staat, en alles wat u op dit scherm kunt doen.",
        rang=2,
    ),
    Actie(
        naam="zoeken",
        bereik=Bereik.OVERAL,
        toetsen=("f2",),
        titel="zoek",
        uitleg="Terug naar het zoekscherm, met een lege zoekregel.",
        rang=5,
    ),
    Actie(
        naam="terug",
        bereik=Bereik.OVERAL,
        toetsen=("f3", "escape"),
        titel="terug",
        uitleg="Terug naar het vorige scherm; op het zoekscherm: de zoekregel leegmaken.",
        rang=3,
    ),
    Actie(
        naam="andere_helft",
        bereik=Bereik.TWEELUIK,
        toetsen=("f4", "tab"),
        titel="wissel",
        uitleg="Wisselt tussen wat is gegeven (boven) en wat ervan komt (onder).",
        rang=6,
    ),
    Actie(
        naam="historie",
        bereik=Bereik.STAND,
        toetsen=("f5",),
        titel="historie",
        uitleg="Alle standen die er waren: wie, wanneer en waarom, en wat er verschilt.",
        rang=9,
    ),
    Actie(
        naam="wijzigen",
        bereik=Bereik.STAND,
        toetsen=("w",),
        titel="wijzig",
        uitleg="Alles wat u hier kunt toevoegen, wijzigen, vaststellen en verwijderen.",
        rang=7,
    ),
    Actie(
        naam="ongedaan",
        bereik=Bereik.STAND,
        toetsen=("ctrl+z",),
        uitleg="Maakt uw laatste wijziging ongedaan, ook een van een ander scherm of van eerder.",
    ),
    Actie(
        naam="opnieuw",
        bereik=Bereik.STAND,
        toetsen=("ctrl+y",),
        uitleg="Doet opnieuw wat u het laatst ongedaan maakte.",
    ),
    Actie(
        naam="nieuw",
        bereik=Bereik.STUDENTEN,
        toetsen=("f6",),
        titel="nieuw",
        uitleg="Een student toevoegen.",
        rang=7,
    ),
    Actie(
        naam="keuzen",
        bereik=Bereik.FORMULIER,
        toetsen=("f4",),
        titel="kies",
        uitleg="De lijst van wat u in dit veld kunt kiezen; typen zoekt op code en naam.",
        rang=3,
    ),
    Actie(
        naam="vastleggen",
        bereik=Bereik.FORMULIER,
        toetsen=("f5",),
        titel="leg vast",
        uitleg="Legt alles vast als het klopt; anders gaat de cursor naar wat niet klopt.",
        rang=1,
    ),
    Actie(
        naam="voeg_toe",
        bereik=Bereik.FORMULIER,
        toetsen=("f6",),
        titel="erbij",
        uitleg="Voegt er een toe aan de lijst waar de cursor in of op staat.",
        rang=3,
    ),
    Actie(
        naam="haal_weg",
        bereik=Bereik.FORMULIER,
        toetsen=("f7",),
        titel="weg",
        uitleg="Haalt weg waar de cursor in of op staat; {formulier.zet_terug} zet het terug.",
        rang=3,
    ),
    Actie(
        naam="schuif",
        bereik=Bereik.FORMULIER,
        toetsen=("f8",),
        titel="hoger",
        uitleg="Zet waar de cursor in of op staat een plaats hoger; de eerste wordt de laatste.",
        rang=9,
    ),
    Actie(
        naam="zet_terug",
        bereik=Bereik.FORMULIER,
        toetsen=("ctrl+z",),
        uitleg="Zet terug wat het laatst is weggehaald.",
    ),
    Actie(
        naam="plaats",
        bereik=Bereik.TWEELUIK,
        toetsen=("f7",),
        titel="plaats",
        uitleg="Van een bevinding naar de regel waar zij over gaat.",
        rang=10,
    ),
    Actie(
        naam="details",
        bereik=Bereik.TWEELUIK,
        toetsen=("f8",),
        titel="meer",
        uitleg="Alles over de gekozen toets, bevinding of het gekozen vak; bij de uitslag de "
        "cijferlijst, met wat er nog nodig is om te slagen.",
        rang=7,
    ),
    Actie(
        naam="details",
        bereik=Bereik.CIJFERLIJST,
        toetsen=("f8",),
        titel="meer",
        uitleg="Alles over het gekozen resultaat.",
        rang=7,
    ),
    Actie(
        naam="omhoog",
        bereik=Bereik.LIJST,
        toetsen=("up",),
        uitleg="Een regel omhoog.",
    ),
    Actie(
        naam="omlaag",
        bereik=Bereik.LIJST,
        toetsen=("down",),
        uitleg="Een regel omlaag.",
    ),
    Actie(
        naam="bladzijde_omhoog",
        bereik=Bereik.LIJST,
        toetsen=("pageup",),
        uitleg="Een bladzijde omhoog.",
    ),
    Actie(
        naam="bladzijde_omlaag",
        bereik=Bereik.LIJST,
        toetsen=("pagedown",),
        uitleg="Een bladzijde omlaag.",
    ),
    Actie(
        naam="begin",
        bereik=Bereik.LIJST,
        toetsen=("home",),
        uitleg="Naar de eerste regel.",
    ),
    Actie(
        naam="einde",
        bereik=Bereik.LIJST,
        toetsen=("end",),
        uitleg="Naar de laatste regel.",
    ),
    Actie(
        naam="invoeren",
        bereik=Bereik.EXAMEN,
        toetsen=("f6",),
        titel="invoer",
        uitleg="Cijfers en beoordelingen van deze kandidaat invoeren.",
        rang=5,
    ),
    Actie(
        naam="nazien",
        bereik=Bereik.INVOER,
        toetsen=("f4",),
        titel="nazien",
        uitleg="Nazien: elke waarde nog eens typen; toont verschillen. "
        "Nog eens {invoer.nazien}: klaar.",
        rang=3,
    ),
    Actie(
        naam="score",
        bereik=Bereik.INVOER,
        toetsen=("f5",),
        titel="scores",
        uitleg="In een kolom van het CE: scores typen (schaallengte en N-term), of weer cijfers.",
        rang=6,
    ),
    Actie(
        naam="proef",
        bereik=Bereik.INVOER,
        toetsen=("ctrl+t",),
        titel="proef",
        uitleg="Uitproberen wat cijfers zouden doen, zonder iets vast te leggen; of terug.",
        rang=6,
    ),
    Actie(
        naam="volgorde",
        bereik=Bereik.INVOER,
        toetsen=("f6",),
        titel="volgorde",
        uitleg="Wisselt waar Enter en een af cijfer heen gaan: omlaag of naar rechts.",
        rang=9,
    ),
    Actie(
        naam="te_doen",
        bereik=Bereik.INVOER,
        toetsen=("f7",),
        titel="leeg",
        uitleg="Toont alleen wat nog leeg is (bij nazien: niet nagezien), of weer alles.",
        rang=4,
    ),
    Actie(
        naam="hele_uitslag",
        bereik=Bereik.INVOER,
        toetsen=("f8",),
        titel="uitslag",
        uitleg="De hele uitslag van de kandidaat onder het blad, met alle toetsen en bevindingen, "
        "en wat er nog nodig is om te slagen.",
        rang=4,
    ),
    Actie(
        naam="ongedaan",
        bereik=Bereik.INVOER,
        toetsen=("ctrl+z",),
        titel="ongedaan",
        uitleg="Maakt uw laatste wijziging ongedaan, ook een van een ander scherm of van eerder.",
        rang=3,
    ),
    Actie(
        naam="opnieuw",
        bereik=Bereik.INVOER,
        toetsen=("ctrl+y",),
        uitleg="Doet opnieuw wat u het laatst ongedaan maakte.",
    ),
    Actie(
        naam="filter",
        bereik=Bereik.MELDINGEN,
        toetsen=("f7",),
        titel="afgekeurd",
        uitleg="Laat alleen de afgekeurde meldingen zien, of weer alle.",
        rang=6,
    ),
    Actie(
        naam="details",
        bereik=Bereik.MELDINGEN,
        toetsen=("f8",),
        titel="antwoord",
        uitleg="Het antwoord op de gekozen melding, met alle bevindingen.",
        rang=7,
    ),
    Actie(
        naam="kies_stand",
        bereik=Bereik.HISTORIE,
        toetsen=("space",),
        titel="vergelijk hiermee",
        uitleg="Kiest de stand waarmee wordt vergeleken; zonder keuze is dat de vorige.",
        rang=6,
    ),
    Actie(
        naam="verdeling",
        bereik=Bereik.INVOER,
        toetsen=("ctrl+d",),
        uitleg="Hoe de cijfers van het vak zijn verdeeld, als beeld.",
    ),
    Actie(
        naam="verdeling",
        bereik=Bereik.VAKKEN,
        toetsen=("f5", "ctrl+d"),
        titel="verdeling",
        uitleg="Hoe de cijfers van het vak onder de cursor zijn verdeeld, als beeld.",
        rang=6,
    ),
    Actie(
        naam="keer_om",
        bereik=Bereik.GROEP,
        toetsen=("f4",),
        uitleg="Keert de volgorde om.",
    ),
    Actie(
        naam="kies",
        bereik=Bereik.GROEP,
        toetsen=("insert",),
        titel="kies",
        uitleg="Kiest de kandidaat onder de cursor, of niet meer; de spatiebalk doet dat ook.",
        rang=6,
    ),
    Actie(
        naam="kies_alles",
        bereik=Bereik.GROEP,
        toetsen=("f5",),
        titel="alle",
        uitleg="Kiest iedereen die in beeld is; zijn die al gekozen, dan niemand.",
        rang=9,
    ),
    Actie(
        naam="doe",
        bereik=Bereik.GROEP,
        toetsen=("f6",),
        titel="doen",
        uitleg="Uitslag vaststellen, herberekenen, berichten maken of afdrukken.",
        rang=7,
    ),
    Actie(
        naam="filter",
        bereik=Bereik.GROEP,
        toetsen=("f7",),
        titel="filter",
        uitleg="Volgende filter: zonder uitslag, andere uitslag, bevindingen, open cijfers, alle.",
        rang=10,
    ),
    Actie(
        naam="jaar",
        bereik=Bereik.GROEP,
        toetsen=("f8",),
        titel="jaar",
        uitleg="Alleen het volgende examenjaar, of weer alle jaren.",
        rang=11,
    ),
    Actie(
        naam="volgende_volgorde",
        bereik=Bereik.GROEP,
        toetsen=("right",),
        uitleg="Sorteert op de volgende kolom.",
    ),
    Actie(
        naam="vorige_volgorde",
        bereik=Bereik.GROEP,
        toetsen=("left",),
        uitleg="Sorteert op de vorige kolom.",
    ),
    Actie(
        naam="ongedaan",
        bereik=Bereik.GROEP,
        toetsen=("ctrl+z",),
        uitleg="Maakt uw laatste stap ongedaan: ook een van velen tegelijk is één stap.",
    ),
    Actie(
        naam="opnieuw",
        bereik=Bereik.GROEP,
        toetsen=("ctrl+y",),
        uitleg="Doet opnieuw wat u het laatst ongedaan maakte.",
    ),
    Actie(
        naam="breek_af",
        bereik=Bereik.TAAK,
        toetsen=("f8",),
        titel="breek af",
        uitleg="Breekt de taak af, als u het tweemaal vraagt.",
        rang=7,
    ),
    Actie(
        naam="leg_vast",
        bereik=Bereik.VOORSTEL,
        toetsen=("enter",),
        titel="leg vast",
        uitleg="Legt alles vast wat kan, als één stap.",
        rang=6,
    ),
    Actie(
        naam="details",
        bereik=Bereik.VOORSTEL,
        toetsen=("f8",),
        titel="meer",
        uitleg="Alles over de regel onder de cursor: wat er verandert, of waarom het niet kan.",
        rang=7,
    ),
    Actie(
        naam="wis_teken",
        bereik=Bereik.ZOEKEN,
        toetsen=("backspace",),
        uitleg="Wist het laatste teken van de zoekregel.",
    ),
    Actie(
        naam="wis_zoekregel",
        bereik=Bereik.ZOEKEN,
        toetsen=("ctrl+u",),
        uitleg="Maakt de zoekregel leeg.",
    ),
    Actie(
        naam="menu",
        bereik=Bereik.OVERAL,
        toetsen=("f9",),
        titel="menu",
        uitleg="Alle plekken: cijfers, kandidaten, bevindingen, open werk, taken, berichten.",
        rang=4,
    ),
    Actie(
        naam="opdracht",
        bereik=Bereik.OVERAL,
        toetsen=("f12", OPDRACHTTEKEN),
        titel="opdracht",
        uitleg="Typ wat u wilt doen of waarheen, zoals student 100001; Tab vult aan, en "
        "{overal.hulp} noemt daar alles wat u kunt typen. "
        "Het teken : opent dit waar nog niets is getypt.",
        rang=13,
    ),
    Actie(
        naam="stoppen",
        bereik=Bereik.OVERAL,
        toetsen=("f10",),
        titel="stop",
        uitleg="Sluit het programma.",
        rang=1,
    ),
    Actie(
        naam="hoe_stoppen",
        bereik=Bereik.OVERAL,
        toetsen=("ctrl+c",),
        uitleg="Stopt niet, zodat een vergissing niets kost; {overal.stoppen} stopt.",
    ),
)
"""All actions, in the order of key bar and help."""
