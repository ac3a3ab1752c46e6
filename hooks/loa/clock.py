"""What day it is in the town: the only place that looks at a clock."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

# Viet Nam keeps UTC+7 all year; a fixed offset needs no time zone database on Windows.
VIETNAM = timezone(timedelta(hours=7))


def today(environment: Mapping[str, str] = os.environ) -> date:
    """Return today's date in Viet Nam.

    ``LOA_TODAY`` (ISO date) wins, then ``SOURCE_DATE_EPOCH`` (seconds since 1970, as in
    https://reproducible-builds.org/specs/source-date-epoch/), then the machine's clock.

    Raises:
        ValueError: one of the two variables is set but cannot be read.
    """
    if chosen := environment.get("LOA_TODAY"):
        return date.fromisoformat(chosen)
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), tz=UTC).astimezone(VIETNAM).date()
    return datetime.now(VIETNAM).date()


def changed_on(file: Path) -> date:
    """Return the day, in Viet Nam, on which a file was written."""
    return datetime.fromtimestamp(file.stat().st_mtime, tz=VIETNAM).date()
