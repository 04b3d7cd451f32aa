"""The lines of a call: the last one always right above the line that is being typed."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ui.inputs import ENTER, NoteInput
from ui.interview.row_paint import RowPainter
from ui.interview.rows import LineRow, Row, RowsModel
from ui.session import Session
from ui.theme.ring import Ring
from workbench.domain import Note
from workbench.messages import _

Key = Qt.Key
Flag = QItemSelectionModel.SelectionFlag


class LineEditor(NoteInput):
    """Edits the words of a line where they stand; Shift+Enter breaks them."""

    done = Signal()

    def __init__(self, view: LinesView) -> None:
        super().__init__(view.viewport(), lowest=1, highest=8)
        self.identity = ""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape end the edit; nothing is deleted."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Key.Key_Escape or (event.key() in ENTER and not shift):
            self.done.emit()
        else:
            super().keyPressEvent(event)


class LinesView(QListView):
    """The rows, held to the bottom. ``left_down`` tells that one wants back to the input line."""

    left_down = Signal()
    chosen_changed = Signal()
    edited = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._whole = False
        self.table = RowsModel()
        self.painter = RowPainter(self, self.table, session)
        self.setModel(self.table)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumHeight(40)
        self.viewport().setAutoFillBackground(False)  # a palette of its own would outlive a change of theme
        self.editor = LineEditor(self)
        self.editor.edited.connect(lambda text: self.edited.emit(self.editor.identity, text))
        self.editor.done.connect(self.end_edit)
        self.editor.left.connect(self._hide_editor)
        self._whole = True
        self.ring = Ring(session.theme, self)
        self.say_anew()

    def say_anew(self) -> None:
        """Say and lay out everything in the language and size of now."""
        translate = self._session.translate
        self.setAccessibleName(translate(_("Lines of the call")))
        self.editor.setAccessibleName(translate(_("Words of the line")))
        self.editor.setFont(self._session.theme.font("body"))
        self.painter.forget()
        self.arrange()

    def show_rows(self, rows: list[Row], *, follow: bool) -> None:
        """Show other rows; ``follow`` goes to the last one."""
        at_end = self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() - 4
        if self.table.show_rows(rows):
            current = self.currentIndex()
            self.painter.chosen = current.row() if self.selectionModel().isSelected(current) else -1
            self.arrange()
        if follow or at_end:
            self.scrollToBottom()

    def arrange(self) -> None:
        """Lay the rows out, with room above where they do not fill the list."""
        used, at = 0, len(self.table.rows)
        while at > 0 and used < self.height():
            at -= 1
            used += self.painter.laid_row(at).height
        room = max(0, self.height() - used - 1)
        if self.viewportMargins().top() != room:
            self.setViewportMargins(0, room, 0, 0)
        self.scheduleDelayedItemsLayout()
        if self.editor.isVisible():
            self._place_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the last line."""
        at_end = self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() - 4
        super().resizeEvent(event)
        self.arrange()
        if at_end:
            self.scrollToBottom()

    @property
    def chosen(self) -> list[Note]:
        """The lines that are chosen, in order."""
        found = sorted(index.row() for index in self.selectedIndexes())
        rows = [self.table.rows[at] for at in found if at < len(self.table.rows)]
        return [row.note for row in rows if isinstance(row, LineRow)]

    def choose(self, identity: str) -> bool:
        """Choose one line; none for no id."""
        at = self.table.row_of(identity)
        if at < 0:
            self.clearSelection()
            self.setCurrentIndex(self.rootIndex())
            return False
        self.selectionModel().setCurrentIndex(self.table.index(at), Flag.ClearAndSelect)
        self.arrange()
        self.scrollTo(self.table.index(at))
        return True

    def choose_last(self) -> bool:
        """Choose the last line and take the focus; False if there is none."""
        lines = [row.note.id for row in self.table.rows if isinstance(row, LineRow)]
        if lines:
            self.choose(lines[-1])
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(lines)

    def selectionChanged(self, new: object, old: object) -> None:  # noqa: N802 - Qt's name
        """Lay the chosen line out with what can be done."""
        super().selectionChanged(new, old)  # type: ignore[arg-type]
        if self._whole:
            current = self.currentIndex()
            chosen = self.selectionModel().isSelected(current)
            self.painter.chosen = current.row() if chosen else -1
            self.arrange()
            self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits; down from the last line, and Escape, lead back to the input line."""
        last = self.currentIndex().row() == len(self.table.rows) - 1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and (event.key() in ENTER or event.key() == Key.Key_F2):
            self.begin_edit()
        elif event.key() == Key.Key_Escape or (plain and last and event.key() == Key.Key_Down):
            self.left_down.emit()
        elif not self._steps(event):
            super().keyPressEvent(event)

    def _steps(self, event: QKeyEvent) -> bool:
        """Go from line to line, over the rows that name a stage."""
        step = {Key.Key_Up: -1, Key.Key_Down: 1}.get(Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        at = self.currentIndex().row() + step
        while 0 <= at < len(self.table.rows):
            row = self.table.rows[at]
            if isinstance(row, LineRow):
                return self.choose(row.note.id)
            at += step
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the line that was pointed at."""
        super().mouseDoubleClickEvent(event)
        self.begin_edit()

    def begin_edit(self) -> None:
        """Edit the words of the chosen line where they stand."""
        if notes := self.chosen:
            self.editor.identity = notes[0].id
            self.editor.show_text(notes[0].text)
            self._place_editor()
            self.editor.show()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            cursor = self.editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.editor.setTextCursor(cursor)

    def _place_editor(self) -> None:
        at = self.table.row_of(self.editor.identity)
        if at >= 0:
            index = self.table.index(at)
            box = self.painter.laid(index).text_box.translated(self.visualRect(index).topLeft())
            self.editor.setGeometry(
                QRect(box.left() - 8, box.top() - 6, box.width() + 12, self.editor.height())
            )

    def end_edit(self) -> None:
        """The words are done; the focus stays on the line."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_editor(self) -> None:
        self.editor.hide()
        self._session.workspace.end_visit()
