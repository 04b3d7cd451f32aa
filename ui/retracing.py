"""Where each step was done, so that undo and redo lead there when it was elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.domain import Interview

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.program import Program
    from ui.session import Session
    from workbench.workspace import Event, Step

LONGEST = 1000


class Retracing(QObject):
    """Remembers the pages of steps; what was done before this start is looked for by its records."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._pages: dict[str, str] = {}
        self._moving = False
        program.desk_opened.connect(self._begin)

    def _begin(self) -> None:
        desk = self._program.desk
        if desk is not None:
            self._pages = {}
            desk.session.changed.connect(partial(self._note, desk.session))

    def _note(self, session: Session, event: Event) -> None:
        step = session.workspace.next_undo(event.scope)
        if step is None or self._moving or step.id in self._pages:
            return
        self._pages[step.id] = self._program.pages.key
        if len(self._pages) > LONGEST:
            del self._pages[next(iter(self._pages))]

    def step(self, move: Callable[[], Step | None]) -> None:
        """Undo or redo, and show where that was done."""
        self._moving = True
        try:
            step = move()
        finally:
            self._moving = False
        if step is not None and not self._is_here(step) and not self._is_calling():
            self._lead(step)

    def _is_here(self, step: Step) -> bool:
        """Whether it was done on the page that is shown, or is seen there anyway."""
        pages = self._program.pages
        shown = pages.kind.shows if pages.kind is not None else ()
        changed = {type(change.some) for change in step.changes}
        return self._pages.get(step.id) == pages.key or not changed.isdisjoint(shown)

    def _is_calling(self) -> bool:
        """Whether a call is under way: then no page turns by itself."""
        desk = self._program.desk
        scope = desk.session.scope if desk is not None else None
        if desk is None or scope is None:
            return False
        return any(each.clock_since is not None for each in desk.session.workspace.all(Interview, scope))

    def _lead(self, step: Step) -> None:
        """Show the page and the first of the records that it can show."""
        records = dict.fromkeys(change.some.id for change in step.changes)
        page = self._program.show_page(self._pages.get(step.id, ""))
        show = page.show_item if page is not None else self._program.pages.open_item
        next((each for each in records if show(each)), None)
