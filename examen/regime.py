"""The numbers and lists of exam law per examenregime and uitslagniveau: data/examenregime/.

Each rule is a list of versions with the years they hold. For every year and niveau exactly one
version holds; a requirement that ended says so (`vervalt`) instead of leaving a gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from examen.model import UITSLAGNIVEAUS
from register.fouten import TabelFout
from register.gegevens import gegevensmap
from register.tabel import lees_toml, uit_tabel

EERSTE_REGIME = 2015
LAATSTE_REGIME = 2027
"""The years the tables cover, both included: up to the coming examenregime."""

ZEKERHEDEN = ("hoog", "midden", "laag")


@frozen(kw_only=True)
class Versie:
    """One version of a rule.

    Attributes:
        vanaf: first examenregime, included.
        tot: last examenregime, included (as the law writes); None while it holds.
        niveaus: the uitslagniveaus it is for.
        vervalt: there is no such requirement in these years.
        bron: article of the law.
        zekerheid: "hoog", "midden" or "laag".
    """

    vanaf: int
    tot: int | None = None
    niveaus: tuple[str, ...] = tuple(UITSLAGNIVEAUS)
    vervalt: bool = False
    bron: str
    zekerheid: str
    opmerking: str = ""

    def geldt(self, jaar: int, niveau: str) -> bool:
        """Tell whether this version is the law for a year and an uitslagniveau."""
        tot = LAATSTE_REGIME if self.tot is None else self.tot
        return niveau in self.niveaus and self.vanaf <= jaar <= tot


@frozen(kw_only=True)
class CentraalExamen(Versie):
    """Whether there was a centraal examen, and the number of herkansingen and RV-toetsen."""

    afgenomen: bool
    herkansingen: int
    rv_toetsen: int = 0


@frozen(kw_only=True)
class CeGemiddelde(Versie):
    """Mean of the CE marks: `norm` in tenths, and the regimes whose results lift it."""

    norm: int = 0
    vervalt_met_regimes: tuple[int, ...] = ()


@frozen(kw_only=True)
class Kernvakken(Versie):
    """Lowest eindcijfer of a kernvak and the number of fives allowed (None: no limit)."""

    minimum: int = 0
    ten_hoogste_vijven: int | None = None
    met_rekentoets: bool = False


@frozen(kw_only=True)
class Patroon:
    """One allowed combination of insufficient marks and what it asks of the rest."""

    vijven: int
    vieren: int
    gemiddelde: int | None = None
    zevens: int | None = None


@frozen(kw_only=True)
class Eindcijfers(Versie):
    """The decision table of insufficient marks."""

    patronen: tuple[Patroon, ...] = ()


@frozen(kw_only=True)
class Combinatiecijfer(Versie):
    """How the combinatiecijfer is made ("gemiddelde" or "profielvak")."""

    wijze: str = ""
    minimum_onderdeel: int = 0


@frozen(kw_only=True)
class Rekentoets(Versie):
    """Whether the rekentoets must have been taken and the lowest mark, if any."""

    afgelegd: bool = False
    minimum: int | None = None


@frozen(kw_only=True)
class Beoordelingen(Versie):
    """The beoordelingen that are sufficient."""

    voldoende: tuple[str, ...] = ()


@frozen(kw_only=True)
class Duimregeling(Versie):
    """How many vakken may be left aside."""

    aantal: int = 0


@frozen(kw_only=True)
class CumLaude(Versie):
    """Lowest mean (tenths) and lowest eindcijfer."""

    gemiddelde: int = 0
    minimum: int = 0


@frozen(kw_only=True)
class Certificaateis(Versie):
    """Lowest eindcijfer, and whether the rekentoets is stated on it."""

    minimum: int
    rekentoets: bool = False


@frozen(kw_only=True)
class EerdereResultaten(Versie):
    """Years a result stays valid."""

    geldig_jaren: int


V = TypeVar("V", bound=Versie)


@frozen(kw_only=True)
class Regime:
    """All rules of one examenregime for one uitslagniveau."""

    jaar: int
    niveau: str
    centraal_examen: CentraalExamen
    ce_gemiddelde: CeGemiddelde
    kernvakken: Kernvakken
    eindcijfers: Eindcijfers
    combinatiecijfer: Combinatiecijfer
    rekentoets: Rekentoets
    beoordelingen: Beoordelingen
    duimregeling: Duimregeling
    cum_laude: CumLaude
    certificaat: Certificaateis
    eerdere_resultaten: EerdereResultaten


REGELS: dict[str, type[Versie]] = {
    "centraal_examen": CentraalExamen,
    "ce_gemiddelde": CeGemiddelde,
    "kernvakken": Kernvakken,
    "eindcijfers": Eindcijfers,
    "combinatiecijfer": Combinatiecijfer,
    "rekentoets": Rekentoets,
    "beoordelingen": Beoordelingen,
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


def alle_regimes() -> Sequence[Regime]:
    """Give every examenregime for every uitslagniveau."""
    return [
        regime(jaar, niveau)
        for jaar in range(EERSTE_REGIME, LAATSTE_REGIME + 1)
        for niveau in UITSLAGNIVEAUS
    ]
