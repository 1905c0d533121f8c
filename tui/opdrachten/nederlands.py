"""Click in Dutch: every sentence that click itself can say to a user."""

from __future__ import annotations

import sys

import click

ZINNEN = {
    "Aborted!": "Afgebroken.",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "Commands": "Opdrachten",
    "Confirm the action without prompting.": "Niet om bevestiging vragen.",
    "Could not open file {filename!r}: {message}": "kan {filename!r} niet openen: {message}",
    "Couldn't detect Bash version, shell completion is not supported.": (
        "Aanvullen kan niet: de versie van Bash is niet te vinden."
    ),
    "Do you want to continue?": "Doorgaan?",
    "Error: The two entered values do not match.": "fout: de twee waarden zijn niet gelijk.",
    "Error: invalid input": "fout: dit is geen geldig antwoord",
    "Error: {message}": "fout: {message}",
    "Invalid value for {param_hint}: {message}": "onjuiste waarde voor {param_hint}: {message}",
    "Invalid value: {message}": "onjuiste waarde: {message}",
    "Missing argument": "er ontbreekt een argument:",
    "Missing command.": "er ontbreekt een opdracht.",
    "Missing option": "er ontbreekt een optie:",
    "Missing parameter": "er ontbreekt iets:",
    "Missing parameter: {param_name}": "er ontbreekt iets: {param_name}",
    "Missing {param_type}": "er ontbreekt iets ({param_type}):",
    "No such command {name!r}.": "onbekende opdracht {name!r}.",
    "No such option {name!r}.": "onbekende optie {name!r}.",
    "Option {name!r} does not take a value.": "optie {name!r} krijgt geen waarde.",
    "Argument {name!r} takes {nargs} values.": "argument {name!r} krijgt {nargs} waarden.",
    "Options": "Opties",
    "Positional arguments": "Argumenten",
    "Press any key to continue...": "Druk op een toets om door te gaan...",
    "Repeat for confirmation": "Nogmaals ter bevestiging",
    "Shell completion is not supported for Bash versions older than 4.4.": (
        "Aanvullen kan vanaf Bash 4.4."
    ),
    "Show the version and exit.": "Toon de versie.",
    "Show this message and exit.": "Toon deze hulp.",
    "Try '{command} {option}' for help.": "Zie '{command} {option}'.",
    "Usage:": "Gebruik:",
    "Value must be an iterable.": "de waarde moet een lijst zijn.",
    "default: {default}": "standaard: {default}",
    "env var: {var}": "omgevingsvariabele: {var}",
    "required": "verplicht",
    "unknown error": "onbekende fout",
    "(dynamic)": "(hangt ervan af)",
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "{len_type} values are required, but {len_value} were given.": (
        "er zijn {len_type} waarden nodig, gegeven: {len_value}."
    ),
    "{name} {filename!r} does not exist.": "{name} {filename!r} bestaat niet.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} is een map.",
    "{name} {filename!r} is a file.": "{name} {filename!r} is een bestand.",
    "{name} {filename!r} is not executable.": "{name} {filename!r} is niet uitvoerbaar.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} is niet te lezen.",
    "{name} {filename!r} is not writable.": "{name} {filename!r} is niet te schrijven.",
    "{value!r} is not a valid UUID.": "{value!r} is geen UUID.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen {number_type}.",
    "{value} is not in the range {range}.": "{value} valt buiten {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "{value!r} is geen ja of nee. Herkend wordt: {states}"
    ),
}
"""What click says, and what it says here."""

ENKEL_EN_MEER = {
    "(Did you mean one of: {possibilities}?)": (
        "Bedoelt u {possibility}?",
        "Bedoelt u een van {possibilities}?",
    ),
    "Got unexpected extra arguments ({args})": (
        "te veel argumenten: {args}",
        "te veel argumenten: {args}",
    ),
    "Option {name!r} requires {nargs} arguments.": (
        "optie {name!r} krijgt een waarde.",
        "optie {name!r} krijgt {nargs} waarden.",
    ),
    "Takes {nargs} values but {len} were given.": (
        "krijgt {nargs} waarden, gegeven: {len}.",
        "krijgt {nargs} waarden, gegeven: {len}.",
    ),
    "{value!r} does not match the formats {formats}.": (
        "{value!r} is geen datum; schrijf bijvoorbeeld 2026-08-01.",
        "{value!r} past bij geen van {formats}.",
    ),
    "{value!r} is not one of {choices}.": (
        "{value!r} is niet {choice}.",
        "{value!r} is geen van {choices}.",
    ),
}
"""Sentences with a singular and a plural, by click's plural."""

_SOORTEN = {
    click.types.StringParamType: "tekst",
    click.types.IntParamType: "getal",
    click.IntRange: "getal",
    click.File: "bestand",
    click.DateTime: "datum",
}


def in_het_nederlands() -> None:
    """Make click speak Dutch, for every command of this program.

    Click asks the gettext of its modules for each sentence; that would take the language of the
    machine and a compiled catalogue on disk. This program speaks Dutch everywhere, so its modules
    get the table above instead. A test holds the table against click's own sentences.
    """
    for naam, module in list(sys.modules.items()):
        if naam.startswith("click.") and "_" in vars(module):
            vars(module).update(_=_vertaal, ngettext=_vertaal_aantal)
    for soort, naam in _SOORTEN.items():
        soort.name = naam


def _vertaal(zin: str) -> str:
    return ZINNEN.get(zin, zin)


def _vertaal_aantal(enkelvoud: str, meervoud: str, aantal: int) -> str:
    een, meer = ENKEL_EN_MEER.get(meervoud, (enkelvoud, meervoud))
    return een if aantal == 1 else meer


def met_nederlandse_woorden(opdracht: click.Command) -> click.Command:
    """Give the command with Dutch words in its usage line, its own commands included."""
    opdracht.options_metavar = "[OPTIES]"
    if isinstance(opdracht, click.Group):
        opdracht.subcommand_metavar = "OPDRACHT [ARGUMENTEN]..."
        for onderdeel in opdracht.commands.values():
            met_nederlandse_woorden(onderdeel)
    return opdracht
