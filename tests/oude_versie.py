"""A register as an older version of the program left it: what each migration did, taken back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_TERUG = {
    "0008": "DROP TABLE schoolgegeven;",
    "0007": "DROP TABLE melding; DROP TABLE levering;",
    "0006": """
        DROP INDEX boeking_van_handeling;
        DROP INDEX boeking_eens_ongedaan;
        DROP INDEX stand_van_boeking;
        ALTER TABLE boeking DROP COLUMN maakt_ongedaan;
        ALTER TABLE boeking DROP COLUMN handeling;
    """,
    "0005": "DROP TABLE referentie_waardelijsten;",
    "0004": "ALTER TABLE referentielading DROP COLUMN volledig;",
}
"""Version to what goes back to the one before it, the newest first."""


def breng_terug(register: Path, versie: str) -> None:
    """Make a closed register one of an older version."""
    with closing(sqlite3.connect(register)) as verbinding:
        for nummer, opdracht in _TERUG.items():
            if nummer > versie:
                verbinding.executescript(opdracht)
        verbinding.execute("UPDATE alembic_version SET version_num = ?", (versie,))
        verbinding.commit()
