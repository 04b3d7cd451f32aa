"""Search and commands: Ctrl+K, and Ctrl+Shift+H for everything in the file."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ui.actions import Command
from ui.feature import Feature
from workbench.messages import _

if TYPE_CHECKING:
    from ui.palette.finder import Finder
    from ui.palette.index import Index
    from ui.palette.overlay import Overlay
    from ui.palette.rows import Reach, Row, Step
    from ui.program import Program
    from workbench.domain import Record

LONGEST = 12
NAME = _("Search, or type a command")
RECORDS = _("Search everything that was written")
READING = _("Still reading the other projects …")
UNREAD = _("{count} projects could not be read")


class Palette(Feature):
    """Lays the palette over the window, and does what is chosen in it."""

    commands = (
        Command("palette", _("Search or command"), ("Ctrl+K",), "go", "search"),
        Command("find_everywhere", _("Find everywhere"), ("Ctrl+Shift+H",), "go", "search"),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._been: list[str] = []
        self._step: Step | None = None
        self._wanted: tuple[str, str, str] | None = None
        program.pages.turned.connect(self._note_page)
        program.project_shown.connect(self._arrive)
        program.desk_closed.connect(self.close)
        search = program.window.top_bar.search
        search.clicked.connect(lambda _checked: program.window.actions_.run("palette"))
        program.changed.connect(self._name_keys)

    @cached_property
    def overlay(self) -> Overlay:
        """What lies over the window; made when it is first wanted."""
        from ui.palette.overlay import Overlay  # late: the first paint needs no search

        overlay = Overlay(self.program.window, self.program.theme, self.program.voice)
        overlay.typed.connect(self.refresh)
        overlay.chosen.connect(self._take)
        overlay.turned.connect(self._turn)
        overlay.emptied.connect(self._step_back)
        overlay.closed.connect(self.close)
        self.program.voice.changed.connect(self.refresh)
        return overlay

    @cached_property
    def index(self) -> Index:
        """What can be found."""
        from ui.palette.index import Index  # late: the same

        index = Index(self.program)
        index.grown.connect(self._grow)
        return index

    @cached_property
    def finder(self) -> Finder:
        """What is listed."""
        from ui.palette.finder import Finder  # late: the same

        finder = Finder(self.program, self.index, self.open_record, self._begin)
        finder.on_widen(self._widen)
        return finder

    @property
    def is_open(self) -> bool:
        """Whether it lies over the window."""
        return "overlay" in self.__dict__ and self.overlay.isVisible()

    def palette(self) -> None:
        """Open it, or close it again."""
        from ui.palette.rows import Reach

        if self.is_open:
            self.close()
        else:
            desk = self.program.desk
            project = desk is not None and desk.session.scope is not None
            self._open(Reach.PROJECT if project else Reach.EVERYWHERE, records_only=False)

    def find_everywhere(self) -> None:
        """Open it to look for records in the whole file."""
        from ui.palette.rows import Reach

        self._open(Reach.EVERYWHERE, records_only=True)

    def _open(self, reach: Reach, *, records_only: bool) -> None:
        finder, actions = self.finder, self.program.window.actions_
        finder.reach, finder.records_only = reach, records_only
        finder.been = tuple(self._been)
        finder.commands.listen()
        self._step = None
        if not self.is_open:
            finder.commands.on_rows = actions.on_rows
            self.overlay.appear()
            actions.only = tuple(each.call for each in self.commands)
        self.refresh()
        self._want()

    def close(self) -> None:
        """Take it away; the focus is where it was, with its cursor."""
        if self.is_open:
            self.program.window.actions_.only = ()
            self.overlay.vanish()

    def refresh(self, *, keep: bool = False) -> None:
        """List what fits what is typed now."""
        if not self.is_open:
            return
        from ui.palette.rows import REACHES

        step, typed = self._step, self.overlay.field.text()
        self.overlay.name_field(step.name if step else RECORDS if self.finder.records_only else NAME)
        searching = step is None and self.finder.searches(typed)
        self.overlay.name_reach(REACHES[self.finder.reach] if searching else None)
        groups = step.rows(typed) if step else self.finder.groups(typed)
        self.overlay.show_groups(groups, keep=keep)
        if self.index.busy:
            self.overlay.say_foot(READING)
        elif self.index.unread:
            self.overlay.say_foot(UNREAD.fill(count=str(len(self.index.unread))))
        else:
            self.overlay.say_foot()

    def _grow(self) -> None:
        self.refresh(keep=True)

    def _want(self) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self, lambda: self.index.want(self.finder.reach))

    def _turn(self, step: int) -> None:
        from ui.palette.rows import Reach

        if self._step is None:
            known = list(Reach)
            self._reach(known[(known.index(self.finder.reach) + step) % len(known)])

    def _widen(self) -> None:
        from ui.palette.rows import Reach

        self._reach(Reach.EVERYWHERE)

    def _reach(self, reach: Reach) -> None:
        self.finder.reach = reach
        self.refresh()
        self._want()

    def _begin(self, step: Step | None) -> None:
        self._step = step
        self.overlay.field.clear()
        self.refresh()

    def _step_back(self) -> None:
        if self._step is not None:
            self._begin(None)

    def _take(self, row: Row) -> None:
        if not row.stays:
            self.close()
        row.act()

    def open_record(self, item: Record, field: str) -> None:
        """Show a record where it is looked at, in its project."""
        self.index.note(item.id)
        desk = self.program.desk
        if desk is None:
            return
        if item.project in {None, desk.session.scope}:
            self.program.pages.open_item(item.id, field)
        elif item.project is not None:
            self._wanted = (item.project, item.id, field)
            self.program.open_project(item.project)

    def _arrive(self) -> None:
        self.close()
        wanted, self._wanted = self._wanted, None
        desk = self.program.desk
        if wanted is not None and desk is not None and desk.session.scope == wanted[0]:
            self.program.pages.open_item(wanted[1], wanted[2])

    def _name_keys(self) -> None:
        self.program.window.top_bar.search.show_keys(self.program.window.actions_.keys("palette"))

    def _note_page(self) -> None:
        key = self.program.pages.key
        self._been = [key, *(known for known in self._been if known != key)][:LONGEST]
