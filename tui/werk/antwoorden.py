"""Keeping what DUO answered to a levering that was made here."""

from __future__ import annotations

from pathlib import Path

from register.bericht.antwoordbestand import lees_antwoorden
from register.fouten import RegisterFout
from register.opslag.leveringen import Levering, Leveringen, Richting
from tui.plaats import eis_register
from tui.werk.levering import KLASSEN


def bewaar_antwoorden(register: Path, bestand: Path, naam: str) -> Levering:
    """Read a file of answers and keep them with the last levering of that name, all or nothing.

    Returns:
        The levering, with its counts as they are now.

    Raises:
        RegisterFout: there is no register or no such levering, or an answer is to no message of it.
        InvoerFout: the file is no file of answers.
    """
    eis_register(register)
    with bestand.open("rb") as bron:
        antwoorden = list(lees_antwoorden(bron, KLASSEN))
    with Leveringen.open(register) as leveringen:
        gemaakt = [een for een in leveringen.alle() if een.richting is Richting.UIT]
        gevonden = next((een for een in gemaakt if een.naam == naam), None)
        if gevonden is None:
            raise RegisterFout(
                f"{naam} is hier niet gemaakt; noem de levering met --levering"
                " (vavo bericht lijst toont ze)"
            )
        leveringen.beantwoord(gevonden.nummer, antwoorden)
        return next(een for een in leveringen.alle() if een.nummer == gevonden.nummer)
