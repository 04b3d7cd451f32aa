"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from hashlib import sha256
from pathlib import Path
from platform import node

from workbench.messages import Message, Refusal, _

PATIENCE = 2.5
"""Seconds that a target which is open elsewhere is tried again."""
_PAUSE = 0.1
_DAY = 86_400.0
_HOST = sha256(node().encode()).hexdigest()[:6]
_DRAFT = re.compile(r"\.(?P<host>[0-9a-f]{6})-(?P<process>\d+)-[0-9a-f]{8}\.workbench-draft(-journal)?")

Guard = Callable[[Path], AbstractContextManager[object]]
"""Something to be entered around the moment in which a file is replaced."""


@contextmanager
def replacing(path: Path, guard: Guard = nullcontext) -> Iterator[Path]:
    """Hand out a draft beside ``path`` that takes its place if all goes well. Raises Refusal.

    Until the very last step the old file is untouched; afterwards the new one is complete and on the disk.
    """
    target = _target(path)
    draft = target.with_name(draft_name(os.getpid()))
    _begin(draft, path)
    try:
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        with guard(target):
            _settle(draft, target)
    except OSError as problem:
        raise Refusal(_sentence(problem, path)) from problem
    finally:
        for each in (draft, draft.with_name(draft.name + "-journal")):
            with suppress(OSError, ValueError):
                each.unlink(missing_ok=True)


def draft_name(process: int) -> str:
    """A fresh name for a draft of a process on this machine."""
    return f".{_HOST}-{process}-{secrets.token_hex(4)}.workbench-draft"


def check_room(folder: Path, needed: int) -> None:
    """Raise Refusal unless a folder's disk has ``needed`` bytes and a little more."""
    with suppress(OSError):
        if shutil.disk_usage(folder).free < needed + (1 << 20):
            message = _("There is no room in {folder}: {needed} MB are needed. Make room and try again.")
            raise Refusal(message.fill(folder=folder, needed=(needed >> 20) + 2))


def patiently(
    action: Callable[[], object], seconds: float = PATIENCE, pause: Callable[[float], object] = time.sleep
) -> None:
    """Do what another program may hinder for a moment; after ``seconds`` its PermissionError stands."""
    for _attempt in range(round(seconds / _PAUSE)):
        with suppress(PermissionError):
            action()
            return
        pause(_PAUSE)
    action()


def sweep(folder: Path) -> None:
    """Remove the drafts that killed programs left in a folder; those of living ones stay."""
    with suppress(OSError):
        for path in folder.iterdir():
            match = _DRAFT.fullmatch(path.name)
            if match and _is_stray(path, match["host"], int(match["process"])):
                with suppress(OSError):
                    path.unlink()


def _target(path: Path) -> Path:
    """Where the file really is: a link stays a link."""
    with suppress(OSError, RuntimeError, ValueError):
        return path.resolve()
    return path


def _begin(draft: Path, path: Path) -> None:
    """Find out what stands in the way before any work is done."""
    if "\0" in path.name:
        raise Refusal(_("{file} is no name a file can have. Choose another one.").fill(file=path))
    try:
        if path.is_dir():
            raise Refusal(_("{file} is a folder. Choose a file name inside it.").fill(file=path))
        if path.exists() and not os.access(path, os.W_OK):
            raise Refusal(_("{file} is write-protected. Save a copy under another name.").fill(file=path))
        draft.touch(exist_ok=False)
    except PermissionError as problem:
        sentence = _("Nothing can be written into the folder {folder}. Save a copy in another folder.")
        raise Refusal(sentence.fill(folder=path.parent)) from problem
    except (OSError, ValueError) as problem:
        raise Refusal(_sentence(problem, path)) from problem
    sweep(draft.parent)


def _settle(draft: Path, target: Path) -> None:
    if target.exists():
        with suppress(OSError):
            draft.chmod(target.stat().st_mode & 0o777)
    patiently(lambda: draft.replace(target))
    _keep_name(target.parent)


def _keep_name(folder: Path) -> None:
    """Bring the folder's new entry to the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_stray(path: Path, host: str, process: int) -> bool:
    if time.time() - path.stat().st_mtime > _DAY:
        return True
    return host == _HOST and process != os.getpid() and not _is_alive(process)


def _is_alive(process: int) -> bool:
    if os.name == "nt":
        return False  # Windows itself keeps a file that a living program has open; signal 0 would mean Ctrl+C
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


_SENTENCES: dict[int | None, Message] = {
    errno.ENOSPC: _(
        "There is no room left for {file}. Free some space or choose another disk, then export again."
    ),
    errno.EROFS: _("{file} is on a disk that cannot be written to. Save a copy somewhere else."),
    errno.ENOENT: _("The folder of {file} does not exist. Choose another folder."),
    errno.ENOTDIR: _("The folder of {file} does not exist. Choose another folder."),
    errno.ENAMETOOLONG: _("The name of {file} is too long. Choose a shorter one."),
    errno.EACCES: _("{file} is open in another program. Close it there, or save a copy under another name."),
    errno.EPERM: _("{file} is open in another program. Close it there, or save a copy under another name."),
}
_SENTENCES[errno.EDQUOT] = _SENTENCES[errno.ENOSPC]


def _sentence(problem: OSError | ValueError, path: Path) -> Message:
    known = _SENTENCES.get(getattr(problem, "errno", None))
    if known is not None:
        return known.fill(file=path)
    return _("{file} could not be written ({reason}). Save a copy somewhere else.").fill(
        file=path, reason=getattr(problem, "strerror", None) or problem
    )
