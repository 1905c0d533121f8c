"""All that the screen of an examenresultaat tells, asked of the register and the rules."""

from __future__ import annotations

from examen.handelingen import als_voorstel
from examen.model import Examenresultaat
from tui.inzage import Inzage
from tui.weergave.dossier import Beoordeeld
from tui.weergave.examenresultaat import Inzicht


def bezie(inzage: Inzage, beoordeeld: Beoordeeld[Examenresultaat]) -> Inzicht:
    """Work out all that the screen of an examenresultaat tells.

    Beside a cijferlijst with lines of its own that does not pass stands what a proposal would give.
    """
    er = beoordeeld.entiteit
    uitkomst = inzage.uitkomst(er)
    eigen = any(not een.voorgesteld and een.uitslag != "G" for een in uitkomst.cijferlijsten)
    return Inzicht(
        uitkomst=uitkomst,
        nodig=inzage.wat_nodig(er),
        bevindingen=beoordeeld.bevindingen,
        voorstel=inzage.uitkomst(als_voorstel(er)) if eigen else None,
    )
