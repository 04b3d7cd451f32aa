"""Backups: checked copies of a workspace beside it, and putting one back."""

from __future__ import annotations

import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from workbench.files import check_room, replacing
from workbench.messages import Message, Refusal, _
from workbench.storage.checking import check
from workbench.storage.engine import open_file, said, told
from workbench.storage.holder import Holder, hold
from workbench.storage.identity import has_journal, identify, journal_of
from workbench.storage.journal import settle_journal
from workbench.storage.store import may_write

Answer = TypeVar("Answer")
Job = Generator[int, None, Answer]
"""Work that yields how far it is, in per cent, and returns an answer; closing it leaves all as it was."""

RECENT = 10
DAYS = 30
SUFFIX = ".workbench"
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-(\d+))?-([a-z0-9-]+)\.workbench")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Backup:
    """One backup: where, when (UTC), why, and its size in bytes."""

    path: Path
    at: datetime
    reason: str
    size: int


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


def folder_of(path: Path) -> Path:
    """Where a workspace's backups are kept."""
    return path.absolute().parent / "backups" / path.stem


def backups(path: Path) -> list[Backup]:
    """The backups of a workspace in its own folder, newest first."""
    found = []
    with suppress(OSError):
        for each in folder_of(path).iterdir():
            match = _NAME.fullmatch(each.name)
            if match:
                at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                found.append((at, int(match[2] or 1), Backup(each, at, match[3], each.stat().st_size)))
    return [item for _at, _number, item in sorted(found, key=lambda entry: entry[:2], reverse=True)]


def backup(path: Path, out: Path | None = None, reason: str = "command") -> Path:
    """Copy a workspace, check the copy, and say where it is. Raises Refusal."""
    return _done(backup_job(path, out, reason))


def backup_job(
    path: Path, out: Path | None = None, reason: str = "command", now: Callable[[], datetime] = utc_now
) -> Job[Path]:
    """The same, as a job. ``out`` is a file or a folder; without it older backups go by turns."""
    identify(path)
    target = _target(path, out, reason, now())
    check_room(target.parent, path.stat().st_size)
    yield 0
    with replacing(target) as draft:
        with told(path):
            _copy(path, draft)
        yield 50
        _require_whole(draft, path, _NOT_KEPT)
        yield 90
    if out is None:
        for old in _outlived(backups(path), now()):
            with suppress(OSError):
                old.path.unlink()
    yield 100
    return target


def _done(job: Job[Answer]) -> Answer:
    while True:
        try:
            next(job)
        except StopIteration as end:
            answer: Answer = end.value
            return answer


def _target(path: Path, out: Path | None, reason: str, at: datetime) -> Path:
    if out is not None and not out.is_dir():
        if out.exists():
            if out.samefile(path):
                raise Refusal(_("A backup of “{file}” cannot be the file itself.").fill(file=path.name))
            identify(out)
        return out
    folder = folder_of(path) if out is None else out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = _("The folder {folder} cannot be made ({reason}). Choose a place for the backup.")
        raise Refusal(text.fill(folder=folder, reason=error.strerror or "")) from None
    stamp, why = at.strftime(_STAMP), re.sub(r"[^a-z0-9]+", "-", reason.lower()).strip("-") or "other"
    names = (f"{stamp}{f'-{number}' if number > 1 else ''}-{why}{SUFFIX}" for number in range(1, 10_000))
    return next(folder / name for name in names if not (folder / name).exists())


def _copy(path: Path, draft: Path) -> None:
    mode = "ro"
    if has_journal(path) and may_write(path):
        settle_journal(path)
        mode = "rw"
    with closing(open_file(path, mode)) as source, closing(sqlite3.connect(draft)) as copy:
        copy.execute("PRAGMA synchronous=OFF")
        copy.execute("PRAGMA journal_mode=MEMORY")
        source.backup(copy)


_NOT_KEPT = _("No backup was made: “{file}” is damaged ({why}). Run the check for details.")
_NOT_RESTORED = _("Nothing was restored: “{file}” is damaged ({why}). Choose another backup.")


def _require_whole(draft: Path, name: Path, text: Message) -> None:
    """Raise Refusal, speaking of the file that was copied, unless the draft is a sound workspace."""
    identify(draft)
    found = next((finding for finding in check(draft) if finding.severity == "damage"), None)
    if found is not None:
        raise Refusal(text.fill(file=name.name, why=found.message))


def _outlived(found: list[Backup], now: datetime) -> list[Backup]:
    """What may go: neither recent, nor the newest of a day of the last 30, nor the newest of a month."""
    kept = {item.path for item in found[:RECENT]}
    days: dict[str, Path] = {}
    months: dict[str, Path] = {}
    for item in found:
        if now - item.at < timedelta(days=DAYS):
            days.setdefault(item.at.strftime("%Y%m%d"), item.path)
        months.setdefault(item.at.strftime("%Y%m"), item.path)
    kept |= {*days.values(), *months.values()}
    return [item for item in found if item.path not in kept]


def restore(path: Path, from_: Path, holder: Holder | None = None) -> Path | None:
    """Put a checked copy of a backup in a workspace's place; the backup stays. Raises Refusal, Held.

    Returns where the present file was kept. A window that has it gives its ``holder``, its store closed.
    """
    return _done(restore_job(path, from_, holder))


def restore_job(path: Path, from_: Path, holder: Holder | None = None) -> Job[Path | None]:
    """The same, as a job."""
    identify(from_)
    if path.exists() and path.samefile(from_):
        raise Refusal(_("“{file}” cannot be restored from itself. Choose a backup.").fill(file=path.name))
    check_room(path.absolute().parent, 2 * from_.stat().st_size)
    own = hold(path) if holder is None else None
    try:
        yield 0
        with replacing(path, _alone) as draft:
            with told(from_):
                _copy(from_, draft)
            yield 30
            _require_whole(draft, from_, _NOT_RESTORED)
            yield 60
            kept = _put_by(path) if path.exists() else None
            yield 90
        yield 100
        return kept
    finally:
        if own is not None:
            own.release()


def _put_by(path: Path) -> Path:
    """Keep the present file: as a backup if it is sound, else as it is. No older backup goes for it."""
    at = utc_now().strftime(_STAMP)
    folder = folder_of(path)
    with told(path):
        folder.mkdir(parents=True, exist_ok=True)
    with suppress(Refusal):
        return _done(backup_job(path, folder, "before-restore"))
    with told(path):
        kept = folder / f"{at}-damaged.file"
        shutil.copyfile(path, kept)
        if journal_of(path).exists():
            shutil.copyfile(journal_of(path), kept.with_name(f"{at}-damaged.journal"))
    return kept


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep others from writing to a file while it is replaced, and leave no journal beside it."""
    with ExitStack() as stack:
        if path.exists():
            _lock(path, stack)
        with suppress(FileNotFoundError):
            journal_of(path).unlink()
        if sys.platform == "win32":
            stack.close()
        yield


def _lock(path: Path, stack: ExitStack) -> None:
    """Take the writer's lock; a damaged file has none to take."""
    try:
        identify(path)
        settle_journal(path)
    except Refusal:
        return
    try:
        connection = stack.enter_context(closing(open_file(path, "rw")))
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise said(path, error) from error
