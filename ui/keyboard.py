"""Which keys are the window's: none while something is composed, and undo always."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton, QRadioButton, QWidget

_UNDO = frozenset({"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"})


class Keyboard(QObject):
    """Watches whatever has the focus in one application."""

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or application)
        self._text = ""
        self.window_keys: Collection[str] = _UNDO
        """The keys of undo and redo, which no editor keeps for itself."""
        application.focusChanged.connect(self._follow)

    @property
    def composing(self) -> bool:
        """Whether an input method is composing."""
        return bool(self._text)

    @staticmethod
    def on_rows() -> bool:
        """Whether a table, a list or a chart has the focus, or nothing that takes text."""
        from PySide6.QtWidgets import QAbstractItemView, QGraphicsView  # late: many enumerations

        return isinstance(QApplication.focusWidget(), QAbstractItemView | QGraphicsView)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        self._text = ""
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note compositions, keep editors from taking the window's keys, press buttons by Enter."""
        if isinstance(event, QInputMethodEvent):
            self._text = event.preeditString()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            return self._overrides(event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return _pressed(watched, event)
        return False

    def _overrides(self, event: QKeyEvent) -> bool:
        if self._text:
            event.accept()
            return True
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(keys.value | event.key())
        if pressed.toString(QKeySequence.SequenceFormat.PortableText) in self.window_keys:
            event.ignore()
            return True
        return False


def _pressed(watched: QObject, event: QKeyEvent) -> bool:
    """Press the button that has the focus: by itself Qt leaves Enter to a dialog's default button."""
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    if not enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    own = "keyPressEvent" in vars(type(watched))
    if own or not isinstance(watched, QAbstractButton) or isinstance(watched, QCheckBox | QRadioButton):
        return False
    if isinstance(watched, QPushButton) and watched.menu() is not None:
        watched.showMenu()
    elif not event.isAutoRepeat():
        watched.click()
    return True
