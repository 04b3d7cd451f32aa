"""The templates of one phase, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTabBar, QToolButton

from ui.theme import Theme
from ui.voice import Voice
from workbench.messages import Message, _


class Tabs(QTabBar):
    """One tab a template; hidden where there is only one. ``chosen`` brings the template's key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._theme = theme
        self._voice = voice
        self._shown: list[tuple[str, Message]] = []
        self._roomy = True
        self._wanted = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for button in self.findChildren(QToolButton):
            button.installEventFilter(self)
        self.hide()
        self.currentChanged.connect(self._choose)
        theme.changed.connect(self._dress)
        voice.changed.connect(self._say)
        self._dress()

    def show_tabs(self, tabs: Sequence[tuple[str, Message]], current: str) -> None:
        """Offer these templates (key and title), one of which is shown."""
        with QSignalBlocker(self):
            if list(tabs) != self._shown:
                self._shown = list(tabs)
                while self.count():
                    self.removeTab(0)
                for key, _title in tabs:
                    self.setTabData(self.addTab(""), key)
                self._say()
            keys = [key for key, _title in tabs]
            if current in keys:
                self.setCurrentIndex(keys.index(current))
        self._wanted = len(tabs) > 1
        self.setVisible(self._wanted and self._roomy)

    def show_room(self, *, roomy: bool) -> None:
        """Stand above the page only where there is room for it."""
        if roomy != self._roomy:
            self._roomy = roomy
            self.setVisible(self._wanted and roomy)

    def _choose(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(self.tabData(index))

    def _say(self) -> None:
        translate = self._voice.translate
        self.setAccessibleName(translate(_("Pages of this phase")))
        for index, (_key, title) in enumerate(self._shown):
            self.setTabText(index, translate(title).replace("&", "&&"))

    def _dress(self) -> None:
        self.setFont(self._theme.font("ui"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The presses that bring tabs out of sight into view wear the theme, not Qt's bevels."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QToolButton):
            self._paint_scroller(watched)
            return True
        return super().eventFilter(watched, event)

    def _paint_scroller(self, button: QToolButton) -> None:
        theme, size = self._theme, self._theme.px(16)
        left = button.arrowType() is Qt.ArrowType.LeftArrow
        ready = button.isEnabled()
        painter = QPainter(button)
        hovered = ready and button.underMouse()
        painter.fillRect(button.rect(), theme.colour("hover" if hovered else "canvas"))
        painter.fillRect(0, button.height() - 1, button.width(), 1, theme.colour("line"))
        box = QRect(button.rect().center() - QRect(0, 0, size, size).center(), QSize(size, size))
        theme.icon("chevron-left" if left else "chevron-right", "ink2" if ready else "ink4").paint(
            painter, box
        )
        painter.end()
