"""The templates of one phase, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QTabBar

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
