"""All controls of the vavo together: on persons, enrolments and examenresultaten, and afterwards.

The layers below each know their own; here they meet, in the order of the manual's chapters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from examen.controles import CONTROLES as EXAMENCONTROLES
from examen.controles import kwaliteit as examenkwaliteit
from examen.controles import referentie as examenreferentie
from examen.model import Examenresultaat
from register.controle import Controle
from register.model.persoon import Persoon
from register.referentie import Nodig, Referentie
from register.vavo import controles, kwaliteit
from register.vavo.inschrijving import Inschrijving

PER_KLASSE: Mapping[type[Any], tuple[Controle, ...]] = {
    Persoon: controles.PERSOONSCONTROLES,
    Inschrijving: (*controles.INSCHRIJVINGSCONTROLES, *kwaliteit.CONTROLES),
    Examenresultaat: (
        *EXAMENCONTROLES,
        *examenreferentie.CONTROLES,
        *examenkwaliteit.CONTROLES,
    ),
}
"""Entity class to the controls whose examples change one of it."""

NODIG: Mapping[str, Nodig] = {
    **controles.NODIG,
    **examenreferentie.NODIG,
    **kwaliteit.NODIG,
}
"""Id of a signal to the reference data that its controle asks."""


def niet_te_beoordelen(referentie: Referentie) -> dict[str, tuple[str, ...]]:
    """Give the signals that nobody looked for, with what is missing, in words."""
    return controles.niet_te_beoordelen(referentie, NODIG)
