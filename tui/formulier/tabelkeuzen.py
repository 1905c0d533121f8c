"""What can be chosen in a form of the vavo: codes from the tables of the exam, with their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Any

from examen.codes import codes
from examen.handelingen import volgend_volgnummer
from examen.invoer import RESULTAATLIJSTEN
from examen.model import (
    UITSLAGNIVEAUS,
    CeResultaat,
    Cijferlijstregel,
    Examenresultaat,
    Vakresultaat,
)
from examen.opleidingen import Opleiding, opleidingen
from examen.vakkentabel import Vakregel, alle_vakregels, kan_ce_hebben
from register.velden import attributen
from tui.formulier.boom import Blok, Groep, blok_van
from tui.formulier.keuzelijst import Keuze
from tui.weergave.examenresultaat import KORTE_NIVEAUS
from tui.weergave.namen import Namen


def opleidingkeuze(code: str, namen: Namen) -> Keuze:
    """Name an opleiding, with its years where there is a first or a last.

    With its niveau in full where its own name says ATH, GYM or MAVO.
    """
    naam = namen.opleiding(code)
    opleiding = opleidingen().get(code)
    niveau = UITSLAGNIVEAUS[opleiding.uitslagniveau] if opleiding else ""
    voluit = niveau.rpartition(" ")[2] in naam.casefold()
    jaren = _jaren(opleiding) if opleiding else ""
    return Keuze(code, " · ".join(filter(None, (naam, "" if voluit else niveau, jaren))))


def _jaren(opleiding: Opleiding) -> str:
    """Say in which examenjaren an opleiding exists, as far as its code began or ended."""
    vanaf = f"vanaf {opleiding.vanaf}" if opleiding.vanaf else ""
    tot = f"t/m {opleiding.tot}" if opleiding.tot else ""
    return " ".join(filter(None, (vanaf, tot)))


class TabelKeuzen:
    """Choices of an examenresultaat, an enrolment, or a part of one; see `Keuzen`."""

    def __init__(self, namen: Namen, er: Examenresultaat | None = None) -> None:
        """Make choices.

        Args:
            namen: the names of codes.
            er: whose results can be chosen, when the form is not of the whole examenresultaat.
        """
        self._namen = namen
        # a form asks for the name of every code it shows at every key
        self._vakken = lru_cache(partial(_vakken, namen))
        self._codes = {
            "toetscode": [Keuze(code, namen.toets(code)) for code in codes().toetsen],
            "stagecode": [Keuze(code, namen.stage(code)) for code in codes().stages],
            "opleiding": [opleidingkeuze(code, namen) for code in opleidingen()],
        }
        self._over = None if er is None else blok_van(er)

    def van(self, blok: Blok, naam: str) -> Sequence[Keuze]:
        """Give the vakken, toetsen, stages, opleidingen or own results, as the field asks."""
        match naam:
            case "vak":
                return self._vakken(blok.waarde("niveau"), blok.waarde("examenregime"))
            case "vakken":
                return self._eigen_vakken(self._over or blok.wortel)
            case "resultaatvolgnummers":
                return list(self._eigen_resultaten(self._over or blok.wortel))
            case "resultaatvolgnummer" if blok.klasse is Cijferlijstregel:
                return list(self._eigen_resultaten(self._over or blok.wortel))
            case _:
                return self._codes.get(naam, ())

    def begin(self, groep: Groep) -> Mapping[str, Any]:
        """Begin a result as the last one, with the next volgnummer; a CE with the next tijdvak."""
        if groep.naam in RESULTAATLIJSTEN:
            leden = [lid for lid in groep.leden if isinstance(lid, Blok)]
            laatste = leden[-1] if leden else None
            nummers = [lid.waarde("resultaatvolgnummer") for lid in _resultaten(groep.ouder.wortel)]
            return {
                "resultaatvolgnummer": volgend_volgnummer([nummer for nummer in nummers if nummer]),
                "niveau": laatste and laatste.waarde("niveau"),
                "examenregime": laatste and laatste.waarde("examenregime"),
            }
        if groep.attribuut.klasse is CeResultaat:
            tijdvakken = [lid.waarde("tijdvak") for lid in groep.leden if isinstance(lid, Blok)]
            volgende = max((een for een in tijdvakken if een), default=0) + 1
            return {"tijdvak": volgende if volgende <= _LAATSTE_TIJDVAK else None}
        return {}

    def _eigen_vakken(self, wortel: Blok) -> list[Keuze]:
        """Give the own vakken that can be done again: those with a CE."""
        keuzen = {
            lid.waarde("vak"): self._resultaatnaam(lid)
            for lid in _resultaten(wortel)
            if lid.klasse is Vakresultaat
            and (vak := lid.waarde("vak"))
            and kan_ce_hebben(lid.waarde("examenregime"), lid.waarde("niveau"), vak)
        }
        return [Keuze(code, naam) for code, naam in keuzen.items()]

    def _eigen_resultaten(self, wortel: Blok) -> Iterator[Keuze]:
        for lid in _resultaten(wortel):
            if lid.waarde("resultaatvolgnummer"):
                yield Keuze(lid.waarde("resultaatvolgnummer"), self._resultaatnaam(lid))

    def _resultaatnaam(self, lid: Blok) -> str:
        if (vak := lid.waarde("vak")) and (niveau := lid.waarde("niveau")):
            return self._namen.vak(vak, niveau, lid.waarde("examenregime"))
        if toets := lid.waarde("toetscode"):
            return self._namen.toets(toets)
        if stage := lid.waarde("stagecode"):
            return self._namen.stage(stage)
        return " ".join(filter(None, (lid.klasse.__name__.lower().removesuffix("resultaat"), vak)))


_LAATSTE_TIJDVAK = next(a.veld.maximum or 0 for a in attributen(CeResultaat) if a.naam == "tijdvak")


@cache
def _vakregels() -> dict[int, tuple[Vakregel, ...]]:
    return alle_vakregels()


def _vakken(namen: Namen, niveau: str | None, regime: int | None) -> Sequence[Keuze]:
    """Give the vakken at a niveau (or any), in a regime (or the last)."""
    tabellen = _vakregels()
    keuzen = []
    for vak in tabellen.get(regime or 0, tabellen[max(tabellen)]):
        if niveau in (None, vak.niveau):
            naam = namen.vak(vak.vakcode, vak.niveau, regime)
            van_welk = "" if niveau else f" ({KORTE_NIVEAUS[vak.niveau]})"
            keuzen.append(Keuze(vak.vakcode, naam + van_welk, (("niveau", vak.niveau),)))
    return keuzen


def _resultaten(wortel: Blok) -> Iterator[Blok]:
    for lijst in RESULTAATLIJSTEN:
        yield from wortel.blokken(lijst)
