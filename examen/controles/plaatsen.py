"""The places where controls look: each a frame that `context.py` makes.

A row is named by its place: `vaknr` and `cijferlijst` are positions in the message, for which a
finding tells the volgnummer and the opleiding.
"""

from __future__ import annotations

from register.controle import Plaats

EXAMENRESULTAAT = Plaats("examenresultaat", ("examenresultaatvolgnummer",))
"""One row per examenresultaat, with what its cijferlijsten and results hold taken together."""
RESULTATEN = Plaats("resultaten", ("resultaatvolgnummer",))
"""One row per result of whatever kind."""
HERKANSINGSVAKKEN = Plaats("herkansingsvakken", ("vak", "tijdvak"))
"""One row per subject of a herkansing."""
VAKKEN = Plaats("vakken", ("resultaatvolgnummer",))
"""One row per vakresultaat, with its row of the vakkentabel (`vt_*`) and computed eindcijfer."""
CE_RESULTATEN = Plaats("ce_resultaten", ("vaknr", "tijdvak"))
"""One row per CE mark; `vaknr` is the position of its vakresultaat."""
WERKSTUKKEN = Plaats("werkstukken", ("resultaatvolgnummer",))
"""One row per werkstukresultaat."""
TOETSEN = Plaats("toetsen", ("resultaatvolgnummer",))
"""One row per toetsresultaat."""
STAGES = Plaats("stages", ("resultaatvolgnummer",))
"""One row per stageresultaat."""
CIJFERLIJSTEN = Plaats("cijferlijsten", ("cijferlijst",))
"""One row per cijferlijst, with its opleiding; `cijferlijst` is its position."""
REGELS = Plaats("regels", ("cijferlijst", "resultaatvolgnummer"))
"""One row per line of a cijferlijst, with the result it names (`soort` null: there is none)."""
COMBINATIECIJFERS = Plaats("combinatiecijfers", ("cijferlijst", "resultaatvolgnummer"))
"""One row per line that names a combinatiecijferresultaat, with what its parts come to."""
ONDERDELEN = Plaats("onderdelen", ("cijferlijst", "resultaatvolgnummer"))
"""One row per line that is part of a combinatiecijfer."""
CERTIFICAATREGELS = Plaats("certificaatregels", ("resultaatvolgnummer",))
"""One row per result that a certificaat names, with that result."""
