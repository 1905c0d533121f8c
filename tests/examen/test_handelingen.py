"""Acts on an examenresultaat by hand: what each makes, and what it refuses with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import cycle
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examen import handelingen as doe
from examen.invoer import keuring
from examen.model import (
    Cijferlijst,
    Cijferlijstregel,
    Combinatiecijferresultaat,
    Examenresultaat,
    Herkansing,
    Resultaat,
    Stageresultaat,
    Toetsresultaat,
    Vakresultaat,
    Werkstukresultaat,
    resultaten,
)
from examen.reken import uitkomsten
from examen.uitkomst import Uitkomst
from register.fouten import InvoerFout
from tests.schoon import schoon
from tests.strategieen import entiteiten

DATUM = date(2025, 7, 1)
SCHOON = schoon("HAVO")
KAAL = doe.trek_uitslag_in(SCHOON)
"""The clean dossier before its uitslag."""
GEZAKT = evolve(
    KAAL,
    vakresultaten=tuple(
        evolve(vak, cijfer_se=30) if vak.resultaatvolgnummer == "NE" else vak
        for vak in KAAL.vakresultaten
    ),
)
"""The same with a mark too low for Nederlands."""

NIEUW = [
    Vakresultaat(resultaatvolgnummer="1", vak="1004", niveau="HAVO", examenregime=2025),
    Werkstukresultaat(resultaatvolgnummer="1", niveau="HAVO"),
    Toetsresultaat(resultaatvolgnummer="1", toetscode="0001", niveau="HAVO"),
    Stageresultaat(resultaatvolgnummer="1", stagecode="0001"),
    Combinatiecijferresultaat(resultaatvolgnummer="1", niveau="HAVO"),
]


def uitkomst(er: Examenresultaat) -> Uitkomst:
    (een,) = uitkomsten([er])
    return een


@pytest.mark.parametrize(
    ("bezet", "verwacht"),
    [
        ([], "1"),
        (["1", "2", "9"], "10"),
        (["NE", "PWS"], "1"),
        (["007", "CC1"], "8"),
        (["9" * 20, "3"], "4"),
        (["9" * 19], "1" + "0" * 19),
    ],
)
def test_het_volgende_volgnummer_is_vrij(bezet: list[str], verwacht: str) -> None:
    assert verwacht == doe.volgend_volgnummer(bezet)


LIJSTEN = (
    "vakresultaten",
    "werkstukresultaten",
    "toetsresultaten",
    "stageresultaten",
    "combinatiecijferresultaten",
)


@pytest.mark.parametrize(("lijst", "resultaat"), [*zip(LIJSTEN, NIEUW, strict=True)], ids=LIJSTEN)
def test_een_resultaat_komt_achteraan_in_zijn_lijst(lijst: str, resultaat: Resultaat) -> None:
    erbij = doe.voeg_resultaat_toe(SCHOON, resultaat)

    assert (*getattr(SCHOON, lijst), resultaat) == getattr(erbij, lijst)
    assert len(list(resultaten(SCHOON))) + 1 == len(list(resultaten(erbij)))
    assert [] == list(keuring(erbij))


@pytest.mark.parametrize("klasse", [type(een) for een in NIEUW], ids=lambda k: k.__name__)
def test_een_nieuw_resultaat_begint_als_de_andere(klasse: type[Any]) -> None:
    begin = doe.voorstel(SCHOON, klasse)

    assert "1" == begin["resultaatvolgnummer"]
    assert begin.get("niveau", "HAVO") == "HAVO"
    assert begin["examenregime"] == 2025


def test_zonder_resultaten_is_er_alleen_een_nummer_voor_te_stellen() -> None:
    leeg = Examenresultaat(
        brin="01AA", burgerservicenummer="999990019", examenresultaatvolgnummer="1"
    )

    assert {
        "resultaatvolgnummer": "1",
        "niveau": None,
        "examenregime": None,
    } == doe.voorstel(leeg, Vakresultaat)


def test_een_opgemaakte_cijferlijst_gaat_met_de_cijfers_mee() -> None:
    zonder_cijfers = evolve(
        KAAL,
        cijferlijsten=(),
        vakresultaten=tuple(evolve(v, cijfer_se=None, ce=()) for v in KAAL.vakresultaten),
    )
    opgemaakt = doe.maak_cijferlijst_op(zonder_cijfers, "5372")
    later = evolve(opgemaakt, vakresultaten=KAAL.vakresultaten)

    assert "D" == uitkomst(opgemaakt).cijferlijsten[0].uitslag
    assert "G" == uitkomst(later).cijferlijsten[0].uitslag


def test_opnieuw_opmaken_laat_eigen_regels_vervallen() -> None:
    assert KAAL.cijferlijsten[0].regels
    assert doe.als_voorstel(KAAL) == doe.maak_cijferlijst_op(KAAL, "5372")
    assert (Cijferlijst(opleiding="5372"),) == doe.als_voorstel(KAAL).cijferlijsten


def test_een_voorgestelde_cijferlijst_is_aan_te_passen() -> None:
    opgemaakt = doe.maak_cijferlijst_op(evolve(KAAL, cijferlijsten=()), "5372")
    voorgesteld = doe.berekende_cijferlijst(uitkomst(opgemaakt), "5372")
    korter = evolve(voorgesteld, regels=voorgesteld.regels[1:])
    vast = doe.leg_cijferlijst_vast(opgemaakt, korter)

    assert {r.resultaatvolgnummer for r in voorgesteld.regels} >= {"NE", "EN", "MA"}
    assert (korter,) == vast.cijferlijsten
    assert korter == doe.berekende_cijferlijst(uitkomst(vast), "5372")
    assert [] == list(keuring(vast))


def test_de_uitslag_vaststellen_geeft_het_schone_dossier() -> None:
    vast = doe.stel_uitslag_vast(KAAL, uitkomst(KAAL), DATUM)

    assert vast.uitslag is not None
    assert ("G", DATUM) == (vast.uitslag.uitslag, vast.uitslag.datum)
    assert SCHOON.vakresultaten == vast.vakresultaten
    assert [] == list(keuring(vast))


@pytest.mark.parametrize("er", [KAAL, GEZAKT], ids=["geslaagd", "gezakt"])
def test_een_uitslag_intrekken_geeft_terug_wat_er_was(er: Examenresultaat) -> None:
    vast = doe.stel_uitslag_vast(er, uitkomst(er), DATUM)
    nogmaals = doe.stel_uitslag_vast(vast, uitkomst(vast), DATUM)
    ingetrokken = doe.trek_uitslag_in(vast)

    assert vast == nogmaals
    assert er == evolve(ingetrokken, cijferlijsten=er.cijferlijsten)
    assert [lijst.opleiding for lijst in er.cijferlijsten] == [
        lijst.opleiding for lijst in ingetrokken.cijferlijsten
    ]
    assert [] == list(keuring(ingetrokken))


def test_certificaten_zijn_wat_is_verdiend() -> None:
    verdiend = uitkomst(GEZAKT)
    vast = doe.leg_certificaten_vast(GEZAKT, verdiend)

    assert verdiend.certificaten == tuple(c.resultaatvolgnummers[0] for c in vast.certificaten)


def test_terugtrekken_en_terug() -> None:
    terug = doe.trek_terug(SCHOON)

    assert terug.teruggetrokken
    assert SCHOON == doe.trek_niet_terug(terug)


def _herkansing(*vakken: str, tijdvak: int = 2) -> Herkansing:
    return Herkansing(examenregime=2025, tijdvak=tijdvak, vakken=vakken)


def test_een_herkansing_van_eigen_vakken_komt_erbij() -> None:
    eerste = doe.voeg_herkansing_toe(SCHOON, _herkansing("1002"))
    tweede = doe.voeg_herkansing_toe(eerste, _herkansing("1001", "1002", tijdvak=3))

    assert (
        *SCHOON.herkansingen,
        _herkansing("1002"),
        _herkansing("1001", "1002", tijdvak=3),
    ) == tweede.herkansingen


def _regels(*nummers: str) -> Cijferlijst:
    regels = tuple(Cijferlijstregel(resultaatvolgnummer=nummer) for nummer in nummers)
    return Cijferlijst(opleiding="5372", regels=regels)


GEWEIGERD: dict[str, tuple[Callable[[], Examenresultaat], str]] = {
    "volgnummer bezet": (
        lambda: doe.voeg_resultaat_toe(SCHOON, evolve(NIEUW[0], resultaatvolgnummer="NE")),
        "NE is al het volgnummer van een ander resultaat",
    ),
    "herkansing zonder vak": (
        lambda: doe.voeg_herkansing_toe(SCHOON, _herkansing()),
        "kies minstens één vak",
    ),
    "herkansing dubbel": (
        lambda: doe.voeg_herkansing_toe(SCHOON, _herkansing("1001", "1001")),
        "twee keer",
    ),
    "herkansing van een ander vak": (
        lambda: doe.voeg_herkansing_toe(SCHOON, _herkansing("9999")),
        "van vak 9999 is geen resultaat",
    ),
    "herkansing van een vak zonder ce": (
        lambda: doe.voeg_herkansing_toe(SCHOON, _herkansing("1019")),
        "vak 1019 heeft geen centraal examen",
    ),
    "herkansing nog eens": (
        lambda: doe.voeg_herkansing_toe(
            doe.voeg_herkansing_toe(SCHOON, _herkansing("1002")), _herkansing("1002")
        ),
        "wordt in tijdvak 2 al herkanst",
    ),
    "cijferlijst van onbekende opleiding": (
        lambda: doe.maak_cijferlijst_op(SCHOON, "0000"),
        "opleiding 0000 is onbekend",
    ),
    "cijferlijst zonder resultaten": (
        lambda: doe.maak_cijferlijst_op(
            Examenresultaat(
                brin="01AA", burgerservicenummer="999990019", examenresultaatvolgnummer="1"
            ),
            "5372",
        ),
        "nog geen resultaten",
    ),
    "cijferlijst vast van onbekende opleiding": (
        lambda: doe.leg_cijferlijst_vast(SCHOON, Cijferlijst(opleiding="0000")),
        "opleiding 0000 is onbekend",
    ),
    "cijferlijst met vreemde regel": (
        lambda: doe.leg_cijferlijst_vast(SCHOON, _regels("XX")),
        "verwijst naar resultaat XX",
    ),
    "cijferlijst met dubbele regel": (
        lambda: doe.leg_cijferlijst_vast(SCHOON, _regels("NE", "NE")),
        "staat er twee keer in",
    ),
    "uitslag zonder cijferlijst": (
        lambda: doe.stel_uitslag_vast(evolve(KAAL, cijferlijsten=()), uitkomst(KAAL), DATUM),
        "er is geen cijferlijst",
    ),
    "uitslag die niet volgt": (
        lambda: doe.stel_uitslag_vast(KAAL, evolve(uitkomst(KAAL), cijferlijsten=()), DATUM),
        "er volgt geen uitslag",
    ),
    "geen uitslag om in te trekken": (lambda: doe.trek_uitslag_in(KAAL), "geen uitslag"),
    "geen certificaten verdiend": (
        lambda: doe.leg_certificaten_vast(SCHOON, uitkomst(SCHOON)),
        "geen resultaat geeft recht op een certificaat",
    ),
    "geen certificaten om in te trekken": (
        lambda: doe.trek_certificaten_in(KAAL),
        "er zijn geen certificaten",
    ),
    "al teruggetrokken": (lambda: doe.trek_terug(doe.trek_terug(SCHOON)), "is teruggetrokken"),
    "niet teruggetrokken": (lambda: doe.trek_niet_terug(SCHOON), "is niet teruggetrokken"),
    "iets met wie is teruggetrokken": (
        lambda: doe.voeg_resultaat_toe(doe.trek_terug(SCHOON), NIEUW[0]),
        "is teruggetrokken; maak dat eerst ongedaan",
    ),
}


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_wat_niet_kan_zegt_waarom(naam: str) -> None:
    handeling, zin = GEWEIGERD[naam]
    with pytest.raises(InvoerFout, match=zin):
        handeling()


def test_wat_er_niet_is_is_niet_te_wijzigen() -> None:
    with pytest.raises(InvoerFout, match="geen cijferlijst van opleiding 0000; maak die eerst op"):
        doe.berekende_cijferlijst(uitkomst(KAAL), "0000")


def met_cijfers(er: Examenresultaat, cijfers: Sequence[int]) -> Examenresultaat:
    """Give any examenresultaat the vakken of the clean dossier, with these SE marks."""
    return evolve(
        KAAL,
        brin=er.brin,
        teruggetrokken=er.teruggetrokken,
        herkansingen=er.herkansingen,
        vakresultaten=tuple(
            evolve(vak, cijfer_se=cijfer) if vak.cijfer_se else vak
            for vak, cijfer in zip(KAAL.vakresultaten, cycle(cijfers), strict=False)
        ),
    )


VREEMD = "herkansing van vakken die er zelden zijn"


def test_elke_handeling_op_elk_examenresultaat_lukt_of_zegt_waarom() -> None:
    gelukt: Counter[str] = Counter()

    @settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        er=entiteiten(Examenresultaat),
        nieuw=entiteiten(Vakresultaat),
        keer=entiteiten(Herkansing),
        cijfers=st.lists(st.integers(10, 100), min_size=1, max_size=8),
    )
    def probeer(
        er: Examenresultaat, nieuw: Vakresultaat, keer: Herkansing, cijfers: list[int]
    ) -> None:
        lijst = Cijferlijst(opleiding="5372")
        eigen = evolve(keer, vakken=tuple(dict.fromkeys(v.vak for v in er.vakresultaten)))
        kandidaat = met_cijfers(er, cijfers)
        berekend = uitkomst(kandidaat)
        handelingen: dict[str, tuple[Examenresultaat, Callable[[], Examenresultaat]]] = {
            "resultaat": (
                er,
                lambda: doe.voeg_resultaat_toe(
                    er, evolve(nieuw, **doe.voorstel(er, Vakresultaat) | {"niveau": "HAVO"})
                ),
            ),
            "herkansing": (er, lambda: doe.voeg_herkansing_toe(er, eigen)),
            VREEMD: (er, lambda: doe.voeg_herkansing_toe(er, keer)),
            "cijferlijst opgemaakt": (er, lambda: doe.maak_cijferlijst_op(er, "5372")),
            "cijferlijst vast": (er, lambda: doe.leg_cijferlijst_vast(er, lijst)),
            "uitslag vast": (
                kandidaat,
                lambda: doe.stel_uitslag_vast(kandidaat, berekend, DATUM),
            ),
            "uitslag ingetrokken": (er, lambda: doe.trek_uitslag_in(er)),
            "certificaten vast": (
                kandidaat,
                lambda: doe.leg_certificaten_vast(kandidaat, berekend),
            ),
            "certificaten ingetrokken": (er, lambda: doe.trek_certificaten_in(er)),
            "teruggetrokken": (er, lambda: doe.trek_terug(er)),
            "niet teruggetrokken": (er, lambda: doe.trek_niet_terug(er)),
        }
        for naam, (voor, handeling) in handelingen.items():
            try:
                gemaakt = handeling()
            except InvoerFout:
                gelukt[naam] += 0
                continue
            gelukt[naam] += 1
            assert gemaakt != voor
            assert {f.tekst for f in keuring(gemaakt)} <= {f.tekst for f in keuring(voor)}

    probeer()

    assert {naam for naam, keer in gelukt.items() if not keer} <= {VREEMD}


def test_een_resultaat_gaat_weg_met_zijn_regels_en_herkansing() -> None:
    eerste, *_ = KAAL.vakresultaten
    met = evolve(
        KAAL, herkansingen=(Herkansing(examenregime=2025, tijdvak=2, vakken=(eerste.vak,)),)
    )
    nummer = met.vakresultaten[0].resultaatvolgnummer
    zonder = doe.verwijder_resultaat(met, nummer)

    assert nummer in [r.resultaatvolgnummer for lijst in met.cijferlijsten for r in lijst.regels]
    assert met.vakresultaten[1:] == zonder.vakresultaten
    assert () == zonder.herkansingen
    assert [] == list(keuring(zonder))


def test_een_resultaat_met_een_certificaat_blijft() -> None:
    met = doe.leg_certificaten_vast(GEZAKT, uitkomst(GEZAKT))
    nummer = met.certificaten[0].resultaatvolgnummers[0]

    with pytest.raises(InvoerFout, match="trek eerst de certificaten in"):
        doe.verwijder_resultaat(met, nummer)
    with pytest.raises(InvoerFout, match="is er niet meer"):
        doe.verwijder_resultaat(met, "zzz")


def test_een_gewijzigd_resultaat_komt_op_zijn_plaats() -> None:
    tweede = evolve(KAAL.vakresultaten[1], cijfer_se=99)
    gewijzigd = doe.wijzig_resultaat(KAAL, tweede)

    assert tweede == gewijzigd.vakresultaten[1]
    assert KAAL == doe.wijzig_resultaat(gewijzigd, KAAL.vakresultaten[1])
