"""Make docs/overzichten.md: the overviews, with every record and field from the declaration.

python docs/overzichten.py                  write the page
python docs/overzichten.py --controleer     status 1 when the page is not what the code says
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from register.overzicht.indeling import VOORLOOP, Voorloop
from register.overzicht.vergelijken import KOLOMMEN
from register.velden import attributen
from tui.werk.overzichten import OBO, RO

BEIDE = f"{RO.naam}, {OBO.naam}"
DOCUMENT = Path(__file__).with_name("overzichten.md")

INLEIDING = """\
# The overviews of DUO

Made from the declarations in `register/overzicht/`, `register/vavo/overzicht.py`,
`examen/overzicht.py` and `tui/werk/overzichten.py` by `make docs`; do not edit by hand.

```sh
vavo overzicht ro --van 2024-08-01 --tot 2025-07-31    # what is registered in a period
vavo overzicht obo --studiejaar 2024                   # the enrolments of a studiejaar
vavo overzicht obo --studiejaar 2024 --eerder OLD      # and what changed since an earlier one
vavo overzicht vergelijk FILE                          # an RO or OBO against the register
```

## Whose layout this is

Ours.
The manual BRON-vavo (chapter 3) says what RO and OBO are for and refers to DUO's programme of
requirements for vavo, which is not public.
That for mbo is (PvE mbo-instellingen 4.8.2, chapters 13 to 15), and its form is followed: the names
of the files, UTF-8, no head, `|` between the fields, records that begin with three letters, `VLP`
first and a record of counts last, the number of the person in each record, persons by BSN and then
who has only an onderwijsnummer.
What is in the records follows from the model, so nothing that is registered is left out.
A file that DUO made for vavo can therefore not be read; when its layout is known, the letters and
fields are changed in the declarations above.

Two things are added.
A member of a list has its number (`nr`), and a member of a list within a list also that of the one
it is in: so a file of which a spreadsheet sorted the lines can be put together again, and a line
that was lost is missed.
A field that contains `|` or `"` stands between quotes, as in CSV.

Dates are jjjj-mm-dd, moments jjjj-mm-ddTuu:mm:ss, marks with a decimal 6,4, indications J or N.
A single part (uitslag, adres) has its fields in the record of what it belongs to.

## What falls in a period

Both days of the period count.

- An **inschrijving** that shares a day with it; its last day is the actual datum uitschrijving or,
  while there is none, the planned one.
- An **examenresultaat** by the datum uitslag; without that date by the examenregime, of the uitslag
  or else the latest of its results, taken as the studiejaar that ends in that year; without either
  always.
- A **persoon** who has one of these, where the register has the person's data.

For RO the first day is not after the last and there are at most two years between them (manual
Loket Onderwijsdeelnemers chapter 13): 1-8-2023 to 1-8-2025 is allowed, to 2-8-2025 is not.
The manual does not forbid a period in the future.
OBO is about one studiejaar, 1 August to 31 July.

## Reading back

A file is read to its end before anything is compared, and every fault is told with its line: a
record or value that cannot be, a number that is missing, counts that are not right.
Nothing is guessed.
What a spreadsheet does is recognised, undone and told: semicolons, a byte order mark, Windows-1252,
dates as d-m-jjjj, leading zeros dropped from codes of a fixed length, marks without their decimal,
empty fields and lines, sorted lines.
Leading zeros dropped from a volgnummer cannot be seen; it then differs from the register.

## Files

| file | what |
|---|---|
| `RO_BRIN_EEJJMMDD_EEJJMMDD.CSV` | RO of a school, begin and end of the period |
| `OBO_BRIN_JJJJ_EEJJMMDD.CSV` | OBO of a school, year in which the studiejaar begins, and the day |
| `OBOV_NNN_BRIN_EEJJMMDD.CSV` | verschillenlijst: its number in the folder, school and day |

They hold persons: only their owner can read them, and they are written whole or not at all.
"""


def document() -> str:
    """Give the page."""
    return "\n".join([INLEIDING, *_records(), *_slot(), *_verschillenlijst()])


def _records() -> Iterator[str]:
    yield "## Records\n"
    yield "The fields stand in this order after the three letters; * is never empty, of a part"
    yield "(`uitslag: …`) unless the whole part is."
    yield "Both numbers of a person are given where both are known.\n"
    yield "| record | of | in | fields |"
    yield "|---|---|---|---|"
    yield _rij(
        VOORLOOP, "the overview", BEIDE, ((a.veld.label, True) for a in attributen(Voorloop))
    )
    for code, soort in RO.recordsoorten.items():
        waarin = BEIDE if code in OBO.recordsoorten else RO.naam
        velden = ((v.label, v.verplicht) for v in soort.velden)
        yield _rij(code, soort.vorm.naam.replace("_", " "), waarin, velden)
    yield ""


def _rij(code: str, waarvan: str, waarin: str, velden: Iterator[tuple[str, bool]]) -> str:
    namen = ", ".join(f"{label}{'*' if verplicht else ''}" for label, verplicht in velden)
    return f"| {code} | {waarvan} | {waarin} | {namen} |"


def _slot() -> Iterator[str]:
    yield "The last record:\n"
    for soort in (RO, OBO):
        codes = ", ".join(soort.recordsoorten)
        totalen = "".join(f", then the sum of {naam} in {code}" for code, naam in soort.totalen)
        yield f"- `{soort.sluitcode}` of {soort.naam}: the number of records {codes}{totalen}."
    yield ""


def _verschillenlijst() -> Iterator[str]:
    yield "## The verschillenlijst\n"
    yield f"With a head: {', '.join(KOLOMMEN)}."
    yield "`Wijziging` tells whether a whole stand is erbij, weg or gewijzigd; of what is gewijzigd"
    yield "there is a line per field, with the place within the stand in `Gegeven`."
    yield ""


def main() -> int:
    """Write the page, or with --controleer compare it; give the exit status."""
    tekst = document()
    if "--controleer" not in sys.argv[1:]:
        DOCUMENT.write_text(tekst, encoding="utf-8")
        return 0
    if DOCUMENT.is_file() and DOCUMENT.read_text(encoding="utf-8") == tekst:
        return 0
    sys.stderr.write("docs/overzichten.md loopt niet gelijk met de code: draai `make docs`\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
