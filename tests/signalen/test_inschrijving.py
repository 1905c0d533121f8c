"""The controls on enrolments: their examples, the borders of dates, and what is not judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from attrs import evolve

from register.controle import Controle
from register.referentie import referentie_van
from register.referentie.soorten import Aanbiederrelatie, Instelling, Licentie, Onderwijslocatie
from register.vavo.controles import INSCHRIJVINGSCONTROLES, bevindingen_inschrijving
from register.vavo.controles.context import Omgeving
from register.vavo.inschrijving import AanvullendeOpleiding, Inschrijving
from register.vormen.kolommen import kolommen
from register.wijziging import herhaal, pas_toe, zet
from tests.omgeving import PEILDATUM, SCHOON, omgeving

SCHONE_INSCHRIJVING = SCHOON["inschrijving"]


def signalen(
    inschrijvingen: Sequence[Inschrijving],
    rondom: Omgeving | None = None,
    op: date = PEILDATUM,
) -> list[list[str]]:
    frames = kolommen(Inschrijving, inschrijvingen)
    gevonden = bevindingen_inschrijving(frames, rondom or omgeving(), op)
    return [
        gevonden.filter(stand=stand)["signaal"].to_list() for stand in range(len(inschrijvingen))
    ]


def op_datum(dag: date) -> Inschrijving:
    """A clean enrolment from another day on."""
    return pas_toe(
        SCHONE_INSCHRIJVING, zet(datum_inschrijving=dag), zet("perioden", begindatum=dag)
    )


def test_een_schone_inschrijving_geeft_niets() -> None:
    assert [[]] == signalen([SCHONE_INSCHRIJVING])


@pytest.mark.parametrize("controle", INSCHRIJVINGSCONTROLES, ids=lambda c: c.signaal)
def test_raak_geeft_precies_dit_signaal_en_stil_niets(controle: Controle) -> None:
    raak, stil = (pas_toe(SCHONE_INSCHRIJVING, *w) for w in (controle.raak, controle.stil))

    assert ([[controle.signaal]], [[]]) == (signalen([raak]), signalen([stil]))


def test_zonder_inschrijvingen_is_er_niets() -> None:
    assert [] == signalen([])


def test_zonder_referentie_zwijgt_wat_erom_vraagt() -> None:
    vreemd = pas_toe(
        evolve(SCHONE_INSCHRIJVING, brin="00AA", onderwijsaanbieder="999A999"),
        zet("perioden", onderwijslocatie="999X999", opleiding="5399"),
    )
    leeg = evolve(omgeving(), referentie=referentie_van([]))

    assert [[]] == signalen([vreemd], leeg)


def test_een_lege_periode_of_opleiding_geeft_geen_leeg_antwoord() -> None:
    kaal = evolve(
        SCHONE_INSCHRIJVING,
        burgerservicenummer=None,
        onderwijsaanbieder=None,
        datum_uitschrijving_gepland=None,
        perioden=(),
    )

    assert [[]] == signalen([kaal])


def test_een_brin_is_actief_tot_en_met_zijn_laatste_dag() -> None:
    laatste = date(2024, 8, 1)
    referentie = referentie_van([Instelling(brin="99XX", begindatum=laatste, einddatum=laatste)])
    rondom = evolve(omgeving(), referentie=referentie)

    assert [
        ["brin_onbekend_inschrijving"],
        [],
        ["brin_onbekend_inschrijving"],
    ] == signalen(
        [op_datum(date(2024, 7, 31)), op_datum(laatste), op_datum(date(2024, 8, 2))], rondom
    )


def test_een_licentie_geldt_op_de_dag_waarop_de_periode_begint() -> None:
    dag = date(2024, 8, 1)
    licentie = Licentie(brin="99XX", opleiding="5372", begindatum=dag, einddatum=dag)
    rondom = evolve(omgeving(), referentie=referentie_van([licentie]))

    assert [
        ["licentie_opleiding_onbekend_inschrijving"],
        [],
        ["licentie_opleiding_onbekend_inschrijving"],
    ] == signalen([op_datum(date(2024, 7, 31)), op_datum(dag), op_datum(date(2024, 8, 2))], rondom)


def test_een_onderwijsaanbieder_hoort_bij_de_brin_op_de_datum_inschrijving() -> None:
    dag = date(2024, 8, 1)
    relatie = Aanbiederrelatie(
        brin="99XX", onderwijsaanbieder="101A345", begindatum=dag, einddatum=dag
    )
    rondom = evolve(omgeving(), referentie=referentie_van([relatie]))
    onbekend = ["brin_onderwijsaanbieder_onbekend_inschrijving"]

    assert [onbekend, [], onbekend] == signalen(
        [op_datum(date(2024, 7, 31)), op_datum(dag), op_datum(date(2024, 8, 2))], rondom
    )


def test_een_onderwijslocatie_is_actief_op_de_dag_waarop_de_periode_begint() -> None:
    dag = date(2025, 2, 1)
    locatie = Onderwijslocatie(onderwijslocatie="101X001", begindatum=dag, einddatum=dag)
    rondom = evolve(omgeving(), referentie=referentie_van([locatie]))
    op_dagen = [
        pas_toe(
            SCHONE_INSCHRIJVING,
            zet("perioden", onderwijslocatie=None),
            herhaal("perioden", begindatum=date(2025, maand, nummer), onderwijslocatie="101X001"),
        )
        for maand, nummer in ((1, 31), (2, 1), (2, 2))
    ]

    assert [["onderwijslocatie_onbekend"], [], ["onderwijslocatie_onbekend"]] == signalen(
        op_dagen, rondom
    )


def test_de_bekostiging_geldt_op_de_datum_inschrijving() -> None:
    dag = date(2024, 8, 1)
    feiten = [
        Instelling(brin="99XX", bekostigd=True, einddatum=date(2024, 7, 31)),
        Instelling(brin="99XX", bekostigd=False, begindatum=dag),
    ]
    rondom = evolve(omgeving(), referentie=referentie_van(feiten))

    assert [[], ["betalende_partij_instelling_niet_bekostigd"]] == signalen(
        [op_datum(date(2024, 7, 31)), op_datum(dag)], rondom
    )


def test_ook_een_aanvullende_opleiding_vraagt_een_licentie() -> None:
    aanvullend = (AanvullendeOpleiding(opleiding="5375"),)
    inschrijving = pas_toe(SCHONE_INSCHRIJVING, zet("perioden", aanvullende_opleidingen=aanvullend))
    frames = kolommen(Inschrijving, [inschrijving])

    gevonden = bevindingen_inschrijving(frames, omgeving(), PEILDATUM)

    assert [
        (
            "licentie_opleiding_onbekend_inschrijving",
            "afkeur",
            "I1",
            "2024-08-01",
            "5375",
        )
    ] == gevonden.drop("stand").select(
        "signaal", "effect", "inschrijvingvolgnummer", "begindatum", "opleiding"
    ).rows()


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2005, 3, 13), ["datum_inschrijving_geboortedatum"]),
        (date(2005, 3, 14), ["datum_inschrijving_geboortedatum"]),
        (date(2005, 3, 15), []),
    ],
)
def test_inschrijven_kan_vanaf_de_dag_na_de_geboorte(dag: date, verwacht: list[str]) -> None:
    assert [verwacht] == signalen([op_datum(dag)])


def test_van_een_onbekend_persoon_is_de_geboortedatum_niet_te_beoordelen() -> None:
    onbekend = evolve(op_datum(date(2005, 3, 14)), burgerservicenummer="999990007")

    assert [[]] == signalen([onbekend])


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [(date(2030, 7, 31), []), (date(2030, 8, 1), ["bewaartermijn_verlopen_inschrijving"])],
)
def test_vijf_jaar_na_de_uitschrijving_is_net_op_tijd(op: date, verwacht: list[str]) -> None:
    assert [verwacht] == signalen([SCHONE_INSCHRIJVING], op=op)


def test_een_latere_inschrijving_bij_dezelfde_brin_verlengt_de_bewaartermijn() -> None:
    oud = evolve(
        op_datum(date(2010, 8, 1)),
        inschrijvingvolgnummer="I0",
        datum_uitschrijving_werkelijk=date(2011, 7, 31),
    )
    elders = evolve(SCHONE_INSCHRIJVING, brin="98XX")

    def bekend(*inschrijvingen: Inschrijving) -> Omgeving:
        return evolve(omgeving(), inschrijvingen=kolommen(Inschrijving, inschrijvingen))

    verlopen = ["bewaartermijn_verlopen_inschrijving"]
    assert [verlopen] == signalen([oud], bekend())
    assert [verlopen] == signalen([oud], bekend(elders))
    assert [[]] == signalen([oud], bekend(SCHONE_INSCHRIJVING))


def test_de_nieuwe_stand_telt_voor_de_bewaartermijn_en_niet_de_oude() -> None:
    nieuw = evolve(op_datum(date(2010, 8, 1)), datum_uitschrijving_werkelijk=date(2011, 7, 31))
    rondom = evolve(omgeving(), inschrijvingen=kolommen(Inschrijving, [SCHONE_INSCHRIJVING]))

    assert [["bewaartermijn_verlopen_inschrijving"]] == signalen([nieuw], rondom)


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2025, 7, 31), []),
        (date(2025, 8, 1), ["inschrijvingsperiode_begindatum_datum_uitschrijving"]),
    ],
)
def test_een_periode_begint_uiterlijk_op_de_dag_van_uitschrijving(
    dag: date, verwacht: list[str]
) -> None:
    assert [verwacht] == signalen(
        [pas_toe(SCHONE_INSCHRIJVING, herhaal("perioden", begindatum=dag))]
    )


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2024, 7, 31), ["datum_uitschrijving_voor_datum_inschrijving"]),
        (date(2024, 8, 1), []),
    ],
)
def test_uitschrijven_kan_op_de_dag_van_inschrijving(dag: date, verwacht: list[str]) -> None:
    inschrijving = evolve(SCHONE_INSCHRIJVING, datum_uitschrijving_werkelijk=dag, perioden=())

    assert [verwacht] == signalen([inschrijving])


@pytest.mark.parametrize("partij", ["1", "3", "4", "5", "6", None])
def test_alleen_de_deelnemer_betaalt_een_instelling_zonder_bekostiging(partij: str | None) -> None:
    inschrijving = pas_toe(
        SCHONE_INSCHRIJVING, zet(brin="98XX"), zet("perioden", betalende_partij=partij)
    )

    assert [["betalende_partij_instelling_niet_bekostigd"]] == signalen([inschrijving])


def test_van_een_instelling_waarvan_de_bekostiging_onbekend_is_wordt_niets_gezegd() -> None:
    rondom = evolve(omgeving(), referentie=referentie_van([Instelling(brin="99XX")]))

    assert [[]] == signalen([SCHONE_INSCHRIJVING], rondom)


def test_een_onbekende_opleiding_wordt_niet_vergeleken() -> None:
    aanvullend = (AanvullendeOpleiding(opleiding="5399"),)
    inschrijving = pas_toe(SCHONE_INSCHRIJVING, zet("perioden", aanvullende_opleidingen=aanvullend))

    assert [["licentie_opleiding_onbekend_inschrijving"]] == signalen([inschrijving])
