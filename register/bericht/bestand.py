"""Writing a file of messages or answers, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree

from register.bestand import vervangend
from register.vormen.xml_vorm import NAAMRUIMTEN, volledig


@contextmanager
def schrijf_bestand(
    pad: Path, wortel: str, brin: str
) -> Iterator[Callable[[etree._Element], None]]:
    """Write elements under a root, each on a line; the file is there when all are written.

    Args:
        pad: where to; a file that is there is replaced, and only then.
        wortel: name of the root.
        brin: the school it is from or for.
    """
    with (
        vervangend(pad) as tijdelijk,
        tijdelijk.open("wb") as stroom,
        etree.xmlfile(stroom, encoding="utf-8") as bestand,
    ):
        bestand.write_declaration()
        element: Any = bestand.element(volledig(wortel), {"brin": brin}, NAAMRUIMTEN)
        with element:
            bestand.write("\n")

            def schrijf(kind: etree._Element) -> None:
                bestand.write(kind)
                bestand.write("\n")

            yield schrijf
