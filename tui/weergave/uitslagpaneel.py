"""What a mark just did, in a few lines under the marks: from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from examen.model import UITSLAGEN, Examenresultaat, resultaten
from examen.uitkomst import VRIJGESTELD, CijferlijstUitkomst, Toets
from register.signaal import Bevinding
from tui.weergave.examenresultaat import Inzicht, resultaatnaam
from tui.weergave.namen import Namen
from tui.weergave.notatie import cijfer, geheel, meervoud

REGELS = 3
"""Lines of the pane."""

_PIJL = "→"


def regels(
    wie: str,
    er: Examenresultaat,
    oud: Inzicht,
    nieuw: Inzicht,
    namen: Namen,
    nummer: str,
) -> tuple[str, str, str]:
    """Say what follows from an examenresultaat, and what is different from before.

    Args:
        wie: whose it is.
        er: as it is now.
        oud: what followed before.
        nieuw: what follows now.
        namen: names of codes.
        nummer: the result that was changed.
    """
    naam_van = {r.resultaatvolgnummer: resultaatnaam(r, namen) for r in resultaten(er)}
    return (
        " · ".join([wie, *_eindcijfer(nummer, naam_van, oud, nieuw), *_uitslagen(oud, nieuw)]),
        "; ".join(_toetsen(oud, nieuw)),
        " · ".join([*_bevindingen(oud, nieuw), *_nodig(nieuw, naam_van)]),
    )


def _pijl(oud: str, nieuw: str) -> str:
    """Write a value that may have changed, also for who sees no colours."""
    return nieuw if oud == nieuw else f"{oud or '–'}{_PIJL}{nieuw or '–'}"


def _eindcijfer(
    nummer: str, naam_van: Mapping[str, str], oud: Inzicht, nieuw: Inzicht
) -> Iterator[str]:
    was, is_ = (geheel(inzicht.uitkomst.eindcijfers.get(nummer)) for inzicht in (oud, nieuw))
    if was or is_:
        yield f"{naam_van.get(nummer, nummer)} eind {_pijl(was, is_)}"


def _uitslagen(oud: Inzicht, nieuw: Inzicht) -> Iterator[str]:
    was = {lijst.opleiding: lijst for lijst in oud.uitkomst.cijferlijsten}
    for lijst in nieuw.uitkomst.cijferlijsten:
        eerder = was.get(lijst.opleiding)
        yield _pijl(_uitslag(eerder), _uitslag(lijst))
        combinatie = _pijl(_combinatie(eerder), _combinatie(lijst))
        if combinatie:
            yield f"comb. {combinatie}"
    if not nieuw.uitkomst.cijferlijsten:
        yield "geen cijferlijst"


def _uitslag(lijst: CijferlijstUitkomst | None) -> str:
    if lijst is None:
        return ""
    return UITSLAGEN[lijst.uitslag].upper() + (" cum laude" if lijst.cum_laude else "")


def _combinatie(lijst: CijferlijstUitkomst | None) -> str:
    if lijst is None or lijst.combinatiecijfer is None:
        return ""
    return "vrij" if lijst.combinatiecijfer == VRIJGESTELD else str(lijst.combinatiecijfer)


def _toetsen(oud: Inzicht, nieuw: Inzicht) -> Iterator[str]:
    """Name the toetsen that turned first, then those that are not met."""
    was = {(lijst.opleiding, t.eis): t.voldaan for lijst, t in _alle(oud)}
    gekeerd, staan = [], []
    for lijst, toets in _alle(nieuw):
        eerder = was.get((lijst.opleiding, toets.eis), toets.voldaan)
        if eerder != toets.voldaan:
            hoe = {True: "NU VOLDAAN", False: "NU NIET VOLDAAN", None: "NU ONBEKEND"}[toets.voldaan]
            gekeerd.append(f"{hoe}: {_toets(toets)}")
        elif toets.voldaan is False:
            staan.append(f"niet voldaan: {_toets(toets)}")
    yield from gekeerd
    yield from staan
    if not gekeerd and not staan and nieuw.uitkomst.cijferlijsten:
        yield "alle toetsen voldaan"


def _alle(inzicht: Inzicht) -> Iterator[tuple[CijferlijstUitkomst, Toets]]:
    return ((lijst, toets) for lijst in inzicht.uitkomst.cijferlijsten for toets in lijst.toetsen)


def _toets(toets: Toets) -> str:
    return f"{toets.eis} ({toets.gevonden})" if toets.gevonden else toets.eis


def _bevindingen(oud: Inzicht, nieuw: Inzicht) -> Iterator[str]:
    """Count the findings; name those that came and went."""
    erbij = [een for een in nieuw.bevindingen if een not in oud.bevindingen]
    weg = [een for een in oud.bevindingen if een not in nieuw.bevindingen]
    yield meervoud(len(nieuw.bevindingen), "bevinding", "bevindingen")
    yield from (f"+ {een.signaal.naam}" for een in _zonder_dubbele(erbij))
    yield from (f"− {een.signaal.naam}" for een in _zonder_dubbele(weg))


def _zonder_dubbele(bevindingen: list[Bevinding]) -> list[Bevinding]:
    return list({een.signaal.id: een for een in bevindingen}.values())


def _nodig(nieuw: Inzicht, naam_van: Mapping[str, str]) -> Iterator[str]:
    for een in nieuw.nodig:
        vak = naam_van.get(een.resultaatvolgnummer, een.vak)
        geen = "met geen enkel CE-cijfer geslaagd"
        genoeg = geen if een.cijfer is None else f"CE {cijfer(een.cijfer)}"
        yield f"nodig {vak}: {genoeg}"
