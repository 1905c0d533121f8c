"""`python -m tui` is `vavo`."""

from __future__ import annotations

from tui.opdrachten import hoofd

if __name__ == "__main__":
    hoofd(prog_name="vavo")
