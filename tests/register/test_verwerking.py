"""Messages become standen, whole or not at all, however often and in whatever state they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve

from examen.model import Examenresultaat, Vakresultaat
from register import verwerking
from register.bericht import Aanlevering, Antwoord, Bevinding, Melding, Verwijdering, bevinding
from register.fouten import RegisterFout
from register.model.persoon import BinnenlandsAdres, Persoon
from register.opslag import Register, Sleutel
from register.opslag.leveringen import Leveringen, Richting
from register.opslag.verzonden import Verzendingen
from register.signaal import catalogus
from register.vavo.inschrijving import Inschrijving
from register.verwerking import Berichtsoort, Boeker, verwerk

NU = datetime(2025, 7, 2, 9, 0, 0)  # noqa: DTZ001 - local Dutch time
MOMENT = datetime(2025, 7, 1, 12, 0, 0)  # noqa: DTZ001
SECONDE = timedelta(seconds=1)
SIGNALEN = catalogus("vavo").signalen
AFKEUR = bevinding(SIGNALEN["vak_bestaat_niet"], {"vak": "9999"})
ZONDER_ADRES = bevinding(SIGNALEN["postcode_huisnummer_onbekend"], {})
PERSOON = Persoon(
    burgerservicenummer="999990019",
    geboortedatum="1990-01-01",
    geslacht="1",
    adres_binnenland=BinnenlandsAdres(postcode="1234AB", huisnummer=1),
)
SLEUTEL = Sleutel("999990019", "01AA", "ER1")


def oordeel(meldingen: Sequence[Aanlevering]) -> list[list[Bevinding]]:
    """Reject vak 9999, and the address of a person with huisnummer 13."""
    uit: list[list[Bevinding]] = []
    for melding in meldingen:
        vakken = getattr(melding.entiteit, "vakresultaten", ())
        gevonden = [AFKEUR for vak in vakken if vak.vak == "9999"]
        adres = melding.persoon.adres_binnenland if melding.persoon else None
        if adres is not None and adres.huisnummer == 13:
            gevonden.append(ZONDER_ADRES)
        uit.append(gevonden)
    return uit


SOORTEN = [
    Berichtsoort(
        klasse=Inschrijving,
        oordeel=oordeel,
        ingehaald=SIGNALEN["bericht_ingehaald_inschrijving"],
        onbekend=SIGNALEN["inschrijving_onbekend"],
    ),
    Berichtsoort(
        klasse=Examenresultaat,
        oordeel=oordeel,
        ingehaald=SIGNALEN["bericht_ingehaald_resultaat"],
        onbekend=SIGNALEN["examenresultaat_onbekend"],
    ),
]


@pytest.fixture
def plaats(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def register(plaats: Path) -> Iterator[Register]:
    with Register.open(plaats) as open_register:
        yield open_register


@pytest.fixture
def verzendingen(plaats: Path) -> Iterator[Verzendingen]:
    with Verzendingen.open(plaats) as open_verzendingen:
        yield open_verzendingen


Verwerk = Callable[..., list[Antwoord]]


@pytest.fixture
def leveringen(plaats: Path) -> Iterator[Leveringen]:
    with Leveringen.open(plaats) as open_leveringen:
        yield open_leveringen


@pytest.fixture
def lever(register: Register, verzendingen: Verzendingen, leveringen: Leveringen) -> Verwerk:
    """Process messages, numbered in order, and give the answers."""

    def doe(*meldingen: Melding) -> list[Antwoord]:
        genummerd = [evolve(m, nummer=nummer) for nummer, m in enumerate(meldingen, start=1)]
        boeker = Boeker(
            register=register,
            verzendingen=verzendingen,
            leveringen=leveringen,
            door="tester",
            levering="proef",
            nummer=leveringen.begin("proef", Richting.IN, op=NU, door="tester"),
            op=NU,
        )
        paren = list(verwerk(boeker, SOORTEN, genummerd))
        assert genummerd == [melding for melding, _ in paren]
        assert [m.nummer for m in genummerd] == [a.melding for _, a in paren]
        return [antwoord for _, antwoord in paren]

    return doe


def examen(vak: str = "1001", *, op: datetime = MOMENT, volgnummer: str = "ER1") -> Aanlevering:
    er = Examenresultaat(
        brin="01AA",
        burgerservicenummer="999990019",
        examenresultaatvolgnummer=volgnummer,
        aangeleverd_op=op,
        vakresultaten=(Vakresultaat(resultaatvolgnummer="1", vak=vak, niveau="HAVO"),),
    )
    return Aanlevering(nummer=0, entiteit=er)


def inschrijving(persoon: Persoon | None = None, *, op: datetime = MOMENT) -> Aanlevering:
    stand = Inschrijving(
        brin="01AA",
        burgerservicenummer="999990019",
        inschrijvingvolgnummer="ER1",
        aangeleverd_op=op,
        datum_inschrijving=date(2024, 8, 1),
    )
    return Aanlevering(nummer=0, entiteit=stand, persoon=persoon)


def weg(*, op: datetime, klasse: type = Examenresultaat) -> Verwijdering:
    return Verwijdering(
        nummer=0,
        klasse=klasse,
        brin="01AA",
        burgerservicenummer="999990019",
        volgnummer="ER1",
        aangeleverd_op=op,
    )


def vak_nu(register: Register) -> str | None:
    gevonden = register.actueel(Examenresultaat, SLEUTEL)
    return None if gevonden is None else gevonden[1].vakresultaten[0].vak


def signalen(antwoorden: Sequence[Antwoord]) -> list[tuple[bool, list[str]]]:
    return [(a.goedgekeurd, [b.signaal for b in a.bevindingen]) for a in antwoorden]


GOED: tuple[bool, list[str]] = (True, [])
INGEHAALD = (False, ["Bericht ingehaald"])


def test_een_goedgekeurde_melding_is_een_stand_met_wie_en_waarom(
    register: Register, lever: Verwerk
) -> None:
    assert [GOED] == signalen(lever(examen()))

    (stand,) = register.historie(Examenresultaat, SLEUTEL)
    assert (MOMENT, NU, "tester", "levering proef") == (
        stand.aangeleverd_op,
        stand.geboekt.op,
        stand.geboekt.door,
        stand.geboekt.reden,
    )


def test_een_afgekeurde_melding_verandert_niets(register: Register, lever: Verwerk) -> None:
    lever(examen())
    antwoorden = lever(examen("9999", op=MOMENT + SECONDE))

    assert [(False, ["Vak bestaat niet"])] == signalen(antwoorden)
    assert ("vak", "9999") == (
        antwoorden[0].bevindingen[0].sleutels[0].sleutelnaam,
        antwoorden[0].bevindingen[0].sleutels[0].sleutelwaarde,
    )
    assert "1001" == vak_nu(register)
    assert 1 == len(register.historie(Examenresultaat, SLEUTEL))


@pytest.mark.parametrize(
    ("later", "verwacht", "vak"),
    [(-SECONDE, INGEHAALD, "1001"), (0 * SECONDE, INGEHAALD, "1001"), (SECONDE, GOED, "1002")],
)
def test_alleen_een_recentere_melding_vervangt_de_stand(
    register: Register,
    lever: Verwerk,
    later: timedelta,
    verwacht: tuple[bool, list[str]],
    vak: str,
) -> None:
    lever(examen())

    assert [verwacht] == signalen(lever(examen("1002", op=MOMENT + later)))
    assert vak == vak_nu(register)


def test_wat_ingehaald_is_noemt_zijn_volgnummer(lever: Verwerk) -> None:
    lever(examen())
    (antwoord,) = lever(examen("1002", op=MOMENT - SECONDE))

    (sleutel,) = antwoord.bevindingen[0].sleutels
    assert ("examenresultaatvolgnummer", "ER1") == (sleutel.sleutelnaam, sleutel.sleutelwaarde)


def test_een_stand_van_een_andere_soort_met_hetzelfde_nummer_staat_los(lever: Verwerk) -> None:
    assert [GOED, GOED] == signalen(lever(examen(), inschrijving(op=MOMENT - SECONDE)))


def test_twee_keer_dezelfde_levering_verdubbelt_niets(register: Register, lever: Verwerk) -> None:
    levering = (
        inschrijving(PERSOON),
        examen(),
        examen("1002", op=MOMENT + SECONDE),
        weg(op=MOMENT + 2 * SECONDE),
        examen("9999", op=MOMENT + 3 * SECONDE),
        weg(op=MOMENT, klasse=Inschrijving),
    )
    eerst = lever(*levering)
    standen = register.historie(Examenresultaat, SLEUTEL)
    personen = register.historie(Persoon, Sleutel("999990019"))

    assert eerst == lever(*levering)
    assert [GOED, GOED, GOED, GOED, (False, ["Vak bestaat niet"]), INGEHAALD] == signalen(eerst)
    assert standen == register.historie(Examenresultaat, SLEUTEL)
    assert personen == register.historie(Persoon, Sleutel("999990019"))
    assert [False, False, True] == [stand.verwijderd for stand in standen]


def test_een_verwijdering_laat_de_stand_vervallen(register: Register, lever: Verwerk) -> None:
    assert [GOED, GOED] == signalen(lever(examen(), weg(op=MOMENT + SECONDE)))
    assert register.actueel(Examenresultaat, SLEUTEL) is None
    assert 2 == len(register.historie(Examenresultaat, SLEUTEL))


@pytest.mark.parametrize(
    ("klasse", "signaal"),
    [(Examenresultaat, "Examenresultaat onbekend"), (Inschrijving, "Inschrijving onbekend")],
)
def test_wat_er_niet_is_kan_niet_weg(lever: Verwerk, klasse: type, signaal: str) -> None:
    assert [(False, [signaal])] == signalen(lever(weg(op=MOMENT, klasse=klasse)))


def test_wat_al_weg_is_kan_niet_nog_eens_weg(lever: Verwerk) -> None:
    lever(examen(), weg(op=MOMENT + SECONDE))

    assert [(False, ["Examenresultaat onbekend"])] == signalen(lever(weg(op=MOMENT + 2 * SECONDE)))


@pytest.mark.parametrize("later", [-SECONDE, 0 * SECONDE])
def test_een_verwijdering_is_recenter_dan_de_stand(
    register: Register, lever: Verwerk, later: timedelta
) -> None:
    lever(examen())

    assert [INGEHAALD] == signalen(lever(weg(op=MOMENT + later)))
    assert "1001" == vak_nu(register)


@pytest.mark.parametrize(("later", "verwacht"), [(0 * SECONDE, INGEHAALD), (SECONDE, GOED)])
def test_na_een_verwijdering_telt_alleen_wat_recenter_is(
    lever: Verwerk, later: timedelta, verwacht: tuple[bool, list[str]]
) -> None:
    lever(examen(), weg(op=MOMENT + SECONDE))

    assert [verwacht] == signalen(lever(examen("1002", op=MOMENT + SECONDE + later)))


def test_de_persoon_wordt_met_de_inschrijving_geboekt(register: Register, lever: Verwerk) -> None:
    assert [GOED] == signalen(lever(inschrijving(PERSOON)))

    gevonden = register.actueel(Persoon, Sleutel("999990019"))
    assert gevonden is not None
    assert PERSOON == gevonden[1]


@pytest.mark.parametrize(
    ("later", "voornamen"), [(-SECONDE, None), (0 * SECONDE, None), (SECONDE, "Jo")]
)
def test_de_persoon_van_een_ingehaalde_inschrijving_telt_niet(
    register: Register, lever: Verwerk, later: timedelta, voornamen: str | None
) -> None:
    lever(inschrijving(PERSOON))
    lever(inschrijving(evolve(PERSOON, voornamen="Jo"), op=MOMENT + later))

    gevonden = register.actueel(Persoon, Sleutel("999990019"))
    assert gevonden is not None
    assert voornamen == gevonden[1].voornamen


def test_een_adres_dat_niet_wordt_geregistreerd_houdt_de_melding_niet_tegen(
    register: Register, lever: Verwerk
) -> None:
    persoon = evolve(PERSOON, adres_binnenland=BinnenlandsAdres(postcode="1234AB", huisnummer=13))

    assert [(True, ["Postcode huisnummer onbekend"])] == signalen(lever(inschrijving(persoon)))
    gevonden = register.actueel(Persoon, Sleutel("999990019"))
    assert gevonden is not None
    assert evolve(PERSOON, adres_binnenland=None) == gevonden[1]


def test_wat_de_school_zelf_op_dat_moment_vastlegde_wordt_herkend(
    register: Register, lever: Verwerk
) -> None:
    zelf = evolve(examen().entiteit, aangeleverd_op=None)
    register.boek(zelf, door="school", reden="invoer", op=MOMENT.replace(microsecond=7))

    assert [GOED] == signalen(lever(examen()))
    assert 1 == len(register.historie(Examenresultaat, SLEUTEL))


def test_meldingen_over_een_stand_gaan_op_volgorde_ook_over_stapels_heen(
    register: Register, lever: Verwerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verwerking, "STAPEL", 2)
    levering = [examen(volgnummer=f"ER{n}") for n in range(1, 6)]
    levering += [examen("1002", op=MOMENT + SECONDE), examen("1003", op=MOMENT + 2 * SECONDE)]

    assert [GOED] * 7 == signalen(lever(*levering))
    assert "1003" == vak_nu(register)
    assert 5 == register.aantal(Examenresultaat)


def test_twee_tegelijk_verdubbelen_niets(plaats: Path) -> None:
    levering = [
        evolve(examen(volgnummer=f"ER{n}", op=MOMENT + keer * SECONDE), nummer=20 * keer + n)
        for keer in range(5)
        for n in range(1, 21)
    ]
    Register.open(plaats).sluit()

    def lever_alles(naam: str) -> list[tuple[bool, list[str]]]:
        with (
            Register.open(plaats) as register,
            Verzendingen.open(plaats) as verzendingen,
            Leveringen.open(plaats) as leveringen,
        ):
            boeker = Boeker(
                register=register,
                verzendingen=verzendingen,
                leveringen=leveringen,
                door=naam,
                levering="proef",
                nummer=leveringen.begin("proef", Richting.IN, op=NU, door=naam),
                op=NU,
            )
            return signalen([antwoord for _, antwoord in verwerk(boeker, SOORTEN, levering)])

    with ThreadPoolExecutor(2) as samen:
        gevonden = [*samen.map(lever_alles, ["een", "twee"])]

    assert [[GOED] * 100] * 2 == gevonden
    with Register.open(plaats) as register:
        for n in range(1, 21):
            historie = register.historie(Examenresultaat, Sleutel("999990019", "01AA", f"ER{n}"))
            assert [MOMENT + keer * SECONDE for keer in range(5)] == [
                stand.aangeleverd_op for stand in historie
            ]


class StroomUitFout(RegisterFout):
    """Power fails."""


@pytest.mark.parametrize("na", range(1, 4))
def test_wie_halverwege_stopt_begint_opnieuw_zonder_verlies(
    register: Register, lever: Verwerk, monkeypatch: pytest.MonkeyPatch, na: int
) -> None:
    levering = [examen(volgnummer=f"ER{n}") for n in range(4)]
    levering += [examen("1002", op=MOMENT + SECONDE, volgnummer=f"ER{n}") for n in range(4)]
    monkeypatch.setattr(verwerking, "STAPEL", 2)
    boeken = Register.boek_alle
    keren = iter(range(100))

    def boek_tot_de_stroom_uitvalt(self: Register, *args: object, **kwargs: object) -> object:
        if next(keren) == 2 * na:
            raise StroomUitFout
        return boeken(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Register, "boek_alle", boek_tot_de_stroom_uitvalt)
    with pytest.raises(StroomUitFout):
        lever(*levering)

    assert [GOED] * 8 == signalen(lever(*levering))
    for n in range(4):
        historie = register.historie(Examenresultaat, Sleutel("999990019", "01AA", f"ER{n}"))
        assert [MOMENT, MOMENT + SECONDE] == [stand.aangeleverd_op for stand in historie]
