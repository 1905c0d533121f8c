"""The names of codes from the tables of the exam."""

from __future__ import annotations

from functools import cached_property

from examen.codes import codes
from examen.opleidingen import opleidingen
from examen.vakkentabel import Vakregel, alle_vakregels

_KORT = 25


class TabelNamen:
    """Names from the vakkentabellen, the toets- and stagecodes and the opleidingen."""

    @cached_property
    def _vakregels(self) -> dict[tuple[str, str], dict[int, Vakregel]]:
        """The lines of the vakkentabellen by vakcode and niveau, and then by regime."""
        vakken: dict[tuple[str, str], dict[int, Vakregel]] = {}
        for regime, regels in alle_vakregels().items():
            for regel in regels:
                vakken.setdefault((regel.vakcode, regel.niveau), {})[regime] = regel
        return vakken

    def vakregel(self, code: str, niveau: str, regime: int | None) -> Vakregel | None:
        """Line of a subject; of the last regime that has it when its own has no such subject."""
        regels = self._vakregels.get((code, niveau))
        return None if regels is None else regels.get(regime or 0, regels[max(regels)])

    def vak(self, code: str, niveau: str, regime: int | None) -> str:
        """Name of a subject, short enough for a list on screen."""
        regel = self.vakregel(code, niveau, regime)
        return f"vak {code} (onbekend)" if regel is None else _korte_naam(regel)

    def toets(self, code: str) -> str:
        """Name of a toets."""
        toets = codes().toetsen.get(code)
        return toets.naam if toets else f"toets {code} (onbekend)"

    def stage(self, code: str) -> str:
        """Name of a stage."""
        stage = codes().stages.get(code)
        return stage.naam if stage else f"stage {code} (onbekend)"

    def opleiding(self, code: str) -> str:
        """Name of an opleiding."""
        opleiding = opleidingen().get(code)
        return opleiding.naam if opleiding else "(onbekende opleiding)"


def _korte_naam(regel: Vakregel) -> str:
    """The official name where it is short; the shorter one for languages and long names."""
    kort = len(regel.naam) <= _KORT and " taal " not in regel.naam
    return regel.naam if kort else regel.roepnaam
