"""What is remembered of a school."""

from __future__ import annotations

from pathlib import Path

from register.opslag.scholen import Schoolgegevens


def test_van_elke_school_is_het_laatste_dat_werd_gezegd_bewaard(tmp_path: Path) -> None:
    with Schoolgegevens.open(tmp_path / "r.db") as scholen:
        scholen.onthoud("01AA", {"school": "ROC X", "plaats": " Y ", "directeur": ""})
        scholen.onthoud("02BB", {"school": "Z"})
        scholen.onthoud("01AA", {"school": "ROC X locatie Noord", "plaats": "  "})
    with Schoolgegevens.open(tmp_path / "r.db") as scholen:
        assert {"school": "ROC X locatie Noord", "plaats": "Y"} == scholen.van("01AA")
        assert {"school": "Z"} == scholen.van("02BB")
        assert {} == scholen.van("03CC")
