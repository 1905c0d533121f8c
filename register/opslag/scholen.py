"""What a school has on its papers: typed once and remembered, until something else is typed."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from register.opslag import schema
from register.opslag.verbinding import Deel, transactie

_t = schema.schoolgegeven


class Schoolgegevens(Deel):
    """What is remembered of the schools in one register."""

    def van(self, brin: str) -> dict[str, str]:
        """Give what is remembered of a school, by name."""
        vraag = sa.select(_t.c.naam, _t.c.tekst).where(_t.c.brin == brin)
        with transactie(self._motor) as verbinding:
            return {rij.naam: rij.tekst for rij in verbinding.execute(vraag)}

    def onthoud(self, brin: str, gegevens: Mapping[str, str]) -> None:
        """Remember these of a school, in the place of those of the same name; no empty ones."""
        rijen = [
            {"brin": brin, "naam": naam, "tekst": tekst.strip()}
            for naam, tekst in gegevens.items()
            if tekst.strip()
        ]
        if rijen:
            with transactie(self._motor, schrijven=True) as verbinding:
                verbinding.execute(sa.insert(_t).prefix_with("OR REPLACE"), rijen)
