"""How the parts of a form's page share the room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.cause_keys import CauseKeys
from ui.session import Session
from ui.task_keys import TaskKeys
from ui.wide_panel import BAR, WidePanel

if TYPE_CHECKING:
    from ui.form_view import FormView

WIDE, ROOMY = 1180, 1000  # from these widths on the panel is broad, and shown unless put away
DRAWER = 1180
"""In a window narrower than this the panel lies over the page while it is asked for, and squeezes nothing."""
NARROW = 720
"""Below this width the bar of parent records is short."""
FEWEST = 5
"""Rows that a table keeps beside a wide drawing, unless somebody takes them from it."""
KEYS = {"fishbone": CauseKeys, "timeline": TaskKeys}
"""What keys do on a wide drawing, by its key."""
HEADER = 34
ENOUGH = 560
"""From this height of both on the table keeps all of its rows, at 100 %."""
SEEN = 120
"""Less of a fishbone than this shows nothing: the table stands aside then, at 100 %."""
LEAST = 60
"""How low a table can be made."""
LOW = 80
"""Below this height of the table a text is typed on its record's page."""


class Handle(QSplitterHandle):
    """A hairline that is easier to take hold of than it looks."""

    def __init__(self, halves: Halves, session: Session) -> None:
        super().__init__(Qt.Orientation.Vertical, halves)
        self._theme = session.theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, stronger under the mouse."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        tone = self._theme.colour("control" if self.underMouse() else "line2")
        painter.fillRect(0, self.height() // 2, self.width(), 1, tone)
        painter.end()


class Halves(QSplitter):
    """A wide drawing above its table; ``chosen`` are the heights that somebody gave them."""

    room_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._session = session
        self.chosen: list[int] = []
        self.row_height = 38
        self.setHandleWidth(5)
        self.splitterMoved.connect(self._note)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """The line between the two."""
        return Handle(self, self._session)

    def _note(self) -> None:
        self.chosen = self.sizes()

    def share(self) -> None:
        """Give both their height: two fifths to the table, and never less than five rows."""
        if self.count() < 2:  # noqa: PLR2004 - a table without a drawing
            return
        if len(self.chosen) == self.count() and any(self.chosen):
            self.setSizes(self.chosen)
            return
        room = self.height() - self.handleWidth()
        whole = room >= self._session.theme.px(ENOUGH)
        table = max(self._least(FEWEST), room * 2 // 5) if whole else self._least(FEWEST - 2)
        above = self.widget(0)
        most = above.most if isinstance(above, WidePanel) and not above.is_alone else room
        table = max(table, room - most)
        self.setSizes([max(room - table, 0), table])

    def _least(self, rows: int) -> int:
        return rows * self.row_height + self._session.theme.px(HEADER)

    @property
    def is_low(self) -> bool:
        """Whether nothing would be seen of a drawing above the table."""
        return self.height() - self._least(FEWEST - 2) < self._session.theme.px(BAR + SEEN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height."""
        super().resizeEvent(event)
        self.share()
        self.room_changed.emit()


def lay_out(page: FormView) -> None:
    """Put the parts of a page where they belong."""
    _halve(page)
    page.empty.press = page.view.commands.press
    listing = QWidget()
    column = QVBoxLayout(listing)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(page.header)
    if page.head_bar is not None:
        page.header.host(page.head_bar)
        page.head_bar.opened.connect(page.stack.open_head)
        page.head_bar.added.connect(page.stack.open_head)
    parts = []
    if page.strip is not None:
        page.strip.wanted.connect(page.stack.open_head)
        parts.append(page.strip)
    for part in (*parts, page.halves, page.quick):
        column.addWidget(part, 1 if part is page.halves else 0)
    page.stack.addWidget(listing)
    inside = QHBoxLayout(page)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(0)
    inside.addWidget(page.stack, 1)
    inside.addWidget(page.panel)
    page.lead_focus(page.view)


def _halve(page: FormView) -> None:
    page.rows = QStackedWidget()
    for widget in (page.view, page.empty, page.unmatched):
        page.rows.addWidget(widget)
    page.halves = Halves(page.session)
    if page.wide is not None:
        page.halves.addWidget(page.wide)
    page.halves.addWidget(page.rows)
    page.rows.setMinimumHeight(LEAST)
    page.halves.room_changed.connect(partial(show_alone, page))
    if page.wide is not None:
        page.wide.measured.connect(page.halves.share)
    page.halves.setCollapsible(page.halves.count() - 1, False)  # noqa: FBT003 - Qt's


def fit(page: FormView) -> None:
    """Show or hide the drawings, as wide as there is room."""
    if page.head_bar is not None:
        page.head_bar.show_compact(compact=page.width() < page.session.theme.px(NARROW))
    wanted, some = page.panel_wanted, bool(page.table.all_items)
    dressed = page.stack.on_record and page.stack.page.dress.side is not None
    beside = bool(page.panel.panels) and some and not dressed
    _dock(page, over=page.wide is None and page.window().width() < DRAWER)
    if page.in_drawer:
        shown = page.drawer_open = beside and page.drawer_open
    else:
        shown = beside and (page.width() >= ROOMY if wanted is None else wanted)
    page.panel.setVisible(shown)
    above = page.wide is not None and some
    if page.wide is not None:
        page.halves.row_height = page.view.row_height
        was, now = page.wide.isVisibleTo(page), above and wanted is not False
        page.wide.setVisible(now)
        show_alone(page)
        if now and not was:
            page.halves.share()
        shown = shown or now
    page.header.panel.setVisible((beside or above) and not shown)


def show_alone(page: FormView) -> None:
    """Let the table stand aside where somebody wants the drawing alone, or a fishbone had no room."""
    if page.wide is None:
        return
    low = page.strip is not None and page.halves.is_low and page.halves.height() > 0
    wanted = low if page.alone_wanted is None else page.alone_wanted
    alone = wanted and not page.wide.isHidden()
    if alone == page.rows.isHidden():
        return
    had_focus = page.rows.isAncestorOf(QApplication.focusWidget() or page)
    page.rows.setHidden(alone)
    page.wide.show_alone(alone=alone)
    page.lead_focus(page.wide.view if alone else page.shown_rows)
    if had_focus:
        page.wide.view.setFocus()
    page.halves.share()


def _dock(page: FormView, *, over: bool) -> None:
    """Put the panel beside the page, or let it lie over its right edge."""
    row = page.layout()
    assert isinstance(row, QHBoxLayout)
    if over != page.in_drawer:
        page.in_drawer, page.drawer_open = over, False
        if over:
            row.removeWidget(page.panel)
        else:
            row.addWidget(page.panel)
        page.panel.setAutoFillBackground(over)
    wide = 348 if over or page.width() >= WIDE else 300
    page.panel.setFixedWidth(min(wide, page.width()))
    if over:
        page.panel.setGeometry(page.width() - page.panel.width(), 0, page.panel.width(), page.height())
        page.panel.raise_()


def regions(page: FormView) -> list[QWidget]:
    """The parts that F6 goes round, in reading order."""
    shown = page.stack.shown
    if shown is not None:
        return [shown.header.back, shown.first_field.editor]
    above = [page.wide.view] if page.wide is not None else []
    beside = [panel.view for panel in page.panel.panels]
    rows = page.rows.currentWidget() or page.view
    found: list[QWidget] = [page.header.filter, *above, rows, page.quick, *beside]
    return [each for each in found if each.isVisible()]
