"""All there is to one record, to be read and typed in; every key is stored."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.editors import Editor, make_editor
from ui.edits import Edits
from ui.session import Session
from ui.theme import ElidedWords, Press, Words
from ui.typed import Typed, tone_of
from workbench.domain import Record
from workbench.messages import Message, _
from workbench.rules.deadlines import printed
from workbench.spec import Code, Computed, Context, Deadline, Field
from workbench.workspace import Event

WIDEST = 860
NARROW = 560
LABELS = 168


class FieldRow(QWidget):
    """A label, an editor, and what is wrong with the value once the field was left."""

    def __init__(self, field: Field, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.editor: Editor = make_editor(field, session)
        self.label = Words(session.theme, "ui", "ink2", wrap=True)
        self.label.setMinimumHeight(session.theme.px(32))
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.problem = Words(session.theme, "cap", "amber_t", wrap=True)
        self.problem.hide()
        self.note = Words(session.theme, "cap", "ink3", wrap=True)
        self.note.hide()
        self.label.setBuddy(self.editor)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._narrow: bool | None = None
        self.lay_out(narrow=False)

    def lay_out(self, *, narrow: bool) -> None:
        """The label to the left, or above where there is little room."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        top = Qt.AlignmentFlag.AlignTop
        self._grid.setColumnMinimumWidth(0, 0 if narrow else LABELS)
        self._grid.addWidget(self.label, 0, 0, top)
        self._grid.addWidget(self.editor, *((1, 0) if narrow else (0, 1)))
        self._grid.addWidget(self.note, *((2, 0) if narrow else (1, 1)))
        self._grid.addWidget(self.problem, *((3, 0) if narrow else (2, 1)))
        self._grid.setColumnStretch(0, 1 if narrow else 0)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
        self.label.setFixedWidth(LABELS) if not narrow else self.label.setMaximumWidth(WIDEST)

    def show_problem(self, text: str) -> None:
        """Say what is wrong, or nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def show_note(self, item: Record, context: Context) -> None:
        """Say what a deadline's words were read as."""
        if not isinstance(self.field, Deadline):
            return
        text = self.field.get(item)
        due, start = getattr(item, self.field.due), getattr(item, "start", None)
        said = printed(text, due, context.translate, start)
        self.note.setText(said)
        self.note.setVisible(bool(due) and said != text.strip())


class RecordPage(QWidget):
    """One record of a form. ``closed`` asks to go back; ``stepped`` to go to the record before or after."""

    closed = Signal()
    stepped = Signal(int)

    def __init__(self, edits: Edits, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits, self._session = edits, session
        self._alone = edits.form.single
        self.identity = ""
        self.rows: dict[str, FieldRow] = {}
        self._titles: list[tuple[QLabel, Message]] = []
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(self._header())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body_widget = self._body()
        self._area.setWidget(self._body_widget)
        outside.addWidget(self._area, 1)
        session.changed.connect(self._follow)
        QApplication.instance().focusChanged.connect(self._reveal)  # type: ignore[union-attr]
        self.say_anew()

    def _header(self) -> QWidget:
        theme = self._session.theme
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(24 if self._alone else 14, 14, 20, 10)
        row.setSpacing(6)
        self.back = Press(theme, "ghost", "arrow-left")
        self.previous = Press(theme, "ghost", "chevron-up")
        self.next = Press(theme, "ghost", "chevron-down")
        self.code = Words(theme, "ui", "ink3")
        self.title = ElidedWords(theme, "h1" if self._alone else "h2", "ink1")
        self.state = Words(theme, "capb", "ink3")
        for widget in (self.back, self.code, self.title):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.state, self.previous, self.next):
            row.addWidget(widget)
        for widget in (self.back, self.code, self.previous, self.next):
            widget.setVisible(not self._alone)
        self.back.clicked.connect(self.closed)
        self.previous.clicked.connect(partial(self.stepped.emit, -1))
        self.next.clicked.connect(partial(self.stepped.emit, 1))
        return bar

    def _body(self) -> QWidget:
        form, body = self._edits.form, QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(24, 4, 24, 32)
        self._column.setSpacing(0)
        self._add_fields(form.fields)
        for section in form.sections:
            title = Words(self._session.theme, "h3", "ink1")
            self._titles.append((title, section.title))
            self._column.addSpacing(20)
            self._column.addWidget(title)
            self._column.addSpacing(4)
            self._add_fields(section.fields)
        self._column.addStretch(1)
        return body

    def _add_fields(self, fields: tuple[Field, ...]) -> None:
        for field in fields:
            row = FieldRow(field, self._session, self)
            row.setMaximumWidth(WIDEST)
            row.editor.edited.connect(partial(self._store, row))
            row.editor.ended.connect(partial(self._end, row))
            self.rows[field.name] = row
            self._column.addWidget(row)

    def show_record(self, identity: str) -> bool:
        """Show a record; False if there is none of that id."""
        item = self._edits.find(identity)
        if item is None:
            return False
        if identity != self.identity:
            self.finish()
            self.identity = identity
            for row in self.rows.values():
                row.show_problem("")
                row.editor.refusal = None
            self._area.verticalScrollBar().setValue(0)
        self._show(item)
        return True

    def finish(self) -> None:
        """Take over what is being composed."""
        for row in self.rows.values():
            row.editor.finish()
        self._session.workspace.end_visit()

    @property
    def first_field(self) -> FieldRow:
        """The field that typing begins in."""
        return self.rows[self._edits.main_field.name]

    def focus_field(self, name: str = "") -> None:
        """Put the cursor into a field, the main one for no name."""
        chosen = self.rows.get(name) or self.rows[self._edits.main_field.name]
        if isinstance(chosen.field, Computed | Code):
            chosen = self.rows[self._edits.main_field.name]
        chosen.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focused_field(self) -> str:
        """The field that has the focus."""
        focus = self.focusWidget()
        return next(
            (name for name, row in self.rows.items() if focus is not None and row.isAncestorOf(focus)), ""
        )

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        context = self._session.context()
        for row in self.rows.values():
            row.label.setText(context.translate(row.field.label))
            row.editor.say_anew(context)
        for title, text in self._titles:
            title.setText(context.translate(text))
        for button, name, keys in (
            (self.back, _("Back to the table"), "Esc"),
            (self.previous, _("Previous"), "Ctrl+PgUp"),
            (self.next, _("Next"), "Ctrl+PgDn"),
        ):
            button.setAccessibleName(context.translate(name))
            button.setToolTip(f"{context.translate(name)}  {keys}")
        if (item := self._edits.find(self.identity)) is not None:
            self._show(item)
            for row in self.rows.values():
                if row.problem.isVisibleTo(row):
                    self._check(row, item)

    def _show(self, item: Record, besides: object = None) -> None:
        context = self._session.context()
        for row in self.rows.values():
            if row.editor is not besides:
                row.editor.show_item(item, context)
            row.show_note(item, context)
        self.code.setText(str(getattr(item, "code", "")))
        own = str(self._edits.main_field.get(item) or "")
        self.title.setText(context.translate(self._edits.form.title) if self._alone else own)
        grouping = self._edits.grouping
        if grouping is not None:
            tone = tone_of(grouping, item, context)
            self.state.setText(grouping.text(item, context))
            self.state.show_tone(f"{tone}_t" if tone else "ink3")

    def _store(self, row: FieldRow, typed: Typed) -> None:
        self._edits.change(self.identity, row.field, typed, by=row.editor)
        if row.problem.isVisible() and (item := self._edits.find(self.identity)) is not None:
            self._check(row, item)

    def _end(self, row: FieldRow) -> None:
        self._session.workspace.end_visit()
        item = self._edits.find(self.identity)
        if item is not None:
            row.editor.show_item(item, self._session.context())
            self._check(row, item)

    def _check(self, row: FieldRow, item: Record) -> None:
        context = self._session.context()
        problem = row.editor.refusal or row.field.problem(item, context)
        row.show_problem(context.translate(problem) if problem else "")

    def _follow(self, event: Event) -> None:
        for change in event.changes:
            if change.some.id != self.identity or not self.identity:
                continue
            if change.after is None:
                self.closed.emit()
                return
            self._show(change.after, besides=event.by)

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and self._body_widget.isAncestorOf(new):
            self._area.ensureWidgetVisible(new, 0, 60)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what has been made on other pages in the meantime."""
        super().showEvent(event)
        if not event.spontaneous() and (item := self._edits.find(self.identity)) is not None:
            self._show(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, Ctrl+PgUp and Ctrl+PgDn to the records before and after."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and not self._alone:
            self.finish()
            self.closed.emit()
        elif ctrl and step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels go above their fields where there is little room."""
        super().resizeEvent(event)
        for row in self.rows.values():
            row.lay_out(narrow=self.width() < NARROW)
