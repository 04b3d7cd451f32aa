"""Who may speak in a call: the names among an interview's participants."""

from __future__ import annotations

import re
from typing import Final

_BETWEEN: Final = re.compile(r"[、,，;；\n/]|\s(?:and|und)\s|和(?=\S{2,4}$)")
_ROLE: Final = re.compile(
    r"^(?:主持|记录|記錄|紀錄|参加|參加|host|notes?|minutes)\s*[:：]?\s*", re.IGNORECASE
)
_ASIDE: Final = re.compile(r"[(（\[【].*?(?:[)）\]】]|$)")


def speakers(participants: str) -> list[str]:
    """The names, in order, without roles and what stands in brackets."""
    bare = _ASIDE.sub("", participants)
    names = (_ROLE.sub("", " ".join(part.split())) for part in _BETWEEN.split(bare))
    return list(dict.fromkeys(name for name in names if name))
