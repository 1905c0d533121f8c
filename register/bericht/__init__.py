"""Messages: a levering of meldingen comes in, an antwoord to each goes out.

Everything is read as a stream, safely: no DTD, no entities, no network, no huge trees.
"""

from register.bericht.antwoord import Antwoord, Bevinding, Sleutelgegeven, antwoord_op, bevinding
from register.bericht.bestand import schrijf_bestand
from register.bericht.keuring import Gekeurd, LeveringFout, Vindplaats, keur_levering
from register.bericht.levering import LEVERING, lees_levering, melding_naar_xml
from register.bericht.melding import Aanlevering, Melding, Verwijdering, naam_van, volgnummerveld

__all__ = [
    "LEVERING",
    "Aanlevering",
    "Antwoord",
    "Bevinding",
    "Gekeurd",
    "LeveringFout",
    "Melding",
    "Sleutelgegeven",
    "Verwijdering",
    "Vindplaats",
    "antwoord_op",
    "bevinding",
    "keur_levering",
    "lees_levering",
    "melding_naar_xml",
    "naam_van",
    "schrijf_bestand",
    "volgnummerveld",
]
