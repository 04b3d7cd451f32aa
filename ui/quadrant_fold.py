"""A list under a chart that can be folded away: a title with a count, and some lines for each record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.tab_order import follow_layout
from ui.theme import Press
from ui.voice import literal

if TYPE_CHECKING:
    from ui.session import Session

MOST = 6
"""So many records are shown until one asks for more."""
MORE = 40
LEFT, EDGE = 6, 3
Line = tuple[str, str]
"""A record and what is said about it; what follows the first line end explains it."""
_SIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class LinePress(Press):
    """A record to press; a line that has no room ends in an ellipsis."""

    def __init__(self, session: Session, style: str = "cap") -> None:
        self._lines: Sequence[str] = ()
        self._style = style
        super().__init__(session.theme, "small")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_whole(self, text: str) -> None:
        """Show another text."""
        self._lines = text.split("\n")
        self.setAccessibleName("  ".join(self._lines))
        self.setToolTip(literal(text))
        self._dress()

    def _dress(self) -> None:
        super()._dress()
        self.setFont(self._theme.font(self._style))
        high = self._theme.line(self._style) * max(1, len(self._lines)) + 2 * EDGE
        self.setStyleSheet(f"min-height: {high - 2}px; max-height: {high - 2}px")  # else it says one line
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first line in ink, those that explain it in grey."""
        super().paintEvent(event)
        theme, metrics = self._theme, QFontMetricsF(self.font())
        left, high = theme.px(LEFT), theme.line(self._style)
        painter = QPainter(self)
        painter.setFont(self.font())
        for number, line in enumerate(self._lines):
            room = QRectF(left, EDGE + number * high, self.width() - 2 * left, high)
            painter.setPen(theme.colour("ink3" if number else "ink1"))
            painter.drawText(room, _SIDE, metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width()))
        painter.end()


class Fold(QWidget):
    """Shows lines; ``picked`` gives a record."""

    picked = Signal(str)

    def __init__(
        self, session: Session, style: str = "cap", *, opened: bool = True, most: int = MOST
    ) -> None:
        super().__init__()
        self._session, self._style = session, style
        self._lines: tuple[Line, ...] = ()
        self._name = ""
        self.opened, self._most = opened, most
        self.head = Press(session.theme, "small", "chevron-down")
        self.head.clicked.connect(self._turn)
        self.buttons: list[LinePress] = []
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        session.theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        self.head.setFont(self._session.theme.font("capb" if self._style == "cap" else "bodyb"))

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
        self._dress()
        shown = self._lines[: self._most] if self.opened else ()
        for identity, text in shown:
            self._add(text).clicked.connect(partial(self._pick, identity))
        if shown and len(shown) < len(self._lines):
            self._add(f"+{len(self._lines) - len(shown)}").clicked.connect(self._show_more)
        follow_layout(self)

    def _add(self, text: str) -> LinePress:
        button = LinePress(self._session, self._style)
        button.show_whole(text)
        self._inside.addWidget(button)
        self.buttons.append(button)
        return button

    def _show_more(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        at = len(self.buttons) - 1
        self._most += MORE
        self._fill()
        self.buttons[at].setFocus()

    def _pick(self, identity: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.picked.emit(identity)


class Below(QScrollArea):
    """What stands below a chart: as high as it needs to be where there is room, else one scrolls."""

    def __init__(self, widgets: Sequence[QWidget], lowest: int) -> None:
        super().__init__()
        self._lowest = lowest
        self._inner = QWidget()
        self._inside = inside = QVBoxLayout(self._inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        for widget in widgets:
            inside.addWidget(widget)
        inside.addStretch()
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with what it holds."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _high(self) -> int:
        inside, wide = self._inside, self._inner.width()
        return inside.heightForWidth(wide) if inside.hasHeightForWidth() else inside.sizeHint().height()

    def sizeHint(self) -> QSize:
        """All of it."""
        return QSize(self._inner.sizeHint().width(), self._high())

    def minimumSizeHint(self) -> QSize:
        """Enough to see that there is something."""
        return QSize(self._inner.minimumSizeHint().width(), min(self._lowest, self._high()))
