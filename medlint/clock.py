"""What day it is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def current_day() -> date:
    """Today; SOURCE_DATE_EPOCH (seconds since 1970, UTC) sets it, so that a run can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()
