"""The person as the register knows one: identification, names and address.

The short set that DUO asks for is studentnummer, BSN or onderwijsnummer, geboortedatum and
geslacht; the long set adds names and an address (handleiding Loket Onderwijsdeelnemers ch. 4-5).
"""

from __future__ import annotations

from attrs import frozen

from register.velden import DATUM_MET_NULLEN, Soort, veld, veld_of_leeg

GESLACHTEN = {"1": "man", "2": "vrouw", "3": "vastgesteld onbekend"}
HUISNUMMERAANDUIDINGEN = {"to": "tegenover", "by": "bij"}
INDICATIES_GEHEIM = {
    "0": "geen beperking",
    "1": "niet zonder toestemming aan derden voor algemeen bindend toezicht",
    "2": "niet aan kerken",
    "3": "niet aan vrije derden",
    "4": "niet zonder toestemming aan derden voor algemeen bindend toezicht, niet aan kerken",
    "5": "met toestemming aan derden voor algemeen bindend toezicht en aan vrije derden",
    "6": "niet aan kerken en niet aan vrije derden",
    "7": "met toestemming aan derden voor algemeen bindend toezicht, "
    "niet aan vrije derden, niet aan kerken",
}
NEDERLAND = "6030"
"""Landcode of the Netherlands, never that of an address abroad (BRP-tabel 34)."""

_H4 = "handleiding BRON-vavo h4"
_H5 = "handleiding BRON-vavo h5"
_H6 = "handleiding BRON-vavo h6"
_LOKET = "handleiding Loket Onderwijsdeelnemers h5"


@frozen(kw_only=True)
class BinnenlandsAdres:
    """An address in the Netherlands: at least postcode and huisnummer, or a locatie."""

    straatnaam: str | None = veld_of_leeg("straatnaam", Soort.TEKST, maximum=80, bron=_LOKET)
    huisnummer: int | None = veld_of_leeg(
        "huisnummer", Soort.GEHEEL, minimum=1, maximum=99_999, bron=_LOKET
    )
    huisletter: str | None = veld_of_leeg("huisletter", Soort.CODE, patroon="[A-Za-z]", bron=_LOKET)
    huisnummertoevoeging: str | None = veld_of_leeg(
        "toevoeging", Soort.TEKST, maximum=6, bron=_LOKET
    )
    huisnummeraanduiding: str | None = veld_of_leeg(
        "aanduiding bij huisnummer", Soort.CODE, waarden=HUISNUMMERAANDUIDINGEN, bron=_H5
    )
    postcode: str | None = veld_of_leeg(
        "postcode", Soort.CODE, patroon="[1-9][0-9]{3}[A-Z]{2}", bron=_LOKET
    )
    plaatsnaam: str | None = veld_of_leeg("plaatsnaam", Soort.TEKST, maximum=80, bron=_LOKET)
    locatie: str | None = veld_of_leeg("locatieomschrijving", Soort.TEKST, maximum=80, bron=_H6)


@frozen(kw_only=True)
class BuitenlandsAdres:
    """An address abroad: up to three lines and a country."""

    regel_1: str | None = veld_of_leeg("adresregel 1", Soort.TEKST, maximum=80, bron=_LOKET)
    regel_2: str | None = veld_of_leeg("adresregel 2", Soort.TEKST, maximum=80, bron=_LOKET)
    regel_3: str | None = veld_of_leeg("adresregel 3", Soort.TEKST, maximum=80, bron=_LOKET)
    landcode: str | None = veld_of_leeg("landcode", Soort.CODE, patroon="[0-9]{4}", bron=_H5)


@frozen(kw_only=True)
class Persoon:
    """A student; dates of birth and death are ISO text whose month or day may be 00."""

    burgerservicenummer: str | None = veld_of_leeg(
        "BSN", Soort.CODE, patroon="[0-9]{9}", sleutel=True, bron=_H4
    )
    onderwijsnummer: str | None = veld_of_leeg(
        "onderwijsnummer", Soort.CODE, patroon="[0-9]{9}", sleutel=True, bron=_H4
    )
    studentnummer: str | None = veld_of_leeg(
        "studentnummer", Soort.CODE, patroon="[A-Za-z0-9]{1,15}", bron=_LOKET
    )
    geboortedatum: str = veld("geboortedatum", Soort.CODE, patroon=DATUM_MET_NULLEN, bron=_LOKET)
    geslacht: str = veld("geslacht", Soort.CODE, waarden=GESLACHTEN, bron=_H5)
    voornamen: str | None = veld_of_leeg("voornamen", Soort.TEKST, maximum=200, bron=_LOKET)
    voorvoegsel: str | None = veld_of_leeg("voorvoegsel", Soort.TEKST, maximum=10, bron=_H5)
    achternaam: str | None = veld_of_leeg("achternaam", Soort.TEKST, maximum=200, bron=_LOKET)
    datum_overlijden: str | None = veld_of_leeg(
        "datum overlijden", Soort.CODE, patroon=DATUM_MET_NULLEN, bron="handleiding BRON-vavo h7"
    )
    indicatie_geheim: str | None = veld_of_leeg(
        "indicatie geheim", Soort.CODE, waarden=INDICATIES_GEHEIM, bron=_H5
    )
    adres_binnenland: BinnenlandsAdres | None = veld_of_leeg("adres", Soort.DEEL)
    adres_buitenland: BuitenlandsAdres | None = veld_of_leeg("adres in het buitenland", Soort.DEEL)

    @property
    def naam(self) -> str:
        """The name as a list shows it: "Achternaam, Voornamen voorvoegsel"."""
        achter = " ".join(deel for deel in (self.voornamen, self.voorvoegsel) if deel)
        return ", ".join(deel for deel in (self.achternaam, achter) if deel)

    @property
    def naam_voluit(self) -> str:
        """The name as a paper has it: "Voornamen voorvoegsel Achternaam"."""
        delen = (self.voornamen, self.voorvoegsel, self.achternaam)
        return " ".join(deel for deel in delen if deel)


KORTE_SET = (
    "studentnummer",
    "burgerservicenummer",
    "onderwijsnummer",
    "geboortedatum",
    "geslacht",
)
"""The fields that DUO asks for at least (handleiding Loket Onderwijsdeelnemers ch. 4-5)."""
