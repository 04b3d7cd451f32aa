"""How wide a table's columns are, and its header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from ui.arrangement import Entry
from ui.cells import PAD, Brushwork
from ui.row_words import brief_names
from workbench.spec import (
    Amount,
    Choice,
    Code,
    Computed,
    Context,
    Count,
    Day,
    Field,
    Line,
    Listed,
    Many,
    Note,
    Rating,
    Reference,
    Tick,
)

if TYPE_CHECKING:
    from ui.table_view import TableView

NARROW = 800
"""Below this width of the table, columns of long text make room for the rest."""
FLOORS: dict[type[Field], int] = {
    Code: 112,
    Day: 104,
    Line: 150,
    Note: 110,
    Choice: 94,
    Computed: 104,
    Rating: 84,
    Count: 60,
    Tick: 48,
}
"""How narrow a kind of column may become before the table scrolls sideways, at 100 %."""
SLIM = 18
"""Below this width in characters a document prints a column of short texts."""
ROOMY = 230
"""How wide the main text is before others get more than they need, at 100 %."""
SAMPLE, AMPLE, LEAST = 24, 560, 110
"""How many rows are measured, and how much and how little a column of text asks for, at 100 %."""
ARROWS = {False: "chevron-up", True: "chevron-down"}


class Header(QHeaderView):
    """The names of the columns; a click sorts, a second turns round, a third goes back."""

    def __init__(self, view: TableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sectionClicked.connect(self._sort)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(super().sizeHint().width(), self._view.brushwork.theme.px(32))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:  # noqa: N802 - Qt's name
        """A column's name, and an arrow on the one that sorts."""
        view, brush = self._view, self._view.brushwork
        field = view.table.field_at(column)
        painter.save()
        painter.fillRect(rect, brush.colours["canvas"])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, brush.colours["line2"])
        label = view.table.context.translate(field.brief or field.label)
        left = rect.x() + view.padding(column)
        sorts = field.name == view.table.arrangement.sort
        room = rect.right() - left - (18 if sorts else 2)
        brush.write(painter, QRect(left, rect.y(), room, rect.height()), label, ("capb", "ink3"))
        if sorts:
            at = left + min(int(brush.width("capb", label)) + 4, room)
            icon = brush.theme.icon(ARROWS[view.table.arrangement.descending], "ink2", 12)
            icon.paint(painter, QRect(at, rect.y() + (rect.height() - 12) // 2, 12, 12))
        painter.restore()

    def _sort(self, column: int) -> None:
        arrangement, field = self._view.table.arrangement, self._view.table.field_at(column)
        first = isinstance(field, Rating)
        if arrangement.sort != field.name:
            self._view.table.sort_by(field.name, descending=first)
        elif arrangement.descending == first:
            self._view.table.sort_by(field.name, descending=not first)
        else:
            self._view.table.sort_by("")
        self.viewport().update()


class Columns:
    """Shares the width of a table among its columns; what a person has dragged stays as it is."""

    def __init__(self, view: TableView) -> None:
        self._view = view
        self._quiet = False
        self.chosen: dict[str, int] = {}
        view.horizontalHeader().sectionResized.connect(self._note)

    def _note(self, column: int, _old: int, new: int) -> None:
        if not self._quiet and new:
            self.chosen[self._view.table.field_at(column).name] = new
            self.share()

    def share(self) -> None:
        """Give every column its width."""
        view, fields = self._view, self._view.table.fields
        room = view.viewport().width()
        main, hidden = view.edits.main_field, self._hidden(room)
        shown = [each for each in fields if each not in hidden]
        widths = {each.name: self._width(each) for each in shown}
        growing = {each.name: weight(each, is_main=each is main) for each in shown if self._grows(each)}
        wishes = self._wishes(growing)
        for name, wish in wishes.items():
            widths[name] = min(widths[name], max(wish, self._least(name)))
        spare = room - sum(widths.values())
        if spare < 0:
            self._shrink([each for each in shown if each.name not in self.chosen], widths, -spare)
        elif growing:
            missing = {name: max(0, wish - widths[name]) for name, wish in wishes.items()}
            _give(widths, missing, min(spare, sum(missing.values())))
            _give(widths, growing, room - sum(widths.values()))
            widths[next(iter(growing))] += room - sum(widths.values())
        self._quiet = True
        for column, each in enumerate(fields):
            view.setColumnHidden(column, each in hidden)
            if each not in hidden:
                view.setColumnWidth(column, widths[each.name])
        self._quiet = False

    def _wishes(self, names: Iterable[str]) -> dict[str, int]:
        """How wide the texts of the first rows are, none wider than ``AMPLE``; nothing without rows."""
        view, brush = self._view, self._view.brushwork
        rows = [row for row in view.table.rows[:SAMPLE] if isinstance(row, Entry)]
        places = {each.name: at for at, each in enumerate(view.table.fields)}
        most = brush.theme.px(AMPLE)
        return {name: min(most, max(self._wish(row, places[name]) for row in rows)) for name in names if rows}

    def _wish(self, row: Entry, column: int) -> int:
        view = self._view
        text = view.table.texts(row)[column][:AMPLE]
        return int(view.brushwork.width("uib", " ".join(text.split()))) + view.indent(row, column) + PAD

    def _least(self, name: str) -> int:
        """How wide a column is that has little to say: its title is read whole where that is short."""
        view = self._view
        field = next(each for each in view.table.fields if each.name == name)
        title = int(view.brushwork.width("capb", view.table.context.translate(field.label)))
        return max(view.brushwork.theme.px(LEAST), title + 26)

    def _hidden(self, room: int) -> list[Field]:
        """What a narrow table leaves out: notes, and the class that stands above each group anyway."""
        view, hidden = self._view, list[Field]()
        fields, main = view.table.fields, view.edits.main_field
        if room < NARROW:
            hidden += [each for each in fields if isinstance(each, Note) and each is not main]
        heading = view.table.arrangement.grouping
        if heading is not None and sum(self._width(each) for each in fields if each not in hidden) > room:
            hidden.append(heading)
        return hidden

    def _shrink(self, fields: Sequence[Field], widths: dict[str, int], missing: int) -> None:
        """Take what is missing from columns that can do with less, from the main one last."""
        theme, main = self._view.brushwork.theme, self._view.edits.main_field
        give = {
            each.name: max(0, widths[each.name] - theme.px(FLOORS.get(type(each), 88))) for each in fields
        }
        others = sum(most for name, most in give.items() if name != main.name)
        if missing <= others:
            give.pop(main.name, None)
        whole = sum(give.values())
        for name, most in give.items():
            widths[name] -= min(most, -(-missing * most // whole) if whole else 0)

    def _grows(self, field: Field) -> bool:
        return (
            isinstance(field, Line | Note | Listed | Many | Amount | Reference)
            and not isinstance(field, Code)
            and field.name not in self.chosen
        )

    def _width(self, field: Field) -> int:
        if field.name in self.chosen:
            return self.chosen[field.name]
        view = self._view
        own = natural_width(field, view.brushwork, view.table.context)
        label = view.table.context.translate(field.brief or field.label)
        title = int(view.brushwork.width("capb", label))
        theme = view.brushwork.theme
        own = max(own, ROOMY) if field is view.edits.main_field and isinstance(field, Line) else own
        return max(theme.px(own), min(title + 26, theme.px(130))) + (
            8 if field is view.table.fields[0] else 0
        )


def _give(widths: dict[str, int], parts: dict[str, int], spare: int) -> None:
    """Share out what is spare, in these parts."""
    whole = sum(parts.values())
    for name, part in parts.items():
        widths[name] += spare * part // whole if whole else 0


def weight(field: Field, *, is_main: bool) -> int:
    """How much of the spare width a text gets; one that a document prints narrow gets little."""
    if field.width < SLIM:
        return 1
    return 4 if isinstance(field, Listed) else 3 if is_main else 2


@singledispatch
def natural_width(_field: Field, _brush: Brushwork, _context: Context) -> int:
    """The width a column needs for what its cells hold, at 100 %."""
    return 110


@natural_width.register
def _line(_field: Line, _brush: Brushwork, _context: Context) -> int:
    return 180


@natural_width.register
def _note(_field: Note, _brush: Brushwork, _context: Context) -> int:
    return 120


@natural_width.register
def _code(_field: Code, _brush: Brushwork, _context: Context) -> int:
    return 92


@natural_width.register
def _day(_field: Day, _brush: Brushwork, _context: Context) -> int:
    return 108


@natural_width.register
def _rating(_field: Rating, _brush: Brushwork, _context: Context) -> int:
    return 96


@natural_width.register
def _tick(_field: Tick, _brush: Brushwork, _context: Context) -> int:
    return 64


@natural_width.register
def _choice(field: Choice, brush: Brushwork, context: Context) -> int:
    return _longest(list(brief_names(field, context).values()), brush, "ui") + 24


@natural_width.register
def _count(_field: Count, _brush: Brushwork, _context: Context) -> int:
    return 64


@natural_width.register
def _computed(field: Computed, brush: Brushwork, context: Context) -> int:
    names = [context.translate(label) for label in (field.labels or {}).values()]
    return _longest(names, brush, "cap") + 40 if names else 90


def _longest(names: list[str], brush: Brushwork, style: str) -> int:
    longest = max((brush.width(style, name) for name in names), default=0.0)
    return max(56, min(170, int(longest * 100 / brush.theme.scale)))
