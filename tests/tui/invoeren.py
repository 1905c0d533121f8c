"""A school at which many enter marks at once: who, of which vak, and how they get there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from examen.model import Examenresultaat
from register.opslag import Register
from tests.momenten import BOEKING
from tests.schoon import schoon
from tests.tui.klas import persoonsnummer
from tests.tui.terminal import Terminal

F9, ENTER = "\x1b[20~", "\r"

KANDIDATEN = 8
"""Of each niveau."""

BEHEERDERS = {
    f"beheerder{nummer}": (niveau, vak)
    for nummer, (niveau, vak) in enumerate(
        (niveau, vak)
        for niveau in ("havo", "vwo")
        for vak in ("1001", "1002", "1003", "1021", "1022")
    )
}
"""Ten who each enter the SE of a vak; five at a time of the same candidates."""


def kandidaten() -> Iterator[Examenresultaat]:
    """Give the candidates of both niveaus, who have every mark already, so that each changes."""
    for niveau, begin in (("HAVO", 1), ("VWO_ATH", 1 + KANDIDATEN)):
        for nummer in range(begin, begin + KANDIDATEN):
            yield evolve(
                schoon(niveau),
                burgerservicenummer=None,
                onderwijsnummer=persoonsnummer(nummer),
                examenresultaatvolgnummer=f"ER{nummer:02}",
            )


def vul(register: Path) -> None:
    """Make the school's register."""
    with Register.open(register) as opslag:
        opslag.boek_alle(list(kandidaten()), **BOEKING)


def naar_vak(terminal: Terminal, niveau: str, vak: str) -> None:
    """Open the sheet of a vak from the first screen."""
    terminal.wacht(lambda scherm: "gevonden." in scherm, hoogstens=60)  # ten may be starting
    terminal.typ(F9)
    terminal.wacht(lambda scherm: "Cijfers invoeren per vak" in scherm)
    terminal.typ(ENTER)
    terminal.wacht(lambda scherm: " vakken" in scherm)
    terminal.typ(f"{niveau} {vak}")
    terminal.wacht(lambda scherm: "1 van " in scherm)
    terminal.typ(ENTER)
    terminal.wacht(lambda scherm: "ingevoerd" in scherm)


def kolom_se(scherm: str) -> list[str]:
    """Give what the sheet of a vak shows under SE, row by row; nothing on another screen."""
    kop, _, rijen = scherm.partition(" SE ")
    einde = len(kop.splitlines()[-1]) + len(" SE") if rijen else 0
    return [rij[:einde].split()[-1] for rij in rijen.splitlines() if "  (ER" in rij]
