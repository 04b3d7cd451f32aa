"""The line that is being typed: always ready, always at the same place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.flow import Flow
from ui.inputs import ENTER, NoteInput
from ui.interview.kinds import LOOKS
from ui.session import Session
from ui.theme import ElidedWords, Press, Theme, Words
from workbench.domain import Note, NoteKind
from workbench.messages import _
from workbench.rules.clock import stamp
from workbench.rules.marks import KINDS

Key = Qt.Key
Modifier = Qt.KeyboardModifier
_CALLS = {
    *(Key.Key_D, Key.Key_M, Key.Key_BracketLeft, Key.Key_BracketRight, Key.Key_Return, Key.Key_Enter),
    *(Key(Key.Key_1.value + digit) for digit in range(9)),
}
"""With Ctrl these are the window's, whatever an editor would make of them."""


class Typing(NoteInput):
    """The editor: Enter says the line, Shift+Enter breaks it, Up in the empty one goes to the last line."""

    upward = Signal()
    said = Signal()
    focus_moved = Signal()
    touched = Signal()
    """The first key of a line, be it one of a composition."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(lowest=1, highest=3)
        self._theme = theme
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setStyleSheet("QPlainTextEdit, QPlainTextEdit:focus { border: none; border-radius: 0; }")

    def event(self, event: QEvent) -> bool:
        """Leave the call's keys to the window; tell when the focus comes and goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.focus_moved.emit()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Modifier.ControlModifier)
            if control and event.key() in _CALLS and not self.composition.text:
                event.ignore()
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell when a line begins with a composition: its words come seconds later."""
        if event.preeditString() and not self.toPlainText():
            self.touched.emit()
        super().inputMethodEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground first: so nothing behind has to be painted for a key."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up in the empty line leads to the lines."""
        plain = not event.modifiers() & ~Modifier.KeypadModifier
        if plain and event.key() == Key.Key_Up and not self.toPlainText():
            self.upward.emit()
        elif event.key() in ENTER and plain:
            self.said.emit()
        elif event.key() in ENTER and event.modifiers() & (Modifier.ControlModifier | Modifier.AltModifier):
            event.ignore()
        else:
            super().keyPressEvent(event)


class KindChip(Press):
    """One kind with the digit of its key."""

    def __init__(self, theme: Theme, kind: NoteKind, digit: int) -> None:
        super().__init__(theme, "secondary", LOOKS[kind].icon)
        self.kind, self.digit = kind, digit
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet("QPushButton { padding: 1px 3px; min-height: 20px; }")

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other words, close to the icon: all kinds are to stand in one row."""
        QPushButton.setText(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show by a frame which kind the line will have."""
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            painter.end()


class Entry(QWidget):
    """The box with stamp and editor, and the kinds below. ``kind_chosen`` gives a kind that was pressed."""

    kind_chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._theme = theme = session.theme
        self.typing = Typing(theme)
        self.stamp = Words(theme, "ui", "accent_t")
        self.speaker = ElidedWords(theme, "cap", "ink3")
        self.enter = Words(theme, "cap", "ink3")
        self.enter.setText("↵")
        self.chips = [KindChip(theme, kind, digit) for digit, kind in enumerate(KINDS, 1)]
        self._lay_out()
        for chip in self.chips:
            chip.clicked.connect(lambda _checked, kind=chip.kind: self.kind_chosen.emit(kind))
        self.setFocusProxy(self.typing)
        self.typing.focus_moved.connect(self.update)
        theme.changed.connect(self.say_anew)
        self.say_anew()

    def _lay_out(self) -> None:
        self.box = QWidget()
        inside = QHBoxLayout(self.box)
        inside.setContentsMargins(10, 3, 8, 3)
        inside.setSpacing(6)
        inside.addWidget(self.stamp, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.typing, 1)
        inside.addWidget(self.speaker, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row = QWidget()
        flow = Flow(self.row, 4)
        for chip in self.chips:
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self.box)
        column.addWidget(self.row)

    def say_anew(self) -> None:
        """Say everything in the language and size of now."""
        translate = self._session.translate
        self.typing.setFont(self._theme.font("body"))
        self.typing.setAccessibleName(translate(_("What is being said")))
        self.typing.setPlaceholderText(translate(_("Type what is said; Enter keeps the line")))
        self.enter.setToolTip(translate(_("Enter keeps the line, Shift+Enter breaks it")))
        for chip in self.chips:
            word = translate(LOOKS[chip.kind].word)
            chip.setText(f"{word} {chip.digit}")
            chip.setFont(self._theme.font("cap"))
            chip.setIcon(self._theme.icon(LOOKS[chip.kind].icon, LOOKS[chip.kind].tone, 14))
            chip.setAccessibleName(word)
            chip.setToolTip(f"Ctrl+{chip.digit}")
        self.stamp.setFixedWidth(self._theme.px(44))
        self.typing.fit()

    def show_line(
        self, line: Note | None, kind: NoteKind | None, people: Sequence[str], speaker: str
    ) -> None:
        """Show the stamp, kind and speaker of the line; its words only by ``show_words``."""
        self.stamp.setText(stamp(line.at) if line else "")
        chosen = kind or (line.note_kind if line else None)
        for chip in self.chips:
            chip.setChecked(chip.kind is chosen)
        self.speaker.setVisible(len(people) > 1)
        self.speaker.setText(speaker)

    def show_words(self, text: str) -> None:
        """Show other words in the editor: another line."""
        self.typing.show_text(text)

    def show_slim(self, *, slim: bool) -> None:
        """Have less air."""
        margin = 8 if slim else 20
        column = self.layout()
        if column is not None:
            column.setContentsMargins(margin, 6, margin, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the box, strong while one types in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        painter.setPen(QPen(colour("line2"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        focus = self.typing.hasFocus()
        painter.setPen(QPen(colour("accent" if focus else "control"), 2 if focus else 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(QRectF(self.box.geometry()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
