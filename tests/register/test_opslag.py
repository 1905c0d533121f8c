"""The register: standen replace whole, never disappear, and say who and why."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from attrs import evolve

from examen.model import CeResultaat, Cijferlijst, Examenresultaat, Vakresultaat
from examen.schooluitkomst import Schooluitkomst
from register.fouten import ConflictFout, RegisterFout
from register.model.persoon import Persoon
from register.opslag import IngehaaldFout, Register, Sleutel, sleutel_van
from register.opslag.schema import SCHEMAVERSIE
from register.referentie.schema import tabellen as referentietabellen
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import entiteiten
from register.vormen.tabellen import METADATA, tabellen
from tests.momenten import BOEKING, OP

LATER = OP + timedelta(days=1)
EROVER = {"door": "ander", "reden": "beter", "op": LATER}


def examen(nummer: int = 1, *vakken: str) -> Examenresultaat:
    return Examenresultaat(
        brin="01AA",
        burgerservicenummer=f"9999{nummer:05}",
        examenresultaatvolgnummer="ER1",
        vakresultaten=tuple(
            Vakresultaat(resultaatvolgnummer=str(nr), vak=vak, niveau="HAVO", cijfer_se=64)
            for nr, vak in enumerate(vakken, start=1)
        ),
    )


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def register(pad: Path) -> Iterator[Register]:
    with Register.open(pad) as register:
        yield register


def test_een_stand_zegt_wie_wanneer_en_waarom(register: Register) -> None:
    stand = register.boek(examen(), **BOEKING)
    assert sleutel_van(examen()) == stand.sleutel
    assert ("toets", "proef", OP) == (stand.geboekt.door, stand.geboekt.reden, stand.geboekt.op)
    assert stand.actueel


def test_een_nieuwe_stand_vervangt_de_hele_oude_die_te_lezen_blijft(register: Register) -> None:
    oud = register.boek(examen(1, "1001", "1002"), **BOEKING)
    nieuw = register.boek(examen(1, "1003"), **EROVER)
    assert (nieuw, examen(1, "1003")) == register.actueel(Examenresultaat, nieuw.sleutel)
    assert examen(1, "1001", "1002") == register.lees(Examenresultaat, oud.id)
    eerste, tweede = register.historie(Examenresultaat, nieuw.sleutel)
    assert nieuw == tweede
    assert eerste.vervallen == nieuw.geboekt
    assert 1 == register.aantal(Examenresultaat)


def test_een_verwijdering_is_ook_een_stand(register: Register) -> None:
    sleutel = register.boek(examen(), **BOEKING).sleutel
    weg = register.verwijder(Examenresultaat, sleutel, **EROVER)
    assert weg.verwijderd
    assert register.actueel(Examenresultaat, sleutel) is None
    assert 0 == register.aantal(Examenresultaat)
    assert 0 == register.kolommen(Examenresultaat)["examenresultaat"].height
    assert [False, True] == [s.verwijderd for s in register.historie(Examenresultaat, sleutel)]
    with pytest.raises(RegisterFout, match="verwijdering"):
        register.lees(Examenresultaat, weg.id)
    with pytest.raises(RegisterFout, match="onbekend"):
        register.verwijder(Examenresultaat, sleutel, **EROVER)
    terug = register.boek(examen(), door="toets", reden="toch", op=LATER + timedelta(days=1))
    assert terug == register.actueel(Examenresultaat, sleutel)[0]


def test_een_oudere_of_even_oude_levering_is_ingehaald(register: Register) -> None:
    nu = evolve(examen(1, "1001"), aangeleverd_op=OP)
    eerder = evolve(examen(1, "1002"), aangeleverd_op=OP - timedelta(seconds=1))
    later = evolve(examen(1, "1003"), aangeleverd_op=OP + timedelta(seconds=1))
    register.boek(nu, **EROVER)
    for ingehaald in (eerder, evolve(eerder, aangeleverd_op=OP)):
        with pytest.raises(IngehaaldFout):
            register.boek(ingehaald, **EROVER)
    assert nu == register.actueel(Examenresultaat, sleutel_van(nu))[1]
    assert [None] == register.boek_alle([eerder], **EROVER)
    register.boek(later, **EROVER)
    assert later == register.actueel(Examenresultaat, sleutel_van(nu))[1]


def test_na_een_verwijdering_is_een_oudere_levering_ook_ingehaald(register: Register) -> None:
    sleutel = register.boek(examen(), **BOEKING).sleutel
    register.verwijder(Examenresultaat, sleutel, **EROVER)
    with pytest.raises(IngehaaldFout):
        register.boek(examen(), **BOEKING)


def test_een_verwijdering_van_voor_de_huidige_stand_is_ingehaald(register: Register) -> None:
    stand = register.boek(examen(), **EROVER)
    with pytest.raises(IngehaaldFout):
        register.verwijder(Examenresultaat, stand.sleutel, **BOEKING)
    assert stand == register.actueel(Examenresultaat, stand.sleutel)[0]


def test_wie_op_een_oude_stand_verder_werkt_hoort_wie_hem_wijzigde(register: Register) -> None:
    oud = register.boek(examen(1, "1001"), **BOEKING)
    register.boek(examen(1, "1002"), verwacht=oud.id, **EROVER)
    with pytest.raises(ConflictFout, match="door ander op 2025-07-02 10:00:00"):
        register.boek(examen(1, "1003"), verwacht=oud.id, **EROVER)
    with pytest.raises(ConflictFout):
        register.boek(examen(1, "1003"), verwacht=None, **EROVER)
    with pytest.raises(ConflictFout):
        register.verwijder(Examenresultaat, oud.sleutel, verwacht=oud.id, **EROVER)
    assert examen(1, "1002") == register.actueel(Examenresultaat, oud.sleutel)[1]


def test_wie_de_huidige_stand_kent_mag_binnen_dezelfde_seconde_wijzigen(register: Register) -> None:
    oud = register.boek(examen(1, "1001"), verwacht=None, **BOEKING)
    nieuw = register.boek(examen(1, "1002"), verwacht=oud.id, **BOEKING)
    assert nieuw == register.actueel(Examenresultaat, oud.sleutel)[0]


def test_veel_tegelijk_waarbij_de_laatste_van_een_sleutel_geldt(register: Register) -> None:
    reeks = [examen(n, "1001") for n in range(25)]
    standen = register.boek_alle(reeks, partij=10, **BOEKING)
    assert [*range(1, 26)] == standen
    dubbel = [evolve(examen(3, vak), aangeleverd_op=LATER + timedelta(seconds=s))
              for s, vak in enumerate(("1002", "1003"))]  # fmt: skip
    register.boek_alle(dubbel, **EROVER)
    assert dubbel[1] == register.actueel(Examenresultaat, sleutel_van(dubbel[1]))[1]
    assert 3 == len(register.historie(Examenresultaat, sleutel_van(dubbel[1])))
    assert 25 == register.aantal(Examenresultaat)


def test_een_fout_halverwege_een_partij_laat_niets_half(register: Register) -> None:
    zonder_nummer = evolve(examen(9), burgerservicenummer=None)
    with pytest.raises(RegisterFout, match="BSN en onderwijsnummer ontbreken"):
        register.boek_alle([examen(1), examen(2), zonder_nummer], **BOEKING)
    kapot = evolve(
        examen(3, "1001"), vakresultaten=(evolve(examen(1, "1001").vakresultaten[0], vak=None),)
    )
    with pytest.raises(sa.exc.IntegrityError):
        register.boek_alle([examen(1), kapot], **BOEKING)
    assert 0 == register.aantal(Examenresultaat)
    assert register.actueel(Examenresultaat, sleutel_van(examen(1))) is None


def test_standen_van_verschillende_soort_delen_een_sleutelnummer(register: Register) -> None:
    uitkomst = Schooluitkomst(
        brin="01AA", burgerservicenummer="999900002", examenresultaatvolgnummer="ER1"
    )
    register.boek_alle([examen(1), examen(2), uitkomst], **BOEKING)
    (nummer,) = register.sleutelnummers(Schooluitkomst)["sleutel"].to_list()
    assert {"stand": [1, 2], "sleutel": [1, nummer]} == register.sleutelnummers(
        Examenresultaat
    ).to_dict(as_series=False)
    assert 2 == register.aantal(Examenresultaat)


def test_actuelen_geeft_alles_van_een_persoon(register: Register) -> None:
    tweede = evolve(examen(1), examenresultaatvolgnummer="ER2")
    register.boek_alle([tweede, examen(1), examen(2)], **BOEKING)
    gevonden = [er for _, er in register.actuelen(Examenresultaat, "999900001")]
    assert [examen(1), tweede] == gevonden
    assert [] == register.actuelen(Examenresultaat, "999900009")


def test_partities_verdelen_de_actuele_standen(register: Register) -> None:
    register.boek_alle([examen(n, "1001") for n in range(10)], **BOEKING)
    register.boek_alle([examen(n, "1002") for n in range(3)], **EROVER)
    assert [] == register.partities(Schooluitkomst)
    stukken = register.partities(Examenresultaat, 4)
    assert [4, 4, 2] == [
        register.kolommen(Examenresultaat, standen=stuk)["examenresultaat"].height
        for stuk in stukken
    ]
    alles = register.kolommen(Examenresultaat)["vakresultaten"]
    assert [*range(4, 14)] == alles["stand"].to_list()
    assert ["1001"] * 7 + ["1002"] * 3 == alles["vak"].to_list()


def test_kolommen_van_een_keuze_uit_de_standen(register: Register) -> None:
    met_lijst = evolve(examen(2, "1001", "1002"), cijferlijsten=(Cijferlijst(opleiding="5372"),))
    register.boek_alle([examen(1, "1001"), met_lijst, evolve(examen(3), brin="02BB")], **BOEKING)

    def gekozen(**waar: str) -> list[int]:
        keuze = {naam.replace("__", "."): waarde for naam, waarde in waar.items()}
        frames = register.kolommen(Examenresultaat, waar=keuze)
        assert set(frames["vakresultaten"]["stand"]) <= set(frames["examenresultaat"]["stand"])
        return frames["examenresultaat"]["stand"].to_list()

    assert [1, 2] == gekozen(brin="01AA")
    assert [1, 2] == gekozen(vakresultaten__vak="1001")
    assert [2] == gekozen(cijferlijsten__opleiding="5372")
    assert [2] == gekozen(vakresultaten__vak="1001", cijferlijsten__opleiding="5372")
    assert [] == gekozen(brin="02BB", vakresultaten__vak="1001")


def test_van_een_lijst_alleen_de_regels_waar_het_om_gaat(register: Register) -> None:
    met_ce = CeResultaat(tijdvak=1, cijfer=70)
    er = examen(1, "1001", "1002", "1001")
    eerste, tweede, derde = er.vakresultaten
    vakken = (
        evolve(eerste, examenregime=2024, ce=(met_ce,)),
        evolve(tweede, examenregime=2025, ce=(met_ce,)),
        evolve(derde, examenregime=2025, ce=(evolve(met_ce, cijfer=55),)),
    )
    ander = evolve(examen(2), vakresultaten=vakken[:2])  # has both values, but not in one row
    register.boek_alle([evolve(er, vakresultaten=vakken), ander], **BOEKING)
    waar = {"vakresultaten.vak": "1001", "vakresultaten.examenregime": 2025}

    heel = register.kolommen(Examenresultaat, waar=waar)
    raak = register.kolommen(Examenresultaat, waar=waar, alleen_raak=True)

    assert [evolve(er, vakresultaten=vakken)] == entiteiten(Examenresultaat, heel)
    assert [evolve(er, vakresultaten=vakken[2:])] == entiteiten(Examenresultaat, raak)


def test_veel_tegelijk_op_voorwaarde_dat_niemand_ertussen_kwam(register: Register) -> None:
    reeks = [examen(n, "1001") for n in range(4)]
    standen = register.boek_alle(reeks, verwacht=[None] * 4, **BOEKING)
    register.boek(examen(3, "1002"), **EROVER)
    opnieuw = [examen(n, "1003") for n in range(4)]
    with pytest.raises(ConflictFout, match="door ander"):
        register.boek_alle(opnieuw, verwacht=standen, partij=2, **EROVER)
    vakken = register.kolommen(Examenresultaat)["vakresultaten"]["vak"]
    assert ["1001", "1002", "1003", "1003"] == sorted(vakken)


def persoon(nummer: int, studentnummer: str | None, achternaam: str, **meer: str) -> Persoon:
    return Persoon(
        burgerservicenummer=f"9999{nummer:05}",
        studentnummer=studentnummer,
        achternaam=achternaam,
        geboortedatum="1999-00-00",
        geslacht="3",
        **meer,
    )


def test_zoeken_op_nummer_en_naam(register: Register) -> None:
    register.boek_alle(
        [
            persoon(1, "S100", "Groot", voornamen="Anna", voorvoegsel="de"),
            persoon(2, "S101", "Kleingroot", voornamen="Zoë"),
            persoon(3, None, "Özçelik"),
        ],
        **BOEKING,
    )

    def namen(tekst: str, limiet: int = 50) -> list[str]:
        return [student.naam for student in register.zoek_studenten(tekst, limiet)]

    anna, zoe, oz = "Groot, Anna de", "Kleingroot, Zoë", "Özçelik"
    assert [anna, zoe] == namen("groot")
    assert [anna] == namen("groot", 1)
    assert [anna] == namen("anna GROOT")
    assert [zoe] == namen("zoe")
    assert [oz] == namen("ozcel")
    assert [anna, zoe] == namen("s10")
    assert [zoe] == namen("S101")
    assert [oz] == namen("999900003")
    assert [] == namen("00003")
    assert [] == namen("%")
    assert {anna, zoe, oz} == set(namen(""))
    assert "999900001" == register.zoek_studenten("anna")[0].persoon


def test_zoeken_ziet_de_actuele_persoon(register: Register) -> None:
    register.boek(persoon(1, "S1", "Oud"), **BOEKING)
    register.boek(persoon(1, "S1", "Nieuw"), **EROVER)
    assert [] == register.zoek_studenten("oud")
    assert ["Nieuw"] == [student.naam for student in register.zoek_studenten("s1")]
    register.verwijder(Persoon, Sleutel("999900001"), **EROVER)
    assert [] == register.zoek_studenten("s1")


def test_alleen_lezen_weigert_elke_wijziging(register: Register, pad: Path) -> None:
    register.boek(examen(), **BOEKING)
    with Register.open(pad, alleen_lezen=True) as lezer:
        assert 1 == lezer.aantal(Examenresultaat)
        with pytest.raises(RegisterFout, match="readonly"):
            lezer.boek(examen(2), **BOEKING)


def test_alleen_lezen_maakt_geen_register(pad: Path) -> None:
    with pytest.raises(RegisterFout, match="er is geen register"):
        Register.open(pad, alleen_lezen=True)
    assert not pad.exists()


def test_een_nieuwere_versie_wordt_geweigerd(register: Register, pad: Path) -> None:
    register.sluit()
    with sqlite3.connect(pad) as verbinding:
        verbinding.execute("UPDATE alembic_version SET version_num = '9999'")
    verbinding.close()
    with pytest.raises(RegisterFout, match=r"nieuwere versie van vavo \(9999\)"):
        Register.open(pad)


def test_wat_geen_register_is_blijft_wat_het_is(pad: Path) -> None:
    pad.write_bytes(b"geen database" * 100)
    with pytest.raises(
        RegisterFout, match=r"register\.db is niet te gebruiken: file is not a database"
    ):
        Register.open(pad)
    assert pad.read_bytes() == b"geen database" * 100
    ander = pad.with_name("ander.db")
    with sqlite3.connect(ander) as verbinding:
        verbinding.execute("CREATE TABLE iets (a)")
    verbinding.close()
    with pytest.raises(RegisterFout, match="geen register van vavo"):
        Register.open(ander)


@pytest.mark.parametrize("plaats", ["postgresql://host/vavo", "sqlite://", "niets://x", "://"])
def test_een_plaats_die_niet_kan(plaats: str) -> None:
    with pytest.raises(RegisterFout):
        Register.open(plaats)


def test_een_register_in_een_map_die_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(RegisterFout, match="is niet te maken"):
        Register.open(tmp_path / "weg" / "register.db")


@pytest.mark.usefixtures("register")
def test_alleen_de_eigenaar_mag_een_nieuw_register_lezen(pad: Path) -> None:
    assert 0o600 == pad.stat().st_mode & 0o777


def test_een_url_is_ook_een_plaats(pad: Path) -> None:
    with Register.open(f"sqlite:///{pad}") as register:
        register.boek(examen(), **BOEKING)
    with Register.open(str(pad)) as register:
        assert 1 == register.aantal(Examenresultaat)


@pytest.mark.usefixtures("register")
def test_de_migraties_maken_precies_de_tabellen_van_het_model(pad: Path) -> None:
    for klasse in (Persoon, Inschrijving, Examenresultaat, Schooluitkomst):
        tabellen(klasse)
    assert set(referentietabellen.values()) < set(METADATA.sorted_tables)
    motor = sa.create_engine(f"sqlite:///{pad}")
    with motor.connect() as verbinding:
        omgeving = MigrationContext.configure(verbinding, opts={"compare_type": True})
        assert [] == compare_metadata(omgeving, METADATA)
        assert SCHEMAVERSIE == omgeving.get_current_revision()
        zonder_rowid = "SELECT count(*) FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'"
        assert verbinding.exec_driver_sql(zonder_rowid).scalar_one() == 23
    motor.dispose()
