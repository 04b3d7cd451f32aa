"""Text from outside, made safe to keep: what a document format cannot hold goes, foreign line ends too."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BAD = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without control characters and lone surrogates, with foreign line ends as line feeds."""
    return _BAD.sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """The text on one line, blanks trimmed."""
    return " ".join(clean(text).split())
