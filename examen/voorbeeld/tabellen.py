"""The figures from which fictional candidates are drawn: data/voorbeeld/, each with its source."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from register.gegevens import gegevensmap
from register.tabel import lees_tabel


@frozen(kw_only=True)
class Niveaus:
    """Participants per level."""

    bron: str
    zekerheid: str
    VMBO_TL: int
    HAVO: int
    VWO: int


@frozen(kw_only=True)
class Gymnasium:
    """One in how many vwo candidates does gymnasium."""

    bron: str
    zekerheid: str
    een_op: int


@frozen(kw_only=True)
class Leeftijdsgroep:
    """Participants per level of these ages, in whole years, bounds included."""

    vanaf: int
    tot: int
    VMBO_TL: int
    HAVO: int
    VWO: int


@frozen(kw_only=True)
class Leeftijden:
    """The ages of participants."""

    bron: str
    zekerheid: str
    groepen: tuple[Leeftijdsgroep, ...]


@frozen(kw_only=True)
class Soorten:
    """What kind of exam candidates do, in hundredths.

    Attributes:
        deelexamen: some subjects only.
        aanvulling: a full exam with results of earlier years.
        volledig: a full exam within one year.
        vakken: weight of one, two, three and four subjects this year, for the first two kinds.
    """

    bron: str
    zekerheid: str
    deelexamen: int
    aanvulling: int
    volledig: int
    vakken: tuple[int, ...]


@frozen(kw_only=True)
class Deelnemers:
    """Who takes part in vavo."""

    niveaus: Niveaus
    gymnasium: Gymnasium
    leeftijden: Leeftijden
    soorten: Soorten


@frozen(kw_only=True)
class Cijfergroep:
    """National mean marks of the candidates of one level and profile.

    Attributes:
        profielen: none where the source does not tell profiles apart, two for a double profile.
        kandidaten: how many there were; the weight when a profile is drawn.
        slaagpercentage: how many of each hundred passed.
    """

    niveau: str
    profielen: tuple[str, ...]
    kandidaten: int
    slaagpercentage: float
    gemiddelde_se: float
    gemiddelde_ce: float


@frozen(kw_only=True)
class Spreiding:
    """Standard deviations, in marks: between candidates, between one's subjects, and the rest."""

    bron: str
    zekerheid: str
    kandidaat: float
    vak: float
    se: float
    ce: float


@frozen(kw_only=True)
class Cijfers:
    """The marks candidates get."""

    bron: str
    zekerheid: str
    groep: tuple[Cijfergroep, ...]
    spreiding: Spreiding


@cache
def deelnemers() -> Deelnemers:
    """Give the figures on participants."""
    return lees_tabel(gegevensmap() / "voorbeeld" / "deelnemers.toml", Deelnemers)


@cache
def cijfers() -> Cijfers:
    """Give the figures on marks."""
    return lees_tabel(gegevensmap() / "voorbeeld" / "cijfers.toml", Cijfers)


@frozen(kw_only=True)
class Vakkeuze:
    """How often subjects are chosen, vakcode to weight."""

    bron: str
    zekerheid: str
    gewichten: dict[str, int]


@cache
def vakkeuze() -> Vakkeuze:
    """Give the figures on the choice of subjects."""
    return lees_tabel(gegevensmap() / "voorbeeld" / "vakken.toml", Vakkeuze)
