"""The records in memory: every change goes through here, is stored soon after, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from workbench.domain import Record
from workbench.domain.codec import cleaned
from workbench.messages import Message, Refusal, _
from workbench.workspace.family import with_dependants
from workbench.workspace.pending import Pending
from workbench.workspace.scope import Scope, differences
from workbench.workspace.steps import Act, Batch, Change, Conflict, Entry, Step, Store

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Event:
    """What changed, and who did it: a widget ignores its own echo. ``by`` is RELOADED for another process."""

    scope: str | None
    changes: Sequence[Change]
    by: object


RELOADED = "reloaded"
Listener = Callable[[Event], None]


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


class Workspace:
    """The open projects and the library: in memory at once, on disk at the next save.

    ``who`` is the person's name in the history; ``now`` is the clock. A scope is a project's id, or None for
    the library.
    """

    def __init__(self, store: Store, who: str = "", now: Callable[[], datetime] = utc_now) -> None:
        self.store = store
        self.who = who
        self._now = now
        self._scopes: dict[str | None, Scope] = {}
        self._behind = False
        self.pending = Pending()
        self.listeners: list[Listener] = []

    def open(self, scope: str | None) -> None:
        """Load a scope; cheap when it is open already."""
        if scope not in self._scopes:
            self._scopes[scope] = Scope(self.store.load(scope))

    def close(self, scope: str | None) -> None:
        """Forget a scope whose changes are saved."""
        self._scopes.pop(scope, None)

    def all(self, kind: type[R], scope: str | None) -> list[R]:
        """The records of one kind, in the order of their positions."""
        return self._scopes[scope].all(kind)

    def held(self, scope: str | None) -> list[Record]:
        """Every record of an open scope, of all kinds, in no order."""
        return list(self._scopes[scope].records.values())

    def records(self, scope: str | None) -> Callable[[type[Any]], list[Any]]:
        """A function from kind to records: of the project, and of the library where that is open."""

        def of(kind: type[Any]) -> list[Any]:
            library = self.all(kind, None) if scope is not None and None in self._scopes else []
            return [*self.all(kind, scope), *library]

        return of

    def codes(self, scope: str | None) -> set[str]:
        """Every code that was used in a scope, so that none is given twice."""
        return self._scopes[scope].codes() if scope in self._scopes else set()

    def steps(self, scope: str | None) -> Sequence[Step]:
        """What undo would take back, the next last."""
        return self._scopes[scope].done

    def find(self, identity: str | None) -> Record | None:
        """The record with that id, in any open scope."""
        for scope in self._scopes.values():
            if identity in scope.records:
                return scope.records[identity]
        return None

    def put(
        self,
        *items: Record,
        label: Message,
        visit: Hashable = None,
        by: object = None,
        reason: str = "",
    ) -> bool:
        """Add or replace records of one scope as one step; False if nothing is different.

        Edits during the same ``visit`` to a field are undone together. ``by`` names who did it. Raises
        Refusal for an id that another record has.
        """
        changes = self._puts(items)
        if changes:
            step = Step(items[0].project, label, tuple(changes.values()), self.who, self._now(), reason)
            self._do(step, visit, by)
        return bool(changes)

    def remove(self, items: Iterable[Record], *, label: Message, by: object = None, reason: str = "") -> None:
        """Take records of one scope away with all they own, as one step; references to them are emptied."""
        self.replace((), items, label=label, by=by, reason=reason)

    def replace(
        self,
        items: Iterable[Record],
        removed: Iterable[Record],
        *,
        label: Message,
        by: object = None,
        reason: str = "",
    ) -> bool:
        """Put some records of one scope and remove others, as one step; False if nothing is different."""
        put, gone = list(items), list(removed)
        if not put and not gone:
            return False
        scope = (put or gone)[0].project
        changes = self._removals(scope, self._puts(put), gone)
        if changes:
            step = Step(scope, label, tuple(changes.values()), self.who, self._now(), reason)
            self._do(step, None, by)
        return bool(changes)

    def _puts(self, items: Iterable[Record]) -> dict[str, Change]:
        changes = map(self._change_to, {item.id: item for item in items}.values())
        return {change.some.id: change for change in changes if change.before != change.after}

    def _removals(
        self, scope: str | None, puts: dict[str, Change], removed: list[Record]
    ) -> dict[str, Change]:
        """The changes that also take records away, what they own, and what others say of them."""
        before = self._scopes[scope].records
        known = {**before, **{identity: c.after for identity, c in puts.items() if c.after is not None}}
        gone, touched = with_dependants(
            [known[item.id] for item in removed if item.id in known], known.values()
        )
        changes = dict(puts)
        for old, new in touched:
            after = new if old.id in puts else self._versioned(new)
            changes[old.id] = Change(before.get(old.id), after)
        for item in gone:
            changes.pop(item.id, None)
            if item.id in before:
                changes[item.id] = Change(before[item.id], None)
        return changes

    def _change_to(self, item: Record) -> Change:
        before = self._scopes[item.project].records.get(item.id)
        known = before or self.find(item.id)
        if known is not None and (type(known) is not type(item) or known.project != item.project):
            raise Refusal(_("The id {id} belongs to another record. Choose another.").fill(id=item.id[:80]))
        return Change(before, self._versioned(cleaned(item, before)))

    def _versioned(self, item: Record) -> Record:
        return replace(item, version=self._scopes[item.project].next_version(item))

    def _do(self, step: Step, visit: Hashable, by: object) -> None:
        state, changes, act = self._scopes[step.scope], step.changes, Act.DO
        if visit is not None and state.continues(visit, step.at):
            step = state.done.pop().followed_by(changes, step.at)
            act = Act.AMEND if step.changes else Act.DROP
        state.visit = (visit, step.at) if visit is not None and step.changes else None
        if act is not Act.DROP:
            state.done.append(step)
        state.undone.clear()
        self._apply(changes, Entry(act, step, self.who, step.at), by)

    def end_visit(self) -> None:
        """A field was left or Enter pressed: the next edit is a step of its own."""
        for state in self._scopes.values():
            state.visit = None

    def undo(self, scope: str | None, by: object = None) -> Step | None:
        """Take back the last step and return it; None if there is none. Raises Refusal if unreadable."""
        self.end_visit()
        state = self._scopes[scope]
        if not state.done:
            return None
        step = state.done[-1]
        changes = state.moved([change.reversed() for change in reversed(step.changes)])
        state.undone.append(state.done.pop())
        self._apply(changes, Entry(Act.UNDO, step, self.who, self._now()), by)
        return step

    def redo(self, scope: str | None, by: object = None) -> Step | None:
        """Do again what was taken back last and return it; None if there is none."""
        self.end_visit()
        state = self._scopes[scope]
        if not state.undone:
            return None
        step = state.undone[-1]
        changes = state.moved(step.changes)
        state.done.append(state.undone.pop())
        self._apply(changes, Entry(Act.REDO, step, self.who, self._now()), by)
        return step

    def _apply(self, changes: Sequence[Change], entry: Entry, by: object) -> None:
        scope = entry.step.scope
        self._scopes[scope].apply(changes)
        self.pending.add(changes, entry)
        self._tell(Event(scope, changes, by))

    def _tell(self, event: Event) -> None:
        for listener in tuple(self.listeners):
            listener(event)

    def next_undo(self, scope: str | None) -> Step | None:
        """The step that undo would take back."""
        return next(reversed(self._scopes[scope].done), None)

    def next_redo(self, scope: str | None) -> Step | None:
        """The step that redo would do again."""
        return next(reversed(self._scopes[scope].undone), None)

    @property
    def unsaved(self) -> bool:
        """Whether memory has what the disk has not."""
        return bool(self.pending)

    def take(self) -> Batch | None:
        """A batch for a writer thread, which answers ``written`` or ``failed``; None if there is none."""
        return self.pending.take()

    def written(self) -> None:
        """The batch taken is durable."""
        self.pending.written()

    def failed(self) -> None:
        """The batch taken is not durable; it is kept for the next try."""
        self.pending.failed()

    def save(self) -> None:
        """Bring the disk up to date; cheap when nothing has changed. Raises as the store does, keeping all.

        Not for a window whose writer thread may have a batch under way: that one is left to the thread.
        """
        while batch := self.take():
            try:
                self.store.write(batch)
            except BaseException:
                self.failed()
                raise
            self.written()

    def refresh(self, *, force: bool = False) -> bool:
        """Take over what others have written, except records with unsaved changes; True if there was any."""
        if not (self.store.changed_elsewhere() or force or (self._behind and not self.unsaved)):
            return False
        self._behind = self.unsaved
        for scope, state in list(self._scopes.items()):
            loaded = self.store.load(scope)
            found = {item.id: item for item in loaded.records}
            changes = [c for c in differences(state.records, found) if not self.pending.holds(c.some.id)]
            state.apply(changes)
            if not self.unsaved:
                state.take_steps(loaded)
            if changes:
                self._tell(Event(scope, changes, RELOADED))
        return True

    def settle(self, conflict: Conflict, chosen: Record | None) -> None:
        """End a conflict with the record as it shall be (mine, theirs, a mixture, or None for gone).

        Call it after ``failed``, and take no batch between the two.
        """
        mine, theirs = conflict.mine.some, conflict.theirs
        self.pending.failed()
        state = self._scopes[mine.project]
        if chosen is not None:
            version = theirs.version if theirs else mine.version
            chosen = replace(chosen, version=version + (0 if chosen == theirs else 1))
        change = Change(state.records.get(mine.id), chosen)
        found = self.pending.settle(mine.id, None if chosen == theirs else Change(theirs, chosen))
        state.replace_steps(found)
        self._behind = True
        if change.before is not None or change.after is not None:
            state.apply([change])
            self._tell(Event(mine.project, [change], None))

    def forget_unsaved(self) -> None:
        """Drop what is not on disk and load the open scopes anew, as a command does after a refused line."""
        self.pending.clear()
        self.refresh(force=True)
