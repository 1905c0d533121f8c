"""Pictures as pages: every number in words, nothing that only shows."""

from __future__ import annotations

from tui.inzage import Inzage
from tui.klok import vandaag
from tui.plat.verhaal import Bladzijde, Verhaal, Zin, zinnen
from tui.weergave import beelden, beeldtabellen
from tui.weergave.vakken import Vakgroep, naam


def verdeling(groep: Vakgroep, inzage: Inzage) -> Bladzijde:
    """How the marks of a vak are spread."""

    def vertel(inzage: Inzage) -> Verhaal:
        soorten = inzage.beelden.verdeling(groep)
        kolommen = beeldtabellen.verdelingkolommen(soorten)
        return Verhaal(zinnen=tuple(zinnen(kolommen, beeldtabellen.verdelingrijen(soorten))))

    return Bladzijde(kruim=f"verdeling {naam(groep, inzage.namen)}", vertel=vertel)


def slaging() -> Bladzijde:
    """Which part of who did a full exam passed."""

    def vertel(inzage: Inzage) -> Verhaal:
        rijen = beeldtabellen.slagingrijen(inzage.groepswerk.regels())
        regels = tuple(zinnen(beeldtabellen.SLAGINGKOLOMMEN, rijen))
        return Verhaal(zinnen=regels or (Zin(beelden.GEEN_KANDIDATEN),))

    return Bladzijde(kruim="slagingspercentages", vertel=vertel)


def open_werk() -> Bladzijde:
    """What is still to be entered, and how much was booked each day."""

    def vertel(inzage: Inzage) -> Verhaal:
        per_dag = inzage.beelden.boekingen(vandaag())
        open_ = beeldtabellen.openrijen(inzage.beelden.openstaand(), inzage.namen)
        return Verhaal(
            zinnen=(
                *(tuple(zinnen(beeldtabellen.OPENKOLOMMEN, open_)) or (Zin(beelden.NIETS_OPEN),)),
                Zin(beelden.geboekt(per_dag)),
                *zinnen(beeldtabellen.DAGKOLOMMEN, beeldtabellen.dagrijen(per_dag)),
            )
        )

    return Bladzijde(kruim="openstaand werk", vertel=vertel)
