"""Text files of separated values, in whatever encoding an office has left them."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Generator
from io import StringIO
from pathlib import Path
from typing import Final

from exports.workbook_guard import content_of, refusal
from workbench.domain.text import clean
from workbench.messages import _
from workbench.spec.incoming import Incoming, IncomingRow, IncomingSheet

ENCODINGS: Final = ("utf-8", "gb18030", "big5", "utf-16")
"""What a user may choose between."""
_LONGEST_FIELD = 10_000_000
_STEP = 1_000
_SURE = 0.85
_APART = 0.1
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEPARATORS = ",;\t"
_DIRECTIVE = re.compile(r'"?sep=(.)"?\r?\n')
_QUOTED = re.compile(r'"[^"]*"')
_UNSURE = _(
    "It is not certain in which encoding {file} is written. Choose one of {choices} (option --encoding)."
)
_NOT_TEXT = _("{file} is no text file. Choose an Excel workbook (.xlsx) or a CSV file.")
_WRONG = _("{file} is not written in {encoding}. Choose another encoding of {choices} (option --encoding).")
_QUOTE = _(
    "{file}: the quotation marks from line {line} on do not match. Correct them and import the file again."
)
_EMPTY = _("{file} is empty. Choose a CSV file with a line of titles.")


def read(path: Path, encoding: str = "") -> Generator[int, None, Incoming]:
    """Read a text file, yielding the rows done; the result is the generator's value. Raises Refusal.

    ``encoding`` is one of ENCODINGS, or empty to find it out.
    """
    content = content_of(path)
    if not content.strip(b"\0 \r\n\t"):
        raise refusal(_EMPTY, path)
    text = _decoded(content, encoding, path)
    rows: list[IncomingRow] = []
    begun = 1
    separator, text = _separated(text)
    csv.field_size_limit(_LONGEST_FIELD)
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(lines, start=1):
            begun = lines.line_num + 1
            found = {
                column: cleaned for column, cell in enumerate(cells, start=1) if (cleaned := clean(cell))
            }
            if found:
                rows.append(IncomingRow(number, found))
            if number % _STEP == 0:
                yield number
    except csv.Error as problem:
        raise refusal(_QUOTE.fill(line=begun), path) from problem
    return Incoming(path.name, (IncomingSheet(path.stem, tuple(rows), strict=True),))


def _separated(text: str) -> tuple[str, str]:
    """The separator and the text without the line by which Excel is told of it."""
    if directive := _DIRECTIVE.match(text):
        return directive[1], text[directive.end() :]
    beginning = _QUOTED.sub("", text[:20_000])
    return max(_SEPARATORS, key=beginning.count), text


def _decoded(content: bytes, encoding: str, path: Path) -> str:
    if encoding:
        text = _attempt(content, "utf-8-sig" if encoding == "utf-8" else encoding)
        if text is None:
            raise refusal(_WRONG.fill(encoding=encoding, choices=", ".join(ENCODINGS)), path)
        return text
    for mark, name in _MARKS:
        if content.startswith(mark):
            text = _attempt(content, name)
            if text is None:
                raise refusal(_NOT_TEXT, path)
            return text
    return _guessed(content, path)


def _guessed(content: bytes, path: Path) -> str:
    if b"\0" in content:
        text = _attempt(
            content, "utf-16-be" if content[:2000:2].count(0) > content[1:2000:2].count(0) else "utf-16-le"
        )
        if text is None or _strange(text):
            raise refusal(_NOT_TEXT, path)
        return text
    text = _attempt(content, "utf-8")
    if text is not None:
        if _strange(text):
            raise refusal(_NOT_TEXT, path)
        return text
    rated = sorted(
        (_share(text, name), name, text) for name in ("gb18030", "big5") if (text := _attempt(content, name))
    )
    if not rated or rated[-1][0] < _SURE or (len(rated) > 1 and rated[1][0] - rated[0][0] < _APART):
        raise refusal(_UNSURE.fill(choices=", ".join(ENCODINGS)), path)
    return rated[-1][2]


def _attempt(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _strange(text: str) -> bool:
    """Whether there are characters in it that no text has."""
    return any(ord(char) < 32 and char not in "\t\r\n\x0b\x0c\x1a" for char in text[:100_000])  # noqa: PLR2004


_COMMON = {"gb18030": ((0xA1A1, 0xA3FE), (0xB0A1, 0xD7F9)), "big5": ((0xA140, 0xA3BF), (0xA440, 0xC67E))}
"""Where punctuation and the commonest characters stand: the first level of GB 2312 and of Big5."""


def _share(text: str, encoding: str) -> float:
    """The share of common characters among those beyond ASCII, sampled."""
    foreign = [char for char in text if not char.isascii()][:20_000]
    common = 0
    for char in foreign:
        code = int.from_bytes(char.encode(encoding, "replace"), "big")
        common += any(low <= code <= high for low, high in _COMMON[encoding])
    return common / max(len(foreign), 1)
