"""The controls on person, enrolment and afterwards in plain Python, from the manual, row by row.

Written without a look at the columns; facts are lists of entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from examen.model import Examenresultaat
from examen.opleidingen import opleidingen
from register.model.persoon import Persoon
from register.referentie.soorten import (
    Aanbiederrelatie,
    Adres,
    BekendPersoon,
    Instelling,
    Land,
    Licentie,
    Onderwijslocatie,
    VoInschrijving,
    Voorvoegsel,
)
from register.vavo.inschrijving import Inschrijving, Inschrijvingsperiode

Vondst = tuple[str, str, str]
"""Signal, and of an enrolment the begindatum of the period and the opleiding, or ""."""


class Feiten:
    """Reference facts, by kind."""

    def __init__(self, rijen: Iterable[Any]) -> None:
        self._rijen = list(rijen)

    def van(self, soort: type[Any], **waarden: Any) -> Iterator[Any]:
        for rij in self._rijen:
            if isinstance(rij, soort) and all(getattr(rij, n) == w for n, w in waarden.items()):
                yield rij

    def geldt(self, soort: type[Any], dag: date, **waarden: Any) -> bool:
        return any(_geldt(rij, dag) for rij in self.van(soort, **waarden))


def _geldt(rij: Any, dag: date) -> bool:
    return (rij.begindatum is None or rij.begindatum <= dag) and (
        rij.einddatum is None or dag <= rij.einddatum
    )


def van_persoon(p: Persoon, feiten: Feiten, vandaag: date) -> Iterator[str]:
    bij_bsn = list(feiten.van(BekendPersoon, burgerservicenummer=p.burgerservicenummer or "-"))
    bij_own = list(feiten.van(BekendPersoon, onderwijsnummer=p.onderwijsnummer or "-"))
    nummer = p.burgerservicenummer or p.onderwijsnummer
    kandidaten = bij_bsn if p.burgerservicenummer else bij_own
    vervangt = any(k.vervangen_door == nummer for k in feiten.van(BekendPersoon))
    bekend = kandidaten[0] if kandidaten else None
    if nummer and bekend is None and not vervangt:
        yield "persoon_niet_gevonden"
    if bekend is not None:
        if bekend.vervangen_door is not None:
            yield "persoonsgebondennummer_niet_actueel"
        elif bekend.geboortedatum not in (None, p.geboortedatum) or bekend.geslacht not in (
            None,
            p.geslacht,
        ):
            soort = "bsn" if p.burgerservicenummer else "own"
            yield f"combinatie_{soort}_geboortedatum_geslacht_onbekend"
    if p.geboortedatum > vandaag.isoformat():
        yield "geboortedatum_in_toekomst"
    if p.voorvoegsel and not any(feiten.van(Voorvoegsel, voorvoegsel=p.voorvoegsel)):
        yield "voorvoegsel_onbekend"
    if bij_bsn and bij_own and _is_ander(p, bij_bsn[0], bij_own[0]):
        yield "bsn_ander_persoon"
    yield from _adres(p, feiten, vandaag)


def _is_ander(p: Persoon, bsn: BekendPersoon, own: BekendPersoon) -> bool:
    def anders(een: str | None, ander: str | None) -> bool:
        return een is not None and ander is not None and een != ander

    return (
        anders(bsn.onderwijsnummer, p.onderwijsnummer)
        or anders(own.vervangen_door or own.burgerservicenummer, p.burgerservicenummer)
        or anders(bsn.geboortedatum, own.geboortedatum)
        or anders(bsn.geslacht, own.geslacht)
    )


def _adres(p: Persoon, feiten: Feiten, vandaag: date) -> Iterator[str]:
    hier, elders = p.adres_binnenland, p.adres_buitenland
    onvolledig = False
    if hier is not None:
        if hier.postcode and hier.huisnummer:
            plek = {"postcode": hier.postcode, "huisnummer": hier.huisnummer}
            if not any(feiten.van(Adres, **plek)):
                yield "postcode_huisnummer_onbekend"
        elif not hier.locatie:
            onvolledig = True
    if elders is not None:
        onvolledig |= elders.landcode in (None, "6030")
        if elders.landcode and not feiten.geldt(Land, vandaag, landcode=elders.landcode):
            yield "landcode_woonadres_ongeldig"
    if onvolledig:
        yield "onvoldoende_adresgegevens"


def einde(i: Inschrijving) -> date | None:
    return i.datum_uitschrijving_werkelijk or i.datum_uitschrijving_gepland


def van_inschrijving(
    i: Inschrijving,
    persoon: Persoon | None,
    andere: Sequence[Inschrijving],
    feiten: Feiten,
    vandaag: date,
) -> Iterator[Vondst]:
    uit = einde(i)
    begin = i.datum_inschrijving
    if not feiten.geldt(Instelling, begin, brin=i.brin):
        yield "brin_onbekend_inschrijving", "", ""
    eindes = [einde(i)] + [
        einde(a)
        for a in andere
        if (a.brin, a.burgerservicenummer) == (i.brin, i.burgerservicenummer)
        and a.inschrijvingvolgnummer != i.inschrijvingvolgnummer
    ]
    if (
        all(eindes)
        and i.burgerservicenummer
        and vandaag > _plus_jaren(max(filter(None, eindes)), 5)
    ):
        yield "bewaartermijn_verlopen_inschrijving", "", ""
    if i.onderwijsaanbieder and not feiten.geldt(
        Aanbiederrelatie, begin, brin=i.brin, onderwijsaanbieder=i.onderwijsaanbieder
    ):
        yield "brin_onderwijsaanbieder_onbekend_inschrijving", "", ""
    if persoon is not None and begin.isoformat() <= persoon.geboortedatum:
        yield "datum_inschrijving_geboortedatum", "", ""
    if i.perioden and min(p.begindatum for p in i.perioden) != begin:
        yield "datum_begin_eerste_periode_vavo", "", ""
    if uit and uit < begin:
        yield "datum_uitschrijving_voor_datum_inschrijving", "", ""
    for nummer, periode in enumerate(i.perioden):
        eerder = [p.begindatum for p in i.perioden[:nummer]]
        yield from _periode(i, periode, feiten, dubbel=periode.begindatum in eerder)


def _plus_jaren(dag: date, jaren: int) -> date:
    return dag.replace(year=dag.year + jaren)


def _periode(
    i: Inschrijving, p: Inschrijvingsperiode, feiten: Feiten, *, dubbel: bool
) -> Iterator[Vondst]:
    dag, uit = p.begindatum.isoformat(), einde(i)
    if p.onderwijslocatie and not feiten.geldt(
        Onderwijslocatie, p.begindatum, onderwijslocatie=p.onderwijslocatie
    ):
        yield "onderwijslocatie_onbekend", dag, ""
    if uit and p.begindatum > uit:
        yield "inschrijvingsperiode_begindatum_datum_uitschrijving", dag, ""
    if dubbel:
        yield "inschrijvingsperiode_begindatum_dubbel", dag, ""
    bekostigd = [
        s.bekostigd for s in feiten.van(Instelling, brin=i.brin) if _geldt(s, i.datum_inschrijving)
    ]
    if False in bekostigd and p.betalende_partij != "2":
        yield "betalende_partij_instelling_niet_bekostigd", dag, ""
    hoofd = opleidingen().get(p.opleiding)
    gezien = [p.opleiding]
    for code in [p.opleiding, *(a.opleiding for a in p.aanvullende_opleidingen)]:
        if not feiten.geldt(Licentie, p.begindatum, brin=i.brin, opleiding=code):
            yield "licentie_opleiding_onbekend_inschrijving", dag, code
    for code in (a.opleiding for a in p.aanvullende_opleidingen):
        ander = opleidingen().get(code)
        if code in gezien:
            yield "opleiding_niet_uniek_periode", dag, code
        gezien.append(code)
        if hoofd and ander and hoofd.diplomeerbaar != ander.diplomeerbaar:
            yield "combinatie_aanvullende_opleiding_niet_toegestaan", dag, code
        if hoofd and ander and hoofd.niveau != ander.niveau:
            yield "opleiding_niveau_verschillend", dag, code


def achteraf(
    i: Inschrijving, persoon: Persoon | None, feiten: Feiten, vandaag: date
) -> Iterator[str]:
    """The quality signals of an enrolment; one per period for those on periods."""
    jaar = vandaag.year if vandaag.month >= 8 else vandaag.year - 1
    begin, eind = date(jaar, 8, 1), date(jaar + 1, 7, 31)
    uit = einde(i)
    recent = i.aangeleverd_op is None or (vandaag - i.aangeleverd_op.date()).days <= 90
    nog = uit is None or uit >= begin
    if recent and nog and i.datum_inschrijving.year > vandaag.year + 1:
        yield "datum_inschrijving_onwaarschijnlijk_ver_in_de_toekomst"
    nummer = i.burgerservicenummer or "-"
    for bekend in feiten.van(BekendPersoon, burgerservicenummer=nummer):
        if bekend.datum_overlijden is None or not nog or i.datum_inschrijving > eind:
            continue
        overleden = date.fromisoformat(bekend.datum_overlijden)
        if overleden <= vandaag - timedelta(days=28) and (uit is None or uit > overleden):
            yield "datum_uitschrijving_ligt_na_datum_overlijden"
    if recent and nog and persoon is not None:
        jarig = date.fromisoformat(persoon.geboortedatum)
        dag = i.datum_inschrijving
        leeftijd = dag.year - jarig.year - ((dag.month, dag.day) < (jarig.month, jarig.day))
        if not 16 <= leeftijd <= 76:
            yield "leeftijd_van_leerling_is_onwaarschijnlijk"
    vo = list(feiten.van(VoInschrijving, burgerservicenummer=nummer))
    oktober = date(jaar, 10, 1)
    if (
        recent
        and i.datum_inschrijving <= oktober
        and (uit is None or oktober <= uit)
        and any(_geldt(v, oktober) and v.uitbesteed_aan != i.brin for v in vo)
    ):
        yield "dubbele_inschrijving_vo"
    perioden = sorted(i.perioden, key=lambda p: p.begindatum)
    for periode, volgende in zip(perioden, [*perioden[1:], None], strict=False):
        laatste = volgende.begindatum - timedelta(days=1) if volgende else uit
        opleiding = opleidingen().get(periode.opleiding)
        niveaus = {v.niveau for v in vo if _geldt(v, periode.begindatum)} - {None}
        if (
            recent
            and (laatste is None or laatste >= begin)
            and opleiding
            and niveaus
            and opleiding.niveau not in niveaus
        ):
            yield "niveau_van_opleiding_afwijkend_van_vo_inschrijving"


def regime_van(er: Examenresultaat) -> int | None:
    if er.uitslag is not None:
        return er.uitslag.examenregime
    return max((vak.examenregime for vak in er.vakresultaten if vak.examenregime), default=None)


def van_examen(
    er: Examenresultaat, inschrijvingen: Sequence[Inschrijving], feiten: Feiten, vandaag: date
) -> Iterator[tuple[str, str]]:
    """The signals that reference data and enrolments give, with the opleiding or ""."""
    regime = regime_van(er)
    een_mei = date(regime, 5, 1) if regime else None
    dag = (er.uitslag.datum if er.uitslag else None) or een_mei

    def bekend(soort: type[Any], op: date | None, **waarden: Any) -> bool:
        if op is None:
            return any(feiten.van(soort, **waarden))
        return feiten.geldt(soort, op, **waarden)

    eindes = [einde(i) for i in _van(er, inschrijvingen)]
    if eindes and all(eindes) and vandaag > _plus_jaren(max(filter(None, eindes)), 5):
        yield "bewaartermijn_verlopen_resultaat", ""
    if er.onderwijsaanbieder and not bekend(
        Aanbiederrelatie, dag, brin=er.brin, onderwijsaanbieder=er.onderwijsaanbieder
    ):
        yield "brin_onderwijsaanbieder_onbekend_resultaat", ""
    if not bekend(Instelling, dag, brin=er.brin):
        yield "brin_onbekend_resultaat", ""
    for lijst in er.cijferlijsten:
        if not bekend(Licentie, een_mei, brin=er.brin, opleiding=lijst.opleiding):
            yield "licentie_opleiding_onbekend_cijferlijst", lijst.opleiding


def _van(er: Examenresultaat, inschrijvingen: Sequence[Inschrijving]) -> list[Inschrijving]:
    wie = (er.brin, er.burgerservicenummer)
    return [i for i in inschrijvingen if (i.brin, i.burgerservicenummer) == wie]


def examen_achteraf(
    er: Examenresultaat, inschrijvingen: Sequence[Inschrijving], vandaag: date
) -> Iterator[str]:
    """The quality signals of an examenresultaat; one per subject of a herkansing."""
    loopt = vandaag.month >= 8 or vandaag.month < 2
    vorig = vandaag.year if vandaag.month >= 8 else vandaag.year - 1
    if not loopt or regime_van(er) != vorig:
        return
    eigen, uitslag = _van(er, inschrijvingen), er.uitslag
    if uitslag is not None and uitslag.datum is not None:
        dag = uitslag.datum
        if not any(i.datum_inschrijving <= dag <= (einde(i) or date.max) for i in eigen):
            yield "geen_inschrijving_op_datum_uitslag"
    if uitslag is not None and uitslag.uitslag == "G":
        grens = date(uitslag.examenregime, 8, 1)
        if any((einde(i) or date.max) >= grens for i in eigen):
            yield "leerling_is_geslaagd_maar_nog_ingeschreven"
    heeft_se = any(v.cijfer_se is not None or v.beoordeling_se for v in er.vakresultaten)
    if uitslag is None and heeft_se and not er.teruggetrokken:
        yield "uitslag_examen_verwacht"
    for herkansing in er.herkansingen:
        for vak in herkansing.vakken:
            tijdvakken = {c.tijdvak for v in er.vakresultaten if v.vak == vak for c in v.ce}
            if herkansing.examenregime == vorig and len(tijdvakken) < 2:
                yield "resultaat_van_aangegeven_herkansing_ontbreekt"
