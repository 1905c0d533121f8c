"""From the action table to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.acties import Bereik, acties


def bindingen(*bereiken: Bereik) -> list[BindingType]:
    """Give the bindings of some bereiken, one per action with all its keys."""
    return [
        Binding(",".join(actie.toetsen), actie.naam, actie.uitleg, show=False)
        for actie in acties(bereiken)
    ]
