"""The recycle bin: what was deleted, what it contained, and the way back."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.empty_page import EmptyPage
from ui.history.halves import Halves
from ui.history.lines import Line, LineList
from ui.history.look_back import LookBack
from ui.history.pane import Pane
from ui.history.restoring import restore_removed
from ui.history.told import Teller, when
from ui.inputs import LineInput
from workbench.messages import Message, Refusal, _
from workbench.workspace import Change

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.storage import SqliteStore
    from workbench.workspace.returning import Removed

TITLES = (_("Field"), _("When it was deleted"))


class BinPage(LookBack):
    """What the history knows and the project no longer has, newest first."""

    def __init__(self, program: Program) -> None:
        super().__init__(
            program,
            _("Recycle bin"),
            _("Everything deleted in this project. Restoring brings back what belonged to it too."),
        )
        self._stale, self._round = False, 0
        self._found: list[Removed] = []
        self.filter = LineInput()
        self.filter.setClearButtonEnabled(True)
        self.list = LineList(self.session.theme, self._line)
        self.pane = Pane(self.session)
        self.add_where(self.load)
        self.back = self.pane.add_button(_("Restore"), self.restore, "primary")
        self.empty = EmptyPage(self.session, "secondary")
        self.empty.button.hide()
        self.stack = QStackedWidget()
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.list.opened.connect(lambda _removed: self.restore())
        self.filter.textChanged.connect(lambda _text: self._sift())
        self.session.changed.connect(self._note)
        self.desk.autosave.settled.connect(self._refresh)
        self.say_anew()
        self.load()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QVBoxLayout()
        row.setContentsMargins(20, 0, 16, 0)
        row.addWidget(self.filter)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        self.stack.addWidget(Halves(self.session.theme, left, self.pane, (420, 520)))
        self.stack.addWidget(self.empty)
        self.column.addWidget(self.stack, 1)
        self.lead_focus(self.list)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        super().say_anew()
        translate = self.session.translate
        self.filter.setPlaceholderText(translate(_("Filter by words")))
        self.filter.setAccessibleName(translate(_("Filter by words")))
        self.list.setAccessibleName(translate(_("Deleted records")))
        self.empty.show_words(
            translate(_("The recycle bin is empty")),
            translate(_("What you delete is kept here, with who deleted it and when.")),
            "",
            "",
        )
        self.list.lines.layoutChanged.emit()
        self._sift()

    def load(self) -> None:
        """Look for what is gone."""
        self._round += 1
        self._stale = False
        read = partial(_removed, self.desk.opened.store, self.scope)
        self.program.writer.submit(read, partial(self._take, self._round), self._fail)

    def _fail(self, error: Exception) -> None:
        if isValid(self) and isinstance(error, Refusal) and self.program.desk is self.desk:
            self.program.tell_failure(error)

    def _note(self, _event: object) -> None:
        self._stale = True

    def _refresh(self) -> None:
        if self._stale and self.isVisible():
            self.load()

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what was deleted while another page was shown."""
        super().showEvent(event)
        self._refresh()

    def _take(self, asked: int, found: list[Removed]) -> None:
        if isValid(self) and asked == self._round:
            self._found = found
            self._sift()

    def _sift(self) -> None:
        wanted = self.filter.text().strip().casefold()
        shown = [each for each in self._found if wanted in self.list_text(each).casefold()]
        row = max(self.list.currentIndex().row(), 0)
        self.list.lines.show_items(shown)
        self.stack.setCurrentIndex(0 if self._found else 1)
        self.lead_focus(self.list if self._found else self.empty)
        if shown:
            self.list.go_to(min(row, len(shown) - 1))
        else:
            about = self.session.translate(_("Nothing matches.")) if self._found else ""
            self.pane.show_nothing(about)
        self.back.setEnabled(bool(shown) and not self.desk.read_only)

    def list_text(self, found: Removed) -> str:
        """What a removed record's line says."""
        line = self._line(found)
        return f"{line.title} {line.under}"

    def _line(self, found: Removed) -> Line:
        translate, teller = self.session.translate, Teller(self.session)
        title = Message("{kind} {name}").fill(kind=teller.kind(found.item), name=teller.name(found.item))
        who = found.who or translate(_("Unnamed"))
        under = [when(found.at, translate), who, found.reason, self._contents(found)]
        return Line(translate(title), " · ".join(text for text in under if text))

    def _contents(self, found: Removed) -> str:
        teller = Teller(self.session)
        counts = Counter(teller.kind(item) for item in found.owned)
        between = self.session.translate(_(", "))
        parts = between.join(f"{kind} × {count}" for kind, count in counts.most_common(4))
        return self.session.translate(_("with {parts}").fill(parts=parts)) if parts else ""

    def _show(self, found: Removed) -> None:
        line = self._line(found)
        changes = [Change(item, None) for item in found.records]
        self.pane.show_told(line.title, line.under, Teller(self.session).lines(changes), TITLES)

    def restore(self) -> None:
        """Bring the chosen record back with all it owned, and show it."""
        found = self.list.current
        if found is None or self.desk.read_only:
            return
        if not restore_removed(self.session, found):
            text = _("It belonged to something that was deleted too. Restore that first.")
            self.status.emit(self.session.translate(text))
            return
        self.desk.autosave.flush()
        self.go_to(found.item.id)

    def find(self) -> None:  # type: ignore[override] # the window's word; Qt's static find is another
        """Put the cursor into the filter."""
        self.filter.setFocus()

    def focus_regions(self) -> list[QWidget]:
        """The filter, what is gone, what it contained."""
        return [self.filter, self.list, self.pane] if self._found else [self.empty]


def _removed(store: SqliteStore, scope: str | None) -> list[Removed]:
    from workbench.storage.past import removed  # late: it knows the database

    return removed(store, scope)
