"""Controls on the examenresultaat that ask what DUO knows of schools, and who was enrolled."""

from __future__ import annotations

import polars as pl

from examen.opleidingen import opleidingen
from register.vavo.controles.context import OPLEIDINGSKENMERKEN


def opleidingskenmerken() -> pl.DataFrame:
    """Give what the controls on enrolments ask of each opleiding: niveau and diplomeerbaar."""
    rijen = [(code, o.niveau, o.diplomeerbaar) for code, o in opleidingen().items()]
    return pl.DataFrame(rijen, schema=OPLEIDINGSKENMERKEN, orient="row")
