"""The cijferlijst of an eindexamen: one per opleiding and profiel.

Uitvoeringsbesluit WVO 2020 art. 3.40 (until 2022 Eindexamenbesluit VO art. 52); Regeling modellen
diploma's VO art. 4 and bijlage 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from examen.documenten import bezwaren
from examen.documenten.benaming import benaming, wordt_vermeld
from examen.documenten.inhoud import Cijferlijstdocument, Document, Examen, Groep, Regel, School
from examen.documenten.regels import Regelmaker, Resultaat, combinatieregel, is_leeg, resultaten
from examen.documenten.waarmerk import (
    VOOR_EINDEXAMEN,
    examenjaar,
    geleverde_uitslag,
    ondertekening,
    waarmerk,
)
from examen.model import EXAMENDELEN, UITSLAGEN, Cijferlijstregel, Vakresultaat, Werkstukresultaat
from examen.namen import TabelNamen
from examen.opleidingen import opleidingen
from examen.pakket import WERKSTUK, pakketten
from examen.uitkomst import CijferlijstUitkomst
from examen.vakkentabel import Indicatie

SJABLOON = "cijferlijst"


def cijferlijsten(
    examen: Examen, school: School, dag: date, namen: TabelNamen
) -> Iterator[Document]:
    """Give the cijferlijst of each opleiding, for each of its profielen one.

    None for a deelexamen, which has a list of its own (`deelcijferlijsten`).
    """
    if geleverde_uitslag(examen) == "D":
        return
    for lijst in examen.uitkomst.cijferlijsten:
        if geleverde_uitslag(examen) is None and lijst.uitslag == "D":
            continue
        opleiding = opleidingen().get(lijst.opleiding)
        if opleiding is None:
            continue
        gedrukt = Lijst(examen, lijst, namen)
        woorden = benaming(opleiding.niveau, gedrukt.jaar)
        van_meer = len(opleiding.profielen) > 1
        for profiel in opleiding.profielen or ("",):
            naam = pakketten().profielen(opleiding.uitslagniveau).get(profiel, "")
            conform = f" conform {woorden.richting} {naam}" if naam else ""
            verklaring = f"heeft deelgenomen aan het eindexamen {woorden.schoolsoort}{conform},"
            inhoud = Cijferlijstdocument(
                **waarmerk(examen, school, dag),
                titel="cijferlijst",
                ondertekening=ondertekening(VOOR_EINDEXAMEN, school),
                verklaring=verklaring,
                groepen=tuple(gedrukt.groepen()),
                onderdelen=tuple(gedrukt.onderdelen()),
                uitslag=UITSLAGEN[geleverde_uitslag(examen) or lijst.uitslag],
            )
            yield Document(
                sjabloon=SJABLOON,
                kenmerk=f"{lijst.opleiding}_{profiel}" if van_meer else lijst.opleiding,
                dag=dag,
                inhoud=inhoud,
                bezwaren=(
                    *bezwaren.van_iedereen(examen, dag),
                    *bezwaren.van_uitslag(examen, lijst.uitslag),
                    *gedrukt.ontbreekt(),
                ),
            )


class Lijst:
    """The results of one cijferlijst, divided as they are printed."""

    def __init__(self, examen: Examen, lijst: CijferlijstUitkomst, namen: TabelNamen) -> None:
        opleiding = opleidingen()[lijst.opleiding]
        self.jaar = examenjaar(examen.examenresultaat)
        self._lijst = lijst
        self._vmbo = opleiding.niveau.startswith("VMBO")
        self._maker = Regelmaker(examen, opleiding.niveau, self.jaar, namen)
        van_nummer = {
            resultaat.resultaatvolgnummer: resultaat
            for resultaat in resultaten(examen.examenresultaat)
            if not isinstance(resultaat, Vakresultaat) or wordt_vermeld(resultaat)
        }
        self._paren = tuple(
            (regel, van_nummer[regel.resultaatvolgnummer])
            for regel in lijst.regels
            if regel.resultaatvolgnummer in van_nummer
        )

    def groepen(self) -> Iterator[Groep]:
        """Give the headings with their lines; the combinatiecijfer ends the first."""
        combinatie = self._lijst.combinatiecijfer
        slot = () if combinatie is None else (combinatieregel(combinatie),)
        if self._vmbo:
            yield Groep(kop="vakken", regels=(*self._regels("vakken"), *slot))
        else:
            for code, naam in EXAMENDELEN.items():
                regels = (*self._regels(code), *(slot if code == "G" else ()))
                if regels:
                    yield Groep(kop=naam, regels=regels)
        overig = tuple(self._regels("overig"))
        if overig:
            yield Groep(kop="overige onderdelen", regels=overig)

    def onderdelen(self) -> Iterator[Regel]:
        """Give the parts of the combinatiecijfer, the werkstuk last."""
        if self._lijst.combinatiecijfer is None:
            return
        delen = [r for regel, r in self._paren if self._is_onderdeel(regel)]
        for resultaat in sorted(delen, key=lambda r: isinstance(r, Werkstukresultaat)):
            yield self._maker.regel(resultaat)

    def ontbreekt(self) -> Iterator[str]:
        """Give what a line lacks that is to be printed."""
        for regel, resultaat in self._paren:
            if not regel.diplomavak:
                continue
            if is_leeg(self._maker.regel(resultaat)):
                yield f"{self._maker.naam(resultaat)}: geen eindcijfer of beoordeling"
            if isinstance(resultaat, Werkstukresultaat) and not (
                resultaat.titel or resultaat.reden_niet_deelname
            ):
                yield "het werkstuk heeft geen titel"

    def _regels(self, plaats: str) -> Iterator[Regel]:
        for regel, resultaat in self._paren:
            if self._plaats(regel, resultaat) == plaats:
                yield self._maker.regel(resultaat)

    def _plaats(self, regel: Cijferlijstregel, resultaat: Resultaat) -> str | None:
        """Say under which heading a result stands; None when it is not among the vakken.

        What takes no part in the uitslag stands in the vrije deel, unless it is empty or an older
        try at what does take part.
        """
        if self._is_onderdeel(regel) and self._lijst.combinatiecijfer is not None:
            return None
        leeg = is_leeg(self._maker.regel(resultaat))
        wat = _wat(resultaat)
        if wat is None or self._zonder_eindcijfer(resultaat):
            return None if leeg else "overig"
        if not regel.diplomavak and (leeg or wat in self._meetellend):
            return None
        if self._vmbo:
            return "vakken"
        return "G" if isinstance(resultaat, Werkstukresultaat) else regel.examendeel or "V"

    def _is_onderdeel(self, regel: Cijferlijstregel) -> bool:
        return regel.combinatiecijfer and regel.diplomavak

    def _zonder_eindcijfer(self, resultaat: Resultaat) -> bool:
        """Rekenen has a mark but no eindcijfer; its place is an annex of the cijferlijst."""
        if not isinstance(resultaat, Vakresultaat) or resultaat.cijfer_se is None:
            return False
        tabel = self._maker.vakregel(resultaat)
        return tabel is not None and tabel.eindcijfer == Indicatie.LEEG

    @property
    def _meetellend(self) -> set[str | None]:
        return {_wat(resultaat) for regel, resultaat in self._paren if regel.diplomavak}


def _wat(resultaat: Resultaat) -> str | None:
    """Give what a result is a try at: the same vak has several codes; None for a toets or stage."""
    match resultaat:
        case Vakresultaat():
            return pakketten().groepen.telvak.get(resultaat.vak, resultaat.vak)
        case Werkstukresultaat():
            return WERKSTUK
        case _:
            return None
