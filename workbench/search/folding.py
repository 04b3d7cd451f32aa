"""One script, one width and one case for searching, and the way back to the text as it is.

Each character is folded by itself: compatibility forms and accents go, letters lose their case, a
traditional character becomes its simplified one. So a folded text keeps the order of the one it was made
of, and what is found in it can be shown where it stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

Span = tuple[int, int]
"""From and to, in the text as it is."""


@cache
def simplified() -> dict[str, str]:
    """Traditional characters and the simplified ones they are searched as."""
    import opencc  # late: nobody has searched yet

    table = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    lines = (line.split() for line in table.read_text(encoding="utf-8").splitlines())
    return {parts[0]: parts[1] for parts in lines if len(parts) > 1 and len(parts[0]) == len(parts[1]) == 1}


def _bare(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not _is_mark(each))


def _is_mark(char: str) -> bool:
    return bool(unicodedata.combining(char)) or unicodedata.category(char) == "Mn"


def _folded(char: str) -> str:
    if char.isspace():
        return " "
    bare = _bare(_bare(char).casefold())
    return "".join(simplified().get(each, each) for each in bare if each.isprintable())


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        found = self[code] = _folded(chr(code))
        return found


_TABLE = _Table()


def fold(text: str) -> str:
    """The text as it is searched; two that people take for the same word are the same here."""
    return text.translate(_TABLE)


def terms(text: str) -> tuple[str, ...]:
    """The words of a query, all of which must be found."""
    return tuple(dict.fromkeys(fold(text).split()))


def origins(text: str) -> list[int]:
    """For each character of the folded text, the place of the one it was made of."""
    return [place for place, char in enumerate(text) for _each in _TABLE[ord(char)]]


def marks(text: str, wanted: Iterable[str]) -> list[Span]:
    """Where folded words stand in a text as it is, joined where they touch."""
    folded, places = fold(text), origins(text)
    found: list[Span] = []
    for term in wanted:
        at = folded.find(term)
        while term and at >= 0:
            end = at + len(term)
            after = places[end] if end < len(places) else len(text)
            found.append((places[at], max(places[end - 1] + 1, after)))
            at = folded.find(term, end)
    return joined(found)


def joined(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, each place once."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
