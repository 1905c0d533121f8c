"""Storage of standen with their history."""

from register.opslag.handelingen import Gevolg, Handeling, Handelingen
from register.opslag.register import IngehaaldFout, Register
from register.opslag.standen import (
    Boeking,
    Sleutel,
    Stand,
    benaming,
    sleutel_van,
    soort_van,
    waarover,
)
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
    "benaming",
    "sleutel_van",
    "soort_van",
    "waarover",
]
