"""One field of a record's page: its label, its editor, what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.editors import Editor
from ui.session import Session
from ui.theme import Words
from workbench.domain import Record
from workbench.rules.deadlines import printed
from workbench.spec import Context, Deadline, Field

WIDEST = 860
NARROW = 560
LABELS = 168


class FieldRow(QWidget):
    """A label, an editor, and what is wrong with the value once the field was left."""

    def __init__(self, field: Field, editor: Editor, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.editor = editor
        self.above = False
        """Whether the label always stands above."""
        self._labels = session.theme.px(LABELS)
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

    def show_tight(self, height: int) -> None:
        """Go without air above and below; the label is as high as a line of the field."""
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.label.setMinimumHeight(height)

    def label_width(self, width: int) -> None:
        """Give the label another width beside the field."""
        self._labels, narrow, self._narrow = width, bool(self._narrow), None
        self.lay_out(narrow=narrow)

    def lay_out(self, *, narrow: bool) -> None:
        """The label to the left, or above where there is little room."""
        narrow = narrow or self.above
        if narrow == self._narrow:
            return
        self._narrow = narrow
        top = Qt.AlignmentFlag.AlignTop
        self._grid.setColumnMinimumWidth(0, 0 if narrow else self._labels)
        self._grid.addWidget(self.label, 0, 0, top)
        self._grid.addWidget(self.editor, *((1, 0) if narrow else (0, 1)))
        self._grid.addWidget(self.note, *((2, 0) if narrow else (1, 1)))
        self._grid.addWidget(self.problem, *((3, 0) if narrow else (2, 1)))
        self._grid.setColumnStretch(0, 1 if narrow else 0)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
        self.label.setFixedWidth(self._labels) if not narrow else self.label.setMaximumWidth(WIDEST)

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
