"""Deadlines within a line of talk: shown beside it, never forced on anything (T93, T94)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.rules.calendar import WorkingCalendar
from workbench.rules.deadlines import Deadline, read

_HAN_START: Final = re.compile(
    r"(?<!\d)(?=[\d０-９]{1,4}\s?(?:个|個|工作|天|日|周|週|星期|小时|小時|年|月|号|號|季|[-/.]))"
    r"|(?=[一二两兩三四五六七八九十半](?:个|個|工作|天|日|周|週|星期|礼拜|禮拜|小时|小時|年|月|季))"
    r"|(?=(?:今|明|后|後|本|这|這|下)(?:天|日|周|週|年|月|个|個|季|下|星期|礼拜|禮拜))|(?=(?:周|週|星期)[一二三四五六日天])"
    r"|(?<![今明后後本这這下])(?=[月年季][底末度])|(?=年内|年內)"
)
_LATIN_START: Final = re.compile(
    r"\b(?=(?:by|within|before|until|in|next|this|end of|tomorrow|today)\b)", re.IGNORECASE
)
_SPAN: Final = re.compile(
    r"^[\d０-９一二两兩三四五六七八九十半个個]+\s?(?:工作)?(?:天|日|周|週|星期|礼拜|禮拜|小时|小時|月|年|季)$"
)
_HAN_MOST: Final = 12
_LATIN_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A deadline that was mentioned, in its own words."""

    said: str
    deadline: Deadline


def deadlines_in(text: str, start: date, calendar: WorkingCalendar) -> list[Mentioned]:
    """The deadlines in a line, in order, as they are when the work starts on ``start``."""
    found: list[Mentioned] = []
    end = 0
    for match in (*_HAN_START.finditer(text), *_LATIN_START.finditer(text)):
        if match.start() < end:
            continue
        for words in _candidates(text, match.start()):
            deadline = None if _SPAN.match(words) else read(words, start, calendar)
            if deadline is not None:
                found.append(Mentioned(words.strip(), deadline))
                end = match.start() + len(words)
                break
    return found


def _candidates(text: str, at: int) -> list[str]:
    """What may be the deadline that begins at a place, the longest first."""
    clause = re.split(r"[，。；！？,;!?\n]", text[at:], maxsplit=1)[0]
    if clause[:1].isascii() and clause[:1].isalpha():
        words = clause.split(" ")[: _LATIN_MOST + 1]
        return [" ".join(words[:count]).rstrip(".") for count in range(len(words), 0, -1)]
    return [clause[:length] for length in range(min(len(clause), _HAN_MOST), 1, -1)]
