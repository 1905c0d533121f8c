"""The period of an overview; both days belong to it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from register.fouten import InvoerFout

JAREN = 2
"""The longest period of an RO in years (manual BRON-vavo chapter 3)."""


@frozen
class Periode:
    """From one day up to and including another.

    Raises:
        InvoerFout: the first day is after the last.
    """

    begin: date
    eind: date

    def __attrs_post_init__(self) -> None:
        if self.begin > self.eind:
            raise InvoerFout(
                f"de begindatum van de periode ({self.begin}) ligt na de einddatum ({self.eind})"
            )

    def overlapt(self, begin: date, eind: date | None) -> bool:
        """Whether it shares a day with a time of which both days count; None is without end."""
        return begin <= self.eind and (eind is None or eind >= self.begin)


def selectieperiode(begin: date, eind: date) -> Periode:
    """Make the period of an RO; the day two years after its first may be its last.

    Raises:
        InvoerFout: where DUO refuses it too: the first day is after the last, or there are more
            than two years between them (manual Loket Onderwijsdeelnemers chapter 13).
    """
    periode = Periode(begin, eind)
    if (eind.year - JAREN, eind.month, eind.day) > (begin.year, begin.month, begin.day):
        raise InvoerFout(
            f"de aangevraagde periode van {begin} tot en met {eind} is meer dan {JAREN} jaar; "
            "maak er meer overzichten van"
        )
    return periode
