"""Storage of standen with their history."""

from register.opslag.handelingen import Gevolg, Handeling, Handelingen
from register.opslag.register import IngehaaldFout, Register
from register.opslag.standen import Boeking, Sleutel, Stand, sleutel_van, soort_van
from register.opslag.zoeken import Student

__all__ = [
    "Boeking",
    "Gevolg",
    "Handeling",
    "Handelingen",
    "IngehaaldFout",
    "Register",
    "Sleutel",
    "Stand",
    "Student",
    "sleutel_van",
    "soort_van",
]
