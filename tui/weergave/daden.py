"""What the acts of W do, in full, for the help screen."""

from __future__ import annotations

_VOLUIT = {
    "Nieuw examenresultaat": "Een formulier voor een nieuw examen; de vakken en cijfers komen "
    "daarna, in dat examenresultaat.",
    "Nieuwe inschrijving": "Een formulier voor een inschrijving, met de opleidingen die de student "
    "volgt.",
    "Student wijzigen": "Een formulier met alles over de student zelf: nummers, naam, geboorte en "
    "adres.",
    "Student verwijderen": "Verwijdert de student met alles wat erbij hoort, als u het aantal typt "
    "dat wordt gevraagd. De historie blijft bewaard.",
    "Resultaat toevoegen": "Een formulier voor een resultaat dat er nog niet is; het volgnummer is "
    "voorgesteld.",
    "Herkansing toevoegen": "Meldt in welke vakken de kandidaat in een later tijdvak het centraal "
    "examen opnieuw doet; het cijfer komt daarna bij het vak, in dat tijdvak.",
    "Cijferlijst opmaken": "Kies de opleiding; wat er op haar cijferlijst staat, stelt het "
    "pakket voor, steeds naar de cijfers van dat moment. Zonder cijferlijst is er geen uitslag.",
    "Cijferlijst wijzigen": "Past aan welke resultaten op een cijferlijst staan en waarvoor zij "
    "meetellen; daarna gaat zij niet meer met de cijfers mee.",
    "Heridentificatie": "Geeft wie met een onderwijsnummer is geregistreerd een BSN; alles wat "
    "bij de student hoort gaat mee.",
    "Uitslag vaststellen": "Neemt over wat uit de cijfers is berekend: uitslag, eindcijfers, "
    "combinatiecijfer, cijferlijsten en certificaten, met de datum die u kiest.",
    "Uitslag intrekken": "Haalt de uitslag weg en wat ervoor is vastgesteld: eindcijfers, "
    "combinatiecijfers en certificaten. Cijfers en cijferlijsten blijven.",
    "Certificaten vastleggen": "Legt de certificaten vast die uit de cijfers volgen, en geen "
    "andere; de uitslag blijft zoals hij is.",
    "Certificaten intrekken": "Haalt alle certificaten weg; uitslag en cijfers blijven.",
    "Niet meer terugtrekken": "De kandidaat doet weer mee: het examenresultaat is zoals het was.",
    "Terugtrekken": "De kandidaat doet geen examen meer. Wat is geregistreerd blijft staan, maar "
    "er is niets meer vast te stellen en er komt geen papier van.",
    "Laatste wijziging ongedaan maken": "Maakt de laatste stap ongedaan die u zelf deed, waar dat "
    "ook was; daarna staat er welke stap, en bij wie.",
    "wijzigen": "Een formulier met alles wat hierover is geregistreerd; het nummer waaronder het "
    "staat ligt vast.",
    "verwijderen": "Verwijdert dit, als u het aantal typt dat wordt gevraagd. De historie blijft "
    "bewaard.",
}
"""By a part of the title; the first that is in it."""


def voluit(titel: str) -> str:
    """Say what the act of a title does."""
    return next((tekst for deel, tekst in _VOLUIT.items() if deel in titel), "")
