"""Reading a workspace's bytes past SQLite, without taking its locks away.

A process that closes any handle on a file drops all its POSIX locks on it, SQLite's too. So while a store has
a file open here, handles on the same file are kept until the store is closed.
"""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

Key = tuple[int, int]

_lock = threading.Lock()
_open: dict[Key, int] = {}
_kept: dict[Key, list[int]] = {}


def read_start(path: Path, length: int) -> bytes:
    """The first bytes of an ordinary file. Raises OSError; IsADirectoryError for a folder."""
    with _lock:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        key: Key | None = None
        try:
            about = os.fstat(handle)
            if stat.S_ISDIR(about.st_mode):
                raise IsADirectoryError
            if not stat.S_ISREG(about.st_mode):
                raise OSError(0, "")
            key = (about.st_dev, about.st_ino)
            return os.read(handle, length)
        finally:
            if key in _open:
                _kept.setdefault(key, []).append(handle)
            else:
                os.close(handle)


def opened(path: Path) -> Key:
    """Note that SQLite has a file open; give the key back to ``closed``. Raises OSError."""
    about = path.stat()
    key = (about.st_dev, about.st_ino)
    with _lock:
        _open[key] = _open.get(key, 0) + 1
    return key


def closed(key: Key) -> None:
    """Note that SQLite has let go of a file."""
    with _lock:
        _open[key] -= 1
        if not _open[key]:
            del _open[key]
            for handle in _kept.pop(key, []):
                os.close(handle)


def is_open(path: Path) -> bool:
    """Whether SQLite has the file open in this process."""
    about = path.stat()
    with _lock:
        return (about.st_dev, about.st_ino) in _open
