"""The six questions of a requirement: each with its word, its answer, and whether it has one."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.chip import Chip
from ui.editors import TextEditor
from ui.field_row import FieldRow
from ui.flow import Flow
from ui.inputs import NoteInput
from ui.quiet import show_quiet
from ui.session import Session
from ui.theme import Words
from ui.toggle_chip import ToggleChip
from ui.typed import Typed
from workbench.domain import Record, Requirement
from workbench.messages import _
from workbench.rules.realisation import KINDS, split, toggled
from workbench.rules.validation import QUESTIONS, answered
from workbench.spec import Context, Field, Line

if TYPE_CHECKING:
    from collections.abc import Iterable

LABELS = 112
CHIP = 82
HIGH = 36
"""As high as an answer of one line."""
_WORD = re.compile(r"(?P<word>[A-Za-z0-9 ]+?)\s*[-:：]\s*(?P<rest>.+)")


def answer_editor(field: Field, session: Session) -> TextEditor:
    """As high as the answer is long; in a line Enter ends it."""
    box = NoteInput(lowest=1)
    box.enter_ends = isinstance(field, Line)
    return TextEditor(field, session, box)


class WayEditor(TextEditor):
    """How it is to be done; below, of which kind that is: the kinds stand before the text."""

    def __init__(self, field: Field, session: Session) -> None:
        note = NoteInput(lowest=1)
        super().__init__(field, session, note)
        self.note = note
        self._ask = Words(session.theme, "cap", "ink2")
        self.kinds = {kind: ToggleChip(session.theme) for kind in KINDS}
        holder = QWidget()
        row = Flow(holder)
        row.setContentsMargins(0, 0, 0, 4)
        row.addWidget(self._ask)
        for kind, chip in self.kinds.items():
            row.addWidget(chip)
            chip.clicked.connect(partial(self._toggle, kind))
        self.inside.addWidget(holder)
        self.box.edited.connect(self._show_kinds)

    def say_anew(self, context: Context) -> None:
        """Say everything in the language of now."""
        super().say_anew(context)
        self._ask.setText(context.translate(_("First decide which kind it is")))
        for kind, chip in self.kinds.items():
            chip.show_word(context.translate(KINDS[kind]))

    def show_item(self, item: Record, context: Context) -> None:
        """Show the text, and the kinds that it names."""
        super().show_item(item, context)
        self._show_kinds(str(self.field.get(item)))

    def _show_kinds(self, text: str) -> None:
        named, _rest = split(text)
        for kind, chip in self.kinds.items():
            chip.setChecked(kind in named)

    def _toggle(self, kind: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.box.finish()
        text = toggled(self.note.toPlainText(), kind, self.session.context().project.language)
        self.box.show_text(text)
        self._show_kinds(text)
        label = _("{name}: {field}: {kind}").fill(field=self.field.label, kind=KINDS[kind])
        self.edited.emit(Typed({self.field.name: text}, label=label))


class QuestionLine(QWidget):
    """One question over a hairline."""

    def __init__(self, name: str, row: FieldRow, session: Session) -> None:
        super().__init__()
        self.name, self.row, self._theme = name, row, session.theme
        self.word, self.mark = Chip(session.theme), QLabel()
        self.word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rest = ""
        row.label_width(session.theme.px(LABELS))
        row.show_tight(session.theme.px(HIGH))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 5)
        line.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self._sunk(self.word), 0, top)
        line.addWidget(row, 1)
        line.addWidget(self._sunk(self.mark), 0, top)
        self._dress()

    def _sunk(self, widget: QWidget) -> QWidget:
        """As low as the words of the label beside it."""
        holder = QWidget()
        holder.setMinimumHeight(self._theme.px(HIGH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        return holder

    def _dress(self) -> None:
        self.word.setFixedWidth(self._theme.px(CHIP))
        self.mark.setFixedWidth(self._theme.px(18))

    def say_anew(self) -> None:
        """The word before, what it asks as the label."""
        whole = self.row.label.text()
        found = _WORD.fullmatch(whole)
        rest = found["rest"] if found else whole
        self.rest = rest[:1].upper() + rest[1:]
        self.row.label.setText(self.rest)
        self.word.setText(found["word"] if found else "")

    def show_state(self, context: Context, *, done: bool) -> None:
        """Mark an answer, and an answer that is missing."""
        asked = self.name in QUESTIONS
        tone = "accent" if done else "amber" if asked else "grey"
        self.word.show_word(self.word.text(), tone)
        icon, colour, said = ("circle-check", "green", _("Answered"))
        if not done:
            icon, colour, said = ("circle-dashed", "amber", _("Not filled in yet"))
        if not asked:
            icon, said = ("", _("Optional"))
        self._dress()
        if icon:
            size = self._theme.px(16)
            self.mark.setPixmap(self._theme.icon(icon, colour, 16).pixmap(size))
        self.mark.setToolTip(context.translate(said))
        self.mark.setAccessibleName(context.translate(said))
        editor = self.row.editor
        if isinstance(editor, TextEditor):
            show_quiet(editor.box, quiet=done)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()


class Questions(QWidget):
    """All of them; ``summary`` says how many are answered and which are open."""

    def __init__(self, rows: Iterable[tuple[str, FieldRow]], session: Session) -> None:
        super().__init__()
        self.lines = {name: QuestionLine(name, row, session) for name, row in rows}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self.lines.values():
            column.addWidget(line)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        for line in self.lines.values():
            line.say_anew()

    def show_item(self, item: Requirement, context: Context) -> None:
        """Show what is answered."""
        done = {*answered(item), *(["cost"] if item.cost.strip() else [])}
        for name, line in self.lines.items():
            line.show_state(context, done=name in done)

    def summary(self, item: Requirement, context: Context) -> str:
        """How many are answered, and which are open."""
        translate, done = context.translate, answered(item)
        open_ones = [self.lines[name].rest for name in QUESTIONS if name not in done]
        said = _("{count} of {all} answered").fill(count=len(done), all=len(QUESTIONS))
        missing = _("still open: {names}").fill(names=translate(_(", ")).join(open_ones))
        return " · ".join([translate(said), *([translate(missing)] if open_ones else [])])
