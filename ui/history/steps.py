"""The history as a list with what each step changed: of a project, or of one record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.history.halves import Halves
from ui.history.lines import Line, LineList
from ui.history.pane import Pane
from ui.history.restoring import known_of, restore_records, restore_removed, restore_value
from ui.history.told import Teller, when
from ui.inputs import LineInput
from ui.theme import ChoiceBox, Words
from workbench.messages import Refusal, _
from workbench.workspace import Act, Change
from workbench.workspace.returning import removed_of

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.domain import Record
    from workbench.storage import SqliteStore
    from workbench.storage.past import Past

AT_ONCE, FILTERED = 200, 1000
WIDEST = 200
ENOUGH = 40
"""How many entries a filter looks for before it waits for the user to scroll on."""
MARKS = {Act.UNDO: (_("Undone"), "amber_t"), Act.REDO: (_("Redone"), "blue_t")}
TAKEN_BACK = _("Taken back")


class Steps(QWidget):
    """Reads the history in the writer thread, as far as one scrolls. ``opened`` brings a record's id."""

    opened = Signal(str)

    def __init__(self, program: Program, item: Record | None = None) -> None:
        super().__init__()
        assert program.desk is not None
        self._program, self._desk = program, program.desk
        self._record = item.id if item is not None else None
        self.session = program.desk.session
        self._scope = item.project if item is not None else self.session.scope
        self._found: list[Past] = []
        self._asked = AT_ONCE
        self._round, self._reading, self._end, self._stale = 0, False, False, False
        self.filter = LineInput()
        self.filter.setClearButtonEnabled(True)
        self.person = ChoiceBox(self.session.theme)
        self.person.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.person.setMaximumWidth(self.session.theme.px(WIDEST))
        self.list = LineList(self.session.theme, self._line)
        self.empty = Words(self.session.theme, "ui", "ink2", wrap=True)
        self.pane = Pane(self.session)
        self.value_back = self.pane.add_button(_("Restore value before"), self._restore_value)
        self.version_back = self.pane.add_button(_("Restore record as of this step"), self._restore_version)
        self.gone_back = self.pane.add_button(_("Restore deleted record"), self._restore_gone)
        self._lay_out()
        self._wire()
        self.say_anew()
        self.load()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.filter, 1)
        row.addWidget(self.person)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        self.empty.setContentsMargins(20, 8, 16, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        split = Halves(self.session.theme, left, self.pane, (400, 500))
        split.setStretchFactor(0, 4)
        split.setStretchFactor(1, 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _wire(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _past: self._open())
        self.list.lines.wanted.connect(self._fetch)
        self.pane.table.chosen.connect(self._offer)
        self.pane.table.opened.connect(lambda told: self.opened.emit(told.change.some.id))
        self.filter.textChanged.connect(lambda _text: self._sift())
        self.filter.entered.connect(self.list.setFocus)
        self.person.activated.connect(lambda _row: self.load())
        self.session.language_changed.connect(self.say_anew)
        self.session.changed.connect(self._note)
        self._desk.autosave.settled.connect(self._refresh)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        translate = self.session.translate
        self.filter.setPlaceholderText(translate(_("Filter by words")))
        self.filter.setAccessibleName(translate(_("Filter by words")))
        self.person.setAccessibleName(translate(_("Person")))
        self.list.setAccessibleName(translate(_("Steps")))
        self._name_people([self.person.itemData(row) for row in range(1, self.person.count())])
        self.list.lines.layoutChanged.emit()
        self._sift()
        if self.list.current is not None:
            self._show(self.list.current)

    def load(self) -> None:
        """Read from the newest on."""
        self._round += 1
        self._found, self._end, self._reading, self._stale = [], False, False, False
        self._fetch()

    def look_at(self, scope: str | None) -> None:
        """Read the steps of the project or of the library."""
        self._scope = scope
        self.load()

    def _note(self, _event: object) -> None:
        self._stale = True

    def _refresh(self) -> None:
        if self._stale and self.isVisible():
            self.load()

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what was done while another page was shown."""
        super().showEvent(event)
        self._refresh()

    def _fetch(self) -> None:
        if self._reading or self._end or self._program.desk is not self._desk:
            return
        self._reading = True
        last = self._found[-1].sequence if self._found else None
        store, scope = self._desk.opened.store, self._scope
        only = {"record": self._record, "who": self.person.currentData(), "before": last}
        self._asked = FILTERED if self.filter.text().strip() else AT_ONCE
        read = partial(_read, store, scope, only, self._asked)
        self._program.writer.submit(read, partial(self._take, self._round), partial(self._fail, self._round))

    def _take(self, asked: int, found: tuple[list[Past], list[str]]) -> None:
        if not isValid(self) or asked != self._round:
            return
        new, people = found
        if people:
            self._name_people(people)
        first = not self._found
        self._reading, self._end = False, len(new) < self._asked
        self._found += new
        if first:
            self._sift()
        else:
            self.list.lines.more = not self._end
            self.list.lines.add_items([past for past in new if self._fits(past)])
        if len(self.list.lines.items) < ENOUGH:
            self._fetch()
        self._say_empty()

    def _fail(self, asked: int, error: Exception) -> None:
        if isValid(self) and asked == self._round:
            self._reading, self._end = False, True
            text = error.message if isinstance(error, Refusal) else _("The history cannot be read now.")
            self.empty.setText(self.session.translate(text))
            self.empty.show()

    def _name_people(self, people: Sequence[str]) -> None:
        chosen = self.person.currentData()
        self.person.clear()
        self.person.addItem(self.session.translate(_("Everybody")), None)
        for name in people:
            self.person.addItem(name or self.session.translate(_("Unnamed")), name)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0) if chosen is not None else 0)

    def _sift(self) -> None:
        kept = self.list.current.sequence if self.list.current else None
        self.list.lines.more = not self._end
        shown = [past for past in self._found if self._fits(past)]
        self.list.lines.show_items(shown)
        if shown:
            self.list.go_to(next((n for n, past in enumerate(shown) if past.sequence == kept), 0))
        elif not self._reading:
            self.pane.show_nothing()
        self._offer()
        if len(shown) < ENOUGH and self._found:
            self._fetch()
        self._say_empty()

    def _fits(self, past: Past) -> bool:
        wanted = self.filter.text().strip().casefold()
        said = (self.session.translate(past.label), past.reason, past.who, past.text)
        return not wanted or any(wanted in text.casefold() for text in said)

    def _say_empty(self) -> None:
        text = _("No step matches.") if self._found else _("Nothing has been changed yet.")
        self.empty.setText(self.session.translate(text))
        self.empty.setVisible(self._end and not self.list.lines.items)

    def _line(self, past: Past) -> Line:
        translate = self.session.translate
        mark, tone = MARKS.get(past.act, ("", "ink1"))
        if past.taken_back:
            mark, tone = TAKEN_BACK, "grey_t"
        under = [when(past.at, translate), past.who or translate(_("Unnamed")), past.reason]
        return Line(translate(past.label), " · ".join(text for text in under if text), translate(mark), tone)

    def _show(self, past: Past) -> None:
        line = self._line(past)
        try:
            changes: Sequence[Change] = past.changes
        except Refusal as refusal:
            self.pane.show_told(line.title, self.session.translate(refusal.message), [])
            return
        if self._record is not None:
            changes = [each for each in changes if each.some.id == self._record]
        about = line.under if not line.mark else f"{line.mark} · {line.under}"
        self.pane.show_told(line.title, about, Teller(self.session).lines(changes))

    def _then(self) -> tuple[Record | None, Record | None, str]:
        """The record of the chosen line before and after, and the field."""
        told = self.pane.table.current
        return (None, None, "") if told is None else (told.change.before, told.change.after, told.field)

    def _offer(self) -> None:
        before, after, field = self._then()
        some = before or after
        now = self.session.workspace.find(some.id) if some is not None else None
        usable = not self._desk.read_only
        deleted = before is not None and after is None and now is None
        old = getattr(before, field, None) if field else None
        moved = bool(field) and before is not None and getattr(now, field, old) != old
        self.value_back.setEnabled(usable and moved and now is not None)
        self.version_back.setEnabled(usable and after is not None and after != now)
        self.gone_back.setEnabled(usable and deleted)
        self.gone_back.setVisible(deleted)
        same = self.session.translate(_("Nothing to restore: it is like this now"))
        for button in (self.value_back, self.version_back):
            button.setVisible(not deleted)
            button.setToolTip("" if button.isEnabled() else same)

    def _restore_value(self) -> None:
        before, _after, field = self._then()
        if before is not None and field and restore_value(self.session, before, field):
            self._flush()

    def _restore_version(self) -> None:
        after = self._then()[1]
        if after is not None and restore_records(self.session, [after]):
            self._flush()

    def _restore_gone(self) -> None:
        past, told = self.list.current, self.pane.table.current
        if past is None or told is None:
            return
        known = known_of(self.session, self._scope)
        for found in removed_of(past.changes, known):
            if told.change.some in found.records and restore_removed(self.session, found):
                self._flush()

    def _flush(self) -> None:
        self._desk.autosave.flush()
        self._offer()

    def _open(self) -> None:
        told = self.pane.table.current
        if told is not None:
            self.opened.emit(told.change.some.id)


def _read(
    store: SqliteStore, scope: str | None, wanted: dict[str, Any], most: int
) -> tuple[list[Past], list[str]]:
    from workbench.storage.past import Only, entries, people  # late: it knows the database

    names = people(store, scope) if wanted["before"] is None else []
    return entries(store, scope, Only(**wanted), most), names
