"""The oracle: all rules of the uitslag once more, in plain Python, one candidate at a time.

Written from the law and not from the program, with the norms and years as literals beside their
article. It is what the columns of `examen.reken` are compared with and, as what a good programmer
would write first, the floor of the speed comparison.
"""

from __future__ import annotations

from attrs import frozen

from examen.model import Cijferlijst, Examenresultaat
from tests.orakel.certificaat import certificaten
from tests.orakel.deelname import deelnames, regime_van_uitslag
from tests.orakel.eindcijfer import eindcijfer_vak, eindcijfer_werkstuk
from tests.orakel.eisen import Examen, combinatiecijfer, onderdelen
from tests.orakel.feiten import EERSTE_REGIME, LAATSTE_REGIME, opleiding
from tests.orakel.pakket import keuzes
from tests.orakel.rekentoets import hoogste_rekentoets
from tests.orakel.uitslag import beslis, cum_laude


@frozen(kw_only=True)
class OrakelLijst:
    """What the oracle finds for one cijferlijst; fields as in `CijferlijstUitkomst`."""

    opleiding: str
    combinatiecijfer: int | str | None
    uitslag: str
    cum_laude: bool
    weggelaten: tuple[str, ...]
    duim: str | None


@frozen(kw_only=True)
class OrakelUitkomst:
    """What the oracle finds for one examenresultaat; fields as in `Uitkomst`."""

    examenresultaatvolgnummer: str
    eindcijfers: dict[str, int]
    cijferlijsten: tuple[OrakelLijst, ...]
    certificaten: tuple[str, ...]


def uitkomst(er: Examenresultaat) -> OrakelUitkomst:
    """Compute everything the law says about one examenresultaat."""
    regime = regime_van_uitslag(er)
    berekend = {
        **{v.resultaatvolgnummer: eindcijfer_vak(v, regime) for v in er.vakresultaten},
        **{w.resultaatvolgnummer: eindcijfer_werkstuk(w) for w in er.werkstukresultaten},
    }
    eindcijfers = {nummer: cijfer for nummer, cijfer in berekend.items() if cijfer is not None}
    lijsten = tuple(_lijst(er, lijst, regime) for lijst in er.cijferlijsten)
    geslaagd = any(lijst.uitslag == "G" for lijst in lijsten)
    return OrakelUitkomst(
        examenresultaatvolgnummer=er.examenresultaatvolgnummer,
        eindcijfers=eindcijfers,
        cijferlijsten=lijsten,
        certificaten=() if geslaagd else certificaten(er, eindcijfers, regime),
    )


def _lijst(er: Examenresultaat, lijst: Cijferlijst, regime: int | None) -> OrakelLijst:
    rij = opleiding(lijst.opleiding)
    if rij is None or regime is None or not EERSTE_REGIME <= regime <= LAATSTE_REGIME:
        return OrakelLijst(
            opleiding=lijst.opleiding,
            combinatiecijfer=None,
            uitslag="D",
            cum_laude=False,
            weggelaten=(),
            duim=None,
        )
    niveau = rij["uitslagniveau"]
    manieren = keuzes(rij, regime)
    examen = Examen(niveau=niveau, regime=regime, rekentoets=hoogste_rekentoets(er))
    beslissing = beslis(deelnames(er, lijst, niveau, regime, manieren), manieren, examen)
    return OrakelLijst(
        opleiding=lijst.opleiding,
        combinatiecijfer=combinatiecijfer(onderdelen(beslissing.betrokken, examen), examen),
        uitslag=beslissing.uitslag,
        cum_laude=cum_laude(beslissing, manieren, examen),
        weggelaten=tuple(d.volgnummer for d in beslissing.weggelaten),
        duim=None if beslissing.duim is None else beslissing.duim.volgnummer,
    )
