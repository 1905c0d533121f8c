"""The one tree of errors. What a user reads is Dutch and says what, where and what now.

    VavoFout
    ├── TabelFout      a table under data/ is wrong: a fault of the program's own data
    ├── InvoerFout     what was given in cannot be read: a fault in somebody's file
    └── RegisterFout   the register cannot do what is asked
        └── ConflictFout   somebody else changed the stand in the meantime

Findings about exam data (signals) are no errors and are never raised.
"""

from __future__ import annotations


class VavoFout(Exception):
    """Every error this program raises on purpose; its text is fit to show."""


class TabelFout(VavoFout):
    """A table under `data/` breaks its own rules; the text names file, rule and year."""


class InvoerFout(VavoFout):
    """Input that cannot be read.

    Attributes:
        veld: path of the field within the record ("vakresultaten[2].cijfer_se"), or "".
        regel: line number in the file, counted from 1, or None when it is no file.
    """

    def __init__(self, tekst: str, *, veld: str = "", regel: int | None = None) -> None:
        self.tekst = tekst
        self.veld = veld
        self.regel = regel
        plaats = [f"regel {regel}"] if regel is not None else []
        plaats += [veld] if veld else []
        super().__init__(f"{', '.join(plaats)}: {tekst}" if plaats else tekst)


class RegisterFout(VavoFout):
    """The register refuses or cannot do what is asked."""


class ConflictFout(RegisterFout):
    """The stand was changed by somebody else since it was read."""
