"""Borrowing the focus: what had it does not hear of it, and gets it back as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

PASSING = Qt.FocusReason.PopupFocusReason
"""The reason by which an editor keeps its cursor, its selection and what is being written."""


class Hold(QObject):
    """Keeps one widget from learning that it has lost the focus, so that an editor in a cell stays open."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._held: QWidget | None = None

    def take(self, widget: QWidget) -> None:
        """Give the focus to a widget for a while."""
        self._held = QApplication.focusWidget() or self._owner.window().focusWidget()
        if self._held is not None:
            self._held.installEventFilter(self)
        widget.setFocus(PASSING)

    def give_back(self) -> None:
        """Let what had the focus have it again, if it is still there."""
        held, self._held = self._held, None
        if held is not None and isValid(held):
            held.removeEventFilter(self)
            if held.isVisible():
                held.setFocus(PASSING)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the loss of the focus for ourselves; a window that comes back clears selections elsewhere."""
        return event.type() in {QEvent.Type.FocusOut, QEvent.Type.WindowActivate}
