"""Named versions: what each held, how it differs from another or from now, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.empty_page import EmptyPage
from ui.history.halves import Halves
from ui.history.lines import Line, LineList
from ui.history.look_back import LookBack
from ui.history.pane import Pane
from ui.history.restoring import compared, counted, of_scope, restore_records, restore_scope
from ui.history.told import Teller, changed_first, when
from ui.theme import ChoiceBox, Words
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.domain import Record
    from workbench.storage import SqliteStore
    from workbench.storage.versions import Version

NOW = ""
TITLES = (_("Field"), _("In this version"), _("In the other"))


@dataclass(frozen=True)
class Both:
    """A version's records, and those it is compared with; None for those of now."""

    version: Version
    records: Sequence[Record]
    other: Sequence[Record] | None


class VersionsPage(LookBack):
    """The versions on the left, the differences of the chosen one on the right."""

    def __init__(self, program: Program) -> None:
        super().__init__(
            program,
            _("Named versions"),
            _("The whole project as it was. Bringing one back is one step, which undo takes back."),
        )
        theme = self.session.theme
        self._round = 0
        self.both: Both | None = None
        self.list = LineList(theme, self._line)
        self.other = ChoiceBox(theme)
        self.against = Words(theme, "cap", "ink3")
        self.pane = Pane(self.session)
        self.drop = self.pane.add_button(_("Delete version"), self._drop, "ghost")
        self.one_back = self.pane.add_button(_("Restore this record"), self._restore_one)
        self.all_back = self.pane.add_button(_("Restore whole project"), self._restore_all)
        self.empty = EmptyPage(self.session, "primary")
        self.main = self.add_main(_("Name version…"), "plus")
        self.stack = QStackedWidget()
        self._lay_out()
        self._wire()
        self.say_anew()
        self.load()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.against)
        row.addWidget(self.other, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        self.stack.addWidget(Halves(self.session.theme, left, self.pane, (360, 640)))
        self.stack.addWidget(self.empty)
        self.column.addWidget(self.stack, 1)
        self.lead_focus(self.list)

    def _wire(self) -> None:
        run = self.program.window.actions_.run
        self.main.clicked.connect(lambda _checked: run("name_version"))
        self.empty.wanted.connect(lambda: run("name_version"))
        self.list.chosen.connect(lambda _version: self._compare())
        self.other.activated.connect(lambda _row: self._compare())
        self.pane.table.chosen.connect(self._offer)
        self.pane.table.opened.connect(lambda told: self.go_to(told.change.some.id))
        self.session.changed.connect(self._follow)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        super().say_anew()
        translate = self.session.translate
        self.against.setText(translate(_("Compare with")))
        self.other.setAccessibleName(translate(_("Compare with")))
        self.list.setAccessibleName(translate(_("Named versions")))
        self._name_others(self.list.lines.items)
        keys = self.program.window.actions_.keys("name_version")
        self.empty.show_words(
            translate(_("No version has a name yet")),
            translate(_("Name one before a call or a release: you can compare with it and go back to it.")),
            translate(_("Name version…")),
            keys,
        )
        self.list.lines.layoutChanged.emit()
        self._tell()

    def load(self) -> None:
        """Read the list of versions."""
        self._round += 1
        read = partial(_list, self.desk.opened.store, self.session.scope)
        self.program.writer.submit(read, partial(self._take, self._round), self._fail)

    def _fail(self, error: Exception) -> None:
        if isValid(self) and self.program.desk is self.desk:
            self.program.tell_failure(error)

    def _take(self, asked: int, found: list[Version]) -> None:
        if not isValid(self) or asked != self._round:
            return
        kept = self.list.current.id if self.list.current else ""
        self.list.lines.show_items(found)
        self._name_others(found)
        self.stack.setCurrentIndex(0 if found else 1)
        self.main.setVisible(bool(found))
        self.lead_focus(self.list if found else self.empty)
        if found:
            self.list.go_to(next((n for n, each in enumerate(found) if each.id == kept), 0))

    def _name_others(self, found: Sequence[Version]) -> None:
        kept = self.other.currentData()
        self.other.clear()
        self.other.addItem(self.session.translate(_("the project as it is now")), NOW)
        for each in found:
            self.other.addItem(f"{each.name} · {when(each.at, self.session.translate)}", each.id)
        self.other.setCurrentIndex(max(self.other.findData(kept), 0))

    def _line(self, version: Version) -> Line:
        translate = self.session.translate
        who = version.who or translate(_("Unnamed"))
        return Line(version.name, f"{when(version.at, translate)} · {who}")

    def _compare(self) -> None:
        version = self.list.current
        if version is None:
            return
        self._round += 1
        read = partial(_both, self.desk.opened.store, version, self.other.currentData())
        self.program.writer.submit(
            read, partial(self._show, self._round), partial(self._tell_damaged, version)
        )

    def _tell_damaged(self, version: Version, error: Exception) -> None:
        if isValid(self):
            self.both = None
            self.pane.show_told(version.name, self.session.translate(getattr(error, "message", "")), [])
            self._offer()

    def _show(self, asked: int, both: Both) -> None:
        if isValid(self) and asked == self._round:
            self.both = both
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what was done while another page was shown."""
        super().showEvent(event)
        self._tell()

    def _follow(self, _event: object) -> None:
        if self.both is not None and self.both.other is None and self.isVisible():
            self._tell()

    def _tell(self) -> None:
        both = self.both
        if both is None:
            return
        scope = self.session.scope
        other = list(of_scope(self.session, scope).values()) if both.other is None else both.other
        changes = compared(both.records, other)
        told = Teller(self.session).lines(changes, first=changed_first)
        self.pane.show_told(both.version.name, self._summary(counted(changes)), told, TITLES)
        self.all_back.setEnabled(not self.desk.read_only)
        self._offer()

    def _summary(self, counts: Mapping[str, int]) -> str:
        if not any(counts.values()):
            return self.session.translate(_("No difference."))
        text = _("Since then: {added} added, {removed} deleted, {changed} changed")
        if self.both is not None and self.both.other is not None:
            text = _("In the other: {added} added, {removed} deleted, {changed} changed")
        return self.session.translate(text.fill(**counts))

    def _offer(self) -> None:
        told = self.pane.table.current
        usable = self.both is not None and not self.desk.read_only
        then = told.change.before if told else None
        now = self.session.workspace.find(then.id) if then else None
        self.one_back.setEnabled(usable and then is not None and now != then)
        self.drop.setEnabled(self.list.current is not None and not self.desk.read_only)
        self.all_back.setEnabled(usable)
        same = self.session.translate(_("Nothing to restore: it is like this now"))
        self.one_back.setToolTip("" if self.one_back.isEnabled() else same)

    def _restore_one(self) -> None:
        told = self.pane.table.current
        if told is not None and told.change.before is not None:
            self._done(restore_records(self.session, [told.change.before]))

    def _restore_all(self) -> None:
        if self.both is not None:
            self._done(restore_scope(self.session, self.both.records, self.both.version.name))

    def _done(self, done: bool) -> None:  # noqa: FBT001 - what the door answers
        self.desk.autosave.flush()
        text = _("Restored; undo takes it back") if done else _("Nothing to restore: it is like this now")
        self.status.emit(self.session.translate(text))
        self._tell()

    def _drop(self) -> None:
        from ui.dialogs.sheet import CANCEL, Sheet, ask

        version = self.list.current
        if version is None:
            return
        program = self.program
        sheet = Sheet(program.window, program.theme, program.voice, _("Delete this version?"))
        text = _("“{name}” goes for good; the project itself stays as it is.").fill(name=version.name)
        choices: list[tuple[Message, str, Callable[[], object]]] = [
            (CANCEL, "secondary", lambda: None),
            (_("Delete version"), "danger", partial(self._gone, version)),
        ]
        ask(sheet, text, choices)

    def _gone(self, version: Version) -> None:
        self.both = None
        self.pane.show_nothing()
        drop = partial(_drop, self.desk.opened.store, version.id)
        self.program.writer.submit(drop, lambda _nothing: self.load(), self._fail)

    def focus_regions(self) -> list[QWidget]:
        """The versions and the differences."""
        return [self.list, self.pane] if self.list.lines.items else [self.empty]

    def selected_item(self) -> str | None:
        """The record that the chosen line is about."""
        told = self.pane.table.current
        return told.change.some.id if told else None


def _list(store: SqliteStore, scope: str | None) -> list[Version]:
    from workbench.storage.versions import versions  # late: it knows the database

    return versions(store, scope)


def _both(store: SqliteStore, version: Version, other: Any) -> Both:
    from workbench.storage.versions import version_records

    return Both(version, version_records(store, version.id), version_records(store, other) if other else None)


def _drop(store: SqliteStore, identity: str) -> None:
    from workbench.storage.versions import drop_version

    drop_version(store, identity)
