"""The rows of a form as lines with a number, and what is typed behind one.

The number of a row says where it is: 8.2.4 is the fourth field of the second of row 8. It stays the
same whatever else is open, so that it can be typed long after it was heard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from register.velden import Soort
from tui.formulier.boom import ONTBREEKT, Blok, Groep, Invulveld
from tui.formulier.formulier import Formulier
from tui.formulier.keuzelijst import Keuze
from tui.formulier.regels import Ding, Regel, Rest
from tui.formulier.tekst import schrijf
from tui.plat.keuze import genoemd
from tui.plat.verhaal import PlatFout
from tui.weergave import formulier as weergave
from tui.weergave.notatie import meervoud

WISSEN = "!"
"""What is typed to empty a field."""
_WOORDEN = {
    "formulier.vastleggen": "klaar",
    "formulier.voeg_toe": "erbij",
    "formulier.haal_weg": "eraf",
    "formulier.zet_terug": "herstel",
    "formulier.schuif": "omhoog",
    "formulier.keuzen": "hulp NUMMER WOORD",
}
"""What is typed here for an action of the screen of a form."""
_JA_NEE = {"ja": "J", "nee": "N"}


def gesproken(tekst: str) -> str:
    """Put what is typed here in a text that names actions."""
    return re.sub(r"\{([\w.]+)\}", lambda naam: _WOORDEN.get(naam[1], naam[0]), tekst)


def nummers(regels: Sequence[Regel]) -> list[str]:
    """Give the number of each row."""
    teller: list[int] = []
    gevonden = []
    for een in regels:
        del teller[een.diepte + 1 :]
        teller.extend([0] * (een.diepte + 1 - len(teller)))
        teller[een.diepte] += 1
        gevonden.append(".".join(map(str, teller)))
    return gevonden


def nummer(formulier: Formulier) -> str:
    """Give the number of the row at hand."""
    return nummers(formulier.regels)[formulier.cursor]


def ga_naar(formulier: Formulier, gevraagd: str) -> None:
    """Go to the row of a number, opening what it is in.

    Raises:
        PlatFout: there is no such row.
    """
    delen = gevraagd.split(".")
    for tot in range(1, len(delen) + 1):
        alle = nummers(formulier.regels)
        hier = ".".join(delen[:tot])
        if hier not in alle:
            raise PlatFout(f"“{gevraagd}” is geen regel van dit formulier; open zegt ze")
        formulier.ga_naar(alle.index(hier))
        if tot < len(delen):
            _open(formulier)


def alles(formulier: Formulier) -> list[str]:
    """Say the whole form: its fields, and every part in one line."""
    hier = nummer(formulier)
    _sluit(formulier)
    regels = _gezegd(formulier, "")
    ga_naar(formulier, hier)
    return regels


def onderdeel(formulier: Formulier) -> list[str]:
    """Say the row at hand and what is in it."""
    hier = nummer(formulier)
    _sluit(formulier)
    ga_naar(formulier, hier)
    kop = deze(formulier)
    _open(formulier)
    return [kop, *_gezegd(formulier, f"{hier}.")]


def deze(formulier: Formulier) -> str:
    """Say the row at hand."""
    return _zin(formulier, nummer(formulier), formulier.regel)


def gewijzigd(formulier: Formulier) -> list[str]:
    """Say the rows with which something happened meanwhile."""
    return [
        _zin(formulier, hier, een)
        for hier, een in _genummerd(formulier)
        if not isinstance(een.ding, Rest) and een.ding.opmerking
    ]


def _genummerd(formulier: Formulier) -> Iterator[tuple[str, Regel]]:
    alle = formulier.regels
    return zip(nummers(alle), alle, strict=True)


def _zin(formulier: Formulier, hier: str, een: Regel) -> str:
    """Say a row: its number, label, what stands there and what is wrong with it."""
    ding = een.ding
    extra = [] if isinstance(ding, Rest) else [ding.opmerking]
    if isinstance(ding, Invulveld) and ding.vast:
        extra.append("ligt vast")
    achter = "".join(f" ({tekst})" for tekst in extra if tekst)
    bezwaar = ding.zin if isinstance(ding, Invulveld) else formulier.bezwaar(ding)
    gezegd = f"{hier}. {een.label}: {inhoud(formulier, ding)}{achter}"
    return f"{gezegd}; {bezwaar}" if bezwaar else gezegd


def inhoud(formulier: Formulier, ding: Ding) -> str:
    """Say what stands in a row."""
    match ding:
        case Invulveld():
            naam = formulier.naam(ding)
            if ding.veld.soort is Soort.JA_NEE:
                return naam or ding.tekst
            voluit = "" if ding.waarde is None else schrijf(ding.veld, ding.waarde)
            leeg = "leeg, verplicht" if ding.bezwaar == ONTBREEKT else "leeg"
            return " ".join(filter(None, (voluit or ding.tekst, naam))) or leeg
        case Blok():
            return weergave.samenvatting(formulier, ding) or "leeg"
        case Groep():
            return str(len(ding.leden)) if ding.leden else "geen"
        case Rest():
            return meervoud(ding.aantal, "gegeven", "gegevens")


def vul(formulier: Formulier, tekst: str) -> str:
    """Put a text in the row at hand and say what stands there now; a part of a name chooses it.

    Raises:
        PlatFout: the row is no field that can be changed, or the text is no value of it; then what
            stood there stays.
    """
    ding = formulier.regel.ding
    if isinstance(ding, Groep) and ding.attribuut.klasse is None:
        return _vul_nieuw(formulier, tekst)
    if not isinstance(ding, Invulveld):
        hier = nummer(formulier)
        raise PlatFout(f"{hier} is geen veld; open {hier} zegt wat erin staat")
    if ding.veld.soort is Soort.JA_NEE:
        tekst = _JA_NEE.get(tekst.casefold(), tekst)
    eerder = ding.tekst
    gevolg = formulier.vul("" if tekst == WISSEN else tekst)
    if gevolg.bel:
        raise PlatFout(gevolg.melding)
    if ding.zin:
        waarom, gevonden = ding.zin, _bedoeld(formulier, tekst)
        formulier.vul(gevonden[0].code if len(gevonden) == 1 else eerder)
        if len(gevonden) > 1:
            raise PlatFout("\n".join([f"“{tekst}” kan zijn:", *genoemd(gevonden)]))
        if not gevonden:
            raise PlatFout(f"{ding.veld.label}: {waarom}")
    return f"{weergave.plaatsnaam(formulier)}: {inhoud(formulier, ding)}"


def _vul_nieuw(formulier: Formulier, tekst: str) -> str:
    """Add a value to a list of them."""
    formulier.druk("f6")
    try:
        return vul(formulier, tekst)
    except PlatFout:
        formulier.druk("f7")
        raise


def _bedoeld(formulier: Formulier, tekst: str) -> Sequence[Keuze]:
    """Give the choices in the row at hand that a text can mean."""
    keuzelijst = formulier.keuzelijst()
    return keuzelijst.bedoeld(tekst) if keuzelijst else ()


def _gezegd(formulier: Formulier, onder: str) -> list[str]:
    return [
        _zin(formulier, hier, een) for hier, een in _genummerd(formulier) if hier.startswith(onder)
    ]


def _open(formulier: Formulier) -> None:
    """Let what is in the row at hand show; the members of a list do anyhow."""
    if isinstance(formulier.regel.ding, Blok | Rest):
        formulier.druk("right")


def _sluit(formulier: Formulier) -> None:
    """Let only the rows of the whole show, from within so that all is closed."""
    for plaats, een in reversed(list(enumerate(formulier.regels))):
        if isinstance(een.ding, Blok | Rest):
            formulier.ga_naar(plaats)
            formulier.druk("left")
