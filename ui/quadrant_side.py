"""What stands beside the full-size quadrant: the reason, the lists, the thresholds and policies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.quadrant_fold import Fold
from ui.quadrant_lines import borderline_lines, crossing_lines, log_lines, unplaced_lines
from ui.quadrant_play import Play
from ui.quadrant_settings import Policies, threshold_menu
from ui.reason_card import ReasonCard
from ui.theme import Press, Words
from workbench.charts.quadrant import Texts
from workbench.domain import Requirement
from workbench.messages import _
from workbench.rules.priority import Priority

if TYPE_CHECKING:
    from ui.edits import Edits
    from ui.session import Session

WIDTH = 320
FREE = 16_777_215
"""Qt's word for no limit."""


class QuadrantSide(QScrollArea):
    """Lists that follow the chart; ``picked`` gives a record."""

    picked = Signal(str)

    def __init__(self, edits: Edits, session: Session) -> None:
        super().__init__()
        self._session = session
        self.card = ReasonCard(edits, session)
        self.card.hide()
        self.folds = {name: Fold(session) for name in ("crossing", "borderline", "log", "unplaced")}
        self.thresholds = Press(session.theme, "secondary")
        self.thresholds.clicked.connect(lambda _on: threshold_menu(self, session))
        self.title = Words(session.theme, "capb", "ink2")
        self.policies = Policies(session)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(10)
        inside.addWidget(self.card)
        for fold in self.folds.values():
            fold.picked.connect(self.picked)
            inside.addWidget(fold)
        for widget in (self.thresholds, self.title, self.policies):
            inside.addWidget(widget)
        inside.addStretch(1)
        self._inner = inner
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._height, self._most = 0, FREE
        self._fit()

    def type_policy(self, place: str) -> None:
        """Put the focus on what is done about a class, where it can be seen."""
        self.policies.type_in(place)
        self.ensureWidgetVisible(self.policies.lines[Priority(place)], 0, 40)

    def show_below(self, height: int, width: int) -> None:
        """Stand below the chart, so high; beside it for no height, and so wide at most if its words allow."""
        if (height, width) != (self._height, self._most):
            self._height, self._most = height, width
            self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        least = self._inner.minimumSizeHint().width() + bar
        width = min(self._session.theme.px(WIDTH), max(least, self._most))
        self.setMinimumWidth(0 if self._height else width)
        self.setMaximumWidth(FREE if self._height else width)
        self.setMaximumHeight(self._height or FREE)

    def refresh(self, items: Sequence[Requirement], words: Texts, play: Play) -> None:
        """Show what is to be said about these requirements."""
        session = self._session
        tell = session.translate
        show = {name: fold.show_lines for name, fold in self.folds.items()}
        show["crossing"](
            tell(_("Urgency that grows")), crossing_lines(session, items, play.horizon, words.names)
        )
        show["borderline"](tell(_("One point from a border")), borderline_lines(session, items, words.names))
        steps = session.workspace.steps(session.scope)
        show["log"](tell(_("Scores changed today")), log_lines(session, steps, play.today()))
        show["unplaced"](tell(_("Not placed yet")), unplaced_lines(session, items))
        high = _("High from: value {value}, urgency {urgency}")
        project = session.project
        self.thresholds.setText(tell(high.fill(value=project.value_high, urgency=project.urgency_high)))
        self.title.setText(tell(_("What to do about each class")))
        self.policies.refresh(words.names)
        self.card.say_anew()
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline to the left."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(0, 0, 1, self.viewport().height(), self._session.theme.colour("line"))
        painter.end()
