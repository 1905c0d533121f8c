"""Who uses the program: the account the kernel knows, never what the environment says."""

from __future__ import annotations

import os
import pwd


def account() -> str:
    """Give the name of the account this process runs under.

    `USER` and `LOGNAME` are not asked: whoever starts the program can set them.
    """
    uid = os.getuid()
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"uid {uid}"
