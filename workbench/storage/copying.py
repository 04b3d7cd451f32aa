"""A copy of an open workspace with all it holds, and what could not be saved in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from workbench.domain import Record
from workbench.files import check_room, replacing
from workbench.messages import Refusal, _
from workbench.storage.identity import journal_of
from workbench.storage.store import SqliteStore, create, require_free
from workbench.workspace import Act, Batch, Change, Conflict, Entry, Step
from workbench.workspace.door import utc_now

Held = Mapping[str | None, Sequence[Record]]
"""The records of the scopes that are open, as they are in memory."""


def save_copy(store: SqliteStore, path: Path, unsaved: Iterable[Batch], held: Held) -> bool:
    """Make a new workspace of a file with its history and versions, and of what is not in it yet.

    Where the file itself cannot be read any more, the copy has the records alone, and the answer is False.
    Raises Refusal if there is something at ``path`` already, or no place for it.
    """
    require_free(path)
    with suppress(OSError):
        check_room(path.absolute().parent, 2 * store.path.stat().st_size)
    try:
        with replacing(path) as draft:
            _whole(store, draft, unsaved, held)
    except Unread:
        _records(store, path, held)
        return False
    return True


class Unread(Exception):  # noqa: N818 - it never leaves this file
    """The file that is to be copied gives an error."""


def _whole(store: SqliteStore, draft: Path, unsaved: Iterable[Batch], held: Held) -> None:
    try:
        store.duplicate(draft)
        copy = SqliteStore(draft, store.kinds)
    except Refusal as refusal:
        raise Unread from refusal
    try:
        for batch in unsaved:
            with suppress(Conflict):  # it was written in the meantime, or others were quicker
                copy.write(batch)
        for scope, records in held.items():
            _bring_up(copy, scope, records)
    except Refusal as refusal:
        raise Unread from refusal
    finally:
        copy.close()
        journal_of(draft).unlink(missing_ok=True)


def _bring_up(copy: SqliteStore, scope: str | None, records: Sequence[Record]) -> None:
    """Let a scope of the copy be as it is in memory."""
    there = {item.id: item for item in copy.load(scope).records}
    here = {item.id: item for item in records}
    changes = [Change(old, None) for key, old in there.items() if key not in here]
    for key, item in here.items():
        old = there.get(key)
        if item != old:
            changes.append(Change(old, replace(item, version=old.version + 1 if old else item.version)))
    if changes:
        _write(copy, scope, changes)


def _write(copy: SqliteStore, scope: str | None, changes: Iterable[Change]) -> None:
    done = tuple(changes)
    step = Step(scope, _("Save a copy"), done, "", utc_now())
    copy.write(Batch(done, (Entry(Act.DO, step, "", step.at),)))


def _records(store: SqliteStore, path: Path, held: Held) -> None:
    """The records in memory, and what can be read of the other projects."""
    scopes = dict(held)
    with suppress(Refusal, OSError):
        for project in store.projects():
            if project.id not in scopes:
                scopes[project.id] = store.load(project.id).records
    create(path)
    copy = SqliteStore(path, store.kinds)
    try:
        for scope, records in scopes.items():
            _write(copy, scope, (Change(None, item) for item in records))
    finally:
        copy.close()
