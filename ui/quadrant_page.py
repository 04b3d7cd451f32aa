"""The quadrant as a page of its own: cards where there is room, and everything one does about priorities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.edits import Edits
from ui.form_view import FormView
from ui.hand_order import change_places
from ui.page import Page
from ui.quadrant_cell import CellList
from ui.quadrant_panel import texts
from ui.quadrant_play import Play
from ui.quadrant_settings import threshold_menu
from ui.quadrant_side import QuadrantSide
from ui.quadrant_view import QuadrantView
from ui.quadrant_zoom import grow_with
from ui.theme import ElidedWords, Press, Words, fonts
from workbench.charts.quadrant import stacks
from workbench.domain import Requirement
from workbench.messages import _
from workbench.workspace import Event

if TYPE_CHECKING:
    from ui.program import Program

NARROW = 760
SIDE = 0.29
"""How much of the width the side takes at most, as long as its words have room."""
STEPS = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}


class QuadrantPage(Page):
    """Requirements in their cells, with what moves them."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        assert program.desk is not None
        self._program, self.session = program, program.desk.session
        form = next(form for form in self.session.forms if form.record is Requirement)
        self.edits = Edits(form, self.session)
        theme = self.session.theme
        self.before: dict[str, tuple[int, int]] = {}
        self.title, self.facts = Words(theme, "h1"), ElidedWords(theme, "cap", "ink3")
        self.remember = Press(theme, "secondary", "bookmark")
        self.remember.clicked.connect(lambda _on: self.mark_before())
        self.forget = Press(theme, "ghost", "x")
        self.forget.clicked.connect(lambda _on: self.forget_before())
        self.view = QuadrantView(theme.colours, fonts.families(self.session.language))
        self.view.cards = True
        grow_with(self.view, theme)
        self.cell = CellList(self.session, self.view)
        self.play = Play(self.session)
        self.side = QuadrantSide(self.edits, self.session)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.back = Press(self.session.theme, "ghost", "minimize-2")
        self.back.clicked.connect(lambda _on: self._to_table())
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.facts, 1)
        head.addWidget(self.forget)
        head.addWidget(self.remember)
        head.addWidget(self.back)
        left = QVBoxLayout()
        left.setContentsMargins(20, 16, 20, 12)
        left.setSpacing(12)
        left.addLayout(head)
        left.addWidget(self.view, 1)
        left.addWidget(self.play)
        self._whole = whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)
        self.lead_focus(self.view)

    def _wire(self) -> None:
        view, side = self.view, self.side
        view.rescored.connect(self._rescore)
        view.picked.connect(self._say_picked)
        view.opened.connect(self._open)
        view.stack_opened.connect(self._list_cell)
        view.divider_pressed.connect(lambda axis: threshold_menu(self, self.session, (axis,)))
        view.policy_pressed.connect(side.type_policy)
        side.picked.connect(self._pick)
        self.cell.picked.connect(self._pick)
        side.card.done.connect(view.setFocus)
        self.play.moved.connect(self.refresh)
        self.session.changed.connect(self._follow)
        self.session.language_changed.connect(self.refresh)
        self.session.theme.changed.connect(self.refresh)

    def items(self) -> list[Requirement]:
        """The requirements of the project."""
        scope = self.session.scope
        return self.session.workspace.all(Requirement, scope) if scope else []

    def refresh(self) -> None:
        """Show the records of now in the language and colours of now."""
        if self.session.scope is None or not self.isVisible():
            return
        session, items, tell = self.session, self.items(), self.session.translate
        words = texts(self.edits, session.context())
        now = {each.id: (each.value, each.urgency) for each in items if each.value and each.urgency}
        self.view.before = now if self.play.weeks else self.before
        self.view.frozen = bool(self.play.weeks)
        self.view.set_families(fonts.families(session.language))
        self.view.set_palette(session.theme.colours)
        self.view.show_items(self.play.aged(items), session.project, words)
        self.side.refresh(items, words, self.play)
        self.cell.follow(self.play.aged(items))
        self.play.say_anew()
        self.title.setText(tell(_("Quadrant")))
        facts = _("{count} requirements, {scored} scored").fill(count=len(items), scored=len(now))
        self.facts.setText(tell(facts))
        self.remember.setText(tell(_("Remember positions")))
        self.remember.setToolTip(tell(_("From now on arrows show what moves")))
        self.forget.setText(tell(_("Hide arrows")))
        self.forget.setVisible(bool(self.before))
        self.back.setToolTip(tell(_("Back to the table")))
        self.back.setAccessibleName(tell(_("Back to the table")))

    def _follow(self, event: Event) -> None:
        if event.scope in {self.session.scope, None} and self.isVisible():
            self._timer.start(0)

    # What one does

    def _rescore(self, identity: str, value: int, urgency: int) -> None:
        before = self.edits.find(identity)
        if before is None or not self.edits.rate(identity, {"value": value, "urgency": urgency}, self):
            return
        self.refresh()  # at once: the next arrow starts from these scores
        self.side.card.ask(before, self.edits.find(identity), take_focus=False)
        self.side.ensureWidgetVisible(self.side.card)

    def _open(self, identity: str) -> None:
        if self.side.card.isVisible():
            self.side.card.type_reason()
        else:
            self._program.pages.open_item(identity)

    def _to_table(self) -> None:
        chosen, page = self.view.current, self._program.show_page(self.edits.form.key)
        if isinstance(page, FormView) and chosen:
            page.pick(chosen)

    def _pick(self, identity: str) -> None:
        self.view.select(identity)
        self._say_picked(identity)
        self.view.setFocus()

    def _say_picked(self, identity: str) -> None:
        item = self.edits.find(identity)
        if item is not None:
            self.status.emit(f"{item.code}  {' '.join(item.description.split())}"[:80])

    def _list_cell(self, value: int, urgency: int) -> None:
        self.cell.open((value, urgency), self.play.aged(self.items()))

    def move_up(self) -> None:
        """Let the requirement change places with the one before it in its cell."""
        self._change_places(-1)

    def move_down(self) -> None:
        """Let the requirement change places with the one after it in its cell."""
        self._change_places(1)

    def _change_places(self, step: int) -> None:
        item, project = self.edits.find(self.view.current), self.session.project
        if item is not None and item.value and item.urgency and not self.view.frozen:
            cell = stacks(self.items(), project)[item.value, item.urgency]
            change_places(self.edits, project, cell, item.id, step)

    def mark_before(self) -> None:
        """Remember where everything stands: from now on arrows show what has moved."""
        self.before = {
            each.id: (each.value, each.urgency) for each in self.items() if each.value and each.urgency
        }
        self.refresh()

    def forget_before(self) -> None:
        """Show no arrows any more."""
        self.before = {}
        self.refresh()

    def thresholds(self) -> None:
        """Choose from which score an axis is high."""
        threshold_menu(self, self.session)

    def later(self) -> None:
        """Look a week further ahead."""
        self.play.step(1)

    def earlier(self) -> None:
        """Look a week less far ahead."""
        self.play.step(-1)

    def copy_picture(self) -> bool:
        """Put the chart on the clipboard as it stands, arrows and all."""
        QGuiApplication.clipboard().setImage(self.view.grab_picture())
        return True

    # As a page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The brackets play urgency forward and back."""
        step = STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.play.step(step)
        else:
            super().keyPressEvent(event)

    def focus_regions(self) -> list[QWidget]:
        """The chart, the weeks, the side."""
        return [self.view, self.play, self.side]

    def entrance(self) -> QWidget:
        """The chart."""
        return self.view

    def place(self) -> dict[str, Any]:
        """What is selected, and what was remembered."""
        return {"item": self.view.current, "before": {key: list(pair) for key, pair in self.before.items()}}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a place."""
        known = place.get("before")
        pairs = known.items() if isinstance(known, Mapping) else ()
        self.before = {str(key): (pair[0], pair[1]) for key, pair in pairs if isinstance(pair, list)}
        self.view.select(str(place.get("item", "")))
        self.refresh()

    def show_item(self, identity: str, _field: str = "") -> bool:
        """Select a requirement."""
        if not isinstance(self.session.workspace.find(identity), Requirement):
            return False
        self._pick(identity)
        return True

    def minimumSizeHint(self) -> QSize:
        """It is still of use in the corner of a screen."""
        return QSize(500, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side stands below the chart where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < self.session.theme.px(NARROW)
        way = QBoxLayout.Direction
        self._whole.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self.side.show_below(self.height() // 3 if narrow else 0, round(self.width() * SIDE))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.session.theme.colour("canvas"))
        painter.end()
