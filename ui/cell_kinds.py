"""What the cells of a table show, by the kind of field."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from ui.arrangement import Entry
from ui.cells import NO_PEN, Cell
from ui.row_words import brief_names
from ui.typed import class_of, tone_of
from workbench.messages import _
from workbench.spec import Choice, Code, Computed, Count, Day, Field, Rating, Tick

if TYPE_CHECKING:
    from ui.table_view import TableView

ROOMY = 120
"""From this width on a score shows its reason, or says that there is none."""


class TitleCell(Cell):
    """What a row is about; struck, with the word for it, where the row has been taken out."""

    def draw(self, painter: QPainter, rect: QRect, row: Entry, text: str) -> None:
        """Paint the text, and what took it out."""
        table, brush = self._view.table, self._brush
        out = table.form.out
        word = out.text(row.item, table.context) if out is not None else ""
        if not word:
            super().draw(painter, rect, row, text)
            return
        wide = min(int(brush.width("cap", word)) + 16, rect.width() // 2)
        room = QRect(rect.x(), rect.y(), rect.width() - wide - 8, rect.height())
        brush.write(painter, room, text, ("struck", "ink3"))
        shown = min(int(brush.width("ui", brush.elided(text, room.width(), "ui"))), room.width())
        chip = QRect(rect.x() + shown + 8, rect.y() + (rect.height() - 22) // 2, wide, 22)
        painter.setPen(NO_PEN)
        painter.setBrush(brush.colours["grey_bg"])
        painter.drawRoundedRect(chip, 4, 4)
        brush.write(painter, chip.adjusted(8, 0, -6, 0), word, ("cap", "grey_t"))


class CountCell(Cell):
    """An icon and a number; a warning and nought where there is none, a mark where they settle nothing."""

    def draw(self, painter: QPainter, rect: QRect, row: Entry, _text: str) -> None:
        """Paint how many there are."""
        brush = self._brush
        count = (
            class_of(self.field, row.item, self._view.table.context) if isinstance(self.field, Count) else 0
        )
        name, tone = (self.icon, "ink3") if count else ("triangle-alert", "amber_t")
        side = brush.theme.px(14)
        icon = brush.theme.icon(name, tone, 14)
        icon.paint(painter, rect.x(), rect.y() + (rect.height() - side) // 2, side, side)
        rest = rect.adjusted(side + 6, 0, 0, 0)
        brush.write(painter, rest, str(count or 0), ("ui", "ink2" if count else "amber_t"))
        if count and self.field.problem(row.item, self._view.table.context):
            left = rest.x() + int(brush.width("ui", str(count))) + 6
            mark = brush.theme.icon("message-circle", "amber_t", 14)
            mark.paint(painter, left, rect.y() + (rect.height() - side) // 2, side, side)

    @property
    def icon(self) -> str:
        """What stands before the number."""
        return self.field.icon if isinstance(self.field, Count) else ""


class QuietCell(Cell):
    """A code, a date: something one looks up rather than reads."""

    look = ("cap", "ink3")


class PlainCell(Cell):
    """A choice, a remark."""

    look = ("ui", "ink2")


class ChoiceCell(PlainCell):
    """One of a few names, without the word they all end in."""

    _stamp = -1
    _brief: Mapping[str, str]

    def draw(self, painter: QPainter, rect: QRect, row: Entry, text: str) -> None:
        """Paint the short name."""
        table = self._view.table
        if self._stamp != table.stamp and isinstance(self.field, Choice):
            self._stamp, self._brief = table.stamp, brief_names(self.field, table.context)
        super().draw(painter, rect, row, self._brief.get(text, text))


class ScoreCell(Cell):
    """The number, five pips, and as much of the reason as there is room for."""

    def draw(self, painter: QPainter, rect: QRect, row: Entry, _text: str) -> None:
        """Paint a score, or a dash while there is none."""
        field, brush = self.field, self._brush
        score = field.get(row.item)
        if score is None:
            brush.write(painter, rect, "—", ("ui", "ink3"))
            return
        brush.write(painter, rect, str(score), ("uib", "ink1"))
        painter.setPen(NO_PEN)
        left, top = rect.x() + 17, rect.y() + rect.height() / 2 - 4
        for number in range(5):
            painter.setBrush(brush.colours["ink2" if number < score else "line2"])
            painter.drawRoundedRect(QRectF(left + number * 10, top, 7, 9), 2, 2)
        if isinstance(field, Rating) and field.reason:
            self._paint_reason(
                painter, QRect(left + 56, rect.y(), rect.right() - left - 56, rect.height()), row
            )

    def _paint_reason(self, painter: QPainter, rect: QRect, row: Entry) -> None:
        """As much of the reason as there is room for; a quiet mark where nobody gave one."""
        reason = getattr(row.item, self.field.reason).strip() if isinstance(self.field, Rating) else ""
        if not reason:
            painter.setBrush(self._brush.colours["amber"])
            painter.drawEllipse(QRectF(rect.x() - 2, rect.y() + rect.height() / 2 - 2.5, 5, 5))
            rect = rect.adjusted(8, 0, 0, 0)
            reason = self._view.table.context.translate(_("no reason"))
        if rect.width() > ROOMY - 76:
            self._brush.write(painter, rect, reason, ("cap", "ink3"))


class ChipCell(Cell):
    """A derived class in its tone, and in words."""

    def draw(self, painter: QPainter, rect: QRect, row: Entry, text: str) -> None:
        """Paint the chip; nothing where there is no value."""
        if not text:
            return
        field, brush = self.field, self._brush
        tone = tone_of(field, row.item, self._view.table.context) if isinstance(field, Computed) else ""
        if not tone:
            brush.write(painter, rect, text, ("ui", "ink2"))
            return
        wide = int(brush.width("cap", text)) + 16
        if wide > rect.width():
            text = self._short(row, text)
            wide = min(int(brush.width("cap", text)) + 16, rect.width())
        chip = QRect(rect.x(), rect.y() + (rect.height() - 22) // 2, wide, 22)
        painter.setPen(brush.colours[f"{tone}_line"] if self._chosen else NO_PEN)
        painter.setBrush(brush.colours[f"{tone}_bg"])
        painter.drawRoundedRect(chip, 4, 4)
        brush.write(painter, chip.adjusted(8, 0, -6, 0), text, ("cap", f"{tone}_t"))

    def _short(self, row: Entry, text: str) -> str:
        """A name that fits where the whole one does not."""
        context, field = self._view.table.context, self.field
        if not isinstance(field, Computed) or field.short is None:
            return text
        return context.translate(field.short[class_of(field, row.item, context)])


@singledispatch
def cell_for(field: Field, view: TableView) -> Cell:
    """The cell for a kind of field; text for kinds without one of their own."""
    return TitleCell(field, view) if field is view.edits.main_field else PlainCell(field, view)


@cell_for.register(Rating)
def _score(field: Rating, view: TableView) -> Cell:
    return ScoreCell(field, view)


@cell_for.register(Computed)
def _chip(field: Computed, view: TableView) -> Cell:
    return ChipCell(field, view)


@cell_for.register(Count)
def _count(field: Count, view: TableView) -> Cell:
    return CountCell(field, view)


@cell_for.register(Code)
@cell_for.register(Day)
def _quiet(field: Field, view: TableView) -> Cell:
    return QuietCell(field, view)


@cell_for.register(Choice)
def _choice(field: Field, view: TableView) -> Cell:
    return ChoiceCell(field, view)


@cell_for.register(Tick)
def _plain(field: Field, view: TableView) -> Cell:
    return PlainCell(field, view)
