"""How the cells of a table are painted and edited, by the kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.arrangement import Entry
from ui.cell_editors import CellEditor, open_cell_editor
from ui.group_row import GroupRow
from ui.theme import Theme
from workbench.spec import Field

if TYPE_CHECKING:
    from ui.table_view import TableView

Index = QModelIndex | QPersistentModelIndex
NO_PEN = Qt.PenStyle.NoPen
_SMOOTH = QPainter.RenderHint.Antialiasing
_CENTRE = 0.37
"""From the middle of a line down to the baseline, in sizes of the font: centres Chinese and Latin alike."""
_KEPT = 4000
PAD = 12


class Brushwork:
    """The theme's colours and fonts as cells need them, and the elided texts; follows the theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.dress()

    def dress(self) -> None:
        """Take the theme's colours and fonts of now."""
        self.colours = dict(self.theme.colours)
        self.fonts = {style: self.theme.font(style) for style in ("ui", "uib", "cap", "capb")}
        self.fonts["struck"] = QFont(self.fonts["ui"])
        self.fonts["struck"].setStrikeOut(True)
        self._metrics = {style: QFontMetricsF(font) for style, font in self.fonts.items()}
        self._drop = {style: font.pixelSize() * _CENTRE for style, font in self.fonts.items()}
        self.ring = QPen(self.colours["focus"], self.theme.ring)
        self._elided: dict[tuple[str, int, str], str] = {}

    def width(self, style: str, text: str) -> float:
        """How wide a text is in a style."""
        return self._metrics[style].horizontalAdvance(text)

    def elided(self, text: str, width: int, style: str) -> str:
        """The text on one line, with an ellipsis where it is too long."""
        key = (text, width, style)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > _KEPT:
                self._elided.clear()
            line = " ".join(text[:400].split())
            found = self._elided[key] = self._metrics[style].elidedText(
                line, Qt.TextElideMode.ElideRight, width
            )
        return found

    def write(self, painter: QPainter, rect: QRect, text: str, look: tuple[str, str]) -> None:
        """One line of text in a style and a colour, centred in the height."""
        style, colour = look
        painter.setFont(self.fonts[style])
        painter.setPen(self.colours[colour])
        middle = rect.y() + rect.height() / 2
        shown = self.elided(text, rect.width(), style)
        painter.drawText(QPointF(rect.x(), middle + self._drop[style]), shown)

    def font(self, style: str) -> QFont:
        """The font of a style."""
        return self.fonts[style]


class Cell(QStyledItemDelegate):
    """A cell of text; the kinds of cell paint something else inside the same ground."""

    look = ("ui", "ink1")

    def __init__(self, field: Field, view: TableView) -> None:
        super().__init__(view)
        self.field = field
        self._view = view
        self._brush = view.brushwork
        self._chosen = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, content, hairline, and a ring round the cell that has the focus."""
        view, brush = self._view, self._brush
        number = index.row()
        row = view.table.rows[number]
        rect: QRect = option.rect
        painter.setRenderHint(_SMOOTH)
        if isinstance(row, GroupRow):
            self._paint_group(painter, rect, row)
            return
        column = index.column()
        chosen = self._chosen = number in view.chosen
        if chosen or number == view.hovered:
            painter.fillRect(rect, brush.colours["accent_bg" if chosen else "hover"])
        if chosen and column == view.first_column:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), brush.colours["accent"])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, brush.colours["line"])
        indent = view.indent(row, column)
        room = QRect(rect.x() + indent, rect.y(), rect.width() - indent - 8, rect.height() - 1)
        self.draw(painter, room, row, view.table.texts(row)[column])
        if (number, column) == view.ringed:
            painter.setPen(brush.ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 5, 5)

    def draw(self, painter: QPainter, rect: QRect, _row: Entry, text: str) -> None:
        """Paint what is in the cell."""
        if text:
            self._brush.write(painter, rect, text, self.look)

    def _paint_group(self, painter: QPainter, rect: QRect, row: GroupRow) -> None:
        brush = self._brush
        painter.fillRect(rect, brush.colours["sunken"])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, brush.colours["line"])
        left = rect.x() + PAD
        if row.tone:
            painter.setPen(NO_PEN)
            painter.setBrush(brush.colours[row.tone])
            painter.drawRoundedRect(QRectF(left, rect.y() + rect.height() / 2 - 4.5, 8, 8), 2, 2)
            left += 16
        wide = min(int(brush.width("capb", row.title)) + 10, rect.right() - left)
        brush.write(painter, QRect(left, rect.y(), wide, rect.height()), row.title, ("capb", "ink2"))
        rest = QRect(left + wide, rect.y(), max(0, rect.right() - left - wide - PAD), rect.height())
        brush.write(painter, rest, row.meta, ("cap", "ink3"))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows are all of one height: nothing is measured."""
        return QSize(80, self._view.row_height)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A live editor of the field: every key is stored."""
        item = self._view.table.item_at(index.row())
        return open_cell_editor(
            self.field, CellEditor(self._view.session, self._view.edits, item, self._view), parent
        )

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Nothing: the editor follows the record by itself."""

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Nothing: what was typed is stored already."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the cell; an editor that needs more height grows downward, or up from the last rows."""
        rect: QRect = QRect(option.rect)
        height = max(rect.height() - 1, editor.minimumHeight())
        bottom = self._view.viewport().height()
        top = max(0, min(rect.y(), bottom - height))
        editor.setGeometry(rect.x(), top, max(rect.width(), min(220, bottom)), height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys of a composition, and those a text of several lines needs, stay with the editor."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return isinstance(editor, QWidget) and self._view.cell_key(editor, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            return False
        return super().eventFilter(editor, event)
