"""Puts the screens in docs/handleiding.md: those that the tests hold the app against.

Run by `make docs`; with --controleer it writes nothing and fails when the document is behind.
A line `<!-- scherm NAAM -->` is followed by the screen tests/tui/goud/NAAM.txt.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

DOCUMENT = Path(__file__).with_name("handleiding.md")
SCHERMEN = Path(__file__).parents[1] / "tests" / "tui" / "goud"

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
    """Write the document, or with --controleer compare it; give the exit status."""
    staat = DOCUMENT.read_text(encoding="utf-8")
    tekst = document(staat)
    if "--controleer" not in sys.argv[1:]:
        DOCUMENT.write_text(tekst, encoding="utf-8")
        return 0
    if staat == tekst:
        return 0
    sys.stderr.write("docs/handleiding.md loopt niet gelijk met de schermen: draai `make docs`\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
