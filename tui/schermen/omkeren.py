"""Undoing and doing again, on every screen that shows what is registered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.inzage import Inzage
from tui.schermen.basis import Scherm

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from tui.werk.bijhouden import Omgekeerd


class Omkeerbaar(Scherm):
    """A screen on which the last step of this user can be undone and done again."""

    async def action_ongedaan(self) -> None:
        """Undo the last step of this user."""
        await self._keer_om(lambda inzage: inzage.bijhouding.maak_ongedaan())

    async def action_opnieuw(self) -> None:
        """Do the step again that was undone last."""
        await self._keer_om(lambda inzage: inzage.bijhouding.doe_opnieuw())

    async def _keer_om(self, doe: Callable[[Inzage], Omgekeerd]) -> None:
        omgekeerd = await self.vraag(doe)
        if omgekeerd is not None:
            await self.na_wijziging(f"{omgekeerd}.")
