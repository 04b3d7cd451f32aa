"""One acceptance criterion: a tick, its words, how it is today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QWidget

from ui.inputs import LineInput, NoteInput
from ui.quiet import show_quiet
from ui.theme import Press, Words
from workbench.domain.text import clean, one_line
from workbench.messages import Translate, _
from workbench.rules.acceptance import Criterion

if TYPE_CHECKING:
    from ui.session import Session

Key = Qt.Key
STEPS = {Key.Key_Up: -1, Key.Key_Down: 1}
CTRL = Qt.KeyboardModifier.ControlModifier
LEAST, MOST = 56, 220
"""How wide today's value is."""


class CriterionInput(NoteInput):
    """Breaks long words into lines; Enter ends them. ``emptied`` asks to be taken away."""

    emptied = Signal()
    many_pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__(lowest=1)
        self.enter_ends = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace where nothing is written takes the criterion away; arrows at the edge lead on."""
        if event.key() == Key.Key_Backspace and not self.toPlainText():
            self.emptied.emit()
        elif event.key() in STEPS and (event.modifiers() & CTRL or not self._can_step(Key(event.key()))):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _can_step(self, key: Qt.Key) -> bool:
        up = QTextCursor.MoveOperation.Up
        return QTextCursor(self.textCursor()).movePosition(
            up if key == Key.Key_Up else QTextCursor.MoveOperation.Down
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several lines become several criteria."""
        text = clean(source.text())
        if "\n" in text.strip():
            self.many_pasted.emit(text)
        else:
            self.insertPlainText(one_line(text))


class _Tick(QCheckBox):
    """Leaves the arrows to the row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Qt would go to the next input with an arrow."""
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CriterionRow(QWidget):
    """``edited`` for words, ``ticked`` for the box; ``stepped`` and ``moved`` up or down."""

    edited = Signal()
    ticked = Signal()
    left = Signal()
    entered = Signal()
    stepped = Signal(int)
    moved = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._theme = theme = session.theme
        self.box, self.words, self.today = _Tick(), CriterionInput(), LineInput()
        self.today_name = Words(theme, "cap", "ink3")
        self.gone = Press(theme, "small", "x")
        self.gone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = self.gone.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.gone.setSizePolicy(policy)
        self.today.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.box)
        row.addWidget(self.words, 1)
        for widget in (self.gone, self.today_name, self.today):
            row.addWidget(widget)
        self.box.clicked.connect(self.ticked)
        for box in (self.words, self.today):
            box.edited.connect(self._changed)
            box.entered.connect(self.entered)
            box.left.connect(self.left)
            box.left.connect(self._dress)
        self._dress()

    @property
    def criterion(self) -> Criterion:
        """What is written and ticked."""
        return Criterion(self.words.toPlainText(), self.today.text(), self.box.isChecked())

    @property
    def composing(self) -> bool:
        """Whether an input method is at work."""
        return bool(self.words.composition.text or self.today.composition.text)

    def show_criterion(self, criterion: Criterion) -> None:
        """Show another one."""
        self.words.show_text(criterion.text)
        self.today.show_text(criterion.today)
        self.box.setChecked(criterion.met)
        self._dress()

    def say_anew(self, translate: Translate) -> None:
        """Say everything in the language of now."""
        self.words.setPlaceholderText(translate(_("Add what the client can check")))
        self.words.setAccessibleName(translate(_("Acceptance criterion")))
        self.today_name.setText(translate(_("today")))
        self.today.setPlaceholderText("—")
        self.today.setAccessibleName(translate(_("How it is today")))
        self.box.setToolTip(translate(_("Criterion met")))
        self.gone.setAccessibleName(translate(_("Take the criterion away")))
        self.gone.setToolTip(translate(_("Take the criterion away")))
        self._name_box()

    def finish(self) -> None:
        """Take over what is being composed."""
        self.words.finish()
        self.today.finish()

    def _changed(self, _text: str) -> None:
        self._dress()
        self.edited.emit()

    def _dress(self) -> None:
        """A criterion that is not written yet shows where to write, and nothing else."""
        written = not self.criterion.empty
        self.box.setEnabled(written)
        self.gone.setVisible(written and (self.underMouse() or self._has_focus))
        self.today_name.setVisible(written)
        self.today.setVisible(written)
        wide = self.today.fontMetrics().horizontalAdvance(self.today.text()) + self._theme.px(28)
        self.today.setFixedWidth(max(self._theme.px(LEAST), min(wide, self._theme.px(MOST))))
        show_quiet(self.words, quiet=written)
        show_quiet(self.today, quiet=True)
        self._name_box()

    @property
    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer to take the criterion away."""
        super().enterEvent(event)
        self._dress()

    def leaveEvent(self, event: QEvent) -> None:
        """Offer nothing any more."""
        super().leaveEvent(event)
        self._dress()

    def _name_box(self) -> None:
        self.box.setAccessibleName(self.words.toPlainText()[:80] or self.words.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next criterion, with Ctrl they take this one along."""
        step = STEPS.get(Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & CTRL:
            self.moved.emit(step)
        else:
            self.stepped.emit(step)
