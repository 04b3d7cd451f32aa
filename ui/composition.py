"""What an input method is composing, and which keys are then not ours."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

Modifier = Qt.KeyboardModifier
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_HISTORY = {Qt.Key.Key_Z, Qt.Key.Key_Y}


class Composition(QObject):
    """What an input method is composing in one input; while it does, every key belongs to it.

    ``ended`` tells that nothing is being composed any more, after the input has heard of the text.
    """

    ended = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        self.text = ""
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep keys from the input where they are not its own."""
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            return self._keeps(event)
        if event.type() == QEvent.Type.Hide:
            self.finish()
        return False

    def _keeps(self, event: QKeyEvent) -> bool:
        if self.text:
            event.accept()  # neither a shortcut nor a key of ours while something is being composed
            return True
        if is_history_key(event):
            event.ignore()
            return True
        return False

    def note(self, event: QInputMethodEvent, preedit: str) -> None:
        """Hear of an event after the input has; ``preedit`` is read before, as Qt reuses events."""
        was, self.text = self.text, preedit
        if was and not preedit:
            self.ended.emit()
        event.accept()

    def finish(self) -> None:
        """Commit what is being composed, once, whether or not the input method answers."""
        if not self.text:
            return
        if QGuiApplication.focusObject() is self._watched:
            QGuiApplication.inputMethod().commit()
        if self.text:
            event = QInputMethodEvent("", [])
            event.setCommitString(self.text)
            QCoreApplication.sendEvent(self._watched, event)
            if QGuiApplication.focusObject() is self._watched:
                QGuiApplication.inputMethod().reset()


def is_history_key(event: QKeyEvent) -> bool:
    """Whether a key is undo or redo, which belong to the window."""
    plain = event.modifiers() & ~(Modifier.ShiftModifier | Modifier.KeypadModifier)
    return plain == Modifier.ControlModifier and event.key() in _HISTORY
