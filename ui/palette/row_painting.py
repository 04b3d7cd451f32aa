"""How a row of the palette is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.palette.rows import Row
from ui.theme import Theme
from workbench.search.folding import Span

ROW = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
Marked = tuple[str, Sequence[Span]]
"""A text and the places in it that were looked for."""
RETURN = "\u21b5"


def caps(keys: str) -> list[str]:
    """The caps of a shortcut: Ctrl+E are two, and so are Ctrl and plus."""
    first = keys.partition(", ")[0]
    parts = [part for part in first.split("+") if part]
    return [*parts, "+"] if first.endswith("+") else parts


class RowDelegate(QStyledItemDelegate):
    """Draws titles and rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Titles are lower than rows, and rows with a passage higher."""
        item = index.data(ROW)
        height = 30 if isinstance(item, str) else 56 if item.below else 40
        return QSize(10, self._theme.px(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line of the list."""
        item = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, str):
            self._draw_title(painter, area, item)
        else:
            state: QStyle.StateFlag = option.state
            self._draw_row(painter, area, item, current=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _draw_title(self, painter: QPainter, area: QRect, text: str) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font("capb"))
        painter.setPen(self._theme.colour("ink3"))
        inside = area.adjusted(px(20), px(6), -px(20), 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _MIDDLE, shown)

    def _draw_row(self, painter: QPainter, area: QRect, row: Row, *, current: bool) -> None:
        px, colour = self._theme.px, self._theme.colour
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_bg"))
            painter.drawRoundedRect(QRectF(area.adjusted(px(8), 0, -px(8), 0)), 6, 6)
        line = QRect(area.x(), area.y(), area.width(), px(40))
        size = px(16)
        tone = "ink4" if row.why else "accent" if current else "ink2"
        if row.icon:
            place = QRect(line.x() + px(20), line.y() + (line.height() - size) // 2, size, size)
            self._theme.icon(row.icon, tone).paint(painter, place)
        right = self._draw_right(painter, line.adjusted(0, 0, -px(20), 0), row, current=current)
        room = QRect(line.x() + px(48), line.y(), right - px(12) - line.x() - px(48), line.height())
        self._draw_words(painter, room, row)
        if row.below:
            below = room.translated(0, px(20))
            below.setRight(area.right() - px(20))
            painter.setPen(colour("ink2"))
            self._draw_marked(painter, below, (row.below, row.below_spans), "cap")

    def _draw_words(self, painter: QPainter, room: QRect, row: Row) -> None:
        px, colour = self._theme.px, self._theme.colour
        aside = row.why or row.aside
        small = QFontMetricsF(self._theme.font("cap"))
        least = min(small.horizontalAdvance(aside), room.width() * 0.4) + px(14) if aside else 0
        painter.setPen(colour("ink4" if row.why else "ink1"))
        head = QRect(room.x(), room.y(), int(room.width() - least), room.height())
        used = self._draw_marked(painter, head, (row.text, row.spans), "body")
        if aside:
            rest = room.adjusted(int(used) + px(14), 0, 0, 0)
            painter.setFont(self._theme.font("cap"))
            painter.setPen(colour("ink3"))
            shown = small.elidedText(aside, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, _MIDDLE, shown)

    def _draw_right(self, painter: QPainter, line: QRect, row: Row, *, current: bool) -> int:
        """Draw keys, or what Enter does; give the left end of it."""
        px = self._theme.px
        right = line.right()
        shown = caps(row.keys)
        if current and not row.why and not shown:
            shown = [RETURN]
        painter.setFont(self._theme.font("cap"))
        for cap in reversed(shown):
            width = max(px(22), int(painter.fontMetrics().horizontalAdvance(cap)) + px(12))
            box = QRect(right - width, line.y() + (line.height() - px(22)) // 2, width, px(22))
            painter.setPen(QPen(self._theme.colour("line2"), 1))
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._theme.colour("ink2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
            right = box.left() - px(5)
        if current and row.verb and not row.why:
            painter.setFont(self._theme.font("ui"))
            painter.setPen(self._theme.colour("accent_t"))
            width = int(painter.fontMetrics().horizontalAdvance(row.verb)) + px(2)
            right -= px(7)
            painter.drawText(QRect(right - width, line.y(), width, line.height()), _MIDDLE, row.verb)
            right -= width
        return right

    def _draw_marked(self, painter: QPainter, room: QRect, marked: Marked, style: str) -> float:
        """Draw one line with the found places in the accent and heavier; give its width."""
        text, spans = marked
        font = self._theme.font(style)
        words = " ".join(text.split("\n"))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, max(0, room.width() - 6))
        layout = QTextLayout(shown, font)
        kept = len(shown) if shown == words else len(shown) - 1
        strong = QTextCharFormat()
        strong.setForeground(self._theme.colour("accent_t"))
        strong.setFontWeight(QFont.Weight.DemiBold)
        formats = []
        for start, end in spans:
            if start < kept:
                found = QTextLayout.FormatRange()
                found.start, found.length = _units(shown[:start]), _units(shown[start : min(end, kept)])
                found.format = strong
                formats.append(found)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        layout.draw(painter, QPointF(room.x(), room.y() + (room.height() - line.height()) / 2))
        return line.naturalTextWidth()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
