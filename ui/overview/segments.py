"""Which part of the same data is shown: a few words side by side, one of which is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from ui.theme import Theme


class Segments(QTabBar):
    """Tells by ``chosen`` which key is wanted."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._keys: list[str] = []
        self.setStyleSheet("QTabBar { border: none; background: transparent; }")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.currentChanged.connect(self._choose)
        theme.changed.connect(self.updateGeometry)

    def show_choices(self, choices: Sequence[tuple[str, str, str]], current: str) -> None:
        """Offer these (key, words, tool tip); one that is gone leaves the last chosen."""
        with QSignalBlocker(self):
            keys = [key for key, _text, _tip in choices]
            while self.count() > len(keys):
                self.removeTab(self.count() - 1)
            while self.count() < len(keys):
                self.addTab("")
            for index, (_key, text, tip) in enumerate(choices):
                self.setTabText(index, text.replace("&", "&&"))
                self.setTabToolTip(index, tip)
            self._keys = keys
            self.setCurrentIndex(keys.index(current) if current in keys else len(keys) - 1)
        self.setVisible(len(choices) > 1)
        self.updateGeometry()
        self.update()

    @property
    def key(self) -> str:
        """What is chosen."""
        index = self.currentIndex()
        return self._keys[index] if 0 <= index < len(self._keys) else ""

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._keys):
            self.chosen.emit(self._keys[index])

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - of Qt
        """Room for the words in bold, whichever is chosen."""
        wide = QFontMetrics(self._theme.font("capb")).horizontalAdvance(self.tabText(index))
        return QSize(wide + self._theme.px(24), self._theme.px(28))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - of Qt
        """No words are cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a well with the chosen words on a raised ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("hover"))
        last = self.tabRect(self.count() - 1)
        painter.drawRoundedRect(QRectF(0, 0, last.right() + 1, self.height()), 6, 6)
        for index in range(self.count()):
            room = QRectF(self.tabRect(index)).adjusted(2, 2, -2, -2)
            chosen = index == self.currentIndex()
            if chosen:
                focus = QPen(colour("focus"), self._theme.ring)
                painter.setPen(focus if self.hasFocus() else QPen(colour("line2"), 1))
                painter.setBrush(colour("surface"))
                painter.drawRoundedRect(room, 5, 5)
            painter.setFont(self._theme.font("capb" if chosen else "cap"))
            painter.setPen(colour("ink1" if chosen else "ink2"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.tabText(index).replace("&&", "&"))
        painter.end()
