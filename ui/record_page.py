"""All there is to one record, to be read and typed in; every key is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.editors import make_editor
from ui.edits import Edits
from ui.field_row import NARROW, FieldRow
from ui.record_dress import Dress
from ui.record_header import RecordHeader
from ui.requirement_dress import RequirementDress
from ui.session import Session
from ui.tab_order import follow_layout
from ui.typed import Typed, tone_of
from workbench.domain import Record, Requirement
from workbench.spec import Code, Computed, Context, Day, Field, Reference
from workbench.workspace import Event

DRESSES: Mapping[type[Record], type[Dress]] = {Requirement: RequirementDress}
"""Kinds of record whose page is laid out in a way of its own."""


class RecordPage(QWidget):
    """One record of a form. ``closed`` asks to go back; ``stepped`` to go to the record before or after.

    ``wanted_item`` gives a record of another page, ``linked`` asks for evidence,
    ``history_wanted`` for its past.
    """

    wanted_item = Signal(str)
    linked = Signal()
    history_wanted = Signal()
    closed = Signal()
    stepped = Signal(int)

    def __init__(
        self, edits: Edits, session: Session, parent: QWidget | None = None, *, at_once: bool = True
    ) -> None:
        super().__init__(parent)
        self._edits, self._session = edits, session
        self._alone = edits.form.single
        self.identity = ""
        self.rows: dict[str, FieldRow] = {}
        self.dress = DRESSES.get(edits.form.record, Dress)(edits, session)
        self.dress.setParent(self)
        if self.dress.side is not None:
            self.dress.side.setParent(self)
        self._making = self._make()
        if at_once:
            self.complete()

    def make_more(self) -> bool:
        """Make another part; False when everything is there."""
        return next(self._making, None) is not None

    def complete(self) -> None:
        """Make what is not there yet."""
        while self.make_more():
            pass

    def _make(self) -> Iterator[QWidget]:
        """Part by part. What is made in its place is dressed once; what is moved later, again."""
        left = QWidget(self)
        yield left
        self.header = RecordHeader(self._session.theme, self.dress, left, alone=self._alone)
        self.header.closed.connect(self.closed)
        self.header.stepped.connect(self.stepped)
        yield self.header
        self._area = _scroll_area(left)
        yield from self._make_body(self._area.viewport())
        self._lay_out(left)
        yield self._area
        follow_layout(self)
        yield left
        self.dress.wanted_item.connect(self.wanted_item)
        self.dress.linked.connect(self.linked)
        self.dress.history_wanted.connect(self.history_wanted)
        self.dress.field_wanted.connect(self.focus_field)
        self._session.changed.connect(self._follow)
        QApplication.instance().focusChanged.connect(self._reveal)  # type: ignore[union-attr]
        self.say_anew()
        yield self
        for child in self.findChildren(QWidget):
            child.ensurePolished()

    def _make_body(self, port: QWidget) -> Iterator[QWidget]:
        self._body = body = QWidget(port)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 4, 24, 32)
        column.setSpacing(0)
        for field in self._edits.form.all_fields:
            self._add_field(field, body)
            yield self.rows[field.name]
        self.dress.lay_out(column, self.rows)
        column.addStretch(1)
        yield body

    def _lay_out(self, left: QWidget) -> None:
        outside = QVBoxLayout(left)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(self.header)
        self._area.setWidget(self._body)
        outside.addWidget(self._area, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(left, 1)
        if self.dress.side is not None:
            whole.addWidget(self.dress.side)

    def _add_field(self, field: Field, body: QWidget) -> None:
        make = self.dress.editors.get(field.name, make_editor)
        row = self.rows[field.name] = FieldRow(field, make(field, self._session), self._session, body)
        row.editor.edited.connect(partial(self._store, row))
        row.editor.ended.connect(partial(self._end, row))

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
        self.dress.say_anew(context)
        self.header.say_anew(context.translate)
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
        self.dress.show_item(item, context)
        self.header.code.setText(str(getattr(item, "code", "")))
        own = str(self._edits.main_field.get(item) or "") or self._some_text(item, context)
        self.header.title.setText(context.translate(self._edits.form.title) if self._alone else own)
        grouping = self._edits.grouping
        if grouping is not None and not self.dress.chips:
            tone = tone_of(grouping, item, context)
            self.header.state.setText(grouping.text(item, context))
            self.header.state.show_tone(f"{tone}_t" if tone else "ink3")

    def _some_text(self, item: Record, context: Context) -> str:
        """What a record without words of its own can be told by: where it starts from, its day."""
        told = (each for each in self._edits.form.fields if isinstance(each, Day | Reference))
        return next((text for each in told if (text := each.text(item, context))), "")

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
        own = [change for change in event.changes if self.identity and change.some.id == self.identity]
        if not own and self.isVisible() and (item := self._edits.find(self.identity)) is not None:
            self.dress.show_item(item, self._session.context())
        for change in own:
            if change.after is None:
                self.closed.emit()
                return
            self._show(change.after, besides=event.by)

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and self._body.isAncestorOf(new):
            self._area.ensureWidgetVisible(new, 0, 60)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what has been made on other pages in the meantime."""
        super().showEvent(event)
        if not event.spontaneous() and (item := self._edits.find(self.identity)) is not None:
            self._show(item)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Tab goes as one reads: fields are made in another order than they stand in."""
        follow_layout(self)
        return super().focusNextPrevChild(forward)

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

    def minimumSizeHint(self) -> QSize:
        """What stands beside goes before the fields have to."""
        size, side = super().minimumSizeHint(), self.dress.side
        if side is not None and not side.isHidden():
            size.setWidth(size.width() - side.width())
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels go above their fields where there is little room."""
        super().resizeEvent(event)
        room = self.dress.share(self.width())
        for row in self.rows.values():
            row.lay_out(narrow=room < NARROW)


def _scroll_area(parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
