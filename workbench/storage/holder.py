"""Who has a workspace open in a window: a lock of the operating system, free once its holder is gone."""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from workbench.files import sweep
from workbench.messages import Refusal, _


class Holder:
    """The right to have a window on a workspace. Release it, or end the process."""

    def __init__(self, file: IO[str], path: Path) -> None:
        self._file = file
        self._path = path

    def release(self) -> None:
        """Let others open it."""
        with suppress(OSError):
            self._path.unlink()
        self._file.close()


class Held(Refusal):
    """Somebody has the workspace open; ``process`` is their process number, 0 if unknown."""

    def __init__(self, path: Path, about: dict[str, str]) -> None:
        text = _(
            "“{file}” is already open in another window ({who} on {machine}, since {since}). "
            "Use that window or close it."
        )
        shown = {name: about.get(name, "?") for name in ("who", "machine", "since")}
        super().__init__(text.fill(file=path.name, **shown))
        process = about.get("process", "")
        self.process = int(process) if process.isdecimal() else 0


def hold(path: Path) -> Holder:
    """Claim a workspace for this window. Raises Held, naming who has it; Refusal in a read-only folder."""
    beside = path.with_name(f".{path.name}.lock")
    while True:
        file = _opened(beside, path)
        if not _locked(file):
            file.seek(0)
            about = _about(file.read(4096))
            file.close()
            raise Held(path, about)
        if _is_still(file, beside):
            break
        file.close()
    sweep(beside.parent)
    file.truncate(0)
    since = datetime.now().astimezone().strftime("%H:%M")
    about = {"who": _user(), "machine": platform.node(), "since": since, "process": str(os.getpid())}
    json.dump(about, file)
    file.flush()
    return Holder(file, beside)


def _opened(beside: Path, path: Path) -> IO[str]:
    try:
        return beside.open("a+", encoding="utf-8", errors="replace")
    except OSError as error:
        text = _(
            "The folder of “{file}” cannot be written ({reason}). Open it for reading, or copy it elsewhere."
        )
        raise Refusal(text.fill(file=path.name, reason=error.strerror or "")) from None


def _is_still(file: IO[str], beside: Path) -> bool:
    """Whether the locked file still has its name: its last holder may have removed it a moment ago."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), beside.stat())
    except OSError:
        return False


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _about(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[str]) -> bool:
        """Whether the lock is ours now; the byte lies far behind the text, so that others can read that."""
        file.seek(1 << 20)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[str]) -> bool:
        """Whether the lock is ours now."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
