"""A choice among named values, drawn like the fields beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

if TYPE_CHECKING:
    from ui.theme.theme import Theme

ARROW = 26
RADIUS = 6


class Airy(QStyledItemDelegate):
    """The lines of an open choice, as far apart as those of a menu."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A line with air above and below."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + 16, max(size.height(), self._theme.px(28)))


class ChoiceBox(QComboBox):
    """A closed choice; what has no room ends in an ellipsis."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._airy: Airy | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font("ui"))
        self.updateGeometry()
        self.update()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list, its edge no darker than that of the box."""
        if self._airy is None:
            self._airy = Airy(self._theme, self)
            self.setItemDelegate(self._airy)
        if (frame := self.view().parentWidget()) is not None:
            palette = frame.palette()
            palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour("control"))
            frame.setPalette(palette)
        super().showPopup()

    def sizeHint(self) -> QSize:
        """As high as a field of one line."""
        return self._roomy(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """As high as a field of one line."""
        return self._roomy(super().minimumSizeHint())

    def _roomy(self, size: QSize) -> QSize:
        return QSize(size.width() + 8 + self._theme.px(ARROW) - ARROW, max(size.height(), self._theme.px(30)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge, the words that fit and the arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, on = self._theme.colour, self.isEnabled()
        focus = self.hasFocus()
        wide = self._theme.ring if focus else 1
        edge = "focus" if focus else "control" if on else "line2"
        ground = "surface" if on and not self.underMouse() else "hover" if on else "sunken"
        painter.setPen(QPen(colour(edge), wide))
        painter.setBrush(colour(ground))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        self._draw_words(painter, "ink1" if on else "ink4")
        self._draw_arrow(painter, "ink2" if on else "ink4")
        painter.end()

    def _draw_words(self, painter: QPainter, tone: str) -> None:
        room = self.rect().adjusted(9, 0, -self._theme.px(ARROW), 0)
        if not self.itemIcon(self.currentIndex()).isNull():
            size = self.iconSize()
            at = QRect(room.left(), (self.height() - size.height()) // 2, size.width(), size.height())
            self.itemIcon(self.currentIndex()).paint(painter, at)
            room.setLeft(at.right() + 6)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour(tone))
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _draw_arrow(self, painter: QPainter, tone: str) -> None:
        step = self._theme.px(4)
        x, y = self.width() - self._theme.px(ARROW) / 2 - 1, self.height() / 2 - step / 2 + 0.5
        painter.setPen(QPen(self._theme.colour(tone), 1.5))
        painter.drawPolyline([QPointF(x - step, y), QPointF(x, y + step), QPointF(x + step, y)])
