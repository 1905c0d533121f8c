"""What is asked when marks are entered in lines: a sheet, and from which cell on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from register.opslag import Sleutel
from tui.invoer.blad import Blad
from tui.invoer.bladen import Kandidaat, kandidaatblad, vakblad
from tui.invoer.cellen import Plek
from tui.inzage import Inzage
from tui.plat.verhaal import PlatFout
from tui.weergave.vakken import Vakgroep, naam


@frozen(kw_only=True)
class Vragen:
    """What is asked on a sheet.

    Attributes:
        kruim: what the sheet is, for the history.
        blad: the sheet.
        kandidaten: whose results are on it.
        wie: whose a row is, before the panel of what a mark did.
    """

    kruim: str
    blad: Blad
    kandidaten: Sequence[Kandidaat]
    wie: Callable[[int], str]


def van_vak(groep: Vakgroep, kolom: str, inzage: Inzage) -> Vragen:
    """Ask the marks of a vak: candidates down, from the first of a column.

    Args:
        groep: the vak.
        kolom: heading of the column, or empty for the first that has to be filled.
        inzage: reads the candidates.

    Raises:
        PlatFout: there is no such column.
    """
    kandidaten = inzage.kandidaten(groep)
    blad = vakblad(groep.vak, groep.niveau, groep.regime, kandidaten)
    if kolom:
        blad.ga_naar(_eerste(blad, kolom))
    return Vragen(
        kruim=naam(groep, inzage.namen),
        blad=blad,
        kandidaten=kandidaten,
        wie=lambda rij: " ".join(blad.cellen.rijen[rij].koppen),
    )


def _eerste(blad: Blad, kop: str) -> Plek:
    """Give the first cell of a column where something can be typed."""
    koppen = [kolom.kop.casefold() for kolom in blad.kolommen]
    if kop.casefold() not in koppen:
        wel = ", ".join(kolom.kop for kolom in blad.kolommen)
        raise PlatFout(f"dit vak heeft geen kolom “{kop}”; kies uit {wel}")
    nummer = koppen.index(kop.casefold())
    rijen = blad.weg.rijen(nummer, 0)
    if not rijen:
        raise PlatFout(f"in {blad.kolommen[nummer].kop} kan bij niemand iets worden getypt")
    return Plek(rijen[0], nummer)


def van_kandidaat(sleutel: Sleutel, inzage: Inzage) -> Vragen:
    """Ask the marks of one examenresultaat: results down."""
    er = inzage.examenresultaat(sleutel)
    nummer = er.examenresultaatvolgnummer
    return Vragen(
        kruim=f"invoer {nummer}",
        blad=kandidaatblad(er, inzage.namen),
        kandidaten=[Kandidaat(student="", naam="", examenresultaat=er)],
        wie=lambda _: nummer,
    )
