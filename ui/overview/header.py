"""The top of the overview: what the project is called, a line of facts, and the one thing to go on with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.overview.facts import FactsLine
from ui.theme import ElidedWords, Press
from ui.voice import literal
from workbench.domain import Account, Member, Project
from workbench.messages import Message, _
from workbench.rules.deadlines import day_said
from workbench.rules.progress import counted

if TYPE_CHECKING:
    from ui.session import Session


APART = 8


class Header(QWidget):
    """``panel_wanted`` asks for the right panel, ``went_on`` for what the primary button promises."""

    panel_wanted = Signal()
    went_on = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._way_on = ("", "")
        self.title = ElidedWords(session.theme, "h1", "ink1")
        self.facts = FactsLine(session.theme)
        self.go_on = Press(session.theme, "primary", "play")
        self.go_on.clicked.connect(self.went_on)
        self.panel = Press(session.theme, "ghost", "panel-right")
        self.panel.clicked.connect(self.panel_wanted)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(APART)
        top.addWidget(self.title, 1)
        top.addWidget(self.go_on)
        top.addWidget(self.panel)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addLayout(top)
        inside.addWidget(self.facts)

    def show_project(self, today: date) -> None:
        """Say what the open project is."""
        project, translate = self._session.project, self._session.translate
        self.title.setText(project.title or translate(_("A new project")))
        self.title.setToolTip(literal(project.goal))
        self.facts.show_facts([(translate(label), value) for label, value in self._facts(project, today)])

    def _facts(self, project: Project, today: date) -> Iterator[tuple[Message, str]]:
        context = self._session.context()
        account: Account | None = context.find(Account, project.account)
        if account is not None:
            yield _("Client"), account.name
            if trade := " · ".join(part for part in (account.industry, account.size) if part):
                yield _("Industry"), trade
        if project.due_on is not None:
            yield _("Until"), context.translate(_until(project.due_on, today))
        team: list[Member] = [each for each in context.records(Member) if each.project]
        if lead := next((each.name for each in team if each.leads), ""):
            yield _("Lead"), lead

    def show_way_on(self, text: str, brief: str, more: str) -> None:
        """Promise this on the button; nothing hides it. ``brief`` is said where the title needs the room."""
        self._way_on = (text, brief)
        self.go_on.setVisible(bool(text))
        self.go_on.setToolTip(more)
        self.go_on.setAccessibleName(f"{text}: {more}" if more else text)
        self._fit()

    def _fit(self) -> None:
        text, brief = self._way_on
        self.go_on.setText(text)
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        panel = 0 if self.panel.isHidden() else self.panel.sizeHint().width() + APART
        if title + APART + self.go_on.sizeHint().width() + panel > self.width():
            self.go_on.setText(brief)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        for show in (self.panel.setToolTip, self.panel.setAccessibleName):
            show(self._session.translate(_("Show the panel")))


def _until(due: date, today: date) -> Message:
    left = (due - today).days
    said = day_said(due, year=due.year != today.year)
    if left < 0:
        late = counted(-left, _("{count} day ago"), _("{count} days ago"))
        return Message("{day} · {rest}").fill(day=said, rest=late)
    rest = counted(left, _("{count} day left"), _("{count} days left"))
    return Message("{day} · {rest}").fill(day=said, rest=rest)
