"""The quality control: its windows and borders, and the file it writes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest
from attrs import evolve

from examen.controles import kwaliteit as examenkwaliteit
from examen.model import Examenresultaat
from register.controle import Controle
from register.referentie import referentie_van
from register.referentie.soorten import BekendPersoon, VoInschrijving
from register.vavo import kwaliteit
from register.vavo.controles.context import Omgeving
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import kolommen
from register.wijziging import haal_weg, herhaal, pas_toe, zet
from tests.omgeving import PEILDATUM, SCHOON, omgeving, omgeving_van_examens
from tests.schoon import DOSSIERS, schoon

SCHONE_INSCHRIJVING = SCHOON["inschrijving"]
NAJAAR = date(2025, 8, 15)
"""A day on which the controls on the examenresultaten of 2025 are run."""


def signalen(
    inschrijvingen: Sequence[Inschrijving], rondom: Omgeving | None = None, op: date = PEILDATUM
) -> list[list[str]]:
    frames = kolommen(Inschrijving, inschrijvingen)
    gevonden = kwaliteit.bevindingen(frames, rondom or omgeving(), op)
    return [gevonden.filter(stand=s)["signaal"].to_list() for s in range(len(inschrijvingen))]


def examensignalen(
    examens: Sequence[Examenresultaat], rondom: Omgeving | None = None, op: date = NAJAAR
) -> list[list[str]]:
    frames = kolommen(Examenresultaat, examens)
    inschrijvingen = (rondom or omgeving_van_examens()).inschrijvingen["inschrijving"]
    gevonden = examenkwaliteit.bevindingen(frames, inschrijvingen, op)
    return [gevonden.filter(stand=s)["signaal"].to_list() for s in range(len(examens))]


def test_een_schone_inschrijving_en_een_schoon_examen_geven_niets() -> None:
    assert [[]] == signalen([SCHONE_INSCHRIJVING])
    assert [[]] * len(DOSSIERS) == examensignalen([schoon(niveau) for niveau in DOSSIERS])


@pytest.mark.parametrize("controle", kwaliteit.CONTROLES, ids=lambda c: c.signaal)
def test_raak_van_een_inschrijving_geeft_precies_dit_signaal(controle: Controle) -> None:
    raak, stil = (pas_toe(SCHONE_INSCHRIJVING, *w) for w in (controle.raak, controle.stil))

    assert [[controle.signaal], []] == signalen([raak, stil])


@pytest.mark.parametrize("controle", examenkwaliteit.CONTROLES, ids=lambda c: c.signaal)
def test_raak_van_een_examenresultaat_geeft_precies_dit_signaal(controle: Controle) -> None:
    raak, stil = (pas_toe(schoon("HAVO"), *w) for w in (controle.raak, controle.stil))

    assert [[controle.signaal], []] == examensignalen([raak, stil])


def test_een_leeg_register_geeft_niets() -> None:
    assert [] == signalen([])
    assert [] == examensignalen([], omgeving())


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2025, 7, 31), (date(2024, 8, 1), date(2025, 7, 31))),
        (date(2025, 8, 1), (date(2025, 8, 1), date(2026, 7, 31))),
        (date(2026, 1, 1), (date(2025, 8, 1), date(2026, 7, 31))),
    ],
)
def test_het_studiejaar_begint_op_1_augustus(dag: date, verwacht: tuple[date, date]) -> None:
    assert verwacht == kwaliteit.studiejaar(dag)


# the windows


@pytest.mark.parametrize(
    ("aangeleverd", "verwacht"),
    [
        (datetime.fromisoformat("2025-04-02T00:00:00"), True),
        (datetime.fromisoformat("2025-04-01T23:59:59"), False),
        (None, True),
    ],
)
def test_alleen_wat_in_90_dagen_is_gewijzigd_telt(
    aangeleverd: datetime | None, verwacht: bool
) -> None:
    jong = evolve(
        SCHONE_INSCHRIJVING,
        datum_inschrijving=date(2015, 8, 1),
        aangeleverd_op=aangeleverd,
    )
    gevonden = signalen([jong])[0]

    assert verwacht == ("leeftijd_van_leerling_is_onwaarschijnlijk" in gevonden)


@pytest.mark.parametrize(
    ("uit", "verwacht"), [(date(2024, 7, 31), False), (date(2024, 8, 1), True)]
)
def test_alleen_wat_in_of_na_het_studiejaar_ligt_telt(uit: date, verwacht: bool) -> None:
    jong = evolve(
        SCHONE_INSCHRIJVING,
        datum_inschrijving=date(2015, 8, 1),
        datum_uitschrijving_werkelijk=uit,
    )

    assert verwacht == ("leeftijd_van_leerling_is_onwaarschijnlijk" in signalen([jong])[0])


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2025, 7, 31), []),
        (date(2025, 8, 1), ["uitslag_examen_verwacht"]),
        (date(2026, 1, 31), ["uitslag_examen_verwacht"]),
        (date(2026, 2, 1), []),
        (date(2024, 8, 1), []),
        (date(2026, 8, 1), []),
    ],
)
def test_examens_van_het_vorige_regime_van_1_augustus_tot_1_februari(
    op: date, verwacht: list[str]
) -> None:
    zonder_uitslag = pas_toe(schoon("HAVO"), haal_weg("uitslag"))

    assert [verwacht] == examensignalen([zonder_uitslag], op=op)


# the signals on enrolments


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2026, 12, 31), []),
        (date(2027, 1, 1), ["datum_inschrijving_onwaarschijnlijk_ver_in_de_toekomst"]),
    ],
)
def test_inschrijven_kan_tot_en_met_het_volgende_kalenderjaar(
    dag: date, verwacht: list[str]
) -> None:
    later = evolve(SCHONE_INSCHRIJVING, datum_inschrijving=dag, datum_uitschrijving_gepland=None)

    assert [verwacht] == signalen([later])


OVERLEDEN = "datum_uitschrijving_ligt_na_datum_overlijden"


@pytest.mark.parametrize(
    ("overleden", "uit", "verwacht"),
    [
        ("2025-06-03", date(2025, 6, 3), False),
        ("2025-06-03", date(2025, 6, 4), True),
        ("2025-06-03", None, True),
        ("2025-06-04", None, False),
        ("2025-06-00", None, False),
        ("2025-05-00", date(2025, 5, 31), False),
        ("2025-05-00", date(2025, 6, 1), True),
        ("2024-00-00", date(2025, 1, 1), True),
    ],
)
def test_na_vier_weken_moet_wie_overleden_is_uitgeschreven_zijn(
    overleden: str, uit: date | None, verwacht: bool
) -> None:
    bekend = BekendPersoon(burgerservicenummer="999990019", datum_overlijden=overleden)
    rondom = evolve(omgeving(), referentie=referentie_van([bekend]))
    inschrijving = evolve(
        SCHONE_INSCHRIJVING,
        datum_uitschrijving_gepland=None,
        datum_uitschrijving_werkelijk=uit,
        aangeleverd_op=datetime(2020, 1, 1),  # noqa: DTZ001 - long ago: judged all the same
    )

    assert verwacht == (OVERLEDEN in signalen([inschrijving], rondom)[0])


@pytest.mark.parametrize(
    ("begin", "uit", "verwacht"),
    [
        (date(2023, 8, 1), date(2024, 7, 31), False),
        (date(2023, 8, 1), date(2024, 8, 1), True),
        (date(2025, 7, 31), None, True),
        (date(2025, 8, 1), None, False),
    ],
)
def test_alleen_een_inschrijving_in_dit_studiejaar_hoort_bij_een_overlijden(
    begin: date, uit: date | None, verwacht: bool
) -> None:
    bekend = BekendPersoon(burgerservicenummer="999990019", datum_overlijden="2022-01-01")
    rondom = evolve(omgeving(), referentie=referentie_van([bekend]))
    inschrijving = evolve(
        SCHONE_INSCHRIJVING,
        datum_inschrijving=begin,
        datum_uitschrijving_gepland=None,
        datum_uitschrijving_werkelijk=uit,
    )

    assert verwacht == (OVERLEDEN in signalen([inschrijving], rondom)[0])


@pytest.mark.parametrize(
    ("geboren", "verwacht"),
    [
        ("2008-08-01", False),
        ("2008-08-02", True),
        ("1947-08-02", False),
        ("1947-08-01", True),
        ("2008-00-00", False),
        ("2009-00-00", True),
        ("1947-00-00", False),
        ("1946-00-00", True),
        ("2008-09-00", True),
    ],
)
def test_van_16_tot_en_met_76_jaar_is_waarschijnlijk(geboren: str, verwacht: bool) -> None:
    rondom = omgeving()
    personen = rondom.personen["persoon"].with_columns(geboortedatum=pl.lit(geboren))
    rondom = evolve(rondom, personen={**rondom.personen, "persoon": personen})

    gevonden = signalen([SCHONE_INSCHRIJVING], rondom)[0]

    assert verwacht == ("leeftijd_van_leerling_is_onwaarschijnlijk" in gevonden)


def vo(**anders: object) -> Omgeving:
    gegevens = {"burgerservicenummer": "999990019", "brin": "96XX", "niveau": "HAVO"} | anders
    return evolve(omgeving(), referentie=referentie_van([VoInschrijving(**gegevens)]))


@pytest.mark.parametrize(
    ("vo_inschrijving", "verwacht"),
    [
        ({}, True),
        ({"uitbesteed_aan": "99XX"}, False),
        ({"uitbesteed_aan": "98XX"}, True),
        ({"einddatum": date(2024, 9, 30)}, False),
        ({"einddatum": date(2024, 10, 1)}, True),
        ({"begindatum": date(2024, 10, 1)}, True),
        ({"begindatum": date(2024, 10, 2)}, False),
        ({"burgerservicenummer": "999990020"}, False),
    ],
)
def test_op_1_oktober_is_niemand_ook_op_het_vo_ingeschreven(
    vo_inschrijving: dict[str, object], verwacht: bool
) -> None:
    gevonden = signalen([SCHONE_INSCHRIJVING], vo(**vo_inschrijving))[0]

    assert verwacht == ("dubbele_inschrijving_vo" in gevonden)


@pytest.mark.parametrize(
    ("begin", "eind", "verwacht"),
    [
        (date(2024, 10, 1), None, True),
        (date(2024, 10, 2), None, False),
        (date(2024, 8, 1), date(2024, 10, 1), True),
        (date(2024, 8, 1), date(2024, 9, 30), False),
    ],
)
def test_ook_onze_inschrijving_geldt_op_1_oktober(
    begin: date, eind: date | None, verwacht: bool
) -> None:
    inschrijving = evolve(
        SCHONE_INSCHRIJVING,
        datum_inschrijving=begin,
        datum_uitschrijving_gepland=None,
        datum_uitschrijving_werkelijk=eind,
    )

    assert verwacht == ("dubbele_inschrijving_vo" in signalen([inschrijving], vo())[0])


NIVEAU = "niveau_van_opleiding_afwijkend_van_vo_inschrijving"


@pytest.mark.parametrize(
    ("vo_inschrijving", "verwacht"),
    [
        ({"niveau": "VWO"}, True),
        ({"niveau": "HAVO"}, False),
        ({"niveau": None}, False),
        ({"niveau": "VWO", "einddatum": date(2024, 7, 31)}, False),
        ({"niveau": "VWO", "einddatum": date(2024, 8, 1)}, True),
        ({"niveau": "VWO", "begindatum": date(2024, 8, 2)}, False),
    ],
)
def test_het_niveau_wordt_vergeleken_op_de_dag_waarop_de_periode_begint(
    vo_inschrijving: dict[str, object], verwacht: bool
) -> None:
    gegevens = {"uitbesteed_aan": "99XX"} | vo_inschrijving

    assert verwacht == (NIVEAU in signalen([SCHONE_INSCHRIJVING], vo(**gegevens))[0])


def test_een_periode_die_voor_het_studiejaar_eindigde_wordt_niet_vergeleken() -> None:
    twee_perioden = pas_toe(
        evolve(SCHONE_INSCHRIJVING, datum_inschrijving=date(2023, 8, 1)),
        zet("perioden", begindatum=date(2023, 8, 1), opleiding="5172"),
        herhaal("perioden", begindatum=date(2024, 8, 1), opleiding="5372"),
    )
    tot_in_het_jaar = pas_toe(
        twee_perioden, zet("perioden[opleiding=5372]", begindatum=date(2024, 8, 2))
    )

    gevonden = signalen([twee_perioden, tot_in_het_jaar], vo(uitbesteed_aan="99XX"))

    assert [False, True] == [NIVEAU in lijst for lijst in gevonden]


# the signals on examenresultaten


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2024, 7, 31), ["geen_inschrijving_op_datum_uitslag"]),
        (date(2024, 8, 1), []),
        (date(2025, 7, 31), []),
        (date(2025, 8, 1), ["geen_inschrijving_op_datum_uitslag"]),
        (None, []),
    ],
)
def test_op_de_datum_van_de_uitslag_is_de_student_ingeschreven(
    dag: date | None, verwacht: list[str]
) -> None:
    assert [verwacht] == examensignalen([pas_toe(schoon("HAVO"), zet("uitslag", datum=dag))])


def test_zonder_een_enkele_inschrijving_is_dat_niet_te_beoordelen() -> None:
    assert [[]] == examensignalen([schoon("HAVO")], omgeving())


@pytest.mark.parametrize(
    ("uit", "verwacht"),
    [
        (date(2025, 7, 31), []),
        (date(2025, 8, 1), ["leerling_is_geslaagd_maar_nog_ingeschreven"]),
        (None, ["leerling_is_geslaagd_maar_nog_ingeschreven"]),
    ],
)
def test_wie_geslaagd_is_is_op_1_augustus_uitgeschreven(
    uit: date | None, verwacht: list[str]
) -> None:
    inschrijving = evolve(
        SCHONE_INSCHRIJVING, datum_uitschrijving_gepland=None, datum_uitschrijving_werkelijk=uit
    )
    rondom = evolve(omgeving(), inschrijvingen=kolommen(Inschrijving, [inschrijving]))

    assert [verwacht] == examensignalen([schoon("HAVO")], rondom)


def test_een_herkansing_van_een_ander_regime_wordt_niet_verwacht() -> None:
    eerder = pas_toe(schoon("HAVO"), zet("herkansingen", examenregime=2024, vakken=("1021",)))

    assert [[]] == examensignalen([eerder])


# the file

NIVEAUTEKST = "Niveau van opleiding afwijkend van vo-inschrijving."
UITSLAGTEKST = "Uitslag examen verwacht"


def test_het_bestand_heeft_de_velden_van_de_handleiding(tmp_path: Path) -> None:
    frames = kolommen(
        Inschrijving, [pas_toe(SCHONE_INSCHRIJVING, zet("perioden", opleiding="5172"))]
    )
    examens = kolommen(Examenresultaat, [pas_toe(schoon("HAVO"), haal_weg("uitslag"))])
    regels = [
        kwaliteit.bestandsregels(
            kwaliteit.bevindingen(frames, omgeving(), PEILDATUM), frames["inschrijving"]
        ),
        kwaliteit.bestandsregels(
            examenkwaliteit.bevindingen(examens, frames["inschrijving"], NAJAAR),
            examens["examenresultaat"],
        ),
    ]

    (pad,) = kwaliteit.schrijf(regels[0].vstack(regels[1]), tmp_path, NAJAAR, ["99XX"])

    assert "99XX_kwaliteitscontrole_20250815 VAVO.csv" == pad.name
    assert [pad] == list(tmp_path.iterdir())
    assert [
        list(kwaliteit.KOLOMMEN),
        ["99XX", "999990019", "VAVO", "I1", "", "", "2025-06-01T12:00:00", NIVEAUTEKST],
        ["99XX", "999990019", "VAVO", "", "ER1", "101A345", "2025-06-30T12:00:00", UITSLAGTEKST],
    ] == [regel.split("|") for regel in pad.read_text("utf-8").splitlines()]


def test_een_brin_zonder_bevindingen_krijgt_alleen_de_kop(tmp_path: Path) -> None:
    frames = kolommen(Inschrijving, [SCHONE_INSCHRIJVING])
    niets = kwaliteit.bestandsregels(
        kwaliteit.bevindingen(frames, omgeving(), PEILDATUM), frames["inschrijving"]
    )

    (pad,) = kwaliteit.schrijf(niets, tmp_path, PEILDATUM, ["99XX"])

    assert ["|".join(kwaliteit.KOLOMMEN)] == pad.read_text("utf-8").splitlines()
