"""The controls once more, in plain Python, one examenresultaat at a time.

Written from the manual (chapter 6) over the entities themselves, to compare the columns with.
A finding is the id of its signal and the text that names its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from examen.codes import codes
from examen.model import (
    Cijferlijst,
    Combinatiecijferresultaat,
    Examenresultaat,
    Stageresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
)
from tests.orakel.deelname import regime_van_uitslag
from tests.orakel.eindcijfer import eindcijfer_vak, rond_gemiddelde
from tests.orakel.feiten import Rij, opleiding, vakrij

Vondst = tuple[str, tuple[str, ...]]
Resultaat = (
    Vakresultaat | Werkstukresultaat | Toetsresultaat | Stageresultaat | Combinatiecijferresultaat
)

RANG = {"VMBO_GL": 1, "VMBO_TL": 1, "HAVO": 2, "VWO": 3, "VWO_ATH": 3, "VWO_GYM": 3}


def vondsten(er: Examenresultaat, peildatum: date) -> list[Vondst]:
    """Give all findings, in order of text."""
    return sorted(_Dossier(er, peildatum).alle())


def herhalingen(waarden: Iterable[Any]) -> Iterator[bool]:
    """Say of each value whether it came before."""
    gezien = []
    for waarde in waarden:
        yield waarde in gezien
        gezien.append(waarde)


class _Dossier:
    def __init__(self, er: Examenresultaat, peildatum: date) -> None:
        self.er = er
        self.peildatum = peildatum
        self.schooljaar = peildatum.year + (peildatum.month >= 8)
        self.uitslag = er.uitslag.uitslag if er.uitslag else None
        self.niveau = er.uitslag.niveau if er.uitslag else None
        self.bepaald = self.uitslag in ("G", "A")
        self.havo_vwo = self.niveau in ("HAVO", "VWO_ATH", "VWO_GYM")
        self.resultaten: Sequence[Resultaat] = (
            *er.vakresultaten,
            *er.werkstukresultaten,
            *er.toetsresultaten,
            *er.stageresultaten,
            *er.combinatiecijferresultaten,
        )
        self.op_nummer: dict[str, Resultaat] = {}
        for resultaat in self.resultaten:
            self.op_nummer.setdefault(resultaat.resultaatvolgnummer, resultaat)
        self.regels = [regel for lijst in er.cijferlijsten for regel in lijst.regels]
        self.tellend = [r.resultaatvolgnummer for r in self.regels if r.diplomavak]

    def alle(self) -> Iterator[Vondst]:
        yield from self.van_resultaten()
        yield from self.van_herkansingen()
        for vak, herhaald in zip(
            self.er.vakresultaten, herhalingen(v.vak for v in self.er.vakresultaten), strict=True
        ):
            waar = (vak.resultaatvolgnummer,)
            namen = [*self.van_vak(vak)] + ["vak_niet_uniek"] * herhaald
            yield from ((naam, waar) for naam in namen)
            for ce, dubbel in zip(vak.ce, herhalingen(c.tijdvak for c in vak.ce), strict=True):
                if dubbel:
                    plaats = (vak.resultaatvolgnummer, str(ce.tijdvak))
                    yield "tijdvak_vakresultaat_ce_niet_uniek", plaats
        yield from self.van_andere_resultaten()
        yield from ((naam, (self.er.examenresultaatvolgnummer,)) for naam in self.van_uitslag())
        yield from self.van_cijferlijsten()
        yield from self.van_certificaten()

    def rij(self, vak: Vakresultaat) -> Rij | None:
        regime = regime_van_uitslag(self.er) if vak.examenregime is None else vak.examenregime
        return vakrij(regime, vak.niveau, vak.vak)

    def telt(self, resultaat: Resultaat) -> bool:
        """Say whether a line with diplomavak names this very result."""
        nummer = resultaat.resultaatvolgnummer
        return nummer in self.tellend and self.op_nummer[nummer] is resultaat

    def eindcijfer(self, resultaat: Resultaat) -> int | None:
        if isinstance(resultaat, Vakresultaat):
            if resultaat.eindcijfer is not None:
                return resultaat.eindcijfer
            return eindcijfer_vak(resultaat, regime_van_uitslag(self.er))
        return getattr(resultaat, "cijfer", None)

    def van_resultaten(self) -> Iterator[Vondst]:
        nummers = [resultaat.resultaatvolgnummer for resultaat in self.resultaten]
        for resultaat, herhaald in zip(self.resultaten, herhalingen(nummers), strict=True):
            waar = (resultaat.resultaatvolgnummer,)
            inruil = getattr(resultaat, "inruil", False)
            regime = resultaat.examenregime
            if herhaald:
                yield "resultaatvolnummer_niet_uniek", waar
            if regime is not None and regime > self.schooljaar:
                yield "examenregime_in_toekomst_resultaat", waar
            if regime is None and not inruil:
                yield "examenregime_niet_gevuld", waar
            merken = ("cijfer_se", "cijfer_rv", "beoordeling_se", "eindcijfer", "cijfer")
            gemerkt = any(getattr(resultaat, m, None) is not None for m in (*merken, "beoordeling"))
            if getattr(resultaat, "reden_niet_deelname", None) and (
                gemerkt or getattr(resultaat, "ce", ())
            ):
                yield "resultaat_ontheffing_vrijstelling_onjuiste_beoordeling", waar
            if inruil and not self.bepaald:
                yield "inruil_bij_deexamen", waar

    def van_herkansingen(self) -> Iterator[Vondst]:
        bekend = {vak.vak for vak in self.er.vakresultaten}
        for herkansing in self.er.herkansingen:
            for vak, herhaald in zip(
                herkansing.vakken, herhalingen(herkansing.vakken), strict=True
            ):
                waar = (vak, str(herkansing.tijdvak))
                if herhaald:
                    yield "vak_herkansing_niet_uniek", waar
                if vak not in bekend:
                    yield "herkansing_zonder_resultaat", waar

    def van_vak(self, vak: Vakresultaat) -> Iterator[str]:
        rij = self.rij(vak)
        if vak.examenregime in range(2015, 2028) and rij is None:
            yield "vak_bestaat_niet"
        if self.uitslag and vak.werkstuk and not self.er.werkstukresultaten:
            yield "indicatie_werkstuk_onjuist"
        if rij is None:
            return
        leeg = {naam for naam, letter in rij.items() if letter == "L"}
        geexamineerd = vak.reden_niet_deelname is None
        moet = {naam for naam, letter in rij.items() if letter == "V"}
        if not (geexamineerd and self.telt(vak)):
            moet = set()
        berekend = eindcijfer_vak(vak, regime_van_uitslag(self.er))
        if vak.eindcijfer is not None and geexamineerd:
            anders = berekend is not None and berekend != vak.eindcijfer
            if anders or "eindcijfer" in leeg:
                yield "eindcijfer_onjuist_berekend"
        if vak.eindcijfer is None and "eindcijfer" in moet:
            yield "eindcijfer_onjuist_gevuld"
        if vak.cijfer_se is not None and "cijfer_se" in leeg:
            yield "cijfer_se_onjuist"
        if vak.cijfer_se is None and "cijfer_se" in moet:
            yield "cijfer_se_ontbreekt"
        if vak.beoordeling_se is not None and "beoordeling_se" in leeg:
            yield "beoordeling_se_onjuist"
        if vak.beoordeling_se is None and "beoordeling_se" in moet:
            yield "beoordeling_se_ontbreekt"
        if vak.ce and geexamineerd and "cijfer_ce" in leeg:
            yield "cijfer_ce_onjuist"
        if not vak.ce and "cijfer_ce" in moet:
            yield "cijfer_ce_ontbreekt"

    def van_andere_resultaten(self) -> Iterator[Vondst]:
        for werkstuk in self.er.werkstukresultaten:
            waar = (werkstuk.resultaatvolgnummer,)
            if werkstuk.reden_niet_deelname is not None:
                continue
            if werkstuk.niveau in ("HAVO", "VWO") and werkstuk.cijfer is None:
                yield "cijfer_werkstuk_onjuist", waar
            if werkstuk.niveau in ("VMBO_GL", "VMBO_TL") and werkstuk.beoordeling is None:
                yield "beoordeling_werkstuk_onjuist", waar
        for toets in self.er.toetsresultaten:
            if toets.toetscode not in codes().toetsen:
                yield "toetscode_onjuist", (toets.resultaatvolgnummer,)
        for stage in self.er.stageresultaten:
            if stage.stagecode not in codes().stages:
                yield "stagecode_onjuist", (stage.resultaatvolgnummer,)

    def van_uitslag(self) -> Iterator[str]:
        uitslag = self.er.uitslag
        if uitslag is None:
            return
        if uitslag.examenregime > self.schooljaar:
            yield "examenregime_in_toekomst_uitslag"
        if uitslag.datum is not None and uitslag.datum > self.peildatum:
            yield "datum_uitslag_in_toekomst"
        voorstel = any(not lijst.regels for lijst in self.er.cijferlijsten)
        if uitslag.uitslag == "G" and not self.tellend and not voorstel:
            yield "geen_diplomavak"
        if uitslag.uitslag == "G" and self.er.certificaten:
            yield "certificaat_bij_geslaagd"
        werkstuk = any(self.telt(werkstuk) for werkstuk in self.er.werkstukresultaten)
        erbij = any(vak.werkstuk and self.telt(vak) for vak in self.er.vakresultaten)
        if self.havo_vwo and self.bepaald and werkstuk and not erbij:
            yield "werkstuk_zonder_vak"
        if self.havo_vwo and self.bepaald and not self.er.combinatiecijferresultaten:
            yield "combinatiecijfer_ontbreekt"

    def van_cijferlijsten(self) -> Iterator[Vondst]:
        lijsten = self.er.cijferlijsten
        for lijst, herhaald in zip(lijsten, herhalingen(c.opleiding for c in lijsten), strict=True):
            namen = [*self.van_lijst(lijst)]
            namen += ["opleiding_niet_uniek_cijferlijst"] * herhaald
            yield from ((naam, (lijst.opleiding,)) for naam in namen)
            nummers = [regel.resultaatvolgnummer for regel in lijst.regels]
            for regel, dubbel in zip(lijst.regels, herhalingen(nummers), strict=True):
                gevonden = [*self.van_regel(lijst, regel)]
                gevonden += ["resultaatvolgnummer_cijferlijst_niet_uniek"] * dubbel
                waar = (regel.resultaatvolgnummer, lijst.opleiding)
                yield from ((naam, waar) for naam in gevonden)

    def van_lijst(self, lijst: Cijferlijst) -> Iterator[str]:
        rij = opleiding(lijst.opleiding)
        if self.bepaald and not (rij and rij["diplomeerbaar"]):
            yield "opleiding_niet_diplomeerbaar"
        if rij and self.niveau and rij["uitslagniveau"] != self.niveau:
            yield "niveau_opleiding_uitslag_ongelijk"
        if len(self.combinatiecijfers(lijst)) > 1:
            yield "meerdere_combinatiecijfers_cijferlijst"

    def combinatiecijfers(self, lijst: Cijferlijst) -> list[Combinatiecijferresultaat]:
        genoemd = [self.op_nummer.get(regel.resultaatvolgnummer) for regel in lijst.regels]
        return [r for r in genoemd if isinstance(r, Combinatiecijferresultaat)]

    def van_regel(self, lijst: Cijferlijst, regel: Any) -> Iterator[str]:
        resultaat = self.op_nummer.get(regel.resultaatvolgnummer)
        telt, in_cc, beslist = regel.diplomavak, regel.combinatiecijfer, self.bepaald
        if in_cc and not telt:
            yield "indicatie_diplomavak_moet_ja_zijn"
        if resultaat is None:
            yield "resultaatvolgnummer_cijferlijst_onbekend"
            return
        niveau = getattr(resultaat, "niveau", None)
        if telt and niveau and self.niveau and RANG[niveau] < RANG[self.niveau]:
            yield "lager_niveau_niet_toegestaan"
        match resultaat:
            case Vakresultaat():
                yield from self.van_vakregel(lijst, regel, resultaat)
            case Werkstukresultaat():
                onafgerond = resultaat.beoordeling == "O"
                if self.uitslag == "G" and not self.havo_vwo and telt and onafgerond:
                    yield "beoordeling_werkstuk_onafgerond"
                if self.havo_vwo and beslist and not in_cc:
                    yield "werkstuk_indicatie_combinatiecijfer_moet_ja_zijn"
            case Combinatiecijferresultaat():
                if beslist and not telt:
                    yield "combinatiecijfer_indicatie_diplomavak"
                yield from self.van_combinatiecijfer(lijst, resultaat)
        if not isinstance(resultaat, Vakresultaat) and regel.examendeel is not None:
            yield "examendeel_mag_niet_gevuld"
        if in_cc and not isinstance(resultaat, Vakresultaat | Werkstukresultaat):
            yield "indicatie_combinatiecijfer_niet_toegestaan"

    def van_vakregel(self, lijst: Cijferlijst, regel: Any, vak: Vakresultaat) -> Iterator[str]:
        rij = self.rij(vak)
        telt, in_cc = regel.diplomavak, regel.combinatiecijfer
        verplicht = self.havo_vwo and self.bepaald and telt
        if verplicht and regel.examendeel is None:
            yield "examendeel_moet_gevuld"
        if self.uitslag == "G" and telt and vak.beoordeling_se == "O":
            yield "beoordeling_se_onvoldoende"
        if in_cc and not self.combinatiecijfers(lijst):
            yield "indicatie_combinatiecijfer_onjuist"
        if rij is None:
            return
        havo_vwo = vak.niveau in ("HAVO", "VWO")
        if in_cc and havo_vwo and not rij["combinatiecijfer_toegestaan"]:
            yield "combinatiecijfer_resultaat_niet_toegestaan"
        if in_cc and not havo_vwo and rij.get("beroepsgericht") not in ("profielvak", "keuzevak"):
            yield "combinatiecijfer_resultaat_niet_toegestaan_vmbo"
        moet = verplicht and rij["combinatiecijfer"] == "V" and vak.reden_niet_deelname is None
        if moet and not in_cc:
            yield "resultaat_moet_in_combinatiecijfer"

    def van_combinatiecijfer(
        self, lijst: Cijferlijst, geleverd: Combinatiecijferresultaat
    ) -> Iterator[str]:
        genoemd = [
            self.op_nummer.get(r.resultaatvolgnummer) for r in lijst.regels if r.combinatiecijfer
        ]
        delen = [r for r in genoemd if isinstance(r, Vakresultaat | Werkstukresultaat)]
        if not delen:
            yield "combinatiecijfer_zonder_resultaten"
            return
        cijfers = {"": [], "profielvak": [], "keuzevak": []}
        for deel in delen:
            cijfer = self.eindcijfer(deel)
            if cijfer is None and deel.reden_niet_deelname is None:
                return
            if cijfer is not None:
                rij = self.rij(deel) if isinstance(deel, Vakresultaat) else None
                soort = (rij or {}).get("beroepsgericht", "")
                cijfers[soort if soort in cijfers else ""].append(cijfer)
        keuze, profiel = cijfers["keuzevak"], cijfers["profielvak"]
        alle = [c for groep in cijfers.values() for c in groep]
        verwacht = rond_gemiddelde(sum(alle), len(alle)) if alle else None
        if keuze and profiel:
            verwacht = rond_gemiddelde(len(keuze) * max(profiel) + sum(keuze), 2 * len(keuze))
        if geleverd.cijfer != verwacht:
            yield "combinatiecijfer_onjuist"

    def van_certificaten(self) -> Iterator[Vondst]:
        nummers = [
            n for certificaat in self.er.certificaten for n in certificaat.resultaatvolgnummers
        ]
        for nummer, herhaald in zip(nummers, herhalingen(nummers), strict=True):
            resultaat = self.op_nummer.get(nummer)
            if herhaald:
                yield "resultaatvolnummer_certificaat_niet_uniek", (nummer,)
            if resultaat is None:
                yield "resultaatvolnummer_certificaat_onbekend", (nummer,)
                continue
            beoordeling = getattr(
                resultaat, "beoordeling_se", getattr(resultaat, "beoordeling", "")
            )
            if (self.eindcijfer(resultaat) or 0) < 6 and beoordeling not in ("V", "G"):
                yield "certificaat_voor_onvoldoende", (nummer,)
