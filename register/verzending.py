"""Making messages of what the register holds: everything, some students, or what is new to DUO."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from attrs import evolve

from register.bericht import Aanlevering, Melding, Verwijdering, volgnummerveld
from register.opslag.verzonden import Verzendingen


def meldingen(
    verzendingen: Verzendingen,
    klasse: type[Any],
    *,
    brin: str,
    met_persoon: bool,
    alleen_nieuw: bool = False,
    personen: Collection[str] | None = None,
) -> Iterator[tuple[Melding, tuple[int, ...]]]:
    """Make the messages about standen of one class.

    A deletion is told where it is new to DUO and everything new is asked for.

    Args:
        verzendingen: the memory of the register.
        klasse: the class.
        brin: the school.
        met_persoon: tell of the person in the same message.
        alleen_nieuw: only what was not in a levering.
        personen: only of persons with these numbers, or None for all.

    Yields:
        A message, not yet numbered, and the numbers of the standen it tells of.
    """
    for te_melden in verzendingen.te_melden(
        klasse, brin=brin, met_persoon=met_persoon, alleen_nieuw=alleen_nieuw, personen=personen
    ):
        moment = te_melden.moment.replace(microsecond=0)
        entiteit = evolve(te_melden.entiteit, aangeleverd_op=moment)
        melding = Aanlevering(nummer=0, entiteit=entiteit, persoon=te_melden.persoon)
        yield melding, te_melden.standen
    if alleen_nieuw:
        for weg in verzendingen.vervallen(klasse, brin=brin):
            yield (
                Verwijdering(
                    nummer=0,
                    klasse=klasse,
                    brin=brin,
                    burgerservicenummer=weg.entiteit.burgerservicenummer,
                    onderwijsnummer=weg.entiteit.onderwijsnummer,
                    volgnummer=getattr(weg.entiteit, volgnummerveld(klasse).naam),
                    aangeleverd_op=weg.moment.replace(microsecond=0),
                ),
                (weg.stand,),
            )
