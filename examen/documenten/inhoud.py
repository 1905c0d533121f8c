"""What stands on each paper, in the words and the order in which it is printed.

Every text is as a reader sees it; the templates only say where it goes.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from examen.model import Examenresultaat
from examen.uitkomst import Uitkomst
from register.model.persoon import Persoon

# what papers are made of


@frozen(kw_only=True)
class Examen:
    """One examenresultaat with whose it is and what follows from it."""

    persoon: Persoon
    examenresultaat: Examenresultaat
    uitkomst: Uitkomst


@frozen(kw_only=True)
class School:
    """Whose papers they are and who signs; empty is a place to fill in by hand.

    Attributes:
        naam: as it is registered in BRIN, with ", locatie ..." where there is one.
        tekenaar: who signs beside the secretaris: the directeur, or for the examencommissie vavo
            its voorzitter.
    """

    naam: str = ""
    plaats: str = ""
    tekenaar: str = ""
    secretaris: str = ""


@frozen(kw_only=True)
class Ondertekenaar:
    """One who signs, and as what."""

    functie: str
    naam: str


# papers that are signed


@frozen(kw_only=True)
class Waardedocument:
    """What every paper that is signed states (the word is of the Regeling modellen diploma's).

    Attributes:
        titel: what the paper is.
        naam: of the candidate.
        geboren: date of birth, written out.
        verklaring: what the candidate did, after "verklaren dat naam, geboren op datum te plaats".
        datum: of signing, written out.
        nummer: the school's own number of the examenresultaat.
    """

    titel: str
    naam: str
    geboren: str
    verklaring: str
    brin: str
    school: School
    ondertekening: tuple[Ondertekenaar, ...]
    datum: str
    nummer: str


@frozen(kw_only=True)
class Regel:
    """One result on a list of marks.

    Attributes:
        toelichting: title and vakken of a werkstuk, else empty.
        se: mark of the schoolexamen; whole where there is no centraal examen.
        ce: mark of the centraal examen.
        cijfer: the eindcijfer, or "vr".
        letters: the eindcijfer in letters, or a beoordeling.
    """

    vak: str
    toelichting: str = ""
    se: str = ""
    ce: str = ""
    cijfer: str = ""
    letters: str = ""


@frozen(kw_only=True)
class Groep:
    """Results under one heading."""

    kop: str
    regels: tuple[Regel, ...]


@frozen(kw_only=True)
class Cijferlijstdocument(Waardedocument):
    """The cijferlijst of an eindexamen, and that of a deelexamen.

    Attributes:
        onderdelen: what the combinatiecijfer is the mean of, the werkstuk last.
        uitslag: empty for a deelexamen.
    """

    groepen: tuple[Groep, ...]
    onderdelen: tuple[Regel, ...] = ()
    uitslag: str = ""


@frozen(kw_only=True)
class Certificaatdocument(Waardedocument):
    """The vakken that are sufficient, without marks; a werkstuk with its title."""

    vakken: tuple[str, ...]


# papers to work with


@frozen(kw_only=True)
class Vakcijfers:
    """The marks of one vak on a vergaderlijst.

    Attributes:
        telt: takes part in the uitslag.
    """

    vak: str
    se: str
    ce: str
    eind: str
    onvoldoende: bool
    telt: bool


@frozen(kw_only=True)
class Vergaderregel:
    """One candidate and cijferlijst on a vergaderlijst.

    Attributes:
        uitslag: as computed.
        vastgesteld: the uitslag in the register where it is another, else empty.
        niet_voldaan: the requirements that are not met, with what was found.
        nodig: per vak without CE what is needed to pass.
        bevindingen: the signals that DUO rejects for.
    """

    naam: str
    nummer: str
    opleiding: str
    vakken: tuple[Vakcijfers, ...]
    combinatiecijfer: str
    uitslag: str
    vastgesteld: str
    niet_voldaan: tuple[str, ...]
    nodig: tuple[str, ...]
    bevindingen: tuple[str, ...]


@frozen(kw_only=True)
class Vergaderlijst:
    """A group of candidates for the meeting that settles the uitslag.

    Attributes:
        samenvatting: how many of each uitslag.
    """

    titel: str
    school: School
    datum: str
    samenvatting: str
    regels: tuple[Vergaderregel, ...]


@frozen(kw_only=True)
class Correctieregel:
    """One candidate on a correctiestaat; `cijfer` is empty when there is none yet."""

    naam: str
    nummer: str
    cijfer: str


@frozen(kw_only=True)
class Correctiestaat:
    """The candidates of a centraal examen with room for scores and marks."""

    titel: str
    vak: str
    niveau: str
    tijdvak: str
    school: School
    datum: str
    regels: tuple[Correctieregel, ...]


Inhoud = Waardedocument | Vergaderlijst | Correctiestaat


@frozen(kw_only=True)
class Document:
    """One paper that can be printed.

    Attributes:
        sjabloon: name of its template in data/documenten/.
        kenmerk: tells it from other papers about the same examenresultaat, for the file's name.
        dag: the day it is dated.
        bezwaren: why it must not be printed other than as a concept.
    """

    sjabloon: str
    kenmerk: str
    dag: date
    inhoud: Inhoud
    bezwaren: tuple[str, ...] = ()
