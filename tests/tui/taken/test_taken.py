"""Jobs in a process of their own: progress, log, breaking off, and none left behind."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from examen.model import Examenresultaat
from examen.schooluitkomst import Schooluitkomst
from register.model.persoon import Persoon
from register.opslag import Register, Sleutel, sleutel_van
from tests.tui.klas import BOEKING, maak_klas, persoonsnummer
from tui.klok import nu
from tui.taken.kind import AFGEBROKEN
from tui.taken.lijst import KIND, Staat, Taak, Taken
from tui.taken.pijp import Kandidaatsleutel, Werkorder
from tui.werk.documenten import MET_DE_HAND

AANTAL = 6


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return maak_klas(tmp_path / "r.db", AANTAL)


def kandidaten(*nummers: int) -> tuple[Kandidaatsleutel, ...]:
    return tuple((persoonsnummer(n), "99XX", f"ER{n}") for n in nummers)


def werkorder(pad: Path, soort: str, *nummers: int, **opties: str) -> Werkorder:
    return Werkorder(
        soort=soort,
        titel=soort,
        register=str(pad),
        door="an",
        kandidaten=kandidaten(*nummers),
        opties=opties,
    )


async def doe(wat: Werkorder) -> Taak:
    """Do a job to its end."""
    taken = Taken(lambda: None)
    taak = await taken.begin(wat)
    await tot(lambda: taak.staat is not Staat.LOOPT)
    await taken.sluit()
    return taak


async def tot(waar: Callable[[], bool]) -> None:
    """Wait until something is so; a fault of the program shows as a test that takes too long."""
    einde = time.monotonic() + 60
    while not waar():
        assert time.monotonic() < einde
        await asyncio.sleep(0.02)


PAPIER = {"papier": "cijferlijst", "plaats": "", "tekenaar": "", "secretaris": "", "school": ""}


async def test_alles_herberekenen_bewaart_elke_uitkomst_en_telt(pad: Path) -> None:
    taak = await doe(werkorder(pad, "herberekenen"))
    weer = await doe(werkorder(pad, "herberekenen"))

    assert (Staat.KLAAR, f"{AANTAL} uitkomsten bijgewerkt.") == (taak.staat, taak.slot)
    assert (AANTAL, AANTAL, 0) == (
        taak.tussenstand.totaal,
        taak.tussenstand.ok,
        taak.tussenstand.overgeslagen,
    )
    assert (0, AANTAL) == (weer.tussenstand.ok, weer.tussenstand.overgeslagen)
    with Register.open(pad, alleen_lezen=True) as register:
        assert AANTAL == register.aantal(Schooluitkomst)


async def test_berichten_gaan_alleen_over_wie_gekozen_is(pad: Path, tmp_path: Path) -> None:
    uit = tmp_path / "levering.xml"
    taak = await doe(werkorder(pad, "berichten", 2, 4, bestand=str(uit)))
    tekst = uit.read_text(encoding="utf-8")

    assert f"Geschreven: {uit} (2 berichten)." == taak.slot
    assert ["2 x aanleveren examenresultaat"] == [regel.tekst for regel in taak.log]
    assert [False, True, False, True, False, False] == [
        persoonsnummer(nummer) in tekst for nummer in range(1, AANTAL + 1)
    ]
    assert 0o600 == uit.stat().st_mode & 0o777


async def test_een_bestand_dat_er_is_wordt_niet_overschreven(pad: Path, tmp_path: Path) -> None:
    uit = tmp_path / "levering.xml"
    uit.write_text("van een ander")
    taak = await doe(werkorder(pad, "berichten", 2, bestand=str(uit)))

    assert (Staat.MISLUKT, f"{uit} bestaat al; kies een andere naam") == (taak.staat, taak.slot)
    assert "van een ander" == uit.read_text()


async def test_papier_zegt_van_ieder_wat_ervan_kwam(pad: Path, tmp_path: Path) -> None:
    with Register.open(pad) as register:
        er = next(er for _, er in register.actuelen(Examenresultaat, persoonsnummer(1)))
        register.boek(
            Examenresultaat(
                brin="99XX", onderwijsnummer="100000099", examenresultaatvolgnummer="ER99"
            ),
            **BOEKING,
        )
    uit = tmp_path / "papier"
    uit.mkdir()
    wat = werkorder(pad, "papier", 1, 3, 99, map=str(uit), concept="ja", **PAPIER)
    taak = await doe(wat)

    assert er.cijferlijsten
    assert Staat.KLAAR is taak.staat
    assert (3, 3) == (taak.tussenstand.gedaan, taak.tussenstand.totaal)
    assert ("fout", kandidaten(99)[0]) in [(r.uitkomst, r.kandidaat) for r in taak.log]
    assert taak.tussenstand.ok == len(list(uit.iterdir()))


async def test_bij_papier_hoort_wat_er_met_de_hand_bij_moet(pad: Path, tmp_path: Path) -> None:
    papier = {**PAPIER, "papier": "deelcijferlijst"}
    taak = await doe(werkorder(pad, "papier", 1, map=str(tmp_path), concept="ja", **papier))

    assert f"1 document in {tmp_path}. {MET_DE_HAND}" == taak.slot


async def test_wie_geen_examenresultaat_meer_heeft_wordt_genoemd_en_geteld(
    pad: Path, tmp_path: Path
) -> None:
    with Register.open(pad) as register:
        (er,) = (er for _, er in register.actuelen(Examenresultaat, persoonsnummer(1)))
        register.verwijder(Examenresultaat, sleutel_van(er), **BOEKING)
    wat = werkorder(pad, "papier", 1, 3, map=str(tmp_path), concept="ja", **PAPIER)
    taak = await doe(wat)

    assert (2, 2) == (taak.tussenstand.gedaan, taak.tussenstand.totaal)
    assert any("geen examenresultaat" in regel.tekst for regel in taak.log)


async def test_wie_het_nummer_van_een_ander_als_studentnummer_heeft_gaat_niet_mee(
    pad: Path, tmp_path: Path
) -> None:
    with Register.open(pad) as register:
        gevonden = register.actueel(Persoon, Sleutel(persoonsnummer(2)))
        assert gevonden is not None
        _, ander = gevonden
        later = BOEKING | {"op": nu()}
        register.boek(evolve(ander, studentnummer=persoonsnummer(1)), **later)
    uit = tmp_path / "levering.xml"
    berichten = await doe(werkorder(pad, "berichten", 1, bestand=str(uit)))
    papier = await doe(werkorder(pad, "papier", 1, map=str(tmp_path), concept="ja", **PAPIER))

    assert "(1 bericht)" in berichten.slot
    assert persoonsnummer(2) not in uit.read_text(encoding="utf-8")
    assert (1, 1) == (papier.tussenstand.gedaan, papier.tussenstand.totaal)


async def test_de_vergaderlijst_telt_ieder_een_keer(pad: Path, tmp_path: Path) -> None:
    uit = tmp_path / "lijst.pdf"
    taak = await doe(werkorder(pad, "vergaderlijst", 1, 3, 99, bestand=str(uit), school=""))

    assert (Staat.KLAAR, 2, 1) == (taak.staat, taak.tussenstand.ok, taak.tussenstand.fout)


async def test_een_fout_van_het_programma_noemt_geen_gegevens(pad: Path) -> None:
    taak = await doe(werkorder(pad, "bestaat_niet", 1))

    assert Staat.MISLUKT is taak.staat
    assert "KeyError in taken/kind.py:" in taak.slot
    assert persoonsnummer(1) not in taak.slot


async def test_een_gedood_kind_zegt_dat(pad: Path) -> None:
    taken = Taken(lambda: None)
    taak = await taken.begin(werkorder(pad, "herberekenen"))
    assert taak._proces is not None
    taak._proces.kill()
    await tot(lambda: taak.staat is not Staat.LOOPT)

    assert Staat.MISLUKT is taak.staat
    assert "van buitenaf gestopt, door sein 9" in taak.slot


SLAPER = """
import sys
from tui.taken import kind
from tui.werk import groepstaken
def slaap(werkorder, verslag):
    import time
    verslag.begin(1)
    time.sleep(600)
groepstaken.WERK = {"slaap": slaap, "herberekenen": slaap}
sys.exit(kind.hoofd())
"""
SLAPEND = (sys.executable, "-c", SLAPER)


async def test_afbreken_en_sluiten_laten_niets_achter(pad: Path) -> None:
    geteld: list[int] = []
    taken = Taken(lambda: geteld.append(1), kind=SLAPEND)
    een, ander = [await taken.begin(werkorder(pad, "slaap")) for _ in range(2)]
    await tot(lambda: bool(een.tussenstand.totaal and ander.tussenstand.totaal))
    taken.breek_af(een)
    await tot(lambda: een.staat is not Staat.LOOPT)

    assert [ander, een] == taken.alle
    assert [ander] == taken.lopend
    assert Staat.AFGEBROKEN is een.staat

    await taken.sluit()

    assert Staat.AFGEBROKEN is ander.staat
    assert [1, 1] == geteld
    assert {AFGEBROKEN} == {taak._proces.returncode for taak in (een, ander) if taak._proces}


def kind_dat_zegt(*regels: str) -> tuple[str, ...]:
    """Give a job that says these lines, each of which is Python, and then waits for ever."""
    return (sys.executable, "-c", "\n".join(["import sys, time", *regels, "time.sleep(600)"]))


@pytest.mark.parametrize(
    "zegt",
    [
        "print('{\"totaal\": 3', flush=True)",
        "print('[1]', flush=True)",
        "sys.stdout.buffer.write(b'\\xff\\n'); sys.stdout.flush()",
        "print('x' * 2**26, flush=True)",
    ],
    ids=["half", "iets anders", "geen tekst", "te lang"],
)
async def test_een_regel_die_niet_te_lezen_is_beeindigt_de_taak(pad: Path, zegt: str) -> None:
    geteld: list[int] = []
    begin = """print('{"totaal": 3, "ok": 1}', flush=True)"""
    taken = Taken(lambda: geteld.append(1), kind=kind_dat_zegt(begin, zegt))
    taak = await taken.begin(werkorder(pad, "herberekenen"))
    await tot(lambda: taak.staat is not Staat.LOOPT)

    assert Staat.MISLUKT is taak.staat
    assert "niet te lezen" in taak.slot
    assert (3, 1) == (taak.tussenstand.totaal, taak.tussenstand.ok)
    assert [1] == geteld


async def test_wie_luistert_kan_een_taak_niet_ophouden(pad: Path) -> None:
    def kapot() -> None:
        raise LookupError

    gehoord: list[Staat] = []
    fouten: list[object] = []
    asyncio.get_running_loop().set_exception_handler(
        lambda _, wat: fouten.append(type(wat["exception"]))
    )
    taken = Taken(lambda: None)
    taak = await taken.begin(werkorder(pad, "herberekenen"))
    taken.luisteraars |= {kapot, lambda: gehoord.append(taak.staat)}
    await tot(lambda: Staat.KLAAR in gehoord)

    assert Staat.KLAAR is taak.staat
    assert {LookupError} == set(fouten)


PRATER = """
import os, sys
from tui.taken import kind
from tui.werk import groepstaken
def praat(werkorder, verslag):
    print("zomaar iets", flush=True)
    os.write(1, b"nog iets\\n")
    verslag.begin(1)
    return "Gedaan."
groepstaken.WERK = {"praat": praat}
sys.exit(kind.hoofd())
"""


async def test_wat_werk_zomaar_afdrukt_komt_niet_over_de_pijp(pad: Path) -> None:
    taken = Taken(lambda: None, kind=(sys.executable, "-c", PRATER))
    taak = await taken.begin(werkorder(pad, "praat"))
    await tot(lambda: taak.staat is not Staat.LOOPT)

    assert (Staat.KLAAR, "Gedaan.") == (taak.staat, taak.slot)


OUDER = """
import asyncio, sys
from tui.taken.lijst import Taken
from tui.taken.pijp import Werkorder
async def hoofd():
    taken = Taken(lambda: None, kind=(sys.executable, "-c", sys.argv[1]))
    wat = Werkorder(soort="slaap", titel="", register="", door="")
    taak = await taken.begin(wat)
    while not taak.tussenstand.totaal:
        await asyncio.sleep(0.05)
    print(taak._proces.pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(hoofd())
"""


def test_een_gedode_app_laat_geen_wees_achter() -> None:
    with subprocess.Popen([sys.executable, "-c", OUDER, SLAPER], stdout=subprocess.PIPE) as ouder:
        assert ouder.stdout is not None
        kind = int(ouder.stdout.readline())
        ouder.kill()
        ouder.wait()
    einde = time.monotonic() + 30
    while Path(f"/proc/{kind}").exists() and _leeft(kind):
        assert time.monotonic() < einde
        time.sleep(0.05)


def _leeft(nummer: int) -> bool:
    """Tell whether a process runs; one that has ended and was not waited for does not."""
    try:
        os.kill(nummer, 0)
        return Path(f"/proc/{nummer}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_wat_over_de_pijp_gaat_zijn_regels_json_en_wie_niet_meer_luistert_krijgt_niets(
    pad: Path,
) -> None:
    wat = {"soort": "herberekenen", "titel": "", "register": str(pad), "door": "an"}
    with subprocess.Popen(KIND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as kind:
        assert kind.stdin is not None
        assert kind.stdout is not None
        kind.stdin.write(json.dumps(wat).encode() + b"\n")
        kind.stdin.flush()
        eerste, *_, laatste = (json.loads(regel) for regel in kind.stdout)

    assert (AANTAL, 0, None) == (eerste["totaal"], eerste["ok"], eerste["slot"])
    assert (AANTAL, f"{AANTAL} uitkomsten bijgewerkt.") == (laatste["ok"], laatste["slot"])
    assert 0 == kind.returncode
