"""A list under a chart that can be folded away: a title with a count, and a line for each record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Press
from ui.voice import literal

if TYPE_CHECKING:
    from ui.session import Session


class LinePress(Press):
    """A line to press; what has no room ends in an ellipsis."""

    def __init__(self, session: Session, style: str = "cap") -> None:
        self._whole, self._style = "", style
        super().__init__(session.theme, "small")
        self.setStyleSheet("text-align: left")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(literal(text))
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 2 * self._theme.px(8)
        shown = QFontMetricsF(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        QPushButton.setText(self, shown.replace("&", "&&"))

    def _dress(self) -> None:
        super()._dress()
        self.setFont(self._theme.font(self._style))
        self.setFixedHeight(self._theme.line(self._style) + 4)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._elide()


MOST = 12
"""So many lines are shown until one asks for the rest."""
Line = tuple[str, str]
"""A record and what is said about it."""


class Fold(QWidget):
    """Shows lines; ``picked`` gives a record."""

    picked = Signal(str)

    def __init__(self, session: Session, style: str = "cap", *, opened: bool = True) -> None:
        super().__init__()
        self._session, self._style = session, style
        self._lines: tuple[Line, ...] = ()
        self._name = ""
        self.opened = opened
        self.whole = False
        self.head = Press(session.theme, "ghost", "chevron-down")
        self.head.clicked.connect(self._turn)
        self.buttons: list[LinePress] = []
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_lines(self, name: str, lines: Sequence[Line]) -> None:
        """Show other lines under a title; nothing at all where there are none."""
        found = tuple(lines)
        self.setVisible(bool(found))
        self.head.setText(f"{name}  {len(found)}")
        if found == self._lines and name == self._name:
            return
        self._name, self._lines = name, found
        self._fill()

    def _turn(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.opened = not self.opened
        self._fill()

    def _fill(self) -> None:
        for button in self.buttons:
            self._inside.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        self.head.show_icon("chevron-down" if self.opened else "chevron-right")
        shown = self._lines[: None if self.whole else MOST] if self.opened else ()
        for identity, text in shown:
            self._add(text).clicked.connect(partial(self._pick, identity))
        if shown and len(shown) < len(self._lines):
            self._add(f"+{len(self._lines) - len(shown)}").clicked.connect(self._show_whole)

    def _add(self, text: str) -> LinePress:
        button = LinePress(self._session, self._style)
        button.show_whole(text)
        self._inside.addWidget(button)
        self.buttons.append(button)
        return button

    def _show_whole(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.whole = True
        self._fill()

    def _pick(self, identity: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.picked.emit(identity)
