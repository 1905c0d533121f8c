"""The lines of a list of marks, one per result (Regeling modellen diploma's VO, bijlage 1)."""

from __future__ import annotations

from collections.abc import Iterator

from examen.documenten.benaming import benaming
from examen.documenten.inhoud import Examen, Regel
from examen.documenten.woorden import in_letters
from examen.model import (
    BEOORDELINGEN_SE,
    BEOORDELINGEN_STAGE,
    BEOORDELINGEN_WERKSTUK,
    Examenresultaat,
    Stageresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
)
from examen.namen import TabelNamen
from examen.regime import EERSTE_REGIME, LAATSTE_REGIME, regime
from examen.reken.cijfer import toon_cijfer
from examen.vakkentabel import Indicatie, Vakregel

Resultaat = Vakresultaat | Werkstukresultaat | Toetsresultaat | Stageresultaat
"""A result with a line of its own; the combinatiecijfer is computed."""

VRIJ = "vr"
"""Exempt or dispensed: stands in the place of a mark."""

NIET_AFGEROND = "n.a."
"""What was not finished as it should be: stands in the place of a beoordeling."""

_NIVEAUVOLGORDE = ("VMBO_GL", "VMBO_TL", "HAVO", "VWO")


def resultaten(er: Examenresultaat) -> Iterator[Resultaat]:
    """Give the results that can have a line, in the order of the message."""
    yield from er.vakresultaten
    yield from er.werkstukresultaten
    yield from er.toetsresultaten
    yield from er.stageresultaten


class Regelmaker:
    """Makes the lines of one examen on a list of one niveau and examenregime."""

    def __init__(self, examen: Examen, niveau: str, jaar: int, namen: TabelNamen) -> None:
        self._er = examen.examenresultaat
        self._eindcijfers = examen.uitkomst.eindcijfers
        self._niveau = niveau
        self._jaar = jaar
        self._namen = namen

    def regel(self, resultaat: Resultaat) -> Regel:
        """Give the line of a result."""
        match resultaat:
            case Vakresultaat():
                return self._vak(resultaat)
            case Werkstukresultaat():
                return self._werkstuk(resultaat)
            case Toetsresultaat():
                naam = self._met_niveau(self._namen.toets(resultaat.toetscode), resultaat.niveau)
                return _met_eindcijfer(naam, resultaat.cijfer)
            case Stageresultaat():
                beoordeling = BEOORDELINGEN_STAGE.get(resultaat.beoordeling or "", "")
                return Regel(vak=self._namen.stage(resultaat.stagecode), letters=beoordeling)

    def naam(self, resultaat: Resultaat) -> str:
        """Give the name of what a result is about, a werkstuk with its title and vakken."""
        regel = self.regel(resultaat)
        return f"{regel.vak}: {regel.toelichting}" if regel.toelichting else regel.vak

    def vakregel(self, vak: Vakresultaat) -> Vakregel | None:
        """Give the line of the vakkentabel that holds for a result."""
        return self._namen.vakregel(vak.vak, vak.niveau, vak.examenregime)

    def _kent_ce(self, vak: Vakresultaat) -> bool:
        """Tell whether a vak has a centraal examen; in a year without any, whether it will again.

        That in 2020 the SE mark of such a vak keeps its decimal is assumed (zekerheid laag): the
        models of that year were not read.
        """
        jaar = min(max(vak.examenregime or self._jaar, EERSTE_REGIME), LAATSTE_REGIME)
        uitslagniveau = "VWO_ATH" if vak.niveau == "VWO" else vak.niveau  # stands for all of vwo
        while not regime(jaar, uitslagniveau).centraal_examen.afgenomen:
            jaar += 1
        tabel = self._namen.vakregel(vak.vak, vak.niveau, jaar)
        return tabel is None or tabel.cijfer_ce != Indicatie.LEEG

    def _vaknaam(self, vak: Vakresultaat) -> str:
        """Give the official name, and the niveau behind it when that is a higher one."""
        regel = self.vakregel(vak)
        naam = self._namen.vak(vak.vak, vak.niveau, vak.examenregime)
        return self._met_niveau(regel.naam if regel else naam, vak.niveau)

    def _met_niveau(self, naam: str, niveau: str) -> str:
        eigen = _NIVEAUVOLGORDE.index(self._niveau)
        hoger = _NIVEAUVOLGORDE.index(niveau) > eigen
        return f"{naam} ({benaming(niveau, self._jaar).bij_vak})" if hoger else naam

    def _vak(self, vak: Vakresultaat) -> Regel:
        naam = self._vaknaam(vak)
        if vak.reden_niet_deelname is not None:
            return Regel(vak=naam, cijfer=VRIJ)
        if vak.beoordeling_se is not None:
            return Regel(vak=naam, letters=_beoordeling(vak.beoordeling_se, BEOORDELINGEN_SE))
        eind = self._eindcijfers.get(vak.resultaatvolgnummer)
        if not vak.ce and eind is not None and not self._kent_ce(vak):
            return _met_eindcijfer(naam, eind, se=str(eind))
        se = "" if vak.cijfer_se is None else toon_cijfer(vak.cijfer_se)
        ce = toon_cijfer(max(deel.cijfer for deel in vak.ce)) if vak.ce else ""
        return _met_eindcijfer(naam, eind, se=se, ce=ce)

    def _werkstuk(self, werkstuk: Werkstukresultaat) -> Regel:
        naam = benaming(werkstuk.niveau, self._jaar).werkstuk
        over = ", ".join(self._vaknaam(vak) for vak in self._er.vakresultaten if vak.werkstuk)
        toelichting = " – ".join(deel for deel in (werkstuk.titel, over) if deel)
        if werkstuk.reden_niet_deelname is not None:
            return Regel(vak=naam, toelichting=toelichting, cijfer=VRIJ)
        if werkstuk.beoordeling is not None:
            letters = _beoordeling(werkstuk.beoordeling, BEOORDELINGEN_WERKSTUK)
            return Regel(vak=naam, toelichting=toelichting, letters=letters)
        se = "" if werkstuk.cijfer is None else str(werkstuk.cijfer)
        return _met_eindcijfer(naam, werkstuk.cijfer, se=se, toelichting=toelichting)


def _met_eindcijfer(
    vak: str, eind: int | None, *, se: str = "", ce: str = "", toelichting: str = ""
) -> Regel:
    return Regel(
        vak=vak,
        toelichting=toelichting,
        se=se,
        ce=ce,
        cijfer="" if eind is None else str(eind),
        letters="" if eind is None else in_letters(eind),
    )


def _beoordeling(code: str, woorden: dict[str, str]) -> str:
    """Write a beoordeling; what is not sufficient was not finished."""
    return NIET_AFGEROND if code == "O" else woorden[code]


def combinatieregel(cijfer: int | str, *, met_onderdelen: bool = True) -> Regel:
    """Give the line of the combinatiecijfer, a mark or "vr", and a sign for its parts."""
    vak = "combinatiecijfer *)" if met_onderdelen else "combinatiecijfer"
    if isinstance(cijfer, str):
        return Regel(vak=vak, cijfer=VRIJ)
    return _met_eindcijfer(vak, cijfer)


def is_leeg(regel: Regel) -> bool:
    """Tell whether a line lacks both a mark and a beoordeling."""
    return not (regel.cijfer or regel.letters)
