"""Widgets that can be read from the back of a room: no text below 14 pixels."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QVBoxLayout, QWidget

from ui.inputs import LineInput
from ui.theme import Press, Words
from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session
    from ui.theme import Theme

HIGH, LINE = 46, 40
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class BigPress(Press):
    """A button with larger words, pressed by Enter as well as by the space bar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it: nobody looks for the right key in front of a room."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        super()._dress()
        strong = self._look in {"primary", "danger"}
        self.setFont(self._theme.font("readb" if strong else "body"))


class WallPress(BigPress):
    """A button that the whole room reads."""

    def sizeHint(self) -> QSize:
        """A little more air."""
        usual = super().sizeHint()
        return QSize(usual.width() + self._theme.px(8), max(usual.height(), self._theme.px(HIGH)))

    def _dress(self) -> None:
        super()._dress()
        self.setFont(self._theme.font("wsb" if self._look == "primary" else "ws"))
        self.updateGeometry()


class BigLine(LineInput):
    """A line with larger words; what is stored is shown without disturbing who types."""

    def __init__(self, theme: Theme, style: str = "ws") -> None:
        super().__init__()
        self._theme, self._style = theme, style
        theme.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """As high as a button beside it."""
        usual = super().sizeHint()
        return QSize(usual.width(), max(usual.height(), self._theme.px(LINE)))

    def show_stored(self, text: str) -> None:
        """Show what is stored; blanks at the end of what is being typed stay."""
        if self.text().strip() != text.strip() or not self.hasFocus():
            self.show_text(text)

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._style))


class Stage(QFrame):
    """A card that takes keys: letters and digits act here, and no input method composes.

    ``keys`` is asked with each key, as Qt counts them, and says whether it was one of its own.
    """

    def __init__(self, session: Session, keys: Callable[[Qt.Key, str], bool]) -> None:
        super().__init__()
        self._session, self._keys = session, keys
        self.setProperty("card", True)  # noqa: FBT003 - Qt's
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        session.language_changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(self._session.translate(_("The card that keys act on")))

    def event(self, event: QEvent) -> bool:
        """Plain keys are this card's before they are anybody's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in PLAIN and event.text().isprintable() and bool(event.text())
            if plain:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask whose key it is."""
        plain = event.modifiers() in PLAIN
        if not (plain and self._keys(Qt.Key(event.key()), event.text())):
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, with a ring while it takes the keys."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._session.theme.colour("focus"), self._session.theme.ring))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
            painter.end()


def words(session: Session, style: str = "ws", tone: str = "ink1", *, wrap: bool = False) -> Words:
    """Words of the workshop."""
    return Words(session.theme, style, tone, wrap=wrap)


NARROW = 900
"""Below this width, in pixels of the usual text size, what stands side by side stands one below the other."""


def is_narrow(widget: QWidget, theme: Theme) -> bool:
    """Whether there is too little room for two columns."""
    return widget.width() < theme.px(NARROW)


def turned(layout: QBoxLayout, *, narrow: bool) -> None:
    """Let two columns stand one below the other, or side by side again."""
    across = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
    if layout.direction() != across:
        layout.setDirection(across)


def column(parent: QWidget | None = None, *, edge: int = 0, gap: int = 12) -> QVBoxLayout:
    """A column of widgets."""
    inside = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    inside.setContentsMargins(edge, edge, edge, edge)
    inside.setSpacing(gap)
    return inside


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
