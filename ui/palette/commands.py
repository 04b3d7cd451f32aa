"""Commands, pages and projects by their names, as rows."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence

from ui.actions import FILE, PAGE, PROJECT, WRITABLE
from ui.palette.rows import Row
from ui.sidebar import OPEN_FIRST
from ui.start.page import active
from workbench.messages import Message, _, translator
from workbench.search import Name, Named, Query, best
from workbench.search.names import Fit
from workbench.search.query import Sort

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.actions import Command
    from ui.program import Program

USUAL = ("export", "new_item", "import_file", "find_everywhere", "save_now", "keys")
"""What is offered first to somebody who has used nothing yet."""
WHY = {
    PROJECT: OPEN_FIRST,
    FILE: _("Open a file first"),
    WRITABLE: _("This file is open for reading only"),
    PAGE: _("Not on this page"),
}
ON_ROWS = _("Select rows or a shape first")
OPEN = _("Open")
NATIVE = QKeySequence.SequenceFormat.NativeText
GO = "go_"
PLAIN = "chevron-right"
"""The icon of a command that has none."""


class Commands:
    """Finds what can be done and where one can go."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._used: Counter[str] = Counter()
        self._heard: set[str] = set()
        self.on_rows = False
        """Whether a table or a chart had the focus before the palette."""

    def listen(self) -> None:
        """Count what is used from now on."""
        for name, action in self._program.window.actions_.known.items():
            if name not in self._heard:
                self._heard.add(name)
                action.triggered.connect(partial(self._count, name))

    def _count(self, name: str, _checked: object = None) -> None:
        self._used[name] += 1

    def found(self, query: Query, limit: int, *, slips: bool = True) -> list[Row]:
        """Commands whose names fit, what can be done before what cannot."""
        ways = query.sort is Sort.COMMANDS  # among others, they stand with the pages
        names = [self._name(name) for name in self._listed() if ways or not name.startswith(GO)]
        named = best(names, query, limit * 2, slips=slips)
        rows = [(self.row(each.what, each), each.fit) for each in named]
        kept = [row for row, fit in rows if ways or not (row.why and fit is Fit.HOLDS and query.letters)]
        return sorted(kept, key=lambda row: (bool(row.why), -row.sure))[:limit]

    def every(self) -> list[Row]:
        """All commands, what can be done first."""
        rows = [self.row(name) for name in self._listed()]
        return sorted(rows, key=lambda row: bool(row.why))

    def used_most(self, limit: int) -> list[Row]:
        """What is used most, then what most people use."""
        names = [name for name, _count in self._used.most_common() if name != "palette"]
        known = self._program.window.actions_.known
        wanted = [name for name in dict.fromkeys((*names, *USUAL)) if name in known]
        return [row for row in map(self.row, wanted) if not row.why][:limit]

    def places(self, query: Query, limit: int, *, slips: bool = True) -> list[Row]:
        """Pages whose names fit."""
        places = [self._name(name) for name in self._listed() if name.startswith(GO)]
        said = {self._program.voice.translate(place.name) for place in self._program.pages.places()}
        desk = self._program.desk
        open_ = desk is not None and desk.session.scope is not None
        pages = [
            Name(key, self._program.voice.translate(kind.title), (str.__str__(kind.title),))
            for key, kind in self._program.pages.kinds.items()
            if (open_ or kind.place.phase is None) and key not in self._program.window.actions_.commands
        ]
        pages = [name for name in pages if name.text not in said]
        found = best([*places, *pages], query, limit, slips=slips)
        return [
            self.row(each.what, each) if each.what.startswith(GO) else self.page(each.what, each)
            for each in found
        ]

    def projects(self, query: Query, limit: int, *, slips: bool = True) -> list[Row]:
        """Other projects whose names fit."""
        desk = self._program.desk
        if desk is None:
            return []
        lines = [line for line in active(desk.lines) if line.project.id != desk.session.scope]
        names = [
            Name(line, line.project.title or line.project.code, (line.project.code, line.client))
            for line in lines
        ]
        return [
            Row(
                each.text,
                partial(self._program.open_project, each.what.project.id),
                "briefcase",
                each.spans,
                " · ".join(part for part in (each.what.project.code, each.what.client) if part),
                verb=self._program.voice.translate(OPEN),
                sure=_sure(each) if each.fit is Fit.WHOLE else 0,
            )
            for each in best(names, query, limit, slips=slips)
        ]

    def page(self, key: str, named: Named[str] | None = None) -> Row:
        """A page as a row."""
        kind, say = self._program.pages.kinds[key], self._program.voice.translate
        title, place = say(kind.title), say(kind.place.name)
        return Row(
            title,
            partial(self._program.show_page, key),
            kind.place.icon,
            named.spans if named else (),
            place if place != title else "",
            verb=say(OPEN),
            sure=_sure(named),
        )

    def row(self, name: str, named: Named[str] | None = None) -> Row:
        """A command as a row, with its keys, or why it cannot be done now."""
        actions = self._program.window.actions_
        action, command = actions.known[name], actions.commands[name]
        why = self._program.voice.translate(self._why(action, command))
        return Row(
            _plain(action),
            partial(actions.run, name),
            command.icon or PLAIN,
            named.spans if named else (),
            keys=action.shortcut().toString(NATIVE),
            why=why,
            sure=0 if why else _sure(named),
        )

    def _why(self, action: QAction, command: Command) -> Message:
        if not action.isVisible():
            return WHY[PAGE]
        if action.isEnabled():
            return ON_ROWS if command.rows_only and not self.on_rows else Message("")
        ready = command.ready
        desk = self._program.desk
        if ready in {PAGE, PROJECT} and (desk is None or desk.session.scope is None):
            return WHY[PROJECT]
        if ready == WRITABLE and desk is None:
            return WHY[FILE]
        return WHY.get(ready, Message("")) if ready not in {FILE, PROJECT} else _("Not now")

    def _listed(self) -> list[str]:
        return [name for name in self._program.window.actions_.commands if name != "palette"]

    def _name(self, name: str) -> Name[str]:
        actions = self._program.window.actions_
        text = actions.commands[name].text
        said = (self._program.voice.translate(text), translator("en")(text))
        return Name(name, _plain(actions.known[name]), said)


def _sure(named: Named[Any] | None) -> int:
    return len(Fit) - named.fit if named is not None and named.meant else 0


def _plain(action: QAction) -> str:
    return action.text().replace("&&", "&")
