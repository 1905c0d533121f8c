"""Booking values by hand: on what the user saw, undone to exactly what was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examen.model import Examenresultaat, Herkansing
from examen.schooluitkomst import Schooluitkomst
from register.fouten import ConflictFout, InvoerFout, RegisterFout
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel, sleutel_van
from register.opslag.verzonden import Verzendingen
from tests.tui.klas import BOEKING, VAK, maak_klas, sleutel
from tui.invoer.blad import Blad
from tui.invoer.bladen import Kandidaat, Plaats, Resultaatplaats, plaats, vakblad, waarden
from tui.weergave.vakken import Vakgroep
from tui.werk.bijhouden import OMKEERBAAR, Bijhouder, CelconflictFout, Celwijziging
from tui.werk.vakbladen import kandidaten, vakgroepen

AANTAL = 4
GROEP = Vakgroep(vak=VAK[0], niveau=VAK[1], regime=VAK[2], kandidaten=AANTAL, met_se=0, met_ce=0)
SE = Plaats(Resultaatplaats(0, "vakresultaten", "NE"), "cijfer_se", None)
LATER = {"door": "test", "reden": "later", "op": datetime(2099, 1, 1)}  # noqa: DTZ001
CE1 = Plaats(Resultaatplaats(0, "vakresultaten", "NE"), "ce", 1)


@pytest.fixture(scope="module")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maak_klas(tmp_path_factory.mktemp("klas") / "r.db", AANTAL)


@pytest.fixture
def register(voorbeeld: Path, tmp_path: Path) -> Iterator[Register]:
    with Register.open(shutil.copy(voorbeeld, tmp_path / "r.db")) as open_register:
        yield open_register


def actueel(register: Register, nummer: int) -> Examenresultaat:
    gevonden = register.actueel(Examenresultaat, sleutel(nummer))
    assert gevonden is not None
    return gevonden[1]


def wijziging(nummer: int, oud: int | None, nieuw: int | None, waar: Plaats = SE) -> Celwijziging:
    return Celwijziging(sleutel=sleutel(nummer), plaats=waar, oud=oud, nieuw=nieuw)


def se(register: Register, nummer: int) -> int | None:
    return actueel(register, nummer).vakresultaten[0].cijfer_se


def test_een_waarde_wordt_een_stand_met_wie_en_waarom(register: Register) -> None:
    an = Bijhouder(register, "an")
    nieuw = an.leg_vast([wijziging(1, None, 75)], "SE leeg → 7,5")
    historie = register.historie(Examenresultaat, sleutel(1))

    assert {sleutel(1): 75} == {s: er.vakresultaten[0].cijfer_se for s, er in nieuw.items()}
    assert [("test", "klas"), ("an", "SE leeg → 7,5")] == [
        (stand.geboekt.door, stand.geboekt.reden) for stand in historie
    ]


def test_wie_een_andere_waarde_zag_krijgt_te_horen_wie_en_wat_er_staat(register: Register) -> None:
    Bijhouder(register, "an").leg_vast([wijziging(1, None, 75)], "SE")
    with pytest.raises(CelconflictFout, match="intussen gewijzigd door an op") as fout:
        Bijhouder(register, "bo").leg_vast([wijziging(1, None, 62)], "SE")

    assert 75 == fout.value.waarde
    assert 75 == se(register, 1)


def test_een_andere_plaats_van_hetzelfde_examenresultaat_is_geen_conflict(
    register: Register,
) -> None:
    Bijhouder(register, "an").leg_vast([wijziging(1, None, 75)], "SE")
    Bijhouder(register, "bo").leg_vast([wijziging(1, None, 62, CE1)], "CE1")
    vak = actueel(register, 1).vakresultaten[0]

    assert (75, [62]) == (vak.cijfer_se, [ce.cijfer for ce in vak.ce])


def test_van_veel_tegelijk_is_het_alles_of_niets_en_een_stap(register: Register) -> None:
    an = Bijhouder(register, "an")
    an.leg_vast([wijziging(2, None, 50)], "SE")
    with pytest.raises(CelconflictFout):
        an.leg_vast([wijziging(1, None, 75), wijziging(2, None, 62)], "geplakt")

    assert (None, 50) == (se(register, 1), se(register, 2))

    an.leg_vast([wijziging(n, None, 75) for n in (1, 3)], "geplakt")
    an.maak_ongedaan()

    assert (None, 50, None) == (se(register, 1), se(register, 2), se(register, 3))


def test_ongedaan_maken_noemt_van_wie_de_stap_was(register: Register) -> None:
    an = Bijhouder(register, "an")
    an.leg_vast([wijziging(2, None, 50)], "SE")
    an.leg_vast([wijziging(n, None, 75) for n in (1, 3)], "geplakt")

    assert "Ongedaan gemaakt bij 2 studenten: geplakt" == str(an.maak_ongedaan())
    assert "Ongedaan gemaakt bij 000002 Proefpersoon 00002: SE" == str(an.maak_ongedaan())
    assert "Opnieuw gedaan bij 000002 Proefpersoon 00002: SE" == str(an.doe_opnieuw())


def test_ongedaan_maken_noemt_ook_wie_er_niet_meer_is_en_nooit_een_bsn(register: Register) -> None:
    an = Bijhouder(register, "an")
    nieuw = Persoon(
        burgerservicenummer="999990020",
        studentnummer="999990020",
        geboortedatum="2006-01-01",
        geslacht="1",
        achternaam="Nieuw",
    )
    an.doe([(nieuw, None)], [], "student toegevoegd")

    assert "Ongedaan gemaakt bij Nieuw: student toegevoegd" == str(an.maak_ongedaan())


def test_wat_er_al_staat_wordt_niet_nog_eens_geboekt(register: Register) -> None:
    an = Bijhouder(register, "an")
    an.leg_vast([wijziging(1, None, 75)], "SE")
    an.leg_vast([wijziging(1, None, 75)], "SE")

    assert 2 == len(register.historie(Examenresultaat, sleutel(1)))


def test_een_verdwenen_examenresultaat_is_een_fout(register: Register) -> None:
    register.verwijder(Examenresultaat, sleutel(1), **BOEKING)
    with pytest.raises(RegisterFout, match="ER1 staat niet meer in het register"):
        Bijhouder(register, "an").leg_vast([wijziging(1, None, 75)], "SE")


def test_ongedaan_maken_gaat_alleen_over_eigen_stappen(register: Register) -> None:
    Bijhouder(register, "an").leg_vast([wijziging(1, None, 75)], "SE")
    with pytest.raises(RegisterFout, match="er is niets om ongedaan te maken"):
        Bijhouder(register, "bo").maak_ongedaan()
    with pytest.raises(RegisterFout, match="er is niets om opnieuw te doen"):
        Bijhouder(register, "an").doe_opnieuw()


def test_wat_aan_duo_is_geleverd_wordt_niet_ongedaan_gemaakt(
    register: Register, tmp_path: Path
) -> None:
    an = Bijhouder(register, "an")
    an.leg_vast([wijziging(1, None, 75)], "SE")
    stand = register.historie(Examenresultaat, sleutel(1))[-1]
    with Verzendingen.open(tmp_path / "r.db") as verzendingen:
        verzendingen.leg_vast([stand.id], op=BOEKING["op"], levering="juli.xml")
    with pytest.raises(RegisterFout, match=r"aan DUO geleverd in juli\.xml"):
        an.maak_ongedaan()

    assert 75 == se(register, 1)


def test_hele_standen_gaan_samen_in_een_stap(register: Register) -> None:
    an = Bijhouder(register, "an")
    eerste, tweede, derde = (register.actueel(Examenresultaat, sleutel(n)) for n in (1, 2, 3))
    assert eerste
    assert tweede
    assert derde
    nieuw = evolve(derde[1], examenresultaatvolgnummer="ER9")
    an.doe(
        [(evolve(eerste[1], teruggetrokken=True), eerste[0]), (nieuw, None)],
        [tweede[0]],
        "drie tegelijk",
    )

    assert actueel(register, 1).teruggetrokken
    assert register.actueel(Examenresultaat, sleutel(2)) is None
    assert register.actueel(Examenresultaat, sleutel_van(nieuw)) is not None

    an.maak_ongedaan()

    assert not actueel(register, 1).teruggetrokken
    assert tweede[1].vakresultaten == actueel(register, 2).vakresultaten
    assert register.actueel(Examenresultaat, sleutel_van(nieuw)) is None


def test_een_stand_die_intussen_anders_is_zegt_door_wie(register: Register) -> None:
    gezien = register.actueel(Examenresultaat, sleutel(1))
    assert gezien
    Bijhouder(register, "an").leg_vast([wijziging(1, None, 75)], "SE")
    bo = Bijhouder(register, "bo")
    terug = evolve(gezien[1], teruggetrokken=True)
    with pytest.raises(ConflictFout, match="an op"):
        bo.doe([(terug, gezien[0])], [], "teruggetrokken")
    with pytest.raises(ConflictFout, match="an op"):
        bo.doe([], [gezien[0]], "verwijderd")

    assert 75 == se(register, 1)


def test_wat_nieuw_zou_zijn_en_er_al_is_wordt_niet_geboekt(register: Register) -> None:
    with pytest.raises(RegisterFout, match="ER1 staat al in het register"):
        Bijhouder(register, "an").doe([(actueel(register, 1), None)], [], "nieuw")


def test_wat_weg_is_kan_opnieuw(register: Register) -> None:
    an = Bijhouder(register, "an")
    gezien = register.actueel(Examenresultaat, sleutel(1))
    assert gezien
    an.doe([], [gezien[0]], "verwijderd")
    an.doe([(gezien[1], None)], [], "weer toegevoegd")

    assert gezien[1].vakresultaten == actueel(register, 1).vakresultaten


BSN = "999990019"


def alles_van(register: Register, persoon: str) -> list[Any]:
    return [een for k in OMKEERBAAR for _, een in register.actuelen(k, persoon)]


def test_heridentificatie_zet_alles_onder_het_bsn_en_is_een_stap_terug(register: Register) -> None:
    nummer = sleutel(1).persoon
    uitkomst = Schooluitkomst(
        brin="99XX", onderwijsnummer=nummer, examenresultaatvolgnummer="ER1", regime=2025
    )
    register.boek(uitkomst, **BOEKING)
    eerst = alles_van(register, nummer)
    an = Bijhouder(register, "an")
    an.heridentificeer(nummer, BSN)

    assert [Persoon, Examenresultaat, Schooluitkomst] == [type(een) for een in eerst]
    assert [evolve(een, burgerservicenummer=BSN) for een in eerst] == alles_van(register, BSN)
    assert [] == alles_van(register, nummer)
    (stand,) = register.historie(Persoon, Sleutel(BSN))
    assert ("an", "heridentificatie") == (stand.geboekt.door, stand.geboekt.reden)
    assert (BSN, None) == (register.opvolger(nummer), register.opvolger(BSN))

    assert "heridentificatie" == an.maak_ongedaan().reden
    assert eerst == alles_van(register, nummer)
    assert [] == alles_van(register, BSN)
    assert (None, nummer) == (register.opvolger(nummer), register.opvolger(BSN))


def test_een_bsn_van_een_ander_wordt_geweigerd_zonder_nummer_te_noemen(register: Register) -> None:
    an = Bijhouder(register, "an")
    an.heridentificeer(sleutel(1).persoon, BSN)
    eerst = alles_van(register, sleutel(2).persoon)
    with pytest.raises(
        InvoerFout, match="is al van 000001 Proefpersoon 00001 in het register"
    ) as fout:
        an.heridentificeer(sleutel(2).persoon, BSN)
    register.verwijder(Persoon, Sleutel(BSN), **LATER)
    with pytest.raises(InvoerFout, match="is al van iemand anders in het register"):
        an.heridentificeer(sleutel(2).persoon, BSN)
    with pytest.raises(RegisterFout, match="staat niet meer in het register"):
        an.heridentificeer(sleutel(1).persoon, "999990020")

    assert "burgerservicenummer" == fout.value.veld
    assert BSN not in str(fout.value)
    assert eerst == alles_van(register, sleutel(2).persoon)


def test_de_vakken_tellen_wie_al_een_cijfer_heeft(register: Register) -> None:
    Bijhouder(register, "an").leg_vast([wijziging(1, None, 75)], "SE")
    (groep,) = (groep for groep in vakgroepen(register) if groep.vak == VAK[0])

    assert (VAK[1], VAK[2], AANTAL, 1, 0) == (
        groep.niveau,
        groep.regime,
        groep.kandidaten,
        groep.met_se,
        groep.met_ce,
    )


def test_van_een_vak_komt_alleen_dat_vak_mee(register: Register) -> None:
    gevonden = kandidaten(register, GROEP)

    assert [f"{n:06d}" for n in range(1, AANTAL + 1)] == [k.student for k in gevonden]
    assert {((VAK[0],), ())} == {
        (
            tuple(vak.vak for vak in k.examenresultaat.vakresultaten),
            k.examenresultaat.cijferlijsten,
        )
        for k in gevonden
    }
    assert [sleutel(n) for n in range(1, AANTAL + 1)] == [
        sleutel_van(k.examenresultaat) for k in gevonden
    ]


def test_een_herkansing_van_het_vak_komt_mee(register: Register) -> None:
    ((stand, er),) = register.actuelen(Examenresultaat, [sleutel(2)])
    keren = (
        Herkansing(examenregime=2025, tijdvak=2, vakken=("1002",)),
        Herkansing(examenregime=2025, tijdvak=3, vakken=("1002", VAK[0])),
    )
    Bijhouder(register, "an").doe([(evolve(er, herkansingen=keren), stand)], [], "herkansing")

    assert (Herkansing(examenregime=2025, tijdvak=3, vakken=(VAK[0],)),) == (
        kandidaten(register, GROEP)[1].examenresultaat.herkansingen
    )


def test_dat_iemand_is_teruggetrokken_komt_mee(register: Register) -> None:
    ((stand, er),) = register.actuelen(Examenresultaat, [sleutel(2)])
    Bijhouder(register, "an").doe([(evolve(er, teruggetrokken=True), stand)], [], "terug")

    terug = [kandidaat.examenresultaat.teruggetrokken for kandidaat in kandidaten(register, GROEP)]
    assert [False, True] == terug[:2]


TOETSEN = st.sampled_from(
    [*"0123456789,.=gvo", "enter", "backspace", "delete", "up", "down", "left", "right", "tab"]
)


def typ(blad: Blad, wie: list[Kandidaat], bijhouder: Bijhouder, toetsen: list[str]) -> int:
    """Press keys as the screen does, and give how many values were booked."""
    geboekt = 0
    for toets in toetsen:
        vastlegging = blad.druk(toets).vastlegging
        if vastlegging is not None:
            nummer = blad.cellen.rijen[vastlegging.plek.rij].verwijst.kandidaat
            een = Celwijziging(
                sleutel=sleutel_van(wie[nummer].examenresultaat),
                plaats=plaats(blad, vastlegging.plek),
                oud=vastlegging.oud,
                nieuw=vastlegging.nieuw,
            )
            bijhouder.leg_vast([een], "getypt")
            geboekt += 1
    return geboekt


def zonder_moment(standen: dict[Sleutel, Any]) -> dict[Sleutel, Any]:
    """A change by hand has a moment of its own; that is all that undoing leaves behind."""
    return {s: evolve(er, aangeleverd_op=None) for s, er in standen.items()}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(toetsen=st.lists(TOETSEN, max_size=40))
def test_na_elke_reeks_toetsen_geeft_ongedaan_maken_precies_wat_er_was(
    voorbeeld: Path, tmp_path_factory: pytest.TempPathFactory, toetsen: list[str]
) -> None:
    pad = shutil.copy(voorbeeld, tmp_path_factory.mktemp("reeks") / "r.db")
    with Register.open(pad) as register:
        eerst = {sleutel(n): actueel(register, n) for n in range(1, AANTAL + 1)}
        wie = kandidaten(register, GROEP)
        blad = vakblad(*VAK, wie)
        bijhouder = Bijhouder(register, "an")
        stappen = typ(blad, wie, bijhouder, toetsen)
        staat = {sleutel(n): actueel(register, n) for n in range(1, AANTAL + 1)}

        for nummer, rij in enumerate(blad.cellen.rijen, start=1):
            assert list(waarden(staat[sleutel(nummer)], rij)) == blad.cellen.waarden[nummer - 1]

        for _ in range(stappen):
            bijhouder.maak_ongedaan()
        terug = {sleutel(n): actueel(register, n) for n in range(1, AANTAL + 1)}

        assert zonder_moment(eerst) == zonder_moment(terug)

        for _ in range(stappen):
            bijhouder.doe_opnieuw()
        weer = {sleutel(n): actueel(register, n) for n in range(1, AANTAL + 1)}

        assert zonder_moment(staat) == zonder_moment(weer)
