"""The numbers and lists of exam law per examenregime and uitslagniveau: data/examenregime/.

Each rule is a list of versions with the years they hold. For every year and niveau exactly one
version holds; a requirement that ended says so (`vervalt`) instead of leaving a gap.

A version also says in Dutch what the law asks (`wet`). Its numbers stand in that text by name,
`{norm}`, and are filled in from the version, so that text and norm cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from attrs import field, fields, frozen

from examen.model import BEOORDELINGEN_SE, UITSLAGNIVEAUS
from register.fouten import TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_toml, uit_tabel

EERSTE_REGIME = 2015
LAATSTE_REGIME = 2027
"""The years the tables cover, both included: up to the coming examenregime."""

ZEKERHEDEN = ("hoog", "midden", "laag")

_SCHRIJF = "schrijf"
_NAAM = re.compile(r"\{(\w+)\}")
_TELWOORDEN = ("geen", "één", "twee", "drie")


def _getal(schrijf: Callable[[Any], str], **kenmerken: Any) -> Any:
    """Declare a field that the text of the law names, with how it is written there."""
    return field(metadata={_SCHRIJF: schrijf}, **kenmerken)


def _tienden(getal: int) -> str:
    return f"{getal // 10},{getal % 10}"


def _telwoord(getal: int) -> str:
    return _TELWOORDEN[getal]


def _of(delen: Sequence[str]) -> str:
    *eerste, laatste = delen
    return f"{', '.join(eerste)} of {laatste}" if eerste else laatste


def _jaren(jaren: Sequence[int]) -> str:
    return _of([str(jaar) for jaar in jaren])


def _beoordelingen(codes: Sequence[str]) -> str:
    return _of([BEOORDELINGEN_SE[code] for code in codes])


def _patronen(patronen: Sequence[Patroon]) -> str:
    """Write the decision table: what is allowed as it is, then what is on a condition."""
    return "; ".join(
        voorwaarde + _of([patroon.onvoldoendes for patroon in groep])
        for voorwaarde, groep in groupby(patronen, key=lambda patroon: patroon.voorwaarde)
    )


@frozen(kw_only=True)
class Versie:
    """One version of a rule.

    Attributes:
        vanaf: first examenregime, included.
        tot: last examenregime, included (as the law writes); None while it holds.
        niveaus: the uitslagniveaus it is for.
        vervalt: there is no such requirement in these years.
        wet: what the law asks, in our own words, with the numbers by name.
        herstel: the rules by which the requirement may yet be met.
        bron: article of the law.
        zekerheid: "hoog", "midden" or "laag".
    """

    vanaf: int
    tot: int | None = None
    niveaus: tuple[str, ...] = tuple(UITSLAGNIVEAUS)
    vervalt: bool = False
    wet: str
    herstel: tuple[str, ...] = ()
    bron: str
    zekerheid: str
    opmerking: str = ""

    def geldt(self, jaar: int, niveau: str) -> bool:
        """Tell whether this version is the law for a year and an uitslagniveau."""
        tot = LAATSTE_REGIME if self.tot is None else self.tot
        return niveau in self.niveaus and self.vanaf <= jaar <= tot

    @property
    def getallen(self) -> dict[str, str]:
        """The numbers this version sets, by name, as its text writes them."""
        return {
            veld.name: veld.metadata[_SCHRIJF](waarde)
            for veld in fields(type(self))
            if _SCHRIJF in veld.metadata and (waarde := getattr(self, veld.name))
        }

    @property
    def tekst(self) -> str:
        """What the law asks, with the numbers filled in."""
        getallen = self.getallen
        return _NAAM.sub(lambda naam: getallen[naam[1]], self.wet)


@frozen(kw_only=True)
class CentraalExamen(Versie):
    """Whether there was a centraal examen, and the number of herkansingen and RV-toetsen."""

    afgenomen: bool
    herkansingen: int = _getal(_telwoord)
    rv_toetsen: int = _getal(_telwoord, default=0)


@frozen(kw_only=True)
class CeGemiddelde(Versie):
    """Mean of the CE marks: `norm` in tenths, and the regimes whose results lift it."""

    norm: int = _getal(_tienden, default=0)
    vervalt_met_regimes: tuple[int, ...] = _getal(_jaren, default=())


@frozen(kw_only=True)
class Kernvakken(Versie):
    """Lowest eindcijfer of a kernvak and the number of fives allowed (None: no limit)."""

    minimum: int = _getal(str, default=0)
    ten_hoogste_vijven: int | None = _getal(_telwoord, default=None)
    met_rekentoets: bool = False


@frozen(kw_only=True)
class Patroon:
    """One allowed combination of insufficient marks and what it asks of the rest."""

    vijven: int
    vieren: int
    gemiddelde: int | None = None
    zevens: int | None = None

    @property
    def onvoldoendes(self) -> str:
        """The insufficient marks in words."""
        vijven = f"{_telwoord(self.vijven)} vij{'f' if self.vijven == 1 else 'ven'}"
        vieren = f"{_telwoord(self.vieren)} vier{'' if self.vieren == 1 else 'en'}"
        delen = [*([vijven] if self.vijven else ()), *([vieren] if self.vieren else ())]
        return " en ".join(delen) or "geen"

    @property
    def voorwaarde(self) -> str:
        """What is asked of the rest, in words; empty when nothing is."""
        delen = []
        if self.gemiddelde is not None:
            delen.append(f"een gemiddelde van ten minste {_tienden(self.gemiddelde)}")
        if self.zevens is not None:
            eindcijfers = "eindcijfer" if self.zevens == 1 else "eindcijfers"
            delen.append(f"ten minste {_telwoord(self.zevens)} {eindcijfers} van zeven of hoger")
        return f"met {' en '.join(delen)} ook " if delen else ""


@frozen(kw_only=True)
class Eindcijfers(Versie):
    """The decision table of insufficient marks."""

    patronen: tuple[Patroon, ...] = _getal(_patronen, default=())


@frozen(kw_only=True)
class Combinatiecijfer(Versie):
    """How the combinatiecijfer is made ("gemiddelde" or "profielvak")."""

    wijze: str = ""
    minimum_onderdeel: int = _getal(str, default=0)


@frozen(kw_only=True)
class Rekentoets(Versie):
    """Whether the rekentoets must have been taken and the lowest mark, if any."""

    afgelegd: bool = False
    minimum: int | None = _getal(str, default=None)


@frozen(kw_only=True)
class Beoordelingen(Versie):
    """The beoordelingen that are sufficient."""

    voldoende: tuple[str, ...] = _getal(_beoordelingen, default=())


@frozen(kw_only=True)
class Duimregeling(Versie):
    """How many vakken may be left aside."""

    aantal: int = _getal(_telwoord, default=0)


@frozen(kw_only=True)
class CumLaude(Versie):
    """Lowest mean (tenths) and lowest eindcijfer."""

    gemiddelde: int = _getal(_tienden, default=0)
    minimum: int = _getal(str, default=0)


@frozen(kw_only=True)
class Certificaateis(Versie):
    """Lowest eindcijfer, and whether the rekentoets is stated on it."""

    minimum: int = _getal(str)
    rekentoets: bool = False


@frozen(kw_only=True)
class EerdereResultaten(Versie):
    """Years a result stays valid."""

    geldig_jaren: int = _getal(str)


V = TypeVar("V", bound=Versie)


@frozen(kw_only=True)
class Regime:
    """All rules of one examenregime for one uitslagniveau."""

    jaar: int
    niveau: str
    volledig_examen: Versie
    centraal_examen: CentraalExamen
    ce_gemiddelde: CeGemiddelde
    kernvakken: Kernvakken
    eindcijfers: Eindcijfers
    combinatiecijfer: Combinatiecijfer
    rekentoets: Rekentoets
    beoordelingen: Beoordelingen
    vak_weglaten: Versie
    duimregeling: Duimregeling
    cum_laude: CumLaude
    certificaat: Certificaateis
    eerdere_resultaten: EerdereResultaten


REGELS: dict[str, type[Versie]] = {
    "volledig_examen": Versie,
    "centraal_examen": CentraalExamen,
    "ce_gemiddelde": CeGemiddelde,
    "kernvakken": Kernvakken,
    "eindcijfers": Eindcijfers,
    "combinatiecijfer": Combinatiecijfer,
    "rekentoets": Rekentoets,
    "beoordelingen": Beoordelingen,
    "vak_weglaten": Versie,
    "duimregeling": Duimregeling,
    "cum_laude": CumLaude,
    "certificaat": Certificaateis,
    "eerdere_resultaten": EerdereResultaten,
}
"""Every rule with the class of its versions; a rule's table has the same name."""


def lees_regel(pad: Path, klasse: type[V]) -> tuple[V, ...]:
    """Read all versions of one rule and check that they leave no gap and do not overlap.

    Raises:
        TabelFout: naming file, version, niveau and year.
    """
    inhoud = lees_toml(pad)
    if inhoud.get("regel") != pad.stem or set(inhoud) != {"regel", "versie"}:
        raise TabelFout(f'{pad.name}: verwacht precies regel = "{pad.stem}" en [[versie]]')
    versies = tuple(
        uit_tabel(versie, klasse, naam=f"{pad.name}, versie {nummer}")
        for nummer, versie in enumerate(inhoud["versie"], start=1)
    )
    for nummer, versie in enumerate(versies, start=1):
        _controleer_versie(versie, naam=f"{pad.name}, versie {nummer}")
    for niveau in UITSLAGNIVEAUS:
        for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1):
            geldig = [versie for versie in versies if versie.geldt(jaar, niveau)]
            if len(geldig) != 1:
                raise TabelFout(
                    f"{pad.name}: regel {pad.stem} heeft voor {niveau} in {jaar} "
                    f"{len(geldig)} versies in plaats van één"
                )
    return versies


def _controleer_versie(versie: Versie, *, naam: str) -> None:
    if versie.zekerheid not in ZEKERHEDEN:
        raise TabelFout(f"{naam}: zekerheid is hoog, midden of laag, niet {versie.zekerheid!r}")
    if vreemd := [niveau for niveau in versie.niveaus if niveau not in UITSLAGNIVEAUS]:
        raise TabelFout(f"{naam}: onbekend niveau {vreemd[0]}")
    if versie.tot is not None and versie.tot < versie.vanaf:
        raise TabelFout(f"{naam}: tot ({versie.tot}) ligt voor vanaf ({versie.vanaf})")
    for fout in _tekstfouten(versie):
        raise TabelFout(f"{naam}: {fout}")


def _tekstfouten(versie: Versie) -> Iterator[str]:
    """Give what keeps the text of a version from saying precisely what its numbers say."""
    if not versie.wet.strip():
        yield "wet is leeg"
    genoemd = _NAAM.findall(versie.wet)
    for getal in versie.getallen:
        if getal not in genoemd:
            yield f"wet noemt {{{getal}}} niet"
    for getal in genoemd:
        if getal not in versie.getallen:
            yield f"wet noemt {{{getal}}}, een getal dat deze versie niet heeft"
    if los := re.search(r"\d+", _NAAM.sub("", versie.wet)):
        yield f"wet schrijft {los[0]} zelf; een getal staat er als {{naam}}"
    for regel in versie.herstel:
        if regel not in REGELS:
            yield f"herstel noemt de onbekende regel {regel}"


@cache
def regels() -> dict[str, tuple[Versie, ...]]:
    """Give all versions of all rules, by name of the rule."""
    map_ = gegevensmap() / "examenregime"
    return {naam: lees_regel(map_ / f"{naam}.toml", klasse) for naam, klasse in REGELS.items()}


@cache
def regime(jaar: int, niveau: str) -> Regime:
    """Give the rules of one examenregime for one uitslagniveau.

    Raises:
        TabelFout: when the tables do not cover the year or the niveau.
    """
    if niveau not in UITSLAGNIVEAUS or not EERSTE_REGIME <= jaar <= LAATSTE_REGIME:
        raise TabelFout(
            f"geen regels voor {niveau} in {jaar}; de tabellen gaan van "
            f"{EERSTE_REGIME} tot en met {LAATSTE_REGIME}"
        )
    geldend: dict[str, Any] = {
        naam: next(versie for versie in versies if versie.geldt(jaar, niveau))
        for naam, versies in regels().items()
    }
    return Regime(jaar=jaar, niveau=niveau, **geldend)


def vind_regime(jaar: int | None, niveau: str | None) -> Regime | None:
    """Give the rules for a year and the niveau of an uitslag or a result, or None without rules.

    A result knows one vwo; its rules are those of the first uitslagniveau of that name.
    """
    if not niveau or jaar is None or not EERSTE_REGIME <= jaar <= LAATSTE_REGIME:
        return None
    passend = next((een for een in UITSLAGNIVEAUS if een.startswith(niveau)), None)
    return regime(jaar, passend) if passend else None


def alle_regimes() -> Sequence[Regime]:
    """Give every examenregime for every uitslagniveau."""
    return [
        regime(jaar, niveau)
        for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1)
        for niveau in UITSLAGNIVEAUS
    ]
