"""The live quadrant with what belongs below it: the reason for a new score, and what is not placed yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.quadrant_cell import CellList
from ui.quadrant_fold import Below, Fold
from ui.quadrant_lines import borderline_lines, log_lines, unplaced_lines
from ui.quadrant_settings import threshold_menu
from ui.quadrant_view import QuadrantView
from ui.quadrant_zoom import grow_with
from ui.reason_card import ReasonCard
from ui.theme import Words, fonts
from workbench.charts.quadrant import Texts
from workbench.domain import Link, Note, Requirement
from workbench.messages import _
from workbench.rules.confirmations import UNCONFIRMED, unconfirmed
from workbench.rules.priority import Priority
from workbench.spec import Context, Drawing

if TYPE_CHECKING:
    from ui.edits import Edits
    from ui.session import Session

MOST = 4
"""So many of today's changes are listed."""
LOWEST = 76
"""What stands below the chart is at least so high, and one scrolls in it."""
TALLEST = 460


class QuadrantPanel(QWidget):
    """The quadrant, edited by drag and arrows; ``picked`` and ``opened`` give a record."""

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, _drawing: Drawing, edits: Edits, session: Session) -> None:
        super().__init__()
        self._edits, self._session = edits, session
        self._items: Sequence[Requirement] = ()
        self._by_pointer = False
        theme = session.theme
        self.card = ReasonCard(edits, session)
        self.card.hide()
        self.view = QuadrantView(theme.colours, fonts.families(session.language))
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        grow_with(self.view, theme)
        self.cell = CellList(session, self.view)
        self.unplaced = Fold(session, opened=False)
        self.borderline = Fold(session, opened=False)
        self.log = Fold(session, most=MOST)
        self._hint = Words(theme, "cap", "ink3", wrap=True)
        self._lay_out()
        self._wire()

    def _wire(self) -> None:
        self.view.rescored.connect(self._rescore)
        self.view.picked.connect(self.picked)
        self.view.opened.connect(self.opened)
        self.view.stack_opened.connect(self._list_stack)
        self.view.divider_pressed.connect(lambda axis: threshold_menu(self, self._session, (axis,)))
        for fold in (self.unplaced, self.borderline, self.log):
            fold.picked.connect(self._pick)
        self.cell.picked.connect(self._pick)
        self.card.done.connect(self.view.setFocus)
        self.card.installEventFilter(self)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 16, 12)
        inside.setSpacing(10)
        self.below = Below((self.card, self.unplaced, self.borderline, self.log), LOWEST)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.below)
        inside.addStretch()
        inside.addWidget(self._hint)

    def show_items(self, items: Sequence[Requirement]) -> None:
        """Draw other requirements."""
        self._items = items
        context = self._session.context()
        self.view.show_items(items, context.project, texts(self._edits, context))
        self.cell.follow(items)
        tell, names = context.translate, texts(self._edits, context).names
        self.borderline.show_lines(
            tell(_("One point from a border")),
            borderline_lines(self._session, items, names),
        )
        steps = self._session.workspace.steps(self._session.scope)
        lines = log_lines(self._session, steps, datetime.now().astimezone().date())
        self.log.show_lines(context.translate(_("Scores changed today")), lines)
        self.unplaced.show_lines(tell(_("Not placed yet")), unplaced_lines(self._session, items))

    def _pick(self, identity: str) -> None:
        self.picked.emit(identity)

    def select(self, identity: str) -> None:
        """Show which record is looked at in the table."""
        self.view.select(identity)

    def say_anew(self) -> None:
        """Say everything in the language and colours of now."""
        self.view.setMaximumHeight(self._session.theme.px(TALLEST))
        translate = self._session.translate
        self.view.set_families(fonts.families(self._session.language))
        self.view.set_palette(self._session.theme.colours)
        project = self._session.project
        hint = _("Drag to rescore, arrows nudge. Value counts as high from {value}, urgency from {urgency}.")
        self._hint.setText(translate(hint.fill(value=project.value_high, urgency=project.urgency_high)))
        self.card.say_anew()
        if self._items:
            self.show_items(self._items)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know whether pointer or keys change scores: only after a pointer may the focus move on.

        While a reason is asked for, the room of the hint is the card's.
        """
        if watched is self.card:
            if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
                self._hint.setVisible(self.card.isHidden())
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._by_pointer = True
        elif event.type() == QEvent.Type.KeyPress:
            self._by_pointer = False
        return False

    def _rescore(self, identity: str, value: int, urgency: int) -> None:
        before = self._edits.find(identity)
        if before is not None and self._edits.rate(identity, {"value": value, "urgency": urgency}, self):
            items = [self._edits.find(item.id) or item for item in self._items]
            self.show_items(items)  # at once: the next arrow starts from these scores
            self.picked.emit(identity)
            self.card.ask(before, self._edits.find(identity), take_focus=self._by_pointer)
            self.below.ensureWidgetVisible(self.card)

    def _list_stack(self, value: int, urgency: int) -> None:
        self.cell.open((value, urgency), self._items)


def texts(edits: Edits, context: Context) -> Texts:
    """The words of the quadrant in the window's language."""
    translate, grouping = context.translate, edits.grouping
    labels = (grouping.labels or {}) if grouping is not None else {}
    policies = context.texts("quadrant_policy")
    return Texts(
        value=translate(_("Value")),
        urgency=translate(_("Urgency")),
        names={key: translate(labels[key]) for key in Priority},
        policies={key: policies.get(key, "") for key in Priority},
        high=translate(_("≥ {score} high")),
        sentence=translate(_("{total} requirements, {scored} of them scored. {counts}")),
        doubt=translate(UNCONFIRMED),
        unsure=translate(_("Unconfirmed")),
        doubtful=unconfirmed(context.records(Link), context.records(Note)),
    )
