"""Whether results are a full exam: every place of the pakket is taken by a vak of its own.

Inrichtingsbesluit WVO art. 26b and 26c, Eindexamenbesluit VO art. 11-13, 22 and 25. Which vakken
may take which place are facts of data/pakket/; that all places can be taken at once is shown here
by giving them out one by one, moving an earlier vak to another place where that helps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from attrs import frozen

from tests.orakel.feiten import Rij, bekende_vakken, pakketdelen, profielen, vakgroepen

WERKSTUK = "WERKSTUK"
"""The code under which the pakketten name the profielwerkstuk or sectorwerkstuk."""


@frozen(kw_only=True, eq=False)
class Plaats:
    """One place of a pakket: the vakcodes that may take it and its examendeel.

    Attributes:
        vrij: open to any subject that counts as a full exam subject.
    """

    vakcodes: frozenset[str]
    examendeel: str | None
    vrij: bool


@frozen(kw_only=True, eq=False)
class Pakket:
    """The places of one full exam.

    Attributes:
        plaatsen: each must have a vak of its own.
        ook_elders: places that may be taken by vakken that hold another place as well.
    """

    plaatsen: tuple[Plaats, ...]
    ook_elders: tuple[tuple[Plaats, ...], ...]


Keuzes = tuple[tuple[Pakket, ...], ...]
"""The ways to a full exam: one of these rows of pakketten, and of a row every one."""


def keuzes(opleiding: Rij, regime: int) -> Keuzes:
    """Give the ways to a full exam for an opleiding; none when it leads to no diploma.

    An opleiding with two profielen asks for both pakketten. One without (vmbo-tl, whose code names
    no sector) is content with any.
    """
    if not opleiding["diplomeerbaar"]:
        return ()
    niveau = opleiding["uitslagniveau"]
    if opleiding["profielen"]:
        return (tuple(pakket(niveau, profiel, regime) for profiel in opleiding["profielen"]),)
    return tuple((pakket(niveau, profiel, regime),) for profiel in profielen(niveau))


@cache
def pakket(uitslagniveau: str, profiel: str, regime: int) -> Pakket:
    """Give the pakket of one profiel, from the tables."""
    plaatsen: list[Plaats] = []
    ook_elders: list[tuple[Plaats, ...]] = []
    for deel in pakketdelen(uitslagniveau, profiel, regime):
        for eis in deel["eis"]:
            plaats = Plaats(
                vakcodes=_uitgewerkt(eis["een_van"]) - _uitgewerkt(eis.get("behalve", [])),
                examendeel=eis.get("examendeel"),
                vrij="*" in eis["een_van"],
            )
            evenveel = (plaats,) * eis.get("aantal", 1)
            if eis.get("ook_elders", False):
                ook_elders.append(evenveel)
            else:
                plaatsen += evenveel
    plaatsen.sort(key=lambda plaats: len(plaats.vakcodes))
    return Pakket(plaatsen=tuple(plaatsen), ook_elders=tuple(ook_elders))


def _uitgewerkt(namen: Iterable[str]) -> frozenset[str]:
    """Give the vakcodes of names of vakken, of groups, of single codes and of "*"."""
    tabel = vakgroepen()
    codes: set[str] = set()
    for naam in namen:
        if naam == "*":
            codes |= bekende_vakken() | {WERKSTUK}
        elif naam in tabel["vakgroep"]:
            codes |= _uitgewerkt(tabel["vakgroep"][naam])
        else:
            codes.update(tabel["vak"].get(naam, [naam]))
    return frozenset(codes)


@cache
def _alleen_met() -> list[tuple[frozenset[str], frozenset[str]]]:
    regels = vakgroepen()["alleen_met"]
    return [(_uitgewerkt([regel["vak"]]), _uitgewerkt([regel["met"]])) for regel in regels]


def mist_drager(code: str, codes: Collection[str]) -> bool:
    """Say whether a vak only counts with another that is not there (wiskunde D without B)."""
    return any(code in alleen and met.isdisjoint(codes) for alleen, met in _alleen_met())


def volledig(codes: Collection[str], manieren: Keuzes) -> bool:
    """Say whether these vakcodes, each a vak of its own, are a full exam in one of the ways."""
    vakken = [code for code in codes if not mist_drager(code, codes)]
    return any(
        all(
            _gevuld(groep, vakken)
            for pakket_ in rij
            for groep in (pakket_.plaatsen, *pakket_.ook_elders)
        )
        for rij in manieren
    )


def _gevuld(plaatsen: Sequence[Plaats], vakken: Sequence[str]) -> bool:
    """Say whether every place can have a vak of its own."""
    bezet: dict[str, Plaats] = {}

    def zet(plaats: Plaats, geprobeerd: set[str]) -> bool:
        for vak in vakken:
            if vak in geprobeerd or vak not in plaats.vakcodes:
                continue
            geprobeerd.add(vak)
            if vak not in bezet or zet(bezet[vak], geprobeerd):
                bezet[vak] = plaats
                return True
        return False

    return all(zet(plaats, set()) for plaats in plaatsen)


def voorgesteld_examendeel(manieren: Keuzes, vak: str) -> str | None:
    """Give the examendeel a subject gets in a proposed cijferlijst: G before P before V.

    None in the vmbo, which does not know them, and for the werkstuk.
    """
    delen = {
        plaats.examendeel
        for rij in manieren
        for pakket_ in rij
        for plaats in pakket_.plaatsen
        if vak in plaats.vakcodes
    }
    return next((deel for deel in "GPV" if deel in delen), None)


def vaste_plaats(manieren: Keuzes, vak: str) -> bool:
    """Say whether a place names this subject, rather than being open to any subject."""
    return any(
        vak in plaats.vakcodes and not plaats.vrij
        for rij in manieren
        for pakket_ in rij
        for plaats in pakket_.plaatsen
    )
