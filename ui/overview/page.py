"""The overview of a project (DESIGN.md 5.2): how far, what holds together, what next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.overview.chain_card import ChainCard
from ui.overview.header import Header
from ui.overview.phases import PhaseStrip
from ui.overview.ratios import Ratios
from ui.overview.steps_panel import ICONS, Advice, StepsPanel
from ui.page import Page
from ui.tab_order import follow_layout
from workbench.domain import Interview
from workbench.messages import Message, _
from workbench.rules.gaps import remembered
from workbench.rules.progress import Ratio, coverage, next_steps, progress

if TYPE_CHECKING:
    from ui.program import Program
    from ui.session import Session
    from workbench.workspace import Event

PAUSE = 250
"""Milliseconds after a change until the page follows it."""
ROOMY = 1000
"""From this width on the panel is there by itself."""
COUNTED = (3, 4, 5, 6)
"""The phases of what the four numbers count."""
SHORT = 28
"""Characters that the button to go on with takes."""
BEGINNINGS = (
    (_("Write down goal, client and team"), _("Preparation"), _("Prepare"), "clipboard-list", 1),
    (_("Hold the first interview"), _("The outline asks the questions"), _("Begin"), "messages-square", 2),
    (_("List what the client asks for"), _("With value and urgency"), _("Add"), "list-checks", 3),
)


class OverviewPage(Page):
    """What one sees first of a project."""

    def __init__(self, program: Program, session: Session) -> None:
        super().__init__()
        self._program, self.session = program, session
        self._wanted: bool | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.refresh)
        self.header = Header(session)
        self.phases = PhaseStrip(session.theme)
        self.chain = ChainCard(session)
        self.ratios = Ratios(session.theme)
        self.panel = StepsPanel(session)
        self._coverage: Sequence[Ratio] = ()
        self._advice: list[Advice] = []
        self._way_on: Advice | None = None
        self._lay_out()
        self._wire()
        self.say_anew()

    def _lay_out(self) -> None:
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(12)
        for widget in (self.header, self.phases, self.chain, self.ratios):
            column.addWidget(widget)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._middle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(self.panel)
        follow_layout(self)

    def _wire(self) -> None:
        session, program = self.session, self._program
        session.changed.connect(self._follow)
        session.language_changed.connect(self.say_anew)
        session.theme.changed.connect(self.say_anew)
        self.header.panel_wanted.connect(self.toggle_panel)
        self.header.went_on.connect(self._go_on)
        self.panel.closed.connect(self.toggle_panel)
        self.phases.chosen.connect(self._go_to)
        self.ratios.chosen.connect(self._go_to_missing)
        self.chain.opened.connect(program.pages.open_item)
        self.chain.begun.connect(self._go_to)
        self.chain.moved.connect(self._reveal)

    def today(self) -> date:
        """The day of the person at the window."""
        return date.today()  # noqa: DTZ011 - the user's own day

    def _follow(self, event: Event) -> None:
        if event.scope in {self.session.scope, None} and self.isVisible():
            self._timer.start()

    def refresh(self) -> None:
        """Show the records of now."""
        if self.session.scope is None:
            return
        self._timer.stop()
        records, translate, today = (
            remembered(self.session.context().records),
            self.session.translate,
            self.today(),
        )
        self.header.show_project(today)
        phases = progress(records, today)
        self.phases.show_progress(phases, translate)
        self.chain.refresh()
        self._coverage = coverage(records)
        self.ratios.show_ratios(self._coverage, translate)
        self._advice = [
            Advice(*ICONS[step.kind], step.message, step.detail, step.verb, partial(self._open, step.item.id))
            for step in next_steps(records, today)
        ]
        if not self._advice and not any(each.done for each in phases[1:]):
            self._advice = [
                Advice(icon, "accent", message, detail, verb, partial(self._begin, phase))
                for message, detail, verb, icon, phase in BEGINNINGS
            ]
        self.panel.show_advice(self._advice)
        self._show_way_on()

    def _begin(self, phase: int) -> None:
        """Lead to where a phase begins: the first of all asks for the goal, and the project has its code."""
        if phase != 1 or not self._program.pages.open_item(self.session.scope or "", "goal"):
            self._go_to(phase)

    def _show_way_on(self) -> None:
        running = [each for each in self.session.context().records(Interview) if each.clock_since is not None]
        self._way_on = self._advice[0] if self._advice else None
        text = brief = more = Message("")
        if running:
            text = brief = _("Continue interview")
            more = Message("{code}").fill(code=running[0].code)
            act = partial(self._open, running[0].id)
            self._way_on = Advice("play", "accent", more, more, text, act)
        elif self._way_on is not None:
            more = self._way_on.message
            brief = _("Next: {what}").fill(what=self._way_on.verb)
            short = len(self.session.translate(more)) <= SHORT
            text = _("Next: {what}").fill(what=more) if short else brief
        translate = self.session.translate
        self.header.show_way_on(translate(text), translate(brief), translate(more))

    def _go_on(self) -> None:
        if self._way_on is not None:
            self._way_on.act()

    def _open(self, identity: str) -> None:
        self._program.pages.open_item(identity)

    def _go_to(self, phase: int) -> None:
        self._program.show_place(f"phase{phase}")

    def _go_to_missing(self, number: int) -> None:
        missing = self._coverage[number].missing
        if missing:
            self._open(missing)
        else:
            self._go_to(COUNTED[number])

    def _reveal(self, box: QRect) -> None:
        if not box.isNull():
            place = self.chain.view.viewport().mapTo(self._middle, box.center())
            self.area.ensureVisible(place.x(), place.y(), box.width() // 2, box.height())

    def toggle_panel(self) -> None:
        """Show or hide what to do next."""
        shown = not self.panel.isHidden()
        self._wanted = not shown
        self._fit()
        (self.header.panel if shown else self.panel.fold).setFocus()

    def _fit(self) -> None:
        wanted = self.width() >= self.session.theme.px(ROOMY) if self._wanted is None else self._wanted
        self.panel.setVisible(wanted)
        self.header.panel.setVisible(not wanted)

    def chain_as_table(self) -> None:
        """Show the chain in words, or drawn."""
        self.chain.toggle_table()

    def copy_chain(self) -> None:
        """Put the chain on the clipboard as a table."""
        self.chain.copy_table()
        self.status.emit(self.session.translate(_("Copied")))

    def copy_picture(self) -> None:
        """Put the drawing on the clipboard."""
        self.chain.copy_picture()
        self.status.emit(self.session.translate(_("Copied")))

    def focus_regions(self) -> list[QWidget]:
        """The parts that F6 goes round, in reading order."""
        return [self.header, self.phases, self.chain, self.ratios, self.panel]

    def entrance(self) -> QWidget:
        """The button that goes on, or the chain."""
        return self.header.go_on if self.header.go_on.isVisible() else self.chain.view

    def place(self) -> dict[str, Any]:
        """What is chosen, and how far one has scrolled."""
        focus = self.focusWidget()
        step = next((n for n, row in enumerate(self.panel.rows) if row.button is focus), None)
        scrolled = self.area.verticalScrollBar().value()
        return {**self.chain.place(), "scrolled": scrolled, "step": step}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back there."""
        self.chain.restore_place(dict(place))
        scrolled = place.get("scrolled")
        if isinstance(scrolled, int):
            self.area.verticalScrollBar().setValue(scrolled)
        step = place.get("step")
        if isinstance(step, int) and self.window().focusWidget() is self and self.panel.rows:
            self.panel.rows[min(step, len(self.panel.rows) - 1)].button.setFocus()

    def say_anew(self) -> None:
        """Say everything in the language and colours of now."""
        self.header.say_anew()
        self.chain.say_anew()
        self.panel.say_anew()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the chain first."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.refresh()
