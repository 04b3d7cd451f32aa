"""What stands in one crowded cell of the quadrant, as a list over the chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from ui.inputs import LineInput
from ui.quadrant_cell_row import DOUBT, ITEM, CellRow, one_line
from ui.theme import Press, Words
from ui.voice import literal
from workbench.domain import Requirement
from workbench.messages import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.quadrant_view import QuadrantView
    from ui.session import Session

WIDTH, ROWS, MANY = 340, 9, 8
"""With more than ``MANY`` one may search, and is told that the scores tell too little apart."""
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -ROWS, Qt.Key.Key_PageDown: ROWS}
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CellList(QFrame):
    """Lists a cell at its place; ``picked`` gives a record. Escape closes it, as does a click elsewhere."""

    picked = Signal(str)

    def __init__(self, session: Session, view: QuadrantView, style: str = "ui") -> None:
        super().__init__(view)
        self._session, self._view, self._style = session, view, style
        self._items: Sequence[Requirement] = ()
        self.scores: tuple[int, int] | None = None
        self.setProperty("card", True)  # noqa: FBT003 - Qt's
        theme = session.theme
        self.title, self.count = Words(theme, "bodyb", "ink1"), Words(theme, "cap", "ink3")
        self.hint = Words(theme, "cap", "amber_t", wrap=True)
        self.fold = Press(theme, "small", "x")
        self.fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fold.clicked.connect(lambda _on: self.leave())
        self.box = LineInput()
        self.box.textChanged.connect(lambda _text: self._fill())
        self.box.entered.connect(self._take)
        self.list = _list()
        self.list.setItemDelegate(CellRow(session, self.list, style))
        self.list.itemClicked.connect(lambda _item: self._take())
        self._lay_out()
        self.hide()
        view.installEventFilter(self)
        view.room_changed.connect(self._stand_again)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the chart goes."""
        if event.type() == QEvent.Type.Hide and watched is self._view:
            self.scores = None
            self.hide()
        return False

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addWidget(self.count, 1)
        top.addWidget(self.fold)
        self._inside = inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 8, 8)
        inside.setSpacing(6)
        inside.addLayout(top)
        for widget in (self.box, self.list, self.hint):
            inside.addWidget(widget)

    def open(self, scores: tuple[int, int], items: Sequence[Requirement]) -> None:
        """List what has these scores, and take the keys."""
        self.scores = scores
        self.setParent(self._view.window())
        self.box.show_text("")
        self.follow(items)
        if not self._items:
            return
        self._stand()
        self.show()
        self.raise_()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._look_away, Qt.ConnectionType.UniqueConnection)
        (self.box if self.box.isVisible() else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, items: Sequence[Requirement]) -> None:
        """Show the records of now in the language of now; nothing once the cell is empty."""
        if self.scores is None:
            return
        self._items = [each for each in items if (each.value, each.urgency) == self.scores]
        if not self._items:
            self.leave()
            return
        tell, theme = self._session.translate, self._session.theme
        value, urgency = self.scores
        title = tell(_("Value {value} · urgency {urgency}").fill(value=value, urgency=urgency))
        self.title.setText(title)
        self.count.setText(tell(_("{count} requirements").fill(count=len(self._items))))
        self.setAccessibleName(f"{title}, {self.count.text()}")
        self.list.setAccessibleName(title)
        self.list.setFont(theme.font(self._style))
        self.box.setAccessibleName(tell(_("Find in this cell")))
        self.fold.setAccessibleName(tell(_("Close")))
        self.box.setPlaceholderText(tell(_("Find in this cell")))
        self.hint.setText(tell(_("More than eight in a cell: their scores tell too little apart.")))
        if len(self._items) <= MANY and self.box.hasFocus():
            self.box.show_text("")
            self.list.setFocus()
        self.box.setVisible(len(self._items) > MANY)
        self.hint.setVisible(len(self._items) > MANY)
        self._fill()
        self._stand_again()

    def _stand_again(self) -> None:
        if self.isVisible() and self.scores is not None:
            self._stand()

    def _fill(self) -> None:
        here = self.list.currentItem()
        current = here.data(Qt.ItemDataRole.UserRole) if here else self._view.current
        sought = self.box.text().strip().casefold()
        self.list.clear()
        for item in self._items:
            if sought in one_line(item).casefold():
                line = self._add(item)
                if item.id == current:
                    self.list.setCurrentItem(line)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _add(self, item: Requirement) -> QListWidgetItem:
        """A line for a requirement; what the client has not confirmed is said, not only marked."""
        words = self._view.texts
        doubt = words.doubt_of(item.id) if words is not None else ""
        said = f"{one_line(item)} ({doubt})" if doubt else one_line(item)
        line = QListWidgetItem(one_line(item), self.list)
        for role, value in (
            (Qt.ItemDataRole.UserRole, item.id),
            (ITEM, item),
            (DOUBT, doubt),
            (Qt.ItemDataRole.AccessibleTextRole, said),
            (Qt.ItemDataRole.ToolTipRole, literal(said)),
        ):
            line.setData(int(role), value)
        return line

    def _stand(self) -> None:
        """Below the cell where there is room, else above or beside; never outside the window."""
        theme, room = self._session.theme, self._view.window().rect().adjusted(8, 8, -8, -8)
        assert self.scores is not None
        cell = self._view.cell_rect(*self.scores)
        place = QRect(self._view.mapTo(self._view.window(), cell.topLeft()), cell.size())
        high = min(len(self._items), ROWS) * max(self.list.sizeHintForRow(0), 1) + 2 * self.list.frameWidth()
        self.list.setFixedHeight(high)
        width, inside = min(theme.px(WIDTH), room.width()), self._inside
        inside.invalidate()
        needs = inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
        self.resize(width, min(needs, room.height()))
        below = place.bottom() + 4
        y = below if below + self.height() <= room.bottom() else place.top() - 4 - self.height()
        x = max(room.left(), min(place.left(), room.right() - width))
        self.move(QPoint(x, max(room.top(), min(y, room.bottom() - self.height()))))

    def _look_away(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.scores = None
            self.hide()

    def leave(self) -> None:
        """Close; the keys go back to the chart."""
        had_focus = self.isVisible()
        self.scores = None
        if had_focus:
            self._view.setFocus()
        self.hide()

    def _take(self) -> None:
        line = self.list.currentItem()
        if line is not None:
            identity = line.data(Qt.ItemDataRole.UserRole)
            self.leave()
            self.picked.emit(identity)

    def event(self, event: QEvent) -> bool:
        """Escape is the list's before it is anybody's shortcut."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Enter takes, arrows walk also from the line above."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in ENTER:
            self._take()
        elif event.key() in STEPS:
            row = self.list.currentRow() + STEPS[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
        else:
            super().keyPressEvent(event)


def _list() -> QListWidget:
    found = QListWidget()
    found.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setTextElideMode(Qt.TextElideMode.ElideRight)
    found.setMouseTracking(True)
    found.setFrameShape(QFrame.Shape.NoFrame)
    return found
