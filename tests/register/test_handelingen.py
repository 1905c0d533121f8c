"""Acts: one booking each, undone and done again by their maker, also tomorrow; or refused."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve

from examen.model import Examenresultaat, Uitslag, Vakresultaat
from examen.schooluitkomst import BerekendEindcijfer, Schooluitkomst
from register.fouten import ConflictFout, RegisterFout
from register.model.persoon import Persoon
from register.opslag import Handelingen, Register, Sleutel, Stand, sleutel_van
from register.opslag.verzonden import Verzendingen
from register.vormen.verschil import Wijziging
from tests.momenten import BOEKING, OP
from tests.oude_versie import breng_terug

KLASSEN = (Persoon, Examenresultaat, Schooluitkomst)
SECONDE = timedelta(seconds=1)
LATER = OP + timedelta(days=1)
PERSOON = Persoon(
    burgerservicenummer="999900001", achternaam="Groot", geboortedatum="1999-00-00", geslacht="3"
)


def examen(cijfer: int, nummer: int = 1) -> Examenresultaat:
    vak = Vakresultaat(resultaatvolgnummer="1", vak="1001", niveau="HAVO", cijfer_se=cijfer)
    return Examenresultaat(
        brin="01AA",
        burgerservicenummer=f"9999{nummer:05}",
        examenresultaatvolgnummer=f"ER{nummer}",
        vakresultaten=(vak,),
    )


def uitkomst(eindcijfer: int) -> Schooluitkomst:
    return Schooluitkomst(
        brin="01AA",
        burgerservicenummer="999900001",
        examenresultaatvolgnummer="ER1",
        berekende_eindcijfers=(BerekendEindcijfer(resultaatvolgnummer="1", eindcijfer=eindcijfer),),
    )


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def register(pad: Path) -> Iterator[Register]:
    with Register.open(pad) as register:
        yield register


@pytest.fixture
def handelingen(register: Register) -> Handelingen:
    return register.handelingen(KLASSEN)


def nu(register: Register, nummer: int = 1) -> tuple[Stand, Examenresultaat]:
    gevonden = register.actueel(Examenresultaat, sleutel_van(examen(0, nummer)))
    assert gevonden is not None
    return gevonden


def cijfer_van(register: Register, nummer: int = 1) -> int | None:
    return nu(register, nummer)[1].vakresultaten[0].cijfer_se


def zet(
    register: Register, cijfer: int, nummer: int = 1, *, door: str = "an", op: datetime = LATER
) -> Stand:
    """Give a mark as the app does: on the stand that is current."""
    gevonden = register.actueel(Examenresultaat, sleutel_van(examen(0, nummer)))
    register.handelingen(KLASSEN).doe(
        [examen(cijfer, nummer)],
        verwacht=[gevonden and gevonden[0].id],
        door=door,
        reden=f"SE van ER{nummer}: {cijfer}",
        op=op,
    )
    return nu(register, nummer)[0]


def keer_om(register: Register, door: str = "an") -> None:
    """Undo the last step."""
    handelingen = register.handelingen(KLASSEN)
    laatste = handelingen.ongedaan_te_maken(door)[0]
    handelingen.maak_ongedaan(laatste.nummer, door=door, op=LATER)


def doe_opnieuw(register: Register, door: str = "an") -> None:
    handelingen = register.handelingen(KLASSEN)
    laatste = handelingen.opnieuw_te_doen(door)[0]
    handelingen.maak_ongedaan(laatste.nummer, door=door, op=LATER)


def redenen(register: Register, door: str = "an") -> tuple[list[str], list[str]]:
    handelingen = register.handelingen(KLASSEN)
    stapels = handelingen.ongedaan_te_maken(door), handelingen.opnieuw_te_doen(door)
    terug, vooruit = ([h.geboekt.reden for h in stapel] for stapel in stapels)
    return terug, vooruit


def test_ongedaan_maken_en_opnieuw_doen_gaan_stap_voor_stap(register: Register) -> None:
    for cijfer in (61, 62, 63):
        zet(register, cijfer)
    keer_om(register)
    keer_om(register)
    assert 61 == cijfer_van(register)
    assert (
        ["SE van ER1: 61"],
        ["ongedaan: SE van ER1: 62", "ongedaan: SE van ER1: 63"],
    ) == redenen(register)
    doe_opnieuw(register)
    assert 62 == cijfer_van(register)
    assert (
        ["opnieuw: SE van ER1: 62", "SE van ER1: 61"],
        ["ongedaan: SE van ER1: 63"],
    ) == redenen(register)
    keer_om(register)
    keer_om(register)
    assert register.actueel(Examenresultaat, sleutel_van(examen(0))) is None
    for _ in range(3):
        doe_opnieuw(register)
    assert 63 == cijfer_van(register)
    assert "opnieuw: SE van ER1: 63" == redenen(register)[0][0]
    assert [] == redenen(register)[1]


def test_een_nieuwe_handeling_sluit_het_opnieuw_doen_af(register: Register) -> None:
    zet(register, 61)
    keer_om(register)
    (weg,) = register.handelingen(KLASSEN).opnieuw_te_doen("an")
    zet(register, 70, nummer=2)
    assert [] == redenen(register)[1]
    with pytest.raises(RegisterFout, match="iets anders gedaan"):
        register.handelingen(KLASSEN).maak_ongedaan(weg.nummer, door="an", op=LATER)


def test_een_herstart_vergeet_niets(register: Register, pad: Path) -> None:
    zet(register, 61)
    zet(register, 62)
    register.sluit()
    with Register.open(pad) as opnieuw:
        keer_om(opnieuw)
    with Register.open(pad) as opnieuw:
        assert 61 == cijfer_van(opnieuw)
        doe_opnieuw(opnieuw)
        assert 62 == cijfer_van(opnieuw)


def test_ieder_maakt_alleen_het_eigen_werk_ongedaan(
    register: Register, handelingen: Handelingen
) -> None:
    zet(register, 61, door="an")
    zet(register, 71, nummer=2, door="bo")
    (van_bo,) = handelingen.ongedaan_te_maken("bo")
    with pytest.raises(RegisterFout, match="geen handeling van an"):
        handelingen.maak_ongedaan(van_bo.nummer, door="an", op=LATER)
    keer_om(register, "an")
    assert [] == redenen(register, "an")[0]
    assert 71 == cijfer_van(register, 2)


def test_wat_een_opdracht_boekte_is_geen_handeling(
    register: Register, handelingen: Handelingen
) -> None:
    register.boek(examen(61), door="an", reden="invoer cijfers.csv", op=OP)
    register.boek_alle([examen(62), examen(70, 2)], door="an", reden="levering", op=LATER)
    assert ([], []) == redenen(register)
    with pytest.raises(RegisterFout, match="geen handeling van an"):
        handelingen.maak_ongedaan(1, door="an", op=LATER)


def test_een_handeling_over_veel_van_alle_soorten_is_een_stap(
    register: Register, handelingen: Handelingen
) -> None:
    register.boek_alle([PERSOON, examen(50, 1), examen(50, 2), examen(50, 3)], **BOEKING)
    getrouwd = evolve(PERSOON, achternaam="Klein")
    (persoon, _), *_ = register.actuelen(Persoon, "999900001")
    standen = handelingen.doe(
        [examen(60, 1), getrouwd, uitkomst(6), examen(60, 2)],
        verwacht=[nu(register, 1)[0].id, persoon.id, None, nu(register, 2)[0].id],
        weg=[nu(register, 3)[0]],
        door="an",
        reden="alles",
        op=LATER,
    )
    assert standen == [
        nu(register, 1)[0].id,
        register.actuelen(Persoon, "999900001")[0][0].id,
        register.actuelen(Schooluitkomst, "999900001")[0][0].id,
        nu(register, 2)[0].id,
    ]
    assert ["Klein"] == [student.naam for student in register.zoek_studenten("")]
    assert 2 == register.aantal(Examenresultaat)

    (stap,) = handelingen.ongedaan_te_maken("an")
    assert 5 == stap.standen
    keer_om(register)
    assert [50, 50, 50] == [cijfer_van(register, nummer) for nummer in (1, 2, 3)]
    assert ["Groot"] == [student.naam for student in register.zoek_studenten("")]
    assert 0 == register.aantal(Schooluitkomst)
    doe_opnieuw(register)
    assert [60, 60] == [cijfer_van(register, nummer) for nummer in (1, 2)]
    assert 2 == register.aantal(Examenresultaat)
    assert ["Klein"] == [student.naam for student in register.zoek_studenten("")]
    assert uitkomst(6) == register.actuelen(Schooluitkomst, "999900001")[0][1]


def test_niets_is_geen_handeling(register: Register, handelingen: Handelingen) -> None:
    zet(register, 61)
    keer_om(register)
    assert [] == handelingen.doe([], verwacht=[], door="an", reden="niets", op=LATER)
    assert ([], ["ongedaan: SE van ER1: 61"]) == redenen(register)


def test_een_conflict_in_een_handeling_laat_niets_half(
    register: Register, handelingen: Handelingen
) -> None:
    register.boek_alle([examen(50, 1), examen(50, 2)], **BOEKING)
    gelezen = [nu(register, nummer)[0] for nummer in (1, 2)]
    zet(register, 70, nummer=2, door="bo")
    with pytest.raises(
        ConflictFout, match="ER2 is intussen gewijzigd door bo op 2025-07-02 10:00:00"
    ):
        handelingen.doe(
            [examen(60, 1), examen(60, 2)],
            verwacht=[stand.id for stand in gelezen],
            door="an",
            reden="beide",
            op=LATER,
        )
    with pytest.raises(ConflictFout, match="door bo"):
        handelingen.doe([], verwacht=[], weg=gelezen, door="an", reden="weg", op=LATER)
    assert [50, 70] == [cijfer_van(register, nummer) for nummer in (1, 2)]
    assert ([], []) == redenen(register)


def test_wat_een_ander_daarna_wijzigde_blijft_en_zegt_wie_en_wanneer(
    register: Register, handelingen: Handelingen
) -> None:
    zet(register, 61, door="an")
    zet(register, 65, nummer=2, door="an")
    zet(register, 66, nummer=2, door="bo", op=LATER + timedelta(hours=1))
    boven, onder = handelingen.ongedaan_te_maken("an")
    with pytest.raises(
        ConflictFout, match=r"ER2 is daarna gewijzigd door bo op 2025-07-02 11:00:00 \(SE van ER2"
    ):
        handelingen.maak_ongedaan(boven.nummer, door="an", op=LATER)
    assert 66 == cijfer_van(register, 2)
    handelingen.maak_ongedaan(onder.nummer, door="an", op=LATER)
    assert register.actueel(Examenresultaat, sleutel_van(examen(0))) is None
    keer_om(register, "bo")
    keer_om(register, "an")
    assert register.actueel(Examenresultaat, sleutel_van(examen(0, 2))) is None


def test_wat_een_opdracht_daarna_wijzigde_blijft_ook(
    register: Register, handelingen: Handelingen
) -> None:
    zet(register, 61)
    register.boek(examen(80), door="an", reden="levering x.xml", op=LATER + SECONDE)
    (stap,) = handelingen.ongedaan_te_maken("an")
    with pytest.raises(ConflictFout, match=r"door an op .* \(levering x\.xml\)"):
        handelingen.maak_ongedaan(stap.nummer, door="an", op=LATER)
    assert 80 == cijfer_van(register)


def test_twee_keer_hetzelfde_ongedaan_maken_gaat_een_keer(
    register: Register, handelingen: Handelingen
) -> None:
    zet(register, 61)
    zet(register, 62)
    boven = handelingen.ongedaan_te_maken("an")[0]
    handelingen.maak_ongedaan(boven.nummer, door="an", op=LATER)
    with pytest.raises(RegisterFout, match="“ongedaan: SE van ER1: 62” op 2025-07-02 10:00:00"):
        handelingen.maak_ongedaan(boven.nummer, door="an", op=LATER)
    assert 61 == cijfer_van(register)


def met_uitslag() -> Examenresultaat:
    uitslag = Uitslag(uitslag="G", niveau="HAVO", examenregime=2025, datum=date(2025, 6, 12))
    return evolve(examen(61), uitslag=uitslag)


def lever(pad: Path, *standen: Stand) -> None:
    with Verzendingen.open(pad) as verzendingen:
        verzendingen.leg_vast(
            [stand.id for stand in standen], op=LATER, levering="levering_01AA.xml"
        )


def test_een_geleverde_uitslag_wordt_niet_ongedaan_gemaakt(
    register: Register, handelingen: Handelingen, pad: Path
) -> None:
    register.boek(examen(61), **BOEKING)
    handelingen.doe(
        [met_uitslag(), uitkomst(6)],
        verwacht=[nu(register)[0].id, None],
        door="an",
        reden="geslaagd",
        op=LATER,
    )
    geleverd, _ = nu(register)
    lever(pad, geleverd)
    (stap,) = handelingen.ongedaan_te_maken("an")
    with pytest.raises(
        RegisterFout,
        match=r"examenresultaat ER1 is op 2025-07-02 10:00:00 aan DUO geleverd in "
        r"levering_01AA\.xml; .*lever een nieuwe stand",
    ):
        handelingen.maak_ongedaan(stap.nummer, door="an", op=LATER)
    assert (geleverd, met_uitslag()) == nu(register)


def test_ook_wat_na_opnieuw_doen_is_geleverd_blijft(
    register: Register, handelingen: Handelingen, pad: Path
) -> None:
    zet(register, 61)
    zet(register, 62)
    keer_om(register)
    lever(pad, nu(register)[0])
    (onder,) = handelingen.ongedaan_te_maken("an")
    (boven,) = handelingen.opnieuw_te_doen("an")
    for stap in (onder, boven):
        with pytest.raises(RegisterFout, match="aan DUO geleverd"):
            handelingen.maak_ongedaan(stap.nummer, door="an", op=LATER)
    assert 61 == cijfer_van(register)


def test_een_wijziging_op_een_geleverde_stand_gaat_wel_terug_en_vooruit(
    register: Register, pad: Path
) -> None:
    lever(pad, register.boek(evolve(examen(61), aangeleverd_op=OP), **BOEKING))
    zet(register, 62)
    keer_om(register)
    assert 61 == cijfer_van(register)
    doe_opnieuw(register)
    assert 62 == cijfer_van(register)


def test_ongedaan_maken_zegt_wat_er_wijzigt(register: Register, handelingen: Handelingen) -> None:
    register.boek(evolve(examen(61), aangeleverd_op=OP), **BOEKING)
    register.boek(examen(50, 2), **BOEKING)
    handelingen.doe(
        [evolve(examen(62), aangeleverd_op=OP), examen(70, 3)],
        verwacht=[nu(register)[0].id, None],
        weg=[nu(register, 2)[0]],
        door="an",
        reden="drie",
        op=LATER,
    )
    (stap,) = handelingen.ongedaan_te_maken("an")
    assert ("drie", LATER, "an") == (stap.geboekt.reden, stap.geboekt.op, stap.geboekt.door)
    verwacht = [
        (Wijziging(plaats="vakresultaten 1 (1001 HAVO): cijfer SE", oud="6,2", nieuw="6,1"),),
        (Wijziging(plaats="examenresultaat ER2", oud="", nieuw="erbij"),),
        (Wijziging(plaats="examenresultaat ER3", oud="", nieuw="weg"),),
    ]
    gevonden = handelingen.maak_ongedaan(stap.nummer, door="an", op=LATER)
    assert verwacht == [gevolg.wijzigingen for gevolg in gevonden]
    assert Sleutel("999900002", "01AA", "ER2") == gevonden[1].sleutel
    assert {"examenresultaat"} == {gevolg.soort for gevolg in gevonden}
    assert 61 == cijfer_van(register)


@pytest.mark.parametrize(
    ("nu_geldt", "wijziging", "moment"),
    [
        (OP, OP + timedelta(seconds=2), OP + timedelta(seconds=2)),
        (OP, OP + SECONDE, OP + SECONDE),
        (OP, OP + timedelta(microseconds=999_999), OP + SECONDE),
        (OP, OP, OP + SECONDE),
        (OP + timedelta(seconds=90), OP, OP + timedelta(seconds=91)),
        (OP + timedelta(microseconds=500_000), OP + timedelta(seconds=0.6), OP + SECONDE),
        (OP + timedelta(microseconds=500_000), OP + timedelta(seconds=1.4), OP + SECONDE),
    ],
    ids=[
        "ruim later",
        "een seconde later",
        "bijna een seconde later",
        "op hetzelfde ogenblik",
        "de klok van wie leverde loopt voor",
        "in dezelfde seconde, met delen",
        "een seconde later, met delen",
    ],
)
def test_een_wijziging_met_de_hand_is_altijd_later_dan_wat_er_stond(
    register: Register, nu_geldt: datetime, wijziging: datetime, moment: datetime
) -> None:
    geleverd = evolve(examen(61), aangeleverd_op=None if nu_geldt.microsecond else nu_geldt)
    register.boek(geleverd, door="toets", reden="proef", op=nu_geldt)
    stand, er = nu(register)
    handelingen = register.handelingen(KLASSEN)
    handelingen.doe(
        [evolve(er, vakresultaten=examen(62).vakresultaten)],
        verwacht=[stand.id],
        door="an",
        reden="SE",
        op=wijziging,
    )
    nieuw, er_nieuw = nu(register)
    assert moment == nieuw.aangeleverd_op
    assert (moment if er.aangeleverd_op else None) == er_nieuw.aangeleverd_op
    assert wijziging == nieuw.geboekt.op
    (stap,) = handelingen.ongedaan_te_maken("an")
    handelingen.maak_ongedaan(stap.nummer, door="an", op=wijziging)
    assert 61 == cijfer_van(register)
    assert max(moment + SECONDE, wijziging.replace(microsecond=0)) == nu(register)[0].aangeleverd_op


def test_een_ouder_register_wordt_bijgewerkt_en_kent_nog_geen_handelingen(
    register: Register, pad: Path
) -> None:
    register.boek(examen(61), door="an", reden="met de hand", op=OP)
    register.sluit()
    breng_terug(pad, "0005")
    with Register.open(pad) as bijgewerkt:
        assert "met de hand" == nu(bijgewerkt)[0].geboekt.reden
        assert ([], []) == redenen(bijgewerkt)
        zet(bijgewerkt, 62)
        keer_om(bijgewerkt)
        assert 61 == cijfer_van(bijgewerkt)
