"""What the school computed of an examenresultaat, as the register keeps it.

A kind of stand of its own under the key of the examenresultaat, so that a recalculation adds to
the history and never touches what was delivered. The toetsen behind it are not kept: they follow
from the marks and the tables.
"""

from __future__ import annotations

from attrs import frozen

from examen.model import UITSLAGEN, Examenresultaat
from examen.uitkomst import Uitkomst
from register.velden import Soort, ja_nee, lijst, veld, veld_of_leeg


@frozen(kw_only=True)
class BerekendEindcijfer:
    """The computed eindcijfer of one result."""

    resultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True)
    eindcijfer: int = veld("eindcijfer", Soort.HEEL_CIJFER)


@frozen(kw_only=True)
class BerekendeUitslag:
    """The computed uitslag of one cijferlijst; combinatiecijfer is a whole mark or "vr"."""

    opleiding: str = veld("opleiding", Soort.CODE, patroon="[0-9]{4,5}", sleutel=True)
    uitslag: str = veld("uitslag", Soort.CODE, waarden=UITSLAGEN)
    combinatiecijfer: str | None = veld_of_leeg(
        "combinatiecijfer", Soort.CODE, patroon="[1-9]|10|vr"
    )
    cum_laude: bool = ja_nee("cum laude")


@frozen(kw_only=True)
class Schooluitkomst:
    """The computed outcome of one examenresultaat.

    Attributes:
        regime: examenregime of the uitslag that was computed, None when nothing names one.
    """

    brin: str = veld("BRIN", Soort.CODE, patroon="[0-9]{2}[A-Z]{2}", sleutel=True)
    burgerservicenummer: str | None = veld_of_leeg(
        "BSN", Soort.CODE, patroon="[0-9]{9}", sleutel=True
    )
    onderwijsnummer: str | None = veld_of_leeg(
        "onderwijsnummer", Soort.CODE, patroon="[0-9]{9}", sleutel=True
    )
    examenresultaatvolgnummer: str = veld("volgnummer", Soort.VOLGNUMMER, sleutel=True)
    regime: int | None = veld_of_leeg("examenregime", Soort.JAAR)
    berekende_eindcijfers: tuple[BerekendEindcijfer, ...] = lijst("eindcijfers")
    berekende_uitslagen: tuple[BerekendeUitslag, ...] = lijst("uitslagen")
    behaalde_certificaten: tuple[str, ...] = lijst("certificaten", Soort.VOLGNUMMER)


def schooluitkomst(examenresultaat: Examenresultaat, uitkomst: Uitkomst) -> Schooluitkomst:
    """Make of a computed outcome what the register keeps."""
    return Schooluitkomst(
        brin=examenresultaat.brin,
        burgerservicenummer=examenresultaat.burgerservicenummer,
        onderwijsnummer=examenresultaat.onderwijsnummer,
        examenresultaatvolgnummer=examenresultaat.examenresultaatvolgnummer,
        regime=_regime(examenresultaat),
        berekende_eindcijfers=tuple(
            BerekendEindcijfer(resultaatvolgnummer=volgnummer, eindcijfer=cijfer)
            for volgnummer, cijfer in uitkomst.eindcijfers.items()
        ),
        berekende_uitslagen=tuple(
            BerekendeUitslag(
                opleiding=lijst_.opleiding,
                uitslag=lijst_.uitslag,
                combinatiecijfer=None
                if lijst_.combinatiecijfer is None
                else str(lijst_.combinatiecijfer),
                cum_laude=lijst_.cum_laude,
            )
            for lijst_ in uitkomst.cijferlijsten
        ),
        behaalde_certificaten=uitkomst.certificaten,
    )


def _regime(examenresultaat: Examenresultaat) -> int | None:
    """Give the regime of the uitslag, else the latest of the results."""
    if examenresultaat.uitslag is not None:
        return examenresultaat.uitslag.examenregime
    lijsten = (
        examenresultaat.vakresultaten,
        examenresultaat.werkstukresultaten,
        examenresultaat.toetsresultaten,
        examenresultaat.stageresultaten,
        examenresultaat.combinatiecijferresultaten,
    )
    regimes = (resultaat.examenregime for lijst_ in lijsten for resultaat in lijst_)
    return max((regime for regime in regimes if regime is not None), default=None)
