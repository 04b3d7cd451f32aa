"""What stands beside a requirement: the sentences it rests on, what comes of it, how it has changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.change_log import ChangeLog
from ui.evidence_list import EvidenceList
from ui.theme import Press, Words
from workbench.domain import Record, Solution, Task
from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.spec import Context


class RequirementSide(QWidget):
    """``wanted`` gives a record of another page, ``linked`` asks for more evidence."""

    wanted = Signal(str)
    linked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        theme = session.theme
        self.title, self.count = Words(theme, "h3", "ink1"), Words(theme, "cap", "ink3")
        self.link = Press(theme, "ghost", "plus")
        self.link.clicked.connect(self.linked)
        self.evidence = EvidenceList(session)
        self.evidence.wanted.connect(self.wanted)
        self._after, self._changes = Words(theme, "h3", "ink1"), Words(theme, "h3", "ink1")
        self._down, self.log = QVBoxLayout(), ChangeLog(session)
        self._made: list[QWidget] = []
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 12, 4, 16)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 4, 0)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        head.addWidget(self.link)
        column.addLayout(head)
        column.addWidget(self.evidence)
        for title in (self._after, self._changes):
            title.setContentsMargins(12, 14, 12, 2)
        self._down.setContentsMargins(12, 0, 12, 0)
        self._down.setSpacing(2)
        column.addWidget(self._after)
        column.addLayout(self._down)
        column.addWidget(self._changes)
        column.addWidget(self.log)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 0, 0, 0)
        outside.addWidget(_scrolled(inner))

    def show_item(self, item: Record, context: Context) -> None:
        """Show what belongs to a requirement."""
        translate = context.translate
        found = self.evidence.show_item(item)
        self.title.setText(translate(_("Evidence")))
        sources = len({each.source for each in found})
        count = _("{count}, sources: {sources}").fill(count=len(found), sources=sources)
        self.count.setText(translate(count) if found else "0")
        self.link.setToolTip(translate(_("Link evidence…")))
        self.link.setAccessibleName(translate(_("Link evidence…")))
        self._after.setText(translate(_("What comes of it")))
        self._changes.setText(translate(_("Changes")))
        for widget in self._made:
            widget.hide()
            widget.deleteLater()
        self._made = []
        self._show_after(item, context)
        self.log.show_item(item, context)

    def _show_after(self, item: Record, context: Context) -> None:
        plans = [each for each in context.records(Solution) if each.for_ == item.id]
        ids = {each.id for each in plans}
        tasks = [each for each in context.records(Task) if each.solution in ids]
        for each in (*plans, *tasks):
            name = each.title if isinstance(each, Solution) else each.text
            button = Press(self._session.theme, "small", "arrow-right")
            button.setText(" ".join(name.split())[:28].replace("&", "&&") or "—")
            button.setToolTip(name[:400])
            button.clicked.connect(partial(self._want, each.id))
            self._put(self._down, button)
        if not plans:
            none = Words(self._session.theme, "ui", "ink3", wrap=True)
            none.setText(context.translate(_("No plan yet")))
            self._put(self._down, none)

    def _put(self, part: QVBoxLayout, widget: QWidget) -> None:
        part.addWidget(widget)
        self._made.append(widget)

    def _want(self, identity: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.wanted.emit(identity)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline to the left."""
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), self._session.theme.colour("line"))
        painter.end()


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
