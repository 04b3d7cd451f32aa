"""A line of facts, each a label and a value, on as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

BESIDE = 8
APART = 24
Fact = tuple[str, str]


class FactsLine(QWidget):
    """Painted pairs with hairlines between them; a value that is wider than the line ends in an ellipsis."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._facts: Sequence[Fact] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these."""
        self._facts = facts
        self.setAccessibleName(", ".join(f"{label}: {value}" for label, value in facts))
        self.setVisible(bool(facts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The line breaks where it must."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the width asks for."""
        rows = {box.y() for box, _fact in self._places(width)}
        return max(1, len(rows)) * self._theme.px(22)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(320), self.heightForWidth(max(self.width(), self._theme.px(320))))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any page."""
        return QSize(self._theme.px(160), self._theme.px(22))

    def _places(self, width: int) -> Iterator[tuple[QRect, Fact]]:
        px = self._theme.px
        quiet, plain = (QFontMetrics(self._theme.font(style)) for style in ("cap", "ui"))
        x = y = 0
        for label, value in self._facts:
            wide = quiet.horizontalAdvance(label) + px(BESIDE) + plain.horizontalAdvance(value) + 2
            if x and x + wide > width:
                x, y = 0, y + px(22)
            yield QRect(x, y, min(wide, width), px(22)), (label, value)
            x += wide + px(APART)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pairs."""
        painter = QPainter(self)
        colour, px = self._theme.colour, self._theme.px
        for box, (label, value) in self._places(self.width()):
            if box.x():
                painter.setPen(colour("line2"))
                painter.drawLine(
                    box.x() - px(APART) // 2, box.y() + 4, box.x() - px(APART) // 2, box.bottom() - 4
                )
            painter.setFont(self._theme.font("cap"))
            painter.setPen(colour("ink3"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label)
            left = painter.fontMetrics().horizontalAdvance(label) + px(BESIDE)
            painter.setFont(self._theme.font("ui"))
            painter.setPen(colour("ink1"))
            room = box.adjusted(left, 0, 0, 0)
            shown = painter.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
