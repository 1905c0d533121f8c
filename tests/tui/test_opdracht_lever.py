"""`vavo lever`: XML in, standen and answers out, the same way every control is reached."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from lxml import etree

from examen.controles import CONTROLES
from examen.model import Examenresultaat
from examen.voorbeeld import voorbeeld
from examen.voorbeeld.aanlevering import aangeleverd
from register.bericht import Aanlevering, Antwoord, Melding, melding_naar_xml, schrijf_bestand
from register.bericht.keuring import schema
from register.opslag import Register
from register.signaal import catalogus
from register.vormen.xml_vorm import van_xml
from register.wijziging import pas_toe
from tests.schoon import PEILDATUM, schoon
from tui.opdrachten import hoofd

GOUD = Path(__file__).parent.parent / "goud"


def lever(*argumenten: str | Path) -> Result:
    volledig = ["lever", "--peildatum", PEILDATUM.isoformat(), *map(str, argumenten)]
    return CliRunner().invoke(hoofd, volledig, prog_name="vavo")


def schrijf(pad: Path, meldingen: Iterable[Melding]) -> Path:
    with schrijf_bestand(pad, "levering", "99XX") as bestand:
        for melding in meldingen:
            bestand(melding_naar_xml(melding))
    return pad


def aanleveringen(examens: Iterable[Examenresultaat]) -> list[Melding]:
    return [
        Aanlevering(nummer=n, entiteit=evolve(er, examenresultaatvolgnummer=f"ER{n}"))
        for n, er in enumerate(examens, start=1)
    ]


def antwoorden(pad: Path) -> list[Antwoord]:
    """The answers beside a levering, in order."""
    boom = etree.parse(pad.with_name(f"{pad.stem}.antwoord.xml"))
    schema("antwoord").assertValid(boom)
    return [van_xml(Antwoord, element) for element in boom.getroot()]


def aantal(register: Path) -> int:
    with Register.open(register, alleen_lezen=True) as open_register:
        return open_register.aantal(Examenresultaat)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture(scope="module")
def van_elke_controle(tmp_path_factory: pytest.TempPathFactory) -> list[Antwoord]:
    """The answers on `raak` and `stil` of each control, delivered in one file."""
    map_ = tmp_path_factory.mktemp("controles")
    levering = schrijf(
        map_ / "levering.xml",
        aanleveringen(
            pas_toe(schoon(c.dossier), *wijzigingen)
            for c in CONTROLES
            for wijzigingen in (c.raak, c.stil)
        ),
    )
    gevonden = lever(levering, "--register", map_ / "register.db")

    assert 1 == gevonden.exit_code, gevonden.output
    return antwoorden(levering)


def test_elke_controle_klinkt_ook_als_bericht(van_elke_controle: list[Antwoord]) -> None:
    namen = {signaal.id: signaal.naam for signaal in catalogus("vavo").signalen.values()}

    assert [{namen[c.signaal]} for c in CONTROLES] == [
        {b.signaal for b in antwoord.bevindingen} for antwoord in van_elke_controle[::2]
    ]
    assert [()] * len(CONTROLES) == [a.bevindingen for a in van_elke_controle[1::2]]
    assert all(antwoord.goedgekeurd for antwoord in van_elke_controle[1::2])


def test_een_schone_levering_wordt_geboekt_en_beantwoord(tmp_path: Path, register: Path) -> None:
    levering = schrijf(tmp_path / "levering.xml", aanleveringen([schoon("HAVO")] * 2))

    gevonden = lever(levering, "--register", register, "--door", "J. Smit")

    assert 0 == gevonden.exit_code
    assert "2 goedgekeurd, 0 afgekeurd." in gevonden.output
    assert [True, True] == [antwoord.goedgekeurd for antwoord in antwoorden(levering)]
    with Register.open(register) as open_register:
        for stand, er in open_register.actuelen(Examenresultaat, "999990019"):
            assert evolve(schoon("HAVO"), examenresultaatvolgnummer=stand.sleutel.volgnummer) == er
            assert ("J. Smit", "levering levering.xml") == (
                stand.geboekt.door,
                stand.geboekt.reden,
            )


def test_het_voorbeeld_geeft_precies_de_vastgelegde_antwoorden(
    tmp_path: Path, register: Path
) -> None:
    """Two accepted, one with mistakes, one overtaken, one deleted, one unknown."""
    uit = tmp_path / "antwoord.xml"

    gevonden = lever(GOUD / "levering.xml", "--register", register, "--antwoord", uit)

    if os.environ.get("VAVO_GOUD"):
        (GOUD / "antwoord.xml").write_bytes(uit.read_bytes())
    assert 1 == gevonden.exit_code
    assert (GOUD / "antwoord.xml").read_bytes() == uit.read_bytes()


def fout_examen() -> Examenresultaat:
    er = schoon("HAVO")
    return evolve(er, vakresultaten=(evolve(er.vakresultaten[0], eindcijfer=3),))


def test_een_afgekeurde_melding_geeft_status_1_en_blijft_buiten(
    tmp_path: Path, register: Path
) -> None:
    levering = schrijf(tmp_path / "levering.xml", aanleveringen([schoon("HAVO"), fout_examen()]))

    gevonden = lever(levering, "--register", register)

    assert 1 == gevonden.exit_code
    assert "melding 2 (aanleveren examenresultaat ER2): Eindcijfer onjuist berekend" in (
        gevonden.output
    )
    assert 1 == aantal(register)


def test_een_proef_antwoordt_maar_legt_niets_vast(tmp_path: Path, register: Path) -> None:
    eerste = schrijf(tmp_path / "eerste.xml", aanleveringen([schoon("HAVO")]))
    ouder = evolve(schoon("VWO_ATH"), aangeleverd_op=schoon("HAVO").aangeleverd_op)
    tweede = schrijf(tmp_path / "tweede.xml", aanleveringen([ouder, schoon("HAVO")]))
    lever(eerste, "--register", register)
    voor = register.read_bytes()

    gevonden = lever(tweede, "--register", register, "--proef")

    assert 1 == gevonden.exit_code
    assert "proef, niets vastgelegd" in gevonden.output
    assert [False, True] == [antwoord.goedgekeurd for antwoord in antwoorden(tweede)]
    assert "Bericht ingehaald" == antwoorden(tweede)[0].bevindingen[0].signaal
    assert voor == register.read_bytes()


def test_een_proef_zonder_register_maakt_er_geen(tmp_path: Path, register: Path) -> None:
    levering = schrijf(tmp_path / "levering.xml", aanleveringen([schoon("HAVO")]))

    assert 0 == lever(levering, "--register", register, "--proef").exit_code
    assert not register.exists()


def test_een_onleesbare_levering_geeft_status_2_en_geen_antwoord(
    tmp_path: Path, register: Path
) -> None:
    goed = schrijf(tmp_path / "goed.xml", aanleveringen([schoon("HAVO")]))
    slecht = tmp_path / "slecht.xml"
    slecht.write_bytes(goed.read_bytes().replace(b"ER1", b"ER 1"))

    gevonden = lever(slecht, goed, "--register", register)

    assert 2 == gevonden.exit_code
    assert f"{slecht}: regel 3, kolom " in gevonden.stderr
    assert "er is niets van verwerkt" in gevonden.stderr
    assert not (tmp_path / "slecht.antwoord.xml").exists()
    assert 1 == aantal(register)


def test_de_antwoorden_gaan_waar_gevraagd(tmp_path: Path, register: Path) -> None:
    levering = schrijf(tmp_path / "levering.xml", aanleveringen([schoon("HAVO")]))
    elders = tmp_path / "elders.xml"

    gevonden = lever(levering, "--register", register, "--antwoord", elders)
    twee = lever(levering, levering, "--register", register, "--antwoord", elders)

    assert 0 == gevonden.exit_code
    assert elders.exists()
    over = lever(levering, "--register", register, "--antwoord", levering)

    assert 2 == over.exit_code
    assert "--antwoord moet een ander bestand zijn" in over.stderr
    assert 2 == twee.exit_code
    assert "--antwoord kan alleen bij één BESTAND." in twee.stderr


def test_een_levering_die_met_geweld_stopt_wordt_later_heel(tmp_path: Path, register: Path) -> None:
    examens = (
        kandidaat.examenresultaat for kandidaat in aangeleverd(voorbeeld(400, regimes=[2024]))
    )
    eerst = aanleveringen(
        evolve(er, aangeleverd_op=datetime.fromisoformat("2024-07-01")) for er in examens
    )
    dan = [
        evolve(m, entiteit=evolve(m.entiteit, aangeleverd_op=m.aangeleverd_op + timedelta(1)))
        for m in eerst
        if isinstance(m, Aanlevering)
    ]
    levering = schrijf(tmp_path / "levering.xml", [*eerst, *dan])
    opdracht = [sys.executable, "-m", "tui", "lever", levering, "--register", register]
    proces = subprocess.Popen(
        opdracht, cwd=Path(__file__).parents[2], stdout=subprocess.DEVNULL, text=True
    )
    wacht_op_standen(register, proces)
    os.kill(proces.pid, signal.SIGKILL)
    proces.wait()
    tussen = standen(register)

    opnieuw = lever(levering, "--register", register)

    assert 0 < tussen
    assert opnieuw.exit_code in (0, 1)
    goed = [antwoord.goedgekeurd for antwoord in antwoorden(levering)]
    assert 800 == len(goed)
    assert sum(goed) == standen(register)
    assert goed[:400] == goed[400:]
    assert lever(levering, "--register", register).exit_code == opnieuw.exit_code
    assert sum(goed) == standen(register)


def standen(register: Path) -> int:
    with sqlite3.connect(f"{register.as_uri()}?mode=ro", uri=True) as verbinding:
        return int(verbinding.execute("SELECT count(*) FROM stand").fetchone()[0])


def wacht_op_standen(register: Path, proces: subprocess.Popen[str]) -> None:
    """Wait until the first batch is booked, or the process is done already."""
    tot = time.monotonic() + 60
    while time.monotonic() < tot and proces.poll() is None:
        try:
            if standen(register):
                return
        except sqlite3.OperationalError:
            pass
        time.sleep(0.002)
