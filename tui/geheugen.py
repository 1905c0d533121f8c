"""Python's looking for garbage, kept away from where many objects are made that stay."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Look for no garbage meanwhile: nothing of what is made is any."""
    was_aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_aan:
            gc.enable()


def bewaar_wat_er_is() -> None:
    """Take all there is now for what stays, so that it is never looked through again."""
    gc.collect()
    gc.freeze()
    if sys.platform == "linux":  # what loading needed for a while goes back to the machine
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL("libc.so.6").malloc_trim(0)
