"""`python -m bench [NAAM ...] [--rook]`: run benchmarks and print their figures.

With --rook everything runs small and nothing is judged: it only shows that it works.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib import import_module

NAMEN = (
    "rekenen",
    "herbereken",
    "een_kandidaat",
    "dossier",
    "invoer",
    "boeken",
    "lever",
    "groei",
    "start",
    "typen",
    "visidata",
    "ssh",
)


def hoofd() -> int:
    """Run what is asked for; status 1 when a promise is not kept."""
    lezer = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    lezer.add_argument("naam", nargs="*", help=f"which of {', '.join(NAMEN)}; all unless named")
    lezer.add_argument("--rook", action="store_true", help="small and unjudged")
    gevraagd = lezer.parse_args()
    if onbekend := [naam for naam in gevraagd.naam if naam not in NAMEN]:
        lezer.error(f"no benchmark is called {onbekend[0]}")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    gehaald = True
    for naam in gevraagd.naam or NAMEN:
        print(naam)
        for meting in import_module(f"bench.{naam}").meet(rook=gevraagd.rook):
            print(meting, flush=True)
            gehaald &= meting.gehaald is not False
    return 0 if gehaald else 1


if __name__ == "__main__":
    sys.exit(hoofd())
