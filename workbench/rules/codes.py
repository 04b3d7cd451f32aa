"""Running numbers that people quote."""

from __future__ import annotations

import re
from collections.abc import Iterable


def next_code(prefix: str, taken: Iterable[str], digits: int = 3) -> str:
    """The prefix and the number after the highest one taken: ``DEMO003`` after ``DEMO002``."""
    pattern = re.compile(rf"{re.escape(prefix)}(\d+)", re.IGNORECASE)
    numbers = [int(match[1]) for code in taken if (match := pattern.fullmatch(code))]
    return f"{prefix}{max(numbers, default=0) + 1:0{digits}d}"
