"""Making a levering of what is in a register: of everybody, some students, or what DUO misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path

from attrs import evolve, frozen

from register.bericht import LEVERING, Melding, melding_naar_xml, naam_van, schrijf_bestand
from register.fouten import RegisterFout
from register.opslag import Register
from register.opslag.leveringen import Gemeld, Leveringen
from register.opslag.verzonden import Verzendingen
from register.vavo.inschrijving import Inschrijving
from register.verzending import meldingen
from tui.plaats import eis_register
from tui.werk.levering import KLASSEN
from tui.werk.scholen import kies_school
from tui.werk.studenten import persoonsnummers


@frozen(kw_only=True)
class Gemaakt:
    """A levering that was made: where it is, and how many messages of each name are in it."""

    pad: Path
    aantallen: Counter[str]


def maak_levering(
    register: Path,
    uit: Path | None,
    *,
    brin: str | None,
    personen: Sequence[str] | None,
    alleen_nieuw: bool,
    op: datetime,
    door: str,
    gedaan: Callable[[], None] = lambda: None,
) -> Gemaakt | None:
    """Write the messages about what is in a register, and remember that they were made.

    Args:
        register: the register.
        uit: where to, or None for a name after school and time.
        brin: the school, or None for the only one.
        personen: person numbers of whom it is about, or None for everybody.
        alleen_nieuw: only what was not in a levering.
        op: when.
        door: by whom.
        gedaan: is told of every message that is written.

    Returns:
        What was made, or None when there was nothing to tell.

    Raises:
        RegisterFout: there is no register, or the school is not clear.
    """
    eis_register(register)
    with Verzendingen.open(register) as verzendingen:
        school = kies_school(verzendingen.brins(KLASSEN), brin)
        paren = _paren(verzendingen, school, personen, alleen_nieuw=alleen_nieuw)
        eerste = next(paren, None)
        if eerste is None:
            return None
        pad = uit or Path(f"levering_{school}_{op:%Y%m%d_%H%M%S}.xml")
        standen: list[int] = []
        gemeld: list[Gemeld] = []
        aantallen: Counter[str] = Counter()
        with schrijf_bestand(pad, LEVERING, school) as schrijf:
            for nummer, (melding, nummers) in enumerate(chain([eerste], paren), start=1):
                schrijf(melding_naar_xml(melding))
                aantallen[naam_van(melding).replace("_", " ")] += 1
                standen += nummers
                gemeld.append(Gemeld.van(evolve(melding, nummer=nummer), nummers[0]))
                gedaan()
    with Leveringen.open(register) as leveringen:
        leveringen.bewaar(pad.name, gemeld, standen, op=op, door=door)
    return Gemaakt(pad=pad, aantallen=aantallen)


def _paren(
    verzendingen: Verzendingen, brin: str, personen: Sequence[str] | None, *, alleen_nieuw: bool
) -> Iterator[tuple[Melding, tuple[int, ...]]]:
    """Give the messages with their standen, enrolments first."""
    for klasse in KLASSEN:
        yield from meldingen(
            verzendingen,
            klasse,
            brin=brin,
            met_persoon=klasse is Inschrijving,
            alleen_nieuw=alleen_nieuw,
            personen=personen,
        )


def zoek_personen(pad: Path, studenten: Sequence[str]) -> list[str]:
    """Give the person number of each student, found by one of the student's numbers.

    Raises:
        RegisterFout: there is no register, or a student is unknown.
    """
    uit: list[str] = []
    with Register.open(pad, alleen_lezen=True) as register:
        for nummer in studenten:
            gevonden = persoonsnummers(register, nummer)
            if not gevonden:
                raise RegisterFout(
                    f"de {len(uit) + 1}e student is niet gevonden; geef een studentnummer, BSN of"
                    " onderwijsnummer zoals het in het register staat"
                )
            uit += gevonden
    return uit
