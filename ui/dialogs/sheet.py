"""The frame of every dialog: a title, words, a body, and buttons that are verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.tab_order import follow_layout
from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

MARGIN = 96
BESIDES = 240
"""What a dialog needs besides what is scrolled in it, at normal text size."""


class Sheet(QDialog):
    """A dialog in the window's look. Escape closes it; it is gone when closed."""

    def __init__(self, window: QWidget, theme: Theme, voice: Voice, title: Message) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.theme = theme
        self.voice = voice
        self._window = window.window()
        self.sayings = Sayings(voice, self)
        self.sayings.say(self.setWindowTitle, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        heading = Words(theme, "h2", wrap=True)
        self.sayings.say(heading.setText, title)
        column.addWidget(heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        self._has_primary = False  # it stays the last one
        column.addSpacing(4)
        column.addLayout(self._foot)
        self.setMinimumWidth(theme.px(420))

    def add_words(self, text: Message, style: str = "ui", tone: str = "ink2") -> Words:
        """A paragraph of our own."""
        words = Words(self.theme, style, tone, wrap=True)
        self.sayings.say(words.setText, text)
        self.body.addWidget(words)
        return words

    def add_button(
        self, text: Message, call: Callable[[], object], *, look: str = "secondary", default: bool = False
    ) -> Press:
        """A button at the foot; the default one is pressed by Enter."""
        button = Press(self.theme, look)
        self.sayings.say(button.setText, text)
        button.clicked.connect(lambda _checked: call())
        button.setAutoDefault(default)
        button.setDefault(default)
        self._foot.insertWidget(self._foot.count() - self._has_primary, button)
        self._has_primary = self._has_primary or look == "primary"
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes from the top to the foot."""
        follow_layout(self)
        super().showEvent(event)

    def add_area(self, area: QWidget, width: int, height: int, besides: int = BESIDES) -> None:
        """Something to be scrolled, as large as it likes to be but never larger than the window leaves."""
        room = self._window.size()
        wide = min(self.theme.px(width), room.width() - MARGIN)
        high = min(self.theme.px(height), room.height() - self.theme.px(besides))
        area.setMinimumSize(wide, high)
        self.body.addWidget(area, 1)
        self.setMinimumWidth(max(self.minimumWidth(), wide + MARGIN // 2))

    def labelled(self, text: Message, widget: QWidget) -> None:
        """A field of the body with its name above."""
        label = Words(self.theme, "cap", "ink2")
        label.setBuddy(widget)
        self.sayings.say(label.setText, text)
        self.sayings.say(widget.setAccessibleName, text)
        self.body.addWidget(label)
        self.body.addWidget(widget)


def ask(sheet: Sheet, text: Message, choices: Sequence[tuple[Message, str, Callable[[], object]]]) -> Sheet:
    """Show what there is to know, then one button a choice (text, look, what it does). Escape does none.

    The first choice is the safest: it has the focus.
    """
    sheet.add_words(text)
    buttons = []
    for label, look, call in reversed(choices):
        buttons.append(sheet.add_button(label, _closing(sheet, call), look=look))
    buttons[-1].setDefault(True)
    buttons[-1].setFocus()
    sheet.open()
    return sheet


def _closing(sheet: Sheet, call: Callable[[], object]) -> Callable[[], None]:
    def close_then() -> None:
        sheet.accept()
        call()

    return close_then


CANCEL = _("Cancel")
