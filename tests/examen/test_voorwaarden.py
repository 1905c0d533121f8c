"""Countable conditions say the same as giving every place of the pakket a vak of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from random import Random

import pytest

from examen.model import UITSLAGNIVEAUS
from examen.pakket import ALLE, WERKSTUK, Eis, Pakket, pakketten
from examen.vakkentabel import alle_vakregels
from examen.voorwaarden import Voorwaarde, allemaal, een_van, voorwaarden
from register.fouten import TabelFout

CODES = frozenset(vak.vakcode for vakken in alle_vakregels().values() for vak in vakken) | {
    WERKSTUK
}
GROEPEN = pakketten().groepen
SOORTEN = [
    (niveau, profiel) for niveau in UITSLAGNIVEAUS for profiel in pakketten().profielen(niveau)
]
HAVO_NT = ["1001", "1002", "1019", "1025", "1023", "1028", "1018", "0131", WERKSTUK]
TL_ECONOMIE = ["0011", "0071", "0322", "0233", "0053", "0063", "0125", WERKSTUK]


def pakket(niveau: str, profiel: str, regime: int = 2025) -> Pakket:
    return pakketten().pakket(niveau, profiel, regime)


def voldaan(vereist: Sequence[Voorwaarde], vakken: Collection[str]) -> bool:
    """Whether every condition counts enough vakken."""
    return all(len(GROEPEN.telvakken(v.vakken & set(vakken))) >= v.minimum for v in vereist)


def is_volledig(soort: Pakket, vakken: Collection[str]) -> bool:
    """Whether every place gets a vak of its own, tried out place by place."""
    per_vak: dict[str, set[str]] = {}
    for code in vakken:
        per_vak.setdefault(GROEPEN.telvak.get(code, code), set()).add(code)

    def past(plaatsen: Sequence[frozenset[str]], vrij: frozenset[str]) -> bool:
        if not plaatsen:
            return True
        kan = [vak for vak in vrij if plaatsen[0] & per_vak[vak]]
        return any(past(plaatsen[1:], vrij - {vak}) for vak in kan)

    groepen = [[e for e in soort.eisen if not e.ook_elders]]
    groepen += [[e] for e in soort.eisen if e.ook_elders]
    return all(
        past(
            sorted((soort.vakken(e, CODES) for e in groep for _ in range(e.aantal)), key=len),
            frozenset(per_vak),
        )
        for groep in groepen
    )


def greep(soort: Pakket, toeval: Random) -> set[str]:
    """Draw vakken that about fill the pakket: one per place, sometimes none, and some others."""
    profielen = [pakket(soort.uitslagniveau, p) for p in pakketten().profielen(soort.uitslagniveau)]
    eisen = {eis for een in profielen for eis in een.eisen if ALLE not in eis.een_van}
    ruim = sorted({code for eis in eisen for code in soort.vakken(eis, CODES)})
    gekozen = {
        toeval.choice(ruim if ALLE in e.een_van else sorted(soort.vakken(e, CODES)))
        for e in soort.eisen
        for _ in range(e.aantal)
        if toeval.random() < 0.97
    }
    return gekozen | set(toeval.sample(ruim, toeval.choice([0, 0, 1, 2])))


@pytest.mark.parametrize(("niveau", "profiel"), SOORTEN)
def test_de_voorwaarden_zijn_de_plaatsen(niveau: str, profiel: str) -> None:
    toeval = Random(f"{niveau}{profiel}")
    soort = pakket(niveau, profiel)
    vereist = voorwaarden(soort, CODES)
    gezien = set()
    for _ in range(300):
        vakken = greep(soort, toeval)
        verwacht = is_volledig(soort, vakken)
        gezien.add(verwacht)
        assert verwacht == voldaan(vereist, vakken), sorted(vakken)

    assert {True, False} == gezien


def test_een_van_de_profielen_is_genoeg_zonder_profiel() -> None:
    toeval = Random(5400)
    soorten = [pakket("VMBO_TL", profiel) for profiel in pakketten().profielen("VMBO_TL")]
    vereist = een_van([voorwaarden(soort, CODES) for soort in soorten], GROEPEN)
    gezien = set()
    for _ in range(1000):
        vakken = greep(toeval.choice(soorten), toeval)
        verwacht = any(is_volledig(soort, vakken) for soort in soorten)
        gezien.add(verwacht)
        assert verwacht == voldaan(vereist, vakken), sorted(vakken)

    assert {True, False} == gezien


def test_een_dubbel_profiel_vraagt_beide_pakketten() -> None:
    toeval = Random(5174)
    soorten = [pakket("VWO_ATH", profiel) for profiel in ("NT", "NG")]
    vereist = allemaal([voorwaarden(soort, CODES) for soort in soorten], GROEPEN)
    gezien = set()
    for _ in range(500):
        vakken = greep(soorten[0], toeval) | greep(soorten[1], toeval)
        verwacht = all(is_volledig(soort, vakken) for soort in soorten)
        gezien.add(verwacht)
        assert verwacht == voldaan(vereist, vakken), sorted(vakken)

    assert {True, False} == gezien


@pytest.mark.parametrize(("niveau", "profiel"), SOORTEN)
def test_het_zijn_er_weinig(niveau: str, profiel: str) -> None:
    assert 10 >= len(voorwaarden(pakket(niveau, profiel), CODES))


@pytest.mark.parametrize(("niveau", "profiel"), SOORTEN)
def test_geen_voorwaarde_kan_gemist_worden(niveau: str, profiel: str) -> None:
    vereist = voorwaarden(pakket(niveau, profiel), CODES)
    for weg in vereist:
        rest = [v for v in vereist if v != weg]
        vakken = net_genoeg([v for v in rest if v.vakken <= weg.vakken], CODES - weg.vakken)

        assert voldaan(rest, vakken), weg.naam
        assert not voldaan(vereist, vakken), weg.naam


def net_genoeg(vereist: Sequence[Voorwaarde], basis: frozenset[str]) -> set[str]:
    """As few vakken as meet these conditions, on top of what is there."""
    gekozen = set(basis)
    for voorwaarde in vereist:
        for code in sorted(voorwaarde.vakken - gekozen):
            if voldaan([voorwaarde], gekozen):
                break
            gekozen.add(code)
    return gekozen


@pytest.mark.parametrize("weg", HAVO_NT)
def test_elk_vak_van_een_net_volledig_pakket_is_nodig(weg: str) -> None:
    vereist = voorwaarden(pakket("HAVO", "NT"), CODES)

    assert voldaan(vereist, HAVO_NT)
    assert not voldaan(vereist, [vak for vak in HAVO_NT if vak != weg])


@pytest.mark.parametrize(
    ("vrij", "verwacht"),
    [
        ("0131", True),
        ("1012", True),
        ("1038", True),
        ("1027", True),
        ("1024", False),
        ("1062", False),
        ("0301", False),
        ("1029", False),
        ("1039", False),
        ("1132", False),
    ],
    ids=[
        "aardrijkskunde",
        "Spaans elementair",
        "bsm",
        "wiskunde D",
        "wiskunde A naast B",
        "Nederlands zonder literatuur",
        "anw",
        "kunst algemeen",
        "literatuur",
        "rekenen",
    ],
)
def test_wat_het_vrije_deel_vult(vrij: str, verwacht: bool) -> None:
    vakken = [vrij if vak == "0131" else vak for vak in HAVO_NT]

    assert verwacht == voldaan(voorwaarden(pakket("HAVO", "NT"), CODES), vakken)


@pytest.mark.parametrize(("vak", "verwacht"), [("0125", True), ("0081", False), ("0173", True)])
def test_naast_economie_en_twee_talen_nog_een_vak_dat_geen_taal_is(
    vak: str, verwacht: bool
) -> None:
    vakken = [vak if code == "0125" else code for code in TL_ECONOMIE]

    assert verwacht == voldaan(voorwaarden(pakket("VMBO_TL", "economie"), CODES), vakken)


def test_een_vak_van_een_hoger_niveau_vult_de_plaats() -> None:
    hoger = ["1001", "1063", "1019", "1022", "1003", "1065", "1021", WERKSTUK]

    assert voldaan(voorwaarden(pakket("VMBO_TL", "economie"), CODES), hoger)


@pytest.mark.parametrize(("keuzevakken", "verwacht"), [(1, False), (2, True), (3, True)])
def test_de_gemengde_leerweg_heeft_twee_keuzevakken(keuzevakken: int, verwacht: bool) -> None:
    vakken = ["0011", "0071", "0322", "0153", "0173", "0191", "1300", WERKSTUK]
    vakken += ["1305", "1307", "1308"][:keuzevakken]

    assert verwacht == voldaan(voorwaarden(pakket("VMBO_GL", "techniek"), CODES), vakken)


def test_een_voorwaarde_noemt_de_eisen_waarvoor_zij_staat() -> None:
    namen = {v.naam: v.minimum for v in voorwaarden(pakket("VWO_ATH", "EM"), CODES)}

    assert 2 == namen["tweede moderne vreemde taal en profielkeuzevak"]
    assert 8 == namen["vrij deel naast de andere vakken"]


def test_een_keuze_tussen_aantallen_is_niet_in_voorwaarden_te_vatten() -> None:
    def vereist(naam: str, vakken: set[str]) -> Voorwaarde:
        return Voorwaarde(naam=naam, vakken=frozenset(vakken), minimum=2, bron="", zekerheid="hoog")

    with pytest.raises(TabelFout, match="niet in voorwaarden te vatten"):
        een_van(
            [[vereist("talen", {"1003", "1004"})], [vereist("exact", {"1023", "1028"})]], GROEPEN
        )


def test_evenveel_plaatsen_als_aantal() -> None:
    eis = Eis(naam="keuzevakken", een_van=("keuzevak",), aantal=3)
    basis = pakket("VMBO_GL", "techniek")
    soort = Pakket(
        uitslagniveau="VMBO_GL",
        profiel="proef",
        naam="proef",
        eisen=(eis,),
        bron=basis.bron,
        zekerheid="hoog",
        groepen=GROEPEN,
    )

    assert [("keuzevakken", 3)] == [(v.naam, v.minimum) for v in voorwaarden(soort, CODES)]
