"""What follows from versions of one examenresultaat, with what every control finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from threading import Lock
from typing import Any

from attrs import define, field, frozen

from examen.draad import op_een_draad_van_polars
from examen.model import Examenresultaat
from examen.reken import bereken, uitkomsten_van
from register.model.persoon import Persoon
from register.opslag import Register, sleutel_van
from register.referentie import Referentie
from register.vavo.inschrijving import Inschrijving
from register.vormen.kolommen import kolommen
from tui.klok import vandaag
from tui.weergave.examenresultaat import Inzicht
from tui.werk.bevindingen import maak_controleur, per_stand


@frozen
class _Grond:
    """What is judged with: the student, what DUO knows, and the day."""

    personen: Sequence[Persoon]
    inschrijvingen: Sequence[Inschrijving]
    referentie: Referentie = field(eq=id)
    peildatum: date


@define
class Inzichten:
    """Works out what follows, and keeps what it worked out last.

    Ten versions take hardly longer than one, so who knows which marks the next key can make asks
    for all of them before that key comes.

    Attributes:
        register: for the persons and enrolments that are judged with.
        referentie: gives what DUO knows; the same object until it is loaded anew.
        rekent: held while something is worked out; who asks for the same meanwhile gets it then.
    """

    register: Register
    referentie: Callable[[], Referentie]
    rekent: Lock
    _grond: _Grond | None = field(init=False, default=None)
    _bekend: Mapping[Examenresultaat, Inzicht] = field(init=False, factory=dict)

    def van(self, versies: Sequence[Examenresultaat]) -> Sequence[Inzicht]:
        """Give what follows from each version, but for what is still needed."""
        persoon = sleutel_van(versies[0]).persoon
        with self.rekent:
            grond = _Grond(
                self._actueel(Persoon, persoon),
                self._actueel(Inschrijving, persoon),
                self.referentie(),
                vandaag(),
            )
            if grond != self._grond or not self._bekend.keys() >= set(versies):
                self._bekend = dict(zip(versies, _werk_uit(versies, grond), strict=True))
                self._grond = grond
            return [self._bekend[versie] for versie in versies]

    def _actueel(self, klasse: type[Any], persoon: str) -> Sequence[Any]:
        return [entiteit for _, entiteit in self.register.actuelen(klasse, persoon)]


def _werk_uit(versies: Sequence[Examenresultaat], grond: _Grond) -> Sequence[Inzicht]:
    personen = kolommen(Persoon, grond.personen)
    inschrijvingen = kolommen(Inschrijving, grond.inschrijvingen)
    frames = kolommen(Examenresultaat, versies)

    def inzien() -> Sequence[Inzicht]:
        controleur = maak_controleur(grond.referentie, personen, inschrijvingen, grond.peildatum)
        berekening = bereken(frames)
        gevonden = per_stand(controleur.examenresultaten(frames, berekening))
        return [
            Inzicht(uitkomst=uitkomst, bevindingen=gevonden.get(plaats, ()), nodig=())
            for plaats, uitkomst in enumerate(uitkomsten_van(berekening))
        ]

    return op_een_draad_van_polars(inzien)
