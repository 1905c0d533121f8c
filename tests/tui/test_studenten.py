"""Who is meant by a number that is typed."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from register.opslag import Register
from tests.tui.klas import BOEKING, persoonsnummer, standen
from tui.werk.studenten import persoonsnummers

VELEN = 120
"""More students than a search shows whose number begins as that of the one who is meant."""


def test_een_nummer_waarmee_er_vele_beginnen_is_er_een(tmp_path: Path) -> None:
    *velen, laatste = [een for een in standen(VELEN) if hasattr(een, "studentnummer")]
    with Register.open(tmp_path / "r.db") as register:
        register.boek_alle(
            [*velen, evolve(laatste, studentnummer="0000", achternaam="Zz")], **BOEKING
        )

        assert [persoonsnummer(VELEN)] == persoonsnummers(register, "0000")
        assert [persoonsnummer(7)] == persoonsnummers(register, "000007")
        assert [] == persoonsnummers(register, "000")
