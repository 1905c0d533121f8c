"""What a command does in full, with an example, for who asks for help about one."""

from __future__ import annotations

VOLUIT: dict[str, str] = {
    "zoek": (
        "Noemt de studenten op wie de tekst past: een nummer, een deel van de naam of een BSN. "
        "Open er een met het nummer van de regel.\n"
        "Voorbeeld: zoek duin"
    ),
    "open": (
        "Opent een regel van de lijst die het laatst is gezegd: een student, een examenresultaat, "
        "een bevinding, een vak om cijfers in te voeren. Het nummer alleen doet hetzelfde.\n"
        "Voorbeeld: open 2"
    ),
    "terug": ("Gaat terug naar waar u hiervoor was, en zegt wat daar nu staat.\nVoorbeeld: terug"),
    "uitslag": (
        "Zegt de uitslag van het examenresultaat dat open is, of van een regel van het dossier: "
        "elke toets met wat de wet vraagt en wat er is gevonden, de certificaten en de "
        "bevindingen. Open een regel voor alles daarover.\n"
        "Voorbeeld: uitslag 3"
    ),
    "bevindingen": (
        "Zegt wat DUO zou melden over wat open is. Is er niets open, of typt u school, dan telt "
        "het elk signaal in de hele school; open een signaal om te horen bij wie het is.\n"
        "Voorbeeld: bevindingen school"
    ),
    "historie": (
        "Noemt elke stand die er was van wat open is, of van een regel van het dossier. Open een "
        "stand om te horen wat er veranderde.\n"
        "Voorbeeld: historie 2"
    ),
    "vakken": (
        "Noemt de vakken waarin cijfers kunnen worden ingevoerd; met tekst alleen die met elk van "
        "de woorden: jaar, niveau of naam.\n"
        "Voorbeeld: vakken 2025 havo ned"
    ),
    "cijfers": (
        "Vraagt de cijfers van een vak van de lijst, kandidaat na kandidaat, vanaf de kolom die u "
        "noemt. Elk antwoord is meteen vastgelegd. Typ daar ? voor wat er nog meer kan: opnieuw "
        "nazien, scores, plakken en uitproberen.\n"
        "Voorbeeld: cijfers 3 CE1"
    ),
    "kandidaat": (
        "Vraagt alle cijfers van een examenresultaat, resultaat na resultaat; verder als cijfers.\n"
        "Voorbeeld: kandidaat 3"
    ),
    "wijzig": (
        "Noemt wat er kan met de student, de inschrijving of het examenresultaat dat open is: "
        "toevoegen, wijzigen, een herkansing, een cijferlijst, de uitslag vaststellen, "
        "terugtrekken, verwijderen. Is een resultaat open, of een bevinding daarover, dan kan ook "
        "dat ene resultaat. Een nummer doet dat, en hulp met het nummer legt het uit. Waar "
        "gegevens nodig zijn gaat een formulier open, en daar zegt hulp wat er kan.\n"
        "Voorbeeld: wijzig, dan hulp 2, en dan wijzig 2"
    ),
    "nieuw": (
        "Opent het formulier van een nieuwe student, en na klaar het dossier; daar voegt wijzig "
        "een inschrijving en een examenresultaat toe.\n"
        "Voorbeeld: nieuw, 1 999990020, 4 1-3-2006, 5 vrouw, klaar"
    ),
    "verdeling": (
        "Telt hoe vaak elk cijfer voorkomt bij een vak van de lijst, voor SE, CE en eindcijfer.\n"
        "Voorbeeld: verdeling 1"
    ),
    "groep": (
        "Noemt de kandidaten die elk van de woorden hebben, om er samen iets mee te doen. Wie al "
        "gekozen is blijft dat.\n"
        "Voorbeeld: groep 2025 havo"
    ),
    "filter": (
        "Laat van de groep alleen zien wie eraan voldoet; een deel van de naam van het filter is "
        "genoeg. Zonder woord hoort u welke filters er zijn.\n"
        "Voorbeeld: filter open"
    ),
    "kies": (
        "Kiest kandidaten van de groep op het nummer van de regel, of laat ze weer los; kies alle "
        "en kies geen doen dat met iedereen die u ziet. Zonder meer: wie er zijn gekozen.\n"
        "Voorbeeld: kies 1 3-5"
    ),
    "doe": (
        "Noemt wat er kan met wie gekozen zijn; met een nummer doet het dat. Een voorstel zegt "
        "eerst van ieder wat er verandert en wacht op vastleggen; een taak zegt hoe ver zij is.\n"
        "Voorbeeld: doe 1"
    ),
    "vastleggen": (
        "Legt vast wat een voorstel voor de groep zei, als u het aantal typt dat wordt gevraagd.\n"
        "Voorbeeld: vastleggen"
    ),
    "slaging": ("Telt per examenjaar en opleiding wie er slaagden.\nVoorbeeld: slaging"),
    "werk": (
        "Telt per vak de cijfers die er nog niet zijn, en hoeveel er per dag is geboekt.\n"
        "Voorbeeld: werk"
    ),
    "ongedaan": (
        "Maakt uw laatste stap ongedaan, waar die ook was, en zegt welke. Nog eens gaat een stap "
        "verder terug. Het kan zolang niemand er iets overheen heeft geboekt en het niet is "
        "geleverd.\n"
        "Voorbeeld: ongedaan"
    ),
    "opnieuw": ("Doet de stap weer die u het laatst ongedaan hebt gemaakt.\nVoorbeeld: opnieuw"),
    "berichten": (
        "Noemt elke levering; open er een voor haar meldingen, en een melding voor het antwoord "
        "van DUO.\n"
        "Voorbeeld: berichten"
    ),
    "hulp": (
        "Zegt van elke opdracht in een regel wat zij doet; met een woord alles over die opdracht.\n"
        "Voorbeeld: hulp cijfers"
    ),
    "stop": ("Stopt het programma. Wat is vastgelegd staat in het register.\nVoorbeeld: stop"),
}
"""By the word of the command, in the order of `hulp`: what it does, and what to type."""
