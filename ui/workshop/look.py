"""The sixth part: the quadrant, large; moving a card asks for the reason, and everybody sees where it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from ui.quadrant_cell import CellList
from ui.quadrant_fold import Fold
from ui.quadrant_lines import borderline_lines
from ui.quadrant_view import QuadrantView
from ui.reason_card import ReasonCard
from ui.theme import fonts
from ui.workshop.big import BigPress, column, is_narrow, turned, words
from ui.workshop.meeting import Meeting
from ui.workshop.quotes import Quotes
from ui.workshop.scoring_words import says_tally, wall_texts
from ui.workshop.walk import Walk
from workbench.domain import Axis, Requirement
from workbench.messages import Message, _
from workbench.rules.priority import importance
from workbench.rules.voting import tally

ZOOM = 1.2
"""So much larger than in the window: no text of the chart is then below 14 pixels."""
SIDE, BELOW = 340, 150
QWIDGETSIZE_MAX = 16_777_215
TINY = 1e-6
NAMED = 4


class Look(Walk):
    """The quadrant of the workshop."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        session, theme = self.session, self.theme
        self.tracing = False
        self.view = self._chart()
        self.code = words(session, "read", "ink3")
        self.text = words(session, "wsb", wrap=True)
        self.scores = words(session, "read", "ink2", wrap=True)
        self.card = ReasonCard(meeting.edits, session)
        self.card.show_style("ws")
        self.card.hide()
        self.card.done.connect(self.view.setFocus)
        self.unscored = words(session, "read", "ink2", wrap=True)
        self.quotes = Quotes(meeting)
        self.borderline = Fold(session, "body")
        self.borderline.picked.connect(self.go_to)
        self.cell = CellList(session, self.view, "body")
        self.cell.picked.connect(self.go_to)
        self.trace = BigPress(theme)
        self.trace.setCheckable(True)
        self.trace.clicked.connect(lambda _on: self.toggle_traces())
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(24, 16, 0, 16)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.view, 1)
        self._whole.addWidget(self._side())

    def _chart(self) -> QuadrantView:
        view = QuadrantView(self.theme.colours, fonts.families(self.session.language))
        view.cards = True
        view.set_zoom(ZOOM)
        view.rescored.connect(self._rescore)
        view.picked.connect(self.go_to)
        view.opened.connect(self._give_reason)
        view.stack_opened.connect(self._list_cell)
        return view

    def _side(self) -> QWidget:
        inner = QWidget()
        inside = column(inner, edge=20, gap=10)
        talk = (self.code, self.text, self.scores, self.quotes)
        for widget in (*talk, self.trace, self.unscored, self.borderline):
            inside.addWidget(widget)
        inside.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return self._with_card(area)

    def _with_card(self, area: QScrollArea) -> QWidget:
        """The card stands below what is read: it comes and goes, and nothing above it moves."""
        self._beside = side = QWidget()
        whole = column(side, gap=8)
        whole.addWidget(area, 1)
        below = column()
        below.setContentsMargins(20, 0, 20, 0)
        below.addWidget(self.card)
        whole.addLayout(below)
        return side

    def list(self) -> Sequence[Requirement]:
        """What is placed, in the order of priority."""
        project = self.session.project
        placed = [each for each in self.meeting.needs() if each.value and each.urgency]
        return sorted(placed, key=lambda each: importance(each, project))

    def entrance(self) -> QWidget:
        """The chart."""
        return self.view

    def hint(self) -> Message:
        """The keys of this part."""
        return _("Tab: next card · arrows: rescore · Enter: reason · B: where they stood before · Esc: close")

    def escape(self) -> bool:
        """Give up a drag, or close the card."""
        if self.view.give_up():
            return True
        if self.card.isVisible():
            self.card.leave()
            self.view.setFocus()
            return True
        return False

    def refresh(self) -> None:
        """Show the records of now."""
        self._fit()
        session, items = self.session, self.meeting.needs()
        words_ = wall_texts(self.meeting)
        before = self.meeting.before() if self.tracing else {}
        self.view.before = {
            each: (value, urgency) for each, (value, urgency) in before.items() if value and urgency
        }
        self.view.set_families(fonts.families(session.language))
        self.view.set_palette(self.theme.colours)
        self.view.show_items(items, session.project, words_)
        item = self.talked_about()
        if item is not None and self.view.current != item.id:
            self.view.select(item.id)
        self._say(item)
        self.cell.follow(items)
        self.card.say_anew()
        mark = "● " if self.tracing else "○ "
        self.trace.setText(mark + self.tell(_("Before and after (B)")))
        self.trace.setChecked(self.tracing)
        lines = borderline_lines(session, items, words_.names)
        self.borderline.show_lines(self.tell(_("One point from a border")), lines)

    def _list_cell(self, value: int, urgency: int) -> None:
        self.cell.open((value, urgency), self.meeting.needs())

    def _fit(self) -> None:
        """Grow with the size of texts."""
        narrow = is_narrow(self, self.theme)
        turned(self._whole, narrow=narrow)
        px, most = self.theme.px, QWIDGETSIZE_MAX
        self._beside.setMinimumWidth(0 if narrow else px(SIDE))
        self._beside.setMaximumWidth(most if narrow else px(SIDE))
        self._area.setMaximumHeight(px(BELOW) if narrow else most)
        zoom = ZOOM * self.theme.scale / 100
        if abs(self.view.transform().m11() - zoom) > TINY:
            self.view.set_zoom(zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words beside the chart, or below it where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _say(self, item: Requirement | None) -> None:
        nothing = self.tell(_("No requirement has both scores yet"))
        self.code.setText(item.code if item else "")
        self.text.setText(" ".join(item.description.split()) if item else nothing)
        parts = []
        if item is not None:
            names = {Axis.VALUE: _("Value"), Axis.URGENCY: _("Urgency")}
            for axis, name in names.items():
                score, reason = getattr(item, axis), getattr(item, f"{axis}_reason")
                found = tally(self.meeting.votes(axis).get(item.id, {}))
                line = f"{self.tell(name)} {score}" + (f"  {reason}" if reason else "")
                parts.append(line + (f"\n{self.tell(says_tally(found))}" if found else ""))
        self.scores.setText("\n".join(parts))
        self.scores.setVisible(bool(parts))
        self.code.setVisible(item is not None)
        self.trace.setVisible(item is not None)
        self._say_unscored()
        self.quotes.show_item(item)

    def _say_unscored(self) -> None:
        """What has no place in the chart: it must not be forgotten."""
        left = [each.code for each in self.meeting.needs() if not (each.value and each.urgency)]
        codes = self.tell(_(", ")).join(left[:NAMED]) + (
            f" +{len(left) - NAMED}" if len(left) > NAMED else ""
        )
        text = _("Without both scores: {count}  ({codes})").fill(count=len(left), codes=codes)
        self.unscored.setText(self.tell(text))
        self.unscored.setVisible(bool(left))

    def toggle_traces(self) -> None:
        """Show or hide where everything stood when the workshop began."""
        self.tracing = not self.tracing
        self.refresh()
        self.moved.emit()

    def _rescore(self, identity: str, value: int, urgency: int) -> None:
        before = self.meeting.edits.find(identity)
        if before is None or not self._store(identity, value, urgency):
            return
        self.go_to(identity)
        self.card.ask(before, self.meeting.edits.find(identity), take_focus=False)

    def _store(self, identity: str, value: int, urgency: int) -> bool:
        return self.meeting.edits.rate(identity, {"value": value, "urgency": urgency}, self.meeting)

    def _give_reason(self, _identity: str) -> None:
        if self.card.isVisible():
            self.card.type_reason()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that the chart has no use for."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_B and self.view.hasFocus():
            self.toggle_traces()
        else:
            event.ignore()

    def place(self) -> dict[str, Any]:
        """Which card is the current one."""
        return {**super().place(), "tracing": self.tracing}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a place."""
        super().restore_place(place)
        self.tracing = place.get("tracing") is True
