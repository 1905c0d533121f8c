"""Random candidates that reach every rule: full exams near the borders, and what spoils them.

Facts come from the tables under data/, through the oracle's own reader. The same arguments always
give the same candidates.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from attrs import evolve, frozen

from examen.model import (
    CeResultaat,
    Cijferlijst,
    Cijferlijstregel,
    Examenresultaat,
    Toetsresultaat,
    Uitslag,
    Vakresultaat,
    Werkstukresultaat,
)
from tests.orakel.feiten import Rij, opleiding, opleidingen, vak_van_code, vakrij, vakrijen
from tests.orakel.pakket import WERKSTUK, Keuzes, keuzes, volledig, voorgesteld_examendeel

NIVEAUS = ("VMBO_GL", "VMBO_TL", "HAVO", "VWO_ATH", "VWO_GYM")
REGIMES = tuple(range(2015, 2028))

ONBEKEND_VAK = "9999"
LICHAMELIJKE_OPVOEDING = "0353"
REKENEN = "1132"

_BIJZONDERE_VAKKEN = ("1024", "1025", "1027", "0301", "1039", "1060", ONBEKEND_VAK)
"""A second wiskunde, parts of the combinatiecijfer, and one that no table knows."""

_PAKKETTEN_PER_OPLEIDING = 40
_HOGER = {"VMBO_GL": ("VMBO_TL", "HAVO"), "VMBO_TL": ("HAVO",), "HAVO": ("VWO",), "VWO": ()}
_LAGERE_UITSLAG = {"VWO_ATH": "HAVO", "VWO_GYM": "VWO_ATH", "HAVO": "VMBO_TL"}


@frozen(kw_only=True, eq=False)
class Bouwdoos:
    """What candidates of one uitslagniveau and regime are made of.

    Attributes:
        resultaatniveau: the level of their ordinary results.
        pakketten: opleiding with the vakcodes of one full exam, many of each opleiding.
        extra: subjects that may come on top.
        andere: opleidingen for a second cijferlijst.
        hoger: vakcode to (niveau, vakcode) of the same vak at a higher level.
    """

    resultaatniveau: str
    regime: int
    pakketten: tuple[tuple[str, tuple[str, ...]], ...]
    extra: tuple[str, ...]
    andere: tuple[str, ...]
    hoger: dict[str, tuple[str, str]]


def kandidaten(niveau: str, regime: int, aantal: int, zaad: int) -> list[Examenresultaat]:
    """Give random candidates for an uitslagniveau in an examenregime.

    Args:
        niveau: an uitslagniveau.
        regime: examenregime of the uitslag.
        aantal: how many.
        zaad: seed; other seeds give other candidates.
    """
    doos = _bouwdoos(niveau, regime)
    rng = random.Random(f"{niveau} {regime} {zaad}")
    return [_Loting.van(doos, rng).kandidaat(niveau, nummer) for nummer in range(aantal)]


@cache
def _bouwdoos(niveau: str, regime: int) -> Bouwdoos:
    rng = random.Random(f"{niveau} {regime}")
    resultaatniveau = "VWO" if niveau.startswith("VWO") else niveau
    rijen = [rij for rij in vakrijen(regime, resultaatniveau) if rij["eindcijfer"] != "L"]
    eigen = [o for o in opleidingen() if o["uitslagniveau"] == niveau]
    lager = [o for o in opleidingen() if o["uitslagniveau"] == _LAGERE_UITSLAG.get(niveau)]
    pakketten = [
        (opgeleid["code"], codes)
        for opgeleid in eigen
        for codes in _volle_pakketten(keuzes(opgeleid, regime), rijen, rng)
    ]
    zonder_diploma = [o["code"] for o in eigen if not o["diplomeerbaar"]]
    return Bouwdoos(
        resultaatniveau=resultaatniveau,
        regime=regime,
        pakketten=tuple(pakketten),
        extra=tuple(rij["vakcode"] for rij in rijen),
        andere=(
            *(o["code"] for o in (*eigen, *lager) if o["diplomeerbaar"]),
            *zonder_diploma,
            "0000",
        ),
        hoger=_hogere_vakken(resultaatniveau, regime, rijen),
    )


def _volle_pakketten(
    manieren: Keuzes, rijen: Sequence[Rij], rng: random.Random
) -> list[tuple[str, ...]]:
    """Draw full exams: for every place a subject, again until all pakketten are filled."""
    bestaand = [rij["vakcode"] for rij in rijen]
    gevonden: list[tuple[str, ...]] = []
    for _ in range(10 * _PAKKETTEN_PER_OPLEIDING if manieren else 0):
        codes: list[str] = []
        for pakket in rng.choice(manieren):
            for plaats in pakket.plaatsen:
                vakken = {vak_van_code(code) for code in codes}
                mogelijk = [
                    c for c in bestaand if c in plaats.vakcodes and vak_van_code(c) not in vakken
                ]
                codes += rng.sample(mogelijk, min(1, len(mogelijk)))
        if volledig([*codes, WERKSTUK], manieren):
            gevonden.append(_zonder_overtollige(codes, manieren, rng))
        if len(gevonden) == _PAKKETTEN_PER_OPLEIDING:
            break
    return gevonden


def _zonder_overtollige(codes: list[str], manieren: Keuzes, rng: random.Random) -> tuple[str, ...]:
    """Drop, in random order, the subjects that a full exam can do without."""
    for code in rng.sample(codes, len(codes)):
        rest = [c for c in codes if c != code]
        if volledig([*rest, WERKSTUK], manieren):
            codes = rest
    return tuple(codes)


def _hogere_vakken(niveau: str, regime: int, rijen: Sequence[Rij]) -> dict[str, tuple[str, str]]:
    hoogste = {
        vak_van_code(rij["vakcode"]): (hoger, rij["vakcode"])
        for hoger in _HOGER[niveau]
        for rij in vakrijen(regime, hoger)
    }
    codes = [rij["vakcode"] for rij in rijen]
    return {code: hoogste[vak_van_code(code)] for code in codes if vak_van_code(code) in hoogste}


@frozen(kw_only=True, eq=False)
class _Loting:
    """One candidate being drawn.

    Attributes:
        peil: the level his marks lie around, in tenths.
        rommelig: something may be odd about his results; half of all candidates are plain.
    """

    doos: Bouwdoos
    rng: random.Random
    peil: int
    rommelig: bool

    @classmethod
    def van(cls, doos: Bouwdoos, rng: random.Random) -> _Loting:
        peil = rng.choice((52, 56, 58, 60, 64, 70, 84))
        return cls(doos=doos, rng=rng, peil=peil, rommelig=rng.random() < 0.5)

    def kandidaat(self, niveau: str, nummer: int) -> Examenresultaat:
        """Draw the whole candidate."""
        code, basis = self.rng.choice(self.doos.pakketten)
        vakken = self._vakken(basis)
        werkstukken = self._werkstukken()
        toetsen = self._toetsen()
        lijsten = [self._cijferlijst(code, vakken, werkstukken, toetsen)]
        if self._soms(0.2):
            andere = self.rng.choice(self.doos.andere)
            lijsten.append(self._cijferlijst(andere, vakken, werkstukken, toetsen))
        uitslag = None
        if self.rng.random() < 0.8:
            gegeven = self.rng.choice("GAD")
            uitslag = Uitslag(uitslag=gegeven, niveau=niveau, examenregime=self.doos.regime)
        return Examenresultaat(
            brin="01AA",
            burgerservicenummer="999990019",
            examenresultaatvolgnummer=f"ER{nummer}",
            vakresultaten=vakken,
            werkstukresultaten=werkstukken,
            toetsresultaten=toetsen,
            uitslag=uitslag,
            cijferlijsten=tuple(lijsten),
        )

    def _soms(self, kans: float) -> bool:
        """Say whether something odd happens; to a plain candidate it never does."""
        return self.rommelig and self.rng.random() < kans

    def _cijfer(self, peil: int) -> int:
        """Draw a mark in tenths around a level."""
        return min(100, max(10, peil + int(self.rng.gauss(0, 9))))

    def _heel_cijfer(self, peil: int) -> int:
        return (self._cijfer(peil) + 5) // 10

    def _vakken(self, basis: Sequence[str]) -> tuple[Vakresultaat, ...]:
        """Draw the subjects: a full exam, often one on top, sometimes one short."""
        codes = list(basis)
        lage_extra = ""
        if self.rng.random() < 0.4:
            extra = self.rng.choice(self.doos.extra)
            if extra not in codes:
                codes.insert(int(self.rng.random() * len(codes)), extra)
                lage_extra = extra if self.rng.random() < 0.5 else ""
        if self._soms(0.15):
            codes.remove(self.rng.choice(codes))
        for extra in _BIJZONDERE_VAKKEN:
            if self._soms(0.04) and extra not in codes:
                codes.append(extra)
        vakken: list[Vakresultaat] = []
        for code in codes:
            peil = self.peil - 14 if code == lage_extra else self.peil
            for _ in range(2 if self._soms(0.02) else 1):
                vakken.append(self._vak(code, str(len(vakken) + 1), peil))
        if self._soms(0.08):
            vakken.append(self._zonder_eindcijfer())
        return tuple(vakken)

    def _vak(self, code: str, volgnummer: str, peil: int) -> Vakresultaat:
        if not self.rommelig:
            niveau, regime = self.doos.resultaatniveau, self.doos.regime
            return self._met_cijfers(code, volgnummer, peil, niveau, regime)
        return self._vreemd_vak(code, volgnummer, peil, self.rng.random())

    def _vreemd_vak(self, code: str, volgnummer: str, peil: int, lot: float) -> Vakresultaat:
        """Draw an exemption, an inruil, an earlier or a higher result, or still a plain one."""
        niveau, regime = self.doos.resultaatniveau, self.doos.regime
        eerder = regime - self.rng.choice((1, 1, 2, 3, 5, 9, 10, 11))
        if lot < 0.05:
            return Vakresultaat(
                resultaatvolgnummer=volgnummer,
                vak=code,
                niveau=niveau,
                examenregime=self.rng.choice((regime, eerder)),
                reden_niet_deelname=self.rng.choice("VO"),
            )
        if lot < 0.08:
            return Vakresultaat(
                resultaatvolgnummer=volgnummer,
                vak=code,
                niveau=niveau,
                examenregime=self.rng.choice((None, eerder)),
                inruil=True,
                eindcijfer=self._heel_cijfer(peil),
            )
        if lot < 0.14:
            regime = eerder
        elif lot < 0.18 and code in self.doos.hoger:
            niveau, code = self.doos.hoger[code]
        vak = self._met_cijfers(code, volgnummer, peil, niveau, regime)
        if lot > 0.985:
            return evolve(vak, cijfer_se=None)
        if lot > 0.97:
            return evolve(vak, ce=())
        if lot > 0.96:
            return evolve(vak, inruil=True)
        return vak

    def _met_cijfers(
        self, code: str, volgnummer: str, peil: int, niveau: str, regime: int
    ) -> Vakresultaat:
        """Draw the marks that the vakkentabel asks for; of an unknown subject only an SE."""
        rij = vakrij(regime, niveau, code)
        heeft_ce = rij is not None and rij["cijfer_ce"] != "L"
        cijfer_se, cijfer_rv = None, None
        ce: tuple[CeResultaat, ...] = ()
        if rij is None or rij["cijfer_se"] != "L":
            cijfer_se = self._cijfer(peil)
            if not heeft_ce and regime != 2020 and self.rng.random() < 0.9:
                cijfer_se = (cijfer_se + 5) // 10 * 10
        if heeft_ce:
            ce = (CeResultaat(tijdvak=1, cijfer=self._cijfer(peil)),)
            if self.rng.random() < 0.15:
                ce = (*ce, CeResultaat(tijdvak=2, cijfer=self._cijfer(peil)))
        elif regime == 2020 and self.rng.random() < 0.15:
            cijfer_rv = self._cijfer(peil)
        return Vakresultaat(
            resultaatvolgnummer=volgnummer,
            vak=code,
            niveau=niveau,
            examenregime=regime,
            cijfer_se=cijfer_se,
            cijfer_rv=cijfer_rv,
            ce=ce,
        )

    def _zonder_eindcijfer(self) -> Vakresultaat:
        """Give lichamelijke opvoeding, or since 2021 rekenen: no mark that counts."""
        rekenen = self.doos.regime >= 2021 and self.rng.random() < 0.5
        return Vakresultaat(
            resultaatvolgnummer="20",
            vak=REKENEN if rekenen else LICHAMELIJKE_OPVOEDING,
            niveau=self.doos.resultaatniveau,
            examenregime=self.doos.regime,
            cijfer_se=self.rng.choice((40, 60)) if rekenen else None,
            beoordeling_se=None if rekenen else self.rng.choice("GVO"),
        )

    def _werkstukken(self) -> tuple[Werkstukresultaat, ...]:
        """Draw the werkstuk: with a mark, in the vmbo a beoordeling; at times none or two."""
        niveau, regime, reden = self.doos.resultaatniveau, self.doos.regime, None
        if niveau.startswith("VMBO") and self._soms(0.05):
            niveau = "HAVO"
        cijfer: int | None = self._heel_cijfer(self.peil + 8)
        beoordeling: str | None = None
        if niveau.startswith("VMBO"):
            cijfer, beoordeling = None, self.rng.choice("GV")
        if self._soms(0.06):
            cijfer, beoordeling, reden = None, None, "V"
        elif self._soms(0.04):
            cijfer, beoordeling = None, "O"
        elif self._soms(0.04):
            regime -= self.rng.choice((1, 10, 11))
        werkstuk = Werkstukresultaat(
            resultaatvolgnummer="30",
            niveau=niveau,
            examenregime=regime,
            reden_niet_deelname=reden,
            cijfer=cijfer,
            beoordeling=beoordeling,
        )
        if self._soms(0.04):
            return ()
        if self._soms(0.02):
            beter = evolve(werkstuk, resultaatvolgnummer="31", beoordeling="G")
            return werkstuk, beter
        return (werkstuk,)

    def _toetsen(self) -> tuple[Toetsresultaat, ...]:
        """Draw the rekentoets of 2014 to 2019: mostly taken, sometimes twice."""
        regime = self.doos.regime
        if regime > 2019 and not self._soms(0.1):
            return ()
        aantal = self.rng.choice((0, 1, 1, 1, 1, 1, 1, 1, 2))
        return tuple(
            Toetsresultaat(
                resultaatvolgnummer=str(40 + keer),
                toetscode="1107" if regime <= 2015 else "1121",
                niveau=self.doos.resultaatniveau,
                examenregime=min(regime, 2019),
                cijfer=self.rng.choice((4, 5, 5, 6, 6, 7, 8)),
            )
            for keer in range(aantal)
        )

    def _cijferlijst(
        self,
        code: str,
        vakken: Sequence[Vakresultaat],
        werkstukken: Sequence[Werkstukresultaat],
        toetsen: Sequence[Toetsresultaat],
    ) -> Cijferlijst:
        """Give a cijferlijst for an opleiding: without lines, or with those of the tables."""
        if self.rng.random() < 0.4:
            return Cijferlijst(opleiding=code)
        regels = [self._regel(code, vak) for vak in vakken]
        regels += [
            Cijferlijstregel(
                resultaatvolgnummer=werkstuk.resultaatvolgnummer,
                diplomavak=True,
                combinatiecijfer=not self._soms(0.02),
            )
            for werkstuk in werkstukken
        ]
        regels += [
            Cijferlijstregel(resultaatvolgnummer=toets.resultaatvolgnummer) for toets in toetsen
        ]
        return Cijferlijst(opleiding=code, regels=tuple(regels))

    def _regel(self, code: str, vak: Vakresultaat) -> Cijferlijstregel:
        samen, deel = _vaste_kenmerken(code, self.doos.regime, vak.niveau, vak.vak)
        if self._soms(0.02):
            samen = not samen
        if self._soms(0.03):
            deel = self.rng.choice(("G", "P", "V", None))
        return Cijferlijstregel(
            resultaatvolgnummer=vak.resultaatvolgnummer,
            diplomavak=not self._soms(0.04),
            combinatiecijfer=samen,
            examendeel=deel,
        )


@cache
def _vaste_kenmerken(code: str, regime: int, niveau: str, vak: str) -> tuple[bool, str | None]:
    """Give whether a subject counts in the combinatiecijfer, and its examendeel, by the tables."""
    rij, opgeleid = vakrij(regime, niveau, vak), opleiding(code)
    deel = None if opgeleid is None else voorgesteld_examendeel(keuzes(opgeleid, regime), vak)
    return rij is not None and rij["combinatiecijfer"] != "L", deel
