"""From the key of a stand to the screen that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from examen.model import Examenresultaat
from register.signaal import Bevinding
from tui.schermen.basis import Scherm
from tui.schermen.examenresultaat import ExamenresultaatScherm
from tui.schermen.gegevens import GegevensScherm

if TYPE_CHECKING:  # loads the storage libraries, which come after the first screen
    from register.opslag import Sleutel


async def open_stand(
    scherm: Scherm, soort: str, sleutel: Sleutel, begin: Bevinding | None = None
) -> None:
    """Open the screen of a stand over another screen; an error appears on that one.

    Args:
        scherm: the screen that it is opened from.
        soort: the kind of stand.
        sleutel: what it is about.
        begin: the finding that the cursor begins on.
    """
    beoordeeld = await scherm.vraag(lambda inzage: inzage.beoordeeld(soort, sleutel))
    if beoordeeld is not None:
        van_examen = isinstance(beoordeeld.entiteit, Examenresultaat)
        klasse = ExamenresultaatScherm if van_examen else GegevensScherm
        await scherm.app.push_screen(klasse(scherm.leesdraad, beoordeeld, begin))
