"""Computing: eindcijfers, combinatiecijfer, uitslag with its reasons, certificaten, as columns.

Columns in, columns out: `bereken`, told in words by `uitkomsten_van`. Both steps at once for a few
examenresultaten: `uitkomsten`. What a candidate still needs to pass: `wat_nodig`.
"""

from examen.reken.bereken import Berekening, bereken
from examen.reken.nodig import Nodig, wat_nodig
from examen.reken.uitkomsten import uitkomsten, uitkomsten_van

__all__ = ["Berekening", "Nodig", "bereken", "uitkomsten", "uitkomsten_van", "wat_nodig"]
