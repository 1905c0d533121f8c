"""Puts the screens in docs/handleiding.md and README.md: those that the tests hold the app against.

Run by `make docs`; with --controleer it writes nothing and fails when one is behind.
A line `<!-- scherm NAAM -->` is followed by the screen tests/tui/goud/NAAM.txt.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

HUIS = Path(__file__).parents[1]
DOCUMENTEN = (HUIS / "docs" / "handleiding.md", HUIS / "README.md")
SCHERMEN = HUIS / "tests" / "tui" / "goud"

_PLEK = re.compile(r"<!-- scherm (\w+) -->\n(?:\n?```text\n.*?```\n)?", re.DOTALL)
_LEGE_REGELS = re.compile(r"\n\n\n+")


def document(tekst: str) -> str:
    """Give the document with every screen as it is now."""
    return _PLEK.sub(
        lambda plek: f"<!-- scherm {plek[1]} -->\n\n```text\n{_scherm(plek[1])}```\n", tekst
    )


def _scherm(naam: str) -> str:
    """Give a screen, with the empty middle of it cut short."""
    return _LEGE_REGELS.sub("\n\n", (SCHERMEN / f"{naam}.txt").read_text(encoding="utf-8"))


def main() -> int:
    """Write the documents, or with --controleer compare them; give the exit status."""
    achter = []
    for pad in DOCUMENTEN:
        staat = pad.read_text(encoding="utf-8")
        tekst = document(staat)
        if staat == tekst:
            continue
        achter.append(pad.name)
        if "--controleer" not in sys.argv[1:]:
            pad.write_text(tekst, encoding="utf-8")
    if not achter or "--controleer" not in sys.argv[1:]:
        return 0
    namen = " en ".join(achter)
    sys.stderr.write(f"niet gelijk met de schermen: {namen}; draai `make docs`\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
