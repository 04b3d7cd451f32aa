"""When a call is planned, as people type it."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from typing import Final

_TIME: Final = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})"
_DAY: Final = r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
_PLANNED: Final = re.compile(rf"(?:{_DAY}|(?P<today>今天|today)|(?P<tomorrow>明天|tomorrow))?\s*{_TIME}")


def read_planned(text: str, now: datetime) -> datetime | None:
    """The time that a text names, in UTC; None if it names none.

    A year, and a day, may be left out: the time is then the next one that comes, or today's.
    ``now`` knows its zone.
    """
    found = _PLANNED.fullmatch(" ".join(unicodedata.normalize("NFKC", text).casefold().split()))
    if found is None:
        return None
    day = now + timedelta(days=1) if found["tomorrow"] else now
    wanted = {name: int(found[name]) for name in ("year", "month", "day", "hour", "minute") if found[name]}
    try:
        at = day.replace(**wanted, second=0, microsecond=0)  # type: ignore[arg-type]
        if found["month"] and not found["year"] and at.date() < now.date():
            at = at.replace(year=at.year + 1)
    except ValueError:  # such as the 31st of February
        return None
    return at.astimezone(UTC)
