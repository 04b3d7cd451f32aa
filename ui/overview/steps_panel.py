"""What to do next, at most six things at first, each with one button that goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Press, Theme, Words
from workbench.messages import Message, _
from workbench.rules.gaps import GapKind

if TYPE_CHECKING:
    from ui.session import Session

MOST = 6
HEAD = 48
WIDE = 324
_LATE = ("calendar-clock", "red")
_HOLE = ("circle-dashed", "amber")
_GOING = ("circle-dot", "amber")
ICONS = {
    GapKind.OVERDUE: _LATE,
    GapKind.CHECK_DUE: ("chart-line", "red"),
    GapKind.UNCONFIRMED: ("message-circle", "accent"),
    GapKind.UNSCORED: ("list-checks", "accent"),
    GapKind.NO_REASON: ("list-checks", "accent"),
    GapKind.NO_EVIDENCE: _HOLE,
    GapKind.UNEXPLAINED: _HOLE,
    GapKind.UNVERIFIED_ROOT: _GOING,
    GapKind.TO_VERIFY: _GOING,
    GapKind.NO_TASK: _HOLE,
    GapKind.BLOCKED: ("triangle-alert", "red"),
    GapKind.NO_OWNER: ("users", "amber"),
    GapKind.NO_DATE: ("calendar-clock", "amber"),
    GapKind.NO_CAUSE: _HOLE,
    GapKind.NO_EFFECT_CHECK: ("chart-line", "amber"),
}


@dataclass(frozen=True)
class Advice:
    """One thing to do as it is shown: what, a word more, the button's verb and what it does."""

    icon: str
    tone: str
    message: Message
    detail: Message
    verb: Message
    act: Callable[[], object]


class StepRow(QWidget):
    """One thing to do."""

    def __init__(self, advice: Advice, session: Session) -> None:
        super().__init__()
        self._theme: Theme = session.theme
        translate = session.translate
        self.message = Words(self._theme, "ui", "ink1", wrap=True)
        self.detail = Words(self._theme, "cap", "ink3", wrap=True)
        self.message.setText(translate(advice.message))
        self.detail.setText(translate(advice.detail))
        if not self.detail.text():
            self.detail.hide()  # never shown here: what has no parent yet would be a window of its own
        self.button = Press(self._theme, "secondary")
        self.button.setText(translate(advice.verb))
        self.button.setAccessibleName(f"{self.button.text()}: {self.message.text()}")
        self.button.clicked.connect(lambda _checked: advice.act())
        self._lay_out(self._theme.icon(advice.icon, advice.tone))

    def _lay_out(self, icon: QIcon) -> None:
        sign = QLabel()
        sign.setPixmap(icon.pixmap(self._theme.px(16)))
        sign.setContentsMargins(0, 3, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.message)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 14, 9)
        row.setSpacing(10)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()


class StepsPanel(QWidget):
    """The right edge of the overview. ``closed`` asks to be put away."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._advice: Sequence[Advice] = ()
        self._all = False
        theme = session.theme
        self.title = Words(theme, "h3", "ink1")
        self.count = Words(theme, "cap", "ink3")
        self.fold = Press(theme, "ghost", "panel-right-close")
        self.fold.clicked.connect(self.closed)
        self.nothing = Words(theme, "ui", "ink2", wrap=True)
        self.nothing.setContentsMargins(16, 16, 16, 16)
        self.more = Press(theme, "ghost", "chevron-down")
        self.more.clicked.connect(self._show_all)
        self.rows: list[StepRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        head.addWidget(self.fold)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 0, 0, 0)  # the hairline
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self._scrolled(), 1)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addWidget(self.nothing)
        column.addLayout(self._list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def show_advice(self, advice: Sequence[Advice]) -> None:
        """Show other things to do; the focus stays on the button of the same place."""
        at = next((number for number, row in enumerate(self.rows) if row.button.hasFocus()), -1)
        self._advice = advice
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()  # else it is still painted until the loop comes to delete it
            row.deleteLater()
        self.rows = [StepRow(each, self._session) for each in (advice if self._all else advice[:MOST])]
        for row in self.rows:
            self._list.addWidget(row)
        if at >= 0 and self.rows:
            self.rows[min(at, len(self.rows) - 1)].button.setFocus()
        self._say_counts()

    def _say_counts(self) -> None:
        translate, count = self._session.translate, len(self._advice)
        self.count.setText(translate(_("{count} items").fill(count=count)) if count > 1 else "")
        self.nothing.setVisible(not count)
        self.more.setVisible(not self._all and count > MOST)
        self.more.setText(translate(_("{count} more").fill(count=count - MOST)))

    def _show_all(self) -> None:
        self._all = True
        self.show_advice(self._advice)
        self.rows[MOST].button.setFocus(Qt.FocusReason.TabFocusReason)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        translate = self._session.translate
        self.setAccessibleName(translate(_("Next steps")))
        self.title.setText(translate(_("Next steps")))
        self.nothing.setText(translate(_("Nothing is missing: the chain holds.")))
        for show in (self.fold.setToolTip, self.fold.setAccessibleName):
            show(translate(_("Hide the panel")))
        self.setFixedWidth(self._session.theme.px(WIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline to the left and below the head."""
        painter = QPainter(self)
        colour = self._session.theme.colour("line")
        painter.fillRect(0, 0, 1, self.height(), colour)
        painter.fillRect(0, self.fold.geometry().bottom() + 8, self.width(), 1, colour)
        painter.end()
