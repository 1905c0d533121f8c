"""Setting papers as PDF with typst: templates and fonts travel with the program, no network."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import cast

import msgspec
import typst

from examen.documenten.inhoud import Document
from register.gegevens import gegevensmap


class Drukpers:
    """Sets papers; the fonts are read once."""

    def __init__(self) -> None:
        self._sjablonen = gegevensmap() / "documenten"
        lettertypen = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
        self._zetter = typst.Compiler(root=str(self._sjablonen), font_paths=lettertypen)

    def pdf(self, document: Document, *, concept: bool) -> bytes:
        """Set a paper as PDF; the same paper always gives the same bytes.

        The contents go in as data, so that no name is ever read as typst.

        Args:
            document: the paper.
            concept: mark it as one that is not valid.
        """
        gegevens = msgspec.json.encode({"concept": concept, "inhoud": document.inhoud})
        gezet = self._zetter.compile(
            str(self._sjablonen / f"{document.sjabloon}.typ"),
            format="pdf",
            sys_inputs={"gegevens": gegevens.decode()},
            timestamp=datetime.combine(document.dag, time(), UTC),
        )
        return cast("bytes", gezet)
