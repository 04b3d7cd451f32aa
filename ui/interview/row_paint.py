"""Paints the rows of a call, each laid out once for a width."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.interview.row_layout import Chip, Laid, Paragraph, RowLayout
from ui.interview.rows import ROW, LineRow, Row, RowsModel, StageRow
from ui.session import Session
from workbench.rules.clock import stamp

Index = QModelIndex | QPersistentModelIndex
TOKENS = {
    "accent": "accent",
    "red": "red",
    "amber": "amber",
    "green": "green",
    "blue": "blue",
    "violet": "violet",
}


class RowPainter(QStyledItemDelegate):
    """Draws a row; ``pressed`` names what a button of the chosen line calls."""

    pressed = Signal(str)

    def __init__(self, view: QAbstractItemView, table: RowsModel, session: Session) -> None:
        super().__init__(view)
        self._table = table
        self.chosen = -1
        """The row that shows what can be done with it."""
        self._view, self._session, self._theme = view, session, session.theme
        self._laid: dict[tuple[int, bool], tuple[Row, Laid]] = {}
        self._layout: RowLayout | None = None
        self._width = 0
        self._label = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

    def forget(self) -> None:
        """Lay everything out anew: the words or their size are others."""
        self._laid.clear()
        self._layout = None

    def laid(self, index: Index) -> Laid:
        """A row laid out."""
        return self.laid_row(index.row())

    def laid_row(self, at: int) -> Laid:
        """A row laid out, by its place; the same record is laid out once."""
        width = self._view.viewport().width()
        if self._layout is None or width != self._width:
            self._laid.clear()
            self._width = width
            self._layout = RowLayout(self._theme, self._session.translate, width)
        row, chosen = self._table.rows[at], at == self.chosen
        known = self._laid.get((id(row), chosen))
        if known is not None and known[0] is row:
            return known[1]
        layout = self._layout
        laid = layout.stage(row) if isinstance(row, StageRow) else layout.line(row, chosen=chosen)
        self._laid[id(row), chosen] = (row, laid)
        return laid

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need."""
        return QSize(self._width, self.laid_row(index.row()).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: Row = index.data(ROW)
        laid = self.laid(index)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            self._ground(painter, QRect(0, 0, box.width(), box.height()))
        self._stamp(painter, row.at if isinstance(row, StageRow) else row.note.at)
        for chip in laid.chips:
            self._chip(painter, chip)
        for words, tone in laid.words:
            self._words(painter, words, tone)
        for place, icon, tone in laid.icons:
            self._theme.icon(icon, tone, 14).paint(painter, place)
        if isinstance(row, StageRow) and not row.consent:
            self._rule(painter, laid, box.width())
        for place, _call, word, icon in laid.buttons:
            self._button(painter, place, word, icon)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, self._theme.colour("surface"))
        painter.fillRect(QRect(0, 0, 3, box.height()), self._theme.colour("accent"))
        painter.setPen(QPen(self._theme.colour("line2"), 1))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _stamp(self, painter: QPainter, at: int) -> None:
        px = self._theme.px
        margin = self._layout.margin if self._layout else 0
        painter.setFont(self._theme.font("cap"))
        painter.setPen(self._theme.colour("ink3"))
        painter.drawText(QRect(margin, px(5), px(52), px(22)), int(self._label), stamp(at))

    def _words(self, painter: QPainter, words: Paragraph, tone: str) -> None:
        painter.setFont(words.font)
        painter.setPen(self._theme.colour(tone))
        for number, (text, wide) in enumerate(words.lines):
            room = QRectF(words.x, words.y + number * words.line_height, wide + 4, words.line_height)
            painter.drawText(room, int(self._label | Qt.TextFlag.TextSingleLine), text)

    def _chip(self, painter: QPainter, chip: Chip) -> None:
        px, colour = self._theme.px, self._theme.colour
        edge = QPen(colour("line2"), 1) if chip.outlined else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(colour("surface") if chip.outlined else colour(f"{chip.tone}_bg"))
        painter.drawRoundedRect(QRectF(chip.box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        icon = QRect(chip.box.left() + px(6), chip.box.top() + px(4), px(14), px(14))
        self._theme.icon(chip.icon, chip.tone, 14).paint(painter, icon)
        painter.setFont(self._theme.font("cap"))
        painter.setPen(colour(f"{chip.tone}_t"))
        painter.drawText(chip.box.adjusted(px(24), 0, 0, 0), int(self._label), chip.word)

    def _rule(self, painter: QPainter, laid: Laid, width: int) -> None:
        words = laid.words[0][0]
        metrics = QFontMetricsF(words.font)
        x = words.x + metrics.horizontalAdvance(words.lines[0][0]) + self._theme.px(12)
        y = words.y + words.line_height / 2
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(int(x), int(y), width - self._theme.px(20), int(y))

    def _button(self, painter: QPainter, box: QRect, word: str, icon: str) -> None:
        px, colour = self._theme.px, self._theme.colour
        painter.setPen(QPen(colour("line2"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        at = QRect(box.left() + px(8), box.top() + px(6), px(14), px(14))
        self._theme.icon(icon, "ink2", 14).paint(painter, at)
        painter.setFont(self._theme.font("cap"))
        painter.setPen(colour("ink1"))
        painter.drawText(box.adjusted(px(28), 0, 0, 0), int(self._label), word)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Call what a button of the chosen line says."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            place = event.position().toPoint() - option.rect.topLeft()
            for box, call, _word, _icon in self.laid(index).buttons:
                if box.contains(place) and isinstance(index.data(ROW), LineRow):
                    self.pressed.emit(call)
                    return True
        return super().editorEvent(event, model, option, index)
