"""Messages above the content, which they push down: what happened, what it means, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

NOTHING = Message("")
LASTS = 20_000
"""Milliseconds that good news stay."""

ICONS = {"red": "circle-alert", "amber": "triangle-alert", "green": "circle-check", "accent": "info"}


@dataclass(frozen=True)
class Notice:
    """A message in a tone (red, amber, green, accent), and what one can do, by the words of the buttons."""

    tone: str
    title: Message
    text: Message = NOTHING
    actions: Sequence[tuple[Message, Callable[[], object]]] = ()
    closable: bool = True


class Banner(QFrame):
    """One notice."""

    closed = Signal()

    def __init__(self, notice: Notice, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.notice = notice
        self._theme = theme
        self.setProperty("banner", notice.tone)
        self._sayings = Sayings(voice, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(8)
        self._mark = QLabel()
        row.addWidget(self._mark)
        row.addSpacing(4)
        row.addLayout(self._words(), 1)
        for text, call in notice.actions:
            row.addWidget(self._button(text, call))
        if notice.closable:
            close = Press(theme, "ghost", "x")
            close.clicked.connect(self.closed)
            self._sayings.say(close.setAccessibleName, _("Close this message"))
            self._sayings.say(close.setToolTip, _("Close this message"))
            row.addWidget(close)
        if notice.tone == "green":
            self._leave = QTimer(self, interval=LASTS)
            self._leave.timeout.connect(self._go)
            self._leave.start()
        theme.changed.connect(self._dress)
        self._dress()

    def _go(self) -> None:
        """Go, unless somebody is about to use it."""
        focus = self.window().focusWidget()
        if not self.underMouse() and not (focus is not None and self.isAncestorOf(focus)):
            self.closed.emit()

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        title = Words(self._theme, "uib", f"{self.notice.tone}_t", wrap=True)
        self._sayings.say(title.setText, self.notice.title)
        column.addWidget(title)
        if self.notice.text:
            text = Words(self._theme, "ui", "ink1", wrap=True)
            self._sayings.say(text.setText, self.notice.text)
            column.addWidget(text)
        return column

    def _button(self, text: Message, call: Callable[[], object]) -> Press:
        button = Press(self._theme)
        self._sayings.say(button.setText, text)
        button.clicked.connect(lambda _checked: call())
        return button

    def _dress(self) -> None:
        tone = self.notice.tone
        self._mark.setPixmap(self._theme.icon(ICONS[tone], f"{tone}_t", 18).pixmap(self._theme.px(18)))


class BannerArea(QWidget):
    """The notices that stand now; each has a key, and a new one replaces the old of its key."""

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._theme = theme
        self._voice = voice
        self._standing: dict[str, Banner] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = column
        self.hide()

    def show_notice(self, key: str, notice: Notice) -> None:
        """Put a notice up, unless the same one stands already."""
        standing = self._standing.get(key)
        if standing and _same(standing.notice, notice):
            return
        self.drop(key)
        banner = Banner(notice, self._theme, self._voice)
        banner.closed.connect(lambda: self.drop(key))
        self._standing[key] = banner
        self._column.addWidget(banner)
        self.show()

    def drop(self, key: str) -> None:
        """Take the notice of a key down."""
        banner = self._standing.pop(key, None)
        if banner is not None:
            banner.hide()
            self._column.removeWidget(banner)
            banner.deleteLater()
        self.setVisible(bool(self._standing))

    def standing(self, key: str) -> Notice | None:
        """The notice of a key, if it is up."""
        banner = self._standing.get(key)
        return banner.notice if banner else None


def _same(one: Notice, other: Notice) -> bool:
    return (one.tone, one.title, one.title.values, one.text, one.text.values) == (
        other.tone, other.title, other.title.values, other.text, other.text.values,
    )  # fmt: skip
