"""How long ago something was, in the words of a list."""

from __future__ import annotations

from datetime import datetime

from workbench.messages import Translate, _
from workbench.rules.deadlines import day_said

MINUTE, HOUR = 60, 3600
DAYS = 7


def when(moment: datetime, now: datetime, translate: Translate) -> str:
    """``moment`` as seen from ``now``: minutes, hours, yesterday, days; the day if it is longer ago."""
    there = moment.astimezone(now.tzinfo)
    seconds = (now - there).total_seconds()
    days = (now.date() - there.date()).days
    said = _("{count} days ago").fill(count=days)
    if seconds < MINUTE:
        said = _("just now")
    elif seconds < HOUR:
        said = _("{count} min ago").fill(count=int(seconds // MINUTE))
    elif days == 0:
        said = _("today {time}").fill(time=f"{there:%H:%M}")
    elif days == 1:
        said = _("yesterday")
    if days >= DAYS:
        said = day_said(there.date(), year=there.year != now.year)
    return translate(said)
