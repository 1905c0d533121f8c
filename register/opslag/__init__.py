"""Storage of standen with their history."""

from register.opslag.register import IngehaaldFout, Register
from register.opslag.standen import Boeking, Sleutel, Stand, sleutel_van, soort_van

__all__ = [
    "Boeking",
    "IngehaaldFout",
    "Register",
    "Sleutel",
    "Stand",
    "sleutel_van",
    "soort_van",
]
