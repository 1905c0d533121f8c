"""The signals that no control gives, and why: with the controls of all kinds, these are all."""

from __future__ import annotations

_STAND = (
    "Vraagt de stand die al is geregistreerd: `vavo lever` geeft dit signaal bij het verwerken"
    " van het bericht (`register/verwerking.py`)."
)

BUITEN = {
    "opleiding_niet_uniek_inschrijving": (
        "Staat bij de inschrijving maar gaat over cijferlijsten; de controle van de cijferlijst"
        " geeft hetzelfde signaal."
    ),
    "bericht_ingehaald_inschrijving": _STAND,
    "inschrijving_onbekend": _STAND,
    "examenresultaat_onbekend": _STAND,
    "bericht_ingehaald_resultaat": _STAND,
}
"""Id of the signal to the reason."""
