"""Which school a command is about."""

from __future__ import annotations

from collections.abc import Sequence

from register.fouten import RegisterFout


def kies_school(bekend: Sequence[str], gevraagd: str | None) -> str:
    """Give the school that was asked for, or the only one there is ("" when there is none).

    Args:
        bekend: the schools the register has standen of.
        gevraagd: the BRIN that was asked for, or None.

    Raises:
        RegisterFout: there are more and none was asked for, or it has nothing of that one.
    """
    if gevraagd is None and len(bekend) > 1:
        raise RegisterFout(f"het register heeft standen van {', '.join(bekend)}; kies met --brin")
    if gevraagd is not None and gevraagd not in bekend:
        raise RegisterFout(f"het register heeft geen standen van BRIN {gevraagd}")
    return gevraagd or next(iter(bekend), "")
