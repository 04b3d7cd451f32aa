"""Reading a zip that a stranger may have made: little time, little memory, nothing outside it touched."""

from __future__ import annotations

import json
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from workbench.messages import Refusal, _

MOST_DATA = 48 << 20
"""The most bytes of JSON that are read at once."""
_MOST_TOTAL = 256 << 20
_MOST_TOKENS = 2_000_000
_MOST_DIRECTORY = 1 << 20
_END = struct.Struct("<4s4H2LH")
_END_MARK, _LONG_MARK = b"PK\x05\x06", b"PK\x06\x07"
_LONG = 20
_PIECE = 1 << 18
_NAME = re.compile(r"(manifest|records)\.json|attachments/([\w\-.]+)?")
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class Archive:
    """An open package. Raises Refusal for whatever is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = _MOST_TOTAL
        _check_end(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except _TROUBLE:
            raise self._broken() from None

    def __enter__(self) -> Self:
        try:
            self._check_names()
        except BaseException:
            self._zip.close()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()

    def _broken(self) -> Refusal:
        text = _("“{file}” is no whole package: it is damaged, or something else under this name.")
        return Refusal(text.fill(file=self._path.name))

    def _check_names(self) -> None:
        names = [info.filename for info in self._zip.infolist()]
        good = all(_NAME.fullmatch(name) and ".." not in name for name in names)
        if not good or len(set(names)) != len(names):
            raise self._broken()
        if any(info.flag_bits & 1 or info.compress_type not in _METHODS for info in self._zip.infolist()):
            raise self._broken()

    def json(self, name: str) -> dict[str, Any]:
        """The object in a member."""
        data = self._read(name, MOST_DATA)
        if sum(data.count(mark) for mark in (b",", b"[", b"{")) > _MOST_TOKENS:
            raise self._too_large()
        try:
            found = json.loads(data.decode("utf-8"))
        except (ValueError, RecursionError):
            raise self._broken() from None
        if not isinstance(found, dict):
            raise self._broken()
        return found

    def check_members(self, hashes: Mapping[str, Any], others: Collection[str]) -> None:
        """Refuse members that are missing, too many, or not what their SHA-256 says."""
        names = {name for name in self._zip.namelist() if not name.endswith("/")}
        if names != {*hashes, *others}:
            raise self._broken()
        for name, expected in hashes.items():
            if sha256(self._read(name, _MOST_TOTAL)).hexdigest() != expected:
                raise self._broken()

    def _read(self, name: str, most: int) -> bytes:
        pieces = []
        size = 0
        try:
            with self._zip.open(name) as member:
                while piece := member.read(_PIECE):
                    pieces.append(piece)
                    size += len(piece)
                    self._left -= len(piece)
                    if size > most or self._left < 0:
                        raise self._too_large()
        except (KeyError, *_TROUBLE):
            raise self._broken() from None
        return b"".join(pieces)

    def _too_large(self) -> Refusal:
        text = _("“{file}” is larger inside than a package can be and was not opened.")
        return Refusal(text.fill(file=self._path.name))


def _check_end(path: Path) -> None:
    """Refuse what is no zip, and a list of members longer than any of ours, before all of it is read."""
    text = _("“{file}” is no package of this program. Choose a file that it has exported as .wbproj.")
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - (1 << 16) - _END.size - _LONG))
            tail = file.read()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        unread = _("“{file}” cannot be read ({reason}). Check that it is there and that you may open it.")
        raise Refusal(unread.fill(file=str(path), reason=reason)) from None
    place = tail.rfind(_END_MARK)
    if place < 0 or len(tail) < place + _END.size or size < _END.size:
        raise Refusal(text.fill(file=path.name))
    directory = _END.unpack_from(tail, place)[5]
    if directory > _MOST_DIRECTORY or tail[max(0, place - _LONG) : place].startswith(_LONG_MARK):
        raise Refusal(text.fill(file=path.name))
