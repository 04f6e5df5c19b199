"""What day and what time it is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def current_day() -> date:
    """Today; SOURCE_DATE_EPOCH (seconds since 1970, UTC) sets it, so that a run can be repeated."""
    return current_time().date() if is_set() else date.today()


def current_time() -> datetime:
    """Now, in UTC and in whole seconds; SOURCE_DATE_EPOCH sets it too."""
    now = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC) if is_set() else datetime.now(UTC)
    return now.replace(microsecond=0)


def is_set() -> bool:
    """Whether SOURCE_DATE_EPOCH tells the time, not the machine's clock."""
    return os.environ.get("SOURCE_DATE_EPOCH", "").isdigit()
