"""Alt with a digit names people and verdicts in a workshop, not the phases of the project."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.inputs import LineInput, NoteInput

HIGHEST = 9


class AltDigits(QObject):
    """Takes those keys wherever in a widget they are pressed; ``pressed`` gives the digit."""

    pressed = Signal(int)

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside

    def watch(self) -> None:
        """Begin to take the keys."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def stop(self) -> None:
        """Leave the keys to the window."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key before it is a shortcut, or a digit in a text."""
        if not isinstance(event, QKeyEvent) or not self._is_mine(watched, event):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.pressed.emit(event.key() - Qt.Key.Key_0)
        event.accept()
        return True

    def _is_mine(self, watched: QObject, event: QKeyEvent) -> bool:
        here = self._inside
        inside = isinstance(watched, QWidget) and (watched is here or here.isAncestorOf(watched))
        composing = isinstance(watched, LineInput | NoteInput) and bool(watched.composition.text)
        digit = 1 <= event.key() - Qt.Key.Key_0 <= HIGHEST
        return inside and digit and not composing and event.modifiers() == Qt.KeyboardModifier.AltModifier
