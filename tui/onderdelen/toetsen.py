"""From the action table to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.acties import Bereik
from tui.toetsenbord import GEWOON


def bindingen(*bereiken: Bereik) -> list[BindingType]:
    """Give the bindings of some bereiken, one per action with all its keys.

    Each has the name by which a user can give it other keys (see `Toetsenbord.wijzigingen`).
    """
    return [
        Binding(actie.binding, actie.naam, show=False, id=actie.sleutel)
        for actie in GEWOON.van(bereiken)
    ]
