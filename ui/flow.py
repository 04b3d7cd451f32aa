"""Widgets in lines, as words in a text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Puts widgets side by side, and below where there is no more room."""

    def __init__(self, parent: QWidget, gap: int = 6, above: int = 0) -> None:
        super().__init__(parent)
        self._gap, self._above = gap, above
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take another widget in."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """One of them; none beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value] # Qt's

    def takeAt(self, index: int) -> QLayoutItem:
        """Give one of them away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value] # Qt's

    def expandingDirections(self) -> Qt.Orientation:
        """None."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is for a width."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget in its place."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        """The least there is room for."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """One widget a line, none wider than a few words."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = min(max((each.width() for each in shown), default=0), 120)
        return QSize(width, max((each.height() for each in shown), default=0) + self._above)

    def _place(self, rect: QRect, *, really: bool) -> int:
        x, y, line = rect.x(), rect.y() + self._above, 0
        for item in (each for each in self._items if not each.isEmpty()):
            size = item.sizeHint()
            size.setWidth(min(size.width(), rect.width()))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if really:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()
