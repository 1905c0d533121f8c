"""Fixed moments and bookings for tests: nothing depends on today."""

from datetime import datetime

OP = datetime.fromisoformat("2025-07-01T10:00:00")

BOEKING = {"door": "toets", "reden": "proef", "op": OP}
