"""Controls on the person (manual chapter 6, "Controles op persoon en inschrijving")."""

from __future__ import annotations

import polars as pl

from register.controle import Kolommen, controle
from register.model.persoon import BuitenlandsAdres
from register.referentie import Nodig
from register.vavo.controles.context import PERSOON
from register.wijziging import zet


def _anders(een: pl.Expr, ander: pl.Expr) -> pl.Expr:
    """Tell whether two values are known and differ."""
    return (een != ander).fill_null(value=False)


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[zet(burgerservicenummer="999990007")],
    stil=[zet(burgerservicenummer="999990020")],
)
def persoon_niet_gevonden(persoon: Kolommen) -> pl.Expr:
    """DUO knows the BSN or, without BSN, the onderwijsnummer; no number at all is not judged."""
    heeft_nummer = persoon.burgerservicenummer.is_not_null() | persoon.onderwijsnummer.is_not_null()
    return heeft_nummer & ~persoon.bekend


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[zet(burgerservicenummer=None, onderwijsnummer="100000022")],
    stil=[zet(burgerservicenummer=None, onderwijsnummer="100000010")],
)
def persoonsgebondennummer_niet_actueel(persoon: Kolommen) -> pl.Expr:
    """The number the person is delivered under has not been replaced by another.

    With a BSN only that is looked at: an old onderwijsnummer beside it belongs to heridentificatie.
    """
    return persoon.vervangen


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[zet(geboortedatum="2025-07-02", burgerservicenummer="999990032")],
    stil=[zet(geboortedatum="2025-07-01", burgerservicenummer="999990032")],
)
def geboortedatum_in_toekomst(persoon: Kolommen) -> pl.Expr:
    """The date of birth is not after the peildatum.

    As text: an unknown month or day (00) counts as the first. Without a date nothing is said.
    """
    vandaag = persoon.peildatum.dt.to_string("%Y-%m-%d")
    return (persoon.geboortedatum > vandaag).fill_null(value=False)


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[zet(geslacht="1")],
    stil=[zet(geslacht="1", burgerservicenummer="999990032")],
)
def combinatie_bsn_geboortedatum_geslacht_onbekend(persoon: Kolommen) -> pl.Expr:
    """Date of birth and sex are those that DUO knows with the BSN, as far as it knows them."""
    geboren = _anders(persoon.geboortedatum, persoon.bsn_geboortedatum)
    geslacht = _anders(persoon.geslacht, persoon.bsn_geslacht)
    return persoon.bsn_bekend & ~persoon.vervangen & (geboren | geslacht)


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[
        zet(burgerservicenummer=None, onderwijsnummer="100000010", geboortedatum="2005-03-15"),
    ],
    stil=[
        zet(burgerservicenummer=None, onderwijsnummer="100000010", geboortedatum="2005-03-14"),
    ],
)
def combinatie_own_geboortedatum_geslacht_onbekend(persoon: Kolommen) -> pl.Expr:
    """Without BSN: date of birth and sex are those that DUO knows with the onderwijsnummer."""
    geboren = _anders(persoon.geboortedatum, persoon.own_geboortedatum)
    geslacht = _anders(persoon.geslacht, persoon.own_geslacht)
    zonder_bsn = persoon.burgerservicenummer.is_null()
    return zonder_bsn & persoon.own_bekend & ~persoon.vervangen & (geboren | geslacht)


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[zet(voorvoegsel="vander")],
    stil=[zet(voorvoegsel="van der")],
)
def voorvoegsel_onbekend(persoon: Kolommen) -> pl.Expr:
    """A voorvoegsel is spelled as in BRP table 36, capitals included."""
    return persoon.voorvoegsel.is_not_null() & ~persoon.voorvoegsel_bekend


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[zet(onderwijsnummer="100000034")],
    stil=[zet(onderwijsnummer="100000010")],
)
def bsn_ander_persoon(persoon: Kolommen) -> pl.Expr:
    """At heridentificatie (BSN and onderwijsnummer both given) the numbers are of one person.

    They are not when DUO knows both and links one of them to a third number, or knows another
    date of birth or sex with each. An onderwijsnummer that was replaced by this BSN is fine.
    """
    own_naar = pl.coalesce("own_vervangen_door", "own_burgerservicenummer")
    ander = (
        _anders(persoon.bsn_onderwijsnummer, persoon.onderwijsnummer)
        | _anders(own_naar, persoon.burgerservicenummer)
        | _anders(persoon.bsn_geboortedatum, persoon.own_geboortedatum)
        | _anders(persoon.bsn_geslacht, persoon.own_geslacht)
    )
    return persoon.bsn_bekend & persoon.own_bekend & ander


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[zet("adres_binnenland", huisnummer=3)],
    stil=[zet("adres_binnenland", huisnummer=2)],
)
def postcode_huisnummer_onbekend(persoon: Kolommen) -> pl.Expr:
    """The huisnummer exists at the postcode; an address without one of both is not judged."""
    gegeven = (
        persoon.adres_binnenland_postcode.is_not_null()
        & persoon.adres_binnenland_huisnummer.is_not_null()
    )
    return gegeven & ~persoon.adres_bekend


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[zet("adres_binnenland", postcode=None)],
    stil=[zet("adres_binnenland", postcode=None, locatie="woonboot bij de sluis")],
)
def onvoldoende_adresgegevens(persoon: Kolommen) -> pl.Expr:
    """An address is complete.

    In the Netherlands: postcode and huisnummer, or a locatie; else the message is rejected. Abroad:
    a landcode other than that of the Netherlands; else only the address is not registered.
    """
    return ~persoon.voldoende | persoon.alleen_adres_vervalt


@controle(
    op=PERSOON,
    dossier="persoon",
    raak=[
        zet(
            adres_binnenland=None,
            adres_buitenland=BuitenlandsAdres(regel_1="Hauptstrasse 1", landcode="5016"),
        )
    ],
    stil=[
        zet(
            adres_binnenland=None,
            adres_buitenland=BuitenlandsAdres(regel_1="Hauptstrasse 1", landcode="9089"),
        )
    ],
)
def landcode_woonadres_ongeldig(persoon: Kolommen) -> pl.Expr:
    """The landcode of an address abroad is in BRP table 34 and holds on the peildatum."""
    return persoon.adres_buitenland_landcode.is_not_null() & ~persoon.land_bekend


CONTROLES = (
    persoon_niet_gevonden,
    persoonsgebondennummer_niet_actueel,
    geboortedatum_in_toekomst,
    combinatie_bsn_geboortedatum_geslacht_onbekend,
    combinatie_own_geboortedatum_geslacht_onbekend,
    voorvoegsel_onbekend,
    bsn_ander_persoon,
    postcode_huisnummer_onbekend,
    onvoldoende_adresgegevens,
    landcode_woonadres_ongeldig,
)

NODIG = {
    "persoon_niet_gevonden": Nodig("personen", volledig=True),
    "persoonsgebondennummer_niet_actueel": Nodig("personen"),
    "combinatie_bsn_geboortedatum_geslacht_onbekend": Nodig("personen"),
    "combinatie_own_geboortedatum_geslacht_onbekend": Nodig("personen"),
    "voorvoegsel_onbekend": Nodig("voorvoegsels", volledig=True),
    "bsn_ander_persoon": Nodig("personen"),
    "postcode_huisnummer_onbekend": Nodig("adressen", volledig=True),
    "landcode_woonadres_ongeldig": Nodig("landen", volledig=True),
}
"""Id of a signal to the reference data that its controle asks."""
