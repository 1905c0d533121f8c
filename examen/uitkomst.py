"""What computing one examenresultaat yields, as `vavo reken` writes it and the app shows it."""

from __future__ import annotations

from attrs import frozen

from examen.model import Cijferlijstregel

VRIJGESTELD = "vr"
"""The combinatiecijfer when its parts are all exempt (Regeling modellen diploma's, bijlage 1)."""


@frozen(kw_only=True)
class Toets:
    """One requirement of the uitslag, tested.

    Attributes:
        regel: the rule of the law it is (`examen.regime.REGELS`); empty where no rules are known.
        eis: the requirement in words.
        voldaan: met or not; None when it cannot be judged yet.
        gevonden: the value found, in Dutch notation ("6,03").
        norm: the value it was held against ("5,5").
        bron: article of the law.
        zekerheid: "hoog", "midden" or "laag": how sure the source of this norm is.
    """

    regel: str = ""
    eis: str
    voldaan: bool | None
    gevonden: str
    norm: str
    bron: str
    zekerheid: str = "hoog"


@frozen(kw_only=True)
class CijferlijstUitkomst:
    """The uitslag of one cijferlijst with every requirement.

    Attributes:
        opleiding: opleidingscode.
        examenregime: the year of the rules it was judged by; None where no rules are known.
        uitslagniveau: the niveau of those rules, or None.
        combinatiecijfer: whole mark, "vr", or None where there is none.
        uitslag: G, A or D.
        weggelaten: resultaatvolgnummers that had to be left out to pass.
        duim: resultaatvolgnummer of the subject the duimregeling (2021, 2022) left aside, or None.
        regels: the lines of the cijferlijst, given or proposed.
        voorgesteld: the lines were proposed by the program.
    """

    opleiding: str
    examenregime: int | None
    uitslagniveau: str | None
    combinatiecijfer: int | str | None
    uitslag: str
    cum_laude: bool
    weggelaten: tuple[str, ...]
    duim: str | None
    regels: tuple[Cijferlijstregel, ...]
    voorgesteld: bool
    toetsen: tuple[Toets, ...]


@frozen(kw_only=True)
class Bevinding:
    """A signal at a place.

    Attributes:
        signaal: name of the signal as DUO gives it.
        tekst: signaaltekst as DUO gives it.
        effect: "afkeur", "niet geregistreerd" or "signaal".
        sleutels: the place, name to value (resultaatvolgnummer, vak, tijdvak, opleiding).
    """

    signaal: str
    tekst: str
    effect: str
    sleutels: dict[str, str]


@frozen(kw_only=True)
class Uitkomst:
    """All that follows from one examenresultaat.

    Attributes:
        eindcijfers: resultaatvolgnummer to whole mark, for every result that has one.
        certificaten: resultaatvolgnummers that earn a certificaat.
    """

    examenresultaatvolgnummer: str
    eindcijfers: dict[str, int]
    cijferlijsten: tuple[CijferlijstUitkomst, ...]
    certificaten: tuple[str, ...]
    signalen: tuple[Bevinding, ...]
