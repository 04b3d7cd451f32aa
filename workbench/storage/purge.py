"""Removing a client for good: from records, history and backups, to the last byte. Nothing takes it back."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path

from workbench.domain import Account
from workbench.files import check_room, replacing
from workbench.messages import Message, Refusal, _
from workbench.storage.backup import backups as backups_of
from workbench.storage.backup import folder_of
from workbench.storage.checking import check
from workbench.storage.engine import open_file, told
from workbench.storage.erasing import Eraser, names_of
from workbench.storage.holder import Holder, hold
from workbench.storage.identity import SCHEMA, damaged, identify
from workbench.storage.rows import Unfit
from workbench.storage.store import SqliteStore, unfit


def purge(
    path: Path, account: str, *, backups: bool = False, who: str = "", holder: Holder | None = None
) -> Iterator[Message]:
    """Remove the account with that id or name, its contacts and projects, and all history that speaks of it.

    Works as it is iterated, and says what it has done. Where others name the client, the name is blotted
    out. Raises Refusal, Held. A window that has the file gives its ``holder``, after closing its store.
    """
    own = hold(path) if holder is None else None
    try:
        client = _client(path, account)
        check_room(path.absolute().parent, 2 * path.stat().st_size)
        names = _names(path, client)
        projects, touched = _erase(path, client, names, who)
        done = _("{client} was removed: {projects} projects, and the name in {touched} other records")
        yield done.fill(client=client.name or client.id, projects=projects, touched=touched)
        if backups:
            yield from _from_backups(path, client, names, who)
    finally:
        if own is not None:
            own.release()


def _client(path: Path, account: str) -> Account:
    with closing(SqliteStore(path)) as store:
        known = [item for item in store.load(None).records if isinstance(item, Account)]
    found = [item for item in known if item.id == account]
    found = found or [item for item in known if item.name.strip().casefold() == account.strip().casefold()]
    if len(found) > 1:
        ids = ", ".join(item.id for item in found)
        raise Refusal(
            _("Several clients are called {name}. Give one of the ids: {ids}").fill(name=account, ids=ids)
        )
    if not found:
        text = _("“{file}” has no client {name}. Give the full name or the id.")
        raise Refusal(text.fill(file=path.name, name=account[:80]))
    return found[0]


def _erase(path: Path, client: Account, names: Collection[str], who: str) -> tuple[int, int]:
    """Take the client out of one file, whose freed places are then given up."""
    try:
        with told(path), closing(open_file(path, "rw")) as connection:
            connection.execute("BEGIN IMMEDIATE")
            counts = Eraser(connection, client.id, names, who).erase()
            connection.execute("COMMIT")
            connection.execute("VACUUM")
    except Unfit as error:
        raise unfit(path, error) from error
    except (TypeError, ValueError, AttributeError):
        raise damaged(path) from None
    return counts


def _from_backups(path: Path, client: Account, names: Collection[str], who: str) -> Iterator[Message]:
    for each in backups_of(path):
        try:
            _rewrite(each.path, client, names, who)
        except Refusal:
            with told(each.path):
                each.path.unlink()
            yield _("Backup {file} could not be rewritten and was deleted").fill(file=each.path.name)
        else:
            yield _("Backup {file} was rewritten").fill(file=each.path.name)
    with suppress(FileNotFoundError):
        for left in folder_of(path).glob("*-damaged.*"):
            with told(left):
                left.unlink()
            yield _("Damaged copy {file} was deleted").fill(file=left.name)


def _rewrite(backup: Path, client: Account, names: Collection[str], who: str) -> None:
    if identify(backup) != SCHEMA:
        raise damaged(backup)
    with replacing(backup) as draft:
        shutil.copyfile(backup, draft)
        _erase(draft, client, {*names, *_names(draft, client)}, who)
        if any(finding.severity == "damage" for finding in check(draft)):
            raise damaged(backup)


def _names(path: Path, client: Account) -> set[str]:
    """What the client is and was called."""
    try:
        with told(path), closing(open_file(path, "ro")) as connection:
            return {client.name, *names_of(connection, client.id)}
    except (TypeError, ValueError, AttributeError):
        raise damaged(path) from None
