"""Where a word that is wider than a line may be divided: by sound, without a dictionary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

HYPHEN: Final = "-"
_LEAST: Final = 3
"""Letters that stay together at both ends of a word."""
_ONE: Final = "[b-df-hj-np-tv-xz]"
_PAIR: Final = "(?:[cpstw]hr?|gh|qu|s[ckpt]r?|[bcdfgkpt][lr])"
_TORN: Final = re.compile(r"[cpstwg]\|h|c\|k|q\|u|[bcdfgkpt]\|[lr]")
_SYLLABLE: Final = re.compile(rf"[aeiouy]{_ONE}{{,2}}\|(?:{_PAIR}|{_ONE})[aeiouy]")
_AROUND: Final = 4
_BEYOND: Final = 0x530
"""Latin, Greek and Cyrillic letters stand before it; no others are divided."""


def divides(parts: Sequence[str], here: int) -> bool:
    """Whether letters of one word stand on both sides of a part."""
    return 0 < here < len(parts) and _is_letter(parts[here - 1]) and _is_letter(parts[here])


def division(parts: Sequence[str], start: int, end: int) -> int | None:
    """The last place up to ``end`` for a hyphen in the word that fills a line from ``start``.

    Between syllables, as far as their sound shows in the letters; else where enough letters stand on both
    sides; None where nothing may be divided.
    """
    places = [here for here in range(end, start + _LEAST - 1, -1) if _may_divide(parts, here)]
    return next(
        (here for here in places if _is_between_syllables(parts, here)), places[0] if places else None
    )


def whole_words(parts: Sequence[str], start: int, end: int) -> int:
    """Where a line from ``start`` with room up to ``end`` is cut: not behind a letter or two of a word."""
    word = end
    while divides(parts, word):
        word -= 1
    return word if start < word and end - word < _LEAST else end


def _may_divide(parts: Sequence[str], here: int) -> bool:
    around = range(here - _LEAST + 1, here + _LEAST)
    return all(divides(parts, each) for each in around)


def _is_between_syllables(parts: Sequence[str], here: int) -> bool:
    left, right = parts[max(0, here - _AROUND) : here], parts[here : here + _AROUND]
    sound = f"{_plain(left)}|{_plain(right)}"
    return _SYLLABLE.search(sound) is not None and _TORN.search(sound) is None


def _plain(parts: Sequence[str]) -> str:
    return "".join(unicodedata.normalize("NFD", part)[0] for part in parts).lower()


def _is_letter(part: str) -> bool:
    return part[0].isalpha() and ord(part[0]) < _BEYOND
