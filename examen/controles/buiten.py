"""The signals that no control on the examenresultaat can give, and why: with `CONTROLES`, all."""

from __future__ import annotations

_PERSOON = (
    "Gaat over de persoon: vraagt de personen en nummers die DUO kent, en de BRP-tabellen"
    " (landen, voorvoegsels, postcodes)."
)
_INSCHRIJVING = "Gaat over de inschrijving, die niet in het examenresultaat staat."
_INSTELLING = (
    "Vraagt welke BRIN, onderwijsaanbieders, locaties en licenties op een datum geldig zijn;"
    " dat zijn gegevens van DUO."
)
_STAND = "Vraagt de stand die al is geregistreerd: het bericht alleen zegt het niet."
_KWALITEIT = "Is geen antwoord op een bericht maar een wekelijkse controle over het hele register."

BUITEN = {
    "persoon_niet_gevonden": _PERSOON,
    "persoonsgebondennummer_niet_actueel": _PERSOON,
    "brin_onbekend_inschrijving": _INSTELLING,
    "bewaartermijn_verlopen_inschrijving": _STAND,
    "onderwijslocatie_onbekend": _INSTELLING,
    "brin_onderwijsaanbieder_onbekend_inschrijving": _INSTELLING,
    "datum_inschrijving_geboortedatum": _INSCHRIJVING,
    "datum_begin_eerste_periode_vavo": _INSCHRIJVING,
    "inschrijvingsperiode_begindatum_datum_uitschrijving": _INSCHRIJVING,
    "inschrijvingsperiode_begindatum_dubbel": _INSCHRIJVING,
    "datum_uitschrijving_voor_datum_inschrijving": _INSCHRIJVING,
    "licentie_opleiding_onbekend_inschrijving": _INSTELLING,
    "opleiding_niet_uniek_periode": _INSCHRIJVING,
    "opleiding_niet_uniek_inschrijving": (
        "Staat bij de inschrijving maar gaat over cijferlijsten; de controle van de cijferlijst"
        " geeft hetzelfde signaal."
    ),
    "combinatie_aanvullende_opleiding_niet_toegestaan": _INSCHRIJVING,
    "opleiding_niveau_verschillend": _INSCHRIJVING,
    "betalende_partij_instelling_niet_bekostigd": _INSCHRIJVING,
    "bericht_ingehaald_inschrijving": _STAND,
    "inschrijving_onbekend": _STAND,
    "geboortedatum_in_toekomst": _PERSOON,
    "combinatie_bsn_geboortedatum_geslacht_onbekend": _PERSOON,
    "combinatie_own_geboortedatum_geslacht_onbekend": _PERSOON,
    "voorvoegsel_onbekend": _PERSOON,
    "bsn_ander_persoon": _PERSOON,
    "postcode_huisnummer_onbekend": _PERSOON,
    "onvoldoende_adresgegevens": _PERSOON,
    "landcode_woonadres_ongeldig": _PERSOON,
    "bewaartermijn_verlopen_resultaat": _STAND,
    "examenresultaat_onbekend": _STAND,
    "brin_onderwijsaanbieder_onbekend_resultaat": _INSTELLING,
    "brin_onbekend_resultaat": _INSTELLING,
    "bericht_ingehaald_resultaat": _STAND,
    "licentie_opleiding_onbekend_cijferlijst": _INSTELLING,
    "datum_inschrijving_onwaarschijnlijk_ver_in_de_toekomst": _KWALITEIT,
    "datum_uitschrijving_ligt_na_datum_overlijden": _KWALITEIT,
    "leeftijd_van_leerling_is_onwaarschijnlijk": _KWALITEIT,
    "dubbele_inschrijving_vo": _KWALITEIT,
    "niveau_van_opleiding_afwijkend_van_vo_inschrijving": _KWALITEIT,
    "geen_inschrijving_op_datum_uitslag": _KWALITEIT,
    "leerling_is_geslaagd_maar_nog_ingeschreven": _KWALITEIT,
    "uitslag_examen_verwacht": _KWALITEIT,
    "resultaat_van_aangegeven_herkansing_ontbreekt": _KWALITEIT,
}
"""Id of the signal to the reason."""
