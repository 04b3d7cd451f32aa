"""What a killed program may have left beside a workspace: looked at before SQLite plays it back."""

from __future__ import annotations

import shutil
import sqlite3
import struct
import sys
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from workbench.messages import Refusal, _
from workbench.storage import handles
from workbench.storage.engine import told
from workbench.storage.identity import damaged, has_journal, journal_of

_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_HEADER = struct.Struct(">8sIIIII")
_TO_THE_END = 0xFFFFFFFF
_RESERVED = 0x40000001
_COUNTER = slice(24, 28)


def settle_journal(path: Path) -> None:
    """Make sure that a journal belongs to this file before SQLite plays it back.

    It is played back on a copy first. Raises Refusal when that gives no sound file, leaving all as it was.
    """
    with told(path):
        if not has_journal(path) or handles.is_open(path) or _is_being_written(path):
            return
        refusal = _tried(path)
        if refusal and has_journal(path) and not _is_being_written(path):
            raise refusal


def _tried(path: Path) -> Refusal | None:
    """Why the journal must not be played back, or None."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.workbench"
        shutil.copyfile(path, copy)
        with suppress(FileNotFoundError):
            shutil.copyfile(journal_of(path), journal_of(copy))
        if not has_journal(copy):
            return None
        if not _belongs(copy, journal_of(copy)):
            text = _("“{journal}” beside “{file}” belongs to another file. Move it away, then open again.")
            return Refusal(text.fill(journal=journal_of(path).name, file=path.name))
        return None if _is_sound(copy) else damaged(path)


def _is_sound(copy: Path) -> bool:
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(copy)) as trial:
        return bool(trial.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    return False


def _belongs(path: Path, journal: Path) -> bool:
    """Whether the first page in a journal is this file's, one change ago or none."""
    with path.open("rb") as file:
        now = struct.unpack(">I", file.read(100)[_COUNTER])[0]
    first = _first_page(journal.read_bytes())
    if first is None:
        return True
    before = struct.unpack(">I", first[_COUNTER])[0]
    return (now - before) & 0xFFFFFFFF in {0, 1}


def _first_page(journal: bytes) -> bytes | None:
    """The content of page 1 in a journal, if it is in there."""
    place = 0
    while len(journal) >= place + _HEADER.size:
        magic, count, _nonce, _pages, sector, size = _HEADER.unpack_from(journal, place)
        if magic != _MAGIC or not sector or not size:
            return None
        place += sector
        if count == _TO_THE_END:
            count = (len(journal) - place) // (size + 8)
        for number in range(count):
            start = place + number * (size + 8)
            if journal[start : start + 4] == b"\x00\x00\x00\x01":
                return journal[start + 4 : start + 4 + size]
        place += count * (size + 8)
        place += -place % sector
    return None


if sys.platform == "win32":

    def _is_being_written(path: Path) -> bool:
        """Whether a program is writing at this moment; SQLite's own locks keep others from reading then."""
        try:
            with path.open("rb") as file:
                file.seek(_RESERVED - 1)
                file.read(2)
        except OSError:
            return True
        return False

else:
    import fcntl

    def _is_being_written(path: Path) -> bool:
        """Whether a program is writing at this moment: it has SQLite's lock for it."""
        with path.open("rb+") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _RESERVED)
            except OSError:
                return True
            fcntl.lockf(file, fcntl.LOCK_UN, 1, _RESERVED)
            return False
