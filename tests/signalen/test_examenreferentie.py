"""The controls on examenresultaten that ask what DUO knows, or who was enrolled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from attrs import evolve

from examen.controles import SLEUTELS, per_stand
from examen.controles.referentie import CONTROLES, NODIG, bevindingen
from examen.model import Examenresultaat
from register.controle import Controle
from register.referentie import referentie_van
from register.referentie.soorten import Aanbiederrelatie, Instelling, Licentie
from register.vavo.controles import alleen_nummers, bevindingen_persoon
from register.vavo.controles.context import Omgeving
from register.vormen.kolommen import kolommen
from register.wijziging import haal_weg, pas_toe, zet
from tests.omgeving import PEILDATUM, omgeving, omgeving_van_examens, voorbeeldreferentie
from tests.schoon import DOSSIERS, schoon

HAVO = schoon("HAVO")


def signalen(
    examens: Sequence[Examenresultaat], rondom: Omgeving | None = None, op: date = PEILDATUM
) -> list[list[str]]:
    frames = kolommen(Examenresultaat, examens)
    gevonden = bevindingen(frames, rondom or omgeving_van_examens(), op)
    return [gevonden.filter(stand=stand)["signaal"].to_list() for stand in range(len(examens))]


@pytest.mark.parametrize("niveau", DOSSIERS)
def test_een_schoon_dossier_geeft_niets(niveau: str) -> None:
    assert [[]] == signalen([schoon(niveau)])


@pytest.mark.parametrize("controle", CONTROLES, ids=lambda c: c.signaal)
def test_raak_geeft_precies_dit_signaal_en_stil_niets(controle: Controle) -> None:
    raak, stil = (pas_toe(HAVO, *w) for w in (controle.raak, controle.stil))

    assert [[controle.signaal], []] == signalen([raak, stil])


def test_zonder_examenresultaten_is_er_niets() -> None:
    assert [] == signalen([])


def test_zonder_referentie_en_inschrijvingen_zwijgt_alles() -> None:
    rondom = evolve(omgeving(), referentie=referentie_van([]))

    assert [[]] == signalen([evolve(HAVO, brin="00AA")], rondom)
    assert {c.signaal for c in CONTROLES} - {"bewaartermijn_verlopen_resultaat"} == set(NODIG)


def met_uitslag_op(dag: date | None) -> Examenresultaat:
    return pas_toe(HAVO, zet("uitslag", datum=dag))


def test_brin_en_onderwijsaanbieder_gelden_op_de_datum_van_de_uitslag() -> None:
    dag = date(2025, 6, 12)
    feiten = [
        Instelling(brin="99XX", begindatum=dag, einddatum=dag),
        Aanbiederrelatie(brin="99XX", onderwijsaanbieder="101A345", begindatum=dag, einddatum=dag),
    ]
    rondom = evolve(omgeving_van_examens(), referentie=referentie_van(feiten))
    beide = ["brin_onderwijsaanbieder_onbekend_resultaat", "brin_onbekend_resultaat"]

    assert [beide, [], beide] == signalen(
        [met_uitslag_op(date(2025, 6, d)) for d in (11, 12, 13)], rondom
    )


@pytest.mark.parametrize(
    ("einde", "verwacht"),
    [(date(2025, 4, 30), ["brin_onbekend_resultaat"]), (date(2025, 5, 1), [])],
)
def test_zonder_datum_geldt_een_mei_van_het_regime(einde: date, verwacht: list[str]) -> None:
    referentie = referentie_van([Instelling(brin="99XX", einddatum=einde)])
    rondom = evolve(omgeving_van_examens(), referentie=referentie)
    zonder_uitslag = pas_toe(HAVO, haal_weg("uitslag"))

    assert [verwacht, verwacht] == signalen([met_uitslag_op(None), zonder_uitslag], rondom)


@pytest.mark.parametrize(
    ("begin", "eind", "verwacht"),
    [
        (date(2025, 5, 1), None, []),
        (date(2025, 5, 2), None, ["licentie_opleiding_onbekend_cijferlijst"]),
        (None, date(2025, 5, 1), []),
        (None, date(2025, 4, 30), ["licentie_opleiding_onbekend_cijferlijst"]),
    ],
)
def test_een_licentie_geldt_op_een_mei_van_het_examenregime(
    begin: date | None, eind: date | None, verwacht: list[str]
) -> None:
    licentie = Licentie(brin="99XX", opleiding="5372", begindatum=begin, einddatum=eind)
    rondom = evolve(omgeving_van_examens(), referentie=referentie_van([licentie]))

    assert [verwacht] == signalen([HAVO], rondom)


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [(date(2030, 7, 31), []), (date(2030, 8, 1), ["bewaartermijn_verlopen_resultaat"])],
)
def test_vijf_jaar_na_de_laatste_inschrijving_is_net_op_tijd(op: date, verwacht: list[str]) -> None:
    assert [verwacht] == signalen([HAVO], op=op)


def test_wie_nooit_ingeschreven_was_heeft_geen_bewaartermijn() -> None:
    onbekend = evolve(HAVO, burgerservicenummer="999990007")

    assert [[]] == signalen([onbekend], op=date(2050, 1, 1))


def test_een_bevinding_noemt_tekst_en_opleiding() -> None:
    frames = kolommen(Examenresultaat, [pas_toe(HAVO, zet("cijferlijsten", opleiding="5375"))])

    gevonden = bevindingen(frames, omgeving_van_examens(), PEILDATUM)
    ((bevinding,),) = per_stand(gevonden).values()

    assert ["stand", "signaal", *SLEUTELS] == gevonden.columns
    assert ("Licentie opleiding onbekend", "afkeur", {"opleiding": "5375"}) == (
        bevinding.signaal,
        bevinding.effect,
        bevinding.sleutels,
    )


def test_ook_het_nummer_in_een_examenresultaat_moet_bekend_zijn() -> None:
    examens = [HAVO, evolve(HAVO, burgerservicenummer="999990007")]
    wortel = kolommen(Examenresultaat, examens)["examenresultaat"]

    gevonden = bevindingen_persoon(alleen_nummers(wortel), voorbeeldreferentie(), PEILDATUM)

    assert [(1, "persoon_niet_gevonden", "afkeur")] == gevonden.rows()
