"""A form on screen: a row per field, and what to say about the one at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from register.velduitleg import uitleg as velduitleg
from tui.formulier.boom import Blok, Groep, Invulveld
from tui.formulier.formulier import VAST, Formulier
from tui.formulier.regels import Ding, Regel, Rest
from tui.formulier.samenloop import Botsing
from tui.formulier.tekst import schrijf, vorm
from tui.weergave.details import Paar
from tui.weergave.notatie import meervoud, moment
from tui.weergave.tabel import Kolom, Rij, Toon

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Stand

_LABEL = 34
_MERK = 1
_INSPRINGING = 2
KOLOMMEN = (
    Kolom(kop="", breedte=_LABEL),
    Kolom(kop="", breedte=_MERK),
    Kolom(kop="", breedte=20, rekt=True),
)
VOOR_DE_TEKST = _LABEL + _MERK + 2
"""Cells before what is typed."""
FOUT, LEEG, SCHRIJFMERK = "!", "*", "│"
_SAMENVATTING = 4
"""Values by which a closed member is known."""
_GENOEMD = 4
"""Changes that are named one by one; the history has them all."""


_NIET_VERPLICHT = (
    "niet om vast te leggen; vraagt DUO dit en blijft het leeg, dan is er een bevinding"
)


def rijen(formulier: Formulier, breedte: int) -> list[Rij]:
    """Make the rows of a form on a screen of this width."""
    ruimte = max(breedte - VOOR_DE_TEKST, 2)
    return [
        _rij(formulier, regel, ruimte, hier=nummer == formulier.cursor)
        for nummer, regel in enumerate(formulier.regels)
    ]


def toelichting(formulier: Formulier) -> str:
    """Say what is wrong with the row at hand, or what can be done there; names actions."""
    ding = formulier.regel.ding
    if bezwaar := formulier.bezwaar(ding):
        label = f"{ding.veld.label}: " if isinstance(ding, Invulveld) else ""
        return f"{label}{bezwaar}"
    match ding:
        case Invulveld(vast=True):
            return VAST
        case Invulveld():
            kies = "{formulier.keuzen} kiest · " if formulier.keuzelijst() else ""
            return kies + f"{ding.veld.label}: {vorm(ding.veld)}".removesuffix(": ")
        case Rest():
            return "Enter toont de overige gegevens, de spatiebalk sluit ze weer."
        case Groep():
            return "{formulier.voeg_toe} voegt toe."
        case Blok():
            return (
                "Enter opent, de spatiebalk sluit; {formulier.voeg_toe} nog een, "
                "{formulier.haal_weg} haalt weg, {formulier.schuif} schuift omhoog."
            )


def uitleg(formulier: Formulier) -> list[Paar]:
    """All about the row at hand; an empty text is left out."""
    ding = formulier.regel.ding
    paren = [
        ("veld", plaatsnaam(formulier)),
        ("klopt niet", formulier.bezwaar(ding)),
        ("intussen", "" if isinstance(ding, Rest) else ding.opmerking),
    ]
    if not isinstance(ding, Invulveld):
        return [paar for paar in [*paren, ("kan", toelichting(formulier))] if paar[1]]
    veld = ding.veld
    paren += [
        ("wat het is", velduitleg(ding.ouder.klasse, ding.naam)),
        ("staat er", " ".join(filter(None, (ding.tekst, formulier.naam(ding))))),
        ("mag", VAST if ding.vast else vorm(veld) or "elke tekst"),
        (
            "gevraagd",
            "ja, dit veld is verplicht" if ding.verplicht else _NIET_VERPLICHT,
        ),
        ("lijst", "{formulier.keuzen} toont wat u kunt kiezen" if formulier.keuzelijst() else ""),
        ("bron van het veld", veld.bron),
    ]
    return [(label, tekst) for label, tekst in paren if tekst]


def conflict(
    wat: str, intussen: Iterable[tuple[Stand, Sequence[str]]], botsingen: Sequence[Botsing]
) -> str:
    """Say who changed what and when since a form was opened, and what both changed.

    Args:
        wat: what the form changes.
        intussen: the standen since, each with the names of what it changed.
        botsingen: what both changed.
    """
    wie = [
        f"{stand.geboekt.door} op {moment(stand.geboekt.op)} ({_opsomming(wijzigde)})"
        for stand, wijzigde in intussen
    ]
    beide = [f"{een.waar} (u: {een.getypt}, nu: {een.nu})" for een in botsingen]
    samen = f"; allebei gewijzigd: {_opsomming(beide)}" if beide else ""
    return (
        f"niet vastgelegd: {wat} is intussen gewijzigd door {_opsomming(wie)}{samen}. "
        "Wat u typte staat er nog; {formulier.vastleggen} legt het vast."
    )


def _opsomming(namen: Sequence[str]) -> str:
    rest = len(namen) - _GENOEMD
    return ", ".join(namen[:_GENOEMD]) + (f" en nog {rest}" if rest > 0 else "")


def plaatsnaam(formulier: Formulier) -> str:
    """Name the row at hand, with what it is in."""
    regels = formulier.regels[: formulier.cursor + 1]
    namen = [regels[-1].label]
    diepte = regels[-1].diepte
    for regel in reversed(regels):
        if regel.diepte < diepte:
            diepte = regel.diepte
            if isinstance(regel.ding, Blok):  # a list is named by its member
                namen.insert(0, regel.label)
    return ", ".join(namen)


def _rij(formulier: Formulier, regel: Regel, ruimte: int, *, hier: bool) -> Rij:
    ding = regel.ding
    marge = " " * (_INSPRINGING * regel.diepte)
    bezwaar = formulier.bezwaar(ding)
    match ding:
        case Invulveld():
            merk = FOUT if ding.zin else LEEG if bezwaar else ""
            tekst = _veldtekst(formulier, ding, ruimte, hier=hier)
            toon = Toon.LET_OP if ding.zin and not hier else Toon.GEWOON
            return Rij((marge + regel.label, merk, tekst), toon)
        case Rest():
            teken = "-" if formulier.is_open(ding) else "+"
            tekst = bezwaar or f"{meervoud(ding.aantal, 'gegeven', 'gegevens')}"
        case Blok():
            teken = "-" if ding.open else "+"
            tekst = "" if ding.open else samenvatting(formulier, ding)
        case Groep():
            teken = ""
            tekst = f"({len(ding.leden)})" if ding.leden else "geen"
    label = f"{marge}{teken} {regel.label}" if teken else f"{marge}{regel.label}"
    return Rij((label, FOUT if bezwaar else "", _met_opmerking(tekst, ding)), Toon.KOP)


def samenvatting(formulier: Formulier, blok: Blok) -> str:
    """Know a closed member by its first values."""
    delen: list[str] = []
    for invulveld in blok.velden():
        waarde = invulveld.waarde
        if waarde is None or waarde is False:
            continue
        naam = invulveld.veld.label if waarde is True else formulier.naam(invulveld)
        delen.append(naam or schrijf(invulveld.veld, waarde))
    delen += [
        f"{groep.attribuut.veld.label} {len(groep.leden)}"
        for groep in blok.delen.values()
        if isinstance(groep, Groep) and groep.leden
    ]
    return " · ".join(delen[:_SAMENVATTING])


def _veldtekst(formulier: Formulier, invulveld: Invulveld, ruimte: int, *, hier: bool) -> str:
    """Give what is typed, with the writing mark when it is typed now, and what it means."""
    tekst = invulveld.tekst
    if hier and formulier.typt:
        tekst = _venster(f"{tekst[: formulier.plek]}{SCHRIJFMERK}{tekst[formulier.plek :]}", ruimte)
    naam = formulier.naam(invulveld)
    voluit = "" if invulveld.waarde is None else schrijf(invulveld.veld, invulveld.waarde)
    if not naam and voluit != invulveld.tekst:
        naam = voluit
    return _met_opmerking(f"{tekst}  {naam}" if naam else tekst, invulveld)


def _met_opmerking(tekst: str, ding: Ding) -> str:
    """Say behind a row what happened to it meanwhile."""
    if isinstance(ding, Rest) or not ding.opmerking:
        return tekst
    return f"{tekst}  ({ding.opmerking})".lstrip()


def _venster(tekst: str, ruimte: int) -> str:
    """Give the part of a text around its writing mark that fits."""
    begin = max(tekst.index(SCHRIJFMERK) + 2 - ruimte, 0)
    return f"…{tekst[begin + 1 :]}" if begin else tekst
