"""What is chosen from beside what it holds, or above it in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme import Theme

NARROW = 700
"""Below this width there is no room for two columns."""
STACKED = (1, 2)
"""How the height is shared."""


class Halves(QSplitter):
    """Two parts; ``sizes`` are their widths side by side."""

    def __init__(self, theme: Theme, left: QWidget, right: QWidget, sizes: tuple[int, int]) -> None:
        super().__init__()
        self._theme, self._parts, self._sizes = theme, (left, right), sizes
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for part in self._parts:
            self.addWidget(part)
        self.setSizes(sizes)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider one: they can stand one above the other."""
        return QSize(max(self._least()), super().minimumSizeHint().height())

    def _least(self) -> list[int]:
        return [part.minimumSizeHint().width() for part in self._parts]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where each has the room that it needs."""
        narrow = event.size().width() < max(self._theme.px(NARROW), sum(self._least()))
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation():
            self.setOrientation(wanted)
            shares = (self.height() * each // sum(STACKED) for each in STACKED)
            self.setSizes(list(shares) if narrow else self._sizes)
        super().resizeEvent(event)
