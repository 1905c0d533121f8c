"""The names of codes, as far as a screen needs them."""

from __future__ import annotations

from typing import Protocol


class Namen(Protocol):
    """Gives a name for a code; a code nobody knows is given back as it is."""

    def vak(self, code: str, niveau: str, regime: int | None) -> str:
        """Name of a subject at a niveau in a regime."""

    def toets(self, code: str) -> str:
        """Name of a toets."""

    def stage(self, code: str) -> str:
        """Name of a stage."""

    def opleiding(self, code: str) -> str:
        """Name of an opleiding."""
