"""The preview of an act on many: how far it is, and leaving before it is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from threading import Event

from textual.pilot import Pilot

from tests.tui.schermtekst import druk, goud, rustig, schermtekst
from tests.tui.taken.test_taken import tot
from tests.tui.voorbeeld import GROEP, Voorbeeldgroep, VoorbeeldInzage
from tui.app import VavoApp
from tui.groep.regel import Groepsregel, Groepsvoorstel
from tui.schermen.vragen import VragenScherm

NAAR_HET_VOORSTEL = ["f9", "down", "enter", "f5", "f6", "enter", "ctrl+u", *"01-07-2025", "enter"]


class Trage(Voorbeeldgroep):
    """Proposals that wait half way until they may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.mag_verder = Event()
        self.gevraagd = 0

    def uitslagen(
        self, regels: Sequence[Groepsregel], datum: date
    ) -> Iterator[list[Groepsvoorstel]]:
        for stapel in super().uitslagen(regels, datum):
            self.gevraagd += 1
            if self.gevraagd == 3:
                self.mag_verder.wait(timeout=60)
            yield stapel


async def tot_halverwege(pilot: Pilot[None], groep: Trage) -> None:
    await rustig(pilot)
    for toets in NAAR_HET_VOORSTEL[:-1]:
        await druk(pilot, toets)
    await pilot.press("enter")
    await tot(lambda: groep.gevraagd == 3)
    await pilot.pause()


def app_met(groep: Trage) -> VavoApp:
    inzage = VoorbeeldInzage()
    inzage._groep = groep
    return VavoApp(lambda: inzage)


async def test_wie_wacht_ziet_hoe_ver_het_is_en_legt_nog_niets_vast() -> None:
    groep = Trage()
    app = app_met(groep)
    async with app.run_test(size=(80, 24)) as pilot:
        await tot_halverwege(pilot, groep)
        bezig = schermtekst(app)
        await pilot.press("enter")
        await pilot.pause()
        nog_steeds = schermtekst(app)
        groep.mag_verder.set()
        await rustig(pilot)

        assert "kandidaten vastleggen" in schermtekst(app)

    assert goud("groep_voorstel_bezig", bezig) == bezig == nog_steeds
    assert GROEP == groep.regels()


async def test_esc_breekt_het_maken_van_een_voorstel_af() -> None:
    groep = Trage()
    app = app_met(groep)
    async with app.run_test(size=(80, 24)) as pilot:
        await tot_halverwege(pilot, groep)
        await pilot.press("escape")
        await tot(lambda: isinstance(app.screen, VragenScherm))
        groep.mag_verder.set()
        await rustig(pilot)

    assert groep.gevraagd == 3
