"""Five buttons for a score."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ui.theme import Theme
from ui.voice import literal

Key = Qt.Key
DIGITS = {Key.Key_1: 1, Key.Key_2: 2, Key.Key_3: 3, Key.Key_4: 4, Key.Key_5: 5}
CLEARING = {Key.Key_0, Key.Key_Backspace, Key.Key_Delete}
STEPS = {Key.Key_Left: -1, Key.Key_Right: 1}


class ScoreButton(QAbstractButton):
    """One score, painted: filled when chosen, a ring when it has the focus."""

    entered = Signal(int)

    def __init__(self, score: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.score, self._theme = score, theme
        self.setText(str(score))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """A square and the room for its ring."""
        return QSize(self._theme.px(36), self._theme.px(34))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say which score the pointer is on."""
        super().enterEvent(event)
        self.entered.emit(self.score)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, in the picker; Qt would only move the focus."""
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The square and its digit."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        on = self.isChecked()
        ground = "accent" if on else "press" if self.isDown() else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(theme.colour("accent" if on else "control"), 1))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(square, 6, 6)
        painter.setPen(theme.colour("on_accent" if on else "ink2"))
        painter.setFont(theme.font("uib"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


class ScorePicker(QWidget):
    """Chooses a score by pointer, digit or arrow. ``chosen`` gives it; 0 when it is taken away."""

    chosen = Signal(int)
    hovered = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score: int | None = None
        self._meanings: Mapping[str, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons = [ScoreButton(score, theme, self) for score in range(1, 6)]
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(lambda _on, score=button.score: self._choose(score))
            button.entered.connect(self.hovered)
        row.addStretch(1)
        theme.changed.connect(self.updateGeometry)
        self._keep_one_stop()

    def show_score(self, score: int | None) -> None:
        """Show a stored score."""
        self.score = score
        for button in self.buttons:
            button.setChecked(button.score == score)
        self._keep_one_stop()

    def show_meanings(self, label: str, meanings: Mapping[str, str]) -> None:
        """Say what the scores mean."""
        self._meanings = meanings
        for button in self.buttons:
            button.setToolTip(literal(self.meaning(button.score)))
            button.setAccessibleName(f"{label} {button.score}")
            button.setAccessibleDescription(self.meaning(button.score))

    def meaning(self, score: int) -> str:
        """What a score means, in words; nothing for none."""
        text = self._meanings.get(str(score), "")
        return f"{score}  {text}" if text else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Backspace takes the score away, arrows go to the next one."""
        key = Key(event.key())
        step = STEPS.get(key)
        if key in DIGITS:
            self._choose(DIGITS[key])
        elif key in CLEARING:
            self._choose(0)
        elif step:
            self._choose(min(5, max(1, (self.score or 3 - step) + step)))
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """No score is under the pointer any more."""
        super().leaveEvent(event)
        self.hovered.emit(0)

    def _choose(self, score: int) -> None:
        self.show_score(score or None)
        self.chosen.emit(score)
        if self.isAncestorOf(self.focusWidget() or self):
            self._stop.setFocus()

    @property
    def _stop(self) -> ScoreButton:
        return self.buttons[(self.score or 1) - 1]

    def _keep_one_stop(self) -> None:
        for button in self.buttons:
            own = button is self._stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._stop)
