"""Where a command can go: what can be typed on any screen besides its actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from register.signaal import catalogus
from tui.inzage import Inzage
from tui.schermen.basis import Scherm
from tui.schermen.details import DetailScherm
from tui.schermen.dossier import DossierScherm
from tui.schermen.menu import KEUZES
from tui.weergave import bevindingen
from tui.weergave.notatie import meervoud
from tui.wegwijzer import Ingang

_GENOEG = 100
"""Students looked for before it is clear enough that there are many."""


def bestemmingen(scherm: Scherm) -> list[Ingang]:
    """Give every place to go from a screen."""
    gericht = (
        Ingang(
            naam="student",
            vraagt="NUMMER of NAAM",
            uitleg="Opent het dossier van een student.",
            doe=partial(_student, scherm),
        ),
        Ingang(
            naam="vak",
            vraagt="CODE of NAAM",
            uitleg="Cijfers invoeren van een vak.",
            doe=partial(_vak, scherm),
            namen=partial(_vaknamen, scherm),
        ),
        Ingang(
            naam="signaal",
            vraagt="NAAM",
            uitleg="Wat een signaal van DUO betekent en wat u kunt doen.",
            doe=partial(_signaal, scherm),
            namen=_signaalnamen,
        ),
    )
    menu = [
        Ingang(
            naam=titel[:1].lower() + titel[1:],
            uitleg=uitleg[:1].upper() + uitleg[1:] + ".",
            doe=partial(_open, scherm, maakt),
        )
        for titel, uitleg, maakt in KEUZES
    ]
    return [*gericht, *menu]


async def _open(scherm: Scherm, maakt: Callable[..., Scherm], rest: str) -> None:
    del rest
    if await scherm.verlaat():
        await scherm.app.push_screen(maakt(scherm.leesdraad))


async def _student(scherm: Scherm, wie: str) -> None:
    """Open a dossier; of more than one that is meant, say how many."""
    gevonden = await scherm.vraag(lambda inzage: inzage.zoek_studenten(wie, _GENOEG))
    if gevonden is None:
        return
    precies = [een for een in gevonden if wie in (een.studentnummer, een.persoon)]
    kan = precies or list(gevonden)
    if not kan:
        scherm.meld(f"Geen student gevonden met “{wie}”.")
    elif len(kan) > 1:
        aantal = meervoud(len(kan), "student", "studenten")
        scherm.meld(f"“{wie}” past op {aantal}; typ het nummer of meer van de naam.")
    elif await scherm.verlaat():
        await scherm.app.push_screen(DossierScherm(scherm.leesdraad, kan[0]))


async def _vak(scherm: Scherm, gezocht: str) -> None:
    """Show the vakken that are meant."""
    from tui.schermen.vakken import VakkenScherm  # noqa: PLC0415 (loads the storage libraries)

    if await scherm.verlaat():
        await scherm.app.push_screen(VakkenScherm(scherm.leesdraad, gezocht))


async def _vaknamen(scherm: Scherm) -> Sequence[str]:
    """Give the names of the vakken that candidates have."""

    def namen(inzage: Inzage) -> set[str]:
        groepen = inzage.vakgroepen()
        return {inzage.namen.vak(een.vak, een.niveau, een.regime) for een in groepen}

    return sorted(await scherm.vraag(namen) or ())


async def _signaalnamen() -> Sequence[str]:
    """Give the names of DUO's signals."""
    return sorted({signaal.naam for signaal in catalogus("vavo").signalen.values()})


async def _signaal(scherm: Scherm, naam: str) -> None:
    """Show the cards of the signals of a name, or what resembles it."""
    vavo = catalogus("vavo")
    lijkend = vavo.lijkt_op(naam)
    kaarten = vavo.zoek(naam) or (vavo.zoek(lijkend[0]) if len(lijkend) == 1 else ())
    if not kaarten:
        raad = f"; bedoelt u {', of '.join(lijkend)}?" if lijkend else "."
        scherm.meld(f"Onbekend signaal “{naam}”{raad}", heel=True)
    elif await scherm.verlaat():
        paren = [paar for kaart in kaarten for paar in bevindingen.kaart(kaart)]
        await scherm.app.push_screen(DetailScherm(scherm.leesdraad, "signaal", lambda _: paren))
