"""Computing: eindcijfers, combinatiecijfer, uitslag with its reasons, certificaten, as columns.

Columns in, columns out: `bereken`. For a few examenresultaten with everything in words:
`bereken_alle`. What is still needed to pass: `wat_nodig`.
"""

from examen.reken.bereken import Berekening, bereken
from examen.reken.uitkomsten import bereken_alle, uitkomsten

__all__ = ["Berekening", "bereken", "bereken_alle", "uitkomsten"]
