"""`vavo reken`: JSON lines in, JSON lines out, in order, whatever the lines hold."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tui.opdrachten import hoofd, reken

GOUD = Path(__file__).parent.parent / "goud"
REGELS = (GOUD / "reken.jsonl").read_text(encoding="utf-8").splitlines()


def vavo_reken(*argumenten: str, invoer: str | bytes | None = None) -> Result:
    volledig = ["reken", "--peildatum", "2026-11-01", *argumenten]
    return CliRunner().invoke(hoofd, volledig, input=invoer, prog_name="vavo")


def antwoorden(gevonden: Result) -> list[dict[str, Any]]:
    return [json.loads(regel) for regel in gevonden.stdout.splitlines()]


def test_het_voorbeeld_geeft_precies_de_vastgelegde_bytes() -> None:
    verwacht = GOUD / "reken_uit.jsonl"
    gevonden = vavo_reken(str(GOUD / "reken.jsonl"))
    if os.environ.get("VAVO_GOUD"):
        verwacht.write_bytes(gevonden.stdout_bytes)

    assert verwacht.read_bytes() == gevonden.stdout_bytes
    assert 1 == gevonden.exit_code


def test_elke_regel_krijgt_zijn_antwoord_in_volgorde() -> None:
    gevonden = antwoorden(vavo_reken("-", invoer="\n".join(REGELS)))

    assert ["ER1", "ER2", None, None, "ER5"] == [
        antwoord.get("examenresultaatvolgnummer") for antwoord in gevonden
    ]


def test_een_antwoord_heeft_de_sleutels_van_het_berichtmodel() -> None:
    geslaagd = antwoorden(vavo_reken("-", invoer=REGELS[0]))[0]

    assert {
        *("examenresultaatvolgnummer", "eindcijfers", "cijferlijsten"),
        *("certificaten", "signalen"),
    } == set(geslaagd)
    lijst = geslaagd["cijferlijsten"][0]
    assert {
        *("opleiding", "combinatiecijfer", "uitslag", "cum_laude", "weggelaten"),
        *("regels", "toetsen"),
    } <= set(lijst)
    assert {"eis", "voldaan", "gevonden", "norm", "bron"} <= set(lijst["toetsen"][0])
    assert {"resultaatvolgnummer", "diplomavak", "combinatiecijfer", "examendeel"} == set(
        lijst["regels"][0]
    )


def test_cijfers_worden_een_uitslag() -> None:
    geslaagd, _, afgewezen = (antwoorden(vavo_reken("-", invoer=REGELS[n]))[0] for n in (0, 1, 4))

    assert {"1": 6, "2": 7, "3": 5, "4": 7, "5": 6, "6": 6, "7": 6, "8": 7, "9": 6} == (
        geslaagd["eindcijfers"]
    )
    assert ("G", 7) == tuple(
        geslaagd["cijferlijsten"][0][sleutel] for sleutel in ("uitslag", "combinatiecijfer")
    )
    assert "A" == afgewezen["cijferlijsten"][0]["uitslag"]
    assert ["1", "3", "5", "6", "7", "8"] == afgewezen["certificaten"]


def test_een_onjuist_eindcijfer_geeft_het_signaal_op_zijn_plaats() -> None:
    bevinding = antwoorden(vavo_reken("-", invoer=REGELS[1]))[0]["signalen"][0]

    assert {"signaal", "tekst", "effect", "sleutels"} == set(bevinding)
    assert "Eindcijfer onjuist berekend" == bevinding["signaal"]
    assert "2" == bevinding["sleutels"]["resultaatvolgnummer"]


def test_een_onleesbare_regel_zegt_wat_er_mis_is_en_de_andere_gaan_door() -> None:
    gevonden = vavo_reken("-", invoer="\n".join([REGELS[2], REGELS[3], REGELS[0]]))
    fout, kapot, goed = antwoorden(gevonden)

    assert 1 == gevonden.exit_code
    assert {"regel", "fout"} == set(fout) == set(kapot)
    assert (1, 2) == (fout["regel"], kapot["regel"])
    for veld in ("vakresultaten[0].cijfer_se", "vakresultaten[1].niveau", "vakresultaten[1]."):
        assert veld in fout["fout"]
    assert "geen geldige JSON" in kapot["fout"]
    assert "ER1" == goed["examenresultaatvolgnummer"]


def test_een_cijferlijst_noemt_geen_resultaat_dat_er_niet_is() -> None:
    regel = json.loads(REGELS[1])
    regel["cijferlijsten"] = [{"opleiding": "5170", "regels": [{"resultaatvolgnummer": "7"}]}]
    gevonden = vavo_reken("-", invoer=json.dumps(regel))

    assert 1 == gevonden.exit_code
    assert "cijferlijsten[0].regels[0]" in antwoorden(gevonden)[0]["fout"]


def test_wat_geen_utf8_is_wordt_gezegd() -> None:
    gevonden = vavo_reken("-", invoer=REGELS[0].replace("Plastic", "Plástic").encode("cp1252"))

    assert 1 == gevonden.exit_code
    assert "UTF-8" in antwoorden(gevonden)[0]["fout"]


def test_een_leeg_bestand_geeft_niets() -> None:
    gevonden = vavo_reken("-", invoer="")

    assert (0, "") == (gevonden.exit_code, gevonden.output)


def test_de_grootte_van_een_stapel_maakt_niet_uit(monkeypatch: pytest.MonkeyPatch) -> None:
    in_een_keer = vavo_reken("-", invoer="\n".join(REGELS)).stdout
    monkeypatch.setattr(reken, "STAPEL", 2)

    assert in_een_keer == vavo_reken("-", invoer="\n".join(REGELS)).stdout


def test_een_bestand_dat_er_niet_is_wordt_gemeld() -> None:
    gevonden = vavo_reken("nergens.jsonl")

    assert 2 == gevonden.exit_code
    assert "'nergens.jsonl' bestaat niet" in gevonden.stderr


def test_een_peildatum_die_er_niet_is_wordt_gemeld() -> None:
    gevonden = CliRunner().invoke(hoofd, ["reken", "--peildatum", "30-02-2026", "-"])

    assert 2 == gevonden.exit_code
    assert "'30-02-2026' is geen datum; schrijf bijvoorbeeld 2026-08-01." in gevonden.stderr


def test_ctrl_c_eindigt_zonder_traceback_met_130(tmp_path: Path) -> None:
    pijp = tmp_path / "examens.jsonl"
    os.mkfifo(pijp)
    programma = subprocess.Popen(
        [sys.executable, "-m", "tui", "reken", pijp], stderr=subprocess.PIPE, text=True
    )
    with pijp.open("wb"):  # opens when the program does
        programma.send_signal(signal.SIGINT)
        _, gemeld = programma.communicate(timeout=30)

    assert (130, "Afgebroken.\n") == (programma.returncode, gemeld)


def test_wie_stopt_met_lezen_krijgt_geen_traceback() -> None:
    keten = f"yes '{REGELS[0]}' | head -n 5000 | {sys.executable} -m tui reken - | head -n 1"
    gevonden = subprocess.run(
        ["bash", "-c", keten], capture_output=True, text=True, check=True, timeout=60
    )

    assert "ER1" == json.loads(gevonden.stdout)["examenresultaatvolgnummer"]
    assert "" == gevonden.stderr
