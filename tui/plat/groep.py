"""Pages of many candidates: the list to choose from, the acts, and what an act would do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from examen.model import Examenresultaat
from register.opslag import soort_van
from tui.groep.daden import Daad
from tui.groep.lijst import Filter, Groepslijst
from tui.groep.regel import Groepsregel, Groepsvoorstel, tel
from tui.inzage import Inzage
from tui.plat.bladzijden import details, stand
from tui.plat.verhaal import Bladzijde, PlatFout, Verhaal, Voorstel, Zin, zinnen
from tui.weergave import groep as groepweergave

GENOEMD = 20
"""Candidates named at most; whoever needs others types more words."""
_EXAMEN = soort_van(Examenresultaat)
_UITGESPROKEN = {"–": "leeg", "→": "wordt", "=": "gelijk"}
"""Signs that a screen reader passes over, and that say here what was and what becomes."""


def kandidaten(lijst: Groepslijst) -> Bladzijde:
    """The candidates of a list that show, and who of them are chosen."""

    def vertel(inzage: Inzage) -> Verhaal:
        lijst.vervang(inzage.groepswerk.regels())
        rijen = groepweergave.Kandidaatrijen(lijst)[:GENOEMD]
        gezegd = (evolve(rij, cellen=(_gekozen(rij.cellen[0]), *rij.cellen[1:])) for rij in rijen)
        return Verhaal(
            zinnen=(*_gesproken(zinnen(groepweergave.KOLOMMEN, gezegd)), *_slot(lijst)),
            opent=lambda regel: stand(_EXAMEN, regel.sleutel),
            groep=lijst,
        )

    return Bladzijde(kruim="kandidaten", vertel=vertel)


def _gesproken(regels: Iterable[Zin]) -> Iterator[Zin]:
    return (evolve(zin, tekst=_spreek(zin.tekst)) for zin in regels)


def _spreek(tekst: str) -> str:
    return " ".join(_UITGESPROKEN.get(woord, woord) for woord in tekst.split(" "))


def _gekozen(teken: str) -> str:
    return "gekozen" if teken else ""


def _slot(lijst: Groepslijst) -> Iterator[Zin]:
    if len(lijst.zichtbaar) > GENOEMD:
        yield Zin(f"Dit zijn de eerste {GENOEMD}; typ groep met meer woorden voor minder.")
    yield Zin(f"{lijst.telling} · {lijst.filter.value}")


def kies(lijst: Groepslijst, wie: str, genoemd: Sequence[Groepsregel]) -> None:
    """Choose all who show, nobody, or by number: each of those, or no more.

    Raises:
        PlatFout: no number of a line; nobody is chosen then.
    """
    if wie == "alle":
        lijst.gekozen |= {regel.sleutel for regel in lijst.zichtbaar}
    elif wie == "geen":
        lijst.gekozen.clear()
    else:
        for regel in [een for deel in wie.split() for een in _van_tot(deel, genoemd)]:
            lijst.kies(regel)


def _van_tot(deel: str, genoemd: Sequence[Groepsregel]) -> Sequence[Groepsregel]:
    """Give the lines of a number such as 3, or of a row of them such as 3-7."""
    van, streep, tot = deel.partition("-")
    eind = tot if streep else van
    if van.isdecimal() and eind.isdecimal() and 1 <= int(van) <= int(eind) <= len(genoemd):
        return genoemd[int(van) - 1 : int(eind)]
    raise PlatFout(
        f"“{deel}” is geen regel van de lijst; typ kies met nummers zoals 1 3-5, alle of geen"
    )


def filter_van(gezocht: str) -> Filter:
    """Find a filter by a part of its words.

    Raises:
        PlatFout: there is none, or more than one; names those that it could be.
    """
    gevonden = [een for een in Filter if gezocht.casefold() in een.value]
    if len(gevonden) != 1:
        keuzen = ", ".join(een.value for een in gevonden or Filter)
        raise PlatFout(f"kies een filter: {keuzen}")
    return gevonden[0]


def doen(alle: Sequence[Daad], wie: str) -> Bladzijde:
    """The acts on who is chosen."""
    regels = (Zin(f"{daad.naam}: {daad.wat}", daad) for daad in alle)
    verhaal = Verhaal(zinnen=(Zin(wie), *regels))
    return Bladzijde(kruim="doen", vertel=lambda _: verhaal)


def voorstel(wat: Voorstel) -> Bladzijde:
    """What an act would do to each; said again it is the same, for that is what is booked."""
    rijen = groepweergave.voorstelrijen(wat.alle)
    regels = (
        evolve(zin, verwijst=zin.verwijst if isinstance(zin.verwijst, Groepsvoorstel) else None)
        for zin in _gesproken(zinnen(groepweergave.VOORSTELKOLOMMEN, rijen))
    )
    raad = "Typ vastleggen om dit vast te leggen, een nummer voor alles van die kandidaat."
    verhaal = Verhaal(
        zinnen=(
            *regels,
            Zin(groepweergave.voorsteltelling(wat.alle)),
            Zin(raad if tel(wat.alle).goed else "Er is niets vast te leggen."),
        ),
        opent=_kandidaat,
        voorstel=wat,
    )
    return Bladzijde(kruim="voorstel", vertel=lambda _: verhaal)


def _kandidaat(een: Groepsvoorstel) -> Bladzijde:
    """All that changes for one candidate."""
    paren = groepweergave.voorsteldetails(een)
    return details("kandidaat", [(label, _spreek(inhoud)) for label, inhoud in paren])
