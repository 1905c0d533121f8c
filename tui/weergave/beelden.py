"""Pictures of numbers, drawn with characters: bars with the number always beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from attrs import frozen

from tui.groep.regel import Groepsregel
from tui.weergave.examenresultaat import KORTE_NIVEAUS
from tui.weergave.namen import Namen
from tui.weergave.notatie import cijfer, datum, geheel, meervoud
from tui.weergave.tabel import Rij, Toon, over_alles

BLOKKEN = "█▌"
"""A whole and half a cell of a bar; every font of a terminal has them."""
ASCII = "# "
"""The same where only ASCII can be shown."""

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
"""The days of the week; two letters are enough to know them by."""


def tekens_voor(codering: str) -> str:
    """Give what bars are drawn with on a terminal of this encoding."""
    return BLOKKEN if codering.lower().replace("-", "") == "utf8" else ASCII


def staaf(aantal: int, hoogste: int, breedte: int, tekens: str = BLOKKEN) -> str:
    """Draw a bar; the highest number takes the whole width, and what is not 0 is never empty."""
    if aantal <= 0 or hoogste <= 0:
        return ""
    helften = max(aantal * breedte * 2 // hoogste, 1)
    heel, half = tekens[0], tekens[1]
    return (heel * (helften // 2) + half * (helften % 2)).rstrip() or heel


GEEN_KANDIDATEN = "Er zijn nog geen kandidaten."
NIETS_OPEN = "Er zijn geen open cijfers."


@frozen(kw_only=True)
class Cijfers:
    """Marks of one kind.

    Attributes:
        soort: SE, CE or eindcijfer.
        tienden: every mark, in tenths.
    """

    soort: str
    tienden: Sequence[int]

    @property
    def per_cijfer(self) -> Counter[int]:
        """Count the marks per whole mark they round to."""
        return Counter((een + 5) // 10 for een in self.tienden)

    @property
    def gemiddelde(self) -> str:
        """Write the mean, to one decimal."""
        aantal = len(self.tienden)
        return cijfer((2 * sum(self.tienden) + aantal) // (2 * aantal)) if aantal else "–"

    @property
    def onvoldoende(self) -> str:
        """Say how many are insufficient, and their share."""
        aantal = sum(een < 55 for een in self.tienden)
        return f"{aantal} ({_procent(aantal, len(self.tienden))})" if self.tienden else "–"


def verdeling(soorten: Sequence[Cijfers], breedte: int, tekens: str = BLOKKEN) -> list[Rij]:
    """Draw how marks are spread: the kinds beside each other, the whole marks under each other."""
    kolom = (breedte - 14) // len(soorten)
    tellingen = [soort.per_cijfer for soort in soorten]
    hoogste = max((max(telling.values(), default=0) for telling in tellingen), default=0)

    def regel(kop: str, delen: Iterable[str]) -> str:
        return f"{kop:<14}" + "".join(f"{deel:<{kolom}}" for deel in delen)

    def cel(aantal: int) -> str:
        return f"{aantal:>4} {staaf(aantal, hoogste, kolom - 7, tekens)}"

    return [
        over_alles(regel("", (f"{'':4} {c.soort}" for c in soorten)), Toon.KOP),
        *(
            over_alles(regel(f"{waarde:>12}", (cel(telling[waarde]) for telling in tellingen)))
            for waarde in range(10, 0, -1)
        ),
        over_alles(""),
        over_alles(regel("aantal", (f"{len(c.tienden):>4}" for c in soorten))),
        over_alles(regel("gemiddelde", (f"{c.gemiddelde:>4}" for c in soorten))),
        over_alles(regel("onder 5,5", (f"{c.onvoldoende:>4}" for c in soorten))),
    ]


@frozen(kw_only=True)
class Slaging:
    """What became of the candidates of one examenjaar or, within it, of one opleiding.

    Attributes:
        wat: the year, or the opleiding.
        heel_jaar: it is about a whole year; its opleidingen follow.
        uitslagen: how many have each uitslag.
    """

    wat: str
    heel_jaar: bool
    uitslagen: Counter[str]

    @property
    def volledig(self) -> int:
        """How many did a full exam."""
        return self.uitslagen["G"] + self.uitslagen["A"]

    @property
    def deel(self) -> str:
        """Write which part of those passed."""
        return _procent(self.uitslagen["G"], self.volledig) if self.volledig else "–"


def slagingen(regels: Iterable[Groepsregel]) -> Iterator[Slaging]:
    """Count who passed: the newest year first, each with its opleidingen."""
    per_groep: dict[tuple[int, str, str], Counter[str]] = {}
    for regel in regels:
        if regel.teruggetrokken:
            continue
        groep = (-(regel.jaar or 0), regel.opleiding, regel.opleidingsnaam)
        per_groep.setdefault(groep, Counter())[regel.geleverd or regel.berekend] += 1
    for jaar, groepen in groupby(sorted(per_groep), key=lambda groep: groep[0]):
        van_jaar = list(groepen)
        samen = sum((per_groep[groep] for groep in van_jaar), Counter())
        yield Slaging(wat=str(-jaar or "geen jaar"), heel_jaar=True, uitslagen=samen)
        for groep in van_jaar:
            _, code, naam = groep
            yield Slaging(wat=f"{code} {naam}", heel_jaar=False, uitslagen=per_groep[groep])


def slaging(regels: Iterable[Groepsregel], breedte: int, tekens: str = BLOKKEN) -> list[Rij]:
    """Draw which part of who did a full exam passed, per examenjaar and opleiding."""
    rijen = [_slagingsregel(een, breedte, tekens) for een in slagingen(regels)]
    kop = over_alles(_slagingskolommen("", "gesl", "afgew", "deel", " geslaagd", breedte), Toon.KOP)
    return [kop, *rijen] if rijen else [over_alles(GEEN_KANDIDATEN)]


def _slagingsregel(een: Slaging, breedte: int, tekens: str) -> Rij:
    balk = staaf(een.uitslagen["G"], een.volledig, _slagingsbreedte(breedte), tekens)
    g, a, d = (geheel(een.uitslagen[uitslag] or None) for uitslag in "GAD")
    wat = een.wat if een.heel_jaar else f"  {een.wat}"
    tekst = _slagingskolommen(wat, g, a, d, f"{een.deel:>5} {balk}", breedte)
    return over_alles(tekst, Toon.KOP if een.heel_jaar else Toon.GEWOON)


def _slagingsbreedte(breedte: int) -> int:
    return max((breedte - 28) // 2 - 8, 8)


def _slagingskolommen(wat: str, g: str, a: str, d: str, balk: str, breedte: int) -> str:
    naam = breedte - _slagingsbreedte(breedte) - 28
    return f"{_kort(wat, naam):<{naam}} {g:>5} {a:>5} {d:>5} {balk}".rstrip()


@frozen(kw_only=True)
class OpenVak:
    """How many marks of one vak are still to come; the werkstuk is the vak ""."""

    regime: int
    niveau: str
    vak: str
    se: int
    ce: int


def open_werk(
    vakken: Sequence[OpenVak], namen: Namen, breedte: int, tekens: str = BLOKKEN
) -> list[Rij]:
    """Draw what is still to be entered: SE and CE beside each other, a vak on each line.

    A line refers to its vak; that of the werkstukken, which have no sheet, to nothing.
    """
    if not vakken:
        return [over_alles(NIETS_OPEN)]
    hoogste = max(max(vak.se, vak.ce) for vak in vakken)
    naam = min(breedte // 2 - 4, 44)
    kolom = (breedte - naam - 1) // 2

    def regel(wat: str, se: str, ce: str) -> str:
        return f"{_kort(wat, naam):<{naam}} {se:<{kolom}}{ce}".rstrip()

    def cel(aantal: int) -> str:
        return f"{aantal or '':>5} {staaf(aantal, hoogste, kolom - 8, tekens)}"

    totaal = [sum(vak.se for vak in vakken), sum(vak.ce for vak in vakken)]
    rijen = [over_alles(regel("vak", "      SE open", "      CE open"), Toon.KOP)]
    rijen += [
        over_alles(regel(vaknaam(v, namen), cel(v.se), cel(v.ce)), verwijst=v if v.vak else None)
        for v in vakken
    ]
    return [*rijen, over_alles(regel("samen", *(f"{aantal:>5}" for aantal in totaal)), Toon.KOP)]


def vaknaam(vak: OpenVak, namen: Namen) -> str:
    """Name a vak with its year and niveau."""
    naam = namen.vak(vak.vak, vak.niveau, vak.regime) if vak.vak else "werkstuk"
    return f"{vak.regime} {KORTE_NIVEAUS.get(vak.niveau, vak.niveau):<4} {naam}"


def geboekt(per_dag: Sequence[tuple[date, int]]) -> str:
    """Say how many bookings there were on some days together."""
    samen = meervoud(sum(aantal for _, aantal in per_dag), "boeking", "boekingen")
    return f"{samen} in de laatste {len(per_dag)} dagen"


def boekingen(
    per_dag: Sequence[tuple[date, int]], breedte: int, tekens: str = BLOKKEN
) -> Iterator[Rij]:
    """Draw how many bookings there were on each day, the newest first."""
    yield over_alles(geboekt(per_dag), Toon.KOP)
    hoogste = max((aantal for _, aantal in per_dag), default=0)
    for dag, aantal in per_dag:
        balk = staaf(aantal, hoogste, breedte - 22, tekens)
        yield over_alles(
            f"{DAGEN[dag.weekday()][:2]} {datum(dag)} {aantal or '':>6} {balk}".rstrip()
        )


def _procent(deel: int, geheel_: int) -> str:
    """Write a share in whole percents, rounded half up."""
    return f"{(200 * deel + geheel_) // (2 * geheel_)}%"


def _kort(tekst: str, breedte: int) -> str:
    return tekst if len(tekst) <= breedte else f"{tekst[: breedte - 1]}…"
