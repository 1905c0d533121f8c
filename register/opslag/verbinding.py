"""Opening the database: its settings, its version, its migrations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from register.fouten import RegisterFout
from register.opslag.schema import SCHEMAVERSIE

WACHTTIJD = 30_000
"""Milliseconds to wait for another writer."""

MIGRATIES = Path(__file__).with_name("migraties")


def open_database(plaats: Path | str, *, alleen_lezen: bool) -> sa.Engine:
    """Open a register's database, making or upgrading it where needed.

    Args:
        plaats: path of a file, or a URL of SQLAlchemy ("sqlite:///…").
        alleen_lezen: change nothing, not even an older version.

    Raises:
        RegisterFout: no register, one of a newer version, or one that cannot be opened.
    """
    bestand = _bestand(plaats)
    if not bestand.exists():
        if alleen_lezen:
            raise RegisterFout(f"er is geen register in {bestand}")
        _maak(bestand)
    motor = sa.create_engine(sa.URL.create("sqlite", database=str(bestand)))
    sa.event.listen(motor, "connect", _stel_in_alleen_lezen if alleen_lezen else stel_in)
    sa.event.listen(motor, "begin", _begin)
    try:
        _breng_op_versie(motor, str(bestand), alleen_lezen=alleen_lezen)
    except RegisterFout:
        motor.dispose()
        raise
    return motor


def _bestand(plaats: Path | str) -> Path:
    if "://" not in str(plaats):
        return Path(plaats)
    try:
        url = make_url(str(plaats))
    except sa.exc.ArgumentError:
        raise RegisterFout(f"{plaats} is geen pad en geen URL van een register") from None
    if url.get_backend_name() != "sqlite":
        raise RegisterFout(f"een register in {url.get_backend_name()} wordt niet ondersteund")
    if url.database in (None, "", ":memory:"):
        raise RegisterFout("een register is een bestand; geef een pad")
    return Path(str(url.database))


def _maak(bestand: Path) -> None:
    """Make an empty file that only its owner may read: it will hold personal data."""
    try:
        bestand.touch(mode=0o600)
    except OSError as fout:
        raise RegisterFout(f"{bestand} is niet te maken: {fout.strerror}") from None


class Deel:
    """One part of what a register holds, with connections of its own."""

    def __init__(self, motor: sa.Engine) -> None:
        self._motor = motor

    @classmethod
    @contextmanager
    def open(cls, plaats: Path | str, *, alleen_lezen: bool = False) -> Iterator[Self]:
        """Open this part of a register, and close it afterwards; see `Register.open`."""
        motor = open_database(plaats, alleen_lezen=alleen_lezen)
        try:
            yield cls(motor)
        finally:
            motor.dispose()


@contextmanager
def transactie(motor: sa.Engine, *, schrijven: bool = False) -> Iterator[sa.Connection]:
    """Run one transaction; one that writes takes the write lock at its start.

    Raises:
        RegisterFout: the database refuses: locked too long, read-only, full or damaged.
    """
    try:
        with motor.execution_options(schrijven=schrijven).begin() as verbinding:
            yield verbinding
    except sa.exc.IntegrityError:
        raise
    except sa.exc.DatabaseError as fout:
        raise RegisterFout(f"{motor.url.database} is niet te gebruiken: {fout.orig}") from fout


def stel_in(dbapi: Any, _record: Any = None) -> None:
    """Set up a connection of sqlite3 to write: safe among writers, and against a power cut."""
    dbapi.isolation_level = None  # transactions begin in _begin, not by the driver's guess
    dbapi.execute(f"PRAGMA busy_timeout = {WACHTTIJD}")
    dbapi.execute("PRAGMA foreign_keys = ON")
    dbapi.execute("PRAGMA journal_mode = WAL")
    dbapi.execute("PRAGMA synchronous = FULL")


def _stel_in_alleen_lezen(dbapi: Any, _record: Any) -> None:
    dbapi.isolation_level = None
    dbapi.execute(f"PRAGMA busy_timeout = {WACHTTIJD}")
    dbapi.execute("PRAGMA query_only = ON")


def _begin(verbinding: sa.Connection) -> None:
    schrijven = verbinding.get_execution_options().get("schrijven", False)
    verbinding.exec_driver_sql("BEGIN IMMEDIATE" if schrijven else "BEGIN")


def _breng_op_versie(motor: sa.Engine, naam: str, *, alleen_lezen: bool) -> None:
    with transactie(motor) as verbinding:
        if _versie(verbinding, naam) == SCHEMAVERSIE:
            return
    if alleen_lezen:
        raise RegisterFout(f"{naam} is van een oudere versie; open het eerst om te schrijven")
    with transactie(motor, schrijven=True) as verbinding:
        _migreer(verbinding, naam)


def _versie(verbinding: sa.Connection, naam: str) -> str | None:
    """Give the version of the tables, None for an empty file."""
    tabellen = set(sa.inspect(verbinding).get_table_names())
    if not tabellen:
        return None
    if not {"alembic_version", "stand"} <= tabellen:
        raise RegisterFout(f"{naam} is een database, maar geen register van vavo")
    return str(verbinding.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _migreer(verbinding: sa.Connection, naam: str) -> None:
    from alembic import command  # noqa: PLC0415  (only needed for a new or older file)
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    instelling = Config()
    instelling.set_main_option("script_location", str(MIGRATIES).replace("%", "%%"))
    instelling.attributes["verbinding"] = verbinding
    versie = _versie(verbinding, naam)
    bekend = {s.revision for s in ScriptDirectory.from_config(instelling).walk_revisions()}
    if versie is not None and versie not in bekend:
        raise RegisterFout(
            f"{naam} is van een nieuwere versie van vavo ({versie}); werk het programma bij"
        )
    command.upgrade(instelling, "head")
