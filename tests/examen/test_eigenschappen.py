"""What holds for every candidate, whatever his marks."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

from examen.model import CeResultaat, Examenresultaat, Vakresultaat
from examen.reken import uitkomsten, wat_nodig
from examen.uitkomst import Uitkomst
from tests import orakel
from tests.kandidaten import NIVEAUS, REGIMES, kandidaten
from tests.orakel.feiten import vak_van_code
from tests.proefexamen import proefexamen

EXAMENREGIME = Path(__file__).resolve().parents[2] / "data" / "examenregime"

JAREN = (2016, 2020, 2021, 2025)


def elk_vak_eenmaal(er: Examenresultaat) -> bool:
    """Say whether no vak stands there twice: of two results the higher counts, with its own CE."""
    vakken = [vak_van_code(vak.vak) for vak in er.vakresultaten]
    return len(set(vakken)) == len(vakken) and len(er.werkstukresultaten) <= 1


def loting(niveau: str, jaar: int, aantal: int) -> list[Examenresultaat]:
    return [er for er in kandidaten(niveau, jaar, aantal, 11) if elk_vak_eenmaal(er)]


def met_vak(er: Examenresultaat, nummer: int, vak: Vakresultaat) -> Examenresultaat:
    vakken = er.vakresultaten
    return evolve(er, vakresultaten=(*vakken[:nummer], vak, *vakken[nummer + 1 :]))


def met_een_hoger_cijfer(er: Examenresultaat, rng: random.Random) -> Iterator[Examenresultaat]:
    """Give the candidate with one mark raised, for each of his marks."""
    for nummer, vak in enumerate(er.vakresultaten):
        if vak.cijfer_se is not None:
            se = min(100, vak.cijfer_se + rng.choice((1, 5, 30)))
            yield met_vak(er, nummer, evolve(vak, cijfer_se=se))
        if vak.ce:
            beste = max(ce.cijfer for ce in vak.ce)
            ce = CeResultaat(tijdvak=3, cijfer=min(100, beste + rng.choice((1, 5, 30))))
            yield met_vak(er, nummer, evolve(vak, ce=(*vak.ce, ce)))
        if vak.eindcijfer is not None:
            yield met_vak(er, nummer, evolve(vak, eindcijfer=min(10, vak.eindcijfer + 1)))
    for werkstuk in er.werkstukresultaten:
        if werkstuk.cijfer is not None:
            hoger = evolve(werkstuk, cijfer=min(10, werkstuk.cijfer + 1))
            yield evolve(er, werkstukresultaten=(hoger,))
    for toets in er.toetsresultaten:
        if toets.cijfer is not None:
            hogere = evolve(toets, cijfer=min(10, toets.cijfer + 1))
            yield evolve(er, toetsresultaten=(hogere,))


@pytest.mark.parametrize("jaar", JAREN)
@pytest.mark.parametrize("niveau", NIVEAUS)
def test_een_hoger_cijfer_maakt_van_geslaagd_nooit_afgewezen(niveau: str, jaar: int) -> None:
    rng = random.Random(jaar)
    alle = loting(niveau, jaar, 40)
    geslaagd = [
        er
        for er, uitkomst in zip(alle, uitkomsten(alle), strict=True)
        if uitkomst.cijferlijsten[0].uitslag == "G"
    ]
    assert geslaagd
    hoger = [beter for er in geslaagd for beter in met_een_hoger_cijfer(er, rng)]
    assert {"G"} == {uitkomst.cijferlijsten[0].uitslag for uitkomst in uitkomsten(hoger)}


@pytest.mark.parametrize("jaar", JAREN)
@pytest.mark.parametrize("niveau", ["VMBO_TL", "HAVO", "VWO_ATH", "VWO_GYM"])
def test_een_vak_erbij_maakt_van_geslaagd_nooit_iets_anders(niveau: str, jaar: int) -> None:
    examens = [
        proefexamen(niveau, jaar, vakken={"duits": {"se": 30, "ce": [ce]}}, rest=rest)
        for ce in (10, 55, 100)
        for rest in (6, 7, 9)
    ]
    assert {"G"} == {uitkomst.cijferlijsten[0].uitslag for uitkomst in uitkomsten(examens)}


@pytest.mark.parametrize("jaar", JAREN)
@pytest.mark.parametrize("niveau", NIVEAUS)
def test_de_volgorde_van_de_vakken_maakt_niet_uit(niveau: str, jaar: int) -> None:
    rng = random.Random(jaar)
    alle = loting(niveau, jaar, 80)
    geschud = [
        evolve(
            er,
            vakresultaten=tuple(rng.sample(er.vakresultaten, len(er.vakresultaten))),
            cijferlijsten=tuple(
                evolve(lijst, regels=tuple(rng.sample(lijst.regels, len(lijst.regels))))
                for lijst in er.cijferlijsten
            ),
        )
        for er in alle
    ]
    assert [zonder_volgorde(uitkomst) for uitkomst in uitkomsten(alle)] == [
        zonder_volgorde(uitkomst) for uitkomst in uitkomsten(geschud)
    ]


def zonder_volgorde(uitkomst: Uitkomst) -> tuple[object, ...]:
    """Give what is decided; which of two equal subjects is left out follows the order."""
    lijsten = tuple(
        (lijst.opleiding, lijst.uitslag, lijst.cum_laude, len(lijst.weggelaten))
        for lijst in uitkomst.cijferlijsten
    )
    return uitkomst.eindcijfers, lijsten, frozenset(uitkomst.certificaten)


def test_elk_eindcijfer_volgt_uit_se_en_ce() -> None:
    paren = [(se, ce) for se in range(10, 101) for ce in range(10, 101)]
    examens = [
        evolve(
            proefexamen("HAVO", 2025),
            vakresultaten=tuple(
                Vakresultaat(
                    resultaatvolgnummer=f"{se}x{ce}",
                    vak="1022",
                    niveau="HAVO",
                    examenregime=2025,
                    cijfer_se=se,
                    ce=(CeResultaat(tijdvak=1, cijfer=ce),),
                )
                for se, ce in paren
                if se == rij
            ),
            cijferlijsten=(),
        )
        for rij in range(10, 101)
    ]
    gevonden: dict[str, int] = {}
    for uitkomst in uitkomsten(examens):
        gevonden |= uitkomst.eindcijfers
    assert {f"{se}x{ce}": int(Fraction(se + ce, 20) + Fraction(1, 2)) for se, ce in paren} == {
        naam: cijfer for naam, cijfer in gevonden.items() if "x" in naam
    }


@pytest.mark.parametrize("niveau", NIVEAUS)
def test_eindcijfers_liggen_tussen_een_en_tien(niveau: str) -> None:
    for jaar in JAREN:
        for uitkomst in uitkomsten(kandidaten(niveau, jaar, 60, 12)):
            assert {*uitkomst.eindcijfers.values()} <= {*range(1, 11)}


@pytest.mark.parametrize("pad", sorted(EXAMENREGIME.glob("*.toml")), ids=lambda pad: pad.stem)
def test_elk_jaar_heeft_precies_een_regel(pad: Path) -> None:
    versies = tomllib.loads(pad.read_text(encoding="utf-8"))["versie"]
    gevonden = {
        (niveau, jaar): sum(
            niveau in versie.get("niveaus", NIVEAUS)
            and versie["vanaf"] <= jaar <= versie.get("tot", jaar)
            for versie in versies
        )
        for niveau in NIVEAUS
        for jaar in REGIMES
    }
    assert dict.fromkeys(gevonden, 1) == gevonden


@pytest.mark.parametrize("niveau", NIVEAUS)
def test_wat_nodig_is_het_laagste_cijfer_waarmee_het_orakel_slaagt(niveau: str) -> None:
    for er in loting(niveau, 2025, 6):
        nummer = next((n for n, vak in enumerate(er.vakresultaten) if vak.ce), None)
        if nummer is None or er.vakresultaten[nummer].cijfer_se is None:
            continue
        vak = er.vakresultaten[nummer]
        zonder_ce = met_vak(er, nummer, evolve(vak, ce=()))
        nodig = [
            n for n in wat_nodig(zonder_ce) if n.resultaatvolgnummer == vak.resultaatvolgnummer
        ]
        if any(n.aangenomen for n in nodig):
            continue
        slaagt = [
            [
                cijfer
                for cijfer in range(10, 101)
                if orakel.uitkomst(
                    met_vak(er, nummer, evolve(vak, ce=(CeResultaat(tijdvak=1, cijfer=cijfer),)))
                )
                .cijferlijsten[plaats]
                .uitslag
                == "G"
            ]
            for plaats in range(len(er.cijferlijsten))
        ]
        assert [min(cijfers, default=None) for cijfers in slaagt] == [n.cijfer for n in nodig]
