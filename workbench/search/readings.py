"""Chinese by its reading: ``dcw`` and ``daochu`` find 导出 Word."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

from workbench.search.folding import Span, fold

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORTEST = 2
"""Letters from which on a query may be a reading."""
LONGEST = 32
WAYS = 12
"""How many ways of cutting a query into syllables are tried."""
_FINALS = (
    "iang|iong|uang|ang|eng|ong|ian|iao|ing|uai|uan|van|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|vn"
    "|a|o|e|i|u|v"
)
_INITIAL = "(?:zh|ch|sh|[b-df-hj-np-tw-z])"
_SYLLABLE = re.compile(f"{_INITIAL}?(?:{_FINALS})")
_BEGUN = re.compile(f"{_INITIAL}?(?:{_FINALS}|ion|on|io|)|[bcdfghjklmnpqrstwxyz]")
"""A syllable that is still being typed."""
_LETTERS = re.compile("[a-z]+")
_DOUBLE = ("zh", "ch", "sh")
_OWN = 0xE000
"""Where our signs for characters with several first letters begin, in the private area."""


@cache
def _known() -> Mapping[int, str]:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # single characters are all we need
    from pypinyin.constants import PINYIN_DICT  # late: nobody has searched yet

    found: Mapping[int, str] = PINYIN_DICT
    return found


@cache
def readings(char: str) -> tuple[str, ...]:
    """How a character may be read, without tones; nothing for what is not Chinese."""
    found = dict.fromkeys(_toneless(each) for each in _known().get(ord(char), "").split(","))
    return tuple(dict.fromkeys(form for each in found if each for form in (each, each.replace("v", "u"))))


def _toneless(reading: str) -> str:
    plain = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(each for each in plain if each.isascii() and each.isalpha())


class _Sounds(dict[int, str]):
    """From a folded character to its first letter; one sign stands for several."""

    def __init__(self) -> None:
        super().__init__()
        self.signs: dict[frozenset[str], str] = {}
        self._turn = Lock()

    def __missing__(self, code: int) -> str:
        found = self[code] = self._sound(chr(code))
        return found

    def _sound(self, char: str) -> str:
        letters = frozenset(each[0] for each in readings(char))
        if not letters:
            return char if char.isalnum() and char.isascii() else ""
        if len(letters) == 1:
            return next(iter(letters))
        with self._turn:
            return self.signs.setdefault(letters, chr(_OWN + len(self.signs)))


_SOUNDS = _Sounds()


def sounds(folded: str) -> str:
    """The first letters of a folded text; blanks and signs are left out."""
    return folded.translate(_SOUNDS)


def letters_of(text: str) -> str:
    """A query as a reading, or nothing if it cannot be one."""
    found = "".join(fold(text).replace("'", "").split())
    return found if SHORTEST <= len(found) <= LONGEST and _LETTERS.fullmatch(found) else ""


def pattern(letters: str) -> re.Pattern[str]:
    """What to look for in first letters; what it finds may still be something else."""
    ways = dict.fromkeys((letters, *islice(_ways(letters), WAYS)))
    return re.compile("|".join("".join(map(_sign, way)) for way in ways))


def _sign(letter: str) -> str:
    own = "".join(sign for letters, sign in tuple(_SOUNDS.signs.items()) if letter in letters)
    return f"[{letter}{own}]" if own else letter


def _ways(letters: str) -> Iterator[str]:
    """The first letters of each way of cutting letters into syllables, the longest first."""
    if not letters:
        yield ""
        return
    if _BEGUN.fullmatch(letters):
        yield letters[0]
    for length in range(min(6, len(letters)), 0, -1):
        if length == 1 or _SYLLABLE.fullmatch(letters, 0, length):
            yield from (letters[0] + rest for rest in _ways(letters[length:]))


def initials(letters: str, text: str) -> list[Span]:
    """Where letters stand, in order, for the first ones of characters and words; none if one is missing."""
    found: list[Span] = []
    for place, char in enumerate(text):
        folded = fold(char)
        begins = place == 0 or not (text[place - 1].isalnum() and text[place - 1].isascii())
        first = {each[0] for each in readings(folded)} if len(folded) == 1 else set()
        if letters[len(found)] in first or (begins and folded.startswith(letters[len(found)])):
            found.append((place, place + 1))
            if len(found) == len(letters):
                return found
    return []


def spelled(letters: str, text: str) -> Span | None:
    """Where letters spell a part of a text, by readings, first letters or both; None if nowhere."""
    folded = [fold(char) for char in text]
    for start in range(len(text)):
        if folded[start].strip() and (end := _spell(letters, folded, start)):
            return start, end
    return None


def _spell(letters: str, chars: list[str], start: int) -> int:
    reached = {0}
    for place in range(start, len(chars)):
        after: set[int] = set()
        for at in reached:
            for piece in _pieces(chars[place]):
                if piece.startswith(letters[at:]):
                    return place + 1
                if letters.startswith(piece, at):
                    after.add(at + len(piece))
        if not chars[place].isalnum() and place > start:
            after |= reached
        if not after:
            return 0
        reached = after
    return 0


def _pieces(folded: str) -> Iterator[str]:
    known = readings(folded) if len(folded) == 1 else ()
    if not known:
        if folded.isalnum():
            yield folded
        return
    for reading in known:
        yield reading
        yield reading[0]
        if reading[:2] in _DOUBLE:
            yield reading[:2]


def prepare() -> None:
    """Read the tables, so that the first search need not."""
    sounds(fold("\u5c0e\u51fa Word"))
