"""The line one types in: it keeps the focus, and hands the keys of the list on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.inputs import LineInput

Key = Qt.Key
_MOVES: dict[int, str] = {
    Key.Key_Up: "up",
    Key.Key_Down: "down",
    Key.Key_PageUp: "page_up",
    Key.Key_PageDown: "page_down",
}
_MOVES |= {Key.Key_Home: "first", Key.Key_End: "last", Key.Key_Escape: "escape"}


class Field(LineInput):
    """``moved`` tells of a key of the list by its name; ``turned`` of Tab, with its direction."""

    moved = Signal(str)
    turned = Signal(int)
    emptied = Signal()
    """Backspace was pressed with nothing left to delete."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0; }"
        )

    def event(self, event: QEvent) -> bool:
        """Keep every key from the window below, which cannot be seen well now."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            super().event(event)
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if plain and event.key() in _MOVES:
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what belongs to the list."""
        name = _MOVES.get(event.key()) if not event.modifiers() & _SHIFTED else None
        if name is not None:
            self.moved.emit(name)
        elif event.key() == Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's
        """Tab changes where is searched; the focus stays."""
        self.turned.emit(1 if next else -1)
        return True


_SHIFTED = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
)
