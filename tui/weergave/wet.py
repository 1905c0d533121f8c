"""What the law asks, in our own words: of one toets, and of the uitslag as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from examen.model import Examenresultaat, resultaten
from examen.regime import Regime, Versie, vind_regime
from examen.uitkomst import CijferlijstUitkomst, Toets
from tui.weergave.details import Paar

_OORDEEL = {True: "voldaan", False: "NIET voldaan", None: "nog niet te beoordelen"}
_ZEKERHEID = {
    "hoog": "hoog: in de geldende tekst gelezen",
    "midden": "midden: een bron zegt het, maar de tekst voor dit jaar of niveau is niet gelezen",
    "laag": "laag: een aanname; vraag het na voor u erop bouwt",
}
_NAMEN = {
    "centraal_examen": "herkansing",
    "vak_weglaten": "een vak weglaten",
    "duimregeling": "duimregeling",
    "combinatiecijfer": "combinatiecijfer",
    "cum_laude": "cum laude",
    "eerdere_resultaten": "eerdere resultaten",
    "certificaat": "certificaat",
}
"""The rules that are told beside a toets or an uitslag, in that order."""

_TEKST = "de wet, in eigen woorden"
_HERSTEL = "Als niet is voldaan, kan dit nog helpen"
_UITSLAG = "De wet, in eigen woorden"


@frozen(kw_only=True)
class Getoetst:
    """A toets with the rules it was judged by, or None where no rules are known."""

    toets: Toets
    wet: Regime | None


def wet_van(lijst: CijferlijstUitkomst) -> Regime | None:
    """Give the rules that a cijferlijst was judged by."""
    return vind_regime(lijst.examenregime, lijst.uitslagniveau)


def certificaatwet(er: Examenresultaat, nummers: Iterable[str]) -> Versie | None:
    """Give the rule by which the newest of these results earns a certificaat."""
    verdiend = [r for r in resultaten(er) if r.resultaatvolgnummer in set(nummers)]
    nieuwste = max(verdiend, key=lambda r: r.examenregime or 0, default=None)
    wet = nieuwste and vind_regime(nieuwste.examenregime, getattr(nieuwste, "niveau", None))
    return wet.certificaat if wet else None


def toetsdetails(getoetst: Getoetst) -> list[Paar]:
    """All about one toets: what was found, what the law asks, and what may yet mend it."""
    toets = getoetst.toets
    paren = [
        ("eis", toets.eis),
        ("oordeel", _OORDEEL[toets.voldaan]),
        ("gevonden", toets.gevonden or "–"),
        ("norm", toets.norm or "–"),
        ("artikel", toets.bron),
        ("zekerheid van de norm", _ZEKERHEID[toets.zekerheid]),
    ]
    if getoetst.wet is None or not toets.regel:
        return paren
    versie: Versie = getattr(getoetst.wet, toets.regel)
    artikel = "" if versie.bron == toets.bron else f" ({versie.bron})"
    paren.append((_TEKST, versie.tekst + artikel))
    if versie.opmerking:
        paren.append(("opmerking", versie.opmerking))
    herstel = list(_regels(getoetst.wet, versie.herstel))
    return [*paren, (_HERSTEL, ""), *herstel] if herstel else paren


def uitslagdetails(lijst: CijferlijstUitkomst) -> list[Paar]:
    """What the law says of an uitslag besides its toetsen."""
    wet = wet_van(lijst)
    return [(_UITSLAG, ""), *_regels(wet, _NAMEN)] if wet else []


def regeldetails(versie: Versie) -> list[Paar]:
    """All about one rule."""
    return [
        (_TEKST, versie.tekst),
        ("artikel", versie.bron),
        ("zekerheid van de norm", _ZEKERHEID[versie.zekerheid]),
    ]


def _regels(wet: Regime, namen: Iterable[str]) -> Iterator[Paar]:
    """Tell rules with their article, without those that the year or the niveau does not know.

    Of one that is an assumption it is also said what was assumed.
    """
    for naam in namen:
        versie: Versie = getattr(wet, naam)
        if not versie.vervalt:
            twijfel = "" if versie.zekerheid == "hoog" else f"; zekerheid {versie.zekerheid}"
            tekst = f"{versie.tekst} ({versie.bron}{twijfel})"
            if versie.zekerheid == "laag":
                tekst = f"{tekst} {versie.opmerking}"
            yield f"  {_NAMEN[naam]}", tekst.rstrip()
