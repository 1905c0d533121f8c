"""Which rows of a form show: members open and close, and the short set of fields comes first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from attrs import frozen

from tui.formulier.boom import Blok, Groep, Invulveld


@frozen
class Rest:
    """The fields of the whole that come after the short set."""

    aantal: int


Ding = Invulveld | Blok | Groep | Rest
"""What a row is."""


@frozen
class Regel:
    """One row of a form.

    Attributes:
        ding: the field, block or group it is, or the rest of the fields.
        pad: where it is in the entity ("vakresultaten[2].cijfer_se").
        diepte: how deep it is nested.
        label: its name; a member of a list has its place in it, from 1.
    """

    ding: Ding
    pad: str
    diepte: int
    label: str


class Regels:
    """The rows of a tree.

    Attributes:
        wortel: the tree.
        alles: the fields after the short set show too.
    """

    def __init__(self, wortel: Blok, kort: Collection[str]) -> None:
        self.wortel = wortel
        self.wortel.open = True
        self._kort = frozenset(kort)
        self.alles = not kort

    def lijst(self) -> list[Regel]:
        """Give the rows that show, in order."""
        return list(self._van_blok(self.wortel, "", 0))

    def is_open(self, ding: Blok | Groep | Rest) -> bool:
        """Whether what is below a row shows; of a group all of it."""
        match ding:
            case Blok():
                return ding.open
            case Rest():
                return self.alles
            case Groep():
                return all(lid.open for lid in ding.leden if isinstance(lid, Blok))

    def vouw(self, ding: Blok | Groep | Rest, *, open_: bool) -> None:
        """Open or close a block, all of a group, or the rest of the fields."""
        match ding:
            case Blok():
                ding.open = open_
            case Rest():
                self.alles = open_
            case Groep():
                for lid in ding.leden:
                    if isinstance(lid, Blok):
                        lid.open = open_

    def plaats_van(self, ding: Blok | Groep | Invulveld) -> int:
        """Give the row of something, opening what it is in."""
        for ouder in _ouders(ding):
            ouder.open = True
        self.alles = self.alles or all(regel.ding is not ding for regel in self.lijst())
        return next(nr for nr, regel in enumerate(self.lijst()) if regel.ding is ding)

    def plaats_op(self, pad: str) -> int | None:
        """Give the row of a place, opening what it is in; or the nearest that there is."""
        self._open_tot(self.wortel, pad, "")
        plaatsen = [nr for nr, regel in enumerate(self.lijst()) if _bevat(regel.pad, pad)]
        return plaatsen[-1] if plaatsen else None

    def bezwaar(self, ding: Ding) -> str:
        """Say why a row cannot stay as it is, or that something below it cannot that is closed."""
        match ding:
            case Invulveld():
                return ding.bezwaar
            case Rest():
                delen = [] if self.alles else self._rest()
            case Blok():
                delen = [] if ding.open else list(ding.delen.values())
            case Groep():
                delen = []
        aantal = sum(map(_bezwaren, delen))
        return f"hieronder klopt nog iets niet ({aantal})" if aantal else ""

    def _rest(self) -> list[Invulveld | Groep]:
        return [deel for naam, deel in self.wortel.delen.items() if naam not in self._kort]

    def _van_blok(self, blok: Blok, pad: str, diepte: int) -> Iterator[Regel]:
        delen = list(blok.delen.items())
        if blok is not self.wortel or not self._kort:
            yield from self._van_delen(delen, pad, diepte)
            return
        kort = [(naam, deel) for naam, deel in delen if naam in self._kort]
        rest = [(naam, deel) for naam, deel in delen if naam not in self._kort]
        yield from self._van_delen(kort, pad, diepte)
        yield Regel(Rest(len(rest)), pad, diepte, "overige gegevens")
        if self.alles:
            yield from self._van_delen(rest, pad, diepte + 1)

    def _van_delen(
        self, delen: Iterable[tuple[str, Invulveld | Groep]], pad: str, diepte: int
    ) -> Iterator[Regel]:
        for naam, deel in delen:
            plaats = f"{pad}.{naam}" if pad else naam
            if isinstance(deel, Invulveld):
                yield Regel(deel, plaats, diepte, deel.veld.label)
                continue
            is_lijst, label = deel.attribuut.lijst, deel.attribuut.veld.label
            if is_lijst or not deel.leden:
                yield Regel(deel, plaats, diepte, label)
            for nummer, lid in enumerate(deel.leden):
                eigen = f"{plaats}[{nummer}]" if is_lijst else plaats
                dieper = diepte + is_lijst
                yield Regel(lid, eigen, dieper, f"{label} {nummer + 1}" if is_lijst else label)
                if isinstance(lid, Blok) and lid.open:
                    yield from self._van_blok(lid, eigen, dieper + 1)

    def _open_tot(self, blok: Blok, pad: str, hier: str) -> None:
        """Open every block on the way to a place."""
        for naam, deel in blok.delen.items():
            plaats = f"{hier}.{naam}" if hier else naam
            if not _bevat(plaats, pad):
                continue
            if blok is self.wortel and naam not in self._kort:
                self.alles = True
            if isinstance(deel, Groep):
                for nummer, lid in enumerate(deel.leden):
                    eigen = f"{plaats}[{nummer}]" if deel.attribuut.lijst else plaats
                    if isinstance(lid, Blok) and eigen != pad and _bevat(eigen, pad):
                        lid.open = True
                        self._open_tot(lid, pad, eigen)


def _bevat(pad: str, ander: str) -> bool:
    """Whether a place is another place, or what that is in."""
    return bool(pad) and ander.startswith(pad) and ander[len(pad) : len(pad) + 1] in ("", ".", "[")


def _ouders(ding: Blok | Groep | Invulveld) -> Iterator[Blok]:
    """Give the blocks that something is in, the nearest first."""
    ouder = ding.ouder if isinstance(ding, Groep | Invulveld) else _ouder(ding)
    while ouder is not None:
        yield ouder
        ouder = _ouder(ouder)


def _ouder(blok: Blok) -> Blok | None:
    return blok.groep.ouder if blok.groep else None


def _bezwaren(deel: Invulveld | Groep | Blok) -> int:
    match deel:
        case Invulveld():
            return bool(deel.bezwaar)
        case Groep():
            return sum(map(_bezwaren, deel.leden))
        case Blok():
            return sum(map(_bezwaren, deel.delen.values()))
