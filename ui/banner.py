"""Messages: troubles in bars above the content, which they push down; good news float over its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

NOTHING = Message("")
LASTS = 20_000
"""Milliseconds that good news stay with something that one can do about it."""
BRIEF = 6_000
"""Milliseconds that good news stay without."""
WIDEST = 380
"""How wide the words of what floats may be at 100 %."""

ICONS = {"red": "circle-alert", "amber": "triangle-alert", "green": "circle-check", "accent": "info"}


@dataclass(frozen=True)
class Notice:
    """A message in a tone (red, amber, green, accent), and what one can do, by the words of the buttons."""

    tone: str
    title: Message
    text: Message = NOTHING
    actions: Sequence[tuple[Message, Callable[[], object]]] = ()
    closable: bool = True

    @property
    def floats(self) -> bool:
        """Whether it moves nothing: good news, and work that is under way."""
        return self.tone == "green" or (self.tone == "accent" and not self.closable)


class Banner(QFrame):
    """One notice, as a bar or floating."""

    closed = Signal()

    def __init__(self, notice: Notice, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.notice = notice
        self._theme = theme
        self._tone = "on_tip" if notice.floats else f"{notice.tone}_t"
        self._titles: list[Words] = []
        self.setProperty("banner", "floating" if notice.floats else notice.tone)
        self._sayings = Sayings(voice, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(16, 6, 8, 6) if notice.floats else (20, 8, 12, 8))
        row.setSpacing(8)
        self._mark = QLabel()
        row.addWidget(self._mark)
        row.addSpacing(4)
        row.addLayout(self._words(), 1)
        for text, call in notice.actions:
            row.addWidget(self._button(text, call))
        if notice.closable:
            row.addWidget(self._close())
        if notice.tone == "green":
            self._leave = QTimer(self, interval=LASTS if notice.actions else BRIEF)
            self._leave.timeout.connect(self._go)
            self._leave.start()
        theme.changed.connect(self._dress)
        voice.changed.connect(self._fit)
        self._dress()

    def _go(self) -> None:
        """Go, unless somebody is about to use it."""
        focus = self.window().focusWidget()
        if not self.underMouse() and not (focus is not None and self.isAncestorOf(focus)):
            self.closed.emit()

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        title = Words(self._theme, "uib", self._tone, wrap=True)
        self._sayings.say(title.setText, self.notice.title)
        column.addWidget(title)
        self._titles.append(title)
        if self.notice.text:
            text = Words(self._theme, "ui", "on_tip" if self.notice.floats else "ink1", wrap=True)
            self._sayings.say(text.setText, self.notice.text)
            column.addWidget(text)
            self._titles.append(text)
        return column

    def _close(self) -> Press:
        close = Press(self._theme, self._look, "x")
        close.clicked.connect(self.closed)
        self._sayings.say(close.setAccessibleName, _("Close this message"))
        self._sayings.say(close.setToolTip, _("Close this message"))
        return close

    @property
    def _look(self) -> str:
        return "floating" if self.notice.floats else "ghost"

    def _button(self, text: Message, call: Callable[[], object]) -> Press:
        button = Press(self._theme, "floating" if self.notice.floats else "secondary")
        self._sayings.say(button.setText, text)
        button.clicked.connect(lambda _checked: call())
        return button

    def _dress(self) -> None:
        tone = self.notice.tone
        ink = "tip_ok" if self.notice.floats else f"{tone}_t"
        self._mark.setPixmap(self._theme.icon(ICONS[tone], ink, 18).pixmap(self._theme.px(18)))
        self._fit()

    def _fit(self) -> None:
        """What floats is as wide as its words need, within reason."""
        if self.notice.floats:
            for words in self._titles:
                needed = words.fontMetrics().horizontalAdvance(words.text()) + 4
                words.setFixedWidth(min(needed, self._theme.px(WIDEST)))

    def announce(self) -> None:
        """Say it to who cannot see it."""
        said = "\n".join(words.text() for words in self._titles)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape and self.notice.closable:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class BannerArea(QWidget):
    """The notices that stand now; each has a key, and a new one replaces the old of its key.

    ``left`` tells that the focus was in one that has gone.
    """

    left = Signal()

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._theme = theme
        self._voice = voice
        self._standing: dict[str, Banner] = {}
        self._bars = _column(self)
        self.floating = QWidget()
        """What floats; whoever shows the area says where."""
        self._news = _column(self.floating)
        self._news.setSpacing(8)
        self.floating.hide()
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
        (self._news if notice.floats else self._bars).addWidget(banner)
        self._show()
        banner.announce()

    def drop(self, key: str) -> None:
        """Take the notice of a key down."""
        banner = self._standing.pop(key, None)
        if banner is not None:
            focus = self.window().focusWidget()
            used = focus is not None and banner.isAncestorOf(focus)
            banner.hide()
            for column in (self._bars, self._news):
                column.removeWidget(banner)
            banner.deleteLater()
            if used:
                self.left.emit()
        self._show()

    def _show(self) -> None:
        self.setVisible(self._bars.count() > 0)
        self.floating.setVisible(self._news.count() > 0)

    def standing(self, key: str) -> Notice | None:
        """The notice of a key, if it is up."""
        banner = self._standing.get(key)
        return banner.notice if banner else None


def _column(owner: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _same(one: Notice, other: Notice) -> bool:
    return (one.tone, one.title, one.title.values, one.text, one.text.values) == (
        other.tone, other.title, other.title.values, other.text, other.text.values,
    )  # fmt: skip
