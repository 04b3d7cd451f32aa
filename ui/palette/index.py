"""The texts of the open file, made searchable in the writer thread when first wanted, and kept up to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.palette.rows import Reach
from workbench.domain import KINDS, Record
from workbench.domain.record import fields_of, owners_of
from workbench.search import Shelf
from workbench.search.readings import prepare
from workbench.workspace import Change, Event
from workbench.workspace.door import RELOADED

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.program import Program

LATELY = 50
"""Records that are remembered as opened or changed lately."""


class Index(QObject):
    """A shelf for each scope. ``grown`` tells that more can be found now."""

    grown = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._shelves: dict[str | None, Shelf] = {}
        self._making: dict[str | None, list[Change]] = {}
        self._round = 0
        self.unread: set[str] = set()
        self.lately: list[str] = []
        program.desk_opened.connect(self._begin)
        program.desk_closed.connect(self._forget)
        self._begin()

    def _begin(self) -> None:
        self._forget()
        desk = self._program.desk
        if desk is not None:
            desk.session.changed.connect(self._follow)
            desk.session.project_changed.connect(self._drop_open)
            desk.listed.connect(self._drop_gone)

    def _forget(self) -> None:
        self._round += 1
        self._shelves, self._making, self.unread, self.lately = {}, {}, set(), []

    def _drop_open(self) -> None:
        """What is on the table now was on disk when it was read here."""
        desk = self._program.desk
        if desk is not None and desk.session.scope is not None:
            self._drop(desk.session.scope)

    def _drop_gone(self) -> None:
        desk = self._program.desk
        if desk is not None:
            kept = {None, desk.session.scope, *(line.project.id for line in desk.lines)}
            for scope in [*self._shelves, *self._making]:
                if scope not in kept:
                    self._drop(scope)

    def _drop(self, scope: str | None) -> None:
        self._shelves.pop(scope, None)
        if self._making.pop(scope, None) is not None:
            self._round += 1  # what is under way is of yesterday
            self._making = {}

    @property
    def busy(self) -> bool:
        """Whether more is still to be read."""
        return bool(self._making)

    def is_whole(self, reach: Reach) -> bool:
        """Whether all of it can be searched, or else cannot be read."""
        return all(scope in self._shelves or scope in self.unread for scope in self._scopes(reach))

    def shelves(self, reach: Reach) -> list[Shelf]:
        """What can be searched now, the nearest first."""
        return [self._shelves[scope] for scope in self._scopes(reach) if scope in self._shelves]

    def want(self, reach: Reach) -> None:
        """See to it that all of this can be searched soon."""
        desk = self._program.desk
        if desk is None:
            return
        for scope in self._scopes(reach):
            if scope not in self._shelves and scope not in self._making and scope not in self.unread:
                self._making[scope] = []
                self._make(desk, scope)

    def _scopes(self, reach: Reach) -> list[str | None]:
        desk = self._program.desk
        if desk is None:
            return []
        here = desk.session.scope
        if reach is Reach.LIBRARY:
            return [None]
        if reach is Reach.PROJECT:
            return [here] if here is not None else []
        others = [line.project.id for line in desk.lines if line.project.id != here]
        return [*([here] if here is not None else []), None, *others]

    def _make(self, desk: Desk, scope: str | None) -> None:
        kinds = _with_a_place(self._program)
        workspace = desk.session.workspace
        held = workspace.held(scope) if scope in {None, desk.session.scope} else None
        store = desk.opened.store

        def read() -> Shelf:
            prepare()
            records = held if held is not None else store.load(scope).records
            found = [item for item in records if type(item) in kinds]
            return Shelf(sorted(found, key=lambda item: item.position))

        taken, failed = partial(self._take, self._round, scope), partial(self._miss, self._round, scope)
        self._program.writer.submit(read, taken, failed)

    def _take(self, asked: int, scope: str | None, shelf: Shelf) -> None:
        if asked != self._round:
            return
        self._shelves[scope] = shelf
        self._apply(shelf, self._making.pop(scope, ()))
        self.grown.emit()

    def _miss(self, asked: int, scope: str | None, _error: Exception) -> None:
        if asked == self._round and scope is not None:
            self._making.pop(scope, None)
            self.unread.add(scope)
            self.grown.emit()

    def _follow(self, event: Event) -> None:
        if event.by is not RELOADED:
            for change in event.changes:
                self.note(change.some.id)
        if event.scope in self._making:
            self._making[event.scope] += event.changes
        elif event.scope in self._shelves:
            self._apply(self._shelves[event.scope], event.changes)

    def _apply(self, shelf: Shelf, changes: Iterable[Change]) -> None:
        kinds = _with_a_place(self._program)
        for change in changes:
            if change.after is None:
                shelf.remove(change.some.id)
            elif type(change.after) in kinds:
                shelf.put(change.after)

    def note(self, identity: str) -> None:
        """Remember that a record was opened or changed lately."""
        self.lately = [identity, *(known for known in self.lately if known != identity)][:LATELY]


def _with_a_place(program: Program) -> frozenset[type[Record]]:
    """The kinds of record that a page shows, or that belong to one that a page shows."""
    shown = {kind for page in program.pages.kinds.values() for kind in (*page.shows, *page.heads)}
    desk = program.desk
    known: Sequence[type[Record]] = list(desk.opened.tools.kinds.values()) if desk else list(KINDS.values())
    size = -1
    while size < len(shown):
        size = len(shown)
        shown |= {kind for kind in known if any(_leads(kind, name, shown) for name in owners_of(kind))}
    return frozenset(shown)


def _leads(kind: type[Record], name: str, shown: set[type[Record]]) -> bool:
    owner = fields_of(kind)[name].metadata["refers"]
    return owner == "*" or KINDS.get(owner) in shown
